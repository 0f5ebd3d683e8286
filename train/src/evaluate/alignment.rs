//! Words of a treebank and of an analysis on one scale: visible characters of the document.

use newsgraph_language::{Analysis, Deprel, Sentence, Upos, Xpos, conllu::Document};
use std::collections::BTreeSet;

/// Start and end in visible characters.
pub(super) type Extent = (usize, usize);

pub(super) struct Word {
    pub(super) span: Extent,
    pub(super) upos: Upos,
    pub(super) xpos: Xpos,
    pub(super) lemma: String,
    /// Index among the document's words.
    pub(super) head: Option<usize>,
    pub(super) deprel: Deprel,
}

#[derive(Default)]
pub(super) struct Aligned {
    pub(super) words: Vec<Word>,
    pub(super) tokens: BTreeSet<Extent>,
    pub(super) sentences: BTreeSet<Extent>,
}

fn visible(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The words of a treebank's document.
pub(super) fn of_treebank(document: &Document) -> Aligned {
    let mut aligned = Aligned::default();
    let mut at = 0;
    for sentence in &document.sentences {
        let (base, start) = (aligned.words.len(), at);
        let mut spans = Vec::new();
        for word in &sentence.words {
            spans.push((at, at + visible(&word.form)));
            at += visible(&word.form);
        }
        let mut parts = vec![false; spans.len()];
        for (range, _) in &sentence.multiword {
            aligned
                .tokens
                .insert((spans[range.start].0, spans[range.end - 1].1));
            parts[range.clone()].fill(true);
        }
        for ((word, &span), part) in sentence.words.iter().zip(&spans).zip(parts) {
            if !part {
                aligned.tokens.insert(span);
            }
            aligned.words.push(Word {
                span,
                upos: word.upos,
                xpos: word.xpos,
                lemma: word.lemma.clone(),
                head: word.head.map(|head| base + head),
                deprel: word.deprel,
            });
        }
        aligned.sentences.insert((start, at));
    }
    aligned
}

/// The words of an analysis.
pub(super) fn of_analysis(analysis: &Analysis) -> Aligned {
    let mut aligned = Aligned::default();
    let mut at = 0;
    for sentence in &analysis.sentences {
        let (base, start) = (aligned.words.len(), at);
        for token in &sentence.tokens {
            let span = (at, at + visible(&token.text));
            at = span.1;
            aligned.words.push(Word {
                span,
                upos: token.upos,
                xpos: token.xpos,
                lemma: token.lemma.to_string(),
                head: token.head.map(|head| base + head),
                deprel: token.deprel,
            });
        }
        let spans = |range: std::ops::Range<usize>| {
            (
                aligned.words[base + range.start].span.0,
                aligned.words[base + range.end - 1].span.1,
            )
        };
        aligned
            .tokens
            .extend(written_words(sentence).into_iter().map(spans));
        aligned.sentences.insert((start, at));
    }
    aligned
}

/// The tokens in the sense of CoNLL-U: multiword tokens and the words that are none.
fn written_words(sentence: &Sentence) -> Vec<std::ops::Range<usize>> {
    let mut written: Vec<std::ops::Range<usize>> = Vec::new();
    for at in 0..sentence.tokens.len() {
        match written.last_mut() {
            Some(range) if sentence.is_clitic(at) => range.end = at + 1,
            _ => written.push(at..at + 1),
        }
    }
    written
}

/// Pairs of words that cover the same characters.
pub(super) fn pairs(gold: &[Word], system: &[Word]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut g, mut s) = (0, 0);
    while g < gold.len() && s < system.len() {
        let (left, right) = (gold[g].span, system[s].span);
        if left == right {
            pairs.push((g, s));
            g += 1;
            s += 1;
        } else if (left.1, left.0) <= (right.1, right.0) {
            g += 1;
        } else {
            s += 1;
        }
    }
    pairs
}
