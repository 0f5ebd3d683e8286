//! `newsgraph explain`

use crate::Outcome;
use crate::args::ExplainArgs;
use crate::output::with_output;
use crate::pipeline::{Pipeline, load_ontology};
use crate::{statement, tree};
use anyhow::{Context, Result};
use newsgraph_language::{Analysis, Sentence};
use newsgraph_model::{Article, Claim, Document, Entity, MentionKind, TextIndex};
use std::io::{Read, Write};
use std::path::Path;

/// Shows sentence by sentence how a text is read, and what made each claim.
pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome> {
    let bytes = text_of(&args.text)?;
    let ontology = load_ontology(&args.reading.knowledge)?;
    let pipeline = Pipeline::load(&ontology, &args.reading)?;
    let article = pipeline.article("text", &bytes)?;
    let (analysis, document) = pipeline.document(&article);
    with_output(None, |out| explain(&article, &analysis, &document, out))?;
    Ok(Outcome::Done)
}

/// The argument is `-` for standard input, else a file of that name, else the text itself.
fn text_of(argument: &str) -> Result<Vec<u8>> {
    if argument == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .context("cannot read standard input")?;
        return Ok(bytes);
    }
    let path = Path::new(argument);
    if path.is_file() {
        return std::fs::read(path).with_context(|| format!("cannot read {argument}"));
    }
    Ok(argument.as_bytes().to_vec())
}

fn explain(
    article: &Article,
    analysis: &Analysis,
    document: &Document,
    out: &mut dyn Write,
) -> Result<()> {
    let text = TextIndex::new(&article.text);
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(
            out,
            "{}. {}",
            number + 1,
            one_line(text.slice(sentence.span))
        )?;
        writeln!(out, "\n{}", indent(&tree::draw(sentence)))?;
        write!(out, "{}", indent(&tree::list_spans(sentence, &text)))?;
        explain_claims(sentence, document, &text, out)?;
    }
    explain_entities(document, &text, out)
}

fn explain_claims(
    sentence: &Sentence,
    document: &Document,
    text: &TextIndex<'_>,
    out: &mut dyn Write,
) -> Result<()> {
    let here = |claim: &&Claim| sentence.span.contains(claim.trigger);
    let mut found = false;
    for claim in document.claims.iter().filter(here) {
        found = true;
        writeln!(out, "   claim  {}", statement::arrow(document, claim))?;
        writeln!(
            out,
            "          {}",
            statement::circumstances(document, claim).join(", ")
        )?;
        let words = one_line(text.slice(claim.trigger));
        writeln!(out, "          “{words}” by the pattern {}", claim.pattern)?;
    }
    if !found {
        writeln!(out, "   no claim")?;
    }
    Ok(())
}

fn explain_entities(document: &Document, text: &TextIndex<'_>, out: &mut dyn Write) -> Result<()> {
    if document.entities.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nEntities")?;
    for entity in &document.entities {
        writeln!(out, "   {} ({})", entity.name, entity.class)?;
        for line in other_mentions(entity, text) {
            writeln!(out, "      {line}")?;
        }
    }
    Ok(())
}

/// The mentions that are no names, with the reason why they are taken for the entity.
fn other_mentions(entity: &Entity, text: &TextIndex<'_>) -> Vec<String> {
    let by_words = |kind| !matches!(kind, MentionKind::Name);
    entity
        .mentions
        .iter()
        .filter(|mention| by_words(mention.kind) || mention.reason.is_some())
        .map(|mention| {
            let words = one_line(text.slice(mention.span));
            match &mention.reason {
                Some(reason) => format!("“{words}” at {}: {reason}", mention.span.start()),
                None => format!("“{words}” at {}", mention.span.start()),
            }
        })
        .collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn indent(block: &str) -> String {
    block.lines().map(|line| format!("   {line}\n")).collect()
}
