//! Phrases around the names of places: "the Darfur region", "the Kibera area of Nairobi", "across Ukraine, including
//! Odesa", and what tells that a name in them lies in another.

use super::scene::Scene;
use crate::draft::DraftClaim;
use crate::entities::{MentionAt, is_possessive_mark};
use newsgraph_language::{Deprel, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// How many common nouns can stand behind a place's name: "the Acme scam center".
const MOST_NOUNS: usize = 3;
/// How many words can lead to the noun of a description: "a small coastal town".
const MOST_WORDS_OF_KIND: usize = 6;

impl Scene<'_> {
    /// The end of the phrase that a place's name begins: of "the Darfur region", "the Mayon volcano"; also "the Balboa
    /// and Colon ports".
    pub(super) fn place_phrase_end(&self, place: &MentionAt) -> usize {
        let end = place.tokens.end;
        if place.kind != MentionKind::Name
            || self.is(place, "Country")
            || self.extent(place).is_none()
        {
            return end;
        }
        self.place_noun_end(end)
            .or_else(|| self.shared_noun_end(place))
            .unwrap_or(end)
    }

    /// The end of the common nouns that start at a token, when the last of them is a kind of place.
    fn place_noun_end(&self, start: usize) -> Option<usize> {
        let tokens = &self.sentence.tokens;
        let common = |token: usize| {
            tokens
                .get(token)
                .is_some_and(|word| word.upos == Upos::Noun && word.deprel != Deprel::Appos)
                && self.mentions.name_over(self.index, token).is_none()
        };
        let end = (start..start + MOST_NOUNS)
            .find(|&token| !common(token))
            .unwrap_or(start + MOST_NOUNS);
        (end > start && self.is_kind_of_place(end - 1)).then_some(end)
    }

    /// Whether a noun says what kind of place is named, other than a country.
    pub(super) fn is_kind_of_place(&self, token: usize) -> bool {
        let nouns = &self.reading.ontology.lexicon.place_nouns;
        let noun = &self.sentence.tokens[token];
        let kind = self.reading.of_noun(noun, |noun| nouns.get(noun).cloned());
        kind.map_or_else(
            || self.listed(token, WordList::AreaNoun),
            |kind| kind != "Country",
        )
    }

    /// The end of the plural that two names share: "the Balboa and Colon ports".
    fn shared_noun_end(&self, place: &MentionAt) -> Option<usize> {
        if !self.word(place.tokens.end, &["and"]) {
            return None;
        }
        let next = self.mentions.name_from(self.index, place.tokens.end + 1)?;
        let end = self.place_noun_end(next.tokens.end)?;
        let is_plural = self.sentence.tokens[end - 1].text.ends_with('s');
        (is_plural && self.extent(next) == self.extent(place)).then_some(end)
    }

    /// "the Kibera area of Nairobi", "the Karoo region of South Africa": the wider place stands
    /// after "of".
    pub(super) fn part_of_wider(&self, inner: &MentionAt) -> Option<DraftClaim> {
        let end = self.place_phrase_end(inner);
        let bare = end == inner.tokens.end;
        if !self.word(end, &["of"]) || inner.kind != MentionKind::Name {
            return None;
        }
        let outer = self.place_after(end + 1)?;
        // "the Eastern Cape of South Africa", but "the Paris of the East"
        let region = self.extent(inner).is_some_and(|extent| extent > 1);
        if bare && !(region && self.hangs_on(outer, inner)) {
            return None;
        }
        let (inner, outer) = if self.fits(inner, outer) {
            (inner, outer)
        } else {
            self.towns_in_order(inner, outer, end - 1)?
        };
        self.contained(inner, outer, "locatedIn", "in(x): place -> place")
    }

    /// Of "the Kibera area of Nairobi" and "the Sydney suburb of Bondi" the town inside and the town around it: the one
    /// that the gazetteer knows is the larger, else the noun tells.
    fn towns_in_order<'s>(
        &'s self,
        before: &'s MentionAt,
        after: &'s MentionAt,
        noun: usize,
    ) -> Option<(&'s MentionAt, &'s MentionAt)> {
        let towns = self.extent(before) == Some(1) && self.extent(after) == Some(1);
        if !towns || !self.same_country(before.entity, after.entity) {
            return None;
        }
        let known = |town: &MentionAt| self.entities.draft(town.entity).gazetteer.is_some();
        let around_first = match (known(before), known(after)) {
            (true, false) => true,
            (false, true) => false,
            _ => self.word(
                noun,
                &["city", "hamlet", "suburb", "town", "township", "village"],
            ),
        };
        Some(if around_first {
            (after, before)
        } else {
            (before, after)
        })
    }

    /// "Bondi, a suburb of Sydney", "Catalonia, a region in northern Spain", "Chechnya, part of Russia", "Bondi, a
    /// Sydney suburb": what a place is said to be a part of.
    pub(super) fn described_as_part(&self, inner: &MentionAt) -> Option<DraftClaim> {
        let start = inner.tokens.end + 1;
        if inner.kind != MentionKind::Name
            || !self.word(start - 1, &[","])
            || self.extent(inner).is_none_or(|extent| extent > 3)
        {
            return None;
        }
        let part = self.word(start, &["part"]) && self.word(start + 1, &["of"]);
        let outer = if part {
            self.place_after(start + 2)
        } else if self.word(start, &["a", "an", "the"]) {
            let noun = (start + 1..self.sentence.tokens.len().min(start + MOST_WORDS_OF_KIND))
                .find(|&token| {
                    self.is_kind_of_place(token)
                        && self.mentions.name_over(self.index, token).is_none()
                })?;
            let plain = (start + 1..noun).all(|token| {
                let word = &self.sentence.tokens[token];
                matches!(word.upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
                    || matches!(&*word.text, "-")
            });
            let capital = self.word(noun, &["capital"]);
            let wider = || {
                self.word(noun + 1, &["of", "in"])
                    .then(|| self.place_after(noun + 2))
                    .flatten()
            };
            let before = self
                .mentions
                .name_until(self.index, noun)
                .filter(|name| name.kind == MentionKind::Name);
            (plain && !capital).then(|| before.or_else(wider)).flatten()
        } else {
            None
        }?;
        let towns = self.extent(inner) == Some(1) && self.extent(outer) == Some(1);
        let near = self.same_country(inner.entity, outer.entity);
        (self.fits(inner, outer) || towns && near)
            .then(|| self.contained(inner, outer, "locatedIn", "in(x): place -> place"))
            .flatten()
    }

    /// "Harbor High, a school in northern Oslo,": where a body or site is said to be.
    pub(super) fn described_as_seated(&self, inner: &MentionAt) -> Option<DraftClaim> {
        let start = inner.tokens.end + 1;
        let seated = self.has_site(inner) || self.extent(inner) == Some(0);
        let opens = self.word(start - 1, &[","]) && self.word(start, &["a", "an", "the"]);
        if !seated || !opens || inner.kind != MentionKind::Name {
            return None;
        }
        let last = self.sentence.tokens.len().min(start + MOST_WORDS_OF_KIND);
        let at = (start + 1..last).find(|&token| self.word(token, &["in"]))?;
        let plain = (start + 1..at).all(|token| {
            let word = &self.sentence.tokens[token];
            matches!(word.upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
                || &*word.text == "-"
        });
        let noun = self.sentence.tokens[at - 1].upos == Upos::Noun;
        let place = self.place_after(at + 1)?;
        let lies = self.extent(place).is_some() && place.entity != inner.entity;
        (plain && noun && lies)
            .then(|| self.contained(inner, place, "locatedIn", "in(x): place -> place"))
            .flatten()
    }

    /// "Vulpes, a Swedish company,": the country of a body by the adjective before the noun that describes it.
    pub(super) fn described_by_country(&self, inner: &MentionAt) -> Option<DraftClaim> {
        let start = inner.tokens.end + 1;
        if !self.has_site(inner) || !self.word(start - 1, &[","]) || inner.kind != MentionKind::Name
        {
            return None;
        }
        let article = self.word(start, &["a", "an", "the"]);
        let of_several = self.word(start, &["one"]) && self.word(start + 1, &["of"]);
        let first = start + usize::from(article) + 2 * usize::from(of_several);
        let country = self.mentions.names(self.index).find(|name| {
            let adjective = article
                && name.kind == MentionKind::Demonym
                && (first..first + 2).contains(&name.tokens.start);
            // "Vulpes, Sweden's largest company", "Vulpes, one of Sweden's largest companies"
            let owner = !article
                && name.tokens.start == first
                && self
                    .sentence
                    .tokens
                    .get(name.tokens.end)
                    .is_some_and(is_possessive_mark);
            (adjective || owner) && (self.is(name, "Country") || self.is_part_of_country(name))
        })?;
        let tokens = &self.sentence.tokens;
        let common = |token: usize| {
            tokens.get(token).is_some_and(|word| {
                let modifier = matches!(word.deprel, Deprel::Amod | Deprel::Nummod);
                matches!(word.upos, Upos::Noun | Upos::Adj) || modifier || &*word.text == "-"
            })
        };
        let mark = usize::from(
            tokens
                .get(country.tokens.end)
                .is_some_and(is_possessive_mark),
        );
        let end = (country.tokens.end + mark..)
            .find(|&token| !common(token))
            .filter(|&end| end > country.tokens.end + mark)?;
        let nouns = &self.reading.ontology.lexicon.organisation_nouns;
        let body = self
            .reading
            .of_noun(&tokens[end - 1], |noun| nouns.get(noun).map(|_| ()));
        body.and_then(|()| self.contained(inner, country, "locatedIn", "country(x): name -> comp"))
    }

    /// Whether a territory belongs to a state, unlike a part of the world.
    fn is_part_of_country(&self, territory: &MentionAt) -> bool {
        let known = self.entities.draft(territory.entity).gazetteer;
        self.is(territory, "Territory")
            && known.is_some_and(|entry| self.reading.entry(entry).country.is_some())
    }

    /// Whether two places are links of a chain of addresses that goes on to a wider place: "Carmen, Salvatierra,
    /// Guanajuato". In a list the widest is followed by a further member.
    pub(super) fn is_link(&self, inner: &MentionAt, outer: &MentionAt) -> bool {
        if self.extent(inner) != Some(1)
            || self.extent(outer) != Some(1)
            || self.continues_list(inner)
        {
            return false;
        }
        let Some(wider) = self.next_of_chain(outer) else {
            return false;
        };
        let tokens = &self.sentence.tokens;
        let possessor = tokens.get(wider.tokens.end).is_some_and(is_possessive_mark);
        let comma = usize::from(self.word(wider.tokens.end, &[","]));
        let and = wider.tokens.end + comma;
        let listed = self.word(and, &["and", "or"]) && self.place_after(and + 1).is_some();
        self.extent(wider).is_some_and(|extent| extent > 2)
            && self.same_country(outer.entity, wider.entity)
            && self.same_country(inner.entity, wider.entity)
            && !possessor
            && !listed
    }

    fn next_of_chain(&self, link: &MentionAt) -> Option<&MentionAt> {
        let next = link.tokens.end + 1;
        self.word(link.tokens.end, &[","])
            .then(|| {
                let article = usize::from(self.word(next, &["the"]));
                self.mentions.name_from(self.index, next + article)
            })
            .flatten()
    }

    /// "Terminal 1 at Nakuru Airport", "Lake Como in the Alps": sites and features within their like.
    pub(super) fn is_site_within(&self, inner: &MentionAt, outer: &MentionAt) -> bool {
        let within_like = matches!(
            (self.extent(inner), self.extent(outer)),
            (Some(0), Some(0)) | (Some(2), Some(1 | 2)) | (Some(1), Some(0 | 2))
        );
        // "shots at Manly Beach in Sydney": an unknown feature is the town's; a river runs through many.
        let of_town = self.extent(outer) == Some(1)
            && self.extent(inner) == Some(2)
            && self.entities.draft(inner.entity).gazetteer.is_none();
        within_like && outer.kind == MentionKind::Name && (of_town || self.hangs_on(outer, inner))
    }

    /// Bodies that have a seat or a branch: universities, courts and shops, not armies, parties and states.
    pub(super) fn has_site(&self, mention: &MentionAt) -> bool {
        let acts_anywhere = [
            "GeopoliticalEntity",
            "ArmedForce",
            "ArmedGroup",
            "PoliticalOrganisation",
            "Government",
        ];
        self.is(mention, "Organisation")
            && !acts_anywhere.iter().any(|class| self.is(mention, class))
    }

    /// "at Utah Valley University", "outside the High Court": where something happens.
    pub(super) fn stands_as_site(&self, body: &MentionAt) -> bool {
        let start = body.tokens.start;
        let article = usize::from(start > 0 && self.word(start - 1, &["the", "a"]));
        start > article && self.word(start - article - 1, &["at", "outside", "inside", "near"])
    }

    /// Whether a name depends on another, or on the noun of its phrase.
    pub(super) fn hangs_on(&self, name: &MentionAt, on: &MentionAt) -> bool {
        let tokens = &self.sentence.tokens;
        let own = &tokens[name.head];
        let phrase = name.tokens.end..self.place_phrase_end(name);
        // "in the Atlas mountains": the noun behind the name heads the phrase.
        let noun = own.head.filter(|head| phrase.contains(head));
        let top = noun.map_or(own, |noun| &tokens[noun]);
        top.deprel == Deprel::Nmod
            && top
                .head
                .is_some_and(|head| (on.tokens.start..self.place_phrase_end(on)).contains(&head))
    }

    /// A people's adjective that ends before a token.
    pub(super) fn people_until(&self, end: usize) -> Option<&MentionAt> {
        self.mentions
            .name_until(self.index, end)
            .filter(|name| self.class(name) == "Group")
    }
}
