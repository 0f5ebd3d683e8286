use super::builder::{GraphBuilder, simple, tagged};
use crate::error::RdfError;
use crate::iri;
use crate::vocabulary::{REPORTED_GRAPH, ng, schema, skos, terms};
use newsgraph_graph::{Certainty, EntityNode, KnowledgeGraph, Relation};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad};

const LABEL_LANGUAGE: &str = "en";

/// The default graph: entities, and the direct triples that some article states as fact.
pub(super) fn fact_quads(graph: &KnowledgeGraph) -> Result<Vec<Quad>, RdfError> {
    let mut builder = GraphBuilder::new(GraphName::DefaultGraph);
    for entity in graph.entities() {
        add_entity(&mut builder, graph, entity)?;
    }
    add_relations(&mut builder, graph, |certainty| {
        certainty == Certainty::Fact
    })?;
    Ok(builder.quads)
}

/// The graph of direct triples that are planned, wanted, possible, alleged or said by a source, and that no
/// article states as fact.
pub(super) fn reported_quads(graph: &KnowledgeGraph) -> Result<Vec<Quad>, RdfError> {
    let mut builder = GraphBuilder::new(NamedNodeRef::new_unchecked(REPORTED_GRAPH));
    add_relations(&mut builder, graph, |certainty| {
        !matches!(certainty, Certainty::Fact | Certainty::Denied)
    })?;
    Ok(builder.quads)
}

fn add_entity(
    builder: &mut GraphBuilder,
    graph: &KnowledgeGraph,
    entity: &EntityNode,
) -> Result<(), RdfError> {
    let node = entity_iri(entity)?;
    let article = entity.articles().into_iter().next().unwrap_or_default();
    builder.add(&node, rdf::TYPE, class_iri(graph, entity.class(), article)?);
    if graph
        .class_kind(entity.class())
        .is_some_and(|kind| kind.happens)
    {
        builder.add(&node, rdf::TYPE, terms::NAMED_EVENT);
    }
    builder.add(&node, rdfs::LABEL, tagged(entity.label(), LABEL_LANGUAGE));
    for name in entity.other_names() {
        builder.add(&node, skos::ALT_LABEL, tagged(name, LABEL_LANGUAGE));
    }
    if let Some(id) = entity.wikidata() {
        let iri = format!("http://www.wikidata.org/entity/{}", iri::escaped(id));
        builder.add(&node, schema::SAME_AS, NamedNode::new_unchecked(iri));
    }
    if entity.is_anonymous() {
        builder.add(&node, terms::ANONYMOUS, Literal::from(true));
    }
    Ok(())
}

fn add_relations(
    builder: &mut GraphBuilder,
    graph: &KnowledgeGraph,
    belongs: impl Fn(Certainty) -> bool,
) -> Result<(), RdfError> {
    for relation in graph
        .relations()
        .filter(|relation| belongs(relation.certainty()))
    {
        let (subject, object) = ends(graph, relation)?;
        let predicate = predicate(graph, relation)?;
        if graph.kind_of(relation).is_some_and(|kind| kind.symmetric) {
            builder.add(&object, predicate.as_ref(), subject.clone());
        }
        builder.add(&subject, predicate.as_ref(), object);
    }
    Ok(())
}

fn ends(graph: &KnowledgeGraph, relation: &Relation) -> Result<(NamedNode, NamedNode), RdfError> {
    let end = |iri: &str| match graph.entity(iri) {
        Some(entity) => entity_iri(entity),
        None => checked(iri, "an entity", first_article(relation)),
    };
    Ok((end(&relation.key().subject)?, end(&relation.key().object)?))
}

fn predicate(graph: &KnowledgeGraph, relation: &Relation) -> Result<NamedNode, RdfError> {
    let name = &relation.key().relation;
    match graph.kind_of(relation) {
        Some(kind) => checked(
            &kind.iri,
            &format!("the relation {name}"),
            first_article(relation),
        ),
        None => Ok(ng(name)),
    }
}

/// The IRI of a class of entities or events. A class that no ontology declares is taken for one of ours.
pub(super) fn class_iri(
    graph: &KnowledgeGraph,
    name: &str,
    document: &str,
) -> Result<NamedNode, RdfError> {
    match graph.class_kind(name) {
        Some(kind) => checked(&kind.iri, &format!("the class {name}"), document),
        None => Ok(ng(name)),
    }
}

fn first_article(relation: &Relation) -> &str {
    relation.articles().into_iter().next().unwrap_or_default()
}

pub(super) fn entity_iri(entity: &EntityNode) -> Result<NamedNode, RdfError> {
    let article = entity.articles().into_iter().next().unwrap_or_default();
    checked(
        entity.iri(),
        &format!("the entity “{}”", entity.label()),
        article,
    )
}

/// The IRI, or an error that says whose it was.
pub(super) fn checked(text: &str, part: &str, document: &str) -> Result<NamedNode, RdfError> {
    iri::absolute(text).map_err(|problem| RdfError::BadIri {
        document: document.to_owned(),
        part: part.to_owned(),
        iri: text.to_owned(),
        problem,
    })
}

/// A literal for what has no language, such as a version.
pub(super) fn version() -> Literal {
    simple(env!("CARGO_PKG_VERSION"))
}
