use super::entities::EntityIds;
use super::events::EventClusters;
use super::time::{compatible, exactness};
use super::{Parts, trigger_span};
use crate::draft::{DraftClaim, EntityIndex};
use newsgraph_model::{Claim, ClaimId, Evidence, Modality, TimeBounds};
use rustc_hash::FxHashMap;

/// What makes two statements the same claim.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key<'a> {
    subject: EntityIndex,
    relation: &'a str,
    object: EntityIndex,
    event: Option<usize>,
    modality: Modality,
    negated: bool,
    attributed_to: Option<EntityIndex>,
}

/// Statements of one claim.
struct Group {
    statements: Vec<usize>,
    time: TimeBounds,
}

/// Merges the statements that say the same, and numbers the claims in the order of the text.
pub(super) fn merge_claims(
    parts: Parts<'_>,
    drafts: &[DraftClaim],
    events: &EventClusters,
    ids: &EntityIds,
) -> Vec<Claim> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: FxHashMap<Key<'_>, Vec<usize>> = FxHashMap::default();
    for index in in_text_order(drafts) {
        let same = by_key
            .entry(key(parts, &drafts[index], events.position_of_claim(index)))
            .or_default();
        let time = drafts[index].time;
        match same
            .iter()
            .find(|&&group| compatible(groups[group].time, time))
        {
            Some(&group) => {
                let group = &mut groups[group];
                group.statements.push(index);
                if exactness(time) > exactness(group.time) {
                    group.time = time;
                }
            }
            None => {
                same.push(groups.len());
                groups.push(Group {
                    statements: vec![index],
                    time,
                });
            }
        }
    }
    groups
        .iter()
        .filter_map(|group| claim(parts, drafts, events, ids, group))
        .enumerate()
        .map(|(position, claim)| Claim {
            id: ClaimId::numbered(position + 1),
            ..claim
        })
        .collect()
}

fn in_text_order(drafts: &[DraftClaim]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by(|&a, &b| {
        let place = |index: usize| {
            let draft = &drafts[index];
            (
                draft.sentence,
                draft.trigger.start,
                &draft.relation,
                draft.subject,
                draft.object,
                index,
            )
        };
        place(a).cmp(&place(b))
    });
    order
}

fn key<'a>(parts: Parts<'_>, draft: &'a DraftClaim, event: Option<usize>) -> Key<'a> {
    let (subject, object) = if parts.catalogue.is_symmetric(&draft.relation) {
        (
            draft.subject.min(draft.object),
            draft.subject.max(draft.object),
        )
    } else {
        (draft.subject, draft.object)
    };
    Key {
        subject,
        relation: &draft.relation,
        object,
        event,
        modality: draft.factuality.modality,
        negated: draft.factuality.negated,
        attributed_to: draft.factuality.attributed_to,
    }
}

/// The claim of a group, by the statement that says most.
fn claim(
    parts: Parts<'_>,
    drafts: &[DraftClaim],
    events: &EventClusters,
    ids: &EntityIds,
    group: &Group,
) -> Option<Claim> {
    let best = group.statements.iter().copied().reduce(|best, other| {
        if says_more(&drafts[other], &drafts[best]) {
            other
        } else {
            best
        }
    })?;
    let draft = &drafts[best];
    let place = group
        .statements
        .iter()
        .find_map(|&index| drafts[index].place);
    let of_event = events
        .time_of_claim(best)
        .filter(|_| group.time.is_unknown());
    Some(Claim {
        id: ClaimId::numbered(1),
        subject: ids.id(draft.subject)?,
        relation: draft.relation.clone(),
        object: ids.id(draft.object)?,
        event: events.id_of_claim(best),
        modality: draft.factuality.modality,
        negated: draft.factuality.negated,
        attributed_to: draft
            .factuality
            .attributed_to
            .and_then(|source| ids.id(source)),
        attribution_cue: draft.factuality.attribution_cue.clone(),
        time: of_event.unwrap_or(group.time),
        place: place.and_then(|place| ids.id(place)),
        sentence: parts.analysis.sentences[draft.sentence].span,
        trigger: trigger_span(parts, draft),
        further_evidence: further_evidence(parts, drafts, group, best),
        pattern: draft.pattern.clone(),
        confidence: group
            .statements
            .iter()
            .map(|&index| drafts[index].confidence)
            .fold(0.0, f64::max),
    })
}

fn says_more(a: &DraftClaim, b: &DraftClaim) -> bool {
    let weight = |draft: &DraftClaim| (exactness(draft.time), draft.place.is_some());
    match weight(a).cmp(&weight(b)) {
        std::cmp::Ordering::Equal => a.confidence > b.confidence,
        order => order.is_gt(),
    }
}

fn further_evidence(
    parts: Parts<'_>,
    drafts: &[DraftClaim],
    group: &Group,
    best: usize,
) -> Vec<Evidence> {
    let evidence_of = |index: usize| Evidence {
        sentence: parts.analysis.sentences[drafts[index].sentence].span,
        trigger: trigger_span(parts, &drafts[index]),
    };
    let main = evidence_of(best);
    let mut further: Vec<Evidence> = group
        .statements
        .iter()
        .map(|&index| evidence_of(index))
        .filter(|evidence| *evidence != main)
        .collect();
    further.sort_unstable();
    further.dedup();
    further
}
