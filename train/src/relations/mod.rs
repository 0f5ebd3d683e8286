//! Precision and recall of claims on relation corpora that other people annotated.
//!
//! No corpus annotates everything: a claim is *judged* only where its corpus was annotated exhaustively for a
//! relation that the claim implies, and counts neither as right nor as wrong elsewhere. What counts as the
//! same relation is data, with a reason for each row: `train/relation-mapping.csv`.

mod judge;
mod knowledgenet;
mod mapping;
mod meantime;
mod passage;
mod re3d;
mod score;

pub(crate) use judge::judged_claims;
pub(crate) use mapping::Mapping;
pub(crate) use passage::Passage;

use crate::reading::Reader;
use anyhow::Result;
use judge::judge;
use score::Scores;
use std::path::Path;

/// The corpora in the order they are reported.
pub(crate) const CORPORA: [&str; 3] = ["re3d", "meantime", "knowledgenet"];

/// The passages of one of [`CORPORA`].
///
/// # Errors
/// When a file of it is missing or broken; names the file.
pub(crate) fn passages(data: &Path, corpus: &str) -> Result<Vec<Passage>> {
    match corpus {
        "re3d" => re3d::passages(data),
        "meantime" => meantime::passages(data, &Mapping::load()?),
        _ => knowledgenet::passages(data),
    }
}

/// Prints the scores of every corpus; with `detail` also each missed fact and each false claim.
///
/// # Errors
/// When a corpus is missing or broken; names the file.
pub(crate) fn evaluate(data: &Path, reader: &Reader<'_>, detail: bool) -> Result<()> {
    let mapping = Mapping::load()?;
    for corpus in CORPORA {
        let mut scores = Scores::default();
        for passage in passages(data, corpus)? {
            let document = reader.document(&passage.id, &passage.text, passage.published);
            let verdict = judge(&mapping.of(corpus), reader.classes(), &passage, &document);
            if detail {
                verdict.print(&passage, &document);
            }
            scores.add(&verdict);
        }
        scores.print(corpus);
    }
    Ok(())
}
