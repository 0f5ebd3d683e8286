//! Which city is the capital of what, where the text calls it one.

use super::claim::Ground;
use super::scene::Scene;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, EntityIndex};
use crate::entities::MentionAt;
use newsgraph_language::Upos;

/// How many words can stand between a city and the noun that calls it a capital.
const LONGEST_APPOSITION: usize = 5;

impl Scene<'_> {
    /// "the Kenyan capital Nairobi", "Nairobi, the capital of Kenya", "Kenya's capital, Nairobi", "in Kenya, where the
    /// capital, Nairobi,"
    pub(super) fn capital(&self, city: &MentionAt) -> Option<DraftClaim> {
        if self.extent(city).is_none_or(|extent| extent > 3) {
            return None;
        }
        let owner = match self.capital_before(city.tokens.start) {
            Some(noun) => self
                .owner_before(noun)
                .map(|owner| owner.entity)
                .or_else(|| self.country_told_before(city, noun)),
            None => self.owner_behind(city),
        }?;
        let draft = self.entities.draft(owner);
        let valid = self.reading.is_a(&draft.class, "GeopoliticalEntity") && owner != city.entity;
        let ground = Ground {
            sentence: self.index,
            trigger: city.tokens.clone(),
            head: city.head,
            pattern: "capital(n): self -> of|poss|comp",
            signals: Signals::from_iter([Signal::Containment]),
        };
        valid.then(|| ground.claim(city.entity, "capitalOf", owner))
    }

    /// The noun of "capital Nairobi", "capital city of Nairobi" or "capital, Nairobi".
    fn capital_before(&self, city: usize) -> Option<usize> {
        let before = city.checked_sub(1)?;
        // "the capital of Utah" is not Utah, "the capital city of Nairobi" is.
        let joint = usize::from(self.word(before, &[",", "of"]));
        let last = before.checked_sub(joint)?;
        let is_city = self.word(last, &["city"]);
        let noun = last.checked_sub(usize::from(is_city))?;
        let is_its_own = is_city || !self.word(before, &["of"]);
        (is_its_own && self.word(noun, &["capital"])).then_some(noun)
    }

    /// Of a country, or of a region where the capital is called regional, the one named last before it in which the
    /// city can lie.
    fn country_told_before(&self, city: &MentionAt, noun: usize) -> Option<EntityIndex> {
        let before = noun.checked_sub(1)?;
        let of_region = self.word(before, &["regional", "provincial", "state"]);
        let article = noun - usize::from(of_region);
        let plain = article
            .checked_sub(1)
            .is_some_and(|article| self.word(article, &["the", "including", "in"]));
        let class = if of_region { "Territory" } else { "Country" };
        let told = self
            .mentions
            .names(self.index)
            .filter(|name| name.tokens.end <= before && self.is(name, class))
            .filter(|name| self.fits(city, name))
            .last()?;
        plain.then_some(told.entity)
    }

    /// Whose capital an apposition behind the city calls it.
    fn owner_behind(&self, city: &MentionAt) -> Option<EntityIndex> {
        let end = city.tokens.end;
        let last = self.sentence.tokens.len().min(end + LONGEST_APPOSITION);
        let noun = (end..last).find(|&token| self.word(token, &["capital"]))?;
        let apposition = self.word(end, &[","])
            && (end + 1..noun).all(|token| {
                !self.word(token, &[",", "and"]) && self.sentence.tokens[token].upos != Upos::Verb
            });
        if !apposition {
            return None;
        }
        let of = self
            .word(noun + 1, &["of"])
            .then(|| self.place_after(noun + 2))
            .flatten();
        of.or_else(|| self.owner_before(noun))
            .map(|owner| owner.entity)
    }
}
