//! Bodies of a state, person or larger body: "the Indonesian Navy", "Assad's military", "the board of Apple".

use super::claim::Ground;
use super::scene::Scene;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading, is_possessive_mark, is_word};
use newsgraph_language::{Deprel, Sentence};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// The claims that a sentence makes on whose its bodies are.
pub(super) fn ownerships(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let sentence = reading.sentence(index);
    let scene = Scene::new(reading, index, entities, mentions);
    let mut claims = Vec::new();
    for body in mentions.names(index) {
        let class = entities.draft(body.entity).class.as_str();
        let public = is_public(reading, class);
        let shared = class == "IntergovernmentalOrganisation";
        let named_after =
            class == "Facility" || class == "Organisation" && !is_private(&scene, body);
        if !(public || named_after || shared) {
            continue;
        }
        // A body of several states is no single state's.
        let own = owner_of(sentence, index, mentions, body)
            .filter(|owner| !shared || scene.class(owner) == "IntergovernmentalOrganisation");
        let owner = own.or_else(|| including_body(&scene, body));
        let Some(owner) = owner.filter(|owner| !lies_in_state(&scene, body, owner)) else {
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
    claims.extend(operators(&scene));
    for member in mentions.names(index) {
        let owner = scene
            .is(member, "Country")
            .then(|| including_members(&scene, member))
            .flatten();
        let ground = |owner: &MentionAt| Ground {
            sentence: index,
            trigger: owner.tokens.start.min(member.tokens.start)
                ..owner.tokens.end.max(member.tokens.end),
            head: member.head,
            pattern: "include(v): obj -> of(member)|poss(member)|comp(member)",
            signals: Signals::from_iter([Signal::Ownership]),
        };
        claims.extend(
            owner.map(|owner| ground(owner).claim(member.entity, "memberOf", owner.entity)),
        );
    }
    claims
}

/// "a Kenya Airways Boeing 737": the body right before the name of a vehicle.
fn operators(scene: &Scene<'_>) -> Vec<DraftClaim> {
    let names = scene.mentions.names(scene.index);
    names
        .filter(|vehicle| scene.class(vehicle) == "Artefact" && vehicle.kind == MentionKind::Name)
        .filter_map(|vehicle| {
            let start = vehicle.tokens.start;
            let operator = scene.mentions.name_until(scene.index, start)?;
            let body =
                scene.is(operator, "Organisation") && !scene.is(operator, "GeopoliticalEntity");
            let vehicle_named = scene.listed(start, WordList::VehicleMaker)
                || scene.is(operator, "ArmedForce")
                    && scene.sentence.tokens[start]
                        .text
                        .contains(|c: char| c.is_ascii_digit());
            let ground = Ground {
                sentence: scene.index,
                trigger: vehicle.tokens.clone(),
                head: vehicle.head,
                pattern: "aircraft(n): comp:Organisation -> self:Artefact",
                signals: Signals::from_iter([Signal::Ownership]),
            };
            (body && vehicle_named).then(|| ground.claim(operator.entity, "owns", vehicle.entity))
        })
        .collect()
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

/// The larger body of a list of its parts: "United Nations agencies, including the World Food Programme", "agencies
/// of the United Nations, including".
fn including_body<'m>(scene: &Scene<'m>, body: &MentionAt) -> Option<&'m MentionAt> {
    let lexicon = &scene.reading.ontology.lexicon;
    listing_body(scene, body, |noun| lexicon.has(WordList::UnitNoun, noun))
}

/// The body of a list of its members: "NATO members, including Turkey".
fn including_members<'m>(scene: &Scene<'m>, member: &MentionAt) -> Option<&'m MentionAt> {
    listing_body(scene, member, |noun| matches!(noun, "member" | "state"))
        .filter(|body| !scene.is(body, "Country"))
}

/// The body whose parts of such a kind are listed after "including".
fn listing_body<'m>(
    scene: &Scene<'m>,
    body: &MentionAt,
    is_kind: impl Fn(&str) -> bool,
) -> Option<&'m MentionAt> {
    let including = scene.opening_of_list(body)?;
    let end = including - usize::from(including > 0 && scene.word(including - 1, &[","]));
    let is_part = |token: usize| {
        let noun = &scene.sentence.tokens[token];
        scene
            .reading
            .of_noun(noun, |noun| is_kind(noun).then_some(()))
            .is_some()
    };
    let owner = match scene.mentions.name_until(scene.index, end) {
        Some(owner) => {
            let start = owner.tokens.start;
            let article = usize::from(start > 0 && scene.word(start - 1, &["the"]));
            let of = start.checked_sub(1 + article)?;
            (scene.word(of, &["of"]) && of > 0 && is_part(of - 1)).then_some(owner)
        }
        None => {
            let noun = end.checked_sub(1).filter(|&noun| is_part(noun))?;
            scene.mentions.name_until(scene.index, noun)
        }
    }?;
    (scene.is(owner, "Organisation") && owner.entity != body.entity).then_some(owner)
}

fn is_private(scene: &Scene<'_>, body: &MentionAt) -> bool {
    let last = &scene.sentence.tokens[body.tokens.end - 1];
    let lexicon = &scene.reading.ontology.lexicon;
    let of_citizens = scene.reading.of_noun(last, |noun| {
        lexicon.has(WordList::CitizensBody, noun).then_some(())
    });
    of_citizens.is_some()
}

/// "Kenya's Vulpes" may be a firm as well as a body of the state: it lies there.
fn lies_in_state(scene: &Scene<'_>, body: &MentionAt, state: &MentionAt) -> bool {
    let mark = body.tokens.start.checked_sub(1);
    mark.is_some_and(|mark| is_possessive_mark(&scene.sentence.tokens[mark]))
        && scene.is(state, "Country")
        && scene.has_bare_name(body)
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
        let first = owner.tokens.start == body.tokens.start
            || owner.tokens.start == body.tokens.start + 1 && owner.kind == MentionKind::Demonym;
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
    // "IRGC Quds Force"
    let modifier = || {
        mentions
            .name_until(index, body.tokens.start)
            .filter(|owner| {
                let token = &sentence.tokens[owner.head];
                token.deprel == Deprel::Compound
                    && token.head.is_some_and(|head| body.tokens.contains(&head))
            })
    };
    inside
        .or_else(possessor)
        .or_else(modifier)
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
        ("Facility", _) if place => Some(ground.claim(body, "locatedIn", owner)),
        ("PoliticalOrganisation", _) if country => Some(ground.claim(body, "locatedIn", owner)),
        (_, "Person") => None,
        _ if place || reading.is_a(owner_class, "Organisation") => {
            Some(ground.claim(body, "suborganisationOf", owner))
        }
        _ => None,
    }
}
