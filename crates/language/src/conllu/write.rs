use crate::{Analysis, Sentence};
use newsgraph_model::{Article, TextIndex};
use std::fmt::Write as _;
use std::ops::Range;

/// The analysis of an article as CoNLL-U, names in MISC as `Name=B-Person` and `Name=I-Person`, expressions likewise
/// as `Expression=B-Date`.
pub fn write_document(article: &Article, analysis: &Analysis) -> String {
    let index = TextIndex::new(&article.text);
    let id = one_line(&article.metadata.id);
    let mut out = format!("# newdoc id = {id}\n");
    for (number, sentence) in (1..).zip(&analysis.sentences) {
        let _ = writeln!(out, "# sent_id = {id}-{number}");
        let _ = writeln!(out, "# text = {}", one_line(index.slice(sentence.span)));
        write_sentence(&mut out, sentence);
        out.push('\n');
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn write_sentence(out: &mut String, sentence: &Sentence) {
    let multiword = multiword_tokens(sentence);
    let outermost = sentence
        .names
        .iter()
        .map(|name| (&name.tokens, name.class.as_str()));
    let names = marks(sentence, "Name", outermost);
    let expressions = sentence
        .expressions
        .iter()
        .map(|it| (&it.tokens, it.class.as_str()));
    let expressions = marks(sentence, "Expression", expressions);
    for (at, token) in sentence.tokens.iter().enumerate() {
        let inside = multiword.iter().find(|range| range.contains(&at));
        if let Some(range) = inside.filter(|range| range.start == at) {
            let form: String = sentence.tokens[range.clone()]
                .iter()
                .map(|token| &*token.text)
                .collect();
            let space = if sentence.is_glued(range.end - 1) {
                "SpaceAfter=No"
            } else {
                "_"
            };
            let _ = writeln!(
                out,
                "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{space}",
                range.start + 1,
                range.end
            );
        }
        let misc: Vec<&str> = expressions[at]
            .as_deref()
            .into_iter()
            .chain(names[at].as_deref())
            .chain((inside.is_none() && sentence.is_glued(at)).then_some("SpaceAfter=No"))
            .collect();
        let misc = if misc.is_empty() {
            "_".to_owned()
        } else {
            misc.join("|")
        };
        let head = token.head.map_or(0, |head| head + 1);
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t_\t{head}\t{}\t_\t{misc}",
            at + 1,
            token.text,
            token.lemma,
            token.upos,
            token.xpos,
            token.deprel
        );
    }
}

/// The runs of tokens that were written as one word.
fn multiword_tokens(sentence: &Sentence) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 1..sentence.tokens.len() {
        if !sentence.is_clitic(at) {
            continue;
        }
        match found.last_mut() {
            Some(range) if range.end == at => range.end = at + 1,
            _ => found.push(at - 1..at + 1),
        }
    }
    found
}

/// For each token how it begins or goes on with the first of the given spans that covers it, the outermost.
fn marks<'s>(
    sentence: &Sentence,
    key: &str,
    spans: impl Iterator<Item = (&'s Range<usize>, &'static str)>,
) -> Vec<Option<String>> {
    let mut marks: Vec<Option<String>> = vec![None; sentence.tokens.len()];
    for (tokens, class) in spans {
        if marks[tokens.start].is_some() {
            continue;
        }
        for at in tokens.clone() {
            let part = if at == tokens.start { 'B' } else { 'I' };
            marks[at] = Some(format!("{key}={part}-{class}"));
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Deprel, Expression, ExpressionClass, Name, NameClass, Token, Upos, Xpos};
    use newsgraph_model::{ArticleMetadata, RegionKind, Span};

    #[test]
    fn words_of_one_written_word_share_a_line() {
        let text = "Oslo's mayor";
        let token = |start, end, xpos, head, deprel| Token {
            span: Span::new(start, end),
            text: text[start..end].into(),
            lemma: text[start..end].into(),
            upos: Upos::Noun,
            xpos,
            head,
            deprel,
        };
        let sentence = Sentence {
            span: Span::new(0, 12),
            region: RegionKind::Body,
            tokens: vec![
                token(0, 4, Xpos::Nnp, Some(2), Deprel::NmodPoss),
                token(4, 6, Xpos::Pos, Some(0), Deprel::Case),
                token(7, 12, Xpos::Nn, None, Deprel::Root),
            ],
            names: vec![Name {
                tokens: 0..1,
                class: NameClass::Place,
            }],
            expressions: vec![Expression {
                tokens: 2..3,
                class: ExpressionClass::Cardinal,
            }],
        };
        let metadata = ArticleMetadata {
            id: "a".into(),
            title: None,
            published: None,
            published_origin: None,
            url: None,
            source: None,
            language: "en".into(),
            sha256: String::new(),
        };
        let article = Article {
            metadata,
            text: text.into(),
            regions: Vec::new(),
        };
        let written = write_document(
            &article,
            &Analysis {
                sentences: vec![sentence],
            },
        );
        assert!(written.contains("\n1-2\tOslo's\t_"));
        assert!(written.contains("\tName=B-Place\n"));
        assert!(written.contains("\tExpression=B-Cardinal\n"));
        let read = crate::conllu::read_documents(&written).unwrap();
        assert_eq!(read[0].sentences[0].words.len(), 3);
        assert!(read[0].sentences[0].words[1].space_after);
    }
}
