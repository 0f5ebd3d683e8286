//! A sentence's tokens cut at hyphens and dashes, so that "mid-2015", "2010-2012" and "2010 – 2012" read
//! alike however the tokeniser takes them.

use newsgraph_language::{NameClass, Sentence, Upos};
use std::ops::Range;

/// A word or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Lower case.
    pub(super) text: String,
    /// Whether it starts with a capital letter.
    pub(super) capital: bool,
    pub(super) upos: Upos,
    /// Index of its token.
    pub(super) token: usize,
    /// Whether it stands in a person's name of several words.
    pub(super) in_person: bool,
}

/// The pieces of a sentence in order.
#[derive(Clone, Debug)]
pub(super) struct Pieces(Vec<Piece>);

const DASHES: [char; 5] = ['-', '–', '—', '‑', '−'];

impl Pieces {
    pub(super) fn of(sentence: &Sentence) -> Self {
        let mut pieces = Vec::with_capacity(sentence.tokens.len());
        let mut in_person = vec![false; sentence.tokens.len()];
        for name in sentence.outer_names() {
            if name.class == NameClass::Person && name.tokens.len() > 1 {
                in_person[name.tokens.clone()].fill(true);
            }
        }
        for (index, token) in sentence.tokens.iter().enumerate() {
            for part in split(&token.text) {
                pieces.push(Piece {
                    text: part.to_lowercase(),
                    capital: part.chars().next().is_some_and(char::is_uppercase),
                    upos: token.upos,
                    token: index,
                    in_person: in_person[index],
                });
            }
        }
        Self(pieces)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Piece> {
        self.0.get(at)
    }

    /// The text at a place; empty past the end.
    pub(super) fn text(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |piece| piece.text.as_str())
    }

    /// The text `back` places before another; empty before the start.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |index| self.text(index))
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.text(at))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        let mut characters = self.text(at).chars();
        characters.next().is_some_and(|c| DASHES.contains(&c))
            && characters.all(|c| DASHES.contains(&c))
    }

    /// The place after a comma at `at`, or `at`.
    pub(super) fn skip_comma(&self, at: usize) -> usize {
        at + usize::from(self.text(at) == ",")
    }

    /// Whether the words from `at` on are these.
    pub(super) fn starts_with(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.text(at + offset) == *word)
    }

    /// The first piece from `at` on that begins a token.
    pub(super) fn token_boundary(&self, at: usize) -> usize {
        let inside = |index: usize| index > 0 && self.0[index].token == self.0[index - 1].token;
        (at..self.0.len())
            .find(|&index| !inside(index))
            .unwrap_or(self.0.len())
    }

    /// The tokens of a range of pieces.
    pub(super) fn tokens(&self, pieces: Range<usize>) -> Range<usize> {
        let first = self.0[pieces.start].token;
        let last = self.0[pieces.end.max(pieces.start + 1) - 1].token;
        first..last + 1
    }
}

/// The parts of a token; a token without an inner dash is one part.
fn split(token: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = token;
    while let Some(at) = rest.find(DASHES) {
        let length = rest[at..].chars().next().map_or(1, char::len_utf8);
        parts.extend([&rest[..at], &rest[at..at + length]]);
        rest = &rest[at + length..];
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_cut_at_dashes() {
        assert_eq!(split("2010–2012"), ["2010", "–", "2012"]);
        assert_eq!(split("mid-2015"), ["mid", "-", "2015"]);
        assert_eq!(split("May"), ["May"]);
        assert_eq!(split("--"), ["-", "-"]);
    }
}
