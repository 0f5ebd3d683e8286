//! What a paragraph is by its own form, wherever it stands: rules over typography and fixed phrases of news
//! pages, never over content.

use crate::calendar::{MONTH, WEEKDAY, constant_regex};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The form of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing but a date, perhaps with a time and "Published".
    DateLine,
    /// "By Ana Ruiz and Jan Novak".
    Byline,
    /// Who made or owns the text or picture, and nothing else.
    Credit,
    /// The text of a picture, by its marks.
    Caption,
    /// Links, invitations, legal lines.
    Boilerplate,
    /// Short, without a full stop: a heading, if it heads something.
    Heading,
    /// Anything else.
    Prose,
}

/// The longest line that is looked at for the form of furniture.
const LONGEST_FURNITURE: usize = 200;
/// The longest heading.
const LONGEST_HEADING: usize = 160;

static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(&format!(
        r"(?ix) ^ (?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|issued)(?:\s+on|\s+at)?:?\s+)?
          (?:{WEEKDAY},?\s+)?
          (?: {MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}} | \d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}
            | \d{{4}}-\d{{2}}-\d{{2}} )
          (?: [\s,|·–—T-]+ (?:at\s+)? \d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})? .{{0,20}} )? [.]? $"
    ))
});

static DATE_LINE_PREFIX: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(&format!(
        r"(?x) ^ {WEEKDAY},?\s+ (?:{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}) \s+ (?P<rest>[\p{{Lu}}\x22“'‘])"
    ))
});

const CAPITALISED: &str = r"[\p{Lu}][\p{L}\p{M}.'’-]*";

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(&format!(
        r"(?x) ^ (?:(?:Story|Written|Reported|Analysis|Opinion)\s+)? (?:[Bb]y|BY):? \s+ {CAPITALISED}
          (?:(?:,|\s+(?:and|in|for|of|de|van|von|der|la|al|bin|\|))?\s+{CAPITALISED})* $"
    ))
});

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(
        r"(?x) ^ \(? (?i: (?:image|photo|picture|photograph|video|graphic|illustration|map|file\s+photo|photo\s+credit|image\s+credit|credit|source)s?
             \s* (?: : | \s(?:by|credit:|courtesy(?:\s+of)?|from|via)\s ) | (?:additional\s+)?(?:reporting|editing|writing|compiled)\s+by\s ) ",
    )
});

static CREDIT_TAIL: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(
        r"(?x) (?:^|[.!?\x22”)\]]\s+) (?P<credit> [\[(]? (?i:image|photo|picture|photograph|credit|photo\s+credit|source|courtesy) \s* :
             \s* [^.:!?]{1,60} (?:[.]|[)\]])* | [\[(]\s*[A-Z][\w\x20.'’-]{1,40}(?:/[A-Z][\w\x20.'’-]{1,40})+[\])][.]? ) $",
    )
});

static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(
        r"(?x) \b(?: Reuters|REUTERS|AFP|AP|Associated\s+Press|Agence\s+France-Presse|Getty(?:\s+Images)?|EPA(?:-EFE)?|TASS|Xinhua|Bloomberg
             |UPI|DPA|dpa|ANSA|PTI|Kyodo(?:\s+News)?|Anadolu(?:\s+Agency)?|Shutterstock|Agencies|Press\s+Association|PA\s+Media|Wikimedia\s+Commons )\b",
    )
});

static CREDIT_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(&format!(
        r"(?x) ^ [(\[]? (?:{CAPITALISED}|\d+) (?: \s*[/,|·–—-]\s* | \s+ )?
          (?: (?:{CAPITALISED}|\d+|dpa|and|via|with|for|of|from|through|the|staff|agencies|&) (?: \s*[/,|·]\s* | \s+[–—-]\s+ | \s+ | $ | [)\]] ) )* [)\]]? $"
    ))
});

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(
        r"(?x) ^ \[ (?i:image|photo|picture|caption|video) \b
          | ^ \(?(?i: (?:in\s+this\s+)?(?:undated\s+)?(?:file|handout)\s+(?:photo|picture|image) | in\s+this\s+(?:photo|picture|image) | caption\s*: | pictured\s*: | (?:a\s+)?(?:file\s+)?photo\s+(?:shows|taken) )
          | ^ [^.!?]{0,160} ; \s from \s file \b
          | ^ [^.!?]{0,160} \( (?: L | R | C | (?i: left | right | centre | center | front | back | top | bottom | pictured(?:\s\w+)? | far\s+(?:left|right) | (?:second|third)\s+from\s+(?:left|right) ) ) \)",
    )
});

static BOILERPLATE: LazyLock<Regex> = LazyLock::new(|| {
    constant_regex(
        r"(?xi) ^ (?: read\s+(?:more|also|next|the\s+full)\b | see\s+also\b | related(?:\s+(?:articles?|stories|topics|content|news))?\s*(?::|$) | more\s+on\s+this\b | more\s+from\b
            | sign\s+up\b | subscribe\b | get\s+(?:our|the)\s+.{0,40}newsletter | newsletter\b | follow\s+(?:us|our|@|the\s+.{0,30}\bon\s+(?:twitter|facebook|x\b)) | like\s+us\s+on | join\s+us\s+on
            | share\s*(?:$|:|this\b|on\b|via\b|article\b|save\b) | (?:click|tap)\s+(?:here|to)\b | (?:advertisement|sponsored|promoted)\b.{0,20}$ | story\s+continues\b | continue\s+reading\b | skip\s+(?:to|past)\b
            | listen\s+to\s+this\b | watch\s*: | watch\s+(?:live|now|more)\b | download\s+(?:our|the)\s+.{0,30}app | copyright\b | ©| \(c\)\s*\d{4} | all\s+rights\s+reserved | terms\s+of\s+(?:use|service) | privacy\s+policy
            | cookies?\s+(?:policy|settings) | comments?\s*(?:\(\d+\))?$ | \d+\s+comments?$ | print$ | e-?mail$ | tags?\s*: | topics?\s*: | filed\s+under\b | this\s+(?:article|story)\s+(?:was|has\s+been|is|originally|first)\s
            | \d+\s+min(?:ute)?s?\s+read | \#{3} | -\s*30\s*-$ | ends$ | \*\s*\*\s*\*  | [-–—_=*•.\s]+$ | https?://\S+$ | www\.\S+$ )
            | all\s+rights\s+reserved\.?$",
    )
});

/// The form of a paragraph.
pub(crate) fn shape(text: &str) -> Shape {
    let characters = text.chars().take(LONGEST_FURNITURE + 1).count();
    if CAPTION.is_match(head(text, 400)) && characters > 12 {
        return Shape::Caption;
    }
    if characters > LONGEST_FURNITURE {
        return Shape::Prose;
    }
    if DATE_LINE.is_match(text) {
        Shape::DateLine
    } else if BOILERPLATE.is_match(text) {
        Shape::Boilerplate
    } else if BYLINE.is_match(text) {
        Shape::Byline
    } else if is_credit(text) {
        Shape::Credit
    } else if characters <= LONGEST_HEADING && !ends_a_sentence(text) {
        Shape::Heading
    } else {
        Shape::Prose
    }
}

/// Where a credit begins at the end of a caption: "… in Lima. Photo: Ana Ruiz/AFP", in bytes.
pub(crate) fn credit_tail(text: &str) -> Option<Range<usize>> {
    const TAIL: usize = 160;
    let mut from = text.len().saturating_sub(TAIL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let captures = CREDIT_TAIL.captures(&text[from..])?;
    let credit = captures.name("credit")?;
    (from + credit.start() > 0).then(|| from + credit.start()..from + credit.end())
}

/// How many bytes of a paragraph are a date line that a sentence follows directly.
pub(crate) fn date_line_prefix(text: &str) -> Option<usize> {
    let captures = DATE_LINE_PREFIX.captures(head(text, 80))?;
    captures.name("rest").map(|rest| rest.start())
}

fn is_credit(text: &str) -> bool {
    const LONGEST_CREDIT: usize = 100;
    if CREDIT.is_match(text) {
        return true;
    }
    text.len() <= LONGEST_CREDIT
        && !text.ends_with(['.', '?', '!'])
        && AGENCY.is_match(text)
        && CREDIT_WORDS.is_match(text)
}

/// Whether the last sign closes a sentence.
pub(crate) fn ends_a_sentence(text: &str) -> bool {
    const CLOSERS: [char; 8] = ['"', '”', '\'', '’', ')', ']', '»', ' '];
    let bare = text.trim_end_matches(CLOSERS);
    let last_word = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
    // "U.S." and "a.m." end a headline without ending a sentence.
    let abbreviation = last_word.matches('.').count() > 1 && !last_word.contains("..");
    bare.ends_with(['.', '!', '?', '…', ':', ';', ',']) && !abbreviation
}

/// The first bytes of a text, cut at a character.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(shape_expected: Shape, texts: &[&str]) {
        for text in texts {
            assert_eq!(shape(text), shape_expected, "{text}");
        }
    }

    #[test]
    fn date_lines() {
        all(
            Shape::DateLine,
            &[
                "Tuesday, March 3, 2020",
                "3 March 2020",
                "Published: 3 March 2020, 10:15 GMT",
                "Last updated on March 3, 2020 at 4:05 PM EST",
                "2020-03-03",
            ],
        );
        all(
            Shape::Heading,
            &["March 3, 2020 was a dark day", "March of the farmers"],
        );
    }

    #[test]
    fn bylines() {
        all(
            Shape::Byline,
            &[
                "By Ana Ruiz",
                "By Ana Ruiz and Jan Novak in Lima",
                "BY ANA RUIZ, Staff Writer",
            ],
        );
        all(
            Shape::Heading,
            &["By the numbers: a year of strikes", "By boat to Lampedusa"],
        );
    }

    #[test]
    fn credits() {
        all(
            Shape::Credit,
            &[
                "REUTERS/Ana Ruiz",
                "Lima Herald and Agencies",
                "Photo: Ana Ruiz/AFP",
                "Ana Ruiz/Getty Images",
                "AFP via Getty Images",
                "(Reporting by Ana Ruiz; editing by Jan Novak)",
                "Image credit: Ana Ruiz",
            ],
        );
        all(
            Shape::Heading,
            &[
                "Reuters to cut jobs in Asia",
                "AP wins two prizes for photography",
            ],
        );
    }

    #[test]
    fn captions() {
        all(
            Shape::Caption,
            &[
                "[image: ships in the harbour of Callao]",
                "Foreign Minister Ana Ruiz (L) greets Jan Novak in Lima.",
                "In this file photo, farmers block a road near Cusco.",
                "Ana Ruiz; from file, 2019.",
                "Ruiz (left) and Novak (right) after the talks.",
            ],
        );
    }

    #[test]
    fn boilerplate() {
        all(
            Shape::Boilerplate,
            &[
                "Read more: Farmers block roads",
                "Sign up for our newsletter",
                "Share this article",
                "© 2020 Lima Herald. All rights reserved.",
                "Advertisement",
                "* * *",
            ],
        );
        all(
            Shape::Prose,
            &[
                "Shares of the mine fell by half.",
                "Subscribers fled the service.",
            ],
        );
        all(
            Shape::Heading,
            &["Shares of mine fall", "Related firms fall"],
        );
    }

    #[test]
    fn a_credit_at_the_end_of_a_caption_is_found() {
        let text = "Ruiz on her way to the talks. Photo: Jan Novak.";
        assert_eq!(&text[credit_tail(text).unwrap()], "Photo: Jan Novak.");
        let text = "A burnt car in Lima. (Jan Novak/AFP)";
        assert_eq!(&text[credit_tail(text).unwrap()], "(Jan Novak/AFP)");
        assert_eq!(
            credit_tail("She named the source: a bank in Lima which paid"),
            None
        );
    }

    #[test]
    fn a_date_before_the_first_sentence_is_found() {
        let text = "Thursday, March 5, 2020 On Tuesday, the port closed.";
        assert_eq!(
            &text[date_line_prefix(text).unwrap()..],
            "On Tuesday, the port closed."
        );
        assert_eq!(
            date_line_prefix("Thursday, March 5, 2020, was a dark day."),
            None
        );
        assert_eq!(
            date_line_prefix("Thursday, March 5, 2020 was a dark day."),
            None
        );
    }
}
