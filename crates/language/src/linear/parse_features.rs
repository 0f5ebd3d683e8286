//! Features of a parser state, after Zhang and Nivre (2011), fitted to the arc-hybrid system: both the top
//! two words of the stack and the next word can become heads, so all three pairs are seen.

use super::{feature::Features, form::Form, tagger::Tag, transition::State};

/// What the parser sees of the words; the root is the last.
#[derive(Debug)]
pub struct WordView {
    words: Vec<u32>,
    tags: Vec<u32>,
    upos: Vec<u32>,
}

const NONE: u32 = 0;

impl WordView {
    /// The view of a sentence.
    pub fn new(forms: &[Form], tags: &[Tag]) -> Self {
        let with_root = |values: Vec<u32>| values.into_iter().chain([2]).collect();
        Self {
            words: with_root(forms.iter().map(|form| form.word | 1 << 31).collect()),
            tags: with_root(
                tags.iter()
                    .map(|&(upos, xpos)| 256 + (upos as u32) * 64 + xpos as u32)
                    .collect(),
            ),
            upos: with_root(tags.iter().map(|&(upos, _)| 16 + upos as u32).collect()),
        }
    }

    fn word(&self, at: Option<usize>) -> u32 {
        at.map_or(NONE, |at| self.words[at])
    }

    fn tag(&self, at: Option<usize>) -> u32 {
        at.map_or(NONE, |at| self.tags[at])
    }

    fn upos(&self, at: Option<usize>) -> u32 {
        at.map_or(NONE, |at| self.upos[at])
    }
}

/// A word of the state with its children.
struct Node {
    word: u32,
    tag: u32,
    upos: u32,
    left: [Child; 2],
    right: [Child; 2],
    left_count: u32,
    right_count: u32,
    left_labels: [u32; 2],
    right_labels: [u32; 2],
}

#[derive(Clone, Copy)]
struct Child {
    word: u32,
    tag: u32,
    label: u32,
}

impl Node {
    fn new(state: &State, view: &WordView, at: Option<usize>) -> Self {
        let child = |child: Option<usize>| Child {
            word: view.word(child),
            tag: view.tag(child),
            label: child.map_or(NONE, |child| 1 + state.labels[child] as u32),
        };
        let left = at.map(|at| *state.left(at)).unwrap_or_default();
        let right = at.map(|at| *state.right(at)).unwrap_or_default();
        let halves = |labels: u64| [labels as u32, (labels >> 32) as u32];
        Self {
            word: view.word(at),
            tag: view.tag(at),
            upos: view.upos(at),
            left: [child(left.outer), child(left.inner)],
            right: [child(right.outer), child(right.inner)],
            left_count: left.count.min(4),
            right_count: right.count.min(4),
            left_labels: halves(left.labels),
            right_labels: halves(right.labels),
        }
    }
}

/// A distance in words, in six steps.
fn distance(from: Option<usize>, to: Option<usize>) -> u32 {
    match (from, to) {
        (Some(from), Some(to)) => match to.abs_diff(from) {
            near @ 0..=4 => near as u32,
            5..=10 => 5,
            _ => 6,
        },
        _ => 7,
    }
}

/// Adds the features of a state.
pub fn parse_features(state: &State, view: &WordView, features: &mut Features) {
    let (top, below, next) = (state.stack(0), state.stack(1), state.buffer(0));
    let s0 = Node::new(state, view, top);
    let s1 = Node::new(state, view, below);
    let b0 = Node::new(state, view, next);
    let ahead = Ahead {
        below2: (view.word(state.stack(2)), view.tag(state.stack(2))),
        next1: (view.word(state.buffer(1)), view.tag(state.buffer(1))),
        next2: (view.word(state.buffer(2)), view.tag(state.buffer(2))),
        next3: view.tag(state.buffer(3)),
    };
    features.add(0, &[]);
    single_words(features, &s0, &s1, &b0, &ahead);
    pair(features, 20, &s0, &b0, distance(top, next));
    pair(features, 40, &s1, &s0, distance(below, top));
    loose_pair(features, 60, &s1, &b0);
    sequences(features, &s0, &s1, &b0, &ahead);
    family(features, 100, &s0);
    family(features, 120, &s1);
    next_family(features, &b0);
    grandchildren(features, &s0, &s1, &b0);
    attachment_of_phrases(features, &s0, &s1, &b0, &ahead);
    let distances = [distance(top, next), distance(below, top)];
    features.add(90, &[s0.tag, b0.tag, distances[0]]);
    features.add(91, &[s1.tag, s0.tag, distances[1]]);
    features.add(92, &[s0.word, distances[0]]);
    features.add(93, &[b0.word, distances[0]]);
    features.add(94, &[s1.word, distances[1]]);
    features.add(95, &[s1.upos, s0.upos, b0.upos, distances[0], distances[1]]);
}

/// The words around the three that can become heads.
struct Ahead {
    below2: (u32, u32),
    next1: (u32, u32),
    next2: (u32, u32),
    next3: u32,
}

fn single_words(features: &mut Features, s0: &Node, s1: &Node, b0: &Node, ahead: &Ahead) {
    for (template, node) in (1u32..).step_by(3).zip([s0, s1, b0]) {
        features.add(template, &[node.word]);
        features.add(template + 1, &[node.tag]);
        features.add(template + 2, &[node.word, node.tag]);
    }
    features.add(10, &[ahead.next1.0]);
    features.add(11, &[ahead.next1.1]);
    features.add(12, &[ahead.next1.0, ahead.next1.1]);
    features.add(13, &[ahead.next2.0]);
    features.add(14, &[ahead.next2.1]);
    features.add(15, &[ahead.below2.1]);
    features.add(16, &[ahead.below2.0, ahead.below2.1]);
}

fn pair(features: &mut Features, base: u32, a: &Node, b: &Node, distance: u32) {
    features.add(base, &[a.word, a.tag, b.word, b.tag]);
    features.add(base + 1, &[a.word, b.word, b.tag]);
    features.add(base + 2, &[a.word, a.tag, b.word]);
    features.add(base + 3, &[a.word, a.tag, b.tag]);
    features.add(base + 4, &[a.tag, b.word, b.tag]);
    features.add(base + 5, &[a.word, b.word]);
    features.add(base + 6, &[a.tag, b.tag]);
    features.add(
        base + 7,
        &[a.upos, b.upos, a.right_labels[0], a.right_labels[1]],
    );
    features.add(
        base + 8,
        &[a.upos, b.upos, b.left_labels[0], b.left_labels[1]],
    );
    features.add(base + 9, &[a.word, b.upos, distance]);
    features.add(base + 10, &[a.upos, b.word, distance]);
}

fn loose_pair(features: &mut Features, base: u32, a: &Node, b: &Node) {
    features.add(base, &[a.word, a.tag, b.tag]);
    features.add(base + 1, &[a.tag, b.word, b.tag]);
    features.add(base + 2, &[a.tag, b.tag]);
    features.add(base + 3, &[a.word, b.word]);
}

fn sequences(features: &mut Features, s0: &Node, s1: &Node, b0: &Node, ahead: &Ahead) {
    features.add(70, &[s0.tag, b0.tag, ahead.next1.1]);
    features.add(71, &[s1.tag, s0.tag, b0.tag]);
    features.add(72, &[ahead.below2.1, s1.tag, s0.tag]);
    features.add(73, &[b0.tag, ahead.next1.1, ahead.next2.1]);
    features.add(74, &[b0.tag, ahead.next1.1]);
    features.add(75, &[b0.word, ahead.next1.0]);
    features.add(76, &[b0.word, b0.tag, ahead.next1.1]);
    features.add(77, &[b0.tag, ahead.next1.0, ahead.next1.1]);
    features.add(78, &[s0.word, b0.tag, ahead.next1.1]);
    features.add(79, &[s0.tag, b0.word, ahead.next1.1]);
    features.add(80, &[s1.word, s0.tag, b0.tag]);
    features.add(81, &[s1.tag, s0.word, b0.tag]);
    features.add(82, &[s1.tag, s0.tag, b0.word]);
    features.add(83, &[s0.tag, ahead.next1.1]);
    features.add(84, &[s0.word, ahead.next1.0]);
    features.add(85, &[s1.upos, s0.upos, b0.tag, ahead.next1.1]);
    features.add(86, &[s0.tag, b0.tag, ahead.next1.1, ahead.next2.1]);
    features.add(87, &[b0.tag, ahead.next1.1, ahead.next2.1, ahead.next3]);
    features.add(88, &[ahead.below2.1, s1.tag, s0.tag, b0.tag]);
}

fn family(features: &mut Features, base: u32, node: &Node) {
    features.add(base, &[node.tag, node.left_count]);
    features.add(base + 1, &[node.tag, node.right_count]);
    features.add(base + 2, &[node.word, node.left_count]);
    features.add(base + 3, &[node.word, node.right_count]);
    features.add(
        base + 4,
        &[node.tag, node.left_labels[0], node.left_labels[1]],
    );
    features.add(
        base + 5,
        &[node.tag, node.right_labels[0], node.right_labels[1]],
    );
    features.add(
        base + 6,
        &[node.word, node.left_labels[0], node.left_labels[1]],
    );
    features.add(
        base + 7,
        &[node.word, node.right_labels[0], node.right_labels[1]],
    );
    for (offset, child) in
        (8u32..)
            .step_by(3)
            .zip([node.left[0], node.right[0], node.left[1], node.right[1]])
    {
        features.add(base + offset, &[child.word]);
        features.add(base + offset + 1, &[child.tag]);
        features.add(base + offset + 2, &[child.label, node.upos]);
    }
}

fn next_family(features: &mut Features, b0: &Node) {
    features.add(140, &[b0.tag, b0.left_count]);
    features.add(141, &[b0.word, b0.left_count]);
    features.add(142, &[b0.tag, b0.left_labels[0], b0.left_labels[1]]);
    features.add(143, &[b0.left[0].word]);
    features.add(144, &[b0.left[0].tag, b0.left[0].label]);
    features.add(145, &[b0.left[1].tag, b0.left[1].label]);
    features.add(146, &[b0.word, b0.left[0].word]);
}

fn grandchildren(features: &mut Features, s0: &Node, s1: &Node, b0: &Node) {
    features.add(150, &[s0.tag, s0.left[0].tag, b0.tag]);
    features.add(151, &[s0.tag, s0.right[0].tag, b0.tag]);
    features.add(152, &[s1.tag, s1.right[0].tag, s0.tag]);
    features.add(153, &[s1.tag, s1.left[0].tag, s0.tag]);
    features.add(154, &[s1.tag, s0.tag, s0.left[0].tag]);
    features.add(155, &[s1.tag, s0.tag, s0.right[0].tag]);
    features.add(156, &[s0.tag, b0.tag, b0.left[0].tag]);
    features.add(157, &[s0.tag, s0.left[0].tag, s0.left[1].tag]);
    features.add(158, &[s0.tag, s0.right[0].tag, s0.right[1].tag]);
    features.add(159, &[s1.tag, s1.right[0].tag, s1.right[1].tag]);
}

/// Where a phrase belongs is told by its preposition or conjunction, the leftmost child of its head.
fn attachment_of_phrases(features: &mut Features, s0: &Node, s1: &Node, b0: &Node, ahead: &Ahead) {
    features.add(160, &[s0.word, b0.left[0].word]);
    features.add(161, &[s0.word, b0.left[0].word, b0.word]);
    features.add(162, &[s0.tag, b0.left[0].word, b0.tag]);
    features.add(163, &[s1.word, s0.left[0].word]);
    features.add(164, &[s1.word, s0.left[0].word, s0.word]);
    features.add(165, &[s1.tag, s0.left[0].word, s0.tag]);
    features.add(166, &[s1.word, s0.word, b0.left[0].word]);
    features.add(167, &[ahead.below2.1, s1.word, s0.left[0].word]);
    features.add(168, &[s1.tag, s0.tag, b0.left[0].word]);
    features.add(169, &[s1.upos, s0.word, b0.word]);
    features.add(170, &[s1.word, s0.upos, b0.word]);
    features.add(171, &[s0.tag, s0.right[0].word, b0.tag]);
    features.add(172, &[s1.tag, s1.right[0].word, s0.tag]);
    features.add(173, &[s1.word, s0.left[1].word]);
}
