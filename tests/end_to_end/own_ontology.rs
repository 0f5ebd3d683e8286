//! A relation type, a title and names that the code has never seen are a few lines of a user's own files.

use crate::support::{newsgraph, newsgraph_reading};
use std::fs;

const ONTOLOGY: &str = r#"
@prefix ng:   <https://w3id.org/newsgraph/ns#> .
@prefix my:   <https://example.org/transfers#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

my:Poaching a owl:Class ; rdfs:subClassOf ng:Event ; rdfs:label "poaching"@en .

my:poaches a ng:RelationType , owl:ObjectProperty ;
    rdfs:label "poaches"@en ;
    skos:definition "The actor hires the person away from another."@en ;
    rdfs:domain ng:Actor ; rdfs:range ng:Person ;
    ng:eventClass my:Poaching ; ng:subjectRole ng:agent ; ng:objectRole ng:patient ;
    ng:pattern "poach(v): subj -> obj" ;
    ng:example "The bank poached three traders."@en .
"#;

#[test]
fn an_ontology_the_code_has_never_seen_adds_a_relation() {
    let folder = tempfile::tempdir().expect("a folder");
    let ontology = folder.path().join("transfers.ttl");
    fs::write(&ontology, ONTOLOGY).expect("a file");
    let text = b"Microsoft has poached Mustafa Suleyman. Amazon was poached by nobody.";
    let without = newsgraph_reading(["extract", "-"], text).done().text();
    assert!(!without.contains("poaches"));
    let option = format!("--ontology={}", ontology.display());
    let with = newsgraph_reading(["extract", "-", &option], text)
        .done()
        .text();
    let document: newsgraph_model::Document = serde_json::from_str(&with).expect("a document");
    let name = |id| document.entity(id).expect("an entity").name.as_str();
    let poached: Vec<_> = document
        .claims
        .iter()
        .filter(|claim| claim.relation == "poaches")
        .map(|claim| (name(&claim.subject), name(&claim.object)))
        .collect();
    assert_eq!(poached, [("Microsoft", "Mustafa Suleyman")]);
}

#[test]
fn terms_of_ones_own_keep_their_iris() {
    let folder = tempfile::tempdir().expect("a folder");
    let ontology = folder.path().join("transfers.ttl");
    fs::write(&ontology, ONTOLOGY).expect("a file");
    let article = folder.path().join("article.txt");
    fs::write(&article, "Microsoft has poached Mustafa Suleyman.\n").expect("a file");
    let kg = folder.path().join("kg");
    newsgraph([
        "build".as_ref(),
        article.as_os_str(),
        "--ontology".as_ref(),
        ontology.as_os_str(),
        "--out".as_ref(),
        kg.as_os_str(),
    ])
    .done();
    let graph = fs::read_to_string(kg.join("graph.trig")).expect("a graph");
    for term in ["poaches", "Poaching"] {
        let iri = format!("https://example.org/transfers#{term}");
        assert!(graph.contains(&iri), "{iri} is not in the graph");
    }
    assert!(!graph.contains("ng:Poaching"));
}

#[test]
fn names_of_a_gazetteer_of_ones_own_are_recognised_and_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let gazetteer = folder.path().join("companies.csv");
    fs::write(
        &gazetteer,
        "label,alias,type,id\nZorblax Industries,Zorblax,Company,Q999999999\n",
    )
    .expect("a file");
    let option = format!("--gazetteer={}", gazetteer.display());
    let run =
        newsgraph_reading(["extract", "-", &option], b"France sued Zorblax on Monday.").done();
    let document: newsgraph_model::Document =
        serde_json::from_str(&run.text()).expect("a document");
    let found = document
        .entities
        .iter()
        .find(|entity| entity.name == "Zorblax Industries");
    let found = found.expect("the company of the gazetteer");
    assert_eq!(
        (found.class.as_str(), found.wikidata.as_deref()),
        ("Company", Some("Q999999999"))
    );
}
