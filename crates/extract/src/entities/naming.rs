//! Which names mean the same entity: short forms, surnames, abbreviations.

use super::reading::Reading;
use super::span::NameSpan;
use newsgraph_ontology::{GazetteerId, WordList};

/// Why a first name, or the family name that stands first in some languages, is taken for a person.
pub(super) const FIRST_PART: &str = "first part of the full name";

/// The words of a name in lower case, without articles, dots and possessive marks: what two spellings of one
/// name share.
pub(super) fn name_key(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ','))
        .map(|word| {
            word.trim_end_matches("'s")
                .trim_end_matches("’s")
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    let skip = usize::from(words.len() > 1 && words[0] == "the");
    words[skip..].join(" ")
}

/// The key of a name in a text: a firm's without its legal form, for "Vulcan Corp." goes on as "Vulcan".
pub(super) fn span_key(reading: Reading<'_>, span: &NameSpan) -> String {
    let key = name_key(&span.name);
    if span.class == "PoliticalOrganisation" {
        // "the Labour Party" is "Labour" as well.
        let bare = key.strip_suffix(" party").map(str::to_owned);
        return bare.unwrap_or(key);
    }
    if span.class != "Company" {
        return key;
    }
    let lexicon = &reading.ontology.lexicon;
    let mut words: Vec<&str> = key.split(' ').collect();
    while let [_, .., last] = words.as_slice()
        && (lexicon.has(WordList::FirmForm, last) || *last == "and")
    {
        words.pop();
    }
    let stem = words.join(" ");
    let means_people = reading.ontology.gazetteer.demonym(&stem).is_some();
    if means_people { key } else { stem }
}

/// What is known of a name when it is compared with others.
#[derive(Clone, Debug)]
pub(super) struct NameForm {
    pub(super) key: String,
    pub(super) class: String,
    pub(super) gazetteer: Option<GazetteerId>,
    words: Vec<String>,
    initials: Initials,
}

impl NameForm {
    pub(super) fn of(reading: Reading<'_>, span: &NameSpan) -> Self {
        let key = span_key(reading, span);
        Self {
            words: key.split(' ').map(str::to_owned).collect(),
            initials: Initials::of(&key),
            key,
            class: span.class.clone(),
            gazetteer: span.gazetteer,
        }
    }

    pub(super) fn is_person(&self) -> bool {
        self.class == "Person"
    }
}

/// Why a name is taken for a short form of another.
pub(super) fn short_form_of(
    reading: Reading<'_>,
    short: &NameForm,
    full: &NameForm,
) -> Option<&'static str> {
    if short.key == full.key || short.words.len() > full.words.len() {
        return None;
    }
    if full.is_person() {
        return person_short_form(short, full);
    }
    if short.is_person() || short.gazetteer.is_some() && full.gazetteer.is_some() {
        return None;
    }
    let reason = if short.words.len() > 1 && full.words.ends_with(&short.words) {
        "the end of the full name"
    } else if full.initials.are(&short.key) {
        "the initials of the full name"
    } else if full.class == "Company"
        && short.gazetteer.is_none()
        && full.words.starts_with(&short.words)
    {
        "the beginning of the firm's name"
    } else {
        return None;
    };
    let organisation =
        |class: &str| reading.is_a(class, "Organisation") || reading.is_a(class, "Agreement");
    (organisation(&short.class) && organisation(&full.class)).then_some(reason)
}

fn person_short_form(short: &NameForm, full: &NameForm) -> Option<&'static str> {
    if short.gazetteer.is_some() && !short.is_person() || full.words.len() < 2 {
        return None;
    }
    if !short.is_person() && short.words.len() > 1 {
        return None;
    }
    if full.words.ends_with(&short.words) {
        return Some("surname of the full name");
    }
    if !short.is_person() {
        return None;
    }
    let same_ends = short.words.len() > 1
        && short.words.first() == full.words.first()
        && short.words.last() == full.words.last();
    if same_ends {
        return Some("first and last name of the full name");
    }
    (short.words.len() == 1 && full.words.first() == short.words.first()).then_some(FIRST_PART)
}

const UNCOUNTED: &[&str] = &["of", "the", "and", "for", "in", "on", "to", "de", "la"];

/// The initials of a name, with and without those of small words: what "IAEA" is made of.
#[derive(Clone, Debug)]
pub(super) struct Initials {
    all: String,
    without_small: String,
}

impl Initials {
    /// Of a name key.
    pub(super) fn of(key: &str) -> Self {
        let initials = |counts: &dyn Fn(&&str) -> bool| -> String {
            key.split(' ')
                .filter(counts)
                .filter_map(|word| word.chars().next())
                .collect()
        };
        Self {
            all: initials(&|_| true),
            without_small: initials(&|word| !UNCOUNTED.contains(word)),
        }
    }

    /// Whether the key of another name is made of them.
    pub(super) fn are(&self, short: &str) -> bool {
        (self.without_small == short || self.all == short)
            && (2..=8).contains(&short.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        assert_eq!(name_key("The U.N."), name_key("UN"));
        assert_eq!(name_key("Kenya's"), "kenya");
        assert_eq!(name_key("al-Masri"), "al masri");
    }

    #[test]
    fn initials_leave_out_small_words() {
        let initials = Initials::of("bank of new harbour");
        assert!(initials.are("bnh"));
        assert!(initials.are("bonh"));
        assert!(!initials.are("bnx"));
    }
}
