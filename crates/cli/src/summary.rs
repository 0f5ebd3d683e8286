//! What `build` tells a person when it is done.

use crate::inputs::Skipped;
use crate::statement;
use anstyle::{AnsiColor, Style};
use newsgraph_graph::{KnowledgeGraph, TimelineEntry};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How many rows of a table are shown before the rest is summed up.
const ROWS: usize = 12;
/// How many events of the timeline are shown.
const EVENTS: usize = 15;

const HEADING: Style = Style::new().bold();
const COMMAND: Style = AnsiColor::Cyan.on_default();

/// "error:" in the colour of errors.
pub(crate) fn error_label() -> String {
    paint(AnsiColor::Red.on_default().bold(), "error:")
}

/// "skipped" in the colour of warnings.
pub(crate) fn skipped_label() -> String {
    paint(AnsiColor::Yellow.on_default(), "skipped")
}

/// The whole summary of a build.
pub(crate) fn of_build(graph: &KnowledgeGraph, skipped: &[Skipped], out: &Path) -> String {
    let mut text = headline(graph, skipped);
    text.push_str(&entities(graph));
    text.push_str(&relations(graph));
    text.push_str(&timeline(graph));
    text.push_str(&skipped_inputs(skipped));
    text.push_str(&next_commands(out));
    text
}

fn headline(graph: &KnowledgeGraph, skipped: &[Skipped]) -> String {
    let read = counted(graph.articles().len(), "article", "articles");
    let entities = counted(graph.entities().len(), "entity", "entities");
    let edges = counted(graph.relations().len(), "relation", "relations");
    let left_out = match skipped.len() {
        0 => String::new(),
        count => format!(", {count} skipped"),
    };
    format!(
        "{}\n",
        paint(
            HEADING,
            &format!("{read} read{left_out}: {entities}, {edges}")
        )
    )
}

fn entities(graph: &KnowledgeGraph) -> String {
    let counts = graph.class_counts();
    let rows = by_count(&counts).map(|(class, &count)| [class.to_owned(), count.to_string()]);
    let mut text = section("Entities by type");
    text.push_str(&table(rows.collect()));
    let busiest: Vec<_> = graph
        .top_entities(5)
        .iter()
        .map(|ranked| ranked.entity.label().to_owned())
        .collect();
    if !busiest.is_empty() {
        let _ = writeln!(text, "  most claims: {}", busiest.join(", "));
    }
    text
}

fn relations(graph: &KnowledgeGraph) -> String {
    let counts = graph.relation_counts();
    if counts.is_empty() {
        return format!("{}  none\n", section("Relations by type"));
    }
    let by_edges: BTreeMap<&str, usize> = counts
        .iter()
        .map(|(name, (edges, _))| (*name, *edges))
        .collect();
    let rows = by_count(&by_edges).map(|(name, &edges)| [name.to_owned(), edges.to_string()]);
    let mut text = section("Relations by type");
    text.push_str(&table(rows.collect()));
    text
}

fn timeline(graph: &KnowledgeGraph) -> String {
    let entries = graph.timeline();
    if entries.is_empty() {
        return String::new();
    }
    let mut text = section("Events with dates");
    for entry in entries.iter().take(EVENTS) {
        let _ = writeln!(text, "  {}", event_line(entry));
    }
    if entries.len() > EVENTS {
        let _ = writeln!(text, "  … and {} more", entries.len() - EVENTS);
    }
    text
}

fn event_line(entry: &TimelineEntry<'_>) -> String {
    let when = statement::period(&entry.time).unwrap_or_default();
    let what = &entry.event.label;
    let how = entry.event.modality.as_str().to_lowercase();
    let not = if entry.event.negated { ", denied" } else { "" };
    if how == "actual" && not.is_empty() {
        format!("{when:<24} {what}")
    } else {
        format!("{when:<24} {what}  ({how}{not})")
    }
}

fn skipped_inputs(skipped: &[Skipped]) -> String {
    if skipped.is_empty() {
        return String::new();
    }
    let mut text = section("Skipped");
    for input in skipped {
        let _ = writeln!(text, "  {}: {}", input.input, input.reason);
    }
    text
}

fn next_commands(out: &Path) -> String {
    let kg = out.display();
    let mut text = section(&format!(
        "{kg} holds documents.jsonl, graph.trig and graph.dot. Next, try"
    ));
    for command in [
        format!(
            "newsgraph query {kg} 'SELECT ?who ?post WHERE {{ ?p ng:holdsPost ?o . ?p rdfs:label ?who . ?o rdfs:label ?post }}'"
        ),
        format!("newsgraph export {kg} --format dot | dot -Tsvg > graph.svg"),
        format!("newsgraph export {kg} --format turtle | less"),
    ] {
        let _ = writeln!(text, "  {}", paint(COMMAND, &command));
    }
    text
}

/// Rows in two columns, the numbers to the right; what does not fit is summed up.
fn table(rows: Vec<[String; 2]>) -> String {
    let hidden = rows.len().saturating_sub(ROWS);
    let shown = &rows[..rows.len() - hidden];
    let width = shown
        .iter()
        .map(|[name, _]| name.chars().count())
        .max()
        .unwrap_or(0);
    let mut text: String = shown
        .iter()
        .map(|[name, count]| format!("  {name:<width$}  {count:>5}\n"))
        .collect();
    if hidden > 0 {
        let _ = writeln!(text, "  … and {hidden} more types");
    }
    text
}

/// The largest count first, equal counts by name.
fn by_count<'c>(
    counts: &'c BTreeMap<&'c str, usize>,
) -> impl Iterator<Item = (&'c str, &'c usize)> {
    let mut sorted: Vec<_> = counts.iter().map(|(name, count)| (*name, count)).collect();
    sorted.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
    sorted.into_iter()
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn section(title: &str) -> String {
    format!("\n{}\n", paint(HEADING, title))
}

fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
