//! Dependency trees drawn for people.

use newsgraph_language::{Sentence, Token};
use newsgraph_model::TextIndex;
use std::fmt::Write as _;
use std::ops::Range;

/// One line a token, children below their head: form, part of speech, tag, relation, and the lemma where it differs.
pub(crate) fn draw(sentence: &Sentence) -> String {
    let mut drawing = String::new();
    let roots = (0..sentence.tokens.len()).filter(|&token| sentence.tokens[token].head.is_none());
    for root in roots {
        let _ = writeln!(drawing, "{}", describe(&sentence.tokens[root]));
        draw_children(sentence, root, "", &mut drawing);
    }
    drawing
}

/// One line a name and an expression of time, money or quantity, with its class; nested names below their outer one.
pub(crate) fn list_spans(sentence: &Sentence, text: &TextIndex<'_>) -> String {
    let words = |tokens: &Range<usize>| {
        let words = text.slice(sentence.span_of(tokens.clone()));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut list = String::new();
    let mut outer_end = 0;
    for name in &sentence.names {
        let label = if name.tokens.start < outer_end {
            "  in it"
        } else {
            "name   "
        };
        outer_end = outer_end.max(name.tokens.end);
        let _ = writeln!(
            list,
            "{label} {} ({})",
            words(&name.tokens),
            name.class.as_str()
        );
    }
    for expression in &sentence.expressions {
        let class = expression.class.as_str();
        let _ = writeln!(
            list,
            "{:<7} {}",
            class.to_lowercase(),
            words(&expression.tokens)
        );
    }
    list
}

fn draw_children(sentence: &Sentence, head: usize, indent: &str, drawing: &mut String) {
    let children: Vec<usize> = sentence.children(head).collect();
    for (rank, &child) in children.iter().enumerate() {
        let last = rank + 1 == children.len();
        let (branch, below) = if last {
            ("└─ ", "   ")
        } else {
            ("├─ ", "│  ")
        };
        let _ = writeln!(
            drawing,
            "{indent}{branch}{}",
            describe(&sentence.tokens[child])
        );
        draw_children(sentence, child, &format!("{indent}{below}"), drawing);
    }
}

fn describe(token: &Token) -> String {
    let line = format!(
        "{}  {} {} {}",
        token.text, token.upos, token.xpos, token.deprel
    );
    if token.lemma.eq_ignore_ascii_case(&token.text) {
        line
    } else {
        format!("{line}  ({})", token.lemma)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsgraph_language::{Deprel, Upos, Xpos};
    use newsgraph_model::{RegionKind, Span};

    fn token(text: &str, upos: Upos, xpos: Xpos, head: Option<usize>, deprel: Deprel) -> Token {
        let lemma = text.to_lowercase();
        let span = Span::new(0, 0);
        Token {
            span,
            text: text.into(),
            lemma: lemma.into(),
            upos,
            xpos,
            head,
            deprel,
        }
    }

    #[test]
    fn children_stand_below_their_head() {
        let sentence = Sentence {
            span: Span::new(0, 0),
            region: RegionKind::Body,
            names: Vec::new(),
            expressions: Vec::new(),
            tokens: vec![
                token("Envoys", Upos::Noun, Xpos::Nns, Some(1), Deprel::Nsubj),
                token("left", Upos::Verb, Xpos::Vbd, None, Deprel::Root),
                token("Oslo", Upos::Propn, Xpos::Nnp, Some(1), Deprel::Obj),
            ],
        };
        assert_eq!(
            draw(&sentence),
            "left  VERB VBD root\n├─ Envoys  NOUN NNS nsubj\n└─ Oslo  PROPN NNP obj\n"
        );
    }
}
