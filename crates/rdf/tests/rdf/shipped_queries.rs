use super::{answer, answer_over};
use newsgraph_rdf::{AnswerFormat, AnswerSummary, DefaultGraph};
use std::path::{Path, PathBuf};

fn shipped() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../queries");
    let mut queries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rq"))
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect();
    queries.sort();
    queries
}

#[test]
fn every_shipped_query_states_its_question_and_finds_something() {
    let queries = shipped();
    assert!(queries.len() >= 12);
    for (path, query) in queries {
        let question = query.lines().next().unwrap_or_default();
        assert!(
            question.starts_with("# ") && question.ends_with('?'),
            "{}",
            path.display()
        );
        let (summary, _) = answer(&query, AnswerFormat::Table)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            matches!(
                summary,
                AnswerSummary::Rows(1..) | AnswerSummary::Triples(1..)
            ),
            "{}: {summary:?}",
            path.display()
        );
    }
}

#[test]
fn a_shipped_query_gives_the_same_answer_over_the_union_of_all_graphs() {
    for (path, query) in shipped() {
        let rows = |default_graph| {
            let (_, text) = answer_over(&query, AnswerFormat::Csv, default_graph)
                .or_else(|_| answer_over(&query, AnswerFormat::Table, default_graph))
                .unwrap();
            let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
            rows.sort();
            rows
        };
        assert_eq!(
            rows(DefaultGraph::Facts),
            rows(DefaultGraph::Union),
            "{}",
            path.display()
        );
    }
}
