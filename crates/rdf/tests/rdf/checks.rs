use super::{ONTOLOGY, answer, example, store};
use newsgraph_rdf::{AnswerFormat, AnswerSummary, DefaultGraph, Detail, Export, Store, Syntax};
use std::path::{Path, PathBuf};

/// The rules across graphs, which SHACL cannot see.
fn checks() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ontology/checks");
    let mut checks: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect();
    checks.sort();
    checks
}

#[test]
fn the_rules_across_graphs_hold_for_the_examples() {
    let checks = checks();
    assert_eq!(checks.len(), 5);
    for (path, query) in checks {
        let (summary, rows) = answer(&query, AnswerFormat::Csv).unwrap();
        assert_eq!(
            summary,
            AnswerSummary::Rows(0),
            "{}:\n{rows}",
            path.display()
        );
    }
}

#[test]
fn each_rule_finds_the_fault_it_is_for() {
    let planted = "@prefix ng: <https://w3id.org/newsgraph/ns#> . @prefix ent: <https://w3id.org/newsgraph/id/> .
        @prefix ngg: <https://w3id.org/newsgraph/graph/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        ent:Egypt ng:meets ent:Ethiopia .
        ngg:reported { ent:Egypt a ng:Country . }
        <https://w3id.org/newsgraph/doc/planted> {
          <https://w3id.org/newsgraph/doc/planted#c1> rdf:subject ent:Egypt ; rdf:predicate ng:borders ;
              rdf:object ent:Sudan ; ng:negated false . }";
    let store = store();
    store
        .load_rdf(planted.as_bytes(), Syntax::TriG, "planted")
        .unwrap();
    for (path, query) in checks() {
        let answer = store.query(&query, DefaultGraph::Facts).unwrap();
        let found = answer.write(AnswerFormat::Csv, std::io::sink()).unwrap();
        assert_ne!(found, AnswerSummary::Rows(0), "{}", path.display());
    }
}

#[test]
fn a_written_file_loads_into_a_store_again() {
    let documents = example::documents();
    let graph = super::graph_of(&documents);
    let export = Export::new(&documents, &graph, Detail::Full).unwrap();
    let mut file = Vec::new();
    let count = export.write(Syntax::TriG, &mut file).unwrap();
    let store = Store::new().unwrap();
    assert!(store.is_empty().unwrap());
    assert_eq!(
        store
            .load_rdf(file.as_slice(), Syntax::TriG, "graph.trig")
            .unwrap(),
        count
    );
    assert_eq!(store.len().unwrap(), count);
    store.load_vocabulary(&ONTOLOGY).unwrap();
    assert!(store.len().unwrap() > count);
}
