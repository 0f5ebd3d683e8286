//! Wikipedia's dated news items as silver data: their links mark names.

use crate::{
    conventions::{self, ClassSet},
    name_corpora::{LabelledDocument, Mark, from_text},
};
use anyhow::{Context, Result};
use newsgraph_model::Span;
use newsgraph_ontology::Gazetteer;
use serde::Deserialize;
use std::{collections::BTreeSet, path::Path};

/// The items' file, relative to the data folder.
const FILE: &str = "cep/current-events.jsonl";

/// Fingerprints of the items that no model may see, because extraction is measured on them.
const HELD_OUT: &str = include_str!("held_out_items.txt");

#[derive(Deserialize)]
struct Item {
    text: String,
    links: Vec<(usize, usize, String)>,
}

/// The texts of all items but those held out, each a document.
pub(crate) fn documents(data: &Path, gazetteer: &Gazetteer) -> Result<Vec<LabelledDocument>> {
    let path = data.join(FILE);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let held_out: BTreeSet<&str> = HELD_OUT.lines().collect();
    let mut documents = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let item: Item = serde_json::from_str(line)
            .with_context(|| format!("{}: line {}: no news item", path.display(), at + 1))?;
        if !held_out.contains(fingerprint(&item.text).as_str()) {
            documents.push(document(&item, gazetteer)?);
        }
    }
    Ok(documents)
}

/// 64-bit FNV-1a of the text, hexadecimal.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn document(item: &Item, gazetteer: &Gazetteer) -> Result<LabelledDocument> {
    let characters: Vec<char> = item.text.chars().collect();
    let marks: Vec<Mark> = item
        .links
        .iter()
        .filter_map(|(start, end, title)| {
            let anchor: String = characters.get(*start..*end)?.iter().collect();
            let classes = classes(&anchor, title, gazetteer)?;
            Some(Mark {
                span: Span::new(*start, *end),
                classes,
            })
        })
        .collect();
    from_text(
        &item.text,
        &marks,
        conventions::NEWS_LINKS.unmarked,
        gazetteer,
    )
}

/// The classes a link's text may name; none when the link is no name.
fn classes(anchor: &str, title: &str, gazetteer: &Gazetteer) -> Option<ClassSet> {
    let words: Vec<&str> = anchor.split_whitespace().collect();
    let named = words.iter().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(
                *word,
                "of" | "the"
                    | "for"
                    | "and"
                    | "de"
                    | "al"
                    | "in"
                    | "on"
                    | "del"
                    | "da"
                    | "bin"
                    | "von"
                    | "van"
            )
    });
    let edges = words
        .first()
        .is_some_and(|word| word.starts_with(char::is_uppercase))
        && words
            .last()
            .is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let own_article = title.starts_with(anchor.split(' ').next().unwrap_or_default());
    if !named
        || !edges
        || anchor.contains(',')
        || conventions::is_people(anchor, gazetteer.demonym(anchor).is_some())
    {
        return None;
    }
    let same = |name: &str| gazetteer.lookup(name).first().copied();
    let known = same(anchor)
        .filter(|&id| gazetteer.entry(id).label == title || same(title) == Some(id))
        .map_or(ClassSet::NONE, |id| {
            conventions::gazetteer_class(&gazetteer.entry(id).class)
        });
    if !known.is_empty() {
        return Some(known);
    }
    own_article.then_some(ClassSet::ANY)
}
