//! Corpora of names as documents with partial labels.

use crate::{
    conventions::{self, ClassSet, Convention},
    corpora,
};
use anyhow::{Context, Result};
use newsgraph_language::{
    NameClass, RawSentence, RawToken, Segmenter,
    conllu::{AnnotatedSentence, Document},
    linear::bilou::{self, LabelSet},
};
use newsgraph_model::{Article, ArticleMetadata, Region, RegionKind, Span};
use newsgraph_ontology::Gazetteer;
use std::{collections::BTreeMap, ops::Range, path::Path};

/// A document with the labels that each word may have.
pub(crate) struct LabelledDocument {
    pub(crate) sentences: Vec<RawSentence>,
    pub(crate) allowed: Vec<Vec<LabelSet>>,
}

/// A name in a text, with the classes it may be of.
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) classes: ClassSet,
}

/// The words of treebank sentences, with spans that tell where they were written apart.
pub(crate) fn raw_sentences(sentences: &[AnnotatedSentence]) -> Vec<RawSentence> {
    let mut at = 0;
    sentences
        .iter()
        .map(|sentence| {
            let tokens = sentence
                .words
                .iter()
                .map(|word| {
                    let span = Span::new(at, at + word.form.chars().count());
                    at = span.end() + usize::from(word.space_after);
                    RawToken {
                        span,
                        text: word.form.as_str().into(),
                    }
                })
                .collect();
            RawSentence {
                region: RegionKind::Body,
                tokens,
            }
        })
        .collect()
}

/// Labels the words of a document; names of a people by themselves are marked everywhere.
pub(crate) fn label(
    sentences: Vec<RawSentence>,
    names: &[Vec<(Range<usize>, ClassSet)>],
    unmarked: &[NameClass],
    gazetteer: &Gazetteer,
) -> LabelledDocument {
    let allowed = sentences
        .iter()
        .zip(names)
        .map(|(sentence, names)| label_sentence(sentence, names, unmarked, gazetteer))
        .collect();
    LabelledDocument { sentences, allowed }
}

fn label_sentence(
    sentence: &RawSentence,
    names: &[(Range<usize>, ClassSet)],
    unmarked: &[NameClass],
    gazetteer: &Gazetteer,
) -> Vec<LabelSet> {
    let background = ClassSet::of(unmarked).background_labels();
    let mut allowed: Vec<LabelSet> = sentence
        .tokens
        .iter()
        .map(|token| {
            if may_be_named(&token.text) {
                background
            } else {
                1 << bilou::OUTSIDE | inner(background)
            }
        })
        .collect();
    for (at, token) in sentence.tokens.iter().enumerate() {
        let taken = names.iter().any(|(range, _)| range.contains(&at));
        let beside = |at: Option<usize>| {
            at.and_then(|at| sentence.tokens.get(at))
                .is_some_and(|token| starts_upper(&token.text))
        };
        let alone = unmarked.is_empty() || !beside(at.checked_sub(1)) && !beside(Some(at + 1));
        if !taken
            && alone
            && conventions::is_people(&token.text, gazetteer.demonym(&token.text).is_some())
        {
            allowed[at] = ClassSet::of(&[NameClass::Nationality]).labels_at(bilou::Place::Unit);
        }
    }
    for (range, classes) in names {
        for at in range.clone() {
            allowed[at] = classes.labels_at(bilou::place(range, at));
        }
    }
    allowed
}

/// Whether an unmarked name may begin or end with the word.
fn may_be_named(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

fn starts_upper(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// The labels inside a name: a lower-case word may stand there ("Bank of England").
fn inner(labels: LabelSet) -> LabelSet {
    NameClass::ALL.iter().fold(0, |inner, &class| {
        inner | labels & 1 << bilou::label(class, bilou::Place::Inside)
    })
}

/// Universal NER on EWT; `file` is the annotation, `treebank` the text it stands on.
pub(crate) fn universal_ner(
    data: &Path,
    file: &str,
    treebank: &str,
    gazetteer: &Gazetteer,
) -> Result<Vec<LabelledDocument>> {
    let marked = marked_by_sentence(data, file, &conventions::THREE_KINDS)?;
    let documents = corpora::treebank(data, treebank)?;
    Ok(documents
        .iter()
        .map(|document| {
            let names: Vec<_> = document
                .sentences
                .iter()
                .map(|sentence| marked.get(&sentence.id).cloned().unwrap_or_default())
                .collect();
            label(
                raw_sentences(&document.sentences),
                &names,
                conventions::THREE_KINDS.unmarked,
                gazetteer,
            )
        })
        .collect())
}

/// The names of each sentence, by its id, as token ranges with the classes they may have.
type MarkedNames = BTreeMap<String, Vec<(Range<usize>, ClassSet)>>;

/// The names of each sentence of a file in the format of Universal NER, by the sentence's id.
pub(crate) fn marked_by_sentence(
    data: &Path,
    file: &str,
    convention: &Convention,
) -> Result<MarkedNames> {
    let path = data.join(file);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let mut marked = BTreeMap::new();
    for block in text.split("\n\n") {
        let id = block
            .lines()
            .find_map(|line| line.strip_prefix("# sent_id = "));
        let rows = block
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').nth(2).unwrap_or("O"));
        if let Some(id) = id {
            marked.insert(id.trim().to_owned(), conll_names(rows, convention));
        }
    }
    Ok(marked)
}

/// The names that BIO (or IO) labels describe.
fn conll_names<'t>(
    labels: impl Iterator<Item = &'t str>,
    convention: &Convention,
) -> Vec<(Range<usize>, ClassSet)> {
    let mut names: Vec<(Range<usize>, &str)> = Vec::new();
    for (at, label) in labels.enumerate() {
        let Some((part, kind)) = label.split_once('-') else {
            continue;
        };
        match names.last_mut() {
            Some((range, open)) if part == "I" && range.end == at && *open == kind => {
                range.end = at + 1
            }
            _ => names.push((at..at + 1, kind)),
        }
    }
    names
        .into_iter()
        .map(|(range, kind)| (range, (convention.classes)(kind)))
        .filter(|(_, classes)| !classes.is_empty())
        .collect()
}

/// A corpus of one word and label a line, its words cut anew the way the analyser cuts them.
pub(crate) fn conll(
    data: &Path,
    file: &str,
    convention: &Convention,
    gazetteer: &Gazetteer,
) -> Result<Vec<LabelledDocument>> {
    let path = data.join(file);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let mut documents = Vec::new();
    let blocks: Vec<&str> = text.split("\n\n").collect();
    // These corpora do not say where documents end: twenty sentences stand for one.
    for blocks in blocks.chunks(20) {
        let mut written = String::new();
        let mut marks = Vec::new();
        for block in blocks {
            read_block(block, convention, &mut written, &mut marks);
        }
        documents.push(from_text(&written, &marks, convention.unmarked, gazetteer)?);
    }
    Ok(documents)
}

fn read_block(block: &str, convention: &Convention, written: &mut String, marks: &mut Vec<Mark>) {
    let rows: Vec<(&str, &str)> = block
        .lines()
        .filter_map(|line| line.trim_end().rsplit_once(['\t', ' ']))
        .filter(|(word, _)| *word != "-DOCSTART-")
        .collect();
    let mut spans = Vec::new();
    let mut at = written.chars().count();
    for (word, _) in &rows {
        let word = word.trim();
        written.push_str(word);
        spans.push(Span::new(at, at + word.chars().count()));
        written.push(' ');
        at += word.chars().count() + 1;
    }
    written.push_str("\n\n");
    for (range, classes) in conll_names(rows.iter().map(|(_, label)| *label), convention) {
        marks.push(Mark {
            span: spans[range.start].cover(spans[range.end - 1]),
            classes,
        });
    }
}

/// Cuts a text into words and carries its marks over; a mark that cuts a word is dropped.
pub(crate) fn from_text(
    text: &str,
    marks: &[Mark],
    unmarked: &[NameClass],
    gazetteer: &Gazetteer,
) -> Result<LabelledDocument> {
    let sentences = Segmenter::embedded()?.segment(&article(text));
    let names: Vec<_> = sentences
        .iter()
        .map(|sentence| names_of(sentence, marks))
        .collect();
    Ok(label(sentences, &names, unmarked, gazetteer))
}

fn names_of(sentence: &RawSentence, marks: &[Mark]) -> Vec<(Range<usize>, ClassSet)> {
    let tokens = &sentence.tokens;
    marks
        .iter()
        .filter_map(|mark| {
            let start = tokens
                .iter()
                .position(|token| token.span.start() == mark.span.start())?;
            let end = tokens
                .iter()
                .position(|token| token.span.end() == mark.span.end())?
                + 1;
            (start < end).then_some((start..end, mark.classes))
        })
        .collect()
}

/// A text as an article with nothing but a body.
pub(crate) fn article(text: &str) -> Article {
    Article {
        metadata: ArticleMetadata {
            id: String::new(),
            title: None,
            published: None,
            published_origin: None,
            url: None,
            source: None,
            language: "en".to_owned(),
            sha256: String::new(),
        },
        text: text.to_owned(),
        regions: vec![Region {
            kind: RegionKind::Body,
            span: Span::new(0, text.chars().count()),
        }],
    }
}

/// GUM's documents, their names derived from the entities that a proper noun heads.
pub(crate) fn gum(documents: &[Document], gazetteer: &Gazetteer) -> Vec<LabelledDocument> {
    documents
        .iter()
        .map(|document| {
            let names: Vec<_> = document
                .sentences
                .iter()
                .map(|sentence| crate::gum_names::names(sentence, gazetteer))
                .collect();
            label(
                raw_sentences(&document.sentences),
                &names,
                conventions::GUM.unmarked,
                gazetteer,
            )
        })
        .collect()
}
