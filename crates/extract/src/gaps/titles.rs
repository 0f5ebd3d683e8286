use super::{Evidence, Gap, GapKind};
use crate::entities::{MentionAt, MentionTable, office_at, office_modifier, surface};
use newsgraph_language::{Deprel, Sentence, Token, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::Lexicon;
use std::collections::BTreeSet;
use std::ops::Range;

/// How many words of a title are looked at before its noun.
const LONGEST_TITLE: usize = 4;

/// Nouns right before a person's name or in apposition to it that the lexicon lists neither as an office
/// nor as a role: "vlogger Ana Ruiz", "Ana Ruiz, a crypto trader,".
pub(super) fn unknown_titles(evidence: Evidence<'_>, mentions: &MentionTable) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (index, sentence) in evidence.reading.analysis.sentences.iter().enumerate() {
        if !sentence.region.makes_claims() {
            continue;
        }
        let scene = Scene {
            evidence,
            mentions,
            index,
            sentence,
        };
        let people = mentions
            .sentence(index)
            .iter()
            .filter(|mention| scene.is_person_by_name(mention));
        for person in people {
            let nouns: BTreeSet<usize> = scene
                .noun_before(person)
                .into_iter()
                .chain(scene.nouns_in_apposition(person))
                .filter(|&noun| scene.is_unknown(noun, person))
                .collect();
            gaps.extend(nouns.into_iter().map(|noun| scene.gap(noun)));
        }
    }
    gaps
}

/// Whether the lexicon tells what kind of thing a noun names.
fn is_listed(lexicon: &Lexicon, noun: &str) -> Option<()> {
    let classes = [
        &lexicon.person_nouns,
        &lexicon.organisation_nouns,
        &lexicon.place_nouns,
        &lexicon.event_nouns,
        &lexicon.thing_nouns,
    ];
    let listed = classes.iter().any(|table| table.contains_key(noun));
    (listed || lexicon.gendered_nouns.contains_key(noun)).then_some(())
}

struct Scene<'a> {
    evidence: Evidence<'a>,
    mentions: &'a MentionTable,
    index: usize,
    sentence: &'a Sentence,
}

impl Scene<'_> {
    fn token(&self, index: usize) -> &Token {
        &self.sentence.tokens[index]
    }

    fn is_person_by_name(&self, mention: &MentionAt) -> bool {
        mention.kind == MentionKind::Name
            && self.evidence.entities.draft(mention.entity).class == "Person"
    }

    /// "vlogger" in "the vlogger Ana Ruiz".
    fn noun_before(&self, person: &MentionAt) -> Option<usize> {
        let before = person.tokens.start.checked_sub(1)?;
        let belongs = self.token(before).head == Some(person.head)
            || self.token(person.head).head == Some(before);
        belongs.then_some(before)
    }

    /// "trader" in "Ana Ruiz, a crypto trader,".
    fn nouns_in_apposition(&self, person: &MentionAt) -> Vec<usize> {
        let mut nouns: Vec<usize> = self
            .sentence
            .children_by(person.head, Deprel::Appos)
            .collect();
        if self.token(person.head).deprel == Deprel::Appos {
            nouns.extend(self.token(person.head).head);
        }
        nouns
    }

    /// A common noun that no table of the lexicon has, and that means nothing but the person.
    fn is_unknown(&self, noun: usize, person: &MentionAt) -> bool {
        let token = self.token(noun);
        let reading = self.evidence.reading;
        let lexicon = &reading.ontology.lexicon;
        let is_office = (noun.saturating_sub(LONGEST_TITLE)..=noun).any(|start| {
            office_at(reading, self.sentence, start).is_some_and(|(_, end)| end > noun)
        });
        matches!(token.upos, Upos::Noun | Upos::Propn)
            && token.text.starts_with(char::is_lowercase)
            && token.text.chars().all(char::is_alphabetic)
            && self.mentions.name_over(self.index, noun).is_none()
            && self
                .mentions
                .sentence(self.index)
                .iter()
                .all(|other| other.head != noun || other.entity == person.entity)
            && !is_office
            && office_modifier(reading, token).is_none()
            && reading
                .of_noun(token, |noun| is_listed(lexicon, noun))
                .is_none()
    }

    fn gap(&self, noun: usize) -> Gap {
        let phrase = self.phrase(noun);
        Gap {
            kind: GapKind::Title,
            key: self.token(noun).lemma.to_lowercase(),
            note: None,
            detail: surface(self.sentence, phrase.clone()).to_lowercase(),
            sentence: self.sentence.span,
            words: self.sentence.span_of(phrase),
        }
    }

    /// The noun with the nouns and adjectives before it.
    fn phrase(&self, noun: usize) -> Range<usize> {
        let mut start = noun;
        while start > 0
            && noun - start < LONGEST_TITLE
            && matches!(self.token(start - 1).upos, Upos::Noun | Upos::Adj)
            && self.mentions.name_over(self.index, start - 1).is_none()
        {
            start -= 1;
        }
        start..noun + 1
    }
}
