use crate::{Certainty, EntityNode, Relation, RelationKey};
use petgraph::algo::astar;
use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::{EdgeFiltered, EdgeRef};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The shape of the graph alone, on petgraph: rebuilt from the sorted entities and relations, so that
/// equal graphs have equal indices and every walk gives the same answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topology {
    graph: UnGraph<Arc<str>, TopologyEdge>,
    nodes: BTreeMap<Arc<str>, NodeIndex>,
}

#[derive(Clone, Debug)]
struct TopologyEdge {
    key: RelationKey,
    certainty: Certainty,
}

impl Topology {
    pub(crate) fn new(
        entities: &BTreeMap<Arc<str>, EntityNode>,
        relations: &BTreeMap<RelationKey, Relation>,
    ) -> Self {
        let mut graph = UnGraph::with_capacity(entities.len(), relations.len());
        let nodes: BTreeMap<Arc<str>, NodeIndex> = entities
            .keys()
            .map(|iri| (Arc::clone(iri), graph.add_node(Arc::clone(iri))))
            .collect();
        for (key, relation) in relations {
            if let (Some(&from), Some(&to)) = (nodes.get(&key.subject), nodes.get(&key.object)) {
                let certainty = relation.certainty();
                graph.add_edge(
                    from,
                    to,
                    TopologyEdge {
                        key: key.clone(),
                        certainty,
                    },
                );
            }
        }
        Self { graph, nodes }
    }

    /// The edges at an entity, in no order that means anything.
    pub(crate) fn edges_at(&self, iri: &str) -> impl Iterator<Item = &RelationKey> {
        self.nodes
            .get(iri)
            .into_iter()
            .flat_map(|&node| self.graph.edges(node))
            .map(|edge| &edge.weight().key)
    }

    /// The entities on a shortest way over edges that are not denied, both ends included.
    pub(crate) fn shortest_path(&self, from: &str, to: &str) -> Option<Vec<&str>> {
        let (&start, &goal) = (self.nodes.get(from)?, self.nodes.get(to)?);
        let believed = EdgeFiltered::from_fn(&self.graph, |edge| {
            edge.weight().certainty != Certainty::Denied
        });
        let (_, path) = astar(&believed, start, |node| node == goal, |_| 1u32, |_| 0)?;
        Some(path.into_iter().map(|node| &*self.graph[node]).collect())
    }

    /// The edges between two entities, in the order of their keys.
    pub(crate) fn edges_between(&self, one: &str, other: &str) -> Vec<&RelationKey> {
        let (Some(&a), Some(&b)) = (self.nodes.get(one), self.nodes.get(other)) else {
            return Vec::new();
        };
        let mut keys: Vec<_> = self
            .graph
            .edges_connecting(a, b)
            .map(|edge| &edge.weight().key)
            .collect();
        keys.sort();
        keys
    }

    /// Number of edges in each part of the graph that hangs together, the largest first.
    pub(crate) fn component_sizes(&self) -> Vec<usize> {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        let mut labels = petgraph::unionfind::UnionFind::new(self.graph.node_count());
        for edge in self.graph.edge_references() {
            labels.union(edge.source().index(), edge.target().index());
        }
        for label in labels.into_labeling() {
            *sizes.entry(label).or_default() += 1;
        }
        let mut sizes: Vec<usize> = sizes.into_values().collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
    }
}
