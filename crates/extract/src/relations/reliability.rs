//! How far a match can be trusted, as a product of one factor for each way it was found.
//!
//! The factors are starting values; a calibration replaces the table, not the code that uses it.

use super::compile::{CompiledPattern, Condition};
use super::fillers::Reference;
use super::matching::Match;
use super::slots::Path;
use newsgraph_ontology::PatternPos;

pub(crate) fn confidence(found: &Match<'_>) -> f64 {
    let product = of_pattern(found.pattern)
        * of_path(found.subject.path)
        * of_path(found.object.path)
        * of_reference(found.subject.filler.reference)
        * of_reference(found.object.filler.reference);
    (product * 1000.0).round() / 1000.0
}

fn of_pattern(pattern: &CompiledPattern) -> f64 {
    let by_pos = match pattern.pos {
        PatternPos::Verb => 0.95,
        PatternPos::Noun => 0.93,
        PatternPos::Adjective => 0.9,
        PatternPos::Preposition => 0.85,
        PatternPos::Construction => 0.92,
    };
    if pattern.lemmas.len() > 1 || pattern.condition != Condition::None {
        (1.0 + by_pos) / 2.0
    } else {
        by_pos
    }
}

fn of_path(path: Path) -> f64 {
    match path {
        Path::Direct => 1.0,
        Path::Itself => 0.98,
        Path::Derived => 0.93,
        Path::LightVerb => 0.92,
        Path::Reattached => 0.88,
        Path::Adjacent => 0.85,
    }
}

fn of_reference(reference: Reference) -> f64 {
    match reference {
        Reference::Name => 1.0,
        Reference::ActsFor => 0.93,
        Reference::Coreference => 0.88,
        Reference::PartOf => 0.85,
    }
}
