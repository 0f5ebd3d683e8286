/// A lexical pattern: a trigger word and where the two ends of the relation stand beside it.
///
/// The grammar is explained at the head of `relations.ttl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The words of the trigger, the head first, without articles: `["hold", "talks"]`, `["annex"]`,
    /// `["strike", "air"]`. A verb matches by its lemma; any other word by its lemma or its lower-case form,
    /// so that "talks" is the plural alone and "talk" both. The words beside the head depend on it, in any
    /// order and with other words between them.
    pub lemmas: Vec<String>,
    /// Part of speech of the head of the trigger.
    pub pos: PatternPos,
    /// Where the subject stands; any one of them.
    pub subject: Vec<Slot>,
    /// Where the object stands; any one of them.
    pub object: Vec<Slot>,
    /// A word that must stand in the clause, or a state (`negated`, `former`, `ended`,
    /// `intended`, `intransitive`, `infinitive`) it must have.
    pub condition: Option<String>,
    /// The pattern as one would declare it alone; it is written on each claim it makes.
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
    /// `:Class`: the local name of the class that the filler must have, beside the relation's domain or range.
    pub class: Option<String>,
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
    /// Subject of the clause after the trigger: "demanded that Chad leave".
    ClauseSubject,
    /// "Russia-led push".
    Led,
    /// A part of a named construction: `name`, `title`, `appos`, `place`.
    Part(String),
}
