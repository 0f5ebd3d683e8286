//! Fits `ontology/confidence.csv`: how far each sign of how a claim was found speaks for its being right.
//!
//! A logistic model over the signs, fitted by maximum likelihood with a normal prior on every weight but the
//! base (Platt 1999, "Probabilistic outputs for support vector machines"; ridge, Hoerl and Kennard 1970). The
//! weights come from articles with graphs made by hand, a third of them held out, and from the corpora that
//! are annotated exhaustively. Rules were written with an eye on the articles that are not held out, so their
//! share of right claims is too kind: the base alone is set on the held-out third, and checked by halves of it.

mod fit;
mod gold;
mod reliability;

use crate::reading::Reader;
use crate::relations::{Mapping, judged_claims, passages};
use anyhow::{Context, Result};
use fit::{Example, Model};
use gold::GoldArticle;
use newsgraph_extract::Signal;
use newsgraph_ontology::ConfidenceTable;
use reliability::Reliability;
use std::fmt::Write as _;
use std::path::Path;

/// What a calibration reads and writes.
pub(crate) struct Sources<'a> {
    /// Folder of articles with graphs made by hand.
    pub(crate) gold: &'a Path,
    /// Ids of articles that are never held out.
    pub(crate) keep: &'a [String],
    /// Folder of the corpora.
    pub(crate) data: &'a Path,
}

/// Claims of one source, with the verdict on each.
struct Judged {
    name: String,
    examples: Vec<Example>,
}

/// The corpora that say of every claim of their relations whether it is right.
const EXHAUSTIVE: &[&str] = &["knowledgenet"];

/// Fits the table, prints how it holds on each source, and writes it.
///
/// # Errors
/// When a source is missing or broken, or the table cannot be written; names the file.
pub(crate) fn calibrate(sources: &Sources<'_>, reader: &Reader<'_>, out: &Path) -> Result<()> {
    let judged = judged(sources, reader)?;
    let open = judged.open.examples.as_slice();
    let corpora = judged.corpora.iter().map(|set| set.examples.as_slice());
    let groups: Vec<&[Example]> = std::iter::once(open).chain(corpora).collect();
    let fitted = Model::fit(&groups);
    let model = fitted.levelled(&judged.held_out.concat());
    judged.print(&model);
    print!(
        "{}",
        crossed(&fitted, &judged.held_out).table("articles held out, base from the other half")
    );
    std::fs::write(out, table(&model)).with_context(|| format!("cannot write {}", out.display()))
}

/// Prints how the present table holds on each source.
///
/// # Errors
/// When a source is missing or broken; names the file.
pub(crate) fn check(sources: &Sources<'_>, reader: &Reader<'_>) -> Result<()> {
    let model = Model::from_table(&ConfidenceTable::embedded()?);
    judged(sources, reader)?.print(&model);
    Ok(())
}

/// The reliability of each half of the held-out articles when the other half sets the base.
fn crossed(fitted: &Model, halves: &[Vec<Example>; 2]) -> Reliability {
    let [first, second] = halves;
    let mut reliability = Reliability::default();
    reliability.add(&fitted.levelled(second), first);
    reliability.add(&fitted.levelled(first), second);
    reliability
}

/// Everything that was judged.
struct AllJudged {
    open: Judged,
    corpora: Vec<Judged>,
    held_out: [Vec<Example>; 2],
}

impl AllJudged {
    fn print(&self, model: &Model) {
        for set in std::iter::once(&self.open).chain(&self.corpora) {
            print!("{}", Reliability::of(model, &set.examples).table(&set.name));
        }
        let held_out = Reliability::of(model, &self.held_out.concat());
        print!("{}", held_out.table("articles held out"));
    }
}

fn judged(sources: &Sources<'_>, reader: &Reader<'_>) -> Result<AllJudged> {
    let mut open = Vec::new();
    let mut held_out = [Vec::new(), Vec::new()];
    for article in gold::articles(sources.gold)? {
        let examples = judged_article(reader, &article);
        match article.held_out_half() {
            Some(half) if !sources.keep.contains(&article.id) => held_out[half].extend(examples),
            _ => open.extend(examples),
        }
    }
    Ok(AllJudged {
        open: Judged {
            name: "articles".to_owned(),
            examples: open,
        },
        corpora: judged_corpora(sources.data, reader)?,
        held_out,
    })
}

fn judged_article(reader: &Reader<'_>, article: &GoldArticle) -> Vec<Example> {
    let (document, signals) =
        reader.document_with_signals(&article.id, &article.text, article.published);
    article
        .verdicts(&document, reader.ontology())
        .into_iter()
        .zip(signals)
        .map(|(right, signals)| Example { signals, right })
        .collect()
}

fn judged_corpora(data: &Path, reader: &Reader<'_>) -> Result<Vec<Judged>> {
    let mapping = Mapping::load()?;
    let mut sets = Vec::new();
    for &corpus in EXHAUSTIVE {
        let mut examples = Vec::new();
        for passage in passages(data, corpus)? {
            let (document, signals) =
                reader.document_with_signals(&passage.id, &passage.text, passage.published);
            let judged = judged_claims(&mapping.of(corpus), reader.classes(), &passage, &document);
            examples.extend(judged.into_iter().map(|(position, right)| Example {
                signals: signals[position],
                right,
            }));
        }
        sets.push(Judged {
            name: corpus.to_owned(),
            examples,
        });
    }
    Ok(sets)
}

/// The model as `ontology/confidence.csv` has it.
fn table(model: &Model) -> String {
    let mut text = format!(
        "signal,log_odds\n{},{:.3}\n",
        ConfidenceTable::BASE,
        model.base
    );
    for (signal, weight) in Signal::ALL.iter().zip(&model.weights) {
        // Writing to a string cannot fail; no row says "-0.000".
        let _ = writeln!(text, "{},{:.3}", signal.as_str(), weight + 0.0);
    }
    text
}
