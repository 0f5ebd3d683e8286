use super::*;
use crate::NameClass;
use newsgraph_model::{RegionKind, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

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
        expressions: Vec::new(),
    }
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::embedded().unwrap());

const UNITS: [Unit; 2] = [Unit::Piece, Unit::Word];

fn model(unit: Unit) -> EncoderModel<'static> {
    let bytes = match unit {
        Unit::Piece => newsgraph_models::ENCODER,
        Unit::Word => newsgraph_models::WORD_ENCODER,
    };
    EncoderModel::load(unit, bytes).unwrap()
}

fn annotated_by(model: &EncoderModel, text: &str) -> Sentence {
    let mut sentences = [sentence(text)];
    model.annotate(&mut sentences, &GAZETTEER);
    let [sentence] = sentences;
    sentence
}

fn annotated(unit: Unit, text: &str) -> Sentence {
    annotated_by(&model(unit), text)
}

/// Whether every word hangs below one root, and no two names overlap.
fn is_sound(sentence: &Sentence) -> bool {
    let roots = sentence.tokens.iter().filter(|t| t.head.is_none()).count();
    let root = sentence.root().unwrap();
    roots == 1
        && (0..sentence.tokens.len()).all(|token| sentence.dominates(root, token))
        && sentence
            .names
            .windows(2)
            .all(|pair| pair[0].tokens.end <= pair[1].tokens.start)
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

/// Change only with the model files: on every machine, with every kernel, the same bits.
const GOLDEN_BITS: [(Unit, u64); 2] = [
    (Unit::Piece, 0x6a4c_370e_9933_f89b),
    (Unit::Word, 0xd52f_272e_54bf_7d02),
];

#[test]
fn every_kernel_gives_the_golden_bits() {
    for (unit, golden) in GOLDEN_BITS {
        for instructions in Instructions::available() {
            let found = bits(&model(unit).with_instructions(instructions));
            assert_eq!(found, golden, "{unit:?}, {instructions:?} gives {found:#x}");
        }
    }
}

#[test]
fn a_sentence_gets_tags_tree_and_names() {
    for unit in UNITS {
        let found = annotated(unit, TEXT[0]);
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
            ],
            "{unit:?}"
        );
    }
}

#[test]
fn a_passive_keeps_its_roles_apart() {
    for unit in UNITS {
        let found = annotated(unit, TEXT[1]);
        assert_eq!(found.tokens[word(&found, "She")].deprel, Deprel::NsubjPass);
        assert_eq!(
            found.tokens[word(&found, "opposition")].deprel,
            Deprel::OblAgent
        );
    }
}

#[test]
fn neighbours_in_a_batch_do_not_matter() {
    for unit in UNITS {
        let model = model(unit);
        let mut together: Vec<Sentence> =
            TEXT.iter().cycle().take(40).map(|t| sentence(t)).collect();
        model.annotate(&mut together, &GAZETTEER);
        for (found, text) in together.iter().zip(TEXT.iter().cycle()) {
            assert_eq!(*found, annotated_by(&model, text));
        }
    }
}

#[test]
fn a_sentence_longer_than_the_encoder_is_one_tree() {
    let long = [TEXT[0]; 30].join(" , and ");
    for unit in UNITS {
        let found = annotated(unit, &long);
        assert!(found.tokens.len() > MAX_ROWS);
        assert!(is_sound(&found));
    }
}

#[test]
fn odd_words_do_no_harm() {
    for model in UNITS.map(model) {
        for text in [
            "\u{a0}",
            "…",
            "𝔘𝔫𝔦",
            &"x".repeat(5000),
            "\u{200b}\u{301}",
            "日本 は",
        ] {
            assert!(is_sound(&annotated_by(&model, text)));
        }
        model.annotate(&mut [], &GAZETTEER);
    }
}

#[test]
fn any_words_get_one_tree() {
    let models = UNITS.map(model);
    let words = proptest::collection::vec("\\PC{1,12}", 1..40);
    proptest!(ProptestConfig::with_cases(64), |(words in words)| {
        for model in &models {
            prop_assert!(is_sound(&annotated_by(model, &words.join(" "))));
        }
    });
}

#[test]
fn one_method_refuses_the_file_of_the_other() {
    let error = EncoderModel::load(Unit::Word, newsgraph_models::ENCODER).err();
    assert!(matches!(error, Some(ModelError::Kind { .. })));
}

#[test]
fn another_network_is_refused() {
    let file = ModelFile::new(Unit::Piece.kind(), &[("upos", "NOUN VERB")]).write();
    let error = EncoderModel::load(Unit::Piece, &file).err().unwrap();
    assert!(
        error.to_string().contains("other labels of \"upos\""),
        "{error}"
    );
}
