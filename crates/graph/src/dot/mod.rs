//! The graph as a drawing in Graphviz's DOT language.
//!
//! Nodes and edges are sorted, so that two versions of a drawing can be compared line by line.

mod label;
mod legend;
mod selection;
mod style;
mod writer;

use crate::KnowledgeGraph;
use newsgraph_ontology::ClassTree;

/// What of a graph is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotOptions {
    /// At most so many entities: those that the most claims are about.
    pub max_nodes: usize,
    /// Only edges with at least so many claims.
    pub min_claims: usize,
    /// Everything, or what lies around some entities.
    pub focus: DotFocus,
    /// Heading of the drawing.
    pub title: Option<String>,
}

/// Which part of a graph is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DotFocus {
    /// The whole graph.
    #[default]
    Everything,
    /// The entities that lie at most `hops` edges away from those with these IRIs.
    Around {
        /// IRIs of the entities in the middle.
        iris: Vec<String>,
        /// How many edges away.
        hops: usize,
    },
}

impl Default for DotOptions {
    fn default() -> Self {
        Self {
            max_nodes: 60,
            min_claims: 1,
            focus: DotFocus::Everything,
            title: None,
        }
    }
}

impl KnowledgeGraph {
    /// The graph in DOT: colour and shape tell the class, the line how sure the texts are, the label
    /// relation, date and number of claims.
    pub fn to_dot(&self, classes: &ClassTree, options: &DotOptions) -> String {
        let selection = selection::Selection::new(self, options);
        writer::write(self, classes, &selection, options)
    }
}
