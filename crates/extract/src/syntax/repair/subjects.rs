//! Which phrase is the subject of which verb.

use super::Arcs;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};

impl Arcs {
    /// A verb with a subject on either side and no object has its object behind it: "Ruiz asks (subject) minister Sy
    /// (subject) for help".
    pub(super) fn make_second_subject_object(&mut self, verb: usize) {
        if self.has_child(verb, &[Deprel::Obj, Deprel::Iobj]) {
            return;
        }
        let (before, after): (Vec<usize>, Vec<usize>) = self
            .children(verb)
            .filter(|&child| self.deprels[child] == Deprel::Nsubj)
            .partition(|&subject| subject < verb);
        if let ([_, ..], [object]) = (before.as_slice(), after.as_slice()) {
            self.deprels[*object] = Deprel::Obj;
        }
    }

    /// "Toledo, Ohio-based Vulpes sued", "the Salem, Ore., mill closed": of two subjects before a verb the first, a name
    /// before a comma, says where the second is.
    pub(super) fn make_town_of_subject_modifier(&mut self, sentence: &Sentence, verb: usize) {
        let subjects: Vec<usize> = self
            .children(verb)
            .filter(|&child| child < verb && self.deprels[child].is("nsubj"))
            .collect();
        let &[town, subject] = subjects.as_slice() else {
            return;
        };
        let comma = sentence.tokens.get(town + 1).map(|token| &*token.text) == Some(",");
        if comma && sentence.tokens[town].upos == Upos::Propn {
            self.heads[town] = Some(subject);
            self.deprels[town] = Deprel::Compound;
        }
    }

    /// "It was Chad that attacked Mali": the clause tells of the one picked out.
    pub(super) fn make_cleft_relative(&mut self, sentence: &Sentence, verb: usize) {
        let tokens = &sentence.tokens;
        let Some(picked) = self.heads[verb]
            .filter(|_| matches!(self.deprels[verb], Deprel::Advcl | Deprel::AdvclRelcl))
        else {
            return;
        };
        let is_cleft = self.has_child(picked, &[Deprel::Cop])
            && self
                .children(picked)
                .any(|child| child < picked && tokens[child].text.eq_ignore_ascii_case("it"));
        let is_relative = self
            .children(verb)
            .any(|child| child < verb && matches!(&*tokens[child].text, "that" | "who" | "which"));
        if is_cleft && is_relative && picked < verb {
            self.deprels[verb] = Deprel::AclRelcl;
        }
    }

    /// "After talks between Ruiz and Sy, Chad and Mali agreed": a list that is closed by "and" does not go on behind the
    /// comma; what does is the subject that the verb lacks.
    pub(super) fn give_subject(&mut self, sentence: &Sentence, verb: usize) {
        const SUBJECTS: [Deprel; 4] = [
            Deprel::Nsubj,
            Deprel::NsubjPass,
            Deprel::Csubj,
            Deprel::Expl,
        ];
        let tokens = &sentence.tokens;
        let is_finite = matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbp | Xpos::Vbz);
        if !is_finite || self.deprels[verb] != Deprel::Root || self.has_child(verb, &SUBJECTS) {
            return;
        }
        let is_comma = |token: usize| &*tokens[token].text == ",";
        let Some(comma) = (0..verb).rev().find(|&token| is_comma(token)) else {
            return;
        };
        let opens_list = |name: usize| {
            self.heads[name].filter(|&first| {
                first < comma
                    && self.children(first).any(|member| {
                        member < comma
                            && self.deprels[member] == Deprel::Conj
                            && self.has_child(member, &[Deprel::Cc])
                    })
            })
        };
        let subject = (comma + 1..verb).find(|&name| {
            self.deprels[name] == Deprel::Conj
                && matches!(tokens[name].upos, Upos::Propn | Upos::Noun)
                && opens_list(name).is_some()
        });
        let fills_gap = |subject: usize| {
            (comma + 1..verb).all(|token| {
                let mut above = std::iter::successors(Some(token), |&token| self.heads[token]);
                above.any(|token| token == subject)
            })
        };
        if let Some(subject) = subject.filter(|&subject| fills_gap(subject)) {
            self.heads[subject] = Some(verb);
            self.deprels[subject] = Deprel::Nsubj;
        }
    }

    /// "comes before minister Ana Ruiz is to meet him": the name between a conjunction and the verb that lacks a subject
    /// is its subject, not a phrase of the clause above.
    pub(super) fn give_subject_behind_conjunction(&mut self, sentence: &Sentence, verb: usize) {
        let tokens = &sentence.tokens;
        if self.deprels[verb] != Deprel::Advcl
            || self.has_child(verb, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
        {
            return;
        }
        let conjunction = self
            .children(verb)
            .find(|&mark| mark < verb && tokens[mark].upos == Upos::Sconj);
        let (Some(conjunction), Some(above)) = (conjunction, self.heads[verb]) else {
            return;
        };
        let subject = (conjunction + 1..verb).find(|&name| {
            self.heads[name] == Some(above)
                && matches!(self.deprels[name], Deprel::Obl | Deprel::Obj)
                && matches!(tokens[name].upos, Upos::Propn | Upos::Noun)
                && !self.has_child(name, &[Deprel::Case])
        });
        if let Some(subject) = subject {
            self.heads[subject] = Some(verb);
            self.deprels[subject] = Deprel::Nsubj;
        }
    }

    /// "Ruiz is confirmed as minister": a role behind the verb is no apposition to the subject before it.
    pub(super) fn raise_role_of_subject(&mut self, sentence: &Sentence, role: usize) {
        let is_role = self.deprels[role] == Deprel::Appos
            && self.children(role).any(|child| {
                self.deprels[child] == Deprel::Case && &*sentence.tokens[child].text == "as"
            });
        let verb = self.heads[role]
            .filter(|&subject| is_role && self.deprels[subject].is("nsubj"))
            .and_then(|subject| self.heads[subject])
            .filter(|&verb| verb < role && sentence.tokens[verb].upos == Upos::Verb);
        if verb.is_some() {
            self.heads[role] = verb;
            self.deprels[role] = Deprel::Obl;
        }
    }

    /// "talks between the army of Chad and Mali": there are two between whom they are.
    pub(super) fn raise_second_of_two(&mut self, sentence: &Sentence, first: usize) {
        let tokens = &sentence.tokens;
        let is_between = self.children(first).any(|child| {
            self.deprels[child] == Deprel::Case
                && tokens[child].text.eq_ignore_ascii_case("between")
        });
        let is_single = matches!(tokens[first].xpos, Xpos::Nn | Xpos::Nnp)
            && !self.has_child(first, &[Deprel::Conj]);
        if is_between && is_single {
            self.raise_conjuncts(sentence, first);
        }
    }

    /// The names joined to a name in the phrase of a noun become joined to the noun.
    fn raise_conjuncts(&mut self, sentence: &Sentence, noun: usize) {
        let tokens = &sentence.tokens;
        let inner = self
            .children(noun)
            .find(|&child| self.deprels[child] == Deprel::Nmod && noun < child);
        let joined: Vec<usize> = inner.map_or_else(Vec::new, |inner| {
            self.children(inner)
                .filter(|&child| {
                    self.deprels[child] == Deprel::Conj && tokens[child].upos == Upos::Propn
                })
                .collect()
        });
        for name in joined {
            self.heads[name] = Some(noun);
        }
    }

    /// "The government of Chad and Mali have met": a plural verb tells that the second name joins the singular subject,
    /// not the name inside its phrase.
    pub(super) fn raise_conjunct_by_agreement(&mut self, sentence: &Sentence, subject: usize) {
        let tokens = &sentence.tokens;
        let Some(verb) = self.heads[subject].filter(|_| {
            self.deprels[subject] == Deprel::Nsubj
                && tokens[subject].xpos == Xpos::Nn
                && !self.has_child(subject, &[Deprel::Conj])
        }) else {
            return;
        };
        let is_plural = |token: usize| {
            tokens[token].xpos == Xpos::Vbp || tokens[token].text.eq_ignore_ascii_case("were")
        };
        let agrees = is_plural(verb)
            || self.children(verb).any(|child| {
                matches!(
                    self.deprels[child],
                    Deprel::Aux | Deprel::AuxPass | Deprel::Cop
                ) && is_plural(child)
            });
        if agrees {
            self.raise_conjuncts(sentence, subject);
        }
    }

    /// "Union members Chad and Sudan agreed": of two subjects side by side the name spells a plural
    /// out, and a singular describes the name.
    pub(super) fn join_name_to_subject(&mut self, sentence: &Sentence, name: usize) {
        let subject = |token: usize| self.deprels[token] == Deprel::Nsubj;
        let start = |arcs: &Self| {
            let mut inside = arcs.children(name).filter(|&child| child < name);
            inside.next().unwrap_or(name)
        };
        let Some(noun) = start(self).checked_sub(1) else {
            return;
        };
        let twice = subject(name)
            && subject(noun)
            && self.heads[name] == self.heads[noun]
            && self.heads[name].is_some_and(|verb| verb > name)
            && sentence.tokens[noun].upos == Upos::Noun;
        let bare = |child: &usize| {
            matches!(
                self.deprels[*child],
                Deprel::Compound | Deprel::Amod | Deprel::Nmod
            ) && *child < name
                || *child > name
        };
        if twice && self.children(name).all(|child| bare(&child)) {
            if sentence.tokens[noun].xpos == Xpos::Nns {
                self.heads[name] = Some(noun);
                self.deprels[name] = Deprel::Appos;
            } else {
                self.heads[noun] = Some(name);
                self.deprels[noun] = Deprel::NmodDesc;
            }
        }
    }
}
