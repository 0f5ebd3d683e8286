//! Hand-made analyses for the tests of extraction.

mod claims;
mod notation;

pub(crate) use claims::{claims, entities};
use newsgraph_language::{Analysis, Name, NameClass, Sentence};
use newsgraph_model::{Article, ArticleMetadata, RegionKind};
use newsgraph_ontology::Ontology;
use notation::tokens;
use std::ops::Range;
use std::sync::OnceLock;

/// The ontology that the program carries.
pub(crate) fn ontology() -> &'static Ontology {
    static ONTOLOGY: OnceLock<Ontology> = OnceLock::new();
    ONTOLOGY.get_or_init(|| Ontology::embedded().expect("the embedded ontology loads"))
}

/// The lines of a sentence, and its names.
pub(crate) type Lines<'a> = (&'a str, &'a [(Range<usize>, NameClass)]);

/// An article of sentences in the notation of [`notation`]. Names are word ranges counted from 1, last word
/// included.
pub(crate) fn article(sentences: &[Lines<'_>]) -> (Article, Analysis) {
    let mut text = String::new();
    let mut analysis = Analysis::default();
    for (lines, names) in sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        let mut sentence = sentence_after(&mut text, RegionKind::Body, lines);
        sentence.names = names
            .iter()
            .map(|(words, class)| Name {
                tokens: words.start - 1..words.end,
                class: *class,
            })
            .collect();
        analysis.sentences.push(sentence);
    }
    (article_of(text), analysis)
}

/// A sentence of a region without names.
pub(crate) fn sentence(region: RegionKind, lines: &str) -> Sentence {
    sentence_after(&mut String::new(), region, lines)
}

/// A sentence of the running text without names.
pub(crate) fn body(lines: &str) -> Sentence {
    sentence(RegionKind::Body, lines)
}

fn sentence_after(text: &mut String, region: RegionKind, lines: &str) -> Sentence {
    let tokens = tokens(text, lines);
    Sentence {
        span: tokens[0].span.cover(tokens[tokens.len() - 1].span),
        region,
        tokens,
        names: Vec::new(),
        expressions: Vec::new(),
    }
}

fn article_of(text: String) -> Article {
    Article {
        metadata: ArticleMetadata {
            id: "test".to_owned(),
            title: None,
            published: None,
            published_origin: None,
            url: None,
            source: None,
            language: "en".to_owned(),
            sha256: String::new(),
        },
        text,
        regions: Vec::new(),
    }
}
