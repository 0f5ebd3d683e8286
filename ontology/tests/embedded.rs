//! What the embedded ontology promises to everything that is built on it.

use newsgraph_ontology::Ontology;

#[test]
fn the_embedded_ontology_loads() {
    let ontology = Ontology::embedded().unwrap();
    let meets = ontology.relation("meets").unwrap();
    assert!(meets.symmetric);
    assert_eq!(meets.domain, "Actor");
    assert_eq!(meets.event.as_ref().unwrap().name, "Meeting");
    assert_eq!(meets.plover.as_deref(), Some("CONSULT"));
    assert!(ontology.classes.is_a("Country", "Actor"));
    assert!(ontology.classes.is_a("Country", "Place"));
    assert!(!ontology.classes.is_a("Person", "Organisation"));
}
