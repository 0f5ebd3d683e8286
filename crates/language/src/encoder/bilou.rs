//! The BILOU scheme: every word begins, continues or ends a name, is one by itself, or lies outside.

use crate::{Name, NameClass};
use std::ops::Range;

/// Number of labels: outside, and four for each class.
pub(super) const LABELS: usize = 1 + 4 * NameClass::ALL.len();

/// The label of words outside names.
pub(super) const OUTSIDE: usize = 0;

/// Where a word stands in its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// First of several words.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several words.
    Last,
    /// The only word.
    Unit,
}

/// The label of a word that stands at `place` in a name of the class.
pub(super) fn label(class: NameClass, place: Place) -> usize {
    1 + 4 * (class as usize) + place as usize
}

/// The place of word `at` in a name that covers `name`.
pub(super) fn place(name: &Range<usize>, at: usize) -> Place {
    match (at == name.start, at + 1 == name.end) {
        (true, true) => Place::Unit,
        (true, false) => Place::Begin,
        (false, true) => Place::Last,
        (false, false) => Place::Inside,
    }
}

fn parts(label: usize) -> Option<(usize, usize)> {
    label.checked_sub(1).map(|label| (label / 4, label % 4))
}

/// Whether a name is open after the label, and of which class.
fn open_after(label: usize) -> Option<usize> {
    parts(label)
        .filter(|&(_, place)| place < 2)
        .map(|(class, _)| class)
}

/// Whether the label goes on with an open name, and of which class.
fn continues(label: usize) -> Option<usize> {
    parts(label)
        .filter(|&(_, place)| place == 1 || place == 2)
        .map(|(class, _)| class)
}

/// The best well-formed labels for the words' scores, all well-formed sequences being equally likely beforehand; the
/// lower label of equals.
pub(super) fn decode(scores: &[[i32; LABELS]]) -> Vec<usize> {
    const IMPOSSIBLE: i64 = i64::MIN / 4;
    let mut best = vec![[IMPOSSIBLE; LABELS]; scores.len()];
    let mut back = vec![[0u8; LABELS]; scores.len()];
    for (at, scores) in scores.iter().enumerate() {
        let (done, rest) = best.split_at_mut(at);
        let before = done.last();
        let closed = before.map_or((0, 0), |before| likeliest(before, CLOSED));
        for label in 0..LABELS {
            let from = match (before, continues(label)) {
                (None, None) => (0, 0),
                (None, Some(_)) => continue,
                (Some(_), None) => closed,
                (Some(before), Some(class)) => {
                    let open = [Place::Begin, Place::Inside];
                    likeliest(before, open.map(|place| 1 + 4 * class + place as usize))
                }
            };
            if from.0 > IMPOSSIBLE {
                rest[0][label] = from.0 + i64::from(scores[label]);
                back[at][label] = from.1 as u8;
            }
        }
    }
    trace(&best, &back, IMPOSSIBLE)
}

/// The labels after which no name is open, in order.
const CLOSED: [usize; 1 + 2 * NameClass::ALL.len()] = {
    let mut labels = [OUTSIDE; 1 + 2 * NameClass::ALL.len()];
    let mut class = 0;
    while class < NameClass::ALL.len() {
        labels[1 + 2 * class] = 1 + 4 * class + Place::Last as usize;
        labels[2 + 2 * class] = 1 + 4 * class + Place::Unit as usize;
        class += 1;
    }
    labels
};

/// The highest of these scores with its label, the first of equals.
fn likeliest<const N: usize>(scores: &[i64; LABELS], labels: [usize; N]) -> (i64, usize) {
    let mut best = (scores[labels[0]], labels[0]);
    for label in &labels[1..] {
        if scores[*label] > best.0 {
            best = (scores[*label], *label);
        }
    }
    best
}

fn trace(best: &[[i64; LABELS]], back: &[[u8; LABELS]], impossible: i64) -> Vec<usize> {
    let mut labels = vec![OUTSIDE; best.len()];
    let Some(last) = best.last() else {
        return labels;
    };
    let end = (0..LABELS)
        .filter(|&label| open_after(label).is_none() && last[label] > impossible)
        .max_by_key(|&label| (last[label], LABELS - label));
    let Some(mut label) = end else {
        return labels;
    };
    for at in (0..best.len()).rev() {
        labels[at] = label;
        label = usize::from(back[at][label]);
    }
    labels
}

/// The names that well-formed labels describe.
pub(super) fn names(labels: &[usize]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut start = 0;
    for (at, &label) in labels.iter().enumerate() {
        if continues(label).is_none() {
            start = at;
        }
        if let (Some((class, _)), None) = (parts(label), open_after(label)) {
            names.push(Name {
                tokens: start..at + 1,
                class: NameClass::ALL[class],
            });
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_prefers_a_well_formed_whole() {
        let mut scores = vec![[0; LABELS]; 3];
        scores[0][label(NameClass::Person, Place::Begin)] = 5;
        scores[1][label(NameClass::Place, Place::Last)] = 6;
        scores[1][label(NameClass::Person, Place::Last)] = 4;
        assert_eq!(
            names(&decode(&scores)),
            [Name {
                tokens: 0..2,
                class: NameClass::Person
            }]
        );
    }

    #[test]
    fn without_words_there_is_no_name() {
        assert_eq!(names(&decode(&[])), []);
    }
}
