//! People without a name whose word the text gives: "a senior US official said". They speak for themselves: what an
//! official says is not what the state says.

use super::mention_table::MentionTable;
use super::reading::{Reading, is_plural, is_word, lower_lemma, surface};
use crate::draft::{DraftEntity, DraftMention, Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_model::MentionKind;
use std::ops::Range;

/// Adds an entity for every person noun that nobody's name stands for; only those that are quoted get into the
/// document. "The official" is the one described last with this noun.
pub(super) fn add_unnamed_speakers(reading: Reading<'_>, entities: &mut Entities) {
    let mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for (index, sentence) in reading.analysis.sentences.iter().enumerate() {
        for token in 0..sentence.tokens.len() {
            let at = TokenRef {
                sentence: index,
                token,
            };
            let unnamed = mentions.name_over(index, token).is_none()
                && entities.referents(at).is_empty()
                && is_person(reading, sentence, token);
            if unnamed {
                let speaker = match described_before(reading, entities, at) {
                    Some(speaker) => speaker,
                    None => described(sentence, entities, at),
                };
                mention(entities, sentence, at, speaker);
            }
        }
    }
}

fn is_person(reading: Reading<'_>, sentence: &Sentence, token: usize) -> bool {
    let noun = &sentence.tokens[token];
    let speaks = matches!(
        noun.deprel,
        Deprel::Nsubj | Deprel::Obl | Deprel::OblAgent | Deprel::Nmod
    );
    let lexicon = &reading.ontology.lexicon;
    noun.upos == Upos::Noun
        && speaks
        && reading
            .of_noun(noun, |word| {
                let person = lexicon.person_nouns.contains_key(word);
                (person || lexicon.offices.get(word).is_some()).then_some(())
            })
            .is_some()
}

/// Whom a bare "the official" means: the last person described with this noun.
fn described_before(
    reading: Reading<'_>,
    entities: &Entities,
    at: TokenRef,
) -> Option<EntityIndex> {
    let sentence = reading.sentence(at.sentence);
    let mut modifiers = sentence
        .children(at.token)
        .filter(|&child| !matches!(sentence.tokens[child].deprel, Deprel::Case | Deprel::Punct));
    let determiner = modifiers.next()?;
    let bare = is_word(&sentence.tokens[determiner], &["the", "this", "that"])
        && modifiers.next().is_none();
    let noun = lower_lemma(&sentence.tokens[at.token]);
    let same_noun = |mention: &DraftMention| {
        lower_lemma(&reading.sentence(mention.sentence).tokens[mention.head]) == noun
    };
    entities
        .unnamed_speakers
        .values()
        .filter(|_| bare)
        .copied()
        .filter(|&speaker| entities.draft(speaker).mentions.iter().any(same_noun))
        .max()
}

fn described(sentence: &Sentence, entities: &mut Entities, at: TokenRef) -> EntityIndex {
    let class = if is_plural(&sentence.tokens[at.token]) {
        "Group"
    } else {
        "Person"
    };
    let name = description(sentence, entities, at);
    entities.drafts.push(DraftEntity {
        class: class.to_owned(),
        name,
        names: Vec::new(),
        gazetteer: None,
        anonymous: true,
        mentions: Vec::new(),
    });
    EntityIndex(entities.drafts.len() - 1)
}

/// The words of the text; a pronoun in them gives way to whom it means: "Spain's foreign minister".
fn description(sentence: &Sentence, entities: &Entities, at: TokenRef) -> String {
    let words = words_of(sentence, at.token);
    let owner = TokenRef {
        sentence: at.sentence,
        token: words.start,
    };
    match entities.referents(owner) {
        [one] if sentence.tokens[words.start].upos == Upos::Pron => {
            let owner = &entities.draft(*one).name;
            let rest = surface(sentence, words.start + 1..words.end);
            format!("{owner}'s {rest}")
        }
        _ => surface(sentence, words),
    }
}

fn mention(entities: &mut Entities, sentence: &Sentence, at: TokenRef, speaker: EntityIndex) {
    let words = words_of(sentence, at.token);
    let article = usize::from(is_word(&sentence.tokens[words.start], &["a", "an", "the"]));
    entities.unnamed_speakers.insert(at, speaker);
    entities.drafts[speaker.0].mentions.push(DraftMention {
        sentence: at.sentence,
        tokens: words.start + article..words.end,
        head: at.token,
        kind: MentionKind::Nominal,
        literal: None,
        reason: Some("quoted without a name".to_owned()),
    });
}

/// The noun with its article and modifiers before it, and whose it is after it: "a spokesman for the ministry".
fn words_of(sentence: &Sentence, noun: usize) -> Range<usize> {
    let before = sentence.children(noun).filter(|&child| {
        child < noun
            && matches!(
                sentence.tokens[child].deprel,
                Deprel::Det | Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nummod
            )
    });
    let start = before
        .flat_map(|child| sentence.subtree(child))
        .min()
        .unwrap_or(noun);
    let after = sentence.children(noun).find(|&child| {
        child > noun
            && sentence.tokens[child].deprel == Deprel::Nmod
            && sentence.children_by(child, Deprel::Case).any(|case| {
                case == noun + 1 && is_word(&sentence.tokens[case], &["of", "for", "from", "at"])
            })
    });
    let end = after
        .and_then(|child| sentence.subtree(child).into_iter().max())
        .map_or(noun + 1, |last| last + 1);
    let contiguous = (noun..end).all(|token| sentence.tokens[token].upos != Upos::Punct);
    start..if contiguous { end } else { noun + 1 }
}
