use crate::{Certainty, EventNode, EventRef, KnowledgeGraph};
use newsgraph_model::{Date, Precision, TimeBounds};
use std::collections::{BTreeMap, BTreeSet};

/// A dated event, told by one or more articles in the same way.
#[derive(Clone, Debug)]
pub struct TimelineEntry<'g> {
    /// When.
    pub time: TimeBounds,
    /// How sure the texts are of it.
    pub certainty: Certainty,
    /// The event as the first of the articles tells it.
    pub event: &'g EventNode,
    /// Where it is told, by document and id.
    pub sources: Vec<&'g EventRef>,
}

/// Events are told in the same way when all of this agrees.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Telling<'g> {
    start: Option<Date>,
    end: Option<Date>,
    precision: Option<Precision>,
    certainty: Certainty,
    class: &'g str,
    fillers: BTreeSet<(&'g str, &'g str)>,
    label_without_fillers: Option<&'g str>,
}

impl<'g> Telling<'g> {
    fn of(event: &'g EventNode) -> Self {
        let fillers: BTreeSet<(&str, &str)> = event
            .roles
            .iter()
            .flat_map(|(role, fillers)| fillers.iter().map(|filler| (&**role, &**filler)))
            .collect();
        Self {
            start: event.time.earliest.or(event.time.latest),
            end: event.time.latest,
            precision: event.time.precision,
            certainty: event.certainty(),
            class: &event.class,
            label_without_fillers: fillers.is_empty().then_some(&*event.label),
            fillers,
        }
    }
}

impl EventNode {
    /// How sure the text is of it.
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.modality, self.negated, self.attributed_to.is_some())
    }
}

impl KnowledgeGraph {
    /// Every dated event in the order of time; events of one class, time, certainty and the same parties are
    /// one entry.
    pub fn timeline(&self) -> Vec<TimelineEntry<'_>> {
        self.timeline_where(|_| true)
    }

    /// The dated events that an entity takes part in.
    pub fn timeline_of(&self, iri: &str) -> Vec<TimelineEntry<'_>> {
        self.timeline_where(|event| event.involves(iri))
    }

    fn timeline_where(&self, wanted: impl Fn(&EventNode) -> bool) -> Vec<TimelineEntry<'_>> {
        let mut entries: BTreeMap<Telling<'_>, TimelineEntry<'_>> = BTreeMap::new();
        let dated = self
            .events()
            .filter(|(_, event)| !event.time.is_unknown() && wanted(event));
        for (source, event) in dated {
            entries
                .entry(Telling::of(event))
                .or_insert_with(|| TimelineEntry {
                    time: event.time,
                    certainty: event.certainty(),
                    event,
                    sources: Vec::new(),
                })
                .sources
                .push(source);
        }
        entries.into_values().collect()
    }
}
