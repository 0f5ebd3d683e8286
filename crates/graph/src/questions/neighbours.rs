use crate::{EntityNode, KnowledgeGraph, Relation};

/// An edge at an entity, and who is at its other end.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour<'g> {
    /// The edge.
    pub relation: &'g Relation,
    /// The other end; the entity itself for an edge that leads back to it.
    pub entity: &'g EntityNode,
    /// Whether the entity asked about is the subject.
    pub outgoing: bool,
}

impl KnowledgeGraph {
    /// The edges at the entity with this IRI in the order of their keys; none when the graph does not know it.
    pub fn neighbours(&self, iri: &str) -> Vec<Neighbour<'_>> {
        let mut keys: Vec<_> = self.topology.edges_at(iri).collect();
        keys.sort();
        keys.dedup();
        keys.into_iter()
            .filter_map(|key| {
                let outgoing = &*key.subject == iri;
                let other = if outgoing { &key.object } else { &key.subject };
                Some(Neighbour {
                    relation: self.relation(key)?,
                    entity: self.entity(other)?,
                    outgoing,
                })
            })
            .collect()
    }
}
