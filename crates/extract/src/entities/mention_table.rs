use super::reference::Reference;
use crate::draft::{Entities, EntityIndex};
use newsgraph_model::MentionKind;
use std::ops::Range;

/// A mention of the table: whose it is and where it stands in its sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MentionAt {
    pub(crate) entity: EntityIndex,
    pub(crate) tokens: Range<usize>,
    pub(crate) head: usize,
    pub(crate) kind: MentionKind,
}

/// The mentions of an article by sentence, in order; a mention may lie inside an earlier one.
#[derive(Clone, Debug, Default)]
pub(crate) struct MentionTable {
    sentences: Vec<Vec<MentionAt>>,
}

impl MentionTable {
    pub(crate) fn of(entities: &Entities, sentences: usize) -> Self {
        let mut table = vec![Vec::new(); sentences];
        for (index, draft) in entities.drafts.iter().enumerate() {
            for mention in &draft.mentions {
                table[mention.sentence].push(MentionAt {
                    entity: EntityIndex(index),
                    tokens: mention.tokens.clone(),
                    head: mention.head,
                    kind: mention.kind,
                });
            }
        }
        for mentions in &mut table {
            mentions.sort_by_key(|mention| {
                (
                    mention.tokens.start,
                    std::cmp::Reverse(mention.tokens.end),
                    mention.entity,
                )
            });
        }
        Self { sentences: table }
    }

    /// Adds the mentions that a reference makes.
    pub(super) fn insert(&mut self, reference: &Reference) {
        let mentions = &mut self.sentences[reference.at.sentence];
        for &entity in &reference.referents {
            let mention = MentionAt {
                entity,
                tokens: reference.tokens.clone(),
                head: reference.at.token,
                kind: reference.kind,
            };
            let order = |mention: &MentionAt| {
                (
                    mention.tokens.start,
                    std::cmp::Reverse(mention.tokens.end),
                    mention.entity,
                )
            };
            let place = mentions.partition_point(|other| order(other) < order(&mention));
            mentions.insert(place, mention);
        }
    }

    pub(crate) fn sentence(&self, sentence: usize) -> &[MentionAt] {
        &self.sentences[sentence]
    }

    /// The names and demonyms of a sentence.
    pub(crate) fn names(&self, sentence: usize) -> impl Iterator<Item = &MentionAt> {
        self.sentences[sentence]
            .iter()
            .filter(|mention| matches!(mention.kind, MentionKind::Name | MentionKind::Demonym))
    }

    /// The longest name that starts at a token.
    pub(crate) fn name_from(&self, sentence: usize, start: usize) -> Option<&MentionAt> {
        self.names(sentence)
            .find(|mention| mention.tokens.start == start)
    }

    /// The longest name that ends before a token.
    pub(crate) fn name_until(&self, sentence: usize, end: usize) -> Option<&MentionAt> {
        self.names(sentence)
            .find(|mention| mention.tokens.end == end)
    }

    /// The longest name that has a token.
    pub(crate) fn name_over(&self, sentence: usize, token: usize) -> Option<&MentionAt> {
        self.names(sentence)
            .find(|mention| mention.tokens.contains(&token))
    }
}
