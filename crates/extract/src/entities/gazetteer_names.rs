//! Names and demonyms of the gazetteer, where the sentence means them.

use super::known_names::{KnownName, Meaning, known_name_within, single_model};
use super::reading::{Reading, is_capitalised, is_plural, is_possessive_mark, is_word, surface};
use super::span::NameSpan;
use super::titles::office_at;
use super::typing::{best_entry, class_of_noun};
use newsgraph_language::{NameClass, Sentence, Token, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{GazetteerEntry, GazetteerId, WordList};
use std::ops::Range;

/// The span of a gazetteer name, unless the name around it takes its words for itself.
pub(super) fn known_span(
    reading: Reading<'_>,
    index: usize,
    known: &KnownName,
    outer: &[NameSpan],
) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let around = outer.iter().find(|span| span.overlaps(&known.tokens));
    if around.is_some_and(|span| !stands_for_itself(reading, sentence, span, known)) {
        return None;
    }
    let recognised = sentence
        .outer_names()
        .find(|name| name.tokens == known.tokens)
        .map(|name| name.class)
        .filter(|class| *class != NameClass::Person || known.tokens.len() == 1)
        .filter(|class| *class != NameClass::Person || !means_no_person(reading, sentence, known));
    if names_portfolio(reading, sentence, known) {
        return None;
    }
    match &known.meaning {
        Meaning::Demonym(country) => Some(demonym_span(reading, index, known, *country)),
        Meaning::Name(entries) => {
            let entry = territory_in_chain(reading, sentence, known, entries)
                .or_else(|| best_entry(reading, entries, recognised))?;
            if is_of_another_country(reading, sentence, known, entry) {
                return None;
            }
            (around.is_some() || is_plausible(reading, sentence, known, entry, recognised))
                .then(|| entry_span(reading, index, known, entry, recognised))
        }
    }
}

/// "Queens, New York, United States": between a town and the country the name is the territory's, not the city's.
fn territory_in_chain(
    reading: Reading<'_>,
    sentence: &Sentence,
    known: &KnownName,
    entries: &[GazetteerId],
) -> Option<GazetteerId> {
    /// Words of "United States of America".
    const LONGEST_COUNTRY: usize = 4;
    let tokens = &sentence.tokens;
    let Range { start, end } = known.tokens;
    let comma = |token: usize| tokens.get(token).is_some_and(|token| &*token.text == ",");
    let is_country = |tokens: Range<usize>| {
        let found = reading
            .ontology
            .gazetteer
            .lookup(&surface(sentence, tokens));
        found
            .iter()
            .any(|&entry| reading.entry(entry).class == "Country")
    };
    let behind_town = start >= 2 && comma(start - 1) && is_capitalised(&tokens[start - 2]);
    let before_country = comma(end)
        && (end + 2..=(end + 1 + LONGEST_COUNTRY).min(tokens.len()))
            .any(|last| is_country(end + 1..last));
    let mut territories = entries
        .iter()
        .copied()
        .filter(|&entry| reading.entry(entry).class == "Territory");
    territories.next().filter(|_| behind_town && before_country)
}

/// "Labour minister Ana Ruiz": what the minister is for, not the party.
fn names_portfolio(reading: Reading<'_>, sentence: &Sentence, known: &KnownName) -> bool {
    let single = known.tokens.len() == 1;
    office_at(reading, sentence, known.tokens.start).is_some_and(|(_, end)| {
        single
            && end > known.tokens.end
            && is_word(&sentence.tokens[end - 1], &["minister", "secretary"])
    })
}

/// "Coast Guard" after "Danish" is not the American one that goes by these words alone.
fn is_of_another_country(
    reading: Reading<'_>,
    sentence: &Sentence,
    known: &KnownName,
    entry: GazetteerId,
) -> bool {
    let gazetteer = &reading.ontology.gazetteer;
    let body = reading.entry(entry);
    let home = body
        .country
        .as_deref()
        .filter(|_| reading.is_a(&body.class, "Organisation"))
        .and_then(|code| gazetteer.country(code));
    let before = known.tokens.start.checked_sub(1);
    let other = before.and_then(|token| gazetteer.demonym(&sentence.tokens[token].text));
    home.is_some() && other.is_some() && home != other
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

/// The country or body of states that the name of a known body begins with: "U.S." of "U.S. Senate", "United Nations"
/// of "United Nations Population Fund".
pub(super) fn owner_inside(
    reading: Reading<'_>,
    index: usize,
    body: &NameSpan,
) -> Option<NameSpan> {
    let public = ["GovernmentAgency", "ArmedForce", "Government"]
        .iter()
        .any(|class| reading.is_a(&body.class, class));
    let shared =
        body.class == "Organisation" || reading.is_a(&body.class, "IntergovernmentalOrganisation");
    let sentence = reading.sentence(index);
    if let Some(owner) = public
        .then(|| owner_after_of(reading, index, body))
        .flatten()
    {
        return Some(owner);
    }
    // "Royal Thai Army"
    let royal = reading.is_listed(
        &sentence.tokens[body.tokens.start],
        WordList::NationalAdjective,
    );
    let start = body.tokens.start + usize::from(royal);
    let mut end = body.tokens.end - 1;
    // The longest name need not be the country's: "U.S. House" of "U.S. House of Representatives".
    while (public || shared) && end > start {
        let known = known_name_within(reading, sentence, start, end)?;
        let owns = |class: &str| {
            public && reading.is_a(class, "Country")
                || reading.is_a(class, "IntergovernmentalOrganisation")
        };
        let owner = match &known.meaning {
            Meaning::Demonym(country) => {
                public.then(|| demonym_span(reading, index, &known, *country))
            }
            Meaning::Name(entries) => entries
                .first()
                .filter(|&&entry| owns(&reading.entry(entry).class))
                .map(|&entry| entry_span(reading, index, &known, entry, None)),
        };
        if owner.is_some() {
            return owner;
        }
        end = known.tokens.end - 1;
    }
    None
}

/// The country that the name of a body ends with: "Ukraine" of "Security Service of Ukraine".
fn owner_after_of(reading: Reading<'_>, index: usize, body: &NameSpan) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let start = body
        .tokens
        .clone()
        .rev()
        .find(|&token| stands_after_of(sentence, token))?;
    let known = known_name_within(reading, sentence, start, body.tokens.end)
        .filter(|known| known.tokens.end == body.tokens.end)?;
    let Meaning::Name(entries) = &known.meaning else {
        return None;
    };
    let entry = *entries.first()?;
    reading
        .is_a(&reading.entry(entry).class, "Country")
        .then(|| entry_span(reading, index, &known, entry, None))
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
fn stands_for_itself(
    reading: Reading<'_>,
    sentence: &Sentence,
    around: &NameSpan,
    known: &KnownName,
) -> bool {
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
    let first = around.tokens.start
        + usize::from(reading.is_listed(
            &sentence.tokens[around.tokens.start],
            WordList::NationalAdjective,
        ));
    let at_start = known.tokens.start == around.tokens.start || known.tokens.start == first;
    let after_of =
        known.tokens.end == around.tokens.end && stands_after_of(sentence, known.tokens.start);
    let is_demonym = matches!(known.meaning, Meaning::Demonym(_));
    // "IRGC Quds Force", "UN Population Fund"
    let parent = match &known.meaning {
        Meaning::Name(entries) if known.tokens.len() == 1 && at_start => {
            entries.first().is_some_and(|&id| {
                let class = &reading.entry(id).class;
                ["IntergovernmentalOrganisation", "ArmedForce", "ArmedGroup"]
                    .iter()
                    .any(|public| reading.is_a(class, public))
            }) && sentence.tokens[known.tokens.start]
                .text
                .chars()
                .all(|c| c.is_uppercase() || c == '.')
                && reading.is_a(&around.class, "Organisation")
        }
        _ => false,
    };
    if parent {
        return true;
    }
    geopolitical
        && match around.class.as_str() {
            "GovernmentAgency" | "ArmedForce" | "Government" => at_start || after_of,
            "Organisation" | "Facility" => at_start && is_demonym,
            "Agreement" | "Plan" => true,
            class => reading.is_a(class, "Event"),
        }
}

/// Whether "of" stands before a token, or before the article there.
fn stands_after_of(sentence: &Sentence, start: usize) -> bool {
    let article = start > 0 && is_word(&sentence.tokens[start - 1], &["the"]);
    start
        .checked_sub(1 + usize::from(article))
        .is_some_and(|before| is_word(&sentence.tokens[before], &["of"]))
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
    let proper = known.tokens.clone().any(|token| {
        sentence.tokens[token].upos == Upos::Propn || is_code(&sentence.tokens[token])
    });
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
    let acronym = single && is_acronym(sentence, start);
    (proper || country || !single || acronym)
        && (!weak || acronym)
        && !given_name_before_surname
        && !surname
}

/// "the WHO": capitals behind the article, in a sentence that is not all capitals, which taggers take for the word.
fn is_acronym(sentence: &Sentence, token: usize) -> bool {
    let capitals = |text: &str| text.chars().count() > 1 && text.chars().all(char::is_uppercase);
    let article = token > 0 && is_word(&sentence.tokens[token - 1], &["the"]);
    let mixed = || {
        let mut words = sentence.tokens.iter();
        words.any(|word| word.text.chars().any(char::is_lowercase) && !is_word(word, &["the"]))
    };
    article && capitals(&sentence.tokens[token].text) && mixed()
}

/// "M23": capitals with figures, which taggers take for anything.
fn is_code(token: &Token) -> bool {
    let text = single_model(&token.text).unwrap_or(&token.text);
    let of = |kind: fn(&char) -> bool| text.chars().filter(kind).count();
    let (capitals, figures) = (of(|c| c.is_uppercase()), of(|c| c.is_ascii_digit()));
    capitals > 0 && figures > 0 && capitals + figures == text.chars().count()
}

fn is_unknown_proper(token: &Token) -> bool {
    token.upos == Upos::Propn && is_capitalised(token)
}

/// Whether a known name is hardly a person's where it stands.
pub(super) fn means_no_person(
    reading: Reading<'_>,
    sentence: &Sentence,
    known: &KnownName,
) -> bool {
    names_no_person(reading, known)
        || stands_as_state(reading, sentence, known)
        || names_city(reading, known) && stands_as_place(reading, sentence, &known.tokens)
}

/// Whether a longer name of a person in the article has the word: "Chad Smith".
fn is_part_of_person(reading: Reading<'_>, sentence: &Sentence, known: &KnownName) -> bool {
    let word = &sentence.tokens[known.tokens.start].text;
    reading.analysis.sentences.iter().any(|other| {
        other.names.iter().any(|name| {
            let mut words = other.tokens[name.tokens.clone()].iter();
            name.class == NameClass::Person
                && name.tokens.len() > 1
                && words.any(|token| token.text == *word)
        })
    })
}

/// "Chad attacked Mali", "Jordan's king", "Chad's army": a country that people are called after, unless the article names
/// one of them; also where it has what a state has, or where the article speaks of its people.
fn stands_as_state(reading: Reading<'_>, sentence: &Sentence, known: &KnownName) -> bool {
    let Meaning::Name(entries) = &known.meaning else {
        return false;
    };
    let Some(&country) = entries
        .iter()
        .find(|&&entry| reading.entry(entry).class == "Country")
    else {
        return false;
    };
    let end = known.tokens.end;
    if known.tokens.len() == 1 && !is_part_of_person(reading, sentence, known) {
        return true;
    }
    let has = sentence.tokens.get(end).is_some_and(is_possessive_mark)
        && sentence.tokens.get(end + 1).is_some_and(|noun| {
            let public = ["Government", "GovernmentAgency", "ArmedForce"];
            let body = class_of_noun(reading, &noun.text.to_lowercase());
            body.is_some_and(|class| public.contains(&class.as_str()))
                || is_word(noun, &["king", "queen", "president", "premier", "capital"])
        });
    let speaks_of_people = || {
        let mut tokens = reading
            .analysis
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.tokens);
        tokens.any(|word| {
            is_capitalised(word)
                && word.text.as_ref() != known.words
                && reading.ontology.gazetteer.demonym(&word.text) == Some(country)
        })
    };
    known.tokens.len() == 1 && (has || speaks_of_people())
}

/// "captured Goma", "in Goma": where a place stands rather than a person.
fn stands_as_place(reading: Reading<'_>, sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else {
        return false;
    };
    let word = &sentence.tokens[before];
    let inside =
        word.upos == Upos::Adp && is_word(word, &["in", "into", "near", "around", "outside"]);
    inside || reading.is_listed_lemma(word, WordList::SiegeVerb)
}

/// Whether a known name is a city's before all else.
fn names_city(reading: Reading<'_>, known: &KnownName) -> bool {
    let Meaning::Name(entries) = &known.meaning else {
        return false;
    };
    let first = entries.first().map(|&entry| reading.entry(entry));
    first.is_some_and(|entry| entry.class == "City")
}

/// Whether a known name is hardly a person's, though the recogniser may take it for one: a capital, or one word that
/// the gazetteer has for a body or large city and nobody is called.
fn names_no_person(reading: Reading<'_>, known: &KnownName) -> bool {
    /// From so many inhabitants a city is in the news.
    const LARGE: u64 = 100_000;
    let Meaning::Name(entries) = &known.meaning else {
        return false;
    };
    let gazetteer = &reading.ontology.gazetteer;
    let likeliest = entries.first().map(|&id| reading.entry(id));
    let other = likeliest.is_some_and(|entry| {
        let known_body = ["Organisation", "Country", "Group"]
            .iter()
            .any(|class| reading.is_a(&entry.class, class));
        known_body || entry.class == "City" && entry.population >= Some(LARGE)
    });
    let word = known.words.as_str();
    let lone = known.tokens.len() == 1
        && gazetteer.given_name(word).is_none()
        && !gazetteer.is_surname(word)
        && gazetteer.risk(word).is_none();
    other && lone || names_capital(reading, known)
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
