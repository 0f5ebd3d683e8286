//! Names that are made of a name and a noun: "Lima Declaration", "Hurricane Ana", "Westgate prison".

use super::known_names::{KnownName, Meaning};
use super::reading::{Reading, is_capitalised, lower, surface};
use super::recognised_names::recognised_span;
use super::span::NameSpan;
use super::typing::{class_by_noun, class_of_noun};
use newsgraph_language::{Name, NameClass, Sentence, Upos};
use std::ops::Range;

/// Kinds of storms, which are given names.
const STORMS: &[&str] = &["hurricane", "typhoon", "cyclone", "storm"];

/// Plain words that may stand between a name and the noun of a site: "Westgate high security prison".
const MOST_SITE_WORDS: usize = 3;

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
                && STORMS.contains(&&*lower(&sentence.tokens[token]))
        })
        .map(|token| token..token + 2);
    let mut spans: Vec<NameSpan> = agreements
        .chain(storms)
        .map(|tokens| {
            let mut span = recognised_span(reading, index, tokens, NameClass::Event);
            span.recognised = None;
            span
        })
        .collect();
    let sites = sentence
        .names
        .iter()
        .filter_map(|name| site(reading, sentence, known, name));
    spans.extend(sites.map(|tokens| recognised_span(reading, index, tokens, NameClass::Facility)));
    spans
}

/// "Westgate prison": an unknown name and the plain noun of a site are the site's name. The prison of a town that
/// the gazetteer knows is a prison there, and has no name of its own.
fn site(
    reading: Reading<'_>,
    sentence: &Sentence,
    known: &[KnownName],
    name: &Name,
) -> Option<Range<usize>> {
    let placed = matches!(name.class, NameClass::Place | NameClass::Facility);
    let is_known = known
        .iter()
        .any(|known| known.tokens.start < name.tokens.end && name.tokens.start < known.tokens.end);
    if !placed || is_known {
        return None;
    }
    let plain = |token: usize| {
        sentence.tokens.get(token).is_some_and(|word| {
            matches!(word.upos, Upos::Noun | Upos::Adj) && !is_capitalised(word)
        })
    };
    let start = name.tokens.end;
    let end = (start..)
        .find(|&token| !plain(token))
        .unwrap_or(sentence.tokens.len());
    let facility = (start..end).any(|first| {
        let noun = surface(sentence, first..end).to_lowercase();
        class_of_noun(reading, &noun).as_deref() == Some("Facility")
    });
    let head_is_noun = end > start && sentence.tokens[end - 1].upos == Upos::Noun;
    (end - start <= MOST_SITE_WORDS && head_is_noun && facility).then_some(name.tokens.start..end)
}
