//! How each model is made: corpora, settings, order. A model made twice has the same bytes.

use crate::{conventions, corpora, name_corpora, names, news_links, parser, sentences, tagger};
use anyhow::{Context, Result};
use newsgraph_language::{ModelFile, linear};
use newsgraph_ontology::Gazetteer;
use std::path::Path;

const SENTENCES_FILE: &str = "sentences.model";
const TAGGER_FILE: &str = "linear-tagger.model";
const PARSER_FILE: &str = "linear-parser.model";
const NAMES_FILE: &str = "linear-names.model";

const TREEBANKS: &str = "UD English-EWT train; GUM 11 train (genres with CC BY and CC BY-SA texts)";
const NAME_CORPORA: &str = "GUM 11 train (entities); Universal NER English-EWT train; Wikigold; WNUT 2017 train; \
    Wikipedia current events 2025-2026 (links); newsgraph gazetteer";

/// Trains the boundaries of sentences.
pub(crate) fn sentences(data: &Path, out: &Path) -> Result<()> {
    let file = sentences::train(&corpora::training_treebanks(data)?);
    write(out, SENTENCES_FILE, described(file, "sentences", TREEBANKS))
}

/// Trains the tagger and the lemma rules.
pub(crate) fn tagger(data: &Path, out: &Path) -> Result<()> {
    let treebanks = corpora::training_treebanks(data)?;
    let settings = tagger::Settings {
        epochs: 6,
        prune: 0.3,
    };
    let file = tagger::train(&corpora::sentences(&treebanks), settings);
    write(out, TAGGER_FILE, described(file, "tagger", TREEBANKS))
}

/// Trains the parser, on tags as a tagger gives them that has not seen the sentence.
pub(crate) fn parser(data: &Path, out: &Path) -> Result<()> {
    let treebanks = corpora::training_treebanks(data)?;
    let sentences = corpora::sentences(&treebanks);
    let tags = tagger::jackknife(
        &sentences,
        2,
        tagger::Settings {
            epochs: 3,
            prune: 0.2,
        },
    )?;
    let settings = parser::Settings {
        epochs: 6,
        prune: 1.5,
        exploration: 0.9,
    };
    let file = parser::train(&sentences, &tags, settings);
    write(out, PARSER_FILE, described(file, "parser", TREEBANKS))
}

/// Trains the name finder, on tags of the tagger in `out`.
pub(crate) fn names(data: &Path, out: &Path) -> Result<()> {
    let gazetteer = Gazetteer::embedded()?;
    let bytes = read(out, TAGGER_FILE)?;
    let tagger = linear::tagger::Tagger::read(&ModelFile::read(&bytes, linear::tagger::KIND)?)?;
    let corpora = names::Corpora {
        complete: name_corpora::gum(&corpora::treebank(data, corpora::GUM_TRAIN)?, &gazetteer),
        partial: partial_names(data, &gazetteer)?,
        silver: news_links::documents(data, &gazetteer)?,
    };
    let settings = names::Settings {
        epochs: 8,
        prune: 0.4,
    };
    let file = names::train(&corpora, &tagger, &gazetteer, settings);
    write(out, NAMES_FILE, described(file, "names", NAME_CORPORA))
}

fn partial_names(
    data: &Path,
    gazetteer: &Gazetteer,
) -> Result<Vec<name_corpora::LabelledDocument>> {
    let mut partial =
        name_corpora::universal_ner(data, corpora::UNER_EWT_TRAIN, corpora::EWT_TRAIN, gazetteer)?;
    partial.extend(name_corpora::conll(
        data,
        corpora::WIKIGOLD,
        &conventions::WIKIGOLD,
        gazetteer,
    )?);
    partial.extend(name_corpora::conll(
        data,
        corpora::WNUT17,
        &conventions::WNUT17,
        gazetteer,
    )?);
    Ok(partial)
}

/// The boundaries of sentences of a folder.
pub(crate) fn sentences_model(folder: &Path) -> Result<Vec<u8>> {
    read(folder, SENTENCES_FILE)
}

/// The models of a folder.
pub(crate) struct Models {
    pub(crate) tagger: Vec<u8>,
    pub(crate) parser: Vec<u8>,
    pub(crate) names: Vec<u8>,
}

/// Reads the models of a folder.
pub(crate) fn models(folder: &Path) -> Result<Models> {
    Ok(Models {
        tagger: read(folder, TAGGER_FILE)?,
        parser: read(folder, PARSER_FILE)?,
        names: read(folder, NAMES_FILE)?,
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
