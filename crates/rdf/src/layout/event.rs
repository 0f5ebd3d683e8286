use super::Detail;
use super::article::ArticleGraph;
use super::builder::{simple, tagged};
use super::shared;
use crate::error::RdfError;
use crate::iri;
use crate::vocabulary::{ng, nif, terms};
use newsgraph_model::{Casualties, Event, EventLinkKind, Quantifier, Span};
use oxigraph::model::vocab::{rdf, rdfs, xsd};
use oxigraph::model::{Literal, NamedNode};

impl ArticleGraph<'_> {
    pub(super) fn add_events(&mut self, detail: Detail) -> Result<(), RdfError> {
        for event in &self.document.events {
            self.add_event(event, detail)?;
        }
        Ok(())
    }

    fn add_event(&mut self, event: &Event, detail: Detail) -> Result<(), RdfError> {
        let node = iri::fragment(&self.article, event.id.as_str());
        let language = &self.document.article.metadata.language;
        let article = &self.document.article.metadata.id;
        let class = shared::class_iri(self.graph, &event.class, article)?;
        self.builder.add(&node, rdf::TYPE, class);
        self.builder
            .add(&node, rdfs::LABEL, tagged(&event.label, language));
        self.builder
            .add_reading(&node, event.modality, event.negated);
        self.builder.add_time(&node, event.time);
        self.builder
            .add(&node, terms::IN_ARTICLE, self.article.clone());
        if let Some(source) = event.attributed_to.as_ref().and_then(|id| self.entity(id)) {
            self.builder.add(&node, terms::ATTRIBUTED_TO, source);
        }
        for (role, fillers) in &event.roles {
            let role = ng(role);
            for filler in fillers {
                if let Some(filler) = self.entity(filler) {
                    self.builder.add(&node, role.as_ref(), filler);
                }
            }
        }
        for link in &event.links {
            let target = iri::fragment(&self.article, link.target.as_str());
            self.builder
                .add(&node, ng(link_name(link.kind)).as_ref(), target);
        }
        self.add_casualties(&node, event.casualties);
        self.add_triggers(&node, event, detail);
        Ok(())
    }

    fn add_casualties(&mut self, node: &NamedNode, casualties: Casualties) {
        let count = |number: u64| Literal::new_typed_literal(number.to_string(), xsd::INTEGER);
        if let Some(killed) = casualties.killed {
            self.builder.add(node, terms::KILLED, count(killed));
        }
        if let Some(injured) = casualties.injured {
            self.builder.add(node, terms::INJURED, count(injured));
        }
        if let Some(quantifier) = casualties.quantifier {
            self.builder
                .add(node, terms::QUANTIFIER, simple(quantifier_name(quantifier)));
        }
    }

    /// The words that name an event or make a claim; below full detail their IRIs alone, which hold the offsets.
    pub(super) fn add_trigger_words(
        &mut self,
        node: &NamedNode,
        triggers: impl Iterator<Item = Span>,
        detail: Detail,
    ) {
        for trigger in triggers {
            let words = match detail {
                Detail::Full => self.add_span(trigger, nif::PHRASE),
                Detail::Facts | Detail::Claims => iri::span(&self.article, trigger),
            };
            self.builder.add(node, terms::TRIGGER, words);
        }
    }

    fn add_triggers(&mut self, node: &NamedNode, event: &Event, detail: Detail) {
        let further = event
            .further_evidence
            .iter()
            .map(|evidence| evidence.trigger);
        self.add_trigger_words(node, std::iter::once(event.trigger).chain(further), detail);
        let declared = event
            .when
            .filter(|when| self.document.times.iter().any(|time| time.span == *when));
        if let (Some(when), Detail::Full) = (declared, detail) {
            let words = iri::span(&self.article, when);
            self.builder.add(node, terms::WHEN, words);
        }
    }
}

fn link_name(kind: EventLinkKind) -> &'static str {
    match kind {
        EventLinkKind::Before => "before",
        EventLinkKind::After => "after",
        EventLinkKind::InResponseTo => "inResponseTo",
        EventLinkKind::Because => "because",
        EventLinkKind::Purpose => "purpose",
        EventLinkKind::SubEventOf => "subEventOf",
    }
}

fn quantifier_name(quantifier: Quantifier) -> &'static str {
    match quantifier {
        Quantifier::Exactly => "exactly",
        Quantifier::AtMost => "atMost",
        Quantifier::AtLeast => "atLeast",
        Quantifier::About => "about",
        Quantifier::Several => "several",
    }
}
