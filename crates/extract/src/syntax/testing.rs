//! Hand-made analyses for tests.

use newsgraph_language::{Sentence, Token};
use newsgraph_model::{RegionKind, Span};

/// A sentence from lines of `word lemma UPOS XPOS head relation`, heads counted from 1, 0 for the root.
pub(crate) fn sentence(region: RegionKind, lines: &str) -> Sentence {
    let mut at = 0;
    let tokens: Vec<Token> = lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let column: Vec<&str> = line.split_whitespace().collect();
            let head: usize = column[4].parse().unwrap();
            let span = Span::new(at, at + column[0].chars().count());
            at = span.end() + 1;
            Token {
                span,
                text: column[0].into(),
                lemma: column[1].into(),
                upos: column[2].parse().unwrap(),
                xpos: column[3].parse().unwrap(),
                head: head.checked_sub(1),
                deprel: column[5].parse().unwrap(),
            }
        })
        .collect();
    Sentence {
        span: Span::new(0, at.saturating_sub(1)),
        region,
        tokens,
        names: Vec::new(),
    }
}

/// A sentence of the running text.
pub(crate) fn body(lines: &str) -> Sentence {
    sentence(RegionKind::Body, lines)
}
