use super::Tree;
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_ontology::WordList;

/// Whether the subject of a clause acts or undergoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    Active,
    Passive,
}

/// How many words can lead to a name in front of a clause: "According to the Kremlin, Kenya attacked".
pub(crate) const LONGEST_FRONT: usize = 3;

const SUBJECTS: &[Deprel] = &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter];
const OBLIQUES: &[Deprel] = &[Deprel::Obl, Deprel::OblAgent, Deprel::Nmod];
/// How far subjects are passed down: a chain of control, conjunction and relative clauses.
const REACH: usize = 6;

impl Tree<'_> {
    /// Who or what does what the verb says, by the heads of the phrases.
    pub(crate) fn agents(&self, verb: usize) -> Vec<usize> {
        match self.voice(verb) {
            Voice::Active => self.subjects(verb),
            Voice::Passive => self.passive_agents(verb),
        }
    }

    /// Who or what undergoes what the verb says.
    pub(crate) fn patients(&self, verb: usize) -> Vec<usize> {
        match self.voice(verb) {
            Voice::Active => self.objects(verb),
            Voice::Passive => self.subjects(verb),
        }
    }

    pub(crate) fn voice(&self, verb: usize) -> Voice {
        let active_form = self.is_active_form(verb);
        let marked = self
            .children(verb)
            .iter()
            .any(|&child| match self.deprel(child) {
                Deprel::AuxPass | Deprel::OblAgent => true,
                Deprel::NsubjPass | Deprel::CsubjPass => !active_form,
                _ => false,
            });
        if marked || self.is_bare_passive(verb) || self.is_headline_passive(verb) {
            Voice::Passive
        } else {
            Voice::Active
        }
    }

    /// "Airstrikes killed nine", "had spied on": an object and no auxiliary, or "have" without "been", whatever the
    /// subject is labelled.
    fn is_active_form(&self, verb: usize) -> bool {
        if self.child_by(verb, &[Deprel::AuxPass]).is_some() {
            return false;
        }
        let is_perfect = self
            .children_by(verb, &[Deprel::Aux])
            .any(|aux| self.lemma(aux) == "have");
        let is_simple = matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            && self.child_by(verb, &[Deprel::Aux]).is_none()
            && self.child_by(verb, &[Deprel::Obj]).is_some();
        is_perfect || is_simple
    }

    /// A participle without auxiliary: "troops killed by", "arrested in May, he …", "was tried and jailed".
    fn is_bare_passive(&self, verb: usize) -> bool {
        if !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd | Xpos::Jj)
            || self
                .child_by(verb, &[Deprel::Aux, Deprel::Obj, Deprel::Nsubj])
                .is_some()
        {
            return false;
        }
        match self.deprel(verb) {
            Deprel::Acl | Deprel::Amod => true,
            Deprel::Advcl | Deprel::Xcomp | Deprel::Parataxis => self.xpos(verb) == Xpos::Vbn,
            Deprel::Conj => self
                .head(verb)
                .is_some_and(|first| first < verb && self.voice(first) == Voice::Passive),
            _ => false,
        }
    }

    /// A headline that leaves the auxiliary out: "Two killed in Kabul", "Minister sacked by president".
    fn is_headline_passive(&self, verb: usize) -> bool {
        self.in_headline()
            && self.deprel(verb) == Deprel::Root
            && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && self
                .child_by(
                    verb,
                    &[Deprel::Obj, Deprel::Aux, Deprel::Ccomp, Deprel::Xcomp],
                )
                .is_none()
            && (self.xpos(verb) == Xpos::Vbn || self.obliques(verb, "by").next().is_some())
    }

    fn passive_agents(&self, verb: usize) -> Vec<usize> {
        let own: Vec<usize> = self.obliques(verb, "by").collect();
        if !own.is_empty() {
            return own;
        }
        match (self.deprel(verb), self.head(verb)) {
            (Deprel::Conj, Some(first)) if self.voice(first) == Voice::Passive => {
                self.passive_agents(first)
            }
            _ => {
                let next_clauses: Vec<usize> = self
                    .children_by(verb, &[Deprel::Conj])
                    .filter(|&next| {
                        self.child_by(next, SUBJECTS).is_none() || self.is_same_harm(verb, next)
                    })
                    // "was arrested in July and charged by Sy": a verb with words of its own has no agent left to share.
                    .filter(|_| self.child_by(verb, OBLIQUES).is_none())
                    .flat_map(|next| self.obliques(next, "by"))
                    .collect();
                if next_clauses.is_empty() {
                    self.agents_behind_complement(verb)
                } else {
                    next_clauses
                }
            }
        }
    }

    /// "one was killed and two were hurt by a mine": harm of several kinds that is told in one breath has one cause.
    fn is_same_harm(&self, verb: usize, next: usize) -> bool {
        self.is_listed(verb, WordList::HarmVerb)
            && self.is_listed(next, WordList::HarmVerb)
            && self.voice(next) == Voice::Passive
    }

    /// "was named minister by the king", "was hit with sanctions by the union", "was banned for two
    /// games by the league": the agent stands behind a complement, and parsers hang it there.
    fn agents_behind_complement(&self, verb: usize) -> Vec<usize> {
        self.children_by(verb, &[Deprel::Xcomp, Deprel::Obj, Deprel::Obl])
            .filter(|&complement| {
                complement > verb
                    && (self.deprel(complement) != Deprel::Obl
                        || self.stands_after(complement, "as")
                        || self.stands_after(complement, "with")
                        || self.child_by(complement, &[Deprel::Nummod]).is_some())
            })
            .filter(|&complement| !self.is_verb(complement))
            .flat_map(|complement| self.obliques(complement, "by"))
            .collect()
    }

    /// The phrases that hang on a verb or adjective after this preposition.
    pub(crate) fn obliques<'t>(
        &'t self,
        head: usize,
        preposition: &'t str,
    ) -> impl Iterator<Item = usize> + 't {
        self.children_by(head, OBLIQUES)
            .filter(move |&child| self.stands_after(child, preposition))
            // "at the request of Chad" tells of an occasion, no target.
            .filter(move |&child| {
                preposition != "at" || !self.is_listed(child, WordList::OccasionNoun)
            })
            .chain(self.aimed_at(head, preposition))
    }

    /// "airstrikes targeting rebels" are airstrikes on them.
    fn aimed_at<'t>(
        &'t self,
        deed: usize,
        preposition: &'t str,
    ) -> impl Iterator<Item = usize> + 't {
        self.children_by(deed, &[Deprel::Acl])
            .filter(move |_| matches!(preposition, "on" | "against"))
            .filter(move |&participle| {
                self.xpos(participle) == Xpos::Vbg
                    && self.is_listed(participle, WordList::AimingVerb)
            })
            .flat_map(move |participle| self.children_by(participle, &[Deprel::Obj]))
    }

    /// The grammatical subject, spoken or understood.
    pub(crate) fn subjects(&self, verb: usize) -> Vec<usize> {
        self.subjects_within(verb, REACH)
    }

    fn subjects_within(&self, verb: usize, reach: usize) -> Vec<usize> {
        let own: Vec<usize> = self
            .children_by(verb, SUBJECTS)
            .filter(|&subject| self.xpos(subject) != Xpos::Ex)
            .collect();
        let goal = own
            .iter()
            .find(|&&subject| self.is_infinitive(verb) && self.is_goal_of(subject, verb));
        if let Some(&goal) = goal {
            let mut owners = self.possessors(goal);
            owners.extend(self.obliques(goal, "of"));
            return owners;
        }
        if !own.is_empty() {
            return own;
        }
        let (Some(head), Some(reach)) = (self.head(verb), reach.checked_sub(1)) else {
            return Vec::new();
        };
        match self.deprel(verb) {
            Deprel::AclRelcl => vec![head],
            Deprel::Acl if self.is_infinitive(verb) => self.noun_controllers(head, reach),
            Deprel::Acl
                if self.xpos(verb) == Xpos::Vbg
                    && self.is_listed(head, WordList::PossessionNoun) =>
            {
                self.noun_controllers(head, reach)
            }
            Deprel::Acl | Deprel::Amod => vec![head],
            Deprel::Xcomp => self.controllers(verb, head, reach),
            Deprel::Ccomp if self.is_infinitive(verb) => self.controllers(verb, head, reach),
            Deprel::Advcl
                if self.is_infinitive(verb)
                    && self.is_listed(head, WordList::ObliqueControlVerb) =>
            {
                self.controllers(verb, head, reach)
            }
            Deprel::Advcl if self.is_others_deed(verb, head) => Vec::new(),
            Deprel::Advcl if self.is_complement_of_object(verb) => {
                self.controllers(verb, head, reach)
            }
            Deprel::Advcl
                if self.is_infinitive(verb) && self.intent_before(verb, head).is_some() =>
            {
                self.intent_before(verb, head)
                    .map_or_else(Vec::new, |intent| self.noun_controllers(intent, reach))
            }
            Deprel::Advcl if self.tells_of_chosen(verb, head) => self.patients(head),
            Deprel::Advcl if self.is_finite(verb) => Vec::new(),
            Deprel::Advcl if self.opens_absolute(verb) => self.absolute_subject(verb, head),
            Deprel::Advcl | Deprel::Conj => self.subjects_within(head, reach),
            Deprel::Parataxis if self.xpos(verb) == Xpos::Vbg => self.subjects_within(head, reach),
            _ => Vec::new(),
        }
    }

    /// "with Ruiz replacing her": a participle after "with" that has a subject of its own, told apart from
    /// "charged with stealing" by the words between.
    pub(crate) fn opens_absolute(&self, verb: usize) -> bool {
        matches!(self.xpos(verb), Xpos::Vbg | Xpos::Vbn)
            && self.with_before(verb).is_some_and(|with| with + 1 < verb)
    }

    fn with_before(&self, verb: usize) -> Option<usize> {
        self.children_by(verb, &[Deprel::Mark, Deprel::Case])
            .find(|&mark| self.lemma(mark) == "with")
    }

    /// The noun between "with" and the participle, where the tree hangs it on the clause above.
    fn absolute_subject(&self, verb: usize, above: usize) -> Vec<usize> {
        let start = self.with_before(verb).unwrap_or(verb);
        (start..verb)
            .filter(|&token| matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron))
            .find(|&token| self.head(token) == Some(above))
            .into_iter()
            .collect()
    }

    /// "accused them of stealing", "thanked her for coming", "stopped it from leaving".
    fn is_complement_of_object(&self, verb: usize) -> bool {
        let is_gerund = |token: usize| self.xpos(token) == Xpos::Vbg;
        // "accused them of having stolen"
        let is_perfect = self.children_by(verb, &[Deprel::Aux]).any(is_gerund);
        (is_gerund(verb) || is_perfect)
            && self
                .children_by(verb, &[Deprel::Mark, Deprel::Case])
                .any(|mark| matches!(self.lemma(mark), "of" | "for" | "from" | "into" | "against"))
    }

    /// "warned against attacking": whoever does it, not the one who warns; "decided against attacking" is the decider's.
    fn is_others_deed(&self, verb: usize, governor: usize) -> bool {
        let against = self
            .children_by(verb, &[Deprel::Mark, Deprel::Case])
            .any(|mark| self.lemma(mark) == "against");
        against
            && !self.is_listed(governor, WordList::SubjectControlVerb)
            && self
                .child_by(governor, &[Deprel::Obj, Deprel::Iobj])
                .is_none()
    }

    /// "foiled an attempt by rebels to seize Homs": what the infinitive tells is whose attempt it is.
    fn intent_before(&self, infinitive: usize, governor: usize) -> Option<usize> {
        self.children_by(governor, &[Deprel::Obj])
            .filter(|&object| object < infinitive)
            .find(|&object| self.is_listed(object, WordList::IntentNoun))
    }

    /// "elected Ruiz president, defeating Sy": what the one chosen did.
    fn tells_of_chosen(&self, participle: usize, governor: usize) -> bool {
        self.xpos(participle) == Xpos::Vbg
            && self.is_listed(participle, WordList::ContestVerb)
            && self.is_listed(governor, WordList::AppointmentVerb)
            && self
                .patients(governor)
                .iter()
                .any(|&chosen| chosen < participle)
    }

    fn is_finite(&self, verb: usize) -> bool {
        matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbp | Xpos::Vbz)
            || self
                .children_by(verb, &[Deprel::Aux])
                .any(|aux| matches!(self.xpos(aux), Xpos::Md | Xpos::Vbd | Xpos::Vbp | Xpos::Vbz))
    }

    /// Who does what an infinitive or gerund under `governor` says: its object when it has one.
    fn controllers(&self, verb: usize, governor: usize, reach: usize) -> Vec<usize> {
        let subject_controls = self.is_listed(governor, WordList::SubjectControlVerb);
        let objects: Vec<usize> = self
            .children_by(governor, &[Deprel::Obj, Deprel::Iobj])
            .filter(|&object| object < verb)
            .chain(self.relativised_object(governor))
            .chain(self.who_is_called_on(verb, governor))
            .collect();
        if subject_controls || objects.is_empty() {
            self.subjects_within(governor, reach)
        } else {
            objects
        }
    }

    /// "called on Chad to withdraw", "appealed to Chad to withdraw": the one behind the preposition is to do it.
    fn who_is_called_on(&self, verb: usize, governor: usize) -> impl Iterator<Item = usize> {
        const PREPOSITIONS: [&str; 5] = ["on", "upon", "to", "with", "for"];
        self.children_by(governor, OBLIQUES).filter(move |&child| {
            self.is_listed(governor, WordList::ObliqueControlVerb)
                && (governor..verb).contains(&child)
                && PREPOSITIONS
                    .iter()
                    .any(|word| self.stands_after(child, word))
        })
    }

    /// Whose plan, effort or decision a noun with an infinitive is; a name is its own ("Ruiz to meet Sy").
    fn noun_controllers(&self, noun: usize, reach: usize) -> Vec<usize> {
        let owners: Vec<usize> = self
            .children_by(noun, &[Deprel::NmodPoss])
            .chain(self.obliques(noun, "by"))
            .chain(self.led_by(noun))
            .collect();
        if !owners.is_empty() {
            return owners;
        }
        if self.upos(noun) == Upos::Propn {
            return vec![noun];
        }
        let named: Vec<usize> = self
            .children_by(noun, &[Deprel::Compound, Deprel::Amod, Deprel::NmodDesc])
            .filter(|&child| self.is_capitalised(child))
            .collect();
        if !named.is_empty() {
            return named;
        }
        match (self.deprel(noun), self.head(noun)) {
            (Deprel::Obj, Some(verb)) if self.is_listed(verb, WordList::OthersDeedVerb) => {
                self.doers_beside(noun, verb)
            }
            (Deprel::Obj | Deprel::Obl, Some(verb)) if self.is_verb(verb) => {
                self.subjects_within(verb, reach)
            }
            // "Chad became the first country to ban it".
            (Deprel::Xcomp, _) => self.subjects_of_predicate(noun),
            _ if self.child_by(noun, &[Deprel::Cop]).is_some() => self.subjects_of_predicate(noun),
            // "Chad, the only country to ban it"
            (Deprel::Appos, Some(name)) if self.is_singled_out(noun) => vec![name],
            (Deprel::Nmod, Some(above)) if self.upos(above) == Upos::Noun && reach > 0 => {
                self.noun_controllers(above, reach - 1)
            }
            _ => Vec::new(),
        }
    }

    /// "Chad's aim is to annex the port": the infinitive is what somebody wants.
    pub(crate) fn is_goal_of(&self, noun: usize, infinitive: usize) -> bool {
        self.is_listed(noun, WordList::IntentNoun)
            && self.child_by(infinitive, &[Deprel::Cop]).is_some()
    }

    /// "the second minister to resign"
    pub(crate) fn is_one_of_several(&self, noun: usize) -> bool {
        self.is_singled_out(noun)
            && self
                .children_by(noun, &[Deprel::Acl])
                .any(|clause| self.is_infinitive(clause))
    }

    /// Whether a noun is the one of its kind that an infinitive holds of: "the only country", "the first of them".
    fn is_singled_out(&self, noun: usize) -> bool {
        self.children_by(noun, &[Deprel::Amod, Deprel::Nummod])
            .any(|word| {
                let superlative = matches!(self.xpos(word), Xpos::Jjs);
                superlative
                    || matches!(
                        self.lemma(word),
                        "only" | "sole" | "first" | "second" | "third" | "last"
                    )
            })
    }

    /// "foiled an attempt by rebels to bomb the palace": whose it is, though the tree hangs "by" on the verb.
    fn doers_beside(&self, noun: usize, verb: usize) -> Vec<usize> {
        self.children(verb)
            .iter()
            .copied()
            .filter(|&child| noun < child && self.stands_after(child, "by"))
            .collect()
    }

    pub(crate) fn is_capitalised(&self, token: usize) -> bool {
        self.token(token)
            .text
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
    }

    /// The direct object of an active verb, spoken, shared or relativised.
    fn objects(&self, verb: usize) -> Vec<usize> {
        let own: Vec<usize> = self.children_by(verb, &[Deprel::Obj]).collect();
        if !own.is_empty() {
            return self.without_modifiers(own);
        }
        if let Some(relativised) = self.relativised_object(verb) {
            return vec![relativised];
        }
        self.shared_object(verb)
    }

    /// "charged Lima mayor Ruiz": of two objects without a gap, the first only modifies the name that is the second;
    /// not so in "fined Acme $5,000".
    fn without_modifiers(&self, objects: Vec<usize>) -> Vec<usize> {
        let opens = |object: usize| self.sentence.subtree(object).into_iter().min();
        let all = objects.clone();
        let mut objects = objects;
        objects.retain(|&object| {
            let names_after =
                |&next: &usize| self.upos(next) == Upos::Propn && opens(next) == Some(object + 1);
            !all.iter().any(names_after)
        });
        objects
    }

    /// "the missile (that) Iran fired".
    fn relativised_object(&self, verb: usize) -> Option<usize> {
        let antecedent = self.head(verb)?;
        let has_own_subject = self
            .children_by(verb, &[Deprel::Nsubj])
            .any(|subject| self.antecedent(subject) == subject);
        (self.deprel(verb) == Deprel::AclRelcl
            && has_own_subject
            && self
                .child_by(verb, &[Deprel::Ccomp, Deprel::Xcomp])
                .is_none())
        .then_some(antecedent)
    }

    /// "shot and killed the man": the object hangs on one of the two verbs.
    fn shared_object(&self, verb: usize) -> Vec<usize> {
        let next = self
            .children_by(verb, &[Deprel::Conj])
            .find(|&next| self.is_verb(next) && (verb + 1..=verb + 3).contains(&next))
            .filter(|&next| self.child_by(next, SUBJECTS).is_none())
            .filter(|&next| {
                self.child_by(verb, OBLIQUES)
                    .is_none_or(|other| other > next)
            });
        if let Some(next) = next {
            return self.children_by(next, &[Deprel::Obj]).collect();
        }
        match (self.deprel(verb), self.head(verb)) {
            (Deprel::Conj, Some(first)) if self.is_verb(first) => self
                .children_by(first, &[Deprel::Obj])
                .filter(|&object| object > verb)
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The predicate that a copula belongs to, for "be" as a trigger.
    pub(crate) fn predicate_of_copula(&self, copula: usize) -> Option<usize> {
        (self.deprel(copula) == Deprel::Cop)
            .then(|| self.head(copula))
            .flatten()
    }

    /// Whom a role after "as" is said of: the object of who appoints or removes, the subject of who serves.
    fn described_by_role(&self, verb: usize) -> Vec<usize> {
        let appointed = if self.is_listed(verb, WordList::AppointmentVerb)
            || self.is_listed(verb, WordList::RemovalVerb)
        {
            self.patients(verb)
        } else {
            Vec::new()
        };
        if appointed.is_empty() {
            self.subjects(verb)
        } else {
            appointed
        }
    }

    /// Subjects of a nominal or adjectival predicate: "X is a member", "X became chairman".
    pub(crate) fn subjects_of_predicate(&self, predicate: usize) -> Vec<usize> {
        if self.child_by(predicate, &[Deprel::Cop]).is_some() {
            return self.subjects(predicate);
        }
        match (self.deprel(predicate), self.head(predicate)) {
            (Deprel::Xcomp, Some(verb)) => self.controllers(predicate, verb, REACH),
            (Deprel::Conj, Some(first)) if self.upos(first) == self.upos(predicate) => {
                self.subjects_of_predicate(first)
            }
            (Deprel::Obl, Some(verb))
                if self.upos(verb) == Upos::Verb && self.stands_after(predicate, "as") =>
            {
                self.described_by_role(verb)
            }
            _ if self.in_headline() => self.children_by(predicate, SUBJECTS).collect(),
            _ => Vec::new(),
        }
    }
}
