use super::pattern_syntax::parse_patterns;
use super::roles::{OBJECT_ROLES, SUBJECT_ROLES};
use super::statements::{Statement, Statements};
use super::vocabulary::{
    CAMEO, CLASS, CONCEPT, DEFINITION, DOMAIN, EVENT_CLASS, EXAMPLE, LABEL, NG, OBJECT_ROLE,
    OTHER_SENSE, OWNER_REACHING, PAST_FORM, PATTERN, PLACE_REACHING, PLOVER, RANGE, RELATION_TYPE,
    SUB_PROPERTY_OF, SUBJECT_ROLE, SYMMETRIC, local_name,
};
use crate::{ClassTree, EventClass, OntologyError, OtherSense, Pattern, PatternPos, RelationType};
use rustc_hash::FxHashSet;

/// Every declared relation type in order of the names, each checked as `meta-shapes.ttl` asks.
pub(crate) fn read_relations(
    statements: &Statements,
    classes: &ClassTree,
) -> Result<Vec<RelationType>, OntologyError> {
    let mut relations = Vec::new();
    for iri in statements.instances(RELATION_TYPE) {
        relations.push(
            Reader {
                statements,
                classes,
                iri,
            }
            .read()?,
        );
    }
    relations.sort_by(|a: &RelationType, b| a.name.cmp(&b.name));
    for pair in relations.windows(2) {
        if pair[0].name == pair[1].name {
            let reader = Reader {
                statements,
                classes,
                iri: &pair[1].iri,
            };
            return Err(reader.wrong(format!(
                "has the same name as <{}>; give it another local name",
                pair[0].iri
            )));
        }
    }
    Ok(relations)
}

/// Reads one relation type.
struct Reader<'a> {
    statements: &'a Statements,
    classes: &'a ClassTree,
    iri: &'a str,
}

impl<'a> Reader<'a> {
    fn read(&self) -> Result<RelationType, OntologyError> {
        self.check_label()?;
        let relation = RelationType {
            name: local_name(self.iri).to_owned(),
            iri: self.iri.to_owned(),
            built_in: self.iri.starts_with(NG),
            label: self.required_text(LABEL, "label", "rdfs:label \"…\"@en")?,
            definition: self.required_text(DEFINITION, "definition", "skos:definition \"…\"@en")?,
            domain: self.class(DOMAIN, "domain")?,
            range: self.class(RANGE, "range")?,
            symmetric: self.statements.is_a(self.iri, SYMMETRIC),
            reaches_owner: self.statements.is_a(self.iri, OWNER_REACHING),
            reaches_place: self.statements.is_a(self.iri, PLACE_REACHING),
            other_senses: self.other_senses(),
            event: self.event()?,
            past_form: self.past_form()?,
            parent: self.parent()?,
            plover: self.plover()?,
            cameo: self.cameo()?,
            patterns: self.patterns()?,
            examples: self.examples()?,
        };
        self.check_symmetry(&relation)?;
        Ok(relation)
    }

    fn check_label(&self) -> Result<(), OntologyError> {
        let mut languages = FxHashSet::default();
        for label in self.statements.of(self.iri, LABEL) {
            if !languages.insert(label.language()) {
                return Err(self.wrong_here(label, "has two labels in one language; keep one"));
            }
        }
        Ok(())
    }

    fn required_text(
        &self,
        predicate: &'a str,
        what: &str,
        how: &str,
    ) -> Result<String, OntologyError> {
        self.statements
            .text(self.iri, predicate)
            .map(str::to_owned)
            .ok_or_else(|| self.wrong(format!("has no {what}; add {how}")))
    }

    /// The one statement with this predicate, or none.
    fn at_most_one(
        &self,
        predicate: &'a str,
        what: &str,
    ) -> Result<Option<&'a Statement>, OntologyError> {
        let mut all = self.statements.of(self.iri, predicate);
        let first = all.next();
        match all.next() {
            Some(second) => {
                Err(self.wrong_here(second, &format!("has more than one {what}; keep one")))
            }
            None => Ok(first),
        }
    }

    fn class(&self, predicate: &'a str, what: &str) -> Result<String, OntologyError> {
        let statement = self.at_most_one(predicate, what)?.ok_or_else(|| {
            self.wrong(format!(
                "has no {what}; add rdfs:{what} and a class, such as ng:Actor"
            ))
        })?;
        self.declared_class(statement, what)
    }

    fn declared_class(&self, statement: &Statement, what: &str) -> Result<String, OntologyError> {
        match statement.iri() {
            Some(class) if self.statements.is_a(class, CLASS) => Ok(local_name(class).to_owned()),
            Some(class) => {
                let class = self.statements.short(self.iri, class);
                Err(self.wrong_here(
                    statement,
                    &format!(
                        "has the {what} {class}, which is not a declared class; add \"{class} a owl:Class ; \
                         rdfs:subClassOf … ; rdfs:label …\" or name a declared class"
                    ),
                ))
            }
            None => Err(self.wrong_here(statement, &format!("has a {what} that is not a class"))),
        }
    }

    fn event(&self) -> Result<Option<EventClass>, OntologyError> {
        let class = self.at_most_one(EVENT_CLASS, "event class")?;
        let subject = self.at_most_one(SUBJECT_ROLE, "subject role")?;
        let object = self.at_most_one(OBJECT_ROLE, "object role")?;
        match (class, subject, object) {
            (None, None, None) => Ok(None),
            (Some(class), Some(subject), Some(object)) => Ok(Some(EventClass {
                name: self.declared_class(class, "event class")?,
                subject_role: self.role(subject, "subject role", SUBJECT_ROLES)?,
                object_role: self.role(object, "object role", OBJECT_ROLES)?,
            })),
            _ => Err(self.wrong(
                "names only some of ng:eventClass, ng:subjectRole and ng:objectRole; \
                 an event names all three, a state none"
                    .to_owned(),
            )),
        }
    }

    fn role(
        &self,
        statement: &Statement,
        what: &str,
        roles: &[&str],
    ) -> Result<String, OntologyError> {
        statement
            .iri()
            .and_then(|iri| iri.strip_prefix(NG))
            .filter(|role| roles.contains(role))
            .map(str::to_owned)
            .ok_or_else(|| {
                let roles = roles.join(", ng:");
                self.wrong_here(
                    statement,
                    &format!("has a {what} that is no role there; use one of ng:{roles}"),
                )
            })
    }

    fn other_senses(&self) -> Vec<OtherSense> {
        self.statements
            .of(self.iri, OTHER_SENSE)
            .filter_map(Statement::text)
            .filter_map(other_sense)
            .collect()
    }

    fn past_form(&self) -> Result<Option<String>, OntologyError> {
        let Some(statement) = self.at_most_one(PAST_FORM, "past form")? else {
            return Ok(None);
        };
        statement
            .iri()
            .filter(|form| self.statements.is_a(form, RELATION_TYPE))
            .map(|form| Some(local_name(form).to_owned()))
            .ok_or_else(|| {
                self.wrong_here(
                    statement,
                    "has a past form that is not a relation type; declare it as ng:RelationType",
                )
            })
    }

    fn parent(&self) -> Result<Option<String>, OntologyError> {
        let mut parent = None;
        for statement in self.statements.of(self.iri, SUB_PROPERTY_OF) {
            let iri = statement.iri().unwrap_or_default();
            if self.statements.is_a(iri, RELATION_TYPE) {
                parent.get_or_insert_with(|| local_name(iri).to_owned());
            } else if iri.starts_with(NG) {
                let parent = self.statements.short(self.iri, iri);
                return Err(self.wrong_here(
                    statement,
                    &format!("has the super-property {parent}, which is not a relation type"),
                ));
            }
        }
        Ok(parent)
    }

    fn plover(&self) -> Result<Option<String>, OntologyError> {
        let Some(statement) = self.at_most_one(PLOVER, "PLOVER category")? else {
            return Ok(None);
        };
        statement
            .iri()
            .filter(|category| self.statements.is_a(category, CONCEPT))
            .map(|category| Some(local_name(category).to_owned()))
            .ok_or_else(|| {
                self.wrong_here(
                    statement,
                    "has a PLOVER category that does not exist; plover.ttl lists them",
                )
            })
    }

    fn cameo(&self) -> Result<Vec<String>, OntologyError> {
        self.statements
            .of(self.iri, CAMEO)
            .map(|statement| {
                statement
                    .text()
                    .filter(|code| (2..=4).contains(&code.len()))
                    .filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
                    .map(str::to_owned)
                    .ok_or_else(|| {
                        self.wrong_here(
                            statement,
                            "has a CAMEO code that is not two to four digits in quotes",
                        )
                    })
            })
            .collect()
    }

    fn patterns(&self) -> Result<Vec<Pattern>, OntologyError> {
        let mut patterns = Vec::new();
        let mut seen = FxHashSet::default();
        for statement in self.statements.of(self.iri, PATTERN) {
            for pattern in self.pattern(statement)? {
                if seen.insert(pattern.source.clone()) {
                    patterns.push(pattern);
                }
            }
        }
        if patterns.is_empty() {
            return Err(
                self.wrong("has no pattern; add ng:pattern \"LEMMA(v): subj -> obj\"".to_owned())
            );
        }
        Ok(patterns)
    }

    fn pattern(&self, statement: &Statement) -> Result<Vec<Pattern>, OntologyError> {
        let text = statement.text().unwrap_or_default();
        let patterns = parse_patterns(text).map_err(|problem| {
            self.wrong_here(statement, &format!("pattern \"{text}\": {problem}"))
        })?;
        let slots = patterns
            .iter()
            .flat_map(|pattern| pattern.subject.iter().chain(&pattern.object));
        for class in slots.filter_map(|slot| slot.class.as_deref()) {
            if self.classes.get(class).is_none() {
                return Err(self.wrong_here(
                    statement,
                    &format!("pattern \"{text}\": {class} is not a declared class"),
                ));
            }
        }
        Ok(patterns)
    }

    fn examples(&self) -> Result<Vec<String>, OntologyError> {
        let examples: Vec<String> = self
            .statements
            .of(self.iri, EXAMPLE)
            .filter_map(Statement::text)
            .map(str::to_owned)
            .collect();
        if examples.is_empty() {
            return Err(self.wrong(
                "has no example; add ng:example \"…\"@en with a sentence that says it".to_owned(),
            ));
        }
        Ok(examples)
    }

    fn check_symmetry(&self, relation: &RelationType) -> Result<(), OntologyError> {
        if !relation.symmetric {
            return Ok(());
        }
        if relation.domain != relation.range {
            return Err(self.wrong(format!(
                "is symmetric, but its domain {} is not its range {}; give both the same class",
                relation.domain, relation.range
            )));
        }
        match &relation.event {
            Some(event) if event.subject_role != event.object_role => Err(self.wrong(format!(
                "is symmetric, but its roles {} and {} differ; give both sides the same role",
                event.subject_role, event.object_role
            ))),
            _ => Ok(()),
        }
    }

    fn wrong(&self, problem: String) -> OntologyError {
        let relation = self.statements.short(self.iri, self.iri);
        self.statements
            .invalid_subject(self.iri, format!("relation {relation} {problem}"))
    }

    fn wrong_here(&self, statement: &Statement, problem: &str) -> OntologyError {
        let relation = self.statements.short(self.iri, self.iri);
        self.statements.invalid(
            self.iri,
            statement,
            format!("relation {relation} {problem}"),
        )
    }
}

/// "general strike", the trigger last; "deal strike(v)" for a verb and its object.
fn other_sense(text: &str) -> Option<OtherSense> {
    let (words, pos) = match text.strip_suffix("(v)") {
        Some(words) => (words, PatternPos::Verb),
        None => (text, PatternPos::Noun),
    };
    let mut beside: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let trigger = beside.pop()?;
    Some(OtherSense {
        trigger,
        pos,
        beside,
    })
}
