//! Names that the text introduces or repeats: abbreviations in brackets, and later uses that no recogniser saw.

use super::naming::{Initials, name_key, span_key};
use super::reading::{Reading, is_capitalised, surface};
use super::span::NameSpan;
use newsgraph_language::{Sentence, Upos};
use newsgraph_model::MentionKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Adds abbreviations that stand in brackets after their name; gives (abbreviation, name) as keys.
pub(super) fn add_abbreviations(
    reading: Reading<'_>,
    spans: &mut Vec<NameSpan>,
) -> Vec<(String, String)> {
    let mut aliases = Vec::new();
    let mut added = Vec::new();
    for span in spans.iter() {
        let sentence = reading.sentence(span.sentence);
        let Some(token) = abbreviation_after(reading, sentence, span) else {
            continue;
        };
        let name = sentence.tokens[token].text.to_string();
        aliases.push((name_key(&name), span_key(reading, span)));
        let tokens = token..token + 1;
        if !spans
            .iter()
            .any(|other| other.sentence == span.sentence && other.overlaps(&tokens))
        {
            added.push(NameSpan {
                tokens,
                name,
                kind: MentionKind::Name,
                ..span.clone()
            });
        }
    }
    spans.extend(added);
    aliases
}

/// The capitals in brackets after a name, when they can be made of its letters.
fn abbreviation_after(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<usize> {
    let word = |index: usize| sentence.tokens.get(index).map(|token| &*token.text);
    let at = span.tokens.end + 1;
    if word(span.tokens.end) != Some("(") || word(at + 1) != Some(")") || span.class == "Person" {
        return None;
    }
    let text = word(at)?;
    let key = name_key(text);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let full = name_key(&span.name);
    let same_initial = key.chars().next() == full.chars().next();
    // "the Kurdistan Workers' Party (PKK)": letters of another language.
    let body = reading.is_a(&span.class, "Organisation")
        && !reading.is_a(&span.class, "GeopoliticalEntity")
        && span.tokens.len() > 1;
    let foreign = || {
        body && (2..=6).contains(&text.chars().count())
            && text.chars().all(char::is_uppercase)
            && reading.ontology.gazetteer.lookup(text).is_empty()
            && reading.ontology.gazetteer.demonym(text).is_none()
    };
    (capitals && (Initials::of(&full).are(&key) || same_initial || foreign())).then_some(at)
}

/// Adds spans for words that are a name elsewhere in the article, or the surname of a person named in full.
pub(super) fn add_repeats(reading: Reading<'_>, spans: &mut Vec<NameSpan>) {
    let names = repeated_names(spans);
    let longest = names
        .keys()
        .map(|name| name.split(' ').count())
        .max()
        .unwrap_or(0)
        + 2;
    let mut added = Vec::new();
    for (index, sentence) in reading.analysis.sentences.iter().enumerate() {
        let here: Vec<Range<usize>> = spans
            .iter()
            .filter(|span| span.sentence == index)
            .map(|span| span.tokens.clone())
            .collect();
        let mut start = 0;
        while start < sentence.tokens.len() {
            let found = (start + 1..=sentence.tokens.len().min(start + longest))
                .rev()
                .find_map(|end| {
                    let free = !here
                        .iter()
                        .any(|range| range.start < end && start < range.end);
                    (free && is_proper(sentence, start..end))
                        .then(|| names.get(&surface(sentence, start..end)))
                        .flatten()
                        .map(|&model| (end, model))
                });
            if let Some((end, model)) = found {
                added.push(NameSpan {
                    sentence: index,
                    tokens: start..end,
                    name: surface(sentence, start..end),
                    ..spans[model].clone()
                });
                start = end;
            } else {
                start += 1;
            }
        }
    }
    spans.extend(added);
}

fn is_proper(sentence: &Sentence, tokens: Range<usize>) -> bool {
    tokens
        .clone()
        .any(|token| sentence.tokens[token].upos == Upos::Propn)
        && is_capitalised(&sentence.tokens[tokens.start])
}

/// Names as written → a span that has it.
fn repeated_names(spans: &[NameSpan]) -> FxHashMap<String, usize> {
    let mut names = FxHashMap::default();
    for (index, span) in spans.iter().enumerate() {
        if span.kind == MentionKind::Demonym {
            continue;
        }
        names.entry(span.name.clone()).or_insert(index);
        if span.class == "Person"
            && let Some((_, surname)) = span.name.rsplit_once(' ')
            && surname.chars().count() > 2
        {
            names.entry(surname.to_owned()).or_insert(index);
        }
    }
    names
}
