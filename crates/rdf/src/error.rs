use crate::QuerySyntaxError;
use std::io;

/// What went wrong between documents, RDF and answers.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RdfError {
    /// A document is not among those the graph was made from.
    #[error("document `{document}` is not part of the graph that is written with it")]
    NotInGraph {
        /// The document's id.
        document: String,
    },
    /// An identity that cannot be an IRI.
    #[error("{part} of document `{document}` has the identity `{iri}`, which is no IRI: {problem}")]
    BadIri {
        /// The document's id.
        document: String,
        /// The entity or relation.
        part: String,
        /// As it was given.
        iri: String,
        /// What is wrong with it.
        problem: String,
    },
    /// RDF that cannot be parsed.
    #[error("{source_name}{}: not valid {syntax}: {problem}", position(*line, *column))]
    Syntax {
        /// File or other name of the input.
        source_name: String,
        /// Name of the syntax.
        syntax: &'static str,
        /// Line, counted from 1, when known.
        line: Option<u64>,
        /// Column, counted from 1, when known.
        column: Option<u64>,
        /// What is wrong.
        problem: String,
    },
    /// A query that cannot be parsed.
    #[error(transparent)]
    Query(#[from] QuerySyntaxError),
    /// A query that cannot be answered.
    #[error("the query cannot be answered: {problem}")]
    Evaluation {
        /// Why.
        problem: String,
    },
    /// A result that has no such format.
    #[error("{answer} cannot be written as {format}; use {instead}")]
    WrongFormat {
        /// Kind of the answer.
        answer: &'static str,
        /// The format asked for.
        format: &'static str,
        /// What it can be written as.
        instead: &'static str,
    },
    /// The store failed.
    #[error("the RDF store failed: {0}")]
    Store(#[from] oxigraph::store::StorageError),
    /// Reading or writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

fn position(line: Option<u64>, column: Option<u64>) -> String {
    match (line, column) {
        (Some(line), Some(column)) => format!(":{line}:{column}"),
        (Some(line), None) => format!(":{line}"),
        _ => String::new(),
    }
}
