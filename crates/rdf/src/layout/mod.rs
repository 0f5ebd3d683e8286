//! Which quads documents make, and in which graph each stands.

mod article;
mod builder;
mod claim;
mod description;
mod event;
mod mention;
mod shared;
mod vocabulary_graph;

pub use description::DatasetDescription;
pub(crate) use vocabulary_graph::vocabulary_quads;

use crate::error::RdfError;
use crate::order::sort_quads;
use crate::syntax::Syntax;
use article::ArticleGraph;
use newsgraph_graph::KnowledgeGraph;
use newsgraph_model::Document;
use oxigraph::model::{GraphName, Quad};
use std::collections::BTreeMap;
use std::io::Write;

/// How much of each document is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Detail {
    /// Entities and direct triples alone: the default graph and the graph of reported triples.
    Facts,
    /// Also articles, events, claims and the sentences that they rest on.
    Claims,
    /// Also every other span: mentions, time expressions, triggers, regions.
    #[default]
    Full,
}

impl Detail {
    /// The name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Claims => "claims",
            Self::Full => "full",
        }
    }

    /// The level with this name on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Facts, Self::Claims, Self::Full]
            .into_iter()
            .find(|detail| detail.as_str() == name)
    }
}

/// A set of documents as RDF. The quads depend on the set alone, not on the order of the documents.
pub struct Export<'d> {
    documents: BTreeMap<&'d str, &'d Document>,
    graph: &'d KnowledgeGraph,
    detail: Detail,
    description: Option<DatasetDescription>,
}

impl<'d> Export<'d> {
    /// The RDF of `documents`; `graph` must have been made from them. To write a part of a graph's documents
    /// in full beside the entities and direct triples of all is fine.
    ///
    /// # Errors
    /// When a document is not part of `graph`.
    pub fn new(
        documents: impl IntoIterator<Item = &'d Document>,
        graph: &'d KnowledgeGraph,
        detail: Detail,
    ) -> Result<Self, RdfError> {
        let documents: BTreeMap<&str, &Document> = documents
            .into_iter()
            .map(|document| (document.article.metadata.id.as_str(), document))
            .collect();
        let known: BTreeMap<&str, &str> = graph
            .articles()
            .map(|(id, article)| (id, &*article.sha256))
            .collect();
        for (id, document) in &documents {
            if known.get(id) != Some(&document.article.metadata.sha256.as_str()) {
                return Err(RdfError::NotInGraph {
                    document: (*id).to_owned(),
                });
            }
        }
        Ok(Self {
            documents,
            graph,
            detail,
            description: None,
        })
    }

    /// Adds a description of the whole set (VoID, DCAT) to the default graph.
    pub fn described(mut self, description: DatasetDescription) -> Self {
        self.description = Some(description);
        self
    }

    /// The quads of one graph after the other, each sorted: the default graph, the articles in the order of
    /// their ids, the reported triples. No more than one article's quads are held at a time.
    pub fn graphs(&self) -> impl Iterator<Item = Result<Vec<Quad>, RdfError>> {
        let articles: &BTreeMap<&str, &Document> = match self.detail {
            Detail::Facts => const { &BTreeMap::new() },
            Detail::Claims | Detail::Full => &self.documents,
        };
        std::iter::once_with(|| self.default_graph())
            .chain(
                articles
                    .values()
                    .map(|document| self.article_graph(document)),
            )
            .chain(std::iter::once_with(|| {
                sorted(shared::reported_quads(self.graph))
            }))
    }

    /// All quads, sorted by graph, subject, predicate, object.
    ///
    /// # Errors
    /// When an entity's or relation's identity is no IRI.
    pub fn quads(&self) -> Result<Vec<Quad>, RdfError> {
        let mut quads = Vec::new();
        for graph in self.graphs() {
            quads.extend(graph?);
        }
        sort_quads(&mut quads);
        Ok(quads)
    }

    /// Writes the set and gives the number of quads written. Turtle, N-Triples and RDF/XML hold no named
    /// graphs: they get the default graph alone, the entities and what is stated as fact.
    ///
    /// # Errors
    /// When an entity's or relation's identity is no IRI, or the writer fails.
    pub fn write(&self, syntax: Syntax, writer: impl Write) -> Result<usize, RdfError> {
        let mut serializer = syntax.serializer(writer);
        let mut count = 0;
        for graph in self.graphs() {
            let graph = graph?;
            if !syntax.holds_named_graphs() && !is_default_graph(&graph) {
                continue;
            }
            count += graph.len();
            for quad in &graph {
                serializer.serialize_quad(quad)?;
            }
        }
        serializer.finish()?.flush()?;
        Ok(count)
    }

    fn default_graph(&self) -> Result<Vec<Quad>, RdfError> {
        let mut quads = shared::fact_quads(self.graph)?;
        if let Some(description) = &self.description {
            quads.extend(description.quads(self.graph, &quads));
        }
        sort_quads(&mut quads);
        Ok(quads)
    }

    fn article_graph(&self, document: &Document) -> Result<Vec<Quad>, RdfError> {
        sorted(ArticleGraph::new(document, self.graph)?.quads(self.detail))
    }
}

fn is_default_graph(quads: &[Quad]) -> bool {
    quads
        .first()
        .is_none_or(|quad| quad.graph_name == GraphName::DefaultGraph)
}

fn sorted(quads: Result<Vec<Quad>, RdfError>) -> Result<Vec<Quad>, RdfError> {
    let mut quads = quads?;
    sort_quads(&mut quads);
    Ok(quads)
}
