#![doc = include_str!("../README.md")]

mod class;
mod confidence;
mod cue;
mod embedded;
mod error;
mod gazetteer;
mod lexicon;
mod load;
mod offices;
mod ontology;
mod pattern;
mod quantity_words;
mod relation;
mod word_list;

pub use class::{Class, ClassTree};
pub use confidence::ConfidenceTable;
pub use cue::{Cue, CueKind, Cues};
pub use embedded::{ALIGNMENT, CHECKS, EmbeddedFile, META_SHAPES, ONTOLOGY_FILES, SHAPES};
pub use error::OntologyError;
pub use gazetteer::{Gazetteer, GazetteerEntry, GazetteerId, Gender, NameRisk};
pub use lexicon::{Lexicon, OfficeModifier};
pub use offices::{Office, OfficeRank, Offices};
pub use ontology::Ontology;
pub use pattern::{Pattern, PatternPos, Slot, SlotName};
pub use quantity_words::{QuantityWord, QuantityWordKinds, QuantityWords};
pub use relation::{EventClass, OtherSense, RelationType};
pub use word_list::WordList;
