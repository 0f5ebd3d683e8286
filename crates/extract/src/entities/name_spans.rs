//! The words of a sentence that name something: what the recogniser saw, what the gazetteer knows, and
//! capitalised sequences that neither has.

use super::company_names::complete_companies;
use super::composed_names::composed_names;
use super::context_class::{retype_by_context, retype_holders, retype_labels};
use super::gazetteer_names::{known_span, owner_inside};
use super::known_names::known_names;
use super::name_edges::is_field_of_office;
use super::names_by_shape::{capitalised_runs, span_by_shape};
use super::product_names::{possessed_products, product_span, retype_products};
use super::reading::{Reading, is_word, surface};
use super::recognised_names::recognised_spans;
use super::span::NameSpan;
use super::vehicles::{add_vehicles, retype_vessels};
use newsgraph_language::Sentence;
use newsgraph_ontology::GazetteerId;

/// The name spans of a sentence in order; a span may lie inside an earlier one.
pub(super) fn name_spans(reading: Reading<'_>, index: usize) -> Vec<NameSpan> {
    let sentence = reading.sentence(index);
    let mut known = known_names(reading, sentence);
    let mut spans = recognised_spans(reading, index, &known);
    for span in composed_names(reading, index, &known) {
        known.retain(|name| !span.overlaps(&name.tokens));
        spans.retain(|other| !span.overlaps(&other.tokens));
        spans.push(span);
    }
    add_vehicles(reading, index, &mut spans);
    let outer = spans.clone();
    for name in &known {
        if let Some(span) = known_span(reading, index, name, &outer) {
            spans.extend(owner_inside(reading, index, &span));
            spans.push(span);
        }
    }
    for body in &outer {
        let owned = spans
            .iter()
            .any(|span| span.tokens.start == body.tokens.start && span.tokens != body.tokens);
        if !owned {
            spans.extend(owner_inside(reading, index, body));
        }
    }
    for tokens in capitalised_runs(reading, sentence, &spans) {
        let span = span_by_shape(reading, index, tokens.clone())
            .or_else(|| product_span(reading, index, &tokens, &spans));
        spans.extend(span);
    }
    spans.extend(possessed_products(reading, index, &spans));
    retype_products(reading, index, &mut spans);
    spans.retain(|span| {
        span.gazetteer.is_some()
            || span.class == "Person"
            || !is_field_of_office(reading, sentence, &span.tokens)
    });
    spans.sort_by_key(|span| (span.tokens.start, std::cmp::Reverse(span.tokens.end)));
    complete_companies(reading, sentence, &mut spans);
    retype_vessels(reading, sentence, &mut spans);
    retype_by_context(reading, sentence, &mut spans);
    retype_holders(reading, sentence, &mut spans);
    retype_labels(reading, sentence, &mut spans);
    retype_links_of_chains(reading, sentence, &mut spans);
    spans
}

/// In "Nakuru, Rift Valley, Kenya" what stands between two places and their commas is a place, and so is what stands
/// before two; a "Department" behind a place is one of the country, not of its government.
fn retype_links_of_chains(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    let comma = |token: usize| {
        sentence
            .tokens
            .get(token)
            .is_some_and(|token| &*token.text == ",")
    };
    let place = |span: &NameSpan| {
        reading.is_a(&span.class, "Place") || reading.is_a(&span.class, "GeopoliticalEntity")
    };
    let follows = |before: &NameSpan, after: &NameSpan| {
        before.tokens.end + 1 == after.tokens.start && comma(before.tokens.end)
    };
    let given = |span: &NameSpan| {
        let first = &sentence.tokens[span.tokens.start].text;
        reading.ontology.gazetteer.given_name(first).is_some()
    };
    for index in 0..spans.len().saturating_sub(1) {
        let (link, after) = (&spans[index], &spans[index + 1]);
        let before = index.checked_sub(1).map(|before| &spans[before]);
        let behind_place = before.is_some_and(|before| place(before) && follows(before, link));
        let unknown = link.gazetteer.is_none();
        let between = unknown
            && (!place(link) || link.class == "City")
            && behind_place
            && follows(link, after)
            && reading.is_a(&after.class, "Country");
        let opens = || {
            let country = spans.get(index + 2).is_some_and(|wider| {
                follows(after, wider) && reading.is_a(&wider.class, "Country")
            });
            link.class == "Person" && unknown && !given(link) && follows(link, after) && country
        };
        if between {
            spans[index].class = "Territory".to_owned();
        } else if opens() && reading.is_a(&after.class, "Territory") {
            spans[index].class = "City".to_owned();
        }
    }
    for index in 1..spans.len() {
        let department = &*sentence.tokens[spans[index].tokens.end - 1].text == "Department";
        let behind_place = place(&spans[index - 1]) && follows(&spans[index - 1], &spans[index]);
        if department && behind_place && spans[index].gazetteer.is_none() {
            spans[index].class = "Territory".to_owned();
        }
        if behind_place && let Some(territory) = territory_named(reading, sentence, &spans[index]) {
            spans[index].class = "Territory".to_owned();
            spans[index].gazetteer = Some(territory);
        }
    }
}

/// The territory that "Department of La Libertad" is.
fn territory_named(
    reading: Reading<'_>,
    sentence: &Sentence,
    span: &NameSpan,
) -> Option<GazetteerId> {
    let tokens = &sentence.tokens;
    let start = span.tokens.start;
    let is_department = span.gazetteer.is_none()
        && span.tokens.len() > 2
        && is_word(&tokens[start], &["department"])
        && is_word(&tokens[start + 1], &["of"]);
    let found = reading
        .ontology
        .gazetteer
        .lookup(&surface(sentence, start + 2..span.tokens.end));
    let mut territories = found
        .iter()
        .copied()
        .filter(|&entry| reading.entry(entry).class == "Territory");
    territories.next().filter(|_| is_department)
}
