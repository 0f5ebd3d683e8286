use crate::{EntityNode, KnowledgeGraph};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An entity and how much the articles tell of it.
#[derive(Clone, Copy, Debug)]
pub struct RankedEntity<'g> {
    /// The entity.
    pub entity: &'g EntityNode,
    /// Number of claims it is subject or object of.
    pub claims: usize,
    /// Number of edges at it.
    pub relations: usize,
}

impl KnowledgeGraph {
    /// The entities that the most claims are about, then those with more edges, then by IRI.
    pub fn top_entities(&self, count: usize) -> Vec<RankedEntity<'_>> {
        let mut ranked: Vec<RankedEntity<'_>> = self.ranked_entities();
        ranked.sort_by_key(|rank| (Reverse((rank.claims, rank.relations)), rank.entity.iri()));
        ranked.truncate(count);
        ranked
    }

    fn ranked_entities(&self) -> Vec<RankedEntity<'_>> {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for relation in self.relations() {
            let key = relation.key();
            for end in [&key.subject, &key.object] {
                let (claims, relations) = counts.entry(end).or_default();
                *claims += relation.claims().len();
                *relations += 1;
            }
        }
        self.entities()
            .map(|entity| {
                let (claims, relations) = counts.get(entity.iri()).copied().unwrap_or_default();
                RankedEntity {
                    entity,
                    claims,
                    relations,
                }
            })
            .collect()
    }

    /// Number of entities of each class, by local name.
    pub fn class_counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for entity in self.entities() {
            *counts.entry(entity.class()).or_default() += 1;
        }
        counts
    }

    /// Number of edges and of claims of each relation, by local name.
    pub fn relation_counts(&self) -> BTreeMap<&str, (usize, usize)> {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for relation in self.relations() {
            let (edges, claims) = counts.entry(&relation.key().relation).or_default();
            *edges += 1;
            *claims += relation.claims().len();
        }
        counts
    }
}
