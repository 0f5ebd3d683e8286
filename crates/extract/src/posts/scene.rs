use crate::draft::Entities;
use crate::entities::{MentionAt, MentionTable, Reading, is_possessive_mark, is_word};
use newsgraph_language::{Sentence, Upos};
use newsgraph_ontology::WordList;

/// A sentence with the mentions in it: what the searches for states beside names read.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) index: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) entities: &'a Entities,
    pub(super) mentions: &'a MentionTable,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        reading: Reading<'a>,
        index: usize,
        entities: &'a Entities,
        mentions: &'a MentionTable,
    ) -> Self {
        Self {
            reading,
            index,
            sentence: reading.sentence(index),
            entities,
            mentions,
        }
    }

    pub(super) fn class(&self, mention: &MentionAt) -> &'a str {
        &self.entities.draft(mention.entity).class
    }

    pub(super) fn is(&self, mention: &MentionAt, class: &str) -> bool {
        self.reading.is_a(self.class(mention), class)
    }

    /// Whether the name of a body tells nothing of what it is, neither by a noun nor as letters: "Vulpes", not "Vulpes
    /// Bureau" or "FBI". Firms are called so before all.
    pub(super) fn has_bare_name(&self, body: &MentionAt) -> bool {
        let draft = self.entities.draft(body.entity);
        let nouns = &self.reading.ontology.lexicon.organisation_nouns;
        let told = draft
            .name
            .split(' ')
            .any(|word| nouns.contains_key(&word.to_lowercase()));
        let letters = draft.name.chars().filter(|c| c.is_uppercase()).count() * 2
            > draft.name.chars().count();
        draft.class == "Organisation" && draft.gazetteer.is_none() && !told && !letters
    }

    /// Whether a token of the sentence is one of the words.
    pub(super) fn word(&self, token: usize, words: &[&str]) -> bool {
        self.sentence
            .tokens
            .get(token)
            .is_some_and(|token| is_word(token, words))
    }

    /// Whether a list of the lexicon has a token of the sentence.
    pub(super) fn listed(&self, token: usize, list: WordList) -> bool {
        let word = self.sentence.tokens.get(token);
        word.is_some_and(|word| self.reading.is_listed(word, list))
    }

    /// Whoever is named right before a noun and its adjectives: "Kenya's old capital", "the Kenyan capital",
    /// "its capital".
    pub(super) fn owner_before(&self, noun: usize) -> Option<&'a MentionAt> {
        let is_adjective = |token: usize| {
            self.sentence.tokens[token].upos == Upos::Adj
                && self.mentions.name_until(self.index, token + 1).is_none()
        };
        let mut end = noun;
        while end > 0 && is_adjective(end - 1) {
            end -= 1;
        }
        if end > 0 && is_possessive_mark(&self.sentence.tokens[end - 1]) {
            end -= 1;
        }
        let mut mentions = self.mentions.sentence(self.index).iter();
        mentions.find(|mention| mention.tokens.end == end)
    }
}
