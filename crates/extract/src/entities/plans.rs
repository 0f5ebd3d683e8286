//! Plans that the text describes by whose they are and what they are for: "a Russian plan to end the violence",
//! "Kenya's proposal for a shared port".

use super::mention_table::MentionTable;
use super::reading::{Reading, is_word, lower_lemma, surface};
use super::reference::is_open_noun;
use super::typing::class_of_noun;
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::MentionKind;
use std::ops::Range;

/// Words of the longest description.
const LONGEST: usize = 12;

/// Adds an entity for every described plan; one that is told twice in the same words is one entity.
pub(super) fn add_described_plans(reading: Reading<'_>, entities: &mut Entities) {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for (index, sentence) in reading.analysis.sentences.iter().enumerate() {
        for token in 0..sentence.tokens.len() {
            let at = TokenRef {
                sentence: index,
                token,
            };
            let open = is_open_noun(reading, entities, &mentions, at);
            if open
                && is_plan(reading, sentence, token)
                && let Some(words) = description(reading, sentence, entities, at)
            {
                add(entities, sentence, at, words);
            }
        }
    }
}

fn is_plan(reading: Reading<'_>, sentence: &Sentence, token: usize) -> bool {
    let noun = lower_lemma(&sentence.tokens[token]);
    class_of_noun(reading, &noun).is_some_and(|class| reading.is_a(&class, "Plan"))
}

/// From the owner before the noun to the end of what the plan is for.
fn description(
    reading: Reading<'_>,
    sentence: &Sentence,
    entities: &Entities,
    at: TokenRef,
) -> Option<Range<usize>> {
    let owner = sentence
        .children(at.token)
        .filter(|&child| child < at.token)
        .find(|&child| {
            let own = matches!(
                sentence.tokens[child].deprel,
                Deprel::Amod | Deprel::Compound | Deprel::NmodPoss
            );
            own && sentence.tokens[child].upos != Upos::Pron && acts(reading, entities, at, child)
        })?;
    let content = sentence
        .children(at.token)
        .find(|&child| opens_right_after(sentence, at.token, child))?;
    let start = sentence
        .subtree(owner)
        .into_iter()
        .filter(|&token| sentence.tokens[token].upos != Upos::Det)
        .min()?;
    let end = end_of(sentence, content);
    (end - start <= LONGEST).then_some(start..end)
}

fn acts(reading: Reading<'_>, entities: &Entities, at: TokenRef, child: usize) -> bool {
    let referents = entities.referents(TokenRef {
        sentence: at.sentence,
        token: child,
    });
    matches!(referents, [one] if reading.is_a(&entities.draft(*one).class, "Actor"))
}

/// An infinitive or a "for" phrase whose first word follows the noun.
fn opens_right_after(sentence: &Sentence, noun: usize, child: usize) -> bool {
    says_what_for(sentence, child)
        && sentence
            .subtree(child)
            .into_iter()
            .min()
            .is_some_and(|first| first == noun + 1)
}

fn says_what_for(sentence: &Sentence, child: usize) -> bool {
    match sentence.tokens[child].deprel {
        Deprel::Acl => sentence
            .children_by(child, Deprel::Mark)
            .any(|mark| is_word(&sentence.tokens[mark], &["to"])),
        Deprel::Nmod => sentence
            .children_by(child, Deprel::Case)
            .any(|case| is_word(&sentence.tokens[case], &["for"])),
        _ => false,
    }
}

/// The end of the content, at the first mark of punctuation.
fn end_of(sentence: &Sentence, content: usize) -> usize {
    let mut words = sentence.subtree(content);
    words.sort_unstable();
    let first = words.first().copied().unwrap_or(content);
    words
        .iter()
        .zip(first..)
        .take_while(|&(&word, expected)| {
            word == expected && sentence.tokens[word].upos != Upos::Punct
        })
        .last()
        .map_or(content + 1, |(&word, _)| word + 1)
}

fn add(entities: &mut Entities, sentence: &Sentence, at: TokenRef, tokens: Range<usize>) {
    let name = surface(sentence, tokens.clone());
    let mention = DraftMention {
        sentence: at.sentence,
        tokens,
        head: at.token,
        kind: MentionKind::Nominal,
        literal: None,
        reason: Some("described by whose plan it is and what for".to_owned()),
    };
    let known = entities
        .drafts
        .iter()
        .position(|draft| draft.anonymous && draft.class == "Plan" && draft.name == name);
    let index = match known {
        Some(index) => {
            entities.drafts[index].mentions.push(mention);
            index
        }
        None => {
            entities.drafts.push(DraftEntity {
                class: "Plan".to_owned(),
                name,
                names: Vec::new(),
                gazetteer: None,
                anonymous: true,
                mentions: vec![mention],
            });
            entities.drafts.len() - 1
        }
    };
    entities.by_head.insert(at, vec![EntityIndex(index)]);
}
