//! Fills the sentence frames of `tests/statements` with its deeds: what is no fact must never be told as one, what is
//! must be found in the right direction, and what somebody says must be on their word.

use newsgraph_article::{Input, read_article};
use newsgraph_extract::Extractor;
use newsgraph_language::Analyzer;
use newsgraph_model::{Claim, Document, EntityId, Modality};
use newsgraph_ontology::Ontology;
use std::path::Path;

#[test]
fn what_is_no_fact_is_never_told_as_one() {
    check("no_fact.txt", "deeds.csv", |told, deed| {
        told.claims_of(deed)
            .filter(|claim| claim.modality == Modality::Actual && !claim.negated)
            .all(|claim| claim.attributed_to.is_some() || claim.attribution_cue.is_some())
    });
}

#[test]
fn a_fact_is_found_from_its_subject_to_its_object() {
    check("fact.txt", "pairs.csv", |told, deed| {
        let found = told.claims_of(deed).any(|claim| {
            told.name(&claim.subject) == deed.subject && told.name(&claim.object) == deed.rest
        });
        let turned_round = told.claims_of(deed).any(|claim| {
            told.name(&claim.subject) == deed.rest && told.name(&claim.object) == deed.subject
        });
        found && !turned_round
    });
}

#[test]
fn what_peru_says_is_on_the_word_of_peru() {
    check("said_by_peru.txt", "pairs.csv", |told, deed| {
        told.claims_of(deed).any(|claim| {
            let source = claim.attributed_to.as_ref().map(|source| told.name(source));
            source.is_some_and(|name| name.contains("Peru"))
        })
    });
}

/// What somebody does, in the forms that the frames ask for.
struct Deed {
    subject: String,
    /// The object, or all that follows the verb.
    rest: String,
    relations: Vec<String>,
    /// Name of the form in the frames → words.
    forms: Vec<(String, String)>,
}

impl Deed {
    fn in_frame(&self, frame: &str) -> String {
        let mut sentence = frame.to_owned();
        for (form, words) in &self.forms {
            sentence = sentence.replace(&format!("{{{form}}}"), words);
        }
        // "Acme Corp.." at the end
        sentence.replace("..", ".")
    }
}

/// What was read from one sentence.
struct Told(Document);

impl Told {
    fn name(&self, entity: &EntityId) -> &str {
        self.0
            .entities
            .iter()
            .find(|one| one.id == *entity)
            .map_or("", |one| &one.name)
    }

    /// The claims of a deed that its subject takes part in.
    fn claims_of<'t>(&'t self, deed: &'t Deed) -> impl Iterator<Item = &'t Claim> {
        self.0.claims.iter().filter(|claim| {
            let takes_part = [&claim.subject, &claim.object]
                .iter()
                .any(|end| self.name(end) == deed.subject);
            deed.relations.contains(&claim.relation) && takes_part
        })
    }
}

/// Reads every frame with every deed and lists the sentences of which `holds` does not.
fn check(frames: &str, deeds: &str, holds: impl Fn(&Told, &Deed) -> bool) {
    let ontology = Ontology::embedded().expect("the embedded ontology loads");
    let analyzer = Analyzer::embedded(&ontology.gazetteer).expect("the embedded models load");
    let extractor = Extractor::new(&ontology);
    let frames = read(frames);
    let mut wrong = Vec::new();
    let mut sentences = 0;
    for deed in deeds_of(&read(deeds)) {
        for frame in frames.lines().filter(|frame| !frame.is_empty()) {
            let sentence = deed.in_frame(frame);
            let input = Input {
                id: "case",
                metadata: None,
                date: None,
            };
            let article = read_article(sentence.as_bytes(), input).expect("a readable text");
            let told = Told(extractor.extract(&article, &analyzer.analyze(&article)));
            sentences += 1;
            if !holds(&told, &deed) {
                wrong.push(format!("{sentence}  ({})", deed.relations.join(", ")));
            }
        }
    }
    assert!(sentences > 0, "no sentence");
    assert!(
        wrong.is_empty(),
        "{} of {sentences} sentences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn read(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/statements");
    std::fs::read_to_string(folder.join(file)).expect("a file of tests/statements")
}

/// The rows of a table; its header names the forms.
fn deeds_of(table: &str) -> Vec<Deed> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let deed = |line: &str| {
        let forms: Vec<(String, String)> = header
            .iter()
            .map(|name| (*name).to_owned())
            .zip(line.split(',').map(str::to_owned))
            .collect();
        let of = |name: &str| {
            let form = forms.iter().find(|(form, _)| form == name);
            form.map_or_else(String::new, |(_, words)| words.clone())
        };
        Deed {
            subject: of("subject"),
            rest: format!("{}{}", of("rest"), of("object")),
            relations: of("relations").split(' ').map(str::to_owned).collect(),
            forms,
        }
    };
    lines.filter(|line| !line.is_empty()).map(deed).collect()
}
