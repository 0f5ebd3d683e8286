//! Claims in words, as tables and explanations show them.

use newsgraph_model::{Claim, Date, Document, EntityId, TimeBounds};

/// "Russia ── annexes → Crimea"; a negated claim shows "── not annexes →".
pub(crate) fn arrow(document: &Document, claim: &Claim) -> String {
    let not = if claim.negated { "not " } else { "" };
    format!(
        "{} ── {not}{} → {}",
        name(document, &claim.subject),
        claim.relation,
        name(document, &claim.object)
    )
}

/// How sure, when, where and on whose word, and the confidence.
pub(crate) fn circumstances(document: &Document, claim: &Claim) -> Vec<String> {
    let mut parts = vec![claim.modality.as_str().to_owned()];
    parts.extend(period(&claim.time));
    parts.extend(
        claim
            .place
            .as_ref()
            .map(|place| format!("at {}", name(document, place))),
    );
    if let Some(source) = &claim.attributed_to {
        parts.push(format!("according to {}", name(document, source)));
    }
    parts.push(format!("confidence {:.2}", claim.confidence));
    parts
}

/// "2017-05-10", "2014-01-01 to 2014-12-31", "since 2011-01-01", "by 2026-08-01".
pub(crate) fn period(time: &TimeBounds) -> Option<String> {
    let period = |first: Date, last: Date| {
        if first == last {
            first.to_string()
        } else {
            format!("{first} to {last}")
        }
    };
    match (time.earliest, time.latest) {
        (Some(first), Some(last)) => Some(period(first, last)),
        (Some(first), None) => Some(format!("since {first}")),
        (None, Some(last)) => Some(format!("by {last}")),
        (None, None) => None,
    }
}

fn name<'d>(document: &'d Document, id: &EntityId) -> &'d str {
    document
        .entity(id)
        .map_or("?", |entity| entity.name.as_str())
}
