//! What the encoder's numbers say of each word: tags, head and relation (biaffine; Dozat and Manning
//! 2017), names.

use super::bilou::LABELS;
use super::float::{dot, dots, gelu};
use super::kernel::{Kernel, OUTPUTS};
use super::linear::{Linear, Rounded};
use super::network::WIDTH;
use super::numbers::Numbers;
use super::tree::ArcScores;
use super::weights::{floats, other_size, read_linear};
use crate::{Deprel, ModelError, ModelFile, Upos, Xpos};
use std::ops::Range;

/// Numbers that each head reads.
const INNER: usize = 256;
/// Where each stands in a row of the first product.
const ARC_DEPENDENT: usize = 0;
const ARC_HEAD: usize = INNER;
const LABEL_DEPENDENT: usize = 2 * INNER;
const LABEL_HEAD: usize = 3 * INNER;
const NAME: usize = 4 * INNER;
const TAGS: usize = 5 * INNER;
const FIRST_OUTPUTS: usize = TAGS + 2 * OUTPUTS;
const ARC_OUTPUTS: usize = INNER + OUTPUTS;

/// What a score of one counts in the search for names, which adds integers.
pub(super) const NAME_SCORE_UNITS: f32 = 65_536.0;

/// How well each label of a name fits a word, in units of [`NAME_SCORE_UNITS`].
pub(super) type NameScores = [i32; LABELS];

/// Upper bounds of the distances between a word and its head that count as one.
const DISTANCE_BOUNDS: [usize; 8] = [1, 2, 3, 4, 6, 9, 14, 22];
const BUCKETS: usize = 2 * (DISTANCE_BOUNDS.len() + 1) + 1;

/// The number for the distance to a head; none is the root.
fn bucket(dependent: usize, head: Option<usize>) -> usize {
    let Some(head) = head else {
        return BUCKETS - 1;
    };
    let distance = head.abs_diff(dependent);
    let size = DISTANCE_BOUNDS.partition_point(|&bound| bound < distance);
    size + if head > dependent {
        DISTANCE_BOUNDS.len() + 1
    } else {
        0
    }
}

/// The weights of all heads.
pub(super) struct TaskHeads<'m> {
    /// The first product of all heads.
    first: Linear<'m>,
    /// What a dependent looks for in a head, and how it likes each distance.
    arc: Linear<'m>,
    label_distance: Vec<f32>,
    label: Linear<'m>,
    name: Linear<'m>,
}

/// Memory that the heads keep between batches.
#[derive(Default)]
pub(super) struct Room {
    words: Numbers<f32>,
    first: Numbers<f32>,
    arcs: Numbers<f32>,
    arc_scores: Vec<f32>,
    labels: Numbers<f32>,
    names: Numbers<f32>,
    hidden: Numbers<f32>,
    rounded: Rounded,
}

/// What is found out of one sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Annotation {
    pub(super) upos: Vec<Upos>,
    pub(super) xpos: Vec<Xpos>,
    pub(super) heads: Vec<Option<usize>>,
    pub(super) deprels: Vec<Deprel>,
    pub(super) names: Vec<NameScores>,
}

#[cfg(test)]
impl Room {
    /// All scores of the last batch.
    pub(super) fn results(&self) -> impl Iterator<Item = &f32> {
        let tables = [&self.first, &self.arcs, &self.labels, &self.names];
        tables.into_iter().flat_map(|table| table.iter())
    }
}

impl<'m> TaskHeads<'m> {
    pub(super) fn read(file: &ModelFile<'m>) -> Result<Self, ModelError> {
        let heads = Self {
            first: read_linear(file, "heads", WIDTH, FIRST_OUTPUTS)?,
            arc: read_linear(file, "arc_out", INNER, ARC_OUTPUTS)?,
            label_distance: floats(file, "label_distance")?,
            label: read_linear(file, "label_out", INNER, OUTPUTS)?,
            name: read_linear(file, "name_out", INNER, OUTPUTS)?,
        };
        if heads.label_distance.len() != BUCKETS * INNER {
            return Err(other_size("label_distance"));
        }
        Ok(heads)
    }

    /// Reads, for each sentence, the rows of `state` that stand for the root and for its words.
    #[inline(always)]
    pub(super) fn run<K: Kernel>(
        &self,
        state: &[f32],
        rows: &[usize],
        sentences: &[Range<usize>],
        room: &mut Room,
    ) -> Vec<Annotation> {
        room.words.resize(rows.len() * WIDTH);
        for (word, &row) in room.words.chunks_exact_mut(WIDTH).zip(rows) {
            word.copy_from_slice(&state[row * WIDTH..(row + 1) * WIDTH]);
        }
        room.rounded.fill(&room.words, WIDTH);
        room.first.resize(rows.len() * FIRST_OUTPUTS);
        self.first.multiply::<K>(&room.rounded, &mut room.first);
        self.look_for_heads::<K>(room, rows.len());
        self.look_for_names::<K>(room, rows.len());
        // Not by closures, which would be compiled apart, without the kernel's instructions.
        let mut found = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            found.push(annotate(room, sentence));
        }
        self.label::<K>(room, sentences, &mut found);
        found
    }

    #[inline(always)]
    fn look_for_heads<K: Kernel>(&self, room: &mut Room, rows: usize) {
        room.rounded.resize(rows, INNER);
        for (row, first) in room.first.chunks_exact_mut(FIRST_OUTPUTS).enumerate() {
            for value in &mut first[..LABEL_DEPENDENT] {
                *value = gelu(*value);
            }
            room.rounded.set(row, &first[ARC_DEPENDENT..][..INNER]);
        }
        room.arcs.resize(rows * ARC_OUTPUTS);
        self.arc.multiply::<K>(&room.rounded, &mut room.arcs);
    }

    #[inline(always)]
    fn look_for_names<K: Kernel>(&self, room: &mut Room, rows: usize) {
        room.rounded.resize(rows, INNER);
        for (row, first) in room.first.chunks_exact_mut(FIRST_OUTPUTS).enumerate() {
            let inner = &mut first[NAME..][..INNER];
            for value in inner.iter_mut() {
                *value = gelu(*value);
            }
            room.rounded.set(row, inner);
        }
        room.names.resize(rows * OUTPUTS);
        self.name.multiply::<K>(&room.rounded, &mut room.names);
    }

    #[inline(always)]
    fn label<K: Kernel>(
        &self,
        room: &mut Room,
        sentences: &[Range<usize>],
        found: &mut [Annotation],
    ) {
        let words = found.iter().map(|annotation| annotation.heads.len()).sum();
        room.rounded.resize(words, INNER);
        room.hidden.resize(INNER);
        let mut row = 0;
        for (sentence, annotation) in sentences.iter().zip(found.iter()) {
            for (word, &head) in annotation.heads.iter().enumerate() {
                let dependent = &room.first[(sentence.start + 1 + word) * FIRST_OUTPUTS..];
                let governor = sentence.start + head.map_or(0, |head| head + 1);
                let governor = &room.first[governor * FIRST_OUTPUTS..];
                let distance = &self.label_distance[bucket(word, head) * INNER..];
                for (i, hidden) in room.hidden.iter_mut().enumerate() {
                    let sum = dependent[LABEL_DEPENDENT + i] + governor[LABEL_HEAD + i];
                    *hidden = gelu(sum + distance[i]);
                }
                room.rounded.set(row, &room.hidden);
                row += 1;
            }
        }
        room.labels.resize(words * OUTPUTS);
        self.label.multiply::<K>(&room.rounded, &mut room.labels);
        let mut rows = room.labels.chunks_exact(OUTPUTS);
        for annotation in found {
            for (head, scores) in annotation.heads.iter().zip(&mut rows) {
                annotation.deprels.push(best_relation(*head, scores));
            }
        }
    }
}

/// The relation of the root is `root`, and no other is.
fn best_relation(head: Option<usize>, scores: &[f32]) -> Deprel {
    if head.is_none() {
        return Deprel::Root;
    }
    best(Deprel::ALL, scores, |label| label != Deprel::Root)
}

/// The label with the highest score; of equals the first.
fn best<L: Copy>(labels: &[L], scores: &[f32], allowed: impl Fn(L) -> bool) -> L {
    let mut best: Option<(L, f32)> = None;
    for (&label, &score) in labels
        .iter()
        .zip(scores)
        .filter(|(label, _)| allowed(**label))
    {
        if best.is_none_or(|(_, highest)| score > highest) {
            best = Some((label, score));
        }
    }
    best.map_or(labels[0], |(label, _)| label)
}

/// All but the relations, which need the heads.
#[inline(always)]
fn annotate(room: &mut Room, rows: &Range<usize>) -> Annotation {
    let words = rows.start + 1..rows.end;
    let mut annotation = Annotation::default();
    for row in words.clone() {
        let tags = &room.first[row * FIRST_OUTPUTS + TAGS..(row + 1) * FIRST_OUTPUTS];
        annotation.upos.push(best(Upos::ALL, tags, |_| true));
        annotation
            .xpos
            .push(best(Xpos::ALL, &tags[Upos::ALL.len()..], |_| true));
    }
    score_arcs(room, rows);
    annotation.heads = ArcScores::new(&room.arc_scores, words.len()).best_tree();
    annotation.names = name_scores(&room.names[words.start * OUTPUTS..words.end * OUTPUTS]);
    annotation
}

fn name_scores(rows: &[f32]) -> Vec<NameScores> {
    rows.chunks_exact(OUTPUTS)
        .map(|row| std::array::from_fn(|label| (row[label] * NAME_SCORE_UNITS) as i32))
        .collect()
}

/// Heads whose scores are summed together.
const HEADS_AT_ONCE: usize = 4;

#[inline(always)]
fn score_arcs(room: &mut Room, rows: &Range<usize>) {
    room.arc_scores.clear();
    for (dependent, row) in (rows.start + 1..rows.end).enumerate() {
        let wish = &room.arcs[row * ARC_OUTPUTS..(row + 1) * ARC_OUTPUTS];
        let offer =
            |head: usize| &room.first[(rows.start + head) * FIRST_OUTPUTS + ARC_HEAD..][..INNER];
        let distance = |head: usize| wish[INNER + bucket(dependent, head.checked_sub(1))];
        let mut head = 0;
        while head + HEADS_AT_ONCE <= rows.len() {
            let offers = std::array::from_fn(|next| offer(head + next));
            let products = dots::<HEADS_AT_ONCE>(&wish[..INNER], offers);
            for (next, product) in products.into_iter().enumerate() {
                room.arc_scores.push(product + distance(head + next));
            }
            head += HEADS_AT_ONCE;
        }
        for head in head..rows.len() {
            room.arc_scores
                .push(dot(&wish[..INNER], offer(head)) + distance(head));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_fall_into_buckets_by_size_and_side() {
        assert_eq!(bucket(5, Some(4)), 0);
        assert_eq!(bucket(5, Some(6)), 9);
        assert_eq!(bucket(0, Some(6)), 9 + 4);
        assert_eq!(bucket(40, Some(0)), 8);
        assert_eq!(bucket(3, None), 18);
    }

    #[test]
    fn only_the_root_is_labelled_root() {
        let mut scores = vec![0.0; Deprel::ALL.len()];
        scores[Deprel::Root as usize] = 9.0;
        scores[Deprel::Obj as usize] = 1.0;
        assert_eq!(best_relation(None, &scores), Deprel::Root);
        assert_eq!(best_relation(Some(1), &scores), Deprel::Obj);
    }
}
