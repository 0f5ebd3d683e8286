use crate::OntologyError;
use serde::Deserialize;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("../confidence.csv");
const FILE: &str = "confidence.csv";

/// How much each sign of how a claim was found speaks for its being right, in log-odds: the table that
/// `newsgraph-train calibrate` fits and writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfidenceTable {
    weights: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
struct Row {
    signal: String,
    log_odds: f64,
}

impl ConfidenceTable {
    /// The name of the row that every claim starts from.
    pub const BASE: &'static str = "base";

    /// The embedded table.
    ///
    /// # Errors
    /// When the embedded file is broken, which the crate's tests rule out.
    pub fn embedded() -> Result<Self, OntologyError> {
        let mut weights = BTreeMap::new();
        for row in csv::Reader::from_reader(TABLE.as_bytes()).deserialize() {
            let row: Row = row.map_err(|error| OntologyError::Invalid {
                file: FILE.into(),
                line: error.position().map_or(1, csv::Position::line),
                problem: error.to_string(),
            })?;
            weights.insert(row.signal, row.log_odds);
        }
        Ok(Self { weights })
    }

    /// The log-odds of a row; 0 when the table does not have it.
    pub fn log_odds(&self, signal: &str) -> f64 {
        self.weights.get(signal).copied().unwrap_or(0.0)
    }

    /// The names of all rows, in order.
    pub fn signals(&self) -> impl Iterator<Item = &str> {
        self.weights.keys().map(String::as_str)
    }
}
