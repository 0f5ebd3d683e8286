//! Same input, same bytes: whatever the order of the files or the number of threads.

use crate::support::{examples, newsgraph};
use std::fs;
use std::path::{Path, PathBuf};

fn articles() -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(examples())
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 8, "at least eight example articles");
    files
}

fn extract(files: &[PathBuf], threads: &str) -> Vec<u8> {
    let mut arguments = vec![PathBuf::from("extract"), PathBuf::from(threads)];
    arguments.extend_from_slice(files);
    newsgraph(&arguments).done().stdout
}

#[test]
fn documents_do_not_depend_on_the_order_of_files_or_on_threads() {
    let files = articles();
    let mut shuffled = files.clone();
    shuffled.rotate_left(3);
    shuffled.swap(0, 5);
    let once = extract(&files, "--threads=1");
    assert!(
        extract(&shuffled, "--threads=2") == once,
        "another order and two threads differ"
    );
    assert!(
        extract(&files, "--threads=4") == once,
        "four threads differ"
    );
}

#[test]
fn every_file_of_a_graph_is_the_same_on_every_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut reversed = articles();
    reversed.reverse();
    let build = |name: &str, files: &[PathBuf]| {
        let out = folder.path().join(name);
        let mut arguments = vec![PathBuf::from("build"), PathBuf::from("--out"), out.clone()];
        arguments.extend_from_slice(files);
        newsgraph(&arguments).done();
        out
    };
    let (first, second) = (build("first", &articles()), build("second", &reversed));
    for file in ["documents.jsonl", "graph.trig", "graph.dot"] {
        let read = |kg: &Path| fs::read(kg.join(file)).expect("a file of the graph");
        assert!(read(&first) == read(&second), "{file} differs");
    }
}
