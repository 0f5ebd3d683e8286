//! Trained language models of newsgraph, as data.
//!
//! Each file has its card beside it: what it was trained on, its licence, its scores. The linear models
//! are made by `newsgraph-train`, the encoder by the scripts in `train/encoder`.

/// Boundaries of sentences, for all analysers.
pub const SENTENCES: &[u8] = include_bytes!("../sentences.model");

/// Tagger and lemma rules of the fast analyser.
pub const LINEAR_TAGGER: &[u8] = include_bytes!("../linear-tagger.model");

/// Dependency parser of the fast analyser.
pub const LINEAR_PARSER: &[u8] = include_bytes!("../linear-parser.model");

/// Name finder of the fast analyser.
pub const LINEAR_NAMES: &[u8] = include_bytes!("../linear-names.model");

/// Network and vocabulary of the accurate analyser, at an address that vector loads like.
pub static ENCODER: &[u8] = &Aligned(*include_bytes!("../encoder.model")).0;

#[repr(align(64))]
struct Aligned<const LENGTH: usize>([u8; LENGTH]);
