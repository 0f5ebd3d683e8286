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
        let is_finite = matches!(
            sentence.tokens[speech].xpos,
            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp
        );
        if !is_finite {
            return;
        }
        if self.deprels[speech] == Deprel::Parataxis {
            self.raise_insertion(sentence, speech);
        }
        if self.has_child(speech, &[Deprel::Nsubj, Deprel::NsubjPass]) {
            return;
        }
        if let Some(speaker) = self.speaker_behind(sentence, speech) {
            self.deprels[speaker] = Deprel::Nsubj;
        } else if let Some(speaker) = self.speaker_between_commas(sentence, speech) {
            self.heads[speaker] = Some(speech);
            self.deprels[speaker] = Deprel::Nsubj;
            self.put_into_clause(speech);
        }
    }

    /// The name behind "said" when what is said stands before it.
    fn speaker_behind(&self, sentence: &Sentence, speech: usize) -> Option<usize> {
        let is_added = self.deprels[speech] == Deprel::Parataxis
            && self.heads[speech].is_some_and(|clause| clause < speech);
        let follows_clause = is_added
            || self
                .children(speech)
                .any(|child| child < speech && self.deprels[child] == Deprel::Ccomp);
        self.children(speech).find(|&child| {
            follows_clause
                && child > speech
                && matches!(self.deprels[child], Deprel::Iobj | Deprel::Obj)
                && sentence.tokens[child].upos != Upos::Pron
        })
    }

    /// The one phrase between a comma and "said,".
    fn speaker_between_commas(&self, sentence: &Sentence, speech: usize) -> Option<usize> {
        let tokens = &sentence.tokens;
        let is_comma = |token: usize| tokens.get(token).is_some_and(|word| &*word.text == ",");
        let has_clause = self
            .children(speech)
            .any(|child| child > speech && self.deprels[child] == Deprel::Ccomp);
        let is_inserted = self.deprels[speech] == Deprel::Parataxis || has_clause;
        if !is_inserted || !is_comma(speech + 1) {
            return None;
        }
        let start = (0..speech).rev().find(|&token| is_comma(token))? + 1;
        let inside = |token: usize| (start..speech).contains(&token);
        let speaker = (start..speech).find(|&token| {
            matches!(tokens[token].upos, Upos::Propn | Upos::Noun)
                && self.heads[token].is_none_or(|head| !inside(head))
        })?;
        (start..speech)
            .all(|token| token == speaker || self.heads[token].is_some_and(inside))
            .then_some(speaker)
    }

    /// Speech that governs the clause around it hangs on it instead.
    fn put_into_clause(&mut self, speech: usize) {
        let clause = self
            .children(speech)
            .find(|&child| child > speech && self.deprels[child] == Deprel::Ccomp);
        if let Some(clause) = clause {
            self.heads[clause] = self.heads[speech];
            self.deprels[clause] = self.deprels[speech];
            self.heads[speech] = Some(clause);
            self.deprels[speech] = Deprel::Parataxis;
        }
    }

    /// "Chad, according to Peru, attacked Mali": the source is that of the clause, not of Chad.
    pub(super) fn raise_source(&mut self, sentence: &Sentence, source: usize) {
        let is_source = self.deprels[source] == Deprel::Nmod
            && self.children(source).any(|child| {
                self.deprels[child] == Deprel::Case && &*sentence.tokens[child].text == "according"
            });
        let subject = self.heads[source].filter(|&subject| {
            is_source && matches!(self.deprels[subject], Deprel::Nsubj | Deprel::NsubjPass)
        });
        if let Some(clause) = subject.and_then(|subject| self.heads[subject]) {
            self.heads[source] = Some(clause);
            self.deprels[source] = Deprel::Obl;
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
