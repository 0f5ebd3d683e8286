use super::{example, graph_of, quads};
use newsgraph_model::Document;
use newsgraph_rdf::{Detail, Export, RdfError, Syntax, read_quads, write_quads};
use oxigraph::model::{GraphName, Quad};

fn written(documents: &[Document], syntax: Syntax) -> Vec<u8> {
    let graph = graph_of(documents);
    let export = Export::new(documents, &graph, Detail::Full).unwrap();
    let mut bytes = Vec::new();
    export.write(syntax, &mut bytes).unwrap();
    bytes
}

#[test]
fn every_dataset_syntax_gives_back_the_same_quads() {
    let documents = example::documents();
    let quads = quads(&documents, Detail::Full);
    for syntax in Syntax::ALL
        .into_iter()
        .filter(|syntax| syntax.holds_named_graphs())
    {
        let bytes = written(&documents, syntax);
        let back = read_quads(bytes.as_slice(), syntax, "export").unwrap();
        assert!(back == quads, "{}", syntax.as_str());
        let mut again = Vec::new();
        write_quads(&back, syntax, &mut again).unwrap();
        assert!(
            again == bytes,
            "{} is not written alike twice",
            syntax.as_str()
        );
    }
}

#[test]
fn a_syntax_without_named_graphs_holds_the_facts_alone() {
    let documents = example::documents();
    let facts: Vec<Quad> = quads(&documents, Detail::Full)
        .into_iter()
        .filter(|quad| quad.graph_name == GraphName::DefaultGraph)
        .collect();
    for syntax in [Syntax::Turtle, Syntax::NTriples, Syntax::RdfXml] {
        let back = read_quads(written(&documents, syntax).as_slice(), syntax, "export").unwrap();
        assert_eq!(back, facts, "{}", syntax.as_str());
    }
}

#[test]
fn the_order_of_the_documents_does_not_show() {
    let mut documents = example::documents();
    for syntax in Syntax::ALL {
        let bytes = written(&documents, syntax);
        documents.rotate_left(1);
        assert!(written(&documents, syntax) == bytes, "{}", syntax.as_str());
        documents.swap(0, 1);
        assert!(written(&documents, syntax) == bytes, "{}", syntax.as_str());
    }
}

#[test]
fn names_of_known_namespaces_are_short() {
    let turtle = String::from_utf8(written(&example::documents(), Syntax::Turtle)).unwrap();
    assert!(turtle.contains("ent:Egypt a ng:Country"), "{turtle}");
}

#[test]
fn broken_rdf_is_refused_with_file_and_line() {
    let broken = "<https://example.org/a> a <https://example.org/B> .\n<https://example.org/a> a";
    let error = read_quads(broken.as_bytes(), Syntax::Turtle, "kg.ttl").unwrap_err();
    assert!(
        matches!(error, RdfError::Syntax { line: Some(2), .. }),
        "{error:?}"
    );
    assert!(error.to_string().starts_with("kg.ttl:2:"), "{error}");
}

#[test]
fn a_syntax_is_known_by_name_and_by_extension() {
    for syntax in Syntax::ALL {
        assert_eq!(Syntax::from_name(syntax.as_str()), Some(syntax));
        assert_eq!(Syntax::from_extension(syntax.extension()), Some(syntax));
    }
    assert_eq!(Syntax::from_extension("docx"), None);
}
