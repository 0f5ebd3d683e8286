use crate::{Date, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One news article as read from its source: its text, the parts of it, and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Identity, date, source.
    pub metadata: ArticleMetadata,
    /// The whole text; every offset of a document counts its characters.
    pub text: String,
    /// The parts of the text in order, without overlap; what no region covers is white space.
    pub regions: Vec<Region>,
}

/// What is known about an article beside its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleMetadata {
    /// Unique in a run; the file's stem unless the input says otherwise.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// The day that "today" and "on Wednesday" are resolved against.
    pub published: Option<Date>,
    /// Where `published` was read.
    pub published_origin: Option<PublishedOrigin>,
    /// The article's address.
    pub url: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// ISO 639-1 code.
    pub language: String,
    /// SHA-256 of the text, lower-case hexadecimal.
    pub sha256: String,
}

/// Where an article's date was read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum PublishedOrigin {
    /// The metadata file or the input format's own field.
    Metadata,
    /// A dateline: "PARIS, May 10".
    Dateline,
    /// A date line in the text.
    Text,
    /// The `--date` option.
    Option,
}

/// A part of an article's text with one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// What the part is.
    pub kind: RegionKind,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
}

/// The function of a part of an article.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum RegionKind {
    /// The title.
    Headline,
    /// The summary below the headline.
    Standfirst,
    /// The author line.
    Byline,
    /// Place and date before the first sentence.
    Dateline,
    /// The text of a picture.
    Caption,
    /// Who owns a text or picture.
    Credit,
    /// A heading inside the text.
    Subheading,
    /// The running text.
    Body,
    /// Menus, footers, advertisements: never analysed for claims.
    Boilerplate,
}

impl RegionKind {
    /// Whether sentences of such a region can make claims; credits, bylines and boilerplate cannot.
    pub fn makes_claims(self) -> bool {
        !matches!(
            self,
            Self::Byline | Self::Credit | Self::Boilerplate | Self::Dateline
        )
    }
}
