//! Results of votes told as a list: "Northbury: Ana Ruiz (Reform)" below a line that says who was elected.

use super::claim::Ground;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading};
use newsgraph_language::{Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// How many lines back the line that announces the list can stand.
const REACH: usize = 60;
/// The most words of a line that only names the seat of the entries below it.
const LONGEST_LABEL: usize = 6;
/// Marks between the parts of an entry.
const MARKS: &[&str] = &[":", "-", "–", "—", ",", ";", "(", ")", "|", "*", "•", "/"];

/// Who was elected where, and for whom, by an entry of a list.
pub(super) fn results(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let entry = Entry {
        reading,
        index,
        sentence: reading.sentence(index),
        entities,
        mentions,
    };
    if !is_entry(entry.sentence) {
        return Vec::new();
    }
    let Some(announcement) = announcement(reading, index) else {
        return Vec::new();
    };
    let people: Vec<&MentionAt> = mentions
        .names(index)
        .filter(|name| entry.is(name, "Person"))
        .collect();
    // Whoever is elected is elected to a body; where the text names none, the place that votes stands for it.
    let body = body_of(reading, entities, mentions, announcement)
        .or_else(|| only_chamber(reading, entities));
    let wins_alone = !names_winners(reading.sentence(announcement));
    let (seat, leads_list) = match entry.seat(&people) {
        Some(seat) => (Some(seat), true),
        None => entry
            .seat_above()
            .map_or((None, true), |(seat, first)| (Some(seat), first)),
    };
    let seat = body.or(seat);
    let mut claims = Vec::new();
    for (order, person) in people.iter().enumerate() {
        let ground = Ground {
            sentence: index,
            trigger: person.tokens.clone(),
            head: person.head,
            pattern: "list(x): name -> place",
            signals: Signals::from_iter([Signal::Affiliation]),
        };
        let party = entry.party_of(person, people.get(order + 1));
        claims.extend(party.map(|party| ground.claim(person.entity, "affiliatedWith", party)));
        // Where results give several, the first has won.
        if order == 0 && (leads_list || !wins_alone) {
            claims.extend(seat.map(|seat| ground.claim(person.entity, "electedTo", seat)));
        }
    }
    claims
}

/// A line of a list.
struct Entry<'a> {
    reading: Reading<'a>,
    index: usize,
    sentence: &'a Sentence,
    entities: &'a Entities,
    mentions: &'a MentionTable,
}

impl Entry<'_> {
    fn is(&self, mention: &MentionAt, class: &str) -> bool {
        self.reading
            .is_a(&self.entities.draft(mention.entity).class, class)
    }

    /// The place of the line, with a mark between it and the people.
    fn seat(&self, people: &[&MentionAt]) -> Option<EntityIndex> {
        let first = people.first()?;
        self.mentions
            .names(self.index)
            .filter(|name| name.kind == MentionKind::Name && self.is(name, "Place"))
            .find(|name| self.marks_between(name, first))
            .map(|name| name.entity)
    }

    /// The place that a line of its own names above the entries, and whether this entry is the first below it.
    fn seat_above(&self) -> Option<(EntityIndex, bool)> {
        let lines = (self.index.saturating_sub(REACH)..self.index).rev();
        let mut entries = lines.take_while(|&line| is_verbless(self.reading.sentence(line)));
        let above = entries.find(|&line| {
            let sentence = self.reading.sentence(line);
            is_label(sentence) && !is_entry(sentence)
        })?;
        let place = self
            .mentions
            .names(above)
            .find(|name| name.kind == MentionKind::Name && self.is(name, "Place"))?;
        (place.tokens.start < 2).then_some((place.entity, above + 1 == self.index))
    }

    /// The body between this name and the next.
    fn party_of(&self, person: &MentionAt, next: Option<&&MentionAt>) -> Option<EntityIndex> {
        let end = next.map_or(self.sentence.tokens.len(), |next| next.tokens.start);
        self.mentions
            .names(self.index)
            .filter(|name| {
                person.tokens.end < name.tokens.start
                    && name.tokens.end <= end
                    && self.is(name, "Organisation")
                    && !self.is(name, "GeopoliticalEntity")
            })
            .find(|name| self.marks_between(person, name))
            .map(|name| name.entity)
    }

    /// Whether a mark, and little else, stands between two names.
    fn marks_between(&self, one: &MentionAt, other: &MentionAt) -> bool {
        let between = if one.tokens.end <= other.tokens.start {
            one.tokens.end..other.tokens.start
        } else {
            other.tokens.end..one.tokens.start
        };
        between.len() <= 8
            && between
                .clone()
                .any(|token| MARKS.contains(&&*self.sentence.tokens[token].text))
    }
}

/// A line without a verb that a mark divides.
fn is_entry(sentence: &Sentence) -> bool {
    is_verbless(sentence)
        && sentence
            .tokens
            .iter()
            .any(|token| MARKS.contains(&&*token.text))
}

/// A short line without a verb: the seat above its results.
fn is_label(sentence: &Sentence) -> bool {
    is_verbless(sentence) && sentence.tokens.len() <= LONGEST_LABEL
}

fn is_verbless(sentence: &Sentence) -> bool {
    !sentence
        .tokens
        .iter()
        .any(|token| matches!(token.upos, Upos::Verb | Upos::Aux))
}

/// The line above the list that says that it names winners: the nearest that is part of no list itself.
fn announcement(reading: Reading<'_>, index: usize) -> Option<usize> {
    let says_who_won = |line: usize| {
        reading
            .sentence(line)
            .tokens
            .iter()
            .any(|token| reading.is_listed_lemma(token, WordList::WinningWord))
    };
    let above = (index.saturating_sub(REACH)..index).rev().find(|&line| {
        let sentence = reading.sentence(line);
        says_who_won(line) || !(is_entry(sentence) || is_label(sentence))
    })?;
    says_who_won(above).then_some(above)
}

/// Whether a line announces winners, rather than results with all who stood.
fn names_winners(announcement: &Sentence) -> bool {
    !announcement
        .tokens
        .iter()
        .any(|token| matches!(&*token.lemma, "result" | "return"))
}

/// The only body of the article whose members are elected.
fn only_chamber(reading: Reading<'_>, entities: &Entities) -> Option<EntityIndex> {
    let is_chamber = |entity: &EntityIndex| {
        let draft = entities.draft(*entity);
        let name = draft.name.to_lowercase();
        let mut words = name.split(' ');
        let lexicon = &reading.ontology.lexicon;
        !draft.mentions.is_empty()
            && reading.is_a(&draft.class, "Organisation")
            && words.any(|word| lexicon.has(WordList::ChamberNoun, word))
    };
    let mut chambers = (0..entities.drafts.len())
        .map(EntityIndex)
        .filter(is_chamber);
    let one = chambers.next()?;
    chambers.next().is_none().then_some(one)
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
