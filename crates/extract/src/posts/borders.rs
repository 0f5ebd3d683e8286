//! Neighbours by their border: "Chad, near the border with Sudan", "near the Sudanese border", "the Chad–Sudan border".

use super::claim::Ground;
use super::scene::Scene;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities};
use crate::entities::{MentionAt, MentionTable, Reading};

/// Words for a border, and for where something lies along it.
const BORDER: &[&str] = &["border", "frontier"];
const ALONG: &[&str] = &["near", "on", "along", "at", "by"];

/// The neighbours that a sentence tells of by their border.
pub(super) fn borders(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let scene = Scene::new(reading, index, entities, mentions);
    (0..scene.sentence.tokens.len())
        .filter(|&token| scene.word(token, BORDER))
        .filter_map(|border| {
            let (home, neighbour) = scene
                .sides_of_border(border)
                .or_else(|| scene.home_and_neighbour(border))?;
            let ground = Ground {
                sentence: index,
                trigger: border..border + 1,
                head: border,
                pattern: "border(n): poss|of -> with",
                signals: Signals::from_iter([Signal::Containment]),
            };
            (home.entity != neighbour.entity)
                .then(|| ground.claim(home.entity, "borders", neighbour.entity))
        })
        .collect()
}

impl Scene<'_> {
    /// "the Chad–Sudan border"
    fn sides_of_border(&self, border: usize) -> Option<(&MentionAt, &MentionAt)> {
        let second = self.state_until(border)?;
        let dash = second.tokens.start.checked_sub(1)?;
        let first = self
            .word(dash, &["-", "–", "—", "/"])
            .then(|| self.state_until(dash))
            .flatten()?;
        Some((first, second))
    }

    /// The country right before "near the border", and the one the border is with.
    fn home_and_neighbour(&self, border: usize) -> Option<(&MentionAt, &MentionAt)> {
        let before = self.state_until(border);
        let after = || {
            let with = self.word(border + 1, &["with"]);
            let article = usize::from(self.word(border + 2, &["the"]));
            with.then(|| self.mentions.name_from(self.index, border + 2 + article))
                .flatten()
                .filter(|name| self.is(name, "Country"))
        };
        let neighbour = before.or_else(after)?;
        let mut at = before
            .map_or(border, |before| before.tokens.start)
            .checked_sub(1)?;
        if self.word(at, &["the", "its"]) {
            at = at.checked_sub(1)?;
        }
        if !self.word(at, ALONG) {
            return None;
        }
        let comma = usize::from(at > 0 && self.word(at - 1, &[","]));
        let home = self
            .mentions
            .names(self.index)
            .find(|home| home.tokens.end == at - comma && self.is(home, "Country"))?;
        Some((home, neighbour))
    }

    /// The country whose name or adjective ends before a token.
    fn state_until(&self, end: usize) -> Option<&MentionAt> {
        self.mentions
            .name_until(self.index, end)
            .filter(|name| self.is(name, "Country"))
    }
}
