//! Names of firms that go on where the recogniser stopped: "B.J. Harlow | & Co.", "Vega Norvik | Inc."

use super::reading::{Reading, surface};
use super::span::NameSpan;
use newsgraph_language::{NameClass, Sentence};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// Lengthens the names that a firm's legal form follows; they name firms, whatever the recogniser took them for.
pub(super) fn complete_companies(
    reading: Reading<'_>,
    sentence: &Sentence,
    spans: &mut [NameSpan],
) {
    for at in 0..spans.len() {
        let end = end_of_form(reading, sentence, spans[at].tokens.end);
        let free = spans
            .iter()
            .all(|other| other.tokens.start < spans[at].tokens.end || other.tokens.start >= end);
        let span = &mut spans[at];
        if end == span.tokens.end || !free || span.kind != MentionKind::Name {
            continue;
        }
        span.tokens.end = end;
        span.name = surface(sentence, span.tokens.clone());
        let known = span.gazetteer.map(|entry| &reading.entry(entry).class);
        if known.is_none_or(|class| !reading.is_a(class, "Company")) {
            span.gazetteer = None;
        }
        span.class = "Company".to_owned();
        span.recognised = Some(NameClass::Organisation);
    }
}

/// The end of the legal form behind a name, or of "& Co."; the name's own end where there is none.
fn end_of_form(reading: Reading<'_>, sentence: &Sentence, end: usize) -> usize {
    let word = |token: usize| sentence.tokens.get(token).map_or("", |token| &*token.text);
    let listed = |token: usize, list| {
        let text = word(token);
        text.starts_with(char::is_uppercase)
            && reading.ontology.lexicon.has(list, &text.to_lowercase())
    };
    let comma = usize::from(word(end) == ",");
    let and = matches!(word(end), "&" | "and");
    let mut last = if and && listed(end + 1, WordList::FirmPartner) {
        end + 2
    } else if listed(end + comma, WordList::FirmForm) {
        end + comma + 1
    } else {
        return end;
    };
    // "Co" and "." apart, and a second form: "& Co. Ltd."
    while word(last) == "."
        && sentence
            .tokens
            .get(last + 1)
            .is_some_and(|next| next.text.starts_with(char::is_lowercase))
        || listed(last, WordList::FirmForm)
    {
        last += 1;
    }
    last
}
