//! Words to pieces of the encoder's vocabulary: greedy longest match (Wu et al. 2016) over lower-case
//! text without accents. `train/encoder/wordpiece.py` does the same.

use rustc_hash::FxHashMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word longer than this, in characters, is cut: the rest of a web address says nothing.
const MAX_CHARACTERS: usize = 48;
/// Pieces that a word can have.
pub(super) const MAX_PIECES: usize = 12;

/// The pieces that every vocabulary starts with.
pub(super) const SPECIAL: [&str; 4] = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
const UNKNOWN: u32 = 1;
/// Stands before each sentence.
pub(super) const START: u32 = 2;
/// Stands after each sentence.
pub(super) const END: u32 = 3;

/// The letter case of a word, which the lower-case vocabulary doesn't show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Shape {
    /// Of the marks before and after a sentence.
    None,
    Lower,
    Title,
    Upper,
    /// One capital letter and no other.
    Initial,
    Mixed,
    Number,
    /// Digits and letters.
    Alphanumeric,
    Symbol,
    /// Letters of a script without case.
    Uncased,
}

/// The shapes, as the model file lists them.
pub(super) const SHAPES: [&str; 10] = [
    "none",
    "lower",
    "title",
    "upper",
    "initial",
    "mixed",
    "number",
    "alphanumeric",
    "symbol",
    "uncased",
];

impl Shape {
    pub(super) fn of(word: &str) -> Self {
        let count = |test: fn(&char) -> bool| word.chars().filter(test).count();
        let upper = count(|c| c.is_uppercase());
        let lower = count(|c| c.is_lowercase());
        let digits = count(|c| c.is_numeric());
        if count(|c| c.is_alphabetic()) == 0 {
            return if digits > 0 {
                Self::Number
            } else {
                Self::Symbol
            };
        }
        match (upper, lower) {
            _ if digits > 0 => Self::Alphanumeric,
            (0, 0) => Self::Uncased,
            (0, _) => Self::Lower,
            (1, 0) => Self::Initial,
            (_, 0) => Self::Upper,
            (1, _)
                if word
                    .chars()
                    .find(|c| c.is_alphabetic())
                    .is_some_and(char::is_uppercase) =>
            {
                Self::Title
            }
            _ => Self::Mixed,
        }
    }
}

/// The vocabulary.
pub(super) struct Vocabulary<'m> {
    whole: FxHashMap<&'m str, u32>,
    /// Pieces that carry a word on, without their "##".
    rest: FxHashMap<&'m str, u32>,
    longest: usize,
}

impl<'m> Vocabulary<'m> {
    /// Reads one piece a line.
    pub(super) fn new(lines: &'m str) -> Option<Self> {
        let mut vocabulary = Self {
            whole: FxHashMap::default(),
            rest: FxHashMap::default(),
            longest: 0,
        };
        for (id, piece) in (0u32..).zip(lines.lines()) {
            let rest = piece.strip_prefix("##").filter(|rest| !rest.is_empty());
            let bytes = rest.unwrap_or(piece);
            vocabulary.longest = vocabulary.longest.max(bytes.len());
            let table = if rest.is_some() {
                &mut vocabulary.rest
            } else {
                &mut vocabulary.whole
            };
            table.insert(bytes, id);
        }
        let starts_right = (0u32..)
            .zip(SPECIAL)
            .all(|(id, piece)| vocabulary.whole.get(piece) == Some(&id));
        starts_right.then_some(vocabulary)
    }

    pub(super) fn len(&self) -> usize {
        self.whole.len() + self.rest.len()
    }

    /// Adds the pieces of a word: at least one, at most [`MAX_PIECES`].
    pub(super) fn split(&self, word: &str, pieces: &mut Vec<u32>) {
        let first = pieces.len();
        let normal: String = normalise(word);
        for part in parts(&normal) {
            self.split_part(part, pieces);
        }
        if pieces.len() == first {
            pieces.push(UNKNOWN);
        }
        pieces.truncate(first + MAX_PIECES);
    }

    fn split_part(&self, part: &str, pieces: &mut Vec<u32>) {
        let (first, mut start) = (pieces.len(), 0);
        while start < part.len() {
            let table = if start == 0 { &self.whole } else { &self.rest };
            let Some((id, end)) = self.longest_piece(table, part, start) else {
                pieces.truncate(first);
                pieces.push(UNKNOWN);
                return;
            };
            pieces.push(id);
            start = end;
        }
    }

    fn longest_piece(
        &self,
        table: &FxHashMap<&str, u32>,
        part: &str,
        start: usize,
    ) -> Option<(u32, usize)> {
        let last = part.len().min(start + self.longest);
        (start + 1..=last)
            .rev()
            .filter(|&end| part.is_char_boundary(end))
            .find_map(|end| Some((*table.get(&part[start..end])?, end)))
    }
}

fn normalise(word: &str) -> String {
    if word.is_ascii() {
        return word
            .chars()
            .take(MAX_CHARACTERS)
            .map(|c| c.to_ascii_lowercase())
            .collect();
    }
    word.to_lowercase()
        .nfd()
        .filter(|&c| !is_combining_mark(c))
        .take(MAX_CHARACTERS)
        .collect()
}

/// Runs of letters and digits, and each other character by itself; white space is left out.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let run = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let end = if run > 0 {
            run
        } else {
            rest.chars().next()?.len_utf8()
        };
        let (part, after) = rest.split_at(end);
        rest = after.trim_start();
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nu\ns\n.\nun\n##iced\n##i\n##ce\nelysee\n-";

    fn split(word: &str) -> Vec<u32> {
        let mut pieces = Vec::new();
        Vocabulary::new(LINES).unwrap().split(word, &mut pieces);
        pieces
    }

    #[test]
    fn longest_piece_wins() {
        assert_eq!(split("Uniced"), vec![7, 8]);
        assert_eq!(split("unice"), vec![7, 9, 10]);
    }

    #[test]
    fn punctuation_stands_alone_and_accents_fall() {
        assert_eq!(split("U.S."), vec![4, 6, 5, 6]);
        assert_eq!(split("Élysée-u"), vec![11, 12, 4]);
    }

    #[test]
    fn a_part_that_cannot_be_spelt_is_unknown() {
        assert_eq!(split("unx.s"), vec![1, 6, 5]);
        assert_eq!(split("\u{a0}"), vec![1]);
    }

    #[test]
    fn shapes() {
        for (word, shape) in [
            ("the", Shape::Lower),
            ("Putin", Shape::Title),
            ("O'Brien", Shape::Mixed),
            ("NATO", Shape::Upper),
            ("U.S.", Shape::Upper),
            ("A", Shape::Initial),
            ("J.", Shape::Initial),
            ("iPhone", Shape::Mixed),
            ("1,300", Shape::Number),
            ("G7", Shape::Alphanumeric),
            ("—", Shape::Symbol),
            ("北京", Shape::Uncased),
            ("'Twas", Shape::Title),
        ] {
            assert_eq!(Shape::of(word), shape, "{word}");
        }
    }

    #[test]
    fn a_vocabulary_without_the_special_pieces_is_refused() {
        assert!(Vocabulary::new("a\nb\nc").is_none());
    }
}
