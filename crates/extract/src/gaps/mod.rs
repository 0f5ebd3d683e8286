//! What an article says that the ontology has no words for yet.
//!
//! Gaps are searched on request only, after the document is made: a run without a report pays nothing.

mod dates;
mod names;
mod relations;
mod titles;

use crate::draft::{DraftTime, Entities};
use crate::entities::{MentionTable, Reading};
use crate::relations::Catalogue;
use newsgraph_model::{Article, Document, Span};

/// One place of a text that the ontology does not cover, with what a user would add to cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is missing.
    pub kind: GapKind,
    /// Places with one kind and key are one gap of the ontology: a pattern (`host(v): subj -> obj`), the noun
    /// of a title, the words of a date, a name.
    pub key: String,
    /// What is known of the gap whatever the place; the same for every place of one key.
    pub note: Option<String>,
    /// What differs from place to place: the classes at both ends, the whole title, the reading chosen.
    pub detail: String,
    /// The sentence.
    pub sentence: Span,
    /// The words in it.
    pub words: Span,
}

/// What a gap lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapKind {
    /// A relation: two entities stand in a sentence that makes no claim.
    Relation,
    /// An office or title: a noun beside a person's name that the lexicon does not list.
    Title,
    /// A day: a time expression that is not resolved.
    Date,
    /// An identity: a name that means one of several.
    Name,
}

impl GapKind {
    /// Every kind, in the order of a report.
    pub const ALL: [Self; 4] = [Self::Relation, Self::Title, Self::Date, Self::Name];
}

/// The gaps of one article, in order of the text, and how much of it is covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Every gap.
    pub gaps: Vec<Gap>,
    /// Sentences that name two entities or more.
    pub sentences_with_entities: usize,
    /// Those of them that make no claim.
    pub sentences_without_claim: usize,
}

/// What the search for gaps reads.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'a> {
    pub(crate) article: &'a Article,
    pub(crate) reading: Reading<'a>,
    pub(crate) entities: &'a Entities,
    pub(crate) times: &'a [DraftTime],
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) document: &'a Document,
}

/// Finds what the ontology does not cover in an article.
pub(crate) fn find_gaps(evidence: Evidence<'_>) -> Gaps {
    let mentions = MentionTable::of(evidence.entities, evidence.reading.analysis.sentences.len());
    let mut found = relations::unread_sentences(evidence, &mentions);
    found
        .gaps
        .extend(titles::unknown_titles(evidence, &mentions));
    found.gaps.extend(dates::unresolved_dates(evidence));
    found
        .gaps
        .extend(names::ambiguous_names(evidence, &mentions));
    found.gaps.sort_by(|a, b| {
        (a.sentence, a.kind, a.words, &a.key).cmp(&(b.sentence, b.kind, b.words, &b.key))
    });
    found
}
