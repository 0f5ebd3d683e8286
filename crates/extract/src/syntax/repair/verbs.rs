//! Objects of a verb, and verbs joined to each other.

use super::Arcs;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};

/// How many clauses within each other a verb is looked for in.
const CLAUSES: usize = 4;

impl Arcs {
    /// "airstrikes targeting rebel militants": a participle between a noun and the bare noun that describes the first is
    /// what does so, and has the second as its object.
    pub(super) fn raise_participle_over_object(&mut self, sentence: &Sentence, participle: usize) {
        let Some(object) = self.heads[participle].filter(|&object| {
            participle < object
                && sentence.tokens[participle].xpos == Xpos::Vbg
                && self.deprels[participle] == Deprel::Acl
                && self.deprels[object] == Deprel::Nmod
                && !self.has_child(object, &[Deprel::Case])
        }) else {
            return;
        };
        let deed = participle.checked_sub(1);
        if deed.is_some() && self.heads[object] == deed {
            self.heads[participle] = deed;
            self.heads[object] = Some(participle);
            self.deprels[object] = Deprel::Obj;
        }
    }

    /// "Ruiz used to lead Acme": the habit is told by an auxiliary; nothing is used.
    pub(super) fn make_habit_auxiliary(&mut self, sentence: &Sentence, used: usize) {
        let tokens = &sentence.tokens;
        let is_used_to = tokens[used].text.eq_ignore_ascii_case("used")
            && tokens.get(used + 1).is_some_and(|to| &*to.text == "to");
        let habit = self.children(used).find(|&child| {
            matches!(self.deprels[child], Deprel::Advcl | Deprel::Xcomp)
                && self.heads[used + 1] == Some(child)
        });
        let Some(habit) = habit.filter(|_| is_used_to && tokens[used].xpos == Xpos::Vbd) else {
            return;
        };
        let moved: Vec<usize> = self
            .children(used)
            .filter(|&child| child != habit)
            .collect();
        for child in moved {
            self.heads[child] = Some(habit);
        }
        self.heads[habit] = self.heads[used];
        self.deprels[habit] = self.deprels[used];
        for auxiliary in [used, used + 1] {
            self.heads[auxiliary] = Some(habit);
            self.deprels[auxiliary] = Deprel::Aux;
        }
    }

    /// "warned the rebels": who receives something does so beside an object or a clause; alone it is the object.
    pub(super) fn make_lone_receiver_object(&mut self, verb: usize) {
        let second = [Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp];
        if self.has_child(verb, &second) {
            return;
        }
        let receivers: Vec<usize> = self
            .children(verb)
            .filter(|&child| child > verb && self.deprels[child] == Deprel::Iobj)
            .collect();
        if let [receiver] = receivers.as_slice() {
            self.deprels[*receiver] = Deprel::Obj;
        }
    }

    /// "names Ana Ruiz as minister and Jan Novak as envoy": the second name is an object with a role of its own, not
    /// joined to the first role.
    pub(super) fn share_out_roles(&mut self, sentence: &Sentence, verb: usize) {
        let is_role = |arcs: &Self, child: usize| {
            arcs.deprels[child] == Deprel::Obl
                && arcs.children(child).any(|case| {
                    arcs.deprels[case] == Deprel::Case
                        && sentence.tokens[case].text.eq_ignore_ascii_case("as")
                })
        };
        let object = self
            .children(verb)
            .find(|&child| self.deprels[child] == Deprel::Obj);
        let roles: Vec<usize> = self
            .children(verb)
            .filter(|&child| is_role(self, child))
            .collect();
        let (Some(object), &[first, second]) = (object, roles.as_slice()) else {
            return;
        };
        let name = self.children(first).find(|&child| {
            self.deprels[child] == Deprel::Conj
                && sentence.tokens[child].upos == Upos::Propn
                && (first..second).contains(&child)
        });
        if let Some(name) = name {
            self.heads[name] = Some(object);
            self.heads[second] = Some(name);
            self.deprels[second] = Deprel::Nmod;
        }
    }

    /// "calls on the army to rebel and accuses Sy": a verb in the tense of the main clause goes on with that, not with
    /// the infinitive before it.
    pub(super) fn join_finite_verbs(&mut self, sentence: &Sentence, verb: usize) {
        let xpos = |token: usize| sentence.tokens[token].xpos;
        let infinitive = self.heads[verb].filter(|_| self.deprels[verb] == Deprel::Conj);
        let Some(infinitive) = infinitive.filter(|&word| {
            let mut marks = self.children(word).filter(|&child| xpos(child) == Xpos::To);
            xpos(word) == Xpos::Vb && marks.next().is_some()
        }) else {
            return;
        };
        let clause = |token: &usize| {
            matches!(
                self.deprels[*token],
                Deprel::Xcomp | Deprel::Advcl | Deprel::Ccomp
            )
        };
        let above = |token: &usize| self.heads[*token].filter(|_| clause(token));
        let main = std::iter::successors(Some(infinitive), above)
            .take(CLAUSES)
            .find(|&main| xpos(main) == xpos(verb))
            .filter(|_| matches!(xpos(verb), Xpos::Vbz | Xpos::Vbd));
        if let Some(main) = main {
            self.heads[verb] = Some(main);
        }
    }
}
