use super::classes::{ClassId, ClassTest};
use super::fillers::{FillerFinder, Want};
use super::matching::Match;
use crate::draft::EntityIndex;
use crate::syntax::Tree;
use newsgraph_language::Deprel;

const AT: &[&str] = &[
    "in", "at", "near", "outside", "on", "inside", "off", "around",
];
const ABOUT: &[&str] = &["about", "over", "on", "regarding", "concerning"];

/// Where an event takes place: a phrase with a place in it, on the trigger or on the verb it belongs to.
pub(crate) fn place(
    finder: &FillerFinder<'_>,
    found: &Match<'_>,
    place: Option<ClassId>,
) -> Option<EntityIndex> {
    let want = Want {
        class: ClassTest::Only(place?),
        slot_class: ClassTest::Any,
        accepts_agents: false,
        reaches_owner: false,
        reaches_place: false,
        literal: true,
    };
    phrases(finder.tree, found, AT)
        .into_iter()
        .flat_map(|phrase| finder.find(phrase, want))
        .map(|filler| filler.entity)
        .find(|&entity| !is_end(found, entity))
}

/// What an event is about.
pub(crate) fn topic(finder: &FillerFinder<'_>, found: &Match<'_>) -> Option<EntityIndex> {
    let want = Want {
        class: ClassTest::Any,
        slot_class: ClassTest::Any,
        accepts_agents: false,
        reaches_owner: false,
        reaches_place: false,
        literal: false,
    };
    phrases(finder.tree, found, ABOUT)
        .into_iter()
        .flat_map(|phrase| finder.find(phrase, want))
        .map(|filler| filler.entity)
        .find(|&entity| !is_end(found, entity))
}

fn is_end(found: &Match<'_>, entity: EntityIndex) -> bool {
    found.subject.filler.entity == entity || found.object.filler.entity == entity
}

/// Phrases after one of the prepositions, on any word of the trigger, its light verb or its infinitive's
/// governor.
fn phrases(tree: &Tree<'_>, found: &Match<'_>, prepositions: &[&str]) -> Vec<usize> {
    let mut heads = vec![found.trigger.head];
    heads.extend(&found.trigger.companions);
    let above = tree.head(found.trigger.head).filter(|_| {
        matches!(
            tree.deprel(found.trigger.head),
            Deprel::Obj | Deprel::NsubjPass | Deprel::Xcomp
        )
    });
    heads.extend(above);
    heads.extend(tree.children_by(found.trigger.head, &[Deprel::Obj, Deprel::Acl]));
    heads
        .into_iter()
        .flat_map(|head| {
            tree.children_by(head, &[Deprel::Obl, Deprel::Nmod])
                .filter(|&phrase| {
                    prepositions
                        .iter()
                        .any(|preposition| tree.stands_after(phrase, preposition))
                })
                .collect::<Vec<_>>()
        })
        .collect()
}
