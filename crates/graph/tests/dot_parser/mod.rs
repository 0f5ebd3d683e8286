//! The part of Graphviz's DOT grammar (<https://graphviz.org/doc/info/lang.html>) that drawings use.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Chars;

pub(crate) type Attributes = BTreeMap<String, String>;

#[derive(Debug, Default)]
pub(crate) struct Drawing {
    pub(crate) nodes: BTreeMap<String, Attributes>,
    pub(crate) edges: Vec<Edge>,
}

#[derive(Debug)]
pub(crate) struct Edge {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) attributes: Attributes,
}

impl Drawing {
    pub(crate) fn edge(&self, from: &str, to: &str) -> &Attributes {
        let found = self
            .edges
            .iter()
            .find(|edge| edge.from == from && edge.to == to);
        &found
            .unwrap_or_else(|| panic!("no edge {from} -> {to}"))
            .attributes
    }

    pub(crate) fn entities(&self) -> Vec<&str> {
        self.nodes
            .keys()
            .map(String::as_str)
            .filter(|name| *name != "legend")
            .collect()
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Id(String),
    Sign(char),
    Arrow,
}

pub(crate) fn parse(text: &str) -> Result<Drawing, String> {
    let tokens = tokens(text)?;
    let mut rest = tokens.as_slice();
    expect(&mut rest, &Token::Id("digraph".to_owned()))?;
    id(&mut rest)?;
    expect(&mut rest, &Token::Sign('{'))?;
    let mut drawing = Drawing::default();
    while rest.first() != Some(&Token::Sign('}')) {
        statement(&mut rest, &mut drawing)?;
        expect(&mut rest, &Token::Sign(';'))?;
    }
    if rest.len() == 1 {
        Ok(drawing)
    } else {
        Err(format!("text after the end: {rest:?}"))
    }
}

fn statement(rest: &mut &[Token], drawing: &mut Drawing) -> Result<(), String> {
    let first = id(rest)?;
    if rest.first() == Some(&Token::Sign('=')) {
        *rest = &rest[1..];
        return id(rest).map(drop);
    }
    if rest.first() == Some(&Token::Arrow) {
        *rest = &rest[1..];
        let to = id(rest)?;
        let attributes = attributes(rest)?;
        drawing.edges.push(Edge {
            from: first,
            to,
            attributes,
        });
        return Ok(());
    }
    let attributes = attributes(rest)?;
    if !["graph", "node", "edge"].contains(&first.as_str())
        && drawing.nodes.insert(first.clone(), attributes).is_some()
    {
        return Err(format!("{first} is drawn twice"));
    }
    Ok(())
}

fn attributes(rest: &mut &[Token]) -> Result<Attributes, String> {
    expect(rest, &Token::Sign('['))?;
    let mut attributes = Attributes::new();
    loop {
        let name = id(rest)?;
        expect(rest, &Token::Sign('='))?;
        attributes.insert(name, id(rest)?);
        match rest.split_first() {
            Some((Token::Sign(','), after)) => *rest = after,
            Some((Token::Sign(']'), after)) => {
                *rest = after;
                return Ok(attributes);
            }
            other => return Err(format!("in attributes: {other:?}")),
        }
    }
}

fn id(rest: &mut &[Token]) -> Result<String, String> {
    match rest.split_first() {
        Some((Token::Id(id), after)) => {
            *rest = after;
            Ok(id.clone())
        }
        other => Err(format!(
            "an id was expected: {:?}",
            other.map(|(token, _)| token)
        )),
    }
}

fn expect(rest: &mut &[Token], wanted: &Token) -> Result<(), String> {
    match rest.split_first() {
        Some((token, after)) if token == wanted => {
            *rest = after;
            Ok(())
        }
        other => Err(format!(
            "{wanted:?} was expected: {:?}",
            other.map(|(token, _)| token)
        )),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut characters = text.chars().peekable();
    let mut tokens = Vec::new();
    while let Some(&next) = characters.peek() {
        if next.is_ascii_whitespace() {
            characters.next();
            continue;
        }
        tokens.push(match next {
            '"' => Token::Id(quoted(&mut characters)?),
            '<' => Token::Id(html(&mut characters)?),
            '-' => arrow(&mut characters)?,
            '{' | '}' | '[' | ']' | '=' | ',' | ';' => {
                characters.next();
                Token::Sign(next)
            }
            _ => Token::Id(word(&mut characters)?),
        });
    }
    Ok(tokens)
}

fn quoted(characters: &mut Peekable<Chars<'_>>) -> Result<String, String> {
    characters.next();
    let mut text = String::new();
    loop {
        match characters.next() {
            Some('"') => return Ok(text),
            Some('\\') => match characters.next() {
                Some('n') => text.push('\n'),
                Some(escaped @ ('"' | '\\')) => text.push(escaped),
                other => return Err(format!("escape of {other:?}")),
            },
            Some('\n') | None => return Err(format!("a string does not end: {text}")),
            Some(other) => text.push(other),
        }
    }
}

fn html(characters: &mut Peekable<Chars<'_>>) -> Result<String, String> {
    let mut text = String::new();
    let mut depth = 0;
    for character in characters.by_ref() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        text.push(character);
        if depth == 0 {
            return Ok(text);
        }
    }
    Err("an HTML label does not end".to_owned())
}

fn arrow(characters: &mut Peekable<Chars<'_>>) -> Result<Token, String> {
    characters.next();
    match characters.next() {
        Some('>') => Ok(Token::Arrow),
        other => Err(format!("- before {other:?}")),
    }
}

fn word(characters: &mut Peekable<Chars<'_>>) -> Result<String, String> {
    let mut text = String::new();
    while let Some(&next) = characters.peek() {
        if !(next.is_ascii_alphanumeric() || next == '_' || next == '.') {
            break;
        }
        text.push(next);
        characters.next();
    }
    if text.is_empty() {
        Err(format!("unexpected {:?}", characters.peek()))
    } else {
        Ok(text)
    }
}
