//! CoNLL-U, the file format of Universal Dependencies (<https://universaldependencies.org/format.html>).

mod read;
mod write;

pub use read::{ConlluError, read_documents};
pub use write::write_document;

use crate::{Deprel, Upos, Xpos};
use std::ops::Range;

/// The annotated sentences of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What `# newdoc id` says; empty where the file has no such line.
    pub id: String,
    /// The sentences in order.
    pub sentences: Vec<AnnotatedSentence>,
}

/// One sentence as a treebank has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnotatedSentence {
    /// What `# sent_id` says.
    pub id: String,
    /// Whether a paragraph begins with it.
    pub opens_paragraph: bool,
    /// Syntactic words in order.
    pub words: Vec<AnnotatedWord>,
    /// Indices of the words that one multiword token holds, with its form.
    pub multiword: Vec<(Range<usize>, String)>,
}

/// One syntactic word as a treebank has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatedWord {
    /// The word as written.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn tag.
    pub xpos: Xpos,
    /// Index of the head in the sentence; none for the root.
    pub head: Option<usize>,
    /// Relation to the head.
    pub deprel: Deprel,
    /// The MISC column: "_" when it says nothing.
    pub misc: String,
    /// Whether white space follows.
    pub space_after: bool,
}

impl AnnotatedWord {
    /// The value of a key of the MISC column.
    pub fn misc_value(&self, key: &str) -> Option<&str> {
        self.misc
            .split('|')
            .find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key))
            .map(|(_, value)| value)
    }
}
