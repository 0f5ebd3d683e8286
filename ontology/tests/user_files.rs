//! What a user's own ontology file can add or override, and what the loader says when it is wrong.

use newsgraph_ontology::{Ontology, OntologyError, PatternPos, SlotName, WordList};
use std::path::PathBuf;

const PREFIXES: &str = r#"@prefix ng: <https://w3id.org/newsgraph/ns#> .
@prefix my: <https://example.org/vocabulary#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"#;

const SMUGGLES: &str = r#"my:smuggles a ng:RelationType , owl:ObjectProperty ;
    rdfs:label "smuggles"@en ;
    skos:definition "The actor brings the thing across a border in secret."@en ;
    rdfs:domain ng:Actor ;
    rdfs:range ng:Entity ;
    ng:eventClass my:Smuggling ; ng:subjectRole ng:agent ; ng:objectRole ng:theme ;
    ng:pattern "smuggle(v): subj -> obj" ,
        "smuggling(n): poss|by -> of" ;
    ng:example "The crew smuggled ivory."@en .
my:Smuggling a owl:Class ; rdfs:subClassOf ng:LegalEvent ; rdfs:label "smuggling"@en .
"#;

struct UserFile {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn user_file(turtle: &str) -> UserFile {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ttl");
    std::fs::write(&path, format!("{PREFIXES}{turtle}")).expect("a file");
    UserFile {
        _folder: folder,
        path,
    }
}

fn load(turtle: &str) -> Result<Ontology, OntologyError> {
    let file = user_file(turtle);
    Ontology::with_files(std::slice::from_ref(&file.path), &[])
}

/// Line of the user's text, counted without the prefixes, and the problem.
fn refusal(turtle: &str) -> (u64, String) {
    match load(turtle) {
        Err(OntologyError::Invalid {
            file,
            line,
            problem,
        }) => {
            assert!(file.ends_with("mine.ttl"), "{problem}");
            (line - PREFIXES.lines().count() as u64, problem)
        }
        Err(other) => panic!("unexpected error: {other}"),
        Ok(_) => panic!("the file was accepted:\n{turtle}"),
    }
}

/// The smuggling file with one piece of it replaced.
fn smuggles_with(piece: &str, replacement: &str) -> String {
    assert!(SMUGGLES.contains(piece), "{piece}");
    SMUGGLES.replacen(piece, replacement, 1)
}

#[test]
fn a_file_adds_a_relation_with_a_class_of_its_own() {
    let ontology = load(SMUGGLES).unwrap();
    let smuggles = ontology.relation("smuggles").unwrap();
    assert_eq!(smuggles.iri, "https://example.org/vocabulary#smuggles");
    assert_eq!(smuggles.event.as_ref().unwrap().name, "Smuggling");
    assert_eq!(smuggles.examples, ["The crew smuggled ivory."]);
    assert_eq!(smuggles.patterns.len(), 2);
    assert_eq!(smuggles.patterns[0].pos, PatternPos::Verb);
    assert_eq!(smuggles.patterns[0].object[0].name, SlotName::Object);
    assert!(ontology.classes.is_a("Smuggling", "Event"));
    assert!(ontology.relation("meets").is_some());
}

#[test]
fn a_file_overrides_a_relation_by_stating_it_again() {
    let ontology = load(
        r#"ng:annexes a ng:RelationType , owl:ObjectProperty ;
    rdfs:label "annexes"@en ; skos:definition "Takes land."@en ;
    rdfs:domain ng:Country ; rdfs:range ng:Territory ;
    ng:pattern "gobble up(v): subj -> obj" ; ng:example "It gobbled up the valley."@en ."#,
    )
    .unwrap();
    let annexes = ontology.relation("annexes").unwrap();
    assert_eq!(annexes.domain, "Country");
    assert_eq!(annexes.event, None);
    assert_eq!(annexes.patterns.len(), 1);
    assert_eq!(annexes.patterns[0].lemmas, ["gobble", "up"]);
}

#[test]
fn a_file_adds_a_pattern_to_a_relation_that_it_does_not_declare() {
    let before = Ontology::embedded().unwrap();
    let after = load(r#"ng:annexes ng:pattern "gobble up(v): subj -> obj" ."#).unwrap();
    let patterns = |ontology: &Ontology| ontology.relation("annexes").unwrap().patterns.len();
    assert_eq!(patterns(&after), patterns(&before) + 1);
}

#[test]
fn a_file_adds_words_to_cues_and_lexicon() {
    let ontology = load(
        r#"ng:Planned ng:cue "be inked in to(aux)" .
ng:HeadRank ng:office "grand vizier" .
ng:GovernmentAgency ng:organisationNoun "vizierate" .
ng:Country ng:metonym "Topkapi = Turkey" .
ng:Election ng:electiveAdjective "vizieral = Grand Vizier" .
ng:PoliticalOrganisation ng:partyLetters "V = Vizier Party" ."#,
    )
    .unwrap();
    let inked_in =
        |(_, cue): &&(_, newsgraph_ontology::Cue)| cue.lemmas == ["be", "inked", "in", "to"];
    assert!(ontology.cues.modality.iter().find(inked_in).is_some());
    assert_eq!(
        ontology.lexicon.offices.get("grand vizier").unwrap().label,
        "Grand Vizier"
    );
    assert_eq!(
        ontology.lexicon.organisation_nouns["vizierate"],
        "GovernmentAgency"
    );
    assert_eq!(ontology.lexicon.metonyms["topkapi"], "Turkey");
    assert_eq!(
        ontology.lexicon.elective_adjectives["vizieral"],
        "Grand Vizier"
    );
    assert_eq!(ontology.lexicon.party_letters["V"], "Vizier Party");
}

#[test]
fn a_file_adds_words_to_any_list() {
    let ontology = load(
        r#"ng:Post ng:removalVerb "defenestrate" .
ng:Person ng:pairNoun "viziers" ."#,
    )
    .unwrap();
    let lexicon = &ontology.lexicon;
    assert!(lexicon.has(WordList::RemovalVerb, "defenestrate"));
    assert!(lexicon.has(WordList::RemovalVerb, "dismiss"));
    assert!(!lexicon.has(WordList::DepartureVerb, "defenestrate"));
    assert_eq!(lexicon.pair_nouns["viziers"], "Person");
}

#[test]
fn a_word_that_is_no_text_is_refused_where_it_stands() {
    let (line, problem) = refusal("ng:Event ng:lightVerb \"hold\" ;\n    ng:aspectVerb my:begin .");
    assert_eq!(
        (line, problem.as_str()),
        (2, "ng:aspectVerb takes a word in quotation marks")
    );
}

#[test]
fn a_class_stated_again_keeps_its_words() {
    let ontology =
        load("ng:Company a owl:Class ; rdfs:subClassOf ng:Organisation ; rdfs:label \"firm\"@en .")
            .unwrap();
    assert_eq!(ontology.classes.get("Company").unwrap().label, "firm");
    assert_eq!(ontology.lexicon.organisation_nouns["airline"], "Company");
}

#[test]
fn a_missing_file_is_named() {
    let error = Ontology::with_files(&[PathBuf::from("no/such.ttl")], &[]).unwrap_err();
    assert!(
        error.to_string().starts_with("cannot read no/such.ttl: "),
        "{error}"
    );
}

#[test]
fn what_is_not_turtle_is_refused_at_its_line() {
    let (line, problem) = refusal("my:a my:b\n    my:c ;;\n    my:d \"open .\n");
    assert!((2..=4).contains(&line), "{line}: {problem}");
    assert!(problem.starts_with("not Turtle: "), "{problem}");
}

#[test]
fn text_in_another_encoding_is_refused_at_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("latin1.ttl");
    std::fs::write(&path, b"# caf\xE9\n").unwrap();
    let error = Ontology::with_files(std::slice::from_ref(&path), &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "{}:1: not UTF-8 text; save the file as UTF-8",
            path.display()
        )
    );
}

#[test]
fn the_message_reads_file_line_problem() {
    let file = user_file(&smuggles_with("    rdfs:label \"smuggles\"@en ;\n", ""));
    let error = Ontology::with_files(std::slice::from_ref(&file.path), &[]).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "{}:6: relation my:smuggles has no label; add rdfs:label \"…\"@en",
            file.path.display()
        )
    );
}

#[test]
fn a_relation_must_be_complete() {
    let without = |piece: &str| refusal(&smuggles_with(piece, ""));
    assert_eq!(
        without(
            "    skos:definition \"The actor brings the thing across a border in secret.\"@en ;\n"
        ),
        (
            1,
            "relation my:smuggles has no definition; add skos:definition \"…\"@en".to_owned()
        )
    );
    assert_eq!(
        without("    rdfs:domain ng:Actor ;\n"),
        (
            1,
            "relation my:smuggles has no domain; add rdfs:domain and a class, such as ng:Actor"
                .to_owned()
        )
    );
    assert_eq!(
        refusal(&smuggles_with(
            "    ng:pattern \"smuggle(v): subj -> obj\" ,\n        \"smuggling(n): poss|by -> of\" ;\n",
            ""
        )),
        (
            1,
            "relation my:smuggles has no pattern; add ng:pattern \"LEMMA(v): subj -> obj\""
                .to_owned()
        )
    );
    assert_eq!(
        refusal(&smuggles_with(" ;\n    ng:example \"The crew smuggled ivory.\"@en .", " .")),
        (
            1,
            "relation my:smuggles has no example; add ng:example \"…\"@en with a sentence that says it"
                .to_owned()
        )
    );
    assert_eq!(
        without(" ng:subjectRole ng:agent ;").1,
        "relation my:smuggles names only some of ng:eventClass, ng:subjectRole and ng:objectRole; \
         an event names all three, a state none"
    );
}

#[test]
fn a_wrong_statement_is_refused_at_its_own_line() {
    let (line, problem) = refusal(&smuggles_with(
        "rdfs:range ng:Entity",
        "rdfs:range my:Goods",
    ));
    assert_eq!(line, 5);
    assert_eq!(
        problem,
        "relation my:smuggles has the range my:Goods, which is not a declared class; add \"my:Goods a \
         owl:Class ; rdfs:subClassOf … ; rdfs:label …\" or name a declared class"
    );
    let (line, problem) = refusal(&smuggles_with("poss|by -> of", "poss|by -> off of"));
    assert_eq!(line, 8);
    assert!(
        problem.starts_with(
            "relation my:smuggles pattern \"smuggling(n): poss|by -> off of\": \"off of\" is no slot"
        ),
        "{problem}"
    );
    let (line, problem) = refusal(&smuggles_with("subj -> obj\"", "subj -> obj:Loot\""));
    assert_eq!(
        (line, problem.as_str()),
        (
            7,
            "relation my:smuggles pattern \"smuggle(v): subj -> obj:Loot\": Loot is not a declared class"
        )
    );
    let (line, problem) = refusal(&smuggles_with(
        "ng:objectRole ng:theme",
        "ng:objectRole ng:cargo",
    ));
    assert_eq!(line, 6);
    assert!(
        problem.contains("object role that is no role there; use one of ng:agent"),
        "{problem}"
    );
}

#[test]
fn a_symmetric_relation_has_equal_sides() {
    let symmetric = smuggles_with("owl:ObjectProperty ;", "owl:SymmetricProperty ;");
    assert_eq!(
        refusal(&symmetric).1,
        "relation my:smuggles is symmetric, but its domain Actor is not its range Entity; give both the \
         same class"
    );
    assert_eq!(
        refusal(&symmetric.replace("rdfs:range ng:Entity", "rdfs:range ng:Actor")).1,
        "relation my:smuggles is symmetric, but its roles agent and theme differ; give both sides the \
         same role"
    );
}

#[test]
fn past_form_and_super_property_are_relation_types() {
    let with = |line: &str| {
        refusal(&smuggles_with(
            "    rdfs:range",
            &format!("    {line}\n    rdfs:range"),
        ))
    };
    assert_eq!(
        with("ng:pastForm my:smuggled ;"),
        (
            5,
            "relation my:smuggles has a past form that is not a relation type; declare it as ng:RelationType"
                .to_owned()
        )
    );
    assert_eq!(
        with("rdfs:subPropertyOf ng:moves ;"),
        (
            5,
            "relation my:smuggles has the super-property ng:moves, which is not a relation type"
                .to_owned()
        )
    );
}

#[test]
fn a_misspelt_property_is_refused() {
    let (line, problem) = refusal("\nng:annexes ng:patern \"gobble(v): subj -> obj\" .");
    assert_eq!(
        (line, problem.as_str()),
        (
            2,
            "ng:annexes: the vocabulary has no property ng:patern; mind the spelling, or declare it"
        )
    );
}

#[test]
fn a_class_cannot_be_above_itself_or_below_nothing() {
    assert_eq!(
        refusal("my:A a owl:Class ; rdfs:label \"a\"@en ; rdfs:subClassOf my:A .").1,
        "class my:A is its own super-class; break the circle of rdfs:subClassOf"
    );
    assert_eq!(
        refusal("my:A a owl:Class ; rdfs:label \"a\"@en ; rdfs:subClassOf ng:Actress .").1,
        "class my:A: its super-class ng:Actress is not declared; add \"ng:Actress a owl:Class\" or name a \
         declared class"
    );
    assert_eq!(
        refusal("my:A a owl:Class ; rdfs:subClassOf ng:Actor .").1,
        "class my:A has no label; add rdfs:label \"…\"@en"
    );
}

#[test]
fn a_cue_or_word_in_the_wrong_place_is_refused() {
    assert_eq!(
        refusal("ng:Planned ng:cue \"inked in(verbs)\" ."),
        (
            1,
            "cue \"inked in(verbs)\": \"verbs\" is no kind of cue; use aux, verb, adv, adj, noun, conj, \
             prep or inf"
                .to_owned()
        )
    );
    assert!(
        refusal("ng:Certain ng:cue \"surely(adv)\" .")
            .1
            .starts_with("\"Certain\" is no modality")
    );
    assert!(
        refusal("ng:BossRank ng:office \"boss\" .")
            .1
            .starts_with("ng:office belongs to ng:HeadRank")
    );
    assert_eq!(
        refusal("ng:Firm ng:organisationNoun \"firm\" .").1,
        "ng:organisationNoun belongs to a class, and ng:Firm is not declared as owl:Class"
    );
    assert_eq!(
        refusal("ng:Country ng:metonym \"Topkapi\" .").1,
        "metonym \"Topkapi\": expected WORDS = NAME, as in \"Kremlin = Russia\""
    );
}
