//! `newsgraph analyze`

use crate::Outcome;
use crate::args::{AnalysisFormat, AnalyzeArgs};
use crate::inputs;
use crate::output::with_output;
use crate::pipeline::{load_analyzer, load_ontology};
use crate::tree;
use anyhow::{Context, Result};
use newsgraph_article::read_article;
use newsgraph_language::{Analysis, Sentence, conllu};
use newsgraph_model::{Article, TextIndex};
use serde_json::{Value, json};
use std::io::Write;

/// Prints the language analysis of each text.
pub(crate) fn run(args: &AnalyzeArgs) -> Result<Outcome> {
    let ontology = load_ontology(&args.knowledge)?;
    let analyzer = load_analyzer(&ontology, args.knowledge.analysis)?;
    let (inputs, _) = inputs::collect(std::slice::from_ref(&args.input))?;
    with_output(None, |out| {
        for input in &inputs {
            let bytes = input
                .read()
                .with_context(|| format!("cannot read {}", input.display()))?;
            let named = newsgraph_article::Input {
                id: &input.id,
                metadata: None,
                date: None,
            };
            let article = read_article(&bytes, named).with_context(|| input.display())?;
            let analysis = analyzer.analyze(&article);
            match args.format {
                AnalysisFormat::Conllu => {
                    out.write_all(conllu::write_document(&article, &analysis).as_bytes())?
                }
                AnalysisFormat::Json => write_json(&article, &analysis, out)?,
                AnalysisFormat::Tree => write_trees(&article, &analysis, out)?,
            }
        }
        Ok(())
    })?;
    Ok(Outcome::Done)
}

fn write_json(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> Result<()> {
    let sentences: Vec<Value> = analysis.sentences.iter().map(sentence_json).collect();
    let whole = json!({ "id": article.metadata.id, "sentences": sentences });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)?;
    Ok(())
}

fn sentence_json(sentence: &Sentence) -> Value {
    let tokens: Vec<Value> = sentence
        .tokens
        .iter()
        .map(|token| {
            json!({
                "start": token.span.start(), "end": token.span.end(), "text": token.text,
                "lemma": token.lemma, "upos": token.upos.as_str(), "xpos": token.xpos.as_str(),
                "head": token.head, "deprel": token.deprel.as_str(),
            })
        })
        .collect();
    let names: Vec<Value> = sentence
        .names
        .iter()
        .map(|name| {
            json!({
                "first": name.tokens.start, "after": name.tokens.end,
                "class": name.class.as_str(),
            })
        })
        .collect();
    let expressions: Vec<Value> = sentence
        .expressions
        .iter()
        .map(|expression| {
            json!({
                "first": expression.tokens.start, "after": expression.tokens.end,
                "class": expression.class.as_str(),
            })
        })
        .collect();
    json!({
        "start": sentence.span.start(), "end": sentence.span.end(),
        "region": sentence.region, "tokens": tokens, "names": names,
        "expressions": expressions,
    })
}

fn write_trees(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> Result<()> {
    let text = TextIndex::new(&article.text);
    for sentence in &analysis.sentences {
        let found = tree::list_spans(sentence, &text);
        writeln!(out, "{}{found}", tree::draw(sentence))?;
    }
    Ok(())
}
