use crate::answer::Answer;
use crate::error::RdfError;
use crate::layout::{Export, vocabulary_quads};
use crate::query_error::QuerySyntaxError;
use crate::syntax::{Syntax, read_quads};
use crate::vocabulary::PREFIXES;
use newsgraph_ontology::Ontology;
use oxigraph::model::Quad;
use oxigraph::sparql::{QueryEvaluationError, SparqlEvaluator};
use std::io::Read;

/// An RDF store in memory that answers SPARQL 1.1 queries.
pub struct Store {
    inner: oxigraph::store::Store,
}

/// What a query sees outside `GRAPH`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DefaultGraph {
    /// The default graph alone: entities and what is stated as fact.
    #[default]
    Facts,
    /// Every graph at once: `?s ng:meets ?o` then also finds planned and alleged meetings.
    Union,
}

impl Store {
    /// An empty store.
    ///
    /// # Errors
    /// When the store cannot be set up.
    pub fn new() -> Result<Self, RdfError> {
        Ok(Self {
            inner: oxigraph::store::Store::new()?,
        })
    }

    /// Adds a set of documents and gives the number of quads.
    ///
    /// # Errors
    /// When an identity is no IRI.
    pub fn load_export(&self, export: &Export<'_>) -> Result<usize, RdfError> {
        let mut loader = self.inner.bulk_loader();
        let mut count = 0;
        for graph in export.graphs() {
            let quads = graph?;
            count += quads.len();
            loader.load_quads(quads)?;
        }
        loader.commit()?;
        Ok(count)
    }

    /// Adds RDF in any syntax and gives the number of quads; nothing is added when the input is broken.
    ///
    /// # Errors
    /// When the input cannot be read or is not valid; names `source_name`, line and column.
    pub fn load_rdf(
        &self,
        reader: impl Read,
        syntax: Syntax,
        source_name: &str,
    ) -> Result<usize, RdfError> {
        self.load_quads(read_quads(reader, syntax, source_name)?)
    }

    /// Adds the declared relation types and classes as the graph
    /// [`VOCABULARY_GRAPH`](crate::VOCABULARY_GRAPH), so that queries can use labels, codes and hierarchy.
    ///
    /// # Errors
    /// When a relation's IRI is none.
    pub fn load_vocabulary(&self, ontology: &Ontology) -> Result<usize, RdfError> {
        self.load_quads(vocabulary_quads(ontology)?)
    }

    /// Number of quads.
    ///
    /// # Errors
    /// When the store fails.
    pub fn len(&self) -> Result<usize, RdfError> {
        Ok(self.inner.len()?)
    }

    /// Whether the store holds no quad.
    ///
    /// # Errors
    /// When the store fails.
    pub fn is_empty(&self) -> Result<bool, RdfError> {
        Ok(self.inner.is_empty()?)
    }

    /// Answers a SPARQL 1.1 query: SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes of
    /// [`PREFIXES`](crate::PREFIXES) need not be declared; a query's own declaration wins.
    ///
    /// # Errors
    /// When the query cannot be parsed (with line, column and a hint) or evaluated.
    pub fn query(&self, query: &str, default_graph: DefaultGraph) -> Result<Answer, RdfError> {
        let mut prepared = evaluator()
            .parse_query(query)
            .map_err(|error| QuerySyntaxError::new(query, &error))?;
        if default_graph == DefaultGraph::Union && prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        let results = prepared
            .on_store(&self.inner)
            .execute()
            .map_err(evaluation_error)?;
        Ok(Answer::new(results))
    }

    fn load_quads(&self, quads: Vec<Quad>) -> Result<usize, RdfError> {
        let count = quads.len();
        let mut loader = self.inner.bulk_loader();
        loader.load_quads(quads)?;
        loader.commit()?;
        Ok(count)
    }
}

fn evaluator() -> SparqlEvaluator {
    PREFIXES
        .into_iter()
        .fold(SparqlEvaluator::new(), |evaluator, (name, iri)| {
            // The prefixes are valid IRIs, so none is refused; a test uses each of them.
            evaluator
                .clone()
                .with_prefix(name, iri)
                .unwrap_or(evaluator)
        })
}

pub(crate) fn evaluation_error(error: QueryEvaluationError) -> RdfError {
    RdfError::Evaluation {
        problem: error.to_string(),
    }
}
