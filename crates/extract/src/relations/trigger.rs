use super::compile::{CompiledPattern, Relation};
use crate::syntax::Tree;
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_ontology::{PatternPos, SlotName, WordList};
use std::ops::Range;

/// The words of a sentence that a pattern's trigger was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    pub(crate) head: usize,
    /// The other words: particle, object of a light verb, modifier.
    pub(crate) companions: Vec<usize>,
}

impl Trigger {
    /// From the first to the last word, when the words stand together; else the head alone.
    pub(crate) fn tokens(&self) -> Range<usize> {
        let all = || self.companions.iter().copied().chain([self.head]);
        let (first, last) = (
            all().min().unwrap_or(self.head),
            all().max().unwrap_or(self.head),
        );
        if last - first <= all().count() + 3 {
            first..last + 1
        } else {
            self.head..self.head + 1
        }
    }
}

/// Finds the pattern's trigger with its head at this token.
pub(crate) fn find_trigger(
    tree: &Tree<'_>,
    pattern: &CompiledPattern,
    head: usize,
) -> Option<Trigger> {
    if pattern.pos == PatternPos::Preposition && pattern.lemmas.len() > 1 {
        return find_prepositional_phrase(tree, pattern, head);
    }
    if !has_pos(tree, pattern, head) || names_other_office(tree, pattern, head) {
        return None;
    }
    let companions = find_companions(tree, head, &pattern.lemmas[1..])?;
    Some(Trigger { head, companions })
}

/// "a general strike" is no air strike, "struck a deal" hit nothing: a word of the trigger has beside it what gives it
/// another sense.
pub(crate) fn has_other_sense(tree: &Tree<'_>, relation: &Relation, trigger: &Trigger) -> bool {
    relation.other_senses.iter().any(|sense| {
        let has_beside = match sense.pos {
            PatternPos::Verb => bears_on,
            _ => is_described_by,
        };
        trigger
            .companions
            .iter()
            .chain([&trigger.head])
            .filter(|&&token| tree.is_word(token, &sense.trigger))
            .filter(|&&token| tree.is_verb(token) == (sense.pos == PatternPos::Verb))
            .any(|&token| {
                sense
                    .beside
                    .iter()
                    .all(|word| has_beside(tree, token, word))
            })
    })
}

/// Whether a word is what a verb bears on: "strike a deal", "a delegation led by Ruiz".
fn bears_on(tree: &Tree<'_>, verb: usize, word: &str) -> bool {
    let patients = tree.patients(verb).into_iter();
    let objects = tree.children_by(verb, &[Deprel::Obj]);
    patients
        .chain(objects)
        .any(|object| tree.is_word(object, word))
}

/// Whether a word stands before a noun, or does what it says: "a general strike", "a strike by nurses".
fn is_described_by(tree: &Tree<'_>, noun: usize, word: &str) -> bool {
    let is_before = noun > 0 && tree.is_word(noun - 1, word);
    let describes = |child: usize| match tree.deprel(child) {
        Deprel::Amod | Deprel::Compound | Deprel::Nummod | Deprel::NmodPoss | Deprel::NmodDesc => {
            true
        }
        Deprel::Nmod => tree.stands_after(child, "by"),
        _ => false,
    };
    is_before
        || tree
            .children(noun)
            .iter()
            .any(|&child| tree.is_word(child, word) && describes(child))
}

/// The other words of a trigger; a preposition is found once its noun is ("take into custody").
fn find_companions(tree: &Tree<'_>, head: usize, words: &[Box<str>]) -> Option<Vec<usize>> {
    let mut companions = Vec::new();
    let mut open: Vec<&Box<str>> = words.iter().collect();
    while !open.is_empty() {
        let before = open.len();
        open.retain(
            |word| match find_companion(tree, head, &companions, (word, words)) {
                Some(found) => {
                    companions.push(found);
                    companions.extend(tree.series_of(found).filter(|&series| series != head));
                    false
                }
                None => true,
            },
        );
        if open.len() == before {
            return None;
        }
    }
    Some(companions)
}

/// "in talks", "at war", "under the command", "under Chadian occupation": the tree makes the noun the head, and the
/// preposition its case.
fn find_prepositional_phrase(
    tree: &Tree<'_>,
    pattern: &CompiledPattern,
    preposition: usize,
) -> Option<Trigger> {
    let noun = tree.head(preposition).filter(|&noun| preposition < noun)?;
    let names_modifier = has_modifier_slot(pattern);
    let words: Vec<usize> = (preposition + 1..=noun)
        .filter(|&token| !matches!(tree.lemma(token), "a" | "an" | "the"))
        .filter(|&token| !(names_modifier && may_name(tree, token)))
        .collect();
    let in_order = words.len() == pattern.lemmas.len() - 1
        && std::iter::zip(&words, &pattern.lemmas[1..])
            .all(|(&token, word)| tree.is_word(token, word));
    (tree.deprel(preposition) == Deprel::Case && in_order).then(|| Trigger {
        head: noun,
        companions: (preposition..noun).collect(),
    })
}

/// Whether an end of the pattern stands before its noun: "under UN sanctions".
fn has_modifier_slot(pattern: &CompiledPattern) -> bool {
    let mut slots = pattern.subject.iter().chain(pattern.object.iter());
    slots.any(|slot| matches!(slot.name, SlotName::Complement | SlotName::Possessor))
}

/// Whether a word can belong to a name before a noun, or stand for one.
fn may_name(tree: &Tree<'_>, token: usize) -> bool {
    tree.is_capitalised(token) || matches!(tree.xpos(token), Xpos::Pos | Xpos::PrpPoss)
}

/// "vice president" is no president.
fn names_other_office(tree: &Tree<'_>, pattern: &CompiledPattern, head: usize) -> bool {
    let others = &pattern.other_offices;
    head > 0 && others.iter().any(|word| tree.is_word(head - 1, word))
}

fn has_pos(tree: &Tree<'_>, pattern: &CompiledPattern, head: usize) -> bool {
    if pattern.copula {
        return tree.child_by(head, &[Deprel::Cop]).is_some();
    }
    let upos = tree.upos(head);
    match pattern.pos {
        PatternPos::Verb => {
            upos == Upos::Verb
                || (upos == Upos::Aux && tree.deprel(head) == Deprel::Cop)
                || (upos == Upos::Adj && is_participle_tagged_adjective(tree, head))
        }
        PatternPos::Noun => matches!(upos, Upos::Noun | Upos::Propn),
        PatternPos::Adjective => {
            upos == Upos::Adj || matches!(tree.xpos(head), Xpos::Vbn | Xpos::Vbg)
        }
        PatternPos::Preposition => matches!(upos, Upos::Adp | Upos::Sconj),
        PatternPos::Construction => false,
    }
}

fn is_participle_tagged_adjective(tree: &Tree<'_>, head: usize) -> bool {
    let text = &tree.token(head).text;
    (text.ends_with("ed") || text.ends_with("ing")) && tree.child_by(head, &[Deprel::Obl]).is_some()
}

/// A word that hangs on the head or on another word of the trigger; a relativised object stands above it:
/// "the sanctions that they imposed", "talks held in Geneva".
fn find_companion(
    tree: &Tree<'_>,
    head: usize,
    found: &[usize],
    (word, words): (&str, &[Box<str>]),
) -> Option<usize> {
    let below = std::iter::once(head)
        .chain(found.iter().copied())
        .flat_map(|parent| tree.children(parent).iter().copied())
        .find(|&child| {
            // "sent troops at Chad's request" sends no request.
            let is_occasion = tree.is_listed(child, WordList::OccasionNoun)
                && tree
                    .children_by(child, &[Deprel::Case])
                    .any(|case| !words.iter().any(|word| tree.is_word(case, word)));
            let apart = matches!(tree.deprel(child), Deprel::Conj | Deprel::Appos) || is_occasion;
            tree.is_word(child, word) && !apart
        });
    let particle_before_noun = || {
        tree.children_by(head, &[Deprel::Obl])
            .flat_map(|oblique| {
                tree.children_by(oblique, &[Deprel::Case])
                    .collect::<Vec<_>>()
            })
            .find(|&case| case == head + 1 && tree.is_word(case, word))
    };
    let above = || {
        let parent = tree.head(head)?;
        (matches!(tree.deprel(head), Deprel::Acl | Deprel::AclRelcl) && tree.is_word(parent, word))
            .then_some(parent)
    };
    let in_series = || {
        tree.children_by(head, &[Deprel::Obj, Deprel::NsubjPass])
            .flat_map(|series| tree.obliques(series, "of"))
            .find(|&noun| tree.is_word(noun, word) && tree.series_of(noun).is_some())
    };
    below
        .or_else(particle_before_noun)
        .or_else(above)
        .or_else(in_series)
}
