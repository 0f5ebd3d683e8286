//! Sentences, tokens, tags, lemmas, dependency trees, names and expressions of quantity of English text.
//!
//! [`Analyzer::analyze`] turns an article into an [`Analysis`]; it cannot fail on any text. The crate
//! knows nothing of relations or RDF.

mod analysis;
mod analyzer;
pub mod conllu;
pub mod encoder;
mod expressions;
mod labels;
pub mod lemma;
mod model_file;
mod nested_names;
mod segment;

pub use analysis::{Analysis, Name, NameClass, Sentence, Token};
pub use analyzer::{Analyzer, Method, ModelBytes};
pub use expressions::{Expression, ExpressionClass};
pub use labels::{Deprel, UnknownLabel, Upos, Xpos};
pub use model_file::{ModelError, ModelFile};
pub use segment::{
    BoundaryExample, RawSentence, RawToken, Segmenter, boundaries, boundary_examples, tokens_of,
};
