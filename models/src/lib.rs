//! Trained language models of newsgraph, as data.
//!
//! Each file has its card beside it: what it was trained on, its licence, its scores. The encoders are made by the
//! scripts in `train/encoder` and `train/student`, the others by `newsgraph-train`.

/// Boundaries of sentences, for all analysers.
pub const SENTENCES: &[u8] = include_bytes!("../sentences.model");

/// Lemma rules of all analysers.
pub const LEMMAS: &[u8] = include_bytes!("../lemmas.model");

/// Network and vocabulary of the fast analyser, at an address that vector loads like.
pub static WORD_ENCODER: &[u8] = &Aligned(*include_bytes!("../word-encoder.model")).0;

/// Network and vocabulary of the accurate analyser, at an address that vector loads like.
pub static ENCODER: &[u8] = &Aligned(*include_bytes!("../encoder.model")).0;

#[repr(align(64))]
struct Aligned<const LENGTH: usize>([u8; LENGTH]);
