//! Where a recognised name begins and ends.

use super::known_names::is_currency;
use super::reading::{Reading, is_capitalised, is_possessive_mark, is_word, lower, surface};
use super::titles::{LONGEST_OFFICE, after_titles, ends_office, office_at};
use super::typing::{class_by_noun, opens_operation};
use crate::calendar_words::is_month_or_weekday;
use newsgraph_language::{NameClass, Sentence, Token, Upos};
use std::ops::Range;

/// A recognised name without what does not belong to it: articles, titles, the possessive mark.
pub(super) fn trimmed(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: Range<usize>,
    class: NameClass,
) -> Option<Range<usize>> {
    let Range { mut start, mut end } = tokens;
    while end > start && is_outer_mark(&sentence.tokens[end - 1]) {
        end -= 1;
    }
    while start < end
        && (is_outer_mark(&sentence.tokens[start])
            || is_word(&sentence.tokens[start], &["the", "a", "an"]))
    {
        start += 1;
    }
    if class == NameClass::Person {
        start = after_titles(reading, sentence, start, end);
        start = after_portfolio(reading, sentence, start, end);
        start = after_letters(reading, sentence, start, end);
    } else if class == NameClass::Organisation {
        (start, end) = without_neighbours(reading, sentence, start, end);
    }
    let is_office = office_at(reading, sentence, start).is_some_and(|(_, next)| next == end)
        || end > start && is_currency(sentence, end);
    let calendar = (start..end).all(|token| {
        let text = lower(&sentence.tokens[token]);
        is_month_or_weekday(text.trim_end_matches('.')) || text.chars().all(|c| c.is_ascii_digit())
    });
    let money =
        (start..end).any(|token| sentence.tokens[token].text.contains(['$', '€', '£', '¥']));
    let capital = !money
        && (start..end).any(|token| sentence.tokens[token].text.chars().any(char::is_uppercase));
    (start < end && !is_office && !calendar && capital).then_some(start..end)
}

/// The first token of a person's name after what the office before it is for: "Minister of Transport | Ana Ruiz".
fn after_portfolio(reading: Reading<'_>, sentence: &Sentence, start: usize, end: usize) -> usize {
    let given = |token: usize| {
        let names = &reading.ontology.gazetteer;
        names.given_name(&sentence.tokens[token].text).is_some()
    };
    let of_office = start > 1
        && is_word(&sentence.tokens[start - 1], &["of", "for"])
        && ends_office(reading, sentence, start - 1);
    if !of_office || given(start) {
        return start;
    }
    // "Minister of Transport Roman Ruiz": there is a transport minister.
    let is_field = |token: usize| {
        let word = lower(&sentence.tokens[token]);
        let offices = &reading.ontology.lexicon.offices;
        ["minister", "secretary"]
            .iter()
            .any(|office| offices.get(&format!("{word} {office}")).is_some())
    };
    (start + 1..end.saturating_sub(1))
        .find(|&token| given(token))
        .or_else(|| (end - start > 1 && is_field(start)).then_some(start + 1))
        .unwrap_or(start)
}

/// The first token of a person's name behind the letters of a party: "the ruling ANC | Cyril Ramaphosa".
fn after_letters(reading: Reading<'_>, sentence: &Sentence, start: usize, end: usize) -> usize {
    let letters = |text: &str| text.len() > 2 && text.chars().all(char::is_uppercase);
    let names = &reading.ontology.gazetteer;
    let given = |token: usize| names.given_name(&sentence.tokens[token].text).is_some();
    let of_party = end.saturating_sub(start) > 2
        && letters(&sentence.tokens[start].text)
        && !given(start)
        && given(start + 1);
    start + usize::from(of_party)
}

/// A body's name without the office after it ("State Department | Spokesperson") and, when nothing in the name
/// tells a body, without the adjective of a country before it ("Swedish | Vulpes").
fn without_neighbours(
    reading: Reading<'_>,
    sentence: &Sentence,
    mut start: usize,
    mut end: usize,
) -> (usize, usize) {
    let office = (start + 1..end)
        .find(|&token| office_at(reading, sentence, token).is_some_and(|(_, next)| next == end));
    // "Coast Guard" ends in no office.
    let whole = class_by_noun(reading, sentence, &(start..end))
        .is_some_and(|class| reading.is_a(&class, "Organisation"));
    if let Some(office) = office
        .filter(|&office| !whole && class_by_noun(reading, sentence, &(start..office)).is_some())
    {
        end = office;
    }
    let demonym = reading
        .ontology
        .gazetteer
        .demonym(&sentence.tokens[start].text)
        .is_some();
    if demonym && end - start > 1 && class_by_noun(reading, sentence, &(start + 1..end)).is_none() {
        start += 1;
    }
    (start, end)
}

/// A name goes on over a hyphen that joins a plain word to it ("Moon Jae-in"), but not one that makes an
/// adjective of it ("Moscow-backed").
pub(super) fn with_hyphenated_end(sentence: &Sentence, tokens: Range<usize>) -> Range<usize> {
    let glued = |token: usize| {
        token < sentence.tokens.len()
            && sentence.tokens[token - 1].span.end() == sentence.tokens[token].span.start()
    };
    let (hyphen, last) = (tokens.end, tokens.end + 1);
    let joined = glued(hyphen) && &*sentence.tokens[hyphen].text == "-" && glued(last);
    // "Ana Ruiz-era rules": a noun before another is no part of the name, "lung" of "Wu Hsin-lung" is.
    let modifies = || {
        let next = sentence.tokens.get(last + 1);
        tokens.len() < 2 || next.is_none_or(|next| matches!(next.upos, Upos::Noun | Upos::Adj))
    };
    let part_of_name = joined
        && sentence.tokens[last].text.chars().all(char::is_alphabetic)
        && match sentence.tokens[last].upos {
            Upos::Verb | Upos::Adj => false,
            Upos::Noun => !modifies(),
            _ => true,
        };
    if part_of_name {
        tokens.start..last + 1
    } else {
        tokens
    }
}

/// "Operation | Desert Wind": the noun is part of the name.
pub(super) fn with_operation(sentence: &Sentence, tokens: Range<usize>) -> Range<usize> {
    let noun = tokens
        .start
        .checked_sub(1)
        .filter(|&noun| opens_operation(&sentence.tokens[noun]));
    noun.unwrap_or(tokens.start)..tokens.end
}

/// "Warsaw–Lodz Railway": a site's name begins before the dash that joins its first two words.
pub(super) fn with_joined_start(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: Range<usize>,
) -> Range<usize> {
    let text = |token: usize| &sentence.tokens[token];
    let glued = |token: usize| text(token).span.end() == text(token + 1).span.start();
    let Some(first) = tokens.start.checked_sub(2) else {
        return tokens;
    };
    let joined = matches!(&*text(first + 1).text, "–" | "-" | "—")
        && glued(first)
        && glued(first + 1)
        && text(first).upos == Upos::Propn
        && is_capitalised(text(first));
    let site = || class_by_noun(reading, sentence, &tokens).as_deref() == Some("Facility");
    if joined && tokens.len() > 1 && site() {
        first..tokens.end
    } else {
        tokens
    }
}

/// "Iranian | Fars News Agency": the adjective is no part of a name that is known without it.
pub(super) fn without_demonym(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: Range<usize>,
) -> Range<usize> {
    let gazetteer = &reading.ontology.gazetteer;
    let rest = tokens.start + 1..tokens.end;
    let Some(country) = gazetteer.demonym(&sentence.tokens[tokens.start].text) else {
        return tokens;
    };
    let words = surface(sentence, rest.clone());
    let of_country = gazetteer.lookup(&words).iter().any(|&entry| {
        let entry = reading.entry(entry);
        let body = reading.is_a(&entry.class, "Organisation");
        body && entry.country.is_some() && entry.country == reading.entry(country).country
    });
    if of_country && !gazetteer.is_shared(&words) {
        rest
    } else {
        tokens
    }
}

/// "Army chief": the word belongs to an office that goes on in small letters.
pub(super) fn begins_office(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: &Range<usize>,
) -> bool {
    let small = sentence
        .tokens
        .get(tokens.end)
        .is_some_and(|next| next.text.starts_with(char::is_lowercase));
    let force = ["army", "navy", "military", "police", "government"];
    tokens.len() == 1
        && small
        && is_word(&sentence.tokens[tokens.start], &force)
        && office_at(reading, sentence, tokens.start).is_some_and(|(_, end)| end > tokens.end)
}

/// "Secretary of Defense", "Under-Secretary of State for Housing": what an office is for is no body, though the
/// recogniser takes its capitals for a name.
pub(super) fn is_field_of_office(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: &Range<usize>,
) -> bool {
    let offices = (tokens.start.saturating_sub(LONGEST_OFFICE)..tokens.start)
        .filter_map(|start| Some((start, office_at(reading, sentence, start)?.1)));
    offices.into_iter().any(|(start, end)| {
        let overlaps = end > tokens.start;
        let is_behind = end + 1 == tokens.start
            && is_word(&sentence.tokens[end], &["of", "for"])
            && has_field(reading, sentence, start..end, tokens);
        overlaps || is_behind
    })
}

/// Whether an office is one of those named after a field: ministers always are, secretaries of state with "for", other
/// secretaries when the field is known ("the defense secretary").
fn has_field(
    reading: Reading<'_>,
    sentence: &Sentence,
    office: Range<usize>,
    field: &Range<usize>,
) -> bool {
    let lexicon = &reading.ontology.lexicon;
    let words = |tokens: Range<usize>| surface(sentence, tokens).to_lowercase();
    let noun = &sentence.tokens[office.end - 1];
    let opens_state = office.len() > 1 && is_word(noun, &["state"]);
    is_word(noun, &["minister"])
        || opens_state && is_word(&sentence.tokens[office.end], &["for"])
        || is_word(noun, &["secretary"])
            && lexicon
                .offices
                .get(&format!("{} secretary", words(field.clone())))
                .is_some()
}

fn is_outer_mark(token: &Token) -> bool {
    is_possessive_mark(token)
        || (token.upos == Upos::Punct && !matches!(&*token.text, ")" | "."))
        || &*token.text == "'"
}
