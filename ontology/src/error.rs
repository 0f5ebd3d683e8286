use std::path::PathBuf;

/// What is wrong with an ontology or gazetteer file, and where.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OntologyError {
    /// The file cannot be read.
    #[error("cannot read {file}: {source}")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not Turtle, or not what the vocabulary asks for.
    #[error("{file}:{line}: {problem}")]
    Invalid {
        /// The file.
        file: PathBuf,
        /// Line, counted from 1.
        line: u64,
        /// What is wrong, on which relation, and what to do.
        problem: String,
    },
}
