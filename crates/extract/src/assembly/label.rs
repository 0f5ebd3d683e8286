use super::{Parts, span_of};
use crate::draft::{DraftClaim, EntityIndex};
use newsgraph_model::TextIndex;
use std::ops::Range;

/// Labels longer than this many tokens are cut down to the names of the parties and the trigger.
const LONGEST: usize = 14;

/// The event in a few words of the text: from the first to the last of subject, trigger and object when they
/// stand close together.
pub(super) fn label(parts: Parts<'_>, text: &TextIndex<'_>, claim: &DraftClaim) -> String {
    let subject = nearest_mention(parts, claim, claim.subject);
    let object = nearest_mention(parts, claim, claim.object);
    if let (Some(subject), Some(object)) = (subject, object) {
        let start = subject.start.min(object.start).min(claim.trigger.start);
        let end = subject.end.max(object.end).max(claim.trigger.end);
        if end - start <= LONGEST {
            let words: Vec<&str> = text
                .slice(span_of(parts, claim.sentence, start..end))
                .split_whitespace()
                .collect();
            return words.join(" ");
        }
    }
    let trigger = text.slice(span_of(parts, claim.sentence, claim.trigger.clone()));
    format!(
        "{} {} {}",
        parts.entities.draft(claim.subject).name,
        trigger,
        parts.entities.draft(claim.object).name
    )
}

fn nearest_mention(
    parts: Parts<'_>,
    claim: &DraftClaim,
    entity: EntityIndex,
) -> Option<Range<usize>> {
    parts
        .entities
        .draft(entity)
        .mentions
        .iter()
        .filter(|mention| mention.sentence == claim.sentence)
        .map(|mention| mention.tokens.clone())
        .min_by_key(|tokens| (tokens.start.abs_diff(claim.trigger_head), tokens.start))
}
