//! Articles with graphs made by hand: `ID.txt` and `ID.json`.

use anyhow::{Context, Result};
use newsgraph_model::{Date, Document, Entity};
use newsgraph_ontology::Ontology;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// An article with the entities and claims that a careful reader finds in it.
pub(super) struct GoldArticle {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) published: Option<Date>,
    entities: Vec<GoldEntity>,
    claims: Vec<GoldClaim>,
}

#[derive(Deserialize)]
struct Graph {
    id: String,
    published: Option<Date>,
    entities: Vec<GoldEntity>,
    claims: Vec<GoldClaim>,
}

#[derive(Deserialize)]
struct GoldEntity {
    id: String,
    #[serde(rename = "type")]
    class: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    names: Vec<String>,
}

#[derive(Deserialize)]
struct GoldClaim {
    subject: String,
    relation: String,
    object: String,
    /// Relations that would be just as right.
    #[serde(default)]
    also: Vec<String>,
}

/// The articles of a folder, in order of their ids.
pub(super) fn articles(folder: &Path) -> Result<Vec<GoldArticle>> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        files.push(
            entry
                .with_context(|| format!("cannot list {}", folder.display()))?
                .path(),
        );
    }
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    files.iter().map(|file| article(file)).collect()
}

fn article(file: &Path) -> Result<GoldArticle> {
    let read = |path: &Path| {
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    let graph: Graph = serde_json::from_str(&read(file)?)
        .with_context(|| format!("{} is no gold graph", file.display()))?;
    Ok(GoldArticle {
        text: read(&file.with_extension("txt"))?,
        id: graph.id,
        published: graph.published,
        entities: graph.entities,
        claims: graph.claims,
    })
}

impl GoldArticle {
    /// Which half of the held-out third the article belongs to, if any: its id's SHA-256 can be divided by three,
    /// and its last bit tells the half. Powers of 256 leave 1 when divided by 3, so the sum of the bytes decides.
    pub(super) fn held_out_half(&self) -> Option<usize> {
        let digest = Sha256::digest(self.id.as_bytes());
        let sum: u32 = digest.iter().map(|&byte| u32::from(byte)).sum();
        let half = digest.last().map_or(0, |byte| usize::from(byte & 1));
        sum.is_multiple_of(3).then_some(half)
    }

    /// Whether each claim of a document stands in the graph.
    pub(super) fn verdicts(&self, document: &Document, ontology: &Ontology) -> Vec<bool> {
        let meaning: BTreeMap<_, _> = document
            .entities
            .iter()
            .map(|entity| (&entity.id, self.meaning(entity)))
            .collect();
        let end = |id| meaning.get(id).copied().flatten();
        document
            .claims
            .iter()
            .map(|claim| match (end(&claim.subject), end(&claim.object)) {
                (Some(subject), Some(object)) => {
                    let relation = ontology.relation(&claim.relation);
                    let symmetric = relation.is_some_and(|relation| relation.symmetric);
                    self.states(subject, &claim.relation, object, symmetric)
                }
                _ => false,
            })
            .collect()
    }

    fn states(&self, subject: &str, relation: &str, object: &str, symmetric: bool) -> bool {
        self.claims.iter().any(|claim| {
            let ends = (claim.subject.as_str(), claim.object.as_str());
            let relations = std::iter::once(&claim.relation).chain(&claim.also);
            let same_relation = relations.into_iter().any(|stated| stated == relation);
            let same_ends = ends == (subject, object) || (symmetric && ends == (object, subject));
            same_relation && same_ends
        })
    }

    /// The gold entity that shares the longest name with an entity.
    fn meaning(&self, entity: &Entity) -> Option<&str> {
        let own = names(&entity.name, &entity.names);
        let weights = self.entities.iter().map(|gold| {
            let theirs = names(&gold.name, &gold.names);
            let weight = match (entity.class.as_str(), gold.class.as_str()) {
                ("Post", "Post") => shared_words(&own, &theirs),
                ("Post", _) | (_, "Post") => 0.0,
                (class, other) if !compatible(class, other) => 0.0,
                _ => longest_shared(&own, &theirs),
            };
            (weight, gold.id.as_str())
        });
        weights
            .filter(|(weight, _)| *weight > 0.0)
            .reduce(|best, other| if other.0 > best.0 { other } else { best })
            .map(|(_, id)| id)
    }
}

/// Coarse kinds of classes: two entities can be the same one only when their kinds meet.
const KINDS: &[(&str, &[&str])] = &[
    ("Person", &["person"]),
    ("Country", &["place", "body"]),
    ("Territory", &["place", "body"]),
    ("City", &["place", "body"]),
    ("GeopoliticalEntity", &["place", "body"]),
    ("Place", &["place"]),
    ("NaturalFeature", &["place"]),
    ("Facility", &["place", "body"]),
    ("Organisation", &["body"]),
    ("Government", &["body"]),
    ("GovernmentAgency", &["body"]),
    ("Company", &["body"]),
    ("IntergovernmentalOrganisation", &["body"]),
    ("NewsOrganisation", &["body"]),
    ("ArmedForce", &["body", "group"]),
    ("ArmedGroup", &["body", "group"]),
    ("PoliticalOrganisation", &["body", "group"]),
    ("Group", &["group", "body", "person"]),
];
/// Words that do not tell one post from another.
const SMALL: &[&str] = &["of", "the", "for", "and", "s", "in", "to"];

fn compatible(class: &str, other: &str) -> bool {
    let kinds = |class: &str| {
        let known = KINDS.iter().find(|(name, _)| *name == class);
        known.map_or(&["other"][..], |(_, kinds)| kinds)
    };
    kinds(class).iter().any(|kind| kinds(other).contains(kind))
}

/// The keys of an entity's names: letters and digits in lower case, accents, a leading article and a final 's
/// set aside.
fn names(name: &str, others: &[String]) -> BTreeSet<String> {
    std::iter::once(name)
        .chain(others.iter().map(String::as_str))
        .map(key)
        .filter(|key| !key.is_empty())
        .collect()
}

fn key(name: &str) -> String {
    let plain: String = name
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain.trim_end_matches("'s").trim_end_matches("’s");
    let plain: String = plain
        .chars()
        .filter(|letter| !matches!(letter, '.' | '’' | '\''))
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.len() > 1 && matches!(words[0], "the" | "a" | "an") {
        words.remove(0);
    }
    words.join(" ")
}

fn longest_shared(own: &BTreeSet<String>, theirs: &BTreeSet<String>) -> f64 {
    let shared: Vec<&String> = own.intersection(theirs).collect();
    let longest = shared.iter().map(|name| name.chars().count()).max();
    longest.map_or(0.0, |longest| longest as f64 + 0.01 * shared.len() as f64)
}

/// How much of a gold post's name the words of a post have; 0 when one has a word of its own.
fn shared_words(own: &BTreeSet<String>, theirs: &BTreeSet<String>) -> f64 {
    let mut best = 0.0_f64;
    for name in own {
        for other in theirs {
            let (words, wanted) = (post_words(name), post_words(other));
            if !words.is_empty() && words.is_subset(&wanted) {
                best = best.max(words.len() as f64 / wanted.len() as f64);
            }
        }
    }
    best
}

fn post_words(name: &str) -> BTreeSet<&str> {
    let mut words: BTreeSet<&str> = name
        .split(' ')
        .filter(|word| !SMALL.contains(word))
        .collect();
    let spelled_out = [
        (&["us", "american"][..], ["united", "states"]),
        (&["uk", "british"][..], ["united", "kingdom"]),
    ];
    for (short, long) in spelled_out {
        if short.iter().any(|word| words.remove(word)) {
            words.extend(long);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_whatever_their_accents_articles_and_points() {
        assert_eq!(key("The U.S."), key("US"));
        assert_eq!(key("São Tomé's"), "sao tome");
    }

    #[test]
    fn a_post_may_leave_words_out_but_has_none_of_its_own() {
        let set = |name: &str| names(name, &[]);
        let full = set("Foreign Minister of the United Kingdom");
        assert!(shared_words(&set("British Foreign Minister"), &full) > 0.99);
        assert!((shared_words(&set("Foreign Minister"), &full) - 0.5).abs() < 0.01);
        assert!(shared_words(&set("Defence Minister"), &full) == 0.0);
    }
}
