//! The body an office belongs to: named before it, after it, or meant by the article as a whole.

use crate::draft::{Entities, EntityIndex, TokenRef};
use crate::entities::{
    MentionAt, MentionTable, OfficePhrase, Reading, Tenure, is_possessive_mark, is_word,
    office_modifier,
};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_model::MentionKind;
use newsgraph_ontology::OfficeModifier;
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
}

const BODY_PREPOSITIONS: &[&str] = &["of", "for", "at", "in", "to", "with"];

impl<'a> BodySearch<'a> {
    /// The body that the words around the office name.
    pub(super) fn named(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        self.after(office)
            .or_else(|| self.before(office))
            .or_else(|| self.described(office))
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
        let mention = self.body_until(office.sentence, end)?;
        let before = mention
            .tokens
            .start
            .checked_sub(1)
            .map(|token| &sentence.tokens[token]);
        let hyphen = before.filter(|token| &*token.text == "-");
        let word = if hyphen.is_some() {
            mention
                .tokens
                .start
                .checked_sub(2)
                .map(|token| &sentence.tokens[token])
        } else {
            before
        };
        let former = word.is_some_and(|token| {
            office_modifier(self.reading, token) == Some(OfficeModifier::Former)
        });
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

    /// The body named after an office: "commander of the 14th brigade".
    pub(super) fn after(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        let sentence = self.sentence(office);
        let at = office.tokens.end;
        if !is_word(sentence.tokens.get(at)?, BODY_PREPOSITIONS) {
            return None;
        }
        let article = sentence
            .tokens
            .get(at + 1)
            .is_some_and(|token| is_word(token, &["the"]));
        let start = if article { at + 2 } else { at + 1 };
        let mention = self
            .mentions
            .name_from(office.sentence, start)
            .filter(|mention| self.is_body(mention.entity))?;
        let place =
            self.is_place_only(mention.entity) && is_word(&sentence.tokens[at], &["in", "at"]);
        (!place).then_some(OfficeBody {
            body: mention.entity,
            tokens: office.tokens.start..mention.tokens.end,
            tenure: office.tenure,
        })
    }

    /// "CEO of the company", "its chairman", "the country's president".
    fn described(&self, office: &OfficePhrase) -> Option<OfficeBody> {
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

    fn body_until(&self, sentence: usize, end: usize) -> Option<&'a MentionAt> {
        self.mentions
            .name_until(sentence, end)
            .filter(|mention| self.is_body(mention.entity))
    }

    /// Whether an entity can have offices.
    pub(super) fn is_body(&self, entity: EntityIndex) -> bool {
        let class = self.entities.draft(entity).class.as_str();
        self.reading.is_a(class, "Organisation")
            || self.reading.is_a(class, "GeopoliticalEntity")
            || self.reading.is_a(class, "Group")
    }

    fn is_place_only(&self, entity: EntityIndex) -> bool {
        !self
            .reading
            .is_a(&self.entities.draft(entity).class, "Organisation")
    }

    fn sentence(&self, office: &OfficePhrase) -> &'a Sentence {
        self.reading.sentence(office.sentence)
    }

    /// The country whose office is meant when the text does not say it: the only one of the article, the one
    /// the sentence is about, or the last one named before.
    pub(super) fn home_country(&self, sentence: usize, before: usize) -> Option<EntityIndex> {
        let is_country = |mention: &&MentionAt| {
            self.reading
                .is_a(&self.entities.draft(mention.entity).class, "Country")
        };
        let mut all = (0..self.reading.analysis.sentences.len())
            .flat_map(|index| self.mentions.names(index))
            .filter(is_country)
            .map(|mention| mention.entity);
        let first = all.next()?;
        if all.all(|other| other == first) {
            return Some(first);
        }
        let near = self
            .mentions
            .names(sentence)
            .filter(is_country)
            .filter(|mention| mention.tokens.end <= before);
        let mut near: Vec<&MentionAt> = near.collect();
        near.sort_by_key(|mention| mention.tokens.start);
        let one = near
            .first()
            .filter(|first| near.iter().all(|other| other.entity == first.entity));
        one.map(|mention| mention.entity)
            .or_else(|| self.country_of_subject(sentence, &near))
            .or_else(|| near.first().map(|mention| mention.entity))
            .or_else(|| self.most_named_country())
    }

    fn country_of_subject(&self, sentence: usize, near: &[&MentionAt]) -> Option<EntityIndex> {
        let tree = self.reading.sentence(sentence);
        let root = tree.root()?;
        let subject = tree
            .children(root)
            .find(|&child| tree.tokens[child].deprel.is("nsubj"))?;
        near.iter()
            .find(|mention| {
                mention.head == subject
                    || mention.kind == MentionKind::Demonym
                        && tree.tokens[mention.head].head == Some(subject)
            })
            .map(|mention| mention.entity)
    }

    fn most_named_country(&self) -> Option<EntityIndex> {
        let countries = self
            .entities
            .drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| {
                self.reading.is_a(&draft.class, "Country") && !draft.mentions.is_empty()
            });
        let counts: Vec<(usize, EntityIndex)> = countries
            .map(|(index, draft)| (draft.mentions.len(), EntityIndex(index)))
            .collect();
        let most = counts.iter().map(|(count, _)| *count).max()?;
        let mut best = counts.iter().filter(|(count, _)| *count == most);
        let one = best.next()?;
        best.next().is_none().then_some(one.1)
    }
}
