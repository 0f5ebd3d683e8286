//! Input files to articles with their regions and metadata.
//!
//! [`read_article`] takes the bytes of a plain-text file and gives an [`Article`]: the decoded text, its
//! parts (headline, standfirst, byline, dateline, captions, credits, subheadings, body, boilerplate) and
//! what is known of it. [`MetadataTable`] reads the file that gives articles their dates and sources.
//! The crate knows nothing of linguistics beyond telling whether a text is English.

mod arrangement;
mod calendar;
mod dateline;
mod decode;
mod error;
mod language;
mod metadata;
mod paragraph;
mod shape;

pub use error::ArticleError;
pub use metadata::{DateError, MetadataError, MetadataRecord, MetadataTable, parse_date};

use newsgraph_model::{
    Article, ArticleMetadata, Date, PublishedOrigin, Region, RegionKind, TextIndex,
};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;

/// What the caller knows of an input beside its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The article's id; see [`id_of`].
    pub id: &'a str,
    /// What the metadata file says of it.
    pub metadata: Option<&'a MetadataRecord>,
    /// The day that the user gave for all articles; the metadata file's own day goes first.
    pub date: Option<Date>,
}

/// The id of the article in a file: the file's name without its last extension.
pub fn id_of(path: &Path) -> String {
    path.file_stem().map_or_else(
        || "article".to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

/// Reads a plain-text article.
///
/// The article's text is the decoded text as it stands, line ends and all, without a byte order mark; all
/// offsets count its characters. Its day of publication comes from the metadata, else from the caller, else from a
/// date line or dateline that spells out day, month and year.
///
/// # Errors
/// When the bytes are not one English text in UTF-8 or marked UTF-16. The error does not name the file: the
/// caller does.
pub fn read_article(bytes: &[u8], input: Input<'_>) -> Result<Article, ArticleError> {
    let text = decode::decode(bytes)?;
    language::require_english(&text)?;
    let record = input.metadata;
    let given_title = record.and_then(|record| record.title.as_deref());
    let regions = arrangement::regions(&text, given_title);
    let index = TextIndex::new(&text);
    let published = publication(&index, &regions, input);
    let metadata = ArticleMetadata {
        id: input.id.to_owned(),
        title: given_title
            .or_else(|| headline(&index, &regions))
            .map(str::to_owned),
        published: published.map(|(day, _)| day),
        published_origin: published.map(|(_, origin)| origin),
        url: record.and_then(|record| record.url.clone()),
        source: record.and_then(|record| record.source.clone()),
        language: language::ENGLISH.to_owned(),
        sha256: sha256(&text),
    };
    Ok(Article {
        metadata,
        text,
        regions,
    })
}

fn headline<'t>(index: &TextIndex<'t>, regions: &[Region]) -> Option<&'t str> {
    let headline = regions
        .iter()
        .find(|region| region.kind == RegionKind::Headline)?;
    Some(index.slice(headline.span))
}

/// The day of publication and where it was read.
fn publication(
    index: &TextIndex<'_>,
    regions: &[Region],
    input: Input<'_>,
) -> Option<(Date, PublishedOrigin)> {
    let from_metadata = || {
        input
            .metadata?
            .published
            .map(|day| (day, PublishedOrigin::Metadata))
    };
    let from_option = || input.date.map(|day| (day, PublishedOrigin::Option));
    from_metadata()
        .or_else(from_option)
        .or_else(|| publication_in_text(index, regions))
}

fn publication_in_text(
    index: &TextIndex<'_>,
    regions: &[Region],
) -> Option<(Date, PublishedOrigin)> {
    regions
        .iter()
        .filter(|region| region.kind == RegionKind::Dateline)
        .find_map(|region| {
            let line = index.slice(region.span);
            let day = calendar::full_date(line)?;
            let is_date_line = shape::shape(line) == shape::Shape::DateLine;
            let origin = if is_date_line {
                PublishedOrigin::Text
            } else {
                PublishedOrigin::Dateline
            };
            Some((day, origin))
        })
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
