//! Names and demonyms of the gazetteer in a sentence, the longest first.

use super::reading::{Reading, is_capitalised, surface};
use newsgraph_language::Sentence;
use newsgraph_ontology::GazetteerId;
use std::ops::Range;

/// Words of a sentence that the gazetteer knows.
#[derive(Clone, Debug)]
pub(super) struct KnownName {
    pub(super) tokens: Range<usize>,
    /// As the text has them.
    pub(super) words: String,
    pub(super) meaning: Meaning,
}

/// What known words may stand for.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A name and the entries it may stand for, the likeliest first.
    Name(Vec<GazetteerId>),
    /// An adjective or noun of this country or territory.
    Demonym(GazetteerId),
}

/// The known names from left to right, the longest at each place, without overlaps.
pub(super) fn known_names(reading: Reading<'_>, sentence: &Sentence) -> Vec<KnownName> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < sentence.tokens.len() {
        match known_name_at(reading, sentence, start) {
            Some(name) => {
                start = name.tokens.end;
                found.push(name);
            }
            None => start += 1,
        }
    }
    found
}

fn known_name_at(reading: Reading<'_>, sentence: &Sentence, start: usize) -> Option<KnownName> {
    known_name_within(reading, sentence, start, sentence.tokens.len())
}

/// The longest known name that starts at a token and ends no later than `end`.
pub(super) fn known_name_within(
    reading: Reading<'_>,
    sentence: &Sentence,
    start: usize,
    end: usize,
) -> Option<KnownName> {
    let first = sentence.tokens.get(start)?;
    let longest = reading
        .ontology
        .gazetteer
        .longest_from(single_model(&first.text).unwrap_or(&first.text));
    let end = end.min(start + longest);
    let capital = (start..end).find(|&token| is_capitalised(&sentence.tokens[token]))?;
    let text = surface(sentence, start..end);
    let mut length = text.len();
    (capital + 1..=end).rev().find_map(|end| {
        let words = &text[..length];
        length -= step_back(sentence, start, end);
        if is_currency(sentence, end) {
            return None;
        }
        Some(KnownName {
            tokens: start..end,
            meaning: meaning_of(reading, words)?,
            words: words.to_owned(),
        })
    })
}

/// By how many bytes the words from `start` get shorter without the one before `end`.
fn step_back(sentence: &Sentence, start: usize, end: usize) -> usize {
    let last = end - 1;
    let gap =
        last > start && sentence.tokens[last - 1].span.end() < sentence.tokens[last].span.start();
    sentence.tokens[last].text.len() + usize::from(gap)
}

/// "A380" of "A380s", several of one model.
pub(super) fn single_model(words: &str) -> Option<&str> {
    words
        .strip_suffix('s')
        .filter(|model| model.ends_with(|c: char| c.is_ascii_digit()))
}

fn meaning_of(reading: Reading<'_>, words: &str) -> Option<Meaning> {
    let gazetteer = &reading.ontology.gazetteer;
    let mut entries = gazetteer.lookup(words);
    if entries.is_empty()
        && let Some(model) = single_model(words)
    {
        entries = gazetteer.lookup(model);
    }
    match gazetteer.demonym(words) {
        Some(country) => {
            let names_group = entries
                .first()
                .is_some_and(|&id| id != country && is_group(reading, id));
            Some(if names_group {
                Meaning::Name(entries.to_vec())
            } else {
                Meaning::Demonym(country)
            })
        }
        None => (!entries.is_empty()).then(|| Meaning::Name(entries.to_vec())),
    }
}

/// Whether the words are a currency's: "US" in "US$20".
pub(super) fn is_currency(sentence: &Sentence, end: usize) -> bool {
    sentence.tokens.get(end).is_some_and(|next| {
        next.text.starts_with('$') && sentence.tokens[end - 1].span.end() == next.span.start()
    })
}

fn is_group(reading: Reading<'_>, id: GazetteerId) -> bool {
    reading.is_a(&reading.entry(id).class, "Group")
}
