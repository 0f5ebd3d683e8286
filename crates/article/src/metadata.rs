//! The metadata file: what is known of each article beside its text.

use newsgraph_model::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a metadata file says of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct MetadataRecord {
    /// The article's id: the stem of its file.
    pub id: String,
    /// The day of publication.
    #[serde(default, deserialize_with = "published")]
    pub published: Option<Date>,
    /// The headline.
    #[serde(default, deserialize_with = "unless_empty")]
    pub title: Option<String>,
    /// The address.
    #[serde(default, deserialize_with = "unless_empty")]
    pub url: Option<String>,
    /// The publisher.
    #[serde(default, deserialize_with = "unless_empty")]
    pub source: Option<String>,
}

/// The records of a metadata file by article id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetadataTable {
    records: BTreeMap<String, MetadataRecord>,
}

/// What is wrong in a metadata file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}")]
pub struct MetadataError {
    file: String,
    line: u64,
    problem: String,
}

impl MetadataTable {
    /// Reads a metadata file: JSON Lines when its first character is `{`, else CSV with a header that
    /// names at least `id`. Columns and fields with other names are passed over.
    ///
    /// `file` is the name that errors give.
    ///
    /// # Errors
    /// For a line that cannot be read, an article named twice, or a date that is none; the error names the line.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, MetadataError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let records = if bytes.trim_ascii_start().starts_with(b"{") {
            json_lines(file, bytes)?
        } else {
            csv_rows(file, bytes)?
        };
        let mut table = Self::default();
        for (line, record) in records {
            table.insert(record).map_err(|problem| MetadataError {
                file: file.to_owned(),
                line,
                problem,
            })?;
        }
        Ok(table)
    }

    /// The record of an article.
    pub fn get(&self, id: &str) -> Option<&MetadataRecord> {
        self.records.get(id)
    }

    /// Number of articles that the file describes.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether the file describes no article.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    fn insert(&mut self, record: MetadataRecord) -> Result<(), String> {
        if record.id.trim().is_empty() {
            return Err(
                "the id is empty; every row needs the stem of its article's file".to_owned(),
            );
        }
        match self.records.insert(record.id.clone(), record) {
            None => Ok(()),
            Some(earlier) => Err(format!(
                "article {:?} is described twice; keep one of the two rows",
                earlier.id
            )),
        }
    }
}

type Numbered = Vec<(u64, MetadataRecord)>;

fn json_lines(file: &str, bytes: &[u8]) -> Result<Numbered, MetadataError> {
    let mut records = Numbered::new();
    for (line, content) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
        if content.trim_ascii().is_empty() {
            continue;
        }
        let record = serde_json::from_slice(content).map_err(|error| MetadataError {
            file: file.to_owned(),
            line,
            problem: without_place(&error.to_string()),
        })?;
        records.push((line, record));
    }
    Ok(records)
}

/// The parser counts lines inside the one line it got; ours is the file's.
fn without_place(message: &str) -> String {
    let end = message.rfind(" at line ").unwrap_or(message.len());
    message[..end].to_owned()
}

fn csv_rows(file: &str, bytes: &[u8]) -> Result<Numbered, MetadataError> {
    let problem_at = |line: u64, problem: String| MetadataError {
        file: file.to_owned(),
        line,
        problem,
    };
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let headers = reader
        .headers()
        .map_err(|error| problem_at(1, explain(&error)))?
        .clone();
    if !headers.iter().any(|header| header == "id") {
        let found: Vec<&str> = headers.iter().collect();
        return Err(problem_at(
            1,
            format!(
                "the header has no column \"id\" (it has: {}); expected id, published, title, url, source",
                found.join(", ")
            ),
        ));
    }
    let mut records = Numbered::new();
    for row in reader.records() {
        let row = row.map_err(|error| {
            problem_at(
                error.position().map_or(1, csv::Position::line),
                explain(&error),
            )
        })?;
        let line = row
            .position()
            .map_or(1, |position| line_of_row(bytes, position));
        let record = row
            .deserialize(Some(&headers))
            .map_err(|error| problem_at(line, explain(&error)))?;
        records.push((line, record));
    }
    Ok(records)
}

/// The line on which a row stands; the reader's own position is before the blank lines above the row.
fn line_of_row(bytes: &[u8], position: &csv::Position) -> u64 {
    let from = usize::try_from(position.byte())
        .map_or(&[][..], |byte| bytes.get(byte..).unwrap_or_default());
    let blank_lines = from
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .filter(|&&byte| byte == b'\n');
    position.line() + blank_lines.count() as u64
}

fn explain(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!(
            "this row has {len} fields, the header {expected_len}; quote fields that contain a comma"
        ),
        csv::ErrorKind::Utf8 { .. } => "this row is not UTF-8".to_owned(),
        csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
        _ => error.to_string(),
    }
}

fn unless_empty<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.filter(|text| !text.trim().is_empty()))
}

fn published<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = unless_empty(deserializer)?;
    text.map(|text| parse_date(&text).map_err(serde::de::Error::custom))
        .transpose()
}

/// A day from `2017-05-10` or from a time stamp that starts with one, as a `--date` option or a metadata
/// field gives it.
///
/// # Errors
/// When the text does not start with a day of the calendar in this form.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let text = text.trim();
    let day = text.get(..10).unwrap_or(text);
    let rest = text.get(10..).unwrap_or_default();
    let is_day = day.len() == 10 && (rest.is_empty() || rest.starts_with(['T', 't', ' ']));
    let parsed = is_day.then(|| day.parse().ok()).flatten();
    parsed.ok_or_else(|| DateError {
        text: text.to_owned(),
    })
}

/// Words that are not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a date; write year, month and day as 2017-05-10")]
pub struct DateError {
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn message(content: &str) -> String {
        MetadataTable::parse("meta.csv", content.as_bytes())
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn both_formats_give_the_same_records() {
        let csv = "published,id,title,section\n2020-03-03,a,\"Dam, old, bursts\",north\n,b,,\n";
        let json = "{\"id\":\"a\",\"published\":\"2020-03-03T10:15:00Z\",\"title\":\"Dam, old, bursts\",\"x\":1}\n\n\
                    {\"id\":\"b\",\"published\":null}\n";
        let from_csv = MetadataTable::parse("m.csv", csv.as_bytes()).unwrap();
        let from_json = MetadataTable::parse("m.jsonl", json.as_bytes()).unwrap();
        assert_eq!(from_csv, from_json);
        assert_eq!(from_csv.len(), 2);
        let dam = from_csv.get("a").unwrap();
        assert_eq!(dam.published, Some(date(2020, 3, 3)));
        assert_eq!(dam.title.as_deref(), Some("Dam, old, bursts"));
        assert_eq!(from_csv.get("b").unwrap().published, None);
    }

    #[test]
    fn errors_name_the_line() {
        assert_eq!(
            message("id,published\na,2020-03-03\nb,2020-02-30\n"),
            "meta.csv:3: \"2020-02-30\" is not a date; write year, month and day as 2017-05-10"
        );
        assert_eq!(
            message("id,published\na,2020-03-03\n\na,2020-03-04\n"),
            "meta.csv:4: article \"a\" is described twice; keep one of the two rows"
        );
        assert!(
            message("name,published\na,2020-03-03\n")
                .starts_with("meta.csv:1: the header has no column \"id\"")
        );
        assert!(message("id,title\na,Dam, old\n").starts_with("meta.csv:2: this row has 3 fields"));
        assert!(
            message("{\"id\":\"a\"}\n{\"published\":\"2020-03-03\"}\n")
                .starts_with("meta.csv:2: missing field `id`")
        );
        assert!(message("{\"id\":\"a\"}\n{\"id\":").starts_with("meta.csv:2: EOF"));
    }
}
