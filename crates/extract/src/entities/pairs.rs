//! "both governments", "the two presidents", "the sides": the two of a kind that the text has been about.

use super::descriptions::Scene;
use super::mention_table::MentionAt;
use super::reading::{is_subject, is_word};
use super::reference::Reference;
use crate::draft::EntityIndex;
use newsgraph_language::Deprel;
use newsgraph_ontology::{OfficeRank, WordList};

/// How many sentences back the two are looked for first.
const REACH: usize = 3;

impl Scene<'_> {
    /// The two that a plural with "both" or "two" means, or "the sides" alone.
    pub(super) fn pair(&self, noun: &str) -> Option<Reference> {
        let two = self
            .sentence
            .children(self.at.token)
            .any(|child| is_word(&self.sentence.tokens[child], &["both", "two"]));
        let sides = noun == "sides" && self.is_definite() && !self.is_restricted();
        if !two && !sides {
            return None;
        }
        let class = self.reading.ontology.lexicon.pair_nouns.get(noun)?;
        let [first, second] = if class == "Country" {
            self.two_countries()?
        } else {
            self.two_office_holders(noun)
                .or_else(|| self.last_two(REACH, |mention| self.is_a(mention.entity, class)))?
        };
        let names = [first, second].map(|entity| self.entities.draft(entity).name.clone());
        Some(self.reference(
            vec![first, second],
            format!("\"{noun}\" after {} and {}", names[0], names[1]),
        ))
    }

    /// The two countries that acted last, else those that acted most, else the last two named.
    fn two_countries(&self) -> Option<[EntityIndex; 2]> {
        let country = |mention: &MentionAt| self.is_a(mention.entity, "Country");
        self.last_two(REACH, |mention| country(mention))
            .filter(|_| self.countries_within(REACH) == 2)
            .or_else(|| self.two_most_active())
            .or_else(|| self.last_two(REACH, country))
    }

    fn countries_within(&self, reach: usize) -> usize {
        let mut countries: Vec<EntityIndex> = self
            .before(reach)
            .map(|(_, mention)| mention.entity)
            .filter(|&entity| self.is_a(entity, "Country"))
            .collect();
        countries.sort_unstable();
        countries.dedup();
        countries.len()
    }

    /// The two countries that are most often subjects or owners before this noun, when no third rivals them.
    fn two_most_active(&self) -> Option<[EntityIndex; 2]> {
        let mut counts: Vec<(usize, EntityIndex)> = Vec::new();
        for (index, mention) in self.before(usize::MAX) {
            if !self.is_a(mention.entity, "Country") || !self.acts(index, mention) {
                continue;
            }
            match counts
                .iter_mut()
                .find(|(_, entity)| *entity == mention.entity)
            {
                Some((count, _)) => *count += 1,
                None => counts.push((1, mention.entity)),
            }
        }
        counts.sort_by_key(|&(count, entity)| (std::cmp::Reverse(count), entity));
        let third = counts.get(2).map_or(0, |(count, _)| *count);
        match counts.as_slice() {
            [(_, first), (second_count, second), ..] if *second_count > third => {
                Some([*first, *second])
            }
            _ => None,
        }
    }

    /// Whether a country is a subject or owner, or stands in the title of one of its people.
    fn acts(&self, index: usize, mention: &MentionAt) -> bool {
        let sentence = self.reading.sentence(index);
        let token = &sentence.tokens[mention.head];
        let beside_person = || {
            (mention.tokens.end..sentence.tokens.len().min(mention.tokens.end + 5)).any(|start| {
                self.mentions
                    .name_from(index, start)
                    .is_some_and(|name| self.is_a(name.entity, "Person"))
            })
        };
        is_subject(token)
            || token.deprel == Deprel::NmodPoss
            || token.deprel == Deprel::OblAgent
            || matches!(token.deprel, Deprel::Amod | Deprel::Compound) && beside_person()
    }

    /// The last two people before it who hold the office of the noun: "the two presidents", "both diplomats".
    fn two_office_holders(&self, noun: &str) -> Option<[EntityIndex; 2]> {
        let singular = self.noun().lemma.to_lowercase();
        let diplomats = self.reading.ontology.lexicon.words(WordList::ChiefDiplomat);
        let holds = |entity: EntityIndex| {
            self.holders.iter().any(|holder| {
                let sentence = self.reading.sentence(holder.office.sentence);
                let fits = match noun {
                    "diplomats" => diplomats.contains(&holder.office.label.to_lowercase()),
                    "leaders" => holder.office.rank == OfficeRank::Head,
                    _ => is_word(&sentence.tokens[holder.office.head], &[&singular]),
                };
                holder.person == entity && fits
            })
        };
        self.last_two(usize::MAX, |mention| holds(mention.entity))
    }

    /// The last two different entities before this noun whose mentions fit, in the order of the text.
    fn last_two(
        &self,
        reach: usize,
        fits: impl Fn(&MentionAt) -> bool,
    ) -> Option<[EntityIndex; 2]> {
        let fitting: Vec<EntityIndex> = self
            .before(reach)
            .filter(|(_, mention)| fits(mention))
            .map(|(_, mention)| mention.entity)
            .collect();
        let last = *fitting.last()?;
        let other = fitting.iter().rev().find(|&&entity| entity != last)?;
        Some([*other, last])
    }

    /// The mentions before this noun, at most `reach` sentences back, in the order of the text.
    fn before(&self, reach: usize) -> impl Iterator<Item = (usize, &MentionAt)> {
        let first = self.at.sentence.saturating_sub(reach);
        (first..=self.at.sentence).flat_map(move |index| {
            self.mentions
                .sentence(index)
                .iter()
                .filter(move |mention| {
                    index < self.at.sentence || mention.tokens.end <= self.at.token
                })
                .map(move |mention| (index, mention))
        })
    }
}
