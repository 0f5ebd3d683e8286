//! The command as its users run it.

mod bad_input;
mod confidence;
mod determinism;
mod formats;
mod invariants;
mod own_ontology;
mod report;
mod snapshots;
mod support;
