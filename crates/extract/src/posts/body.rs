//! The body an office belongs to, as the words around it name it.

use super::home::{KnownOffice, is_state_office};
use crate::draft::{Entities, EntityIndex, TokenRef};
use crate::entities::{
    MentionAt, MentionTable, OfficePhrase, OfficesBySentence, Reading, Tenure, is_possessive_mark,
    is_word, office_modifier_before, surface,
};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{OfficeModifier, OfficeRank, WordList};
use std::ops::Range;

/// The body of an office, and the words that name office and body together.
#[derive(Clone, Debug)]
pub(super) struct OfficeBody {
    pub(super) body: EntityIndex,
    /// From the body before the office, or the office, to the end of the body after it.
    pub(super) tokens: Range<usize>,
    pub(super) tenure: Tenure,
}

/// What the search for an office's body reads.
#[derive(Clone, Copy)]
pub(super) struct BodySearch<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) entities: &'a Entities,
    pub(super) mentions: &'a MentionTable,
    pub(super) offices: &'a OfficesBySentence,
    /// The holders of the article whose body the text names.
    pub(super) known: &'a [KnownOffice],
}

/// Prepositions between any office and its body, and between staff and whom they serve.
const BODY_PREPOSITIONS: &[&str] = &["of", "for", "at", "in"];
const STAFF_PREPOSITIONS: &[&str] = &["of", "for", "at", "in", "to", "with"];

impl<'a> BodySearch<'a> {
    /// The body that the words around the office name.
    pub(super) fn named(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        self.after(office)
            .or_else(|| self.before(office))
            .or_else(|| self.after_holder(office))
            .or_else(|| self.described(office))
            .or_else(|| self.shared(office))
    }

    /// "Governor Ana Ruiz of Ohio", "Judge Ana Ruiz of the High Court": the body behind the holder's name. A party
    /// there is the person's, not the office's.
    fn after_holder(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        if matches!(office.rank, OfficeRank::Staff | OfficeRank::Title) {
            return None;
        }
        let sentence = self.sentence(office);
        let holder = self
            .mentions
            .name_from(office.sentence, office.tokens.end)
            .filter(|name| self.is(name.entity, "Person") && !office.plural)?;
        let of = holder.tokens.end;
        if !is_word(sentence.tokens.get(of)?, &["of"]) {
            return None;
        }
        let body = self.body_from(office.sentence, of + 1)?;
        // "Speaker Paul Ryan of Wisconsin": where he comes from; "Prime Minister Ana Ruiz of the Unity Congress": her
        // party, whatever it is taken for.
        let head = (self.is_listed_office(office, WordList::StateHeadWord)
            || is_state_office(*self, office))
            && !office.label.to_lowercase().ends_with("speaker");
        let fits = if self.is_state(body.entity) {
            head || office.rank != OfficeRank::Head
        } else {
            !is_state_office(*self, office)
        };
        (fits && !self.is_party(body.entity)).then_some(OfficeBody {
            body: body.entity,
            tokens: office.tokens.start..body.tokens.end,
            tenure: office.tenure,
        })
    }

    /// Any body named before an office beside the one after it: "Somali commander of the 14th brigade".
    pub(super) fn before(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        let sentence = self.sentence(office);
        let mut end = office.tokens.start;
        for _ in 0..2 {
            let bracket = end > 0 && &*sentence.tokens[end - 1].text == ")";
            if end > 0 && (bracket || is_possessive_mark(&sentence.tokens[end - 1])) {
                end -= 1;
            }
        }
        let mut mention = self.body_until(office.sentence, end)?;
        // "Sony's U.S. president": the firm's, for the country.
        let mark = mention.tokens.start.checked_sub(1);
        let owner = mark
            .filter(|&mark| is_possessive_mark(&sentence.tokens[mark]))
            .and_then(|mark| self.body_until(office.sentence, mark))
            .filter(|owner| !self.is_state(owner.entity) && self.is_state(mention.entity));
        if let Some(owner) = owner {
            mention = owner;
        }
        let former = self.is_called_former(sentence, mention.tokens.start);
        Some(OfficeBody {
            body: mention.entity,
            tokens: mention.tokens.start..office.tokens.end,
            tenure: if former {
                Tenure::Former
            } else {
                office.tenure
            },
        })
    }

    /// "the former interim Chad president", "ex-Acme chairman": what is said before the body is said of the office.
    fn is_called_former(&self, sentence: &Sentence, body: usize) -> bool {
        let has_hyphen = body
            .checked_sub(1)
            .is_some_and(|token| &*sentence.tokens[token].text == "-");
        let mut end = body - usize::from(has_hyphen);
        while let Some((modifier, start)) = office_modifier_before(self.reading, sentence, end) {
            // "X (formerly Twitter) chairman": the adverb is said of the body, unless a hyphen joins them ("then-Chad
            // president").
            let of_office = has_hyphen || sentence.tokens[end - 1].upos != Upos::Adv;
            if modifier == OfficeModifier::Former && of_office {
                return true;
            }
            end = start;
        }
        false
    }

    /// The body named after an office: "commander of the 14th brigade".
    pub(super) fn after(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        let sentence = self.sentence(office);
        let at = office.tokens.end;
        let serves = matches!(office.rank, OfficeRank::Staff | OfficeRank::Title);
        let prepositions = match (self.is_envoy(office), serves) {
            // "UN envoy for Yemen" is sent there.
            (true, _) if self.before(office).is_some() => &["of"],
            (false, true) => STAFF_PREPOSITIONS,
            _ => BODY_PREPOSITIONS,
        };
        if !is_word(sentence.tokens.get(at)?, prepositions) {
            return None;
        }
        let mention = self.body_from(office.sentence, at + 1)?;
        let possessive = sentence
            .tokens
            .get(mention.tokens.end)
            .is_some_and(is_possessive_mark);
        // "president of Japan's Reform Party", "head of Chile's largest bank": not of the country.
        let mention = match self.body_from(office.sentence, mention.tokens.end + 1) {
            Some(own) if possessive => own,
            None if possessive && office.rank == OfficeRank::Head => return None,
            _ => mention,
        };
        let place =
            self.is_place_only(mention.entity) && is_word(&sentence.tokens[at], &["in", "at"]);
        // "Acme's director for Kenya" works there, "Acme's vice president for iPad engineering" at Acme.
        let field = is_word(&sentence.tokens[at], &["for"])
            && self.before(office).is_some_and(|before| {
                !self.is_state(before.body)
                    && (self.is_place_only(mention.entity) || self.is(before.body, "Company"))
            });
        (!place && !field).then_some(OfficeBody {
            body: mention.entity,
            tokens: office.tokens.start..mention.tokens.end,
            tenure: office.tenure,
        })
    }

    /// Whom an envoy is sent to: the United States of "ambassador to the United States".
    pub(super) fn receiver(&self, office: &OfficePhrase) -> Option<EntityIndex> {
        if !self.is_envoy(office) {
            return None;
        }
        let sentence = self.sentence(office);
        let after_body = self
            .after(office)
            .map_or(office.tokens.end, |body| body.tokens.end);
        let to = is_word(sentence.tokens.get(after_body)?, &["to"]);
        to.then(|| self.body_from(office.sentence, after_body + 1))
            .flatten()
            .map(|mention| mention.entity)
    }

    fn is_envoy(&self, office: &OfficePhrase) -> bool {
        let label = office.label.to_lowercase();
        let envoys = self.reading.ontology.lexicon.words(WordList::EnvoyOffice);
        label.split(' ').any(|word| envoys.contains(word)) || envoys.contains(&label)
    }

    /// The body whose name starts at a token, or after the article there, or after "Geneva-based".
    fn body_from(&self, sentence: usize, start: usize) -> Option<&'a MentionAt> {
        let tokens = &self.reading.sentence(sentence).tokens;
        let word = |token: usize, words: &[&str]| {
            tokens.get(token).is_some_and(|token| is_word(token, words))
        };
        let mut start = start + usize::from(word(start, &["the"]));
        if let Some(place) = self.after_kind_of_place(sentence, start) {
            start = place;
        }
        // "the French-speaking Reform Party"
        if let Some(adjective) = self.mentions.name_from(sentence, start)
            && word(adjective.tokens.end, &["-"])
            && word(
                adjective.tokens.end + 1,
                &["speaking", "born", "language", "style", "majority"],
            )
        {
            start = adjective.tokens.end + 2;
        }
        let name = self.mentions.name_from(sentence, start)?;
        let mut end = name.tokens.end;
        // "Toledo, Ohio-based"
        if word(end, &[","])
            && let Some(wider) = self.mentions.name_from(sentence, end + 1)
            && word(wider.tokens.end, &["-"])
        {
            end = wider.tokens.end;
        }
        let joined =
            word(end, &["-"]) && word(end + 1, &["based", "led", "backed", "run", "owned"]);
        let name = if joined {
            self.mentions.name_from(sentence, end + 2)?
        } else {
            name
        };
        self.is_body(name.entity).then_some(name)
    }

    /// The token behind "southern state of" in "of the southern state of Tamil Nadu", "Mexican state of" in "of the
    /// Mexican state of Guerrero": the place that is meant.
    fn after_kind_of_place(&self, sentence: usize, start: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        let tokens = &self.reading.sentence(sentence).tokens;
        let last = tokens.len().min(start + LONGEST);
        let noun = (start..last).find(|&token| {
            let nouns = &self.reading.ontology.lexicon.place_nouns;
            self.reading
                .of_noun(&tokens[token], |noun| nouns.get(noun).map(|_| ()))
                .is_some()
        })?;
        let plain = (start..noun).all(|token| {
            let demonym = self
                .mentions
                .names(sentence)
                .any(|name| name.tokens.contains(&token) && name.kind == MentionKind::Demonym);
            demonym || matches!(tokens[token].upos, Upos::Adj | Upos::Noun)
        });
        let of = tokens
            .get(noun + 1)
            .is_some_and(|word| is_word(word, &["of"]));
        let named = self.mentions.name_from(sentence, noun + 2).is_some();
        (plain && of && named).then_some(noun + 2)
    }

    /// "CEO of the company", "its chairman", "the country's president".
    pub(super) fn described(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        let sentence = self.sentence(office);
        let owner = sentence.children(office.head).find(|&child| {
            let token = &sentence.tokens[child];
            let of = token.deprel == Deprel::Nmod
                && sentence.children_by(child, Deprel::Case).any(|case| {
                    case == office.tokens.end
                        && is_word(&sentence.tokens[case], &["of", "at", "for"])
                });
            (of || token.deprel == Deprel::NmodPoss)
                && self.referent(office.sentence, child).is_some()
        })?;
        self.referent(office.sentence, owner)
            .map(|body| OfficeBody {
                body,
                tokens: office.tokens.clone(),
                tenure: office.tenure,
            })
    }

    fn referent(&self, sentence: usize, token: usize) -> Option<EntityIndex> {
        match self.entities.referents(TokenRef { sentence, token }) {
            [one] if self.is_body(*one) => Some(*one),
            _ => None,
        }
    }

    /// The body whose name ends before a token, or the state that a palace's name means there.
    fn body_until(&self, sentence: usize, end: usize) -> Option<&'a MentionAt> {
        let name = self.mentions.name_until(sentence, end)?;
        if self.is_body(name.entity) {
            return Some(name);
        }
        let mut mentions = self.mentions.sentence(sentence).iter();
        mentions.find(|mention| {
            mention.kind == MentionKind::Nominal
                && mention.tokens == name.tokens
                && self.is_country(mention.entity)
        })
    }

    /// The palace before an office that stands for the state there: "Kremlin press secretary".
    pub(super) fn palace(&self, office: &OfficePhrase, body: &OfficeBody) -> Option<String> {
        let start = body.tokens.start;
        let name = self.mentions.name_from(office.sentence, start)?;
        (name.entity != body.body
            && start < office.tokens.start
            && self.is(name.entity, "Facility"))
        .then(|| surface(self.sentence(office), name.tokens.clone()))
    }

    /// Whether an entity can have offices.
    pub(super) fn is_body(&self, entity: EntityIndex) -> bool {
        ["Organisation", "GeopoliticalEntity", "Group"]
            .iter()
            .any(|class| self.is(entity, class))
            && !self.is_part_of_world(entity)
    }

    /// "the European commissioner", "an African leader": Europe has no offices.
    fn is_part_of_world(&self, entity: EntityIndex) -> bool {
        let known = self.entities.draft(entity).gazetteer;
        let territory = self.is(entity, "Territory");
        territory && known.is_some_and(|entry| self.reading.entry(entry).country.is_none())
    }

    /// Whether a body is a state, or a part of one with a people of its own: "English midfielder".
    pub(super) fn has_nationals(&self, sentence: usize, body: &OfficeBody) -> bool {
        let is_adjective = self
            .mentions
            .name_from(sentence, body.tokens.start)
            .is_some_and(|name| name.kind == MentionKind::Demonym);
        self.is_country(body.body) || is_adjective
    }

    fn is_place_only(&self, entity: EntityIndex) -> bool {
        !self.is(entity, "Organisation")
    }

    pub(super) fn is(&self, entity: EntityIndex, class: &str) -> bool {
        let draft = self.entities.draft(entity);
        self.reading.is_a(&draft.class, class)
    }

    pub(super) fn is_country(&self, entity: EntityIndex) -> bool {
        self.is(entity, "Country")
    }

    pub(super) fn is_state(&self, entity: EntityIndex) -> bool {
        self.is(entity, "GeopoliticalEntity")
    }

    pub(super) fn is_party(&self, entity: EntityIndex) -> bool {
        self.is(entity, "PoliticalOrganisation")
    }

    fn sentence(&self, office: &OfficePhrase) -> &'a Sentence {
        self.reading.sentence(office.sentence)
    }
}
