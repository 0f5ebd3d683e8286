use super::{DotFocus, DotOptions};
use crate::{EntityNode, KnowledgeGraph, Relation};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The part of a graph that is drawn, in the order of IRIs and edge keys.
pub(super) struct Selection<'g> {
    pub(super) entities: Vec<&'g EntityNode>,
    pub(super) relations: Vec<&'g Relation>,
    /// Number of claims at each drawn entity, by IRI, counted over the drawn edges.
    pub(super) weights: BTreeMap<&'g str, usize>,
}

impl<'g> Selection<'g> {
    pub(super) fn new(graph: &'g KnowledgeGraph, options: &DotOptions) -> Self {
        let relations: Vec<&Relation> = graph
            .relations()
            .filter(|relation| relation.claims().len() >= options.min_claims)
            .collect();
        let distances = match &options.focus {
            DotFocus::Everything => graph.entities().map(|entity| (entity.iri(), 0)).collect(),
            DotFocus::Around { iris, hops } => distances(graph, &relations, iris, *hops),
        };
        let chosen = most_told(&distances, &relations, options.max_nodes);
        Self::of_chosen(graph, relations, &chosen)
    }

    /// Leaves out entities without an edge, unless nothing would be left.
    fn of_chosen(
        graph: &'g KnowledgeGraph,
        mut relations: Vec<&'g Relation>,
        chosen: &BTreeSet<&'g str>,
    ) -> Self {
        relations.retain(|relation| {
            chosen.contains(&*relation.key().subject) && chosen.contains(&*relation.key().object)
        });
        let weights = claims_by_end(&relations);
        let entities = chosen
            .iter()
            .filter(|iri| relations.is_empty() || weights.contains_key(*iri))
            .filter_map(|iri| graph.entity(iri))
            .collect();
        Self {
            entities,
            relations,
            weights,
        }
    }
}

fn claims_by_end<'g>(relations: &[&'g Relation]) -> BTreeMap<&'g str, usize> {
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    for relation in relations {
        let key = relation.key();
        for end in [&key.subject, &key.object] {
            *claims.entry(end).or_default() += relation.claims().len();
        }
    }
    claims
}

/// The nearest entities first, and of those the ones that most claims are about.
fn most_told<'g>(
    distances: &BTreeMap<&'g str, usize>,
    relations: &[&'g Relation],
    count: usize,
) -> BTreeSet<&'g str> {
    let claims = claims_by_end(relations);
    let mut ranked: Vec<(&usize, Reverse<usize>, &str)> = distances
        .iter()
        .map(|(iri, distance)| {
            let told = claims.get(iri).copied().unwrap_or_default();
            (distance, Reverse(told), *iri)
        })
        .collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .take(count)
        .map(|(_, _, iri)| iri)
        .collect()
}

fn distances<'g>(
    graph: &'g KnowledgeGraph,
    relations: &[&'g Relation],
    middle: &[String],
    hops: usize,
) -> BTreeMap<&'g str, usize> {
    let mut neighbours: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for relation in relations {
        let key = relation.key();
        neighbours
            .entry(&key.subject)
            .or_default()
            .push(&key.object);
        neighbours
            .entry(&key.object)
            .or_default()
            .push(&key.subject);
    }
    let mut frontier: Vec<&str> = middle
        .iter()
        .filter_map(|iri| graph.entity(iri))
        .map(EntityNode::iri)
        .collect();
    let mut distances: BTreeMap<&str, usize> = frontier.iter().map(|iri| (*iri, 0)).collect();
    for distance in 1..=hops {
        let reached = frontier
            .iter()
            .flat_map(|iri| neighbours.get(iri).into_iter().flatten());
        let next: BTreeSet<&str> = reached
            .copied()
            .filter(|iri| !distances.contains_key(iri))
            .collect();
        distances.extend(next.iter().map(|iri| (*iri, distance)));
        frontier = next.into_iter().collect();
    }
    distances
}
