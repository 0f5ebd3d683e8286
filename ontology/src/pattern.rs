/// A lexical pattern: a trigger word and where the two ends of the relation stand beside it.
///
/// The grammar is explained at the head of `relations.ttl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Lemmas of the trigger, the head first: `["hold", "talks"]`, `["annex"]`.
    pub lemmas: Vec<String>,
    /// Part of speech of the head of the trigger.
    pub pos: PatternPos,
    /// Where the subject stands; any one of them.
    pub subject: Vec<Slot>,
    /// Where the object stands; any one of them.
    pub object: Vec<Slot>,
    /// A word that must stand in the clause, or a state (`negated`, `former`) it must have.
    pub condition: Option<String>,
    /// The pattern as declared; it is written on each claim it makes.
    pub source: String,
}

/// Part of speech of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PatternPos {
    /// `v`
    Verb,
    /// `n`
    Noun,
    /// `a`
    Adjective,
    /// `p`
    Preposition,
    /// `x`: a construction that the extractor knows by name: title, appos, comma, demonym.
    Construction,
}

/// A place beside the trigger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Which place.
    pub name: SlotName,
    /// `&`: the members of a coordinated or plural phrase, taken in pairs.
    pub paired: bool,
    /// `(noun)`: the place beside this dependent noun of the trigger instead of beside the trigger itself.
    pub noun: Option<String>,
}

/// The places beside a trigger that a pattern can name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotName {
    /// Subject of the active voice.
    Subject,
    /// Direct object of the active voice.
    Object,
    /// Second object, or object complement: "elected her mayor".
    SecondObject,
    /// Indirect object.
    IndirectObject,
    /// Possessor: "Russia's annexation".
    Possessor,
    /// Noun or adjective before the trigger, or predicate noun.
    Complement,
    /// The noun after this preposition.
    Preposition(String),
    /// The trigger phrase itself.
    Trigger,
    /// "Russia-led push".
    Led,
    /// A part of a named construction: `name`, `title`, `appos`, `place`.
    Part(String),
}
