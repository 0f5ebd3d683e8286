//! What a reader asks of the three example articles.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod example;

use newsgraph_graph::{Certainty, KnowledgeGraph, RelationKey};
use newsgraph_ontology::Ontology;

const SISI: &str = "https://w3id.org/newsgraph/id/Abdel_Fattah_el-Sisi";
const BURHAN: &str = "https://w3id.org/newsgraph/id/Abdel_Fattah_al-Burhan";
const SUDAN: &str = "https://w3id.org/newsgraph/id/Sudan";

fn graph() -> KnowledgeGraph {
    KnowledgeGraph::from_documents(&example::documents(), &Ontology::embedded().unwrap()).unwrap()
}

fn key(subject: &str, relation: &str, object: &str) -> RelationKey {
    RelationKey {
        subject: subject.into(),
        relation: relation.into(),
        object: object.into(),
    }
}

#[test]
fn the_meeting_is_one_edge_with_all_that_is_said_of_it() {
    let graph = graph();
    let meeting = graph.relation(&key(BURHAN, "meets", SISI)).unwrap();
    assert_eq!(meeting.certainty(), Certainty::Fact);
    assert_eq!((meeting.support(), meeting.denials()), (2, 1));
    assert_eq!(meeting.articles().len(), 3);
    assert_eq!(meeting.first_date().unwrap().to_string(), "2021-03-06");
    assert_eq!(meeting.last_date().unwrap().to_string(), "2021-03-20");
    assert!(
        graph.relation(&key(SISI, "meets", BURHAN)).is_none(),
        "a symmetric edge is kept once"
    );
}

#[test]
fn an_accusation_that_is_denied_stays_an_accusation() {
    let graph = graph();
    let attack = graph.relation(&key(
        "https://w3id.org/newsgraph/doc/nile-dam#e9",
        "attacks",
        SUDAN,
    ));
    assert_eq!(attack.unwrap().certainty(), Certainty::Alleged);
}

#[test]
fn neighbours_are_found_along_and_against_the_edges() {
    let graph = graph();
    let around: Vec<String> = graph
        .neighbours(SUDAN)
        .iter()
        .map(|neighbour| {
            let arrow = if neighbour.outgoing { "→" } else { "←" };
            format!(
                "{arrow} {} {}",
                neighbour.relation.key().relation,
                neighbour.entity.label()
            )
        })
        .collect();
    assert_eq!(
        around,
        [
            "← attacks an Ethiopian militia",
            "← leads Abdel Fattah al-Burhan",
            "← agreesWith Egypt",
            "← capitalOf Khartoum",
        ]
    );
}

#[test]
fn a_way_leads_from_the_militia_to_the_president_of_egypt() {
    let graph = graph();
    let steps = graph
        .shortest_path("https://w3id.org/newsgraph/doc/nile-dam#e9", SISI)
        .unwrap();
    let stations: Vec<&str> = steps.iter().map(|step| step.to.label()).collect();
    assert_eq!(stations.len(), 3);
    assert_eq!(stations[0], "Sudan");
    assert_eq!(stations[2], "Abdel Fattah el-Sisi");
    assert!(steps.iter().all(|step| !step.relations.is_empty()));
    assert!(
        graph
            .shortest_path(SISI, "https://example.org/nobody")
            .is_none()
    );
    assert!(graph.shortest_path(SISI, SISI).unwrap().is_empty());
}

#[test]
fn dated_events_come_in_the_order_of_time() {
    let graph = graph();
    let told: Vec<String> = graph
        .timeline()
        .iter()
        .map(|entry| {
            let start = entry.time.earliest.unwrap();
            format!("{start} {} {}", entry.certainty.as_str(), entry.event.label)
        })
        .collect();
    assert_eq!(
        told,
        [
            "1959-01-01 fact Egypt and Sudan signed a treaty",
            "2021-03-04 fact attack on Thursday",
            "2021-03-05 fact Ethiopia and Egypt held talks in Kinshasa",
            "2021-03-06 open el-Sisi to meet al-Burhan in Khartoum",
            "2021-03-20 fact el-Sisi met al-Burhan",
        ]
    );
    assert_eq!(graph.timeline_of(BURHAN).len(), 2);
}

#[test]
fn the_most_told_entities_come_first() {
    let graph = graph();
    let top: Vec<&str> = graph
        .top_entities(2)
        .iter()
        .map(|rank| rank.entity.label())
        .collect();
    assert_eq!(top, ["Abdel Fattah el-Sisi", "Egypt"]);
    assert_eq!(graph.class_counts()["Country"], 3);
    assert_eq!(graph.relation_counts()["meets"], (1, 3));
}
