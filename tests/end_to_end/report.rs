//! `--report`: what the ontology has no words for, for a person and for a program.

use crate::support::{examples, newsgraph};
use std::fs;
use std::path::{Path, PathBuf};

const ARTICLES: [(&str, &str); 2] = [
    (
        "harbour",
        "Kenya photographed Chile. In 2019 Peru photographed Bolivia. Peru attacked Bolivia.\n",
    ),
    (
        "pilots",
        "The falconer Ana Ruiz saw Peter Okoro, a beekeeper, in Birmingham several months ago. \
         Did Kenya photograph Chile?\n",
    ),
];

fn written(folder: &Path) -> Vec<PathBuf> {
    ARTICLES
        .map(|(id, text)| {
            let file = folder.join(format!("{id}.txt"));
            fs::write(&file, text).expect("an article");
            file
        })
        .into()
}

fn report(inputs: &[PathBuf], file: &Path, options: &[&str]) -> String {
    let mut arguments = vec![
        PathBuf::from("extract"),
        PathBuf::from("--report"),
        file.to_owned(),
    ];
    arguments.extend(options.iter().map(PathBuf::from));
    arguments.extend_from_slice(inputs);
    newsgraph(&arguments).done();
    fs::read_to_string(file).expect("the report")
}

#[test]
fn a_person_reads_what_to_add_next_most_frequent_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let articles = written(folder.path());
    insta::assert_snapshot!(report(&articles, &folder.path().join("gaps.md"), &[]));
}

#[test]
fn a_program_reads_the_same_with_counts_and_offsets() {
    let folder = tempfile::tempdir().expect("a folder");
    let articles = written(folder.path());
    let text = report(&articles, &folder.path().join("gaps.json"), &[]);
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let first = &report["relations"][0];
    assert_eq!(first["key"], "photograph(v): subj -> obj");
    assert_eq!(
        (&first["count"], &first["articles"]),
        (&2.into(), &1.into())
    );
    let example = &first["examples"][0];
    assert_eq!(example["document"], "harbour");
    let words = &example["words"];
    let (start, end) = (words["start"].as_u64(), words["end"].as_u64());
    let quoted: String = ARTICLES[0]
        .1
        .chars()
        .skip(start.expect("an offset") as usize)
        .take((end.expect("an offset") - start.expect("an offset")) as usize)
        .collect();
    assert_eq!(
        (quoted.as_str(), &words["text"]),
        ("photographed", &"photographed".into())
    );
}

#[test]
fn the_report_does_not_depend_on_the_order_of_files_or_on_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files: Vec<PathBuf> = fs::read_dir(examples())
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let once = report(&files, &folder.path().join("once.json"), &["--threads=1"]);
    files.reverse();
    let again = report(&files, &folder.path().join("again.json"), &["--threads=3"]);
    assert!(once == again);
}

#[test]
fn the_documents_are_the_same_with_and_without_a_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let articles = written(folder.path());
    let plain = newsgraph([Path::new("extract"), &articles[0]])
        .done()
        .stdout;
    let file = folder.path().join("gaps.md");
    let options = [
        Path::new("extract"),
        Path::new("--report"),
        &file,
        &articles[0],
    ];
    assert!(newsgraph(options).done().stdout == plain);
}

#[test]
fn a_build_writes_the_report_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let articles = written(folder.path());
    let (kg, file) = (folder.path().join("kg"), folder.path().join("gaps.json"));
    newsgraph([
        Path::new("build"),
        &articles[0],
        Path::new("--out"),
        &kg,
        Path::new("--report"),
        &file,
    ])
    .done();
    let text = fs::read_to_string(file).expect("the report");
    assert!(text.contains("photograph(v): subj -> obj"), "{text}");
}

#[test]
fn a_report_of_another_format_is_refused_before_work_starts() {
    let run = newsgraph(["extract", "examples/articles", "--report", "gaps.xls"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains(".md") && run.stderr.contains(".json"),
        "{}",
        run.stderr
    );
}
