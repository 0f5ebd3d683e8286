use super::cues::{CueTable, Effect};
use crate::syntax::Tree;
use newsgraph_language::{Deprel, Upos, Xpos};
use newsgraph_model::Modality;
use newsgraph_ontology::{CueKind, WordList};

/// How the tree presents what a trigger says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) modality: Modality,
    pub(crate) negated: bool,
    /// Whether what the trigger names is said to be over: bears on states and measures, not on events.
    pub(crate) ended: bool,
    pub(crate) attribution: Option<Attribution>,
}

/// Words that attribute a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// Verb or preposition.
    pub(crate) cue: usize,
    /// Head of the phrase that names the source, when there is one.
    pub(crate) source: Option<usize>,
}

/// Reads modality, polarity and attribution off one tree.
pub(crate) struct FactualityReader<'a> {
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) cues: &'a CueTable,
    /// Whether a verb leaves the meaning to its object.
    pub(crate) is_light_verb: &'a dyn Fn(&str) -> bool,
}

/// What of the words above still bears on the trigger.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Modality, negation and attribution.
    Full,
    /// Governors and attribution, but not the auxiliaries of the clause above.
    Governors,
    /// Attribution alone: the clause stands for itself.
    Attribution,
}

/// What tells one of several apart by its place in their row.
const ORDINALS: &[&str] = &["first", "second", "third", "last", "latest", "only", "next"];

const COMPLEMENTS: &[Deprel] = &[
    Deprel::Ccomp,
    Deprel::Xcomp,
    Deprel::Csubj,
    Deprel::CsubjPass,
    Deprel::Acl,
];

impl FactualityReader<'_> {
    /// Walks from the trigger up to the root and collects what bears on it.
    pub(crate) fn read(&self, trigger: usize) -> Reading {
        let mut reading = Reading::default();
        let mut at = trigger;
        let mut scope = Scope::Full;
        for _ in 0..self.tree.len() {
            if scope == Scope::Full {
                self.read_dependents(at, &mut reading);
            }
            self.read_attribution_beside(at, &mut reading);
            let Some(head) = self.tree.head(at) else {
                break;
            };
            scope = match scope {
                Scope::Attribution => {
                    self.read_speech_above(at, head, &mut reading);
                    Scope::Attribution
                }
                _ => narrower(scope, self.step(at, head, &mut reading)),
            };
            at = head;
        }
        self.backshift(&mut reading, trigger);
        reading
    }

    /// What the words of one phrase say of it, without the clause around.
    pub(crate) fn read_phrase(&self, noun: usize) -> Reading {
        let mut reading = Reading::default();
        self.read_dependents(noun, &mut reading);
        reading
    }

    /// Auxiliaries, adverbs, adjectives, conjunctions and prepositions of a clause or phrase.
    fn read_dependents(&self, at: usize, reading: &mut Reading) {
        let tree = self.tree;
        for &child in tree.children(at) {
            let kinds: &[CueKind] = match tree.deprel(child) {
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop => &[CueKind::Auxiliary],
                Deprel::Advmod => &[CueKind::Adverb, CueKind::Adjective, CueKind::Conjunction],
                Deprel::Amod | Deprel::Det | Deprel::Compound => {
                    &[CueKind::Adjective, CueKind::Adverb]
                }
                Deprel::Mark => &[CueKind::Conjunction, CueKind::Preposition],
                Deprel::Cc | Deprel::CcPreconj => &[CueKind::Conjunction],
                Deprel::Case => &[CueKind::Preposition, CueKind::Conjunction],
                // "attacks attributed to rebels"
                Deprel::Acl if tree.is_listed(child, WordList::BlamingVerb) => {
                    self.apply(Some(Effect::Modality(Modality::Alleged)), reading);
                    continue;
                }
                Deprel::Nsubj | Deprel::NsubjPass => {
                    if self.has_negative_determiner(child) {
                        reading.negated = true;
                    }
                    continue;
                }
                _ => continue,
            };
            let effect = match tree.deprel(child) {
                Deprel::Case => self.cues.of_preposition(tree, child),
                _ => None,
            };
            let effect = effect.or_else(|| self.cues.of_dependent(tree, child, kinds));
            if !(effect == Some(Effect::Factive) || effect == Some(Effect::Speech)) {
                self.apply(effect, reading);
            }
        }
        self.read_infinitive(at, reading);
    }

    fn has_negative_determiner(&self, noun: usize) -> bool {
        self.tree
            .children_by(noun, &[Deprel::Det, Deprel::CcPreconj])
            .any(|det| matches!(self.tree.lemma(det), "no" | "neither"))
    }

    /// "is to meet", "has to leave", "set to sign", and the bare infinitive of a headline.
    fn read_infinitive(&self, at: usize, reading: &mut Reading) {
        let tree = self.tree;
        if !tree.is_infinitive(at) {
            return;
        }
        // "has to sign" is required, "claims to have signed" is not.
        let to = tree
            .children_by(at, &[Deprel::Mark])
            .find(|&mark| tree.xpos(mark) == Xpos::To);
        let auxiliary = tree
            .children_by(at, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
            .filter(|&auxiliary| to.is_none_or(|to| auxiliary < to))
            .find_map(|aux| self.cues.of_semi_auxiliary(tree, aux));
        let governing = tree
            .head(at)
            .filter(|_| matches!(tree.deprel(at), Deprel::Xcomp | Deprel::Advcl | Deprel::Acl))
            .and_then(|head| self.cues.of_semi_auxiliary(tree, head));
        let is_headline = tree.in_headline()
            && match (tree.deprel(at), tree.head(at)) {
                (Deprel::Root, _) => true,
                (Deprel::Acl, Some(head)) => tree.deprel(head) == Deprel::Root,
                _ => false,
            };
        let headline = is_headline
            .then(|| self.cues.of_headline_infinitive())
            .flatten();
        // "Chad's aim is to annex the port"
        let goal = tree
            .children_by(at, &[Deprel::Nsubj, Deprel::NsubjOuter])
            .any(|subject| tree.is_goal_of(subject, at))
            .then_some(Effect::Modality(Modality::Intended));
        self.apply(goal.or(auxiliary).or(governing).or(headline), reading);
    }

    fn apply(&self, effect: Option<Effect>, reading: &mut Reading) {
        match effect {
            Some(Effect::Modality(modality)) => {
                if reading.modality == Modality::Actual || modality == Modality::Hypothetical {
                    reading.modality = modality;
                }
            }
            Some(Effect::Negation) => reading.negated = !reading.negated,
            Some(Effect::Ended) => reading.ended = !reading.ended,
            Some(Effect::Speech | Effect::Factive) | None => {}
        }
    }

    /// Reads what the governor says of the word below it, and how much of the clause above still bears.
    fn step(&self, at: usize, head: usize, reading: &mut Reading) -> Scope {
        let tree = self.tree;
        // "the accusation that it attacked", "no sign she met him" are no relative clauses.
        let is_complete = tree.child_by(at, &[Deprel::Obj]).is_some()
            && tree
                .children_by(at, &[Deprel::Nsubj])
                .any(|subject| tree.upos(subject) != Upos::Pron);
        let is_content = tree.deprel(at) == Deprel::AclRelcl
            && (is_complete
                || tree
                    .children_by(at, &[Deprel::Mark])
                    .any(|mark| tree.lemma(mark) == "that"));
        let deprel = if is_content {
            Deprel::Acl
        } else {
            tree.deprel(at)
        };
        match deprel {
            _ if COMPLEMENTS.contains(&deprel) => {
                self.read_governor(at, head, reading);
                if deprel == Deprel::Acl && self.is_means_only(at, head) {
                    self.apply(Some(Effect::Modality(Modality::Intended)), reading);
                }
                match deprel {
                    Deprel::Acl | Deprel::Ccomp if self.stands_for_itself(at, deprel) => {
                        Scope::Attribution
                    }
                    _ if tree.upos(head) == Upos::Verb || tree.upos(head) == Upos::Adj => {
                        Scope::Full
                    }
                    _ => Scope::Governors,
                }
            }
            Deprel::Conj if self.has_own_clause(at) => Scope::Governors,
            Deprel::Conj | Deprel::Aux | Deprel::Cop | Deprel::Fixed | Deprel::Flat => Scope::Full,
            // "is not from Oslo": the preposition of a predicate.
            Deprel::Case if tree.child_by(head, &[Deprel::Cop]).is_some() => Scope::Full,
            Deprel::Advcl => self.step_adverbial(at, head, reading),
            Deprel::Obj | Deprel::Iobj => self.step_object(head, reading),
            Deprel::Nsubj | Deprel::NsubjPass => self.step_subject(head, reading),
            Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::Compound => {
                self.step_phrase(at, head, reading)
            }
            _ => Scope::Attribution,
        }
    }

    /// "lacks the money to attack", "has the power to ban": what something is for need not happen, unlike what "the first
    /// country to ban it" does.
    fn is_means_only(&self, infinitive: usize, noun: usize) -> bool {
        let tree = self.tree;
        let is_told_apart = tree.sentence.subtree(noun).into_iter().any(|word| {
            word < noun
                && (tree.deprel(word) == Deprel::Nummod
                    || tree.xpos(word) == Xpos::Jjs
                    || ORDINALS.contains(&tree.lemma(word)))
        });
        tree.is_infinitive(infinitive)
            && tree.upos(noun) == Upos::Noun
            && !is_told_apart
            && self
                .cues
                .of_governor(tree, noun, &[CueKind::Noun])
                .is_empty()
    }

    /// A participle after a noun, and a finite complement clause, have their own tense: what stands around
    /// the governor does not reach them.
    fn stands_for_itself(&self, at: usize, deprel: Deprel) -> bool {
        let tree = self.tree;
        match deprel {
            Deprel::Acl => !tree.is_infinitive(at),
            _ => !tree.is_infinitive(at) && tree.xpos(at) != Xpos::Vbg,
        }
    }

    fn has_own_clause(&self, at: usize) -> bool {
        self.tree
            .child_by(
                at,
                &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux, Deprel::Cop],
            )
            .is_some()
            || matches!(self.tree.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
    }

    fn read_governor(&self, at: usize, head: usize, reading: &mut Reading) {
        let tree = self.tree;
        let kinds = self.governor_kinds(head);
        let is_clause = matches!(
            tree.deprel(at),
            Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl
        );
        for effect in self.cues.of_governor(tree, head, kinds) {
            match effect {
                Effect::Speech if is_clause => self.attribute(head, reading),
                Effect::Modality(Modality::Alleged) if tree.is_verb(head) => {
                    self.attribute(head, reading);
                    self.apply(Some(effect), reading);
                }
                Effect::Ended if is_clause => {}
                _ => self.apply(Some(effect), reading),
            }
        }
    }

    /// The kinds of cue that a governor can be. A verb may be an adjective in a sentence ("is set"), but who "is
    /// coming" is no "coming visit".
    fn governor_kinds(&self, head: usize) -> &'static [CueKind] {
        match self.tree.upos(head) {
            Upos::Noun | Upos::Propn => &[CueKind::Noun],
            Upos::Adj => &[CueKind::Adjective, CueKind::Verb],
            _ if self.tree.xpos(head) == Xpos::Vbg => &[CueKind::Verb],
            _ => &[CueKind::Verb, CueKind::Adjective],
        }
    }

    fn read_speech_above(&self, at: usize, head: usize, reading: &mut Reading) {
        if COMPLEMENTS.contains(&self.tree.deprel(at)) && self.is_speech_verb(head) {
            self.attribute(head, reading);
        }
    }

    fn attribute(&self, verb: usize, reading: &mut Reading) {
        if reading.attribution.is_none() {
            reading.attribution = Some(Attribution {
                cue: verb,
                source: self.tree.agents(verb).first().copied(),
            });
        }
    }

    /// Adverbial clauses: a purpose is intended, a gerund shares the main clause, a finite clause stands for
    /// itself, and "accused of attacking" is a complement.
    fn step_adverbial(&self, at: usize, head: usize, reading: &mut Reading) -> Scope {
        let tree = self.tree;
        let marks: Vec<&str> = tree
            .children_by(at, &[Deprel::Mark, Deprel::Case])
            .map(|mark| tree.lemma(mark))
            .collect();
        if tree.is_infinitive(at) {
            if self.cues.of_semi_auxiliary(tree, head).is_none()
                && !tree.is_listed(head, WordList::BallotVerb)
                && self.read(head).modality == Modality::Actual
            {
                self.apply(Some(Effect::Modality(Modality::Intended)), reading);
            }
            return Scope::Full;
        }
        if !tree.opens_absolute(at)
            && marks
                .iter()
                .any(|mark| matches!(*mark, "of" | "for" | "from" | "with" | "against"))
        {
            let intended = matches!(reading.modality, Modality::Intended | Modality::Planned);
            self.read_governor(at, head, reading);
            // "accused of plotting to kill": the plot itself is alleged.
            let accused = self
                .cues
                .of_governor(tree, head, self.governor_kinds(head))
                .into_iter()
                .any(|effect| effect == Effect::Modality(Modality::Alleged));
            if accused && intended {
                reading.modality = Modality::Alleged;
            }
            // "spoke out against attacking": nobody says that it happens.
            if marks.contains(&"against") && !reading.negated {
                self.apply(Some(Effect::Modality(Modality::Hypothetical)), reading);
            }
            return Scope::Attribution;
        }
        let is_participle = matches!(tree.xpos(at), Xpos::Vbg | Xpos::Vbn)
            && tree.child_by(at, &[Deprel::Aux, Deprel::Nsubj]).is_none();
        // "ruled out attacking": a gerund right behind the verb is what it is about.
        let behind = tree.xpos(at) == Xpos::Vbg
            && marks.is_empty()
            && head < at
            && (head + 1..at).all(|token| tree.deprel(token) == Deprel::CompoundPrt);
        if behind {
            self.read_governor(at, head, reading);
        }
        if is_participle && marks.is_empty() {
            Scope::Full
        } else {
            Scope::Attribution
        }
    }

    /// The object of a verb: "wants talks", "lifted sanctions", "denied involvement", "launched a raid".
    fn step_object(&self, head: usize, reading: &mut Reading) -> Scope {
        let effects = self.cues.of_governor(self.tree, head, &[CueKind::Verb]);
        let mut bears = false;
        for effect in effects {
            match effect {
                Effect::Modality(_) | Effect::Negation | Effect::Ended => {
                    self.apply(Some(effect), reading);
                    bears = true;
                }
                Effect::Speech | Effect::Factive => {}
            }
        }
        if bears || (self.is_light_verb)(self.tree.lemma(head)) {
            Scope::Full
        } else {
            Scope::Attribution
        }
    }

    /// The subject of a verb: "the visit will take place", "sanctions were lifted", "the visit is unlikely", "the merger
    /// would be illegal".
    fn step_subject(&self, head: usize, reading: &mut Reading) -> Scope {
        let tree = self.tree;
        if tree.upos(head) == Upos::Adj {
            let effects = self.cues.of_governor(tree, head, &[CueKind::Adjective]);
            for effect in effects {
                self.apply(Some(effect), reading);
            }
        }
        let is_imagined = tree.child_by(head, &[Deprel::Cop]).is_some()
            && tree
                .children_by(head, &[Deprel::Aux])
                .any(|auxiliary| tree.is_word(auxiliary, "would"));
        if is_imagined {
            self.apply(Some(Effect::Modality(Modality::Hypothetical)), reading);
        }
        if tree.voice(head) == crate::syntax::Voice::Passive {
            return self.step_object(head, reading);
        }
        if self.tells_of_occurrence(head) {
            Scope::Full
        } else {
            Scope::Attribution
        }
    }

    /// "takes place", "goes ahead"
    fn tells_of_occurrence(&self, verb: usize) -> bool {
        let tree = self.tree;
        let lexicon = tree.lexicon();
        tree.is_listed(verb, WordList::OccurrenceVerb)
            || tree
                .children_by(verb, &[Deprel::CompoundPrt, Deprel::Advmod])
                .any(|particle| {
                    let words = format!("{} {}", tree.lemma(verb), tree.lemma(particle));
                    lexicon.has(WordList::OccurrenceVerb, &words)
                })
    }

    /// A phrase under a noun or verb: "a plan for talks", "the threat of war", "without support".
    fn step_phrase(&self, at: usize, head: usize, reading: &mut Reading) -> Scope {
        let tree = self.tree;
        let is_factive = tree
            .children_by(at, &[Deprel::Case])
            .any(|case| self.cues.of_preposition(tree, case) == Some(Effect::Factive));
        if is_factive {
            return Scope::Attribution;
        }
        let effects = self.cues.of_governor(tree, head, self.governor_kinds(head));
        let mut bears = false;
        for effect in effects {
            if let Effect::Modality(_) | Effect::Negation = effect {
                self.apply(Some(effect), reading);
                bears = true;
            }
            let accuses = effect == Effect::Modality(Modality::Alleged)
                && tree.is_verb(head)
                && !tree.agents(head).is_empty();
            if accuses {
                self.attribute(head, reading);
            }
        }
        if self.is_harm_in(at, head) {
            self.share_accusation(head, reading);
        }
        if self.is_role_under(at, head) {
            Scope::Full
        } else if bears {
            Scope::Governors
        } else {
            Scope::Attribution
        }
    }

    /// "accused the army of destroying the bridge in a strike on the town"
    fn is_harm_in(&self, deed: usize, verb: usize) -> bool {
        let tree = self.tree;
        tree.is_verb(verb)
            && tree.is_listed(verb, WordList::HarmVerb)
            && ["in", "during", "with"]
                .iter()
                .any(|word| tree.stands_after(deed, word))
    }

    /// A deed in which harm is alleged is alleged itself, by the same source.
    fn share_accusation(&self, harm: usize, reading: &mut Reading) {
        let above = self.read(harm);
        if above.modality == Modality::Alleged {
            self.apply(Some(Effect::Modality(Modality::Alleged)), reading);
            reading.attribution = reading.attribution.or(above.attribution);
        }
    }

    /// "will take over as governor": who is to take a role has it no more than the verb says.
    fn is_role_under(&self, role: usize, verb: usize) -> bool {
        let tree = self.tree;
        let lists = [
            WordList::AppointmentVerb,
            WordList::ServiceVerb,
            WordList::SuccessionVerb,
            WordList::RemovalVerb,
            WordList::DepartureVerb,
        ];
        verb < role
            && tree.is_verb(verb)
            && tree.stands_after(role, "as")
            && lists.iter().any(|&list| tree.is_listed(verb, list))
    }

    /// "…, officials said", "according to officials, …", "as the ministry put it".
    fn read_attribution_beside(&self, at: usize, reading: &mut Reading) {
        if reading.attribution.is_some() {
            return;
        }
        let tree = self.tree;
        for &child in tree.children(at) {
            match tree.deprel(child) {
                Deprel::Parataxis | Deprel::Advcl | Deprel::Ccomp | Deprel::Dep
                    if self.is_inserted_speech(child) =>
                {
                    return self.attribute(child, reading);
                }
                Deprel::Obl | Deprel::Nmod | Deprel::Advcl => {
                    if let Some(case) = self.attributing_preposition(child) {
                        reading.attribution = Some(Attribution {
                            cue: case,
                            source: Some(child),
                        });
                        return;
                    }
                }
                _ => {}
            }
        }
        if let (Deprel::Parataxis, Some(head)) = (tree.deprel(at), tree.head(at))
            && self.is_speech_verb(head)
        {
            self.attribute(head, reading);
        }
    }

    pub(crate) fn is_speech_verb(&self, verb: usize) -> bool {
        self.tree.is_verb(verb)
            && self
                .cues
                .of_governor(self.tree, verb, &[CueKind::Verb])
                .contains(&Effect::Speech)
    }

    /// A speech verb with a subject but no clause of its own. "After voters rejected it" tells when, not who says so;
    /// "as the ministry confirmed" does.
    fn is_inserted_speech(&self, verb: usize) -> bool {
        let tree = self.tree;
        let tells_when = tree
            .children_by(verb, &[Deprel::Mark])
            .any(|mark| tree.lemma(mark) != "as");
        self.is_speech_verb(verb)
            && !tells_when
            && tree.child_by(verb, &[Deprel::Nsubj]).is_some()
            && tree
                .child_by(verb, &[Deprel::Ccomp, Deprel::Xcomp])
                .is_none()
    }

    fn attributing_preposition(&self, phrase: usize) -> Option<usize> {
        let tree = self.tree;
        tree.children_by(phrase, &[Deprel::Case, Deprel::Mark])
            .find(|&case| {
                self.cues.of_dependent(tree, case, &[CueKind::Preposition]) == Some(Effect::Speech)
            })
    }

    /// In reported speech "would" is the past of "will": "said it would send troops" is a plan.
    fn backshift(&self, reading: &mut Reading, trigger: usize) {
        let tree = self.tree;
        let is_would = tree
            .children_by(trigger, &[Deprel::Aux])
            .any(|aux| tree.lemma(aux) == "would" || tree.is_word(aux, "would"));
        let in_condition = tree.children_by(trigger, &[Deprel::Advcl]).any(|clause| {
            tree.children_by(clause, &[Deprel::Mark])
                .any(|mark| tree.lemma(mark) == "if")
        });
        if reading.modality == Modality::Hypothetical
            && is_would
            && !in_condition
            && reading.attribution.is_some()
        {
            reading.modality = Modality::Planned;
        }
    }
}

/// The scope after a step: never wider than before.
fn narrower(scope: Scope, step: Scope) -> Scope {
    match (scope, step) {
        (Scope::Attribution, _) | (_, Scope::Attribution) => Scope::Attribution,
        (_, Scope::Governors) => Scope::Governors,
        (_, Scope::Full) => Scope::Full,
    }
}
