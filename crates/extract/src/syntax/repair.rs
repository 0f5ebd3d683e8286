//! Attachments that word order shows to be wrong, put right before a tree is read.

use newsgraph_language::{Deprel, Sentence, Token, Upos, Xpos};
use newsgraph_ontology::{Lexicon, WordList};

/// How many clauses within each other a verb is looked for in.
const CLAUSES: usize = 4;

/// Head and relation of every token.
#[derive(Debug)]
pub(super) struct Arcs {
    pub(super) heads: Vec<Option<usize>>,
    pub(super) deprels: Vec<Deprel>,
}

impl Arcs {
    /// The arcs of a sentence, repaired.
    pub(super) fn of(sentence: &Sentence, lexicon: &Lexicon) -> Self {
        let mut arcs = Self {
            heads: heads_of_cases(&sentence.tokens),
            deprels: sentence.tokens.iter().map(|token| token.deprel).collect(),
        };
        for token in 0..sentence.tokens.len() {
            match sentence.tokens[token].upos {
                Upos::Verb => {
                    arcs.insert_speech(sentence, token);
                    arcs.make_second_subject_object(token);
                    arcs.make_town_of_subject_modifier(sentence, token);
                    arcs.make_lone_receiver_object(token);
                    arcs.share_out_roles(sentence, token);
                    arcs.join_finite_verbs(sentence, token);
                    arcs.give_subject(sentence, token);
                    arcs.make_cleft_relative(sentence, token);
                }
                Upos::Noun => {
                    arcs.appose_description(sentence, token);
                    arcs.raise_doer(sentence, lexicon, token);
                    arcs.raise_possessors(sentence, token);
                    arcs.part_role_from_name(sentence, lexicon, token);
                    arcs.raise_conjunct_by_agreement(sentence, token);
                    arcs.lower_role(sentence, token);
                    arcs.join_modifiers(sentence, lexicon, token);
                }
                Upos::Propn => {
                    arcs.raise_doer(sentence, lexicon, token);
                    arcs.join_name_to_noun(sentence, token);
                    arcs.join_name_to_subject(sentence, token);
                    arcs.lower_relative_clause(sentence, token);
                }
                _ => {}
            }
        }
        arcs
    }

    fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.heads.len()).filter(move |&token| self.heads[token] == Some(head))
    }

    fn has_child(&self, head: usize, labels: &[Deprel]) -> bool {
        self.children(head)
            .any(|child| labels.contains(&self.deprels[child]))
    }

    /// A verb with a subject on either side and no object has its object behind it: "Ruiz asks (subject) minister Sy
    /// (subject) for help".
    fn make_second_subject_object(&mut self, verb: usize) {
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
    fn make_town_of_subject_modifier(&mut self, sentence: &Sentence, verb: usize) {
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

    /// "Vulpes, Tarvo and Norvik, which is based in Bergen": a clause in the singular right behind the last of several
    /// names tells of that one, not of the first.
    fn lower_relative_clause(&mut self, sentence: &Sentence, first: usize) {
        let last = self
            .children(first)
            .filter(|&child| self.deprels[child] == Deprel::Conj && child > first)
            .max();
        let Some(last) = last.filter(|&last| sentence.tokens[last].upos == Upos::Propn) else {
            return;
        };
        let clauses: Vec<usize> = self
            .children(first)
            .filter(|&child| self.deprels[child] == Deprel::AclRelcl && child > last)
            .collect();
        for clause in clauses {
            let opens = (last + 1..clause).find(|&token| &*sentence.tokens[token].text != ",");
            let relative = opens
                .is_some_and(|token| matches!(sentence.tokens[token].xpos, Xpos::Wdt | Xpos::Wp));
            let singular = (last..=clause).any(|token| sentence.tokens[token].xpos == Xpos::Vbz);
            if relative && singular {
                self.heads[clause] = Some(last);
            }
        }
    }

    /// "testified before the Vega Commission, an inquiry set up by Chile": what is described with an indefinite article
    /// right behind a name and a comma is that, and no further object of the verb.
    fn appose_description(&mut self, sentence: &Sentence, noun: usize) {
        let tokens = &sentence.tokens;
        let article = self.children(noun).find(|&child| {
            self.deprels[child] == Deprel::Det
                && child < noun
                && matches!(&*tokens[child].lemma, "a" | "an")
        });
        let comma = article
            .and_then(|article| article.checked_sub(1))
            .filter(|&comma| comma > 0 && &*tokens[comma].text == ",");
        let beside = matches!(self.deprels[noun], Deprel::Obj | Deprel::Obl)
            && !self.has_child(noun, &[Deprel::Case, Deprel::Cc]);
        let Some(mut name) = comma.map(|comma| comma - 1).filter(|_| beside) else {
            return;
        };
        // From the last word of the name to its head beside the noun.
        while let Some(head) = self.heads[name].filter(|&head| Some(head) != self.heads[noun]) {
            if head > name {
                return;
            }
            name = head;
        }
        if tokens[name].upos == Upos::Propn && self.heads[name] == self.heads[noun] {
            self.heads[noun] = Some(name);
            self.deprels[noun] = Deprel::Appos;
        }
    }

    /// "warned the rebels": who receives something does so beside an object or a clause; alone it is the object.
    fn make_lone_receiver_object(&mut self, verb: usize) {
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
    fn share_out_roles(&mut self, sentence: &Sentence, verb: usize) {
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
    fn join_finite_verbs(&mut self, sentence: &Sentence, verb: usize) {
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

    /// "Chad, the report says, attacked Mali": of two subjects before a verb of speech the first, before a comma, is that
    /// of the clause behind it, which the speech is put into.
    fn insert_speech(&mut self, sentence: &Sentence, speech: usize) {
        let is_comma = |token: usize| &*sentence.tokens[token].text == ",";
        let subjects: Vec<usize> = self
            .children(speech)
            .filter(|&child| child < speech && self.deprels[child] == Deprel::Nsubj)
            .collect();
        let clause = self
            .children(speech)
            .find(|&child| child > speech && self.deprels[child] == Deprel::Ccomp);
        let (&[first, second], Some(clause)) = (subjects.as_slice(), clause) else {
            return;
        };
        let is_inserted = (first..second).any(is_comma)
            && sentence
                .tokens
                .get(speech + 1)
                .is_some_and(|next| &*next.text == ",")
            && !self.has_child(clause, &[Deprel::Nsubj, Deprel::NsubjPass]);
        if !is_inserted {
            return;
        }
        self.heads[first] = Some(clause);
        if self.has_child(clause, &[Deprel::AuxPass]) {
            self.deprels[first] = Deprel::NsubjPass;
        }
        self.heads[clause] = self.heads[speech];
        self.deprels[clause] = self.deprels[speech];
        self.heads[speech] = Some(clause);
        self.deprels[speech] = Deprel::Parataxis;
    }

    /// "It was Chad that attacked Mali": the clause tells of the one picked out.
    fn make_cleft_relative(&mut self, sentence: &Sentence, verb: usize) {
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
    fn give_subject(&mut self, sentence: &Sentence, verb: usize) {
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

    /// "The assembly elects Ana Ruiz president": the name is the object and the noun its role, not one compound.
    fn part_role_from_name(&mut self, sentence: &Sentence, lexicon: &Lexicon, noun: usize) {
        let Some(verb) = self.heads[noun].filter(|_| self.deprels[noun] == Deprel::Obj) else {
            return;
        };
        let appoints = lexicon.has(
            WordList::AppointmentVerb,
            &sentence.tokens[verb].lemma.to_lowercase(),
        );
        let name = self.children(noun).find(|&child| {
            self.deprels[child] == Deprel::Compound
                && sentence.tokens[child].upos == Upos::Propn
                && self.has_child(child, &[Deprel::Flat])
        });
        let is_role = lexicon
            .offices
            .get(&sentence.tokens[noun].text.to_lowercase())
            .is_some();
        if let Some(name) = name.filter(|_| appoints && is_role) {
            self.heads[name] = Some(verb);
            self.deprels[name] = Deprel::Obj;
            self.deprels[noun] = Deprel::Xcomp;
        }
    }

    /// "resigned over Ruiz's appointment as envoy": a role right behind the noun of a choice is the chosen one's.
    fn lower_role(&mut self, sentence: &Sentence, choice: usize) {
        const CHOICES: [&str; 8] = [
            "appointment",
            "candidacy",
            "confirmation",
            "election",
            "nomination",
            "promotion",
            "re-election",
            "selection",
        ];
        let tokens = &sentence.tokens;
        let is_as = tokens
            .get(choice + 1)
            .is_some_and(|next| &*next.text == "as" && next.upos != Upos::Verb);
        let chosen = CHOICES.contains(&&*tokens[choice].lemma)
            && self.has_child(choice, &[Deprel::NmodPoss]);
        let Some(role) = self.heads[choice + usize::from(is_as)].filter(|_| is_as && chosen) else {
            return;
        };
        if self.deprels[role] == Deprel::Obl && role > choice {
            self.heads[role] = Some(choice);
            self.deprels[role] = Deprel::Nmod;
        }
    }

    /// "The government of Chad and Mali have met": a plural verb tells that the second name joins the singular subject,
    /// not the name inside its phrase.
    fn raise_conjunct_by_agreement(&mut self, sentence: &Sentence, subject: usize) {
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
        let inner = self
            .children(subject)
            .find(|&child| self.deprels[child] == Deprel::Nmod && subject < child && child < verb);
        let Some(inner) = inner.filter(|_| agrees) else {
            return;
        };
        let joined: Vec<usize> = self
            .children(inner)
            .filter(|&child| {
                self.deprels[child] == Deprel::Conj && tokens[child].upos == Upos::Propn
            })
            .collect();
        for name in joined {
            self.heads[name] = Some(subject);
        }
    }

    /// "in missile and drone strikes": the first of two joined weapons is no phrase of its own, neither beside the noun
    /// nor with the noun joined to it.
    fn join_modifiers(&mut self, sentence: &Sentence, lexicon: &Lexicon, noun: usize) {
        let own: Vec<usize> = self.children(noun).filter(|&child| child < noun).collect();
        let &[conjunction, modifier] = own.as_slice() else {
            return;
        };
        let Some(first) = conjunction.checked_sub(1) else {
            return;
        };
        let is_weapon = |token: usize| {
            let lemma = sentence.tokens[token].lemma.to_lowercase();
            lexicon.has(WordList::InstrumentNoun, &lemma)
        };
        let side_by_side =
            self.heads[first] == self.heads[noun] && self.deprels[first] == self.deprels[noun];
        let joined = self.heads[noun] == Some(first) && self.deprels[noun] == Deprel::Conj;
        let modifies = self.deprels[conjunction] == Deprel::Cc
            && self.deprels[modifier] == Deprel::Compound
            && sentence.tokens[first].xpos == Xpos::Nn
            && is_weapon(first)
            && is_weapon(modifier);
        if !modifies || !(side_by_side || joined) {
            return;
        }
        let moved: Vec<usize> = self
            .children(first)
            .filter(|&child| child != noun)
            .collect();
        for child in moved {
            self.heads[child] = Some(noun);
        }
        if joined {
            self.heads[noun] = self.heads[first];
            self.deprels[noun] = self.deprels[first];
        }
        self.heads[first] = Some(noun);
        self.deprels[first] = Deprel::Compound;
    }

    /// "Chad's arms embargo", "the Chadian aid package", "a Chadian missile and drone attack": who has the thing has what
    /// the last of its nouns says.
    fn raise_possessors(&mut self, sentence: &Sentence, modifier: usize) {
        let tokens = &sentence.tokens;
        let Some(noun) = self.heads[modifier].filter(|&noun| {
            let modifies = |token: usize| {
                self.heads[token] == Some(noun)
                    && matches!(self.deprels[token], Deprel::Cc | Deprel::Compound)
            };
            modifier < noun
                && (modifier + 1..noun).all(modifies)
                && self.deprels[modifier] == Deprel::Compound
                && tokens[noun].upos == Upos::Noun
        }) else {
            return;
        };
        let raised: Vec<usize> = self
            .children(modifier)
            .filter(|&child| match self.deprels[child] {
                Deprel::NmodPoss => true,
                Deprel::Amod => tokens[child].text.starts_with(char::is_uppercase),
                _ => false,
            })
            .collect();
        for owner in raised {
            self.heads[owner] = Some(noun);
        }
    }

    /// "the arrest of Ana Ruiz by Chad": nobody is "by" somebody, so the deed is.
    fn raise_doer(&mut self, sentence: &Sentence, lexicon: &Lexicon, doer: usize) {
        let tokens = &sentence.tokens;
        let Some(person) = self.heads[doer].filter(|_| self.deprels[doer] == Deprel::Nmod) else {
            return;
        };
        let by = self.children(doer).any(|child| {
            self.deprels[child] == Deprel::Case && tokens[child].text.eq_ignore_ascii_case("by")
        });
        let names_nothing_made = tokens[person].upos == Upos::Propn
            || lexicon
                .person_nouns
                .contains_key(&tokens[person].lemma.to_lowercase());
        let deed = self.heads[person].filter(|&deed| {
            self.deprels[person] == Deprel::Nmod && tokens[deed].upos == Upos::Noun
        });
        if let Some(deed) = deed.filter(|_| by && names_nothing_made) {
            self.heads[doer] = Some(deed);
        }
    }

    /// "Union members Chad and Sudan agreed": of two subjects side by side the name spells a plural
    /// out, and a singular describes the name.
    fn join_name_to_subject(&mut self, sentence: &Sentence, name: usize) {
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

    /// "warrants for rebel leaders Ana Ruiz and Jan Novak": a name right behind a noun, without a preposition of its
    /// own, spells that noun out wherever the tree hangs it.
    fn join_name_to_noun(&mut self, sentence: &Sentence, name: usize) {
        let Some(noun) = name.checked_sub(1) else {
            return;
        };
        let beside = self.heads[name].is_some()
            && self.heads[name] == self.heads[noun]
            && self.deprels[name] == Deprel::Nmod
            && self.deprels[noun] == Deprel::Nmod
            && sentence.tokens[noun].upos == Upos::Noun;
        if beside && self.has_child(noun, &[Deprel::Case]) && !self.has_child(name, &[Deprel::Case])
        {
            self.heads[name] = Some(noun);
            self.deprels[name] = Deprel::Flat;
        }
    }
}

/// The head of every token. A preposition belongs to the whole phrase behind it, although parsers hang it on the
/// phrase's first words: "(into) bank governor Ruiz".
fn heads_of_cases(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut heads: Vec<Option<usize>> = tokens.iter().map(|token| token.head).collect();
    for (case, token) in tokens.iter().enumerate() {
        if token.deprel != Deprel::Case || token.xpos == Xpos::Pos {
            continue;
        }
        // "such as Acme and (such as) Vexcel": a preposition before the first of several stands before them all.
        while let Some(first) = heads[case].and_then(|word| first_behind(tokens, case, word)) {
            heads[case] = Some(first);
        }
        while let Some(noun) = heads[case].and_then(|word| phrase_around(tokens, case, word)) {
            heads[case] = Some(noun);
        }
    }
    heads
}

/// The first member of a coordination, when a preposition stands before it and hangs on a later member.
fn first_behind(tokens: &[Token], case: usize, word: usize) -> Option<usize> {
    let conjunct = tokens[word].deprel == Deprel::Conj;
    tokens[word]
        .head
        .filter(|&first| conjunct && case < first && first < word)
}

/// The noun that a word with a preposition before it modifies from before.
fn phrase_around(tokens: &[Token], case: usize, word: usize) -> Option<usize> {
    let modifies = matches!(
        tokens[word].deprel,
        Deprel::Nmod | Deprel::NmodDesc | Deprel::Compound | Deprel::Amod
    );
    let noun = tokens[word]
        .head
        .filter(|&noun| modifies && case < word && word < noun)?;
    let nominal = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn);
    let opens_phrase = tokens[..case].iter().all(|token| token.head != Some(noun));
    (nominal && opens_phrase).then_some(noun)
}
