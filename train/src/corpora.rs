//! The corpora in the data folder.

use anyhow::{Context, Result};
use newsgraph_language::conllu::{AnnotatedSentence, Document, read_documents};
use std::{collections::BTreeSet, path::Path};

/// Treebank files, relative to the data folder.
pub(crate) const EWT_TRAIN: &str = "ud-ewt/en_ewt-ud-train.conllu";
pub(crate) const EWT_DEV: &str = "ud-ewt/en_ewt-ud-dev.conllu";
pub(crate) const GUM_TRAIN: &str = "gum/gum-train.cc-by-or-by-sa-genres.conllu";
pub(crate) const GUM_DEV: &str = "gum/gum-dev.cc-by-or-by-sa-genres.conllu";

/// Name file, relative to the data folder.
pub(crate) const UNER_EWT_DEV: &str = "uner-ewt/en_ewt-ud-dev.iob2";

/// The documents of a treebank file.
pub(crate) fn treebank(data: &Path, file: &str) -> Result<Vec<Document>> {
    let path = data.join(file);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    read_documents(&text).with_context(|| format!("{} is no CoNLL-U", path.display()))
}

/// The documents that models are trained on.
pub(crate) fn training_treebanks(data: &Path) -> Result<Vec<Document>> {
    let mut documents = treebank(data, EWT_TRAIN)?;
    documents.extend(treebank(data, GUM_TRAIN)?);
    Ok(documents)
}

/// The text of a treebank's document.
pub(crate) struct RawText {
    pub(crate) text: String,
    /// The characters with which its sentences open.
    pub(crate) starts: BTreeSet<usize>,
}

/// The text of a treebank's document, a blank line before every paragraph.
pub(crate) fn raw_text(document: &Document) -> RawText {
    let (mut text, mut length, mut starts) = (String::new(), 0, BTreeSet::new());
    let mut write = |piece: &str| {
        text.push_str(piece);
        length += piece.chars().count();
        length
    };
    for (at, sentence) in document.sentences.iter().enumerate() {
        let apart = at > 0 && sentence.opens_paragraph;
        starts.insert(write(if apart { "\n\n" } else { "" }));
        for word in &sentence.words {
            write(&word.form);
            write(if word.space_after { " " } else { "" });
        }
    }
    RawText { text, starts }
}

/// The sentences of some documents.
pub(crate) fn sentences(documents: &[Document]) -> Vec<&AnnotatedSentence> {
    documents
        .iter()
        .flat_map(|document| &document.sentences)
        .collect()
}
