//! Training of the tagger and of the lemma rules.

use crate::{
    corpora::Words,
    lemmas,
    perceptron::{Learner, Random},
};
use newsgraph_language::{
    ModelError, ModelFile,
    conllu::AnnotatedSentence,
    linear::{
        feature::Features,
        form::{Form, forms},
        tagger::{KIND, Tag, Tagger, best, tag_features, write_tag},
    },
};
use std::collections::BTreeSet;

/// How the tagger is trained.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    pub(crate) prune: f64,
}

/// A sentence as the tagger learns it.
struct Example {
    forms: Vec<Form>,
    gold: Vec<u32>,
}

/// The tagger's model file.
pub(crate) fn train<'m>(sentences: &[&AnnotatedSentence], settings: Settings) -> ModelFile<'m> {
    let tags: Vec<Tag> = sentences
        .iter()
        .flat_map(|sentence| sentence.tags())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut examples: Vec<Example> = sentences
        .iter()
        .map(|sentence| example(sentence, &tags))
        .collect();
    let mut learner = Learner::default();
    let mut random = Random(7);
    for epoch in 1..=settings.epochs {
        random.shuffle(&mut examples);
        let (right, all) = examples.iter().fold((0, 0), |(right, all), example| {
            (
                right + learn(&mut learner, example, tags.len()),
                all + example.gold.len(),
            )
        });
        eprintln!(
            "  tagger epoch {epoch}: {:.2} % right, {} features",
            100.0 * right as f64 / all as f64,
            learner.features()
        );
    }
    let weights = learner.finish(settings.prune).rows;
    let tags: Vec<String> = tags.into_iter().map(write_tag).collect();
    let mut file = ModelFile::new(KIND, &[("tags", &tags.join(" "))]);
    file.sections.push(("tagger".into(), weights.into()));
    file.sections.push((
        "lemmas".into(),
        lemmas::train(sentences).into_bytes().into(),
    ));
    file
}

fn example(sentence: &AnnotatedSentence, tags: &[Tag]) -> Example {
    Example {
        forms: forms(sentence.words.iter().map(|word| word.form.as_str())),
        gold: sentence
            .tags()
            .map(|tag| tags.binary_search(&tag).unwrap_or(0) as u32)
            .collect(),
    }
}

/// Tags a sentence and learns from the mistakes; returns how many tags were right.
fn learn(learner: &mut Learner, example: &Example, classes: usize) -> usize {
    let mut features = Features::default();
    let mut scores = vec![0; classes];
    let mut history = Vec::with_capacity(example.gold.len());
    let mut right = 0;
    for (at, &gold) in example.gold.iter().enumerate() {
        features.clear();
        tag_features(&example.forms, at, &history, &mut features);
        scores.fill(0);
        learner.add_scores(&features.0, &mut scores);
        let guess = best(&scores);
        learner.tick();
        if guess == gold as usize {
            right += 1;
        } else {
            learner.update(&features.0, gold as usize, 1);
            learner.update(&features.0, guess, -1);
        }
        history.push(guess as u32);
    }
    right
}

/// The tags of each sentence by a tagger that has not seen it: what the parser will meet.
pub(crate) fn jackknife(
    sentences: &[&AnnotatedSentence],
    folds: usize,
    settings: Settings,
) -> Result<Vec<Vec<Tag>>, ModelError> {
    let mut tagged = vec![Vec::new(); sentences.len()];
    for fold in 0..folds {
        eprintln!("  tags for fold {} of {folds}", fold + 1);
        let seen: Vec<&AnnotatedSentence> = sentences
            .iter()
            .enumerate()
            .filter(|(at, _)| at % folds != fold)
            .map(|(_, &sentence)| sentence)
            .collect();
        let tagger = Tagger::read(&train(&seen, settings))?;
        for (at, sentence) in sentences
            .iter()
            .enumerate()
            .filter(|(at, _)| at % folds == fold)
        {
            tagged[at] = tagger.tag(&forms(sentence.words.iter().map(|word| word.form.as_str())));
        }
    }
    Ok(tagged)
}
