use super::builder::{GraphBuilder, simple, tagged};
use crate::error::RdfError;
use crate::iri::escaped;
use crate::layout::shared::checked;
use crate::vocabulary::{VOCABULARY_GRAPH, ng, owl, skos, terms};
use newsgraph_ontology::{Ontology, RelationType};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedNodeRef, Quad};

/// What the IRIs of PLOVER categories begin with.
const PLOVER: &str = "https://w3id.org/newsgraph/plover#";

/// The declared relation types and classes, a user's own included, as a graph that queries can look labels,
/// codes and hierarchy up in.
pub(crate) fn vocabulary_quads(ontology: &Ontology) -> Result<Vec<Quad>, RdfError> {
    let mut builder = GraphBuilder::new(NamedNodeRef::new_unchecked(VOCABULARY_GRAPH));
    for relation in &ontology.relations {
        add_relation(&mut builder, ontology, relation)?;
    }
    for class in ontology.classes.iter() {
        let node = class_node(ontology, &class.name)?;
        builder.add(&node, rdf::TYPE, owl::CLASS);
        builder.add(&node, rdfs::LABEL, tagged(&class.label, "en"));
        for parent in &class.parents {
            builder.add(&node, rdfs::SUB_CLASS_OF, class_node(ontology, parent)?);
        }
    }
    Ok(builder.quads)
}

fn class_node(ontology: &Ontology, name: &str) -> Result<NamedNode, RdfError> {
    match ontology.classes.get(name) {
        Some(class) => checked(&class.iri, &format!("the class {name}"), "ontology"),
        None => Ok(ng(name)),
    }
}

fn add_relation(
    builder: &mut GraphBuilder,
    ontology: &Ontology,
    relation: &RelationType,
) -> Result<(), RdfError> {
    let node = checked(
        &relation.iri,
        &format!("the relation {}", relation.name),
        "ontology",
    )?;
    builder.add(&node, rdf::TYPE, terms::RELATION_TYPE);
    builder.add(&node, rdf::TYPE, owl::OBJECT_PROPERTY);
    if relation.symmetric {
        builder.add(&node, rdf::TYPE, owl::SYMMETRIC_PROPERTY);
    }
    builder.add(&node, rdfs::LABEL, tagged(&relation.label, "en"));
    builder.add(&node, skos::DEFINITION, tagged(&relation.definition, "en"));
    let (domain, range) = (&relation.domain, &relation.range);
    builder.add(&node, rdfs::DOMAIN, class_node(ontology, domain)?);
    builder.add(&node, rdfs::RANGE, class_node(ontology, range)?);
    if let Some(event) = &relation.event {
        builder.add(
            &node,
            terms::EVENT_CLASS,
            class_node(ontology, &event.name)?,
        );
    }
    if let Some(parent) = &relation.parent {
        builder.add(&node, rdfs::SUB_PROPERTY_OF, ng(parent));
    }
    if let Some(category) = &relation.plover {
        let iri = format!("{PLOVER}{}", escaped(category));
        builder.add(&node, terms::PLOVER, NamedNode::new_unchecked(iri));
    }
    for code in &relation.cameo {
        builder.add(&node, terms::CAMEO, simple(code));
    }
    Ok(())
}
