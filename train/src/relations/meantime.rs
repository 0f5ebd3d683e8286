//! MEANTIME (Minard et al., LREC 2016): Wikinews articles whose first six sentences are annotated exhaustively
//! with entities, events and PropBank roles.

use super::mapping::Mapping;
use super::passage::{Fact, Passage};
use anyhow::{Context, Result};
use newsgraph_model::{Date, Span};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    date: Option<Date>,
    annotated_sentences: usize,
    sentences: Vec<(usize, usize)>,
    mentions: Vec<Mention>,
    entities: Vec<Cluster>,
    roles: Vec<Role>,
}

#[derive(Deserialize)]
struct Mention {
    id: String,
    begin: usize,
    end: usize,
    text: String,
    head: Option<String>,
    syntactic_type: Option<String>,
}

#[derive(Deserialize)]
struct Cluster {
    mentions: Vec<String>,
}

#[derive(Deserialize)]
struct Role {
    event: String,
    entity: String,
    role: String,
}

/// The development articles.
pub(super) fn passages(data: &Path, mapping: &Mapping) -> Result<Vec<Passage>> {
    let path = data.join("meantime/meantime-dev.jsonl");
    let name = path.display().to_string();
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?;
    text.lines()
        .enumerate()
        .map(|(number, line)| {
            let record: Record =
                serde_json::from_str(line).with_context(|| format!("{name}:{}", number + 1))?;
            Ok(passage(record, mapping))
        })
        .collect()
}

fn passage(record: Record, mapping: &Mapping) -> Passage {
    let facts = facts(&record, mapping);
    let last = record.annotated_sentences.saturating_sub(1);
    let clustered: BTreeSet<&String> = record
        .entities
        .iter()
        .flat_map(|cluster| &cluster.mentions)
        .collect();
    Passage {
        kinds: mapping
            .of("meantime")
            .iter()
            .map(|row| row.kind.clone())
            .collect(),
        reach: record.sentences.get(last).map_or(0, |sentence| sentence.1),
        ends: Some(
            record
                .mentions
                .iter()
                .filter(|mention| clustered.contains(&mention.id))
                .map(|mention| Span::new(mention.begin, mention.end))
                .collect(),
        ),
        id: record.id,
        text: record.text,
        published: record.date,
        facts,
    }
}

/// One fact for each pair of entities that are agent and another party of an event of a known kind.
fn facts(record: &Record, mapping: &Mapping) -> Vec<Fact> {
    let mentions: BTreeMap<&str, &Mention> = record
        .mentions
        .iter()
        .map(|mention| (mention.id.as_str(), mention))
        .collect();
    let cluster_of = |id: &str| {
        let holds = |cluster: &&Cluster| cluster.mentions.iter().any(|mention| mention == id);
        record.entities.iter().find(holds)
    };
    let spans = |cluster: &Cluster| -> Vec<Span> {
        let known = cluster
            .mentions
            .iter()
            .filter_map(|id| mentions.get(id.as_str()));
        known
            .map(|mention| Span::new(mention.begin, mention.end))
            .collect()
    };
    let is_named = |cluster: &Cluster| {
        let mut known = cluster
            .mentions
            .iter()
            .filter_map(|id| mentions.get(id.as_str()));
        known.any(|mention| mention.syntactic_type.as_deref() == Some("NAM"))
    };
    let mut facts = Vec::new();
    let agents = record.roles.iter().filter(|role| role.role == "Arg0");
    for agent in agents {
        let others = record.roles.iter().filter(|role| {
            role.event == agent.event && role.role.starts_with("Arg") && role.role != "Arg0"
        });
        for other in others {
            let kind = mentions.get(agent.event.as_str()).and_then(|event| {
                let word = event.head.as_deref().unwrap_or(&event.text);
                mapping.kind_of_form("meantime", word)
            });
            let ends = (cluster_of(&agent.entity), cluster_of(&other.entity));
            if let (Some(kind), (Some(subject), Some(object))) = (kind, ends) {
                facts.push(Fact {
                    kind: kind.to_owned(),
                    subject: spans(subject),
                    object: spans(object),
                    named: is_named(subject) && is_named(object),
                });
            }
        }
    }
    facts
}
