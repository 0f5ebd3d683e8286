use super::{Parts, span_of};
use crate::draft::{DraftClaim, DraftMention, EntityIndex};
use newsgraph_language::{Deprel, Upos};
use newsgraph_model::{MentionKind, TextIndex};
use std::ops::Range;

/// Labels longer than this many tokens are cut down to the names of the parties and the trigger.
const LONGEST: usize = 14;

/// The event in a few words of the text: from the first to the last of subject, trigger and object when they
/// stand close together. A pronoun among them gives way to the name, for a label is read without its text.
pub(super) fn label(parts: Parts<'_>, text: &TextIndex<'_>, claim: &DraftClaim) -> String {
    let subject = nearest_mention(parts, claim, claim.subject);
    let object = nearest_mention(parts, claim, claim.object);
    if let (Some(subject), Some(object)) = (subject, object) {
        let (first, second) = (&subject.tokens, &object.tokens);
        let start = first.start.min(second.start).min(claim.trigger.start);
        let end = first.end.max(second.end).max(claim.trigger.end);
        if end - start <= LONGEST {
            let mut named = [(subject, claim.subject), (object, claim.object)];
            named.sort_by_key(|(mention, _)| mention.tokens.start);
            return words_with_names(parts, text, claim, start..end, &named);
        }
    }
    let mut words = vec![parts.entities.draft(claim.subject).name.clone()];
    words.push(
        text.slice(span_of(parts, claim.sentence, claim.trigger.clone()))
            .to_owned(),
    );
    words.extend(object.and_then(|object| preposition(parts, claim, object)));
    words.push(parts.entities.draft(claim.object).name.clone());
    words.join(" ")
}

/// The preposition before a mention, when it stands behind the trigger: "an agreement | with | Turkey".
fn preposition(parts: Parts<'_>, claim: &DraftClaim, mention: &DraftMention) -> Option<String> {
    let sentence = &parts.analysis.sentences[claim.sentence];
    sentence
        .children_by(mention.head, Deprel::Case)
        .map(|case| (case, &sentence.tokens[case]))
        .find(|(case, word)| {
            *case >= claim.trigger.end && *case < mention.head && word.upos == Upos::Adp
        })
        .map(|(_, word)| word.text.to_lowercase())
}

/// The words of the tokens, the pronouns among the mentions replaced by names.
fn words_with_names(
    parts: Parts<'_>,
    text: &TextIndex<'_>,
    claim: &DraftClaim,
    tokens: Range<usize>,
    named: &[(&DraftMention, EntityIndex)],
) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut at = tokens.start;
    let copy = |range: Range<usize>, words: &mut Vec<String>| {
        if !range.is_empty() {
            let slice = text.slice(span_of(parts, claim.sentence, range));
            words.extend(slice.split_whitespace().map(str::to_owned));
        }
    };
    for (mention, entity) in named {
        if mention.kind == MentionKind::Pronoun && mention.tokens.start >= at {
            copy(at..mention.tokens.start, &mut words);
            words.push(name_for(parts, claim.sentence, mention, *entity));
            at = mention.tokens.end;
        }
    }
    copy(at..tokens.end, &mut words);
    words.join(" ")
}

fn name_for(
    parts: Parts<'_>,
    sentence: usize,
    pronoun: &DraftMention,
    entity: EntityIndex,
) -> String {
    let name = &parts.entities.draft(entity).name;
    match parts.analysis.sentences[sentence].tokens[pronoun.head].deprel {
        Deprel::NmodPoss => format!("{name}'s"),
        _ => name.clone(),
    }
}

fn nearest_mention<'p>(
    parts: Parts<'p>,
    claim: &DraftClaim,
    entity: EntityIndex,
) -> Option<&'p DraftMention> {
    parts
        .entities
        .draft(entity)
        .mentions
        .iter()
        .filter(|mention| mention.sentence == claim.sentence)
        .min_by_key(|mention| {
            (
                mention.tokens.start.abs_diff(claim.trigger_head),
                mention.tokens.start,
            )
        })
}
