//! Many documents to one knowledge graph, its drawings and its questions.
//!
//! [`KnowledgeGraph::from_documents`] merges what several articles say: one node for each identity, one
//! edge for each subject, relation and object, with every claim that supports or denies it. The result is a
//! function of the *set* of documents: neither their order nor how they were grouped before merging shows.
//!
//! ```no_run
//! use newsgraph_graph::{DotOptions, KnowledgeGraph};
//! use newsgraph_ontology::Ontology;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let documents: Vec<newsgraph_model::Document> = Vec::new();
//! let ontology = Ontology::embedded()?;
//! let graph = KnowledgeGraph::from_documents(&documents, &ontology)?;
//! for ranked in graph.top_entities(5) {
//!     println!("{} {}", ranked.entity.label(), ranked.claims);
//! }
//! std::fs::write("graph.dot", graph.to_dot(&ontology.classes, &DotOptions::default()))?;
//! # Ok(()) }
//! ```

mod build;
mod certainty;
mod class_kind;
mod dot;
mod entity;
mod error;
mod event;
mod knowledge_graph;
mod merge;
mod questions;
mod relation;
mod topology;

pub use certainty::Certainty;
pub use class_kind::ClassKind;
pub use dot::{DotFocus, DotOptions};
pub use entity::EntityNode;
pub use error::GraphError;
pub use event::{EventNode, EventRef};
pub use knowledge_graph::{ArticleNode, KnowledgeGraph};
pub use questions::{Neighbour, PathStep, RankedEntity, TimelineEntry};
pub use relation::{ClaimRecord, ClaimRef, Relation, RelationKey, RelationKind};
