use crate::{EntityId, EventId, Evidence, Modality, Span, TimeBounds};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something the text presents as happening, planned, wanted, alleged or imagined, with all its parties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Unique in the document.
    pub id: EventId,
    /// Local name of the event class, e.g. `Meeting`.
    #[serde(rename = "type")]
    pub class: String,
    /// The event in a few words of the text: "Russia's annexation of Crimea".
    pub label: String,
    /// Local name of the role → who fills it, in order of mention.
    pub roles: BTreeMap<String, Vec<EntityId>>,
    /// How the text presents the event.
    pub modality: Modality,
    /// Whether the text says that it did not happen.
    pub negated: bool,
    /// On whose word the article gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributed_to: Option<EntityId>,
    /// When.
    #[serde(flatten)]
    pub time: TimeBounds,
    /// The time expression the dates were read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Span>,
    /// The sentence of the first mention.
    pub sentence: Span,
    /// The words that name the event there.
    pub trigger: Span,
    /// Its other mentions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_evidence: Vec<Evidence>,
    /// The declared pattern that produced it.
    pub pattern: String,
    /// Numbers of killed and injured, when the text gives them.
    #[serde(default, skip_serializing_if = "Casualties::is_empty")]
    pub casualties: Casualties,
    /// Links to other events of the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<EventLink>,
}

/// How many people an event killed and injured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Casualties {
    /// People killed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub killed: Option<u64>,
    /// People injured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injured: Option<u64>,
    /// How the numbers are to be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantifier: Option<Quantifier>,
}

impl Casualties {
    /// Whether no number is known.
    pub fn is_empty(&self) -> bool {
        self.killed.is_none() && self.injured.is_none()
    }
}

/// How a number of the text is to be read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum Quantifier {
    /// "seven".
    Exactly,
    /// "up to seven".
    AtMost,
    /// "at least seven".
    AtLeast,
    /// "about seven".
    About,
    /// "several".
    Several,
}

/// A link from one event to another of the same document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct EventLink {
    /// What the link says.
    pub kind: EventLinkKind,
    /// The other event.
    pub target: EventId,
}

/// How two events hang together; local names of the vocabulary.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum EventLinkKind {
    /// Earlier than the other.
    Before,
    /// Later than the other.
    After,
    /// A reaction to the other.
    InResponseTo,
    /// Caused by the other.
    Because,
    /// Done in order to reach the other.
    Purpose,
    /// A part of the other.
    SubEventOf,
}
