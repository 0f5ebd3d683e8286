//! Halves of a divided country by the quarter of the sky alone: "the North" where an article tells of North Korea.

use super::reading::{Reading, is_capitalised, is_word, surface};
use super::span::NameSpan;
use newsgraph_language::{NameClass, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::GazetteerId;

const QUARTERS: [&str; 4] = ["North", "South", "East", "West"];

/// Adds the halves of the countries that the article names; what was taken for another name gives way.
pub(super) fn add_halves_of_countries(reading: Reading<'_>, spans: &mut Vec<NameSpan>) {
    let rests = divided_countries(reading, spans);
    if rests.is_empty() {
        return;
    }
    for (index, sentence) in reading.analysis.sentences.iter().enumerate() {
        for token in 1..sentence.tokens.len() {
            let Some(half) = half_at(reading, sentence, token, &rests) else {
                continue;
            };
            let inside_longer = spans.iter().any(|span| {
                span.sentence == index && span.tokens.contains(&token) && span.tokens.len() > 1
            });
            if inside_longer {
                continue;
            }
            spans.retain(|span| span.sentence != index || !span.tokens.contains(&token));
            spans.push(NameSpan {
                sentence: index,
                tokens: token..token + 1,
                class: reading.entry(half).class.clone(),
                name: surface(sentence, token..token + 1),
                short: None,
                gazetteer: Some(half),
                kind: MentionKind::Name,
                recognised: Some(NameClass::Place),
                anonymous: false,
            });
        }
    }
    spans.sort_by_key(|span| {
        (
            span.sentence,
            span.tokens.start,
            std::cmp::Reverse(span.tokens.end),
        )
    });
}

/// What follows the quarter in the names of the countries that the article has: "Korea".
fn divided_countries(reading: Reading<'_>, spans: &[NameSpan]) -> Vec<String> {
    let countries = spans.iter().filter_map(|span| {
        let entry = reading.entry(span.gazetteer?);
        reading
            .is_a(&entry.class, "Country")
            .then_some(&entry.label)
    });
    let mut rests: Vec<String> = countries
        .filter_map(|label| label.split_once(' '))
        .filter(|(quarter, _)| QUARTERS.contains(quarter))
        .map(|(_, rest)| rest.to_owned())
        .collect();
    rests.sort_unstable();
    rests.dedup();
    rests
}

/// The country that "the North" means; none where several are divided.
fn half_at(
    reading: Reading<'_>,
    sentence: &Sentence,
    token: usize,
    rests: &[String],
) -> Option<GazetteerId> {
    let word = &sentence.tokens[token];
    let goes_on = sentence
        .tokens
        .get(token + 1)
        .is_some_and(|next| next.upos == Upos::Propn && is_capitalised(next) || &*next.text == "-");
    let alone = QUARTERS.contains(&&*word.text)
        && is_word(&sentence.tokens[token - 1], &["the"])
        && !goes_on;
    let mut halves = rests
        .iter()
        .filter(|_| alone)
        .flat_map(|rest| {
            reading
                .ontology
                .gazetteer
                .lookup(&format!("{} {rest}", word.text))
        })
        .filter(|&&half| reading.is_a(&reading.entry(half).class, "Country"));
    let half = halves.next().copied()?;
    halves.next().is_none().then_some(half)
}
