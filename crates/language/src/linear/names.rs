//! Names: structured perceptron over BILOU labels (Collins 2002; Ratinov and Roth 2009), with features of the
//! gazetteer and of the rest of the document.

use super::{
    bilou::{self, ANY_LABEL, LABELS, Transitions},
    feature::Features,
    name_features::{DocumentView, name_features},
    weights::Weights,
};
use crate::{ModelError, ModelFile, Name, NameClass, Sentence};
use newsgraph_ontology::Gazetteer;

/// Kind of the model file.
pub const KIND: &str = "linear names";

/// A trained finder of names.
#[derive(Clone, Debug)]
pub struct NameFinder {
    weights: Weights,
    transitions: Box<Transitions>,
}

impl NameFinder {
    /// Reads a name finder from its model file.
    ///
    /// # Errors
    /// When the file lacks a part, or was trained with other classes.
    pub fn read(file: &ModelFile<'_>) -> Result<Self, ModelError> {
        if file.value("classes")? != classes() {
            return Err(ModelError::Content(
                "it was trained with other classes of names".to_owned(),
            ));
        }
        let weights = Weights::read(file.section("names")?, LABELS)?;
        let cells = file.section("transitions")?;
        if cells.len() != LABELS * LABELS * 4 {
            return Err(ModelError::Content(
                "the label transitions have another size".to_owned(),
            ));
        }
        let mut transitions = Box::new([[0; LABELS]; LABELS]);
        for (cell, bytes) in transitions.iter_mut().flatten().zip(cells.chunks_exact(4)) {
            *cell = i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
        Ok(Self {
            weights,
            transitions,
        })
    }

    /// The names of each sentence of one document.
    pub fn find(&self, sentences: &[Sentence], gazetteer: &Gazetteer) -> Vec<Vec<Name>> {
        let view = DocumentView::new(sentences, gazetteer);
        let mut features = Features::default();
        (0..sentences.len())
            .map(|sentence| {
                let words = sentences[sentence].tokens.len();
                let mut scores = vec![[0; LABELS]; words];
                for (at, scores) in scores.iter_mut().enumerate() {
                    features.clear();
                    name_features(&view, sentence, at, &mut features);
                    self.weights.add_scores(&features.0, scores);
                }
                bilou::names(&bilou::decode(
                    &scores,
                    &self.transitions,
                    &vec![ANY_LABEL; words],
                ))
            })
            .collect()
    }
}

/// The classes in the order of the model's labels, as model files write them.
pub fn classes() -> String {
    let classes: Vec<&str> = NameClass::ALL.iter().map(|class| class.as_str()).collect();
    classes.join(" ")
}
