use super::Score;
use newsgraph_language::{Analysis, Name, NameClass, Sentence};
use std::{collections::BTreeSet, ops::Range};

/// The kinds that every corpus of names distinguishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Organisation,
    Place,
}

/// Exact agreement in extent and kind, by kind.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NameScores {
    kinds: [Score; 3],
}

impl NameScores {
    /// Adds the counts for one document; `gold` has the names of each sentence, `names` those that were found in it.
    pub(crate) fn add<'a, N: Iterator<Item = &'a Name>>(
        &mut self,
        gold: &[Vec<(Range<usize>, NameClass)>],
        system: &'a Analysis,
        names: impl Fn(&'a Sentence) -> N,
    ) {
        for (kind, score) in [Kind::Person, Kind::Organisation, Kind::Place]
            .into_iter()
            .zip(&mut self.kinds)
        {
            let gold_names = gold.iter().enumerate().flat_map(|(at, names)| {
                names
                    .iter()
                    .filter(|(_, class)| of_class(*class) == Some(kind))
                    .map(move |(range, _)| (at, range.start, range.end))
            });
            let found = system
                .sentences
                .iter()
                .enumerate()
                .flat_map(|(at, sentence)| {
                    names(sentence)
                        .filter(|name| of_class(name.class) == Some(kind))
                        .map(move |name| (at, name.tokens.start, name.tokens.end))
                });
            *score += Score::of_sets(&gold_names.collect::<BTreeSet<_>>(), &found.collect());
        }
    }

    /// All kinds together.
    pub(crate) fn total(&self) -> Score {
        let mut total = Score::default();
        for &score in &self.kinds {
            total += score;
        }
        total
    }

    /// Person, organisation, place.
    pub(crate) fn kinds(&self) -> [Score; 3] {
        self.kinds
    }
}

fn of_class(class: NameClass) -> Option<Kind> {
    match class {
        NameClass::Person => Some(Kind::Person),
        NameClass::Organisation => Some(Kind::Organisation),
        NameClass::Place | NameClass::Facility => Some(Kind::Place),
        NameClass::Event | NameClass::Product | NameClass::Nationality => None,
    }
}
