//! The drawing of the three example articles: valid DOT, and what it shows.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod dot_parser;
mod example;

use dot_parser::{Drawing, parse};
use newsgraph_graph::{DotFocus, DotOptions, KnowledgeGraph};
use newsgraph_model::Document;
use newsgraph_ontology::Ontology;
use proptest::prelude::*;
use std::sync::LazyLock;

static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| Ontology::embedded().unwrap());

const SISI: &str = "id/Abdel_Fattah_el-Sisi";
const BURHAN: &str = "id/Abdel_Fattah_al-Burhan";
const MILITIA: &str = "doc/nile-dam#e9";

fn dot(documents: &[Document], options: &DotOptions) -> String {
    let graph = KnowledgeGraph::from_documents(documents, &ONTOLOGY).unwrap();
    graph.to_dot(&ONTOLOGY.classes, options)
}

fn drawn(documents: &[Document], options: &DotOptions) -> Drawing {
    parse(&dot(documents, options)).unwrap()
}

fn all() -> Drawing {
    drawn(&example::documents(), &DotOptions::default())
}

#[test]
fn every_edge_joins_drawn_nodes() {
    let drawing = all();
    assert_eq!(drawing.edges.len(), 11);
    for edge in &drawing.edges {
        assert!(drawing.nodes.contains_key(&edge.from) && drawing.nodes.contains_key(&edge.to));
    }
}

#[test]
fn the_class_shows_in_shape_and_colour() {
    let drawing = all();
    assert_eq!(drawing.nodes[SISI]["shape"], "ellipse");
    assert_eq!(drawing.nodes["id/Egypt"]["shape"], "box");
    assert_eq!(drawing.nodes["id/President_of_Egypt"]["shape"], "note");
    assert_eq!(drawing.nodes[MILITIA]["style"], "filled,rounded");
    assert_ne!(
        drawing.nodes[SISI]["fillcolor"],
        drawing.nodes["id/Egypt"]["fillcolor"]
    );
}

#[test]
fn the_line_shows_how_sure_the_texts_are() {
    let drawing = all();
    assert_eq!(drawing.edge(BURHAN, SISI)["style"], "solid");
    assert_eq!(drawing.edge(SISI, "id/Khartoum")["style"], "dashed");
    assert_eq!(drawing.edge(MILITIA, "id/Sudan")["style"], "dotted");
    let denial = drawn(&[example::minister_denies()], &DotOptions::default());
    let denied = denial.edge(BURHAN, SISI);
    assert_eq!(denied["arrowhead"], "tee");
    assert_eq!(denied["color"], "#c5221f");
    assert!(denied["label"].starts_with("✕ "), "{}", denied["label"]);
}

#[test]
fn the_label_tells_relation_date_and_number_of_claims() {
    let drawing = all();
    assert_eq!(
        drawing.edge(BURHAN, SISI)["label"],
        "meets, 20 Mar 2021 ×2 (denied too)"
    );
    assert_eq!(
        drawing.edge("id/Egypt", "id/Sudan")["label"],
        "agrees with, 1959"
    );
}

#[test]
fn a_symmetric_relation_has_no_arrow() {
    let drawing = all();
    assert_eq!(drawing.edge(BURHAN, SISI)["dir"], "none");
    assert!(!drawing.edge(SISI, "id/Khartoum").contains_key("dir"));
}

#[test]
fn the_legend_explains_what_is_drawn_and_no_more() {
    let legend = &all().nodes["legend"]["label"];
    for shown in [
        "person",
        "post",
        "stated as fact",
        "planned, wanted or possible",
        "alleged",
    ] {
        assert!(legend.contains(shown), "{shown}");
    }
    for absent in ["hexagon", "natural", ">event<", ">denied<"] {
        assert!(!legend.contains(absent), "{absent}");
    }
}

#[test]
fn options_choose_what_is_drawn() {
    let documents = example::documents();
    let few = DotOptions {
        max_nodes: 2,
        ..DotOptions::default()
    };
    assert_eq!(drawn(&documents, &few).entities().len(), 2);
    let often = DotOptions {
        min_claims: 3,
        ..DotOptions::default()
    };
    assert_eq!(drawn(&documents, &often).entities(), [BURHAN, SISI]);
    let around = DotOptions {
        focus: DotFocus::Around {
            iris: vec!["https://w3id.org/newsgraph/id/Khartoum".to_owned()],
            hops: 1,
        },
        ..DotOptions::default()
    };
    assert_eq!(
        drawn(&documents, &around).entities(),
        [SISI, "id/Khartoum", "id/Sudan"]
    );
}

#[test]
fn an_entity_without_relations_is_drawn_when_nothing_else_is() {
    let mut document = example::summit_over();
    document.claims.clear();
    assert_eq!(
        drawn(&[document], &DotOptions::default()).entities().len(),
        3
    );
    assert!(drawn(&[], &DotOptions::default()).nodes.is_empty());
}

#[test]
fn nodes_and_edges_are_sorted_lines() {
    let dot = dot(&example::documents(), &DotOptions::default());
    let (edges, nodes): (Vec<&str>, Vec<&str>) = dot
        .lines()
        .filter(|line| line.starts_with("  \""))
        .partition(|line| line.contains("\" -> \""));
    assert!(nodes.is_sorted() && edges.len() == 11 && nodes.len() > 5);
}

proptest! {
    #[test]
    fn no_name_breaks_the_drawing(name in "\\PC{1,30}", title in "[\"\\\\<>&{};\n→-]{0,12}") {
        let mut document = example::summit_over();
        document.entities[0].name = name.clone();
        document.entities[0].iri = format!("https://example.org/{name}");
        let options = DotOptions { title: Some(title), ..DotOptions::default() };
        let drawing = drawn(&[document], &options);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let label = &drawing.nodes[&format!("https://example.org/{name}")]["label"];
        prop_assert_eq!(words(label), words(&name));
    }
}
