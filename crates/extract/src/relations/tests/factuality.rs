use crate::testing::{body, claims, entities};

const PARTIES: &str = "1 Country Chile\n4 Country Peru";

#[test]
fn auxiliaries_give_a_modality() {
    for (word, lemma, expected) in [
        ("will", "will", "Planned"),
        ("may", "may", "Possible"),
        ("must", "must", "Required"),
    ] {
        let sentence = body(&format!(
            "Chile PROPN NNP 3 nsubj
             {word} AUX MD 3 aux {lemma}
             attack VERB VB 0 root
             Peru PROPN NNP 3 obj"
        ));
        assert_eq!(
            claims(&sentence, &entities(&sentence, PARTIES)),
            [format!("Chile attacks Peru {expected}")]
        );
    }
}

#[test]
fn a_condition_is_hypothetical_and_so_is_nothing_else() {
    let sentence = body(
        "If SCONJ IN 3 mark
         Chile PROPN NNP 3 nsubj
         attacks VERB VBZ 7 advcl attack
         Peru PROPN NNP 3 obj
         , PUNCT , 3 punct
         Bolivia PROPN NNP 7 nsubj
         condemned VERB VBD 0 root condemn
         Chile PROPN NNP 7 obj",
    );
    let entities = entities(
        &sentence,
        "2 Country Chile\n4 Country Peru\n6 Country Bolivia\n8 Country Chile",
    );
    assert_eq!(
        claims(&sentence, &entities),
        [
            "Bolivia criticises Chile Actual",
            "Chile attacks Peru Hypothetical"
        ]
    );
}

#[test]
fn according_to_attributes_the_clause() {
    let sentence = body(
        "According VERB VBG 3 case accord
         to ADP IN 1 fixed
         Ruiz PROPN NNP 6 obl
         , PUNCT , 3 punct
         Chile PROPN NNP 6 nsubj
         attacked VERB VBD 0 root attack
         Peru PROPN NNP 6 obj",
    );
    let entities = entities(&sentence, "3 Person Ruiz\n5 Country Chile\n7 Country Peru");
    assert_eq!(
        claims(&sentence, &entities),
        ["Chile attacks Peru Actual per Ruiz"]
    );
}

#[test]
fn a_reported_would_is_a_plan() {
    let sentence = body(
        "Ruiz PROPN NNP 2 nsubj
         said VERB VBD 0 root say
         Chile PROPN NNP 5 nsubj
         would AUX MD 5 aux
         attack VERB VB 2 ccomp
         Peru PROPN NNP 5 obj",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n3 Country Chile\n6 Country Peru");
    assert_eq!(
        claims(&sentence, &entities),
        ["Chile attacks Peru Planned per Ruiz"]
    );
}

#[test]
fn what_came_before_is_actual_whatever_is_planned_after_it() {
    let sentence = body(
        "Ruiz PROPN NNP 3 nsubj
         will AUX MD 3 aux
         resign VERB VB 0 root
         after ADP IN 7 case
         Chile PROPN NNP 7 nmod:poss
         's PART POS 5 case
         annexation NOUN NN 3 obl
         of ADP IN 9 case
         Arica PROPN NNP 7 nmod",
    );
    let entities = entities(
        &sentence,
        "1 Person Ruiz\n5 Country Chile\n9 Territory Arica",
    );
    assert_eq!(claims(&sentence, &entities), ["Chile annexes Arica Actual"]);
}

#[test]
fn a_planned_visit_is_planned() {
    let sentence = body(
        "Ruiz PROPN NNP 2 nsubj
         plans VERB VBZ 0 root plan
         a DET DT 4 det
         visit NOUN NN 2 obj
         to ADP IN 6 case
         Peru PROPN NNP 4 nmod",
    );
    let entities = entities(&sentence, "1 Person Ruiz\n6 Country Peru");
    assert_eq!(claims(&sentence, &entities), ["Ruiz visits Peru Planned"]);
}

#[test]
fn a_former_ally_is_no_ally() {
    let sentence = body(
        "Peru PROPN NNP 6 nsubj
         is AUX VBZ 6 cop be
         a DET DT 6 det
         former ADJ JJ 6 amod
         close ADJ JJ 6 amod
         ally NOUN NN 0 root
         of ADP IN 8 case
         Chile PROPN NNP 6 nmod",
    );
    let entities = entities(&sentence, "1 Country Peru\n8 Country Chile");
    assert_eq!(
        claims(&sentence, &entities),
        ["Peru formerlyAlliedWith Chile Actual"]
    );
}
