//! The names that the recogniser saw, without what does not belong to them and with the class that their words tell.

use super::gazetteer_names::means_no_person;
use super::known_names::{KnownName, Meaning};
use super::name_edges::{
    begins_office, trimmed, with_hyphenated_end, with_joined_start, with_operation, without_demonym,
};
use super::reading::{Reading, is_plural, surface};
use super::span::NameSpan;
use super::titles::{after_titles, ends_office, is_honorific, office_at};
use super::typing::{class_by_noun, class_by_shape, noun_may_decide, opens_operation};
use newsgraph_language::{Name, NameClass, Sentence, Upos};
use newsgraph_model::MentionKind;
use std::ops::Range;

pub(super) fn recognised_spans(
    reading: Reading<'_>,
    index: usize,
    known: &[KnownName],
) -> Vec<NameSpan> {
    let sentence = reading.sentence(index);
    let mut spans: Vec<NameSpan> = Vec::new();
    for name in sentence
        .outer_names()
        .flat_map(|name| namesakes(sentence, name))
    {
        let (class, tokens) = retitled(reading, sentence, &name);
        let Some(tokens) = trimmed(reading, sentence, tokens, class) else {
            continue;
        };
        let tokens = with_hyphenated_end(sentence, tokens);
        let tokens = without_demonym(reading, sentence, tokens);
        let tokens = with_operation(sentence, tokens);
        let is_operation = tokens.len() > 1 && opens_operation(&sentence.tokens[tokens.start]);
        let class = if is_operation {
            NameClass::Event
        } else {
            class
        };
        let within = tokens.clone();
        let tokens = with_joined_start(reading, sentence, tokens);
        if tokens != within {
            spans.retain(|span| !span.overlaps(&tokens));
        }
        let longer_known = known.iter().any(|known| {
            known.tokens.start <= tokens.start
                && tokens.end <= known.tokens.end
                && (known.tokens != tokens
                    || class != NameClass::Person
                    || tokens.len() > 1
                    || matches!(known.meaning, Meaning::Demonym(_)))
        });
        let inside = spans.iter().any(|span| span.overlaps(&tokens));
        let no_person = class == NameClass::Person
            && known.iter().any(|known| {
                known.tokens == tokens
                    && means_no_person(reading, sentence, known)
                    && !is_surname_here(reading, sentence, &tokens)
            });
        if longer_known
            || inside
            || begins_office(reading, sentence, &tokens)
            || no_person
            || is_joined_pair(sentence, known, &tokens)
        {
            continue;
        }
        if class == NameClass::Nationality {
            spans.extend(unknown_people(reading, index, tokens));
        } else {
            spans.push(recognised_span(reading, index, tokens, class));
        }
    }
    spans
}

pub(super) fn recognised_span(
    reading: Reading<'_>,
    index: usize,
    tokens: Range<usize>,
    recognised: NameClass,
) -> NameSpan {
    let sentence = reading.sentence(index);
    let name = surface(sentence, tokens.clone());
    // "Epic Games" is a company although games are events.
    let by_noun = noun_may_decide(Some(recognised))
        .then(|| class_by_noun(reading, sentence, &tokens))
        .flatten()
        .filter(|class| recognised != NameClass::Organisation || !reading.is_a(class, "Event"));
    let titled = by_noun.is_none()
        && matches!(recognised, NameClass::Organisation | NameClass::Place)
        && ends_office(reading, sentence, tokens.start);
    let seen = if titled {
        NameClass::Person
    } else {
        recognised
    };
    NameSpan {
        sentence: index,
        class: by_noun.unwrap_or_else(|| class_by_shape(seen).to_owned()),
        tokens,
        name,
        short: None,
        gazetteer: None,
        kind: MentionKind::Name,
        recognised: Some(seen),
        anonymous: false,
    }
}

/// "Kenya Power and Uganda Power" are two names that end in the same word.
fn namesakes(sentence: &Sentence, name: &Name) -> Vec<Name> {
    let Range { start, end } = name.tokens;
    let word = |token: usize| &*sentence.tokens[token].text;
    let joint = (start + 2..end.saturating_sub(2))
        .find(|&token| word(token) == "and" && word(token - 1) == word(end - 1));
    match joint {
        Some(and) => [start..and, and + 1..end]
            .map(|tokens| Name {
                tokens,
                ..name.clone()
            })
            .to_vec(),
        None => vec![name.clone()],
    }
}

/// A people that the gazetteer does not know: its plural names a group; an adjective names nobody.
fn unknown_people(reading: Reading<'_>, index: usize, tokens: Range<usize>) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let last = &sentence.tokens[tokens.end - 1];
    (matches!(last.upos, Upos::Noun | Upos::Propn) && is_plural(last))
        .then(|| recognised_span(reading, index, tokens, NameClass::Nationality))
}

/// A name that begins with an office and goes on with a given name is a person's, whatever it was taken for.
fn retitled(reading: Reading<'_>, sentence: &Sentence, name: &Name) -> (NameClass, Range<usize>) {
    let Range { start, end } = name.tokens;
    let first = after_titles(reading, sentence, start, end);
    let titled = first > start
        && first < end
        && (start..first).any(|token| {
            office_at(reading, sentence, token).is_some() || is_honorific(reading, sentence, token)
        })
        && (reading
            .ontology
            .gazetteer
            .given_name(&sentence.tokens[first].text)
            .is_some()
            || end - first < 3 && class_by_noun(reading, sentence, &(first..end)).is_none());
    // "Saint Helena Island"
    let is_place =
        name.class == NameClass::Place && class_by_noun(reading, sentence, &(start..end)).is_some();
    if titled && name.class != NameClass::Person && !is_place {
        (NameClass::Person, first..end)
    } else {
        (name.class, start..end)
    }
}

/// Whether the article gives the word as the end of a longer name of a person: "Denzel Washington".
pub(super) fn is_surname_here(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: &Range<usize>,
) -> bool {
    let word = &sentence.tokens[tokens.end - 1].text;
    reading.analysis.sentences.iter().any(|other| {
        other.names.iter().any(|name| {
            name.class == NameClass::Person
                && name.tokens.len() > 1
                && other.tokens[name.tokens.end - 1].text == *word
        })
    })
}

/// "Chad-Sudan" before "border": two known names that a hyphen or dash joins are no name of their own.
fn is_joined_pair(sentence: &Sentence, known: &[KnownName], tokens: &Range<usize>) -> bool {
    known.iter().any(|first| {
        first.tokens.start == tokens.start
            && sentence
                .tokens
                .get(first.tokens.end)
                .is_some_and(|mark| matches!(&*mark.text, "-" | "–" | "—" | "/"))
            && known.iter().any(|second| {
                second.tokens.start == first.tokens.end + 1 && second.tokens.end == tokens.end
            })
    })
}
