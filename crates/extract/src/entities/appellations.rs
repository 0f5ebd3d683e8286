//! Common nouns beside a name that mean what the name means: "Foreign Minister Ana Ruiz", "the ship Aurora",
//! "Ana Ruiz, a biologist,".

use super::holders::{Construction, holders};
use super::mention_table::{MentionAt, MentionTable};
use super::offices::OfficesBySentence;
use super::reading::{Reading, is_nominal, is_plural};
use super::reference::{Reference, add_reference};
use super::typing::class_by_noun;
use crate::draft::{Entities, TokenRef};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_model::MentionKind;

/// Why an office's noun refers to a person.
pub(crate) const OFFICE_BESIDE_NAME: &str = "office beside the name";

/// Links the nouns beside names to the names' entities.
pub(super) fn link_appellations(
    reading: Reading<'_>,
    offices: &OfficesBySentence,
    entities: &mut Entities,
) {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for index in 0..reading.analysis.sentences.len() {
        let mut found = office_nouns(reading, index, offices, entities, &mentions);
        for mention in mentions
            .names(index)
            .filter(|mention| mention.kind == MentionKind::Name)
        {
            found.extend(nouns_beside(
                reading.sentence(index),
                index,
                &mentions,
                mention,
            ));
            found.extend(noun_for_modifier(
                reading, index, entities, &mentions, mention,
            ));
        }
        for reference in &found {
            add_reference(entities, reference);
        }
    }
}

fn office_nouns(
    reading: Reading<'_>,
    index: usize,
    offices: &OfficesBySentence,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<Reference> {
    holders(reading, index, offices.sentence(index), entities, mentions)
        .into_iter()
        .filter(|holder| {
            let beside = matches!(
                holder.construction,
                Construction::Title | Construction::Apposition
            );
            beside && !holder.office.plural
        })
        .map(|holder| Reference {
            at: TokenRef {
                sentence: index,
                token: holder.office.head,
            },
            tokens: holder.office.tokens,
            kind: MentionKind::Nominal,
            referents: vec![holder.person],
            reason: OFFICE_BESIDE_NAME.to_owned(),
        })
        .collect()
}

fn nouns_beside(
    sentence: &Sentence,
    index: usize,
    mentions: &MentionTable,
    mention: &MentionAt,
) -> Vec<Reference> {
    let common = |token: usize| {
        is_nominal(&sentence.tokens[token]) && mentions.name_over(index, token).is_none()
    };
    let head = &sentence.tokens[mention.head];
    let above = head
        .head
        .filter(|_| matches!(head.deprel, Deprel::Appos | Deprel::Flat))
        .filter(|&parent| common(parent) && parent.abs_diff(mention.head) < 12);
    let below = sentence
        .children_by(mention.head, Deprel::Appos)
        .filter(|&child| common(child));
    // "two ministers, Ana Ruiz and Omar Sy": a plural means all that are listed.
    let all = |noun: usize| {
        let mut named = vec![mention.entity];
        if is_plural(&sentence.tokens[noun]) && mention.head > noun {
            let further = sentence.children_by(mention.head, Deprel::Conj);
            let further =
                further.filter_map(|head| mentions.names(index).find(|name| name.head == head));
            named.extend(further.map(|name| name.entity));
        }
        named
    };
    above
        .into_iter()
        .chain(below)
        .map(|token| Reference {
            at: TokenRef {
                sentence: index,
                token,
            },
            tokens: token..token + 1,
            kind: MentionKind::Nominal,
            referents: all(token),
            reason: "apposition to the name".to_owned(),
        })
        .collect()
}

/// "the Nordic Council meeting, a regional forum,": a noun of organisations beside a meeting means the organisation
/// whose meeting it is.
fn noun_for_modifier(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
    mention: &MentionAt,
) -> Option<Reference> {
    let sentence = reading.sentence(index);
    let is_organisation = |class: &str| reading.is_a(class, "Organisation");
    let modifier = &sentence.tokens[mention.head];
    let noun = modifier
        .head
        .filter(|_| matches!(modifier.deprel, Deprel::Compound | Deprel::NmodPoss))
        .filter(|&noun| mentions.name_over(index, noun).is_none())?;
    let described = is_organisation(&entities.draft(mention.entity).class)
        && !class_of_phrase(reading, sentence, noun).is_some_and(|class| is_organisation(&class));
    if !described {
        return None;
    }
    let apposition = sentence.children_by(noun, Deprel::Appos).find(|&child| {
        class_of_phrase(reading, sentence, child).is_some_and(|class| is_organisation(&class))
    })?;
    Some(Reference {
        at: TokenRef {
            sentence: index,
            token: apposition,
        },
        tokens: apposition..apposition + 1,
        kind: MentionKind::Nominal,
        referents: vec![mention.entity],
        reason: "apposition to what the organisation holds".to_owned(),
    })
}

/// The class that a common noun and the adjective before it tell.
fn class_of_phrase(reading: Reading<'_>, sentence: &Sentence, noun: usize) -> Option<String> {
    class_by_noun(reading, sentence, &(noun.saturating_sub(1)..noun + 1))
        .or_else(|| class_by_noun(reading, sentence, &(noun..noun + 1)))
}
