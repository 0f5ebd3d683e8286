//! A sentence has a line for each word: form, universal tag, Penn tag, head counted from 1 (0 for the root),
//! relation, and the lemma where it is not the form; "_" before a form joins it to the word before it.

use newsgraph_language::Token;
use newsgraph_model::Span;

/// The tokens of the lines, whose words are added to the text.
pub(super) fn tokens(text: &mut String, lines: &str) -> Vec<Token> {
    let lines = lines.lines().map(str::trim);
    let mut tokens = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
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
        let lemma = match fields.get(5) {
            Some(lemma) => (*lemma).into(),
            None if fields[1] == "PROPN" => form.into(),
            None => form.to_lowercase().into(),
        };
        tokens.push(Token {
            span: Span::new(start, start + form.chars().count()),
            text: form.into(),
            lemma,
            upos: fields[1].parse().expect("a universal tag"),
            xpos: fields[2].parse().expect("a Penn tag"),
            head: fields[3].parse::<usize>().expect("a head").checked_sub(1),
            deprel: fields[4].parse().expect("a relation"),
        });
    }
    tokens
}
