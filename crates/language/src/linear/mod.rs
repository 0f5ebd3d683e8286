//! The fast analyser: linear models over hashed features.
//!
//! The feature functions and transition system are public because the trainer must see exactly what the
//! analyser sees.

pub mod bilou;
pub mod feature;
pub mod form;
pub mod lemma;
pub mod name_features;
pub mod names;
pub mod parse_features;
pub mod parser;
pub mod tagger;
pub mod transition;
pub mod weights;
