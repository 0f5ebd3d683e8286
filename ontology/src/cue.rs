use newsgraph_model::Modality;

/// Words that decide modality, polarity or attribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Lower-case lemmas in order: `["be", "set", "to"]`.
    pub lemmas: Vec<String>,
    /// How the words stand to what they govern.
    pub kind: CueKind,
}

/// How cue words stand to what they govern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CueKind {
    /// `aux`: an auxiliary of the trigger.
    Auxiliary,
    /// `verb`: a verb that takes the trigger's clause.
    Verb,
    /// `adv`: an adverb of the clause.
    Adverb,
    /// `adj`: an adjective or determiner of the trigger, or a predicate over its clause.
    Adjective,
    /// `noun`: a noun that takes the trigger's clause or phrase.
    Noun,
    /// `conj`: a conjunction before the clause.
    Conjunction,
    /// `prep`: a preposition before the trigger's phrase.
    Preposition,
    /// `inf`: the infinitive of a headline.
    HeadlineInfinitive,
}

/// All cue words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cues {
    /// Words that give a clause a modality.
    pub modality: Vec<(Modality, Cue)>,
    /// Words that turn a statement into its opposite.
    pub negation: Vec<Cue>,
    /// Words that attribute a clause or quotation to their subject.
    pub speech: Vec<Cue>,
    /// Words under which an embedded event counts as actual.
    pub factive: Vec<Cue>,
    /// Words under which a state or measure counts as ended: "lift (sanctions)", "withdraw (support)".
    pub ended: Vec<Cue>,
}
