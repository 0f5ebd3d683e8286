//! The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the dynamic oracle of
//! Goldberg and Nivre (2013). The artificial root stands after the last word.

use crate::Deprel;

/// A step of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// Moves the next word onto the stack.
    Shift,
    /// Attaches the top of the stack to the next word.
    Left(Deprel),
    /// Attaches the top of the stack to the word below it.
    Right(Deprel),
}

/// Number of classes: shift, and left and right for every relation.
pub const CLASSES: usize = 1 + 2 * Deprel::ALL.len();

impl Transition {
    /// The transition's class in the model.
    pub fn class(self) -> usize {
        match self {
            Self::Shift => 0,
            Self::Left(label) => 1 + label as usize,
            Self::Right(label) => 1 + Deprel::ALL.len() + label as usize,
        }
    }

    /// The transition of a class below [`CLASSES`].
    pub fn of_class(class: usize) -> Self {
        let labels = Deprel::ALL.len();
        match class {
            0 => Self::Shift,
            class if class <= labels => Self::Left(Deprel::ALL[class - 1]),
            class => Self::Right(Deprel::ALL[(class - 1 - labels) % labels]),
        }
    }
}

/// The children a word has got so far on one side, the outermost two.
#[derive(Clone, Copy, Debug, Default)]
pub struct Children {
    /// The outermost child.
    pub outer: Option<usize>,
    /// The one before it.
    pub inner: Option<usize>,
    /// How many there are.
    pub count: u32,
    /// Bit set of their relations.
    pub labels: u64,
}

impl Children {
    fn add(&mut self, child: usize, label: Deprel) {
        self.inner = self.outer.replace(child);
        self.count += 1;
        self.labels |= 1 << (label as u64 & 63);
    }
}

/// A partly built tree. The root is the word with the index [`State::root`].
#[derive(Clone, Debug)]
pub struct State {
    stack: Vec<usize>,
    next: usize,
    words: usize,
    /// Head of each word; the root's index for the sentence's head.
    pub heads: Vec<Option<usize>>,
    /// Relation of each word that has its head.
    pub labels: Vec<Deprel>,
    left: Vec<Children>,
    right: Vec<Children>,
}

impl State {
    /// Nothing attached, nothing read.
    pub fn new(words: usize) -> Self {
        Self {
            stack: Vec::with_capacity(words),
            next: 0,
            words,
            heads: vec![None; words],
            labels: vec![Deprel::Dep; words],
            left: vec![Children::default(); words + 1],
            right: vec![Children::default(); words + 1],
        }
    }

    /// Index of the artificial root.
    pub fn root(&self) -> usize {
        self.words
    }

    /// Whether every word has its head.
    pub fn is_final(&self) -> bool {
        self.next == self.words && self.stack.is_empty()
    }

    /// The word `depth` below the top of the stack.
    #[inline]
    pub fn stack(&self, depth: usize) -> Option<usize> {
        self.stack
            .len()
            .checked_sub(depth + 1)
            .map(|at| self.stack[at])
    }

    /// The word `offset` after the next one; the root comes last.
    #[inline]
    pub fn buffer(&self, offset: usize) -> Option<usize> {
        let at = self.next + offset;
        (at <= self.words).then_some(at)
    }

    /// Children of a word on its left.
    #[inline]
    pub fn left(&self, word: usize) -> &Children {
        &self.left[word]
    }

    /// Children of a word on its right.
    #[inline]
    pub fn right(&self, word: usize) -> &Children {
        &self.right[word]
    }

    /// Whether the next word can be moved onto the stack.
    pub fn can_shift(&self) -> bool {
        self.next < self.words
    }

    /// Whether the top can be attached to the next word; to the root only as the last word left.
    pub fn can_left(&self) -> bool {
        match self.stack.len() {
            0 => false,
            1 => true,
            _ => self.next < self.words,
        }
    }

    /// Whether the top can be attached to the word below it.
    pub fn can_right(&self) -> bool {
        self.stack.len() > 1
    }

    /// Whether the transition keeps the tree well-formed with a single root.
    pub fn allows(&self, transition: Transition) -> bool {
        match transition {
            Transition::Shift => self.can_shift(),
            Transition::Left(label) => {
                self.can_left() && (label == Deprel::Root) == (self.next == self.words)
            }
            Transition::Right(label) => self.can_right() && label != Deprel::Root,
        }
    }

    /// Makes an allowed step.
    pub fn apply(&mut self, transition: Transition) {
        match transition {
            Transition::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Transition::Left(label) => {
                if let Some(child) = self.stack.pop() {
                    self.attach(child, self.next, label);
                    self.left[self.next].add(child, label);
                }
            }
            Transition::Right(label) => {
                if let (Some(child), Some(&head)) = (self.stack.pop(), self.stack.last()) {
                    self.attach(child, head, label);
                    self.right[head].add(child, label);
                }
            }
        }
    }

    fn attach(&mut self, child: usize, head: usize, label: Deprel) {
        self.heads[child] = Some(head);
        self.labels[child] = label;
    }

    /// How many gold arcs each step makes unreachable: (shift, left, right).
    ///
    /// `heads` are the gold heads, the root's index for the sentence's head.
    pub fn costs(&self, heads: &[usize]) -> (usize, usize, usize) {
        (
            self.shift_cost(heads),
            self.left_cost(heads),
            self.right_cost(heads),
        )
    }

    fn shift_cost(&self, heads: &[usize]) -> usize {
        if !self.can_shift() {
            return usize::MAX;
        }
        let next = self.next;
        let below_top = self.stack.len().saturating_sub(1);
        let head_lost = self.stack[..below_top].contains(&heads[next]);
        let children_lost = self
            .stack
            .iter()
            .filter(|&&word| heads[word] == next)
            .count();
        usize::from(head_lost) + children_lost
    }

    fn left_cost(&self, heads: &[usize]) -> usize {
        let Some(top) = self.stack(0).filter(|_| self.can_left()) else {
            return usize::MAX;
        };
        let head = heads[top];
        let head_lost = head > self.next || self.stack(1) == Some(head);
        usize::from(head_lost) + self.children_ahead(top, heads)
    }

    fn right_cost(&self, heads: &[usize]) -> usize {
        let Some(top) = self.stack(0).filter(|_| self.can_right()) else {
            return usize::MAX;
        };
        usize::from(heads[top] >= self.next) + self.children_ahead(top, heads)
    }

    fn children_ahead(&self, head: usize, heads: &[usize]) -> usize {
        heads[self.next..]
            .iter()
            .filter(|&&other| other == head)
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Follows the oracle and returns the heads it builds.
    fn follow(gold: &[usize]) -> Vec<usize> {
        let mut state = State::new(gold.len());
        while !state.is_final() {
            let (shift, left, right) = state.costs(gold);
            let at_root = state.buffer(0) == Some(state.root());
            let step = if left == 0 {
                Transition::Left(if at_root { Deprel::Root } else { Deprel::Dep })
            } else if right == 0 {
                Transition::Right(Deprel::Dep)
            } else {
                assert_eq!(shift, 0, "a projective tree has a step without cost");
                Transition::Shift
            };
            assert!(state.allows(step));
            state.apply(step);
        }
        state.heads.into_iter().flatten().collect()
    }

    #[test]
    fn the_oracle_rebuilds_projective_trees() {
        for gold in [
            vec![1, 4, 3, 1, 4][..4].to_vec(),
            vec![2, 2, 5, 4, 2],
            vec![1],
            vec![1, 2, 3, 4],
        ] {
            let mut gold = gold;
            let root = gold.len();
            for head in &mut gold {
                *head = (*head).min(root);
            }
            assert_eq!(follow(&gold), gold);
        }
    }

    #[test]
    fn classes_and_transitions_map_both_ways() {
        for class in 0..CLASSES {
            assert_eq!(Transition::of_class(class).class(), class);
        }
    }
}
