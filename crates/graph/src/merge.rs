use crate::entity::Description;
use crate::knowledge_graph::Contents;
use crate::{ArticleNode, ClaimRecord, ClaimRef, EventNode, EventRef, GraphError, RelationKey};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Adds what `other` holds to `contents`: set union at every level, so the order of merging never shows.
pub(crate) fn merge_contents(contents: &mut Contents, other: Contents) -> Result<(), GraphError> {
    refuse_same_id(contents, &other)?;
    refuse_other_kinds(contents, &other)?;
    refuse_other_classes(contents, &other)?;
    contents.articles.extend(other.articles);
    contents.kinds.extend(other.kinds);
    contents.classes.extend(other.classes);
    contents.events.extend(other.events);
    for (iri, entity) in other.entities {
        match contents.entities.entry(iri) {
            Entry::Vacant(place) => drop(place.insert(entity)),
            Entry::Occupied(mut known) => {
                known.get_mut().descriptions.extend(entity.descriptions);
            }
        }
    }
    for (key, relation) in other.relations {
        match contents.relations.entry(key) {
            Entry::Vacant(place) => drop(place.insert(relation)),
            Entry::Occupied(mut known) => known.get_mut().claims.extend(relation.claims),
        }
    }
    Ok(())
}

/// The documents that both hold must be the same documents: same article, entities, events and claims.
fn refuse_same_id(contents: &Contents, other: &Contents) -> Result<(), GraphError> {
    let shared: BTreeSet<&str> = other
        .articles
        .keys()
        .filter(|id| contents.articles.contains_key(*id))
        .map(AsRef::as_ref)
        .collect();
    if shared.is_empty() {
        return Ok(());
    }
    let (ours, theirs) = (by_document(contents, &shared), by_document(other, &shared));
    match shared.into_iter().find(|id| ours.get(id) != theirs.get(id)) {
        Some(id) => Err(GraphError::SameId {
            document: id.to_owned(),
        }),
        None => Ok(()),
    }
}

fn refuse_other_kinds(contents: &Contents, other: &Contents) -> Result<(), GraphError> {
    match declared_differently(&contents.kinds, &other.kinds) {
        Some(relation) => Err(GraphError::RelationDeclaredTwice { relation }),
        None => Ok(()),
    }
}

fn refuse_other_classes(contents: &Contents, other: &Contents) -> Result<(), GraphError> {
    match declared_differently(&contents.classes, &other.classes) {
        Some(class) => Err(GraphError::ClassDeclaredTwice { class }),
        None => Ok(()),
    }
}

/// The first name that both declare, each otherwise.
fn declared_differently<N: Ord + ToString, D: PartialEq>(
    ours: &BTreeMap<N, D>,
    theirs: &BTreeMap<N, D>,
) -> Option<String> {
    let differs =
        |(name, declared): &(&N, &D)| ours.get(*name).is_some_and(|known| known != *declared);
    theirs
        .iter()
        .find(differs)
        .map(|(name, _)| name.to_string())
}

/// What a graph knows from one document alone.
#[derive(Default, PartialEq)]
struct FromDocument<'c> {
    article: Option<&'c ArticleNode>,
    descriptions: Vec<(&'c str, &'c Description)>,
    claims: Vec<(&'c RelationKey, &'c ClaimRef, &'c ClaimRecord)>,
    events: Vec<(&'c EventRef, &'c EventNode)>,
}

fn by_document<'c>(
    contents: &'c Contents,
    ids: &BTreeSet<&str>,
) -> BTreeMap<&'c str, FromDocument<'c>> {
    let mut parts: BTreeMap<&str, FromDocument<'_>> = contents
        .articles
        .iter()
        .filter(|(id, _)| ids.contains(&***id))
        .map(|(id, article)| {
            let part = FromDocument {
                article: Some(article),
                ..FromDocument::default()
            };
            (&**id, part)
        })
        .collect();
    for (iri, entity) in &contents.entities {
        for description in &entity.descriptions {
            if let Some(part) = parts.get_mut(description.document()) {
                part.descriptions.push((iri, description));
            }
        }
    }
    for (key, relation) in &contents.relations {
        for (source, record) in &relation.claims {
            if let Some(part) = parts.get_mut(&*source.document) {
                part.claims.push((key, source, record));
            }
        }
    }
    for (source, event) in &contents.events {
        if let Some(part) = parts.get_mut(&*source.document) {
            part.events.push((source, event));
        }
    }
    parts
}
