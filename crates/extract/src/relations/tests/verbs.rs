use crate::testing::{body, claims, entities, sentence};
use newsgraph_model::RegionKind;

#[test]
fn an_active_verb_joins_every_subject_to_every_object() {
    let sentence = body(
        "Chile PROPN NNP 4 nsubj
         and CCONJ CC 3 cc
         Peru PROPN NNP 1 conj
         attacked VERB VBD 0 root attack
         Bolivia PROPN NNP 4 obj",
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
        "Bolivia PROPN NNP 3 nsubj:pass
         was AUX VBD 3 aux:pass be
         attacked VERB VBN 0 root attack
         by ADP IN 5 case
         Chile PROPN NNP 3 obl",
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
        "Ana PROPN NNP 6 nsubj
         , PUNCT , 3 punct
         arrested VERB VBN 1 acl arrest
         by ADP IN 5 case
         Chile PROPN NNP 3 obl
         wept VERB VBD 0 root weep",
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
        "Chile PROPN NNP 6 nsubj
         , PUNCT , 4 punct
         which PRON WDT 4 nsubj
         attacked VERB VBD 1 acl:relcl attack
         Peru PROPN NNP 4 obj
         rested VERB VBD 0 root rest",
    );
    let entities = entities(&sentence, "1 Country Chile\n5 Country Peru");
    assert_eq!(claims(&sentence, &entities), ["Chile attacks Peru Actual"]);
}

#[test]
fn a_headline_infinitive_is_a_plan() {
    let sentence = sentence(
        RegionKind::Headline,
        "Ruiz PROPN NNP 3 nsubj
         to PART TO 3 mark
         meet VERB VB 0 root
         Vega PROPN NNP 3 obj",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n4 Person Vega");
    assert_eq!(claims(&sentence, &entities), ["Ruiz meets Vega Planned"]);
}

#[test]
fn the_members_of_a_subject_meet_each_other() {
    let sentence = body(
        "Ruiz PROPN NNP 4 nsubj
         and CCONJ CC 3 cc
         Vega PROPN NNP 1 conj
         met VERB VBD 0 root meet
         in ADP IN 6 case
         Lima PROPN NNP 4 obl",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n3 Person Vega\n6 City Lima");
    assert_eq!(claims(&sentence, &entities), ["Ruiz meets Vega Actual"]);
}

#[test]
fn members_of_a_subject_that_meet_another_do_not_meet_each_other() {
    let sentence = body(
        "Ruiz PROPN NNP 4 nsubj
         and CCONJ CC 3 cc
         Vega PROPN NNP 1 conj
         met VERB VBD 0 root meet
         Sy PROPN NNP 4 obj",
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
        "Ruiz PROPN NNP 2 nsubj
         wants VERB VBZ 0 root want
         to PART TO 4 mark
         visit VERB VB 2 xcomp
         Peru PROPN NNP 4 obj",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n5 Country Peru");
    assert_eq!(claims(&sentence, &entities), ["Ruiz visits Peru Intended"]);
}

#[test]
fn an_accusation_is_a_claim_and_so_is_what_it_alleges() {
    let sentence = body(
        "Peru PROPN NNP 2 nsubj
         accused VERB VBD 0 root accuse
         Chile PROPN NNP 2 obj
         of SCONJ IN 5 mark
         attacking VERB VBG 2 advcl attack
         Bolivia PROPN NNP 5 obj",
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
        "Chile PROPN NNP 2 nsubj
         attacked VERB VBD 0 root attack
         Peru PROPN NNP 2 obj
         , PUNCT , 6 punct
         Vega PROPN NNP 6 nsubj
         said VERB VBD 2 parataxis say",
    );
    let entities = entities(&sentence, "1 Country Chile\n3 Country Peru\n5 Person Vega");
    assert_eq!(
        claims(&sentence, &entities),
        ["Chile attacks Peru Actual per Vega"]
    );
}

#[test]
fn a_denied_act_is_negated_and_questions_claim_nothing() {
    let text = "Chile PROPN NNP 4 nsubj
         did AUX VBD 4 aux do
         not PART RB 4 advmod
         attack VERB VB 0 root
         Peru PROPN NNP 4 obj";
    let statement = body(text);
    let lines = "1 Country Chile\n5 Country Peru";
    assert_eq!(
        claims(&statement, &entities(&statement, lines)),
        ["not Chile attacks Peru Actual"]
    );
    let question = body(&format!("{text}\n? PUNCT . 4 punct"));
    assert!(claims(&question, &entities(&question, lines)).is_empty());
}

#[test]
fn sanctions_imposed_count_and_sanctions_lifted_are_negated() {
    let with = |verb: &str, form: &str, preposition: &str| {
        let sentence = body(&format!(
            "Chile PROPN NNP 2 nsubj
             {form} VERB VBD 0 root {verb}
             sanctions NOUN NNS 2 obj sanction
             {preposition} ADP IN 5 case
             Peru PROPN NNP 3 nmod"
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
        "Chile PROPN NNP 4 nsubj
         and CCONJ CC 3 cc
         Peru PROPN NNP 4 compound
         attacked VERB VBD 0 root attack
         Bolivia PROPN NNP 4 obj",
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
        "The DET DT 3 det
         Peruvian ADJ JJ 3 amod
         Navy NOUN NN 6 nsubj
         in ADP IN 5 case
         Lima PROPN NNP 3 nmod
         rested VERB VBD 0 root rest",
    );
    let entities = entities(&sentence, "2-3 ArmedForce Peruvian_Navy\n5 City Lima");
    assert!(claims(&sentence, &entities).is_empty());
}
