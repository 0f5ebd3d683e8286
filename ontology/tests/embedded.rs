//! What the embedded ontology promises to everything that is built on it.

use newsgraph_model::Modality;
use newsgraph_ontology::{
    CueKind, OfficeModifier, OfficeRank, Ontology, Pattern, PatternPos, RelationType, WordList,
};
use std::sync::LazyLock;

/// Loaded once for all tests.
#[expect(
    clippy::unwrap_used,
    reason = "a broken embedded file fails every test here"
)]
fn ontology() -> &'static Ontology {
    static ONTOLOGY: LazyLock<Ontology> = LazyLock::new(|| Ontology::embedded().unwrap());
    &ONTOLOGY
}

#[test]
fn a_relation_carries_its_meaning_and_codes() {
    let ontology = ontology();
    let meets = ontology.relation("meets").unwrap();
    assert!(meets.symmetric);
    assert_eq!(meets.domain, "Actor");
    assert_eq!(meets.event.as_ref().unwrap().name, "Meeting");
    assert_eq!(meets.plover.as_deref(), Some("CONSULT"));
    let holds = ontology.relation("holdsPost").unwrap();
    assert_eq!(holds.past_form.as_deref(), Some("formerlyHeldPost"));
    let strikes = ontology.relation("strikes").unwrap();
    assert_eq!(strikes.parent.as_deref(), Some("attacks"));
}

#[test]
fn countries_act_and_are_places_and_people_are_neither_bodies() {
    let classes = &ontology().classes;
    assert!(classes.is_a("Country", "Actor"));
    assert!(classes.is_a("Country", "Place"));
    assert!(!classes.is_a("Person", "Organisation"));
}

#[test]
fn every_class_is_an_entity_an_event_or_part_of_the_record() {
    let ontology = ontology();
    let record = [
        "Claim",
        "Modality",
        "Article",
        "TextRegion",
        "Mention",
        "TimeExpression",
        "ReportedGraph",
        "RelationType",
        "OfficeRank",
        "OfficeModifier",
        "Gender",
    ];
    for class in ontology.classes.iter() {
        let reached = ["Entity", "Event"]
            .iter()
            .chain(&record)
            .any(|top| ontology.classes.is_a(&class.name, top));
        assert!(reached, "{} hangs in the air", class.name);
    }
}

#[test]
fn every_relation_has_triggers_that_its_example_uses() {
    for relation in &ontology().relations {
        for example in &relation.examples {
            assert!(example.ends_with('.'), "{}: {example}", relation.name);
            assert!(
                relation
                    .patterns
                    .iter()
                    .any(|pattern| names_a_word_of(pattern, example)),
                "{}: no pattern speaks of \"{example}\"",
                relation.name
            );
        }
    }
}

/// Whether a word of the trigger begins like a word of the sentence; a construction needs no word.
fn names_a_word_of(pattern: &Pattern, sentence: &str) -> bool {
    let stem = |lemma: &str| match lemma {
        "fight" => "fought".to_owned(),
        "buy" => "bought".to_owned(),
        "bear" => "born".to_owned(),
        _ => lemma.chars().take(4).collect(),
    };
    let stems: Vec<String> = pattern.lemmas.iter().map(|lemma| stem(lemma)).collect();
    pattern.pos == PatternPos::Construction
        || sentence
            .to_lowercase()
            .split(' ')
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

#[test]
fn no_relation_finds_the_same_words_twice() {
    for relation in &ontology().relations {
        let mut sources: Vec<&str> = relation
            .patterns
            .iter()
            .map(|pattern| pattern.source.as_str())
            .collect();
        sources.sort_unstable();
        let all = sources.len();
        sources.dedup();
        assert_eq!(all, sources.len(), "{}", relation.name);
    }
}

#[test]
fn the_source_of_a_pattern_is_that_pattern_alone() {
    let ontology = ontology();
    let lists = |relation: &RelationType| {
        relation.patterns.iter().any(|pattern| {
            let trigger = pattern.source.split('(').next().unwrap_or_default();
            trigger.contains('|')
        })
    };
    assert!(!ontology.relations.iter().any(lists));
}

#[test]
fn every_word_list_has_words_and_a_declared_property() {
    let lexicon = &ontology().lexicon;
    let text = include_str!("../lexicon.ttl");
    for (list, property) in WordList::PROPERTIES {
        assert!(!lexicon.words(list).is_empty(), "{property}");
        assert!(text.contains(&format!("# ng:{property}")), "{property}");
        assert!(
            text.contains(&format!("ng:{property} a owl:AnnotationProperty")),
            "{property}"
        );
    }
}

#[test]
fn offices_have_a_rank_and_a_written_form() {
    let lexicon = &ontology().lexicon;
    let rank = |words: &str| lexicon.offices.get(words).unwrap().rank;
    assert_eq!(rank("prime minister"), OfficeRank::Head);
    assert_eq!(rank("foreign minister"), OfficeRank::Official);
    assert_eq!(rank("spokeswoman"), OfficeRank::Staff);
    assert_eq!(rank("senator"), OfficeRank::Member);
    assert_eq!(rank("colonel"), OfficeRank::Title);
    assert_eq!(lexicon.offices.get("pm").unwrap().label, "Prime Minister");
    assert_eq!(
        lexicon.offices.get("secretary of state").unwrap().label,
        "Secretary of State"
    );
    assert_eq!(lexicon.office_modifiers["former"], OfficeModifier::Former);
    assert_eq!(lexicon.office_modifiers["elect"], OfficeModifier::Future);
    assert_eq!(lexicon.office_modifiers["deputy"], OfficeModifier::OfOffice);
}

#[test]
fn every_word_of_the_lexicon_names_a_declared_class() {
    let ontology = ontology();
    let lexicon = &ontology.lexicon;
    let nouns = [
        &lexicon.organisation_nouns,
        &lexicon.person_nouns,
        &lexicon.place_nouns,
        &lexicon.event_nouns,
        &lexicon.thing_nouns,
    ];
    for class in nouns.iter().flat_map(|nouns| nouns.values()) {
        assert!(ontology.classes.get(class).is_some(), "{class}");
    }
}

#[test]
fn metonyms_national_offices_and_party_letters_belong_to_names_that_are_known() {
    let ontology = ontology();
    let unknown: Vec<&String> = ontology
        .lexicon
        .metonyms
        .values()
        .chain(ontology.lexicon.national_offices.values())
        .chain(ontology.lexicon.party_letters.values())
        .filter(|name| ontology.gazetteer.lookup(name).is_empty())
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn cues_cover_every_modality_but_plain_fact() {
    let cues = &ontology().cues;
    for modality in Modality::ALL {
        let count = cues
            .modality
            .iter()
            .filter(|(of, _)| *of == modality)
            .count();
        assert_eq!(count == 0, modality == Modality::Actual, "{modality:?}");
    }
    let will = &cues
        .modality
        .iter()
        .find(|(_, cue)| cue.lemmas == ["will"])
        .unwrap()
        .1;
    assert_eq!(will.kind, CueKind::Auxiliary);
    assert!(cues.ended.iter().any(|cue| cue.lemmas == ["lift"]));
}
