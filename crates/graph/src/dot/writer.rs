use super::DotOptions;
use super::label::{quoted, time, wrapped};
use super::legend;
use super::selection::Selection;
use super::style::{EdgeStyle, NodeStyle};
use crate::{Certainty, EntityNode, KnowledgeGraph, Relation};
use newsgraph_ontology::ClassTree;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Longest list of relations on one edge.
const LINES_PER_EDGE: usize = 4;
/// Longest list of dates in one line.
const DATES_PER_LINE: usize = 2;
/// What the IRIs of most nodes begin with; it is left out of their DOT names.
const NAMESPACE: &str = "https://w3id.org/newsgraph/";

const HEAD: &str = "\
  graph [rankdir=LR, splines=true, nodesep=0.28, ranksep=0.9, pad=0.3, bgcolor=\"white\", fontname=\"Helvetica,Arial,sans-serif\", \
fontsize=18, labelloc=t];
  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, penwidth=1.3, margin=\"0.14,0.08\"];
  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, arrowsize=0.7, penwidth=1.2];
";

/// Relations between the same two entities that are drawn as one line.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line<'g> {
    from: &'g str,
    to: &'g str,
    certainty: Certainty,
    symmetric: bool,
}

pub(super) fn write(
    graph: &KnowledgeGraph,
    classes: &ClassTree,
    selection: &Selection<'_>,
    options: &DotOptions,
) -> String {
    let mut out = String::from("digraph newsgraph {\n");
    out.push_str(HEAD);
    let _ = writeln!(
        out,
        "  label={};",
        quoted(&heading(graph, selection, options))
    );
    let mut node_styles = BTreeSet::new();
    for entity in &selection.entities {
        let style = NodeStyle::of_class(entity.class(), classes);
        node_styles.insert(style);
        out.push_str(&node(entity, style, selection));
    }
    let lines = lines(graph, selection);
    for (line, relations) in &lines {
        out.push_str(&edge(graph, line, relations));
    }
    if !selection.entities.is_empty() {
        let certainties = lines.keys().map(|line| line.certainty).collect();
        let table = legend::table(&node_styles, &certainties);
        let _ = writeln!(out, "  legend [shape=plain, fontsize=10, label={table}];");
    }
    out.push_str("}\n");
    out
}

fn heading(graph: &KnowledgeGraph, selection: &Selection<'_>, options: &DotOptions) -> String {
    let share = |drawn: usize, all: usize, one: &str, many: &str| {
        if drawn == all {
            counted(all, one, many)
        } else {
            format!("{drawn} of {}", counted(all, one, many))
        }
    };
    let counts = [
        counted(graph.articles().len(), "article", "articles"),
        share(
            selection.entities.len(),
            graph.entities().len(),
            "entity",
            "entities",
        ),
        share(
            selection.relations.len(),
            graph.relations().len(),
            "relation",
            "relations",
        ),
    ];
    match &options.title {
        Some(title) => format!("{title}\n{}", counts.join(" · ")),
        None => counts.join(" · "),
    }
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn node_name(iri: &str) -> &str {
    iri.strip_prefix(NAMESPACE).unwrap_or(iri)
}

fn node(entity: &EntityNode, style: NodeStyle, selection: &Selection<'_>) -> String {
    let weight = selection
        .weights
        .get(entity.iri())
        .copied()
        .unwrap_or_default();
    let mut tooltip = entity.class().to_owned();
    for name in entity.other_names() {
        let _ = write!(tooltip, ", {name}");
    }
    format!(
        "  {} [label={}, shape={}, style=\"{}\", fillcolor=\"{}\", color=\"{}\", fontsize={}, tooltip={}];\n",
        quoted(node_name(entity.iri())),
        quoted(&wrapped(entity.label())),
        style.shape(),
        style.drawing(),
        style.fill(),
        style.border(),
        font_size(weight),
        quoted(&tooltip),
    )
}

/// Entities that more is told of are written larger.
fn font_size(claims: usize) -> usize {
    match claims {
        0..=3 => 11,
        4..=9 => 13,
        10..=29 => 15,
        _ => 18,
    }
}

fn lines<'g>(
    graph: &KnowledgeGraph,
    selection: &Selection<'g>,
) -> BTreeMap<Line<'g>, Vec<&'g Relation>> {
    let mut lines: BTreeMap<Line<'_>, Vec<&Relation>> = BTreeMap::new();
    for relation in &selection.relations {
        let key = relation.key();
        let line = Line {
            from: &key.subject,
            to: &key.object,
            certainty: relation.certainty(),
            symmetric: graph.kind_of(relation).is_some_and(|kind| kind.symmetric),
        };
        lines.entry(line).or_default().push(relation);
    }
    lines
}

fn edge(graph: &KnowledgeGraph, line: &Line<'_>, relations: &[&Relation]) -> String {
    let style = EdgeStyle::of(line.certainty);
    let mut texts: Vec<String> = relations
        .iter()
        .take(LINES_PER_EDGE)
        .map(|relation| relation_text(graph, relation))
        .collect();
    if relations.len() > LINES_PER_EDGE {
        texts.push(format!("and {} more", relations.len() - LINES_PER_EDGE));
    }
    let articles: BTreeSet<&str> = relations.iter().flat_map(|r| r.articles()).collect();
    let tooltip = format!("in {}", articles.into_iter().collect::<Vec<_>>().join(", "));
    let direction = if line.symmetric { ", dir=none" } else { "" };
    format!(
        "  {} -> {} [label={}, style={}, color=\"{}\", fontcolor=\"{}\", arrowhead={}{direction}, tooltip={}];\n",
        quoted(node_name(line.from)),
        quoted(node_name(line.to)),
        quoted(&texts.join("\n")),
        style.line,
        style.color,
        style.color,
        style.arrow,
        quoted(&tooltip),
    )
}

/// "meets, 10 May 2017 ×3"
fn relation_text(graph: &KnowledgeGraph, relation: &Relation) -> String {
    let name = graph
        .kind_of(relation)
        .map_or(&*relation.key().relation, |kind| &*kind.label);
    let denied = relation.certainty() == Certainty::Denied;
    let mut text = if denied {
        format!("✕ {name}")
    } else {
        name.to_owned()
    };
    let mut dates: Vec<String> = relation.times().into_iter().filter_map(time).collect();
    dates.dedup();
    if dates.len() > DATES_PER_LINE {
        dates.truncate(DATES_PER_LINE);
        dates.push("…".to_owned());
    }
    if !dates.is_empty() {
        let _ = write!(text, ", {}", dates.join("; "));
    }
    let count = if denied {
        relation.denials()
    } else {
        relation.support()
    };
    if count > 1 {
        let _ = write!(text, " ×{count}");
    }
    if !denied && relation.denials() > 0 {
        text.push_str(" (denied too)");
    }
    text
}
