//! Time expressions: found in the tokens, resolved against publication and tense, attached to what they
//! date by the dependency tree.
//!
//! Values follow TimeML's TIMEX3 (Pustejovsky et al. 2003); only expressions that name a time are listed, not
//! durations ("for two years"). Resolution rules for underspecified names follow Negri and Marseglia (2004),
//! "Recognition and normalization of time expressions": direction by the governing verb's tense.

mod atoms;
mod attachment;
mod calendar;
mod direction;
mod expressions;
mod governor;
mod meaning;
mod pieces;
mod relative;
mod words;
mod years;

use crate::draft::{DraftTime, Entities};
use crate::entities::MentionTable;
use attachment::Attachment;
use calendar::Period;
use direction::direction;
use expressions::{Expression, expressions};
use governor::{event_after, governor, modifies_noun};
use meaning::{Context, Direction, Edge, Meaning};
use newsgraph_language::{Analysis, Deprel, Sentence, Upos};
use newsgraph_model::{Article, Date, MentionKind, Precision, RegionKind, TimeBounds};
use newsgraph_ontology::{Lexicon, Ontology, WordList};
use std::ops::Range;

/// The time expressions of an article in order, and what each hangs on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    pub(crate) all: Vec<DraftTime>,
    /// For each time the token that it modifies.
    governors: Vec<Option<usize>>,
}

/// Finds and resolves the time expressions of an article. Those that cannot be resolved are listed with
/// unknown bounds.
pub(crate) fn find_times(
    article: &Article,
    analysis: &Analysis,
    ontology: &Ontology,
    entities: &Entities,
) -> Times {
    let mut finder = Finder {
        ontology,
        mentions: MentionTable::of(entities, analysis.sentences.len()),
        entities,
        published: article.metadata.published,
        previous: None,
        times: Times::default(),
    };
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        if sentence.region.makes_claims() || sentence.region == RegionKind::Dateline {
            finder.read(index, sentence);
        }
    }
    finder.times
}

impl Times {
    /// The time expression that dates the clause or phrase of a trigger; only resolved ones do.
    pub(crate) fn of_trigger(
        &self,
        lexicon: &Lexicon,
        sentence_index: usize,
        sentence: &Sentence,
        trigger_head: usize,
    ) -> Option<&DraftTime> {
        let attachment = Attachment::new(lexicon, sentence, trigger_head);
        self.closest(&attachment, sentence_index, |time| {
            time.bounds.precision != Some(Precision::After) || !attachment.is_first_since()
        })
    }

    /// The time since when there was none before this one: of "the first visit since 2013" that.
    pub(crate) fn none_since(
        &self,
        lexicon: &Lexicon,
        sentence_index: usize,
        sentence: &Sentence,
        trigger_head: usize,
    ) -> Option<&DraftTime> {
        let attachment = Attachment::new(lexicon, sentence, trigger_head);
        let is_since = |time: &DraftTime| time.bounds.precision == Some(Precision::After);
        if !attachment.is_first_since() {
            return None;
        }
        // "The first attack since May killed ten": parsers hang it on the verb.
        let verb = sentence.tokens[trigger_head]
            .head
            .filter(|_| sentence.tokens[trigger_head].deprel.is("nsubj"));
        let of_subject = verb.and_then(|verb| {
            let attachment = Attachment {
                trigger: verb,
                ..attachment
            };
            self.closest(&attachment, sentence_index, is_since)
                .filter(|time| (trigger_head..verb).contains(&time.head))
        });
        self.closest(&attachment, sentence_index, is_since)
            .or(of_subject)
    }

    fn closest(
        &self,
        attachment: &Attachment<'_>,
        sentence_index: usize,
        accepts: impl Fn(&DraftTime) -> bool,
    ) -> Option<&DraftTime> {
        let trigger = attachment.trigger;
        let from = self
            .all
            .partition_point(|time| time.sentence < sentence_index);
        self.all[from..]
            .iter()
            .zip(&self.governors[from..])
            .take_while(|(time, _)| time.sentence == sentence_index)
            .filter(|(time, _)| !time.bounds.is_unknown() && !time.tokens.contains(&trigger))
            .filter(|(time, _)| accepts(time))
            .filter_map(|(time, &governor)| {
                let rank = attachment.rank(governor, time)?;
                Some((rank, time.head.abs_diff(trigger), time))
            })
            .min_by_key(|&(rank, distance, _)| (rank, distance))
            .map(|(.., time)| time)
    }
}

struct Finder<'o> {
    ontology: &'o Ontology,
    entities: &'o Entities,
    mentions: MentionTable,
    published: Option<Date>,
    /// The last day or period told in running text, for "the following day".
    previous: Option<Period>,
    times: Times,
}

impl Finder<'_> {
    fn read(&mut self, index: usize, sentence: &Sentence) {
        let mut base: Option<Period> = None;
        let mut last_end = 0;
        for expression in expressions(sentence) {
            let tokens = expression.tokens.clone();
            if self.is_in_name(index, &tokens) {
                continue;
            }
            let head = head_of(sentence, &tokens);
            let governor = match expression.event_marker {
                Some(marker) => event_after(sentence, marker),
                None => governor(&self.ontology.lexicon, sentence, &tokens, head),
            };
            let adjacent = base.is_some() && is_apposed(sentence, last_end, tokens.start);
            let period = match expression.meaning {
                Meaning::FromEvent(..) => {
                    self.before_or_after(sentence, &expression, base.as_ref(), adjacent)
                }
                _ => self.resolve(sentence, &expression, governor),
            };
            if !matches!(expression.meaning, Meaning::FromEvent(..)) {
                base.clone_from(&period);
                last_end = tokens.end;
            } else if !adjacent {
                base = None;
            } else {
                last_end = usize::MAX;
            }
            self.push(index, sentence, &expression, head, governor, period);
        }
    }

    /// "March 23 Movement": what a body is called says nothing of when.
    fn is_in_name(&self, index: usize, time: &Range<usize>) -> bool {
        self.mentions
            .name_over(index, time.start)
            .filter(|name| name.tokens.len() > time.len() && name.tokens.end >= time.end)
            .is_some_and(|name| {
                let class = &self.entities.draft(name.entity).class;
                let class = self.ontology.classes.is_a(class, "Organisation");
                class && name.kind == MentionKind::Name
            })
    }

    fn resolve(
        &self,
        sentence: &Sentence,
        expression: &Expression,
        governor: Option<usize>,
    ) -> Option<Period> {
        expression.meaning.resolve(&Context {
            published: self.published,
            direction: direction_for(self.ontology, sentence, expression, governor),
            previous: self.previous.as_ref(),
        })
    }

    /// The day of the event that a time expression counts from: "in 2013, a year before the vote" puts
    /// the vote in 2014; "the visit comes a day after the vote" puts it on the day before publication.
    fn before_or_after(
        &self,
        sentence: &Sentence,
        expression: &Expression,
        base: Option<&Period>,
        apposed: bool,
    ) -> Option<Period> {
        let Meaning::FromEvent(unit, count) = expression.meaning else {
            return None;
        };
        if let Some(base) = base.filter(|_| apposed) {
            return meaning::away(unit, -count, base.start)
                .filter(|_| base.precision == precision_of(unit));
        }
        let published = self
            .published
            .filter(|_| comes(sentence, expression.tokens.start))?;
        meaning::away(unit, -count, published)
    }

    fn push(
        &mut self,
        index: usize,
        sentence: &Sentence,
        expression: &Expression,
        head: usize,
        governor: Option<usize>,
        period: Option<Period>,
    ) {
        let edge = match expression.edge {
            _ if modifies_noun(sentence, head) => Edge::Inside,
            Edge::Inside
                if expression.from
                    && direction(self.ontology, sentence, governor) == Direction::Future =>
            {
                Edge::Since
            }
            edge => edge,
        };
        if sentence.region == RegionKind::Dateline {
            self.published = dated(self.published, expression, period.as_ref());
        } else {
            if let Some(period) = &period {
                self.previous = Some(period.clone());
            }
        }
        self.times.all.push(DraftTime {
            sentence: index,
            tokens: expression.tokens.clone(),
            head,
            span: sentence.span_of(expression.tokens.clone()),
            timex: period.as_ref().map_or_else(
                || expression.meaning.unresolved_timex(),
                |period| period.timex.clone(),
            ),
            relative: expression.meaning.is_relative(),
            period: period
                .as_ref()
                .map_or(TimeBounds::UNKNOWN, |period| Edge::Inside.bounds(period)),
            bounds: period.map_or(TimeBounds::UNKNOWN, |period| edge.bounds(&period)),
        });
        self.times.governors.push(governor);
    }
}

/// The day that "yesterday" counts from: a date line may be a day or two off the day of publication.
fn dated(
    published: Option<Date>,
    expression: &Expression,
    period: Option<&Period>,
) -> Option<Date> {
    const NEAR: i32 = 3;
    let line =
        period.filter(|period| !expression.meaning.is_relative() && period.start == period.end);
    let published = published?;
    let near = line.map(|period| period.start).filter(|day| {
        published
            .until(*day)
            .is_ok_and(|distance| distance.get_days().abs() <= NEAR)
    });
    near.or(Some(published))
}

fn is_prolonged(ontology: &Ontology, sentence: &Sentence, governor: Option<usize>) -> bool {
    let prolongs = |token: usize| {
        let lemma = sentence.tokens[token].lemma.to_lowercase();
        ontology.lexicon.has(WordList::ProlongingVerb, &lemma)
    };
    governor
        .is_some_and(|token| prolongs(token) || sentence.tokens[token].head.is_some_and(prolongs))
}

/// Since, until and before tell more than tense: "since March" cannot lie ahead.
fn direction_for(
    ontology: &Ontology,
    sentence: &Sentence,
    expression: &Expression,
    governor: Option<usize>,
) -> Direction {
    match expression.edge {
        // "named chairman, effective Nov. 13": what is decided takes effect later.
        Edge::Since if takes_effect(sentence, expression) => Direction::Future,
        Edge::Since if direction(ontology, sentence, governor) != Direction::Future => {
            Direction::Past
        }
        // "extended sanctions until 31 July": what is prolonged ends later.
        Edge::Until if is_prolonged(ontology, sentence, governor) => Direction::Future,
        _ => direction(ontology, sentence, governor),
    }
}

fn takes_effect(sentence: &Sentence, expression: &Expression) -> bool {
    let before = &sentence.tokens[..expression.tokens.start];
    before
        .iter()
        .rev()
        .find(|token| token.upos != Upos::Adp)
        .is_some_and(|token| token.text.eq_ignore_ascii_case("effective"))
}

fn precision_of(unit: calendar::Unit) -> Precision {
    match unit {
        calendar::Unit::Year => Precision::Year,
        calendar::Unit::Month => Precision::Month,
        calendar::Unit::Week => Precision::Week,
        _ => Precision::Day,
    }
}

/// The token of a range whose head lies outside it; when the tree has several the one with a preposition ("on Saturday,
/// 14 March"), else the last.
fn head_of(sentence: &Sentence, tokens: &std::ops::Range<usize>) -> usize {
    let hangs_outside = |&token: &usize| {
        let word = &sentence.tokens[token];
        word.deprel != Deprel::Punct && word.head.is_none_or(|head| !tokens.contains(&head))
    };
    let has_preposition =
        |&token: &usize| sentence.children_by(token, Deprel::Case).next().is_some();
    let outer: Vec<usize> = tokens.clone().filter(hangs_outside).collect();
    outer
        .iter()
        .copied()
        .find(has_preposition)
        .or(outer.last().copied())
        .unwrap_or(tokens.start)
}

/// Whether only a comma, or another counted phrase before, stands between a time and the next.
fn is_apposed(sentence: &Sentence, end: usize, start: usize) -> bool {
    end == usize::MAX
        || end <= start
            && sentence.tokens[end..start]
                .iter()
                .all(|token| &*token.text == ",")
}

/// Whether the verb before a place is a present "comes" or "is": the event of today's news.
fn comes(sentence: &Sentence, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let verb = &sentence.tokens[before];
        matches!(&*verb.text, "comes" | "come" | "is" | "are")
            && matches!(&*verb.lemma, "come" | "be")
    })
}

#[cfg(test)]
mod tests;
