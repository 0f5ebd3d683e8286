//! Names that stand right beside a verb: what the tree's subject and object are checked against.
//!
//! A parser loses a subject more often than the order of words does: in "Peru and the United States agreed" the
//! names before the verb are its subject whatever the tree says.

use super::fillers::{Filler, FillerFinder, Reference, Want};
use super::matching::End;
use super::slots::Path;
use crate::syntax::{Tree, Voice};
use newsgraph_language::{Deprel, Upos};
use newsgraph_model::MentionKind;

/// The side of the verb that names are looked for on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// The ends that the tree gives, completed by the names beside the verb: when the tree gives none, or when it
/// gives one of several coordinated names.
pub(crate) fn completed(
    finder: &FillerFinder<'_>,
    verb: usize,
    side: Side,
    want: Want,
    ends: Vec<End>,
    tree_gave_phrases: bool,
) -> Vec<End> {
    let tree = finder.tree;
    if tree.voice(verb) == Voice::Passive || !tree.is_verb(verb) || is_describing(tree, verb) {
        return ends;
    }
    let group = group_beside(finder, verb, side, want);
    let shares_member = group
        .iter()
        .any(|filler| ends.iter().any(|end| end.filler.entity == filler.entity));
    if !(shares_member || (ends.is_empty() && !tree_gave_phrases)) {
        return ends;
    }
    let mut ends = ends;
    for filler in group {
        if !ends.iter().any(|end| end.filler.entity == filler.entity) {
            ends.push(End {
                filler,
                path: Path::Adjacent,
            });
        }
    }
    ends
}

/// A participle beside a noun has its noun on either side; word order says nothing.
fn is_describing(tree: &Tree<'_>, verb: usize) -> bool {
    matches!(
        tree.deprel(verb),
        Deprel::Acl | Deprel::Amod | Deprel::Compound
    ) || tree.is_infinitive(verb)
}

/// The coordinated names that end right before the verb group, or begin right after the verb.
fn group_beside(finder: &FillerFinder<'_>, verb: usize, side: Side, want: Want) -> Vec<Filler> {
    let mut group = Vec::new();
    let mut edge = Some(first_edge(finder.tree, verb, side));
    while let Some(at) = edge {
        let Some((fillers, far)) = name_at(finder, at, side, want) else {
            break;
        };
        group.extend(fillers);
        edge = across_coordination(finder.tree, far, side);
    }
    group
}

/// The token next to the verb group: auxiliaries and adverbs before it, articles after it are passed.
fn first_edge(tree: &Tree<'_>, verb: usize, side: Side) -> usize {
    let passes = |token: usize| match side {
        Side::Before => matches!(tree.upos(token), Upos::Aux | Upos::Adv),
        Side::After => matches!(tree.upos(token), Upos::Det),
    };
    let mut at = verb;
    while let Some(next) = neighbour(tree, at, side) {
        at = next;
        if !passes(at) {
            break;
        }
    }
    at
}

fn neighbour(tree: &Tree<'_>, at: usize, side: Side) -> Option<usize> {
    match side {
        Side::Before => at.checked_sub(1),
        Side::After => Some(at + 1).filter(|&next| next < tree.len()),
    }
}

/// The entities of the name that begins (or ends) at this token, and the token past its far side.
fn name_at(
    finder: &FillerFinder<'_>,
    at: usize,
    side: Side,
    want: Want,
) -> Option<(Vec<Filler>, Option<usize>)> {
    let (head, mention) = (0..finder.tree.len())
        .filter(|head| head.abs_diff(at) < 8)
        .flat_map(|head| {
            finder
                .entities
                .referents(finder.at(head))
                .iter()
                .filter_map(move |&entity| Some((head, finder.mention(head, entity)?)))
        })
        .filter(|(_, mention)| mention.kind == MentionKind::Name)
        .find(|(_, mention)| match side {
            Side::Before => mention.tokens.end == at + 1,
            Side::After => mention.tokens.start == at,
        })?;
    let fillers: Vec<Filler> = finder
        .find_alone(head, want)
        .into_iter()
        .filter(|filler| filler.reference == Reference::Name)
        .collect();
    let far = match side {
        Side::Before => mention.tokens.start.checked_sub(1),
        Side::After => Some(mention.tokens.end).filter(|&next| next < finder.tree.len()),
    };
    (!fillers.is_empty()).then_some((fillers, far))
}

/// Over "and", "," and articles to the next name of a coordination.
fn across_coordination(tree: &Tree<'_>, far: Option<usize>, side: Side) -> Option<usize> {
    let mut at = far?;
    if side == Side::Before && tree.upos(at) == Upos::Det {
        at = at.checked_sub(1)?;
    }
    let joins = |token: usize| tree.upos(token) == Upos::Cconj && tree.lemma(token) == "and";
    if !joins(at) {
        return None;
    }
    at = neighbour(tree, at, side)?;
    if side == Side::After && tree.upos(at) == Upos::Det {
        at = neighbour(tree, at, side)?;
    }
    Some(at)
}
