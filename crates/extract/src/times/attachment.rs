//! Which time expression dates which trigger, by the dependency tree.
//!
//! Careful on purpose: a wrong date is worse than none. A date of a subordinate clause does not date the
//! main clause, nor a date inside another event's phrase the verb that governs it.

use crate::draft::DraftTime;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};
use newsgraph_model::Precision;
use newsgraph_ontology::{Lexicon, WordList};

/// Whether a time with this relation is part of a noun's name or kind: "the 2014 protests", "the 2015
/// Paris Agreement", "Friday's vote".
pub(super) fn is_modifier(deprel: Deprel) -> bool {
    matches!(
        deprel,
        Deprel::Compound | Deprel::Nummod | Deprel::Amod | Deprel::NmodPoss | Deprel::NmodDesc
    )
}

/// A trigger together with where a time expression hangs.
#[derive(Clone, Copy)]
pub(super) struct Attachment<'s> {
    pub(super) sentence: &'s Sentence,
    pub(super) lexicon: &'s Lexicon,
    /// Head token of the trigger.
    pub(super) trigger: usize,
}

impl<'s> Attachment<'s> {
    pub(super) fn new(lexicon: &'s Lexicon, sentence: &'s Sentence, trigger: usize) -> Self {
        Self {
            sentence,
            lexicon,
            trigger,
        }
    }

    /// How closely a time expression belongs to the trigger, 0 the closest; none when it does not date it.
    pub(super) fn rank(&self, governor: Option<usize>, expression: &DraftTime) -> Option<usize> {
        let governor = governor?;
        let governor = self.event_before(governor, expression).unwrap_or(governor);
        let time = expression.head;
        let carriers = self.carriers(time);
        if let Some(rank) = carriers.iter().position(|&carrier| carrier == governor) {
            return Some(rank);
        }
        let names_thing = is_modifier(self.deprel(time));
        let by_names = carriers
            .iter()
            .position(|&carrier| !names_thing && self.hangs_by_names(governor, carrier));
        if let Some(rank) = by_names {
            return Some(10 + rank);
        }
        let by_setting = carriers
            .iter()
            .position(|&carrier| !names_thing && self.is_setting_of(governor, carrier));
        if let Some(rank) = by_setting {
            return Some(20 + rank);
        }
        let by_occasion = carriers
            .iter()
            .position(|&carrier| names_thing && self.is_occasion_of(governor, carrier));
        if let Some(rank) = by_occasion {
            return Some(25 + rank);
        }
        (self.is_bare_adverb(time) && self.is_subject_of(governor, self.trigger)).then_some(30)
    }

    /// "criticised Chad over its invasion of Mali in 2014": a year behind the phrase of another event is the year of
    /// that, though parsers hang it on the verb.
    fn event_before(&self, governor: usize, time: &DraftTime) -> Option<usize> {
        const GROUNDS: [&str; 8] = [
            "over",
            "after",
            "for",
            "following",
            "since",
            "about",
            "despite",
            "before",
        ];
        let preposition = time.tokens.start.checked_sub(1)?;
        let is_year = time.bounds.precision == Some(Precision::Year)
            && &*self.sentence.tokens[preposition].text == "in";
        let before = preposition.checked_sub(1).filter(|_| is_year)?;
        let above = |&token: &usize| self.sentence.tokens[token].head;
        let at = std::iter::successors(Some(before), above)
            .take(self.sentence.tokens.len())
            .find(|token| above(token) == Some(governor))?;
        let is_ground = at > governor
            && self.deprel(at) == Deprel::Obl
            && self.upos(at) == Upos::Noun
            && self.stands_after(at, &GROUNDS)
            && self.lexicon.event_nouns.contains_key(self.lemma(at));
        is_ground.then_some(at)
    }

    /// "the first visit since 2013", "the worst attack since the war", "visited for the first time since 2013": since then
    /// there was none, so the time does not say when this one is.
    pub(super) fn is_first_since(&self) -> bool {
        let is_first = |word: usize| {
            self.sentence.children(word).any(|child| {
                let modifier = &self.sentence.tokens[child];
                modifier.xpos == Xpos::Jjs || matches!(&*modifier.lemma, "first" | "only")
            })
        };
        let mut occasions = self
            .sentence
            .children_by(self.trigger, Deprel::Obl)
            .filter(|&oblique| self.lemma(oblique) == "time");
        is_first(self.trigger) || occasions.any(is_first)
    }

    /// The tokens whose dates are the trigger's too, the trigger first.
    fn carriers(&self, time: usize) -> Vec<usize> {
        let mut carriers = vec![self.trigger];
        let mut next = 0;
        while next < carriers.len() && carriers.len() < 8 {
            let token = carriers[next];
            for carrier in self.carriers_of(token, time) {
                if !carriers.contains(&carrier) {
                    carriers.push(carrier);
                }
            }
            next += 1;
        }
        carriers
    }

    fn carriers_of(&self, token: usize, time: usize) -> Vec<usize> {
        let mut carriers: Vec<usize> = self.dated_modifiers(token);
        carriers.extend(self.dated_complement(token));
        carriers.extend(self.carrier_above(token, time));
        carriers
    }

    /// "the accident, which occurred yesterday", "an agreement reached in 1991".
    fn dated_modifiers(&self, token: usize) -> Vec<usize> {
        let is_nominal = matches!(self.upos(token), Upos::Noun | Upos::Propn);
        self.sentence
            .children(token)
            .filter(|&child| {
                is_nominal && matches!(self.deprel(child), Deprel::Acl | Deprel::AclRelcl)
            })
            .filter(|&child| self.is_light(child))
            .collect()
    }

    /// "the talks are set to begin on Friday": the complement of a light verb.
    fn dated_complement(&self, token: usize) -> Option<usize> {
        let reached_from_noun = token != self.trigger && self.is_light(token);
        self.sentence
            .children_by(token, Deprel::Xcomp)
            .find(|&child| reached_from_noun && self.is_light(child))
    }

    fn carrier_above(&self, token: usize, time: usize) -> Option<usize> {
        let head = self.sentence.tokens[token].head?;
        let shares = match self.deprel(token) {
            Deprel::Xcomp => true,
            Deprel::Amod | Deprel::Compound | Deprel::Nummod => true,
            Deprel::Advcl => self.is_same_time_clause(token) || self.opens_with_when(token),
            Deprel::Parataxis => self.follows_semicolon(token) && self.opens_clause(time, head),
            Deprel::Conj => self.upos(head) != Upos::Verb || self.opens_clause(time, head),
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj => {
                self.upos(token) != Upos::Verb && self.is_light(head)
            }
            Deprel::Obl => {
                self.lemma(head) == "be"
                    || self.has_copula(head)
                    || self.stands_after(token, &["during"])
                    || self.stands_after(token, &["in"])
                        && self.lexicon.has(WordList::HarmVerb, self.lemma(head))
                    || self.is_purpose_of_coming(token, head)
            }
            _ => false,
        };
        shares.then_some(head)
    }

    /// "…, killing six", "by firing the director": at the time of the main clause, unlike "after firing".
    fn is_same_time_clause(&self, token: usize) -> bool {
        let participle = matches!(self.sentence.tokens[token].xpos, Xpos::Vbg | Xpos::Vbn);
        let marks = self.sentence.children(token).filter(|&child| {
            matches!(self.deprel(child), Deprel::Mark | Deprel::Case)
                && self.sentence.tokens[child].xpos != Xpos::To
        });
        participle
            && marks
                .into_iter()
                .all(|mark| matches!(self.lemma(mark), "by" | "in" | "while" | "with"))
    }

    /// "was hurt on Monday when rebels shelled the town"
    fn opens_with_when(&self, verb: usize) -> bool {
        self.sentence.children(verb).any(|child| {
            matches!(self.deprel(child), Deprel::Advmod | Deprel::Mark)
                && child < verb
                && self.lemma(child) == "when"
        })
    }

    /// "On Monday, she flew to Lima and met Ruiz": a time before the first verb holds for both.
    fn opens_clause(&self, time: usize, verb: usize) -> bool {
        let first_subject = self
            .sentence
            .children(verb)
            .find(|&child| self.deprel(child).is("nsubj"))
            .unwrap_or(verb);
        time < first_subject.min(verb)
    }

    /// "On Monday, Chad signed the truce; Mali refused": the clauses are told in one breath.
    fn follows_semicolon(&self, clause: usize) -> bool {
        self.sentence
            .children_by(clause, Deprel::Punct)
            .any(|mark| mark < clause && &*self.sentence.tokens[mark].text == ";")
    }

    /// "visited Paris in March": the parser hangs "March" on the name, which no date can modify.
    fn hangs_by_names(&self, governor: usize, carrier: usize) -> bool {
        let mut at = governor;
        for _ in 0..self.sentence.tokens.len() {
            if self.upos(at) != Upos::Propn {
                return false;
            }
            match self.sentence.tokens[at].head {
                Some(head) if head == carrier => return !self.deprel(at).is("nsubj"),
                Some(head) => at = head,
                None => return false,
            }
        }
        false
    }

    /// "killed in a raid on Friday", "met with officers at the base on Friday": what happens in, at or with
    /// something happens at its time. Not so "after a vote on Friday".
    fn is_setting_of(&self, token: usize, verb: usize) -> bool {
        const SETTINGS: [&str; 11] = [
            "in", "at", "near", "outside", "inside", "with", "by", "from", "between", "out",
            "during",
        ];
        let is_oblique = self.sentence.tokens[token].head == Some(verb)
            && (matches!(self.deprel(token), Deprel::Obl | Deprel::OblAgent)
                || self.is_part_of_event(token, verb));
        let has_case = || {
            self.sentence
                .children_by(token, Deprel::Case)
                .next()
                .is_some()
        };
        is_oblique
            && (self.deprel(token) == Deprel::Nmod && has_case()
                || self.stands_after(token, &SETTINGS)
                || self.is_purpose_of_coming(token, verb))
    }

    /// "In a 2019 interview, she accused", "at Friday's meeting": what is done on an occasion is done at its time.
    fn is_occasion_of(&self, token: usize, verb: usize) -> bool {
        self.sentence.tokens[token].head == Some(verb)
            && self.deprel(token) == Deprel::Obl
            && self.upos(token) == Upos::Noun
            && self.stands_after(token, &["in", "at", "during"])
    }

    /// "travelled to Rome on Friday for talks"
    fn is_purpose_of_coming(&self, noun: usize, verb: usize) -> bool {
        self.stands_after(noun, &["for"])
            && self.lexicon.has(WordList::ComingVerb, self.lemma(verb))
            && self.is_gathering(noun)
    }

    fn stands_after(&self, token: usize, prepositions: &[&str]) -> bool {
        self.sentence
            .children_by(token, Deprel::Case)
            .any(|case| prepositions.contains(&&*self.sentence.tokens[case].text.to_lowercase()))
    }

    /// "travelled to Rome for talks on Friday": who comes for a gathering comes at its time.
    fn is_gathering(&self, noun: usize) -> bool {
        let token = &self.sentence.tokens[noun];
        [&*token.text, &*token.lemma]
            .iter()
            .filter_map(|word| self.lexicon.event_nouns.get(*word))
            .any(|class| {
                matches!(
                    class.as_str(),
                    "Meeting" | "Talks" | "Negotiation" | "Conference" | "Visit"
                )
            })
    }

    /// "the resignation of both deputies on Friday": the event's own noun has no other time.
    fn is_part_of_event(&self, token: usize, noun: usize) -> bool {
        noun == self.trigger && self.upos(noun) == Upos::Noun && self.deprel(token) == Deprel::Nmod
    }

    /// "A storm yesterday toppled a crane."
    fn is_bare_adverb(&self, time: usize) -> bool {
        let words = ["yesterday", "today", "tomorrow", "tonight", "overnight"];
        words.contains(&&*self.sentence.tokens[time].text.to_lowercase())
    }

    fn is_subject_of(&self, token: usize, verb: usize) -> bool {
        self.sentence.tokens[token].head == Some(verb) && self.deprel(token).is("nsubj")
    }

    fn is_light(&self, verb: usize) -> bool {
        self.lexicon.has(WordList::AspectVerb, self.lemma(verb))
    }

    fn has_copula(&self, token: usize) -> bool {
        self.sentence
            .children_by(token, Deprel::Cop)
            .next()
            .is_some()
    }

    fn lemma(&self, token: usize) -> &str {
        &self.sentence.tokens[token].lemma
    }

    fn upos(&self, token: usize) -> Upos {
        self.sentence.tokens[token].upos
    }

    fn deprel(&self, token: usize) -> Deprel {
        self.sentence.tokens[token].deprel
    }
}
