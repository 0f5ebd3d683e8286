//! A graph is a function of the set of its documents.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod example;

use newsgraph_graph::{GraphError, KnowledgeGraph};
use newsgraph_model::Document;
use newsgraph_ontology::Ontology;
use proptest::prelude::*;
use std::sync::LazyLock;

static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| Ontology::embedded().unwrap());

fn graph<'d>(documents: impl IntoIterator<Item = &'d Document>) -> KnowledgeGraph {
    KnowledgeGraph::from_documents(documents, &ONTOLOGY).unwrap()
}

/// The example articles again and again, under other ids and with other people in them.
fn corpus(size: usize) -> Vec<Document> {
    let mut corpus = Vec::new();
    for copy in 0..size.div_ceil(3) {
        for mut document in example::documents() {
            document.article.metadata.id.push_str(&format!("-{copy}"));
            for entity in document.entities.iter_mut().skip(copy % 4) {
                entity.iri.push_str(&format!("_{}", copy % 2));
            }
            corpus.push(document);
        }
    }
    corpus.truncate(size);
    corpus
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_order_makes_the_same_graph(order in Just((0..9).collect::<Vec<usize>>()).prop_shuffle()) {
        let corpus = corpus(9);
        let shuffled = graph(order.iter().map(|&index| &corpus[index]));
        prop_assert_eq!(&shuffled, &graph(&corpus));
        let drawing = |graph: &KnowledgeGraph| graph.to_dot(&ONTOLOGY.classes, &Default::default());
        prop_assert_eq!(drawing(&shuffled), drawing(&graph(&corpus)));
    }

    #[test]
    fn any_grouping_makes_the_same_graph(groups in prop::collection::vec(0usize..3, 9)) {
        let corpus = corpus(9);
        let part = |number: usize| {
            graph(corpus.iter().zip(&groups).filter(|(_, group)| **group == number).map(|(document, _)| document))
        };
        let (a, b, c) = (part(0), part(1), part(2));
        let left = a.clone().merge(b.clone()).unwrap().merge(c.clone()).unwrap();
        let right = c.merge(b).unwrap().merge(a).unwrap();
        prop_assert_eq!(&left, &graph(&corpus));
        prop_assert_eq!(&right, &left);
    }

    #[test]
    fn shared_articles_count_once(first in 0usize..6, overlap in 0usize..4) {
        let corpus = corpus(9);
        let a = graph(&corpus[..first + overlap]);
        let b = graph(&corpus[first..]);
        prop_assert_eq!(a.merge(b).unwrap(), graph(&corpus));
    }
}

#[test]
fn two_different_articles_under_one_id_are_refused() {
    let mut impostor = example::summit_over();
    impostor.claims.clear();
    let both = [example::summit_over(), impostor];
    assert_eq!(
        KnowledgeGraph::from_documents(&both, &ONTOLOGY).unwrap_err(),
        GraphError::SameId {
            document: "summit-over".to_owned()
        }
    );
}

#[test]
fn an_undeclared_relation_is_named_with_its_claim() {
    let mut document = example::summit_over();
    document.claims[0].relation = "poaches".to_owned();
    let error = KnowledgeGraph::from_documents([&document], &ONTOLOGY).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("claim c1 of document `summit-over`"),
        "{error}"
    );
}

#[test]
fn same_names_with_different_identities_stay_apart() {
    let mut namesake = example::summit_over();
    namesake.article.metadata.id = "other".to_owned();
    namesake.entities[0].iri = "https://w3id.org/newsgraph/doc/other#e1".to_owned();
    let merged = graph([&example::summit_over(), &namesake]);
    assert_eq!(merged.entities_named("abdel fattah el-sisi").len(), 2);
}
