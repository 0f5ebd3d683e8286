//! Lists of names behind a plural that tells of all of them: "the Kenyan runners Okoro and Sy", "Swedish networks,
//! including Vulpes and Tarvo".

use super::scene::Scene;
use crate::entities::MentionAt;
use newsgraph_language::Xpos;

/// How many names before this one a list is followed back over.
const LONGEST_LIST: usize = 12;

impl Scene<'_> {
    /// The end of the plural noun that stands before the first name of the list which a name goes on or that
    /// "including" opens; none for a name that such a noun directly precedes.
    pub(super) fn end_of_listing_plural(&self, member: &MentionAt) -> Option<usize> {
        let first = self.first_of_list(member);
        let noun_end = match self.end_before_opening(first.tokens.start) {
            Some(end) => end,
            None if first.tokens.start < member.tokens.start => first.tokens.start,
            None => return None,
        };
        let noun = noun_end.checked_sub(1)?;
        let is_plural = self.sentence.tokens[noun].xpos == Xpos::Nns
            && self.mentions.name_over(self.index, noun).is_none();
        is_plural.then_some(noun_end)
    }

    /// The first of the names that commas and "and" join up to this one.
    fn first_of_list<'m>(&'m self, member: &'m MentionAt) -> &'m MentionAt {
        let mut first = member;
        for _ in 0..LONGEST_LIST {
            let Some(before) = self.joined_before(first) else {
                break;
            };
            first = before;
        }
        first
    }

    fn joined_before(&self, name: &MentionAt) -> Option<&MentionAt> {
        let mut end = name.tokens.start;
        let and = end > 0 && self.word(end - 1, &["and"]);
        end -= usize::from(and);
        let comma = end > 0 && self.word(end - 1, &[","]);
        end -= usize::from(comma);
        if !(and || comma) {
            return None;
        }
        let before = self.mentions.name_until(self.index, end)?;
        let alike = self.is(before, self.class(name)) || self.is(name, self.class(before));
        alike.then_some(before)
    }

    /// Where the phrase ends that "including" or "such as" right before a list goes on with.
    fn end_before_opening(&self, start: usize) -> Option<usize> {
        let last = start.checked_sub(1)?;
        let opening = if self.word(last, &["including", "namely"]) {
            last
        } else if self.word(last, &["as"]) && last > 0 && self.word(last - 1, &["such"]) {
            last - 1
        } else {
            return None;
        };
        let comma = usize::from(opening > 0 && self.word(opening - 1, &[","]));
        Some(opening - comma)
    }
}
