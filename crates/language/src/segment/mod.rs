//! Sentences and tokens of raw text, in the conventions of the English UD treebanks EWT and GUM.
//!
//! The work runs in three steps, each of which only narrows the one before: [`paragraphs`] cuts a region
//! where a sentence must end, [`tokens`] cuts a paragraph into syntactic words, [`sentences`] groups the
//! words. Offsets stay those of the article throughout.

mod abbreviations;
mod clitics;
mod paragraphs;
mod sentences;
mod shapes;
mod tokens;

use newsgraph_model::{Article, RegionKind, Span};

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

/// The sentences of an article, in order; none crosses a region or a paragraph.
///
/// Everything but white space belongs to exactly one token.
pub fn segment(article: &Article) -> Vec<RawSentence> {
    let characters: Vec<char> = article.text.chars().collect();
    article
        .regions
        .iter()
        .flat_map(|region| segment_region(&characters, region.span, region.kind))
        .collect()
}

fn segment_region(text: &[char], span: Span, region: RegionKind) -> Vec<RawSentence> {
    let end = span.end().min(text.len());
    let start = span.start().min(end);
    paragraphs::paragraphs(text, start, end)
        .into_iter()
        .flat_map(|paragraph| {
            let tokens = tokens::tokenize(text, paragraph);
            sentences::split(text, &tokens)
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

fn raw_token(text: &[char], word: std::ops::Range<usize>) -> RawToken {
    RawToken {
        span: Span::new(word.start, word.end),
        text: text[word].iter().collect::<String>().into(),
    }
}
