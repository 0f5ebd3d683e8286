//! Every format that a graph is written in reads back, and says the same.

use crate::support::{examples, newsgraph, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The graph of two example articles, built once.
fn graph() -> &'static Path {
    static GRAPH: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, kg) = GRAPH.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let kg = folder.path().join("kg");
        let articles = ["crimea.txt", "whatsapp.txt"].map(|name| examples().join(name));
        newsgraph([
            Path::new("build"),
            &articles[0],
            &articles[1],
            Path::new("--out"),
            &kg,
        ])
        .done();
        (folder, kg)
    });
    kg
}

fn export(format: &str, file: &Path) {
    let (format, output) = (
        format!("--format={format}"),
        format!("--output={}", file.display()),
    );
    newsgraph([
        Path::new("export"),
        graph(),
        Path::new(&format),
        Path::new(&output),
    ])
    .done();
}

fn ask(graph: &Path, query: &str) -> String {
    newsgraph([
        Path::new("query"),
        graph,
        Path::new(query),
        Path::new("--format=csv"),
    ])
    .done()
    .text()
}

#[test]
fn rdf_out_and_in_again_gives_the_same_graph() {
    let folder = tempfile::tempdir().expect("a folder");
    let everything = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
    let counts: Vec<String> = [("trig", "trig"), ("nquads", "nq"), ("jsonld", "jsonld")]
        .map(|(format, extension)| {
            let file = folder.path().join(format!("graph.{extension}"));
            export(format, &file);
            ask(&file, everything)
        })
        .into();
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    let facts: Vec<String> = [("turtle", "ttl"), ("ntriples", "nt"), ("rdfxml", "rdf")]
        .map(|(format, extension)| {
            let file = folder.path().join(format!("facts.{extension}"));
            export(format, &file);
            ask(&file, "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o")
        })
        .into();
    assert!(facts.iter().all(|rows| *rows == facts[0]));
    assert!(facts[0].lines().count() > 20, "{}", facts[0]);
}

#[test]
fn the_dataset_of_a_build_is_its_trig_export() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("again.trig");
    export("trig", &file);
    let read = |path: &Path| fs::read(path).expect("a file");
    assert!(read(&file) == read(&graph().join("graph.trig")));
}

#[test]
fn the_drawing_is_a_digraph_with_a_legend() {
    let run = newsgraph([Path::new("export"), graph(), Path::new("--format=dot")]).done();
    let dot = run.text();
    assert!(dot.starts_with("digraph"), "{dot}");
    assert!(
        dot.contains("Vladimir Putin") && dot.contains("legend"),
        "{dot}"
    );
}

#[test]
fn ask_answers_with_a_word_and_an_exit_code() {
    let yes = newsgraph([
        Path::new("query"),
        graph(),
        Path::new("ASK { ?s a ng:Person }"),
    ]);
    assert_eq!((yes.code, yes.text().trim()), (0, "true"));
    let no = newsgraph([
        Path::new("query"),
        graph(),
        Path::new("ASK { ?s a ng:Agreement, ng:Person }"),
    ]);
    assert_eq!((no.code, no.text().trim()), (1, "false"));
}

#[test]
fn construct_answers_with_turtle() {
    let query = "CONSTRUCT { ?p rdfs:label ?l } WHERE { ?p a ng:Country ; rdfs:label ?l }";
    let run = newsgraph([Path::new("query"), graph(), Path::new(query)]).done();
    assert!(
        run.text().contains("rdfs:label \"Russia\"@en"),
        "{}",
        run.text()
    );
}

#[test]
fn the_schema_in_the_documentation_is_the_one_of_the_code() {
    let schema = newsgraph(["schema"]).done().text();
    assert!(schema.contains("newsgraph-document/1"));
    let file = root().join("docs/document.schema.json");
    let written = fs::read_to_string(file).expect("docs/document.schema.json");
    assert!(
        written == schema,
        "write it anew: newsgraph schema > docs/document.schema.json"
    );
}

#[test]
fn the_analysis_is_written_as_a_treebank() {
    let article = examples().join("whatsapp.txt");
    let run = newsgraph([Path::new("analyze"), &article]).done();
    let text = run.text();
    assert!(
        text.starts_with("# newdoc id = whatsapp"),
        "{}",
        &text[..80]
    );
    let rows = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    assert!(rows.clone().count() > 200);
    assert!(rows.into_iter().all(|row| row.split('\t').count() == 10));
}
