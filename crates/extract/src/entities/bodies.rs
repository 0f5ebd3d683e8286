//! Bodies named by a country or person and a common noun: "the Syrian government", "Assad's military",
//! "parliament of the Solomon Islands".

use super::context_class::is_one_phrase;
use super::reading::{Reading, is_capitalised, is_possessive_mark, is_word, lower, surface};
use super::span::NameSpan;
use super::titles::office_at;
use super::typing::class_of_noun;
use newsgraph_language::{NameClass, Sentence, Token, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;
use std::ops::Range;

/// Adds the bodies of a sentence to its name spans; a body takes the place of the shorter name it contains.
pub(super) fn add_bodies(reading: Reading<'_>, index: usize, spans: &mut Vec<NameSpan>) {
    let sentence = reading.sentence(index);
    name_leaders(reading, sentence, spans);
    for noun in 0..sentence.tokens.len() {
        let Some((core, class)) = core_at(reading, sentence, spans, noun) else {
            continue;
        };
        let tokens = match with_owner(reading, sentence, spans, &core) {
            Some(tokens) => tokens,
            None => match with_field(reading, sentence, spans, &core) {
                Some(tokens) => tokens,
                None => continue,
            },
        };
        if class == "ArmedForce" && is_counted(sentence, tokens.start)
            || describes_next_name(sentence, spans, &core)
        {
            continue;
        }
        spans.retain(|span| {
            let same_body = span.tokens.start == core.start && span.tokens.end == core.end;
            let part = span.tokens.start >= core.end
                && span.tokens.end <= tokens.end
                && !is_country(reading, span);
            !(same_body || part || span.tokens == tokens)
        });
        let of_person = spans
            .iter()
            .any(|span| span.tokens.start == tokens.start && span.class == "Person");
        let class = if of_person && class == "GovernmentAgency" {
            "Government".to_owned()
        } else {
            class
        };
        spans.push(NameSpan {
            sentence: index,
            name: surface(sentence, tokens.clone()),
            short: is_capitalised(&sentence.tokens[core.start])
                .then(|| surface(sentence, core.clone())),
            tokens,
            class,
            gazetteer: None,
            kind: MentionKind::Name,
            recognised: Some(NameClass::Organisation),
            anonymous: false,
        });
    }
    spans.sort_by_key(|span| (span.tokens.start, std::cmp::Reverse(span.tokens.end)));
}

/// "the Kenyan spy agency Vulpes": the noun only says what the name behind it names.
fn describes_next_name(sentence: &Sentence, spans: &[NameSpan], core: &Range<usize>) -> bool {
    let noun = core.end - 1;
    let common = core
        .clone()
        .all(|token| sentence.tokens[token].text.starts_with(char::is_lowercase));
    common
        && spans.iter().any(|name| {
            name.tokens.start == core.end
                && name.kind == MentionKind::Name
                && matches!(
                    name.class.as_str(),
                    "GovernmentAgency" | "Organisation" | "ArmedForce"
                )
                && is_one_phrase(sentence, noun, &name.tokens)
        })
}

/// "forty Kenyan troops", "thousands of Kenyan troops": some of a force.
fn is_counted(sentence: &Sentence, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        let word = &sentence.tokens[before];
        let some = [
            "more",
            "additional",
            "other",
            "many",
            "several",
            "some",
            "few",
        ];
        let part_of = || {
            before > 0
                && is_word(word, &["of"])
                && is_word(
                    &sentence.tokens[before - 1],
                    &["dozens", "scores", "tens", "hundreds", "thousands"],
                )
        };
        word.upos == Upos::Num || is_word(word, &some) || part_of()
    })
}

/// "the Meloni government": an unknown name before a government is its leader's, whatever the recogniser took it for;
/// the gazetteer knows the states and territories that have one.
fn name_leaders(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for span in spans {
        let unknown_place = span.gazetteer.is_none()
            && span.tokens.len() == 1
            && reading.is_a(&span.class, "Place")
            && reading.ontology.gazetteer.lookup(&span.name).is_empty();
        let governs = sentence.tokens.get(span.tokens.end).is_some_and(|noun| {
            noun.upos == Upos::Noun
                && class_of_noun(reading, &lower(noun)).as_deref() == Some("Government")
        });
        if unknown_place && governs {
            span.class = "Person".to_owned();
            span.recognised = Some(NameClass::Person);
        }
    }
}

/// The words of a body without its owner, when the noun at this token ends them: "foreign ministry".
fn core_at(
    reading: Reading<'_>,
    sentence: &Sentence,
    spans: &[NameSpan],
    noun: usize,
) -> Option<(Range<usize>, String)> {
    let token = &sentence.tokens[noun];
    if !matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj) {
        return None;
    }
    if let Some(span) = spans.iter().find(|span| span.tokens.end == noun + 1) {
        let public = is_public_body(reading, &span.class) && span.gazetteer.is_none();
        return public.then(|| (span.tokens.clone(), span.class.clone()));
    }
    let pair =
        (noun > 0).then(|| format!("{} {}", lower(&sentence.tokens[noun - 1]), lower(token)));
    let class = pair
        .and_then(|pair| class_of_noun(reading, &pair))
        .or_else(|| class_of_noun(reading, &lower(token)))
        .or_else(|| {
            reading
                .is_listed(token, WordList::CoalitionNoun)
                .then(|| "ArmedForce".to_owned())
        })
        .filter(|class| is_public_body(reading, class))?;
    let inside = |token: usize| spans.iter().any(|span| span.overlaps(&(token..token + 1)));
    let verb_next = sentence.tokens.get(noun + 2).is_some_and(|token| {
        matches!(token.upos, Upos::Det | Upos::Num | Upos::Pron | Upos::Propn)
    });
    let modifies_next = !verb_next
        && sentence.tokens.get(noun + 1).is_some_and(continues_noun)
        && !inside(noun + 1)
        && office_at(reading, sentence, noun + 1).is_none();
    let in_office = office_at(reading, sentence, noun).is_some_and(|(_, end)| end > noun + 1)
        && class != "PoliticalOrganisation";
    if inside(noun) || modifies_next || in_office {
        return None;
    }
    let mut start = noun;
    while start > 0
        && noun - start < 3
        && is_modifier(reading, &sentence.tokens[start - 1])
        && !inside(start - 1)
    {
        start -= 1;
    }
    Some((start..noun + 1, class))
}

/// "police station": the noun only modifies the next one.
fn continues_noun(next: &Token) -> bool {
    next.upos == Upos::Noun
}

fn is_modifier(reading: Reading<'_>, token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj)
        && !reading.is_listed(token, WordList::DescribingAdjective)
}

fn is_public_body(reading: Reading<'_>, class: &str) -> bool {
    [
        "Government",
        "GovernmentAgency",
        "ArmedForce",
        "PoliticalOrganisation",
    ]
    .iter()
    .any(|body| reading.is_a(class, body))
}

/// The words of the body with the country or person it belongs to, which stand before it, or after "of".
fn with_owner(
    reading: Reading<'_>,
    sentence: &Sentence,
    spans: &[NameSpan],
    core: &Range<usize>,
) -> Option<Range<usize>> {
    let municipal = reading.is_listed(&sentence.tokens[core.end - 1], WordList::MunicipalNoun);
    let owner_before = |end: usize| {
        spans.iter().find(|span| {
            let town = municipal && span.class == "City";
            span.tokens.end == end && (town || can_own(reading, span))
        })
    };
    let common = core
        .clone()
        .all(|token| !sentence.tokens[token].text.starts_with(char::is_uppercase));
    let numbered =
        (core.start.saturating_sub(1)..core.end).find(|&token| is_ordinal(&sentence.tokens[token]));
    if let Some(number) = numbered {
        return Some(number..core.end);
    }
    if let Some(owner) = owner_before(core.start) {
        return Some(owner.tokens.start..core.end);
    }
    let led = core.start > 2
        && is_word(&sentence.tokens[core.start - 1], &["led", "backed"])
        && &*sentence.tokens[core.start - 2].text == "-";
    if led && reading.is_listed(&sentence.tokens[core.end - 1], WordList::CoalitionNoun) {
        return owner_before(core.start - 2).map(|owner| owner.tokens.start..core.end);
    }
    let possessive = core.start > 1 && is_possessive_mark(&sentence.tokens[core.start - 1]);
    if possessive && common {
        return owner_before(core.start - 1).map(|owner| owner.tokens.start..core.end);
    }
    if !is_word(sentence.tokens.get(core.end)?, &["of"]) {
        return None;
    }
    let owner_start = match sentence.tokens.get(core.end + 1) {
        Some(token) if is_word(token, &["the"]) => core.end + 2,
        _ => core.end + 1,
    };
    spans
        .iter()
        .find(|span| {
            // "the government of Kenyan president Ana Ruiz" is that of a person.
            span.tokens.start == owner_start
                && span.kind == MentionKind::Name
                && is_country(reading, span)
        })
        .map(|owner| core.start..owner.tokens.end)
}

/// "14th", as in the number of a brigade.
fn is_ordinal(token: &Token) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
        && ["st", "nd", "rd", "th"]
            .iter()
            .any(|end| token.text.ends_with(end))
}

/// The words of a capitalised body with what it is for: "Ministry | of Trade and Industry".
fn with_field(
    reading: Reading<'_>,
    sentence: &Sentence,
    spans: &[NameSpan],
    core: &Range<usize>,
) -> Option<Range<usize>> {
    let capital = |token: usize| {
        sentence.tokens.get(token).is_some_and(is_capitalised)
            && !spans.iter().any(|span| {
                span.tokens.contains(&token)
                    && (span.class == "Person" || is_country(reading, span))
            })
    };
    let word = |token: usize, words: &[&str]| {
        sentence
            .tokens
            .get(token)
            .is_some_and(|token| is_word(token, words))
    };
    if !is_capitalised(&sentence.tokens[core.start]) {
        return None;
    }
    let has_field = core.clone().any(|token| word(token, &["of", "for"]));
    let mut end = core.end;
    if !has_field {
        if !word(end, &["of", "for"]) {
            return None;
        }
        end += 1 + usize::from(word(end + 1, &["the"]));
        if !capital(end) {
            return None;
        }
    }
    while capital(end) || (word(end, &["and"]) && capital(end + 1)) {
        end += 1;
    }
    (end > core.end).then_some(core.start..end)
}

fn can_own(reading: Reading<'_>, span: &NameSpan) -> bool {
    is_country(reading, span) || span.class == "Person"
}

fn is_country(reading: Reading<'_>, span: &NameSpan) -> bool {
    reading.is_a(&span.class, "Country") || reading.is_a(&span.class, "Territory")
}
