//! Who holds an office: a name beside the office's words.

use super::mention_table::{MentionAt, MentionTable};
use super::offices::OfficePhrase;
use super::reading::{Reading, is_possessive_mark, is_subject, is_word};
use super::titles::is_honorific;
use crate::draft::{Entities, EntityIndex, TokenRef};
use newsgraph_language::{Deprel, Sentence, Upos};
use newsgraph_ontology::WordList;

/// A person in an office, and the construction that says so.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Holder {
    pub(crate) person: EntityIndex,
    pub(crate) office: OfficePhrase,
    pub(crate) construction: Construction,
}

/// The construction that puts a person into an office; it names the declared pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Construction {
    /// "Foreign Minister Ana Ruiz"
    Title,
    /// "Ana Ruiz, the foreign minister,"
    Apposition,
    /// "Ana Ruiz is foreign minister"
    Copula,
    /// "Ana Ruiz serves as foreign minister"
    ServesAs,
}

impl Construction {
    /// The declared pattern of `holdsPost`.
    pub(crate) fn pattern(self) -> &'static str {
        match self {
            Self::Title => "title(x): name -> title",
            Self::Apposition => "appos(x): name -> appos",
            Self::Copula => "be(v): subj -> comp",
            Self::ServesAs => "serve(v): subj -> as",
        }
    }
}

/// Every holder of the sentence's offices that it states.
pub(crate) fn holders(
    reading: Reading<'_>,
    index: usize,
    phrases: &[OfficePhrase],
    entities: &Entities,
    mentions: &MentionTable,
) -> Vec<Holder> {
    let sentence = reading.sentence(index);
    let mut found: Vec<Holder> = Vec::new();
    for (position, office) in phrases.iter().enumerate() {
        let scene = Scene {
            reading,
            index,
            sentence,
            entities,
            mentions,
        };
        let sharing = scene.sharing_title(office);
        if !sharing.is_empty() {
            found.extend(sharing.into_iter().map(|person| Holder {
                person,
                office: office.clone(),
                construction: Construction::Title,
            }));
            continue;
        }
        let stated = scene
            .by_title(office)
            .map(|person| (person, Construction::Title))
            .or_else(|| {
                scene
                    .by_apposition(office)
                    .map(|person| (person, Construction::Apposition))
            })
            .or_else(|| scene.by_predicate(office));
        let shared = || {
            let next = phrases.get(position + 1)?;
            let joined = scene.joins(office, next);
            let person = joined.then(|| scene.by_title(next)).flatten()?;
            Some((person, Construction::Title))
        };
        let continued = || {
            let previous = found
                .last()
                .filter(|holder| scene.joins(&holder.office, office))?;
            Some((previous.person, previous.construction))
        };
        if let Some((person, construction)) = stated.or_else(shared).or_else(continued) {
            found.push(Holder {
                person,
                office: office.clone(),
                construction,
            });
        }
    }
    found
}

struct Scene<'a> {
    reading: Reading<'a>,
    index: usize,
    sentence: &'a Sentence,
    entities: &'a Entities,
    mentions: &'a MentionTable,
}

impl Scene<'_> {
    fn person_from(&self, start: usize) -> Option<&MentionAt> {
        // "Prime Minister Ana Ruiz's cabinet" is a longer name from the same word on.
        let mut names = self.mentions.names(self.index);
        names.find(|mention| mention.tokens.start == start && self.is_person(mention.entity))
    }

    fn is_person(&self, entity: EntityIndex) -> bool {
        self.entities.draft(entity).class == "Person"
    }

    fn word(&self, token: usize, words: &[&str]) -> bool {
        self.sentence
            .tokens
            .get(token)
            .is_some_and(|token| is_word(token, words))
    }

    /// The token after the body that follows an office: "of the Communist Party".
    fn after_body(&self, office: &OfficePhrase) -> usize {
        let mut at = office.tokens.end;
        if self.word(at, &["of", "for", "at", "to", "in"]) {
            let mut start = if self.word(at + 1, &["the"]) {
                at + 2
            } else {
                at + 1
            };
            // "of the Mexican state of Guerrero"
            let of = (start..start + 4).find(|&token| self.word(token, &["of"]));
            let kind = of.filter(|&of| {
                let nouns = &self.reading.ontology.lexicon.place_nouns;
                let noun = self.sentence.tokens.get(of - 1);
                noun.is_some_and(|noun| {
                    let found = self
                        .reading
                        .of_noun(noun, |noun| nouns.get(noun).map(|_| ()));
                    found.is_some() && noun.upos == Upos::Noun
                })
            });
            if let Some(of) = kind {
                start = of + 1;
            }
            if let Some(body) = self
                .mentions
                .name_from(self.index, start)
                .filter(|body| !self.is_person(body.entity))
            {
                at = body.tokens.end;
                let own = self
                    .mentions
                    .name_from(self.index, at + 1)
                    .filter(|own| !self.is_person(own.entity));
                let possessive = |mark: usize| {
                    let tokens = &self.sentence.tokens;
                    tokens.get(mark).is_some_and(is_possessive_mark)
                };
                // "the head of Kenya's Security Service, Ana Ruiz,"
                if let Some(own) = own.filter(|_| possessive(at)) {
                    at = own.tokens.end;
                }
            }
        }
        at
    }

    /// "ministers Ana Ruiz and Paul Okoro", "senators Ruiz, Okoro, and Vega"
    fn sharing_title(&self, office: &OfficePhrase) -> Vec<EntityIndex> {
        let mut people = Vec::new();
        let mut at = office.tokens.end;
        while let Some(person) = self.person_from(at).filter(|_| office.plural) {
            people.push(person.entity);
            at = person.tokens.end;
            at += usize::from(self.word(at, &[","]));
            at += usize::from(self.word(at, &["and", "&"]));
        }
        if people.len() < 2 {
            people.clear();
        }
        people
    }

    /// "Foreign Minister Ana Ruiz", "the Secretary of the League, Ana Ruiz,"
    fn by_title(&self, office: &OfficePhrase) -> Option<EntityIndex> {
        let direct = self.person_from(office.tokens.end);
        if let Some(person) = direct {
            return (!office.plural).then_some(person.entity);
        }
        let after = self.after_body(office);
        if after > office.tokens.end
            && let Some(person) = self.person_from(after)
        {
            return Some(person.entity);
        }
        // "Instead of becoming mayor of Lima, Ana Ruiz waited."
        if self.sentence.tokens[office.head].deprel == Deprel::Xcomp {
            return None;
        }
        let end = office.tokens.end;
        let courtesy =
            end < self.sentence.tokens.len() && is_honorific(self.reading, self.sentence, end);
        let person = if courtesy {
            self.person_from(end + 1)
        } else {
            self.person_after_comma(after)
        }?;
        (!office.plural).then_some(person.entity)
    }

    /// The name of "the prime minister, Ana Ruiz,": a comma before it and after it, and no further list.
    fn person_after_comma(&self, comma: usize) -> Option<&MentionAt> {
        let person = self
            .word(comma, &[","])
            .then(|| self.person_from(comma + 1))
            .flatten()?;
        let end = person.tokens.end;
        let closed = self.word(end, &[",", ".", ")", ";", "-", "–", "—"])
            || end == self.sentence.tokens.len();
        let predicate = self
            .sentence
            .tokens
            .get(end)
            .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux));
        let appositive = self.sentence.tokens[person.head].deprel == Deprel::Appos || predicate;
        let enumeration = self.word(end, &["and", "or"])
            || self.word(end, &[","])
                && self
                    .mentions
                    .name_from(self.index, end + 1)
                    .is_some_and(|next| self.is_person(next.entity));
        (!enumeration
            && (closed || appositive || self.sentence.tokens[person.head].deprel.is("nsubj")))
        .then_some(person)
    }

    /// "Ana Ruiz, the country's foreign minister,", "Ana Ruiz (president of the League)"
    fn by_apposition(&self, office: &OfficePhrase) -> Option<EntityIndex> {
        let mut start = office.tokens.start;
        let opening = loop {
            let before = start.checked_sub(1)?;
            let token = &self.sentence.tokens[before];
            if matches!(&*token.text, "," | "(" | "–" | "—" | "-")
                && self.mentions.name_over(self.index, before).is_none()
            {
                break before;
            }
            let within = matches!(
                token.upos,
                Upos::Det
                    | Upos::Adj
                    | Upos::Noun
                    | Upos::Propn
                    | Upos::Num
                    | Upos::Pron
                    | Upos::Part
                    | Upos::Adv
            ) || is_possessive_mark(token)
                || self.mentions.name_over(self.index, before).is_some()
                || is_word(token, &["and", "co", "-"]);
            if !within || office.tokens.start - before > 9 {
                return None;
            }
            start = before;
        };
        let person = self
            .mentions
            .name_until(self.index, opening)
            .filter(|mention| self.is_person(mention.entity))?;
        // "will meet Ana Ruiz, a minister said": the noun is the subject of what comes next.
        let subject = is_subject(&self.sentence.tokens[office.head])
            && !self.word(office.tokens.end, &[",", ")", "–", "—"]);
        if subject {
            return None;
        }
        let directly_followed = self.person_from(office.tokens.end).is_some();
        // "Tom Ray, the prime minister's spokesman,": he is no prime minister.
        let owns = self
            .sentence
            .tokens
            .get(office.tokens.end)
            .is_some_and(is_possessive_mark);
        (!office.plural && !directly_followed && !owns).then_some(person.entity)
    }

    /// "Ana Ruiz is the president", "who served as president"
    fn by_predicate(&self, office: &OfficePhrase) -> Option<(EntityIndex, Construction)> {
        let tokens = &self.sentence.tokens;
        let copula = self
            .sentence
            .children_by(office.head, Deprel::Cop)
            .next()
            .is_some();
        let (clause, construction) = if copula {
            (office.head, Construction::Copula)
        } else {
            let verb = tokens[office.head].head?;
            let serves = self
                .reading
                .is_listed_lemma(&tokens[verb], WordList::ServiceVerb);
            let role = self
                .sentence
                .children_by(office.head, Deprel::Case)
                .any(|case| is_word(&tokens[case], &["as"]));
            if !(serves && role) {
                return None;
            }
            (verb, Construction::ServesAs)
        };
        let subject = self
            .sentence
            .children(clause)
            .find(|&child| tokens[child].deprel.is("nsubj"));
        let referent = |token: usize| {
            let at = TokenRef {
                sentence: self.index,
                token,
            };
            match self.entities.referents(at) {
                [one] if self.is_person(*one) => Some(*one),
                _ => None,
            }
        };
        let person = match subject {
            Some(subject)
                if tokens[subject].upos == Upos::Pron
                    && is_word(&tokens[subject], &["who", "that"]) =>
            {
                referent(tokens[clause].head?)
            }
            Some(subject) => referent(subject),
            None => (tokens[clause].deprel == Deprel::AclRelcl
                || tokens[clause].deprel == Deprel::Acl)
                .then(|| referent(tokens[clause].head?))
                .flatten(),
        };
        person.map(|person| (person, construction))
    }

    /// Whether only "and" or a comma, and the body of the first, stand between two offices.
    fn joins(&self, first: &OfficePhrase, second: &OfficePhrase) -> bool {
        let mut at = self.after_body(first);
        if self.word(at, &[","]) {
            at += 1;
        }
        if !self.word(at, &["and"]) {
            return false;
        }
        at += 1;
        if self.word(at, &["the", "a"]) {
            at += 1;
        }
        while let Some(name) = self
            .mentions
            .name_from(self.index, at)
            .filter(|name| name.tokens.end <= second.tokens.start)
        {
            at = name.tokens.end;
            if self.sentence.tokens.get(at).is_some_and(is_possessive_mark) {
                at += 1;
            }
        }
        at == second.tokens.start
    }
}
