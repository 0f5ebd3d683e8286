use crate::confidence::Signals;
use crate::draft::{DraftClaim, EntityIndex, Factuality, Occasion};
use newsgraph_model::TimeBounds;
use std::ops::Range;

/// Where in the text a state is stated, and by which declared pattern.
#[derive(Clone, Debug)]
pub(super) struct Ground<'p> {
    pub(super) sentence: usize,
    pub(super) trigger: Range<usize>,
    pub(super) head: usize,
    pub(super) pattern: &'p str,
    pub(super) signals: Signals,
}

impl Ground<'_> {
    /// The claim that `subject` stands in `relation` to `object`.
    pub(super) fn claim(
        &self,
        subject: EntityIndex,
        relation: &str,
        object: EntityIndex,
    ) -> DraftClaim {
        DraftClaim {
            subject,
            relation: relation.to_owned(),
            object,
            factuality: Factuality::default(),
            time: TimeBounds::default(),
            when: None,
            place: None,
            roles: Vec::new(),
            sentence: self.sentence,
            trigger: self.trigger.clone(),
            trigger_head: self.head,
            predicate: None,
            occasion: Occasion::Told,
            pattern: self.pattern.to_owned(),
            signals: self.signals,
        }
    }
}
