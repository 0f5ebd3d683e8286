//! A user's gazetteer files: tables and Turtle.

use super::builder::{GazetteerBuilder, NamedEntry};
use super::{table, turtle};
use crate::{ClassTree, OntologyError};
use std::path::Path;

/// Class of everything that a gazetteer can hold.
const ENTITY: &str = "Entity";
/// Below this likeness a class is no suggestion for a misspelt one.
const SIMILAR: f64 = 0.7;

/// Adds the entries of a file: Turtle when its name ends in `.ttl`, `.turtle` or `.nt`, else CSV.
pub(super) fn read(
    path: &Path,
    classes: &ClassTree,
    builder: &mut GazetteerBuilder,
) -> Result<(), OntologyError> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let accept = |entry: NamedEntry| {
        check_class(&entry.entry.class, classes)?;
        builder.add_user_entry(entry);
        Ok(())
    };
    if let Some("ttl" | "turtle" | "nt") = extension {
        turtle::read(path, accept)
    } else {
        let text = std::fs::read_to_string(path).map_err(|source| OntologyError::Unreadable {
            file: path.to_owned(),
            source,
        })?;
        table::read(path, &text, accept)
    }
}

fn check_class(name: &str, classes: &ClassTree) -> Result<(), String> {
    if classes.is_a(name, ENTITY) {
        return Ok(());
    }
    let likeness = |class: &str| strsim::jaro_winkler(&name.to_lowercase(), &class.to_lowercase());
    let suggestion = classes
        .iter()
        .filter(|class| classes.is_a(&class.name, ENTITY))
        .map(|class| (likeness(&class.name), class.name.as_str()))
        .filter(|&(likeness, _)| likeness > SIMILAR)
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    Err(match suggestion {
        Some((_, class)) => {
            format!("no class of entities is named {name:?}; did you mean {class}?")
        }
        None => format!(
            "no class of entities is named {name:?}; use one of the vocabulary, such as Company"
        ),
    })
}
