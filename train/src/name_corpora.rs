//! Names of a corpus, by sentence, and treebanks as what the analyser takes.

use crate::conventions::Convention;
use anyhow::{Context, Result};
use newsgraph_language::{NameClass, RawSentence, RawToken, conllu::AnnotatedSentence};
use newsgraph_model::{Article, ArticleMetadata, Region, RegionKind, Span};
use std::{collections::BTreeMap, ops::Range, path::Path};

/// The words of treebank sentences, with spans that tell where they were written apart.
pub(crate) fn raw_sentences(sentences: &[AnnotatedSentence]) -> Vec<RawSentence> {
    let mut at = 0;
    sentences
        .iter()
        .map(|sentence| {
            let tokens = sentence
                .words
                .iter()
                .map(|word| {
                    let span = Span::new(at, at + word.form.chars().count());
                    at = span.end() + usize::from(word.space_after);
                    RawToken {
                        span,
                        text: word.form.as_str().into(),
                    }
                })
                .collect();
            RawSentence {
                region: RegionKind::Body,
                tokens,
            }
        })
        .collect()
}

/// The names of each sentence, by its id, as token ranges with their classes.
type MarkedNames = BTreeMap<String, Vec<(Range<usize>, NameClass)>>;

/// The names of each sentence of a file in the format of Universal NER, by the sentence's id.
pub(crate) fn marked_by_sentence(
    data: &Path,
    file: &str,
    convention: Convention,
) -> Result<MarkedNames> {
    let path = data.join(file);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let mut marked = BTreeMap::new();
    for block in text.split("\n\n") {
        let id = block
            .lines()
            .find_map(|line| line.strip_prefix("# sent_id = "));
        let rows = block
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').nth(2).unwrap_or("O"));
        if let Some(id) = id {
            marked.insert(id.trim().to_owned(), conll_names(rows, convention));
        }
    }
    Ok(marked)
}

/// The names that BIO (or IO) labels describe.
fn conll_names<'t>(
    labels: impl Iterator<Item = &'t str>,
    convention: Convention,
) -> Vec<(Range<usize>, NameClass)> {
    let mut names: Vec<(Range<usize>, &str)> = Vec::new();
    for (at, label) in labels.enumerate() {
        let Some((part, kind)) = label.split_once('-') else {
            continue;
        };
        match names.last_mut() {
            Some((range, open)) if part == "I" && range.end == at && *open == kind => {
                range.end = at + 1
            }
            _ => names.push((at..at + 1, kind)),
        }
    }
    names
        .into_iter()
        .filter_map(|(range, kind)| Some((range, convention(kind)?)))
        .collect()
}

/// A text as an article with nothing but a body.
pub(crate) fn article(text: &str) -> Article {
    Article {
        metadata: ArticleMetadata {
            id: String::new(),
            title: None,
            published: None,
            published_origin: None,
            url: None,
            source: None,
            language: "en".to_owned(),
            sha256: String::new(),
        },
        text: text.to_owned(),
        regions: vec![Region {
            kind: RegionKind::Body,
            span: Span::new(0, text.chars().count()),
        }],
    }
}
