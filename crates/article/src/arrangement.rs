//! The parts of an article: each paragraph's function, from its form and from what stands around it.
//!
//! The arrangement is the one that news pages and agencies share: headline, standfirst, byline and date,
//! then running text between pictures and subheadings, then footers. Without a headline (a one-paragraph
//! item) all prose is body.

use crate::calendar::{constant_regex, names_full_weekday_date};
use crate::dateline::dateline;
use crate::paragraph::{Paragraph, paragraphs};
use crate::shape::{Shape, credit_tail, date_line_prefix, ends_a_sentence, shape};
use newsgraph_model::{Region, RegionKind, Span, TextIndex};
use regex::Regex;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The longest headline that ends like a sentence and still is taken for one, because metadata say so.
const LONGEST_HEADLINE: usize = 300;
/// The longest standfirst.
const LONGEST_STANDFIRST: usize = 400;
/// The most words of a subheading.
const SUBHEADING_WORDS: usize = 12;

/// The parts of a text in order; `title` is the headline as the metadata give it.
pub(crate) fn regions(text: &str, title: Option<&str>) -> Vec<Region> {
    let paragraphs = paragraphs(text);
    let kinds = Arrangement::new(&paragraphs, title).kinds();
    let index = TextIndex::new(text);
    let mut regions = Vec::with_capacity(paragraphs.len());
    for (paragraph, kind) in paragraphs.iter().zip(kinds) {
        for (kind, bytes) in divide(paragraph, kind) {
            regions.push(Region {
                kind,
                span: Span::new(index.char_of(bytes.start), index.char_of(bytes.end)),
            });
        }
    }
    regions
}

struct Arrangement<'p, 't> {
    paragraphs: &'p [Paragraph<'t>],
    shapes: Vec<Shape>,
    headline: Option<usize>,
    /// First paragraph of running text.
    opening: usize,
}

impl<'p, 't> Arrangement<'p, 't> {
    fn new(paragraphs: &'p [Paragraph<'t>], title: Option<&str>) -> Self {
        let shapes: Vec<Shape> = paragraphs
            .iter()
            .map(|paragraph| shape(paragraph.text))
            .collect();
        let headline = headline(paragraphs, &shapes, title);
        let mut arrangement = Self {
            paragraphs,
            shapes,
            headline,
            opening: 0,
        };
        arrangement.mark_captions();
        arrangement.opening = arrangement.find_opening();
        arrangement
    }

    /// Pictures show by more than their form: the same text twice, a credit in the line below, or a
    /// sentence with weekday and full date beside a credit.
    fn mark_captions(&mut self) {
        let mut copies: HashMap<&str, usize> = HashMap::new();
        for paragraph in self.paragraphs {
            *copies.entry(paragraph.text).or_default() += 1;
        }
        for at in 0..self.paragraphs.len() {
            let text = self.paragraphs[at].text;
            let repeated = copies.get(text).is_some_and(|&count| count > 1);
            let credited_below =
                self.is(at + 1, Shape::Credit) && self.paragraphs[at + 1].follows_directly;
            let beside_credit = self.is(at + 1, Shape::Credit)
                || at
                    .checked_sub(1)
                    .is_some_and(|before| self.is(before, Shape::Credit));
            let shows_picture = repeated
                || credited_below
                || credit_tail(text).is_some()
                || self.is_label_above_opening(at)
                || beside_credit && names_full_weekday_date(text);
            let may_be = matches!(self.shapes[at], Shape::Prose | Shape::Heading);
            if shows_picture && may_be && Some(at) != self.headline {
                self.shapes[at] = Shape::Caption;
            }
        }
    }

    /// "ships in the harbour of Callao." between headline and running text: no sentence starts small.
    fn is_label_above_opening(&self, at: usize) -> bool {
        let above = [
            Shape::DateLine,
            Shape::Byline,
            Shape::Caption,
            Shape::Credit,
        ];
        let text = self.paragraphs[at].text;
        let in_head = self.headline.is_some_and(|headline| {
            headline < at
                && self.shapes[headline + 1..at]
                    .iter()
                    .all(|shape| above.contains(shape))
        });
        in_head && starts_small(text) && text.chars().count() <= LONGEST_STANDFIRST
    }

    fn is(&self, at: usize, shape: Shape) -> bool {
        self.shapes.get(at) == Some(&shape)
    }

    /// The first prose after the headline that is no standfirst.
    fn find_opening(&self) -> usize {
        let after_headline = self.headline.map_or(0, |headline| headline + 1);
        let first_prose = self.next(Shape::Prose, after_headline);
        if self.headline.is_none() || !self.is_standfirst(first_prose) {
            return first_prose;
        }
        self.next(Shape::Prose, first_prose + 1)
    }

    /// Index of the next paragraph of this form; the number of paragraphs when there is none.
    fn next(&self, shape: Shape, from: usize) -> usize {
        (from..self.shapes.len())
            .find(|&at| self.shapes[at] == shape)
            .unwrap_or(self.shapes.len())
    }

    /// A short prose paragraph right below the headline, set off from the running text by byline, date,
    /// picture or credit.
    fn is_standfirst(&self, at: usize) -> bool {
        let furniture = [
            Shape::Byline,
            Shape::DateLine,
            Shape::Caption,
            Shape::Credit,
        ];
        let below_headline = self.headline.is_some_and(|headline| headline + 1 == at);
        let set_off = self
            .shapes
            .get(at + 1)
            .is_some_and(|next| furniture.contains(next));
        below_headline
            && set_off
            && self.next(Shape::Prose, at + 1) < self.shapes.len()
            && self.paragraphs[at].text.chars().count() <= LONGEST_STANDFIRST
            && dateline(self.paragraphs[at].text).is_none()
    }

    fn kinds(&self) -> Vec<RegionKind> {
        (0..self.paragraphs.len()).map(|at| self.kind(at)).collect()
    }

    fn kind(&self, at: usize) -> RegionKind {
        if Some(at) == self.headline {
            return RegionKind::Headline;
        }
        match self.shapes[at] {
            Shape::DateLine => RegionKind::Dateline,
            Shape::Byline => RegionKind::Byline,
            Shape::Credit => RegionKind::Credit,
            Shape::Caption => RegionKind::Caption,
            Shape::Boilerplate => RegionKind::Boilerplate,
            Shape::Prose if at < self.opening && self.headline.is_some() => RegionKind::Standfirst,
            Shape::Prose => RegionKind::Body,
            Shape::Heading => self.heading_kind(at),
        }
    }

    /// A heading heads something: before the running text it belongs to the headline, at the end of the
    /// page it is a footer.
    fn heading_kind(&self, at: usize) -> RegionKind {
        let text = self.paragraphs[at].text;
        let prose_follows = self.next(Shape::Prose, at + 1) < self.shapes.len();
        let is_list_item = text.starts_with(['-', '•', '*', '–', '·', '▪']);
        let small = starts_small(text);
        if at < self.opening && self.headline.is_some() {
            return match (
                small,
                self.headline.map(|headline| headline + 1) == Some(at),
            ) {
                (true, _) => RegionKind::Caption,
                (false, true) => RegionKind::Standfirst,
                (false, false) => RegionKind::Boilerplate,
            };
        }
        if self.is_listed(at) {
            return RegionKind::Body;
        }
        let few_words = text.split_whitespace().count() <= SUBHEADING_WORDS;
        if is_list_item || !few_words || small {
            RegionKind::Body
        } else if prose_follows {
            RegionKind::Subheading
        } else {
            RegionKind::Boilerplate
        }
    }
}

impl Arrangement<'_, '_> {
    /// An entry of a list, such as of results: of the form of an entry, as the line beside it is, or a line below one
    /// that announces a list. Headings head something else than the next heading.
    fn is_listed(&self, at: usize) -> bool {
        let is_entry =
            |at: usize| self.is(at, Shape::Heading) && is_entry(self.paragraphs[at].text);
        // "Ana Ruiz, Reform Party, Lima"
        let is_item = |at: usize| {
            is_entry(at) || self.is(at, Shape::Heading) && self.paragraphs[at].text.contains(", ")
        };
        let announced = || {
            let mut above = at.checked_sub(1);
            while let Some(line) = above.filter(|&line| is_item(line)) {
                above = line.checked_sub(1);
            }
            above.is_some_and(|line| self.paragraphs[line].text.ends_with(':'))
        };
        let near = |distance: usize| {
            is_entry(at + distance) || at.checked_sub(distance).is_some_and(is_entry)
        };
        is_entry(at) && (near(1) || near(2)) || is_item(at) && announced()
    }
}

/// "Northbury: Ana Ruiz", "Ana Ruiz (Reform)", "Ward 3 - Ana Ruiz": two names beside each other, and no more.
fn is_entry(text: &str) -> bool {
    static ENTRY: LazyLock<Regex> = LazyLock::new(|| {
        constant_regex(
            r"(?x) ^ (?: \d{1,3}[.)]\s )? [\p{Lu}\d*•-] [^.!?]{0,80}? (?: :\s+\p{Lu} | \s[–—-]\s\p{Lu} | \s\(\p{L} [^)]{0,60} \) )",
        )
    });
    ENTRY.is_match(text)
}

/// The paragraph that is the headline: the one that the metadata name, or the first line, when it is set
/// like a heading.
fn headline(paragraphs: &[Paragraph<'_>], shapes: &[Shape], title: Option<&str>) -> Option<usize> {
    let named = title.and_then(|title| {
        paragraphs
            .iter()
            .take(3)
            .position(|p| p.text.len() <= LONGEST_HEADLINE && same_words(p.text, title))
    });
    named.or_else(|| {
        let first = shapes.iter().position(|shape| {
            !matches!(
                shape,
                Shape::Boilerplate | Shape::DateLine | Shape::Byline | Shape::Credit
            )
        })?;
        let is_heading =
            shapes[first] == Shape::Heading || is_question_above_prose(paragraphs, shapes, first);
        (is_heading && dateline(paragraphs[first].text).is_none()).then_some(first)
    })
}

/// "Will the port reopen?" over an article.
fn is_question_above_prose(paragraphs: &[Paragraph<'_>], shapes: &[Shape], at: usize) -> bool {
    const LONGEST_QUESTION: usize = 120;
    let text = paragraphs[at].text;
    text.ends_with(['?', '!'])
        && text.len() <= LONGEST_QUESTION
        && ends_a_sentence(text)
        && !text[..text.len() - 1].contains(['.', '?', '!'])
        && shapes[at + 1..].contains(&Shape::Prose)
}

fn starts_small(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase)
}

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// Divides a paragraph whose start or end has another function than the rest; in bytes of the text.
fn divide(paragraph: &Paragraph<'_>, kind: RegionKind) -> Vec<(RegionKind, Range<usize>)> {
    let whole = paragraph.range();
    match kind {
        RegionKind::Body => {
            let prefix = date_line_prefix(paragraph.text).or_else(|| dateline(paragraph.text));
            prefix.map_or_else(
                || vec![(kind, whole.clone())],
                |length| split(paragraph, length, RegionKind::Dateline, kind),
            )
        }
        RegionKind::Caption => credit_tail(paragraph.text).map_or_else(
            || vec![(kind, whole.clone())],
            |credit| split(paragraph, credit.start, kind, RegionKind::Credit),
        ),
        _ => vec![(kind, whole)],
    }
}

fn split(
    paragraph: &Paragraph<'_>,
    at: usize,
    first: RegionKind,
    second: RegionKind,
) -> Vec<(RegionKind, Range<usize>)> {
    let (left, right) = paragraph.text.split_at(at);
    let left_end = paragraph.start + left.trim_end().len();
    let right_start = paragraph.start + paragraph.text.len() - right.trim_start().len();
    vec![
        (first, paragraph.start..left_end),
        (second, right_start..paragraph.range().end),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use RegionKind::{
        Body, Boilerplate, Byline, Caption, Credit, Dateline, Headline, Standfirst, Subheading,
    };

    fn parts(text: &str) -> Vec<(RegionKind, &str)> {
        let index = TextIndex::new(text);
        regions(text, None)
            .into_iter()
            .map(|region| (region.kind, index.slice(region.span)))
            .collect()
    }

    fn kinds(text: &str) -> Vec<RegionKind> {
        parts(text).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn a_page_with_every_part() {
        let text = "Farmers block roads in Peru\n\nThe blockade is the third since March.\n\nBy Ana Ruiz\n\n\
                    3 March 2020\n\nFarmers stand beside a burning lorry near Cusco.\nAna Ruiz/AFP\n\n\
                    LIMA (Reuters) - Farmers blocked roads on Tuesday.\n\nThe government sent police.\n\n\
                    Old grievances\n\nThe tax was raised in 2018.\n\nRead more: Tax rises\n\nPage 2";
        assert_eq!(
            parts(text),
            [
                (Headline, "Farmers block roads in Peru"),
                (Standfirst, "The blockade is the third since March."),
                (Byline, "By Ana Ruiz"),
                (Dateline, "3 March 2020"),
                (Caption, "Farmers stand beside a burning lorry near Cusco."),
                (Credit, "Ana Ruiz/AFP"),
                (Dateline, "LIMA (Reuters) -"),
                (Body, "Farmers blocked roads on Tuesday."),
                (Body, "The government sent police."),
                (Subheading, "Old grievances"),
                (Body, "The tax was raised in 2018."),
                (Boilerplate, "Read more: Tax rises"),
                (Boilerplate, "Page 2"),
            ]
        );
    }

    #[test]
    fn a_single_paragraph_is_body() {
        assert_eq!(
            kinds("Farmers blocked roads near Cusco on Tuesday."),
            [Body]
        );
        assert_eq!(
            kinds("Farmers blocked roads. The government sent police.\n"),
            [Body]
        );
    }

    #[test]
    fn a_lone_line_without_full_stop_is_a_headline() {
        assert_eq!(kinds("Farmers block roads near Cusco"), [Headline]);
    }

    #[test]
    fn prose_from_the_first_line_has_no_headline() {
        assert_eq!(
            kinds(
                "Farmers blocked roads.\n\nThe government sent police.\n\nA new tax\n\nIt was raised."
            ),
            [Body, Body, Subheading, Body]
        );
    }

    #[test]
    fn metadata_tell_a_headline_that_ends_like_a_sentence() {
        let text = "Farmers block roads.\n\nThe government sent police.";
        let kinds: Vec<_> = regions(text, Some("Farmers  block roads."))
            .iter()
            .map(|r| r.kind)
            .collect();
        assert_eq!(kinds, [Headline, Body]);
    }

    #[test]
    fn a_repeated_paragraph_is_a_caption() {
        let text = "Talks in Lima\n\nMinister Ruiz greets Novak.\n\nMinister Ruiz greets Novak.\n\nThe talks went well.";
        assert_eq!(kinds(text), [Headline, Caption, Caption, Body]);
    }

    #[test]
    fn agency_captions_have_weekday_and_full_date() {
        let text = "Talks in Lima\n\nThe talks began.\n\nThey went well.\n\nLima Herald and Agencies\n\nRuiz arrives at the palace, \
                    Friday, April 7, 2017, for a second day.\n\nShe smiled.";
        assert_eq!(kinds(text), [Headline, Body, Body, Credit, Caption, Body]);
    }

    #[test]
    fn a_date_line_may_run_into_the_first_sentence() {
        let text = "Port closes\n\nThursday, March 5, 2020 On Tuesday, the port closed.";
        assert_eq!(
            parts(text)[1..],
            [
                (Dateline, "Thursday, March 5, 2020"),
                (Body, "On Tuesday, the port closed.")
            ]
        );
    }

    #[test]
    fn a_label_above_the_running_text_is_a_caption() {
        let text = "Port closes\n\nMarch 5, 2020\n\nships in the harbour of Callao.\n\nOn Tuesday, the port closed.";
        assert_eq!(kinds(text), [Headline, Dateline, Caption, Body]);
    }

    #[test]
    fn a_question_may_be_the_headline() {
        assert_eq!(
            kinds("Will the port reopen?\n\nThe port of Lima has been closed."),
            [Headline, Body]
        );
        assert_eq!(kinds("Will the port reopen?"), [Body]);
    }

    #[test]
    fn entries_of_a_list_are_body() {
        let text = "Vote in Peru\n\nThe vote was held. These were elected:\n\nCusco: Ana Ruiz (Reform)\n\n\
                    Lima: Jan Novak (Unity)\n\nMore news\n\nPage 2";
        assert_eq!(
            kinds(text),
            [Headline, Body, Body, Body, Boilerplate, Boilerplate]
        );
    }

    #[test]
    fn lines_of_several_names_below_an_announcement_are_body() {
        let text = "Vote in Peru\n\nThe new members are:\n\nAna Ruiz, Reform Party, Cusco\n\n\
                    Jan Novak, Unity Party, Lima\n\nMore news";
        assert_eq!(kinds(text), [Headline, Body, Body, Body, Boilerplate]);
    }

    #[test]
    fn list_items_are_body() {
        let text = "What is at stake\n\nThree things matter:\n- the price of copper\n- the tax\n\nThe vote is near.";
        assert_eq!(kinds(text), [Headline, Body, Body, Body, Body]);
    }
}
