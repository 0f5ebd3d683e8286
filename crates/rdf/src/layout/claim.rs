use super::Detail;
use super::article::ArticleGraph;
use super::builder::simple;
use super::shared;
use crate::error::RdfError;
use crate::iri;
use crate::vocabulary::{ng, prov, terms};
use newsgraph_model::{Claim, Event};
use oxigraph::model::vocab::{rdf, xsd};
use oxigraph::model::{Literal, NamedNode};

impl ArticleGraph<'_> {
    pub(super) fn add_claims(&mut self, detail: Detail) -> Result<(), RdfError> {
        for claim in &self.document.claims {
            self.add_claim(claim, detail)?;
        }
        Ok(())
    }

    fn add_claim(&mut self, claim: &Claim, detail: Detail) -> Result<(), RdfError> {
        let node = iri::fragment(&self.article, claim.id.as_str());
        self.add_statement(&node, claim)?;
        self.builder
            .add_reading(&node, claim.modality, claim.negated);
        self.builder.add_time(&node, claim.time);
        self.builder
            .add(&node, terms::IN_ARTICLE, self.article.clone());
        self.builder
            .add(&node, prov::WAS_GENERATED_BY, self.run.clone());
        self.builder
            .add(&node, terms::PATTERN, simple(&claim.pattern));
        if claim.confidence.is_finite() {
            self.builder
                .add(&node, terms::CONFIDENCE, decimal(claim.confidence));
        }
        self.add_source(&node, claim);
        self.add_place(&node, claim);
        let further = claim
            .further_evidence
            .iter()
            .map(|evidence| evidence.sentence);
        for sentence in std::iter::once(claim.sentence).chain(further) {
            let sentence = iri::span(&self.article, sentence);
            self.builder.add(&node, terms::EVIDENCE, sentence);
        }
        let further = claim
            .further_evidence
            .iter()
            .map(|evidence| evidence.trigger);
        self.add_trigger_words(&node, std::iter::once(claim.trigger).chain(further), detail);
        Ok(())
    }

    /// The reification: subject, predicate, object, and the event behind them.
    fn add_statement(&mut self, node: &NamedNode, claim: &Claim) -> Result<(), RdfError> {
        self.builder.add(node, rdf::TYPE, terms::CLAIM);
        self.builder.add(node, rdf::TYPE, rdf::STATEMENT);
        if let Some(subject) = self.entity(&claim.subject) {
            self.builder.add(node, rdf::SUBJECT, subject);
        }
        if let Some(object) = self.entity(&claim.object) {
            self.builder.add(node, rdf::OBJECT, object);
        }
        let predicate = match self.graph.relation_kind(&claim.relation) {
            Some(kind) => shared::checked(
                &kind.iri,
                &format!("the relation {}", claim.relation),
                &self.document.article.metadata.id,
            )?,
            None => ng(&claim.relation),
        };
        self.builder.add(node, rdf::PREDICATE, predicate);
        if let Some(event) = &claim.event {
            let event = iri::fragment(&self.article, event.as_str());
            self.builder.add(node, terms::EVENT, event);
        }
        Ok(())
    }

    fn add_source(&mut self, node: &NamedNode, claim: &Claim) {
        if let Some(source) = claim.attributed_to.as_ref().and_then(|id| self.entity(id)) {
            self.builder.add(node, terms::ATTRIBUTED_TO, source);
        }
        if let Some(cue) = &claim.attribution_cue {
            self.builder.add(node, terms::ATTRIBUTION_CUE, simple(cue));
        }
    }

    /// The place stands on the event when that has it, else on the claim.
    fn add_place(&mut self, node: &NamedNode, claim: &Claim) {
        let Some(place) = &claim.place else { return };
        let event = claim.event.as_ref().and_then(|id| self.document.event(id));
        let told = |event: &Event| {
            event
                .roles
                .get("atPlace")
                .is_some_and(|fillers| fillers.contains(place))
        };
        if !event.is_some_and(told)
            && let Some(place) = self.entity(place)
        {
            self.builder.add(node, terms::AT_PLACE, place);
        }
    }
}

/// A number between 0 and 1 with at most four digits after the point.
fn decimal(number: f64) -> Literal {
    let text = format!("{number:.4}");
    let text = text.trim_end_matches('0');
    let text = if text.ends_with('.') {
        format!("{text}0")
    } else {
        text.to_owned()
    };
    Literal::new_typed_literal(text, xsd::DECIMAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_is_written_without_noise() {
        assert_eq!(decimal(0.93).value(), "0.93");
        assert_eq!(decimal(1.0).value(), "1.0");
        assert_eq!(decimal(0.1 + 0.2).value(), "0.3");
    }
}
