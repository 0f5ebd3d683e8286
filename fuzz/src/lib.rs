//! One function for each thing that newsgraph reads from outside. None may panic, whatever the bytes: bad input is
//! an error that names what is wrong.
//!
//! The fuzz targets beside it and the test `arbitrary_bytes` of the workspace drive the same functions.

use newsgraph_article::{Input, MetadataTable, read_article};
use newsgraph_extract::Extractor;
use newsgraph_language::{Analyzer, Method, ModelBytes, ModelFile, Segmenter};
use newsgraph_model::{Article, TextIndex};
use newsgraph_ontology::Ontology;
use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

/// Loaded once: what is fuzzed is what reads the bytes.
static ONTOLOGY: LazyLock<Ontology> =
    LazyLock::new(|| Ontology::embedded().expect("the ontology loads"));
static ANALYZER: LazyLock<Analyzer<'static>> = LazyLock::new(|| {
    Analyzer::with_method(Method::Fast, &ONTOLOGY.gazetteer).expect("the models load")
});
static SEGMENTER: LazyLock<Segmenter<'static>> =
    LazyLock::new(|| Segmenter::embedded().expect("the model loads"));
static EXTRACTOR: LazyLock<Extractor<'static>> = LazyLock::new(|| Extractor::new(&ONTOLOGY));

/// A file of news text: decoding, regions, metadata, sentences and tokens. What is read quotes the text.
pub fn article(data: &[u8]) {
    let Some(article) = read(data) else { return };
    let index = TextIndex::new(&article.text);
    for region in &article.regions {
        index.slice(region.span);
    }
    for sentence in SEGMENTER.segment(&article) {
        for token in &sentence.tokens {
            assert_eq!(index.slice(token.span), &*token.text);
        }
    }
}

/// The whole way from bytes to a document.
pub fn extraction(data: &[u8]) {
    let Some(article) = read(data) else { return };
    let document = EXTRACTOR.extract(&article, &ANALYZER.analyze(&article));
    let index = TextIndex::new(&article.text);
    for claim in &document.claims {
        assert!(!index.slice(claim.trigger).is_empty());
    }
}

/// The file that gives articles their dates and sources, in either format.
pub fn metadata(data: &[u8]) {
    let _ = MetadataTable::parse("metadata", data);
}

/// A user's ontology, and a gazetteer in the same syntax.
pub fn ontology(data: &[u8]) {
    let file = TemporaryFile::with(".ttl", data);
    let _ = Ontology::with_files(&file.path, &[]);
    let _ = Ontology::with_files(&[], &file.path);
}

/// A user's gazetteer as a table.
pub fn gazetteer(data: &[u8]) {
    let file = TemporaryFile::with(".csv", data);
    let _ = Ontology::with_files(&[], &file.path);
}

/// A model file; and one whose contents are wrong though its checksum is right.
pub fn model_file(data: &[u8]) {
    let encoder = |encoder: &[u8]| {
        let models = ModelBytes {
            encoder,
            lemmas: newsgraph_models::LEMMAS,
        };
        let _ = Analyzer::with_models(Method::Fast, models, &ONTOLOGY.gazetteer);
    };
    let lemmas = |lemmas: &[u8]| {
        let models = ModelBytes {
            encoder: newsgraph_models::WORD_ENCODER,
            lemmas,
        };
        let _ = Analyzer::with_models(Method::Fast, models, &ONTOLOGY.gazetteer);
    };
    let _ = Segmenter::read(data);
    encoder(data);
    lemmas(data);
    lemmas(&resealed(data));
}

/// The lemma rules' file with its sections overwritten from their start by the data.
fn resealed(data: &[u8]) -> Vec<u8> {
    let kind = newsgraph_language::lemma::KIND;
    let mut file = ModelFile::read(newsgraph_models::LEMMAS, kind).expect("the rules read");
    for (_, section) in &mut file.sections {
        let length = data.len().min(section.len());
        section.to_mut()[..length].copy_from_slice(&data[..length]);
    }
    file.write()
}

fn read(data: &[u8]) -> Option<Article> {
    let input = Input {
        id: "fuzz",
        metadata: None,
        date: None,
    };
    read_article(data, input).ok()
}

/// The loaders of the ontology take paths.
struct TemporaryFile {
    _file: tempfile::NamedTempFile,
    path: [PathBuf; 1],
}

impl TemporaryFile {
    fn with(suffix: &str, data: &[u8]) -> Self {
        let mut file = tempfile::Builder::new()
            .suffix(suffix)
            .tempfile()
            .expect("a temporary file");
        file.write_all(data).expect("room for it");
        let path = [file.path().to_owned()];
        Self { _file: file, path }
    }
}
