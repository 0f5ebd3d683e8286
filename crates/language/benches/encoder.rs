//! How fast the encoders annotate, with each instruction set of this machine.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsgraph_language::encoder::{EncoderModel, Instructions, Unit};
use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_model::{RegionKind, Span};
use newsgraph_ontology::Gazetteer;
use std::hint::black_box;

/// Cut at spaces: what matters here is the length of the sentences, about that of news text.
const TEXT: [&str; 4] = [
    "The foreign ministers of Norway and Chile met in Oslo on Tuesday to discuss a treaty on fishing \
     rights that both parliaments had rejected twice .",
    "A spokeswoman for the port authority said that three people were injured when a crane collapsed .",
    "Marta Lindqvist , who has led the central bank since 2019 , resigned after a dispute with the \
     finance ministry over interest rates and will be replaced by her deputy in March .",
    "Talks continue .",
];

fn sentence(text: &str) -> Sentence {
    let mut at = 0;
    let tokens: Vec<Token> = text
        .split_whitespace()
        .map(|word| {
            let start = at;
            at += word.chars().count() + 1;
            Token {
                span: Span::new(start, at - 1),
                text: word.into(),
                lemma: word.into(),
                upos: Upos::X,
                xpos: Xpos::Xx,
                head: None,
                deprel: Deprel::Dep,
            }
        })
        .collect();
    Sentence {
        span: Span::new(0, at - 1),
        region: RegionKind::Body,
        tokens,
        names: Vec::new(),
        expressions: Vec::new(),
    }
}

fn annotate(criterion: &mut Criterion) {
    let sentences: Vec<Sentence> = TEXT.iter().cycle().take(100).map(|t| sentence(t)).collect();
    let words: usize = sentences.iter().map(|s| s.tokens.len()).sum();
    let gazetteer = Gazetteer::embedded().expect("the embedded names are sound");
    let mut group = criterion.benchmark_group("encoder");
    group
        .throughput(Throughput::Elements(words as u64))
        .sample_size(10);
    let models = [
        (Unit::Piece, newsgraph_models::ENCODER),
        (Unit::Word, newsgraph_models::WORD_ENCODER),
    ];
    for (unit, bytes) in models {
        for instructions in Instructions::available() {
            let model = EncoderModel::load(unit, bytes)
                .expect("the embedded model is sound")
                .with_instructions(instructions);
            group.bench_function(format!("{unit:?}/{instructions:?}"), |bencher| {
                bencher.iter(|| model.annotate(black_box(&mut sentences.clone()), &gazetteer));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, annotate);
criterion_main!(benches);
