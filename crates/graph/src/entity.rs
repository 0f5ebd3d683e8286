use newsgraph_model::Entity;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One person, place, organisation or other thing, as all the articles together describe it.
///
/// Where they differ, the description given by most articles holds; among equals the longer one, then the
/// first in the alphabet. So the answer depends on the set of articles alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityNode {
    pub(crate) iri: Arc<str>,
    pub(crate) descriptions: BTreeSet<Description>,
}

/// What one article says an entity is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Description {
    document: Arc<str>,
    name: Arc<str>,
    names: Vec<Arc<str>>,
    class: Arc<str>,
    wikidata: Option<Arc<str>>,
    anonymous: bool,
    mentions: usize,
}

impl Description {
    pub(crate) fn new(document: Arc<str>, entity: &Entity) -> Self {
        Self {
            document,
            name: entity.name.as_str().into(),
            names: entity
                .names
                .iter()
                .map(|name| name.as_str().into())
                .collect(),
            class: entity.class.as_str().into(),
            wikidata: entity.wikidata.as_deref().map(Into::into),
            anonymous: entity.anonymous,
            mentions: entity.mentions.len(),
        }
    }

    pub(crate) fn document(&self) -> &str {
        &self.document
    }
}

impl EntityNode {
    /// The identity.
    pub fn iri(&self) -> &str {
        &self.iri
    }

    /// The name to show.
    pub fn label(&self) -> &str {
        self.most_common(|description| Some(&description.name))
            .unwrap_or(&self.iri)
    }

    /// Local name of the class.
    pub fn class(&self) -> &str {
        self.most_common(|description| Some(&description.class))
            .unwrap_or("Entity")
    }

    /// Wikidata id, when an article's entity carries one.
    pub fn wikidata(&self) -> Option<&str> {
        self.most_common(|description| description.wikidata.as_ref())
    }

    /// Every other name, in the order of the alphabet.
    pub fn other_names(&self) -> Vec<&str> {
        let label = self.label();
        let names: BTreeSet<&str> = self
            .descriptions
            .iter()
            .flat_map(|description| std::iter::once(&description.name).chain(&description.names))
            .map(AsRef::as_ref)
            .filter(|name| *name != label)
            .collect();
        names.into_iter().collect()
    }

    /// Whether no article gives it a name.
    pub fn is_anonymous(&self) -> bool {
        self.descriptions
            .iter()
            .all(|description| description.anonymous)
    }

    /// How often the articles mention it.
    pub fn mentions(&self) -> usize {
        self.descriptions
            .iter()
            .map(|description| description.mentions)
            .sum()
    }

    /// Ids of the articles that name it, in the order of the alphabet.
    pub fn articles(&self) -> Vec<&str> {
        let ids: BTreeSet<&str> = self
            .descriptions
            .iter()
            .map(Description::document)
            .collect();
        ids.into_iter().collect()
    }

    fn most_common<'n>(
        &'n self,
        property: impl Fn(&'n Description) -> Option<&'n Arc<str>>,
    ) -> Option<&'n str> {
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for value in self.descriptions.iter().filter_map(property) {
            *votes.entry(value).or_default() += 1;
        }
        votes
            .into_iter()
            .max_by_key(|&(value, count)| (count, value.chars().count(), Reverse(value)))
            .map(|(value, _)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsgraph_model::EntityId;

    fn described(as_: &[(&str, &str, &str)]) -> EntityNode {
        let descriptions = as_.iter().map(|(document, name, class)| {
            let entity = Entity {
                id: EntityId::numbered(1),
                class: (*class).to_owned(),
                name: (*name).to_owned(),
                names: vec!["Reyes".to_owned()],
                iri: "https://example.org/reyes".to_owned(),
                wikidata: None,
                anonymous: false,
                mentions: Vec::new(),
            };
            Description::new((*document).into(), &entity)
        });
        EntityNode {
            iri: "https://example.org/reyes".into(),
            descriptions: descriptions.collect(),
        }
    }

    #[test]
    fn the_name_of_most_articles_is_shown_and_the_others_are_kept() {
        let node = described(&[
            ("a", "Ana Reyes", "Person"),
            ("b", "Ana Reyes", "Person"),
            ("c", "Ana Lucia Reyes", "Person"),
        ]);
        assert_eq!(node.label(), "Ana Reyes");
        assert_eq!(node.other_names(), ["Ana Lucia Reyes", "Reyes"]);
        assert_eq!(node.articles(), ["a", "b", "c"]);
    }

    #[test]
    fn among_equals_the_fuller_name_is_shown() {
        let node = described(&[("a", "Reyes", "Person"), ("b", "Ana Reyes", "Group")]);
        assert_eq!(node.label(), "Ana Reyes");
        assert_eq!(node.class(), "Person");
    }
}
