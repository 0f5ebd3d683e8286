//! How sure a statement is, whether it is denied, and on whose word it is given.
//!
//! Declared cues are read off the tree between trigger and root, in the manner of Saurí and Pustejovsky,
//! "FactBank" (2009): each governor on the way restricts what stands below it.

mod cues;
mod quotation;
mod reader;
mod source;

pub(crate) use cues::CueTable;
pub(crate) use quotation::{Quotations, speech_in};
pub(crate) use reader::{FactualityReader, Reading};
pub(crate) use source::resolve_attribution;
