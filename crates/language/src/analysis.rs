use crate::{Deprel, Expression, Upos, Xpos};
use newsgraph_model::{RegionKind, Span};
use std::ops::Range;

/// The language analysis of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// The sentences in order of the text; a sentence never crosses a region.
    pub sentences: Vec<Sentence>,
}

/// One sentence: tokens, their tree, and the names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token, in characters of the article.
    pub span: Span,
    /// The part of the article it belongs to.
    pub region: RegionKind,
    /// Never empty.
    pub tokens: Vec<Token>,
    /// Names in order; they may nest but never cross, and an inner one stands behind the one that it lies in.
    pub names: Vec<Name>,
    /// Expressions of time, money and quantity in order; none overlaps another or lies in a name.
    pub expressions: Vec<Expression>,
}

/// One syntactic word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in characters of the article. The words of one multiword token ("don't") each
    /// have their own part of it.
    pub span: Span,
    /// The characters, as the article has them.
    pub text: Box<str>,
    /// Dictionary form; lower case except for proper nouns.
    pub lemma: Box<str>,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag: tense, number, participle.
    pub xpos: Xpos,
    /// Index of the head token in the sentence; none for the root.
    pub head: Option<usize>,
    /// Relation to the head.
    pub deprel: Deprel,
}

/// The words of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Indices of its tokens in the sentence.
    pub tokens: Range<usize>,
    /// What kind of thing it names.
    pub class: NameClass,
}

/// What kind of thing a name names, as far as its form and context tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameClass {
    /// A human being.
    Person,
    /// A company, body, party, agency, team.
    Organisation,
    /// A country, region, city, natural feature.
    Place,
    /// A building or installation.
    Facility,
    /// A war, election, festival, storm.
    Event,
    /// A made thing, work, product, ship.
    Product,
    /// A people, nationality or religion: "Russian", "Palestinians".
    Nationality,
}

impl NameClass {
    /// Every class, in a fixed order.
    pub const ALL: &'static [Self] = &[
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Facility,
        Self::Event,
        Self::Product,
        Self::Nationality,
    ];

    /// The class's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organisation => "Organisation",
            Self::Place => "Place",
            Self::Facility => "Facility",
            Self::Event => "Event",
            Self::Product => "Product",
            Self::Nationality => "Nationality",
        }
    }
}

impl Sentence {
    /// The names that lie in no longer one, in order.
    pub fn outer_names(&self) -> impl Iterator<Item = &Name> {
        let mut end = 0;
        self.names.iter().filter(move |name| {
            let is_outer = name.tokens.start >= end;
            end = end.max(name.tokens.end);
            is_outer
        })
    }

    /// The names that lie in a longer one, in order.
    pub fn inner_names(&self) -> impl Iterator<Item = &Name> {
        let mut end = 0;
        self.names.iter().filter(move |name| {
            let is_inner = name.tokens.start < end;
            end = end.max(name.tokens.end);
            is_inner
        })
    }

    /// Whether the next token follows without a gap.
    pub fn is_glued(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        next.is_some_and(|next| next.span.start() == self.tokens[at].span.end())
    }

    /// Whether the token was written as one word with the token before it: "n't" in "don't", a possessive "'s".
    pub fn is_clitic(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (at.checked_sub(1), self.tokens.get(at)) else {
            return false;
        };
        let last = self.tokens[before].text.chars().next_back();
        if !self.is_glued(before) || !last.is_some_and(|c| c.is_alphanumeric() || c == '.') {
            return false;
        }
        let lettered = token.text.chars().any(char::is_alphabetic);
        let shortened = token.text.starts_with(['\'', '’', '`']) && lettered;
        shortened || token.xpos == Xpos::Pos || lettered && last.is_some_and(char::is_alphabetic)
    }

    /// Indices of the tokens whose head is `head`, in order.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(move |&token| self.tokens[token].head == Some(head))
    }

    /// Indices of the children of `head` with this relation, subtype included.
    pub fn children_by(&self, head: usize, deprel: Deprel) -> impl Iterator<Item = usize> + '_ {
        self.children(head)
            .filter(move |&token| self.tokens[token].deprel == deprel)
    }

    /// Index of the root token.
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|token| token.head.is_none())
    }

    /// The tokens that `head` dominates, itself included, in order of the sentence.
    pub fn subtree(&self, head: usize) -> Vec<usize> {
        (0..self.tokens.len())
            .filter(|&token| self.dominates(head, token))
            .collect()
    }

    /// Whether `ancestor` dominates `token`; a token dominates itself.
    pub fn dominates(&self, ancestor: usize, token: usize) -> bool {
        let mut at = Some(token);
        for _ in 0..=self.tokens.len() {
            match at {
                Some(index) if index == ancestor => return true,
                Some(index) => at = self.tokens[index].head,
                None => return false,
            }
        }
        false
    }

    /// From the first to the last of the given tokens, in characters of the article.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        let last = tokens.end.max(tokens.start + 1) - 1;
        self.tokens[tokens.start].span.cover(self.tokens[last].span)
    }
}
