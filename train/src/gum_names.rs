//! Names from GUM's entity annotation, which marks whole noun phrases, named or not.

use crate::conventions;
use newsgraph_language::{Deprel, NameClass, Upos, Xpos, conllu::AnnotatedSentence};
use newsgraph_ontology::Gazetteer;
use std::ops::Range;

/// The named entities' names in a sentence, longest first where they nest, without overlap.
pub(crate) fn names(
    sentence: &AnnotatedSentence,
    gazetteer: &Gazetteer,
) -> Vec<(Range<usize>, NameClass)> {
    let mut kept: Vec<(Range<usize>, NameClass)> = Vec::new();
    for (range, class) in longest_first(sentence, gazetteer) {
        if kept
            .iter()
            .all(|(other, _)| range.end <= other.start || other.end <= range.start)
        {
            kept.push((range, class));
        }
    }
    kept.sort_by_key(|(range, _)| range.start);
    kept
}

/// The names that lie in those of [`names`].
pub(crate) fn nested_names(
    sentence: &AnnotatedSentence,
    gazetteer: &Gazetteer,
) -> Vec<(Range<usize>, NameClass)> {
    let outer = names(sentence, gazetteer);
    let inside = |range: &Range<usize>| {
        outer.iter().any(|(outer, _)| {
            outer.start <= range.start && range.end <= outer.end && outer.len() > range.len()
        })
    };
    longest_first(sentence, gazetteer)
        .into_iter()
        .filter(|(range, _)| inside(range))
        .collect()
}

fn longest_first(
    sentence: &AnnotatedSentence,
    gazetteer: &Gazetteer,
) -> Vec<(Range<usize>, NameClass)> {
    let mut found: Vec<(Range<usize>, NameClass)> = entities(sentence)
        .into_iter()
        .filter_map(|(span, kind)| name(sentence, span, &kind, gazetteer))
        .collect();
    found.sort_by_key(|(range, _)| (std::cmp::Reverse(range.len()), range.start));
    found
}

/// The entities of a sentence: span and type. `Entity=(1-person-…` opens, `1)` closes.
fn entities(sentence: &AnnotatedSentence) -> Vec<(Range<usize>, String)> {
    let mut open: Vec<(String, String, usize)> = Vec::new();
    let mut found = Vec::new();
    for (at, word) in sentence.words.iter().enumerate() {
        let Some(mut rest) = word.misc_value("Entity") else {
            continue;
        };
        while let Some(stop) = rest.find(['(', ')']) {
            let (head, tail) = rest.split_at(stop);
            if let Some(body) = tail.strip_prefix('(') {
                let end = body.find(['(', ')']).unwrap_or(body.len());
                let mut fields = body[..end].split('-');
                let (id, kind) = (
                    fields.next().unwrap_or_default(),
                    fields.next().unwrap_or_default(),
                );
                open.push((id.to_owned(), kind.to_owned(), at));
                rest = &body[end..];
                continue;
            }
            let closing = match head {
                "" => open.len().checked_sub(1),
                id => open.iter().rposition(|(open, _, _)| open == id),
            };
            if let Some(closing) = closing {
                let (_, kind, start) = open.remove(closing);
                found.push((start..at + 1, kind));
            }
            rest = &tail[1..];
        }
    }
    found
}

/// The name inside an entity's noun phrase: its head with what belongs to a name, titles cut off.
fn name(
    sentence: &AnnotatedSentence,
    span: Range<usize>,
    kind: &str,
    gazetteer: &Gazetteer,
) -> Option<(Range<usize>, NameClass)> {
    let words = &sentence.words;
    let head = span
        .clone()
        .find(|&at| words[at].head.is_none_or(|head| !span.contains(&head)))?;
    if words[head].upos != Upos::Propn || conventions::gum(kind).is_none() {
        return None;
    }
    let mut inside = vec![false; words.len()];
    inside[head] = true;
    loop {
        let before = inside.iter().filter(|&&inside| inside).count();
        for at in span.clone() {
            let parent = words[at].head.filter(|&parent| inside[parent]);
            if parent.is_some_and(|_| belongs(sentence, at, kind)) {
                inside[at] = true;
            }
        }
        if inside.iter().filter(|&&inside| inside).count() == before {
            break;
        }
    }
    let range = trim(sentence, around(head, &inside, &span));
    let titled = range.len() == 1 && conventions::is_title(&words[range.start].form);
    let class = match kind {
        "person"
            if range.len() == 1
                && words[head].xpos == Xpos::Nnps
                && conventions::is_people(
                    &words[head].form,
                    gazetteer.demonym(&words[head].form).is_some(),
                ) =>
        {
            NameClass::Nationality
        }
        "place" => conventions::gum_place(&words[range.end - 1].form),
        kind => conventions::gum(kind)?,
    };
    (!titled && !range.is_empty()).then_some((range, class))
}

/// Whether a word belongs to the name its head is part of.
fn belongs(sentence: &AnnotatedSentence, at: usize, kind: &str) -> bool {
    let word = &sentence.words[at];
    let capital = word
        .form
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let proper = word.upos == Upos::Propn;
    match word.deprel {
        Deprel::Flat | Deprel::Goeswith => true,
        Deprel::Compound | Deprel::Amod => capital && !conventions::is_title(&word.form),
        Deprel::Nummod | Deprel::NmodUnmarked => capital,
        Deprel::Nmod | Deprel::Conj => proper && kind != "person",
        Deprel::NmodPoss => proper && kind != "person",
        Deprel::Case | Deprel::Cc | Deprel::Det | Deprel::Punct => true,
        _ => false,
    }
}

/// The unbroken run of inside words around the head.
fn around(head: usize, inside: &[bool], span: &Range<usize>) -> Range<usize> {
    let mut range = head..head + 1;
    while range.start > span.start && inside[range.start - 1] {
        range.start -= 1;
    }
    while range.end < span.end && inside[range.end] {
        range.end += 1;
    }
    range
}

/// A name begins and ends with a word of its own: no article, preposition, clitic or mark.
fn trim(sentence: &AnnotatedSentence, mut range: Range<usize>) -> Range<usize> {
    let edge = |at: usize| {
        let word = &sentence.words[at];
        matches!(
            word.upos,
            Upos::Det | Upos::Punct | Upos::Adp | Upos::Part | Upos::Cconj | Upos::Pron
        ) || !word
            .form
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && word.deprel != Deprel::Flat
            || conventions::is_title(&word.form) && word.deprel == Deprel::Compound
    };
    while range.len() > 1 && edge(range.start) {
        range.start += 1;
    }
    while range.len() > 1 && edge(range.end - 1) {
        range.end -= 1;
    }
    range
}
