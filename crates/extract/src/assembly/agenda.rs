//! The day that one sentence of plans shares: who will "hold talks with Ruiz and then head to the palace to meet the
//! king" does so on the day that the article gives for meeting the king.

use super::events::EventDraft;
use crate::draft::TokenRef;
use crate::relations::{AgendaPair, Catalogue};
use newsgraph_model::{Modality, Precision};

/// Gives undated plans of an agenda the day of the event they are told with; `merged` tells which mentions are of
/// one event, and so the days that the article has given before.
pub(super) fn share_days(
    catalogue: &Catalogue,
    mentions: &mut [EventDraft],
    merged: &[EventDraft],
    agenda: &[AgendaPair],
) {
    let given_before: Vec<Option<EventDraft>> = mentions
        .iter()
        .map(|mention| day_given_before(mention, mentions, merged).cloned())
        .collect();
    for (mention, day) in mentions.iter_mut().zip(given_before) {
        if let Some(day) = day.filter(|_| in_agenda(mention, agenda)) {
            copy_day(mention, &day);
        }
    }
    // An agenda is read from its dated end outwards: each pass carries the day over one more verb.
    for _ in agenda {
        for pair in agenda {
            share(catalogue, mentions, pair.0, pair.1);
            share(catalogue, mentions, pair.1, pair.0);
        }
    }
}

/// The mention of the same event before this one that gives its day.
fn day_given_before<'e>(
    mention: &EventDraft,
    mentions: &'e [EventDraft],
    merged: &[EventDraft],
) -> Option<&'e EventDraft> {
    let here = mention.triggers[0];
    let event = merged.iter().find(|event| event.triggers.contains(&here))?;
    mentions.iter().find(|other| {
        is_dated(other) && other.triggers[0] < here && event.triggers.contains(&other.triggers[0])
    })
}

fn in_agenda(mention: &EventDraft, agenda: &[AgendaPair]) -> bool {
    let has = |at: &TokenRef| mention.triggers.contains(at);
    agenda.iter().any(|pair| has(&pair.0) || has(&pair.1))
}

fn share(catalogue: &Catalogue, mentions: &mut [EventDraft], from: TokenRef, to: TokenRef) {
    let planned = |event: &EventDraft, at: TokenRef| {
        event.triggers.contains(&at)
            && event.modality == Modality::Planned
            && is_encounter(catalogue, event)
    };
    let Some(dated) = mentions
        .iter()
        .find(|event| planned(event, from) && is_dated(event))
        .cloned()
    else {
        return;
    };
    for event in mentions.iter_mut() {
        if planned(event, to) && event.time.is_unknown() {
            copy_day(event, &dated);
        }
    }
}

fn is_dated(event: &EventDraft) -> bool {
    event.time.precision == Some(Precision::Day)
}

/// Meetings, talks, visits and what is to be said there: what an agenda is made of.
fn is_encounter(catalogue: &Catalogue, event: &EventDraft) -> bool {
    let classes = &catalogue.classes;
    let is_a = |kind: &str| match (classes.id(&event.class), classes.id(kind)) {
        (Some(class), Some(kind)) => classes.is_a(class, kind),
        _ => false,
    };
    is_a("DiplomaticEvent") || is_a("CommunicationEvent")
}

fn copy_day(event: &mut EventDraft, dated: &EventDraft) {
    if event.time.is_unknown() {
        event.time = dated.time;
        event.when = dated.when;
    }
}
