//! Names that the recogniser took for people's though the words around them tell another class: "the startup Manus",
//! "the mayor of Santa Rosa Norte", "near Tel Amara", "the Ras Tanura refinery".

use super::reading::{Reading, is_plural, is_word, lower, lower_lemma};
use super::span::NameSpan;
use super::typing::class_of_noun;
use newsgraph_language::{Deprel, NameClass, Sentence, Upos};
use newsgraph_ontology::WordList;

/// Gives names the class that their context tells; a given name counts as context too.
pub(super) fn retype_by_context(reading: Reading<'_>, sentence: &Sentence, spans: &mut [NameSpan]) {
    for span in spans.iter_mut() {
        let first = &sentence.tokens[span.tokens.start].text;
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

/// "startup Manus": the noun that the name stands behind, when both are one phrase.
fn noun_before(reading: Reading<'_>, sentence: &Sentence, span: &NameSpan) -> Option<String> {
    let noun = span.tokens.start.checked_sub(1)?;
    let word = &sentence.tokens[noun];
    let head = |token: usize| sentence.tokens[token].head;
    let describes = word.head.is_some_and(|head| span.tokens.contains(&head))
        && matches!(
            word.deprel,
            Deprel::NmodDesc | Deprel::Compound | Deprel::Appos
        );
    let described = span.tokens.clone().any(|token| {
        head(token) == Some(noun)
            && matches!(
                sentence.tokens[token].deprel,
                Deprel::Appos | Deprel::Flat | Deprel::NmodUnmarked
            )
    });
    // Trees make two subjects of "The watchdog Vulpes said" at times.
    let twice = word.deprel.is("nsubj")
        && span
            .tokens
            .clone()
            .any(|token| head(token) == word.head && sentence.tokens[token].deprel.is("nsubj"));
    if word.upos != Upos::Noun || is_plural(word) || !(describes || described || twice) {
        return None;
    }
    class_of_noun(reading, &lower(word))
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
