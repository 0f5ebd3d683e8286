//! The table form of a gazetteer: CSV with a header.

use super::GazetteerEntry;
use super::builder::NamedEntry;
use super::identity::Identity;
use crate::OntologyError;
use csv::StringRecord;
use std::path::Path;

#[derive(Clone, Copy)]
enum Column {
    Label,
    Alias,
    Type,
    Id,
    Country,
    Region,
    Population,
    Capital,
    Demonym,
}

const COLUMNS: [(Column, &str); 9] = [
    (Column::Label, "label"),
    (Column::Alias, "alias"),
    (Column::Type, "type"),
    (Column::Id, "id"),
    (Column::Country, "country"),
    (Column::Region, "region"),
    (Column::Population, "population"),
    (Column::Capital, "capital"),
    (Column::Demonym, "demonym"),
];
const REQUIRED: [(Column, &str); 2] = [(Column::Label, "label"), (Column::Type, "type")];

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

/// Where each column stands in the file.
struct Columns([Option<usize>; COLUMNS.len()]);

impl Columns {
    fn of(file: &Path, header: &StringRecord) -> Result<Self, OntologyError> {
        let mut positions = [None; COLUMNS.len()];
        for (position, name) in header.iter().enumerate() {
            let known = COLUMNS.iter().find(|(_, known)| *known == name.trim());
            let &(column, _) = known.ok_or_else(|| {
                let columns = COLUMNS.map(|(_, name)| name).join(", ");
                let problem = format!("unknown column {name:?}: the columns are {columns}");
                invalid(file, 1, problem)
            })?;
            positions[column as usize] = Some(position);
        }
        for (column, name) in REQUIRED {
            if positions[column as usize].is_none() {
                let problem = format!(
                    "the header has no column {name:?}: begin the file with label,alias,type,id"
                );
                return Err(invalid(file, 1, problem));
            }
        }
        Ok(Self(positions))
    }
}

struct Row<'a> {
    columns: &'a Columns,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    fn entry(&self) -> Result<NamedEntry, String> {
        let capitals = self.list(Column::Capital);
        let identity = self
            .text(Column::Id)
            .map(Identity::parse)
            .transpose()?
            .unwrap_or_default();
        Ok(NamedEntry {
            aliases: self.list(Column::Alias),
            demonyms: self.list(Column::Demonym),
            entry: GazetteerEntry {
                label: self.required(REQUIRED[0])?,
                class: self.required(REQUIRED[1])?,
                wikidata: identity.wikidata,
                iri: identity.iri,
                country: self.text(Column::Country).map(str::to_owned),
                region: self.text(Column::Region).map(str::to_owned),
                population: self.population()?,
                capital: capitals.first().cloned(),
            },
            capitals,
        })
    }

    fn text(&self, column: Column) -> Option<&'a str> {
        let position = self.columns.0[column as usize]?;
        self.record
            .get(position)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    fn required(&self, (column, name): (Column, &str)) -> Result<String, String> {
        self.text(column)
            .map(str::to_owned)
            .ok_or_else(|| format!("the {name} is empty"))
    }

    fn list(&self, column: Column) -> Vec<String> {
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
        self.text(Column::Population).map(number).transpose()
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
