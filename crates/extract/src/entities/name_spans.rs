//! The words of a sentence that name something: what the recogniser saw, what the gazetteer knows, and
//! capitalised sequences that neither has.

use super::known_names::{KnownName, Meaning, is_currency, known_name_within, known_names};
use super::reading::{
    Reading, is_capitalised, is_plural, is_possessive_mark, is_word, lower, surface,
};
use super::span::NameSpan;
use super::titles::{after_titles, is_honorific, office_at};
use super::typing::{best_entry, class_by_noun, class_by_shape, noun_may_decide};
use crate::calendar_words::is_month_or_weekday;
use newsgraph_language::{Name, NameClass, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{GazetteerEntry, GazetteerId, OfficeRank};
use std::ops::Range;

/// The name spans of a sentence in order; a span may lie inside an earlier one.
pub(super) fn name_spans(reading: Reading<'_>, index: usize) -> Vec<NameSpan> {
    let sentence = reading.sentence(index);
    let known = known_names(reading, sentence);
    let mut spans = recognised_spans(reading, index, &known);
    let outer = spans.clone();
    for name in &known {
        if let Some(span) = known_span(reading, index, name, &outer) {
            spans.extend(owner_inside(reading, index, &span));
            spans.push(span);
        }
    }
    for tokens in capitalised_runs(reading, sentence, &spans) {
        if let Some(span) = span_by_shape(reading, index, tokens) {
            spans.push(span);
        }
    }
    spans.sort_by_key(|span| (span.tokens.start, std::cmp::Reverse(span.tokens.end)));
    retype_links_of_chains(reading, sentence, &mut spans);
    spans
}

/// In "Nakuru, Rift Valley, Kenya" what stands between two places and their commas is a place.
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
    for index in 1..spans.len().saturating_sub(1) {
        let (before, link, after) = (&spans[index - 1], &spans[index], &spans[index + 1]);
        let chained = before.tokens.end + 1 == link.tokens.start
            && comma(before.tokens.end)
            && comma(link.tokens.end)
            && link.tokens.end + 1 == after.tokens.start;
        let open = link.gazetteer.is_none() && !place(link);
        if chained && open && place(before) && reading.is_a(&after.class, "Country") {
            spans[index].class = "Territory".to_owned();
        }
    }
}

fn recognised_spans(reading: Reading<'_>, index: usize, known: &[KnownName]) -> Vec<NameSpan> {
    let sentence = reading.sentence(index);
    let mut spans: Vec<NameSpan> = Vec::new();
    for name in &sentence.names {
        let (class, tokens) = retitled(reading, sentence, name);
        let Some(tokens) = trimmed(reading, sentence, tokens, class) else {
            continue;
        };
        let tokens = with_hyphenated_end(sentence, tokens);
        let longer_known = known.iter().any(|known| {
            known.tokens.start <= tokens.start
                && tokens.end <= known.tokens.end
                && (known.tokens != tokens
                    || class != NameClass::Person
                    || tokens.len() > 1
                    || matches!(known.meaning, Meaning::Demonym(_)))
        });
        let inside = spans.iter().any(|span| span.overlaps(&tokens));
        let capital = class == NameClass::Person
            && known.iter().any(|known| {
                known.tokens == tokens
                    && names_capital(reading, known)
                    && !is_surname_here(reading, sentence, &tokens)
            });
        if longer_known || inside || capital {
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

/// Whether the likeliest meaning of a known name is the capital of a country.
fn names_capital(reading: Reading<'_>, known: &KnownName) -> bool {
    let Meaning::Name(entries) = &known.meaning else {
        return false;
    };
    let gazetteer = &reading.ontology.gazetteer;
    let capital_of = |city: &GazetteerEntry| {
        let country = gazetteer.country(city.country.as_deref()?)?;
        gazetteer.entry(country).capital.clone()
    };
    entries.iter().any(|&entry| {
        let city = reading.entry(entry);
        reading.is_a(&city.class, "City")
            && capital_of(city).as_deref() == Some(city.label.as_str())
    })
}

/// Whether the article gives the word as the end of a longer name of a person: "Denzel Washington".
fn is_surname_here(reading: Reading<'_>, sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let word = &sentence.tokens[tokens.end - 1].text;
    reading.analysis.sentences.iter().any(|other| {
        other.names.iter().any(|name| {
            name.class == NameClass::Person
                && name.tokens.len() > 1
                && other.tokens[name.tokens.end - 1].text == *word
        })
    })
}

/// A name goes on over a hyphen that joins a plain word to it ("Moon Jae-in"), but not one that makes an
/// adjective of it ("Moscow-backed").
fn with_hyphenated_end(sentence: &Sentence, tokens: Range<usize>) -> Range<usize> {
    let glued = |token: usize| {
        token < sentence.tokens.len()
            && sentence.tokens[token - 1].span.end() == sentence.tokens[token].span.start()
    };
    let (hyphen, last) = (tokens.end, tokens.end + 1);
    let joined = glued(hyphen) && &*sentence.tokens[hyphen].text == "-" && glued(last);
    let part_of_name = joined
        && sentence.tokens[last].text.chars().all(char::is_alphabetic)
        && !matches!(
            sentence.tokens[last].upos,
            Upos::Verb | Upos::Adj | Upos::Noun
        );
    if part_of_name {
        tokens.start..last + 1
    } else {
        tokens
    }
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
    if titled && name.class != NameClass::Person {
        (NameClass::Person, first..end)
    } else {
        (name.class, start..end)
    }
}

fn recognised_span(
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

/// Whether an office of a person ends right before a token: "secretary" before a name.
fn ends_office(reading: Reading<'_>, sentence: &Sentence, end: usize) -> bool {
    (end.saturating_sub(4)..end).any(|start| {
        office_at(reading, sentence, start).is_some_and(|(office, next)| {
            next == end
                && matches!(
                    office.rank,
                    OfficeRank::Head | OfficeRank::Official | OfficeRank::Staff
                )
        })
    })
}

/// A people that the gazetteer does not know: its plural names a group; an adjective names nobody.
fn unknown_people(reading: Reading<'_>, index: usize, tokens: Range<usize>) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let last = &sentence.tokens[tokens.end - 1];
    (matches!(last.upos, Upos::Noun | Upos::Propn) && is_plural(last))
        .then(|| recognised_span(reading, index, tokens, NameClass::Nationality))
}

/// The span of a gazetteer name, unless the name around it takes its words for itself.
fn known_span(
    reading: Reading<'_>,
    index: usize,
    known: &KnownName,
    outer: &[NameSpan],
) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let around = outer.iter().find(|span| span.overlaps(&known.tokens));
    if around.is_some_and(|span| !stands_for_itself(reading, span, known)) {
        return None;
    }
    let recognised = sentence
        .names
        .iter()
        .find(|name| name.tokens == known.tokens)
        .map(|name| name.class)
        .filter(|class| *class != NameClass::Person || known.tokens.len() == 1)
        .filter(|class| *class != NameClass::Person || !names_capital(reading, known));
    match &known.meaning {
        Meaning::Demonym(country) => Some(demonym_span(reading, index, known, *country)),
        Meaning::Name(entries) => {
            let entry = best_entry(reading, entries, recognised)?;
            (around.is_some() || is_plausible(reading, sentence, known, entry, recognised))
                .then(|| entry_span(reading, index, known, entry, recognised))
        }
    }
}

fn entry_span(
    reading: Reading<'_>,
    index: usize,
    known: &KnownName,
    entry: GazetteerId,
    recognised: Option<NameClass>,
) -> NameSpan {
    NameSpan {
        sentence: index,
        tokens: known.tokens.clone(),
        class: reading.entry(entry).class.clone(),
        name: surface(reading.sentence(index), known.tokens.clone()),
        short: None,
        gazetteer: Some(entry),
        kind: MentionKind::Name,
        recognised,
        anonymous: false,
    }
}

/// The country that the name of a known body begins with: "U.S." of "U.S. Senate".
fn owner_inside(reading: Reading<'_>, index: usize, body: &NameSpan) -> Option<NameSpan> {
    let public = ["GovernmentAgency", "ArmedForce", "Government"]
        .iter()
        .any(|class| reading.is_a(&body.class, class));
    let sentence = reading.sentence(index);
    let known = public
        .then(|| known_name_within(reading, sentence, body.tokens.start, body.tokens.end - 1))
        .flatten()?;
    match &known.meaning {
        Meaning::Demonym(country) => Some(demonym_span(reading, index, &known, *country)),
        Meaning::Name(entries) => {
            let entry = *entries.first()?;
            reading
                .is_a(&reading.entry(entry).class, "Country")
                .then(|| entry_span(reading, index, &known, entry, None))
        }
    }
}

/// "Russian" means Russia; "Russians" are a group of their own.
fn demonym_span(
    reading: Reading<'_>,
    index: usize,
    known: &KnownName,
    country: GazetteerId,
) -> NameSpan {
    let sentence = reading.sentence(index);
    let name = surface(sentence, known.tokens.clone());
    let last = &sentence.tokens[known.tokens.end - 1];
    let people = is_plural(last) && name.ends_with('s');
    let person = !people
        && name.ends_with("er")
        && reading
            .ontology
            .gazetteer
            .demonym(&format!("{name}s"))
            .is_some();
    NameSpan {
        sentence: index,
        tokens: known.tokens.clone(),
        class: if people || person {
            "Group".to_owned()
        } else {
            reading.entry(country).class.clone()
        },
        name: if person {
            format!("{name}s")
        } else {
            name.clone()
        },
        short: person.then_some(name),
        gazetteer: (!people && !person).then_some(country),
        kind: if people || person {
            MentionKind::Name
        } else {
            MentionKind::Demonym
        },
        recognised: Some(NameClass::Nationality),
        anonymous: false,
    }
}

/// Whether a known name inside a longer one still stands for what it names: "Indonesian" in "Indonesian Navy"
/// does, "New York" in "New York Times" does not.
fn stands_for_itself(reading: Reading<'_>, around: &NameSpan, known: &KnownName) -> bool {
    if !around.covers(&known.tokens) {
        return false;
    }
    let geopolitical = match &known.meaning {
        Meaning::Demonym(_) => true,
        Meaning::Name(entries) => entries.first().is_some_and(|&id| {
            let class = &reading.entry(id).class;
            reading.is_a(class, "GeopoliticalEntity") && !reading.is_a(class, "City")
                || reading.is_a(class, "ArmedGroup")
        }),
    };
    let at_start = known.tokens.start == around.tokens.start;
    let is_demonym = matches!(known.meaning, Meaning::Demonym(_));
    geopolitical
        && match around.class.as_str() {
            "GovernmentAgency" | "ArmedForce" | "Government" => at_start,
            "Organisation" | "Facility" => at_start && is_demonym,
            "Agreement" | "Plan" => true,
            class => reading.is_a(class, "Event"),
        }
}

/// Whether a gazetteer name that the recogniser did not see is one here, and not a common word or a part of an
/// unknown name.
fn is_plausible(
    reading: Reading<'_>,
    sentence: &Sentence,
    known: &KnownName,
    entry: GazetteerId,
    recognised: Option<NameClass>,
) -> bool {
    if recognised.is_some() {
        return true;
    }
    let (start, end) = (known.tokens.start, known.tokens.end);
    let single = end - start == 1;
    let country = reading.is_a(&reading.entry(entry).class, "Country");
    let proper = known
        .tokens
        .clone()
        .any(|token| sentence.tokens[token].upos == Upos::Propn);
    let given_name_before_surname = single
        && reading
            .ontology
            .gazetteer
            .given_name(&sentence.tokens[start].text)
            .is_some()
        && sentence.tokens.get(end).is_some_and(is_unknown_proper);
    let surname = single
        && start > 0
        && !country
        && sentence.tokens[start - 1].upos == Upos::Propn
        && reading
            .ontology
            .gazetteer
            .given_name(&sentence.tokens[start - 1].text)
            .is_some();
    let words = surface(sentence, known.tokens.clone());
    let weak = reading.ontology.gazetteer.risk(&words).is_some();
    (proper || country || !single) && !weak && !given_name_before_surname && !surname
}

fn is_unknown_proper(token: &newsgraph_language::Token) -> bool {
    token.upos == Upos::Propn && is_capitalised(token)
}

/// A recognised name without what does not belong to it: articles, titles, the possessive mark.
fn trimmed(
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
    (start + 1..end.saturating_sub(1))
        .find(|&token| given(token))
        .unwrap_or(start)
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
    if let Some(office) =
        office.filter(|&office| class_by_noun(reading, sentence, &(start..office)).is_some())
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

fn is_outer_mark(token: &newsgraph_language::Token) -> bool {
    is_possessive_mark(token)
        || (token.upos == Upos::Punct && !matches!(&*token.text, ")" | "."))
        || &*token.text == "'"
}

/// Sequences of proper nouns that no span covers; particles and "of" hold a name together.
fn capitalised_runs(
    reading: Reading<'_>,
    sentence: &Sentence,
    spans: &[NameSpan],
) -> Vec<Range<usize>> {
    let free = |token: usize| {
        let word = &sentence.tokens[token];
        word.upos == Upos::Propn
            && is_capitalised(word)
            && !is_month_or_weekday(lower(word).trim_end_matches('.'))
            && !is_honorific(reading, sentence, token)
            && !spans.iter().any(|span| span.overlaps(&(token..token + 1)))
    };
    let mut runs = Vec::new();
    let mut start = 0;
    while start < sentence.tokens.len() {
        if !free(start) {
            start += 1;
            continue;
        }
        if let Some((_, next)) = office_at(reading, sentence, start) {
            start = next;
            continue;
        }
        let mut end = start + 1;
        while end < sentence.tokens.len() {
            let after = (end..sentence.tokens.len())
                .take(3)
                .find(|&token| !is_word(&sentence.tokens[token], PARTICLES));
            match after {
                Some(next) if next == end && free(end) => end += 1,
                Some(next) if next > end && free(next) => end = next + 1,
                _ => break,
            }
        }
        runs.push(start..end);
        start = end;
    }
    runs
}

const PARTICLES: &[&str] = &[
    "al", "-", "bin", "ibn", "de", "del", "della", "di", "da", "dos", "van", "von", "der", "la",
    "le", "el",
];

/// A name by its shape alone: two or more words that begin with a given name, or words ending in the noun of a
/// body, place or event.
fn span_by_shape(reading: Reading<'_>, index: usize, tokens: Range<usize>) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let given = reading
        .ontology
        .gazetteer
        .given_name(&sentence.tokens[tokens.start].text)
        .is_some();
    let by_noun = class_by_noun(reading, sentence, &tokens);
    let recognised = if tokens.len() > 1 && given {
        NameClass::Person
    } else if tokens.len() > 1 && by_noun.is_some() {
        NameClass::Organisation
    } else {
        return None;
    };
    Some(recognised_span(reading, index, tokens, recognised))
}
