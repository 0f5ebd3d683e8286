use super::classes::{ClassTable, ClassTest};
use super::compile::{CompiledPattern, CompiledSlot};
use super::trigger::Trigger;
use crate::syntax::{Tree, Voice};
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_ontology::{PatternPos, SlotName, WordList};
use rustc_hash::FxHashSet;

/// A phrase that stands in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) head: usize,
    /// How the phrase was reached.
    pub(crate) path: Path,
}

/// How a phrase was reached from the trigger; how far each can be trusted is measured apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Path {
    /// Hangs on the trigger.
    Direct,
    /// The trigger phrase itself.
    Itself,
    /// Reached by control, conjunction or a relative clause.
    Derived,
    /// A preposition phrase that hangs on the trigger's object or on a light verb.
    Reattached,
    /// The subject of the verb that the trigger noun is the object of.
    LightVerb,
    /// Not by the tree: the name stands right beside the verb.
    Adjacent,
}

/// Words that the slots of nominal triggers depend on.
pub(crate) struct SlotContext<'a> {
    pub(crate) tree: &'a Tree<'a>,
    /// Verbs that leave the meaning to their object, in their lemmas: the subject of "launch" is who does
    /// the "attack".
    pub(crate) light_verbs: &'a FxHashSet<String>,
    pub(crate) classes: &'a ClassTable,
}

impl SlotContext<'_> {
    /// The phrases in the first of the slots that holds any.
    pub(crate) fn fill<'s>(
        &self,
        pattern: &CompiledPattern,
        trigger: &Trigger,
        slots: &'s [CompiledSlot],
    ) -> Vec<(&'s CompiledSlot, Vec<Candidate>)> {
        let mut filled: Vec<_> = slots
            .iter()
            .map(|slot| (slot, self.candidates(pattern, trigger, slot)))
            .filter(|(_, candidates)| !candidates.is_empty())
            .collect();
        // "vetoes the Union's aid": who stands beside the noun does what it says, before the subject of the verb.
        filled.sort_by_key(|(_, candidates)| candidates[0].path == Path::LightVerb);
        filled
    }

    fn candidates(
        &self,
        pattern: &CompiledPattern,
        trigger: &Trigger,
        slot: &CompiledSlot,
    ) -> Vec<Candidate> {
        if let Some(noun) = &slot.noun {
            return self.beside_noun(trigger, noun, slot);
        }
        if self.tree.deprel(trigger.head) == Deprel::Cop {
            return self.of_copula(trigger.head, slot);
        }
        match pattern.pos {
            PatternPos::Verb if !pattern.copula => self.of_verb(trigger, slot),
            PatternPos::Noun if !pattern.copula => {
                if slot.name == SlotName::Possessor && describes_someone(pattern) {
                    return direct(self.tree.possessors(trigger.head));
                }
                let beside = self.of_noun_phrase(trigger, slot);
                if beside.is_empty() && slot.name == SlotName::Possessor && names_partner(pattern) {
                    self.who_is_at(trigger.head)
                } else {
                    beside
                }
            }
            PatternPos::Preposition if trigger.companions.is_empty() => {
                self.of_preposition(trigger.head, slot)
            }
            PatternPos::Preposition => self.of_prepositional_phrase(trigger.head, slot),
            _ => self.of_predicate(trigger.head, slot),
        }
    }

    /// The slot beside a noun that depends on the trigger: "relations between A and B" under "deteriorate".
    fn beside_noun(&self, trigger: &Trigger, noun: &str, slot: &CompiledSlot) -> Vec<Candidate> {
        let tree = self.tree;
        let Some(dependent) = tree
            .agents(trigger.head)
            .into_iter()
            .chain(tree.patients(trigger.head))
            .chain(tree.children(trigger.head).iter().copied())
            .chain(
                trigger
                    .companions
                    .iter()
                    .flat_map(|&word| tree.children(word).iter().copied()),
            )
            .chain(
                tree.head(trigger.head)
                    .filter(|_| tree.deprel(trigger.head) == Deprel::Amod),
            )
            .flat_map(|child| std::iter::once(child).chain(tree.obliques(child, "of")))
            .find(|&child| tree.is_word(child, noun))
        else {
            return Vec::new();
        };
        let beside = self.of_noun(dependent, slot);
        match &slot.name {
            SlotName::Preposition(preposition) if beside.is_empty() => {
                direct(tree.obliques(trigger.head, preposition))
            }
            SlotName::Subject => derived(tree.agents(trigger.head)),
            _ => beside,
        }
    }

    fn of_verb(&self, trigger: &Trigger, slot: &CompiledSlot) -> Vec<Candidate> {
        let (tree, verb) = (self.tree, trigger.head);
        match &slot.name {
            SlotName::Subject => self.near_or_derived(verb, self.agents_beside(trigger)),
            SlotName::Object => self.near_or_derived(verb, self.patients_beside(trigger)),
            SlotName::IndirectObject => direct(tree.children_by(verb, &[Deprel::Iobj])),
            SlotName::Complement if tree.joined_by_hyphen(verb).is_some() => {
                direct(tree.joined_by_hyphen(verb))
            }
            SlotName::SecondObject | SlotName::Complement => self.second_object(verb),
            SlotName::Preposition(preposition) => {
                self.after_preposition(trigger, preposition, slot.class != ClassTest::Any)
            }
            SlotName::Trigger => itself(verb),
            SlotName::ClauseSubject => direct(
                tree.children_by(verb, &[Deprel::Ccomp, Deprel::Xcomp])
                    .flat_map(|clause| tree.children_by(clause, &[Deprel::Nsubj])),
            ),
            SlotName::Possessor | SlotName::Led | SlotName::Part(_) => Vec::new(),
        }
    }

    /// Who does it; in the passive the tree may hang them on another word of the trigger: "put on trial by Chad".
    fn agents_beside(&self, trigger: &Trigger) -> Vec<usize> {
        let tree = self.tree;
        let agents = tree.agents(trigger.head);
        if !agents.is_empty() || tree.voice(trigger.head) == Voice::Active {
            return agents;
        }
        let companions = trigger.companions.iter();
        companions
            .flat_map(|&word| tree.obliques(word, "by"))
            .collect()
    }

    /// What undergoes, without the object that is itself a word of the trigger ("hold talks").
    fn patients_beside(&self, trigger: &Trigger) -> Vec<usize> {
        let tree = self.tree;
        let mut patients = tree.patients(trigger.head);
        patients.retain(|patient| !trigger.companions.contains(patient));
        if patients.is_empty() {
            let inner = trigger
                .companions
                .iter()
                .filter(|&&word| tree.is_verb(word));
            patients.extend(inner.flat_map(|&word| tree.patients(word)));
        }
        if tree.voice(trigger.head) == Voice::Active
            && patients.is_empty()
            && !trigger.companions.is_empty()
        {
            patients.extend(tree.children_by(trigger.head, &[Deprel::Iobj]));
        }
        patients
    }

    fn second_object(&self, verb: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let nominal = |&child: &usize| matches!(tree.upos(child), Upos::Noun | Upos::Propn);
        let complements: Vec<usize> = tree
            .children_by(verb, &[Deprel::Xcomp])
            .filter(nominal)
            .collect();
        if !complements.is_empty() {
            return direct(complements);
        }
        let objects = tree.children_by(verb, &[Deprel::Obj]);
        match tree.voice(verb) {
            Voice::Passive => direct(objects.filter(nominal)),
            Voice::Active => direct(objects.skip(1).filter(nominal)),
        }
    }

    /// "appoints Ana Ruiz as minister and Jan Novak as envoy": the roles of the second and further objects.
    fn roles_of_others(&self, verb: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let others = tree.patients(verb).into_iter().flat_map(|object| {
            tree.children_by(object, &[Deprel::Conj])
                .collect::<Vec<_>>()
        });
        direct(others.flat_map(|other| tree.obliques(other, "as").collect::<Vec<_>>()))
    }

    /// A preposition phrase on the verb, or on a word of the trigger, or (an attachment the tree often gets
    /// wrong) on the object.
    fn after_preposition(
        &self,
        trigger: &Trigger,
        preposition: &str,
        has_class: bool,
    ) -> Vec<Candidate> {
        let tree = self.tree;
        let mut own = direct(tree.obliques(trigger.head, preposition));
        if !own.is_empty() {
            if preposition == "as" {
                own.extend(self.roles_of_others(trigger.head));
            }
            return own;
        }
        let on_companion = direct(
            trigger
                .companions
                .iter()
                .flat_map(|&word| tree.obliques(word, preposition)),
        );
        if !on_companion.is_empty() {
            return on_companion;
        }
        let in_amount: Vec<usize> = trigger
            .companions
            .iter()
            .filter(|_| preposition != "of")
            .flat_map(|&word| tree.obliques(word, "of"))
            .flat_map(|counted| tree.obliques(counted, preposition))
            .collect();
        if !in_amount.is_empty() {
            return with_path(in_amount, Path::Reattached);
        }
        let patients = tree.patients(trigger.head);
        let on_object: Vec<usize> = patients
            .iter()
            .copied()
            .filter(|&object| tree.upos(object) == Upos::Noun)
            .filter(|_| preposition != "of" && (preposition != "in" || has_class))
            .chain(
                patients
                    .iter()
                    .flat_map(|&object| self.sum_and_purpose(object)),
            )
            .flat_map(|object| tree.obliques(object, preposition))
            .collect();
        if !on_object.is_empty() {
            return with_path(on_object, Path::Reattached);
        }
        match (tree.deprel(trigger.head), tree.head(trigger.head)) {
            (Deprel::Conj, Some(_)) => Vec::new(),
            _ => with_path(
                tree.children_by(trigger.head, &[Deprel::Conj])
                    .filter(|&next| tree.is_verb(next))
                    .filter(|&next| tree.child_by(next, &[Deprel::Nsubj, Deprel::Obj]).is_none())
                    .flat_map(|next| tree.obliques(next, preposition)),
                Path::Derived,
            ),
        }
    }

    /// What hangs on a nominal trigger, or on another word of it: "a ban on trade with Peru".
    fn of_noun_phrase(&self, trigger: &Trigger, slot: &CompiledSlot) -> Vec<Candidate> {
        let beside = self.of_noun(trigger.head, slot);
        match &slot.name {
            SlotName::Preposition(preposition) if beside.is_empty() => direct(
                trigger
                    .companions
                    .iter()
                    .flat_map(|&word| self.tree.obliques(word, preposition)),
            ),
            _ => beside,
        }
    }

    /// A sum of money, and what it is given for: whoever gets it may hang on either ("$2 million in aid to Chad").
    fn sum_and_purpose(&self, sum: usize) -> Vec<usize> {
        let tree = self.tree;
        if tree.upos(sum) != Upos::Sym {
            return Vec::new();
        }
        std::iter::once(sum)
            .chain(
                tree.obliques(sum, "in")
                    .filter(|&child| tree.upos(child) == Upos::Noun),
            )
            .collect()
    }

    fn of_noun(&self, noun: usize, slot: &CompiledSlot) -> Vec<Candidate> {
        let tree = self.tree;
        match &slot.name {
            SlotName::Possessor => {
                let owners = direct(tree.possessors(noun));
                if owners.is_empty() {
                    self.light_verb_subject(noun)
                } else {
                    owners
                }
            }
            SlotName::Complement => direct(tree.premodifiers(noun)),
            SlotName::Led => direct(tree.led_by(noun)),
            SlotName::Trigger => itself(noun),
            SlotName::Preposition(preposition) => {
                let partner = |&phrase: &usize| !self.opens_circumstance(noun, phrase);
                let own = direct(tree.obliques(noun, preposition).filter(partner));
                if own.is_empty() && preposition == "by" && self.undergoes_other_deed(noun) {
                    let of_theme = tree.obliques(noun, "of").collect::<Vec<_>>();
                    let behind = of_theme
                        .into_iter()
                        .flat_map(|theme| tree.obliques(theme, "by"));
                    with_path(behind.collect::<Vec<_>>(), Path::Reattached)
                } else if own.is_empty() {
                    let mut behind = tree.nominal_obliques(noun, preposition);
                    behind.retain(|&doer| {
                        preposition != "by" || !self.is_of_other_participle(noun, doer)
                    });
                    with_path(behind, Path::Reattached)
                } else {
                    own
                }
            }
            SlotName::Subject => self.light_verb_subject(noun),
            _ => Vec::new(),
        }
    }

    /// "approves the agreement, with the army given a day": what a comma parts from the noun is no partner of it.
    fn opens_circumstance(&self, noun: usize, phrase: usize) -> bool {
        let tree = self.tree;
        let is_comma = |token: usize| token < tree.len() && &*tree.token(token).text == ",";
        is_comma(noun + 1)
            && tree
                .children_by(phrase, &[Deprel::Case])
                .any(|case| case == noun + 2 && tree.is_word(case, "with"))
    }

    /// "the raid on Homs, controlled by rebels": they do what the participle says, and not the raid.
    fn is_of_other_participle(&self, noun: usize, doer: usize) -> bool {
        let tree = self.tree;
        tree.head(doer).is_some_and(|participle| {
            tree.head(participle) == Some(noun)
                && tree.deprel(participle) == Deprel::Acl
                && !self.is_light(participle)
                && !tree.is_listed(participle, WordList::LaunchVerb)
        })
    }

    /// "The arrest of Vega was condemned by Chad": whoever does what the verb says has not done what the noun says.
    fn undergoes_other_deed(&self, noun: usize) -> bool {
        let tree = self.tree;
        tree.head(noun).is_some_and(|verb| {
            tree.deprel(noun) == Deprel::NsubjPass && tree.is_verb(verb) && !self.is_light(verb)
        })
    }

    /// Who does what a noun says, when the noun is the object of a verb with little meaning of its own.
    fn light_verb_subject(&self, noun: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let noun = self.first_conjunct(noun);
        let noun = tree.series_of(noun).unwrap_or(noun);
        if self.has_irregular_doers(noun) {
            return Vec::new();
        }
        let Some(verb) = self.light_verb_over(noun) else {
            let agreed = self.who_agrees_to(noun);
            return if agreed.is_empty() {
                self.who_is_blamed(noun)
            } else {
                agreed
            };
        };
        let is_patient = tree.patients(verb).contains(&noun)
            || (tree.deprel(verb) == Deprel::Acl && tree.head(verb) == Some(noun));
        if is_patient {
            with_path(tree.agents(verb), Path::LightVerb)
        } else {
            Vec::new()
        }
    }

    /// "failed to prevent militia attacks": those before the noun do what it says, though no name is known for them.
    fn has_irregular_doers(&self, noun: usize) -> bool {
        let tree = self.tree;
        tree.children_by(noun, &[Deprel::Compound])
            .any(|doer| tree.is_listed(doer, WordList::IrregularNoun))
    }

    /// Whose visit or talks it is when the noun only sets the scene: "during a visit to Malta, Ruiz said", "Ruiz,
    /// on a visit to Malta", "Ruiz is in talks with Sy".
    fn who_is_at(&self, noun: usize) -> Vec<Candidate> {
        let tree = self.tree;
        if tree.stands_after(noun, "for") {
            return self.who_comes_for(noun);
        }
        if !SETTINGS.iter().any(|word| tree.stands_after(noun, word)) {
            return Vec::new();
        }
        match (tree.deprel(noun), tree.head(noun)) {
            (Deprel::Obl, Some(verb)) if tree.is_verb(verb) => derived(tree.subjects(verb)),
            (Deprel::Nmod, Some(name)) if tree.upos(name) == Upos::Propn => derived([name]),
            _ if tree.child_by(noun, &[Deprel::Cop]).is_some() => {
                derived(tree.subjects_of_predicate(noun))
            }
            _ => Vec::new(),
        }
    }

    /// "Ruiz travelled to Rome for talks with Sy".
    fn who_comes_for(&self, noun: usize) -> Vec<Candidate> {
        let tree = self.tree;
        let mut above = tree.head(noun);
        while let Some(place) = above.filter(|&at| tree.deprel(at) == Deprel::Nmod) {
            above = tree.head(place);
        }
        let verb = above
            .filter(|&at| matches!(tree.deprel(at), Deprel::Obl | Deprel::Obj))
            .map_or(above, |place| tree.head(place));
        verb.filter(|&verb| tree.is_verb(verb) && tree.is_listed(verb, WordList::ComingVerb))
            .map_or_else(Vec::new, |verb| derived(tree.subjects(verb)))
    }

    fn first_conjunct(&self, noun: usize) -> usize {
        match (self.tree.deprel(noun), self.tree.head(noun)) {
            (Deprel::Conj, Some(first)) if self.tree.upos(first) == self.tree.upos(noun) => first,
            _ => noun,
        }
    }

    fn light_verb_over(&self, noun: usize) -> Option<usize> {
        let tree = self.tree;
        let above = tree
            .head(noun)
            .filter(|_| matches!(tree.deprel(noun), Deprel::Obj | Deprel::NsubjPass));
        let participle = tree.child_by(noun, &[Deprel::Acl, Deprel::AclRelcl]);
        // "Chad had tariffs placed on it": who has something done has not done it.
        let is_done_to = participle.is_some_and(|participle| tree.xpos(participle) == Xpos::Vbn);
        above
            .into_iter()
            .filter(|&verb| !(is_done_to && tree.lemma(verb) == "have"))
            .chain(participle)
            .find(|&verb| tree.is_verb(verb) && self.is_light(verb))
    }

    fn is_light(&self, verb: usize) -> bool {
        let tree = self.tree;
        let lemma = tree.lemma(verb);
        self.light_verbs.contains(lemma)
            || tree
                .children_by(verb, &[Deprel::CompoundPrt, Deprel::Advmod])
                .any(|particle| {
                    self.light_verbs
                        .contains(&format!("{lemma} {}", tree.lemma(particle)))
                })
    }

    /// "X is Y", "X is in Y": the trigger is the copula, the predicate is the complement.
    fn of_copula(&self, copula: usize, slot: &CompiledSlot) -> Vec<Candidate> {
        let tree = self.tree;
        let Some(predicate) = tree.predicate_of_copula(copula) else {
            return Vec::new();
        };
        match &slot.name {
            SlotName::Subject => direct(tree.subjects(predicate)),
            SlotName::Complement if tree.preposition(predicate).is_none() => direct([predicate]),
            SlotName::Preposition(preposition) if tree.stands_after(predicate, preposition) => {
                direct([predicate])
            }
            _ => Vec::new(),
        }
    }

    /// An adjective, or a copular multiword trigger.
    fn of_predicate(&self, predicate: usize, slot: &CompiledSlot) -> Vec<Candidate> {
        let tree = self.tree;
        match &slot.name {
            SlotName::Subject => {
                let subjects = tree.subjects_of_predicate(predicate);
                match (tree.deprel(predicate), tree.head(predicate)) {
                    (Deprel::Amod | Deprel::Acl, Some(noun)) if subjects.is_empty() => {
                        direct([noun])
                    }
                    _ => direct(subjects),
                }
            }
            SlotName::Preposition(preposition) => direct(tree.obliques(predicate, preposition)),
            SlotName::Trigger => match (tree.deprel(predicate), tree.head(predicate)) {
                (Deprel::Amod, Some(noun)) => itself(noun),
                _ => direct(tree.subjects_of_predicate(predicate)),
            },
            SlotName::Complement if tree.joined_by_hyphen(predicate).is_some() => {
                direct(tree.joined_by_hyphen(predicate))
            }
            SlotName::Complement => direct(tree.premodifiers(predicate)),
            SlotName::Possessor => match (tree.deprel(predicate), tree.head(predicate)) {
                (Deprel::Amod, Some(noun)) => direct(tree.possessors(noun)),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// "X is at war with Y", "talks with Y, in league with Z": what the phrase is said of, and what hangs on
    /// its noun.
    fn of_prepositional_phrase(&self, noun: usize, slot: &CompiledSlot) -> Vec<Candidate> {
        let tree = self.tree;
        match &slot.name {
            SlotName::Trigger | SlotName::Subject => match (tree.deprel(noun), tree.head(noun)) {
                (Deprel::Nmod, Some(described)) => itself(described),
                (Deprel::Obl, Some(verb)) => derived(tree.agents(verb)),
                _ => direct(tree.subjects_of_predicate(noun)),
            },
            SlotName::Preposition(preposition) => {
                let own = direct(tree.obliques(noun, preposition));
                match (tree.deprel(noun), tree.head(noun)) {
                    (Deprel::Obl, Some(verb)) if own.is_empty() => with_path(
                        tree.obliques(verb, preposition)
                            .filter(|&phrase| phrase > noun),
                        Path::Reattached,
                    ),
                    _ => own,
                }
            }
            // "X is under UN sanctions"
            SlotName::Complement => direct(tree.premodifiers(noun)),
            SlotName::Possessor => direct(tree.possessors(noun)),
            _ => Vec::new(),
        }
    }

    /// A preposition between two phrases: its own noun is the object, what that hangs on the subject.
    fn of_preposition(&self, preposition: usize, slot: &CompiledSlot) -> Vec<Candidate> {
        let tree = self.tree;
        let Some(noun) = tree
            .head(preposition)
            .filter(|_| tree.deprel(preposition) == Deprel::Case)
        else {
            return Vec::new();
        };
        match &slot.name {
            SlotName::Object | SlotName::Preposition(_) => direct([noun]),
            SlotName::Subject => direct(tree.subjects_of_predicate(noun)),
            SlotName::Trigger => match (tree.deprel(noun), tree.head(noun)) {
                (Deprel::Nmod, Some(described)) => itself(described),
                _ => direct(tree.subjects_of_predicate(noun)),
            },
            _ => Vec::new(),
        }
    }

    fn near_or_derived(&self, verb: usize, heads: Vec<usize>) -> Vec<Candidate> {
        heads
            .into_iter()
            .map(|head| Candidate {
                head,
                path: if self.tree.head(head) == Some(verb) {
                    Path::Direct
                } else {
                    Path::Derived
                },
            })
            .collect()
    }
}

/// Prepositions before a noun that sets the scene of a clause.
const SETTINGS: &[&str] = &[
    "during",
    "at",
    "in",
    "on",
    "under",
    "after",
    "before",
    "following",
    "ahead of",
];

/// Whether the noun says what someone is: "leader", "minister". Nobody is made that by a light verb.
fn describes_someone(pattern: &CompiledPattern) -> bool {
    pattern
        .subject
        .iter()
        .any(|slot| slot.name == SlotName::Trigger)
}

/// Whether the noun's object is someone its subject deals with or a place it goes to: "talks with", "visit to".
fn names_partner(pattern: &CompiledPattern) -> bool {
    pattern.object.iter().any(|slot| {
        matches!(&slot.name, SlotName::Preposition(word) if matches!(word.as_str(), "with" | "to"))
    })
}

fn direct(heads: impl IntoIterator<Item = usize>) -> Vec<Candidate> {
    with_path(heads, Path::Direct)
}

pub(super) fn derived(heads: impl IntoIterator<Item = usize>) -> Vec<Candidate> {
    with_path(heads, Path::Derived)
}

fn itself(head: usize) -> Vec<Candidate> {
    with_path([head], Path::Itself)
}

pub(super) fn with_path(heads: impl IntoIterator<Item = usize>, path: Path) -> Vec<Candidate> {
    heads
        .into_iter()
        .map(|head| Candidate { head, path })
        .collect()
}
