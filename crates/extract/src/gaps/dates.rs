use super::{Evidence, Gap, GapKind};
use crate::entities::surface;

/// Time expressions that name a time, but not which.
pub(super) fn unresolved_dates(evidence: Evidence<'_>) -> Vec<Gap> {
    let dated = evidence.article.metadata.published.is_some();
    evidence
        .times
        .iter()
        .filter(|time| time.bounds.is_unknown())
        .map(|time| {
            let sentence = evidence.reading.sentence(time.sentence);
            let reason = if time.relative && !dated {
                "the article has no date of its own"
            } else {
                "the text does not say from which day to count"
            };
            Gap {
                kind: GapKind::Date,
                key: surface(sentence, time.tokens.clone()).to_lowercase(),
                note: None,
                detail: reason.to_owned(),
                sentence: sentence.span,
                words: time.span,
            }
        })
        .collect()
}
