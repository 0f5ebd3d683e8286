//! Evaluation of the analyser on the development sets, and its tables.

use crate::{
    conventions,
    corpora::{self, raw_text},
    evaluate::{COLUMNS, NameScores, TreebankScores},
    gum_names,
    name_corpora::{self, article, raw_sentences},
};
use anyhow::Result;
use newsgraph_language::{Analysis, NameClass, RawSentence, conllu::Document};
use newsgraph_ontology::Gazetteer;
use std::{ops::Range, path::Path, time::Instant};

/// Anything that analyses words it is given, or raw text.
pub(crate) trait Analyses {
    /// The analysis of a document whose words are known.
    fn words(&self, sentences: Vec<RawSentence>) -> Analysis;
    /// The analysis of raw text.
    fn text(&self, text: &str) -> Analysis;
}

impl Analyses for newsgraph_language::Analyzer<'_> {
    fn words(&self, sentences: Vec<RawSentence>) -> Analysis {
        self.annotate(sentences)
    }

    fn text(&self, text: &str) -> Analysis {
        self.analyze(&article(text))
    }
}

/// Prints all tables.
pub(crate) fn print(analyzer: &impl Analyses, data: &Path) -> Result<()> {
    let ewt = corpora::treebank(data, corpora::EWT_DEV)?;
    let gum = corpora::treebank(data, corpora::GUM_DEV)?;
    let news: Vec<Document> = gum
        .iter()
        .filter(|document| document.id.starts_with("GUM_news"))
        .cloned()
        .collect();
    let sets = [
        ("EWT dev", &ewt),
        ("GUM dev", &gum),
        ("GUM dev news", &news),
    ];
    println!("{:<22}{}", "", COLUMNS.map_columns());
    for (name, documents) in sets {
        let mut scores = TreebankScores::default();
        for document in documents {
            scores.add(
                document,
                &analyzer.words(raw_sentences(&document.sentences)),
            );
        }
        print_row(&format!("{name}, gold words"), &scores);
    }
    for (name, documents) in sets {
        let mut scores = TreebankScores::default();
        for document in documents {
            scores.add(document, &analyzer.text(&raw_text(document).text));
        }
        print_row(&format!("{name}, raw text"), &scores);
    }
    print_names(analyzer, data, &ewt, &gum)
}

/// Prints how many words of raw text one thread analyses in a second.
pub(crate) fn print_speed(analyzer: &impl Analyses, data: &Path) -> Result<()> {
    let texts: Vec<String> = corpora::treebank(data, corpora::GUM_DEV)?
        .iter()
        .map(|document| raw_text(document).text)
        .collect();
    let started = Instant::now();
    let words: usize = texts
        .iter()
        .flat_map(|text| analyzer.text(text).sentences)
        .map(|sentence| sentence.tokens.len())
        .sum();
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "Analysed {words} words of GUM dev in {seconds:.2} s: {:.0} a second on one thread",
        words as f64 / seconds
    );
    Ok(())
}

trait Heading {
    fn map_columns(&self) -> String;
}

impl Heading for &[&str] {
    fn map_columns(&self) -> String {
        self.iter().map(|column| format!("{column:>10}")).collect()
    }
}

fn print_row(name: &str, scores: &TreebankScores) {
    let columns: String = scores
        .columns()
        .iter()
        .map(|score| format!("{:>10}", score.to_string()))
        .collect();
    println!("{name:<22}{columns}");
}

type SentenceNames = Vec<(Range<usize>, NameClass)>;

fn print_names(
    analyzer: &impl Analyses,
    data: &Path,
    ewt: &[Document],
    gum: &[Document],
) -> Result<()> {
    println!(
        "\n{:<22}{:>10}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "Names", "P", "R", "F1", "Person", "Organis.", "Place"
    );
    let gazetteer = Gazetteer::embedded()?;
    let gum_names = |document: &Document| {
        document
            .sentences
            .iter()
            .map(|sentence| gum_names::names(sentence, &gazetteer))
            .collect::<Vec<_>>()
    };
    print_name_row("GUM dev", analyzer, gum, gum_names);
    print_nested_row(analyzer, gum, &gazetteer);
    let news: Vec<Document> = gum
        .iter()
        .filter(|document| document.id.starts_with("GUM_news"))
        .cloned()
        .collect();
    print_name_row("GUM dev news", analyzer, &news, gum_names);
    let marked =
        name_corpora::marked_by_sentence(data, corpora::UNER_EWT_DEV, conventions::three_kinds)?;
    print_name_row("UNER EWT dev", analyzer, ewt, |document: &Document| {
        document
            .sentences
            .iter()
            .map(|sentence| marked.get(&sentence.id).cloned().unwrap_or_default())
            .collect()
    });
    Ok(())
}

fn print_name_row(
    name: &str,
    analyzer: &impl Analyses,
    documents: &[Document],
    gold: impl Fn(&Document) -> Vec<SentenceNames>,
) {
    let mut scores = NameScores::default();
    for document in documents {
        let found = analyzer.words(raw_sentences(&document.sentences));
        scores.add(&gold(document), &found, |sentence| sentence.outer_names());
    }
    print_name_scores(name, &scores);
}

/// Names within names; those of peoples, which GUM does not mark there, are left out.
fn print_nested_row(analyzer: &impl Analyses, documents: &[Document], gazetteer: &Gazetteer) {
    let mut scores = NameScores::default();
    for document in documents {
        let sentences = document.sentences.iter();
        let gold: Vec<SentenceNames> = sentences
            .map(|sentence| gum_names::nested_names(sentence, gazetteer))
            .collect();
        let found = analyzer.words(raw_sentences(&document.sentences));
        scores.add(&gold, &found, |sentence| sentence.inner_names());
    }
    print_name_scores("GUM dev, nested", &scores);
}

fn print_name_scores(name: &str, scores: &NameScores) {
    let total = scores.total();
    let kinds: String = scores
        .kinds()
        .iter()
        .map(|score| format!("{:>10}", score.to_string()))
        .collect();
    println!(
        "{name:<22}{:>10.2}{:>10.2}{:>10.2}{kinds}",
        total.precision(),
        total.recall(),
        total.f1()
    );
}
