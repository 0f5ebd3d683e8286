use super::Detail;
use super::builder::{GraphBuilder, date, simple, tagged};
use super::shared;
use crate::error::RdfError;
use crate::iri::{self, document_iri};
use crate::vocabulary::{dct, ng, nif, prov, schema, terms};
use newsgraph_graph::KnowledgeGraph;
use newsgraph_model::{Document, EntityId, PublishedOrigin, Region, RegionKind, Span, TextIndex};
use oxigraph::model::vocab::{rdf, rdfs};
use oxigraph::model::{NamedNode, NamedNodeRef, Quad};
use std::collections::{BTreeMap, BTreeSet};

/// Makes the graph of one article: the article, its text, and what it says.
pub(super) struct ArticleGraph<'d> {
    pub(super) document: &'d Document,
    pub(super) graph: &'d KnowledgeGraph,
    pub(super) builder: GraphBuilder,
    /// The article, which also names the graph.
    pub(super) article: NamedNode,
    /// The article's text.
    context: NamedNode,
    /// The run that read it.
    pub(super) run: NamedNode,
    text: Option<TextIndex<'d>>,
    entities: BTreeMap<&'d EntityId, NamedNode>,
}

impl<'d> ArticleGraph<'d> {
    pub(super) fn new(document: &'d Document, graph: &'d KnowledgeGraph) -> Result<Self, RdfError> {
        let id = &document.article.metadata.id;
        let article = NamedNode::new_unchecked(document_iri(id));
        let entities = document
            .entities
            .iter()
            .map(|entity| {
                let part = format!("the entity “{}”", entity.name);
                Ok((&entity.id, shared::checked(&entity.iri, &part, id)?))
            })
            .collect::<Result<_, RdfError>>()?;
        Ok(Self {
            document,
            graph,
            builder: GraphBuilder::new(article.clone()),
            context: iri::fragment(&article, "text"),
            run: iri::fragment(&article, "run"),
            article,
            text: document.article.text.as_deref().map(TextIndex::new),
            entities,
        })
    }

    pub(super) fn quads(mut self, detail: Detail) -> Result<Vec<Quad>, RdfError> {
        self.add_article();
        self.add_run();
        self.add_events(detail)?;
        self.add_claims(detail)?;
        match detail {
            Detail::Facts | Detail::Claims => self.add_evidence(),
            Detail::Full => {
                self.add_evidence();
                self.add_sentences();
                self.add_regions();
                self.add_mentions();
                self.add_times();
            }
        }
        Ok(self.builder.quads)
    }

    /// The node of an entity of the document. The graph was built from the document, so there is one.
    pub(super) fn entity(&self, id: &EntityId) -> Option<NamedNode> {
        self.entities.get(id).cloned()
    }

    fn add_article(&mut self) {
        let article = self.article.clone();
        let metadata = &self.document.article.metadata;
        self.builder.add(&article, rdf::TYPE, terms::ARTICLE);
        self.builder
            .add(&article, dct::IDENTIFIER, simple(&metadata.id));
        self.builder
            .add(&article, dct::LANGUAGE, simple(&metadata.language));
        self.builder
            .add(&article, terms::SHA256, simple(&metadata.sha256));
        if let Some(title) = &metadata.title {
            self.builder.add(
                &article,
                schema::HEADLINE,
                tagged(title, &metadata.language),
            );
        }
        if let Some(source) = &metadata.source {
            self.builder
                .add(&article, schema::CREDIT_TEXT, simple(source));
        }
        if let Some(url) = &metadata.url {
            match iri::absolute(url) {
                Ok(address) => self.builder.add(&article, schema::URL, address),
                Err(_) => self.builder.add(&article, schema::URL, simple(url)),
            }
        }
        self.add_reference_date(&article);
        self.builder
            .add(&article, terms::TEXT, self.context.clone());
        self.builder
            .add(&article, prov::WAS_GENERATED_BY, self.run.clone());
        self.add_context();
    }

    fn add_reference_date(&mut self, article: &NamedNode) {
        let metadata = &self.document.article.metadata;
        let Some(published) = metadata.published else {
            return;
        };
        let origin = match metadata.published_origin {
            Some(PublishedOrigin::Metadata) => "metadata",
            Some(PublishedOrigin::Dateline) => "dateline",
            Some(PublishedOrigin::Text) => "inferred",
            Some(PublishedOrigin::Option) | None => "assumed",
        };
        self.builder
            .add(article, terms::REFERENCE_DATE, date(published));
        self.builder
            .add(article, terms::REFERENCE_DATE_SOURCE, simple(origin));
        if origin != "assumed" {
            self.builder
                .add(article, schema::DATE_PUBLISHED, date(published));
        }
    }

    fn add_context(&mut self) {
        let context = self.context.clone();
        self.builder.add(&context, rdf::TYPE, nif::CONTEXT);
        self.builder.add_number(&context, nif::BEGIN_INDEX, 0);
        self.builder
            .add_number(&context, nif::END_INDEX, self.document.article.characters);
        self.builder
            .add(&context, nif::SOURCE_URL, self.article.clone());
    }

    /// The run carries no time of day, so that the same input gives the same bytes.
    fn add_run(&mut self) {
        let run = self.run.clone();
        self.builder.add(&run, rdf::TYPE, prov::ACTIVITY);
        let label = format!("newsgraph {}", env!("CARGO_PKG_VERSION"));
        self.builder.add(&run, rdfs::LABEL, simple(&label));
        self.builder
            .add(&run, schema::SOFTWARE_VERSION, shared::version());
    }

    /// A stretch of the text, with its words unless the text was left out or `class` is a region.
    pub(super) fn add_span(&mut self, span: Span, class: NamedNodeRef<'_>) -> NamedNode {
        let node = self.add_bare_span(span, class);
        if let Some(text) = &self.text {
            let words = simple(text.slice(span));
            self.builder.add(&node, nif::ANCHOR_OF, words);
        }
        node
    }

    fn add_bare_span(&mut self, span: Span, class: NamedNodeRef<'_>) -> NamedNode {
        let node = iri::span(&self.article, span);
        self.builder.add(&node, rdf::TYPE, class);
        self.builder
            .add_number(&node, nif::BEGIN_INDEX, span.start());
        self.builder.add_number(&node, nif::END_INDEX, span.end());
        self.builder
            .add(&node, nif::REFERENCE_CONTEXT, self.context.clone());
        node
    }

    /// The sentences that claims rest on.
    fn add_evidence(&mut self) {
        let claims = self.document.claims.iter();
        let sentences: BTreeSet<Span> = claims
            .flat_map(|claim| {
                std::iter::once(claim.sentence).chain(
                    claim
                        .further_evidence
                        .iter()
                        .map(|evidence| evidence.sentence),
                )
            })
            .collect();
        for sentence in sentences {
            self.add_span(sentence, nif::SENTENCE);
        }
    }

    fn add_sentences(&mut self) {
        for sentence in &self.document.sentences {
            self.add_span(sentence.span, nif::SENTENCE);
        }
    }

    fn add_regions(&mut self) {
        for Region { kind, span } in &self.document.article.regions {
            self.add_bare_span(*span, ng(region_class(*kind)).as_ref());
        }
    }

    fn add_times(&mut self) {
        let mut written = BTreeSet::new();
        for time in &self.document.times {
            if written.insert(time.span) {
                let node = self.add_span(time.span, terms::TIME_EXPRESSION);
                self.builder.add(&node, terms::TIMEX, simple(&time.timex));
                self.builder.add(
                    &node,
                    terms::RELATIVE,
                    oxigraph::model::Literal::from(time.relative),
                );
            }
        }
    }
}

fn region_class(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Headline => "Headline",
        RegionKind::Standfirst => "Standfirst",
        RegionKind::Byline | RegionKind::Credit => "Credit",
        RegionKind::Dateline => "TextRegion",
        RegionKind::Caption => "Caption",
        RegionKind::Subheading => "Subheading",
        RegionKind::Body => "Body",
        RegionKind::Boilerplate => "Boilerplate",
    }
}
