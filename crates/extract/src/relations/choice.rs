use super::compile::{Catalogue, Condition};
use super::matching::Match;
use newsgraph_ontology::SlotName;
use rustc_hash::FxHashMap;

/// Of the matches of one sentence, those that say most: no claim twice, the longer trigger before the
/// shorter, the narrower relation before the wider, the spoken pair before the pair understood.
pub(crate) fn choose<'c>(catalogue: &Catalogue, matches: Vec<Match<'c>>) -> Vec<Match<'c>> {
    let matches = longest_triggers(matches);
    let matches = spoken_pairs(matches);
    let matches = without_replacers(matches);
    let matches = one_relation_for_a_pair(catalogue, matches);
    without_more_general(catalogue, matches)
}

/// "hold talks" before "hold" and before "talks".
fn longest_triggers(matches: Vec<Match<'_>>) -> Vec<Match<'_>> {
    let mut longest: FxHashMap<usize, usize> = FxHashMap::default();
    for found in &matches {
        let length = longest.entry(found.trigger.head).or_default();
        *length = (*length).max(found.trigger.companions.len());
    }
    let within: Vec<(usize, (usize, usize), Vec<usize>)> = matches
        .iter()
        .map(|found| {
            (
                found.relation,
                pair(found),
                found.trigger.companions.clone(),
            )
        })
        .collect();
    let is_part_of_longer = |found: &Match<'_>| {
        within.iter().any(|(relation, ends, companions)| {
            *relation == found.relation
                && *ends == pair(found)
                && companions.contains(&found.trigger.head)
        })
    };
    let companions_of_head: Vec<(usize, Vec<usize>)> = matches
        .iter()
        .map(|found| (found.trigger.head, found.trigger.companions.clone()))
        .collect();
    let mut matches = matches;
    matches.retain(|found| {
        let is_longest = longest[&found.trigger.head] == found.trigger.companions.len();
        (is_longest || names_companion(found, &companions_of_head)) && !is_part_of_longer(found)
    });
    matches
}

/// "The king replaced Vega with Ruiz": where a preposition names who does it, the subject of the verb only brings it about.
fn without_replacers(matches: Vec<Match<'_>>) -> Vec<Match<'_>> {
    let by_preposition = |found: &Match<'_>| {
        let slots = &found.pattern.subject;
        found.trigger.companions.is_empty()
            && slots
                .iter()
                .any(|slot| matches!(&slot.name, SlotName::Preposition(word) if word == "with"))
    };
    let named: Vec<_> = matches
        .iter()
        .filter(|found| by_preposition(found) && !found.paired)
        .map(|found| {
            (
                found.relation,
                found.trigger.head,
                found.object.filler.entity,
            )
        })
        .collect();
    let mut matches = matches;
    matches.retain(|found| {
        let told = (
            found.relation,
            found.trigger.head,
            found.object.filler.entity,
        );
        by_preposition(found) || !named.contains(&told)
    });
    matches
}

/// "sign the Lisbon Agreement": the agreement signed is a word of "sign an agreement", and an object of its own.
fn names_companion(found: &Match<'_>, companions_of_head: &[(usize, Vec<usize>)]) -> bool {
    companions_of_head.iter().any(|(head, companions)| {
        *head == found.trigger.head && companions.contains(&found.object.filler.head)
    })
}

/// In "A and B met C", the pairs A–C and B–C rule out A–B.
fn spoken_pairs(matches: Vec<Match<'_>>) -> Vec<Match<'_>> {
    let spoken: Vec<(usize, usize)> = matches
        .iter()
        .filter(|found| !found.paired)
        .map(|found| (found.trigger.head, found.relation))
        .collect();
    let mut matches = matches;
    matches
        .retain(|found| !found.paired || !spoken.contains(&(found.trigger.head, found.relation)));
    matches
}

/// How much a match says: a user's own relation before ours, then conditions, then how narrow its relation and its ends
/// are, then the order of the ontology.
fn rank(
    catalogue: &Catalogue,
    found: &Match<'_>,
) -> (bool, bool, usize, usize, std::cmp::Reverse<usize>) {
    let relation = &catalogue.relations[found.relation];
    (
        relation.is_own,
        found.pattern.condition != Condition::None,
        relation.ancestors.len(),
        catalogue.narrowness(found.pattern),
        std::cmp::Reverse(found.relation),
    )
}

fn one_relation_for_a_pair<'c>(catalogue: &Catalogue, matches: Vec<Match<'c>>) -> Vec<Match<'c>> {
    let mut kept: Vec<Match<'c>> = Vec::new();
    for found in matches {
        let rival = kept.iter_mut().find(|other| {
            other.trigger.head == found.trigger.head
                && pair(other) == pair(&found)
                && !are_reciprocal(catalogue, other, &found)
        });
        match rival {
            Some(rival) if rank(catalogue, &found) > rank(catalogue, rival) => *rival = found,
            Some(_) => {}
            None => kept.push(found),
        }
    }
    kept
}

/// "A and B accuse each other": the same is said in both directions, by the same words.
fn are_reciprocal(catalogue: &Catalogue, first: &Match<'_>, second: &Match<'_>) -> bool {
    let (one, other) = (first.object.filler, second.object.filler);
    first.relation == second.relation
        && !catalogue.relations[first.relation].symmetric
        && one.head == other.head
        && one.entity != other.entity
}

/// "launched missiles in an attack on": strikes, not also attacks.
fn without_more_general<'c>(catalogue: &Catalogue, matches: Vec<Match<'c>>) -> Vec<Match<'c>> {
    let said: Vec<(usize, (usize, usize))> = matches
        .iter()
        .map(|found| (found.relation, pair(found)))
        .collect();
    let mut matches = matches;
    matches.retain(|found| {
        !said.iter().any(|(other, ends)| {
            *ends == pair(found)
                && catalogue.relations[*other]
                    .ancestors
                    .contains(&found.relation)
        })
    });
    matches
}

/// The two ends without their order.
fn pair(found: &Match<'_>) -> (usize, usize) {
    let (subject, object) = (found.subject.filler.entity.0, found.object.filler.entity.0);
    (subject.min(object), subject.max(object))
}
