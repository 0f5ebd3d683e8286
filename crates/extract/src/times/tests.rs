use super::*;
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
    find_times(&article(Some(PUBLISHED)), &Analysis { sentences })
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

#[test]
fn full_dates_in_the_usual_orders() {
    assert_reads(&[
        (
            "closed on April 7 , 2017",
            "April 7 , 2017: 2017-04-07..2017-04-07",
        ),
        (
            "closed on 7 April 2017",
            "7 April 2017: 2017-04-07..2017-04-07",
        ),
        (
            "closed on the 7th of April 2017",
            "7th of April 2017: 2017-04-07..2017-04-07",
        ),
        (
            "closed , Friday , April 7 , 2017 , in",
            "Friday , April 7 , 2017: 2017-04-07..2017-04-07",
        ),
        ("closed on 2017-04-07", "2017-04-07: 2017-04-07..2017-04-07"),
        (
            "closed on 2017 - 04 - 07",
            "2017 - 04 - 07: 2017-04-07..2017-04-07",
        ),
        (
            "closed on Sept. 9 , 2016",
            "Sept. 9 , 2016: 2016-09-09..2016-09-09",
        ),
    ]);
}

#[test]
fn years_months_decades_quarters_and_seasons() {
    assert_reads(&[
        ("bought in 1867", "1867: 1867-01-01..1867-12-31"),
        ("the 2014 protests", "2014: 2014-01-01..2014-12-31"),
        ("early in 2016", "early in 2016: 2016-01-01..2016-12-31"),
        ("in mid-2015", "mid-2015: 2015-01-01..2015-12-31"),
        (
            "in September 2021",
            "September 2021: 2021-09-01..2021-09-30",
        ),
        (
            "in January of this year",
            "January of this year: 2020-01-01..2020-01-31",
        ),
        ("in the 1990s", "1990s: 1990-01-01..1999-12-31"),
        (
            "in the late 1980 's",
            "the late 1980 's: 1980-01-01..1989-12-31",
        ),
        (
            "in the first quarter of 2015",
            "the first quarter of 2015: 2015-01-01..2015-03-31",
        ),
        ("in spring 2015", "spring 2015: 2015-03-01..2015-05-31"),
        ("last summer", "last summer: 2019-06-01..2019-08-31"),
        (
            "in the 19th century",
            "19th century: 1801-01-01..1900-12-31",
        ),
    ]);
}

#[test]
fn times_counted_from_publication() {
    assert_reads(&[
        (
            "closed yesterday afternoon",
            "yesterday afternoon: 2020-03-02..2020-03-02",
        ),
        ("closed today", "today: 2020-03-03..2020-03-03"),
        ("closed last week", "last week: 2020-02-24..2020-03-01"),
        ("closed this week", "this week: 2020-03-02..2020-03-08"),
        ("next month", "next month: 2020-04-01..2020-04-30"),
        ("last year", "last year: 2019-01-01..2019-12-31"),
        (
            "earlier this month",
            "earlier this month: 2020-03-01..2020-03-31",
        ),
        ("two days ago", "two days ago: 2020-03-01..2020-03-01"),
        ("two years ago", "two years ago: 2018-01-01..2018-12-31"),
        ("a decade ago", "a decade ago: 2010-01-01..2010-12-31"),
        (
            "a couple of months ago",
            "a couple of months ago: 2020-01-01..2020-01-31",
        ),
        (
            "over the past six years",
            "the past six years: 2014-03-03..2020-03-03",
        ),
        (
            "over the next 15 years",
            "the next 15 years: 2020-03-03..2035-03-03",
        ),
        (
            "in the last decade",
            "the last decade: 2010-03-03..2020-03-03",
        ),
        ("over the weekend", "the weekend: 2020-03-07..2020-03-08"),
        ("an overnight raid", "overnight: 2020-03-02..2020-03-03"),
        (
            "by the end of the year",
            "the end of the year: -..2020-12-31",
        ),
        ("last Wednesday", "last Wednesday: 2020-02-26..2020-02-26"),
    ]);
}

#[test]
fn one_sided_times() {
    assert_reads(&[
        ("since 2011", "2011: 2011-01-01..-"),
        ("since the 1990s", "1990s: 1990-01-01..-"),
        ("until August 1 , 2020", "August 1 , 2020: -..2020-08-01"),
        ("by August 1 , 2020", "August 1 , 2020: -..2020-08-01"),
        ("before 2015", "2015: -..2014-12-31"),
        ("after 2015", "2015: 2016-01-01..-"),
        ("beginning tomorrow", "tomorrow: 2020-03-04..-"),
        (
            "starting on March 5 , 2020",
            "March 5 , 2020: 2020-03-05..-",
        ),
        ("until last week", "last week: -..2020-03-01"),
    ]);
}

#[test]
fn ranges() {
    assert_reads(&[
        (
            "held from November 20 to December 11 , 2015",
            "from November 20 to December 11 , 2015: 2015-11-20..2015-12-11",
        ),
        (
            "held between 2010 and 2012",
            "between 2010 and 2012: 2010-01-01..2012-12-31",
        ),
        ("the 2026–2031 term", "2026–2031: 2026-01-01..2031-12-31"),
        (
            "the 2026 – 2031 term",
            "2026 – 2031: 2026-01-01..2031-12-31",
        ),
        (
            "held May 3 - 5 , 2015",
            "May 3 - 5 , 2015: 2015-05-03..2015-05-05",
        ),
        (
            "from December to February 2015",
            "from December to February 2015: 2014-12-01..2015-02-28",
        ),
        ("from 2010-12", "from 2010-12: 2010-01-01..2012-12-31"),
    ]);
}

#[test]
fn numbers_durations_and_names_are_no_times() {
    for text in [
        "2014 people",
        "in 2014 cases",
        "more than 1990 soldiers",
        "for two years",
        "a two-year sentence",
        "the winter storm",
        "May/MD he/PRP go",
        "Theresa May resigned",
        "they march/VBP on",
        "a 7-year-old boy",
        "on Black Friday",
        "every day",
        "in recent talks",
        "about 2000 of them",
        "a 2000 year old custom",
        "Q5 2015 results",
    ] {
        assert!(read(text).is_empty(), "{text}: {:?}", read(text));
    }
}

#[test]
fn too_vague_times_are_listed_unresolved() {
    for text in [
        "several years ago",
        "in the coming weeks",
        "a few hours ago",
    ] {
        let times = times_of(vec![sentence(text)]);
        assert_eq!(times.all.len(), 1, "{text}");
        assert!(times.all[0].bounds.is_unknown());
    }
}

#[test]
fn nothing_relative_is_resolved_without_a_day_of_publication() {
    let analysis = Analysis {
        sentences: vec![sentence("closed on Friday after a strike in 2014")],
    };
    let times = find_times(&article(None), &analysis);
    assert!(times.all[0].bounds.is_unknown());
    assert_eq!(times.all[0].timex, "XXXX-WXX-5");
    assert_eq!(times.all[1].timex, "2014");
    assert!(!times.all[1].bounds.is_unknown());
}

const PAST: &str = "Ruiz/NNP/2/nsubj arrived/VBD/0/root on/IN/4/case DAY/NNP/2/obl";
const WILL: &str = "Ruiz/NNP/3/nsubj will/MD/3/aux arrive/VB/0/root on/IN/5/case DAY/NNP/3/obl";
const PLANNED: &str = "Ruiz/NNP/3/nsubj is/VBZ/3/aux:pass/be set/VBN/0/root to/TO/5/mark arrive/VB/3/xcomp DAY/NNP/5/obl:unmarked";
const FORCED: &str = "Ruiz/NNP/3/nsubj was/VBD/3/aux:pass/be forced/VBN/0/root/force to/TO/5/mark leave/VB/3/xcomp DAY/NNP/5/obl:unmarked";

#[test]
fn tense_points_weekdays_and_months() {
    for (frame, day, expected) in [
        (PAST, "Friday", "Friday: 2020-02-28..2020-02-28"),
        (PAST, "Tuesday", "Tuesday: 2020-03-03..2020-03-03"),
        (WILL, "Friday", "Friday: 2020-03-06..2020-03-06"),
        (WILL, "Tuesday", "Tuesday: 2020-03-03..2020-03-03"),
        (PLANNED, "Friday", "Friday: 2020-03-06..2020-03-06"),
        (FORCED, "Friday", "Friday: 2020-02-28..2020-02-28"),
        (PAST, "November", "November: 2019-11-01..2019-11-30"),
        (WILL, "November", "November: 2020-11-01..2020-11-30"),
        (PAST, "March", "March: 2020-03-01..2020-03-31"),
    ] {
        let notation = frame.replace("DAY", day).replace("on/IN", "in/IN");
        assert_eq!(read(&notation), [expected], "{notation}");
    }
}

#[test]
fn the_following_day_counts_from_the_day_told_before() {
    let sentences = vec![
        sentence("They/PRP/2/nsubj met/VBD/0/root on/IN/4/case Friday/NNP/2/obl"),
        sentence(
            "Ruiz/NNP/2/nsubj left/VBD/0/root the/DT/5/det following/JJ/5/amod day/NN/2/obl:unmarked",
        ),
        sentence(
            "Two/CD/2/nummod days/NNS/3/obl:unmarked later/RB/5/advmod he/PRP/5/nsubj died/VBD/0/root",
        ),
    ];
    let days: Vec<_> = times_of(sentences)
        .all
        .iter()
        .map(|time| time.bounds.earliest)
        .collect();
    assert_eq!(
        days,
        [
            Some(date(2020, 2, 28)),
            Some(date(2020, 2, 29)),
            Some(date(2020, 3, 2))
        ]
    );
}

fn dated(notation: &str, trigger: usize) -> Option<String> {
    let sentence = sentence(notation);
    let times = times_of(vec![sentence.clone()]);
    times
        .of_trigger(0, &sentence, trigger - 1)
        .map(|time| describe(&sentence, time))
}

#[test]
fn a_time_dates_its_own_clause_only() {
    let text = "Prices/NNS/2/nsubj rose/VBD/0/root after/IN/5/mark Ruiz/NNP/5/nsubj took/VBD/2/advcl/take \
                office/NN/5/obj on/IN/8/case Friday/NNP/5/obl";
    assert_eq!(
        dated(text, 5).as_deref(),
        Some("Friday: 2020-02-28..2020-02-28")
    );
    assert_eq!(dated(text, 2), None);
}

#[test]
fn a_time_of_a_noun_does_not_date_the_verb() {
    let text = "Chile/NNP/2/nsubj condemned/VBD/0/root the/DT/4/det annexation/NN/2/obj of/IN/6/case \
                Tarapaca/NNP/4/nmod in/IN/8/case 1884/CD/4/nmod";
    assert_eq!(
        dated(text, 4).as_deref(),
        Some("1884: 1884-01-01..1884-12-31")
    );
    assert_eq!(dated(text, 2), None);
}

#[test]
fn the_year_in_a_name_dates_nothing_else() {
    let text = "Chile/NNP/2/nsubj criticised/VBD/0/root the/DT/6/det 2015/CD/6/compound Paris/NNP/6/compound \
                Agreement/NNP/2/obj";
    assert_eq!(dated(text, 2), None);
    assert!(dated(text, 6).is_some());
}

#[test]
fn a_preposition_before_a_dated_noun_is_not_the_dates() {
    let text = "Prices/NNS/2/nsubj rose/VBD/0/root before/IN/6/case the/DT/6/det 2014/CD/6/compound vote/NN/2/obl";
    assert_eq!(read(text), ["2014: 2014-01-01..2014-12-31"]);
}

#[test]
fn nouns_of_a_clause_in_the_present_are_dated_by_nearness() {
    let text = "The/DT/2/det claim/NN/3/nsubj rests/VBZ/0/root on/IN/6/case a/DT/6/det ruling/NN/3/obl of/IN/8/case \
                February/NNP/6/nmod 8/CD/8/nummod";
    assert_eq!(read(text), ["February 8: 2020-02-08..2020-02-08"]);
}

#[test]
fn a_range_that_has_begun_is_the_present_one() {
    let text = "It/PRP/3/nsubj will/MD/3/aux run/VB/0/root from/IN/5/case February/NNP/3/obl 23/CD/5/nummod to/IN/8/case \
                March/NNP/5/nmod 9/CD/8/nummod";
    assert_eq!(
        read(text),
        ["from February 23 to March 9: 2020-02-23..2020-03-09"]
    );
}

#[test]
fn talks_are_dated_by_what_is_to_happen_to_them() {
    let text = "Talks/NNS/3/nsubj:pass are/VBP/3/aux:pass/be set/VBN/0/root to/TO/5/mark begin/VB/3/xcomp \
                on/IN/7/case Friday/NNP/5/obl";
    assert_eq!(
        dated(text, 1).as_deref(),
        Some("Friday: 2020-03-06..2020-03-06")
    );
}

#[test]
fn a_time_that_hangs_on_a_name_dates_what_the_name_hangs_on() {
    let text = "Ruiz/NNP/2/nsubj visited/VBD/0/root Lima/NNP/2/obj in/IN/5/case 2014/CD/3/nmod";
    assert_eq!(
        dated(text, 2).as_deref(),
        Some("2014: 2014-01-01..2014-12-31")
    );
}

#[test]
fn what_happens_in_something_happens_at_its_time() {
    let frame = "Two/CD/3/nsubj:pass were/VBD/3/aux:pass/be killed/VBN/0/root PREP/IN/6/case a/DT/6/det raid/NN/3/obl \
                 on/IN/8/case Friday/NNP/6/nmod";
    assert!(dated(&frame.replace("PREP", "in"), 3).is_some());
    assert_eq!(dated(&frame.replace("PREP", "after"), 3), None);
}

#[test]
fn light_verbs_hand_their_time_to_the_event_noun() {
    let text =
        "They/PRP/2/nsubj held/VBD/0/root/hold talks/NNS/2/obj on/IN/5/case Friday/NNP/2/obl";
    assert!(dated(text, 3).is_some());
    let text = "An/DT/2/det agreement/NN/0/root reached/VBN/2/acl/reach in/IN/5/case 1991/CD/3/obl";
    assert!(dated(text, 2).is_some());
    let text = "They/PRP/2/nsubj discussed/VBD/0/root/discuss talks/NNS/2/obj on/IN/5/case Friday/NNP/2/obl";
    assert_eq!(dated(text, 3), None);
}

#[test]
fn an_opening_time_holds_for_coordinated_verbs() {
    let text = "On/IN/2/case Friday/NNP/5/obl ,/,/5/punct Ruiz/NNP/5/nsubj left/VBD/0/root and/CC/7/cc met/VBD/5/conj Vega/NNP/7/obj";
    assert!(dated(text, 7).is_some());
    let text = "Ruiz/NNP/2/nsubj left/VBD/0/root on/IN/4/case Friday/NNP/2/obl and/CC/6/cc met/VBD/2/conj Vega/NNP/6/obj";
    assert_eq!(dated(text, 6), None);
}

#[test]
fn participle_clauses_share_the_time_of_the_main_clause() {
    let text = "Jets/NNS/2/nsubj hit/VBD/0/root Lima/NNP/2/obj on/IN/5/case Friday/NNP/2/obl ,/,/7/punct \
                killing/VBG/2/advcl six/CD/7/obj";
    assert!(dated(text, 7).is_some());
    let text = "Ruiz/NNP/2/nsubj left/VBD/0/root on/IN/4/case Friday/NNP/2/obl after/IN/6/mark \
                meeting/VBG/2/advcl Vega/NNP/6/obj";
    assert_eq!(dated(text, 6), None);
}

#[test]
fn an_event_counted_from_is_dated() {
    let text = "visit/NN/7/obl since/IN/3/case 2013/CD/1/nmod ,/,/7/punct a/DT/6/det year/NN/8/obl:unmarked \
                before/IN/8/case vote/NN/3/appos and/CC/13/cc two/CD/11/nummod years/NNS/13/obl:unmarked \
                before/IN/13/case war/NN/8/conj";
    assert_eq!(
        dated(text, 8).as_deref(),
        Some("a year: 2014-01-01..2014-12-31")
    );
    assert_eq!(
        dated(text, 13).as_deref(),
        Some("two years: 2015-01-01..2015-12-31")
    );
    let text = "visit/NN/2/nsubj comes/VBZ/0/root/come a/DT/4/det day/NN/7/obl:unmarked after/IN/7/mark \
                Ruiz/NNP/7/nsubj left/VBD/2/advcl";
    assert_eq!(
        dated(text, 7).as_deref(),
        Some("a day: 2020-03-02..2020-03-02")
    );
    assert_eq!(dated(text, 2), None);
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
            let _ = times.of_trigger(0, &sentence, trigger);
        }
    }
}
