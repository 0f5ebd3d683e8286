//! Lists of places: "Ohio, Iowa and Utah", "across Ukraine, including Odesa", "Malmö, Lund and other cities in Sweden".

use super::scene::Scene;
use crate::draft::DraftClaim;
use crate::entities::MentionAt;
use newsgraph_language::Upos;
use newsgraph_model::MentionKind;

/// How many words of a list can stand between "including" and a name.
const LONGEST_LIST: usize = 32;
/// How many words can stand between the last name of a list and the noun for its like: "and several other".
const MOST_WORDS_BEFORE_OTHERS: usize = 4;

impl Scene<'_> {
    /// "Ohio, Iowa and Utah": whether a place and those of its kind behind it end in "and" or "or".
    pub(super) fn ends_in_list(&self, place: &MentionAt) -> bool {
        let mut last = place;
        loop {
            let end = last.tokens.end;
            let comma = usize::from(self.word(end, &[","]));
            if self.word(end + comma, &["and", "or"]) {
                // With a comma before it, the word may join clauses.
                return comma == 0 || self.place_after(end + 2).is_some();
            }
            let next = (comma == 1)
                .then(|| self.mentions.name_from(self.index, end + 1))
                .flatten()
                .filter(|next| self.extent(next) == self.extent(place));
            match next {
                Some(next) => last = next,
                None => return false,
            }
        }
    }

    /// "in Leipzig, Saxony and Hesse": whether "and" joins a further place right to this one, without a wider place of its
    /// own as in "Austin, Texas and Miami, Florida".
    pub(super) fn is_last_but_one(&self, place: &MentionAt) -> bool {
        let end = place.tokens.end;
        let last = self
            .word(end, &["and", "or"])
            .then(|| self.place_after(end + 1))
            .flatten();
        last.is_some_and(|last| !self.word(self.place_phrase_end(last), &[",", "in"]))
    }

    /// "across Ukraine, including Odesa and the town of Izium": each of the list lies in what it is a list of places
    /// of.
    pub(super) fn included_in(&self, inner: &MentionAt) -> Option<DraftClaim> {
        if inner.kind != MentionKind::Name || self.extent(inner).is_none() {
            return None;
        }
        let including = self.opening_of_list(inner)?;
        let comma = usize::from(including > 0 && self.word(including - 1, &[","]));
        let outer = self.mentions.names(self.index).find(|outer| {
            self.extent(outer).is_some()
                && !self.is_compass(outer.tokens.start)
                && self.place_phrase_end(outer) == including - comma
        })?;
        let outer = self.innermost_of_chain(outer, inner);
        self.fits(inner, outer)
            .then(|| self.contained(inner, outer, "locatedIn", "in(x): place -> place"))
            .flatten()
    }

    /// Of "Nakuru, Rift Valley, Kenya" before "including" the narrowest that can hold the place.
    fn innermost_of_chain<'s>(&'s self, last: &'s MentionAt, inner: &MentionAt) -> &'s MentionAt {
        let mut found = last;
        while let Some(comma) = found.tokens.start.checked_sub(1) {
            let link = self
                .word(comma, &[","])
                .then(|| self.mentions.name_until(self.index, comma))
                .flatten()
                .filter(|link| self.fits(link, found) && self.fits(inner, link));
            match link {
                Some(link) => found = link,
                None => break,
            }
        }
        found
    }

    /// The "including" of the list that a name stands in.
    pub(super) fn opening_of_list(&self, member: &MentionAt) -> Option<usize> {
        let mut at = member.tokens.start;
        while member.tokens.start - at < LONGEST_LIST {
            let before = at.checked_sub(1)?;
            if self.word(before, &["including"]) {
                return Some(before);
            }
            at = match self.mentions.name_until(self.index, at) {
                Some(name) => name.tokens.start,
                None if self.leads_through_list(before) => before,
                None => return None,
            };
        }
        None
    }

    /// What may stand between the members of a list: "the town of Izium and ten in Odesa".
    fn leads_through_list(&self, token: usize) -> bool {
        self.word(token, &[",", "and", "the", "of", "in", "at", "near"])
            || self.sentence.tokens[token].upos == Upos::Num
            || self.is_kind_of_place(token)
    }

    /// Whether another town stands before this one and its comma.
    pub(super) fn continues_list(&self, place: &MentionAt) -> bool {
        let start = place.tokens.start;
        start > 0
            && self.word(start - 1, &[","])
            && self
                .mentions
                .name_until(self.index, start - 1)
                .is_some_and(|before| self.extent(before) == self.extent(place))
    }

    /// The towns that share the wider place behind the last of them: "Afula and Nakuru, Kenya".
    pub(super) fn coordinated_before(&self, last: &MentionAt) -> Vec<&MentionAt> {
        let mut found = Vec::new();
        let mut start = last.tokens.start;
        let mut joints: &[&str] = &["and", "or"];
        while let Some(joint) = start
            .checked_sub(1)
            .filter(|&joint| self.word(joint, joints))
        {
            let comma = usize::from(joint > 0 && self.word(joint - 1, &[",", "and"]));
            let like = self
                .mentions
                .name_until(self.index, joint - comma)
                .filter(|name| {
                    name.kind == MentionKind::Name && self.extent(name) == self.extent(last)
                });
            let Some(name) = like else {
                break;
            };
            start = name.tokens.start;
            found.push(name);
            joints = &[","];
        }
        found
    }

    /// "Malmö, Lund and several other cities in Sweden": what holds the others of a list holds all of it.
    pub(super) fn with_others_in(&self, last: &MentionAt) -> Vec<DraftClaim> {
        let Some(outer) = self.place_of_others(last) else {
            return Vec::new();
        };
        let listed = self.listed_before(last);
        std::iter::once(last)
            .chain(listed)
            .filter(|place| self.fits(place, outer))
            .filter_map(|place| self.contained(place, outer, "locatedIn", "in(x): place -> place"))
            .collect()
    }

    /// The place behind "and several other cities in" after a name.
    fn place_of_others(&self, last: &MentionAt) -> Option<&MentionAt> {
        let end = last.tokens.end;
        let and = end + usize::from(self.word(end, &[","]));
        if last.kind != MentionKind::Name || !self.word(and, &["and"]) {
            return None;
        }
        let noun = (and + 1..and + 1 + MOST_WORDS_BEFORE_OTHERS)
            .take_while(|&token| self.mentions.name_over(self.index, token).is_none())
            .find(|&token| self.is_plural_kind_of_place(token))?;
        let others = (and + 1..noun).any(|token| self.word(token, &["other"]));
        let within = self.word(noun + 1, &["in", "across", "of", "throughout"]);
        (others && within)
            .then(|| self.place_after(noun + 2))
            .flatten()
    }

    fn is_plural_kind_of_place(&self, token: usize) -> bool {
        let word = self.sentence.tokens.get(token);
        word.is_some_and(|word| word.text.ends_with('s')) && self.is_kind_of_place(token)
    }

    /// The places of its kind that commas join before the last name of a list.
    fn listed_before(&self, last: &MentionAt) -> Vec<&MentionAt> {
        let mut found = Vec::new();
        let mut start = last.tokens.start;
        while let Some(place) = start
            .checked_sub(1)
            .filter(|&comma| self.word(comma, &[","]))
            .and_then(|comma| self.mentions.name_until(self.index, comma))
            .filter(|place| self.extent(place) == self.extent(last))
        {
            start = place.tokens.start;
            found.push(place);
        }
        found
    }
}
