//! Results of votes told as a list: "Northbury: Ana Ruiz (Reform)" below a line that says who was elected.

use super::claim::Ground;
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading, lower_lemma};
use newsgraph_language::{Sentence, Upos};

/// How many lines back the line that announces the list can stand.
const REACH: usize = 60;
/// Words of a line that says that what follows are those who won.
const OF_WINNING: &[&str] = &[
    "elect",
    "elected",
    "winner",
    "winners",
    "win",
    "return",
    "successful",
];
/// Marks between the parts of an entry.
const MARKS: &[&str] = &[":", "-", "–", "—", ",", "("];

/// Who was elected where by an entry of a list.
pub(super) fn results(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let sentence = reading.sentence(index);
    if !is_entry(sentence) {
        return Vec::new();
    }
    let is = |mention: &MentionAt, class: &str| {
        reading.is_a(&entities.draft(mention.entity).class, class)
    };
    let mut people = mentions.names(index).filter(|name| is(name, "Person"));
    let (Some(person), None) = (people.next(), people.next()) else {
        return Vec::new();
    };
    let Some(announcement) = announcement(reading, index) else {
        return Vec::new();
    };
    let seat = mentions
        .names(index)
        .find(|name| is(name, "Place") && stands_beside(sentence, name, person))
        .map(|name| name.entity);
    let body = || body_of(reading, entities, mentions, announcement);
    let Some(object) = seat.or_else(body) else {
        return Vec::new();
    };
    let ground = Ground {
        sentence: index,
        trigger: person.tokens.clone(),
        head: person.head,
        pattern: "list(x): name -> place",
        confidence: 0.75,
    };
    vec![ground.claim(person.entity, "electedTo", object)]
}

/// A line without a verb that a mark divides.
fn is_entry(sentence: &Sentence) -> bool {
    let verbless = !sentence
        .tokens
        .iter()
        .any(|token| matches!(token.upos, Upos::Verb | Upos::Aux));
    verbless
        && sentence
            .tokens
            .iter()
            .any(|token| MARKS.contains(&&*token.text))
}

/// The line above the list that says that it names winners: the nearest that is no entry itself.
fn announcement(reading: Reading<'_>, index: usize) -> Option<usize> {
    let above = (index.saturating_sub(REACH)..index)
        .rev()
        .find(|&line| !is_entry(reading.sentence(line)))?;
    let sentence = reading.sentence(above);
    let says_who_won = sentence
        .tokens
        .iter()
        .any(|token| OF_WINNING.contains(&&*lower_lemma(token)));
    let announces = sentence
        .tokens
        .last()
        .is_some_and(|last| &*last.text == ":");
    (says_who_won && (announces || above + 1 == index || is_entry(reading.sentence(above + 1))))
        .then_some(above)
}

/// Whether only marks, numbers and the words of a bracket stand between a place and a name.
fn stands_beside(sentence: &Sentence, place: &MentionAt, person: &MentionAt) -> bool {
    let between = if place.tokens.end <= person.tokens.start {
        place.tokens.end..person.tokens.start
    } else {
        person.tokens.end..place.tokens.start
    };
    between.len() <= 8
        && between
            .clone()
            .any(|token| MARKS.contains(&&*sentence.tokens[token].text))
}

/// The body that the announcing line says they were elected to.
fn body_of(
    reading: Reading<'_>,
    entities: &Entities,
    mentions: &MentionTable,
    announcement: usize,
) -> Option<EntityIndex> {
    let sentence = reading.sentence(announcement);
    mentions
        .names(announcement)
        .find(|name| {
            let class = &entities.draft(name.entity).class;
            let after_to = (name.tokens.start.saturating_sub(2)..name.tokens.start)
                .any(|token| matches!(&*sentence.tokens[token].text, "to" | "in" | "on" | "for"));
            after_to
                && reading.is_a(class, "Organisation")
                && !reading.is_a(class, "PoliticalOrganisation")
        })
        .map(|name| name.entity)
}
