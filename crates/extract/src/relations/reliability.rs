//! The signs that tell how far a match can be trusted.

use super::compile::Condition;
use super::fillers::Reference;
use super::matching::{End, Match};
use super::slots::Path;
use crate::confidence::{Signal, Signals};
use newsgraph_ontology::PatternPos;

/// So many words between trigger and end, and the tree that joins them is often wrong.
const FAR: usize = 10;

pub(crate) fn signals(found: &Match<'_>) -> Signals {
    Signals::default()
        .and(of_trigger(found.pattern.pos))
        .and_if(found.pattern.lemmas.len() > 1, Signal::LongTrigger)
        .and_if(
            found.pattern.condition != Condition::None,
            Signal::Condition,
        )
        .and_if(found.paired, Signal::Paired)
        .and(of_end(found.subject, found.trigger.head))
        .and(of_end(found.object, found.trigger.head))
}

fn of_trigger(pos: PatternPos) -> Option<Signal> {
    match pos {
        PatternPos::Verb => None,
        PatternPos::Noun => Some(Signal::Noun),
        PatternPos::Adjective => Some(Signal::Adjective),
        PatternPos::Preposition => Some(Signal::Preposition),
        PatternPos::Construction => Some(Signal::Construction),
    }
}

fn of_end(end: End, trigger: usize) -> impl Iterator<Item = Signal> {
    let path = match end.path {
        Path::Direct => None,
        Path::Itself => Some(Signal::EndItself),
        Path::Derived => Some(Signal::EndDerived),
        Path::LightVerb => Some(Signal::EndOfLightVerb),
        Path::Reattached => Some(Signal::EndReattached),
        Path::Adjacent => Some(Signal::EndAdjacent),
    };
    let reference = match end.filler.reference {
        Reference::Name => None,
        Reference::ActsFor => Some(Signal::EndActsFor),
        Reference::Coreference => Some(Signal::EndByCoreference),
        Reference::PartOf => Some(Signal::EndPartOf),
    };
    let distance = end.filler.head.abs_diff(trigger);
    let far = (distance >= FAR).then_some(Signal::EndFar);
    path.into_iter().chain(reference).chain(far)
}
