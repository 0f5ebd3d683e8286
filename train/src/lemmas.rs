//! Training of the lemma rules: for each Penn tag the endings that decide how a word is rewritten.

use newsgraph_language::{
    ModelFile, Xpos,
    conllu::AnnotatedSentence,
    lemma::{KIND, LemmaRule, WHOLE, lemma_key},
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Longest ending that is no whole word, in characters.
const LONGEST_ENDING: usize = 5;

/// Frequency up to which an occurrence counts: frequent words must not drown the regular ones.
const FREQUENCY_CAP: usize = 3;

/// How often a rule applies to words with an ending.
type Counts = BTreeMap<LemmaRule, usize>;

/// The model file of the lemma rules.
pub(crate) fn train(sentences: &[&AnnotatedSentence]) -> ModelFile<'static> {
    let mut file = ModelFile::new(KIND, &[]);
    let rules = rules(sentences).into_bytes();
    file.sections.push(("lemmas".into(), rules.into()));
    file
}

/// The rules in the model file's form: lines `XPOS ending rule`.
fn rules(sentences: &[&AnnotatedSentence]) -> String {
    let mut lines = String::new();
    for (xpos, words) in words_by_tag(sentences) {
        let endings = endings(&words);
        for (ending, counts) in &endings {
            let rule = likeliest(counts);
            let regular = inherited(ending, &endings);
            let is_word = ending.starts_with(WHOLE);
            if regular != rule && !(is_word && is_as_often(counts, &regular, &rule)) {
                let _ = writeln!(lines, "{xpos}\t{ending}\t{rule}");
            }
        }
    }
    lines
}

/// Form and rule of each word, with its frequency, by Penn tag.
fn words_by_tag(
    sentences: &[&AnnotatedSentence],
) -> BTreeMap<Xpos, BTreeMap<(String, LemmaRule), usize>> {
    let mut words: BTreeMap<Xpos, BTreeMap<(String, LemmaRule), usize>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        if word.lemma == "_" {
            continue;
        }
        let key = lemma_key(&word.form, (word.upos, word.xpos));
        let rule = LemmaRule::between(&key, &word.lemma);
        *words
            .entry(word.xpos)
            .or_default()
            .entry((key, rule))
            .or_default() += 1;
    }
    words
}

fn endings(words: &BTreeMap<(String, LemmaRule), usize>) -> BTreeMap<String, Counts> {
    let mut endings: BTreeMap<String, Counts> = BTreeMap::new();
    for ((form, rule), &frequency) in words {
        let marked = format!("{WHOLE}{form}");
        let starts: BTreeSet<usize> = std::iter::once(0)
            .chain(
                marked
                    .char_indices()
                    .rev()
                    .take(LONGEST_ENDING)
                    .map(|(at, _)| at),
            )
            .chain(std::iter::once(marked.len()))
            .collect();
        for start in starts {
            let weight = if start == 0 {
                frequency
            } else {
                frequency.min(FREQUENCY_CAP)
            };
            *endings
                .entry(marked[start..].to_owned())
                .or_default()
                .entry(rule.clone())
                .or_default() += weight;
        }
    }
    endings
}

fn likeliest(counts: &Counts) -> LemmaRule {
    counts
        .iter()
        .max_by_key(|&(rule, &count)| (count, std::cmp::Reverse(rule.clone())))
        .map_or(
            LemmaRule {
                cut: 0,
                append: String::new(),
            },
            |(rule, _)| rule.clone(),
        )
}

/// "bases" is twice of a "basis" and once of a "base": on so little, what holds of its ending holds of it.
fn is_as_often(counts: &Counts, regular: &LemmaRule, rule: &LemmaRule) -> bool {
    let count = |rule| counts.get(rule).copied().unwrap_or_default();
    count(regular) * 2 >= count(rule)
}

/// The rule that the next shorter known ending gives.
fn inherited(ending: &str, endings: &BTreeMap<String, Counts>) -> LemmaRule {
    ending
        .char_indices()
        .skip(1)
        .map(|(at, _)| &ending[at..])
        .chain((!ending.is_empty()).then_some(""))
        .find_map(|shorter| endings.get(shorter))
        .map_or(
            LemmaRule {
                cut: 0,
                append: String::new(),
            },
            likeliest,
        )
}
