//! Training of the parser with the dynamic oracle (Goldberg and Nivre 2013).

use crate::perceptron::{Census, Learner, Random};
use newsgraph_language::{
    Deprel, ModelFile,
    conllu::AnnotatedSentence,
    linear::{
        feature::Features,
        form::{Form, forms},
        parse_features::{WordView, parse_features},
        parser::{KIND, best_step, only_step, relations},
        tagger::Tag,
        transition::{CLASSES, State, Transition},
    },
};

/// How the parser is trained.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    pub(crate) prune: f64,
    /// Probability of following the parser's own step after the first epoch.
    pub(crate) exploration: f64,
}

struct Example {
    view: WordView,
    heads: Vec<usize>,
    labels: Vec<Deprel>,
}

/// The parser's model file, trained on the trees of the sentences and the given tags.
pub(crate) fn train<'m>(
    sentences: &[&AnnotatedSentence],
    tags: &[Vec<Tag>],
    settings: Settings,
) -> ModelFile<'m> {
    let mut examples: Vec<Example> = sentences
        .iter()
        .zip(tags)
        .map(|(sentence, tags)| example(sentence, tags))
        .collect();
    let census = census(&examples);
    let mut learner = Learner::default();
    let mut random = Random(11);
    for epoch in 1..=settings.epochs {
        random.shuffle(&mut examples);
        let exploration = if epoch == 1 {
            0.0
        } else {
            settings.exploration
        };
        let mut steps = Steps::default();
        for example in &examples {
            learn(
                &mut learner,
                &census,
                example,
                exploration,
                &mut random,
                &mut steps,
            );
        }
        eprintln!(
            "  parser epoch {epoch}: {:.2} % of the steps without cost, {} features",
            100.0 * steps.right as f64 / steps.all as f64,
            learner.features()
        );
    }
    let weights = learner.finish(settings.prune).rows;
    let mut file = ModelFile::new(KIND, &[("relations", &relations())]);
    file.sections.push(("parser".into(), weights.into()));
    file
}

fn example(sentence: &AnnotatedSentence, tags: &[Tag]) -> Example {
    let forms: Vec<Form> = forms(sentence.words.iter().map(|word| word.form.as_str()));
    let root = sentence.words.len();
    Example {
        view: WordView::new(&forms, tags),
        heads: sentence
            .words
            .iter()
            .map(|word| word.head.unwrap_or(root))
            .collect(),
        labels: sentence.words.iter().map(|word| word.deprel).collect(),
    }
}

#[derive(Default)]
struct Steps {
    right: usize,
    all: usize,
}

/// Counts the features along the gold derivations.
fn census(examples: &[Example]) -> Census {
    let mut census = Census::new();
    let mut features = Features::default();
    for example in examples {
        let mut state = State::new(example.heads.len());
        while !state.is_final() {
            features.clear();
            parse_features(&state, &example.view, &mut features);
            census.count(&features.0);
            let step = only_step(&state).unwrap_or_else(|| {
                let free = Oracle::new(&state, example);
                best_step_within(&state, &[0; CLASSES], |step| free.allows(step))
                    .unwrap_or(Transition::Shift)
            });
            state.apply(step);
        }
    }
    census
}

/// Which steps lose no gold arc that can still be reached.
struct Oracle {
    costs: (usize, usize, usize),
    least: usize,
    left: Option<Deprel>,
    right: Option<Deprel>,
}

impl Oracle {
    fn new(state: &State, example: &Example) -> Self {
        let costs = state.costs(&example.heads);
        let label = |head: Option<usize>| {
            let top = state.stack(0)?;
            (Some(example.heads[top]) == head).then(|| example.labels[top])
        };
        Self {
            costs,
            least: costs.0.min(costs.1).min(costs.2),
            left: label(state.buffer(0)),
            right: label(state.stack(1)),
        }
    }

    /// A gold arc must get its gold relation; an arc that is wrong anyway may have any.
    fn allows(&self, step: Transition) -> bool {
        match step {
            Transition::Shift => self.costs.0 == self.least,
            Transition::Left(label) => {
                self.costs.1 == self.least && self.left.is_none_or(|gold| gold == label)
            }
            Transition::Right(label) => {
                self.costs.2 == self.least && self.right.is_none_or(|gold| gold == label)
            }
        }
    }
}

fn best_step_within(
    state: &State,
    scores: &[i32],
    wanted: impl Fn(Transition) -> bool,
) -> Option<Transition> {
    let mut best: Option<(i32, Transition)> = None;
    for (class, &score) in scores.iter().enumerate() {
        if best.is_some_and(|(highest, _)| score <= highest) {
            continue;
        }
        let step = Transition::of_class(class);
        if wanted(step) && state.allows(step) {
            best = Some((score, step));
        }
    }
    best.map(|(_, step)| step)
}

fn learn(
    learner: &mut Learner,
    census: &Census,
    example: &Example,
    exploration: f64,
    random: &mut Random,
    steps: &mut Steps,
) {
    let mut state = State::new(example.heads.len());
    let mut features = Features::default();
    let mut scores = vec![0; CLASSES];
    while !state.is_final() {
        if let Some(step) = only_step(&state) {
            state.apply(step);
            continue;
        }
        features.clear();
        parse_features(&state, &example.view, &mut features);
        scores.fill(0);
        learner.add_scores(&features.0, &mut scores);
        learner.tick();
        let guess = best_step(&state, &scores);
        let oracle = Oracle::new(&state, example);
        let gold = best_step_within(&state, &scores, |step| oracle.allows(step)).unwrap_or(guess);
        steps.all += 1;
        if oracle.allows(guess) {
            steps.right += 1;
            state.apply(guess);
            continue;
        }
        census.keep_common(&mut features.0);
        learner.update(&features.0, gold.class(), 1);
        learner.update(&features.0, guess.class(), -1);
        state.apply(if random.chance(exploration) {
            guess
        } else {
            gold
        });
    }
}
