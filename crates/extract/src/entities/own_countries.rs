//! "His country", "the minister's nation": the state that the person is said to stand for.

use super::mention_table::MentionTable;
use super::reading::{Reading, lower};
use super::reference::{Reference, add_reference, is_open_noun};
use super::sides::country_before_name;
use crate::draft::{Entities, EntityIndex, TokenRef};
use newsgraph_language::Deprel;
use newsgraph_model::MentionKind;
use newsgraph_ontology::WordList;

/// Links nouns for a country whose possessor is a person to the country named before that person's name.
pub(super) fn link_own_countries(reading: Reading<'_>, entities: &mut Entities) {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for index in 0..reading.analysis.sentences.len() {
        for token in 0..reading.sentence(index).tokens.len() {
            let at = TokenRef {
                sentence: index,
                token,
            };
            if !is_open_noun(reading, entities, &mentions, at) || !names_country(reading, at) {
                continue;
            }
            let country = owner(reading, entities, at)
                .and_then(|person| country_before_name(reading, entities, &mentions, person));
            if let Some(country) = country {
                let reference = Reference {
                    at,
                    tokens: token..token + 1,
                    kind: MentionKind::Nominal,
                    referents: vec![country],
                    reason: "the country of the person whose it is".to_owned(),
                };
                add_reference(entities, &reference);
            }
        }
    }
}

fn names_country(reading: Reading<'_>, at: TokenRef) -> bool {
    let noun = lower(&reading.sentence(at.sentence).tokens[at.token]);
    let lexicon = &reading.ontology.lexicon;
    lexicon.has(WordList::CountryNoun, &noun)
        || lexicon
            .place_nouns
            .get(&*noun)
            .is_some_and(|class| class == "Country")
}

/// The person whose the noun is.
fn owner(reading: Reading<'_>, entities: &Entities, at: TokenRef) -> Option<EntityIndex> {
    let sentence = reading.sentence(at.sentence);
    sentence
        .children_by(at.token, Deprel::NmodPoss)
        .find_map(|owner| {
            let owner = TokenRef {
                sentence: at.sentence,
                token: owner,
            };
            match entities.referents(owner) {
                [one] if reading.is_a(&entities.draft(*one).class, "Person") => Some(*one),
                _ => None,
            }
        })
}
