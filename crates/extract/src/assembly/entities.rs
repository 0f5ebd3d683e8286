use super::{Parts, iri, span_of};
use crate::draft::{DraftClaim, DraftMention, EntityIndex};
use newsgraph_model::{Entity, EntityId, Mention};
use rustc_hash::FxHashSet;

/// The entities that the document lists, in order of their first mention, and their ids.
pub(super) struct EntityIds {
    /// Drafts in the order of the document.
    order: Vec<EntityIndex>,
    ids: Vec<Option<EntityId>>,
}

impl EntityIds {
    /// Lists every named entity, and of the unnamed ones those that take part in a claim.
    pub(super) fn new(parts: Parts<'_>, claims: &[DraftClaim]) -> Self {
        let used = used_entities(parts, claims);
        let drafts = &parts.entities.drafts;
        let mut order: Vec<EntityIndex> = (0..drafts.len())
            .map(EntityIndex)
            .filter(|index| {
                let draft = &drafts[index.0];
                used.contains(index) || (!draft.anonymous && !draft.mentions.is_empty())
            })
            .collect();
        order.sort_by_key(|index| (first_mention(&drafts[index.0].mentions), *index));
        let mut ids = vec![None; drafts.len()];
        for (position, index) in order.iter().enumerate() {
            ids[index.0] = Some(EntityId::numbered(position + 1));
        }
        Self { order, ids }
    }

    /// The id of an entity that takes part in a claim.
    pub(super) fn id(&self, index: EntityIndex) -> Option<EntityId> {
        self.ids[index.0].clone()
    }

    pub(super) fn records(&self, parts: Parts<'_>) -> Vec<Entity> {
        let classes = &parts.catalogue.classes;
        let is_a = |sub: &str, sup: &str| match (classes.id(sub), classes.id(sup)) {
            (Some(sub), Some(sup)) => classes.is_a(sub, sup),
            _ => sub == sup,
        };
        let mut taken: FxHashSet<String> = FxHashSet::default();
        self.order
            .iter()
            .enumerate()
            .map(|(position, &index)| {
                let draft = parts.entities.draft(index);
                let id = EntityId::numbered(position + 1);
                let known = iri::is_known_everywhere(draft, is_a)
                    .then(|| iri::known(&draft.name))
                    .filter(|known| taken.insert(known.clone()));
                let iri = known.unwrap_or_else(|| iri::local(&parts.article.metadata.id, &id));
                Entity {
                    id,
                    class: draft.class.clone(),
                    name: draft.name.clone(),
                    names: draft.names.clone(),
                    iri,
                    wikidata: parts.wikidata(draft.gazetteer),
                    anonymous: draft.anonymous,
                    mentions: self.mentions(parts, &draft.mentions),
                }
            })
            .collect()
    }

    fn mentions(&self, parts: Parts<'_>, drafts: &[DraftMention]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = drafts
            .iter()
            .map(|draft| Mention {
                span: span_of(parts, draft.sentence, draft.tokens.clone()),
                kind: draft.kind,
                literal_referent: draft.literal.and_then(|literal| self.id(literal)),
                reason: draft.reason.clone(),
            })
            .collect();
        mentions.sort_by_key(|mention| (mention.span, mention.kind));
        mentions
    }
}

fn first_mention(mentions: &[DraftMention]) -> (usize, usize) {
    mentions
        .iter()
        .map(|mention| (mention.sentence, mention.tokens.start))
        .min()
        .unwrap_or((usize::MAX, 0))
}

fn used_entities(parts: Parts<'_>, claims: &[DraftClaim]) -> FxHashSet<EntityIndex> {
    let in_claims = claims.iter().flat_map(|claim| {
        [claim.subject, claim.object]
            .into_iter()
            .chain(claim.place)
            .chain(claim.factuality.attributed_to)
            .chain(claim.roles.iter().map(|(_, entity)| *entity))
    });
    let literal = parts
        .entities
        .drafts
        .iter()
        .flat_map(|draft| draft.mentions.iter().filter_map(|mention| mention.literal));
    in_claims.chain(literal).collect()
}
