//! Names that bodies of several states bear: "Supreme Court", "Green Party". Only a state that the text names tells
//! whose is meant; without one the name is linked to nobody.

use super::naming::name_key;
use super::party_words::is_word_of_many;
use super::reading::{Reading, is_possessive_mark, is_word};
use super::span::NameSpan;
use newsgraph_ontology::GazetteerId;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Links each shared name to the body of the state that the text gives it, or to none.
pub(super) fn settle_shared_names(reading: Reading<'_>, spans: &mut [NameSpan]) {
    let shared: Vec<usize> = (0..spans.len())
        .filter(|&span| is_shared(reading, &spans[span]))
        .collect();
    if shared.is_empty() {
        return;
    }
    let states = states_of_article(reading, spans, &shared);
    let mut told: FxHashMap<String, Owner> = FxHashMap::default();
    for &span in &shared {
        if let Some(owner) = owner_beside(reading, spans, &spans[span]) {
            told.entry(name_key(&spans[span].name)).or_insert(owner);
        }
    }
    for &span in &shared {
        let owner = owner_beside(reading, spans, &spans[span])
            .or_else(|| told.get(&name_key(&spans[span].name)).cloned());
        let body = match owner {
            Some(Owner::State(code)) => body_of(reading, &spans[span], &code),
            Some(Owner::Region) => None,
            None => body_of_article(reading, &spans[span], &states),
        };
        spans[span].gazetteer = body;
        if let Some(body) = body {
            spans[span].class.clone_from(&reading.entry(body).class);
        }
    }
}

/// Whose a body is by the words beside its name.
#[derive(Clone, Debug)]
enum Owner {
    /// The ISO 3166-1 code of the state.
    State(String),
    /// A part of a state, which has bodies of its own.
    Region,
}

fn is_shared(reading: Reading<'_>, span: &NameSpan) -> bool {
    let Some(entry) = span.gazetteer else {
        return false;
    };
    let body = reading.is_a(&reading.entry(entry).class, "Organisation");
    // "Ana Ruiz (Conservative)"
    let word = || {
        let party = format!("{} Party", span.name);
        reading.entry(entry).label == party && is_word_of_many(reading, entry)
    };
    body && (reading.ontology.gazetteer.is_shared(&span.name) || word())
}

/// How often the article names each state, or a place or body of it.
fn states_of_article(
    reading: Reading<'_>,
    spans: &[NameSpan],
    shared: &[usize],
) -> BTreeMap<String, usize> {
    let mut states = BTreeMap::new();
    for (index, span) in spans.iter().enumerate() {
        let state = span
            .gazetteer
            .filter(|_| !shared.contains(&index))
            .and_then(|entry| reading.entry(entry).country.clone());
        if let Some(state) = state {
            *states.entry(state).or_default() += 1;
        }
    }
    states
}

/// "Kenya's Senate", "the Kenyan Senate", "the Senate of Kenya", "the Senate in Nairobi".
fn owner_beside(reading: Reading<'_>, spans: &[NameSpan], body: &NameSpan) -> Option<Owner> {
    let tokens = &reading.sentence(body.sentence).tokens;
    let start = body.tokens.start;
    let owner_where = |fits: &dyn Fn(&NameSpan) -> bool| {
        spans
            .iter()
            .filter(|span| span.sentence == body.sentence && fits(span))
            .find_map(|span| owner_of(reading, span))
    };
    let possessive = start > 0 && is_possessive_mark(&tokens[start - 1]);
    let before = start - usize::from(possessive);
    let behind = tokens.get(body.tokens.end).and_then(|word| {
        let article = tokens
            .get(body.tokens.end + 1)
            .is_some_and(|next| is_word(next, &["the"]));
        is_word(word, &["of", "in"]).then_some(body.tokens.end + 1 + usize::from(article))
    });
    owner_where(&|span| span.tokens.end == before)
        .or_else(|| owner_where(&|span| Some(span.tokens.start) == behind))
}

fn owner_of(reading: Reading<'_>, span: &NameSpan) -> Option<Owner> {
    let entry = reading.entry(span.gazetteer?);
    if reading.is_a(&entry.class, "Territory") {
        return Some(Owner::Region);
    }
    let place = reading.is_a(&entry.class, "Country") || reading.is_a(&entry.class, "City");
    place
        .then(|| entry.country.clone().map(Owner::State))
        .flatten()
}

/// The body of this name that a state has.
fn body_of(reading: Reading<'_>, span: &NameSpan, state: &str) -> Option<GazetteerId> {
    bodies_of_name(reading, span)
        .find(|&body| reading.entry(body).country.as_deref() == Some(state))
}

/// The bodies that a name may mean; of a word for a party's people, the party.
fn bodies_of_name<'a>(
    reading: Reading<'a>,
    span: &NameSpan,
) -> impl Iterator<Item = GazetteerId> + use<'a> {
    let bodies = reading
        .ontology
        .gazetteer
        .lookup(&span.name)
        .iter()
        .copied();
    bodies.chain(span.gazetteer)
}

/// The body of the state that the article is about. A body of no state has no rival but one that the text gives an
/// owner: "the Security Council".
fn body_of_article(
    reading: Reading<'_>,
    span: &NameSpan,
    states: &BTreeMap<String, usize>,
) -> Option<GazetteerId> {
    let most = states.values().copied().max().unwrap_or(0);
    let named = |body: GazetteerId| match &reading.entry(body).country {
        Some(state) => {
            let times = states.get(state).copied().unwrap_or(0);
            times > 0 && 2 * times >= most
        }
        None => true,
    };
    bodies_of_name(reading, span).find(|&body| named(body))
}
