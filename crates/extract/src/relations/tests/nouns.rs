use crate::testing::{body, claims, entities};

#[test]
fn a_possessor_acts_and_the_noun_after_of_undergoes() {
    let sentence = body(
        "Chile PROPN NNP 3 nmod:poss
         's PART POS 1 case
         annexation NOUN NN 6 nsubj
         of ADP IN 5 case
         Arica PROPN NNP 3 nmod
         ended VERB VBD 0 root end",
    );
    let entities = entities(&sentence, "1 Country Chile\n5 Territory Arica");
    assert_eq!(claims(&sentence, &entities), ["Chile annexes Arica Actual"]);
}

#[test]
fn talks_between_two_sides_pair_them() {
    let sentence = body(
        "Talks NOUN NNS 6 nsubj talk
         between ADP IN 3 case
         Peru PROPN NNP 1 nmod
         and CCONJ CC 5 cc
         Chile PROPN NNP 3 conj
         ended VERB VBD 0 root end",
    );
    let entities = entities(&sentence, "3 Country Peru\n5 Country Chile");
    assert_eq!(
        claims(&sentence, &entities),
        ["Peru talksWith Chile Actual"]
    );
}

#[test]
fn a_place_after_a_comma_holds_the_one_before() {
    let sentence = body(
        "They PRON PRP 2 nsubj
         rested VERB VBD 0 root rest
         in ADP IN 4 case
         Turin PROPN NNP 2 obl
         , PUNCT , 6 punct
         Italy PROPN NNP 4 appos",
    );
    let entities = entities(&sentence, "4 City Turin\n6 Country Italy");
    assert_eq!(
        claims(&sentence, &entities),
        ["Turin locatedIn Italy Actual"]
    );
}

#[test]
fn a_list_of_countries_is_no_chain_of_places() {
    let sentence = body(
        "They PRON PRP 2 nsubj
         toured VERB VBD 0 root roam
         Peru PROPN NNP 2 obj
         , PUNCT , 5 punct
         Chile PROPN NNP 3 conj
         and CCONJ CC 7 cc
         Bolivia PROPN NNP 3 conj",
    );
    let entities = entities(
        &sentence,
        "3 Country Peru\n5 Country Chile\n7 Country Bolivia",
    );
    assert!(claims(&sentence, &entities).is_empty());
}

#[test]
fn forces_act_for_their_state() {
    let sentence = body(
        "Chilean ADJ JJ 2 amod
         troops NOUN NNS 3 nsubj troop
         invaded VERB VBD 0 root invade
         Peru PROPN NNP 3 obj",
    );
    let entities = entities(
        &sentence,
        "1 Country Chile\n1-2 Country! Chile\n4 Country Peru",
    );
    assert_eq!(claims(&sentence, &entities), ["Chile invades Peru Actual"]);
}
