//! The report as a person reads it.

use super::{Example, Row, Summary};
use std::fmt::Write as _;

/// How many groups of a kind are shown; the JSON form has them all.
const GROUPS: usize = 100;
/// How many details of a group are shown.
const DETAILS: usize = 3;

/// The report as Markdown.
pub(super) fn of(summary: &Summary) -> String {
    let mut text = format!(
        "# What the ontology has no words for\n\n\
         {} of {} sentences that name two entities make no claim ({} articles). Each list has the most \
         frequent first; places are characters of the article.\n",
        summary.sentences_without_claim, summary.sentences_with_two_entities, summary.articles
    );
    section(
        &mut text,
        "Relations",
        "Words that tie two entities together in a sentence without a claim. With slots they can be added as \
         they stand: `ng:pattern \"…\"` in a relation type of a file for `--ontology`.",
        &summary.relations,
    );
    section(
        &mut text,
        "Titles and offices",
        "Nouns beside a person's name that the lexicon does not list. Add them to a rank, \
         `ng:OfficialRank ng:office \"…\"`, or to the nouns for people, in a file for `--ontology`.",
        &summary.titles,
    );
    section(
        &mut text,
        "Unresolved dates",
        "Give articles without a date one with `--metadata` or `--date`.",
        &summary.dates,
    );
    section(
        &mut text,
        "Ambiguous names",
        "Names with several readings. An entry in a file for `--gazetteer` settles one.",
        &summary.names,
    );
    text
}

fn section(text: &mut String, title: &str, advice: &str, rows: &[Row]) {
    let _ = writeln!(text, "\n## {title}\n");
    if rows.is_empty() {
        let _ = writeln!(text, "None.");
        return;
    }
    let _ = writeln!(text, "{advice}\n");
    rows.iter()
        .take(GROUPS)
        .for_each(|row| write_row(text, row));
    if rows.len() > GROUPS {
        let _ = writeln!(
            text,
            "\n… and {} more in the JSON form.",
            rows.len() - GROUPS
        );
    }
}

fn write_row(text: &mut String, row: &Row) {
    let mut facts: Vec<String> = row
        .details
        .iter()
        .take(DETAILS)
        .filter(|detail| detail.text != row.key)
        .map(|detail| match detail.count {
            count if count == row.count => detail.text.clone(),
            count => format!("{} ({count})", detail.text),
        })
        .collect();
    let hidden = row.details.len().saturating_sub(DETAILS);
    if hidden > 0 {
        facts.push(format!("and {hidden} others"));
    }
    facts.extend(row.note.clone());
    let facts = match facts.join("; ") {
        none if none.is_empty() => none,
        facts => format!(": {facts}"),
    };
    let _ = writeln!(
        text,
        "- **{}** × `{}` in {}{facts}",
        row.count,
        row.key,
        counted(row.articles),
    );
    for example in &row.examples {
        let _ = writeln!(text, "  - {}", quoted(example));
    }
}

fn counted(articles: usize) -> String {
    match articles {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    }
}

/// "crimea 120–240: Kyiv **hosted** Ruiz."
fn quoted(example: &Example) -> String {
    let (sentence, words) = (&example.sentence, &example.words);
    let characters = || sentence.text.chars();
    let before = words.start.saturating_sub(sentence.start);
    let behind = words.end.saturating_sub(sentence.start);
    let one_line = |text: String| {
        let end = if text.ends_with(char::is_whitespace) {
            " "
        } else {
            ""
        };
        let start = if text.starts_with(char::is_whitespace) {
            " "
        } else {
            ""
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        format!("{start}{}{end}", words.join(" "))
    };
    format!(
        "{} {}–{}: {}**{}**{}",
        example.document,
        sentence.start,
        sentence.end,
        one_line(characters().take(before).collect()),
        one_line(words.text.clone()),
        one_line(characters().skip(behind).collect())
    )
}
