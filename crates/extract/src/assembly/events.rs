use super::agenda::share_days;
use super::entities::EntityIds;
use super::label::label;
use super::time::{compatible, exactness};
use super::{Parts, event_id, span_of, trigger_span};
use crate::draft::{DraftClaim, EntityIndex, Occasion, TokenRef};
use crate::relations::{AgendaPair, Catalogue, DraftLink};
use newsgraph_model::{
    Casualties, Event, EventId, EventLink, Evidence, Modality, Span, TextIndex, TimeBounds,
};
use std::collections::BTreeMap;

/// One event of the article: all mentions of it, and who takes part in which role.
#[derive(Clone, Debug)]
pub(super) struct EventDraft {
    pub(super) class: String,
    pub(super) modality: Modality,
    negated: bool,
    /// Role and entity of the two ends of its claims.
    participants: Vec<(String, EntityIndex)>,
    /// Further roles: place, topic.
    circumstances: Vec<(String, EntityIndex)>,
    pub(super) time: TimeBounds,
    pub(super) when: Option<Span>,
    pub(super) triggers: Vec<TokenRef>,
    occasion: Occasion,
    /// Indices of its claims; the first is that of its first mention.
    claims: Vec<usize>,
}

/// The events of an article in the order of their first mention.
#[derive(Debug, Default)]
pub(super) struct EventClusters {
    pub(super) events: Vec<EventDraft>,
    /// Claim → event.
    of_claim: Vec<Option<usize>>,
}

const PLACE_ROLE: &str = "atPlace";

/// Puts the claims of one trigger into one event, and then the mentions of one event together: same class,
/// same parties, same modality, and times that can be the same. What is told in one agenda shares its day before
/// that, so that an undated mention joins the event of its own day.
pub(super) fn cluster_events(
    parts: Parts<'_>,
    claims: &[DraftClaim],
    agenda: &[AgendaPair],
) -> EventClusters {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&index| (claims[index].sentence, claims[index].trigger_head, index));
    let mut mentions: Vec<EventDraft> = Vec::new();
    for index in order {
        let Some(draft) = event_of(parts, claims, index) else {
            continue;
        };
        match mentions
            .iter_mut()
            .find(|event| event.is_same_trigger(&draft))
        {
            Some(event) => event.absorb(draft),
            None => mentions.push(draft),
        }
    }
    let merged = merge_mentions(parts.catalogue, mentions.clone());
    share_days(parts.catalogue, &mut mentions, &merged, agenda);
    let events = merge_mentions(parts.catalogue, mentions);
    let mut of_claim = vec![None; claims.len()];
    for (position, event) in events.iter().enumerate() {
        for &claim in &event.claims {
            of_claim[claim] = Some(position);
        }
    }
    EventClusters { events, of_claim }
}

fn merge_mentions(catalogue: &Catalogue, mentions: Vec<EventDraft>) -> Vec<EventDraft> {
    let mut events: Vec<EventDraft> = Vec::new();
    for mention in mentions {
        match events
            .iter_mut()
            .find(|event| event.is_same_event(catalogue, &mention))
        {
            Some(event) => event.absorb(mention),
            None => events.push(mention),
        }
    }
    events
}

fn event_of(parts: Parts<'_>, claims: &[DraftClaim], index: usize) -> Option<EventDraft> {
    let claim = &claims[index];
    let class = parts.catalogue.event_of(&claim.relation)?;
    let mut circumstances = claim.roles.clone();
    circumstances.extend(claim.place.map(|place| (PLACE_ROLE.to_owned(), place)));
    Some(EventDraft {
        class: class.name.clone(),
        modality: claim.factuality.modality,
        negated: claim.factuality.negated,
        participants: vec![
            (class.subject_role.clone(), claim.subject),
            (class.object_role.clone(), claim.object),
        ],
        circumstances,
        time: claim.time,
        when: claim.when,
        triggers: vec![TokenRef {
            sentence: claim.sentence,
            token: claim.trigger_head,
        }],
        occasion: claim.occasion,
        claims: vec![index],
    })
}

impl EventDraft {
    fn is_same_trigger(&self, other: &Self) -> bool {
        self.class == other.class
            && self.triggers == other.triggers
            && self.modality == other.modality
            && self.negated == other.negated
    }

    fn is_same_event(&self, catalogue: &Catalogue, other: &Self) -> bool {
        catalogue.identity_class(&self.class) == catalogue.identity_class(&other.class)
            && self.modality == other.modality
            && self.negated == other.negated
            && (contains_all(&self.participants, &other.participants)
                || contains_all(&other.participants, &self.participants))
            && self.occasion == other.occasion
            && compatible(self.time, other.time)
    }

    fn absorb(&mut self, other: Self) {
        extend_new(&mut self.participants, other.participants);
        extend_new(&mut self.circumstances, other.circumstances);
        extend_new(&mut self.triggers, other.triggers);
        if exactness(other.time) > exactness(self.time) {
            self.time = other.time;
            self.when = other.when;
        }
        self.claims.extend(other.claims);
    }
}

fn contains_all(all: &[(String, EntityIndex)], some: &[(String, EntityIndex)]) -> bool {
    some.iter().all(|one| all.contains(one))
}

fn extend_new<T: PartialEq>(all: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
}

impl EventClusters {
    pub(super) fn id_of_claim(&self, claim: usize) -> Option<EventId> {
        self.of_claim[claim].map(|position| event_id(&self.events, position))
    }

    pub(super) fn position_of_claim(&self, claim: usize) -> Option<usize> {
        self.of_claim[claim]
    }

    pub(super) fn time_of_claim(&self, claim: usize) -> Option<TimeBounds> {
        self.of_claim[claim].map(|position| self.events[position].time)
    }

    pub(super) fn records(
        &self,
        parts: Parts<'_>,
        claims: &[DraftClaim],
        ids: &EntityIds,
        text: &TextIndex<'_>,
        links: &[DraftLink],
        casualties: &[(TokenRef, Casualties)],
    ) -> Vec<Event> {
        self.events
            .iter()
            .enumerate()
            .map(|(position, event)| {
                let first = &claims[event.claims[0]];
                Event {
                    id: event_id(&self.events, position),
                    class: event.class.clone(),
                    label: label(parts, text, first),
                    roles: roles(event, ids),
                    modality: event.modality,
                    negated: event.negated,
                    attributed_to: first
                        .factuality
                        .attributed_to
                        .and_then(|source| ids.id(source)),
                    time: event.time,
                    when: event.when,
                    sentence: parts.analysis.sentences[first.sentence].span,
                    trigger: trigger_span(parts, first),
                    further_evidence: further_evidence(parts, claims, event),
                    pattern: first.pattern.clone(),
                    casualties: casualties_of(event, casualties),
                    links: self.links(position, links),
                }
            })
            .collect()
    }

    fn links(&self, from: usize, links: &[DraftLink]) -> Vec<EventLink> {
        let mut found: Vec<EventLink> = links
            .iter()
            .filter(|link| self.events[from].triggers.contains(&link.from))
            .filter_map(|link| {
                let target = self
                    .events
                    .iter()
                    .position(|event| event.triggers.contains(&link.to))?;
                (target != from).then(|| EventLink {
                    kind: link.kind,
                    target: event_id(&self.events, target),
                })
            })
            .collect();
        found.sort();
        found.dedup();
        found
    }
}

fn roles(event: &EventDraft, ids: &EntityIds) -> BTreeMap<String, Vec<newsgraph_model::EntityId>> {
    let mut roles: BTreeMap<String, Vec<newsgraph_model::EntityId>> = BTreeMap::new();
    for (role, entity) in event.participants.iter().chain(&event.circumstances) {
        if let Some(id) = ids.id(*entity) {
            let fillers = roles.entry(role.clone()).or_default();
            if !fillers.contains(&id) {
                fillers.push(id);
            }
        }
    }
    roles
}

fn further_evidence(parts: Parts<'_>, claims: &[DraftClaim], event: &EventDraft) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = Vec::new();
    for (number, trigger) in event.triggers.iter().enumerate() {
        let tokens = event
            .claims
            .iter()
            .map(|&claim| &claims[claim])
            .find(|claim| claim.sentence == trigger.sentence && claim.trigger_head == trigger.token)
            .map_or(trigger.token..trigger.token + 1, |claim| {
                claim.trigger.clone()
            });
        if number > 0 {
            evidence.push(Evidence {
                sentence: parts.analysis.sentences[trigger.sentence].span,
                trigger: span_of(parts, trigger.sentence, tokens),
            });
        }
    }
    evidence
}

/// The numbers of the first mention that gives each.
fn casualties_of(event: &EventDraft, casualties: &[(TokenRef, Casualties)]) -> Casualties {
    let mut all = Casualties::default();
    for (trigger, numbers) in casualties {
        if event.triggers.contains(trigger) {
            all.killed = all.killed.or(numbers.killed);
            all.injured = all.injured.or(numbers.injured);
            all.quantifier = all.quantifier.or(numbers.quantifier);
        }
    }
    all
}
