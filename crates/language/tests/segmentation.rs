//! Sentences and tokens of any text stand where they say they stand.

use newsgraph_language::{RawSentence, Segmenter};
use newsgraph_model::{Article, ArticleMetadata, Region, RegionKind, Span, TextIndex};
use proptest::prelude::*;

fn article(text: &str, regions: Vec<Region>) -> Article {
    Article {
        metadata: ArticleMetadata {
            id: "a".to_owned(),
            title: None,
            published: None,
            published_origin: None,
            url: None,
            source: None,
            language: "en".to_owned(),
            sha256: String::new(),
        },
        text: text.to_owned(),
        regions,
    }
}

fn body(text: &str) -> Article {
    let span = Span::new(0, text.chars().count());
    article(
        text,
        vec![Region {
            kind: RegionKind::Body,
            span,
        }],
    )
}

fn segment(article: &Article) -> Vec<RawSentence> {
    let segmenter = Segmenter::embedded().expect("the embedded model is sound");
    segmenter.segment(article)
}

fn sentences(text: &str) -> Vec<String> {
    let article = body(text);
    let index = TextIndex::new(&article.text);
    let span = |sentence: &RawSentence| {
        sentence.tokens[0]
            .span
            .cover(sentence.tokens[sentence.tokens.len() - 1].span)
    };
    segment(&article)
        .iter()
        .map(|sentence| index.slice(span(sentence)).to_owned())
        .collect()
}

/// Texts with the characters that matter here, and any others.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,120}",
        "([A-Za-z]{1,6}|[0-9]{1,4}|U\\.S\\.|don't|[.,!?'\"“”’()-]| |\n|\n\n|\u{200b}|\u{301}|é|中|🙂){0,60}",
        proptest::collection::vec(any::<char>(), 0..80)
            .prop_map(|characters| characters.into_iter().collect()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_and_gaps_give_the_text_back(text in any_text(), cut in 0usize..80) {
        let length = text.chars().count();
        let cut = cut.min(length);
        let article = article(&text, vec![
            Region { kind: RegionKind::Headline, span: Span::new(0, cut) },
            Region { kind: RegionKind::Body, span: Span::new(cut, length) },
        ]);
        let index = TextIndex::new(&article.text);
        let mut rebuilt = String::new();
        let mut at = 0;
        for sentence in segment(&article) {
            prop_assert!(!sentence.tokens.is_empty());
            for token in &sentence.tokens {
                prop_assert!(token.span.start() >= at && !token.span.is_empty());
                prop_assert_eq!(index.slice(token.span), &*token.text);
                let headline = token.span.end() <= cut;
                prop_assert_eq!(headline, sentence.region == RegionKind::Headline);
                let gap = index.slice(Span::new(at, token.span.start()));
                prop_assert!(!gap.chars().any(char::is_alphanumeric), "{:?} belongs to no token", gap);
                rebuilt.push_str(gap);
                rebuilt.push_str(&token.text);
                at = token.span.end();
            }
        }
        rebuilt.push_str(index.slice(Span::new(at, length)));
        prop_assert_eq!(rebuilt, text);
    }
}

#[test]
fn abbreviations_and_initials_do_not_end_sentences() {
    assert_eq!(
        sentences("Gen. J. P. Hale left the U.S. Embassy at 5 p.m. Monday. He flew home.").len(),
        2
    );
    assert_eq!(sentences("Acme Inc. The court ruled for it.").len(), 2);
    assert_eq!(sentences("He lives in the U.S. She does not.").len(), 2);
}

#[test]
fn quotations_close_with_their_sentence() {
    assert_eq!(
        sentences("\"We will leave.\" The talks ended."),
        ["\"We will leave.\"", "The talks ended."]
    );
    assert_eq!(
        sentences("“Why now?” Hale asked. Nobody knew."),
        ["“Why now?” Hale asked.", "Nobody knew."]
    );
}

#[test]
fn lines_without_a_stop_are_sentences() {
    let text = "PARLIAMENT BACKS BUDGET\n\nThe vote was close... It took hours.\n• First item\n• Second item";
    assert_eq!(
        sentences(text),
        [
            "PARLIAMENT BACKS BUDGET",
            "The vote was close...",
            "It took hours.",
            "• First item",
            "• Second item"
        ]
    );
}

#[test]
fn what_is_no_sentence_does_not_run_on() {
    assert_eq!(
        sentences("Thanks a lot for the help! Best regards, Nadia"),
        ["Thanks a lot for the help!", "Best regards,", "Nadia"]
    );
    assert_eq!(
        sentences("i like this place the staff is nice. you should go there. they open at 9").len(),
        3
    );
}

#[test]
fn news_sentences_hold_together() {
    for text in [
        "Adm. Reyes told the Senate on Jan. 4 that No. 3 would sail to St. Kitts vs. orders from Washington, D.C.",
        "The company (formerly Helvia Inc.) said profit rose 3.5 per cent to $1.2 billion in the fourth quarter.",
        "\"We will not leave,\" Okafor said; \"we were never asked to,\" he added, citing Art. 5 of the treaty.",
        "Lee Jong Un met Ana Un in Un Valley on Wednesday.",
        "Lee Jong Un visits Oslo",
        "The quiz show Beat the Bank Live! is off the air, and Yahoo! has dropped it, BBC Verify found.",
        "Okafor, 61, of the Unity Party: \"Nothing has changed since the vote - nothing at all.\"",
    ] {
        assert_eq!(sentences(text), [text]);
    }
}

#[test]
fn a_missing_space_after_the_stop_still_ends_the_sentence() {
    assert_eq!(
        sentences("The vote failed.The minister resigned."),
        ["The vote failed.", "The minister resigned."]
    );
    let glued = "No arrests have been made.In football, Acme United won.U.S. officials left.";
    assert_eq!(sentences(glued).len(), 3);
    assert_eq!(sentences("Levels of PM2.5 rose on Node.js day.").len(), 1);
}
