//! Annotates sentences, one a line and cut at spaces, as often as asked, for `train/encoder/speed.py`:
//! `cargo run --release --example encoder_speed -- FILE TIMES [fast]`

use newsgraph_language::{Analyzer, Method, RawSentence, RawToken};
use newsgraph_model::{RegionKind, Span};
use newsgraph_ontology::Gazetteer;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (file, times, method) = match arguments.as_slice() {
        [file, times] => (file, times, Method::Accurate),
        [file, times, fast] if fast == "fast" => (file, times, Method::Fast),
        _ => return Err("usage: encoder_speed FILE TIMES [fast]".into()),
    };
    let text = std::fs::read_to_string(file)?;
    let sentences: Vec<RawSentence> = text.lines().map(sentence).collect();
    let gazetteer = Gazetteer::embedded()?;
    let analyzer = Analyzer::with_method(method, &gazetteer)?;
    for _ in 0..times.parse()? {
        std::hint::black_box(analyzer.annotate(sentences.clone()));
    }
    Ok(())
}

fn sentence(line: &str) -> RawSentence {
    let mut at = 0;
    let token = |word: &str| {
        let start = at;
        at += word.chars().count() + 1;
        RawToken {
            span: Span::new(start, at - 1),
            text: word.into(),
        }
    };
    RawSentence {
        region: RegionKind::Body,
        tokens: line.split_whitespace().map(token).collect(),
    }
}
