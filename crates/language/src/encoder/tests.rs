use super::*;
use crate::NameClass;
use newsgraph_model::{RegionKind, Span};

const TEXT: [&str; 3] = [
    "Nadia Okafor , the foreign minister of Ghana , met Portuguese officials in Lisbon on Monday .",
    "She was accused by the opposition of hiding a report that the Helvia Institute had paid for .",
    "Éva 's naïve co-op in St. Gallen ( founded 1,300 years ago ) — sold to ZKB for € 5bn !",
];

fn sentence(text: &str) -> Sentence {
    let mut at = 0;
    let tokens: Vec<Token> = text
        .split(' ')
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
    }
}

fn model() -> EncoderModel<'static> {
    EncoderModel::load(newsgraph_models::ENCODER).unwrap()
}

fn annotate(model: &EncoderModel, sentences: &mut [Sentence]) {
    model.annotate(sentences, &Gazetteer::embedded().unwrap());
}

fn annotated(text: &str) -> Sentence {
    let mut sentences = [sentence(text)];
    annotate(&model(), &mut sentences);
    let [sentence] = sentences;
    sentence
}

fn word(sentence: &Sentence, text: &str) -> usize {
    sentence
        .tokens
        .iter()
        .position(|t| &*t.text == text)
        .unwrap()
}

/// The bits of everything that the network computes, for each sentence of the text.
fn bits(model: &EncoderModel) -> u64 {
    let (mut batch, mut room) = (Batch::default(), Room::default());
    for (index, text) in TEXT.iter().enumerate() {
        let sentence = sentence(text);
        batch.add(model, &sentence, index, 0..sentence.tokens.len());
    }
    model.run(&mut batch, &mut room);
    let state = room.encoder.state.iter().chain(room.heads.results());
    // FNV-1a
    state.fold(0xcbf2_9ce4_8422_2325, |hash: u64, value| {
        (hash ^ u64::from(value.to_bits())).wrapping_mul(0x100_0000_01b3)
    })
}

/// Changes only with the model file: on every machine, with every kernel, the same bits.
const GOLDEN_BITS: u64 = 0x6a4c_370e_9933_f89b;

#[test]
fn every_kernel_gives_the_golden_bits() {
    for instructions in Instructions::available() {
        let found = bits(&model().with_instructions(instructions));
        assert_eq!(found, GOLDEN_BITS, "{instructions:?} gives {found:#x}");
    }
}

#[test]
fn a_sentence_gets_tags_tree_and_names() {
    let found = annotated(TEXT[0]);
    let met = word(&found, "met");
    assert_eq!(found.root(), Some(met));
    assert_eq!(found.tokens[met].xpos, Xpos::Vbd);
    let subject = &found.tokens[word(&found, "Nadia")];
    assert_eq!((subject.head, subject.deprel), (Some(met), Deprel::Nsubj));
    assert_eq!(found.tokens[word(&found, "officials")].deprel, Deprel::Obj);
    assert_eq!(found.tokens[word(&found, "minister")].deprel, Deprel::Appos);
    let names: Vec<(Range<usize>, NameClass)> = found
        .names
        .iter()
        .map(|name| (name.tokens.clone(), name.class))
        .collect();
    let (ghana, lisbon) = (word(&found, "Ghana"), word(&found, "Lisbon"));
    let portuguese = word(&found, "Portuguese");
    assert_eq!(
        names,
        [
            (0..2, NameClass::Person),
            (ghana..ghana + 1, NameClass::Place),
            (portuguese..portuguese + 1, NameClass::Nationality),
            (lisbon..lisbon + 1, NameClass::Place),
        ]
    );
}

#[test]
fn a_passive_keeps_its_roles_apart() {
    let found = annotated(TEXT[1]);
    assert_eq!(found.tokens[word(&found, "She")].deprel, Deprel::NsubjPass);
    assert_eq!(
        found.tokens[word(&found, "opposition")].deprel,
        Deprel::OblAgent
    );
}

#[test]
fn neighbours_in_a_batch_do_not_matter() {
    let model = model();
    let mut together: Vec<Sentence> = TEXT.iter().cycle().take(40).map(|t| sentence(t)).collect();
    annotate(&model, &mut together);
    for (found, text) in together.iter().zip(TEXT.iter().cycle()) {
        assert_eq!(*found, annotated(text));
    }
}

#[test]
fn a_sentence_longer_than_the_encoder_is_one_tree() {
    let long = [TEXT[0]; 30].join(" , and ");
    let found = annotated(&long);
    assert!(found.tokens.len() > MAX_ROWS);
    assert_eq!(found.tokens.iter().filter(|t| t.head.is_none()).count(), 1);
    let root = found.root().unwrap();
    assert!((0..found.tokens.len()).all(|token| found.dominates(root, token)));
    assert!(
        found
            .names
            .windows(2)
            .all(|pair| pair[0].tokens.end <= pair[1].tokens.start)
    );
}

#[test]
fn odd_words_do_no_harm() {
    for text in [
        "\u{a0}",
        "…",
        "𝔘𝔫𝔦",
        &"x".repeat(5000),
        "\u{200b}\u{301}",
        "日本 は",
    ] {
        let found = annotated(text);
        assert_eq!(found.tokens.iter().filter(|t| t.head.is_none()).count(), 1);
    }
    annotate(&model(), &mut []);
}

#[test]
fn another_network_is_refused() {
    let file = ModelFile::new(KIND, &[("upos", "NOUN VERB")]).write();
    let error = EncoderModel::load(&file).err().unwrap();
    assert!(
        error.to_string().contains("other labels of \"upos\""),
        "{error}"
    );
}
