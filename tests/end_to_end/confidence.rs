//! `--min-confidence`: claims of a lower confidence are left out, and nothing hangs loose.

use crate::support::{examples, newsgraph};
use newsgraph_model::{Claim, Document};
use std::collections::BTreeSet;
use std::path::Path;

fn documents(options: &[&str]) -> Vec<Document> {
    let mut arguments = vec!["extract", "examples/articles"];
    arguments.extend(options);
    newsgraph(arguments)
        .done()
        .text()
        .lines()
        .map(|line| serde_json::from_str(line).expect("a document"))
        .collect()
}

/// A confidence that some claims of the examples reach and others do not.
fn middle(documents: &[Document]) -> f64 {
    let claims = documents.iter().flat_map(|document| &document.claims);
    let mut stated: Vec<f64> = claims.map(|claim| claim.confidence).collect();
    stated.sort_by(f64::total_cmp);
    stated.dedup();
    assert!(stated.len() > 3, "claims differ in confidence: {stated:?}");
    stated[stated.len() / 2]
}

#[test]
fn claims_below_are_left_out_and_the_others_stay_as_they_are() {
    let all = documents(&[]);
    let least = middle(&all);
    let kept = documents(&["--min-confidence", &least.to_string()]);
    let good = |document: &Document| -> Vec<Claim> {
        let claims = document.claims.iter();
        claims
            .filter(|claim| claim.confidence >= least)
            .cloned()
            .collect()
    };
    assert_eq!(all.len(), kept.len());
    for (before, after) in all.iter().zip(&kept) {
        assert_eq!(good(before), after.claims);
        assert_eq!(before.sentences, after.sentences);
    }
    assert!(
        all.iter()
            .any(|document| good(document).len() < document.claims.len())
    );
}

#[test]
fn no_event_stays_without_its_claims_and_no_link_points_nowhere() {
    let all = documents(&[]);
    let least = middle(&all).to_string();
    for document in documents(&["--min-confidence", &least]) {
        let told: BTreeSet<_> = document
            .claims
            .iter()
            .filter_map(|claim| claim.event.clone())
            .collect();
        for event in &document.events {
            assert!(told.contains(&event.id), "{event:?}");
            assert!(
                event
                    .links
                    .iter()
                    .all(|link| document.event(&link.target).is_some())
            );
        }
        for claim in &document.claims {
            assert!(document.entity(&claim.subject).is_some());
            assert!(
                claim
                    .event
                    .as_ref()
                    .is_none_or(|id| document.event(id).is_some())
            );
        }
    }
}

#[test]
fn a_graph_is_exported_and_asked_at_the_same_confidence() {
    let folder = tempfile::tempdir().expect("a folder");
    let kg = folder.path().join("kg");
    newsgraph([Path::new("build"), &examples(), Path::new("--out"), &kg]).done();
    let least = middle(&documents(&[])).to_string();
    let option = format!("--min-confidence={least}");
    let count = |options: &[&str]| {
        let query = "SELECT (COUNT(?c) AS ?n) { GRAPH ?g { ?c ng:confidence ?x } }";
        let mut arguments = vec![
            Path::new("query"),
            &kg,
            Path::new(query),
            Path::new("--format=csv"),
        ];
        arguments.extend(options.iter().map(Path::new));
        let text = newsgraph(arguments).done().text();
        let last = text.lines().last().expect("a row").to_owned();
        last.parse::<usize>().expect("a number")
    };
    let (all, kept) = (count(&[]), count(&[&option]));
    let good = documents(&[&option])
        .iter()
        .map(|document| document.claims.len())
        .sum::<usize>();
    assert!(
        kept < all && kept == good,
        "{kept} of {all}, {good} by extract"
    );
    let export = |options: &[&str]| {
        let mut arguments = vec![Path::new("export"), &kg, Path::new("--format=nquads")];
        arguments.extend(options.iter().map(Path::new));
        newsgraph(arguments).done().text()
    };
    assert!(export(&[&option]).lines().count() < export(&[]).lines().count());
}

#[test]
fn a_confidence_out_of_range_is_wrong_usage() {
    for wrong in ["1.5", "-1", "high", "NaN"] {
        let run = newsgraph([
            "extract",
            "examples/articles",
            &format!("--min-confidence={wrong}"),
        ]);
        assert_eq!(run.code, 2, "{wrong}");
        assert!(run.stderr.contains("from 0 to 1"), "{}", run.stderr);
    }
}
