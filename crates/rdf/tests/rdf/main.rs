//! Documents as RDF, end to end, on the three example articles.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../../graph/tests/example/mod.rs"]
mod example;

mod checks;
mod layout;
mod query;
mod shipped_queries;
mod syntaxes;

use newsgraph_graph::KnowledgeGraph;
use newsgraph_model::Document;
use newsgraph_ontology::Ontology;
use newsgraph_rdf::{AnswerFormat, AnswerSummary, DefaultGraph, Detail, Export, RdfError, Store};
use oxigraph::model::Quad;
use std::sync::LazyLock;

static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| Ontology::embedded().unwrap());

fn graph_of(documents: &[Document]) -> KnowledgeGraph {
    KnowledgeGraph::from_documents(documents, &ONTOLOGY).unwrap()
}

fn quads(documents: &[Document], detail: Detail) -> Vec<Quad> {
    let graph = graph_of(documents);
    Export::new(documents, &graph, detail)
        .unwrap()
        .quads()
        .unwrap()
}

/// The three articles in full, with the vocabulary.
fn store() -> Store {
    let documents = example::documents();
    let graph = graph_of(&documents);
    let store = Store::new().unwrap();
    store
        .load_export(&Export::new(&documents, &graph, Detail::Full).unwrap())
        .unwrap();
    store.load_vocabulary(&ONTOLOGY).unwrap();
    store
}

fn answer(query: &str, format: AnswerFormat) -> Result<(AnswerSummary, String), RdfError> {
    answer_over(query, format, DefaultGraph::Facts)
}

fn answer_over(
    query: &str,
    format: AnswerFormat,
    default_graph: DefaultGraph,
) -> Result<(AnswerSummary, String), RdfError> {
    let mut text = Vec::new();
    let summary = store()
        .query(query, default_graph)?
        .write(format, &mut text)?;
    Ok((summary, String::from_utf8(text).unwrap()))
}

fn ask(query: &str) -> bool {
    answer(query, AnswerFormat::Table).unwrap().0 == AnswerSummary::Boolean(true)
}
