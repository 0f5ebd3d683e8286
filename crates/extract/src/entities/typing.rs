//! What kind of thing a name names: by the gazetteer, else by its head noun, else by its shape.

use super::reading::{Reading, lower, surface};
use newsgraph_language::{NameClass, Sentence, Token, Xpos};
use newsgraph_ontology::GazetteerId;
use std::ops::Range;

/// The gazetteer entry that fits what the recogniser makes of the words: "Jordan" the country, or nobody known.
pub(super) fn best_entry(
    reading: Reading<'_>,
    entries: &[GazetteerId],
    recognised: Option<NameClass>,
) -> Option<GazetteerId> {
    let fits = |id: &&GazetteerId| {
        let class = reading.entry(**id).class.as_str();
        match recognised {
            Some(NameClass::Person) => reading.is_a(class, "Person"),
            Some(NameClass::Organisation) => reading.is_a(class, "Organisation"),
            Some(NameClass::Place | NameClass::Facility) => reading.is_a(class, "Place"),
            Some(NameClass::Nationality) => reading.is_a(class, "Group"),
            _ => true,
        }
    };
    let sure = entries.iter().find(fits).copied();
    match recognised {
        Some(NameClass::Person) => sure,
        _ => sure.or_else(|| entries.first().copied()),
    }
}

/// The class that the words themselves tell: "Ministry of Justice", "Danube River", "Labour Party".
pub(super) fn class_by_noun(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: &Range<usize>,
) -> Option<String> {
    let first = &sentence.tokens[tokens.start].text;
    if tokens.len() > 1 && reading.ontology.lexicon.ship_prefixes.contains(&**first) {
        return Some("Artefact".to_owned());
    }
    if tokens.len() > 1 && opens_operation(&sentence.tokens[tokens.start]) {
        return Some("Event".to_owned());
    }
    let before_name = matches!(
        &*lower(&sentence.tokens[tokens.start]),
        "mount" | "mt" | "mt." | "lake" | "cape"
    );
    let before_of = tokens
        .clone()
        .find(|&token| {
            token > tokens.start && matches!(&*lower(&sentence.tokens[token]), "of" | "for" | "on")
        })
        .unwrap_or(tokens.end);
    let whole = surface(sentence, tokens.clone()).to_lowercase();
    let known = (0..tokens.len()).find_map(|skip| {
        let rest = whole.splitn(skip + 1, ' ').nth(skip)?;
        rest.contains(' ')
            .then(|| {
                reading
                    .ontology
                    .lexicon
                    .organisation_nouns
                    .get(rest)
                    .cloned()
            })
            .flatten()
    });
    if known.is_some() {
        return known;
    }
    // "Terminal 1", "Gate 14": a number behind the noun.
    let last = &sentence.tokens[before_of - 1].text;
    let numbered = before_of - tokens.start == 2 && last.chars().all(|c| c.is_ascii_digit());
    let before_number = before_of - usize::from(numbered);
    let by_noun = class_of_noun_at(reading, sentence, tokens.start..before_number).or_else(|| {
        (before_of < tokens.end)
            .then(|| class_of_noun_at(reading, sentence, tokens.clone()))
            .flatten()
    });
    // "Mount Toba": the noun before the name.
    by_noun.or_else(|| (tokens.len() > 1 && before_name).then(|| "NaturalFeature".to_owned()))
}

/// The first word of "Operation Desert Wind", which no other word of the name tells the class of.
pub(super) fn opens_operation(word: &Token) -> bool {
    &*word.text == "Operation"
}

/// The class of the noun that ends a phrase, the most words ("air force") first.
fn class_of_noun_at(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: Range<usize>,
) -> Option<String> {
    let last = &sentence.tokens[tokens.end.checked_sub(1)?];
    // A plural names its members, not one such thing: "the Springfield Capitals".
    let lemma = (last.xpos != Xpos::Nnps).then(|| last.lemma.to_lowercase());
    let first = tokens.start.max(tokens.end.saturating_sub(LONGEST_NOUN));
    (first..tokens.end)
        .map(|start| surface(sentence, start..tokens.end).to_lowercase())
        .chain(lemma)
        .find_map(|noun| class_of_noun(reading, &noun))
}

/// Words of the longest noun of the lexicon that tells a class: "house of representatives".
const LONGEST_NOUN: usize = 4;

pub(super) fn class_of_noun(reading: Reading<'_>, noun: &str) -> Option<String> {
    let lexicon = &reading.ontology.lexicon;
    lexicon
        .organisation_nouns
        .get(noun)
        .or_else(|| lexicon.place_nouns.get(noun))
        .or_else(|| lexicon.event_nouns.get(noun))
        .or_else(|| lexicon.thing_nouns.get(noun))
        .cloned()
}

/// The class of a name of which only its shape and context are known.
pub(super) fn class_by_shape(recognised: NameClass) -> &'static str {
    match recognised {
        NameClass::Person => "Person",
        NameClass::Organisation => "Organisation",
        NameClass::Place => "City",
        NameClass::Facility => "Facility",
        NameClass::Event => "Event",
        NameClass::Product => "Artefact",
        NameClass::Nationality => "Group",
    }
}

/// Whether a head noun may overrule what the recogniser saw: a person or product keeps its class.
pub(super) fn noun_may_decide(recognised: Option<NameClass>) -> bool {
    !matches!(recognised, Some(NameClass::Person))
}
