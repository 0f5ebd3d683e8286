//! The grammar of `ng:pattern`, explained at the head of `relations.ttl`.

use crate::{Pattern, PatternPos, Slot, SlotName};

const PREPOSITIONS: &[&str] = &[
    "about",
    "across",
    "after",
    "against",
    "along",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "beside",
    "between",
    "beyond",
    "by",
    "concerning",
    "despite",
    "during",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "past",
    "regarding",
    "since",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "versus",
    "via",
    "with",
    "within",
    "without",
];

/// Words between a noun and its complement: the noun before them is the head of the trigger.
const LINKS: &[&str] = &["of", "to", "for", "in", "on", "at", "with"];

const ARTICLES: &[&str] = &["a", "an", "the"];

/// The patterns that a pattern string stands for: one for each trigger and condition it lists.
///
/// # Errors
/// What is wrong with the string, in words.
pub(super) fn parse_patterns(text: &str) -> Result<Vec<Pattern>, String> {
    let (triggers, rest) = text
        .split_once(": ")
        .ok_or("expected LEMMA(POS): SUBJECT -> OBJECT, as in \"annex(v): subj -> obj\"")?;
    let (lemmas, pos) = parse_triggers(triggers)?;
    let (slots, conditions) = split_conditions(rest)?;
    let (subject, object) = slots
        .split_once(" -> ")
        .ok_or("expected \" -> \" between the subject's and the object's slots")?;
    let subject = parse_slots(subject)?;
    let object = parse_slots(object)?;
    let mut patterns = Vec::new();
    for trigger in lemmas {
        for &condition in &conditions {
            patterns.push(Pattern {
                lemmas: head_first(trigger, pos),
                pos,
                subject: subject.clone(),
                object: object.clone(),
                condition: condition.map(str::to_owned),
                source: source(trigger, triggers, slots, condition),
            });
        }
    }
    Ok(patterns)
}

/// The pattern string for this one trigger and condition alone.
fn source(trigger: &str, triggers: &str, slots: &str, condition: Option<&str>) -> String {
    let pos = &triggers[triggers.len() - 3..];
    let condition = condition.map_or_else(String::new, |word| format!(" [{word}]"));
    format!("{trigger}{pos}: {slots}{condition}")
}

fn parse_triggers(text: &str) -> Result<(Vec<&str>, PatternPos), String> {
    let (lemmas, pos) = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .ok_or_else(|| {
            format!("expected a part of speech after \"{text}\", as in \"{text}(v)\"")
        })?;
    let pos = match pos {
        "v" => PatternPos::Verb,
        "n" => PatternPos::Noun,
        "a" => PatternPos::Adjective,
        "p" => PatternPos::Preposition,
        "x" => PatternPos::Construction,
        _ => {
            return Err(format!(
                "\"{pos}\" is no part of speech; use v (verb), n (noun), a (adjective), p (preposition) \
                 or x (construction)"
            ));
        }
    };
    let lemmas: Vec<&str> = lemmas.split('|').collect();
    match lemmas.iter().find(|lemma| !is_trigger(lemma)) {
        Some(wrong) => Err(format!(
            "\"{wrong}\" is no trigger; write lower-case words with one space between them"
        )),
        None => Ok((lemmas, pos)),
    }
}

fn is_trigger(text: &str) -> bool {
    text.split(' ').all(|word| {
        word.starts_with(|first: char| first.is_ascii_lowercase())
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '-' || c == '\'')
            && !(ARTICLES.contains(&word) && word == text)
    })
}

/// The words without articles, the head first: the first word of a verb, adjective or preposition; for a
/// noun the word before a preposition, else the last.
fn head_first(trigger: &str, pos: PatternPos) -> Vec<String> {
    let mut words: Vec<String> = trigger
        .split(' ')
        .filter(|word| !ARTICLES.contains(word))
        .map(str::to_owned)
        .collect();
    if pos == PatternPos::Noun {
        let link = words
            .iter()
            .skip(1)
            .position(|word| LINKS.contains(&word.as_str()));
        let head = link.unwrap_or(words.len().saturating_sub(1));
        words[..=head].rotate_right(1);
    }
    words
}

/// The slots, and the alternative conditions: one `None` when there is no condition.
fn split_conditions(text: &str) -> Result<(&str, Vec<Option<&str>>), String> {
    let Some((slots, conditions)) = text.split_once(" [") else {
        return Ok((text, vec![None]));
    };
    let conditions = conditions
        .strip_suffix(']')
        .ok_or("a condition ends with \"]\", and nothing follows it")?;
    let conditions: Vec<Option<&str>> = conditions.split('|').map(Some).collect();
    let is_word = |word: &&str| is_trigger(word) && !word.contains(' ');
    if conditions.iter().flatten().all(is_word) {
        Ok((slots, conditions))
    } else {
        Err("a condition is one lower-case word, or several with | between them".to_owned())
    }
}

fn parse_slots(text: &str) -> Result<Vec<Slot>, String> {
    text.split('|').map(parse_slot).collect()
}

/// `NAME[&][(noun)][:Class]`
fn parse_slot(text: &str) -> Result<Slot, String> {
    let (rest, class) = match text.split_once(':') {
        Some((rest, class)) => (rest, Some(parse_class(class)?)),
        None => (text, None),
    };
    let (rest, noun) = match rest.split_once('(') {
        Some((rest, noun)) => (rest, Some(parse_noun(noun)?)),
        None => (rest, None),
    };
    let (name, paired) = match rest.strip_suffix('&') {
        Some(name) => (name, true),
        None => (rest, false),
    };
    Ok(Slot {
        name: parse_slot_name(name)?,
        paired,
        noun,
        class,
    })
}

fn parse_class(text: &str) -> Result<String, String> {
    let valid = text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric());
    valid.then(|| text.to_owned()).ok_or_else(|| {
        format!("\":{text}\" names no class; write the class's name, as in \"obj:Place\"")
    })
}

fn parse_noun(text: &str) -> Result<String, String> {
    text.strip_suffix(')')
        .filter(|noun| is_trigger(noun) && !noun.contains(' '))
        .map(str::to_owned)
        .ok_or_else(|| {
            format!("\"({text}\" is no dependent noun; write one word in brackets, as in \"between&(relation)\"")
        })
}

fn parse_slot_name(name: &str) -> Result<SlotName, String> {
    Ok(match name {
        "subj" => SlotName::Subject,
        "obj" => SlotName::Object,
        "obj2" => SlotName::SecondObject,
        "iobj" => SlotName::IndirectObject,
        "poss" => SlotName::Possessor,
        "comp" => SlotName::Complement,
        "self" => SlotName::Trigger,
        "that" => SlotName::ClauseSubject,
        "led" => SlotName::Led,
        "name" | "title" | "appos" | "place" => SlotName::Part(name.to_owned()),
        _ if PREPOSITIONS.contains(&name) => SlotName::Preposition(name.to_owned()),
        _ => {
            return Err(format!(
                "\"{name}\" is no slot; use subj, obj, obj2, iobj, poss, comp, self, that, led, a part of a \
                 construction (name, title, appos, place) or a preposition"
            ));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(name: SlotName) -> Slot {
        Slot {
            name,
            paired: false,
            noun: None,
            class: None,
        }
    }

    #[test]
    fn a_verb_pattern_names_subject_and_object() {
        let patterns = parse_patterns("annex(v): subj -> obj|to").unwrap();
        assert_eq!(patterns.len(), 1);
        assert_eq!(patterns[0].lemmas, ["annex"]);
        assert_eq!(patterns[0].pos, PatternPos::Verb);
        assert_eq!(patterns[0].subject, [slot(SlotName::Subject)]);
        assert_eq!(
            patterns[0].object,
            [
                slot(SlotName::Object),
                slot(SlotName::Preposition("to".to_owned()))
            ]
        );
        assert_eq!(patterns[0].condition, None);
        assert_eq!(patterns[0].source, "annex(v): subj -> obj|to");
    }

    #[test]
    fn alternative_triggers_and_conditions_are_patterns_of_their_own() {
        let patterns = parse_patterns("fire|launch(v): subj -> at [missile|rocket]").unwrap();
        let sources: Vec<&str> = patterns
            .iter()
            .map(|pattern| pattern.source.as_str())
            .collect();
        assert_eq!(
            sources,
            [
                "fire(v): subj -> at [missile]",
                "fire(v): subj -> at [rocket]",
                "launch(v): subj -> at [missile]",
                "launch(v): subj -> at [rocket]",
            ]
        );
    }

    #[test]
    fn the_head_of_a_trigger_comes_first_and_articles_go() {
        let lemmas = |text: &str| parse_patterns(text).unwrap().remove(0).lemmas;
        assert_eq!(
            lemmas("hold a meeting(v): subj -> with"),
            ["hold", "meeting"]
        );
        assert_eq!(lemmas("air strike(n): poss -> on"), ["strike", "air"]);
        assert_eq!(
            lemmas("head of state(n): self -> of"),
            ["head", "of", "state"]
        );
        assert_eq!(
            lemmas("right hand man of(n): self -> of"),
            ["man", "right", "hand", "of"]
        );
    }

    #[test]
    fn a_slot_can_be_paired_beside_a_noun_and_of_a_class() {
        let pattern = parse_patterns("sour(v): between&(tie) -> obj:Place")
            .unwrap()
            .remove(0);
        assert!(pattern.subject[0].paired);
        assert_eq!(pattern.subject[0].noun.as_deref(), Some("tie"));
        assert_eq!(pattern.object[0].class.as_deref(), Some("Place"));
    }

    #[test]
    fn what_is_no_pattern_is_explained() {
        let problem = |text: &str| parse_patterns(text).unwrap_err();
        assert!(problem("annex subj -> obj").starts_with("expected LEMMA(POS)"));
        assert!(problem("annex(q): subj -> obj").starts_with("\"q\" is no part of speech"));
        assert!(problem("annex(v): subj, obj").starts_with("expected \" -> \""));
        assert!(problem("annex(v): subj -> objekt").starts_with("\"objekt\" is no slot"));
        assert!(problem("Annex(v): subj -> obj").starts_with("\"Annex\" is no trigger"));
        assert!(problem("annex(v): subj -> obj [Crimea]").starts_with("a condition is"));
        assert!(problem("annex(v): subj -> obj [x").starts_with("a condition ends"));
        assert!(problem("annex(v): subj -> obj:place").starts_with("\":place\" names no class"));
    }
}
