//! Reading texts as the command does, for evaluations of what is extracted.

use crate::name_corpora;
use anyhow::Result;
use newsgraph_article::{Input, read_article};
use newsgraph_extract::{Extractor, Signals};
use newsgraph_language::{Analyzer, Method};
use newsgraph_model::{Article, Date, Document};
use newsgraph_ontology::{ClassTree, Ontology};

/// Analyser and extractor with the embedded models and ontology.
pub(crate) struct Reader<'o> {
    ontology: &'o Ontology,
    analyzer: Analyzer<'o>,
    extractor: Extractor<'o>,
}

impl<'o> Reader<'o> {
    /// Loads the embedded models of a method.
    ///
    /// # Errors
    /// When a model is broken.
    pub(crate) fn load(ontology: &'o Ontology, method: Method) -> Result<Self> {
        Ok(Self {
            ontology,
            analyzer: Analyzer::with_method(method, &ontology.gazetteer)?,
            extractor: Extractor::new(ontology),
        })
    }

    pub(crate) fn ontology(&self) -> &'o Ontology {
        self.ontology
    }

    pub(crate) fn classes(&self) -> &'o ClassTree {
        &self.ontology.classes
    }

    /// What a text states.
    pub(crate) fn document(&self, id: &str, text: &str, published: Option<Date>) -> Document {
        self.document_with_signals(id, text, published).0
    }

    /// What a text states, and the signs of each claim.
    pub(crate) fn document_with_signals(
        &self,
        id: &str,
        text: &str,
        published: Option<Date>,
    ) -> (Document, Vec<Signals>) {
        let article = article(id, text, published);
        let analysis = self.analyzer.analyze(&article);
        self.extractor.extract_with_signals(&article, &analysis)
    }
}

/// The article in a text. A text too short to tell its language is body text as it stands.
fn article(id: &str, text: &str, published: Option<Date>) -> Article {
    let input = Input {
        id,
        metadata: None,
        date: published,
    };
    read_article(text.as_bytes(), input).unwrap_or_else(|_| name_corpora::article(text))
}
