use newsgraph_ontology::Ontology;
use rustc_hash::FxHashMap;

/// A class of the ontology, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ClassId(u16);

/// Which class is a kind of which, answered by one look-up.
#[derive(Debug, Default)]
pub(crate) struct ClassTable {
    ids: FxHashMap<Box<str>, ClassId>,
    /// `is_a[sub * ids.len() + sup]`
    is_a: Vec<bool>,
    /// Number of super-classes, itself included: how narrow the class is.
    depths: Vec<usize>,
}

/// The classes that a relation takes at one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClassTest {
    /// Anything: `ng:Entity`, or a class the ontology does not declare.
    Any,
    /// The class and its sub-classes.
    Only(ClassId),
}

impl ClassTable {
    pub(crate) fn new(ontology: &Ontology) -> Self {
        let names: Vec<&str> = ontology
            .classes
            .iter()
            .map(|class| class.name.as_str())
            .collect();
        let ids = (0u16..)
            .map(ClassId)
            .zip(&names)
            .map(|(id, &name)| (name.into(), id))
            .collect();
        let is_a: Vec<bool> = names
            .iter()
            .flat_map(|sub| names.iter().map(|sup| ontology.classes.is_a(sub, sup)))
            .collect();
        let depths = is_a
            .chunks(names.len().max(1))
            .map(|row| row.iter().filter(|&&holds| holds).count())
            .collect();
        Self { ids, is_a, depths }
    }

    pub(crate) fn id(&self, name: &str) -> Option<ClassId> {
        self.ids.get(name).copied()
    }

    pub(crate) fn test(&self, name: &str) -> ClassTest {
        match self.id(name) {
            Some(id) if name != "Entity" => ClassTest::Only(id),
            _ => ClassTest::Any,
        }
    }

    pub(crate) fn is_a(&self, sub: ClassId, sup: ClassId) -> bool {
        self.is_a[usize::from(sub.0) * self.ids.len() + usize::from(sup.0)]
    }

    /// Whether an entity of this class, or of a class unknown to the ontology, may stand at an end.
    pub(crate) fn admits(&self, test: ClassTest, class: Option<ClassId>) -> bool {
        match (test, class) {
            (ClassTest::Any, _) => true,
            (ClassTest::Only(wanted), Some(class)) => self.is_a(class, wanted),
            (ClassTest::Only(_), None) => false,
        }
    }

    /// Whether everything that passes the test is of this class.
    pub(crate) fn within(&self, test: ClassTest, class: ClassId) -> bool {
        matches!(test, ClassTest::Only(id) if self.is_a(id, class))
    }

    pub(crate) fn depth(&self, test: ClassTest) -> usize {
        match test {
            ClassTest::Any => 0,
            ClassTest::Only(id) => self.depths[usize::from(id.0)],
        }
    }
}
