//! `--report`: what the articles say that the ontology has no words for, most frequent first.

mod file;
mod markdown;

pub(crate) use file::ReportFile;

use anyhow::Result;
use newsgraph_extract::{Gap, GapKind, Gaps};
use newsgraph_model::{Document, Span, TextIndex};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many examples a group shows: the first ones, in order of the articles' ids.
const EXAMPLES: usize = 3;

/// The gaps of all articles read so far, grouped.
#[derive(Debug, Default)]
pub(crate) struct Report {
    articles: usize,
    sentences_with_entities: usize,
    sentences_without_claim: usize,
    groups: BTreeMap<(GapKind, String), Group>,
}

#[derive(Debug, Default)]
struct Group {
    count: usize,
    articles: usize,
    note: Option<String>,
    details: BTreeMap<String, usize>,
    examples: Vec<Example>,
}

/// A place where a gap shows.
#[derive(Clone, Debug, Serialize)]
struct Example {
    document: String,
    /// The sentence, in characters of the article.
    sentence: Quotation,
    /// The words in it.
    words: Quotation,
}

#[derive(Clone, Debug, Serialize)]
struct Quotation {
    start: usize,
    end: usize,
    text: String,
}

/// The report as it is written.
#[derive(Debug, Serialize)]
struct Summary {
    schema: &'static str,
    articles: usize,
    sentences_with_two_entities: usize,
    sentences_without_claim: usize,
    relations: Vec<Row>,
    titles: Vec<Row>,
    dates: Vec<Row>,
    names: Vec<Row>,
}

/// The places that would be covered by one addition to the ontology.
#[derive(Debug, Serialize)]
struct Row {
    key: String,
    count: usize,
    articles: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    details: Vec<Detail>,
    examples: Vec<Example>,
}

#[derive(Debug, Serialize)]
struct Detail {
    text: String,
    count: usize,
}

impl Report {
    /// Adds the gaps of one article; articles must come in order of their ids for the same examples on every
    /// run.
    pub(crate) fn add(&mut self, document: &Document, gaps: &Gaps) {
        self.articles += 1;
        self.sentences_with_entities += gaps.sentences_with_entities;
        self.sentences_without_claim += gaps.sentences_without_claim;
        let text = TextIndex::new(document.article.text.as_deref().unwrap_or_default());
        let mut here: BTreeMap<(GapKind, &str), usize> = BTreeMap::new();
        for gap in &gaps.gaps {
            let seen = here.entry((gap.kind, &gap.key)).or_default();
            *seen += 1;
            let group = self.groups.entry((gap.kind, gap.key.clone())).or_default();
            group.add(gap, *seen == 1, || Example {
                document: document.article.metadata.id.clone(),
                sentence: quotation(&text, gap.sentence),
                words: quotation(&text, gap.words),
            });
        }
    }

    /// Writes the report into each of the files.
    ///
    /// # Errors
    /// When a file cannot be written; names it.
    pub(crate) fn write(self, files: &[ReportFile]) -> Result<()> {
        let summary = self.summary();
        files.iter().try_for_each(|file| file.write(&summary))
    }

    fn summary(self) -> Summary {
        let mut rows: BTreeMap<GapKind, Vec<Row>> = BTreeMap::new();
        for ((kind, key), group) in self.groups {
            rows.entry(kind).or_default().push(group.row(key));
        }
        let mut most_frequent_first = |kind| {
            let mut rows = rows.remove(&kind).unwrap_or_default();
            rows.sort_by_key(|row| (Reverse(row.count), Reverse(row.articles)));
            rows
        };
        Summary {
            schema: "newsgraph-report/1",
            articles: self.articles,
            sentences_with_two_entities: self.sentences_with_entities,
            sentences_without_claim: self.sentences_without_claim,
            relations: most_frequent_first(GapKind::Relation),
            titles: most_frequent_first(GapKind::Title),
            dates: most_frequent_first(GapKind::Date),
            names: most_frequent_first(GapKind::Name),
        }
    }
}

impl Group {
    fn add(&mut self, gap: &Gap, first_in_article: bool, example: impl FnOnce() -> Example) {
        self.count += 1;
        self.articles += usize::from(first_in_article);
        self.note = self.note.take().or_else(|| gap.note.clone());
        *self.details.entry(gap.detail.clone()).or_default() += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(example());
        }
    }

    fn row(self, key: String) -> Row {
        let mut details: Vec<Detail> = self
            .details
            .into_iter()
            .map(|(text, count)| Detail { text, count })
            .collect();
        details.sort_by_key(|detail| Reverse(detail.count));
        Row {
            key,
            count: self.count,
            articles: self.articles,
            note: self.note,
            details,
            examples: self.examples,
        }
    }
}

fn quotation(text: &TextIndex<'_>, span: Span) -> Quotation {
    Quotation {
        start: span.start(),
        end: span.end(),
        text: text.slice(span).to_owned(),
    }
}
