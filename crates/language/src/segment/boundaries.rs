//! Whether a sentence opens between two words of a paragraph: a linear model with features of the words around the
//! place, of the marks that are open there, and of the sentence so far.

use super::{abbreviations, shapes};
use crate::{ModelError, ModelFile};
use std::ops::Range;

/// Kind of the model file.
pub const KIND: &str = "sentence boundaries";

/// Weights of the model; a feature is the number of its weight, and features that share one are few.
pub const WEIGHTS: usize = 1 << 15;

/// The number of a feature's weight.
pub type Feature = u16;

/// What a word that is not there looks like.
const NOTHING: Word = Word {
    form: 1,
    shape: 1,
    ending: 1,
    spaced: true,
    closes: false,
    opens: false,
};

/// One weight for each feature; a sentence opens where the sum is positive.
#[derive(Clone, Copy, Debug)]
pub(super) struct BoundaryModel<'m> {
    weights: &'m [u8],
}

impl<'m> BoundaryModel<'m> {
    pub(super) fn read(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let weights = ModelFile::read(bytes, KIND)?.borrowed_section("weights")?;
        if weights.len() != WEIGHTS {
            return Err(ModelError::Content(
                "the weights of sentence boundaries have another size".to_owned(),
            ));
        }
        Ok(Self { weights })
    }

    pub(super) fn opens_sentence(&self, features: &[Feature]) -> bool {
        let weight = |&feature: &Feature| i32::from(self.weights[usize::from(feature)] as i8);
        features.iter().map(weight).sum::<i32>() > 0
    }
}

/// Goes through the words of a paragraph and asks `opens` of each but the first, with the features of the place before
/// it, whether a sentence opens with it. Gives the first words of all sentences.
pub(super) fn sentence_starts(
    text: &[char],
    words: &[Range<usize>],
    mut opens: impl FnMut(usize, &[Feature]) -> bool,
) -> Vec<usize> {
    let view = Paragraph::new(text, words);
    let (mut starts, mut features, mut open) = (vec![0], Vec::new(), OpenMarks::default());
    let mut start = 0;
    for at in 1..words.len() {
        open.pass(&text[words[at - 1].clone()]);
        features.clear();
        view.describe(start, at, &open, &mut features);
        if opens(at, &features) {
            starts.push(at);
            start = at;
            open = OpenMarks::default();
        }
    }
    starts
}

/// What the features see of a word.
#[derive(Clone, Copy)]
struct Word {
    /// Its small letters.
    form: u32,
    shape: u32,
    /// Which mark it is that may end a sentence, or which kind of abbreviation.
    ending: u32,
    /// Whether there is a gap before it.
    spaced: bool,
    /// A mark that may stand between the end of a sentence and its last stop.
    closes: bool,
    /// A mark that may stand before the first word of a sentence.
    opens: bool,
}

struct Paragraph {
    words: Vec<Word>,
    /// How its last word ends: text without stops at all is no prose.
    last: u32,
}

/// Quotations and brackets that the sentence has opened and not yet closed.
#[derive(Default)]
struct OpenMarks {
    straight_quote: bool,
    quotes: i32,
    brackets: i32,
}

impl OpenMarks {
    fn pass(&mut self, word: &[char]) {
        match word {
            ['"'] => self.straight_quote ^= true,
            ['“' | '«' | '„'] => self.quotes += 1,
            ['”' | '»'] => self.quotes -= 1,
            ['(' | '['] => self.brackets += 1,
            [')' | ']'] => self.brackets -= 1,
            _ => {}
        }
    }

    fn quoting(&self) -> u32 {
        u32::from(self.straight_quote || self.quotes > 0)
    }

    fn bracketed(&self) -> u32 {
        (self.brackets.clamp(-1, 1) + 1) as u32
    }
}

impl Paragraph {
    fn new(text: &[char], words: &[Range<usize>]) -> Self {
        let is_number = |at: usize| {
            words
                .get(at)
                .is_some_and(|word: &Range<usize>| text[word.start].is_ascii_digit())
        };
        let words: Vec<Word> = (0..words.len())
            .map(|at| {
                let characters = &text[words[at].clone()];
                Word {
                    form: form(characters),
                    shape: shape(characters),
                    ending: ending(characters, is_number(at + 1)),
                    spaced: at == 0 || words[at - 1].end < words[at].start,
                    closes: is_closing(characters),
                    opens: is_opening(characters),
                }
            })
            .collect();
        let last = words.iter().rev().find(|word| !word.closes);
        Self {
            last: last.map_or(NOTHING.ending, |word| word.ending),
            words,
        }
    }

    fn at(&self, at: Option<usize>) -> Word {
        at.and_then(|at| self.words.get(at))
            .copied()
            .unwrap_or(NOTHING)
    }

    /// The features of the place before word `at` of a sentence that opened with word `start`.
    fn describe(&self, start: usize, at: usize, open: &OpenMarks, out: &mut Vec<Feature>) {
        let (before2, before) = (self.at(at.checked_sub(2)), self.at(Some(at - 1)));
        let (next, next2) = (self.at(Some(at)), self.at(Some(at + 1)));
        let last = self.last_before_closers(start, at);
        let first = self.first_after_openers(at);
        let (head, head2) = (self.at(Some(first)), self.at(Some(first + 1)));
        let (tail, tail2) = (self.words[last], self.at(last.checked_sub(1)));
        let gap = u32::from(next.spaced);
        let head_shape = mix(head.shape, 2 * u32::from(first > at) + gap);
        let end = mix(tail.ending, u32::from(last + 1 < at));
        let length = bucket(at - start);
        let mark = if next.opens || next.closes {
            next.form
        } else {
            0
        };
        let mut add =
            |template: u32, left: u32, right: u32| out.push(number(template, left, right));
        add(0, 0, 0);
        add(1, before.form, 0);
        add(2, next.form, 0);
        add(3, gap, 0);
        add(4, before.shape, gap);
        add(5, head_shape, 0);
        add(6, end, 0);
        add(7, end, head_shape);
        add(8, tail.ending, next.form);
        add(9, before.form, next.form);
        add(10, mix(before.shape, gap), head.shape);
        add(11, before.form, mix(head.shape, gap));
        add(12, before.shape, next.form);
        add(13, before2.form, before.form);
        add(14, next.form, next2.form);
        add(15, before2.shape, before.shape);
        add(16, head.shape, head2.shape);
        add(17, tail.ending, length);
        add(18, length, 0);
        add(19, tail.ending, tail2.form);
        add(20, mix(tail.ending, tail2.shape), head.shape);
        add(21, (self.words.len() - at).min(6) as u32, 0);
        add(22, mix(tail.ending, head_shape), head2.shape);
        add(23, mix(end, mark), open.quoting());
        add(24, tail.ending, open.bracketed());
        add(25, end, self.last);
        add(26, mix(end, self.last), head_shape);
    }

    fn last_before_closers(&self, start: usize, at: usize) -> usize {
        let mut last = at - 1;
        while last > start && self.words[last].closes {
            last -= 1;
        }
        last
    }

    fn first_after_openers(&self, mut at: usize) -> usize {
        while at + 1 < self.words.len() && self.words[at].opens {
            at += 1;
        }
        at
    }
}

fn is_closing(word: &[char]) -> bool {
    matches!(word, [c] if shapes::is_closer(*c) || shapes::is_straight_quote(*c))
}

fn is_opening(word: &[char]) -> bool {
    match word {
        [c] if shapes::is_opener(*c) || shapes::is_straight_quote(*c) => true,
        word => word
            .iter()
            .all(|c| matches!(c, '`' | '*' | '-' | '–' | '—')),
    }
}

/// Short sentences are told apart by word, longer ones by five.
fn bucket(length: usize) -> u32 {
    match length.min(40) {
        short @ 0..4 => short as u32,
        long => 4 + (long as u32 - 4) / 5,
    }
}

fn form(word: &[char]) -> u32 {
    hash(word.iter().flat_map(|c| c.to_lowercase()))
}

/// Kinds of characters, runs of more than two shortened to two.
fn shape(word: &[char]) -> u32 {
    let kind = |c: char| match c {
        '.' | '-' | '\'' => c,
        '’' => '\'',
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c if c.is_numeric() => 'd',
        _ => 'p',
    };
    let kinds = word.iter().take(12).map(|&c| kind(c));
    let (mut last, mut run) = ('\0', 0);
    hash(kinds.filter(|&kind| {
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        run <= 2
    }))
}

/// Which mark a word is, of those that end sentences; which kind of abbreviation; or none of these.
fn ending(word: &[char], before_number: bool) -> u32 {
    if word
        .iter()
        .all(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '‽'))
    {
        return form(word);
    }
    let [stem @ .., '.'] = word else { return 2 };
    match abbreviations::abbreviation(stem, before_number) {
        Some(abbreviations::Abbreviation::Leading) => 3,
        Some(abbreviations::Abbreviation::Closing) => 4,
        None => 5,
    }
}

/// 32-bit FNV-1a over characters.
fn hash(characters: impl Iterator<Item = char>) -> u32 {
    characters.fold(0x811c_9dc5, |hash, c| {
        (hash ^ u32::from(c)).wrapping_mul(0x0100_0193)
    })
}

fn mix(left: u32, right: u32) -> u32 {
    (left.rotate_left(5) ^ right).wrapping_mul(0x9e37_79b1)
}

/// The weight of the conjunction of two values under a template.
fn number(template: u32, left: u32, right: u32) -> Feature {
    let mut hash = u64::from(mix(left, template)) << 32 | u64::from(mix(right, template + 64));
    hash = (hash ^ hash >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as u16 % WEIGHTS as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_forget_letters_and_long_runs() {
        let of = |word: &str| shape(&word.chars().collect::<Vec<_>>());
        assert_eq!(of("Geneva"), of("Oslo"));
        assert_ne!(of("Geneva"), of("geneva"));
        assert_ne!(of("US"), of("Us"));
    }

    #[test]
    fn a_model_of_another_size_is_refused() {
        let mut file = ModelFile::new(KIND, &[]);
        file.sections
            .push(("weights".to_owned(), vec![0; 8].into()));
        assert!(BoundaryModel::read(&file.write()).is_err());
    }
}
