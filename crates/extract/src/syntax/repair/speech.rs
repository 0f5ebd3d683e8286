//! Who says so, where speech is put into a clause or behind it.

use super::Arcs;
use newsgraph_language::{Deprel, Sentence, Upos, Xpos};

impl Arcs {
    /// "Chad, the report says, attacked Mali": of two subjects before a verb of speech the first, before a comma, is that
    /// of the clause behind it, which the speech is put into.
    pub(super) fn insert_speech(&mut self, sentence: &Sentence, speech: usize) {
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

    /// "Chad attacked Mali, said Peru", "Chad, Peru said, attacked Mali": who says so stands beside the verb, and neither
    /// receives anything nor attacks.
    pub(super) fn give_speaker(&mut self, sentence: &Sentence, speech: usize) {
        let tokens = &sentence.tokens;
        let is_finite = matches!(tokens[speech].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
        if is_finite && self.deprels[speech] == Deprel::Parataxis {
            self.raise_insertion(sentence, speech);
        }
        let has_ends = self.has_child(speech, &[Deprel::Nsubj, Deprel::Obj, Deprel::NsubjPass]);
        if !is_finite || has_ends {
            return;
        }
        let is_comma = |token: usize| tokens.get(token).is_some_and(|word| &*word.text == ",");
        let follows_clause = self
            .children(speech)
            .any(|child| child < speech && self.deprels[child] == Deprel::Ccomp);
        let behind = self.children(speech).find(|&child| {
            child > speech
                && self.deprels[child] == Deprel::Iobj
                && tokens[child].upos != Upos::Pron
        });
        if let Some(speaker) = behind.filter(|_| follows_clause) {
            self.deprels[speaker] = Deprel::Nsubj;
        }
        if self.deprels[speech] != Deprel::Parataxis || !is_comma(speech + 1) {
            return;
        }
        let comma = (0..speech).rev().find(|&token| is_comma(token));
        let Some(start) = comma.map(|comma| comma + 1) else {
            return;
        };
        let inside = |token: usize| (start..speech).contains(&token);
        let speaker = (start..speech).find(|&token| {
            matches!(tokens[token].upos, Upos::Propn | Upos::Noun)
                && self.heads[token].is_none_or(|head| !inside(head))
        });
        let is_phrase = speaker.is_some_and(|speaker| {
            (start..speech).all(|token| token == speaker || self.heads[token].is_some_and(inside))
        });
        if let Some(speaker) = speaker.filter(|_| is_phrase) {
            self.heads[speaker] = Some(speech);
            self.deprels[speaker] = Deprel::Nsubj;
        }
    }

    /// What is put in behind a subject is put into the clause.
    fn raise_insertion(&mut self, sentence: &Sentence, inserted: usize) {
        let subject = self.heads[inserted].filter(|&head| {
            matches!(self.deprels[head], Deprel::Nsubj | Deprel::NsubjPass)
                && sentence.tokens[head].upos != Upos::Verb
        });
        if let Some(clause) = subject.and_then(|subject| self.heads[subject]) {
            self.heads[inserted] = Some(clause);
        }
    }
}
