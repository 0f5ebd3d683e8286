//! Documents to RDF, in every syntax, with an embedded SPARQL store.
//!
//! # Layout
//! - **default graph**: the entities (type, label, other names, Wikidata) and the direct triples that some
//!   article states as fact;
//! - **`https://w3id.org/newsgraph/graph/reported`**: direct triples that are only planned, wanted, possible,
//!   alleged or said by a source;
//! - **`https://w3id.org/newsgraph/doc/ID`**, one for each article: the article, its text spans, mentions,
//!   time expressions, events and claims.
//!
//! No triple is in two graphs; what is only denied makes no direct triple; a symmetric relation is written in
//! both directions, an inverse never; there are no blank nodes.
//!
//! ```no_run
//! use newsgraph_graph::KnowledgeGraph;
//! use newsgraph_ontology::Ontology;
//! use newsgraph_rdf::{AnswerFormat, DefaultGraph, Detail, Export, Store, Syntax};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let documents: Vec<newsgraph_model::Document> = Vec::new();
//! let ontology = Ontology::embedded()?;
//! let graph = KnowledgeGraph::from_documents(&documents, &ontology)?;
//! let export = Export::new(&documents, &graph, Detail::Full)?;
//! export.write(Syntax::TriG, std::io::stdout().lock())?;
//!
//! let store = Store::new()?;
//! store.load_export(&export)?;
//! store.load_vocabulary(&ontology)?;
//! let answer = store.query("SELECT ?who { ?who a ng:Person }", DefaultGraph::Facts)?;
//! answer.write(AnswerFormat::Table, std::io::stdout().lock())?;
//! # Ok(()) }
//! ```

mod answer;
mod error;
mod iri;
mod layout;
mod order;
mod query_error;
mod store;
mod syntax;
mod vocabulary;

pub use answer::{Answer, AnswerFormat, AnswerKind, AnswerSummary};
pub use error::RdfError;
pub use iri::document_iri;
pub use layout::{DatasetDescription, Detail, Export};
pub use query_error::QuerySyntaxError;
pub use store::{DefaultGraph, Store};
pub use syntax::{Syntax, read_quads, write_quads};
pub use vocabulary::{PREFIXES, REPORTED_GRAPH, VOCABULARY_GRAPH};
