//! Offices that are said together: "president and chief executive of Acme", "Acme's chairman, president and treasurer".

use super::body::{BodySearch, OfficeBody};
use super::home::is_state_office;
use crate::entities::{OfficePhrase, is_word};
use newsgraph_ontology::WordList;

impl<'a> BodySearch<'a> {
    /// The body that the words name for an office said together with this one: behind a later one ("chairman and chief
    /// executive of Acme"), or before an earlier one ("Acme's chairman and chief executive").
    pub(super) fn shared(&self, office: &OfficePhrase) -> Option<OfficeBody> {
        let behind = self
            .joined_behind(office)
            .filter(|other| self.share_body(office, other))
            .find_map(|other| self.after(other).or_else(|| self.described(other)));
        let before = || {
            self.joined_before(office)
                .filter(|other| self.share_body(office, other))
                .find_map(|other| self.before(other))
        };
        behind.or_else(before).map(|found| OfficeBody {
            body: found.body,
            tokens: office.tokens.clone(),
            tenure: office.tenure,
        })
    }

    /// Whether an office is one of a firm or association: by its words, or because it is said together with such a one.
    pub(super) fn is_of_firm(&self, office: &OfficePhrase) -> bool {
        let firm = |office: &OfficePhrase| self.is_listed_office(office, WordList::FirmOffice);
        let board = |office: &OfficePhrase| self.is_listed_office(office, WordList::BoardOffice);
        firm(office)
            || board(office)
                && (self.joined_behind(office).any(firm) || self.joined_before(office).any(firm))
    }

    /// Whether an earlier office of the same coordination fulfils a condition.
    pub(super) fn is_joined_to(
        &self,
        office: &OfficePhrase,
        condition: impl FnMut(&OfficePhrase) -> bool,
    ) -> bool {
        self.joined_before(office).any(condition)
    }

    fn share_body(&self, first: &OfficePhrase, second: &OfficePhrase) -> bool {
        let corporate = |office: &OfficePhrase| {
            self.is_listed_office(office, WordList::FirmOffice)
                || self.is_listed_office(office, WordList::BoardOffice)
        };
        corporate(first) && corporate(second)
            || is_state_office(*self, first) && is_state_office(*self, second)
    }

    pub(super) fn is_listed_office(&self, office: &OfficePhrase, list: WordList) -> bool {
        let offices = self.reading.ontology.lexicon.words(list);
        let label = office.label.to_lowercase();
        let starts = label.match_indices(' ').map(|(space, _)| space + 1);
        std::iter::once(0)
            .chain(starts)
            .any(|start| offices.contains(&label[start..]))
    }

    /// The offices behind one, as long as only "and" or a comma parts each from the next.
    fn joined_behind(&self, office: &OfficePhrase) -> impl Iterator<Item = &'a OfficePhrase> {
        let mut end = office.tokens.end;
        let search = *self;
        let phrases = search.offices.sentence(office.sentence);
        phrases
            .iter()
            .filter(move |other| other.tokens.start >= end)
            .collect::<Vec<_>>()
            .into_iter()
            .take_while(move |other| {
                let joined = search.only_joins(other.sentence, end, other.tokens.start);
                end = other.tokens.end;
                joined
            })
    }

    /// The offices before one, the nearest first.
    fn joined_before(&self, office: &OfficePhrase) -> impl Iterator<Item = &'a OfficePhrase> {
        let mut start = office.tokens.start;
        let search = *self;
        let phrases = search.offices.sentence(office.sentence);
        phrases
            .iter()
            .rev()
            .filter(move |other| other.tokens.end <= start)
            .collect::<Vec<_>>()
            .into_iter()
            .take_while(move |other| {
                let joined = search.only_joins(other.sentence, other.tokens.end, start);
                start = other.tokens.start;
                joined
            })
    }

    /// Whether "and" or a comma, and nothing else, stands between two tokens.
    fn only_joins(&self, sentence: usize, start: usize, end: usize) -> bool {
        let tokens = &self.reading.sentence(sentence).tokens;
        // offices may overlap
        let between = tokens.get(start..end).unwrap_or_default();
        let mut words = between.iter().filter(|token| &*token.text != ",");
        let only_conjunction = words.next().is_none_or(|word| is_word(word, &["and", "&"]));
        !between.is_empty() && only_conjunction && words.next().is_none()
    }
}
