//! Office phrases: "former deputy foreign minister", "Minister of Transport", "spokesman".

use super::mention_table::MentionTable;
use super::reading::{Reading, is_plural, is_word, lower};
use super::titles::office_at;
use newsgraph_language::{Sentence, Upos};
use newsgraph_ontology::OfficeRank;
use std::ops::Range;

/// The words of an office in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OfficePhrase {
    pub(crate) sentence: usize,
    /// From the first modifier to the portfolio: "deputy minister of transport".
    pub(crate) tokens: Range<usize>,
    /// The noun of the office.
    pub(crate) head: usize,
    /// The words as a post's name has them: "Deputy Minister of Transport".
    pub(crate) label: String,
    pub(crate) rank: OfficeRank,
    pub(crate) tenure: Tenure,
    /// Whether several holders are meant.
    pub(crate) plural: bool,
}

/// When the holder holds the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tenure {
    Current,
    /// "former", "then", "ousted".
    Former,
    /// "-elect", "incoming", "designate".
    Future,
}

const FORMER: &[&str] = &[
    "former", "ex", "then", "ousted", "deposed", "onetime", "sometime", "late", "previous",
];
const FUTURE: &[&str] = &["incoming", "designate", "elect", "prospective", "would-be"];
const JUNIOR: &[&str] = &[
    "deputy",
    "vice",
    "assistant",
    "under",
    "associate",
    "junior",
];
/// Adjectives that belong to the name of an office.
const TITLE_ADJECTIVES: &[&str] = &[
    "foreign",
    "prime",
    "chief",
    "first",
    "second",
    "executive",
    "general",
    "financial",
    "national",
    "federal",
    "special",
    "permanent",
    "interim",
    "acting",
    "deputy",
    "vice",
    "assistant",
    "military",
    "supreme",
    "economic",
    "environmental",
    "operating",
    "technical",
    "managing",
    "legal",
    "political",
    "public",
    "naval",
    "spiritual",
    "high",
    "principal",
    "crown",
    "associate",
    "medical",
    "creative",
    "provincial",
    "regional",
];
const LONGEST_MODIFIER: usize = 4;

/// The office phrases of a sentence, in order.
pub(crate) fn office_phrases(
    reading: Reading<'_>,
    index: usize,
    mentions: &MentionTable,
) -> Vec<OfficePhrase> {
    let sentence = reading.sentence(index);
    let mut phrases: Vec<OfficePhrase> = Vec::new();
    let mut start = 0;
    while start < sentence.tokens.len() {
        let inside_name = mentions.name_over(index, start).is_some();
        let office = (!inside_name)
            .then(|| office_at(reading, sentence, start))
            .flatten();
        let Some((office, end)) =
            office.filter(|&(_, end)| is_noun_phrase_end(sentence, start, end))
        else {
            start += 1;
            continue;
        };
        let phrase = phrase_around(
            reading,
            index,
            mentions,
            start..end,
            &office.label,
            office.rank,
        );
        start = phrase.tokens.end;
        phrases.push(phrase);
    }
    phrases
}

/// Whether the words end in a noun: "leads" and "heads" are verbs more often.
fn is_noun_phrase_end(sentence: &Sentence, start: usize, end: usize) -> bool {
    end - start > 1 || matches!(sentence.tokens[start].upos, Upos::Noun | Upos::Propn)
}

fn phrase_around(
    reading: Reading<'_>,
    index: usize,
    mentions: &MentionTable,
    core: Range<usize>,
    core_label: &str,
    core_rank: OfficeRank,
) -> OfficePhrase {
    let sentence = reading.sentence(index);
    let free = |token: usize| mentions.name_over(index, token).is_none();
    let (start, mut tenure) = modifiers_before(sentence, core.start, &free);
    let (end, future) = suffix_after(sentence, core.end);
    let portfolio = portfolio_after(reading, sentence, end, &free);
    if future {
        tenure = Tenure::Future;
    }
    let words = (start..core.start)
        .filter(|&token| {
            !is_word(&sentence.tokens[token], FORMER) && !is_word(&sentence.tokens[token], FUTURE)
        })
        .filter(|&token| sentence.tokens[token].upos != Upos::Punct);
    let junior = words
        .clone()
        .any(|token| is_word(&sentence.tokens[token], JUNIOR));
    let mut label: Vec<String> = words
        .map(|token| capitalised(&sentence.tokens[token].text))
        .collect();
    label.push(core_label.to_owned());
    if let Some(portfolio) = &portfolio {
        for token in portfolio.clone() {
            label.push(portfolio_word(&sentence.tokens[token].text));
        }
    }
    let rank = match core_rank {
        OfficeRank::Head if junior || portfolio.is_some() => OfficeRank::Official,
        rank => rank,
    };
    OfficePhrase {
        sentence: index,
        tokens: start..portfolio.map_or(end, |portfolio| portfolio.end),
        head: core.end - 1,
        label: label.join(" "),
        rank,
        tenure,
        plural: is_plural(&sentence.tokens[core.end - 1]),
    }
}

/// The first modifier before an office noun, and what the modifiers say of its tenure.
fn modifiers_before(
    sentence: &Sentence,
    noun: usize,
    free: &dyn Fn(usize) -> bool,
) -> (usize, Tenure) {
    let mut start = noun;
    let mut tenure = Tenure::Current;
    while start > 0 && noun - start < LONGEST_MODIFIER && free(start - 1) {
        let token = &sentence.tokens[start - 1];
        let hyphen = &*token.text == "-" && start > 1;
        let former = is_word(token, FORMER);
        let future = is_word(token, FUTURE);
        if former {
            tenure = Tenure::Former;
        }
        if future {
            tenure = Tenure::Future;
        }
        let noun_modifier = matches!(token.upos, Upos::Noun | Upos::Propn);
        if !(former || future || hyphen || noun_modifier || is_word(token, TITLE_ADJECTIVES)) {
            break;
        }
        start -= 1;
    }
    while start < noun && &*sentence.tokens[start].text == "-" {
        start += 1;
    }
    (start, tenure)
}

/// The end of "-elect" or "-designate" after an office noun, if there.
fn suffix_after(sentence: &Sentence, end: usize) -> (usize, bool) {
    let word = |token: usize| sentence.tokens.get(token);
    let at = if word(end).is_some_and(|token| &*token.text == "-") {
        end + 1
    } else {
        end
    };
    let future = word(at).is_some_and(|token| is_word(token, &["elect", "designate"]));
    if future { (at + 1, true) } else { (end, false) }
}

/// What the office is for, when "of" or "for" is followed by common words without article or by capitalised
/// words that are no name: "of Transport", "for foreign affairs".
fn portfolio_after(
    reading: Reading<'_>,
    sentence: &Sentence,
    end: usize,
    free: &dyn Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let preposition = sentence.tokens.get(end)?;
    if !is_word(preposition, &["of", "for"]) {
        return None;
    }
    let mut last = end + 1;
    while last < sentence.tokens.len() && last - end <= 6 {
        let token = &sentence.tokens[last];
        let person = reading.ontology.gazetteer.given_name(&token.text).is_some()
            && token.upos == Upos::Propn;
        let word = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj);
        let joint = last > end + 1
            && is_word(token, &["and", "&", "of"])
            && sentence.tokens.get(last + 1).is_some_and(|next| {
                matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj) && free(last + 1)
            });
        if person || !free(last) || !(word || joint) {
            break;
        }
        last += 1;
    }
    while last > end + 1 && is_word(&sentence.tokens[last - 1], &["and", "&", "of"]) {
        last -= 1;
    }
    (last > end + 1).then_some(end..last)
}

fn portfolio_word(word: &str) -> String {
    if matches!(word.to_lowercase().as_str(), "of" | "for" | "and") {
        word.to_lowercase()
    } else {
        capitalised(word)
    }
}

pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The words of an office without its portfolio, in lower case: what "the foreign minister" repeats.
pub(crate) fn office_noun(sentence: &Sentence, phrase: &OfficePhrase) -> String {
    lower(&sentence.tokens[phrase.head])
}
