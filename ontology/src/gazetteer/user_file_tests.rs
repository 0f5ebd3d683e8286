use super::*;
use crate::Ontology;
use std::io::Write;

/// The gazetteer with a user's file of this content.
fn with_file(extension: &str, content: &str) -> Result<Gazetteer, OntologyError> {
    let classes = Ontology::embedded().unwrap().classes;
    let mut file = tempfile::Builder::new()
        .suffix(extension)
        .tempfile()
        .unwrap();
    file.write_all(content.as_bytes()).unwrap();
    Gazetteer::with_files(&[file.path().to_owned()], &classes)
}

fn problem(extension: &str, content: &str) -> (u64, String) {
    match with_file(extension, content) {
        Err(OntologyError::Invalid { line, problem, .. }) => (line, problem),
        other => panic!("{:?}", other.map(|gazetteer| gazetteer.entries.len())),
    }
}

#[test]
fn a_table_adds_entries_with_names_in_one_row_or_several() {
    let gazetteer = with_file(
        ".csv",
        "label,alias,type,id\n\
         Corvane Mining,Corvane|CVM,Company,Q999999999\n\
         Corvane Mining,Corvane plc,Company,\n",
    )
    .unwrap();
    let ids = gazetteer.lookup("Corvane Mining");
    assert_eq!(ids.len(), 1);
    for name in ["Corvane", "CVM", "Corvane plc"] {
        assert_eq!(gazetteer.lookup(name), ids, "{name}");
    }
    assert_eq!(
        gazetteer.entry(ids[0]).wikidata.as_deref(),
        Some("Q999999999")
    );
}

#[test]
fn what_a_user_names_comes_before_what_is_embedded() {
    let gazetteer = with_file(".csv", "label,type,country\nParis,Company,FR\n").unwrap();
    let ids = gazetteer.lookup("Paris");
    assert_eq!(gazetteer.entry(ids[0]).class, "Company");
    assert!(ids.len() > 1);
}

#[test]
fn a_user_adds_names_to_a_known_entry() {
    let gazetteer = with_file(".csv", "label,alias,type\nFrance,The Hexagon,Country\n").unwrap();
    let ids = gazetteer.lookup("The Hexagon");
    assert_eq!(gazetteer.entry(ids[0]).country.as_deref(), Some("FR"));
    assert_eq!(gazetteer.lookup("France"), ids);
}

#[test]
fn turtle_gives_class_names_and_identity() {
    let gazetteer = with_file(
        ".ttl",
        "@prefix ng: <https://w3id.org/newsgraph/ns#> .\n\
         @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\
         @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
         @prefix schema: <https://schema.org/> .\n\
         <https://desk.example/corvane> a ng:Company ; rdfs:label \"Corvane Mining\"@en ;\n\
           skos:altLabel \"Corvane\" ; schema:sameAs <http://www.wikidata.org/entity/Q999999999> .\n",
    )
    .unwrap();
    let entry = gazetteer.entry(gazetteer.lookup("Corvane")[0]);
    assert_eq!(entry.label, "Corvane Mining");
    assert_eq!(entry.iri.as_deref(), Some("https://desk.example/corvane"));
    assert_eq!(entry.wikidata.as_deref(), Some("Q999999999"));
}

#[test]
fn an_unknown_class_is_named_with_its_line_and_a_suggestion() {
    let (line, text) = problem(".csv", "label,type\nA Corp,Company\nB Corp,Compnay\n");
    assert_eq!(line, 3);
    assert_eq!(
        text,
        "no class of entities is named \"Compnay\"; did you mean Company?"
    );
    let (line, text) = problem(
        ".ttl",
        "@prefix ng: <https://w3id.org/newsgraph/ns#> .\n\
         @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n\
         <https://desk.example/b> a ng:Organization ; rdfs:label \"B\" .\n",
    );
    assert_eq!(line, 4);
    assert!(text.ends_with("did you mean Organisation?"), "{text}");
}

#[test]
fn a_table_without_its_header_or_with_a_broken_cell_is_refused() {
    let (line, text) = problem(".csv", "Corvane,Company\n");
    assert_eq!(line, 1);
    assert!(text.contains("unknown column \"Corvane\""), "{text}");
    let (_, text) = problem(".csv", "label,alias\nCorvane,CVM\n");
    assert!(text.contains("no column \"type\""), "{text}");
    let (line, text) = problem(".csv", "label,type,id\nCorvane,Company,the mine\n");
    assert_eq!(line, 2);
    assert!(text.contains("neither a Wikidata id"), "{text}");
    assert_eq!(problem(".csv", "label,type\nCorvane\n").0, 2);
}

#[test]
fn a_missing_file_is_named() {
    let missing = PathBuf::from("no-such-gazetteer.csv");
    let error = Gazetteer::with_files(&[missing], &ClassTree::default()).unwrap_err();
    assert!(error.to_string().contains("no-such-gazetteer.csv"));
}
