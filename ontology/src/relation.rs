use crate::{Pattern, PatternPos};

/// A relation type: a property that the extractor can produce.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationType {
    /// Local name, e.g. `annexes`.
    pub name: String,
    /// Whole IRI; a user's relation can live in a namespace of its own.
    pub iri: String,
    /// Whether its IRI stands in our namespace: it comes with the program, or overrides one that does.
    pub built_in: bool,
    /// English label.
    pub label: String,
    /// One sentence: what it means.
    pub definition: String,
    /// Local name of the subject's class.
    pub domain: String,
    /// Local name of the object's class.
    pub range: String,
    /// Whether it holds in both directions.
    pub symmetric: bool,
    /// Whether what is done to someone's deed, site or goods is done to them.
    pub reaches_owner: bool,
    /// Whether what is done to a thing or site without a name is done to the place it is in.
    pub reaches_place: bool,
    /// What triggers mean something else with.
    pub other_senses: Vec<OtherSense>,
    /// Event class and roles; none for states.
    pub event: Option<EventClass>,
    /// Local name of the relation for the state that has ended.
    pub past_form: Option<String>,
    /// Local name of the more general relation.
    pub parent: Option<String>,
    /// PLOVER category, e.g. `CONSULT`.
    pub plover: Option<String>,
    /// CAMEO codes.
    pub cameo: Vec<String>,
    /// The words that express it, and where its two ends stand beside them.
    pub patterns: Vec<Pattern>,
    /// Sentences that say it.
    pub examples: Vec<String>,
}

/// Words beside a trigger with which it means something else: "general strike", "strike a deal".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSense {
    /// The trigger word.
    pub trigger: String,
    /// Whether the trigger is a noun, with the words before it, or a verb, with them as its object.
    pub pos: PatternPos,
    /// What stands beside it.
    pub beside: Vec<String>,
}

/// The event that a relation is a binary view of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventClass {
    /// Local name of the event class, e.g. `Annexation`.
    pub name: String,
    /// Role of the relation's subject, e.g. `agent`.
    pub subject_role: String,
    /// Role of the relation's object, e.g. `patient`.
    pub object_role: String,
}
