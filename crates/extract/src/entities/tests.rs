use crate::draft::{Entities, TokenRef};
use crate::entities::find_entities;
use crate::testing::{Lines, article, ontology};
use newsgraph_language::NameClass::{Organisation, Person, Place};

fn read(sentences: &[Lines<'_>]) -> Entities {
    let (_, analysis) = article(sentences);
    find_entities(&analysis, ontology())
}

/// The names of what a word refers to; sentence and word counted from 1.
fn referents(entities: &Entities, sentence: usize, word: usize) -> Vec<String> {
    let at = TokenRef {
        sentence: sentence - 1,
        token: word - 1,
    };
    entities
        .referents(at)
        .iter()
        .map(|&index| entities.draft(index).name.clone())
        .collect()
}

const RUIZ_MET_VEGA: &str = "
    Ana PROPN NNP 3 nsubj
    Ruiz PROPN NNP 1 flat
    met VERB VBD 0 root
    Pablo PROPN NNP 3 obj
    Vega PROPN NNP 4 flat
    _. PUNCT . 3 punct";

#[test]
fn a_surname_and_a_pronoun_refer_to_the_person_named_before() {
    let entities = read(&[
        (RUIZ_MET_VEGA, &[(1..2, Person), (4..5, Person)]),
        (
            "
            Vega PROPN NNP 2 nsubj
            said VERB VBD 0 root
            she PRON PRP 4 nsubj
            agreed VERB VBD 2 ccomp
            _. PUNCT . 2 punct",
            &[(1..1, Person)],
        ),
    ]);
    assert_eq!(referents(&entities, 2, 1), ["Pablo Vega"]);
    assert_eq!(referents(&entities, 2, 3), ["Ana Ruiz"]);
    assert_eq!(entities.drafts.len(), 2);
}

#[test]
fn a_capital_that_speaks_stands_for_its_country() {
    let entities = read(&[(
        "
        Oslo PROPN NNP 2 nsubj
        denied VERB VBD 0 root
        the DET DT 4 det
        report NOUN NN 2 obj
        _. PUNCT . 2 punct",
        &[(1..1, Place)],
    )]);
    assert_eq!(referents(&entities, 1, 1), ["Norway"]);
    let norway = entities.drafts.iter().find(|draft| draft.name == "Norway");
    assert!(norway.is_some_and(|draft| {
        draft
            .mentions
            .iter()
            .all(|mention| mention.literal.is_some())
    }));
}

#[test]
fn a_capital_where_something_happens_is_the_city() {
    let entities = read(&[(
        "
        They PRON PRP 2 nsubj
        met VERB VBD 0 root
        in ADP IN 4 case
        Oslo PROPN NNP 2 obl
        _. PUNCT . 2 punct",
        &[(4..4, Place)],
    )]);
    assert_eq!(referents(&entities, 1, 4), ["Oslo"]);
}

#[test]
fn an_abbreviation_in_brackets_is_a_name_of_the_same_body() {
    let entities = read(&[(
        "
        The DET DT 4 det
        Coastal PROPN NNP 4 compound
        Rescue PROPN NNP 4 compound
        League PROPN NNP 8 nsubj
        _( PUNCT -LRB- 6 punct
        _CRL PROPN NNP 4 appos
        _) PUNCT -RRB- 6 punct
        closed VERB VBD 0 root
        _. PUNCT . 8 punct",
        &[(2..4, Organisation)],
    )]);
    assert_eq!(entities.drafts.len(), 1);
    assert_eq!(entities.drafts[0].names, ["CRL"]);
}

#[test]
fn soldiers_of_a_country_act_for_it() {
    let entities = read(&[(
        "
        Kenyan ADJ JJ 2 amod
        soldiers NOUN NNS 3 nsubj
        left VERB VBD 0 root
        _. PUNCT . 3 punct",
        &[],
    )]);
    let acting = entities.actors(TokenRef {
        sentence: 0,
        token: 1,
    });
    assert_eq!(acting.len(), 1);
    assert_eq!(entities.draft(acting[0]).name, "Kenya");
}

#[test]
fn the_country_is_the_last_one_that_does_not_act_itself() {
    let entities = read(&[(
        "
        Norway PROPN NNP 2 nsubj
        warned VERB VBD 0 root
        Kenya PROPN NNP 2 obj
        before SCONJ IN 6 mark
        it PRON PRP 6 nsubj
        attacked VERB VBD 2 advcl
        the DET DT 8 det
        country NOUN NN 6 obj
        _. PUNCT . 2 punct",
        &[(1..1, Place), (3..3, Place)],
    )]);
    assert_eq!(referents(&entities, 1, 8), ["Kenya"]);
}

#[test]
fn a_capital_that_is_accused_or_sells_stands_for_its_country() {
    let entities = read(&[(
        "
        Oslo PROPN NNP 2 nsubj
        accused VERB VBD 0 root accuse
        Nairobi PROPN NNP 2 obj
        _. PUNCT . 2 punct",
        &[(1..1, Place), (3..3, Place)],
    )]);
    assert_eq!(referents(&entities, 1, 3), ["Kenya"]);
    let entities = read(&[(
        "
        Chile PROPN NNP 2 nsubj
        bought VERB VBD 0 root buy
        ships NOUN NNS 2 obj ship
        from ADP IN 5 case
        Oslo PROPN NNP 2 obl
        _. PUNCT . 2 punct",
        &[(1..1, Place), (5..5, Place)],
    )]);
    assert_eq!(referents(&entities, 1, 5), ["Norway"]);
}

#[test]
fn coordinated_nouns_share_their_possessor() {
    let entities = read(&[(
        "
        Kenya PROPN NNP 3 nmod:poss
        _'s PART POS 1 case
        purchase NOUN NN 10 nsubj
        of ADP IN 5 case
        Mombasa PROPN NNP 3 nmod
        and CCONJ CC 8 cc
        its PRON PRP$ 8 nmod:poss
        plans NOUN NNS 3 conj plan
        quickly ADV RB 10 advmod
        failed VERB VBD 0 root fail
        _. PUNCT . 10 punct",
        &[(1..1, Place), (5..5, Place)],
    )]);
    assert_eq!(referents(&entities, 1, 7), ["Kenya"]);
}

#[test]
fn the_top_diplomat_is_the_named_foreign_minister() {
    let entities = read(&[
        (
            "
            Kenya PROPN NNP 4 nmod:poss
            _'s PART POS 1 case
            top ADJ JJ 4 amod
            diplomat NOUN NN 5 nsubj
            spoke VERB VBD 0 root
            _. PUNCT . 5 punct",
            &[(1..1, Place)],
        ),
        (
            "
            Kenyan ADJ JJ 3 amod
            Foreign ADJ JJ 3 amod
            Minister NOUN NN 4 nmod:desc
            Ana PROPN NNP 6 nsubj
            Ruiz PROPN NNP 4 flat
            met VERB VBD 0 root
            Foreign ADJ JJ 8 amod
            Minister NOUN NN 9 nmod:desc
            Pablo PROPN NNP 6 obj
            Vega PROPN NNP 9 flat
            _. PUNCT . 6 punct",
            &[(4..5, Person), (9..10, Person)],
        ),
    ]);
    assert_eq!(referents(&entities, 1, 4), ["Ana Ruiz"]);
}

#[test]
fn bodies_in_brackets_after_several_candidates_are_their_parties() {
    let entities = read(&[(
        "
        Election NOUN NN 0 root election
        : PUNCT : 1 punct
        Ana PROPN NNP 1 dep
        Ruiz PROPN NNP 3 flat
        ( PUNCT -LRB- 6 punct
        _Reform PROPN NNP 3 appos
        _) PUNCT -RRB- 6 punct
        _, PUNCT , 9 punct
        Pablo PROPN NNP 3 conj
        Vega PROPN NNP 9 flat
        ( PUNCT -LRB- 12 punct
        _Forward PROPN NNP 9 appos
        _) PUNCT -RRB- 12 punct",
        &[(3..4, Person), (9..10, Person)],
    )]);
    let parties: Vec<&str> = entities
        .drafts
        .iter()
        .filter(|draft| draft.class == "PoliticalOrganisation")
        .map(|draft| draft.name.as_str())
        .collect();
    assert_eq!(parties, ["Reform", "Forward"]);
}

#[test]
fn an_unknown_name_before_the_noun_for_a_road_is_the_roads() {
    let entities = read(&[(
        "
        Nine NUM CD 2 nummod
        people NOUN NNS 3 nsubj
        died VERB VBD 0 root
        on ADP IN 7 case
        the DET DT 7 det
        Karalgo PROPN NNP 7 compound
        highway NOUN NN 3 obl",
        &[(5..6, Place)],
    )]);
    let road = entities.drafts.iter().find(|draft| draft.name == "Karalgo");
    assert_eq!(road.map(|draft| draft.class.as_str()), Some("Facility"));
}
