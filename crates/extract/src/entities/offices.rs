//! Office phrases: "former deputy foreign minister", "Minister of Transport", "spokesman".

use super::mention_table::MentionTable;
use super::reading::{Reading, is_nominal, is_plural, is_word};
use super::titles::{
    office_at, office_modifier, office_modifier_before, plural_office_at, without_ex,
};
use newsgraph_language::{Deprel, Sentence, Token, Upos};
use newsgraph_ontology::{Office, OfficeModifier, OfficeRank, WordList};
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

/// In words.
const LONGEST_FRONT: usize = 4;

/// The office phrases of an article by sentence, in order; they depend on where names stand, not on what they mean.
#[derive(Clone, Debug, Default)]
pub(crate) struct OfficesBySentence(Vec<Vec<OfficePhrase>>);

impl OfficesBySentence {
    pub(crate) fn of(reading: Reading<'_>, mentions: &MentionTable) -> Self {
        let sentences = 0..reading.analysis.sentences.len();
        Self(
            sentences
                .map(|index| office_phrases(reading, index, mentions))
                .collect(),
        )
    }

    pub(crate) fn sentence(&self, index: usize) -> &[OfficePhrase] {
        &self.0[index]
    }
}

fn office_phrases(
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
            .then(|| {
                office_at(reading, sentence, start)
                    .filter(|&(_, end)| is_noun_phrase_end(sentence, start, end))
                    .or_else(|| shared_office_at(reading, index, mentions, start))
            })
            .flatten();
        let Some((office, end)) = office else {
            start += 1;
            continue;
        };
        let modifies_next = end - start == 1
            && office_modifier(reading, &sentence.tokens[start]) == Some(OfficeModifier::OfOffice)
            && starts_office(reading, sentence, end);
        if modifies_next {
            start += 1;
            continue;
        }
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
    share_former(reading, sentence, &mut phrases);
    phrases
}

/// "former trade minister and finance minister Ana Ruiz": of two offices of a state said together both are past,
/// unless the second says otherwise.
fn share_former(reading: Reading<'_>, sentence: &Sentence, phrases: &mut [OfficePhrase]) {
    let lexicon = &reading.ontology.lexicon;
    let of_state = |office: &OfficePhrase| {
        let label = office.label.to_lowercase();
        lexicon.has(WordList::StateOffice, &label)
            || label.split(' ').any(|word| word == "minister")
    };
    for second in 1..phrases.len() {
        let (before, behind) = phrases.split_at_mut(second);
        let (first, second) = (&before[before.len() - 1], &mut behind[0]);
        let between = first.tokens.end..second.tokens.start;
        let joined = between.len() == 1 && is_word(&sentence.tokens[between.start], &["and"]);
        let says_otherwise = office_modifier(reading, &sentence.tokens[second.tokens.start])
            .is_some_and(|modifier| modifier == OfficeModifier::Current);
        if joined
            && first.tenure == Tenure::Former
            && second.tenure == Tenure::Current
            && of_state(first)
            && of_state(second)
            && !says_otherwise
        {
            second.tenure = Tenure::Former;
        }
    }
}

/// The office of several people, whose names follow its plural: "ministers Ana Ruiz and Paul Okoro".
fn shared_office_at<'a>(
    reading: Reading<'a>,
    index: usize,
    mentions: &MentionTable,
    start: usize,
) -> Option<(&'a Office, usize)> {
    let sentence = reading.sentence(index);
    let (office, end) = plural_office_at(reading, sentence, start)?;
    let first = mentions.name_from(index, end)?.tokens.end;
    let joined = sentence
        .tokens
        .get(first)
        .is_some_and(|token| is_word(token, &["and", ",", "&"]));
    let second = joined
        .then(|| mentions.name_from(index, first + 1))
        .flatten();
    second.map(|_| (office, end))
}

/// Whether an office's words start here, at most after another modifier: "deputy" + "foreign minister".
fn starts_office(reading: Reading<'_>, sentence: &Sentence, start: usize) -> bool {
    office_at(reading, sentence, start).is_some()
        || sentence.tokens.get(start).is_some_and(|token| {
            is_nominal(token) && office_at(reading, sentence, start + 1).is_some()
        })
}

/// Whether the words end in a noun: "leads" and "heads" are verbs more often.
fn is_noun_phrase_end(sentence: &Sentence, start: usize, end: usize) -> bool {
    end - start > 1
        || !matches!(
            sentence.tokens[start].upos,
            Upos::Verb | Upos::Aux | Upos::Adv
        )
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
    let front = front_of(reading, sentence, &core, &free);
    let (end, future) = suffix_after(sentence, core.end);
    let portfolio = portfolio_after(reading, sentence, end, &free);
    let ex = |&token: &usize| without_ex(&sentence.tokens[token].text).is_some();
    let tenure = match front.tenure {
        _ if future => Tenure::Future,
        _ if front.naming.iter().chain([&core.start]).any(ex) => Tenure::Former,
        tenure => tenure,
    };
    let junior = front
        .naming
        .iter()
        .any(|&token| reading.is_listed(&sentence.tokens[token], WordList::JuniorModifier));
    let mut label: Vec<String> = front
        .naming
        .iter()
        .map(|&token| {
            let word = &sentence.tokens[token].text;
            portfolio_word(without_ex(word).unwrap_or(word))
        })
        .collect();
    label.push(core_label.to_owned());
    if let Some(portfolio) = &portfolio {
        for token in portfolio.clone() {
            label.push(portfolio_word(&sentence.tokens[token].text));
        }
    }
    let head = office_noun(sentence, &core);
    let rank = match core_rank {
        OfficeRank::Head if junior || portfolio.is_some() => OfficeRank::Official,
        rank => rank,
    };
    OfficePhrase {
        sentence: index,
        tokens: front.start..portfolio.map_or(end, |portfolio| portfolio.end),
        head,
        label: label.join(" "),
        rank,
        tenure,
        plural: is_plural(&sentence.tokens[head]),
    }
}

/// The noun of an office's words: the "secretary" of "secretary of state".
fn office_noun(sentence: &Sentence, core: &Range<usize>) -> usize {
    core.clone()
        .skip(1)
        .find(|&token| is_word(&sentence.tokens[token], &["of", "for", "to"]))
        .unwrap_or(core.end)
        - 1
}

/// The words before an office noun that belong to it.
struct Front {
    /// The first of them.
    start: usize,
    /// Those that are part of what the office is called, in order.
    naming: Vec<usize>,
    tenure: Tenure,
}

fn front_of(
    reading: Reading<'_>,
    sentence: &Sentence,
    core: &Range<usize>,
    free: &dyn Fn(usize) -> bool,
) -> Front {
    let tokens = &sentence.tokens;
    let mut front = Front {
        start: core.start,
        naming: Vec::new(),
        tenure: Tenure::Current,
    };
    while let Some(last) = front.start.checked_sub(1).filter(|&last| {
        core.start - front.start < LONGEST_FRONT
            && free(last)
            && !ends_front(reading, &tokens[last])
    }) {
        let modifier = office_modifier_before(reading, sentence, front.start)
            .filter(|_| is_modifying(sentence, front.start));
        match modifier {
            Some((OfficeModifier::Former, _)) => front.tenure = Tenure::Former,
            Some((OfficeModifier::Future, _)) => front.tenure = Tenure::Future,
            _ => {}
        }
        let belongs = is_nominal(&tokens[last])
            || reading.is_listed(&tokens[last], WordList::OfficeAdjective)
            || &*tokens[last].text == "-" && last > 0 && free(last - 1);
        let start = match modifier {
            Some((_, start)) => start,
            None if belongs => last,
            None if is_joint_of_portfolios(reading, sentence, core, last) => last,
            None => break,
        };
        let tells_tenure = matches!(
            modifier,
            Some((
                OfficeModifier::Former | OfficeModifier::Future | OfficeModifier::Current,
                _
            ))
        );
        front
            .naming
            .extend((start..front.start).rev().filter(|&token| {
                tokens[token].upos != Upos::Punct
                    && (!tells_tenure || reading.is_listed(&tokens[token], WordList::TenureInTitle))
            }));
        front.start = start;
    }
    while front.start < core.start && &*tokens[front.start].text == "-" {
        front.start += 1;
    }
    front.naming.reverse();
    front
}

/// "fell 10 per cent. Finance Minister Ruiz", "Chelsea sack manager Ruiz" in a headline
fn ends_front(reading: Reading<'_>, token: &Token) -> bool {
    let is_lower = token.text.starts_with(char::is_lowercase);
    let ends_sentence = is_lower && token.text.ends_with('.') && token.text.len() > 1;
    let removes =
        is_lower && token.upos == Upos::Noun && reading.is_listed(token, WordList::RemovalVerb);
    ends_sentence || removes
}

/// The "and" of "health and education minister", not that of "chairman and chief executive".
fn is_joint_of_portfolios(
    reading: Reading<'_>,
    sentence: &Sentence,
    core: &Range<usize>,
    joint: usize,
) -> bool {
    let tokens = &sentence.tokens;
    let Some(first) = joint.checked_sub(1).map(|first| &tokens[first]) else {
        return false;
    };
    let modifies = matches!(
        first.deprel,
        Deprel::Compound | Deprel::Amod | Deprel::NmodDesc
    );
    is_word(&tokens[joint], &["and", "&"])
        && matches!(first.upos, Upos::Noun | Upos::Adj | Upos::Propn)
        && modifies
        && first.head.is_some_and(|head| core.contains(&head))
        && office_at(reading, sentence, joint - 1).is_none()
}

/// Whether the word before a noun modifies it. "under former president Ruiz" has a preposition there, "Under
/// Secretary" has not; "the king sacked minister Ruiz" has a verb, "the sacked minister" has not.
fn is_modifying(sentence: &Sentence, noun: usize) -> bool {
    let before = &sentence.tokens[noun - 1];
    match before.upos {
        Upos::Adp => is_word(&sentence.tokens[noun], &["secretary", "-"]),
        Upos::Verb => {
            matches!(before.deprel, Deprel::Amod | Deprel::Compound) || is_word(before, &["acting"])
        }
        _ => true,
    }
}

/// The end of "-elect", "-designate" or "-in-waiting" after an office noun, if there.
fn suffix_after(sentence: &Sentence, end: usize) -> (usize, bool) {
    let word = |token: usize| sentence.tokens.get(token);
    let at = if word(end).is_some_and(|token| &*token.text == "-") {
        end + 1
    } else {
        end
    };
    let waiting = word(at).is_some_and(|token| is_word(token, &["in"]))
        && word(at + 1).is_some_and(|token| &*token.text == "-")
        && word(at + 2).is_some_and(|token| is_word(token, &["waiting"]));
    let future = word(at)
        .is_some_and(|token| is_word(token, &["elect", "designate", "select", "in-waiting"]));
    match (future, waiting) {
        (true, _) => (at + 1, true),
        (_, true) => (at + 3, true),
        _ => (end, false),
    }
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
        let courtesy = is_word(
            token,
            &["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."],
        );
        if person || courtesy || !free(last) || !(word || joint) {
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
