//! Bad input is named, skipped and counted; it never costs the good input beside it and never panics.

use crate::support::{examples, newsgraph, newsgraph_reading};
use std::fs;
use std::path::Path;

/// Extracts a good article beside a bad one: the good one must come out, the bad one be named with a reason.
#[track_caller]
fn beside_a_good_article(name: &str, bytes: &[u8], reason: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(
        examples().join("crimea.txt"),
        folder.path().join("good.txt"),
    )
    .expect("a copy");
    fs::write(folder.path().join(name), bytes).expect("a file");
    let run = newsgraph([Path::new("extract"), folder.path()]).without_panic();
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains(name), "{}", run.stderr);
    assert!(
        run.stderr.contains(reason),
        "expected {reason:?} in {}",
        run.stderr
    );
    let text = run.text();
    assert_eq!(text.lines().count(), 1);
    assert!(text.contains(r#""id":"good""#));
}

#[test]
fn an_empty_file_is_skipped() {
    beside_a_good_article("empty.txt", b"", "empty");
}

#[test]
fn a_binary_file_is_skipped() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0";
    beside_a_good_article("image.txt", png, "not plain text");
}

#[test]
fn invalid_utf8_is_skipped_and_the_byte_is_named() {
    beside_a_good_article(
        "latin1.txt",
        b"The caf\xe9 in Paris was closed on Monday.\n",
        "byte 7",
    );
}

#[test]
fn another_language_is_skipped() {
    let german = "Der Bundeskanzler hat am Mittwoch in Berlin mit dem französischen Präsidenten \
                  über die Lage in der Ukraine gesprochen. Beide Seiten wollen die Gespräche in \
                  der nächsten Woche fortsetzen, wie ein Sprecher der Regierung mitteilte.\n";
    beside_a_good_article("german.txt", german.as_bytes(), "English");
}

#[test]
fn a_very_long_line_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.txt");
    let line = "The minister visited the port and said that trade would grow. ".repeat(300);
    fs::write(&path, line).expect("a file");
    let run =
        newsgraph([Path::new("extract"), &path, Path::new("--analysis=fast")]).without_panic();
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_line_of_fifty_megabytes_is_skipped_with_its_size() {
    let line = "The minister visited the port and said that trade would grow. ".repeat(850_000);
    beside_a_good_article("line.txt", line.as_bytes(), "52.7 MB");
}

#[test]
fn a_folder_without_articles_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = newsgraph([Path::new("extract"), folder.path()]).without_panic();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("no article in"), "{}", run.stderr);
}

#[test]
fn a_missing_file_is_an_error_that_names_it() {
    let run = newsgraph(["extract", "no-such-article.txt"]).without_panic();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("no-such-article.txt"), "{}", run.stderr);
}

#[test]
fn an_output_that_cannot_be_written_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let blocked = folder.path().join("file");
    fs::write(&blocked, "in the way").expect("a file");
    let out = blocked.join("kg");
    let articles = examples();
    let run = newsgraph([Path::new("build"), &articles, Path::new("--out"), &out]).without_panic();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("cannot"), "{}", run.stderr);
    assert!(run.stderr.contains("kg"), "{}", run.stderr);
}

#[test]
fn a_sparql_syntax_error_is_shown_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let kg = folder.path().join("kg");
    let article = examples().join("crimea.txt");
    newsgraph([Path::new("build"), &article, Path::new("--out"), &kg]).done();
    let query = Path::new("SELECT ?s WHERE { ?s ng:meets }");
    let run = newsgraph([Path::new("query"), &kg, query]).without_panic();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("line 1"), "{}", run.stderr);
}

#[test]
fn a_folder_that_is_no_graph_is_an_error_that_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = newsgraph([
        Path::new("export"),
        folder.path(),
        Path::new("--format=turtle"),
    ]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("newsgraph build"), "{}", run.stderr);
}

#[test]
fn a_broken_ontology_is_an_error_with_file_and_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let ontology = folder.path().join("mine.ttl");
    fs::write(
        &ontology,
        "@prefix ng: <https://w3id.org/newsgraph/ns#> .\nng:x a ng:RelationType ;\n",
    )
    .expect("a file");
    let option = format!("--ontology={}", ontology.display());
    let run = newsgraph_reading(["extract", "-", &option], b"Peru met Chile.").without_panic();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("mine.ttl:"), "{}", run.stderr);
}

#[test]
fn a_broken_metadata_file_is_an_error_with_file_and_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let metadata = folder.path().join("dates.csv");
    fs::write(&metadata, "id,published\na,2017-05-10\nb,10 May\n").expect("a file");
    let option = format!("--metadata={}", metadata.display());
    let run = newsgraph_reading(["extract", "-", &option], b"Peru met Chile.").without_panic();
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("dates.csv:3"), "{}", run.stderr);
}

#[test]
fn wrong_usage_has_an_exit_code_of_its_own() {
    assert_eq!(newsgraph(["extract"]).code, 2);
    assert_eq!(newsgraph(["no-such-command"]).code, 2);
}
