//! Drafts to the document: events and claims merged, everything with its id in the order of the text.

mod agenda;
mod claims;
mod entities;
mod events;
mod iri;
mod label;
mod time;

use crate::confidence::{Calibration, Signals};
use crate::draft::{DraftClaim, DraftTime, Entities};
use crate::relations::{Catalogue, Findings};
use claims::merge_claims;
use entities::EntityIds;
use events::{EventDraft, cluster_events};
use newsgraph_language::{Analysis, Sentence};
use newsgraph_model::{
    Article, Document, EventId, SchemaVersion, SentenceRecord, Span, TextIndex, TimeExpression,
};
use newsgraph_ontology::{Gazetteer, GazetteerId};
use std::ops::Range;

/// What a document is made of.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    pub(crate) article: &'a Article,
    pub(crate) analysis: &'a Analysis,
    pub(crate) entities: &'a Entities,
    pub(crate) times: &'a [DraftTime],
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) calibration: &'a Calibration,
}

impl Parts<'_> {
    fn wikidata(&self, known: Option<GazetteerId>) -> Option<String> {
        self.gazetteer.entry(known?).wikidata.clone()
    }
}

/// Makes the document of an article; with the signs of each claim, in their order.
pub(crate) fn assemble(parts: Parts<'_>, findings: Findings) -> (Document, Vec<Signals>) {
    let Findings {
        claims,
        links,
        agenda,
        casualties,
    } = findings;
    let clusters = cluster_events(parts, &claims, &agenda);
    let ids = EntityIds::new(parts, &claims);
    let text = TextIndex::new(&parts.article.text);
    let (merged, signals) = merge_claims(parts, &claims, &clusters, &ids);
    let document = Document {
        schema: SchemaVersion::default(),
        article: parts.article.into(),
        sentences: parts
            .analysis
            .sentences
            .iter()
            .map(sentence_record)
            .collect(),
        entities: ids.records(parts),
        times: parts.times.iter().map(time_expression).collect(),
        events: clusters.records(parts, &claims, &ids, &text, &links, &casualties),
        claims: merged,
    };
    (document, signals)
}

fn sentence_record(sentence: &Sentence) -> SentenceRecord {
    SentenceRecord {
        span: sentence.span,
        region: sentence.region,
    }
}

fn time_expression(time: &DraftTime) -> TimeExpression {
    TimeExpression {
        span: time.span,
        timex: time.timex.clone(),
        relative: time.relative,
        bounds: time.bounds,
    }
}

/// Characters of a run of tokens.
fn span_of(parts: Parts<'_>, sentence: usize, tokens: Range<usize>) -> Span {
    parts.analysis.sentences[sentence].span_of(tokens)
}

fn trigger_span(parts: Parts<'_>, claim: &DraftClaim) -> Span {
    span_of(parts, claim.sentence, claim.trigger.clone())
}

fn event_id(events: &[EventDraft], position: usize) -> EventId {
    debug_assert!(position < events.len());
    EventId::numbered(position + 1)
}
