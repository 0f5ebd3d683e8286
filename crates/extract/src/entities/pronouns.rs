//! Third-person pronouns: the most salient entity before them that agrees in gender, number and kind.
//!
//! Salience follows Lappin and Leass (1994): recency, then subject before object before the rest; agreement and
//! the binding of objects rule candidates out first.

use super::mention_table::{MentionAt, MentionTable};
use super::reading::{Reading, is_nominal, is_plural, is_subject, lower};
use super::reference::{Reference, add_reference};
use super::typing::class_of_noun;
use crate::draft::{Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence, Token, Upos};
use newsgraph_model::MentionKind;
use newsgraph_ontology::{Gender, WordList};

const REACH: usize = 3;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    Man,
    Woman,
    Thing,
    Several,
}

impl Agreement {
    fn of(pronoun: &str) -> Option<Self> {
        match pronoun {
            "he" | "him" | "his" | "himself" => Some(Self::Man),
            "she" | "her" | "hers" | "herself" => Some(Self::Woman),
            "it" | "its" | "itself" => Some(Self::Thing),
            "they" | "them" | "their" | "theirs" | "themselves" => Some(Self::Several),
            _ => None,
        }
    }
}

/// Links the pronouns of an article in the order of the text.
pub(super) fn link_pronouns(reading: Reading<'_>, entities: &mut Entities) {
    let mut mentions = MentionTable::of(entities, reading.analysis.sentences.len());
    for index in 0..reading.analysis.sentences.len() {
        let sentence = reading.sentence(index);
        for token in 0..sentence.tokens.len() {
            let Some(agreement) = Agreement::of(&lower(&sentence.tokens[token])) else {
                continue;
            };
            if sentence.tokens[token].upos != Upos::Pron || is_empty_it(sentence, token) {
                continue;
            }
            let at = TokenRef {
                sentence: index,
                token,
            };
            let scene = Scene {
                reading,
                entities,
                mentions: &mentions,
                sentence,
                at,
                agreement,
            };
            if let Some(reference) = scene.resolve() {
                add_reference(entities, &reference);
                mentions.insert(&reference);
            }
        }
    }
}

/// "It is likely that", "it rained": an "it" that refers to nothing.
fn is_empty_it(sentence: &Sentence, token: usize) -> bool {
    let word = &sentence.tokens[token];
    if lower(word) != "it" {
        return false;
    }
    let clausal = word.head.is_some_and(|head| {
        let complement = sentence.children(head).any(|child| {
            matches!(
                sentence.tokens[child].deprel,
                Deprel::Csubj | Deprel::CsubjPass | Deprel::Ccomp
            ) && child > head
        });
        complement && sentence.tokens[head].upos != Upos::Verb
            || sentence.tokens[head].upos == Upos::Adj
    });
    word.deprel == Deprel::Expl || clausal
}

struct Scene<'a> {
    reading: Reading<'a>,
    entities: &'a Entities,
    mentions: &'a MentionTable,
    sentence: &'a Sentence,
    at: TokenRef,
    agreement: Agreement,
}

/// What the subject of the clause above says of a pronoun.
enum SubjectAbove {
    Is(EntityIndex),
    /// A person whom no name is known for.
    Unnamed,
    Open,
}

struct Candidate {
    entity: EntityIndex,
    score: f64,
}

impl Scene<'_> {
    fn pronoun(&self) -> &Token {
        &self.sentence.tokens[self.at.token]
    }

    fn resolve(&self) -> Option<Reference> {
        match self.subject_above() {
            SubjectAbove::Is(entity) => {
                return Some(self.reference(vec![entity], "who the clause above tells of"));
            }
            SubjectAbove::Unnamed => return None,
            SubjectAbove::Open => {}
        }
        if self.agreement == Agreement::Several
            && let Some(several) = self.coordinated()
        {
            return Some(self.reference(several, "coordinated names before it"));
        }
        if let Some(body) = self.body_before_and() {
            return Some(self.reference(vec![body], "the body named before \"and\""));
        }
        if let Some(owner) = self.parallel_possessor() {
            return Some(self.reference(vec![owner], "the possessor of the noun before \"and\""));
        }
        if self.is_of_unnamed_body() {
            return None;
        }
        let best = self.best()?;
        if self.has_unnamed_plural_behind(best) {
            return None;
        }
        Some(self.reference(vec![best], "the most salient antecedent that agrees"))
    }

    /// "Peru says it will leave", "the leader said he was leaving": the subject of a complement clause, or its
    /// possessor, is the subject of the clause above when that agrees, and nobody further off when that is a
    /// person without a name.
    fn subject_above(&self) -> SubjectAbove {
        let tokens = &self.sentence.tokens;
        let phrase = if self.pronoun().deprel == Deprel::NmodPoss {
            self.head()
        } else {
            Some(self.at.token)
        };
        let subject = phrase
            .filter(|&phrase| is_subject(&tokens[phrase]))
            .and_then(|phrase| tokens[phrase].head)
            .filter(|&clause| tokens[clause].deprel == Deprel::Ccomp)
            .and_then(|clause| tokens[clause].head)
            .and_then(|above| {
                let mut children = self.sentence.children(above);
                children.find(|&child| is_subject(&tokens[child]) && child < self.at.token)
            });
        let Some(subject) = subject else {
            return SubjectAbove::Open;
        };
        let is_person = matches!(self.agreement, Agreement::Man | Agreement::Woman);
        match self.only_referent(subject) {
            Some(entity) if self.agrees(entity) || self.is_body_as_several(entity) => {
                SubjectAbove::Is(entity)
            }
            None if is_person && tokens[subject].upos == Upos::Noun => SubjectAbove::Unnamed,
            _ => SubjectAbove::Open,
        }
    }

    /// "The club appointed the Kenyan coach Ruiz as its director": whose it is has a description only.
    fn is_of_unnamed_body(&self) -> bool {
        let tokens = &self.sentence.tokens;
        let is_possessor = self.pronoun().deprel == Deprel::NmodPoss;
        let above = |&token: &usize| tokens[token].head;
        let verb = std::iter::successors(self.head(), above)
            .take(tokens.len())
            .find(|&token| tokens[token].upos == Upos::Verb);
        let subject = verb.and_then(|verb| self.sentence.children_by(verb, Deprel::Nsubj).next());
        self.agreement == Agreement::Thing
            && is_possessor
            && subject.is_some_and(|subject| {
                let at = TokenRef {
                    sentence: self.at.sentence,
                    token: subject,
                };
                subject < self.at.token
                    && tokens[subject].upos == Upos::Noun
                    && !is_plural(&tokens[subject])
                    && self.entities.referents(at).is_empty()
                    && self
                        .reading
                        .of_noun(&tokens[subject], |noun| class_of_noun(self.reading, noun))
                        .is_some_and(|class| self.reading.is_a(&class, "Organisation"))
            })
    }

    /// "The union says they will meet": a body spoken of as its members.
    fn is_body_as_several(&self, entity: EntityIndex) -> bool {
        let class = &self.entities.draft(entity).class;
        self.agreement == Agreement::Several && self.reading.is_a(class, "Organisation")
    }

    fn reference(&self, referents: Vec<EntityIndex>, reason: &str) -> Reference {
        Reference {
            at: self.at,
            tokens: self.at.token..self.at.token + 1,
            kind: MentionKind::Pronoun,
            referents,
            reason: format!("\"{}\": {reason}", self.pronoun().text),
        }
    }

    /// In "Kenya's purchase of the port and its plans for it", "its" is Kenya's: coordinated nouns share possessors.
    fn parallel_possessor(&self) -> Option<EntityIndex> {
        let and = self.at.token.checked_sub(1)?;
        let joined = self.pronoun().deprel == Deprel::NmodPoss
            && self.sentence.tokens[self.head()?].deprel == Deprel::Conj
            && (self.sentence.tokens[and].upos == Upos::Cconj || self.first_conjunct().is_some());
        if !joined {
            return None;
        }
        let of_conjunct = self
            .first_conjunct()
            .into_iter()
            .flat_map(|first| self.sentence.children_by(first, Deprel::NmodPoss));
        let before = (0..and)
            .rev()
            .take_while(|&token| self.sentence.tokens[token].upos != Upos::Verb)
            .filter(|&token| self.sentence.tokens[token].deprel == Deprel::NmodPoss);
        of_conjunct
            .chain(before)
            .filter_map(|owner| self.only_referent(owner))
            .find(|&owner| self.agrees(owner))
    }

    /// "the country's Reform Party, and its leader": people who are somebody's are the body's whose name stands right
    /// before "and".
    fn body_before_and(&self) -> Option<EntityIndex> {
        let and = self.at.token.checked_sub(1)?;
        let noun = &self.sentence.tokens[self.head()?];
        let lexicon = &self.reading.ontology.lexicon;
        let of_people = self
            .reading
            .of_noun(noun, |noun| lexicon.offices.get(noun).map(|_| ()))
            .is_some();
        let joined = self.pronoun().deprel == Deprel::NmodPoss
            && self.sentence.tokens[and].upos == Upos::Cconj
            && of_people;
        if !joined {
            return None;
        }
        let comma = usize::from(and > 0 && &*self.sentence.tokens[and - 1].text == ",");
        self.mentions
            .name_until(self.at.sentence, and - comma)
            .map(|name| name.entity)
            .filter(|&body| {
                let class = &self.entities.draft(body).class;
                self.reading.is_a(class, "Organisation") && self.agrees(body)
            })
    }

    fn head(&self) -> Option<usize> {
        self.pronoun().head
    }

    /// The noun that the pronoun's noun is coordinated with.
    fn first_conjunct(&self) -> Option<usize> {
        let first = self.sentence.tokens[self.head()?].head?;
        is_nominal(&self.sentence.tokens[first]).then_some(first)
    }

    fn only_referent(&self, token: usize) -> Option<EntityIndex> {
        let at = TokenRef {
            sentence: self.at.sentence,
            token,
        };
        match self.entities.referents(at) {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn best(&self) -> Option<EntityIndex> {
        let first = self.at.sentence.saturating_sub(REACH);
        let others = self.other_participants();
        let mut candidates: Vec<Candidate> = Vec::new();
        for index in first..=self.at.sentence {
            for mention in self.mentions.sentence(index) {
                let before = index < self.at.sentence || mention.tokens.end <= self.at.token;
                let ruled_out = others.contains(&mention.entity) || self.is_bound(index, mention);
                if !before || !self.agrees(mention.entity) || ruled_out {
                    continue;
                }
                let score = self.salience(index, mention);
                match candidates
                    .iter_mut()
                    .find(|candidate| candidate.entity == mention.entity)
                {
                    Some(candidate) => candidate.score = candidate.score.max(score) + 2.0,
                    None => candidates.push(Candidate {
                        entity: mention.entity,
                        score,
                    }),
                }
            }
        }
        candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entity.cmp(&b.entity)));
        let best = candidates.first()?;
        let clear = candidates
            .get(1)
            .is_none_or(|next| best.score - next.score >= self.margin());
        (clear && best.score > 0.0).then_some(best.entity)
    }

    /// "The navy seeks two boats after they failed to arrive": things without a name that the clause before tells of
    /// nearer to "they".
    fn has_unnamed_plural_behind(&self, best: EntityIndex) -> bool {
        let last = self
            .mentions
            .sentence(self.at.sentence)
            .iter()
            .filter(|mention| mention.entity == best && mention.tokens.end <= self.at.token)
            .map(|mention| mention.tokens.end)
            .max();
        let unnamed = |token: usize| {
            let word = &self.sentence.tokens[token];
            let at = TokenRef {
                sentence: self.at.sentence,
                token,
            };
            let is_event = self
                .reading
                .of_noun(word, |noun| {
                    let events = &self.reading.ontology.lexicon.event_nouns;
                    events.get(noun).map(|_| ())
                })
                .is_some();
            word.upos == Upos::Noun
                && is_plural(word)
                && !is_event
                && (is_subject(word) || word.deprel == Deprel::Obj)
                && self.entities.referents(at).is_empty()
        };
        self.agreement == Agreement::Several
            && is_subject(self.pronoun())
            && last.is_some_and(|last| (last..self.at.token).any(unnamed))
    }

    /// How far the best must be ahead: "it" is resolved only when it is clear.
    fn margin(&self) -> f64 {
        match self.agreement {
            Agreement::Thing if self.pronoun().deprel != Deprel::NmodPoss => 6.0,
            Agreement::Several => 6.0,
            _ => 0.5,
        }
    }

    fn salience(&self, index: usize, mention: &MentionAt) -> f64 {
        let sentence = self.reading.sentence(index);
        let token = &sentence.tokens[mention.head];
        let distance = (self.at.sentence - index) as f64;
        let role = if is_subject(token) {
            18.0
        } else if token.deprel == Deprel::Obj {
            8.0
        } else if token.deprel == Deprel::Appos && mention.kind == MentionKind::Nominal {
            // Who has just been introduced by a description is who the next sentence tells more of.
            8.0
        } else if token.deprel == Deprel::NmodPoss || mention.kind == MentionKind::Demonym {
            2.0
        } else {
            4.0
        };
        let near = if index == self.at.sentence {
            let gap = self.at.token - mention.tokens.end.min(self.at.token);
            10.0 - (gap as f64) * 0.25
        } else {
            0.0
        };
        // "The navy engaged the forces after they": of two bodies the one with a plural noun is likelier "they".
        let number = if self.agreement == Agreement::Several && is_plural(token) {
            12.0
        } else {
            0.0
        };
        60.0 - 18.0 * distance + role + near + number
    }

    fn agrees(&self, entity: EntityIndex) -> bool {
        let draft = self.entities.draft(entity);
        let is_a = |class: &str| self.reading.is_a(&draft.class, class);
        match self.agreement {
            Agreement::Man => is_a("Person") && self.gender(entity) != Some(Gender::Female),
            Agreement::Woman => is_a("Person") && self.gender(entity) != Some(Gender::Male),
            Agreement::Thing => {
                !is_a("Person")
                    && (is_a("Organisation") || is_a("GeopoliticalEntity") || is_a("Facility"))
                    && draft.class != "Group"
            }
            Agreement::Several => {
                draft.class == "Group" || is_a("ArmedGroup") || is_a("ArmedForce")
            }
        }
    }

    fn gender(&self, entity: EntityIndex) -> Option<Gender> {
        let draft = self.entities.draft(entity);
        let first = draft.name.split(' ').next()?;
        let multiple = draft.name.contains(' ');
        multiple
            .then(|| self.reading.ontology.gazetteer.given_name(first))
            .flatten()
    }

    /// Whether syntax rules the mention out: an object pronoun never means the subject of its own verb.
    fn is_bound(&self, index: usize, mention: &MentionAt) -> bool {
        if index != self.at.sentence || self.pronoun().deprel == Deprel::NmodPoss {
            return false;
        }
        let (Some(verb), Some(other)) =
            (self.pronoun().head, self.sentence.tokens[mention.head].head)
        else {
            return false;
        };
        let reflexive = lower(self.pronoun()).contains("sel");
        verb == other && !is_subject(self.pronoun()) && !reflexive
    }

    /// Whom a subject pronoun cannot mean because they stand beside it as objects of its own verbs: in "he will
    /// travel to the palace to meet Ruiz", "he" is not Ruiz (principle B of the binding theory, Chomsky 1981).
    fn other_participants(&self) -> Vec<EntityIndex> {
        if self.pronoun().deprel == Deprel::NmodPoss {
            return self.whose_role_it_is();
        }
        if !is_subject(self.pronoun()) {
            return Vec::new();
        }
        let verbs = self.own_verbs();
        self.mentions
            .sentence(self.at.sentence)
            .iter()
            .filter(|mention| {
                let head = &self.sentence.tokens[mention.head];
                !is_subject(head) && head.head.is_some_and(|verb| verbs.contains(&verb))
            })
            .map(|mention| mention.entity)
            .collect()
    }

    /// Nobody is their own successor: in "Ruiz was sworn in as his successor", "he" is not Ruiz.
    fn whose_role_it_is(&self) -> Vec<EntityIndex> {
        let Some(role) = self.head().filter(|&noun| {
            self.reading
                .is_listed_lemma(&self.sentence.tokens[noun], WordList::RelationalNoun)
        }) else {
            return Vec::new();
        };
        let is_predicate = self
            .sentence
            .children_by(role, Deprel::Cop)
            .next()
            .is_some();
        let is_role = self
            .sentence
            .children_by(role, Deprel::Case)
            .any(|case| lower(&self.sentence.tokens[case]) == "as");
        let clause = match self.sentence.tokens[role].deprel {
            _ if is_predicate => Some(role),
            Deprel::Xcomp => self.sentence.tokens[role].head,
            _ if is_role => self.sentence.tokens[role].head,
            _ => None,
        };
        let Some(clause) = clause else {
            return Vec::new();
        };
        self.mentions
            .sentence(self.at.sentence)
            .iter()
            .filter(|mention| {
                let token = &self.sentence.tokens[mention.head];
                token.head == Some(clause) && (is_subject(token) || token.deprel == Deprel::Obj)
            })
            .map(|mention| mention.entity)
            .collect()
    }

    /// The verbs whose subject the pronoun is: its own, and those joined to it or below it without a subject
    /// of their own.
    fn own_verbs(&self) -> Vec<usize> {
        let mut verbs: Vec<usize> = self.head().into_iter().collect();
        let mut next = 0;
        while let Some(&verb) = verbs.get(next) {
            next += 1;
            let joined = self.sentence.children(verb).filter(|&child| {
                let token = &self.sentence.tokens[child];
                let clause = matches!(token.deprel, Deprel::Conj | Deprel::Xcomp | Deprel::Advcl);
                let own_subject = self
                    .sentence
                    .children(child)
                    .any(|below| is_subject(&self.sentence.tokens[below]));
                clause && token.upos == Upos::Verb && !own_subject
            });
            verbs.extend(joined);
        }
        verbs
    }

    /// "Kenya and Uganda said they": names coordinated in the last subject before the pronoun.
    fn coordinated(&self) -> Option<Vec<EntityIndex>> {
        let first = self.at.sentence.saturating_sub(1);
        (first..=self.at.sentence).rev().find_map(|index| {
            let sentence = self.reading.sentence(index);
            let before = |mention: &&MentionAt| {
                index < self.at.sentence || mention.tokens.end <= self.at.token
            };
            let names: Vec<&MentionAt> = self
                .mentions
                .sentence(index)
                .iter()
                .filter(before)
                .collect();
            names.iter().rev().find_map(|head| {
                let several: Vec<EntityIndex> = names
                    .iter()
                    .filter(|mention| {
                        sentence.tokens[mention.head].deprel == Deprel::Conj
                            && sentence.tokens[mention.head].head == Some(head.head)
                    })
                    .map(|mention| mention.entity)
                    .collect();
                let subject = is_subject(&sentence.tokens[head.head])
                    || is_plural(&sentence.tokens[head.head]);
                let distinct = !several.is_empty() && !several.contains(&head.entity);
                (subject && distinct).then(|| std::iter::once(head.entity).chain(several).collect())
            })
        })
    }
}
