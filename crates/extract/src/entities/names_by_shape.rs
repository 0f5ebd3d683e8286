//! Capitalised words that neither the recogniser nor the gazetteer knows.

use super::reading::{Reading, is_word, lower};
use super::recognised_names::recognised_span;
use super::span::NameSpan;
use super::titles::{is_honorific, office_at};
use super::typing::class_by_noun;
use crate::calendar_words::is_month_or_weekday;
use newsgraph_language::{NameClass, Sentence, Upos};
use std::ops::Range;

/// Sequences of proper nouns that no span covers; particles and "of" hold a name together.
pub(super) fn capitalised_runs(
    reading: Reading<'_>,
    sentence: &Sentence,
    spans: &[NameSpan],
) -> Vec<Range<usize>> {
    let free = |token: usize| {
        let word = &sentence.tokens[token];
        word.upos == Upos::Propn
            && word.text.contains(char::is_uppercase)
            && !is_month_or_weekday(lower(word).trim_end_matches('.'))
            && !is_honorific(reading, sentence, token)
            && !spans.iter().any(|span| span.overlaps(&(token..token + 1)))
    };
    let mut runs = Vec::new();
    let mut start = 0;
    while start < sentence.tokens.len() {
        if !free(start) {
            start += 1;
            continue;
        }
        if let Some((_, next)) = office_at(reading, sentence, start) {
            start = next;
            continue;
        }
        let mut end = start + 1;
        while end < sentence.tokens.len() {
            let after = (end..sentence.tokens.len())
                .take(3)
                .find(|&token| !is_word(&sentence.tokens[token], PARTICLES));
            match after {
                Some(next) if next == end && free(end) => end += 1,
                Some(next) if next > end && free(next) => end = next + 1,
                _ => break,
            }
        }
        runs.push(start..end);
        start = end;
    }
    runs
}

const PARTICLES: &[&str] = &[
    "al", "-", "bin", "ibn", "de", "del", "della", "di", "da", "dos", "van", "von", "der", "la",
    "le", "el",
];

/// A name by its shape alone: two or more words that begin with a given name, or words ending in the noun of a
/// body, place or event.
pub(super) fn span_by_shape(
    reading: Reading<'_>,
    index: usize,
    tokens: Range<usize>,
) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let given = reading
        .ontology
        .gazetteer
        .given_name(&sentence.tokens[tokens.start].text)
        .is_some();
    let by_noun = class_by_noun(reading, sentence, &tokens);
    let recognised = if tokens.len() > 1 && given {
        NameClass::Person
    } else if tokens.len() > 1 && by_noun.is_some() {
        NameClass::Organisation
    } else {
        return None;
    };
    Some(recognised_span(reading, index, tokens, recognised))
}
