//! Hand-made analyses for the tests of extraction.

use newsgraph_language::{Analysis, Name, NameClass, Sentence, Token};
use newsgraph_model::{Article, ArticleMetadata, RegionKind, Span};
use newsgraph_ontology::Ontology;
use std::ops::Range;
use std::sync::OnceLock;

/// The ontology that the program carries.
pub(crate) fn ontology() -> &'static Ontology {
    static ONTOLOGY: OnceLock<Ontology> = OnceLock::new();
    ONTOLOGY.get_or_init(|| Ontology::embedded().expect("the embedded ontology loads"))
}

/// The lines of a sentence, and its names.
pub(crate) type Lines<'a> = (&'a str, &'a [(Range<usize>, NameClass)]);

/// An article of sentences. A sentence has a line for each word: form, universal tag, Penn tag, head counted
/// from 1 (0 for the root), relation, and the lemma where it is not the form; "_" before a form joins it to the word before it. Names are word ranges
/// counted from 1, last word included.
pub(crate) fn article(sentences: &[Lines<'_>]) -> (Article, Analysis) {
    let mut text = String::new();
    let mut analysis = Analysis::default();
    for (lines, names) in sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        let mut tokens: Vec<Token> = Vec::new();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let (joined, form) = match fields[0].strip_prefix('_') {
                Some(form) => (true, form),
                None => (tokens.is_empty(), fields[0]),
            };
            if !joined {
                text.push(' ');
            }
            let start = text.chars().count();
            text.push_str(form);
            let proper = fields[1] == "PROPN";
            tokens.push(Token {
                span: Span::new(start, start + form.chars().count()),
                text: form.into(),
                lemma: if let Some(lemma) = fields.get(5) {
                    (*lemma).into()
                } else if proper {
                    form.into()
                } else {
                    form.to_lowercase().into()
                },
                upos: fields[1].parse().expect("a universal tag"),
                xpos: fields[2].parse().expect("a Penn tag"),
                head: fields[3].parse::<usize>().expect("a head").checked_sub(1),
                deprel: fields[4].parse().expect("a relation"),
            });
        }
        let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
        let names = names
            .iter()
            .map(|(words, class)| Name {
                tokens: words.start - 1..words.end,
                class: *class,
            })
            .collect();
        analysis.sentences.push(Sentence {
            span,
            region: RegionKind::Body,
            tokens,
            names,
        });
    }
    let metadata = ArticleMetadata {
        id: "test".to_owned(),
        title: None,
        published: None,
        published_origin: None,
        url: None,
        source: None,
        language: "en".to_owned(),
        sha256: String::new(),
    };
    (
        Article {
            metadata,
            text,
            regions: Vec::new(),
        },
        analysis,
    )
}
