use super::article::ArticleGraph;
use super::builder::simple;
use crate::vocabulary::terms;
use newsgraph_model::{Entity, Mention, MentionKind, Span};
use std::collections::BTreeMap;

impl ArticleGraph<'_> {
    /// One node for each stretch of text; when the same words stand for two entities, it refers to both.
    pub(super) fn add_mentions(&mut self) {
        let document = self.document;
        let mut by_span: BTreeMap<Span, Vec<(&Entity, &Mention)>> = BTreeMap::new();
        for entity in &document.entities {
            for mention in &entity.mentions {
                by_span
                    .entry(mention.span)
                    .or_default()
                    .push((entity, mention));
            }
        }
        for (span, mentions) in by_span {
            self.add_mention(span, &mentions);
        }
    }

    fn add_mention(&mut self, span: Span, mentions: &[(&Entity, &Mention)]) {
        let node = self.add_span(span, terms::MENTION);
        // The city that "Moscow" names is not what it refers to where it stands for the state.
        let literals: Vec<_> = mentions
            .iter()
            .filter_map(|(_, mention)| mention.literal_referent.as_ref())
            .collect();
        let referents: Vec<_> = mentions
            .iter()
            .filter(|(entity, _)| !literals.contains(&&entity.id))
            .filter_map(|(entity, _)| self.entity(&entity.id))
            .collect();
        let literal = literals.into_iter().filter_map(|id| self.entity(id)).min();
        for referent in referents {
            self.builder.add(&node, terms::REFERS_TO, referent);
        }
        if let Some(literal) = literal {
            self.builder.add(&node, terms::LITERAL_REFERENT, literal);
        }
        if let Some(kind) = mentions.iter().map(|(_, mention)| mention.kind).min() {
            self.builder
                .add(&node, terms::MENTION_KIND, simple(kind_name(kind)));
        }
    }
}

fn kind_name(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Nominal => "nominal",
        MentionKind::Pronoun => "pronoun",
        MentionKind::Demonym => "demonym",
    }
}
