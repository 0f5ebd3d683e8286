macro_rules! signals {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// A sign of how a claim was found that tells of its being right or wrong. A claim without any was
        /// found by a verb of one word with names in both of its slots.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Signal { $($(#[$doc])* $variant),+ }

        impl Signal {
            /// Every sign, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in `ontology/confidence.csv`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

signals! {
    /// The trigger is a noun.
    Noun = "trigger-noun",
    /// The trigger is an adjective.
    Adjective = "trigger-adjective",
    /// The trigger is a preposition.
    Preposition = "trigger-preposition",
    /// A construction without a trigger: "Turin, Italy", "a Syrian airfield".
    Construction = "construction",
    /// The trigger has several words.
    LongTrigger = "trigger-of-several-words",
    /// The pattern has a condition that holds.
    Condition = "condition",
    /// "Foreign Minister Ana Ruiz"
    OfficeTitle = "office-title",
    /// "Ana Ruiz, the foreign minister,"
    OfficeApposition = "office-apposition",
    /// "Ana Ruiz is foreign minister"
    OfficePredicate = "office-predicate",
    /// "former minister", "resigned as minister"
    OfficeEnded = "office-ended",
    /// No body of the office is named beside it.
    OfficeWithoutBody = "office-without-body",
    /// Whose a body is: "the Kenyan army".
    Ownership = "ownership",
    /// What lies in what, by words beside names.
    Containment = "containment",
    /// Nationality, party and kin by nouns beside a name.
    Affiliation = "affiliation",
    /// An end is the trigger phrase itself.
    EndItself = "end-itself",
    /// An end is reached by control, conjunction or a relative clause.
    EndDerived = "end-derived",
    /// An end is the subject of a light verb.
    EndOfLightVerb = "end-of-light-verb",
    /// An end hangs elsewhere in the tree than it belongs.
    EndReattached = "end-reattached",
    /// An end stands beside the verb, but not in its slot of the tree.
    EndAdjacent = "end-adjacent",
    /// An end is a pronoun or description.
    EndByCoreference = "end-by-coreference",
    /// An end acts for the entity: "Russian troops".
    EndActsFor = "end-acts-for",
    /// An end is a part of the entity: "parts of Homs".
    EndPartOf = "end-part-of",
    /// An end stands ten words or more from the trigger.
    EndFar = "end-far",
    /// The two ends are members of one phrase.
    Paired = "paired",
    /// An end is one word that no gazetteer lists.
    EndUnlisted = "end-unlisted",
    /// It is not said to be actual fact.
    NotActual = "not-actual",
    /// It is negated.
    Negated = "negated",
    /// It is told on somebody's word.
    Attributed = "attributed",
    /// It stands in a headline.
    Headline = "headline",
    /// Its sentence has forty words or more.
    LongSentence = "long-sentence",
    /// The text says it more than once.
    Repeated = "repeated",
}

/// The signs of one claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals(u32);

impl Signals {
    /// These signs beside those there are.
    #[must_use]
    pub fn and(self, more: impl IntoIterator<Item = Signal>) -> Self {
        more.into_iter()
            .fold(self, |all, signal| Self(all.0 | 1 << signal as u8))
    }

    /// This sign too, when the condition holds.
    #[must_use]
    pub(crate) fn and_if(self, holds: bool, signal: Signal) -> Self {
        if holds { self.and([signal]) } else { self }
    }

    /// Whether a sign is there.
    pub fn contains(self, signal: Signal) -> bool {
        self.0 & 1 << signal as u8 != 0
    }

    /// The signs, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = Signal> {
        let all = Signal::ALL.iter().copied();
        all.filter(move |&signal| self.contains(signal))
    }
}

impl FromIterator<Signal> for Signals {
    fn from_iter<I: IntoIterator<Item = Signal>>(signals: I) -> Self {
        Self::default().and(signals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_fit_the_set_and_come_back_in_order() {
        assert!(Signal::ALL.len() <= u32::BITS as usize);
        let all: Signals = Signal::ALL.iter().rev().copied().collect();
        assert!(all.iter().eq(Signal::ALL.iter().copied()));
        assert_eq!(Signals::default().iter().count(), 0);
    }
}
