//! What a first time since tells of the time before: "Ruiz's first visit to Lima since 2013" says that she was there in
//! 2013.

use super::fillers::Reference;
use super::matching::Match;
use crate::draft::{DraftClaim, DraftTime, Factuality, Occasion};
use newsgraph_model::Modality;

/// The claim of the earlier event, when somebody named does both.
pub(crate) fn earlier_occurrence(
    claim: &DraftClaim,
    found: &Match<'_>,
    since: &DraftTime,
) -> Option<DraftClaim> {
    let by_somebody_named = found.subject.filler.reference == Reference::Name;
    (by_somebody_named && !since.period.is_unknown()).then(|| DraftClaim {
        factuality: Factuality {
            modality: Modality::Actual,
            negated: false,
            ..claim.factuality.clone()
        },
        time: since.period,
        when: Some(since.span),
        place: None,
        roles: Vec::new(),
        occasion: Occasion::Before,
        trigger: since.tokens.clone(),
        trigger_head: since.head,
        ..claim.clone()
    })
}
