use super::entities::EntityIds;
use super::events::EventClusters;
use super::time::{compatible, exactness};
use super::{Parts, trigger_span};
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, EntityIndex};
use newsgraph_model::{Claim, ClaimId, Evidence, Modality, RegionKind, TimeBounds};
use rustc_hash::FxHashMap;

/// So many words make a sentence long.
const LONG: usize = 40;

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

/// Merges the statements that say the same, and numbers the claims in the order of the text; gives the signs
/// of each claim beside it.
pub(super) fn merge_claims(
    parts: Parts<'_>,
    drafts: &[DraftClaim],
    events: &EventClusters,
    ids: &EntityIds,
) -> (Vec<Claim>, Vec<Signals>) {
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
        .map(|(position, (claim, signals))| {
            let id = ClaimId::numbered(position + 1);
            (Claim { id, ..claim }, signals)
        })
        .unzip()
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
) -> Option<(Claim, Signals)> {
    let best = group.statements.iter().copied().reduce(|best, other| {
        if says_more(parts, &drafts[other], &drafts[best]) {
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
    let signals = signals(parts, drafts, group);
    let claim = Claim {
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
        confidence: parts.calibration.confidence(signals),
    };
    Some((claim, signals))
}

fn says_more(parts: Parts<'_>, a: &DraftClaim, b: &DraftClaim) -> bool {
    let weight = |draft: &DraftClaim| (exactness(draft.time), draft.place.is_some());
    match weight(a).cmp(&weight(b)) {
        std::cmp::Ordering::Equal => trust(parts, a) > trust(parts, b),
        order => order.is_gt(),
    }
}

/// How far a statement can be trusted by itself, in log-odds.
fn trust(parts: Parts<'_>, draft: &DraftClaim) -> f64 {
    parts.calibration.log_odds(draft.signals)
}

/// The signs of the statement that can be trusted most, and of how the text presents it.
fn signals(parts: Parts<'_>, drafts: &[DraftClaim], group: &Group) -> Signals {
    let clearest = group
        .statements
        .iter()
        .map(|&index| &drafts[index])
        .reduce(|best, other| {
            if trust(parts, other) > trust(parts, best) {
                other
            } else {
                best
            }
        });
    clearest.map_or_else(Signals::default, |draft| {
        let sentence = &parts.analysis.sentences[draft.sentence];
        let factuality = &draft.factuality;
        let mut ends = [draft.subject, draft.object].into_iter();
        draft
            .signals
            .and_if(factuality.modality != Modality::Actual, Signal::NotActual)
            .and_if(factuality.negated, Signal::Negated)
            .and_if(factuality.attributed_to.is_some(), Signal::Attributed)
            .and_if(sentence.region == RegionKind::Headline, Signal::Headline)
            .and_if(sentence.tokens.len() >= LONG, Signal::LongSentence)
            .and_if(ends.any(|end| is_unlisted(parts, end)), Signal::EndUnlisted)
            .and_if(group.statements.len() > 1, Signal::Repeated)
    })
}

fn is_unlisted(parts: Parts<'_>, entity: EntityIndex) -> bool {
    let draft = parts.entities.draft(entity);
    draft.gazetteer.is_none() && draft.class != "Post" && !draft.name.contains(' ')
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
