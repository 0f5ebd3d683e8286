//! What holds for every document that is extracted, checked over all example articles.

use crate::support::{examples, newsgraph};
use newsgraph_model::{Claim, Document, Span, TextIndex};
use newsgraph_ontology::Ontology;
use std::collections::BTreeSet;

fn documents() -> Vec<Document> {
    let folder = examples();
    let run = newsgraph(["extract".as_ref(), folder.as_os_str()]).done();
    run.text()
        .lines()
        .map(|line| serde_json::from_str(line).expect("a document that reads back"))
        .collect()
}

#[test]
fn every_claim_shows_its_sentence_its_trigger_and_its_declared_pattern() {
    let ontology = Ontology::embedded().expect("the ontology");
    let patterns = ontology.relations.iter().flat_map(|it| &it.patterns);
    let declared: BTreeSet<&str> = patterns.map(|it| it.source.as_str()).collect();
    for document in documents() {
        let sentences: BTreeSet<Span> = document.sentences.iter().map(|it| it.span).collect();
        assert!(
            !document.claims.is_empty(),
            "{}",
            document.article.metadata.id
        );
        for claim in &document.claims {
            let further = claim
                .further_evidence
                .iter()
                .map(|it| (it.sentence, it.trigger));
            for (sentence, trigger) in further.chain([(claim.sentence, claim.trigger)]) {
                assert!(sentences.contains(&sentence), "{claim:?}");
                assert!(
                    sentence.contains(trigger) && !trigger.is_empty(),
                    "{claim:?}"
                );
            }
            assert!(declared.contains(claim.pattern.as_str()), "{claim:?}");
            assert!((0.0..=1.0).contains(&claim.confidence), "{claim:?}");
        }
    }
}

#[test]
fn every_end_of_a_claim_is_an_entity_of_the_document() {
    for document in documents() {
        let known = |claim: &Claim| {
            let ends = [Some(&claim.subject), Some(&claim.object)];
            let others = [claim.attributed_to.as_ref(), claim.place.as_ref()];
            ends.into_iter()
                .chain(others)
                .flatten()
                .all(|id| document.entity(id).is_some())
        };
        for claim in &document.claims {
            assert!(known(claim), "{claim:?}");
            assert_ne!(claim.subject, claim.object, "{claim:?}");
            assert!(
                claim
                    .event
                    .as_ref()
                    .is_none_or(|id| document.event(id).is_some())
            );
        }
        for event in &document.events {
            let parties = event.roles.values().flatten();
            assert!(
                parties.into_iter().all(|id| document.entity(id).is_some()),
                "{event:?}"
            );
        }
    }
}

#[test]
fn every_span_lies_in_the_text_and_names_are_quoted_exactly() {
    for document in documents() {
        let text = document.article.text.clone().expect("the text");
        let index = TextIndex::new(&text);
        for entity in &document.entities {
            for mention in &entity.mentions {
                assert!(mention.span.end() <= index.characters(), "{mention:?}");
                let words = index.slice(mention.span);
                assert_eq!(words.trim(), words, "{entity:?}");
                assert!(!words.is_empty(), "{entity:?}");
            }
        }
        for time in &document.times {
            assert!(time.span.end() <= index.characters(), "{time:?}");
        }
    }
}

#[test]
fn dates_are_in_order() {
    for document in documents() {
        for claim in &document.claims {
            if let (Some(first), Some(last)) = (claim.time.earliest, claim.time.latest) {
                assert!(first <= last, "{claim:?}");
            }
        }
    }
}

#[test]
fn two_entities_of_a_document_never_share_an_identity() {
    for document in documents() {
        let iris: BTreeSet<_> = document.entities.iter().map(|entity| &entity.iri).collect();
        assert_eq!(
            iris.len(),
            document.entities.len(),
            "{}",
            document.article.metadata.id
        );
    }
}
