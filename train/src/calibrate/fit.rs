use newsgraph_extract::{Signal, Signals};
use newsgraph_ontology::ConfidenceTable;

/// A claim that was judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Example {
    pub(super) signals: Signals,
    pub(super) right: bool,
}

/// A logistic model over the signs of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    /// Log-odds of a claim without signs.
    pub(super) base: f64,
    /// What each sign adds, in the order of [`Signal::ALL`].
    pub(super) weights: Vec<f64>,
}

/// Precision (inverse variance) of the prior on a weight: a weight of 1 costs as much as one nat.
const RIDGE: f64 = 2.0;
/// Steps of Newton's method; it converges in fewer.
const STEPS: usize = 50;
/// Each group counts at most so many examples: a large corpus of another kind of text does not drown the news.
const MOST: f64 = 400.0;

impl Model {
    /// Fits one set of weights to several groups of examples. Each group has a base of its own, since corpora
    /// differ in how strictly they judge; the model's base is that of the first group.
    pub(super) fn fit(groups: &[&[Example]]) -> Self {
        let signs = Signal::ALL.len();
        let size = groups.len() + signs;
        let mut parameters = vec![0.0; size];
        for _ in 0..STEPS {
            let (gradient, hessian) = derivatives(groups, &parameters);
            let step = solve(hessian, gradient);
            let largest = step.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
            for (parameter, part) in parameters.iter_mut().zip(&step) {
                *parameter += part;
            }
            if largest < 1e-9 {
                break;
            }
        }
        Self {
            base: parameters[0],
            weights: parameters[groups.len()..].to_vec(),
        }
    }

    /// The same weights with the base at which these examples are expected to be as right as they are. One right
    /// and one wrong claim more keep the base finite (Platt's targets).
    pub(super) fn levelled(&self, examples: &[Example]) -> Self {
        let right = examples.iter().filter(|example| example.right).count() as f64 + 1.0;
        let share = right / (examples.len() as f64 + 2.0);
        let expected = |base: f64| {
            let model = Self {
                base,
                ..self.clone()
            };
            let stated = examples
                .iter()
                .map(|example| model.probability(example.signals));
            stated.sum::<f64>() / examples.len().max(1) as f64
        };
        let (mut low, mut high) = (-10.0, 10.0);
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if expected(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        Self {
            base: (low + high) / 2.0,
            weights: self.weights.clone(),
        }
    }

    /// The model that a table holds.
    pub(super) fn from_table(table: &ConfidenceTable) -> Self {
        let signals = Signal::ALL.iter();
        Self {
            base: table.log_odds(ConfidenceTable::BASE),
            weights: signals
                .map(|signal| table.log_odds(signal.as_str()))
                .collect(),
        }
    }

    /// The probability that a claim with these signs is right.
    pub(super) fn probability(&self, signals: Signals) -> f64 {
        let weights = signals.iter().map(|signal| self.weights[signal as usize]);
        logistic(self.base + weights.sum::<f64>())
    }
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Gradient and negative Hessian of the log-posterior: first the bases of the groups, then the weights.
fn derivatives(groups: &[&[Example]], parameters: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = parameters.len();
    let mut gradient = vec![0.0; size];
    let mut hessian = vec![vec![0.0; size]; size];
    for at in groups.len()..size {
        gradient[at] -= RIDGE * parameters[at];
        hessian[at][at] += RIDGE;
    }
    for at in 0..groups.len() {
        // A group with right claims only would drive its base to infinity.
        gradient[at] -= 0.01 * parameters[at];
        hessian[at][at] += 0.01;
    }
    for (group, examples) in groups.iter().enumerate() {
        let share = (MOST / examples.len().max(1) as f64).min(1.0);
        for example in *examples {
            let mut active = vec![group];
            let signals = example.signals.iter();
            active.extend(signals.map(|signal| groups.len() + signal as usize));
            let log_odds: f64 = active.iter().map(|&at| parameters[at]).sum();
            let probability = logistic(log_odds);
            let residual = f64::from(u8::from(example.right)) - probability;
            let curvature = share * probability * (1.0 - probability);
            for &row in &active {
                gradient[row] += share * residual;
                for &column in &active {
                    hessian[row][column] += curvature;
                }
            }
        }
    }
    (gradient, hessian)
}

/// Solves a positive definite system by Gaussian elimination with row exchange.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for at in 0..size {
        let pivot = (at..size)
            .max_by(|&a, &b| matrix[a][at].abs().total_cmp(&matrix[b][at].abs()))
            .unwrap_or(at);
        matrix.swap(at, pivot);
        right.swap(at, pivot);
        for row in at + 1..size {
            let factor = matrix[row][at] / matrix[at][at];
            let (above, below) = matrix.split_at_mut(row);
            for (cell, above) in below[0][at..].iter_mut().zip(&above[at][at..]) {
                *cell -= factor * above;
            }
            right[row] -= factor * right[at];
        }
    }
    for at in (0..size).rev() {
        let known: f64 = (at + 1..size)
            .map(|column| matrix[at][column] * right[column])
            .sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    fn examples(signal: Option<Signal>, right: usize, wrong: usize) -> Vec<Example> {
        let signals: Signals = signal.into_iter().collect();
        let example = |right| Example { signals, right };
        std::iter::repeat_n(example(true), right)
            .chain(std::iter::repeat_n(example(false), wrong))
            .collect()
    }

    #[test]
    fn claims_without_signs_get_the_share_of_right_ones() {
        let plain = examples(None, 90, 10);
        let model = Model::fit(&[&plain]);
        assert!((model.probability(Signals::default()) - 0.9).abs() < 0.005);
    }

    #[test]
    fn a_sign_of_doubt_is_told_from_the_others_and_an_unseen_one_is_worth_nothing() {
        let mut all = examples(None, 190, 10);
        all.extend(examples(Some(Signal::EndAdjacent), 50, 50));
        let model = Model::fit(&[&all]);
        let doubtful = model.probability(Signals::from_iter([Signal::EndAdjacent]));
        assert!((0.45..0.6).contains(&doubtful), "{doubtful}");
        assert_eq!(model.weights[Signal::Paired as usize], 0.0);
    }

    #[test]
    fn a_level_moves_the_base_and_nothing_else() {
        let mut seen = examples(None, 95, 5);
        seen.extend(examples(Some(Signal::EndFar), 60, 40));
        let fitted = Model::fit(&[&seen]);
        let levelled = fitted.levelled(&examples(None, 79, 19));
        assert!((levelled.probability(Signals::default()) - 0.8).abs() < 0.001);
        assert_eq!(levelled.weights, fitted.weights);
    }

    #[test]
    fn a_stricter_corpus_teaches_the_weights_but_not_the_base() {
        let news = examples(None, 90, 10);
        let mut strict = examples(None, 50, 50);
        strict.extend(examples(Some(Signal::EndFar), 10, 90));
        let model = Model::fit(&[&news, &strict]);
        assert!((model.probability(Signals::default()) - 0.9).abs() < 0.01);
        assert!(model.weights[Signal::EndFar as usize] < -1.0);
    }
}
