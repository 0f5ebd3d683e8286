//! KnowledgeNet (Mesquita et al., EMNLP 2019): facts of fifteen properties in single sentences, each sentence
//! annotated exhaustively for the properties it lists.

use super::passage::{Fact, Passage, is_name};
use anyhow::{Context, Result};
use newsgraph_model::Span;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Record {
    doc: String,
    begin: usize,
    text: String,
    facts: Vec<FactRecord>,
    #[serde(default)]
    no_fact: Vec<String>,
}

#[derive(Deserialize)]
struct FactRecord {
    property: String,
    subject: Mention,
    object: Mention,
}

/// Start, end, words, Wikidata id.
type Mention = (usize, usize, String, Option<String>);

/// Every sentence of the training folds.
pub(super) fn passages(data: &Path) -> Result<Vec<Passage>> {
    let path = data.join("knowledgenet/train_facts.jsonl");
    let name = path.display().to_string();
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?;
    text.lines()
        .enumerate()
        .map(|(number, line)| {
            let record: Record =
                serde_json::from_str(line).with_context(|| format!("{name}:{}", number + 1))?;
            Ok(passage(record))
        })
        .collect()
}

fn passage(record: Record) -> Passage {
    let kinds = record
        .facts
        .iter()
        .map(|fact| fact.property.clone())
        .chain(record.no_fact)
        .collect();
    let facts = record
        .facts
        .into_iter()
        .map(|fact| Fact {
            named: is_name(&fact.subject.2) && is_name(&fact.object.2),
            kind: fact.property,
            subject: vec![Span::new(fact.subject.0, fact.subject.1)],
            object: vec![Span::new(fact.object.0, fact.object.1)],
        })
        .collect();
    Passage {
        id: format!("{}-{}", record.doc, record.begin),
        reach: record.text.chars().count(),
        text: record.text,
        published: None,
        facts,
        kinds,
        ends: None,
    }
}
