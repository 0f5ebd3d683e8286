//! What follows when one person leaves a post and another takes it: who succeeds whom, and whom the new holder
//! of an office acts for.

use crate::draft::{DraftClaim, Entities, EntityIndex};
use newsgraph_model::{Modality, TimeBounds};
use newsgraph_ontology::{Lexicon, OfficeRank, WordList};

/// How many sentences can lie between leaving a post and taking it.
const REACH: usize = 2;

/// The claims that follow from an article's claims about those who leave and take its posts.
pub(crate) fn successions(
    claims: &[DraftClaim],
    entities: &Entities,
    lexicon: &Lexicon,
) -> Vec<DraftClaim> {
    let departures = departures(claims);
    let mut found = Vec::new();
    for claim in claims.iter().filter(|claim| is_fact(claim)) {
        match claim.relation.as_str() {
            "takesOffice" => {
                let left = departures.iter().find(|departure| {
                    departure.post == claim.object
                        && departure.person != claim.subject
                        && departure.sentence.abs_diff(claim.sentence) <= REACH
                });
                found.extend(left.map(|left| derived(claim, "succeeds", left.person)));
                found.extend(side_of_holder(claim, claims, entities, lexicon));
            }
            "succeeds" => {
                let left = departures
                    .iter()
                    .find(|departure| departure.person == claim.object);
                let takes_office = claims.iter().any(|other| {
                    other.subject == claim.subject
                        && matches!(other.relation.as_str(), "takesOffice" | "electedTo")
                });
                let post = left.filter(|_| !takes_office).map(|left| left.post);
                found.extend(post.map(|post| derived(claim, "takesOffice", post)));
                found.extend(past_of_predecessor(claim, claims, entities));
            }
            _ => {}
        }
    }
    found
}

/// "was sworn in as president, succeeding Vega", "the mayor and her predecessor Vega": who came before held the same post.
fn past_of_predecessor(
    succession: &DraftClaim,
    claims: &[DraftClaim],
    entities: &Entities,
) -> Vec<DraftClaim> {
    let post = post_of_successor(succession, claims);
    let Some(post) = post.filter(|&post| entities.draft(post).class == "Post") else {
        return Vec::new();
    };
    let predecessor = succession.object;
    let is_told = |objects: &[EntityIndex]| {
        claims
            .iter()
            .any(|claim| claim.subject == predecessor && objects.contains(&claim.object))
    };
    let body = claims
        .iter()
        .find(|claim| match claim.relation.as_str() {
            "postIn" => claim.subject == post,
            "leads" | "officialOf" => {
                let (post, body) = (entities.draft(post), entities.draft(claim.object));
                claim.subject == succession.subject
                    && claim.sentence == succession.sentence
                    && post.name.contains(&body.name)
            }
            _ => false,
        })
        .map(|claim| claim.object);
    if is_told(&[post]) || body.is_some_and(|body| is_told(&[body])) {
        return Vec::new();
    }
    let held = DraftClaim {
        subject: predecessor,
        ..untimed(derived(succession, "formerlyHeldPost", post))
    };
    let served = body.map(|body| derived(&held, "formerOfficialOf", body));
    std::iter::once(held).chain(served).collect()
}

/// The one post that the successor takes in the sentence; or holds, where the other is called the predecessor.
fn post_of_successor(succession: &DraftClaim, claims: &[DraftClaim]) -> Option<EntityIndex> {
    let of_successor = |relations: &[&str]| {
        let mut posts: Vec<EntityIndex> = claims
            .iter()
            .filter(|claim| {
                claim.subject == succession.subject
                    && claim.sentence == succession.sentence
                    && relations.contains(&claim.relation.as_str())
                    && is_fact(claim)
            })
            .map(|claim| claim.object)
            .collect();
        posts.sort_unstable();
        posts.dedup();
        posts
    };
    let taken = of_successor(&["takesOffice", "electedTo"]);
    let named_so = succession.pattern.starts_with("predecessor");
    let posts = if taken.is_empty() && named_so {
        of_successor(&["holdsPost"])
    } else {
        taken
    };
    match posts.as_slice() {
        [post] => Some(*post),
        _ => None,
    }
}

/// Someone who gives up a post or is removed from it.
struct Departure {
    person: EntityIndex,
    post: EntityIndex,
    sentence: usize,
}

fn departures(claims: &[DraftClaim]) -> Vec<Departure> {
    let is_dismissed = |person: EntityIndex, sentence: usize| {
        claims.iter().any(|claim| {
            claim.relation == "dismisses"
                && claim.object == person
                && claim.sentence == sentence
                && is_fact(claim)
        })
    };
    let leaves = |claim: &&DraftClaim| match claim.relation.as_str() {
        "resignsFrom" => is_fact(claim) && is_post_of(claims, claim.subject, claim.object),
        "formerlyHeldPost" => is_dismissed(claim.subject, claim.sentence),
        _ => false,
    };
    claims
        .iter()
        .filter(leaves)
        .map(|claim| Departure {
            person: claim.subject,
            post: claim.object,
            sentence: claim.sentence,
        })
        .collect()
}

fn is_post_of(claims: &[DraftClaim], person: EntityIndex, post: EntityIndex) -> bool {
    claims.iter().any(|claim| {
        claim.subject == person
            && claim.object == post
            && matches!(claim.relation.as_str(), "holdsPost" | "formerlyHeldPost")
    })
}

fn is_fact(claim: &DraftClaim) -> bool {
    claim.factuality.modality == Modality::Actual && !claim.factuality.negated
}

/// Who takes an office acts for its body from then on.
fn side_of_holder(
    claim: &DraftClaim,
    claims: &[DraftClaim],
    entities: &Entities,
    lexicon: &Lexicon,
) -> Option<DraftClaim> {
    let body = claims
        .iter()
        .find(|other| other.relation == "postIn" && other.subject == claim.object)?
        .object;
    let relation = match rank(&entities.draft(claim.object).name, lexicon)? {
        OfficeRank::Head => "leads",
        OfficeRank::Official => "officialOf",
        _ => return None,
    };
    Some(untimed(derived(claim, relation, body)))
}

/// The claim without what tells of the event that it follows from.
fn untimed(claim: DraftClaim) -> DraftClaim {
    DraftClaim {
        time: TimeBounds::UNKNOWN,
        when: None,
        place: None,
        roles: Vec::new(),
        ..claim
    }
}

/// The rank of the office that a post is called after: "Acting President of Chile" is a president.
fn rank(post: &str, lexicon: &Lexicon) -> Option<OfficeRank> {
    let name = post.to_lowercase();
    let office = name.split(" of ").next()?;
    let without_tenure = office
        .split_once(' ')
        .filter(|(first, _)| lexicon.has(WordList::TenureInTitle, first))
        .map_or(office, |(_, rest)| rest);
    lexicon.offices.get(without_tenure).map(|found| found.rank)
}

fn derived(from: &DraftClaim, relation: &str, object: EntityIndex) -> DraftClaim {
    DraftClaim {
        relation: relation.to_owned(),
        object,
        ..from.clone()
    }
}
