//! Bodies of a state, person or larger body: "the Indonesian Navy", "Assad's military", "the board of Apple".

use super::claim::Ground;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading, is_possessive_mark, is_word};
use newsgraph_language::Sentence;

/// The claims that a sentence makes on whose its bodies are.
pub(super) fn ownerships(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let sentence = reading.sentence(index);
    let mut claims = Vec::new();
    for body in mentions.names(index) {
        let class = entities.draft(body.entity).class.as_str();
        let public = is_public(reading, class);
        let named_after = class == "Organisation" || class == "Facility";
        if !(public || named_after) {
            continue;
        }
        let Some(owner) = owner_of(sentence, index, mentions, body) else {
            continue;
        };
        let ground = Ground {
            sentence: index,
            trigger: owner.tokens.start.min(body.tokens.start)
                ..body.tokens.end.max(owner.tokens.end),
            head: body.head,
            pattern: "body(x): self -> poss|comp|of",
            signals: Signals::from_iter([Signal::Ownership]),
        };
        claims.extend(claim_of(
            reading,
            entities,
            &ground,
            body.entity,
            owner.entity,
        ));
    }
    claims
}

fn is_public(reading: Reading<'_>, class: &str) -> bool {
    [
        "Government",
        "GovernmentAgency",
        "ArmedForce",
        "PoliticalOrganisation",
    ]
    .iter()
    .any(|kind| reading.is_a(class, kind))
}

/// The owner inside the body's own name, or right before it.
fn owner_of<'m>(
    sentence: &Sentence,
    index: usize,
    mentions: &'m MentionTable,
    body: &MentionAt,
) -> Option<&'m MentionAt> {
    let inside = mentions.names(index).find(|owner| {
        let within = owner.tokens.start >= body.tokens.start
            && owner.tokens.end <= body.tokens.end
            && owner.tokens != body.tokens;
        let first = owner.tokens.start == body.tokens.start;
        let before = owner
            .tokens
            .start
            .checked_sub(1)
            .map(|token| &sentence.tokens[token]);
        let of = owner.tokens.end == body.tokens.end
            && before.is_some_and(|token| is_word(token, &["of", "the"]));
        within && (first || of)
    });
    let possessor = || {
        let mark = body.tokens.start.checked_sub(1)?;
        is_possessive_mark(&sentence.tokens[mark])
            .then(|| mentions.name_until(index, mark))
            .flatten()
    };
    inside
        .or_else(possessor)
        .filter(|owner| owner.entity != body.entity)
}

fn claim_of(
    reading: Reading<'_>,
    entities: &Entities,
    ground: &Ground<'_>,
    body: EntityIndex,
    owner: EntityIndex,
) -> Option<DraftClaim> {
    let body_class = entities.draft(body).class.as_str();
    let owner_class = entities.draft(owner).class.as_str();
    let place = reading.is_a(owner_class, "GeopoliticalEntity");
    let country = place && !reading.is_a(owner_class, "City");
    match (body_class, owner_class) {
        ("Government", "Person") | ("ArmedForce", "Person") => {
            let ground = Ground {
                pattern: "body(x): poss|comp|of -> self",
                ..ground.clone()
            };
            Some(ground.claim(owner, "leads", body))
        }
        ("Government", _) if country => Some(ground.claim(body, "governs", owner)),
        ("Facility", _) if country => Some(ground.claim(body, "locatedIn", owner)),
        ("PoliticalOrganisation", _) if country => Some(ground.claim(body, "locatedIn", owner)),
        (_, "Person") => None,
        _ if place || reading.is_a(owner_class, "Organisation") => {
            Some(ground.claim(body, "suborganisationOf", owner))
        }
        _ => None,
    }
}
