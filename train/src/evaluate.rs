//! Scores of an analyser, by the definitions of the CoNLL 2018 shared task.
//!
//! Words are aligned by the characters they cover, white space left out of account. A word counts as right in a
//! column when the aligned word has the same value there; precision is taken over the analyser's words, recall
//! over the treebank's. Relations are compared without their subtype.

mod alignment;
mod names;
mod score;

pub(crate) use names::NameScores;
pub(crate) use score::Score;

use newsgraph_language::{Analysis, Deprel, conllu::Document};

/// The scores of an analysis against a treebank.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TreebankScores {
    pub(crate) tokens: Score,
    pub(crate) sentences: Score,
    pub(crate) words: Score,
    pub(crate) upos: Score,
    pub(crate) xpos: Score,
    pub(crate) lemmas: Score,
    pub(crate) uas: Score,
    pub(crate) las: Score,
    pub(crate) las_with_subtypes: Score,
    pub(crate) clas: Score,
}

/// The columns in the order they are printed.
pub(crate) const COLUMNS: &[&str] = &[
    "Tokens",
    "Sentences",
    "Words",
    "UPOS",
    "XPOS",
    "Lemmas",
    "UAS",
    "LAS",
    "LAS+sub",
    "CLAS",
];

impl TreebankScores {
    /// The scores in the order of [`COLUMNS`].
    pub(crate) fn columns(&self) -> [Score; 10] {
        [
            self.tokens,
            self.sentences,
            self.words,
            self.upos,
            self.xpos,
            self.lemmas,
            self.uas,
            self.las,
            self.las_with_subtypes,
            self.clas,
        ]
    }

    /// Adds the counts for one document.
    pub(crate) fn add(&mut self, gold: &Document, system: &Analysis) {
        let (gold, system) = (alignment::of_treebank(gold), alignment::of_analysis(system));
        self.sentences += Score::of_sets(&gold.sentences, &system.sentences);
        self.tokens += Score::of_sets(&gold.tokens, &system.tokens);
        let pairs = alignment::pairs(&gold.words, &system.words);
        let count = |matches: &dyn Fn(usize, usize) -> bool| Score {
            right: pairs.iter().filter(|&&(g, s)| matches(g, s)).count(),
            gold: gold.words.len(),
            system: system.words.len(),
        };
        let head_agrees = |g: usize, s: usize| match (gold.words[g].head, system.words[s].head) {
            (None, None) => true,
            (Some(g), Some(s)) => gold.words[g].span == system.words[s].span,
            _ => false,
        };
        let word = |g: usize, s: usize| (&gold.words[g], &system.words[s]);
        self.words += count(&|_, _| true);
        self.upos += count(&|g, s| word(g, s).0.upos == word(g, s).1.upos);
        self.xpos += count(&|g, s| word(g, s).0.xpos == word(g, s).1.xpos);
        self.lemmas +=
            count(&|g, s| word(g, s).0.lemma == "_" || word(g, s).0.lemma == word(g, s).1.lemma);
        self.uas += count(&head_agrees);
        let las = |g: usize, s: usize| {
            head_agrees(g, s) && word(g, s).0.deprel.universal() == word(g, s).1.deprel.universal()
        };
        self.las += count(&las);
        self.las_with_subtypes +=
            count(&|g, s| head_agrees(g, s) && word(g, s).0.deprel == word(g, s).1.deprel);
        self.clas += Score {
            right: pairs
                .iter()
                .filter(|&&(g, s)| is_content(gold.words[g].deprel) && las(g, s))
                .count(),
            gold: gold
                .words
                .iter()
                .filter(|word| is_content(word.deprel))
                .count(),
            system: system
                .words
                .iter()
                .filter(|word| is_content(word.deprel))
                .count(),
        };
    }
}

/// Relations of content words, which alone count for CLAS.
fn is_content(deprel: Deprel) -> bool {
    !matches!(
        deprel.universal(),
        "aux" | "case" | "cc" | "clf" | "cop" | "det" | "mark" | "punct"
    )
}
