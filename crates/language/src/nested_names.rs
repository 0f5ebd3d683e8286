//! Names within longer names, by gazetteer: "Haifa" in "University of Haifa", "Kenyan" in "Kenyan Defence Ministry".
//!
//! Names of bodies and events have such anywhere, those of sites and features at their start ("Manila Bay"); in the
//! names of people the same words mean other things ("Paris Hilton").

use crate::{Name, NameClass, Sentence, Token, Upos};
use newsgraph_ontology::{Gazetteer, GazetteerId};
use std::ops::Range;

/// Adds them to the names of a sentence, each behind the one that it lies in.
pub(crate) fn add(sentence: &mut Sentence, gazetteer: &Gazetteer) {
    let mut names = Vec::with_capacity(sentence.names.len());
    for outer in std::mem::take(&mut sentence.names) {
        let inner = match outer.class {
            NameClass::Organisation | NameClass::Event => {
                names_within(&sentence.tokens, &outer.tokens, gazetteer)
            }
            NameClass::Place | NameClass::Facility => {
                place_at_start(&sentence.tokens, &outer.tokens, gazetteer)
            }
            _ => Vec::new(),
        };
        names.push(outer);
        names.extend(inner);
    }
    sentence.names = names;
}

/// The place that a site or feature is called after: "Manila" in "Manila Bay". What the gazetteer knows as a whole
/// ("New Mexico") has none.
fn place_at_start(tokens: &[Token], outer: &Range<usize>, gazetteer: &Gazetteer) -> Vec<Name> {
    let words: Vec<&str> = tokens[outer.clone()]
        .iter()
        .map(|token| &*token.text)
        .collect();
    let whole = gazetteer
        .longest_match(&words)
        .is_some_and(|(length, _)| length == words.len());
    name_at(&words, 0, tokens[outer.start].upos, gazetteer)
        .filter(|_| !whole)
        .map(|(length, class)| Name {
            tokens: outer.start..outer.start + length,
            class,
        })
        .into_iter()
        .collect()
}

fn names_within(tokens: &[Token], outer: &Range<usize>, gazetteer: &Gazetteer) -> Vec<Name> {
    let words: Vec<&str> = tokens[outer.clone()]
        .iter()
        .map(|token| &*token.text)
        .collect();
    let mut found: Vec<Name> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let upos = tokens[outer.start + at].upos;
        let inner = name_at(&words, at, upos, gazetteer);
        let length = inner.map_or(1, |(length, _)| length);
        found.extend(inner.map(|(length, class)| Name {
            tokens: outer.start + at..outer.start + at + length,
            class,
        }));
        at += length;
    }
    found
}

/// The number of words and the class of the inner name that begins with word `at` of a name.
fn name_at(
    words: &[&str],
    at: usize,
    upos: Upos,
    gazetteer: &Gazetteer,
) -> Option<(usize, NameClass)> {
    if !words[at].starts_with(char::is_uppercase) {
        return None;
    }
    let ends_name = |length: usize| at + length == words.len();
    let people = gazetteer.longest_demonym(&words[at..]);
    if let Some((length, _)) = people.filter(|&(length, _)| at == 0 && !ends_name(length))
        && matches!(upos, Upos::Adj | Upos::Propn)
    {
        return Some((length, NameClass::Nationality));
    }
    let (length, entries) = gazetteer.longest_match(&words[at..])?;
    let placed = at > 0 && matches!(words[at - 1], "of" | "for" | "in" | "at");
    let leads = at == 0 && !ends_name(length);
    // "Vrije Universiteit Amsterdam", "Trinity College, Cambridge"
    let ends = at > 0 && ends_name(length);
    let known = gazetteer.risk(&words[at..at + length].join(" ")).is_none();
    let place = entries.iter().all(|&entry| is_inhabited(gazetteer, entry));
    ((placed || leads || ends) && known && place).then_some((length, NameClass::Place))
}

fn is_inhabited(gazetteer: &Gazetteer, entry: GazetteerId) -> bool {
    matches!(
        &*gazetteer.entry(entry).class,
        "Country" | "City" | "Territory"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Deprel, Xpos};
    use newsgraph_model::{RegionKind, Span};

    /// The names in a name of the class, as `words=Class`.
    fn within(words: &str, class: NameClass) -> Vec<String> {
        let token = |(at, text): (usize, &str)| Token {
            span: Span::new(at, at + 1),
            text: text.into(),
            lemma: text.into(),
            upos: Upos::Propn,
            xpos: Xpos::Nnp,
            head: None,
            deprel: Deprel::Dep,
        };
        let tokens: Vec<Token> = words.split(' ').enumerate().map(token).collect();
        let outer = Name {
            tokens: 0..tokens.len(),
            class,
        };
        let mut sentence = Sentence {
            span: Span::new(0, tokens.len()),
            region: RegionKind::Body,
            tokens,
            names: vec![outer.clone()],
            expressions: Vec::new(),
        };
        add(&mut sentence, &Gazetteer::embedded().unwrap());
        assert_eq!(sentence.outer_names().collect::<Vec<_>>(), [&outer]);
        let inner = &sentence.names[1..];
        let show = |name: &Name| {
            let words: Vec<&str> = sentence.tokens[name.tokens.clone()]
                .iter()
                .map(|token| &*token.text)
                .collect();
            format!("{}={}", words.join(" "), name.class.as_str())
        };
        inner.iter().map(show).collect()
    }

    #[test]
    fn bodies_have_the_places_and_peoples_that_they_are_named_after() {
        use NameClass::{Event, Facility, Organisation, Place};
        assert_eq!(
            within("University of Lisbon", Organisation),
            ["Lisbon=Place"]
        );
        assert_eq!(
            within("South Africa Rugby Union", Organisation),
            ["South Africa=Place"]
        );
        assert_eq!(
            within("Kenyan Defence Ministry", Organisation),
            ["Kenyan=Nationality"]
        );
        assert_eq!(within("Berlin Book Fair", Event), ["Berlin=Place"]);
        assert_eq!(
            within("Orchestra School Lisbon", Organisation),
            ["Lisbon=Place"]
        );
        assert_eq!(within("Chad Basin", Place), ["Chad=Place"]);
        assert_eq!(within("Kuwait Opera House", Facility), ["Kuwait=Place"]);
    }

    #[test]
    fn other_words_of_names_are_no_names() {
        use NameClass::{Organisation, Person, Place};
        assert_eq!(within("Berlin", Organisation), [""; 0]);
        assert_eq!(within("Society of Friends", Organisation), [""; 0]);
        assert_eq!(within("Paris Ruiz", Person), [""; 0]);
        assert_eq!(within("New Mexico", Place), [""; 0]);
        assert_eq!(within("Mexico City", Place), [""; 0]);
    }
}
