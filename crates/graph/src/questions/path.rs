use crate::{EntityNode, KnowledgeGraph, Relation};

/// One step of a way through the graph.
#[derive(Clone, Debug)]
pub struct PathStep<'g> {
    /// Where the step starts.
    pub from: &'g EntityNode,
    /// Where it ends.
    pub to: &'g EntityNode,
    /// Every edge between the two, in either direction.
    pub relations: Vec<&'g Relation>,
}

impl KnowledgeGraph {
    /// A shortest way between two entities over edges that are not only denied, against or along their
    /// direction. Empty for an entity and itself; none when there is no way, or the graph does not know one of
    /// the two.
    pub fn shortest_path(&self, from: &str, to: &str) -> Option<Vec<PathStep<'_>>> {
        let stations = self.topology.shortest_path(from, to)?;
        stations
            .windows(2)
            .map(|ends| {
                let keys = self.topology.edges_between(ends[0], ends[1]);
                Some(PathStep {
                    from: self.entity(ends[0])?,
                    to: self.entity(ends[1])?,
                    relations: keys
                        .into_iter()
                        .filter_map(|key| self.relation(key))
                        .collect(),
                })
            })
            .collect()
    }

    /// Number of entities in each part of the graph that hangs together, the largest first.
    pub fn component_sizes(&self) -> Vec<usize> {
        self.topology.component_sizes()
    }
}
