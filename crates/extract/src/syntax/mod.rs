//! Grammar over one dependency tree: who does what to whom, whatever the voice or clause type.
//!
//! Labels and analyses follow Universal Dependencies v2 (de Marneffe et al. 2021).

mod chosen;
mod clause;
mod dated_phrase;
mod lower_case;
mod mended;
mod misread_noun;
mod noun_phrase;
mod repair;
mod tree;
mod verbless;

pub(crate) use clause::{LONGEST_FRONT, Voice};
pub(crate) use lower_case::{lower, lower_lemma};
pub(crate) use mended::mended;
pub(crate) use tree::Tree;
