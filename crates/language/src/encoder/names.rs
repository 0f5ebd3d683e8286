//! The names of a whole document, from the scores that the network gives each word on its own sentence.
//!
//! Two things that the network does not see are weighed with its scores before the best well-formed labels are
//! looked for: what the gazetteer knows of a name, and what the same word is called elsewhere in the document (one
//! sense per discourse; Gale, Church and Yarowsky 1992).

use super::bilou::{self, OUTSIDE, Place};
use super::heads::{NAME_SCORE_UNITS, NameScores};
use crate::{Name, NameClass, Sentence, Token, Upos};
use newsgraph_ontology::Gazetteer;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a name of the gazetteer adds to the score of each of its words, as a logarithm.
const KNOWN: i32 = NAME_SCORE_UNITS as i32;
/// How far a class may lie below the best one, as a logarithm: a single word cannot outvote the document.
const FLOOR: i32 = -6 * NAME_SCORE_UNITS as i32;

/// A score for lying outside and for each class.
type ClassScores = [i32; 1 + NameClass::ALL.len()];

/// The names of each sentence of one document.
pub(super) fn find(
    sentences: &[Sentence],
    scores: &mut [Vec<NameScores>],
    gazetteer: &Gazetteer,
) -> Vec<Vec<Name>> {
    for (sentence, scores) in sentences.iter().zip(&mut *scores) {
        favour_known_names(sentence, scores, gazetteer);
    }
    agree(sentences, scores);
    scores.iter().map(|scores| best_names(scores)).collect()
}

/// All well-formed sequences of labels are equally likely beforehand.
fn best_names(scores: &[NameScores]) -> Vec<Name> {
    bilou::names(&bilou::decode(scores))
}

/// Raises the labels of names that the gazetteer knows, unless the network sees them inside a longer name.
fn favour_known_names(sentence: &Sentence, scores: &mut [NameScores], gazetteer: &Gazetteer) {
    let known = known_names(&sentence.tokens, gazetteer);
    if known.is_empty() {
        return;
    }
    let seen = best_names(scores);
    for name in known {
        let inside_longer = seen.iter().any(|longer| {
            longer.tokens.len() > name.tokens.len()
                && longer.tokens.start <= name.tokens.start
                && name.tokens.end <= longer.tokens.end
        });
        if inside_longer {
            continue;
        }
        for at in name.tokens.clone() {
            let label = bilou::label(name.class, bilou::place(&name.tokens, at));
            scores[at][label] = scores[at][label].saturating_add(KNOWN);
        }
    }
}

/// The longest names of the gazetteer that stand in the sentence, where their class is beyond doubt.
fn known_names(tokens: &[Token], gazetteer: &Gazetteer) -> Vec<Name> {
    let words: Vec<&str> = tokens.iter().map(|token| &*token.text).collect();
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let written_as_name = words[at].starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let found = written_as_name
            .then(|| gazetteer.longest_match(&words[at..]))
            .flatten();
        let Some((length, ids)) = found else {
            at += 1;
            continue;
        };
        let mut classes = ids.iter().map(|&id| name_class(&gazetteer.entry(id).class));
        let first = classes.next().flatten();
        let tokens = at..at + length;
        if let Some(class) = first.filter(|&class| classes.all(|other| other == Some(class)))
            && gazetteer.risk(&written(&words[tokens.clone()])).is_none()
        {
            names.push(Name { tokens, class });
        }
        at += length;
    }
    names
}

fn written(words: &[&str]) -> String {
    words.join(" ")
}

/// What kind of name a class of the ontology has; none when that is open.
fn name_class(class: &str) -> Option<NameClass> {
    match class {
        "Country" | "City" | "Territory" | "NaturalFeature" => Some(NameClass::Place),
        "Facility" => Some(NameClass::Facility),
        "Company"
        | "NewsOrganisation"
        | "GovernmentAgency"
        | "PoliticalOrganisation"
        | "Organisation"
        | "IntergovernmentalOrganisation"
        | "ArmedGroup"
        | "ArmedForce"
        | "Government" => Some(NameClass::Organisation),
        _ => None,
    }
}

/// Takes every capitalised word half the way to what the document says of the word on average.
fn agree(sentences: &[Sentence], scores: &mut [Vec<NameScores>]) {
    let mut usage: FxHashMap<&str, (i64, [i64; 1 + NameClass::ALL.len()])> = FxHashMap::default();
    let mut own: Vec<(usize, usize, ClassScores)> = Vec::new();
    for (index, (sentence, scores)) in sentences.iter().zip(&*scores).enumerate() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if !may_be_name(token) {
                continue;
            }
            let classes = class_scores(&scores[at]);
            let (count, sums) = usage.entry(&*token.text).or_default();
            *count += 1;
            for (sum, &score) in sums.iter_mut().zip(&classes) {
                *sum += i64::from(score);
            }
            own.push((index, at, classes));
        }
    }
    for (index, at, classes) in own {
        let Some((count @ 2.., sums)) = usage.get(&*sentences[index].tokens[at].text) else {
            continue;
        };
        let scores = &mut scores[index][at];
        for (class, (sum, own)) in sums.iter().zip(classes).enumerate() {
            let change = ((sum / count - i64::from(own)) / 2) as i32;
            for label in labels(class) {
                scores[label] = scores[label].saturating_add(change);
            }
        }
    }
}

fn may_be_name(token: &Token) -> bool {
    let mut characters = token.text.chars();
    characters.next().is_some_and(char::is_uppercase)
        && characters.next().is_some()
        && matches!(token.upos, Upos::Propn | Upos::Noun | Upos::Adj)
}

/// The labels of class `class - 1`; those of class 0 are outside.
fn labels(class: usize) -> Range<usize> {
    let Some(&class) = class.checked_sub(1).and_then(|at| NameClass::ALL.get(at)) else {
        return OUTSIDE..OUTSIDE + 1;
    };
    bilou::label(class, Place::Begin)..bilou::label(class, Place::Unit) + 1
}

/// How far the best label of each class lies below the best of all, [`FLOOR`] at most.
fn class_scores(scores: &NameScores) -> ClassScores {
    let mut classes: ClassScores = std::array::from_fn(|class| {
        let own = scores[labels(class)].iter().copied().max();
        own.unwrap_or(i32::MIN)
    });
    let best = classes.iter().copied().max().unwrap_or_default();
    for score in &mut classes {
        *score = score.saturating_sub(best).max(FLOOR);
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::super::bilou::LABELS;
    use super::*;
    use crate::{Deprel, Xpos};
    use newsgraph_model::{RegionKind, Span};

    /// Words written as `word/UPOS`.
    fn sentence(words: &str) -> Sentence {
        let tokens: Vec<Token> = words
            .split(' ')
            .map(|word| {
                let (text, upos) = word.rsplit_once('/').unwrap();
                Token {
                    span: Span::new(0, 1),
                    text: text.into(),
                    lemma: text.into(),
                    upos: upos.parse().unwrap(),
                    xpos: Xpos::Nnp,
                    head: None,
                    deprel: Deprel::Root,
                }
            })
            .collect();
        Sentence {
            span: Span::new(0, 1),
            region: RegionKind::Body,
            tokens,
            names: Vec::new(),
            expressions: Vec::new(),
        }
    }

    /// Scores that favour lying outside but for these labels, whose lead is in hundredths.
    fn scores(words: usize, leads: &[(usize, NameClass, Place, i32)]) -> Vec<NameScores> {
        let mut scores = vec![[0; LABELS]; words];
        for &(at, class, place, lead) in leads {
            scores[at][bilou::label(class, place)] = NAME_SCORE_UNITS as i32 / 100 * lead;
        }
        scores
    }

    fn found(sentences: &[Sentence], mut scores: Vec<Vec<NameScores>>) -> Vec<Vec<Name>> {
        find(sentences, &mut scores, &Gazetteer::embedded().unwrap())
    }

    fn unit(class: NameClass) -> Vec<Name> {
        let tokens = 0..1;
        vec![Name { tokens, class }]
    }

    #[test]
    fn a_doubtful_name_follows_the_rest_of_the_document() {
        use NameClass::{Organisation, Person};
        let document = ["Zelkova/PROPN fell/VERB", "Zelkova/PROPN sued/VERB"].map(sentence);
        let doubtful = vec![
            scores(2, &[(0, Person, Place::Unit, 40)]),
            scores(2, &[(0, Organisation, Place::Unit, 500)]),
        ];
        let names = found(&document, doubtful.clone());
        assert_eq!(names, [unit(Organisation), unit(Organisation)]);
        let alone = found(&document[..1], doubtful[..1].to_vec());
        assert_eq!(alone, [unit(Person)]);
    }

    #[test]
    fn other_words_and_small_letters_do_not_vote() {
        use NameClass::{Organisation, Person};
        let document = [
            "Zelkova/PROPN fell/VERB",
            "zelkova/NOUN grows/VERB",
            "Acacia/PROPN sued/VERB",
        ]
        .map(sentence);
        let names = found(
            &document,
            vec![
                scores(2, &[(0, Person, Place::Unit, 40)]),
                scores(2, &[]),
                scores(2, &[(0, Organisation, Place::Unit, 500)]),
            ],
        );
        assert_eq!(names, [unit(Person), vec![], unit(Organisation)]);
    }

    #[test]
    fn a_known_name_is_favoured_only_where_no_longer_one_is_seen() {
        use NameClass::{Organisation, Place as Location};
        let document = ["Tasmania/PROPN voted/VERB", "Tasmania/PROPN Bank/PROPN"].map(sentence);
        let unsure = scores(2, &[(0, Location, Place::Unit, -50)]);
        assert_eq!(found(&document[..1], vec![unsure]), [unit(Location)]);
        let longer = scores(
            2,
            &[
                (0, Organisation, Place::Begin, 20),
                (1, Organisation, Place::Last, 20),
            ],
        );
        let whole = Name {
            tokens: 0..2,
            class: Organisation,
        };
        assert_eq!(found(&document[1..], vec![longer]), [vec![whole]]);
    }

    #[test]
    fn a_name_that_is_an_everyday_word_too_is_not_favoured() {
        let document = [sentence("Reading/PROPN helps/VERB")];
        let unsure = scores(2, &[(0, NameClass::Place, Place::Unit, -50)]);
        assert_eq!(found(&document, vec![unsure]), [vec![]]);
    }
}
