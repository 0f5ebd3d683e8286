//! The table form of a gazetteer: CSV with a header.

use super::builder::{GazetteerBuilder, NamedEntry};
use super::identity::Identity;
use super::{GazetteerEntry, Gender};
use crate::OntologyError;
use csv::StringRecord;
use std::path::Path;

const COLUMNS: [&str; 9] = [
    "label",
    "alias",
    "type",
    "id",
    "country",
    "region",
    "population",
    "capital",
    "demonym",
];
const REQUIRED: [&str; 2] = ["label", "type"];

/// Hands each entry of a table to `accept`, which says what is wrong with it.
pub(super) fn read(
    file: &Path,
    text: &str,
    mut accept: impl FnMut(NamedEntry) -> Result<(), String>,
) -> Result<(), OntologyError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = Columns::of(
        file,
        reader.headers().map_err(|error| not_csv(file, &error))?,
    )?;
    let mut record = StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| not_csv(file, &error))?
    {
        let row = Row {
            columns: &columns,
            record: &record,
        };
        row.entry()
            .and_then(&mut accept)
            .map_err(|problem| invalid(file, line(&record), problem))?;
    }
    Ok(())
}

/// The names of a list with a header and one column.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().skip(1)
}

/// Reads a table of given names: `name,gender` with gender `f`, `m` or `e`.
pub(super) fn read_given_names(
    file: &Path,
    text: &str,
    builder: &mut GazetteerBuilder,
) -> Result<(), OntologyError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| not_csv(file, &error))?
    {
        let gender = match &record[1] {
            "f" => Gender::Female,
            "m" => Gender::Male,
            "e" => Gender::Either,
            other => {
                let problem = format!("{other:?} is not a gender: give f, m or e");
                return Err(invalid(file, line(&record), problem));
            }
        };
        builder.add_given_name(&record[0], gender);
    }
    Ok(())
}

/// Where each column of [`COLUMNS`] stands in the file.
struct Columns([Option<usize>; COLUMNS.len()]);

impl Columns {
    fn of(file: &Path, header: &StringRecord) -> Result<Self, OntologyError> {
        let mut positions = [None; COLUMNS.len()];
        for (position, name) in header.iter().enumerate() {
            let Some(column) = COLUMNS.iter().position(|&column| column == name.trim()) else {
                let problem = format!(
                    "unknown column {name:?}: the columns are {}",
                    COLUMNS.join(", ")
                );
                return Err(invalid(file, 1, problem));
            };
            positions[column] = Some(position);
        }
        match REQUIRED
            .iter()
            .find(|&&name| positions[index_of(name)].is_none())
        {
            Some(missing) => {
                let problem = format!(
                    "the header has no column {missing:?}: begin the file with label,alias,type,id"
                );
                Err(invalid(file, 1, problem))
            }
            None => Ok(Self(positions)),
        }
    }
}

fn index_of(column: &str) -> usize {
    COLUMNS
        .iter()
        .position(|&name| name == column)
        .unwrap_or(COLUMNS.len())
}

struct Row<'a> {
    columns: &'a Columns,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    fn entry(&self) -> Result<NamedEntry, String> {
        let capitals = self.list("capital");
        let identity = self
            .text("id")
            .map(Identity::parse)
            .transpose()?
            .unwrap_or_default();
        Ok(NamedEntry {
            aliases: self.list("alias"),
            demonyms: self.list("demonym"),
            entry: GazetteerEntry {
                label: self.required("label")?,
                class: self.required("type")?,
                wikidata: identity.wikidata,
                iri: identity.iri,
                country: self.text("country").map(str::to_owned),
                region: self.text("region").map(str::to_owned),
                population: self.population()?,
                capital: capitals.first().cloned(),
            },
            capitals,
        })
    }

    fn text(&self, column: &str) -> Option<&'a str> {
        let position = self.columns.0[index_of(column)]?;
        self.record
            .get(position)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    fn required(&self, column: &str) -> Result<String, String> {
        self.text(column)
            .map(str::to_owned)
            .ok_or_else(|| format!("the {column} is empty"))
    }

    fn list(&self, column: &str) -> Vec<String> {
        let parts = self
            .text(column)
            .unwrap_or_default()
            .split('|')
            .map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn population(&self) -> Result<Option<u64>, String> {
        let number = |text: &str| {
            text.parse()
                .map_err(|_| format!("population {text:?} is not a whole number"))
        };
        self.text("population").map(number).transpose()
    }
}

fn line(record: &StringRecord) -> u64 {
    record.position().map_or(1, csv::Position::line)
}

fn not_csv(file: &Path, error: &csv::Error) -> OntologyError {
    let line = error.position().map_or(1, csv::Position::line);
    invalid(file, line, format!("not a CSV table: {error}"))
}

fn invalid(file: &Path, line: u64, problem: String) -> OntologyError {
    OntologyError::Invalid {
        file: file.to_owned(),
        line,
        problem,
    }
}
