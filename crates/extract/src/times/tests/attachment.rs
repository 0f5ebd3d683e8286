//! Which time dates which trigger.

use super::*;

fn dated(notation: &str, trigger: usize) -> Option<String> {
    let sentence = sentence(notation);
    let times = times_of(vec![sentence.clone()]);
    times
        .of_trigger(&ontology().lexicon, 0, &sentence, trigger - 1)
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

/// What the time expression modifies, by its words.
fn governor_of(notation: &str) -> Option<String> {
    let sentence = sentence(notation);
    let times = times_of(vec![sentence.clone()]);
    times.governors[0].map(|token| sentence.tokens[token].text.to_string())
}

#[test]
fn an_opening_time_belongs_to_the_verb_however_the_parser_took_it() {
    for relation in ["nummod", "obl", "dep"] {
        let text = format!(
            "Since/IN/2/case 2011/CD/4/{relation} ,/,/4/punct truces/NNS/5/nsubj failed/VBD/0/root"
        );
        assert_eq!(governor_of(&text).as_deref(), Some("failed"));
        assert_eq!(read(&text), ["2011: 2011-01-01..-"]);
    }
}

#[test]
fn a_time_is_not_taken_over_a_clause_boundary() {
    let text = "Peru/NNP/2/nsubj plans/VBZ/0/root/plan to/TO/4/mark open/VB/2/xcomp ports/NNS/4/obj by/IN/8/case \
                August/NNP/10/nsubj 1/CD/7/nummod after/IN/10/mark Ruiz/NNP/11/nsubj visited/VBD/2/advcl";
    assert_eq!(read(text), ["August 1: -..2020-08-01"]);
    let text = "The/DT/2/det visit/NN/3/nsubj comes/VBZ/0/root/come after/IN/6/mark Chile/NNP/6/nsubj bought/VBD/3/advcl/buy \
                Tarapaca/NNP/6/obj in/IN/9/case 1884/CD/3/obl";
    assert_eq!(governor_of(text).as_deref(), Some("bought"));
}

#[test]
fn an_unmarked_final_time_belongs_to_the_verb() {
    let text = "Ruiz/NNP/2/nsubj sued/VBD/0/root in/IN/5/case a/DT/5/det court/NN/2/obl this/DT/7/det week/NN/5/nmod:unmarked";
    assert_eq!(governor_of(text).as_deref(), Some("sued"));
}

#[test]
fn a_time_behind_a_reduced_clause_belongs_to_its_verb() {
    let text = "talks/NNS/0/root set/VBN/1/acl to/TO/4/mark begin/VB/2/xcomp in/IN/6/case Lima/NNP/4/obl on/IN/8/case Friday/NNP/1/dep";
    assert_eq!(governor_of(text).as_deref(), Some("begin"));
    assert!(dated(text, 1).is_some());
}

#[test]
fn the_first_visit_since_a_year_is_not_dated_by_it() {
    let frame = "It/PRP/5/nsubj is/VBZ/5/cop/be the/DT/5/det KIND/JJ/5/amod visit/NN/0/root since/IN/7/case 2013/CD/5/nmod";
    assert_eq!(dated(&frame.replace("KIND", "first"), 5), None);
    assert!(dated(&frame.replace("KIND", "long"), 5).is_some());
}
