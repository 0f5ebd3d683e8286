use newsgraph_ontology::{Ontology, Pattern, PatternPos, RelationType, Slot, SlotName};
use rustc_hash::FxHashMap;

/// The nouns that name someone by another person, as the ontology's patterns have them: "wife", "son".
#[derive(Debug, Default)]
pub(crate) struct Kinship {
    by_noun: FxHashMap<String, Kin>,
}

/// What a noun says between a possessor and a name: "Ruiz's wife Marta".
#[derive(Debug)]
pub(super) struct Kin {
    pub(super) relation: String,
    pub(super) subject: KinEnd,
    /// The declared pattern.
    pub(super) pattern: String,
}

/// The two ends of a kinship noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KinEnd {
    /// Whose relative it is.
    Owner,
    /// Who is named.
    Named,
}

impl Kinship {
    /// From the noun patterns of relations between two people that have a possessor and the noun itself as
    /// their ends.
    pub(crate) fn new(ontology: &Ontology) -> Self {
        let mut kinship = Self::default();
        let between_people =
            |relation: &&RelationType| relation.domain == "Person" && relation.range == "Person";
        for relation in ontology.relations.iter().filter(between_people) {
            for pattern in &relation.patterns {
                if let (Some(subject), [noun]) = (subject_of(pattern), pattern.lemmas.as_slice()) {
                    kinship.by_noun.entry(noun.clone()).or_insert_with(|| Kin {
                        relation: relation.name.clone(),
                        subject,
                        pattern: pattern.source.clone(),
                    });
                }
            }
        }
        kinship
    }

    pub(super) fn get(&self, noun: &str) -> Option<&Kin> {
        self.by_noun.get(noun)
    }
}

fn subject_of(pattern: &Pattern) -> Option<KinEnd> {
    let has = |slots: &[Slot], name: &SlotName| slots.iter().any(|slot| slot.name == *name);
    let (owner, named) = (&SlotName::Possessor, &SlotName::Trigger);
    if pattern.pos != PatternPos::Noun || pattern.condition.is_some() {
        None
    } else if has(&pattern.subject, owner) && has(&pattern.object, named) {
        Some(KinEnd::Owner)
    } else if has(&pattern.subject, named) && has(&pattern.object, owner) {
        Some(KinEnd::Named)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ontology;

    #[test]
    fn kin_is_read_off_the_declared_patterns() {
        let kinship = Kinship::new(ontology());
        let read = |noun| {
            let kin: &Kin = kinship.get(noun).unwrap();
            (kin.relation.as_str(), kin.subject)
        };
        assert_eq!(read("daughter"), ("parentOf", KinEnd::Owner));
        assert_eq!(read("father"), ("parentOf", KinEnd::Named));
        assert_eq!(read("wife").0, "spouseOf");
        assert_eq!(read("ex-wife").0, "formerSpouseOf");
        assert!(kinship.get("minister").is_none());
    }
}
