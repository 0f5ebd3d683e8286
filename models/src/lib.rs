//! Trained language models of newsgraph, as data.
//!
//! Each file has its card beside it: what it was trained on, its licence, its scores. They are made by
//! `newsgraph-train`.

/// Tagger and lemma rules of the fast analyser.
pub const LINEAR_TAGGER: &[u8] = include_bytes!("../linear-tagger.model");

/// Dependency parser of the fast analyser.
pub const LINEAR_PARSER: &[u8] = include_bytes!("../linear-parser.model");

/// Name finder of the fast analyser.
pub const LINEAR_NAMES: &[u8] = include_bytes!("../linear-names.model");
