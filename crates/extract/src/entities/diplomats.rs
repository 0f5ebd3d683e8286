//! "Kenya's top diplomat", "the top diplomat of Kenya": the foreign minister that the article names.

use super::descriptions::Scene;
use super::reading::preposition_of;
use super::reference::Reference;
use super::sides::country_before_name;
use crate::draft::{EntityIndex, TokenRef};
use newsgraph_language::Deprel;
use newsgraph_ontology::WordList;

impl Scene<'_> {
    /// The named foreign minister whom the words "top diplomat" and their country or leader mean.
    pub(super) fn chief_diplomat(&self, noun: &str) -> Option<Reference> {
        let children = || self.sentence.children(self.at.token);
        let chief = children().any(|child| {
            let word = &self.sentence.tokens[child];
            self.reading.is_listed(word, WordList::ChiefAdjective)
        });
        if noun != "diplomat" || !chief {
            return None;
        }
        let owner = children().find_map(|child| self.owner_at(child))?;
        let country = if self.is_a(owner, "Country") {
            owner
        } else {
            self.country_of(owner)?
        };
        let diplomat = self.foreign_minister_of(country)?;
        let name = &self.entities.draft(diplomat).name;
        let reason = format!("\"top diplomat\" means the foreign minister, {name}");
        Some(self.reference(vec![diplomat], reason))
    }

    fn owner_at(&self, child: usize) -> Option<EntityIndex> {
        let token = &self.sentence.tokens[child];
        let owns = match token.deprel {
            Deprel::NmodPoss | Deprel::Amod | Deprel::Compound => true,
            Deprel::Nmod => {
                preposition_of(self.sentence, child).is_some_and(|preposition| preposition == "of")
            }
            _ => false,
        };
        let at = TokenRef {
            sentence: self.at.sentence,
            token: child,
        };
        match self.entities.referents(at) {
            [one] if owns && (self.is_a(*one, "Country") || self.is_a(*one, "Person")) => {
                Some(*one)
            }
            _ => None,
        }
    }

    /// The only holder of the foreign minister's office whom the article does not give to another country.
    fn foreign_minister_of(&self, country: EntityIndex) -> Option<EntityIndex> {
        let chiefs = self.reading.ontology.lexicon.words(WordList::ChiefDiplomat);
        let mut holders: Vec<EntityIndex> = self
            .holders
            .iter()
            .filter(|holder| chiefs.contains(&holder.office.label.to_lowercase()))
            .map(|holder| holder.person)
            .filter(|&person| self.country_of(person).is_none_or(|own| own == country))
            .collect();
        holders.sort_unstable();
        holders.dedup();
        let sure: Vec<EntityIndex> = holders
            .iter()
            .copied()
            .filter(|&person| self.country_of(person).is_some())
            .collect();
        match (sure.as_slice(), holders.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        }
    }

    fn country_of(&self, person: EntityIndex) -> Option<EntityIndex> {
        country_before_name(self.reading, self.entities, self.mentions, person)
    }
}
