//! Nationality, party and kin of people.

use super::claim::Ground;
use super::kinship::{KinEnd, Kinship};
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading, is_possessive_mark, is_word};
use newsgraph_language::{Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{OfficeRank, WordList};

/// The claims of a sentence on the nationality, party and kin of people.
pub(super) fn affiliations(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
    kinship: &Kinship,
) -> Vec<DraftClaim> {
    let scene = Scene {
        reading,
        kinship,
        index,
        sentence: reading.sentence(index),
        entities,
        mentions,
    };
    let mut claims = Vec::new();
    for person in mentions
        .names(index)
        .filter(|mention| scene.is(mention, "Person"))
    {
        claims.extend(scene.nationalities(person));
        claims.extend(scene.body_after(person));
        claims.extend(scene.kin(person));
    }
    claims
}

struct Scene<'a> {
    reading: Reading<'a>,
    kinship: &'a Kinship,
    index: usize,
    sentence: &'a Sentence,
    entities: &'a Entities,
    mentions: &'a MentionTable,
}

impl Scene<'_> {
    fn is(&self, mention: &MentionAt, class: &str) -> bool {
        self.reading
            .is_a(&self.entities.draft(mention.entity).class, class)
    }

    fn word(&self, token: usize, words: &[&str]) -> bool {
        self.sentence
            .tokens
            .get(token)
            .is_some_and(|token| is_word(token, words))
    }

    fn ground<'p>(&self, person: &MentionAt, start: usize, pattern: &'p str) -> Ground<'p> {
        Ground {
            sentence: self.index,
            trigger: start.min(person.tokens.start)..person.tokens.end,
            head: person.head,
            pattern,
            confidence: 0.85,
        }
    }

    /// "Canadian author Ana Ruiz", "the Kenyan runner Okoro", "French-Lebanese citizen Ana Ruiz".
    fn nationalities(&self, person: &MentionAt) -> Vec<DraftClaim> {
        let Some(noun) = person.tokens.start.checked_sub(1) else {
            return Vec::new();
        };
        if !self.is_role_noun(noun) || self.is_relational(noun) {
            return Vec::new();
        }
        let mut end = noun;
        while end > 0 && noun - end < 4 && self.is_plain_modifier(end - 1) {
            end -= 1;
        }
        let mut claims = Vec::new();
        while let Some(country) = self.demonym_until(end) {
            let ground = self.ground(
                person,
                country.tokens.start,
                "demonym(x): self:Person -> comp",
            );
            claims.push(ground.claim(person.entity, "nationalOf", country.entity));
            end = country.tokens.start;
            if end > 0 && self.word(end - 1, &["-", "–", "and"]) {
                end -= 1;
            } else {
                break;
            }
        }
        claims
    }

    /// A noun that says what a person is or does, without an office in a state.
    fn is_role_noun(&self, token: usize) -> bool {
        let word = &self.sentence.tokens[token];
        let lexicon = &self.reading.ontology.lexicon;
        match self.reading.of_noun(word, |noun| lexicon.offices.get(noun)) {
            Some(office) => matches!(office.rank, OfficeRank::Title | OfficeRank::Staff),
            None => self
                .reading
                .of_noun(word, |noun| lexicon.person_nouns.get(noun))
                .is_some(),
        }
    }

    fn is_relational(&self, token: usize) -> bool {
        let word = &self.sentence.tokens[token];
        self.reading.is_listed(word, WordList::RelationalNoun)
    }

    fn is_plain_modifier(&self, token: usize) -> bool {
        let word = &self.sentence.tokens[token];
        self.mentions.name_over(self.index, token).is_none()
            && (matches!(word.upos, Upos::Noun | Upos::Adj) || is_word(word, &["and", "former"]))
    }

    fn demonym_until(&self, end: usize) -> Option<&MentionAt> {
        self.mentions.names(self.index).find(|mention| {
            mention.tokens.end == end
                && mention.kind == MentionKind::Demonym
                && self.is(mention, "Country")
        })
    }

    /// "Prime Minister Ana Ruiz of the Reform Party", "Ana Ruiz of the University of Haifa", "Ana Ruiz (Labour)"
    fn body_after(&self, person: &MentionAt) -> Option<DraftClaim> {
        let next = person.tokens.end;
        let bracket = self.word(next, &["("]);
        if !bracket && !self.word(next, &["of", "from"]) {
            return None;
        }
        let start = if self.word(next + 1, &["the"]) {
            next + 2
        } else {
            next + 1
        };
        let body = self.mentions.name_from(self.index, start)?;
        if bracket && !self.word(body.tokens.end, &[")"]) {
            return None;
        }
        let relation = if self.is(body, "PoliticalOrganisation") && !bracket {
            "memberOf"
        } else if self.is(body, "Organisation") && !self.is(body, "GeopoliticalEntity") {
            "affiliatedWith"
        } else {
            return None;
        };
        let ground = Ground {
            trigger: person.tokens.start..body.tokens.end,
            ..self.ground(person, person.tokens.start, "of(x): name -> of")
        };
        Some(ground.claim(person.entity, relation, body.entity))
    }

    /// "Ruiz's wife, Marta", "his daughter Ana Ruiz"
    fn kin(&self, person: &MentionAt) -> Option<DraftClaim> {
        let start = person.tokens.start;
        let comma = usize::from(start > 0 && self.word(start - 1, &[","]));
        let noun = start.checked_sub(1 + comma)?;
        let kin = self
            .reading
            .of_noun(self.sentence.tokens.get(noun)?, |noun| {
                self.kinship.get(noun)
            })?;
        let owner = self
            .owner_of(noun)
            .filter(|owner| *owner != person.entity)?;
        let ground = self.ground(person, noun, &kin.pattern);
        let (subject, object) = match kin.subject {
            KinEnd::Owner => (owner, person.entity),
            KinEnd::Named => (person.entity, owner),
        };
        Some(ground.claim(subject, &kin.relation, object))
    }

    fn owner_of(&self, noun: usize) -> Option<EntityIndex> {
        let mut end = noun;
        while end > 0 && self.sentence.tokens[end - 1].upos == Upos::Adj {
            end -= 1;
        }
        if end > 0 && is_possessive_mark(&self.sentence.tokens[end - 1]) {
            end -= 1;
        }
        let owner = self
            .mentions
            .sentence(self.index)
            .iter()
            .find(|mention| mention.tokens.end == end)?;
        self.is(owner, "Person").then_some(owner.entity)
    }
}
