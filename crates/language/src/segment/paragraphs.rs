use std::ops::Range;

/// Lines at least this wide may be parts of a wrapped paragraph.
const NARROWEST_WRAP: usize = 40;
/// Wider lines are paragraphs of their own: no mail or newswire wraps so late.
const WIDEST_WRAP: usize = 120;

/// The paragraphs of `text[start..end]`: maximal stretches in which a sentence may run on.
///
/// A blank line ends a paragraph. So does a line break, unless the text is wrapped there: the line is as
/// full as the block's widest one lets it be, so that the next line's first word would not have fitted.
pub(super) fn paragraphs(text: &[char], start: usize, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut block = Vec::new();
    for line in lines(text, start, end) {
        if text[line.clone()].iter().all(|c| c.is_whitespace()) {
            join_wrapped(text, &mut block, &mut found);
        } else {
            block.push(line);
        }
    }
    join_wrapped(text, &mut block, &mut found);
    found
}

fn lines(text: &[char], start: usize, end: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut from = start;
    for (at, &c) in text.iter().enumerate().take(end).skip(start) {
        if is_line_break(c) {
            lines.push(from..at);
            from = at + 1;
        }
    }
    lines.push(from..end);
    lines
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Turns the lines of one block into paragraphs and empties the block.
fn join_wrapped(text: &[char], block: &mut Vec<Range<usize>>, found: &mut Vec<Range<usize>>) {
    let width = block
        .iter()
        .map(|line| trimmed_len(text, line))
        .max()
        .unwrap_or(0);
    let mut open: Option<Range<usize>> = None;
    for line in block.drain(..) {
        open = Some(match open.take() {
            Some(before) if is_wrap(text, width, &before, &line) => before.start..line.end,
            Some(before) => {
                found.push(before);
                line
            }
            None => line,
        });
    }
    found.extend(open);
}

fn is_wrap(text: &[char], width: usize, before: &Range<usize>, line: &Range<usize>) -> bool {
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) || starts_with_bullet(text, line) {
        return false;
    }
    let last_break = text[before.clone()].iter().rposition(|&c| is_line_break(c));
    let last_line = last_break.map_or(before.start, |at| before.start + at + 1)..before.end;
    let first_word = text[line.clone()]
        .iter()
        .skip_while(|c| c.is_whitespace())
        .take_while(|c| !c.is_whitespace())
        .count();
    trimmed_len(text, &last_line) + 1 + first_word > width
}

fn starts_with_bullet(text: &[char], line: &Range<usize>) -> bool {
    let mut visible = text[line.clone()].iter().skip_while(|c| c.is_whitespace());
    let bullet = visible
        .next()
        .is_some_and(|&c| super::shapes::is_bullet(c) || "*-–—".contains(c));
    bullet && visible.next().is_some_and(|c| c.is_whitespace())
}

fn trimmed_len(text: &[char], line: &Range<usize>) -> usize {
    let line = &text[line.clone()];
    let end = line
        .iter()
        .rposition(|c| !c.is_whitespace())
        .map_or(0, |at| at + 1);
    let start = line.iter().position(|c| !c.is_whitespace()).unwrap_or(end);
    end - start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        paragraphs(&characters, 0, characters.len())
            .into_iter()
            .map(|range| characters[range].iter().collect())
            .collect()
    }

    #[test]
    fn a_line_break_in_wrapped_text_does_not_end_a_paragraph() {
        let text = "The minister said on Friday that the two countries\nwould sign the treaty before the end of the year.\nThe next talks take place in Oslo.";
        assert_eq!(split(text).len(), 1);
    }

    #[test]
    fn short_lines_and_blank_lines_end_paragraphs() {
        assert_eq!(
            split("Talks resume\nThe two sides met in Oslo.\n\nThey agreed."),
            ["Talks resume", "The two sides met in Oslo.", "They agreed."]
        );
    }
}
