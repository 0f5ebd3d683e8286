//! Aircraft by maker and model ("Cessna 441", "Boeing C-17 Globemaster") and ships by what stands before their name ("the
//! frigate Castor").

use super::context_class::is_one_phrase;
use super::product_names::product;
use super::reading::{Reading, is_capitalised, surface};
use super::recognised_names::recognised_span;
use super::span::NameSpan;
use super::typing::class_by_noun;
use newsgraph_language::{NameClass, Sentence, Token, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;
use std::ops::Range;

/// Adds the vehicles of a sentence; a name that runs into one ends before it: "Air Force | Boeing C-17".
pub(super) fn add_vehicles(reading: Reading<'_>, index: usize, spans: &mut Vec<NameSpan>) {
    for tokens in vehicles(reading, index, spans) {
        let owners: Vec<Range<usize>> = spans
            .iter()
            .filter(|span| span.overlaps(&tokens) && span.tokens.start < tokens.start)
            .map(|span| span.tokens.start..tokens.start)
            .collect();
        spans.retain(|span| !span.overlaps(&tokens));
        for owner in owners {
            if !spans.iter().any(|span| span.overlaps(&owner)) {
                spans.push(recognised_span(
                    reading,
                    index,
                    owner,
                    NameClass::Organisation,
                ));
            }
        }
        spans.push(product(reading, index, tokens));
    }
}

/// Ships by what stands before their name; a name that was taken for a person's or a place's among them.
pub(super) fn retype_vessels(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for span in spans {
        if behind_vessel(reading, sentence, span) {
            name_vessel(reading, sentence, span);
        }
    }
}

/// "the frigate Castor", "USS Castor"
fn behind_vessel(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> bool {
    let Some(before) = span.tokens.start.checked_sub(1) else {
        return false;
    };
    let word = &sentence.tokens[before];
    // "MS Rao" is a person.
    let prefix = reading.ontology.lexicon.ship_prefixes.contains(&*word.text)
        && (word.text.len() > 2 || span.class != "Person");
    let noun = word.upos == Upos::Noun
        && reading.is_listed(word, WordList::VesselNoun)
        && is_one_phrase(sentence, before, &span.tokens);
    let country = reading.is_a(&span.class, "Country");
    (prefix || noun) && span.kind == MentionKind::Name && !country
}

/// Makes the name a ship's; letters before it are part of it.
fn name_vessel(reading: Reading<'_>, sentence: &Sentence, span: &mut NameSpan) {
    let before = span.tokens.start - 1;
    let prefixes = &reading.ontology.lexicon.ship_prefixes;
    if prefixes.contains(&*sentence.tokens[before].text) {
        span.tokens.start = before;
        span.short = Some(std::mem::take(&mut span.name));
        span.name = surface(sentence, span.tokens.clone());
    }
    span.class = "Artefact".to_owned();
    span.gazetteer = None;
}

fn vehicles(reading: Reading<'_>, index: usize, spans: &[NameSpan]) -> Vec<Range<usize>> {
    let sentence = reading.sentence(index);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut token = 0;
    while token < sentence.tokens.len() {
        let start = token;
        while is_maker(reading, sentence, token) {
            token += 1;
        }
        let made = token > start && is_model(sentence, token);
        let known = |end: usize| {
            let words = surface(sentence, start..end);
            !reading.ontology.gazetteer.lookup(&words).is_empty()
        };
        if made && !known(token + 1) {
            let end = end_of_model(reading, sentence, token);
            found.push(start..end);
            token = end;
        } else if token == start {
            token += 1;
        }
    }
    found.extend(
        spans
            .iter()
            .filter_map(|span| model_at_end(reading, sentence, span)),
    );
    found
}

fn is_maker(reading: Reading<'_>, sentence: &Sentence, token: usize) -> bool {
    sentence
        .tokens
        .get(token)
        .is_some_and(|word| is_capitalised(word) && reading.is_listed(word, WordList::VehicleMaker))
}

/// "441", "C-17", "SR22": what begins with a figure or a capital and has a figure.
fn is_model(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens.get(token).is_some_and(|word| {
        let begins = |c: char| c.is_ascii_digit() || c.is_uppercase();
        let spelt = word
            .text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/'));
        word.text.starts_with(begins) && spelt && has_figure(word)
    })
}

fn has_figure(word: &Token) -> bool {
    word.text.chars().any(|c| c.is_ascii_digit())
}

/// Behind the model's variant and byname: "737 | -800", "C-17 | Globemaster".
fn end_of_model(reading: Reading<'_>, sentence: &Sentence, model: usize) -> usize {
    let tokens = &sentence.tokens;
    let mut end = model + 1;
    while end < tokens.len() && tokens[end - 1].span.end() == tokens[end].span.start() {
        if !(&*tokens[end].text == "-" || has_figure(&tokens[end])) {
            break;
        }
        end += 1;
    }
    let byname = |token: usize| {
        tokens.get(token).is_some_and(|word| {
            let unknown = reading.ontology.gazetteer.lookup(&word.text).is_empty();
            word.upos == Upos::Propn && is_capitalised(word) && unknown
        })
    };
    end + usize::from(byname(end))
}

/// The model that ends a body's name: "Air Force | F-14".
fn model_at_end(
    reading: Reading<'_>,
    sentence: &Sentence,
    span: &NameSpan,
) -> Option<Range<usize>> {
    let last = span.tokens.end.checked_sub(1)?;
    let owner = span.tokens.start..last;
    let body = span.gazetteer.is_none()
        && span.class == "Organisation"
        && !owner.is_empty()
        && class_by_noun(reading, sentence, &owner)
            .is_some_and(|class| reading.is_a(&class, "Organisation"));
    let letters = sentence.tokens[last].text.starts_with(char::is_uppercase);
    (body && letters && is_model(sentence, last)).then_some(last..last + 1)
}
