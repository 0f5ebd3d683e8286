use crate::syntax::Tree;
use newsgraph_language::{Deprel, Xpos};
use newsgraph_model::Modality;
use newsgraph_ontology::{Cue, CueKind, Cues};
use rustc_hash::FxHashMap;

/// What a cue does to the clause or phrase it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Modality(Modality),
    Negation,
    Speech,
    /// The event counts as actual whatever stands above.
    Factive,
    /// The state or measure is over: "lifted sanctions".
    Ended,
}

impl Effect {
    /// Whether the effect changes modality or polarity: "allegedly" both attributes and alleges.
    fn changes_reading(self) -> bool {
        matches!(self, Self::Modality(_) | Self::Negation | Self::Ended)
    }
}

/// The declared cues by their first lemma.
#[derive(Debug, Default)]
pub(crate) struct CueTable {
    by_lemma: FxHashMap<Box<str>, Vec<Entry>>,
    /// The prepositions of several words, by their last: the "of" that stands before the phrase in "ahead of".
    prepositions: FxHashMap<Box<str>, Vec<LongPreposition>>,
}

#[derive(Debug)]
struct LongPreposition {
    /// The words before the last.
    opening: Vec<Box<str>>,
    effect: Effect,
}

#[derive(Debug)]
struct Entry {
    /// The lemmas after the first; for auxiliaries without "be" before and "to" after.
    rest: Vec<Box<str>>,
    kind: CueKind,
    /// Whether an infinitive with "to" follows: "have to", "be set to".
    takes_infinitive: bool,
    effect: Effect,
}

impl CueTable {
    pub(crate) fn new(cues: &Cues) -> Self {
        let mut table = Self::default();
        for (modality, cue) in &cues.modality {
            table.add(cue, Effect::Modality(*modality));
        }
        let groups = [
            (&cues.negation, Effect::Negation),
            (&cues.speech, Effect::Speech),
            (&cues.factive, Effect::Factive),
            (&cues.ended, Effect::Ended),
        ];
        for (group, effect) in groups {
            for cue in group {
                table.add(cue, effect);
            }
        }
        table
    }

    fn add(&mut self, cue: &Cue, effect: Effect) {
        let mut lemmas: Vec<Box<str>> = cue
            .lemmas
            .iter()
            .map(|lemma| lemma.as_str().into())
            .collect();
        let takes_infinitive = cue.kind == CueKind::Auxiliary
            && lemmas.len() > 1
            && lemmas.last().is_some_and(|last| &**last == "to");
        if takes_infinitive {
            lemmas.pop();
            if lemmas.len() > 1 && &*lemmas[0] == "be" {
                lemmas.remove(0);
            }
        }
        if lemmas.is_empty() {
            return;
        }
        if let (CueKind::Preposition, [opening @ .., last]) = (cue.kind, lemmas.as_slice())
            && !opening.is_empty()
        {
            let preposition = LongPreposition {
                opening: opening.to_vec(),
                effect,
            };
            self.prepositions
                .entry(last.clone())
                .or_default()
                .push(preposition);
        }
        // "no sign", "press release": the noun is the head, whatever stands before it.
        let has_complement = lemmas.iter().any(|lemma| &**lemma == "of");
        if cue.kind == CueKind::Noun && !has_complement {
            lemmas.rotate_right(1);
        }
        let first = lemmas.remove(0);
        self.by_lemma.entry(first).or_default().push(Entry {
            rest: lemmas,
            kind: cue.kind,
            takes_infinitive,
            effect,
        });
    }

    /// The effects of a word that stands below the clause or phrase it bears on: auxiliary, adverb,
    /// adjective, conjunction or preposition.
    pub(crate) fn of_dependent(
        &self,
        tree: &Tree<'_>,
        dependent: usize,
        kinds: &[CueKind],
    ) -> Option<Effect> {
        self.find(tree, dependent, |entry| {
            kinds.contains(&entry.kind) && !entry.takes_infinitive
        })
    }

    /// The effect of a preposition: its own, or that of the words that end in it.
    pub(crate) fn of_preposition(&self, tree: &Tree<'_>, last: usize) -> Option<Effect> {
        let ends_in = |preposition: &&LongPreposition| {
            let opening = &preposition.opening;
            last.checked_sub(opening.len()).is_some_and(|first| {
                (first..last)
                    .zip(opening)
                    .all(|(token, word)| tree.is_word(token, word))
            })
        };
        let longest = self
            .prepositions
            .get(tree.word(last).as_ref())
            .into_iter()
            .flatten()
            .filter(ends_in)
            .max_by_key(|preposition| preposition.opening.len());
        longest
            .map(|preposition| preposition.effect)
            .or_else(|| self.of_dependent(tree, last, &[CueKind::Preposition]))
    }

    /// The effects of a word that governs the clause or phrase: verb, noun or adjective. Each is told once, though
    /// "failed" is a cue both as a verb and as an adjective.
    pub(crate) fn of_governor(
        &self,
        tree: &Tree<'_>,
        governor: usize,
        kinds: &[CueKind],
    ) -> Vec<Effect> {
        let mut effects: Vec<Effect> = Vec::new();
        let entries = self
            .entries(tree, governor)
            .filter(|entry| kinds.contains(&entry.kind) && !entry.takes_infinitive)
            .filter(|entry| has_rest(tree, governor, &entry.rest))
            .collect::<Vec<_>>();
        // "no sign" says more than "sign"
        let longest = entries.iter().map(|entry| entry.rest.len()).max();
        for entry in entries {
            let is_part = entry.kind == CueKind::Noun && Some(entry.rest.len()) < longest;
            if !is_part && !effects.contains(&entry.effect) {
                effects.push(entry.effect);
            }
        }
        effects
    }

    /// What "is to", "has to", "is set to" does to an infinitive.
    pub(crate) fn of_semi_auxiliary(&self, tree: &Tree<'_>, word: usize) -> Option<Effect> {
        self.find(tree, word, |entry| entry.takes_infinitive)
    }

    /// What the infinitive of a headline says: "Ministers to meet".
    pub(crate) fn of_headline_infinitive(&self) -> Option<Effect> {
        self.by_lemma
            .get("to")?
            .iter()
            .find(|entry| entry.kind == CueKind::HeadlineInfinitive)
            .map(|entry| entry.effect)
    }

    /// The cues that begin with this word: by its lemma, or as it is written ("according", "n't").
    fn entries<'t>(&'t self, tree: &Tree<'_>, word: usize) -> impl Iterator<Item = &'t Entry> {
        let text = tree.word(word);
        // "later" is not "late".
        let is_comparative = matches!(tree.xpos(word), Xpos::Rbr | Xpos::Jjr);
        let lemma = if is_comparative {
            text.as_ref()
        } else {
            tree.lemma(word)
        };
        let by_form = (text != lemma).then(|| self.by_lemma.get(&*text)).flatten();
        self.by_lemma
            .get(lemma)
            .into_iter()
            .chain(by_form)
            .flatten()
    }

    fn find(
        &self,
        tree: &Tree<'_>,
        word: usize,
        accepts: impl Fn(&Entry) -> bool,
    ) -> Option<Effect> {
        self.entries(tree, word)
            .filter(|entry| accepts(entry))
            .filter(|entry| has_rest(tree, word, &entry.rest))
            .max_by_key(|entry| (entry.rest.len(), entry.effect.changes_reading()))
            .map(|entry| entry.effect)
    }
}

/// Whether the further words of a cue hang on its first, stand right behind it, or open a clause below it ("warned
/// Chad against attacking").
fn has_rest(tree: &Tree<'_>, word: usize, rest: &[Box<str>]) -> bool {
    rest.iter().enumerate().all(|(offset, lemma)| {
        let behind = word + 1 + offset;
        (behind < tree.len() && tree.is_word(behind, lemma))
            || tree
                .children(word)
                .iter()
                .any(|&child| tree.deprel(child) != Deprel::Conj && tree.is_word(child, lemma))
            || tree.children_by(word, &[Deprel::Advcl]).any(|clause| {
                tree.children_by(clause, &[Deprel::Mark])
                    .any(|mark| tree.is_word(mark, lemma))
            })
    })
}
