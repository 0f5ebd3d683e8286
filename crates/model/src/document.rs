use crate::{
    Article, ArticleMetadata, Claim, Entity, EntityId, Event, EventId, Region, RegionKind, Span,
    TextIndex, TimeExpression,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the document contract; reading any other fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaVersion {
    /// `newsgraph-document/1`.
    #[default]
    #[serde(rename = "newsgraph-document/1")]
    V1,
}

/// All that is known of one article: self-contained, and enough to rebuild graph and RDF.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The contract's version.
    pub schema: SchemaVersion,
    /// The article.
    pub article: ArticleRecord,
    /// Its sentences in order.
    pub sentences: Vec<SentenceRecord>,
    /// Who and what it names.
    pub entities: Vec<Entity>,
    /// Its time expressions in order.
    #[serde(default)]
    pub times: Vec<TimeExpression>,
    /// What happens in it.
    pub events: Vec<Event>,
    /// What it states.
    pub claims: Vec<Claim>,
}

/// The article as it stands in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleRecord {
    /// Identity, date, source.
    #[serde(flatten)]
    pub metadata: ArticleMetadata,
    /// Length of the text in characters.
    pub characters: usize,
    /// The parts of the text.
    #[serde(default)]
    pub regions: Vec<Region>,
    /// The text; left out on request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl From<&Article> for ArticleRecord {
    fn from(article: &Article) -> Self {
        Self {
            metadata: article.metadata.clone(),
            characters: TextIndex::new(&article.text).characters(),
            regions: article.regions.clone(),
            text: Some(article.text.clone()),
        }
    }
}

/// One sentence of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceRecord {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// The part of the article it belongs to.
    pub region: RegionKind,
}

impl Document {
    /// The entity with this id.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.iter().find(|entity| &entity.id == id)
    }

    /// The document without the claims of a lower confidence, the events that only such claims tell of, and the
    /// unnamed entities that take part in nothing else. What is kept keeps its id.
    #[must_use]
    pub fn with_confidence_from(mut self, least: f64) -> Self {
        let told_before = self.told_events();
        self.claims.retain(|claim| claim.confidence >= least);
        let told = self.told_events();
        self.events
            .retain(|event| told.contains(&event.id) || !told_before.contains(&event.id));
        let kept: BTreeSet<EventId> = self.events.iter().map(|event| event.id.clone()).collect();
        for event in &mut self.events {
            event.links.retain(|link| kept.contains(&link.target));
        }
        let used = self.used_entities();
        self.entities
            .retain(|entity| !entity.anonymous || used.contains(&entity.id));
        self
    }

    fn told_events(&self) -> BTreeSet<EventId> {
        let events = self.claims.iter().filter_map(|claim| claim.event.clone());
        events.collect()
    }

    fn used_entities(&self) -> BTreeSet<EntityId> {
        let of_claims = self.claims.iter().flat_map(|claim| {
            [Some(&claim.subject), Some(&claim.object)]
                .into_iter()
                .chain([claim.attributed_to.as_ref(), claim.place.as_ref()])
                .flatten()
        });
        let of_events = self.events.iter().flat_map(|event| {
            let parties = event.roles.values().flatten();
            parties.chain(&event.attributed_to)
        });
        let literal = self.entities.iter().flat_map(|entity| {
            let mentions = entity.mentions.iter();
            mentions.filter_map(|mention| mention.literal_referent.as_ref())
        });
        of_claims.chain(of_events).chain(literal).cloned().collect()
    }

    /// The event with this id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| &event.id == id)
    }
}
