//! The plain data of newsgraph, and the invariants it keeps.
//!
//! [`Article`] is what the input readers make; [`Document`] is all that is known of one article once
//! it was read, and the contract (`newsgraph-document/1`) between extraction and everything after it.
//!
//! Every offset in this crate is a **character** offset: it counts Unicode scalar values of
//! `Article::text`, half-open. [`TextIndex`] turns them into byte offsets and back.

mod article;
mod claim;
mod document;
mod entity;
mod event;
mod id;
mod schema;
mod span;
mod text;
mod time;

pub use article::{Article, ArticleMetadata, PublishedOrigin, Region, RegionKind};
pub use claim::{Claim, Evidence, Modality};
pub use document::{ArticleRecord, Document, SchemaVersion, SentenceRecord};
pub use entity::{Entity, Mention, MentionKind};
pub use event::{Casualties, Event, EventLink, EventLinkKind, Quantifier};
pub use id::{ClaimId, EntityId, EventId};
pub use schema::document_json_schema;
pub use span::{Span, SpanError};
pub use text::TextIndex;
pub use time::{Date, Precision, TimeBounds, TimeExpression};
