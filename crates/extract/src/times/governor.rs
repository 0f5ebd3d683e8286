//! The word that a time expression modifies: the tree's answer, unless the order of the words rules it out.
//!
//! Parsers trained on little text attach final and opening times badly; adjuncts of time keep to simple rules:
//! they never reach across a comma into a noun, nor over a subordinate clause's verb.

use super::attachment::is_modifier;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};
use newsgraph_ontology::Lexicon;
use std::ops::Range;

/// The token that a time expression with these tokens and this head modifies.
pub(super) fn governor(
    lexicon: &Lexicon,
    sentence: &Sentence,
    time: &Range<usize>,
    head: usize,
) -> Option<usize> {
    let words = Words { sentence };
    let governor = words.governor(time, head)?;
    Some(
        words
            .event_right_before(lexicon, governor, time)
            .or_else(|| words.event_as_subject(lexicon, governor, time))
            .unwrap_or(governor),
    )
}

/// The event of "a day after …" by the token of its "after": a noun, or the verb of a clause.
pub(super) fn event_after(sentence: &Sentence, marker: usize) -> Option<usize> {
    let words = Words { sentence };
    let event = sentence.tokens[marker].head?;
    if sentence.tokens[event].upos == Upos::Propn && event > marker {
        let clause = words.verb_right(event + 1);
        return clause.or(Some(event));
    }
    Some(event)
}

/// Whether a time is part of a noun phrase before its noun: "the 2014 protests", not "Since 2011, several".
pub(super) fn modifies_noun(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    // "an overnight Russian strike", where the tree hangs the first adjective on the second
    let before_adjective = token.deprel == Deprel::Advmod && token.upos == Upos::Adj;
    (is_modifier(token.deprel) || before_adjective)
        && token
            .head
            .is_some_and(|noun| noun > head && !Words { sentence }.has_comma(head..noun))
}

struct Words<'s> {
    sentence: &'s Sentence,
}

impl Words<'_> {
    fn governor(&self, time: &Range<usize>, head: usize) -> Option<usize> {
        let given = self.sentence.tokens[head].head;
        if modifies_noun(self.sentence, head) {
            // "an overnight Russian strike"
            return given.map(|noun| self.noun_of(noun));
        }
        let start = self.phrase_start(time);
        if self.opens_clause(start) && given.is_none_or(|at| !self.is_predicate(at)) {
            return given
                .and_then(|at| self.verb_above(at))
                .or_else(|| self.verb_right(time.end))
                .or(given);
        }
        if self.opens_clause(start)
            && let Some(speech) = given.and_then(|at| self.verb_over_complement(at))
            && speech > time.end
        {
            // "On Monday, Ruiz said that Chad had attacked"
            return Some(speech);
        }
        match given {
            Some(at) if at < start => Some(self.nearer(at, start, time)),
            Some(at) if self.is_adjunct(head) && !self.has_boundary(time.end..at) => {
                self.apposition_around(start, time.end).or(Some(at))
            }
            _ => self.host_left(start).or(given),
        }
    }

    /// "accused Chad of a raid two days ago": a bare time right behind the noun of an event is the event's.
    fn event_right_before(
        &self,
        lexicon: &Lexicon,
        governor: usize,
        time: &Range<usize>,
    ) -> Option<usize> {
        let noun = time.start.checked_sub(1)?;
        let token = &self.sentence.tokens[noun];
        let blamed = token.deprel == Deprel::Obl
            && token.head == Some(governor)
            && self
                .sentence
                .children(noun)
                .any(|child| &*self.sentence.tokens[child].text == "of");
        let is_event = token.upos == Upos::Noun && lexicon.event_nouns.contains_key(&*token.lemma);
        (blamed && is_event).then_some(noun)
    }

    /// "The attack since May killed ten": a time between an event and its verb is the event's.
    fn event_as_subject(
        &self,
        lexicon: &Lexicon,
        governor: usize,
        time: &Range<usize>,
    ) -> Option<usize> {
        let start = self.phrase_start(time);
        self.sentence
            .children(governor)
            .filter(|&child| self.sentence.tokens[child].deprel.is("nsubj"))
            .find(|&noun| noun < start && time.end <= governor && !self.has_comma(noun..governor))
            .filter(|&noun| {
                let token = &self.sentence.tokens[noun];
                token.upos == Upos::Noun && lexicon.event_nouns.contains_key(&*token.lemma)
            })
    }

    /// The governor to the left, or a verb between it and the time that holds the time more closely.
    fn nearer(&self, given: usize, start: usize, time: &Range<usize>) -> usize {
        if let Some(speech) = self.speech_behind(given, start) {
            return speech;
        }
        let between = self.verb_left(given + 1..start);
        let nominal = matches!(self.upos(given), Upos::Noun | Upos::Propn);
        match between {
            Some(verb)
                if nominal || self.is_subordinate(given, verb) && !self.has_comma(verb..start) =>
            {
                verb
            }
            Some(_) => given,
            None if self.is_verb(given) => given,
            // An unmarked time behind a noun belongs to the clause: "in a Lagos court last month".
            None if start == time.start && nominal && self.upos(given) == Upos::Noun => {
                self.verb_left(0..given).unwrap_or(given)
            }
            None => given,
        }
    }

    /// "Lula, president from 2003 to 2010, met": the noun of an apposition between commas that ends with the time.
    fn apposition_around(&self, start: usize, end: usize) -> Option<usize> {
        let is_comma = |at: usize| &*self.sentence.tokens[at].text == ",";
        if end >= self.sentence.tokens.len() || !is_comma(end) {
            return None;
        }
        let comma = (0..start).rev().find(|&at| is_comma(at))?;
        (comma + 1..start).find(|&at| self.sentence.tokens[at].deprel == Deprel::Appos)
    }

    /// "Chad attacked Mali, Ruiz said on Monday": the verb of speech between a clause and a time.
    fn speech_behind(&self, clause: usize, time: usize) -> Option<usize> {
        let above = self.verb_over_complement(clause);
        let beside = self
            .sentence
            .children_by(clause, Deprel::Parataxis)
            .filter(|&verb| self.is_verb(verb))
            .find(|&verb| {
                self.sentence
                    .children_by(verb, Deprel::Nsubj)
                    .next()
                    .is_some()
            });
        above
            .or(beside)
            .filter(|&verb| clause < verb && verb < time && !self.has_comma(verb..time))
    }

    /// The verb that a clause is the complement of.
    fn verb_over_complement(&self, clause: usize) -> Option<usize> {
        let word = &self.sentence.tokens[clause];
        word.head
            .filter(|&verb| word.deprel == Deprel::Ccomp && self.is_verb(verb))
    }

    /// Where the phrase begins: at its preposition or determiner.
    fn phrase_start(&self, time: &Range<usize>) -> usize {
        let mut start = time.start;
        while start > 0 && matches!(self.upos(start - 1), Upos::Adp | Upos::Det | Upos::Sconj) {
            start -= 1;
        }
        start
    }

    fn opens_clause(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else {
            return true;
        };
        let quoted = before == 0 && self.upos(before) == Upos::Punct;
        (quoted || &*self.sentence.tokens[before].text == ";") && self.verb_right(start).is_some()
    }

    fn is_adjunct(&self, head: usize) -> bool {
        let deprel = self.sentence.tokens[head].deprel;
        matches!(
            deprel.universal(),
            "obl" | "nmod" | "advmod" | "nsubj" | "appos" | "dep" | "root"
        )
    }

    /// What a final time can hang on: the noun right before its preposition, or the last verb.
    fn host_left(&self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1)?;
        if self.upos(before) == Upos::Noun {
            return Some(before);
        }
        self.verb_left(0..start)
    }

    fn verb_left(&self, range: Range<usize>) -> Option<usize> {
        range.rev().find(|&at| self.is_verb(at))
    }

    /// The first finite verb from a place on.
    fn verb_right(&self, from: usize) -> Option<usize> {
        (from..self.sentence.tokens.len()).find(|&at| {
            self.is_verb(at)
                && matches!(self.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn)
        })
    }

    fn verb_above(&self, token: usize) -> Option<usize> {
        let mut at = token;
        for _ in 0..self.sentence.tokens.len() {
            at = self.sentence.tokens[at].head?;
            if self.is_verb(at) {
                return Some(at);
            }
        }
        None
    }

    fn noun_of(&self, token: usize) -> usize {
        match self.sentence.tokens[token].head {
            Some(noun)
                if self.upos(token) == Upos::Adj
                    && self.sentence.tokens[token].deprel == Deprel::Amod =>
            {
                noun
            }
            _ => token,
        }
    }

    fn is_verb(&self, at: usize) -> bool {
        let token = &self.sentence.tokens[at];
        let tagged = matches!(
            token.xpos,
            Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz
        );
        let helps = matches!(token.deprel.universal(), "aux" | "cop" | "amod" | "case");
        tagged && !helps && !matches!(&*token.lemma, "be" | "have" | "do")
    }

    fn is_predicate(&self, at: usize) -> bool {
        self.is_verb(at) || self.sentence.children_by(at, Deprel::Cop).next().is_some()
    }

    /// Whether a verb to the right belongs to a clause that a conjunction introduces.
    fn is_subordinate(&self, given: usize, verb: usize) -> bool {
        (given + 1..verb).any(|at| self.is_conjunction(at))
    }

    fn has_boundary(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.is_conjunction(at))
    }

    fn is_conjunction(&self, at: usize) -> bool {
        const CONJUNCTIONS: [&str; 9] = [
            "after", "before", "when", "while", "because", "although", "since", "as", "that",
        ];
        CONJUNCTIONS.contains(&&*self.sentence.tokens[at].text.to_lowercase())
    }

    fn has_comma(&self, mut range: Range<usize>) -> bool {
        range.any(|at| &*self.sentence.tokens[at].text == ",")
    }

    fn upos(&self, at: usize) -> Upos {
        self.sentence.tokens[at].upos
    }

    fn xpos(&self, at: usize) -> Xpos {
        self.sentence.tokens[at].xpos
    }
}
