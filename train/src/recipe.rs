//! How each model that is made here is made. A model made twice has the same bytes.

use crate::{corpora, lemmas, sentences};
use anyhow::{Context, Result};
use newsgraph_language::{Method, ModelFile};
use std::path::Path;

const LEMMAS_FILE: &str = "lemmas.model";
const SENTENCES_FILE: &str = "sentences.model";

const TREEBANKS: &str = "UD English-EWT train; GUM 11 train (genres with CC BY and CC BY-SA texts)";

/// Trains the boundaries of sentences.
pub(crate) fn sentences(data: &Path, out: &Path) -> Result<()> {
    let file = sentences::train(&corpora::training_treebanks(data)?);
    write(out, SENTENCES_FILE, described(file, "sentences", TREEBANKS))
}

/// Trains the lemma rules.
pub(crate) fn lemmas(data: &Path, out: &Path) -> Result<()> {
    let treebanks = corpora::training_treebanks(data)?;
    let file = lemmas::train(&corpora::sentences(&treebanks));
    write(out, LEMMAS_FILE, described(file, "lemmas", TREEBANKS))
}

/// The model files of an analyser.
pub(crate) struct Models {
    pub(crate) encoder: Vec<u8>,
    pub(crate) lemmas: Vec<u8>,
    pub(crate) sentences: Vec<u8>,
}

/// Reads the models of a method from a folder.
pub(crate) fn models(folder: &Path, method: Method) -> Result<Models> {
    let encoder = match method {
        Method::Fast => "word-encoder.model",
        Method::Accurate => "encoder.model",
    };
    Ok(Models {
        encoder: read(folder, encoder)?,
        lemmas: read(folder, LEMMAS_FILE)?,
        sentences: read(folder, SENTENCES_FILE)?,
    })
}

/// The file with where it comes from: the share-alike corpora decide its licence.
fn described<'m>(mut file: ModelFile<'m>, model: &str, data: &str) -> ModelFile<'m> {
    let origin = [
        ("licence", "CC BY-SA 4.0"),
        ("data", data),
        (
            "command",
            &format!("newsgraph-train train {model} --data DIR --out models"),
        ),
    ];
    file.header
        .extend(origin.map(|(key, value)| (key.to_owned(), value.to_owned())));
    file
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    std::fs::read(&path)
        .with_context(|| format!("cannot read {}: train that model first", path.display()))
}

fn write(folder: &Path, name: &str, file: ModelFile<'_>) -> Result<()> {
    let path = folder.join(name);
    let bytes = file.write();
    std::fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
