mod attachment;
mod resolution;

use super::*;
use crate::testing::ontology;
use jiff::civil::date;
use newsgraph_language::{Token, Upos, Xpos};
use newsgraph_model::{ArticleMetadata, Span};
use proptest::prelude::*;

/// A Tuesday.
const PUBLISHED: Date = date(2020, 3, 3);

/// A sentence written as `word/XPOS/head/deprel`, heads counted from 1; what is left out is guessed: a
/// noun or number that hangs on nothing.
fn sentence(notation: &str) -> Sentence {
    let mut tokens = Vec::new();
    let mut at = 0;
    for word in notation.split_whitespace() {
        let mut parts = word.split('/');
        let text = parts.next().unwrap();
        let xpos: Xpos = parts
            .next()
            .map_or_else(|| guess(text), |tag| tag.parse().unwrap());
        let head: usize = parts.next().map_or(0, |head| head.parse().unwrap());
        let deprel = parts
            .next()
            .map_or(Deprel::Dep, |label| label.parse().unwrap());
        let lemma = parts
            .next()
            .map_or_else(|| text.to_lowercase(), str::to_owned);
        let end = at + text.chars().count();
        tokens.push(Token {
            span: Span::new(at, end),
            text: text.into(),
            lemma: lemma.into(),
            upos: upos(xpos, deprel),
            xpos,
            head: head.checked_sub(1),
            deprel,
        });
        at = end + 1;
    }
    Sentence {
        span: Span::new(0, at - 1),
        region: RegionKind::Body,
        tokens,
        names: Vec::new(),
        expressions: Vec::new(),
    }
}

fn guess(text: &str) -> Xpos {
    let first = text.chars().next().unwrap();
    if first.is_ascii_digit() {
        Xpos::Cd
    } else if first.is_uppercase() {
        Xpos::Nnp
    } else if matches!(text, "," | "-" | "–") {
        Xpos::Comma
    } else if text.ends_with('s') && text.len() > 3 {
        Xpos::Nns
    } else {
        Xpos::Nn
    }
}

fn upos(xpos: Xpos, deprel: Deprel) -> Upos {
    match xpos {
        Xpos::Cd => Upos::Num,
        Xpos::Nnp | Xpos::Nnps => Upos::Propn,
        Xpos::Comma | Xpos::Period => Upos::Punct,
        Xpos::In => Upos::Adp,
        Xpos::Dt => Upos::Det,
        Xpos::Jj => Upos::Adj,
        Xpos::Rb => Upos::Adv,
        Xpos::To => Upos::Part,
        Xpos::Md => Upos::Aux,
        Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz
            if deprel.is("aux") =>
        {
            Upos::Aux
        }
        Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz => Upos::Verb,
        _ => Upos::Noun,
    }
}

fn article(published: Option<Date>) -> Article {
    Article {
        metadata: ArticleMetadata {
            id: "t".to_owned(),
            title: None,
            published,
            published_origin: None,
            url: None,
            source: None,
            language: "en".to_owned(),
            sha256: String::new(),
        },
        text: String::new(),
        regions: Vec::new(),
    }
}

fn times_of(sentences: Vec<Sentence>) -> Times {
    find_times(
        &article(Some(PUBLISHED)),
        &Analysis { sentences },
        ontology(),
        &Entities::default(),
    )
}

/// Words and days of every time expression: `words: earliest..latest`, a dash for an open end.
fn read(notation: &str) -> Vec<String> {
    let sentence = sentence(notation);
    let times = times_of(vec![sentence.clone()]);
    times
        .all
        .iter()
        .map(|time| describe(&sentence, time))
        .collect()
}

fn describe(sentence: &Sentence, time: &DraftTime) -> String {
    let words: Vec<&str> = sentence.tokens[time.tokens.clone()]
        .iter()
        .map(|token| &*token.text)
        .collect();
    let end = |day: Option<Date>| day.map_or("-".to_owned(), |day| day.to_string());
    format!(
        "{}: {}..{}",
        words.join(" "),
        end(time.bounds.earliest),
        end(time.bounds.latest)
    )
}

fn assert_reads(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(text), [*expected], "{text}");
    }
}

/// Words that time expressions are made of, in any order, over any tree, sound or not.
fn word_salad() -> impl Strategy<Value = Sentence> {
    const WORDS: &str = "in on since until by from to between and the a last next this past coming following day days \
                         week years month weekend two 12 3rd 31 2014 2020 1990s 's May March Sept. Friday Monday \
                         morning today yesterday overnight ago later before after end of early mid-2015 2026–2031 \
                         2019-02-29 - – , . first quarter summer century Q3 Ruiz arrived will night year";
    let words: Vec<&'static str> = WORDS.split_whitespace().collect();
    let token = (
        prop::sample::select(words),
        0_usize..20,
        prop::sample::select(Deprel::ALL),
    );
    prop::collection::vec(token, 1..20).prop_map(|tokens| {
        let notation: Vec<String> = tokens
            .iter()
            .map(|(word, head, deprel)| {
                format!(
                    "{word}/{}/{}/{deprel}",
                    guess(word),
                    head % (tokens.len() + 1)
                )
            })
            .collect();
        sentence(&notation.join(" "))
    })
}

proptest! {
    #[test]
    fn times_stand_in_order_and_cover_their_own_tokens(sentence in word_salad()) {
        let times = times_of(vec![sentence.clone()]);
        let mut covered_to = 0;
        for time in &times.all {
            prop_assert!(covered_to <= time.tokens.start && time.tokens.start < time.tokens.end);
            prop_assert!(time.tokens.end <= sentence.tokens.len());
            prop_assert!(time.tokens.contains(&time.head));
            prop_assert_eq!(time.span, sentence.span_of(time.tokens.clone()));
            if let (Some(earliest), Some(latest)) = (time.bounds.earliest, time.bounds.latest) {
                prop_assert!(earliest <= latest);
            }
            covered_to = time.tokens.end;
        }
        for trigger in 0..sentence.tokens.len() {
            let _ = times.of_trigger(&ontology().lexicon, 0, &sentence, trigger);
        }
    }
}
