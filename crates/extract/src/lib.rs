//! Article, analysis and ontology to a document of entities, events and claims.
//!
//! [`Extractor::extract`] reads one article. Data flows one way through the modules: `entities` finds who and
//! what is mentioned, `times` what days are meant, `posts` and `relations` what is stated, `factuality` how
//! sure and on whose word, and `assembly` makes the document of it all. `gaps` tells on request what the
//! ontology had no words for.

mod assembly;
mod calendar_words;
mod confidence;
mod draft;
mod entities;
mod extractor;
mod factuality;
mod gaps;
mod numerals;
mod posts;
mod relations;
mod syntax;
mod times;

pub use confidence::{Signal, Signals};
pub use extractor::Extractor;
pub use gaps::{Gap, GapKind, Gaps};

#[cfg(test)]
mod testing;
