//! Runs the literate tests of extraction in `tests/rules/*.md`; the format is explained in its README.

use newsgraph_article::{Input, read_article};
use newsgraph_extract::Extractor;
use newsgraph_language::Analyzer;
use newsgraph_model::{Claim, Date, Document, EntityId, Modality, TextIndex};
use newsgraph_ontology::Ontology;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn every_rule_page_holds() {
    let pages = pages();
    assert!(!pages.is_empty(), "no page in tests/rules");
    let ontology = Ontology::embedded().expect("the embedded ontology loads");
    let reader = Reader::new(&ontology);
    let mut failures = String::new();
    let mut cases = 0;
    for page in pages {
        for case in cases_of(&page) {
            cases += 1;
            reader.check(&case, &mut failures);
        }
    }
    assert!(failures.is_empty(), "{failures}\n{cases} cases in all");
}

/// One heading of a page.
struct Case {
    place: String,
    published: Option<Date>,
    text: String,
    facts: Vec<Expected>,
    forbidden: Vec<Expected>,
}

/// A line of a `facts` or `not` block.
struct Expected {
    line: String,
    subject: String,
    relation: String,
    object: String,
    /// None for a forbidden claim without brackets: it must not be found in any form.
    details: Option<Vec<Detail>>,
    trigger: Option<String>,
}

enum Detail {
    Modality(Modality),
    Negated,
    By(String),
    At(String),
    Time(Option<Date>, Option<Date>),
    Undated,
}

struct Reader<'o> {
    ontology: &'o Ontology,
    analyzer: Analyzer<'o>,
    extractor: Extractor<'o>,
}

impl<'o> Reader<'o> {
    fn new(ontology: &'o Ontology) -> Self {
        let analyzer = Analyzer::embedded(&ontology.gazetteer).expect("the embedded models load");
        let extractor = Extractor::new(ontology);
        Self {
            ontology,
            analyzer,
            extractor,
        }
    }

    fn document(&self, case: &Case) -> Document {
        let input = Input {
            id: "case",
            metadata: None,
            date: case.published,
        };
        let article = read_article(case.text.as_bytes(), input).expect("a readable text");
        let analysis = self.analyzer.analyze(&article);
        self.extractor.extract(&article, &analysis)
    }

    fn check(&self, case: &Case, failures: &mut String) {
        let document = self.document(case);
        let missing = case
            .facts
            .iter()
            .filter(|fact| !fact.is_in(self.ontology, &document));
        let wrong = case
            .forbidden
            .iter()
            .filter(|fact| fact.is_in(self.ontology, &document));
        let lines: Vec<_> = missing
            .map(|fact| format!("  missing    {}", fact.line))
            .chain(wrong.map(|fact| format!("  forbidden  {}", fact.line)))
            .collect();
        if !lines.is_empty() {
            let _ = writeln!(failures, "{}\n{}", case.place, lines.join("\n"));
            let _ = writeln!(failures, "  text       {}", case.text.trim());
            for claim in &document.claims {
                let _ = writeln!(failures, "  found      {}", describe(&document, claim));
            }
            failures.push('\n');
        }
    }
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rules");
    let only = std::env::var("RULES").ok();
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .expect("tests/rules")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "README"))
        .filter(|path| {
            only.as_ref()
                .is_none_or(|name| path.ends_with(format!("{name}.md")))
        })
        .collect();
    pages.sort();
    pages
}

fn cases_of(page: &Path) -> Vec<Case> {
    let markdown = std::fs::read_to_string(page).expect("a page");
    let name = page.file_name().unwrap_or_default().to_string_lossy();
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = markdown.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            cases.push(Case {
                place: format!("tests/rules/{name}:{} {heading}", number + 1),
                published: None,
                text: String::new(),
                facts: Vec::new(),
                forbidden: Vec::new(),
            });
        } else if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<(usize, &str)> = lines
                .by_ref()
                .take_while(|(_, line)| !line.starts_with("```"))
                .collect();
            let case = cases
                .last_mut()
                .unwrap_or_else(|| panic!("{name}: a block before a heading"));
            fill(case, kind, &block);
        }
    }
    for case in &cases {
        assert!(!case.text.is_empty(), "{}: no text", case.place);
        assert!(
            !case.facts.is_empty() || !case.forbidden.is_empty(),
            "{}: no fact",
            case.place
        );
    }
    cases
}

fn fill(case: &mut Case, kind: &str, block: &[(usize, &str)]) {
    let parse = |(number, line): &(usize, &str)| {
        Expected::parse(line)
            .unwrap_or_else(|| panic!("{}, line {}: not a fact: {line}", case.place, number + 1))
    };
    match kind.split_once(' ').unwrap_or((kind, "")) {
        ("text", day) => {
            case.text = block.iter().map(|(_, line)| format!("{line}\n")).collect();
            case.published = (!day.is_empty()).then(|| day.parse().expect("a day after `text`"));
        }
        ("facts", _) => {
            case.facts = block
                .iter()
                .map(|line| parse(line).in_plain_form())
                .collect()
        }
        ("not", _) => case.forbidden = block.iter().map(parse).collect(),
        (other, _) => panic!("{}: unknown block {other:?}", case.place),
    }
}

impl Expected {
    fn parse(line: &str) -> Option<Self> {
        let (subject, rest) = line.split_once(" --")?;
        let (relation, rest) = rest.split_once("--> ")?;
        let (rest, trigger) = match rest.split_once(" \"") {
            Some((rest, trigger)) => (rest, Some(trigger.strip_suffix('"')?.to_owned())),
            None => (rest, None),
        };
        let (object, details) = match rest.split_once(" [") {
            Some((object, details)) => (
                object,
                Some(parse_details(details.trim().strip_suffix(']')?)?),
            ),
            None => (rest, None),
        };
        Some(Self {
            line: line.to_owned(),
            subject: subject.to_owned(),
            relation: relation.to_owned(),
            object: object.trim().to_owned(),
            details,
            trigger,
        })
    }

    /// A fact without brackets is plain fact: actual and not negated.
    fn in_plain_form(mut self) -> Self {
        self.details.get_or_insert_default();
        self
    }

    fn is_in(&self, ontology: &Ontology, document: &Document) -> bool {
        document
            .claims
            .iter()
            .any(|claim| self.matches(ontology, document, claim))
    }

    fn matches(&self, ontology: &Ontology, document: &Document, claim: &Claim) -> bool {
        let symmetric = ontology
            .relation(&claim.relation)
            .is_some_and(|relation| relation.symmetric);
        let ends = |subject: &EntityId, object: &EntityId| {
            is_named(document, subject, &self.subject) && is_named(document, object, &self.object)
        };
        (self.relation == "any" || self.relation == claim.relation)
            && (ends(&claim.subject, &claim.object)
                || symmetric && ends(&claim.object, &claim.subject))
            && self.details_hold(document, claim)
            && self
                .trigger
                .as_ref()
                .is_none_or(|words| words == trigger_words(document, claim))
    }

    fn details_hold(&self, document: &Document, claim: &Claim) -> bool {
        let Some(details) = &self.details else {
            return true;
        };
        let says_modality = details
            .iter()
            .any(|detail| matches!(detail, Detail::Modality(_)));
        let says_negated = details
            .iter()
            .any(|detail| matches!(detail, Detail::Negated));
        (says_modality || claim.modality == Modality::Actual)
            && (says_negated || !claim.negated)
            && details.iter().all(|detail| detail.holds(document, claim))
    }
}

impl Detail {
    fn parse(text: &str) -> Option<Self> {
        if let Some(source) = text.strip_prefix("by ") {
            return Some(Self::By(source.to_owned()));
        }
        if let Some(place) = text.strip_prefix("at ") {
            return Some(Self::At(place.to_owned()));
        }
        match text {
            "negated" => return Some(Self::Negated),
            "undated" => return Some(Self::Undated),
            _ => {}
        }
        if let Some(modality) = Modality::ALL.into_iter().find(|it| it.as_str() == text) {
            return Some(Self::Modality(modality));
        }
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        Some(Self::Time(parse_day(first)?, parse_day(last)?))
    }

    fn holds(&self, document: &Document, claim: &Claim) -> bool {
        let is = |id: &Option<EntityId>, name: &str| {
            id.as_ref().is_some_and(|id| is_named(document, id, name))
        };
        match self {
            Self::Modality(modality) => claim.modality == *modality,
            Self::Negated => claim.negated,
            Self::By(source) => is(&claim.attributed_to, source),
            Self::At(place) => is(&claim.place, place),
            Self::Time(first, last) => claim.time.earliest == *first && claim.time.latest == *last,
            Self::Undated => claim.time.is_unknown(),
        }
    }
}

fn parse_details(text: &str) -> Option<Vec<Detail>> {
    text.split(", ").map(Detail::parse).collect()
}

/// A day, or none for an open end; the outer none is a syntax error.
fn parse_day(text: &str) -> Option<Option<Date>> {
    if text.is_empty() {
        Some(None)
    } else {
        text.parse().ok().map(Some)
    }
}

fn is_named(document: &Document, id: &EntityId, name: &str) -> bool {
    name == "any"
        || document.entity(id).is_some_and(|entity| {
            let names = std::iter::once(&entity.name).chain(&entity.names);
            names
                .into_iter()
                .any(|known| known.eq_ignore_ascii_case(name))
        })
}

fn trigger_words<'d>(document: &'d Document, claim: &Claim) -> &'d str {
    TextIndex::new(document.article.text.as_deref().unwrap_or_default()).slice(claim.trigger)
}

fn describe(document: &Document, claim: &Claim) -> String {
    let name = |id: &EntityId| {
        document
            .entity(id)
            .map_or("?", |entity| entity.name.as_str())
    };
    let mut details = vec![claim.modality.as_str().to_owned()];
    if claim.negated {
        details.push("negated".to_owned());
    }
    if let Some(source) = &claim.attributed_to {
        details.push(format!("by {}", name(source)));
    }
    if let Some(place) = &claim.place {
        details.push(format!("at {}", name(place)));
    }
    if !claim.time.is_unknown() {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        details.push(format!(
            "{}..{}",
            day(claim.time.earliest),
            day(claim.time.latest)
        ));
    }
    format!(
        "{} --{}--> {} [{}] \"{}\"   ({})",
        name(&claim.subject),
        claim.relation,
        name(&claim.object),
        details.join(", "),
        trigger_words(document, claim),
        claim.pattern
    )
}
