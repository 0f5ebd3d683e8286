//! The base of an inflected English verb, by dictionary: endings learnt from a treebank guess wrong for verbs that
//! the treebank does not have ("freed", "struck", "intervened").

use rustc_hash::{FxHashMap, FxHashSet};

/// Base forms of regular verbs, one a line.
const BASE_VERBS: &str = include_str!("base_verbs.txt");
/// A base form, a tab, then its irregular forms.
const IRREGULAR_VERBS: &str = include_str!("irregular_verbs.tsv");

/// Verbs by their base forms and by their irregular forms.
#[derive(Clone, Debug)]
pub(super) struct Verbs {
    bases: FxHashSet<&'static str>,
    irregular: FxHashMap<&'static str, &'static str>,
}

impl Default for Verbs {
    fn default() -> Self {
        let mut irregular = FxHashMap::default();
        for line in IRREGULAR_VERBS.lines() {
            let Some((base, forms)) = line.split_once('\t') else {
                continue;
            };
            for form in forms.split(' ') {
                irregular.entry(form).or_insert(base);
            }
        }
        Self {
            bases: BASE_VERBS.lines().collect(),
            irregular,
        }
    }
}

impl Verbs {
    pub(super) fn is_base(&self, form: &str) -> bool {
        self.bases.contains(form)
    }

    /// The base of an inflected form in lower case; none when the dictionary has no verb with this form.
    pub(super) fn base(&self, form: &str) -> Option<String> {
        if let Some(base) = self.irregular.get(form) {
            return Some((*base).to_owned());
        }
        regular_bases(form)
            .into_iter()
            .find(|base| self.bases.contains(base.as_str()))
    }
}

/// What a form may be inflected from, likeliest first: "hoped" from "hope" before "hop", which has "hopped".
fn regular_bases(form: &str) -> Vec<String> {
    let mut bases = Vec::new();
    if let Some(stem) = form
        .strip_suffix("ied")
        .or_else(|| form.strip_suffix("ies"))
    {
        bases.push(format!("{stem}y"));
    }
    if let Some(stem) = form.strip_suffix("ed").or_else(|| form.strip_suffix("ing")) {
        bases.push(format!("{stem}e"));
        bases.push(stem.to_owned());
        bases.extend(without_doubling(stem));
    }
    if let Some(stem) = form.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh", "o"]
            .iter()
            .any(|ending| stem.ends_with(ending))
    {
        bases.push(stem.to_owned());
    }
    if let Some(stem) = form.strip_suffix('s') {
        bases.push(stem.to_owned());
    }
    bases
}

/// "plann" → "plan".
fn without_doubling(stem: &str) -> Option<String> {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    (last == before).then(|| stem.chars().take(stem.chars().count() - 1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_base() {
        let verbs = Verbs::default();
        for (form, base) in [
            ("freed", "free"),
            ("struck", "strike"),
            ("intervened", "intervene"),
            ("planned", "plan"),
            ("hoped", "hope"),
            ("denies", "deny"),
            ("clashes", "clash"),
            ("suing", "sue"),
            ("vying", "vie"),
            ("agreed", "agree"),
        ] {
            assert_eq!(verbs.base(form).as_deref(), Some(base), "{form}");
        }
    }

    #[test]
    fn words_that_are_no_verbs_have_no_base() {
        assert_eq!(Verbs::default().base("xylophoned"), None);
        assert_eq!(Verbs::default().base("ing"), None);
    }

    #[test]
    fn the_lists_are_sorted_and_without_repetition() {
        for list in [BASE_VERBS, IRREGULAR_VERBS] {
            let lines: Vec<&str> = list.lines().collect();
            assert!(lines.iter().all(|line| !line.trim().is_empty()));
        }
        let bases: Vec<&str> = BASE_VERBS.lines().collect();
        assert!(bases.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
