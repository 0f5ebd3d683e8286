use super::*;
use crate::{Deprel, Name, NameClass, Token, Xpos};
use newsgraph_model::{RegionKind, Span};
use proptest::prelude::*;

/// Words written as `word/UPOS`; without a tag, numbers are numerals, words with a capital proper nouns, others nouns.
fn sentence(words: &str) -> Sentence {
    let tokens: Vec<Token> = words.split(' ').enumerate().map(token).collect();
    Sentence {
        span: Span::new(0, tokens.len()),
        region: RegionKind::Body,
        tokens,
        names: Vec::new(),
        expressions: Vec::new(),
    }
}

fn token((at, word): (usize, &str)) -> Token {
    let tagged = word
        .rsplit_once('/')
        .and_then(|(text, tag)| Some((text, tag.parse().ok()?)));
    let first = word.chars().next().unwrap_or(' ');
    let guess = match first {
        first if first.is_ascii_digit() => Upos::Num,
        first if first.is_uppercase() => Upos::Propn,
        _ => Upos::Noun,
    };
    let (text, upos) = tagged.unwrap_or((word, guess));
    let plural = upos == Upos::Noun && text.ends_with('s');
    Token {
        span: Span::new(at, at + 1),
        text: text.into(),
        lemma: text.into(),
        upos,
        xpos: if plural { Xpos::Nns } else { Xpos::Nn },
        head: None,
        deprel: Deprel::Dep,
    }
}

/// The expressions of a sentence as `words=Class`.
fn found(words: &str) -> Vec<String> {
    shown(&sentence(words))
}

fn shown(sentence: &Sentence) -> Vec<String> {
    let show = |found: Expression| {
        let words: Vec<&str> = sentence.tokens[found.tokens]
            .iter()
            .map(|token| &*token.text)
            .collect();
        format!("{}={}", words.join(" "), found.class.as_str())
    };
    find(sentence).into_iter().map(show).collect()
}

#[test]
fn dates_take_all_their_words() {
    for (words, date) in [
        (
            "They/PRON met/VERB on/ADP Friday , 7 April 2017 .",
            "Friday , 7 April 2017",
        ),
        ("It/PRON opened/VERB in/ADP March 2015 .", "March 2015"),
        ("from/ADP May 3 - 5 , 2015 on/ADV", "May 3 - 5 , 2015"),
        ("the/DET end of/ADP the/DET year", "the end of the year"),
        ("early/ADV this/DET month", "early this month"),
        (
            "over/ADP the/DET past/ADJ six/NUM years",
            "the past six years",
        ),
        ("nearly/ADV two/NUM years ago/ADV", "nearly two years ago"),
        ("a/DET 58 - year - old/ADJ farmer", "58 - year - old"),
        ("the/DET late/ADJ 1990s ended/VERB", "the late 1990s"),
        (
            "by/ADP the/DET first/ADJ quarter of/ADP 2015",
            "the first quarter of 2015",
        ),
        ("elected/VERB in/ADP 2014 .", "2014"),
        ("the/DET day after/ADP tomorrow", "the day after tomorrow"),
        ("on/ADP 2017-05-10/NUM they/PRON left/VERB", "2017-05-10"),
        ("on/ADP New Year 's/PART Eve", "New Year 's Eve"),
    ] {
        assert_eq!(found(words), [format!("{date}=Date")], "{words}");
    }
}

#[test]
fn less_than_a_day_is_a_time() {
    for (words, time) in [
        ("at/ADP 5 p.m. GMT on/ADP", "5 p.m. GMT"),
        ("at/ADP 10:30 local/ADJ time", "10:30 local time"),
        ("late/ADV Monday night", "late Monday night"),
        ("in/ADP the/DET afternoon", "the afternoon"),
        ("after/ADP half/DET an/DET hour", "half an hour"),
        ("the/DET last/ADJ 24 hours", "the last 24 hours"),
    ] {
        assert_eq!(found(words), [format!("{time}=Time")], "{words}");
    }
}

#[test]
fn sums_shares_and_measures_take_their_units() {
    for (words, expected) in [
        (
            "paid/VERB $/SYM 1,200.50 today",
            &["$ 1,200.50=Money", "today=Date"][..],
        ),
        ("about/ADV €/SYM 3 - 4 bn/NOUN", &["about € 3 - 4 bn=Money"]),
        (
            "a/DET loan of/ADP 300 Swiss/ADJ francs",
            &["300 Swiss francs=Money"],
        ),
        ("US$/SYM 5 m/NOUN was/AUX lost/VERB", &["US$ 5 m=Money"]),
        (
            "more/ADJ than/ADP 12.5 percent",
            &["more than 12.5 percent=Percent"],
        ),
        ("grew/VERB 3 %/SYM", &["3 %=Percent"]),
        ("walked/VERB 40 km to/ADP Oslo", &["40 km=Quantity"]),
        ("5 m/NOUN deep/ADJ", &["5 m=Quantity"]),
        (
            "at/ADP 60 miles per/ADP hour",
            &["60 miles per hour=Quantity"],
        ),
        (
            "two/NUM hundred/NUM thousand/NUM barrels",
            &["two hundred thousand barrels=Quantity"],
        ),
        ("at/ADV least/ADV 12 people", &["at least 12=Cardinal"]),
        (
            "hundreds of/ADP thousands fled/VERB",
            &["hundreds of thousands=Cardinal"],
        ),
        (
            "the/DET third/ADJ visit of/ADP 21st/ADJ",
            &["third=Ordinal", "21st=Ordinal"],
        ),
    ] {
        assert_eq!(found(words), expected, "{words}");
    }
}

#[test]
fn words_that_only_look_so_are_left_alone() {
    for words in [
        "They/PRON may/AUX march/VERB against/ADP prices",
        "he/PRON has/AUX won/VERB a/DET second/NOUN",
        "a/DET winter storm",
        "prices fall/VERB",
        "the/DET meter",
    ] {
        assert_eq!(found(words), [""; 0], "{words}");
    }
}

#[test]
fn an_expression_does_not_cut_into_a_name() {
    let mut named = sentence("Group of/ADP Seven/NUM met/VERB on/ADP Monday");
    let name = |tokens, class| Name { tokens, class };
    named.names = vec![name(0..3, NameClass::Organisation)];
    assert_eq!(shown(&named), ["Monday=Date"]);
    let mut inside = sentence("300 Swiss/ADJ francs");
    inside.names = vec![name(1..2, NameClass::Nationality)];
    assert_eq!(shown(&inside), ["300 Swiss francs=Money"]);
}

proptest! {
    #[test]
    fn expressions_lie_in_order_inside_the_sentence_and_never_cross_names(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "the/DET", "end", "of/ADP", "last/ADJ", "May", "5", "2015", ",", "-", "two/NUM", "million/NUM",
                "$/SYM", "dollars", "percent", "years", "ago/ADV", "a/DET", "first/ADJ", "quarter", "km", "per/ADP",
                "hour", "10:30", "p.m.", "Monday", "morning", "between/ADP", "and/CCONJ", "hundreds", "half/DET", "old/ADJ",
            ]),
            1..24,
        ),
        names in prop::collection::vec((0usize..24, 1usize..4), 0..4),
    ) {
        let mut sentence = sentence(&words.join(" "));
        let mut end = 0;
        for (start, length) in names {
            let tokens = end.max(start)..(end.max(start) + length).min(words.len());
            if !tokens.is_empty() {
                end = tokens.end;
                sentence.names.push(Name { tokens, class: NameClass::Event });
            }
        }
        let found = find(&sentence);
        prop_assert!(found.iter().all(|it| !it.tokens.is_empty() && it.tokens.end <= words.len()));
        prop_assert!(found.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
        for (expression, name) in found.iter().flat_map(|it| sentence.names.iter().map(move |name| (it, name))) {
            let (outer, inner) = (&expression.tokens, &name.tokens);
            let apart = outer.end <= inner.start || inner.end <= outer.start;
            prop_assert!(apart || outer.start <= inner.start && inner.end <= outer.end);
        }
    }
}
