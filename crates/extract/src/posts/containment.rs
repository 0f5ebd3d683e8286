//! What lies in what: "Fairbanks, Alaska", "Nantes in France", "the Kenyan city of Mombasa", "Oslo-based".

use super::claim::Ground;
use super::scene::Scene;
use crate::confidence::{Signal, Signals};
use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::{MentionAt, MentionTable, Reading, is_possessive_mark};
use crate::syntax::LONGEST_FRONT;
use newsgraph_language::{Deprel, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// The containments that a sentence states.
pub(super) fn containments(
    reading: Reading<'_>,
    index: usize,
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<DraftClaim> {
    let scene = Scene::new(reading, index, entities, mentions);
    let mut claims = Vec::new();
    for inner in mentions.names(index) {
        for outer in [scene.after_comma(inner), scene.after_in(inner)] {
            let Some((outer, pattern)) = outer else {
                continue;
            };
            let sharing = scene.coordinated_before(inner).into_iter();
            let sharing = sharing.filter(|like| scene.fits(like, outer));
            for place in std::iter::once(inner).chain(sharing) {
                claims.extend(scene.contained(place, outer, "locatedIn", pattern));
            }
        }
        claims.extend(scene.part_of_wider(inner));
        claims.extend(scene.included_in(inner));
        claims.extend(scene.with_others_in(inner));
        claims.extend(scene.possessed_place(inner));
        claims.extend(scene.described_as_part(inner));
        claims.extend(scene.described_as_seated(inner));
        claims.extend(scene.described_by_country(inner));
        claims.extend(scene.part_of(inner));
        claims.extend(scene.capital(inner));
        claims.extend(scene.demonym_before(inner));
        claims.extend(scene.based_in(inner));
    }
    claims
}

impl Scene<'_> {
    pub(super) fn contained(
        &self,
        inner: &MentionAt,
        outer: &MentionAt,
        relation: &str,
        pattern: &'static str,
    ) -> Option<DraftClaim> {
        (inner.entity != outer.entity).then(|| {
            self.ground(inner, outer, pattern)
                .claim(inner.entity, relation, outer.entity)
        })
    }

    fn ground<'p>(&self, inner: &MentionAt, outer: &MentionAt, pattern: &'p str) -> Ground<'p> {
        let start = inner.tokens.start.min(outer.tokens.start);
        let end = inner.tokens.end.max(outer.tokens.end);
        Ground {
            sentence: self.index,
            trigger: start..end,
            head: inner.head,
            pattern,
            signals: Signals::from_iter([Signal::Containment]),
        }
    }

    /// How large a kind of place is: a place lies in a larger one.
    pub(super) fn extent(&self, mention: &MentionAt) -> Option<u8> {
        let sizes = [
            ("Facility", 0),
            ("City", 1),
            ("Territory", 3),
            ("Country", 4),
            ("NaturalFeature", 2),
        ];
        sizes
            .iter()
            .find(|(class, _)| self.is(mention, class))
            .map(|(_, size)| *size)
    }

    /// Whether one place can lie in the other as far as kind and country tell.
    pub(super) fn fits(&self, inner: &MentionAt, outer: &MentionAt) -> bool {
        let (Some(small), Some(large)) = (self.extent(inner), self.extent(outer)) else {
            return false;
        };
        let within_territory = small == 3 && large == 3;
        let district = small == 1
            && large == 1
            && self.entities.draft(inner.entity).gazetteer.is_none()
            && self.entities.draft(outer.entity).gazetteer.is_some();
        (small < large || within_territory || district)
            && self.same_country(inner.entity, outer.entity)
            && outer.kind == MentionKind::Name
    }

    fn is_smaller(&self, inner: &MentionAt, outer: &MentionAt) -> bool {
        outer.kind == MentionKind::Name && self.extent(inner) < self.extent(outer)
    }

    pub(super) fn same_country(&self, inner: EntityIndex, outer: EntityIndex) -> bool {
        let country = |entity: EntityIndex| {
            let entry = self.entities.draft(entity).gazetteer?;
            self.reading.entry(entry).country.as_deref()
        };
        match (country(inner), country(outer)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        }
    }

    /// "Fairbanks, Alaska", "the Darfur region, Sudan"; what follows a larger place in a list of equals is no
    /// container.
    fn after_comma(&self, inner: &MentionAt) -> Option<(&MentionAt, &'static str)> {
        let comma = self.place_phrase_end(inner);
        if !self.word(comma, &[","]) || inner.kind != MentionKind::Name {
            return None;
        }
        let outer = self.place_after(comma + 1)?;
        let list = self.extent(inner) == self.extent(outer) && self.ends_in_list(outer)
            || self.is_last_but_one(outer);
        // "Acme, Europe's largest maker of anvils": a possessor begins another phrase.
        let possessor = self
            .sentence
            .tokens
            .get(outer.tokens.end)
            .is_some_and(is_possessive_mark);
        // "In the Kharkiv region, Ukraine fired", "According to Baghdad, Iran fired": a subject begins the clause.
        let subject = |name: &MentionAt| self.sentence.tokens[name.head].deprel == Deprel::Nsubj;
        let fronted = inner.tokens.start <= LONGEST_FRONT && !subject(inner);
        // "After talks in Geneva, Chad and Mali agreed"
        let joined = self.word(outer.tokens.end, &["and"]);
        let begins_clause = subject(outer)
            && (comma > inner.tokens.end
                || joined && !subject(inner)
                || fronted && !self.is_known_within(inner, outer));
        let nested = self.fits(inner, outer) || self.is_link(inner, outer);
        (!list && !possessor && !begins_clause && nested)
            .then_some((outer, "comma(x): place -> place"))
    }

    /// "Nantes in western France", "the Mayon volcano in Luzon", "Terminal 1 at the airport", "Acme University in
    /// Genoa"
    fn after_in(&self, inner: &MentionAt) -> Option<(&MentionAt, &'static str)> {
        let end = self.before_parted_off(inner, self.place_phrase_end(inner));
        let at = self.word(end, &["at"]);
        let seated = self.word(end, &["of"]) && self.is(inner, "Company");
        if inner.kind != MentionKind::Name || !(at || seated || self.word(end, &["in"])) {
            return None;
        }
        let outer = self.place_after(end + 1)?;
        if seated && self.extent(outer).is_none() {
            return None;
        }
        let within = if self.extent(inner).is_some() {
            self.fits(inner, outer)
                || self.is_site_within(inner, outer)
                || self.is_smaller(inner, outer) && self.hangs_on(outer, inner)
        } else {
            let is_somewhere = self.has_site(inner) || self.is_held(inner);
            // "sued Acme in Ohio" tells where it was sued.
            let object = matches!(
                self.sentence.tokens[inner.head].deprel,
                Deprel::Obj | Deprel::Obl | Deprel::Nmod | Deprel::OblAgent
            );
            let acts = self.is(inner, "Company") && !seated && object;
            is_somewhere && (!acts && self.hangs_on(outer, inner) || self.stands_as_site(inner))
        };
        let site = !at || self.extent(outer).is_some_and(|extent| extent < 3);
        (within && site && self.extent(outer).is_some()).then_some((outer, "in(x): place -> place"))
    }

    /// Whether a name is an event's that people hold somewhere, such as a fair or conference; storms and wars are not.
    fn is_held(&self, event: &MentionAt) -> bool {
        let befalls = ["Situation", "Disaster", "ConflictEvent"];
        self.is(event, "Event")
            && !befalls.iter().any(|class| self.is(event, class))
            && !self.listed(event.tokens.start, WordList::StormNoun)
    }

    /// Whether the gazetteer has the one place in the country that the other is or lies in.
    fn is_known_within(&self, inner: &MentionAt, outer: &MentionAt) -> bool {
        let country = |mention: &MentionAt| {
            let entry = self.entities.draft(mention.entity).gazetteer?;
            self.reading.entry(entry).country.clone()
        };
        country(inner).is_some() && country(inner) == country(outer)
    }

    /// "Acme University, in Genoa, opened": the end of a name, past the comma that parts off the place where it is.
    fn before_parted_off(&self, inner: &MentionAt, end: usize) -> usize {
        let parted = self.word(end, &[","])
            && self.word(end + 1, &["in", "of"])
            && (self.has_site(inner) || self.extent(inner) == Some(0))
            && self
                .place_after(end + 2)
                .is_some_and(|outer| self.hangs_on(outer, inner));
        end + usize::from(parted)
    }

    /// "eastern Ukraine" lies in Ukraine.
    fn part_of(&self, inner: &MentionAt) -> Option<DraftClaim> {
        let inside = self
            .mentions
            .name_from(self.index, inner.tokens.start + 1)
            .filter(|name| name.tokens.end == inner.tokens.end)
            .filter(|_| self.is_compass(inner.tokens.start))?;
        self.contained(inner, inside, "locatedIn", "compass(x): place -> place")
    }

    pub(super) fn place_after(&self, mut start: usize) -> Option<&MentionAt> {
        for _ in 0..4 {
            // "in The Hague", "in South Korea": the words are part of the name.
            let capital = self
                .sentence
                .tokens
                .get(start)
                .is_some_and(|token| token.text.starts_with(char::is_uppercase));
            let named_so = (capital || self.word(start, &["the"]))
                && self.mentions.name_from(self.index, start).is_some();
            let part = self.narrows(start) && !named_so;
            let name = self
                .mentions
                .name_from(self.index, start)
                .filter(|name| name.kind == MentionKind::Name && !part);
            if let Some(name) = name {
                return self.possessed_by(name).or(Some(name));
            }
            if !part {
                return None;
            }
            start += 1;
        }
        None
    }

    /// The region of "Kenya's Kwale County".
    fn possessed_by(&self, country: &MentionAt) -> Option<&MentionAt> {
        let mark = country.tokens.end;
        let possessed = self
            .sentence
            .tokens
            .get(mark)
            .is_some_and(is_possessive_mark);
        self.mentions
            .name_from(self.index, mark + 1)
            .filter(|region| possessed && self.is(country, "Country") && self.fits(region, country))
    }

    /// Whether a word between "in" and a place narrows it: "in the central Oslo", "in north-western France".
    fn narrows(&self, token: usize) -> bool {
        self.word(token, &["the", "-"])
            || self.is_compass(token)
            || self.listed(token, WordList::RegionAdjective)
    }

    pub(super) fn is_compass(&self, token: usize) -> bool {
        self.listed(token, WordList::CompassAdjective)
    }

    /// "the Kenyan city of Mombasa", "the Swedish network Vulpes", "Japanese carmaker Hokuto": the country of
    /// the adjective before a common noun before a place or private body. "The Swedish agency Vulpes" is the state's own.
    fn demonym_before(&self, inner: &MentionAt) -> Option<DraftClaim> {
        let private = self.is(inner, "Company")
            || self.class(inner) == "Organisation"
            || self.is(inner, "NewsOrganisation")
            || self.is(inner, "ArmedGroup");
        let place = self.extent(inner).is_some_and(|extent| extent < 4);
        let public = self.class(inner) == "GovernmentAgency" && self.is_unlinked(inner);
        if inner.kind != MentionKind::Name || !(private || place || public) {
            return None;
        }
        let listing = self.end_of_listing_plural(inner);
        let mut end = listing.unwrap_or(inner.tokens.start);
        if let Some(country) = self.possessing_country(inner) {
            return self.contained(inner, country, "locatedIn", "country(x): name -> comp");
        }
        for _ in 0..4 {
            let demonym = self
                .mentions
                .names(self.index)
                .find(|mention| mention.tokens.end == end && mention.kind == MentionKind::Demonym);
            if let Some(country) = demonym {
                let adjacent = end == inner.tokens.start;
                let allowed = self.same_country(inner.entity, country.entity)
                    && !(adjacent && (place || public));
                let (relation, pattern) = if public {
                    (
                        "suborganisationOf",
                        "demonym(x): self:GovernmentAgency -> comp",
                    )
                } else {
                    ("locatedIn", "country(x): name -> comp")
                };
                return allowed
                    .then(|| self.contained(inner, country, relation, pattern))
                    .flatten();
            }
            let token = end.checked_sub(1)?;
            // "the Iraqi Shia militia Nujum": a people's adjective among the common words.
            if let Some(people) = self.people_until(end) {
                end = people.tokens.start;
                continue;
            }
            let common = matches!(self.sentence.tokens[token].upos, Upos::Noun | Upos::Adj)
                || place && self.word(token, &["of"]);
            if !common || self.mentions.name_over(self.index, token).is_some() {
                return None;
            }
            end = token;
        }
        None
    }

    fn is_unlinked(&self, mention: &MentionAt) -> bool {
        self.entities.draft(mention.entity).gazetteer.is_none()
    }

    /// "Mali's Mopti region", "Kenya's Mombasa port": a place that its state is said to have.
    fn possessed_place(&self, place: &MentionAt) -> Option<DraftClaim> {
        let mark = place.tokens.start.checked_sub(1)?;
        let possessed = place.kind == MentionKind::Name
            && self.extent(place).is_some()
            && is_possessive_mark(&self.sentence.tokens[mark]);
        let state = possessed
            .then(|| self.mentions.name_until(self.index, mark))
            .flatten()
            .filter(|state| self.is(state, "Country") || self.is(state, "Territory"))
            .filter(|state| self.fits(place, state))?;
        let head = self.sentence.tokens[state.head].head?;
        (place.tokens.start..self.place_phrase_end(place))
            .contains(&head)
            .then(|| self.contained(place, state, "locatedIn", "country(x): name -> comp"))
            .flatten()
    }

    /// "Sweden's Vulpes": the country of a company, or of a body that may well be one.
    fn possessing_country(&self, company: &MentionAt) -> Option<&MentionAt> {
        let mark = company.tokens.start.checked_sub(1)?;
        let firm = self.is(company, "Company") || self.has_bare_name(company);
        let owned = firm && is_possessive_mark(&self.sentence.tokens[mark]);
        self.mentions
            .name_until(self.index, mark)
            .filter(|owner| owned && self.is(owner, "Country"))
    }

    /// "Oslo-based Vulpes", "Toledo, Ohio-based Vulpes", "Vulpes, based in Oslo"
    fn based_in(&self, place: &MentionAt) -> Option<DraftClaim> {
        self.extent(place)?;
        let town = || {
            let comma = place.tokens.start.checked_sub(1)?;
            self.word(comma, &[","])
                .then(|| self.mentions.name_until(self.index, comma))
                .flatten()
                .filter(|town| self.fits(town, place))
        };
        let end = place.tokens.end;
        let hyphen = self.word(end, &["-"]) && self.word(end + 1, &["based"]);
        let body = if hyphen {
            (end + 2..self.sentence.tokens.len().min(end + 6))
                .find_map(|start| self.mentions.name_from(self.index, start))
        } else {
            let start = place.tokens.start;
            let based = start > 1
                && self.word(start - 1, &["in"])
                && self.word(
                    start - 2,
                    &["based", "headquartered", "located", "situated"],
                );
            let before = start.saturating_sub(2);
            let before = if before > 0 && self.word(before - 1, &[",", "is", "are", "was"]) {
                before - 1
            } else {
                before
            };
            based
                .then(|| self.mentions.name_until(self.index, before))
                .flatten()
        }?;
        let fits = self.is(body, "Organisation") || self.is(body, "Place");
        let place = if hyphen {
            town().unwrap_or(place)
        } else {
            place
        };
        fits.then(|| self.contained(body, place, "locatedIn", "base(v): obj -> in|at|near|on"))
            .flatten()
    }
}
