//! The country a person stands for by the words before the name: "Kenya's minister Ana Ruiz", "his Kenyan
//! counterpart Ana Ruiz".

use super::mention_table::MentionTable;
use super::reading::{Reading, is_possessive_mark, is_word};
use crate::draft::{Entities, EntityIndex};
use newsgraph_language::Upos;

/// How many words can stand between a country and the name of its official: "Kenya's deputy foreign minister".
const TITLE_REACH: usize = 7;

/// The country named in the words before a person's name, wherever the article first has it.
pub(crate) fn country_before_name(
    reading: Reading<'_>,
    entities: &Entities,
    mentions: &MentionTable,
    person: EntityIndex,
) -> Option<EntityIndex> {
    let is_country = |entity: EntityIndex| reading.is_a(&entities.draft(entity).class, "Country");
    let before = |index: usize, name: usize| {
        let tokens = &reading.sentence(index).tokens;
        let mut end = name;
        while name - end < TITLE_REACH {
            if let Some(owner) = mentions.name_until(index, end) {
                return is_country(owner.entity).then_some(owner.entity);
            }
            let word = &tokens[end.checked_sub(1)?];
            let in_title = matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj)
                || is_possessive_mark(word)
                || is_word(word, &["of", "for", "-"]);
            if !in_title {
                return None;
            }
            end -= 1;
        }
        None
    };
    let named = (0..reading.analysis.sentences.len()).flat_map(|index| {
        mentions
            .names(index)
            .filter(|mention| mention.entity == person)
            .map(move |mention| (index, mention.tokens.start))
    });
    named
        .map(|(index, start)| before(index, start))
        .find_map(|country| country)
}
