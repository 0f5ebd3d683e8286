//! What people read, as it is printed. A change shows here first: look at it, and accept it with
//! `INSTA_UPDATE=always cargo test --test end_to_end snapshots`.

use crate::support::{examples, newsgraph};
use newsgraph_model::{Claim, Document, EntityId};
use std::path::Path;

#[test]
fn the_claims_of_each_example_article() {
    let folder = examples();
    let run = newsgraph([Path::new("extract"), &folder]).done();
    for line in run.text().lines() {
        let document: Document = serde_json::from_str(line).expect("a document");
        insta::assert_snapshot!(document.article.metadata.id.clone(), claims(&document));
    }
}

#[test]
fn the_summary_of_a_build() {
    let folder = tempfile::tempdir().expect("a folder");
    let kg = folder.path().join("kg");
    let articles = examples();
    let run = newsgraph([Path::new("build"), &articles, Path::new("--out"), &kg]).done();
    insta::assert_snapshot!(run.text().replace(&kg.display().to_string(), "KG"));
}

#[test]
fn the_explanation_of_a_sentence() {
    let sentence = "Russia's annexation of Crimea in 2014 strained ties with Kyiv.";
    insta::assert_snapshot!(newsgraph(["explain", sentence]).done().text());
}

/// One line a claim, with everything that matters about it.
fn claims(document: &Document) -> String {
    document
        .claims
        .iter()
        .map(|claim| line(document, claim))
        .collect()
}

fn line(document: &Document, claim: &Claim) -> String {
    let name = |id: &EntityId| {
        document
            .entity(id)
            .map_or("?", |entity| entity.name.as_str())
    };
    let mut details = vec![claim.modality.as_str().to_owned()];
    if claim.negated {
        details.push("negated".to_owned());
    }
    details.extend(
        claim
            .attributed_to
            .as_ref()
            .map(|source| format!("by {}", name(source))),
    );
    details.extend(
        claim
            .place
            .as_ref()
            .map(|place| format!("at {}", name(place))),
    );
    details.extend(claim.time.earliest.map(|day| format!("from {day}")));
    details.extend(claim.time.latest.map(|day| format!("to {day}")));
    format!(
        "{} --{}--> {} [{}]\n",
        name(&claim.subject),
        claim.relation,
        name(&claim.object),
        details.join(", ")
    )
}
