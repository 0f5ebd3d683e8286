//! Text to paragraphs: lines, unless the text is hard-wrapped.

use std::ops::Range;

/// A paragraph of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph<'t> {
    /// Byte offset of `text`.
    pub(crate) start: usize,
    /// Without white space around it.
    pub(crate) text: &'t str,
    /// Whether no blank line separates it from the paragraph before.
    pub(crate) follows_directly: bool,
}

impl Paragraph<'_> {
    /// Where it stands, in bytes of the text.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// The longest line that a person or a mail program wraps at.
const WIDEST_WRAP: usize = 120;
/// How many line breaks must fit a right margin before it counts as one.
const FEWEST_BREAKS: usize = 4;

struct Line<'t> {
    start: usize,
    text: &'t str,
    after_blank: bool,
}

/// The paragraphs of a text in order.
///
/// A line is a paragraph, as web pages and feeds write it, unless the whole text is wrapped at a right
/// margin: then a paragraph is what stands between blank lines.
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let lines = lines(text);
    if !is_hard_wrapped(&lines) {
        return lines.iter().map(Paragraph::from).collect();
    }
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    for line in &lines {
        match paragraphs.last_mut() {
            Some(open) if !line.after_blank => {
                open.text = &text[open.start..line.start + line.text.len()];
            }
            _ => paragraphs.push(Paragraph::from(line)),
        }
    }
    paragraphs
}

impl<'t> From<&Line<'t>> for Paragraph<'t> {
    fn from(line: &Line<'t>) -> Self {
        Self {
            start: line.start,
            text: line.text,
            follows_directly: !line.after_blank,
        }
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut start = 0;
    for raw in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let content = raw.trim();
        if content.is_empty() {
            // The two halves of "\r\n" are no blank line.
            after_blank |= raw != "\n" || !text[..start].ends_with('\r');
        } else {
            lines.push(Line {
                start: start + raw.len() - raw.trim_start().len(),
                text: content,
                after_blank,
            });
            after_blank = false;
        }
        start += raw.len();
    }
    lines
}

/// Whether every line breaks only where the next word would have crossed the right margin.
fn is_hard_wrapped(lines: &[Line<'_>]) -> bool {
    let width = lines
        .iter()
        .map(|line| line.text.chars().count())
        .max()
        .unwrap_or(0);
    if width > WIDEST_WRAP {
        return false;
    }
    let breaks = lines.windows(2).filter(|pair| !pair[1].after_blank);
    let (mut at_margin, mut all) = (0, 0);
    for pair in breaks {
        let next_word = pair[1].text.split_whitespace().next().unwrap_or_default();
        all += 1;
        if pair[0].text.chars().count() + 1 + next_word.chars().count() > width {
            at_margin += 1;
        }
    }
    all >= FEWEST_BREAKS && at_margin * 5 >= all * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text)
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        let text = "Dam bursts\r\n\r\n  Villages were flooded.  \nPolice came.\rMore rain is due.";
        assert_eq!(
            texts(text),
            [
                "Dam bursts",
                "Villages were flooded.",
                "Police came.",
                "More rain is due."
            ]
        );
        let direct: Vec<_> = paragraphs(text)
            .iter()
            .map(|p| p.follows_directly)
            .collect();
        assert_eq!(direct, [false, false, true, true]);
        for paragraph in paragraphs(text) {
            assert_eq!(&text[paragraph.range()], paragraph.text);
        }
    }

    #[test]
    fn wrapped_lines_belong_to_one_paragraph() {
        let text = "Dam bursts in the north\n\nVillages along the river were flooded\nwhen the old dam gave way \
                    on Tuesday\nnight, officials of the province told\nreporters. Nobody was hurt.\n\nThe dam was \
                    built in the nineteen\nsixties to feed a paper mill further\ndown the river.";
        assert_eq!(texts(text).len(), 3);
    }
}
