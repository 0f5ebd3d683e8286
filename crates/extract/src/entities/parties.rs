//! Parties and teams in brackets after names, as lists of candidates have them: "Ana Ruiz (Reform)".

use super::reading::{Reading, is_capitalised, is_word, surface};
use super::span::NameSpan;
use newsgraph_language::{NameClass, Sentence};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;
use std::ops::Range;

/// From how many people the brackets of an article are taken for a list's convention.
const CONVENTION: usize = 2;
const LONGEST: usize = 5;

/// Adds the bodies in brackets after people's names, when the article does so for several people.
pub(super) fn add_parties(reading: Reading<'_>, spans: &mut Vec<NameSpan>) {
    let found: Vec<(usize, Range<usize>)> = spans
        .iter()
        .filter(|span| span.class == "Person")
        .filter_map(|person| {
            let sentence = reading.sentence(person.sentence);
            let words = bracket_after(sentence, person.tokens.end)?;
            let free = !spans.iter().any(|span| {
                span.sentence == person.sentence
                    && span.overlaps(&words)
                    && span.gazetteer.is_some()
                    && !reading.is_a(&span.class, "PoliticalOrganisation")
            });
            free.then_some((person.sentence, words))
        })
        .collect();
    if found.len() < CONVENTION {
        return;
    }
    let class = if is_on_votes(reading) {
        "PoliticalOrganisation"
    } else {
        "Organisation"
    };
    for (sentence, tokens) in found {
        let known = spans.iter().any(|span| {
            span.sentence == sentence && span.tokens == tokens && span.gazetteer.is_some()
        });
        if !known {
            spans.retain(|span| span.sentence != sentence || !span.overlaps(&tokens));
            spans.push(NameSpan {
                sentence,
                class: class.to_owned(),
                name: surface(reading.sentence(sentence), tokens.clone()),
                tokens,
                short: None,
                gazetteer: None,
                kind: MentionKind::Name,
                recognised: Some(NameClass::Organisation),
                anonymous: false,
            });
        }
    }
}

/// The capitalised words of the brackets that open at a token.
fn bracket_after(sentence: &Sentence, open: usize) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    if &*tokens.get(open)?.text != "(" {
        return None;
    }
    let close = (open + 1..tokens.len().min(open + 2 + LONGEST))
        .find(|&token| &*tokens[token].text == ")")?;
    let words = open + 1..close;
    let named = !words.is_empty()
        && words.clone().all(|token| {
            is_capitalised(&tokens[token]) || is_word(&tokens[token], &["of", "and", "for", "the"])
        })
        && is_capitalised(&tokens[words.start]);
    let letters: usize = words
        .clone()
        .map(|token| tokens[token].text.chars().count())
        .sum();
    (named && letters > 1).then_some(words)
}

fn is_on_votes(reading: Reading<'_>) -> bool {
    reading.analysis.sentences.iter().any(|sentence| {
        sentence
            .tokens
            .iter()
            .any(|token| reading.is_listed_lemma(token, WordList::VoteNoun))
    })
}
