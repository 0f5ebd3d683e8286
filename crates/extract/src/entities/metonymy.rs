//! Capitals and palaces that act for their country: "Moscow said", "talks between Paris and Berlin".

use super::mention_table::{MentionAt, MentionTable};
use super::reading::{Reading, is_possessive_mark, preposition_of};
use super::titles::office_at;
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{GazetteerId, WordList};

/// Makes capitals and palaces that act refer to their country; the literal place stays an entity of its own.
pub(super) fn resolve_metonyms(reading: Reading<'_>, entities: &mut Entities) {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for index in 0..reading.analysis.sentences.len() {
        let acting: Vec<(MentionAt, GazetteerId)> = mentions
            .names(index)
            .filter(|mention| mention.kind == MentionKind::Name)
            .filter_map(|mention| {
                let country = country_behind(reading, entities, mention)?;
                acts(
                    reading.sentence(index),
                    index,
                    reading,
                    entities,
                    &mentions,
                    mention,
                )
                .then(|| (mention.clone(), country))
            })
            .collect();
        for (mention, country) in acting {
            link(reading, entities, index, &mention, country);
        }
    }
}

/// The country that a name can stand for: that of a capital, or the one a metonym is declared for.
fn country_behind(
    reading: Reading<'_>,
    entities: &Entities,
    mention: &MentionAt,
) -> Option<GazetteerId> {
    let draft = entities.draft(mention.entity);
    let gazetteer = &reading.ontology.gazetteer;
    let declared = draft
        .names
        .iter()
        .chain([&draft.name])
        .find_map(|name| {
            reading
                .ontology
                .lexicon
                .metonyms
                .get(name.to_lowercase().as_str())
        })
        .and_then(|label| gazetteer.lookup(label).first().copied());
    declared.or_else(|| {
        let entry = reading.entry(draft.gazetteer?);
        let code = entry.country.as_deref()?;
        if !reading.is_a(&entry.class, "City") {
            return None;
        }
        let country = gazetteer.country(code)?;
        let capital = gazetteer.entry(country).capital.as_deref();
        (capital == Some(entry.label.as_str())).then_some(country)
    })
}

/// Whether the place does something here: it is the subject of a verb that places are no subjects of, owns an
/// act, or is a party to one.
fn acts(
    sentence: &Sentence,
    index: usize,
    reading: Reading<'_>,
    entities: &Entities,
    mentions: &MentionTable,
    mention: &MentionAt,
) -> bool {
    let token = &sentence.tokens[mention.head];
    let Some(head) = token.head else {
        return false;
    };
    if is_party_to_bond(reading, sentence, mention.head)
        || has_staff(reading, entities, sentence, mention)
    {
        return true;
    }
    let beside_other_actor = || {
        mentions.names(index).any(|other| {
            let coordinated = sentence.tokens[other.head].head == Some(mention.head)
                && sentence.tokens[other.head].deprel == Deprel::Conj;
            coordinated && reading.is_a(&entities.draft(other.entity).class, "GeopoliticalEntity")
        })
    };
    match token.deprel {
        Deprel::Nsubj => {
            let verb = &sentence.tokens[head];
            verb.upos == Upos::Verb
                && !reading.is_listed_lemma(verb, WordList::PlaceVerb)
                && !is_copular(sentence, head)
        }
        Deprel::OblAgent => true,
        Deprel::Conj => mentions.names(index).any(|other| {
            other.head == head
                && other.entity != mention.entity
                && (is_place_actor(reading, sentence, other) || beside_other_actor())
        }),
        Deprel::Obj | Deprel::Iobj => {
            let verb = &sentence.tokens[head];
            reading.is_listed_lemma(verb, WordList::ActorVerb)
        }
        Deprel::Nmod | Deprel::Obl => match preposition_of(sentence, mention.head).as_deref() {
            Some("between") => beside_other_actor(),
            Some("with" | "against") => true,
            Some("from") => is_transfer(reading, sentence, head),
            _ => false,
        },
        _ => false,
    }
}

/// "Kremlin spokesman", "the White House's press secretary": a palace has offices for its state; a city's mayor is
/// its own.
fn has_staff(
    reading: Reading<'_>,
    entities: &Entities,
    sentence: &Sentence,
    mention: &MentionAt,
) -> bool {
    let end = mention.tokens.end;
    let mark = sentence.tokens.get(end).is_some_and(is_possessive_mark);
    let facility = reading.is_a(&entities.draft(mention.entity).class, "Facility");
    facility && office_at(reading, sentence, end + usize::from(mark)).is_some()
}

/// "Beijing, the North's ally", "Beijing's ally", "Beijing is an ally": cities have none.
fn is_party_to_bond(reading: Reading<'_>, sentence: &Sentence, head: usize) -> bool {
    let bond = |token: usize| reading.is_listed(&sentence.tokens[token], WordList::BondNoun);
    let token = &sentence.tokens[head];
    let above = || {
        token.head.is_some_and(|above| {
            bond(above)
                && (matches!(token.deprel, Deprel::NmodPoss | Deprel::Appos)
                    || token.deprel == Deprel::Nsubj && is_copular(sentence, above)
                    || preposition_of(sentence, head).as_deref() == Some("of"))
        })
    };
    above() || sentence.children_by(head, Deprel::Appos).any(bond)
}

/// Whether a verb's "from" names who gives or sells: the verb has an object that its subject gets.
fn is_transfer(reading: Reading<'_>, sentence: &Sentence, verb: usize) -> bool {
    reading.is_listed_lemma(&sentence.tokens[verb], WordList::TransferVerb)
        && sentence.children_by(verb, Deprel::Obj).next().is_some()
}

fn is_place_actor(reading: Reading<'_>, sentence: &Sentence, mention: &MentionAt) -> bool {
    let token = &sentence.tokens[mention.head];
    let between =
        preposition_of(sentence, mention.head).is_some_and(|preposition| preposition == "between");
    let subject_of_verb = token.deprel == Deprel::Nsubj
        && token.head.is_some_and(|head| {
            sentence.tokens[head].upos == Upos::Verb
                && !reading.is_listed_lemma(&sentence.tokens[head], WordList::PlaceVerb)
        });
    between || subject_of_verb
}

fn is_copular(sentence: &Sentence, predicate: usize) -> bool {
    sentence
        .children_by(predicate, Deprel::Cop)
        .next()
        .is_some()
}

fn link(
    reading: Reading<'_>,
    entities: &mut Entities,
    index: usize,
    mention: &MentionAt,
    country: GazetteerId,
) {
    let actor = country_entity(reading, entities, country);
    if actor == mention.entity {
        return;
    }
    let at = TokenRef {
        sentence: index,
        token: mention.head,
    };
    entities.by_head.insert(at, vec![actor]);
    let label = reading.entry(country).label.clone();
    entities.drafts[actor.0].mentions.push(DraftMention {
        sentence: index,
        tokens: mention.tokens.clone(),
        head: mention.head,
        kind: MentionKind::Nominal,
        literal: Some(mention.entity),
        reason: Some(format!("stands for {label} where it acts")),
    });
}

/// The country's entity; added when the article names only its capital.
pub(super) fn country_entity(
    reading: Reading<'_>,
    entities: &mut Entities,
    country: GazetteerId,
) -> EntityIndex {
    if let Some(index) = entities
        .drafts
        .iter()
        .position(|draft| draft.gazetteer == Some(country))
    {
        return EntityIndex(index);
    }
    let entry = reading.entry(country);
    entities.drafts.push(DraftEntity {
        class: entry.class.clone(),
        name: entry.label.clone(),
        names: Vec::new(),
        gazetteer: Some(country),
        anonymous: false,
        mentions: Vec::new(),
    });
    EntityIndex(entities.drafts.len() - 1)
}
