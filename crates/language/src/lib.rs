//! Sentences, tokens, tags, lemmas, dependency trees and names of English text.
//!
//! [`Analyzer::analyze`] turns an article into an [`Analysis`]; it cannot fail on any text. The crate
//! knows nothing of relations or RDF.

mod analysis;
mod labels;

pub use analysis::{Analysis, Name, NameClass, Sentence, Token};
pub use labels::{Deprel, UnknownLabel, Upos, Xpos};
