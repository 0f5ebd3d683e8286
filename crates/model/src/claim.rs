use crate::{ClaimId, EntityId, EventId, Span, TimeBounds};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One statement of the text: who, what, whom; how sure, on whose word, when, where, and in which words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Unique in the document.
    pub id: ClaimId,
    /// Does or is.
    pub subject: EntityId,
    /// Local name of the relation type, e.g. `meets`.
    pub relation: String,
    /// Undergoes, or is the other party.
    pub object: EntityId,
    /// The event that this claim is a binary view of; none for states such as holding a post.
    pub event: Option<EventId>,
    /// How the text presents the statement.
    pub modality: Modality,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// On whose word the article gives it; none for the article's own voice.
    pub attributed_to: Option<EntityId>,
    /// The words that attribute: "said", "according to".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution_cue: Option<String>,
    /// When.
    #[serde(flatten)]
    pub time: TimeBounds,
    /// Where.
    pub place: Option<EntityId>,
    /// The sentence that says most.
    pub sentence: Span,
    /// The word or words that name the relation there.
    pub trigger: Span,
    /// Other sentences that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_evidence: Vec<Evidence>,
    /// The declared pattern that produced it.
    pub pattern: String,
    /// The extractor's own confidence, 0 to 1; says nothing about whether the source is right.
    pub confidence: f64,
}

/// A sentence that makes a claim, and the words in it that do.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Evidence {
    /// The sentence.
    pub sentence: Span,
    /// The trigger in it.
    pub trigger: Span,
}

/// How a text presents a statement.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
pub enum Modality {
    /// Happened, happens, is so.
    #[default]
    Actual,
    /// Decided or scheduled.
    Planned,
    /// Wanted, proposed, attempted.
    Intended,
    /// Left open: may, could, expected.
    Possible,
    /// An accusation that the article does not make its own.
    Alleged,
    /// Inside a condition.
    Hypothetical,
    /// Said to be needed or owed.
    Required,
}

impl Modality {
    /// Every modality, in the order of the vocabulary.
    pub const ALL: [Self; 7] = [
        Self::Actual,
        Self::Planned,
        Self::Intended,
        Self::Possible,
        Self::Alleged,
        Self::Hypothetical,
        Self::Required,
    ];

    /// Local name in the vocabulary.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actual => "Actual",
            Self::Planned => "Planned",
            Self::Intended => "Intended",
            Self::Possible => "Possible",
            Self::Alleged => "Alleged",
            Self::Hypothetical => "Hypothetical",
            Self::Required => "Required",
        }
    }
}

impl Claim {
    /// Whether the article states the claim as plain fact in its own voice: only such a claim makes a
    /// direct triple in the graph of facts.
    pub fn is_stated_as_fact(&self) -> bool {
        self.modality == Modality::Actual && !self.negated && self.attributed_to.is_none()
    }
}
