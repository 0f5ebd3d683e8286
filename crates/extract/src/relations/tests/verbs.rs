use crate::syntax::testing::{body, claims, entities, sentence};
use newsgraph_model::RegionKind;

#[test]
fn an_active_verb_joins_every_subject_to_every_object() {
    let sentence = body(
        "Chile   Chile   PROPN NNP 4 nsubj
         and     and     CCONJ CC  3 cc
         Peru    Peru    PROPN NNP 1 conj
         attacked attack VERB  VBD 0 root
         Bolivia Bolivia PROPN NNP 4 obj",
    );
    let entities = entities(
        &sentence,
        "1 Country Chile
         3 Country Peru
         5 Country Bolivia",
    );
    assert_eq!(
        claims(&sentence, &entities),
        [
            "Chile attacks Bolivia Actual",
            "Peru attacks Bolivia Actual"
        ]
    );
}

#[test]
fn a_passive_turns_the_ends_round() {
    let sentence = body(
        "Bolivia Bolivia PROPN NNP 3 nsubj:pass
         was     be      AUX   VBD 3 aux:pass
         attacked attack VERB  VBN 0 root
         by      by      ADP   IN  5 case
         Chile   Chile   PROPN NNP 3 obl",
    );
    let entities = entities(&sentence, "1 Country Bolivia\n5 Country Chile");
    assert_eq!(
        claims(&sentence, &entities),
        ["Chile attacks Bolivia Actual"]
    );
}

#[test]
fn a_reduced_relative_clause_is_a_passive() {
    let sentence = body(
        "Ana     Ana     PROPN NNP 6 nsubj
         ,       ,       PUNCT ,   3 punct
         arrested arrest VERB  VBN 1 acl
         by      by      ADP   IN  5 case
         Chile   Chile   PROPN NNP 3 obl
         wept    weep    VERB  VBD 0 root",
    );
    let entities = entities(&sentence, "1 Person Ana_Ruiz\n5 Country Chile");
    assert_eq!(
        claims(&sentence, &entities),
        ["Chile arrests Ana Ruiz Actual"]
    );
}

#[test]
fn a_relative_pronoun_stands_for_its_noun() {
    let sentence = body(
        "Chile   Chile   PROPN NNP 6 nsubj
         ,       ,       PUNCT ,   4 punct
         which   which   PRON  WDT 4 nsubj
         attacked attack VERB  VBD 1 acl:relcl
         Peru    Peru    PROPN NNP 4 obj
         rested  rest    VERB  VBD 0 root",
    );
    let entities = entities(&sentence, "1 Country Chile\n5 Country Peru");
    assert_eq!(claims(&sentence, &entities), ["Chile attacks Peru Actual"]);
}

#[test]
fn a_headline_infinitive_is_a_plan() {
    let sentence = sentence(
        RegionKind::Headline,
        "Ruiz Ruiz PROPN NNP 3 nsubj
         to   to   PART  TO  3 mark
         meet meet VERB  VB  0 root
         Vega Vega PROPN NNP 3 obj",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n4 Person Vega");
    assert_eq!(claims(&sentence, &entities), ["Ruiz meets Vega Planned"]);
}

#[test]
fn the_members_of_a_subject_meet_each_other() {
    let sentence = body(
        "Ruiz Ruiz PROPN NNP 4 nsubj
         and  and  CCONJ CC  3 cc
         Vega Vega PROPN NNP 1 conj
         met  meet VERB  VBD 0 root
         in   in   ADP   IN  6 case
         Lima Lima PROPN NNP 4 obl",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n3 Person Vega\n6 City Lima");
    assert_eq!(claims(&sentence, &entities), ["Ruiz meets Vega Actual"]);
}

#[test]
fn members_of_a_subject_that_meet_another_do_not_meet_each_other() {
    let sentence = body(
        "Ruiz Ruiz PROPN NNP 4 nsubj
         and  and  CCONJ CC  3 cc
         Vega Vega PROPN NNP 1 conj
         met  meet VERB  VBD 0 root
         Sy   Sy   PROPN NNP 4 obj",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n3 Person Vega\n5 Person Sy");
    assert_eq!(
        claims(&sentence, &entities),
        ["Ruiz meets Sy Actual", "Vega meets Sy Actual"]
    );
}

#[test]
fn who_wants_to_act_is_the_one_that_acts() {
    let sentence = body(
        "Ruiz Ruiz PROPN NNP 2 nsubj
         wants want VERB VBZ 0 root
         to   to   PART  TO  4 mark
         visit visit VERB VB 2 xcomp
         Peru Peru PROPN NNP 4 obj",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n5 Country Peru");
    assert_eq!(claims(&sentence, &entities), ["Ruiz visits Peru Intended"]);
}

#[test]
fn an_accusation_is_a_claim_and_so_is_what_it_alleges() {
    let sentence = body(
        "Peru Peru PROPN NNP 2 nsubj
         accused accuse VERB VBD 0 root
         Chile Chile PROPN NNP 2 obj
         of   of   SCONJ IN  5 mark
         attacking attack VERB VBG 2 advcl
         Bolivia Bolivia PROPN NNP 5 obj",
    );
    let entities = entities(
        &sentence,
        "1 Country Peru\n3 Country Chile\n6 Country Bolivia",
    );
    assert_eq!(
        claims(&sentence, &entities),
        [
            "Chile attacks Bolivia Alleged per Peru",
            "Peru accuses Chile Actual"
        ]
    );
}

#[test]
fn what_is_said_after_the_statement_attributes_it() {
    let sentence = body(
        "Chile Chile PROPN NNP 2 nsubj
         attacked attack VERB VBD 0 root
         Peru Peru PROPN NNP 2 obj
         ,    ,    PUNCT ,   6 punct
         Vega Vega PROPN NNP 6 nsubj
         said say  VERB  VBD 2 parataxis",
    );
    let entities = entities(&sentence, "1 Country Chile\n3 Country Peru\n5 Person Vega");
    assert_eq!(
        claims(&sentence, &entities),
        ["Chile attacks Peru Actual per Vega"]
    );
}

#[test]
fn a_denied_act_is_negated_and_questions_claim_nothing() {
    let text = "Chile Chile PROPN NNP 4 nsubj
         did  do   AUX   VBD 4 aux
         not  not  PART  RB  4 advmod
         attack attack VERB VB 0 root
         Peru Peru PROPN NNP 4 obj";
    let statement = body(text);
    let lines = "1 Country Chile\n5 Country Peru";
    assert_eq!(
        claims(&statement, &entities(&statement, lines)),
        ["not Chile attacks Peru Actual"]
    );
    let question = body(&format!("{text}\n? ? PUNCT . 4 punct"));
    assert!(claims(&question, &entities(&question, lines)).is_empty());
}

#[test]
fn sanctions_imposed_count_and_sanctions_lifted_are_negated() {
    let with = |verb: &str, form: &str, preposition: &str| {
        let sentence = body(&format!(
            "Chile Chile PROPN NNP 2 nsubj
             {form} {verb} VERB VBD 0 root
             sanctions sanction NOUN NNS 2 obj
             {preposition} {preposition} ADP IN 5 case
             Peru Peru PROPN NNP 3 nmod"
        ));
        claims(
            &sentence,
            &entities(&sentence, "1 Country Chile\n5 Country Peru"),
        )
    };
    assert_eq!(
        with("impose", "imposed", "on"),
        ["Chile sanctions Peru Actual"]
    );
    assert_eq!(
        with("lift", "lifted", "on"),
        ["not Chile sanctions Peru Actual"]
    );
}

#[test]
fn names_before_the_verb_are_its_subject_where_the_tree_loses_one() {
    let sentence = body(
        "Chile Chile PROPN NNP 4 nsubj
         and  and  CCONJ CC 3 cc
         Peru Peru PROPN NNP 4 compound
         attacked attack VERB VBD 0 root
         Bolivia Bolivia PROPN NNP 4 obj",
    );
    let entities = entities(
        &sentence,
        "1 Country Chile\n3 Country Peru\n5 Country Bolivia",
    );
    assert_eq!(
        claims(&sentence, &entities),
        [
            "Chile attacks Bolivia Actual",
            "Peru attacks Bolivia Actual"
        ]
    );
}

#[test]
fn forces_do_not_lie_where_they_act() {
    let sentence = body(
        "The the DET DT 3 det
         Peruvian peruvian ADJ JJ 3 amod
         Navy navy NOUN NN 6 nsubj
         in   in   ADP IN 5 case
         Lima Lima PROPN NNP 3 nmod
         rested rest VERB VBD 0 root",
    );
    let entities = entities(&sentence, "2-3 ArmedForce Peruvian_Navy\n5 City Lima");
    assert!(claims(&sentence, &entities).is_empty());
}
