//! Nationality, party and kin of people.

use super::claim::Ground;
use super::kinship::{KinEnd, Kinship};
use super::scene::Scene;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities, TokenRef};
use crate::entities::{MentionAt, MentionTable, Reading, is_possessive_mark, is_word};
use newsgraph_language::Upos;
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
    let search = Affiliations {
        scene: Scene::new(reading, index, entities, mentions),
        kinship,
    };
    let mut claims = Vec::new();
    for person in mentions
        .names(index)
        .filter(|mention| search.scene.is(mention, "Person"))
    {
        claims.extend(search.nationalities(person));
        claims.extend(search.nationality_after(person));
        claims.extend(search.body_after(person));
        claims.extend(search.party_of(person));
        claims.extend(search.residence(person));
        claims.extend(search.kin(person));
    }
    for party in mentions
        .names(index)
        .filter(|mention| search.scene.is(mention, "PoliticalOrganisation"))
    {
        claims.extend(search.own_party(party));
    }
    claims
}

struct Affiliations<'a> {
    scene: Scene<'a>,
    kinship: &'a Kinship,
}

/// How many words of office can stand between a party and the name of its politician.
const MOST_WORDS_OF_OFFICE: usize = 4;
/// How many words can describe somebody between comma and "from": "a 34-year-old maths teacher".
const LONGEST_DESCRIPTION: usize = 10;
impl Affiliations<'_> {
    fn ground<'p>(&self, person: &MentionAt, start: usize, pattern: &'p str) -> Ground<'p> {
        Ground {
            sentence: self.scene.index,
            trigger: start.min(person.tokens.start)..person.tokens.end,
            head: person.head,
            pattern,
            signals: Signals::from_iter([Signal::Affiliation]),
        }
    }

    /// "Canadian author Ana Ruiz", "the Kenyan runner Okoro", "French-Lebanese citizen Ana Ruiz", "Chadian Ali Hassan".
    fn nationalities(&self, person: &MentionAt) -> Vec<DraftClaim> {
        let is_full = person.kind == MentionKind::Name && person.tokens.len() > 1;
        let beside = Some(person.tokens.start)
            .filter(|&start| is_full && self.demonym_until(start).is_some());
        let role = beside
            .or_else(|| self.start_of_role(person.tokens.start))
            .or_else(|| {
                let end = self.scene.end_of_listing_plural(person)?;
                self.start_of_role(end)
            });
        let Some(mut end) = role else {
            return Vec::new();
        };
        let mut claims = Vec::new();
        while let Some(country) = self.demonym_until(end) {
            let ground = self.ground(
                person,
                country.tokens.start,
                "demonym(x): self:Person -> comp",
            );
            claims.push(ground.claim(person.entity, "nationalOf", country.entity));
            end = country.tokens.start;
            if end > 0 && self.scene.word(end - 1, &["-", "–", "and"]) {
                end -= 1;
            } else {
                break;
            }
        }
        claims
    }

    /// Where the role that ends there begins: "retired runner" in "the Kenyan retired runner Okoro".
    fn start_of_role(&self, end: usize) -> Option<usize> {
        let noun = end.checked_sub(1)?;
        if !self.is_role_noun(noun) || self.scene.listed(noun, WordList::RelationalNoun) {
            return None;
        }
        let mut start = noun;
        while start > 0 && noun - start < 4 && self.is_plain_modifier(start - 1) {
            start -= 1;
        }
        Some(start)
    }

    /// "Ana Ruiz, a Chilean runner": a country's adjective before a role in an apposition.
    fn nationality_after(&self, person: &MentionAt) -> Option<DraftClaim> {
        let start = person.tokens.end;
        if !self.scene.word(start, &[","]) || !self.scene.word(start + 1, &["a", "an"]) {
            return None;
        }
        let country = self
            .scene
            .mentions
            .names(self.scene.index)
            .find(|mention| {
                mention.kind == MentionKind::Demonym
                    && self.scene.is(mention, "Country")
                    && (start + 2..start + 5).contains(&mention.tokens.start)
                    && (start + 2..mention.tokens.start).all(|token| self.is_plain_modifier(token))
            })?;
        // "Ana Ruiz, a Chilean,", "Ana Ruiz, a Chilean who"
        let end = country.tokens.end;
        let people = self.scene.word(end, &[",", "who", ".", "and", ")"])
            || end == self.scene.sentence.tokens.len();
        let mut noun = end;
        while noun < self.scene.sentence.tokens.len()
            && noun - country.tokens.end < 3
            && !self.is_role_noun(noun)
            && self.is_plain_modifier(noun)
        {
            noun += 1;
        }
        let is_role = people
            || noun < self.scene.sentence.tokens.len()
                && self.is_role_noun(noun)
                && !self.scene.listed(noun, WordList::RelationalNoun);
        let ground = Ground {
            trigger: country.tokens.start..if people { end } else { noun + 1 },
            head: country.head,
            ..self.ground(person, person.tokens.start, "demonym(x): self -> comp")
        };
        is_role.then(|| ground.claim(person.entity, "nationalOf", country.entity))
    }

    /// A noun that says what a person is or does, without an office in a state.
    fn is_role_noun(&self, token: usize) -> bool {
        let word = &self.scene.sentence.tokens[token];
        let lexicon = &self.scene.reading.ontology.lexicon;
        match self
            .scene
            .reading
            .of_noun(word, |noun| lexicon.offices.get(noun))
        {
            Some(office) => matches!(office.rank, OfficeRank::Title | OfficeRank::Staff),
            None => self
                .scene
                .reading
                .of_noun(word, |noun| lexicon.person_nouns.get(noun))
                .is_some(),
        }
    }

    fn is_plain_modifier(&self, token: usize) -> bool {
        let word = &self.scene.sentence.tokens[token];
        self.scene
            .mentions
            .name_over(self.scene.index, token)
            .is_none()
            && (matches!(word.upos, Upos::Noun | Upos::Adj) || is_word(word, &["and", "former"]))
    }

    fn demonym_until(&self, end: usize) -> Option<&MentionAt> {
        self.scene.mentions.names(self.scene.index).find(|mention| {
            mention.tokens.end == end
                && mention.kind == MentionKind::Demonym
                && self.scene.is(mention, "Country")
        })
    }

    /// "Prime Minister Ana Ruiz of the Reform Party", "Ana Ruiz of the University of Haifa", "Ana Ruiz (Labour)"
    fn body_after(&self, person: &MentionAt) -> Option<DraftClaim> {
        let end = person.tokens.end;
        // "Ana Ruiz, with Acme Capital, said"
        let apart = self.scene.word(end, &[","]) && self.scene.word(end + 1, &["of", "with"]);
        let next = end + usize::from(apart);
        let bracket = self.scene.word(next, &["("]);
        if !apart && !bracket && !self.scene.word(next, &["of", "from"]) {
            return None;
        }
        let from = |start: usize| self.scene.mentions.name_from(self.scene.index, start);
        let article = self.scene.word(next + 1, &["the"]);
        let body = from(next + 1).or_else(|| article.then(|| from(next + 2)).flatten())?;
        if bracket && !self.scene.word(body.tokens.end, &[")"])
            || apart && !self.scene.word(body.tokens.end, &[",", "."])
        {
            return None;
        }
        let attached = self.scene.sentence.tokens[body.head]
            .head
            .is_some_and(|head| person.tokens.contains(&head));
        if self.scene.word(next, &["from"]) && !attached {
            return None;
        }
        let titled = person.tokens.start > 0
            && matches!(
                self.scene.sentence.tokens[person.tokens.start - 1].upos,
                Upos::Noun | Upos::Propn
            );
        let relation = if self.scene.is(body, "Country") {
            // "Ana Ruiz of Kenya", but not "president Ana Ruiz of Kenya"
            let national = self.scene.word(next, &["of"]) && !titled && attached && !apart;
            if !national || body.kind != MentionKind::Name {
                return None;
            }
            "nationalOf"
        } else if self.has_office_before(person) && !self.scene.is(body, "PoliticalOrganisation") {
            // "Judge Ana Ruiz of the High Court": the body is the office's.
            return None;
        } else if self.scene.is(body, "PoliticalOrganisation") && !bracket {
            "memberOf"
        } else if self.scene.is(body, "NewsOrganisation") && self.scene.word(next, &["of"])
            || self.scene.is(body, "Company") && apart
        {
            "worksFor"
        } else if self.scene.is(body, "Organisation") && !self.scene.is(body, "GeopoliticalEntity")
        {
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

    fn has_office_before(&self, person: &MentionAt) -> bool {
        let lexicon = &self.scene.reading.ontology.lexicon;
        person.tokens.start.checked_sub(1).is_some_and(|noun| {
            let noun = &self.scene.sentence.tokens[noun];
            self.scene
                .reading
                .of_noun(noun, |noun| {
                    lexicon.offices.get(noun).map(|office| office.rank)
                })
                .is_some_and(|rank| !matches!(rank, OfficeRank::Staff | OfficeRank::Title))
        })
    }

    /// "Ana Ruiz, 42, of Dayton", "Ana Ruiz, a 34-year-old teacher from Lima": where somebody who is introduced lives.
    fn residence(&self, person: &MentionAt) -> Option<DraftClaim> {
        let tokens = &self.scene.sentence.tokens;
        let mut at = person.tokens.end;
        if !self.scene.word(at, &[","]) {
            return None;
        }
        at += 1;
        let aged = tokens.get(at).is_some_and(|age| age.upos == Upos::Num)
            && (self.scene.word(at + 1, &[","]) || self.scene.word(at + 1, &["from", "of"]));
        if aged {
            at += 1;
            at += usize::from(self.scene.word(at, &[","]));
        }
        let article = at;
        let described = self.scene.word(at, &["a", "an"]);
        if described {
            while at < tokens.len()
                && at - article < LONGEST_DESCRIPTION
                && !self.scene.word(at, &["from", ","])
                && !matches!(tokens[at].upos, Upos::Verb | Upos::Aux | Upos::Adp)
            {
                at += 1;
            }
            if !self.is_role_noun(at - 1) {
                return None;
            }
        }
        let from = self.scene.word(at, &["from"]) || aged && self.scene.word(at, &["of"]);
        let home = self
            .scene
            .mentions
            .name_from(self.scene.index, at + 1)
            .filter(|home| self.scene.is(home, "City") || self.scene.is(home, "Territory"))?;
        let ground = Ground {
            trigger: at..home.tokens.end,
            head: home.head,
            ..self.ground(
                person,
                person.tokens.start,
                "from(p): self:Person -> from:City|from:Territory",
            )
        };
        ((aged || described) && from).then(|| ground.claim(person.entity, "livesIn", home.entity))
    }

    /// "Conservative candidate Ana Ruiz", "Ana Ruiz (D-Ohio)", "Ana Ruiz, a Republican": the party's word stands
    /// beside the name, with nothing but words of office, a bracket or a comma between.
    fn party_of(&self, person: &MentionAt) -> Option<DraftClaim> {
        let before = self.scene.mentions.names(self.scene.index).find(|party| {
            let between = party.tokens.end..person.tokens.start;
            self.scene.is(party, "PoliticalOrganisation")
                && party.tokens.end <= person.tokens.start
                && !(between.is_empty() && self.stands_after_of(party))
                && between.len() <= MOST_WORDS_OF_OFFICE
                && between.clone().all(|token| self.is_politician_word(token))
        });
        let after = || {
            let next = person.tokens.end;
            let opens = self.scene.word(next, &["(", ","]) || self.scene.word(next, &["is", "was"]);
            let start = next + 1 + usize::from(self.scene.word(next + 1, &["a", "the"]));
            let party = self.scene.mentions.name_from(self.scene.index, start)?;
            let lone = start > next + 1
                || self.scene.word(next, &["("])
                || self.scene.word(party.tokens.end, &["-", "–"]);
            let is_letter =
                self.scene.word(next, &["("]) && self.scene.word(party.tokens.end, &[")"]);
            (opens && lone && !is_letter && self.scene.is(party, "PoliticalOrganisation"))
                .then_some(party)
        };
        let was_member = before.is_some_and(|party| {
            (party.tokens.start.saturating_sub(1)..person.tokens.start)
                .any(|token| self.scene.listed(token, WordList::PastModifier))
        });
        let relation = match before {
            Some(_) if was_member => "formerMemberOf",
            Some(_) => "memberOf",
            None => "affiliatedWith",
        };
        let party = before.or_else(after)?;
        let start = person.tokens.start.min(party.tokens.start);
        let ground = self.ground(person, start, "party(x): name -> title");
        Some(ground.claim(person.entity, relation, party.entity))
    }

    /// "Secretary of the Reform Party Ana Ruiz": the party belongs to the office.
    fn stands_after_of(&self, party: &MentionAt) -> bool {
        let start = party.tokens.start;
        let article = usize::from(start > 0 && self.scene.word(start - 1, &["the"]));
        start > article && self.scene.word(start - article - 1, &["of"])
    }

    /// "Ana Ruiz and her party, the Reform Front": whose party it is, before its name.
    fn own_party(&self, party: &MentionAt) -> Option<DraftClaim> {
        let mut noun = party.tokens.start.checked_sub(1)?;
        while noun > 0 && self.scene.word(noun, &["the", ","]) {
            noun -= 1;
        }
        let pronoun = noun.checked_sub(1)?;
        if !self.scene.word(noun, &["party"]) || !self.scene.word(pronoun, &["his", "her"]) {
            return None;
        }
        let [person] = self.scene.entities.referents(TokenRef {
            sentence: self.scene.index,
            token: pronoun,
        }) else {
            return None;
        };
        let ground = Ground {
            trigger: pronoun..party.tokens.end,
            ..self.ground(
                party,
                pronoun,
                "party(n): poss:Person -> self:PoliticalOrganisation",
            )
        };
        Some(ground.claim(*person, "memberOf", party.entity))
    }

    /// A word for a politician who does not lead the party.
    fn is_politician_word(&self, token: usize) -> bool {
        let word = &self.scene.sentence.tokens[token];
        let lexicon = &self.scene.reading.ontology.lexicon;
        let leads = self
            .scene
            .reading
            .of_noun(word, |noun| {
                lexicon.offices.get(noun).map(|office| office.rank)
            })
            .is_some_and(|rank| {
                rank == OfficeRank::Head
                    && !self.scene.reading.is_listed(word, WordList::StateHeadWord)
            });
        matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj)
            && !leads
            && !is_word(
                word,
                &["leader", "chairman", "chairwoman", "chair", "chief", "head"],
            )
            && !is_possessive_mark(word)
    }

    /// "Ruiz's wife, Marta", "his daughter Ana Ruiz"
    fn kin(&self, person: &MentionAt) -> Option<DraftClaim> {
        let start = person.tokens.start;
        let comma = usize::from(start > 0 && self.scene.word(start - 1, &[","]));
        let noun = start.checked_sub(1 + comma)?;
        let kin = self
            .scene
            .reading
            .of_noun(self.scene.sentence.tokens.get(noun)?, |noun| {
                self.kinship.get(noun)
            })?;
        let owner = self
            .scene
            .owner_before(noun)
            .filter(|owner| self.scene.is(owner, "Person"))
            .map(|owner| owner.entity)
            .filter(|owner| *owner != person.entity)?;
        let ground = self.ground(person, noun, &kin.pattern);
        let (subject, object) = match kin.subject {
            KinEnd::Owner => (owner, person.entity),
            KinEnd::Named => (person.entity, owner),
        };
        Some(ground.claim(subject, &kin.relation, object))
    }
}
