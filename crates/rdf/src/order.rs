use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use std::cmp::Ordering;

/// Sorts quads by graph (the default graph first), subject, predicate, object, and drops repetitions, so that
/// equal sets of quads are written as equal bytes. Type and label come first for the reader.
pub(crate) fn sort_quads(quads: &mut Vec<Quad>) {
    quads.sort_unstable_by(compare_quads);
    quads.dedup();
}

pub(crate) fn sort_triples(triples: &mut Vec<Triple>) {
    triples.sort_unstable_by(|a, b| {
        compare_statements(
            (&a.subject, &a.predicate, &a.object),
            (&b.subject, &b.predicate, &b.object),
        )
    });
    triples.dedup();
}

fn compare_quads(a: &Quad, b: &Quad) -> Ordering {
    graph_key(&a.graph_name)
        .cmp(graph_key(&b.graph_name))
        .then_with(|| {
            compare_statements(
                (&a.subject, &a.predicate, &a.object),
                (&b.subject, &b.predicate, &b.object),
            )
        })
}

type Statement<'t> = (&'t NamedOrBlankNode, &'t NamedNode, &'t Term);

fn compare_statements(a: Statement<'_>, b: Statement<'_>) -> Ordering {
    subject_key(a.0)
        .cmp(subject_key(b.0))
        .then_with(|| predicate_key(a.1).cmp(&predicate_key(b.1)))
        .then_with(|| object_key(a.2).cmp(&object_key(b.2)))
}

fn graph_key(graph: &GraphName) -> &str {
    match graph {
        GraphName::DefaultGraph => "",
        GraphName::NamedNode(node) => node.as_str(),
        GraphName::BlankNode(node) => node.as_str(),
    }
}

fn subject_key(subject: &NamedOrBlankNode) -> &str {
    match subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

fn predicate_key(predicate: &NamedNode) -> (u8, &str) {
    let rank = match predicate.as_ref() {
        rdf::TYPE => 0,
        rdfs::LABEL => 1,
        _ => 2,
    };
    (rank, predicate.as_str())
}

fn object_key(object: &Term) -> (u8, &str, &str, Option<&str>) {
    match object {
        Term::NamedNode(node) => (0, node.as_str(), "", None),
        Term::BlankNode(node) => (1, node.as_str(), "", None),
        Term::Literal(literal) => (
            2,
            literal.value(),
            literal.datatype().as_str(),
            literal.language(),
        ),
    }
}
