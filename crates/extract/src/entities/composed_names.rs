//! Names that are made of a known one and a noun: "Lima Declaration", "Hurricane Ana".

use super::known_names::{KnownName, Meaning};
use super::reading::{Reading, is_capitalised};
use super::recognised_names::recognised_span;
use super::span::NameSpan;
use super::typing::class_by_noun;
use newsgraph_language::{NameClass, Upos};
use newsgraph_ontology::WordList;

/// Agreements and conferences that are named after a place, and storms with a name of their own.
pub(super) fn composed_names(
    reading: Reading<'_>,
    index: usize,
    known: &[KnownName],
) -> Vec<NameSpan> {
    let sentence = reading.sentence(index);
    let capitalised = |token: usize| {
        sentence.tokens.get(token).is_some_and(|word| {
            matches!(word.upos, Upos::Propn | Upos::Noun) && is_capitalised(word)
        })
    };
    let end_of_run = |start: usize| {
        (start..)
            .find(|&token| !capitalised(token))
            .unwrap_or(sentence.tokens.len())
    };
    let agreements = known
        .iter()
        .filter(|name| matches!(name.meaning, Meaning::Name(_)) && capitalised(name.tokens.end))
        .map(|name| name.tokens.start..end_of_run(name.tokens.end))
        .filter(|tokens| {
            class_by_noun(reading, sentence, tokens)
                .is_some_and(|class| matches!(class.as_str(), "Agreement" | "Conference"))
        });
    let storms = (0..sentence.tokens.len())
        .filter(|&token| {
            capitalised(token)
                && capitalised(token + 1)
                && reading.is_listed(&sentence.tokens[token], WordList::StormNoun)
        })
        .map(|token| token..token + 2);
    agreements
        .chain(storms)
        .map(|tokens| {
            let mut span = recognised_span(reading, index, tokens, NameClass::Event);
            span.recognised = None;
            span
        })
        .collect()
}
