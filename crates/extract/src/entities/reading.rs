pub(crate) use crate::syntax::{lower, lower_lemma};
use newsgraph_language::{Analysis, Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_ontology::{GazetteerEntry, GazetteerId, Ontology, WordList};
use std::borrow::Cow;
use std::ops::Range;

/// What every step of entity recognition reads: the analysis of an article, and the declared words and names.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) analysis: &'a Analysis,
    pub(crate) ontology: &'a Ontology,
}

impl<'a> Reading<'a> {
    pub(crate) fn sentence(&self, index: usize) -> &'a Sentence {
        &self.analysis.sentences[index]
    }

    pub(crate) fn entry(&self, id: GazetteerId) -> &'a GazetteerEntry {
        self.ontology.gazetteer.entry(id)
    }

    pub(crate) fn is_a(&self, sub: &str, sup: &str) -> bool {
        self.ontology.classes.is_a(sub, sup)
    }

    /// Whether a list of the lexicon has the word as it is written.
    pub(crate) fn is_listed(&self, token: &Token, list: WordList) -> bool {
        self.ontology.lexicon.has(list, &lower(token))
    }

    /// Whether a list of the lexicon has the word's lemma.
    pub(crate) fn is_listed_lemma(&self, token: &Token, list: WordList) -> bool {
        self.ontology.lexicon.has(list, &lower_lemma(token))
    }

    /// What the lexicon says of a noun: of the word as written, or of its lemma, in lower case.
    pub(crate) fn of_noun<T>(&self, token: &Token, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        find(&lower(token)).or_else(|| find(&lower_lemma(token)))
    }
}

/// The words of a token range as the text has them, any gap made one space.
pub(crate) fn surface(sentence: &Sentence, tokens: Range<usize>) -> String {
    let mut text = String::new();
    for index in tokens.clone() {
        let token = &sentence.tokens[index];
        if index > tokens.start && sentence.tokens[index - 1].span.end() < token.span.start() {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}

/// The tokens of a range whose own head lies outside it, in order; one, unless the tree breaks the phrase up.
pub(crate) fn outer_heads(sentence: &Sentence, tokens: &Range<usize>) -> Vec<usize> {
    tokens
        .clone()
        .filter(|&token| {
            sentence.tokens[token]
                .head
                .is_none_or(|head| !tokens.contains(&head))
        })
        .collect()
}

/// The syntactic head of a phrase. Where the tree breaks the phrase up, the last noun that hangs outside.
pub(crate) fn head_of(sentence: &Sentence, tokens: &Range<usize>) -> usize {
    let heads = outer_heads(sentence, tokens);
    heads
        .iter()
        .rev()
        .find(|&&token| is_nominal(&sentence.tokens[token]))
        .or(heads.last())
        .copied()
        .unwrap_or(tokens.end.saturating_sub(1))
}

pub(crate) fn is_nominal(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn)
}

pub(crate) fn is_plural(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
}

pub(crate) fn is_capitalised(token: &Token) -> bool {
    token.text.chars().next().is_some_and(char::is_uppercase)
}

pub(crate) fn is_word(token: &Token, words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| token.text.eq_ignore_ascii_case(word))
}

pub(crate) fn is_possessive_mark(token: &Token) -> bool {
    token.xpos == Xpos::Pos || matches!(&*token.text, "'s" | "’s")
}

/// Whether the token is a subject of its head, active or passive.
pub(crate) fn is_subject(token: &Token) -> bool {
    token.deprel.is("nsubj")
}

/// The preposition that introduces a token, in lower case.
pub(crate) fn preposition_of(sentence: &Sentence, token: usize) -> Option<Cow<'_, str>> {
    sentence
        .children_by(token, Deprel::Case)
        .find(|&case| !is_possessive_mark(&sentence.tokens[case]))
        .map(|case| lower(&sentence.tokens[case]))
}
