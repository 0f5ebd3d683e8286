//! Parties in power: "Chile's ruling Reform Party", "in Ghana, the ruling Reform Party".

use super::claim::Ground;
use super::scene::Scene;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading};
use newsgraph_model::MentionKind;

/// Words between "ruling" and the party's name: "the ruling centre-right party Reform".
const MOST_BETWEEN: usize = 3;

/// The parties of a sentence that it says are in power, with the state whose, or the only one of the article.
pub(super) fn rulings(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let scene = Scene::new(reading, index, entities, mentions);
    mentions
        .names(index)
        .filter(|party| party.kind == MentionKind::Name && scene.is(party, "PoliticalOrganisation"))
        .filter_map(|party| {
            let ruling = scene.ruling_before(party)?;
            let state = scene.ruled(ruling, party)?;
            let ground = Ground {
                sentence: index,
                trigger: ruling..party.tokens.end,
                head: party.head,
                pattern: "ruling(a): self:PoliticalOrganisation -> poss:GeopoliticalEntity|comp:GeopoliticalEntity|in:GeopoliticalEntity",
                signals: Signals::from_iter([Signal::Ownership]),
            };
            Some(ground.claim(party.entity, "governs", state))
        })
        .collect()
}

impl Scene<'_> {
    fn ruling_before(&self, party: &MentionAt) -> Option<usize> {
        let start = party.tokens.start;
        let near = start.saturating_sub(MOST_BETWEEN + 1)..start;
        near.rev()
            .take_while(|&token| !self.word(token, &[",", "and", "of", "the"]))
            .find(|&token| self.word(token, &["ruling", "governing"]))
    }

    /// The state or part of one in which the party rules.
    fn ruled(&self, ruling: usize, party: &MentionAt) -> Option<EntityIndex> {
        let behind = self
            .word(party.tokens.end, &["in", "of"])
            .then(|| self.place_after(party.tokens.end + 1))
            .flatten();
        let opening = || {
            let named = self.word(0, &["in"]).then(|| self.place_after(1)).flatten();
            named.filter(|place| place.tokens.end <= ruling)
        };
        self.owner_before(ruling)
            .or(behind)
            .or_else(opening)
            .filter(|place| self.is(place, "Country") || self.is(place, "Territory"))
            .map(|place| place.entity)
            .or_else(|| self.only_country())
    }

    /// The country of an article that names but one.
    fn only_country(&self) -> Option<EntityIndex> {
        let drafts = &self.entities.drafts;
        let mut countries = (0..drafts.len()).map(EntityIndex).filter(|&entity| {
            let draft = self.entities.draft(entity);
            !draft.mentions.is_empty() && self.reading.is_a(&draft.class, "Country")
        });
        let one = countries.next()?;
        countries.next().is_none().then_some(one)
    }
}
