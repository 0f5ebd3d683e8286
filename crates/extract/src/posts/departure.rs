//! Offices whose holder leaves or is removed in the sentence: "gave up her post as editor", "sacked the
//! foreign minister".

use super::body::{BodySearch, OfficeBody};
use super::claim::Ground;
use super::home::holder_head;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, EntityIndex, TokenRef};
use crate::entities::{OfficePhrase, preposition_of};
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};
use newsgraph_ontology::WordList;

/// Auxiliaries that leave it open whether something happens.
const OPEN: &[&str] = &[
    "would", "could", "may", "might", "should", "must", "can", "will", "not", "n't",
];
/// How many words can stand between a verb and the office that its subject leaves.
const REACH: usize = 4;

/// Whether the sentence says that the office's holder was removed from it.
pub(super) fn is_removed(search: BodySearch<'_>, office: &OfficePhrase) -> bool {
    let sentence = search.reading.sentence(office.sentence);
    let head = holder_head(sentence, office.head);
    let holder = &sentence.tokens[head];
    let of_removal = || {
        preposition_of(sentence, head).is_some_and(|word| &*word == "of")
            && holder.head.is_some_and(|noun| {
                sentence.tokens[noun].upos == Upos::Noun
                    && is_verb_of(search, sentence, noun, WordList::RemovalVerb)
            })
    };
    of_removal()
        || is_left_as(search, sentence, head)
        || is_undergoer(holder.deprel)
            && holder.head.is_some_and(|verb| {
                is_fact(sentence, verb)
                    && !is_infinitive(sentence, verb)
                    && is_verb_of(search, sentence, verb, WordList::RemovalVerb)
            })
}

/// "votes to sack the minister": who is to go has not gone.
fn is_infinitive(sentence: &Sentence, verb: usize) -> bool {
    sentence
        .children_by(verb, Deprel::Mark)
        .any(|mark| sentence.tokens[mark].xpos == Xpos::To)
}

/// "Having quit as chairman, Ruiz", "Sacked as chairman, Ruiz"
fn is_left_as(search: BodySearch<'_>, sentence: &Sentence, office: usize) -> bool {
    let is_role = preposition_of(sentence, office).is_some_and(|word| &*word == "as");
    let lists = [WordList::RemovalVerb, WordList::DepartureVerb];
    is_role
        && sentence.tokens[office].head.is_some_and(|verb| {
            matches!(sentence.tokens[verb].xpos, Xpos::Vbn | Xpos::Vbd)
                && is_fact(sentence, verb)
                && lists
                    .iter()
                    .any(|&list| is_verb_of(search, sentence, verb, list))
        })
}

fn is_undergoer(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Obj | Deprel::NsubjPass)
}

/// What follows when the subject of a verb leaves the office that the words mean, or its object is
/// removed from it: they held it.
pub(super) fn departures(
    search: BodySearch<'_>,
    office: &OfficePhrase,
    post: EntityIndex,
    body: Option<&OfficeBody>,
) -> Vec<DraftClaim> {
    let Some((person, verb)) = leaver(search, office) else {
        return Vec::new();
    };
    let ground = Ground {
        sentence: office.sentence,
        trigger: office.tokens.clone(),
        head: office.head,
        pattern: "former(a): name -> title",
        signals: Signals::from_iter([Signal::OfficeEnded]),
    };
    let held = ground.claim(person, "formerlyHeldPost", post);
    let served = body.map(|body| ground.claim(person, "formerOfficialOf", body.body));
    std::iter::once(held)
        .chain(served)
        .map(|claim| DraftClaim {
            predicate: Some(verb),
            ..claim
        })
        .collect()
}

/// Who leaves the office, and the verb that tells it.
fn leaver(search: BodySearch<'_>, office: &OfficePhrase) -> Option<(EntityIndex, usize)> {
    let sentence = search.reading.sentence(office.sentence);
    let mut at = office.head;
    for _ in 0..REACH {
        at = sentence.tokens[at].head?;
        if sentence.tokens[at].upos == Upos::Verb {
            break;
        }
        if is_of_somebody_named(sentence, at) {
            return None;
        }
    }
    // "called on her to resign as minister": nobody has resigned.
    let wanted = sentence.children_by(at, Deprel::Mark).next().is_some()
        && sentence.tokens[at]
            .head
            .is_some_and(|verb| is_verb_of(search, sentence, verb, WordList::WishVerb));
    if !is_fact(sentence, at) || wanted {
        return None;
    }
    if is_verb_of(search, sentence, at, WordList::RemovalVerb) {
        let removed = sentence
            .children(at)
            .find(|&child| is_undergoer(sentence.tokens[child].deprel))?;
        return only_person(search, office.sentence, removed).map(|person| (person, at));
    }
    if !is_verb_of(search, sentence, at, WordList::DepartureVerb) {
        return None;
    }
    let mut verb = at;
    loop {
        let subject = sentence
            .children(verb)
            .find(|&child| sentence.tokens[child].deprel.is("nsubj"));
        if let Some(subject) = subject {
            // "Ruiz, who resigned as minister"
            let relative = matches!(sentence.tokens[subject].xpos, Xpos::Wp | Xpos::Wdt)
                && sentence.tokens[verb].deprel == Deprel::AclRelcl;
            let described = sentence.tokens[verb].head.filter(|_| relative);
            let leaver = described.unwrap_or(subject);
            return only_person(search, office.sentence, leaver).map(|person| (person, at));
        }
        let chained = matches!(sentence.tokens[verb].deprel, Deprel::Xcomp | Deprel::Conj);
        verb = sentence.tokens[verb].head.filter(|_| chained)?;
    }
}

/// "resigned over Ruiz's appointment as envoy": the office is that of the one named.
fn is_of_somebody_named(sentence: &Sentence, noun: usize) -> bool {
    sentence
        .children_by(noun, Deprel::NmodPoss)
        .any(|owner| sentence.tokens[owner].upos == Upos::Propn)
}

pub(super) fn only_person(
    search: BodySearch<'_>,
    sentence: usize,
    token: usize,
) -> Option<EntityIndex> {
    match search.entities.referents(TokenRef { sentence, token }) {
        [one] if search.entities.draft(*one).class == "Person" => Some(*one),
        _ => None,
    }
}

pub(super) fn is_verb_of(
    search: BodySearch<'_>,
    sentence: &Sentence,
    verb: usize,
    list: WordList,
) -> bool {
    let verb = &sentence.tokens[verb];
    search.reading.is_listed_lemma(verb, list)
}

/// Whether no auxiliary leaves it open that the verb's event happens.
pub(super) fn is_fact(sentence: &Sentence, verb: usize) -> bool {
    !sentence.children(verb).any(|child| {
        let word = sentence.tokens[child].text.to_lowercase();
        OPEN.contains(&word.as_str())
    })
}
