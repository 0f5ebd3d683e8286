use super::compile::{Catalogue, CompiledPattern, CompiledSlot, Condition, Relation};
use super::fillers::{Filler, FillerFinder, Reference, Want};
use super::neighbours::{Side, completed};
use super::slots::{Candidate, Path, SlotContext};
use super::trigger::{Trigger, find_trigger, has_other_sense};
use crate::draft::EntityIndex;
use crate::syntax::Tree;
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{PatternPos, SlotName, WordList};

/// A pattern found in a sentence with an entity at each end.
#[derive(Clone, Debug)]
pub(crate) struct Match<'c> {
    pub(crate) relation: usize,
    pub(crate) pattern: &'c CompiledPattern,
    pub(crate) trigger: Trigger,
    pub(crate) subject: End,
    pub(crate) object: End,
    /// Whether the two ends are members of one phrase: "A and B met".
    pub(crate) paired: bool,
}

/// One end of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) filler: Filler,
    pub(crate) path: Path,
}

/// Matches the catalogue against one sentence.
pub(crate) struct SentenceMatcher<'a, 'c> {
    pub(crate) catalogue: &'c Catalogue,
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) slots: SlotContext<'a>,
    pub(crate) fillers: FillerFinder<'a>,
    /// Whether a token is part of a name: names trigger nothing but descriptions of themselves.
    pub(crate) in_name: Vec<bool>,
}

/// Coordinations longer than this are lists, not parties of one event.
const MOST_PARTIES: usize = 8;

impl<'c> SentenceMatcher<'_, 'c> {
    pub(crate) fn matches(&self) -> Vec<Match<'c>> {
        let mut found = Vec::new();
        for head in 0..self.tree.len() {
            let lemma = self.tree.lemma(head);
            let text = self.tree.word(head);
            let by_form = (text != lemma && self.tree.upos(head) != Upos::Verb)
                .then(|| self.catalogue.triggered_by(&text))
                .into_iter()
                .flatten();
            for pattern in self.catalogue.triggered_by(lemma).chain(by_form) {
                self.match_at(head, pattern, &mut found);
            }
        }
        found
    }

    fn match_at(&self, head: usize, pattern: &'c CompiledPattern, found: &mut Vec<Match<'c>>) {
        if self.in_name[head] && !names_itself(pattern) {
            return;
        }
        let Some(trigger) = find_trigger(self.tree, pattern, head) else {
            return;
        };
        if has_other_sense(
            self.tree,
            &self.catalogue.relations[pattern.relation],
            &trigger,
        ) {
            return;
        }
        let Some(relation) = self.relation_in_time(pattern, &trigger) else {
            return;
        };
        if !self.condition_holds(pattern, &trigger) {
            return;
        }
        let subjects = self.phrases(pattern, &trigger, &pattern.subject);
        let objects = self.phrases(pattern, &trigger, &pattern.object);
        for (subject_slot, subject_phrases) in &subjects {
            for (object_slot, object_phrases) in &objects {
                let paired = subject_slot.paired && object_slot.paired;
                if paired && subject_slot.name == SlotName::Trigger && self.is_acted_on(&trigger) {
                    continue;
                }
                let ends = if paired {
                    self.pairs(pattern, relation, &trigger, subject_slot, subject_phrases)
                } else {
                    self.crossed(
                        pattern,
                        relation,
                        &trigger,
                        (subject_slot, subject_phrases),
                        (object_slot, object_phrases),
                    )
                };
                if !ends.is_empty() {
                    found.extend(ends.into_iter().map(|(subject, object)| Match {
                        relation,
                        pattern,
                        trigger: trigger.clone(),
                        subject,
                        object,
                        paired,
                    }));
                    return;
                }
            }
        }
    }

    /// The slots of one end with their phrases. A verb's subject and object are kept without any: names
    /// beside the verb may fill them.
    fn phrases<'s>(
        &self,
        pattern: &CompiledPattern,
        trigger: &Trigger,
        slots: &'s [CompiledSlot],
    ) -> Vec<(&'s CompiledSlot, Vec<Candidate>)> {
        let mut filled = self.slots.fill(pattern, trigger, slots);
        if filled.is_empty() && pattern.pos == PatternPos::Verb && !pattern.copula {
            let open = slots
                .iter()
                .find(|slot| side_of(slot).is_some() && slot.noun.is_none());
            filled.extend(open.map(|slot| (slot, Vec::new())));
        }
        filled
    }

    /// The relation that the words state: "former" turns a state into its past form, or rules it out.
    fn relation_in_time(&self, pattern: &CompiledPattern, trigger: &Trigger) -> Option<usize> {
        let relation = &self.catalogue.relations[pattern.relation];
        // "formerly led the team", "used to lead the team", "led the team until May"
        let was_verb = || {
            let tree = self.tree;
            let told_past = |adverb| tree.is_listed(adverb, WordList::PastModifier);
            tree.children_by(trigger.head, &[Deprel::Advmod])
                .any(told_past)
                || tree
                    .children_by(trigger.head, &[Deprel::Aux])
                    .any(|auxiliary| tree.is_word(auxiliary, "used"))
                || tree.xpos(trigger.head) == Xpos::Vbd
                    && ["until", "till"]
                        .iter()
                        .any(|word| tree.obliques(trigger.head, word).next().is_some())
        };
        let is_past = relation.event.is_none()
            && match pattern.pos {
                PatternPos::Noun => self.is_former(trigger.head),
                PatternPos::Verb => relation.past_form.is_some() && was_verb(),
                _ => false,
            };
        match (is_past, &pattern.condition) {
            (_, Condition::Former) | (false, _) => Some(pattern.relation),
            (true, _) => relation.past_form,
        }
    }

    /// "former president", and "former Reform Party president", where the word may hang on the name between.
    fn is_former(&self, noun: usize) -> bool {
        let tree = self.tree;
        let before = |head: usize| {
            tree.children_by(head, &[Deprel::Amod, Deprel::Compound, Deprel::Advmod])
                .filter(move |&child| child < head)
        };
        before(noun)
            .flat_map(|child| std::iter::once(child).chain(before(child)))
            .any(|word| tree.is_listed(word, WordList::PastModifier))
            || tree.lemma(noun).starts_with("ex-")
            || self.is_given_up(noun)
    }

    /// "resigned as president", "sacked as coach", "sacked its coach".
    fn is_given_up(&self, noun: usize) -> bool {
        let tree = self.tree;
        let Some(verb) = tree.head(noun) else {
            return false;
        };
        let removes = tree.is_listed(verb, WordList::RemovalVerb);
        let is_role = tree.stands_after(noun, "as")
            && (removes || tree.is_listed(verb, WordList::DepartureVerb));
        let is_removed = removes
            && tree.patients(verb).contains(&noun)
            && !tree.is_infinitive(verb)
            && !tree
                .children_by(verb, &[Deprel::Aux])
                .any(|auxiliary| tree.xpos(auxiliary) == Xpos::Md);
        is_role || is_removed
    }

    /// "Chad rejected it", "which Ruiz has denied": what was said or done, no body or person named before.
    fn means_statement(&self, trigger: &Trigger, object: usize) -> bool {
        let tree = self.tree;
        tree.upos(object) == Upos::Pron
            && matches!(tree.lemma(object), "it" | "this" | "that" | "which")
            && tree.is_listed(trigger.head, WordList::StatementVerb)
    }

    /// "Acme beat two rivals": they are the subject's, not each other's.
    fn is_acted_on(&self, trigger: &Trigger) -> bool {
        let tree = self.tree;
        let verb = tree.head(trigger.head).filter(|&verb| {
            tree.deprel(trigger.head) == Deprel::Obj && tree.upos(verb) == Upos::Verb
        });
        verb.is_some_and(|verb| tree.child_by(verb, &[Deprel::Nsubj]).is_some())
    }

    fn condition_holds(&self, pattern: &CompiledPattern, trigger: &Trigger) -> bool {
        match &pattern.condition {
            Condition::None
            | Condition::Negated
            | Condition::Ended
            | Condition::Intended
            | Condition::ObjectClass(_) => true,
            Condition::Former => self.is_former(trigger.head),
            // "lost 5–1 to the Jets": a score is no object.
            Condition::Intransitive => self
                .tree
                .children_by(trigger.head, &[Deprel::Obj])
                .all(|object| self.tree.upos(object) == Upos::Num),
            Condition::Infinitive => self.has_infinitive(trigger.head),
            Condition::Word(word) => {
                let described = self.tree.head(trigger.head).filter(|_| {
                    matches!(
                        self.tree.deprel(trigger.head),
                        Deprel::Acl | Deprel::AclRelcl
                    )
                });
                let has_word = |token: usize| self.tree.is_word(token, word);
                let sentence = self.tree.sentence;
                sentence
                    .subtree(trigger.head)
                    .into_iter()
                    .chain(described)
                    .chain(described.and_then(|doer| self.deed_before(doer)))
                    .any(has_word)
                    || self
                        .means_of_clause(trigger.head)
                        .flat_map(|means| sentence.subtree(means))
                        .any(has_word)
            }
        }
    }

    /// "strikes by the army targeting Homs": what stands before the "by" of a doer.
    fn deed_before(&self, doer: usize) -> Option<usize> {
        let tree = self.tree;
        let by = tree
            .children_by(doer, &[Deprel::Case])
            .find(|&case| tree.is_word(case, "by"))?;
        by.checked_sub(1)
            .filter(|&deed| tree.upos(deed) == Upos::Noun)
    }

    /// "launched missiles, hitting a base": a participle goes on with what its clause began, and with its means.
    fn means_of_clause(&self, participle: usize) -> impl Iterator<Item = usize> {
        let tree = self.tree;
        let goes_on = tree.deprel(participle) == Deprel::Advcl
            && tree.xpos(participle) == Xpos::Vbg
            && tree.child_by(participle, &[Deprel::Mark]).is_none();
        tree.head(participle)
            .filter(|_| goes_on)
            .into_iter()
            .flat_map(|verb| tree.children_by(verb, &[Deprel::Obj, Deprel::Nsubj]))
    }

    /// Whether an infinitive hangs on the verb, or on its object: "told her to leave", "called for him to resign".
    fn has_infinitive(&self, verb: usize) -> bool {
        let tree = self.tree;
        let clauses = |head: usize| {
            tree.children_by(
                head,
                &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl, Deprel::Acl],
            )
        };
        clauses(verb)
            .chain(
                tree.children_by(verb, &[Deprel::Obj, Deprel::Iobj, Deprel::Obl])
                    .flat_map(clauses),
            )
            .any(|clause| tree.is_infinitive(clause))
    }

    fn want_subject(&self, relation: &Relation, slot: &CompiledSlot) -> Want {
        Want {
            class: relation.domain,
            slot_class: slot.class,
            accepts_agents: self.takes_actors(relation.domain) || relation.domain_is_any(),
            reaches_owner: false,
            reaches_place: false,
            literal: self.takes_only_places(relation.domain),
        }
    }

    fn want_object(&self, relation: &Relation, slot: &CompiledSlot) -> Want {
        Want {
            class: relation.range,
            slot_class: slot.class,
            accepts_agents: self.takes_actors(relation.range) || relation.reaches_owner,
            reaches_owner: relation.reaches_owner,
            reaches_place: relation.reaches_place,
            literal: self.takes_only_places(relation.range),
        }
    }

    fn takes_actors(&self, test: super::classes::ClassTest) -> bool {
        self.catalogue
            .actor
            .is_some_and(|actor| self.catalogue.classes.within(test, actor))
    }

    fn takes_only_places(&self, test: super::classes::ClassTest) -> bool {
        self.catalogue
            .place
            .is_some_and(|place| self.catalogue.classes.within(test, place))
    }

    fn ends(&self, phrases: &[Candidate], want: Want) -> Vec<End> {
        phrases
            .iter()
            .flat_map(|phrase| {
                let fillers = if phrase.path == Path::Itself {
                    self.fillers.find_itself(phrase.head, want)
                } else {
                    self.fillers.find(phrase.head, want)
                };
                fillers.into_iter().map(|filler| End {
                    filler,
                    path: phrase.path,
                })
            })
            .collect()
    }

    /// The ends by the tree, completed by the names beside a verb.
    fn ends_beside(
        &self,
        pattern: &CompiledPattern,
        trigger: &Trigger,
        slot: &CompiledSlot,
        phrases: &[Candidate],
        want: Want,
    ) -> Vec<End> {
        let ends = self.ends(phrases, want);
        match side_of(slot) {
            Some(side)
                if pattern.pos == PatternPos::Verb
                    && !pattern.copula
                    && slot.noun.is_none()
                    && (side == Side::Before || trigger.companions.is_empty()) =>
            {
                let gave_phrases = !phrases.is_empty();
                completed(&self.fillers, trigger.head, side, want, ends, gave_phrases)
            }
            _ => ends,
        }
    }

    fn crossed(
        &self,
        pattern: &CompiledPattern,
        relation: usize,
        trigger: &Trigger,
        (subject_slot, subjects): (&CompiledSlot, &[Candidate]),
        (object_slot, objects): (&CompiledSlot, &[Candidate]),
    ) -> Vec<(End, End)> {
        if object_slot.name == subject_slot.name && object_slot.noun == subject_slot.noun {
            return Vec::new();
        }
        let relation = &self.catalogue.relations[relation];
        let want_subject = self.want_subject(relation, subject_slot);
        let subjects = self.ends_beside(pattern, trigger, subject_slot, subjects, want_subject);
        if subjects.is_empty() {
            return Vec::new();
        }
        let want_object = self.want_object(relation, object_slot);
        let mut objects = self.ends_beside(pattern, trigger, object_slot, objects, want_object);
        objects.retain(|object| !self.means_statement(trigger, object.filler.head));
        let pairs = subjects
            .iter()
            .flat_map(|&subject| objects.iter().map(move |&object| (subject, object)));
        pairs
            .filter(|(subject, object)| subject.filler.entity != object.filler.entity)
            // "launched missiles, striking the plant": a deed makes nobody the owner of what it is done to.
            .filter(|(subject, object)| {
                relation.event.is_some()
                    || subject.path != Path::LightVerb
                    || object.path != Path::Itself
            })
            .filter(|(subject, object)| {
                pattern.pos != PatternPos::Preposition
                    || self.joined_by_preposition(relation, trigger, subject, object)
            })
            .filter(|(subject, object)| !self.is_inside_out(relation, object_slot, subject, object))
            .filter(|(subject, object)| {
                !matches!(&object_slot.name, SlotName::Preposition(word) if word == "as")
                    || self.is_own_role(subject.filler.head, object.filler.head)
            })
            // "becoming the second minister to resign": they become nothing but one of several.
            .filter(|(_, object)| {
                object_slot.name != SlotName::Complement
                    || !self.tree.is_one_of_several(object.filler.head)
            })
            .filter(|(_, object)| match pattern.condition {
                Condition::ObjectClass(class) => self
                    .catalogue
                    .classes
                    .admits(class, self.fillers.classes[object.filler.entity.0]),
                _ => true,
            })
            .collect()
    }

    /// Whether somebody has the role: of "Ana Ruiz as minister and Jan Novak as envoy" each has one.
    fn is_own_role(&self, person: usize, role: usize) -> bool {
        let tree = self.tree;
        let of_another = tree.head(role).is_some_and(|head| {
            head != person && tree.deprel(head) == Deprel::Conj && !tree.is_verb(head)
        });
        let mut own = tree.obliques(person, "as").peekable();
        !of_another && (own.peek().is_none() || own.any(|own| own == role))
    }

    /// A lone preposition says little: it joins two names only when it stands right behind the first, and
    /// places only when the one can lie in the other.
    fn joined_by_preposition(
        &self,
        relation: &Relation,
        trigger: &Trigger,
        subject: &End,
        object: &End,
    ) -> bool {
        if !trigger.companions.is_empty() {
            return true;
        }
        let (inner, outer) = (subject.filler, object.filler);
        let fits =
            !self.takes_only_places(relation.range) || self.may_lie_in(inner.entity, outer.entity);
        let is_predicate = self.tree.head(inner.head) == Some(outer.head);
        let stands_before = self
            .fillers
            .mention(inner.head, inner.entity)
            .is_some_and(|mention| self.only_age_between(mention.tokens.end, trigger.head));
        fits && (is_predicate || (stands_before && inner.reference == Reference::Name))
    }

    /// "the Atlas mountains of Morocco": the name before the noun is no place around the one after it,
    /// unless it is the wider of the two ("the Guangdong city of Shenzhen").
    fn is_inside_out(
        &self,
        relation: &Relation,
        object_slot: &CompiledSlot,
        subject: &End,
        object: &End,
    ) -> bool {
        let (inner, outer) = (subject.filler, object.filler);
        let names_before = object_slot.name == SlotName::Complement
            && self
                .fillers
                .mention(outer.head, outer.entity)
                .is_some_and(|mention| mention.kind == MentionKind::Name);
        self.takes_only_places(relation.range)
            && relation.domain_is_any()
            && names_before
            && self.is(inner.entity, "Place")
            && !self.lies_in(inner.entity, outer.entity)
    }

    /// "Ana Ruiz, 34, from Lima": nothing stands between but commas and a number.
    fn only_age_between(&self, start: usize, end: usize) -> bool {
        start <= end
            && (start..end).all(|token| {
                &*self.tree.token(token).text == "," || self.tree.upos(token) == Upos::Num
            })
    }

    /// Bodies and buildings lie in any place, people anywhere; of two places one must be the wider.
    fn may_lie_in(&self, inner: EntityIndex, outer: EntityIndex) -> bool {
        let is_person = self.is(inner, "Person");
        is_person || self.lies_in(inner, outer)
    }

    /// The members of one phrase, each with each.
    fn pairs(
        &self,
        pattern: &CompiledPattern,
        relation: usize,
        trigger: &Trigger,
        slot: &CompiledSlot,
        phrases: &[Candidate],
    ) -> Vec<(End, End)> {
        if pattern.pos == PatternPos::Verb
            && slot.name == SlotName::Subject
            && self.has_other_party(trigger)
        {
            return Vec::new();
        }
        let relation = &self.catalogue.relations[relation];
        let want = self.want_subject(relation, slot);
        let mut members = self.ends_beside(pattern, trigger, slot, phrases, want);
        members.dedup_by_key(|member| member.filler.entity);
        if members.len() > MOST_PARTIES {
            return Vec::new();
        }
        let mut pairs = Vec::new();
        for (index, &first) in members.iter().enumerate() {
            for &second in &members[index + 1..] {
                if first.filler.entity != second.filler.entity {
                    pairs.push((first, second));
                }
            }
        }
        pairs
    }

    /// "A and B met C" says nothing of A meeting B.
    fn has_other_party(&self, trigger: &Trigger) -> bool {
        self.tree
            .children_by(trigger.head, &[Deprel::Obj])
            .any(|object| {
                !trigger.companions.contains(&object)
                    && !matches!(self.tree.lemma(object), "each" | "other" | "another")
            })
            || self.tree.obliques(trigger.head, "with").next().is_some()
    }
}

/// Where the words of a verb's subject or object stand.
fn side_of(slot: &CompiledSlot) -> Option<Side> {
    match slot.name {
        SlotName::Subject => Some(Side::Before),
        SlotName::Object => Some(Side::After),
        _ => None,
    }
}

/// Whether one end of the pattern is the trigger phrase itself.
fn names_itself(pattern: &CompiledPattern) -> bool {
    pattern
        .subject
        .iter()
        .chain(&pattern.object)
        .any(|slot| slot.name == SlotName::Trigger)
}
