//! Trains the boundaries of sentences: logistic regression over all places between two words of the training
//! treebanks' paragraphs.

use crate::corpora::raw_text;
use newsgraph_language::{
    BoundaryExample, ModelFile,
    boundaries::{KIND, WEIGHTS},
    boundary_examples,
    conllu::Document,
};

/// Steps of gradient descent over all examples (Adam; Kingma and Ba 2015).
const STEPS: i32 = 300;
const RATE: f64 = 0.1;
/// Weight of the squared weights in the loss, for each example.
const DECAY: f64 = 1e-5;
/// Running means of the gradient and of its square.
const MOMENTUM: f64 = 0.9;
const SQUARE_MOMENTUM: f64 = 0.99;

/// The weights, as whole numbers from -127 to 127.
pub(crate) fn train(treebanks: &[Document]) -> ModelFile<'static> {
    let examples: Vec<BoundaryExample> = treebanks
        .iter()
        .map(raw_text)
        .flat_map(|raw| boundary_examples(&raw.text, &raw.starts))
        .collect();
    let weights = regress(&examples);
    let largest = weights.iter().fold(0.0, |most: f64, w| most.max(w.abs()));
    let whole = weights
        .iter()
        .map(|weight| (127.0 * weight / largest).round() as i8 as u8)
        .collect::<Vec<u8>>();
    let mut file = ModelFile::new(KIND, &[]);
    file.sections.push(("weights".to_owned(), whole.into()));
    file
}

fn regress(examples: &[BoundaryExample]) -> Vec<f64> {
    let mut weights = vec![0.0; WEIGHTS];
    let (mut mean, mut square) = (vec![0.0; WEIGHTS], vec![0.0; WEIGHTS]);
    for step in 1..=STEPS {
        let gradient = gradient(examples, &weights);
        let rate = RATE * (1.0 - f64::from(step - 1) / f64::from(STEPS));
        let (first, second) = (1.0 - MOMENTUM.powi(step), 1.0 - SQUARE_MOMENTUM.powi(step));
        for at in 0..WEIGHTS {
            mean[at] = MOMENTUM * mean[at] + (1.0 - MOMENTUM) * gradient[at];
            square[at] =
                SQUARE_MOMENTUM * square[at] + (1.0 - SQUARE_MOMENTUM) * gradient[at].powi(2);
            weights[at] -= rate * (mean[at] / first) / ((square[at] / second).sqrt() + 1e-10);
        }
    }
    weights
}

/// Of the mean loss of an example.
fn gradient(examples: &[BoundaryExample], weights: &[f64]) -> Vec<f64> {
    let count = examples.len() as f64;
    let mut gradient: Vec<f64> = weights.iter().map(|weight| DECAY * weight).collect();
    for example in examples {
        let features = || example.features.iter().map(|&feature| usize::from(feature));
        let score: f64 = features().map(|feature| weights[feature]).sum();
        let error = 1.0 / (1.0 + (-score).exp()) - f64::from(u8::from(example.opens));
        for feature in features() {
            gradient[feature] += error / count;
        }
    }
    gradient
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_the_places_apart_gets_the_weight() {
        let example = |features: &[u16], opens| BoundaryExample {
            features: features.to_vec(),
            opens,
        };
        let weights = regress(&[
            example(&[0, 1], true),
            example(&[0, 2], false),
            example(&[0, 2, 3], false),
            example(&[0, 1, 3], true),
        ]);
        assert!(weights[1] > 0.5 && weights[2] < -0.5);
        assert!(weights[3].abs() < 0.1);
    }
}
