//! Numbers, and what is counted in them: money, shares, measures.

use super::words::Words;
use crate::Upos;
use newsgraph_ontology::QuantityWord as Kind;

/// The first word of a number after words that say it is not exact: "about", "more than", "up to".
pub(super) fn after_approximation(words: &Words<'_>, at: usize) -> usize {
    const TWO: [[&str; 2]; 11] = [
        ["more", "than"],
        ["less", "than"],
        ["fewer", "than"],
        ["at", "least"],
        ["at", "most"],
        ["up", "to"],
        ["close", "to"],
        ["no", "more"],
        ["no", "fewer"],
        ["no", "less"],
        ["an", "estimated"],
    ];
    let starts = |phrase: &[&str; 2]| words.is(at, &phrase[..1]) && words.is(at + 1, &phrase[1..]);
    if let Some(phrase) = TWO.iter().find(|phrase| starts(phrase)) {
        return at + 2 + usize::from(phrase[0] == "no" && words.is(at + 2, &["than"]));
    }
    let as_many = words.is(at, &["as"])
        && words.is(at + 1, &["many", "much", "few", "little"])
        && words.is(at + 2, &["as"]);
    if as_many {
        return at + 3;
    }
    at + usize::from(words.has(at, Kind::Approximation))
}

/// Numbers, one or from one to another: "about 20", "3 - 5", "between ten and twelve", "two hundred thousand".
pub(super) fn amount(words: &Words<'_>, at: usize) -> Option<usize> {
    let at = after_approximation(words, at);
    if words.is(at, &["between"]) {
        let and = number(words, at + 1)?;
        return number(words, and + 1).filter(|_| words.is(and, &["and"]));
    }
    let end = number(words, at)?;
    if words.is_hyphen(end) || words.is(end, &["to"]) {
        return Some(number(words, end + 1).unwrap_or(end));
    }
    Some(end)
}

/// One number in digits or words.
pub(super) fn number(words: &Words<'_>, at: usize) -> Option<usize> {
    let article = words.is(at, &["a", "an"]);
    let half = words.is(at, &["half"]) && words.is(at + 1, &["a", "an"]);
    let mut end = at + usize::from(article) + 2 * usize::from(half);
    if article || half {
        end = scale(words, end)?;
    } else if words.is_digits(at) || is_number_word(words, at) {
        end += 1;
    } else if words.has(at, Kind::Scale) && words.text(at).ends_with('s') {
        return Some(many(words, at));
    } else {
        return None;
    }
    loop {
        end = match scale(words, end) {
            Some(end) => end,
            None if words.is_hyphen(end)
                && words.has(end - 1, Kind::Number)
                && is_number_word(words, end + 1) =>
            {
                end + 2
            }
            None if words.has(end - 1, Kind::Scale) && is_number_word(words, end) => end + 1,
            None if words.has(end - 1, Kind::Scale)
                && words.is(end, &["and"])
                && is_number_word(words, end + 1) =>
            {
                end + 2
            }
            None => return Some(end),
        };
    }
}

fn is_number_word(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Kind::Number) && matches!(words.upos(at), Upos::Num | Upos::Noun | Upos::Adj)
}

/// "million", "bn"; "m" and "k" only behind the number of a sum, where they are no unit.
fn scale(words: &Words<'_>, at: usize) -> Option<usize> {
    let sum = at > 1 && words.has(at - 2, Kind::CurrencySign);
    let clear = words.text(at).len() > 1 || sum;
    (clear && words.has(at, Kind::Scale)).then_some(at + 1)
}

/// "dozens", "hundreds of thousands".
fn many(words: &Words<'_>, at: usize) -> usize {
    match words.is(at + 1, &["of"]) && words.has(at + 2, Kind::Scale) {
        true => at + 3,
        false => at + 1,
    }
}

/// "$5 million", "€3–4bn", "300 Swiss francs", "USD 20".
pub(super) fn money(words: &Words<'_>, at: usize) -> Option<usize> {
    let start = after_approximation(words, at);
    let signed = words.has(start, Kind::CurrencySign) || words.has(start, Kind::CurrencyCode);
    if signed {
        let end = number(words, start + 1)?;
        let to = end + usize::from(words.is_hyphen(end) || words.is(end, &["to"]));
        let to = to + usize::from(to > end && words.has(to, Kind::CurrencySign));
        let end = Some(to)
            .filter(|&to| to > end)
            .and_then(|to| number(words, to))
            .unwrap_or(end);
        return Some(end + usize::from(words.has(end, Kind::Currency)));
    }
    let end = amount(words, at)?;
    if words.is_hyphen(end) && !words.is(end + 1, &["pound"]) && is_currency(words, end + 1) {
        return Some(end + 2);
    }
    let stated = matches!(words.upos(end), Upos::Adj | Upos::Propn);
    let end = end + usize::from(stated && !is_currency(words, end) && is_currency(words, end + 1));
    is_currency(words, end).then_some(end + 1)
}

fn is_currency(words: &Words<'_>, at: usize) -> bool {
    let noun = matches!(
        words.upos(at),
        Upos::Noun | Upos::Propn | Upos::Sym | Upos::X
    );
    noun && (words.has(at, Kind::Currency) || words.has(at, Kind::CurrencyCode))
        || matches!(words.text(at), "€" | "$" | "£")
}

/// "12%", "about 3.5 per cent", "two percentage points".
pub(super) fn percent(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = amount(words, at)?;
    let end = end + usize::from(words.is_hyphen(end));
    if words.is(end, &["per"]) && words.is(end + 1, &["cent"]) {
        return Some(end + 2);
    }
    if words.is(end, &["percentage"]) && words.is(end + 1, &["point", "points"]) {
        return Some(end + 2);
    }
    words.has(end, Kind::Percent).then_some(end + 1)
}

/// "40 km", "two square miles", "60 miles per hour", "five feet ten inches".
pub(super) fn quantity(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut end = measure(words, at)?;
    while let Some(further) = number(words, end).and_then(|_| measure(words, end)) {
        end = further;
    }
    let per = words.is(end, &["per", "an", "a", "/"]) && words.has(end + 1, Kind::MeasureRate);
    Some(end + 2 * usize::from(per))
}

fn measure(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = amount(words, at)?;
    let unit = end + usize::from(words.is_hyphen(end));
    let unit = unit + usize::from(words.has(unit, Kind::MeasureModifier));
    let counted = !matches!(
        words.upos(unit),
        Upos::Verb | Upos::Aux | Upos::Adv | Upos::Adp
    );
    (counted && words.has(unit, Kind::Measure)).then_some(unit + 1)
}

/// A number that counts nothing of the above.
pub(super) fn cardinal(words: &Words<'_>, at: usize) -> Option<usize> {
    let end = amount(words, at)?;
    let numeral = (at..end).any(|at| {
        words.upos(at) == Upos::Num || words.has(at, Kind::Scale) && words.upos(at) == Upos::Noun
    });
    numeral.then_some(end)
}
