//! Parties by a word of their name beside their people: "Conservative candidate Ana Ruiz", "Senator Jan Novak
//! (D-Ohio)", "Ana Ruiz, a Republican".

use super::reading::{Reading, is_capitalised, is_word, lower, lower_lemma, surface};
use super::span::NameSpan;
use newsgraph_language::{NameClass, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::GazetteerId;
use std::ops::Range;

/// How many words of office can stand between the party's word and the name.
const REACH: usize = 4;
const LONGEST_WORD: usize = 2;
/// Adds the parties that a word beside a person's name means.
pub(super) fn add_party_words(reading: Reading<'_>, spans: &mut Vec<NameSpan>) {
    let people: Vec<(usize, Range<usize>)> = spans
        .iter()
        .filter(|span| span.class == "Person")
        .map(|span| (span.sentence, span.tokens.clone()))
        .collect();
    let countries = countries_of(reading, spans);
    for (index, person) in people {
        let scene = Scene {
            reading,
            index,
            sentence: reading.sentence(index),
        };
        let found = scene
            .before_name(person.start)
            .or_else(|| scene.in_brackets(person.end))
            .or_else(|| scene.in_apposition(person.end));
        let Some((tokens, party)) = found else {
            continue;
        };
        let abroad = reading
            .entry(party)
            .country
            .as_deref()
            .is_some_and(|country| {
                let alone = tokens.end <= person.start && is_word_of_many(reading, party);
                (alone || !countries.is_empty()) && !countries.contains(&country)
            });
        if abroad {
            continue;
        }
        let known = spans.iter().any(|span| {
            span.sentence == index && span.overlaps(&tokens) && span.gazetteer.is_some()
        });
        if !known {
            spans.retain(|span| span.sentence != index || !span.overlaps(&tokens));
            spans.push(scene.span(tokens, party));
        }
    }
}

/// The countries whose places, bodies or names the article has: elsewhere the same word is another party.
fn countries_of<'a>(reading: Reading<'a>, spans: &[NameSpan]) -> Vec<&'a str> {
    spans
        .iter()
        .filter_map(|span| reading.entry(span.gazetteer?).country.as_deref())
        .collect()
}

/// Whether the party's name is one that parties of several states bear: "conservative" alone tells of none. Parties that
/// have letters are meant by their word wherever it stands.
pub(super) fn is_word_of_many(reading: Reading<'_>, party: GazetteerId) -> bool {
    let ontology = reading.ontology;
    let label = &reading.entry(party).label;
    let mut lettered = ontology.lexicon.party_letters.values();
    ontology.gazetteer.is_shared(label) && lettered.all(|name| name != label)
}

struct Scene<'a> {
    reading: Reading<'a>,
    index: usize,
    sentence: &'a Sentence,
}

impl Scene<'_> {
    fn text(&self, token: usize) -> &str {
        self.sentence
            .tokens
            .get(token)
            .map_or("", |token| &*token.text)
    }

    /// "Democrat Ana Ruiz", "Conservative candidate Ana Ruiz".
    fn before_name(&self, name: usize) -> Option<(Range<usize>, GazetteerId)> {
        let mut end = name;
        while end > 0
            && name - end < REACH
            && self.is_role(end - 1)
            && self.party_until(end).is_none()
        {
            end -= 1;
        }
        self.party_until(end)
    }

    /// A word for what a politician is, not for the head of the party.
    fn is_role(&self, token: usize) -> bool {
        let word = &self.sentence.tokens[token];
        let lexicon = &self.reading.ontology.lexicon;
        matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj)
            && [lower(word), lower_lemma(word)].iter().any(|word| {
                lexicon.offices.get(word).is_some()
                    || lexicon.person_nouns.contains_key(&**word)
                    || matches!(
                        &**word,
                        "presidential" | "vice" | "parliamentary" | "mayoral" | "prime"
                    )
            })
    }

    /// "Ana Ruiz (Conservative)", "Ana Ruiz (D-Ohio)", "Ana Ruiz, D-Ohio,", "Ana Ruiz - Labour".
    fn in_brackets(&self, open: usize) -> Option<(Range<usize>, GazetteerId)> {
        if !matches!(self.text(open), "(" | "," | "-" | "–" | "—") {
            return None;
        }
        let start = open + 1;
        if let Some(party) = self.party_of_letters(start) {
            return self
                .party_named(party)
                .map(|party| (start..start + 1, party));
        }
        let closers: &[&str] = match self.text(open) {
            "(" => &[")"],
            _ => &[",", ".", ";", "-", "–", ")", ""],
        };
        let close = (start + 1..=start + LONGEST_WORD)
            .find(|&token| closers.contains(&self.text(token)))?;
        self.party_word(start..close)
            .map(|party| (start..close, party))
    }

    /// The party whose letters end the bracket or are joined to a constituency: "R)", "D-Ohio", "D - Ohio".
    fn party_of_letters(&self, token: usize) -> Option<&str> {
        let is_dash = |c: char| matches!(c, '-' | '–');
        let word = self.text(token);
        let letters = word.split(is_dash).next()?;
        let is_joined =
            letters.len() < word.len() || matches!(self.text(token + 1), "-" | "–" | ")");
        let party = self.reading.ontology.lexicon.party_letters.get(letters)?;
        is_joined.then_some(party)
    }

    /// "Ana Ruiz, a Republican", "Ana Ruiz is a Democrat".
    fn in_apposition(&self, after: usize) -> Option<(Range<usize>, GazetteerId)> {
        let start = match (self.text(after), self.text(after + 1)) {
            ("," | "is" | "was", "a" | "the") => after + 2,
            _ => return None,
        };
        (1..=LONGEST_WORD).rev().find_map(|length| {
            let tokens = start..start + length;
            let ends = matches!(
                self.text(tokens.end),
                "," | "." | "from" | "who" | "and" | ""
            );
            let party = ends.then(|| self.party_word(tokens.clone())).flatten()?;
            Some((tokens, party))
        })
    }

    fn party_until(&self, end: usize) -> Option<(Range<usize>, GazetteerId)> {
        (1..=LONGEST_WORD.min(end)).rev().find_map(|length| {
            let tokens = end - length..end;
            self.party_word(tokens.clone()).map(|party| (tokens, party))
        })
    }

    /// The party whose name, its last word "Party" or a plural ending added, these words are.
    fn party_word(&self, tokens: Range<usize>) -> Option<GazetteerId> {
        let words = self.sentence.tokens.get(tokens.clone())?;
        if !words.iter().all(is_capitalised) || is_word(&words[0], &["the"]) {
            return None;
        }
        let name = surface(self.sentence, tokens);
        [name.clone(), format!("{name} Party"), format!("{name}s")]
            .iter()
            .find_map(|name| self.party_named(name))
    }

    fn party_named(&self, name: &str) -> Option<GazetteerId> {
        let entries = self.reading.ontology.gazetteer.lookup(name);
        entries.iter().copied().find(|&entry| {
            self.reading
                .is_a(&self.reading.entry(entry).class, "PoliticalOrganisation")
        })
    }

    fn span(&self, tokens: Range<usize>, party: GazetteerId) -> NameSpan {
        NameSpan {
            sentence: self.index,
            class: "PoliticalOrganisation".to_owned(),
            name: surface(self.sentence, tokens.clone()),
            tokens,
            short: None,
            gazetteer: Some(party),
            kind: MentionKind::Name,
            recognised: Some(NameClass::Organisation),
            anonymous: false,
        }
    }
}
