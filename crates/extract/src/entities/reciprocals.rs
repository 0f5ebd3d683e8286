//! "Each other", "one another": those that the subject of the clause names.

use super::reading::{Reading, is_subject, is_word};
use super::reference::{Reference, add_reference};
use crate::draft::{Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_model::MentionKind;

/// Links the reciprocal pronouns of an article to the several entities of the subject before them.
pub(super) fn link_reciprocals(reading: Reading<'_>, entities: &mut Entities) {
    for index in 0..reading.analysis.sentences.len() {
        let sentence = reading.sentence(index);
        for start in 0..sentence.tokens.len() {
            let Some(head) = reciprocal_head(sentence, start) else {
                continue;
            };
            let referents = subject_members(entities, sentence, index, start);
            if referents.len() > 1 {
                let reference = Reference {
                    at: TokenRef {
                        sentence: index,
                        token: head,
                    },
                    tokens: start..start + 2,
                    kind: MentionKind::Pronoun,
                    referents,
                    reason: "the members of the subject, in turn".to_owned(),
                };
                add_reference(entities, &reference);
            }
        }
    }
}

/// The head of the two words "each other" or "one another" that start at a token.
fn reciprocal_head(sentence: &Sentence, start: usize) -> Option<usize> {
    let (first, second) = (sentence.tokens.get(start)?, sentence.tokens.get(start + 1)?);
    let is_reciprocal = is_word(first, &["each"]) && is_word(second, &["other"])
        || is_word(first, &["one"]) && is_word(second, &["another"]);
    let head = if first.head == Some(start + 1) {
        start + 1
    } else {
        start
    };
    is_reciprocal.then_some(head)
}

/// The entities of the nearest subject before a token that has several.
fn subject_members(
    entities: &Entities,
    sentence: &Sentence,
    index: usize,
    before: usize,
) -> Vec<EntityIndex> {
    let members = |subject: usize| {
        let mut members: Vec<EntityIndex> = Vec::new();
        let conjuncts = sentence.children_by(subject, Deprel::Conj);
        for token in std::iter::once(subject).chain(conjuncts) {
            let at = TokenRef {
                sentence: index,
                token,
            };
            for entity in entities.actors(at) {
                if !members.contains(&entity) {
                    members.push(entity);
                }
            }
        }
        members
    };
    (0..before)
        .rev()
        .filter(|&token| is_subject(&sentence.tokens[token]))
        .map(members)
        .find(|members| members.len() > 1)
        .unwrap_or_default()
}
