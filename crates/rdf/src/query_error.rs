use crate::vocabulary::PREFIXES;
use oxigraph::sparql::SparqlSyntaxError;
use std::fmt;

/// A SPARQL query that cannot be parsed: where, why, and what may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuerySyntaxError {
    /// Line, counted from 1, when known.
    pub line: Option<usize>,
    /// Column in characters, counted from 1, when known.
    pub column: Option<usize>,
    /// What the parser wanted there.
    pub problem: String,
    /// What may help.
    pub hint: Option<String>,
    /// The line of the query, for the message.
    text: Option<String>,
}

impl std::error::Error for QuerySyntaxError {}

impl QuerySyntaxError {
    pub(crate) fn new(query: &str, error: &SparqlSyntaxError) -> Self {
        let message = error.to_string();
        let (position, problem) = split_position(&message);
        let text = position
            .and_then(|(line, _)| query.lines().nth(line.checked_sub(1)?))
            .map(str::to_owned);
        let column = position.map(|(_, column)| column);
        Self {
            line: position.map(|(line, _)| line),
            column,
            hint: hint(query, text.as_deref(), column),
            problem: shortened(problem),
            text,
        }
    }
}

impl fmt::Display for QuerySyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the query is not valid SPARQL")?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, " at line {line}, column {column}")?;
        }
        write!(f, ": {}", self.problem)?;
        if let (Some(text), Some(column)) = (&self.text, self.column) {
            write!(f, "\n  {text}\n  {}^", " ".repeat(column.saturating_sub(1)))?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {hint}")?;
        }
        Ok(())
    }
}

/// The parser gives its position in the text of the message alone: `error at 1:20: expected …`.
fn split_position(message: &str) -> (Option<(usize, usize)>, &str) {
    let parsed = message.strip_prefix("error at ").and_then(|rest| {
        let (line, rest) = rest.split_once(':')?;
        let (column, problem) = rest.split_once(':')?;
        let position = (line.trim().parse().ok()?, column.trim().parse().ok()?);
        Some((position, problem.trim()))
    });
    match parsed {
        Some((position, problem)) => (Some(position), problem),
        None => (None, message),
    }
}

/// The parser lists everything that could have come next; a reader wants a few of them.
fn shortened(problem: &str) -> String {
    const SHOWN: usize = 6;
    let Some(list) = problem.strip_prefix("expected one of ") else {
        return problem.to_owned();
    };
    let wanted: Vec<&str> = list
        .split(", ")
        .filter(|token| !token.contains("\\u") && !token.starts_with("['") && !token.contains('#'))
        .collect();
    if wanted.len() <= SHOWN {
        return format!("expected one of {}", wanted.join(", "));
    }
    format!("expected one of {}, …", wanted[..SHOWN].join(", "))
}

fn hint(query: &str, line: Option<&str>, column: Option<usize>) -> Option<String> {
    if query.trim().is_empty() {
        return Some("the query is empty".to_owned());
    }
    let first = query
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .unwrap_or_default()
        .to_uppercase();
    if ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE"]
        .iter()
        .any(|word| first.starts_with(word))
    {
        return Some(
            "only queries are answered (SELECT, ASK, CONSTRUCT, DESCRIBE), not updates".to_owned(),
        );
    }
    if let Some(prefix) = undeclared_prefix(query, line, column) {
        let known: Vec<&str> = PREFIXES.iter().map(|(name, _)| *name).collect();
        return Some(format!(
            "the prefix `{prefix}:` is not declared; add `PREFIX {prefix}: <…>`, or use one that needs no \
             declaration: {}",
            known.join(", ")
        ));
    }
    unbalanced(query)
}

/// The prefix of the name at or right before the error, when nothing declares it.
fn undeclared_prefix(query: &str, line: Option<&str>, column: Option<usize>) -> Option<String> {
    let line = line?;
    let (position, _) = line
        .char_indices()
        .nth(column?.checked_sub(1)?)
        .unwrap_or((line.len(), ' '));
    let is_name = |character: char| character.is_alphanumeric() || "_-:.".contains(character);
    let start = line[..position]
        .char_indices()
        .rev()
        .take_while(|(_, character)| is_name(*character))
        .last()
        .map_or(position, |(start, _)| start);
    let (prefix, _) = line[start..]
        .split(|c: char| !is_name(c))
        .next()?
        .split_once(':')?;
    let declared = PREFIXES.iter().any(|(name, _)| *name == prefix)
        || query
            .to_lowercase()
            .contains(&format!("prefix {}:", prefix.to_lowercase()));
    (!declared).then(|| prefix.to_owned())
}

fn unbalanced(query: &str) -> Option<String> {
    let count = |character: char| query.matches(character).count();
    for (open, close) in [('{', '}'), ('(', ')')] {
        let (opened, closed) = (count(open), count(close));
        if opened > closed {
            return Some(format!(
                "a `{close}` is missing: {opened} `{open}` but {closed} `{close}`"
            ));
        }
        if closed > opened {
            return Some(format!(
                "a `{open}` is missing: {opened} `{open}` but {closed} `{close}`"
            ));
        }
    }
    None
}
