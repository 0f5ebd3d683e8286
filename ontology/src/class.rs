use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A class of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Local name, e.g. `Country`.
    pub name: String,
    /// Whole IRI; a user's class has one of the user's own.
    pub iri: String,
    /// English label.
    pub label: String,
    /// Local names of the direct super-classes.
    pub parents: Vec<String>,
    /// Local name of the event class that an event of this class may be told as elsewhere (`ng:toldAs`).
    pub told_as: Option<String>,
}

/// The classes by local name, with their hierarchy.
#[derive(Clone, Debug, Default)]
pub struct ClassTree {
    classes: BTreeMap<String, Class>,
    /// Class → its super-classes by any number of steps.
    ancestors: FxHashMap<String, Vec<String>>,
}

impl ClassTree {
    /// The tree of classes none of which is its own super-class.
    pub(crate) fn new(classes: BTreeMap<String, Class>) -> Self {
        let ancestors = classes
            .keys()
            .map(|name| (name.clone(), ancestors(&classes, name)))
            .collect();
        Self { classes, ancestors }
    }

    /// The class with this local name.
    pub fn get(&self, name: &str) -> Option<&Class> {
        self.classes.get(name)
    }

    /// Whether every `sub` is a `sup`, by any number of steps; a class is itself.
    pub fn is_a(&self, sub: &str, sup: &str) -> bool {
        sub == sup
            || self
                .ancestors
                .get(sub)
                .is_some_and(|ancestors| ancestors.iter().any(|ancestor| ancestor == sup))
    }

    /// All classes in order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Class> {
        self.classes.values()
    }
}

fn ancestors(classes: &BTreeMap<String, Class>, name: &str) -> Vec<String> {
    let mut reached: Vec<String> = Vec::new();
    let mut open = vec![name];
    while let Some(class) = open.pop() {
        for parent in classes.get(class).map_or(&[][..], |class| &class.parents) {
            if !reached.contains(parent) {
                reached.push(parent.clone());
                open.push(parent);
            }
        }
    }
    reached
}
