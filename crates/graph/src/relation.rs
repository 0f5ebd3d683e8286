use crate::Certainty;
use newsgraph_model::{Claim, ClaimId, Date, Modality, Span, TimeBounds};
use newsgraph_ontology::RelationType;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which edge: subject, relation, object. A symmetric relation has its two ends in the order of their IRIs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationKey {
    /// IRI of the subject.
    pub subject: Arc<str>,
    /// Local name of the relation.
    pub relation: Arc<str>,
    /// IRI of the object.
    pub object: Arc<str>,
}

/// What the graph keeps of a declared relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationKind {
    /// Whole IRI.
    pub iri: Arc<str>,
    /// English label.
    pub label: Arc<str>,
    /// Whether it holds in both directions.
    pub symmetric: bool,
}

impl From<&RelationType> for RelationKind {
    fn from(declared: &RelationType) -> Self {
        Self {
            iri: declared.iri.as_str().into(),
            label: declared.label.as_str().into(),
            symmetric: declared.symmetric,
        }
    }
}

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// Id of the document.
    pub document: Arc<str>,
    /// Id of the claim in it.
    pub claim: ClaimId,
}

/// What one claim says of an edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRecord {
    /// How the text presents it.
    pub modality: Modality,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// IRI of the source on whose word the article gives it.
    pub attributed_to: Option<Arc<str>>,
    /// When.
    pub time: TimeBounds,
    /// IRI of the place.
    pub place: Option<Arc<str>>,
    /// The sentence, in characters of the article's text.
    pub sentence: Span,
    /// The trigger in it.
    pub trigger: Span,
}

impl ClaimRecord {
    pub(crate) fn new(
        claim: &Claim,
        attributed_to: Option<Arc<str>>,
        place: Option<Arc<str>>,
    ) -> Self {
        Self {
            modality: claim.modality,
            negated: claim.negated,
            attributed_to,
            time: claim.time,
            place,
            sentence: claim.sentence,
            trigger: claim.trigger,
        }
    }

    /// How sure the text is of it.
    pub fn certainty(&self) -> Certainty {
        Certainty::of(self.modality, self.negated, self.attributed_to.is_some())
    }
}

/// One edge of the graph: two entities, a relation, and every claim about the three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub(crate) key: RelationKey,
    pub(crate) claims: BTreeMap<ClaimRef, ClaimRecord>,
}

impl Relation {
    /// Subject, relation, object.
    pub fn key(&self) -> &RelationKey {
        &self.key
    }

    /// Every claim about it, by document and id: the evidence.
    pub fn claims(&self) -> impl ExactSizeIterator<Item = (&ClaimRef, &ClaimRecord)> {
        self.claims.iter()
    }

    /// How sure the surest claim is.
    pub fn certainty(&self) -> Certainty {
        self.claims
            .values()
            .map(ClaimRecord::certainty)
            .min()
            .unwrap_or(Certainty::Denied)
    }

    /// How many claims say that it is so, in any modality.
    pub fn support(&self) -> usize {
        self.claims.values().filter(|claim| !claim.negated).count()
    }

    /// How many claims say that it is not so.
    pub fn denials(&self) -> usize {
        self.claims.values().filter(|claim| claim.negated).count()
    }

    /// Ids of the articles that speak of it.
    pub fn articles(&self) -> BTreeSet<&str> {
        self.claims
            .keys()
            .map(|source| source.document.as_ref())
            .collect()
    }

    /// First day on which it may have been so; none when no claim is dated.
    pub fn first_date(&self) -> Option<Date> {
        self.bounds()
            .filter_map(|time| time.earliest.or(time.latest))
            .min()
    }

    /// Last day on which it may have been so; none when no claim is dated.
    pub fn last_date(&self) -> Option<Date> {
        self.bounds()
            .filter_map(|time| time.latest.or(time.earliest))
            .max()
    }

    /// The times of the surest claims, each once, the earliest first.
    pub fn times(&self) -> Vec<TimeBounds> {
        let certainty = self.certainty();
        let mut times: Vec<TimeBounds> = self
            .claims
            .values()
            .filter(|claim| claim.certainty() == certainty && !claim.time.is_unknown())
            .map(|claim| claim.time)
            .collect();
        times.sort_by_key(|time| (time.earliest.or(time.latest), time.latest, time.precision));
        times.dedup();
        times
    }

    fn bounds(&self) -> impl Iterator<Item = TimeBounds> {
        let denied = self.certainty() == Certainty::Denied;
        self.claims
            .values()
            .filter(move |claim| claim.negated == denied)
            .map(|claim| claim.time)
    }
}
