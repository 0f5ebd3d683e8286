//! re3d (Dstl, 2017): news and statements on the war in Syria and Iraq, with relations between marked entities
//! of one sentence.

use super::passage::{Fact, Passage, is_name};
use anyhow::{Context, Result};
use newsgraph_model::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;

const FOLDERS: [&str; 6] = [
    "Australian Department of Foreign Affairs",
    "CENTCOM",
    "Delegation of the European Union to Syria",
    "UK Government",
    "US State Department",
    "Wikipedia",
];

#[derive(Deserialize)]
struct DocumentRecord {
    #[serde(rename = "_id")]
    id: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EntityRecord {
    document_id: String,
    begin: usize,
    end: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RelationRecord {
    document_id: String,
    #[serde(rename = "type")]
    kind: String,
    source_begin: usize,
    source_end: usize,
    source: String,
    target_begin: usize,
    target_end: usize,
    target: String,
}

/// Every document of every folder.
pub(super) fn passages(data: &Path) -> Result<Vec<Passage>> {
    let mut all = Vec::new();
    for folder in FOLDERS {
        let folder = data.join("re3d").join(folder);
        let documents: Vec<DocumentRecord> = records(&folder.join("documents.json"))?;
        let mut passages: BTreeMap<String, Passage> = documents
            .into_iter()
            .map(|document| (document.id.clone(), empty(document)))
            .collect();
        for entity in records::<EntityRecord>(&folder.join("entities.json"))? {
            if let Some(passage) = passages.get_mut(&entity.document_id) {
                let span = Span::new(entity.begin, entity.end);
                passage.ends.get_or_insert_default().push(span);
            }
        }
        for relation in records::<RelationRecord>(&folder.join("relations.json"))? {
            if let Some(passage) = passages.get_mut(&relation.document_id) {
                passage.facts.push(fact(relation));
            }
        }
        all.extend(passages.into_values());
    }
    let kinds: std::collections::BTreeSet<String> = all
        .iter()
        .flat_map(|passage| passage.facts.iter().map(|fact| fact.kind.clone()))
        .collect();
    for passage in &mut all {
        passage.kinds.clone_from(&kinds);
    }
    Ok(all)
}

fn empty(document: DocumentRecord) -> Passage {
    Passage {
        id: document.id,
        reach: document.text.chars().count(),
        text: document.text,
        ends: Some(Vec::new()),
        ..Passage::default()
    }
}

fn fact(relation: RelationRecord) -> Fact {
    Fact {
        kind: relation.kind,
        subject: vec![Span::new(relation.source_begin, relation.source_end)],
        object: vec![Span::new(relation.target_begin, relation.target_end)],
        named: is_name(&relation.source) && is_name(&relation.target),
    }
}

/// The records of a file with one JSON object a line.
fn records<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).with_context(|| format!("{name}:{}", number + 1))
        })
        .collect()
}
