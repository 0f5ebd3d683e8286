//! From Turtle text to [`Ontology`](crate::Ontology): parse the files, merge their statements, read classes,
//! relation types, cues and lexicon from them, and check everything that `meta-shapes.ttl` checks.

mod classes;
mod cues;
mod lexicon;
mod pattern_syntax;
mod properties;
mod relations;
mod roles;
mod source;
mod statements;
mod vocabulary;

pub(crate) use classes::read_classes;
pub(crate) use cues::read_cues;
pub(crate) use lexicon::read_lexicon;
pub(crate) use properties::check_properties;
pub(crate) use relations::read_relations;
pub(crate) use source::SourceFile;
pub(crate) use statements::Statements;
