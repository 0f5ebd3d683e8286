//! Names that the recogniser took for another kind though the words around them tell which: "the startup Manus", "the
//! mayor of Santa Rosa Norte", "near Tel Amara", "the Ras Tanura refinery", "King Fahd Causeway", "Ana Rizal resigns".

use super::reading::{
    Reading, is_capitalised, is_plural, is_possessive_mark, is_word, lower, lower_lemma, surface,
};
use super::recognised_names::is_surname_here;
use super::span::NameSpan;
use super::titles::{ends_office, office_at};
use super::typing::class_of_noun;
use newsgraph_language::{Deprel, NameClass, Sentence, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{OfficeRank, WordList};
use std::ops::Range;

/// Gives names the class that their context tells; a given name counts as context too.
pub(super) fn retype_by_context(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for span in spans.iter_mut() {
        if is_named_site(reading, sentence, span) {
            name_site(reading, sentence, span);
            continue;
        }
        if names_road(reading, sentence, span) {
            span.class = "Facility".to_owned();
            span.recognised = Some(NameClass::Facility);
            continue;
        }
        let first = &sentence.tokens[span.tokens.start].text;
        if span.gazetteer.is_none()
            && let Some(kind) = kind_of_body(reading, sentence, span)
        {
            span.class = kind;
            continue;
        }
        if let Some(kind) = described_body(reading, sentence, span) {
            span.class = kind;
            span.gazetteer = None;
            span.recognised = Some(NameClass::Organisation);
            continue;
        }
        if span.class != "Person" || span.gazetteer.is_some() {
            continue;
        }
        let given = reading.ontology.gazetteer.given_name(first).is_some();
        let full = given && span.tokens.len() > 1;
        let told = noun_before(reading, sentence, span)
            .filter(|_| !full)
            .or_else(|| after_preposition(reading, sentence, span).filter(|_| !given))
            .or_else(|| site_behind(reading, sentence, span));
        if let Some(class) = told {
            span.class = class;
            span.recognised = Some(NameClass::Organisation);
        }
    }
}

/// "The governor of Utah, Ana Rizal,", "Ana Rizal resigns": what stands for the holder of an office
/// is a person's name, whatever the recogniser took it for.
pub(super) fn retype_holders(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for index in 0..spans.len() {
        let span = &spans[index];
        let unknown = span.gazetteer.is_none()
            && matches!(span.class.as_str(), "City" | "Organisation" | "Facility")
            && span.tokens.len() > 1
            && span.kind == MentionKind::Name;
        let before = index.checked_sub(1).map(|before| &spans[before]);
        let holder =
            || before.is_some_and(|place| is_behind_office(reading, sentence, place, span));
        if unknown && (holder() || resigns(reading, sentence, span)) {
            spans[index].class = "Person".to_owned();
            spans[index].recognised = Some(NameClass::Person);
        }
    }
    retype_bodies_of_holders(reading, sentence, spans);
    retype_bodies_before_holders(reading, sentence, spans);
}

/// "The chairman of Norvik, Ana Ruiz,": of the two names the one behind the comma is who holds the office.
fn retype_bodies_of_holders(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for index in 1..spans.len() {
        let (body, holder) = (&spans[index - 1], &spans[index]);
        let first = &sentence.tokens[body.tokens.start].text;
        let given = reading.ontology.gazetteer.given_name(first).is_some();
        let unknown = body.gazetteer.is_none() && !given && body.class == "Person";
        if unknown && holder.class == "Person" && is_behind_office(reading, sentence, body, holder)
        {
            spans[index - 1].class = "Organisation".to_owned();
            spans[index - 1].recognised = Some(NameClass::Organisation);
        }
    }
}

/// "Yabloko deputy leader Ana Ruiz": an unknown name before the office of a head and the holder's name is a body's, for
/// people have no leaders.
fn retype_bodies_before_holders(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for index in 1..spans.len() {
        let (body, holder) = (&spans[index - 1], &spans[index]);
        let between = body.tokens.end..holder.tokens.start;
        let is_head = between.clone().any(|start| {
            office_at(reading, sentence, start).is_some_and(|(office, end)| {
                let label = office.label.to_lowercase();
                let lexicon = &reading.ontology.lexicon;
                end == between.end
                        && office.rank == OfficeRank::Head
                        // "Anora director Ana Ruiz" has made a film.
                        && !lexicon.has(WordList::PrivateOffice, &label)
            })
        });
        let only_words = between.clone().all(|token| {
            let word = &sentence.tokens[token];
            matches!(word.upos, Upos::Noun | Upos::Adj) && word.text.starts_with(char::is_lowercase)
        });
        let first = &sentence.tokens[body.tokens.start].text;
        let unknown = body.gazetteer.is_none()
            && body.class == "Person"
            && body.tokens.len() == 1
            && reading.ontology.gazetteer.given_name(first).is_none()
            && !is_surname_here(reading, sentence, &body.tokens);
        if unknown && holder.class == "Person" && is_head && only_words {
            spans[index - 1].class = "Organisation".to_owned();
            spans[index - 1].recognised = Some(NameClass::Organisation);
        }
    }
}

/// "Hillcrest: Ana Ruiz (Reform)", "Hillcrest – Ana Ruiz": in a line without a verb an unknown name before a mark and a
/// person's is the place the line is about.
pub(super) fn retype_labels(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    let verbless = sentence
        .tokens
        .iter()
        .all(|token| !matches!(token.upos, Upos::Verb | Upos::Aux));
    let [label, person, ..] = spans else {
        return;
    };
    let mark = sentence.tokens.get(label.tokens.end);
    let marked = mark.is_some_and(|mark| matches!(&*mark.text, ":" | "–" | "—" | "-"))
        && label.tokens.end + 1 == person.tokens.start;
    let first = &sentence.tokens[label.tokens.start].text;
    let given = reading.ontology.gazetteer.given_name(first).is_some();
    let unknown = label.gazetteer.is_none()
        && matches!(label.class.as_str(), "Person" | "Organisation")
        && !given;
    if verbless && marked && unknown && label.tokens.start == 0 && person.class == "Person" {
        label.class = "City".to_owned();
        label.recognised = Some(NameClass::Place);
    }
}

/// "the governor of PLACE, NAME,"
fn is_behind_office(
    reading: Reading<'_>,
    sentence: &Sentence,
    place: &NameSpan,
    name: &NameSpan,
) -> bool {
    let word = |token: usize, words: &[&str]| {
        let token = sentence.tokens.get(token);
        token.is_some_and(|token| is_word(token, words))
    };
    let start = place.tokens.start;
    let article = usize::from(start > 0 && word(start - 1, &["the"]));
    let of = start.checked_sub(1 + article);
    place.tokens.end + 1 == name.tokens.start
        && word(place.tokens.end, &[","])
        && word(name.tokens.end, &[","])
        && of.is_some_and(|of| word(of, &["of"]) && ends_office(reading, sentence, of))
}

fn resigns(reading: Reading<'_>, sentence: &Sentence, name: &NameSpan) -> bool {
    let first = &sentence.tokens[name.tokens.start].text;
    let given = reading.ontology.gazetteer.given_name(first).is_some();
    let subject = name.tokens.clone().find_map(|token| {
        let word = &sentence.tokens[token];
        word.head.filter(|_| word.deprel.is("nsubj"))
    });
    given
        && subject.is_some_and(|verb| {
            reading.is_listed_lemma(&sentence.tokens[verb], WordList::DepartureVerb)
        })
}

/// What kind of body a name is by the words right before it: "the manufacturer Tarvo", "the ruling Unity Congress".
fn kind_of_body(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    if !matches!(
        span.class.as_str(),
        "Organisation" | "GovernmentAgency" | "City" | "Facility" | "Artefact"
    ) {
        return None;
    }
    let before = &sentence.tokens[span.tokens.start.checked_sub(1)?];
    let modifies = before.upos != Upos::Verb || before.deprel == Deprel::Amod;
    if modifies && reading.is_listed(before, WordList::PartyAdjective) {
        return Some("PoliticalOrganisation".to_owned());
    }
    let party =
        noun_before_comma(reading, sentence, span).filter(|class| class == "PoliticalOrganisation");
    party.or_else(|| {
        noun_before(reading, sentence, span).filter(|class| match span.class.as_str() {
            "Organisation" => reading.is_a(class, "Organisation"),
            // "the airline Norse Wings"
            "Artefact" => class == "Company",
            _ => false,
        })
    })
}

/// What kind of body a name is by the description behind it: "Dessau, one of the country's older builders,". It
/// tells more than that there is a town of this name.
fn described_body(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    let known_place = span
        .gazetteer
        .is_none_or(|entry| reading.entry(entry).class == "City");
    let vague = matches!(
        span.class.as_str(),
        "City" | "Organisation" | "Person" | "Facility"
    ) && (span.class != "Person" || span.tokens.len() == 1);
    let comma = span.tokens.end;
    let tokens = &sentence.tokens;
    let word =
        |token: usize, words: &[&str]| tokens.get(token).is_some_and(|token| is_word(token, words));
    if !known_place || !vague || span.kind != MentionKind::Name || !word(comma, &[","]) {
        return None;
    }
    let last = (comma + 1..tokens.len().min(comma + 1 + LONGEST_DESCRIPTION)).find(|&token| {
        let next = tokens.get(token + 1);
        let ends = next.is_none_or(|next| {
            matches!(&*next.text, "," | "." | ")" | "–" | "—")
                || is_word(next, &["that", "which", "in", "based"])
        });
        tokens[token].upos == Upos::Noun && ends
    })?;
    let noun = &tokens[last];
    let one_of = word(comma + 1, &["one"]);
    let apposed = one_of
        || noun.deprel == Deprel::Appos
            && noun.head.is_some_and(|head| span.tokens.contains(&head));
    let opens = word(comma + 1, &["a", "an", "the", "one"])
        || (comma + 1..last).any(|token| is_possessive_mark(&tokens[token]));
    let plain = (comma + 1..last).all(|token| {
        !matches!(tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Sconj)
            || tokens[token].deprel == Deprel::Amod
    });
    (apposed && opens && plain)
        .then(|| reading.of_noun(&tokens[last], |noun| class_of_noun(reading, noun)))
        .flatten()
        .filter(|class| reading.is_a(class, "Organisation"))
}

/// The most words of a description behind a name.
const LONGEST_DESCRIPTION: usize = 10;

/// "Fahd Causeway" of "King Fahd Causeway": what ends in the noun of a site that nobody is called.
fn is_named_site(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> bool {
    let last = &sentence.tokens[span.tokens.end - 1];
    let surname = reading.ontology.gazetteer.is_surname(&last.text);
    span.class == "Person"
        && span.tokens.len() > 1
        && is_capitalised(last)
        && !surname
        && class_of_noun(reading, &lower(last)).as_deref() == Some("Facility")
}

/// "the BR-101 highway", "the Kassala–Port road": an unknown name that describes a road is the road's.
fn names_road(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> bool {
    let end = span.tokens.end;
    let describes = span.tokens.clone().any(|token| {
        let word = &sentence.tokens[token];
        word.head == Some(end) && word.deprel == Deprel::Compound
    });
    span.class == "City"
        && span.gazetteer.is_none()
        && describes
        && reading.is_listed(&sentence.tokens[end], WordList::RoadNoun)
}

/// Makes the name a site's; a title before it is part of it.
fn name_site(reading: Reading<'_>, sentence: &Sentence, span: &mut NameSpan) {
    let title = span.tokens.start.checked_sub(1).filter(|&title| {
        let word = &sentence.tokens[title];
        is_capitalised(word) && reading.is_listed(word, WordList::NameTitle)
    });
    span.tokens.start = title.unwrap_or(span.tokens.start);
    span.name = surface(sentence, span.tokens.clone());
    span.class = "Facility".to_owned();
    span.gazetteer = None;
    span.recognised = Some(NameClass::Facility);
}

/// Whether a noun and the name behind it are one phrase.
pub(super) fn is_one_phrase(sentence: &Sentence, noun: usize, name: &Range<usize>) -> bool {
    let word = &sentence.tokens[noun];
    let describes = word.head.is_some_and(|head| name.contains(&head))
        && matches!(
            word.deprel,
            Deprel::NmodDesc | Deprel::Compound | Deprel::Appos
        );
    let described = name.clone().any(|token| {
        let word = &sentence.tokens[token];
        let beside = matches!(
            word.deprel,
            Deprel::Appos | Deprel::Flat | Deprel::NmodUnmarked
        );
        word.head == Some(noun) && beside
    });
    // Trees make two subjects of "The watchdog Vulpes said" at times.
    let twice = word.deprel.is("nsubj")
        && name.clone().any(|token| {
            let other = &sentence.tokens[token];
            other.head == word.head && other.deprel.is("nsubj")
        });
    describes || described || twice
}

/// "startup Manus": the noun that the name stands behind, when both are one phrase.
fn noun_before(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    class_of_noun_before(reading, sentence, span, span.tokens.start.checked_sub(1)?)
}

/// "her party, Union Arica": the noun that a name is the apposition of.
fn noun_before_comma(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    let comma = span.tokens.start.checked_sub(1)?;
    let noun = comma.checked_sub(1)?;
    (&*sentence.tokens[comma].text == ",")
        .then(|| class_of_noun_before(reading, sentence, span, noun))
        .flatten()
}

fn class_of_noun_before(
    reading: Reading<'_>,
    sentence: &Sentence,
    span: &NameSpan,
    noun: usize,
) -> Option<String> {
    let word = &sentence.tokens[noun];
    if word.upos != Upos::Noun || is_plural(word) || !is_one_phrase(sentence, noun, &span.tokens) {
        return None;
    }
    // "news agency" before "agency"
    let two = noun
        .checked_sub(1)
        .map(|first| surface(sentence, first..noun + 1).to_lowercase());
    two.and_then(|words| class_of_noun(reading, &words))
        .or_else(|| class_of_noun(reading, &lower(word)))
}

/// "the mayor of Santa Rosa Norte", "near Tel Amara"
fn after_preposition(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    let preposition = span.tokens.start.checked_sub(1)?;
    let word = &sentence.tokens[preposition];
    let of_town = || {
        is_word(word, &["of"])
            && preposition > 0
            && reading.is_listed(&sentence.tokens[preposition - 1], WordList::TownWord)
    };
    let near = is_word(word, &["near"]) && word.upos == Upos::Adp;
    (near || of_town()).then(|| "City".to_owned())
}

/// "the Ras Tanura and Ras Lanuf oil refineries"
fn site_behind(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    let behind = |end: usize| {
        let nouns = (end..sentence.tokens.len().min(end + 2))
            .take_while(|&token| sentence.tokens[token].upos == Upos::Noun);
        nouns
            .last()
            .and_then(|noun| class_of_noun(reading, &lower_lemma(&sentence.tokens[noun])))
    };
    let modifies = sentence.tokens[span.tokens.clone()]
        .iter()
        .any(|token| token.deprel == Deprel::Compound);
    behind(span.tokens.end).filter(|class| class == "Facility" && modifies && span.tokens.len() > 1)
}
