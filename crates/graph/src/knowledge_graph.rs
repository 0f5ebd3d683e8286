use crate::topology::Topology;
use crate::{
    ClassKind, EntityNode, EventNode, EventRef, GraphError, Relation, RelationKey, RelationKind,
    build, merge,
};
use newsgraph_model::{ArticleMetadata, Date, Document};
use newsgraph_ontology::Ontology;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What many articles say together: entities, the relations between them, and events.
///
/// Two graphs are equal when they hold the same articles, entities, claims and events.
#[derive(Clone, Debug, Default)]
pub struct KnowledgeGraph {
    pub(crate) contents: Contents,
    pub(crate) topology: Topology,
}

/// What a graph holds, all in the order of its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Contents {
    pub(crate) articles: BTreeMap<Arc<str>, ArticleNode>,
    pub(crate) entities: BTreeMap<Arc<str>, EntityNode>,
    pub(crate) relations: BTreeMap<RelationKey, Relation>,
    pub(crate) events: BTreeMap<EventRef, EventNode>,
    pub(crate) kinds: BTreeMap<Arc<str>, RelationKind>,
    pub(crate) classes: BTreeMap<Arc<str>, ClassKind>,
}

/// An article that the graph was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleNode {
    /// The headline.
    pub title: Option<Arc<str>>,
    /// When it appeared.
    pub published: Option<Date>,
    /// The publisher.
    pub source: Option<Arc<str>>,
    /// Its address.
    pub url: Option<Arc<str>>,
    /// SHA-256 of its text.
    pub sha256: Arc<str>,
}

impl From<&ArticleMetadata> for ArticleNode {
    fn from(metadata: &ArticleMetadata) -> Self {
        Self {
            title: metadata.title.as_deref().map(Into::into),
            published: metadata.published,
            source: metadata.source.as_deref().map(Into::into),
            url: metadata.url.as_deref().map(Into::into),
            sha256: metadata.sha256.as_str().into(),
        }
    }
}

impl PartialEq for KnowledgeGraph {
    fn eq(&self, other: &Self) -> bool {
        self.contents == other.contents
    }
}

impl Eq for KnowledgeGraph {}

impl KnowledgeGraph {
    /// The graph of a set of documents; a document given twice counts once.
    ///
    /// # Errors
    /// When two different documents have one id, when a claim uses a relation that `ontology` does not
    /// declare, or when a document names an entity that it does not hold.
    pub fn from_documents<'d>(
        documents: impl IntoIterator<Item = &'d Document>,
        ontology: &Ontology,
    ) -> Result<Self, GraphError> {
        let mut contents = Contents::default();
        for document in documents {
            let single = build::document_contents(document, ontology)?;
            merge::merge_contents(&mut contents, single)?;
        }
        Ok(Self::from_contents(contents))
    }

    /// The graph of the articles of both. Commutative, associative and idempotent.
    ///
    /// # Errors
    /// When the two hold different documents of one id, or were built with ontologies that disagree.
    pub fn merge(mut self, other: Self) -> Result<Self, GraphError> {
        merge::merge_contents(&mut self.contents, other.contents)?;
        Ok(Self::from_contents(self.contents))
    }

    fn from_contents(contents: Contents) -> Self {
        let topology = Topology::new(&contents.entities, &contents.relations);
        Self { contents, topology }
    }

    /// The articles by id.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = (&str, &ArticleNode)> {
        self.contents
            .articles
            .iter()
            .map(|(id, article)| (&**id, article))
    }

    /// The entities in the order of their IRIs.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &EntityNode> {
        self.contents.entities.values()
    }

    /// The entity with this IRI.
    pub fn entity(&self, iri: &str) -> Option<&EntityNode> {
        self.contents.entities.get(iri)
    }

    /// The entities that carry a name, in any letter case, in the order of their IRIs.
    pub fn entities_named(&self, name: &str) -> Vec<&EntityNode> {
        let wanted = name.to_lowercase();
        let carries = |entity: &&EntityNode| {
            entity.label().to_lowercase() == wanted
                || entity
                    .other_names()
                    .iter()
                    .any(|other| other.to_lowercase() == wanted)
        };
        self.entities().filter(carries).collect()
    }

    /// The edges in the order of subject, relation, object.
    pub fn relations(&self) -> impl ExactSizeIterator<Item = &Relation> {
        self.contents.relations.values()
    }

    /// The edge with this key.
    pub fn relation(&self, key: &RelationKey) -> Option<&Relation> {
        self.contents.relations.get(key)
    }

    /// What is declared of an edge's relation.
    pub fn kind_of(&self, relation: &Relation) -> Option<&RelationKind> {
        self.relation_kind(&relation.key().relation)
    }

    /// What is declared of the relation with this local name, when a claim uses it.
    pub fn relation_kind(&self, name: &str) -> Option<&RelationKind> {
        self.contents.kinds.get(name)
    }

    /// What is declared of the class with this local name, when an entity or event is of it.
    pub fn class_kind(&self, name: &str) -> Option<&ClassKind> {
        self.contents.classes.get(name)
    }

    /// The events of all articles, by document and id.
    pub fn events(&self) -> impl ExactSizeIterator<Item = (&EventRef, &EventNode)> {
        self.contents.events.iter()
    }
}
