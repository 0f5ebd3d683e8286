//! Which days the words mean.

use super::*;

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
    let times = find_times(&article(None), &analysis, ontology(), &Entities::default());
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
