//! Training of the name finder: structured perceptron over partial labels.

use crate::{
    name_corpora::LabelledDocument,
    perceptron::{Learner, Random},
};
use newsgraph_language::{
    Deprel, ModelFile, RawSentence, Sentence, Token,
    linear::{
        bilou::{ANY_LABEL, LABELS, LabelSet, Transitions, decode},
        feature::Features,
        form::forms,
        name_features::{DocumentView, name_features},
        names::{KIND, classes},
        tagger::Tagger,
    },
};
use newsgraph_ontology::Gazetteer;

/// How the name finder is trained.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    pub(crate) prune: f64,
}

struct Example {
    /// The features of each word.
    features: Vec<Vec<u32>>,
    allowed: Vec<LabelSet>,
}

/// Weights of features and of label pairs.
struct Model {
    words: Learner,
    /// The same for pairs: one feature for each label before.
    pairs: Learner,
}

/// What the name finder learns from, the surest first.
pub(crate) struct Corpora {
    /// Every name is marked with its class.
    pub(crate) complete: Vec<LabelledDocument>,
    /// Some classes are lumped together or left out.
    pub(crate) partial: Vec<LabelledDocument>,
    /// Some names are marked, without a class.
    pub(crate) silver: Vec<LabelledDocument>,
}

/// The name finder's model file.
///
/// Open labels are settled by what is known so far; that is why the less certain corpora come in later epochs.
pub(crate) fn train<'m>(
    corpora: &Corpora,
    tagger: &Tagger,
    gazetteer: &Gazetteer,
    settings: Settings,
) -> ModelFile<'m> {
    let mut examples: Vec<Example> = Vec::new();
    let mut model = Model {
        words: Learner::default(),
        pairs: Learner::default(),
    };
    let mut random = Random(13);
    for epoch in 1..=settings.epochs {
        let added = match epoch {
            1 => &corpora.complete[..],
            3 => &corpora.partial[..],
            5 => &corpora.silver[..],
            _ => &[],
        };
        examples.extend(
            added
                .iter()
                .flat_map(|document| self::examples(document, tagger, gazetteer)),
        );
        random.shuffle(&mut examples);
        let right = examples
            .iter()
            .filter(|example| model.learn(example))
            .count();
        eprintln!(
            "  names epoch {epoch}: {:.2} % of {} sentences right, {} features",
            100.0 * right as f64 / examples.len() as f64,
            examples.len(),
            model.words.features()
        );
    }
    let words = model.words.finish(settings.prune);
    let mut file = ModelFile::new(KIND, &[("classes", &classes())]);
    file.sections.push(("names".into(), words.rows.into()));
    file.sections
        .push(("transitions".into(), model.pairs.table(words.scale).into()));
    file
}

fn examples(document: &LabelledDocument, tagger: &Tagger, gazetteer: &Gazetteer) -> Vec<Example> {
    let sentences: Vec<Sentence> = document
        .sentences
        .iter()
        .map(|raw| tagged(raw, tagger))
        .collect();
    let view = DocumentView::new(&sentences, gazetteer);
    let mut features = Features::default();
    sentences
        .iter()
        .enumerate()
        .map(|(sentence, words)| Example {
            features: (0..words.tokens.len())
                .map(|at| {
                    features.clear();
                    name_features(&view, sentence, at, &mut features);
                    features.0.clone()
                })
                .collect(),
            allowed: document.allowed[sentence].clone(),
        })
        .collect()
}

fn tagged(raw: &RawSentence, tagger: &Tagger) -> Sentence {
    let tags = tagger.tag(&forms(raw.tokens.iter().map(|token| &*token.text)));
    let tokens: Vec<Token> = raw
        .tokens
        .iter()
        .zip(tags)
        .map(|(token, (upos, xpos))| Token {
            span: token.span,
            text: token.text.clone(),
            lemma: token.text.clone(),
            upos,
            xpos,
            head: None,
            deprel: Deprel::Dep,
        })
        .collect();
    let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
    Sentence {
        span,
        region: raw.region,
        tokens,
        names: Vec::new(),
    }
}

impl Model {
    /// Labels a sentence and learns from the mistakes; whether there were none.
    fn learn(&mut self, example: &Example) -> bool {
        let words = example.features.len();
        let mut scores = vec![[0; LABELS]; words];
        for (features, scores) in example.features.iter().zip(&mut scores) {
            self.words.add_scores(features, scores);
        }
        self.words.tick();
        self.pairs.tick();
        let transitions = self.transitions();
        let guess = decode(&scores, &transitions, &vec![ANY_LABEL; words]);
        if guess
            .iter()
            .zip(&example.allowed)
            .all(|(&label, &allowed)| allowed >> label & 1 == 1)
        {
            return true;
        }
        let gold = decode(&scores, &transitions, &example.allowed);
        if gold
            .iter()
            .zip(&example.allowed)
            .any(|(&label, &allowed)| allowed >> label & 1 == 0)
        {
            return true;
        }
        self.update(example, &gold, &guess);
        false
    }

    fn update(&mut self, example: &Example, gold: &[usize], guess: &[usize]) {
        for (at, (&gold, &guess)) in gold
            .iter()
            .zip(guess)
            .enumerate()
            .filter(|(_, (gold, guess))| gold != guess)
        {
            self.words.update(&example.features[at], gold, 1);
            self.words.update(&example.features[at], guess, -1);
        }
        for (gold, guess) in gold
            .windows(2)
            .zip(guess.windows(2))
            .filter(|(gold, guess)| gold != guess)
        {
            self.pairs.update(&[gold[0] as u32 + 1], gold[1], 1);
            self.pairs.update(&[guess[0] as u32 + 1], guess[1], -1);
        }
    }

    fn transitions(&self) -> Transitions {
        let mut transitions = [[0; LABELS]; LABELS];
        for (before, row) in (1..).zip(&mut transitions) {
            self.pairs.add_scores(&[before], row);
        }
        transitions
    }
}

impl Learner {
    /// The averaged weights of label pairs at the scale of the word weights, little-endian.
    fn table(&self, scale: f64) -> Vec<u8> {
        (0..LABELS as u32)
            .flat_map(|before| (0..LABELS).map(move |label| (before, label)))
            .flat_map(|(before, label)| {
                ((self.average(before + 1, label) * scale).round() as i32).to_le_bytes()
            })
            .collect()
    }
}
