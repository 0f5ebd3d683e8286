//! References beyond names: how a description or pronoun is written into the entities.

use super::mention_table::MentionTable;
use super::reading::Reading;
use crate::draft::{DraftMention, Entities, EntityIndex, TokenRef};
use newsgraph_language::Upos;
use newsgraph_model::MentionKind;
use std::ops::Range;

/// Words found to refer to one or more entities, and why.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) at: TokenRef,
    pub(super) tokens: Range<usize>,
    pub(super) kind: MentionKind,
    pub(super) referents: Vec<EntityIndex>,
    pub(super) reason: String,
}

/// Whether a common noun is no part of a name and refers to nothing yet.
pub(super) fn is_open_noun(
    reading: Reading<'_>,
    entities: &Entities,
    mentions: &MentionTable,
    at: TokenRef,
) -> bool {
    reading.sentence(at.sentence).tokens[at.token].upos == Upos::Noun
        && mentions.name_over(at.sentence, at.token).is_none()
        && entities.referents(at).is_empty()
}

/// Writes a reference down, unless the token refers already.
pub(super) fn add_reference(entities: &mut Entities, reference: &Reference) {
    if reference.referents.is_empty() || entities.by_head.contains_key(&reference.at) {
        return;
    }
    entities
        .by_head
        .insert(reference.at, reference.referents.clone());
    for entity in &reference.referents {
        entities.drafts[entity.0].mentions.push(DraftMention {
            sentence: reference.at.sentence,
            tokens: reference.tokens.clone(),
            head: reference.at.token,
            kind: reference.kind,
            literal: None,
            reason: Some(reference.reason.clone()),
        });
    }
}

/// Puts the mentions of every entity in the order of the text.
pub(super) fn sort_mentions(entities: &mut Entities) {
    for draft in &mut entities.drafts {
        draft
            .mentions
            .sort_by_key(|mention| (mention.sentence, mention.tokens.start, mention.tokens.end));
    }
}
