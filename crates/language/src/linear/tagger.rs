//! Part-of-speech tagger: averaged perceptron over joint UPOS and XPOS tags, greedy from left to right
//! (Collins 2002).

use super::{feature::Features, form::Form, weights::Weights};
use crate::{ModelError, ModelFile, Upos, Xpos};

/// A universal and a Penn tag that go together.
pub type Tag = (Upos, Xpos);

/// Kind of the model file.
pub const KIND: &str = "linear tagger";

/// A trained tagger.
#[derive(Clone, Debug)]
pub struct Tagger {
    tags: Vec<Tag>,
    weights: Weights,
}

impl Tagger {
    /// Reads a tagger from its model file.
    ///
    /// # Errors
    /// When the file lacks a part, or names a tag that does not exist.
    pub fn read(file: &ModelFile<'_>) -> Result<Self, ModelError> {
        let tags = file
            .value("tags")?
            .split(' ')
            .map(read_tag)
            .collect::<Result<Vec<_>, _>>()?;
        let weights = Weights::read(file.section("tagger")?, tags.len())?;
        Ok(Self { tags, weights })
    }

    /// The tags of a sentence.
    pub fn tag(&self, forms: &[Form]) -> Vec<Tag> {
        let mut features = Features::default();
        let mut scores = vec![0; self.tags.len()];
        let mut history = Vec::with_capacity(forms.len());
        for at in 0..forms.len() {
            features.clear();
            tag_features(forms, at, &history, &mut features);
            scores.fill(0);
            self.weights.add_scores(&features.0, &mut scores);
            history.push(best(&scores) as u32);
        }
        history
            .into_iter()
            .map(|tag| self.tags[tag as usize])
            .collect()
    }
}

/// The tag as model files write it: "PROPN/NNP".
pub fn write_tag((upos, xpos): Tag) -> String {
    format!("{upos}/{xpos}")
}

fn read_tag(text: &str) -> Result<Tag, ModelError> {
    text.split_once('/')
        .and_then(|(upos, xpos)| Some((upos.parse().ok()?, xpos.parse().ok()?)))
        .ok_or_else(|| ModelError::Content(format!("{text:?} is not a pair of tags")))
}

/// Index of the highest score, the first of equals.
#[inline]
pub fn best(scores: &[i32]) -> usize {
    let mut best = 0;
    for (class, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = class;
        }
    }
    best
}

/// Features of word `at` with the tags chosen before it.
pub fn tag_features(forms: &[Form], at: usize, history: &[u32], features: &mut Features) {
    const OUTSIDE: u32 = 1;
    let form = |offset: isize| at.checked_add_signed(offset).and_then(|at| forms.get(at));
    let word = |offset| form(offset).map_or(OUTSIDE, |form| form.word);
    let suffix = |offset| form(offset).map_or(OUTSIDE, |form| form.suffixes[2] ^ form.suffixes[1]);
    let shape = |offset| form(offset).map_or(OUTSIDE, |form| form.shape);
    let tag = |back: usize| at.checked_sub(back).map_or(u32::MAX, |at| history[at]);
    let here = &forms[at];
    let (previous, before) = (tag(1), tag(2));

    features.add(0, &[]);
    features.add(1, &[here.word]);
    features.add(2, &[word(-1)]);
    features.add(3, &[word(1)]);
    features.add(4, &[word(-2)]);
    features.add(5, &[word(2)]);
    for (length, &suffix) in (0u32..).zip(&here.suffixes) {
        features.add(6 + length, &[suffix]);
    }
    for (length, &prefix) in (0u32..).zip(&here.prefixes) {
        features.add(10 + length, &[prefix]);
    }
    features.add(13, &[here.cased_shape]);
    features.add(14, &[here.cased_shape, here.suffixes[1]]);
    features.add(15, &[previous]);
    features.add(16, &[previous, before]);
    features.add(17, &[previous, here.word]);
    features.add(18, &[suffix(-1)]);
    features.add(19, &[suffix(1)]);
    features.add(20, &[here.word, word(1)]);
    features.add(21, &[word(-1), here.word]);
    features.add(22, &[shape(-1), here.cased_shape, shape(1)]);
    features.add(23, &[previous, word(1)]);
    features.add(24, &[previous, before, here.word]);
    features.add(25, &[previous, here.suffixes[2]]);
    features.add(26, &[previous, here.cased_shape]);
    features.add(27, &[here.suffixes[2], suffix(1)]);
    features.add(28, &[previous, suffix(1)]);
    features.add(29, &[word(1), word(2)]);
    features.add(30, &[before, word(-1)]);
    features.add(31, &[here.cased_shape, here.word]);
}
