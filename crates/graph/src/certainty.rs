use newsgraph_model::{Claim, Modality};

/// How sure the texts are of a claim, or of an edge by its surest claim; the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Stated as fact by an article in its own voice.
    Fact,
    /// Said to be so by a source that the article names.
    Attributed,
    /// Planned, intended, possible, hypothetical or required.
    Open,
    /// An accusation that the article does not make its own.
    Alleged,
    /// Said not to be so.
    Denied,
}

impl Certainty {
    /// Every certainty, the surest first.
    pub const ALL: [Self; 5] = [
        Self::Fact,
        Self::Attributed,
        Self::Open,
        Self::Alleged,
        Self::Denied,
    ];

    /// How sure one claim is.
    pub fn of_claim(claim: &Claim) -> Self {
        Self::of(claim.modality, claim.negated, claim.attributed_to.is_some())
    }

    /// How sure a claim with this modality, polarity and attribution is.
    pub fn of(modality: Modality, negated: bool, attributed: bool) -> Self {
        match modality {
            _ if negated => Self::Denied,
            Modality::Actual if attributed => Self::Attributed,
            Modality::Actual => Self::Fact,
            Modality::Alleged => Self::Alleged,
            Modality::Planned
            | Modality::Intended
            | Modality::Possible
            | Modality::Hypothetical
            | Modality::Required => Self::Open,
        }
    }

    /// One word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Attributed => "attributed",
            Self::Open => "open",
            Self::Alleged => "alleged",
            Self::Denied => "denied",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_outweighs_modality_and_attribution() {
        for modality in Modality::ALL {
            assert_eq!(Certainty::of(modality, true, true), Certainty::Denied);
        }
    }

    #[test]
    fn only_what_an_article_says_in_its_own_voice_is_fact() {
        assert_eq!(
            Certainty::of(Modality::Actual, false, false),
            Certainty::Fact
        );
        assert_eq!(
            Certainty::of(Modality::Actual, false, true),
            Certainty::Attributed
        );
        assert_eq!(
            Certainty::of(Modality::Planned, false, false),
            Certainty::Open
        );
        assert_eq!(
            Certainty::of(Modality::Alleged, false, true),
            Certainty::Alleged
        );
    }
}
