//! Greedy dependency parser over the arc-hybrid system.

use super::{
    feature::Features,
    form::Form,
    parse_features::{WordView, parse_features},
    tagger::Tag,
    transition::{CLASSES, State, Transition},
    weights::Weights,
};
use crate::{Deprel, ModelError, ModelFile};

/// Kind of the model file.
pub const KIND: &str = "linear parser";

/// A trained parser.
#[derive(Clone, Debug)]
pub struct Parser {
    weights: Weights,
}

/// Head (none for the root) and relation of every word.
pub type Tree = Vec<(Option<usize>, Deprel)>;

impl Parser {
    /// Reads a parser from its model file.
    ///
    /// # Errors
    /// When the file lacks a part, or was trained with other relations.
    pub fn read(file: &ModelFile<'_>) -> Result<Self, ModelError> {
        if file.value("relations")? != relations() {
            return Err(ModelError::Content(
                "it was trained with another set of relations".to_owned(),
            ));
        }
        Ok(Self {
            weights: Weights::read(file.section("parser")?, CLASSES)?,
        })
    }

    /// The tree of a sentence; it has exactly one root.
    pub fn parse(&self, forms: &[Form], tags: &[Tag]) -> Tree {
        let view = WordView::new(forms, tags);
        let mut state = State::new(forms.len());
        let mut features = Features::default();
        let mut scores = vec![0; CLASSES];
        while !state.is_final() {
            let step = match only_step(&state) {
                Some(step) => step,
                None => {
                    features.clear();
                    parse_features(&state, &view, &mut features);
                    scores.fill(0);
                    self.weights.add_scores(&features.0, &mut scores);
                    best_step(&state, &scores)
                }
            };
            state.apply(step);
        }
        let root = state.root();
        let heads = state
            .heads
            .iter()
            .map(|head| head.filter(|&head| head != root));
        heads.zip(state.labels.iter().copied()).collect()
    }
}

/// The relations in the order of the model's classes, as model files write them.
pub fn relations() -> String {
    let labels: Vec<&str> = Deprel::ALL.iter().map(|label| label.as_str()).collect();
    labels.join(" ")
}

/// The step where there is no choice.
pub fn only_step(state: &State) -> Option<Transition> {
    if state.stack(0).is_none() {
        return Some(Transition::Shift);
    }
    let at_end = !state.can_shift();
    (at_end && !state.can_right()).then_some(Transition::Left(Deprel::Root))
}

/// The allowed step with the highest score, the first of equals.
pub fn best_step(state: &State, scores: &[i32]) -> Transition {
    let mut best: Option<(i32, Transition)> = None;
    for (class, &score) in scores.iter().enumerate() {
        if best.is_some_and(|(highest, _)| score <= highest) {
            continue;
        }
        let step = Transition::of_class(class);
        if state.allows(step) {
            best = Some((score, step));
        }
    }
    best.map_or(Transition::Shift, |(_, step)| step)
}
