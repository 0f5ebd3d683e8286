//! What of a corpus means which of our relations: `relation-mapping.csv`.

use anyhow::{Context, Result};
use newsgraph_model::Entity;
use newsgraph_ontology::ClassTree;
use serde::Deserialize;

const TABLE: &str = include_str!("../../relation-mapping.csv");

/// All rows of the table.
#[derive(Clone, Debug)]
pub(crate) struct Mapping {
    rows: Vec<Row>,
}

/// One of our relations that tells a fact of a corpus.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Row {
    corpus: String,
    /// The corpus's own name of the relation.
    pub(crate) kind: String,
    /// For corpora of events: the word forms that name an event of the kind.
    forms: String,
    pub(crate) relation: String,
    pub(crate) direction: Direction,
    subject_class: String,
    object_class: String,
    implies: Implies,
    /// Why the row is right; for the reader of the table.
    #[serde(rename = "reason")]
    _reason: String,
}

/// How our subject and object stand to the corpus's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    Same,
    Reversed,
    Either,
}

/// Whether our claim without a fact of the corpus is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Implies {
    Yes,
    No,
}

impl Mapping {
    /// Reads the table.
    ///
    /// # Errors
    /// When a row is broken; names the line.
    pub(crate) fn load() -> Result<Self> {
        let rows = csv::Reader::from_reader(TABLE.as_bytes())
            .deserialize()
            .collect::<Result<Vec<Row>, _>>()
            .context("train/relation-mapping.csv")?;
        Ok(Self { rows })
    }

    /// The rows of one corpus.
    pub(crate) fn of(&self, corpus: &str) -> Vec<&Row> {
        self.rows
            .iter()
            .filter(|row| row.corpus == corpus)
            .collect()
    }

    /// The kind of event that a word form names in a corpus.
    pub(crate) fn kind_of_form(&self, corpus: &str, form: &str) -> Option<&str> {
        let form = form.to_lowercase();
        self.rows
            .iter()
            .find(|row| row.corpus == corpus && row.forms.split(' ').any(|known| known == form))
            .map(|row| row.kind.as_str())
    }
}

impl Row {
    /// Whether the row speaks of a relation between things of these classes.
    pub(crate) fn admits(&self, classes: &ClassTree, subject: &Entity, object: &Entity) -> bool {
        let fits = |wanted: &str, entity: &Entity| {
            wanted.is_empty() || wanted == "Entity" || classes.is_a(&entity.class, wanted)
        };
        fits(&self.subject_class, subject) && fits(&self.object_class, object)
    }

    /// Whether our claim without a fact of this kind is an error.
    pub(crate) fn implies(&self) -> bool {
        self.implies == Implies::Yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsgraph_ontology::Ontology;

    #[test]
    fn every_row_names_a_relation_and_classes_of_the_ontology() {
        let ontology = Ontology::embedded().expect("the ontology");
        for row in Mapping::load().expect("the table").rows {
            let relation = ontology.relation(&row.relation);
            let relation = relation.unwrap_or_else(|| panic!("no relation {}", row.relation));
            let fits = |class: &str, declared: &str| {
                class.is_empty()
                    || ontology.classes.is_a(class, declared)
                    || ontology.classes.is_a(declared, class)
            };
            assert!(fits(&row.subject_class, &relation.domain), "{row:?}");
            assert!(fits(&row.object_class, &relation.range), "{row:?}");
            assert!(row._reason.len() > 10, "{row:?}");
        }
    }
}
