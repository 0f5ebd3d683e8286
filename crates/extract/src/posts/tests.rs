use crate::draft::{DraftClaim, Entities, EntityIndex};
use crate::entities::find_entities;
use crate::posts::{Kinship, find_posts};
use crate::testing::{Lines, article, ontology};
use newsgraph_language::NameClass::{Organisation, Person, Place};

/// The claims of the sentences as "subject relation object", in order of the text, and the entities.
fn read(sentences: &[Lines<'_>]) -> (Vec<String>, Entities) {
    let (_, analysis) = article(sentences);
    let mut entities = find_entities(&analysis, ontology());
    let claims = find_posts(
        &analysis,
        ontology(),
        &Kinship::new(ontology()),
        &mut entities,
    );
    let name = |index: EntityIndex| entities.draft(index).name.clone();
    let told = |claim: &DraftClaim| {
        format!(
            "{} {} {}",
            name(claim.subject),
            claim.relation,
            name(claim.object)
        )
    };
    (claims.iter().map(told).collect(), entities)
}

const KENYAN_MINISTER: &str = "
    Kenyan ADJ JJ 3 amod
    foreign ADJ JJ 3 amod
    minister NOUN NN 4 nmod:desc
    Ana PROPN NNP 6 nsubj
    Ruiz PROPN NNP 4 flat
    visited VERB VBD 0 root
    Nakuru PROPN NNP 6 obj
    _, PUNCT , 9 punct
    Kenya PROPN NNP 7 appos
    _. PUNCT . 6 punct";

#[test]
fn a_title_gives_post_and_body() {
    let (claims, _) = read(&[(
        KENYAN_MINISTER,
        &[(4..5, Person), (7..7, Place), (9..9, Place)],
    )]);
    assert!(
        claims.contains(&"Ana Ruiz holdsPost Foreign Minister of Kenya".to_owned()),
        "{claims:?}"
    );
    assert!(
        claims.contains(&"Ana Ruiz officialOf Kenya".to_owned()),
        "{claims:?}"
    );
}

#[test]
fn a_place_before_a_larger_one_lies_in_it() {
    let (claims, _) = read(&[(
        KENYAN_MINISTER,
        &[(4..5, Person), (7..7, Place), (9..9, Place)],
    )]);
    assert!(
        claims.contains(&"Nakuru locatedIn Kenya".to_owned()),
        "{claims:?}"
    );
}

#[test]
fn a_former_president_does_not_lead() {
    let (claims, _) = read(&[(
        "
        Former ADJ JJ 3 amod
        Polish ADJ JJ 3 amod
        president NOUN NN 4 nmod:desc
        Jan PROPN NNP 6 nsubj
        Nowak PROPN NNP 4 flat
        spoke VERB VBD 0 root
        _. PUNCT . 6 punct",
        &[(4..5, Person)],
    )]);
    assert!(
        claims.contains(&"Jan Nowak formerlyHeldPost President of Poland".to_owned()),
        "{claims:?}"
    );
    assert!(
        claims.contains(&"Jan Nowak formerOfficialOf Poland".to_owned()),
        "{claims:?}"
    );
    assert!(
        !claims.iter().any(|claim| claim.contains(" leads ")),
        "{claims:?}"
    );
}

#[test]
fn an_apposition_gives_the_post_and_its_company() {
    let (claims, _) = read(&[(
        "
        Marta PROPN NNP 8 nsubj
        Okoro PROPN NNP 1 flat
        _, PUNCT , 4 punct
        CEO NOUN NN 1 appos
        of ADP IN 6 case
        Vulpes PROPN NNP 4 nmod
        _, PUNCT , 4 punct
        resigned VERB VBD 0 root
        _. PUNCT . 8 punct",
        &[(1..2, Person), (6..6, Organisation)],
    )]);
    assert!(
        claims.contains(&"Marta Okoro holdsPost CEO of Vulpes".to_owned()),
        "{claims:?}"
    );
    assert!(
        claims.contains(&"Marta Okoro leads Vulpes".to_owned()),
        "{claims:?}"
    );
}

#[test]
fn a_national_body_belongs_to_its_country() {
    let (claims, entities) = read(&[(
        "
        The DET DT 3 det
        Norwegian ADJ JJ 3 amod
        army NOUN NN 4 nsubj
        fired VERB VBD 0 root
        _. PUNCT . 4 punct",
        &[],
    )]);
    assert_eq!(claims, ["Norwegian army suborganisationOf Norway"]);
    let army = entities
        .drafts
        .iter()
        .find(|draft| draft.name == "Norwegian army");
    assert_eq!(army.map(|draft| draft.class.as_str()), Some("ArmedForce"));
}

#[test]
fn countries_in_a_list_do_not_lie_in_each_other() {
    let (claims, _) = read(&[(
        "
        Norway PROPN NNP 6 nsubj
        _, PUNCT , 3 punct
        Kenya PROPN NNP 1 conj
        and CCONJ CC 5 cc
        Chile PROPN NNP 1 conj
        voted VERB VBD 0 root
        _. PUNCT . 6 punct",
        &[(1..1, Place), (3..3, Place), (5..5, Place)],
    )]);
    assert!(claims.is_empty(), "{claims:?}");
}

#[test]
fn an_office_taken_by_election_is_a_post() {
    let (_, entities) = read(&[(
        "
        Voters NOUN NNS 2 nsubj
        elected VERB VBD 0 root elect
        Ana PROPN NNP 2 obj
        Ruiz PROPN NNP 3 flat
        president NOUN NN 2 xcomp
        of ADP IN 7 case
        Kenya PROPN NNP 5 nmod
        _. PUNCT . 2 punct",
        &[(3..4, Person), (7..7, Place)],
    )]);
    let at = crate::draft::TokenRef {
        sentence: 0,
        token: 4,
    };
    let referents = entities.referents(at);
    assert_eq!(referents.len(), 1);
    assert_eq!(entities.draft(referents[0]).name, "President of Kenya");
}

#[test]
fn a_party_in_brackets_is_whom_the_person_stands_for() {
    let (claims, _) = read(&[(
        "
        Ana PROPN NNP 7 nsubj
        Ruiz PROPN NNP 1 flat
        ( PUNCT -LRB- 5 punct
        _Reform PROPN NNP 5 compound
        Party PROPN NNP 1 appos
        _) PUNCT -RRB- 5 punct
        won VERB VBD 0 root
        _. PUNCT . 7 punct",
        &[(1..2, Person), (4..5, Organisation)],
    )]);
    assert_eq!(claims, ["Ana Ruiz affiliatedWith Reform Party"]);
}

#[test]
fn an_office_without_a_body_has_none_where_two_countries_compete() {
    let (claims, _) = read(&[(
        "
        Kenya PROPN NNP 4 nsubj
        and CCONJ CC 3 cc
        Chile PROPN NNP 1 conj
        thanked VERB VBD 0 root
        President PROPN NNP 6 nmod:desc
        Ana PROPN NNP 4 obj
        Ruiz PROPN NNP 6 flat
        _. PUNCT . 4 punct",
        &[(1..1, Place), (3..3, Place), (6..7, Person)],
    )]);
    assert_eq!(claims, ["Ana Ruiz holdsPost President"]);
}

#[test]
fn an_office_of_one_state_alone_is_that_states() {
    let (claims, _) = read(&[(
        "
        Norway PROPN NNP 5 nsubj
        and CCONJ CC 4 cc
        the DET DT 4 det
        US PROPN NNP 1 conj
        thanked VERB VBD 0 root
        Defense PROPN NNP 7 compound
        Secretary PROPN NNP 8 nmod:desc
        Ana PROPN NNP 5 obj
        Ruiz PROPN NNP 8 flat
        _. PUNCT . 5 punct",
        &[(1..1, Place), (4..4, Place), (8..9, Person)],
    )]);
    assert!(
        claims.contains(&"Ana Ruiz officialOf United States".to_owned()),
        "{claims:?}"
    );
}

#[test]
fn a_person_keeps_the_body_that_the_article_gives_once() {
    let (claims, _) = read(&[
        (
            KENYAN_MINISTER,
            &[(4..5, Person), (7..7, Place), (9..9, Place)],
        ),
        (
            "
            Chile PROPN NNP 2 nsubj
            thanked VERB VBD 0 root
            Foreign PROPN NNP 4 amod
            Minister PROPN NNP 5 nmod:desc
            Ruiz PROPN NNP 2 obj
            _. PUNCT . 2 punct",
            &[(1..1, Place), (5..5, Person)],
        ),
    ]);
    assert!(
        claims
            .iter()
            .all(|claim| !claim.ends_with("Foreign Minister") && !claim.contains("Chile")),
        "{claims:?}"
    );
}

#[test]
fn an_ambassador_is_of_the_sending_state() {
    let (claims, _) = read(&[(
        "
        Ana PROPN NNP 12 nsubj
        Ruiz PROPN NNP 1 flat
        _, PUNCT , 6 punct
        Kenya PROPN NNP 6 nmod:poss
        _'s PART POS 4 case
        ambassador NOUN NN 1 appos
        to ADP IN 9 case
        the DET DT 9 det
        US PROPN NNP 6 nmod
        _, PUNCT , 6 punct
        calmly ADV RB 12 advmod
        spoke VERB VBD 0 root
        _. PUNCT . 12 punct",
        &[(1..2, Person), (4..4, Place), (9..9, Place)],
    )]);
    assert!(
        claims.contains(&"Ana Ruiz holdsPost Ambassador of Kenya to the United States".to_owned())
            && claims.contains(&"Ana Ruiz officialOf Kenya".to_owned()),
        "{claims:?}"
    );
    assert!(
        !claims
            .iter()
            .any(|claim| claim.contains("Of United States")),
        "{claims:?}"
    );
}

#[test]
fn under_a_president_is_no_office() {
    let (claims, _) = read(&[(
        "
        Trade NOUN NN 2 nsubj
        fell VERB VBD 0 root
        under ADP IN 6 case
        former ADJ JJ 6 amod
        president NOUN NN 6 nmod:desc
        Ana PROPN NNP 2 obl
        Ruiz PROPN NNP 6 flat
        _. PUNCT . 2 punct",
        &[(6..7, Person)],
    )]);
    assert_eq!(claims, ["Ana Ruiz formerlyHeldPost President"]);
}

#[test]
fn who_leaves_a_post_held_it() {
    let (claims, _) = read(&[(
        "
        Marta PROPN NNP 3 nsubj
        Okoro PROPN NNP 1 flat
        resigned VERB VBD 0 root resign
        as ADP IN 5 case
        CEO NOUN NN 3 obl
        of ADP IN 7 case
        Vulpes PROPN NNP 5 nmod
        _. PUNCT . 3 punct",
        &[(1..2, Person), (7..7, Organisation)],
    )]);
    assert_eq!(
        claims,
        [
            "Marta Okoro formerlyHeldPost CEO of Vulpes",
            "Marta Okoro formerOfficialOf Vulpes"
        ]
    );
}

#[test]
fn who_is_sacked_held_the_office_and_the_verb_is_no_part_of_it() {
    let (claims, _) = read(&[(
        "
        Kenya PROPN NNP 3 nmod:poss
        _'s PART POS 1 case
        king NOUN NN 4 nsubj
        sacked VERB VBD 0 root sack
        foreign ADJ JJ 6 amod
        minister NOUN NN 7 nmod:desc
        Ana PROPN NNP 4 obj
        Ruiz PROPN NNP 7 flat
        _. PUNCT . 4 punct",
        &[(1..1, Place), (7..8, Person)],
    )]);
    assert!(
        claims.contains(&"Ana Ruiz formerlyHeldPost Foreign Minister of Kenya".to_owned())
            && claims.contains(&"Ana Ruiz formerOfficialOf Kenya".to_owned()),
        "{claims:?}"
    );
}
