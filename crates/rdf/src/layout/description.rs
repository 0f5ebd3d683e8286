use super::builder::{GraphBuilder, simple, tagged};
use crate::vocabulary::{VOCABULARY_GRAPH, dcat, dct, void};
use newsgraph_graph::KnowledgeGraph;
use oxigraph::model::vocab::rdf;
use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, Quad, Term};
use std::collections::BTreeMap;

/// What is said of a set of quads as a whole: a void:Dataset and dcat:Dataset in the default graph, with the
/// number of direct triples, and of each class and property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetDescription {
    /// IRI of the data set.
    pub iri: NamedNode,
    /// Its name.
    pub title: String,
    /// IRI of its licence.
    pub license: Option<NamedNode>,
}

impl DatasetDescription {
    pub(super) fn quads(&self, graph: &KnowledgeGraph, facts: &[Quad]) -> Vec<Quad> {
        let mut builder = GraphBuilder::new(GraphName::DefaultGraph);
        let set = &self.iri;
        builder.add(set, rdf::TYPE, void::DATASET);
        builder.add(set, rdf::TYPE, dcat::DATASET);
        builder.add(set, dct::TITLE, tagged(&self.title, "en"));
        if let Some(license) = &self.license {
            builder.add(set, dct::LICENSE, license.clone());
        }
        builder.add(
            set,
            void::VOCABULARY,
            NamedNodeRef::new_unchecked(VOCABULARY_GRAPH),
        );
        builder.add(set, void::URI_SPACE, simple("https://w3id.org/newsgraph/"));
        builder.add_number(set, void::TRIPLES, facts.len());
        builder.add_number(set, void::ENTITIES, graph.entities().len());
        builder.add_number(set, void::DOCUMENTS, graph.articles().len());
        self.add_partitions(&mut builder, facts);
        builder.quads
    }

    fn add_partitions(&self, builder: &mut GraphBuilder, facts: &[Quad]) {
        let mut classes: BTreeMap<&NamedNode, usize> = BTreeMap::new();
        let mut properties: BTreeMap<&NamedNode, usize> = BTreeMap::new();
        for quad in facts {
            *properties.entry(&quad.predicate).or_default() += 1;
            if let (rdf::TYPE, Term::NamedNode(class)) = (quad.predicate.as_ref(), &quad.object) {
                *classes.entry(class).or_default() += 1;
            }
        }
        builder.add_number(&self.iri, void::CLASSES, classes.len());
        builder.add_number(&self.iri, void::PROPERTIES, properties.len());
        for (class, count) in classes {
            let part = self.part("class", class);
            builder.add(&self.iri, void::CLASS_PARTITION, part.clone());
            builder.add(&part, void::CLASS, class.clone());
            builder.add_number(&part, void::ENTITIES, count);
        }
        for (property, count) in properties {
            let part = self.part("property", property);
            builder.add(&self.iri, void::PROPERTY_PARTITION, part.clone());
            builder.add(&part, void::PROPERTY, property.clone());
            builder.add_number(&part, void::TRIPLES, count);
        }
    }

    /// A node of the description; named, since there are no blank nodes.
    fn part(&self, kind: &str, of: &NamedNode) -> NamedNode {
        crate::iri::fragment(&self.iri, &format!("{kind}-{}", of.as_str()))
    }
}
