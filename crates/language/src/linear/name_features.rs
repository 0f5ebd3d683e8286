//! Features of a word that may be part of a name.

use super::{
    feature::{Features, fingerprint},
    form::{Form, forms},
};
use crate::{Sentence, Token, Upos, Xpos};
use newsgraph_ontology::Gazetteer;
use rustc_hash::FxHashMap;

/// What the name finder sees of one document.
#[derive(Debug)]
pub struct DocumentView {
    sentences: Vec<Vec<WordView>>,
}

#[derive(Clone, Debug, Default)]
struct WordView {
    form: Form,
    tag: u32,
    upos: u32,
    /// The gazetteer's classes for the longest known name around the word, with the word's place in it.
    known: Vec<u32>,
    /// Whether the word is a given name.
    given: u32,
    /// What the document's other sentences say of the word.
    elsewhere: Elsewhere,
}

/// How a word is used in the whole document.
#[derive(Clone, Copy, Debug, Default)]
struct Elsewhere {
    lower: bool,
    capital_inside: bool,
    /// One bit for each company it keeps when capitalised.
    company: u32,
}

/// Words of the gazetteer's longest names that are looked up at most.
const LONGEST_LOOKUP: usize = 8;

impl DocumentView {
    /// The view of a document's tagged sentences.
    pub fn new(sentences: &[Sentence], gazetteer: &Gazetteer) -> Self {
        let mut view = Self {
            sentences: sentences
                .iter()
                .map(|sentence| words(sentence, gazetteer))
                .collect(),
        };
        let usage = usage(sentences, &view.sentences);
        for word in view.sentences.iter_mut().flatten() {
            word.elsewhere = usage.get(&word.form.word).copied().unwrap_or_default();
        }
        view
    }
}

fn words(sentence: &Sentence, gazetteer: &Gazetteer) -> Vec<WordView> {
    let forms = forms(sentence.tokens.iter().map(|token| &*token.text));
    let mut words: Vec<WordView> = sentence
        .tokens
        .iter()
        .zip(forms)
        .map(|(token, form)| WordView {
            form,
            tag: 64 + token.xpos as u32,
            upos: 8 + token.upos as u32,
            given: given_name(token, gazetteer),
            ..WordView::default()
        })
        .collect();
    mark_known_names(sentence, gazetteer, &mut words);
    words
}

fn is_capitalised(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

fn given_name(token: &Token, gazetteer: &Gazetteer) -> u32 {
    let given = is_capitalised(&token.text) && gazetteer.given_name(&token.text).is_some();
    u32::from(given)
}

fn mark_known_names(sentence: &Sentence, gazetteer: &Gazetteer, words: &mut [WordView]) {
    let mut at = 0;
    while at < words.len() {
        let length = mark_known_name(sentence, gazetteer, words, at);
        at += length.max(1);
    }
}

/// Marks the longest known name that starts at `start`; returns its length in words.
fn mark_known_name(
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    words: &mut [WordView],
    start: usize,
) -> usize {
    let tokens = &sentence.tokens[start..];
    if !tokens[0]
        .text
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    {
        return 0;
    }
    if gazetteer.demonym(&tokens[0].text).is_some() {
        words[start].known.push(fingerprint("demonym"));
    }
    let mut text = String::new();
    let mut longest: Option<(usize, Vec<u32>)> = None;
    for (at, token) in tokens
        .iter()
        .enumerate()
        .take(gazetteer.longest_from(&tokens[0].text).min(LONGEST_LOOKUP))
    {
        if at > 0 && tokens[at - 1].span.end() < token.span.start() {
            text.push(' ');
        }
        text.push_str(&token.text);
        let entries = gazetteer.lookup(&text);
        if !entries.is_empty() {
            let classes = entries
                .iter()
                .take(2)
                .map(|&id| fingerprint(&gazetteer.entry(id).class))
                .collect();
            longest = Some((at + 1, classes));
        }
    }
    let Some((length, classes)) = longest else {
        return 0;
    };
    for at in 0..length {
        let place = u32::from(at == 0) + 2 * u32::from(at + 1 == length);
        words[start + at].known.extend(
            classes
                .iter()
                .map(|class| class.wrapping_mul(4).wrapping_add(place)),
        );
    }
    length
}

fn usage(sentences: &[Sentence], views: &[Vec<WordView>]) -> FxHashMap<u32, Elsewhere> {
    let mut usage: FxHashMap<u32, Elsewhere> = FxHashMap::default();
    for (sentence, words) in sentences.iter().zip(views) {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if !token.text.starts_with(char::is_alphabetic) {
                continue;
            }
            let entry = usage.entry(words[at].form.word).or_default();
            if !is_capitalised(&token.text) {
                entry.lower = true;
                continue;
            }
            entry.capital_inside |= at > 0;
            entry.company |= company(sentence, words, at);
        }
    }
    usage
}

/// The company a capitalised word keeps: what stands before and after it.
fn company(sentence: &Sentence, words: &[WordView], at: usize) -> u32 {
    let before = at.checked_sub(1).map(|before| &sentence.tokens[before]);
    let after = sentence.tokens.get(at + 1);
    let is = |token: Option<&Token>, texts: &[&str]| {
        token.is_some_and(|token| texts.contains(&&*token.text))
    };
    let flags = [
        at > 0 && words[at - 1].given == 1,
        words[at].given == 1,
        is(
            before,
            &[
                "Mr.",
                "Mrs.",
                "Ms.",
                "Dr.",
                "President",
                "Minister",
                "Gen.",
                "Sen.",
                "Gov.",
                "Judge",
                "Prime",
            ],
        ),
        is(
            before,
            &["in", "near", "from", "across", "outside", "around"],
        ),
        is(before, &["the", "The"]),
        is(before, &["by", "with", "told", "against"]),
        is(after, &["said", "says", "told", "added", "who", "asked"]),
        is(after, &["'s", "’s"]),
        is(
            after,
            &[
                "Inc.",
                "Corp.",
                "Ltd.",
                "Co.",
                "Group",
                "Party",
                "Council",
                "Agency",
                "University",
            ],
        ),
        after.is_some_and(|token| token.upos == Upos::Verb),
        after.is_some_and(|token| token.xpos == Xpos::Nns || token.xpos == Xpos::Nn),
        after.is_some_and(|token| token.xpos == Xpos::Nnp),
        before.is_some_and(|token| token.xpos == Xpos::Nnp),
    ];
    flags
        .iter()
        .enumerate()
        .fold(0, |bits, (bit, &set)| bits | u32::from(set) << bit)
}

/// Adds the features of word `at` of a sentence.
pub fn name_features(view: &DocumentView, sentence: usize, at: usize, features: &mut Features) {
    let words = &view.sentences[sentence];
    let outside = WordView::default();
    let near = |offset: isize| {
        at.checked_add_signed(offset)
            .and_then(|at| words.get(at))
            .unwrap_or(&outside)
    };
    let here = &words[at];
    let (before, after) = (near(-1), near(1));
    features.add(0, &[]);
    spelling(features, here);
    context(features, near(-2), before, here, after, near(2));
    knowledge(features, 40, here, here);
    knowledge(features, 50, before, here);
    knowledge(features, 55, after, here);
    document(features, here, before, after);
}

fn spelling(features: &mut Features, here: &WordView) {
    let form = &here.form;
    features.add(1, &[form.word]);
    features.add(2, &[form.shape]);
    features.add(3, &[form.cased_shape]);
    features.add(4, &[form.word, form.cased_shape]);
    features.add(5, &[here.tag]);
    features.add(6, &[here.tag, form.cased_shape]);
    for (length, (&prefix, &suffix)) in (0u32..).zip(form.prefixes.iter().zip(&form.suffixes)) {
        features.add(7, &[length, prefix]);
        features.add(8, &[length, suffix]);
    }
    features.add(9, &[form.suffixes[3]]);
}

fn context(
    features: &mut Features,
    before2: &WordView,
    before: &WordView,
    here: &WordView,
    after: &WordView,
    after2: &WordView,
) {
    features.add(10, &[before.form.word]);
    features.add(11, &[after.form.word]);
    features.add(12, &[before2.form.word]);
    features.add(13, &[after2.form.word]);
    features.add(14, &[before.form.word, here.form.word]);
    features.add(15, &[here.form.word, after.form.word]);
    features.add(16, &[before.form.shape, here.form.cased_shape]);
    features.add(17, &[here.form.cased_shape, after.form.shape]);
    features.add(
        18,
        &[before.form.shape, here.form.cased_shape, after.form.shape],
    );
    features.add(19, &[before.tag, here.tag]);
    features.add(20, &[here.tag, after.tag]);
    features.add(21, &[before.tag, here.tag, after.tag]);
    features.add(22, &[before.form.word, here.form.shape]);
    features.add(23, &[after.form.word, here.form.shape]);
    features.add(24, &[before2.form.word, before.form.word, here.form.shape]);
    features.add(25, &[after.form.word, after2.form.word, here.form.shape]);
    features.add(26, &[before.form.suffixes[2], here.form.shape]);
    features.add(27, &[after.form.suffixes[2], here.form.shape]);
    features.add(
        28,
        &[before2.form.shape, before.form.shape, here.form.shape],
    );
    features.add(29, &[here.form.shape, after.form.shape, after2.form.shape]);
    features.add(30, &[here.upos, after.upos, after2.upos]);
}

fn knowledge(features: &mut Features, base: u32, known: &WordView, here: &WordView) {
    for &class in &known.known {
        features.add(base, &[class]);
        features.add(base + 1, &[class, here.form.cased_shape]);
        features.add(base + 2, &[class, here.form.word]);
    }
    features.add(
        base + 3,
        &[
            known.given,
            u32::from(known.known.is_empty()),
            here.form.cased_shape,
        ],
    );
}

fn document(features: &mut Features, here: &WordView, before: &WordView, after: &WordView) {
    let shape = here.form.cased_shape;
    let Elsewhere {
        lower,
        capital_inside,
        company,
    } = here.elsewhere;
    features.add(60, &[u32::from(lower), u32::from(capital_inside), shape]);
    for bit in (0..13).filter(|bit| company >> bit & 1 == 1) {
        features.add(61, &[bit, here.form.shape]);
        features.add(62, &[bit, u32::from(lower), shape]);
    }
    features.add(63, &[company, here.form.shape]);
    features.add(
        64,
        &[
            u32::from(before.elsewhere.lower),
            u32::from(lower),
            u32::from(after.elsewhere.lower),
            shape,
        ],
    );
}
