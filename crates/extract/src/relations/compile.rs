use super::classes::{ClassId, ClassTable, ClassTest};
use newsgraph_language::tokens_of;
use newsgraph_ontology::{
    EventClass, Ontology, OtherSense, Pattern, PatternPos, RelationType, Slot, SlotName,
};
use rustc_hash::FxHashMap;

/// The declared relation types, made ready for matching.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub(crate) classes: ClassTable,
    pub(crate) actor: Option<ClassId>,
    pub(crate) place: Option<ClassId>,
    /// Event class → the class that its events may be told as.
    told_as: FxHashMap<Box<str>, Box<str>>,
    pub(crate) relations: Vec<Relation>,
    by_name: FxHashMap<Box<str>, usize>,
    patterns: Vec<CompiledPattern>,
    /// Lemma of the trigger's head → patterns.
    by_lemma: FxHashMap<Box<str>, Vec<usize>>,
    /// Name of a construction → patterns.
    by_construction: FxHashMap<Box<str>, Vec<usize>>,
}

/// A relation type with its classes resolved.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) name: String,
    pub(crate) domain: ClassTest,
    pub(crate) range: ClassTest,
    pub(crate) symmetric: bool,
    pub(crate) event: Option<EventClass>,
    /// Whether it is a user's own: what a user declares goes before what we do.
    pub(crate) is_own: bool,
    /// Whether it says that another relation has ended.
    pub(crate) is_past: bool,
    /// Whether what it tells lasts and can be over: a state, or a measure that a declared pattern ends.
    /// Talks that have ended took place; sanctions that have ended are no longer in force.
    pub(crate) can_end: bool,
    /// Whether what is done to someone's deed, site or people is done to them: "condemned Iran's attack".
    pub(crate) reaches_owner: bool,
    /// Whether what is done to a site without a name is done to the place it is in: "a strike on a camp in Homs".
    pub(crate) reaches_place: bool,
    /// What triggers mean something else with.
    pub(crate) other_senses: Vec<OtherSense>,
    /// The relation that says that this one has ended.
    pub(crate) past_form: Option<usize>,
    /// More general relations, nearest first.
    pub(crate) ancestors: Vec<usize>,
}

/// A lexical pattern with its trigger split into head and companions.
#[derive(Debug)]
pub(crate) struct CompiledPattern {
    pub(crate) relation: usize,
    pub(crate) pos: PatternPos,
    /// The words of the trigger, its head first.
    pub(crate) lemmas: Vec<Box<str>>,
    pub(crate) copula: bool,
    /// Words before the trigger that make another office of it: "vice" before "president".
    pub(crate) other_offices: Vec<Box<str>>,
    pub(crate) subject: Vec<CompiledSlot>,
    pub(crate) object: Vec<CompiledSlot>,
    pub(crate) condition: Condition,
    pub(crate) source: String,
}

/// A place beside the trigger, with the class that its filler must have.
#[derive(Debug)]
pub(crate) struct CompiledSlot {
    pub(crate) name: SlotName,
    pub(crate) paired: bool,
    /// The dependent noun that the place stands beside, instead of the trigger.
    pub(crate) noun: Option<String>,
    pub(crate) class: ClassTest,
}

/// What must hold beside trigger and slots.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    None,
    /// The statement is negated; the claim itself is not.
    Negated,
    /// "former", "ex-" or "late" stands by the trigger.
    Former,
    /// What the trigger tells is the end of the state: the claim is negated.
    Ended,
    /// What the trigger tells is what somebody wants: "an offer for the firm".
    Intended,
    /// The trigger has no direct object: "moved to Oslo", not "moved the firm to Oslo".
    Intransitive,
    /// The trigger has an infinitive: "told her to leave".
    Infinitive,
    /// The object is of this class.
    ObjectClass(ClassTest),
    /// The clause has this word.
    Word(String),
}

impl Relation {
    pub(crate) fn domain_is_any(&self) -> bool {
        self.domain == ClassTest::Any
    }
}

impl Catalogue {
    /// How narrow the two ends of a pattern are, by its relation and its slots: decides between relations that share a
    /// trigger.
    pub(crate) fn narrowness(&self, pattern: &CompiledPattern) -> usize {
        let relation = &self.relations[pattern.relation];
        let end = |whole: ClassTest, slots: &[CompiledSlot]| {
            let tests = slots.iter().map(|slot| slot.class);
            let widest = tests.map(|test| self.classes.depth(test)).min();
            widest.unwrap_or_default().max(self.classes.depth(whole))
        };
        end(relation.domain, &pattern.subject) + end(relation.range, &pattern.object)
    }

    pub(crate) fn new(ontology: &Ontology) -> Self {
        let classes = ClassTable::new(ontology);
        let mut catalogue = Self {
            relations: ontology
                .relations
                .iter()
                .map(|relation| compile_relation(ontology, &classes, relation))
                .collect(),
            ..Self::default()
        };
        for (index, relation) in ontology.relations.iter().enumerate() {
            catalogue
                .by_name
                .insert(relation.name.as_str().into(), index);
            for pattern in &relation.patterns {
                catalogue.add(compile_pattern(ontology, &classes, index, pattern));
            }
        }
        catalogue.actor = classes.id("Actor");
        catalogue.place = classes.id("Place");
        catalogue.classes = classes;
        catalogue.told_as = ontology
            .classes
            .iter()
            .filter_map(|class| {
                Some((class.name.as_str().into(), class.told_as.as_deref()?.into()))
            })
            .collect();
        catalogue
    }

    fn add(&mut self, pattern: CompiledPattern) {
        let index = self.patterns.len();
        let table = match pattern.pos {
            PatternPos::Construction => &mut self.by_construction,
            _ => &mut self.by_lemma,
        };
        if let Some(head) = pattern.lemmas.first() {
            table.entry(head.clone()).or_default().push(index);
        }
        self.patterns.push(pattern);
    }

    /// The patterns that a token with this lemma may trigger.
    pub(crate) fn triggered_by(&self, lemma: &str) -> impl Iterator<Item = &CompiledPattern> {
        self.by_lemma
            .get(lemma)
            .into_iter()
            .flatten()
            .map(|&index| &self.patterns[index])
    }

    /// The event class of the relation with this name; none for states.
    pub(crate) fn event_of(&self, relation: &str) -> Option<&EventClass> {
        self.relation(relation)?.event.as_ref()
    }

    /// What mentions of one event have in common: its class, or the one that its class may be told as.
    pub(crate) fn identity_class<'a>(&'a self, class: &'a str) -> &'a str {
        self.told_as.get(class).map_or(class, |told| told)
    }

    pub(crate) fn is_symmetric(&self, relation: &str) -> bool {
        self.relation(relation).is_some_and(|found| found.symmetric)
    }

    pub(crate) fn is_past(&self, relation: &str) -> bool {
        self.relation(relation).is_some_and(|found| found.is_past)
    }

    fn relation(&self, name: &str) -> Option<&Relation> {
        self.by_name.get(name).map(|&index| &self.relations[index])
    }

    /// The patterns of a construction that the extractor knows by name.
    pub(crate) fn construction(&self, name: &str) -> impl Iterator<Item = &CompiledPattern> {
        self.by_construction
            .get(name)
            .into_iter()
            .flatten()
            .map(|&index| &self.patterns[index])
    }
}

/// Whether a relation tells that another one has ended, and so cannot end itself: "formerly led" is no denial.
fn is_past_form(ontology: &Ontology, name: &str) -> bool {
    ontology
        .relations
        .iter()
        .any(|relation| relation.past_form.as_deref() == Some(name))
}

fn compile_relation(
    ontology: &Ontology,
    classes: &ClassTable,
    relation: &RelationType,
) -> Relation {
    let (domain, range) = (
        classes.test(&relation.domain),
        classes.test(&relation.range),
    );
    let is_past = is_past_form(ontology, &relation.name);
    Relation {
        name: relation.name.clone(),
        domain,
        range,
        symmetric: relation.symmetric,
        event: relation.event.clone(),
        is_own: !relation.built_in,
        is_past,
        can_end: relation.event.is_none() && !is_past
            || relation
                .patterns
                .iter()
                .any(|pattern| pattern.condition.as_deref() == Some("ended")),
        reaches_owner: relation.reaches_owner,
        reaches_place: relation.reaches_place,
        other_senses: relation.other_senses.clone(),
        past_form: relation
            .past_form
            .as_deref()
            .and_then(|name| position(ontology, name)),
        ancestors: ancestors(ontology, relation),
    }
}

fn position(ontology: &Ontology, name: &str) -> Option<usize> {
    ontology
        .relations
        .iter()
        .position(|relation| relation.name == name)
}

fn ancestors(ontology: &Ontology, relation: &RelationType) -> Vec<usize> {
    let mut found = Vec::new();
    let mut parent = relation.parent.as_deref();
    while let Some(name) = parent {
        let Some(index) = position(ontology, name) else {
            break;
        };
        if found.contains(&index) {
            break;
        }
        found.push(index);
        parent = ontology.relations[index].parent.as_deref();
    }
    found
}

fn compile_pattern(
    ontology: &Ontology,
    classes: &ClassTable,
    relation: usize,
    pattern: &Pattern,
) -> CompiledPattern {
    let mut lemmas: Vec<Box<str>> = pattern
        .lemmas
        .iter()
        .flat_map(|lemma| head_first(lemma))
        .collect();
    // "be aware of": in a dependency tree the predicate is the head and "be" its copula.
    let copula = lemmas.len() > 1 && &*lemmas[0] == "be";
    if copula {
        lemmas.remove(0);
    }
    CompiledPattern {
        relation,
        pos: pattern.pos,
        other_offices: other_offices(ontology, pattern),
        lemmas,
        copula,
        subject: compile_slots(classes, &pattern.subject),
        object: compile_slots(classes, &pattern.object),
        condition: compile_condition(ontology, classes, pattern.condition.as_deref()),
        source: pattern.source.clone(),
    }
}

/// A word of a trigger as a tree has it, the head first: "cease-fire" is three tokens, of which "fire" is the head.
fn head_first(lemma: &str) -> Vec<Box<str>> {
    let mut parts: Vec<Box<str>> = tokens_of(lemma)
        .into_iter()
        .filter(|part| part != "-")
        .map(String::into_boxed_str)
        .collect();
    parts.rotate_right(1);
    parts
}

/// The words that turn the office a pattern names into one of another rank.
fn other_offices(ontology: &Ontology, pattern: &Pattern) -> Vec<Box<str>> {
    let offices = &ontology.lexicon.offices;
    let ([noun], PatternPos::Noun) = (pattern.lemmas.as_slice(), pattern.pos) else {
        return Vec::new();
    };
    let Some(own) = offices.get(noun) else {
        return Vec::new();
    };
    let mut words: Vec<Box<str>> = offices
        .iter()
        .filter(|(_, office)| office.rank != own.rank)
        .filter_map(|(words, _)| words.strip_suffix(noun.as_str())?.strip_suffix(' '))
        .filter_map(|before| before.rsplit(' ').next().map(Box::from))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn compile_slots(classes: &ClassTable, slots: &[Slot]) -> Vec<CompiledSlot> {
    slots
        .iter()
        .map(|slot| CompiledSlot {
            name: slot.name.clone(),
            paired: slot.paired,
            noun: slot.noun.clone(),
            class: slot
                .class
                .as_deref()
                .map_or(ClassTest::Any, |class| classes.test(class)),
        })
        .collect()
}

fn compile_condition(
    ontology: &Ontology,
    classes: &ClassTable,
    condition: Option<&str>,
) -> Condition {
    let Some(word) = condition else {
        return Condition::None;
    };
    match word {
        "negated" => return Condition::Negated,
        "former" => return Condition::Former,
        "ended" => return Condition::Ended,
        "intended" => return Condition::Intended,
        "intransitive" => return Condition::Intransitive,
        "infinitive" => return Condition::Infinitive,
        _ => {}
    }
    let mut characters = word.chars();
    let class: String = characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default();
    if ontology.classes.is_a(&class, "Entity") && classes.id(&class).is_some() {
        Condition::ObjectClass(classes.test(&class))
    } else {
        Condition::Word(word.to_owned())
    }
}
