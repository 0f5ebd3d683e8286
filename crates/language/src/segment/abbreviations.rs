//! What a full stop after a word says: part of an abbreviation, or the end of a sentence.

/// How an abbreviation bears on the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something must follow: "Gen.", "No.", "vs.": it never ends a sentence.
    Leading,
    /// May stand last: "Inc.", "p.m.": ends a sentence when a sentence start follows.
    Closing,
}

/// Titles and other words that stand before what they belong to.
const LEADING: &[&str] = &[
    "adm", "amb", "approx", "asst", "atty", "ave", "blvd", "brig", "bros", "ca", "capt", "cf",
    "cmdr", "cmdre", "col", "comdr", "cpl", "cpt", "det", "dr", "e.g", "eg", "eng", "ens", "esp",
    "fr", "ft", "gen", "gov", "govs", "hon", "i.e", "ie", "insp", "lt", "maj", "messrs", "mlle",
    "mme", "mr", "mrs", "ms", "mt", "mx", "nr", "pres", "prof", "pte", "pvt", "rep", "reps", "rev",
    "sen", "sens", "sgt", "spc", "st", "ste", "supt", "v", "viz", "vs", "amb", "bgen", "ltgen",
    "majgen", "vp", "gens", "cols", "drs", "profs", "msgr", "no", "nos", "vol", "vols", "pp",
    "fig", "figs", "sec", "art", "ch", "para", "ref", "ext",
];

/// Abbreviations that only count as such before a number, being words of their own otherwise.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "art", "fig", "figs", "ch", "sec", "para", "ref", "p", "ext", "mar", "sat", "sun",
    "mon", "jan", "feb", "apr", "jun", "jul",
];

/// Abbreviations that may end a sentence.
const CLOSING: &[&str] = &[
    "al", "assn", "aug", "calif", "cent", "co", "colo", "conn", "corp", "cos", "dec", "dept",
    "dist", "div", "esq", "est", "etc", "feb", "fla", "fri", "ga", "ill", "inc", "ind", "intl",
    "jan", "jr", "kan", "ky", "lb", "lbs", "ltd", "mass", "md", "mfg", "mich", "minn", "mo",
    "mont", "neb", "nev", "nov", "oct", "okla", "ont", "oz", "ore", "pa", "plc", "pty", "que",
    "rd", "sept", "sep", "sr", "tenn", "tex", "thu", "thur", "thurs", "tue", "tues", "univ", "va",
    "vt", "wash", "wed", "wis", "wyo", "yrs", "hrs", "mins", "ph", "b", "c", "r", "llc", "nat",
    "natl", "gmbh", "bhd", "sdn", "a.k.a", "n.b", "mar", "apr", "jun", "jul", "sat", "sun", "mon",
];

/// Words that are abbreviations only when capitalised: "Wash.", "Ill.", "Co."; lower case they are words.
const CAPITALISED_ONLY: &[&str] = &[
    "art", "ave", "conn", "col", "cos", "dec", "det", "est", "fla", "fr", "ft", "ga", "gen", "gov",
    "hon", "ill", "ind", "kan", "ky", "maj", "mass", "md", "mich", "minn", "mo", "mont", "ms",
    "mt", "neb", "nev", "no", "nov", "oct", "ont", "ore", "pa", "pres", "que", "rep", "reps",
    "rev", "sec", "sen", "sep", "sept", "st", "tenn", "tex", "thu", "tue", "va", "vt", "wash",
    "wed", "wis", "wyo", "fri", "jan", "feb", "aug", "calif", "colo", "okla", "mar", "apr", "jun",
    "jul", "sat", "sun", "mon", "eng", "ens", "amb", "adm", "insp", "ch", "fig",
];

/// What the full stop after `word` makes of it; none when the stop stands alone.
///
/// `before_number` says whether a number follows the stop.
pub(super) fn abbreviation(word: &[char], before_number: bool) -> Option<Abbreviation> {
    let first = *word.first()?;
    let lower: String = word.iter().flat_map(|c| c.to_lowercase()).collect();
    if word.len() == 1 && first.is_alphabetic() && first.is_uppercase() {
        return (first != 'I').then_some(Abbreviation::Leading);
    }
    if is_dotted(word) {
        let leading = LEADING.contains(&lower.as_str());
        return Some(if leading {
            Abbreviation::Leading
        } else {
            Abbreviation::Closing
        });
    }
    if !first.is_uppercase() && CAPITALISED_ONLY.contains(&lower.as_str()) {
        return None;
    }
    let needs_number = BEFORE_NUMBER.contains(&lower.as_str());
    if needs_number && !before_number {
        return None;
    }
    let shouted = word.len() > 2 && word.iter().all(|c| c.is_uppercase());
    if LEADING.contains(&lower.as_str()) {
        Some(Abbreviation::Leading)
    } else if CLOSING.contains(&lower.as_str()) && (word.len() > 1 || before_number) && !shouted {
        Some(Abbreviation::Closing)
    } else {
        None
    }
}

/// Letters with stops between them: "U.S", "a.m", "Ph.D".
fn is_dotted(word: &[char]) -> bool {
    let mut parts = word.split(|&c| c == '.');
    word.contains(&'.')
        && parts.all(|part| (1..=2).contains(&part.len()) && part.iter().all(|c| c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str, before_number: bool) -> Option<Abbreviation> {
        abbreviation(&word.chars().collect::<Vec<_>>(), before_number)
    }

    #[test]
    fn titles_lead_and_company_forms_close() {
        assert_eq!(of("Gen", false), Some(Abbreviation::Leading));
        assert_eq!(of("Inc", false), Some(Abbreviation::Closing));
        assert_eq!(of("U.S", false), Some(Abbreviation::Closing));
        assert_eq!(of("J", false), Some(Abbreviation::Leading));
    }

    #[test]
    fn a_word_that_could_be_one_needs_its_number() {
        assert_eq!(of("No", false), None);
        assert_eq!(of("No", true), Some(Abbreviation::Leading));
        assert_eq!(of("wash", false), None);
        assert_eq!(of("election", false), None);
    }
}
