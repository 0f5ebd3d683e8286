use crate::{EntityId, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A person, organisation, place, post or other thing that the text names or that takes part in a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// Unique in the document.
    pub id: EntityId,
    /// Local name of the class, e.g. `Person`.
    #[serde(rename = "type")]
    pub class: String,
    /// The fullest name.
    pub name: String,
    /// Every other name the text uses for it, in order of first use.
    pub names: Vec<String>,
    /// The identity across documents; local to the article when the name alone cannot tell.
    pub iri: String,
    /// Wikidata id, e.g. `Q159`.
    pub wikidata: Option<String>,
    /// Whether the text describes the entity without naming it.
    pub anonymous: bool,
    /// Where the text refers to it, in order.
    pub mentions: Vec<Mention>,
}

/// One place where the text refers to an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// Where the words stand.
    #[serde(flatten)]
    pub span: Span,
    /// What kind of words they are.
    pub kind: MentionKind,
    /// For metonymy: the entity that the words name literally ("Moscow", the city, for Russia).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub literal_referent: Option<EntityId>,
    /// Why the mention is taken for this entity, when it is not by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What kind of words a mention is made of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A name: "Sergey Lavrov".
    Name,
    /// A description: "his Russian counterpart".
    Nominal,
    /// A pronoun: "he".
    Pronoun,
    /// An adjective or noun of a people or place: "Russian".
    Demonym,
}
