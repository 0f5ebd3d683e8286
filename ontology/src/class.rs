use std::collections::BTreeMap;

/// A class of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Local name, e.g. `Country`.
    pub name: String,
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
    pub(crate) classes: BTreeMap<String, Class>,
}

impl ClassTree {
    /// The class with this local name.
    pub fn get(&self, name: &str) -> Option<&Class> {
        self.classes.get(name)
    }

    /// Whether every `sub` is a `sup`, by any number of steps; a class is itself.
    pub fn is_a(&self, sub: &str, sup: &str) -> bool {
        sub == sup
            || self
                .classes
                .get(sub)
                .is_some_and(|class| class.parents.iter().any(|parent| self.is_a(parent, sup)))
    }

    /// All classes in order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Class> {
        self.classes.values()
    }
}
