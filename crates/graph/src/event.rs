use newsgraph_model::{Event, EventId, Modality, Span, TimeBounds};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where an event stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventRef {
    /// Id of the document.
    pub document: Arc<str>,
    /// Id of the event in it.
    pub event: EventId,
}

/// An event as one article tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventNode {
    /// Local name of the event class.
    pub class: Arc<str>,
    /// The event in a few words of the text.
    pub label: Arc<str>,
    /// Local name of the role → IRIs of those who fill it.
    pub roles: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// How the text presents it.
    pub modality: Modality,
    /// Whether the text says that it did not happen.
    pub negated: bool,
    /// IRI of the source on whose word the article gives it.
    pub attributed_to: Option<Arc<str>>,
    /// When.
    pub time: TimeBounds,
    /// The sentence of its first mention.
    pub sentence: Span,
}

impl EventNode {
    pub(crate) fn new(
        event: &Event,
        roles: BTreeMap<Arc<str>, Vec<Arc<str>>>,
        attributed_to: Option<Arc<str>>,
    ) -> Self {
        Self {
            class: event.class.as_str().into(),
            label: event.label.as_str().into(),
            roles,
            modality: event.modality,
            negated: event.negated,
            attributed_to,
            time: event.time,
            sentence: event.sentence,
        }
    }

    /// Whether the entity fills any of its roles.
    pub fn involves(&self, iri: &str) -> bool {
        self.roles.values().flatten().any(|filler| &**filler == iri)
    }
}
