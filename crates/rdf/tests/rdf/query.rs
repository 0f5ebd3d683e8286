use super::{answer, answer_over, ask};
use newsgraph_rdf::{
    AnswerFormat, AnswerKind, AnswerSummary, DefaultGraph, PREFIXES, RdfError, Syntax,
};

const COUNTRIES: &str = "SELECT ?country ?name (1 AS ?n) { ?country a ng:Country ; rdfs:label ?name } ORDER BY ?name LIMIT 2";

fn syntax_error(query: &str) -> String {
    match answer(query, AnswerFormat::Table) {
        Err(error @ RdfError::Query(_)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_table_has_short_names_under_the_variables() {
    let (summary, table) = answer(COUNTRIES, AnswerFormat::Table).unwrap();
    assert_eq!(summary, AnswerSummary::Rows(2));
    assert_eq!(
        table,
        "country       name      n\n\
         ────────────  ────────  ─\n\
         ent:Egypt     Egypt     1\n\
         ent:Ethiopia  Ethiopia  1\n"
    );
}

#[test]
fn rows_come_in_every_format_of_the_w3c() {
    let (_, csv) = answer(COUNTRIES, AnswerFormat::Csv).unwrap();
    assert!(
        csv.starts_with("country,name,n\r\nhttps://w3id.org/newsgraph/id/Egypt,Egypt,1\r\n"),
        "{csv}"
    );
    let (_, tsv) = answer(COUNTRIES, AnswerFormat::Tsv).unwrap();
    assert!(tsv.starts_with("?country\t?name\t?n\n"), "{tsv}");
    let (_, json) = answer(COUNTRIES, AnswerFormat::Json).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["results"]["bindings"][0]["name"]["xml:lang"], "en");
    let (_, xml) = answer(COUNTRIES, AnswerFormat::Xml).unwrap();
    assert!(
        xml.contains("http://www.w3.org/2005/sparql-results#"),
        "{xml}"
    );
}

#[test]
fn a_construct_query_answers_in_rdf() {
    let query = "CONSTRUCT { ?a ng:meets ?b } WHERE { ?a ng:meets ?b }";
    let (summary, turtle) = answer(query, AnswerFormat::Table).unwrap();
    assert_eq!(summary, AnswerSummary::Triples(2));
    assert!(
        turtle.contains("ent:Abdel_Fattah_el-Sisi ng:meets ent:Abdel_Fattah_al-Burhan"),
        "{turtle}"
    );
    let (_, triples) = answer(query, AnswerFormat::Rdf(Syntax::NTriples)).unwrap();
    assert_eq!(triples.lines().count(), 2);
    let error = answer(query, AnswerFormat::Csv).unwrap_err().to_string();
    assert!(
        error.contains("cannot be written as csv; use turtle"),
        "{error}"
    );
}

#[test]
fn a_describe_query_answers_in_rdf() {
    let (_, turtle) = answer("DESCRIBE ent:Egypt", AnswerFormat::Table).unwrap();
    assert!(turtle.contains("schema:sameAs wd:Q79"), "{turtle}");
}

#[test]
fn rows_cannot_be_written_as_rdf() {
    let error = answer(COUNTRIES, AnswerFormat::Rdf(Syntax::Turtle))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("the answer to SELECT cannot be written as turtle"),
        "{error}"
    );
}

#[test]
fn every_listed_prefix_can_be_used_undeclared() {
    for (prefix, _) in PREFIXES {
        assert!(!ask(&format!("ASK {{ ?s {prefix}:none ?o }}")));
    }
}

#[test]
fn a_prefix_that_the_query_declares_wins() {
    assert!(ask(
        "PREFIX ent: <https://w3id.org/newsgraph/ns#> ASK { ?s a ent:Country }"
    ));
}

#[test]
fn under_the_union_reported_triples_are_seen_too() {
    let query = "ASK { ?who ng:visits ent:Khartoum }";
    let seen = |default_graph| {
        answer_over(query, AnswerFormat::Table, default_graph)
            .unwrap()
            .0
    };
    assert_eq!(seen(DefaultGraph::Facts), AnswerSummary::Boolean(false));
    assert_eq!(seen(DefaultGraph::Union), AnswerSummary::Boolean(true));
}

#[test]
fn the_kind_of_an_answer_is_known_before_it_is_read() {
    let kind = |query| {
        super::store()
            .query(query, DefaultGraph::Facts)
            .unwrap()
            .kind()
    };
    assert_eq!(kind("ASK {}"), AnswerKind::Boolean);
    assert_eq!(kind("SELECT * {}"), AnswerKind::Rows);
    assert_eq!(kind("DESCRIBE ent:Egypt"), AnswerKind::Triples);
}

#[test]
fn a_syntax_error_shows_its_place() {
    let message = syntax_error("SELECT ?s\nWHERE { ?s a ng:Person . FILTR (?s) }");
    assert!(message.contains("at line 2, column"), "{message}");
    assert!(
        message.contains("\n  WHERE { ?s a ng:Person . FILTR (?s) }\n"),
        "{message}"
    );
}

#[test]
fn an_unknown_prefix_is_named() {
    let message = syntax_error("SELECT ?s { ?s foaf:name ?n }");
    assert!(
        message.contains("hint: the prefix `foaf:` is not declared"),
        "{message}"
    );
}

#[test]
fn a_missing_bracket_is_named() {
    let message = syntax_error("SELECT ?s { ?s a ng:Person");
    assert!(message.contains("hint: a `}` is missing"), "{message}");
}

#[test]
fn an_update_is_refused_as_such() {
    let message = syntax_error("INSERT DATA { ent:a a ng:Person }");
    assert!(
        message.contains("hint: only queries are answered"),
        "{message}"
    );
}

#[test]
fn no_query_text_makes_the_parser_panic() {
    for query in [
        "",
        " ",
        "SELECT",
        "{",
        "\u{0}",
        "ASK { ?é",
        "select ?x where { \"\"\"",
        "ASK {?s a:b:c ?o}",
    ] {
        assert!(answer(query, AnswerFormat::Table).is_err(), "{query}");
    }
}
