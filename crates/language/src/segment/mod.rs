//! Sentences and tokens of raw text, in the conventions of the English UD treebanks EWT and GUM.
//!
//! The work runs in three steps, each of which only narrows the one before: [`paragraphs`] cuts a region
//! where a sentence must end, [`tokens`] cuts a paragraph into syntactic words, [`sentences`] groups the
//! words where [`boundaries`] finds that a sentence opens. Offsets stay those of the article throughout.

mod abbreviations;
pub mod boundaries;
mod clitics;
mod paragraphs;
mod sentences;
mod shapes;
mod tokens;

use crate::ModelError;
use boundaries::{BoundaryModel, Feature};
use newsgraph_model::{Article, RegionKind, Span};
use std::collections::BTreeSet;

/// The tokens of a word or phrase in a text, as an analysis cuts it: `["cease", "-", "fire"]`, `["re-elect"]`.
pub fn tokens_of(phrase: &str) -> Vec<String> {
    let text: Vec<char> = phrase.chars().collect();
    tokens::tokenize(&text, 0..text.len())
        .into_iter()
        .map(|token| text[token].iter().collect())
        .collect()
}

/// A sentence before analysis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawSentence {
    /// The part of the article it belongs to.
    pub region: RegionKind,
    /// Its words; never empty.
    pub tokens: Vec<RawToken>,
}

/// A word before analysis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawToken {
    /// Where it stands, in characters of the article.
    pub span: Span,
    /// The characters, as the article has them.
    pub text: Box<str>,
}

/// Cuts articles into sentences and tokens.
#[derive(Clone, Copy, Debug)]
pub struct Segmenter<'m> {
    boundaries: BoundaryModel<'m>,
}

impl<'m> Segmenter<'m> {
    /// The segmenter with the model that comes with the program.
    ///
    /// # Errors
    /// When the model cannot be understood, which only a broken build does.
    pub fn embedded() -> Result<Segmenter<'static>, ModelError> {
        Segmenter::read(newsgraph_models::SENTENCES)
    }

    /// The segmenter with the given model of sentence boundaries.
    ///
    /// # Errors
    /// When the model is damaged, of another version, or of another kind.
    pub fn read(model: &'m [u8]) -> Result<Self, ModelError> {
        Ok(Self {
            boundaries: BoundaryModel::read(model)?,
        })
    }

    /// The sentences of an article, in order; none crosses a region or a paragraph.
    ///
    /// Everything but white space belongs to exactly one token.
    pub fn segment(&self, article: &Article) -> Vec<RawSentence> {
        let characters: Vec<char> = article.text.chars().collect();
        article
            .regions
            .iter()
            .flat_map(|region| self.segment_region(&characters, region.span, region.kind))
            .collect()
    }

    fn segment_region(&self, text: &[char], span: Span, region: RegionKind) -> Vec<RawSentence> {
        let end = span.end().min(text.len());
        let start = span.start().min(end);
        paragraphs::paragraphs(text, start, end)
            .into_iter()
            .flat_map(|paragraph| {
                let tokens = tokens::tokenize(text, paragraph);
                sentences::split(self.boundaries, text, &tokens)
            })
            .map(|words| RawSentence {
                region,
                tokens: words
                    .into_iter()
                    .map(|word| raw_token(text, word))
                    .collect(),
            })
            .collect()
    }
}

/// A place between two words of a paragraph, to learn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundaryExample {
    /// What is seen there.
    pub features: Vec<Feature>,
    /// Whether a sentence opens there.
    pub opens: bool,
}

/// All places of a text between two words of a paragraph; `starts` are the characters with which its sentences open.
pub fn boundary_examples(text: &str, starts: &BTreeSet<usize>) -> Vec<BoundaryExample> {
    let characters: Vec<char> = text.chars().collect();
    let mut examples = Vec::new();
    for paragraph in paragraphs::paragraphs(&characters, 0, characters.len()) {
        let words = tokens::tokenize(&characters, paragraph);
        boundaries::sentence_starts(&characters, &words, |at, features| {
            let opens = starts.contains(&words[at].start);
            examples.push(BoundaryExample {
                features: features.to_vec(),
                opens,
            });
            opens
        });
    }
    examples
}

fn raw_token(text: &[char], word: std::ops::Range<usize>) -> RawToken {
    RawToken {
        span: Span::new(word.start, word.end),
        text: text[word].iter().collect::<String>().into(),
    }
}
