//! Courtesy titles and office words around names.

use super::reading::{Reading, is_plural, lower, lower_lemma};
use newsgraph_language::{Sentence, Token};
use newsgraph_ontology::{Office, OfficeModifier, OfficeRank};

/// In tokens.
pub(super) const LONGEST_OFFICE: usize = 6;
/// In tokens: "one-time".
const LONGEST_MODIFIER: usize = 3;

/// The declared office whose words start at a token, the longest one, and the token after it.
pub(crate) fn office_at<'a>(
    reading: Reading<'a>,
    sentence: &Sentence,
    start: usize,
) -> Option<(&'a Office, usize)> {
    let offices = &reading.ontology.lexicon.offices;
    let first = lower(sentence.tokens.get(start)?);
    let longest = offices
        .longest_from(without_ex(&first).unwrap_or(&first))
        .min(LONGEST_OFFICE);
    let end = sentence.tokens.len().min(start + longest);
    let mut words = String::new();
    let mut found = None;
    for index in start..end {
        push_office_word(&mut words, sentence, start, index);
        found = offices
            .get(&words)
            .map(|office| (office, index + 1))
            .or(found);
    }
    found
}

/// The declared office whose plural starts at a token, and the token after it: "vice presidents".
pub(super) fn plural_office_at<'a>(
    reading: Reading<'a>,
    sentence: &Sentence,
    start: usize,
) -> Option<(&'a Office, usize)> {
    let offices = &reading.ontology.lexicon.offices;
    let first = sentence.tokens.get(start)?;
    let longest = if is_plural(first) {
        offices.longest_from(&lower_lemma(first))
    } else {
        offices.longest_from(&lower(first))
    };
    let end = sentence
        .tokens
        .len()
        .min(start + longest.min(LONGEST_OFFICE));
    let mut words = String::new();
    for index in start..end {
        let token = &sentence.tokens[index];
        push_office_word(&mut words, sentence, start, index);
        if is_plural(token) {
            words.truncate(words.len() - lower(token).len());
            words.push_str(&lower_lemma(token));
            return offices.get(&words).map(|office| (office, index + 1));
        }
    }
    None
}

/// Adds a word as the lexicon has it; hyphens are joined to their words.
fn push_office_word(words: &mut String, sentence: &Sentence, start: usize, index: usize) {
    let token = &sentence.tokens[index];
    let touching = index > start && sentence.tokens[index - 1].span.end() == token.span.start();
    if index > start && !touching {
        words.push(' ');
    }
    let word = lower(token);
    let own = without_ex(&word).filter(|_| index == start);
    words.push_str(own.unwrap_or(&word));
}

/// The "minister" of "ex-minister".
pub(super) fn without_ex(word: &str) -> Option<&str> {
    word.strip_prefix("ex-")
        .or_else(|| word.strip_prefix("Ex-"))
        .filter(|rest| !rest.is_empty())
}

/// Whether the token is a courtesy title: "Mr", "Dr.".
pub(crate) fn is_honorific(reading: Reading<'_>, sentence: &Sentence, token: usize) -> bool {
    let text = &sentence.tokens[token].text;
    let bare = text.trim_end_matches('.');
    reading
        .ontology
        .lexicon
        .honorifics
        .iter()
        .any(|title| title.eq_ignore_ascii_case(bare))
}

/// What a word says about the office beside it: "former", "elect", "deputy".
pub(crate) fn office_modifier(reading: Reading<'_>, token: &Token) -> Option<OfficeModifier> {
    reading
        .ontology
        .lexicon
        .office_modifiers
        .get(&*lower(token))
        .copied()
}

/// What the words before an office or its body say of it, "de facto" as one, and where they start.
pub(crate) fn office_modifier_before(
    reading: Reading<'_>,
    sentence: &Sentence,
    end: usize,
) -> Option<(OfficeModifier, usize)> {
    let modifiers = &reading.ontology.lexicon.office_modifiers;
    (1..=LONGEST_MODIFIER.min(end)).rev().find_map(|length| {
        let start = end - length;
        let mut words = String::new();
        for index in start..end {
            push_office_word(&mut words, sentence, start, index);
        }
        modifiers.get(&*words).map(|&modifier| (modifier, start))
    })
}

/// The first token of a person's name after the titles before it.
pub(super) fn after_titles(
    reading: Reading<'_>,
    sentence: &Sentence,
    mut start: usize,
    end: usize,
) -> usize {
    while start < end {
        let token = &sentence.tokens[start];
        if let Some((_, next)) = office_at(reading, sentence, start).filter(|&(_, next)| next < end)
        {
            start = next;
        } else if start + 1 < end
            && (is_honorific(reading, sentence, start)
                || office_modifier(reading, token).is_some()
                || names_country_of_office(reading, sentence, start)
                || reading.ontology.gazetteer.demonym(&token.text).is_some()
                || matches!(&*token.text, "-" | "," | "." | "(" | "\"" | "“"))
        {
            start += 1;
        } else {
            return start;
        }
    }
    end
}

/// "US" in "US Senator": a country's name before an office.
fn names_country_of_office(reading: Reading<'_>, sentence: &Sentence, start: usize) -> bool {
    let country = reading
        .ontology
        .gazetteer
        .lookup(&sentence.tokens[start].text)
        .first()
        .is_some_and(|&entry| reading.is_a(&reading.entry(entry).class, "Country"));
    country && office_at(reading, sentence, start + 1).is_some()
}

/// Whether an office of a person ends right before a token: "secretary" before a name.
pub(super) fn ends_office(reading: Reading<'_>, sentence: &Sentence, end: usize) -> bool {
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
