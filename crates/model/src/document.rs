use crate::{
    Article, ArticleMetadata, Claim, Entity, EntityId, Event, EventId, Region, RegionKind, Span,
    TextIndex, TimeExpression,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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

    /// The event with this id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| &event.id == id)
    }
}
