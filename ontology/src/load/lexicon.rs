use super::statements::{Statement, Statements};
use super::vocabulary::{CLASS, local_name};
use crate::{Gender, Lexicon, Office, OfficeModifier, OfficeRank, OntologyError, WordList};

/// The words of every file. Each property hangs on what the words stand for: a class, a rank, a kind of
/// modifier, a gender.
pub(crate) fn read_lexicon(statements: &Statements) -> Result<Lexicon, OntologyError> {
    let mut lexicon = Lexicon::default();
    for (subject, statement) in statements.in_file_order() {
        if let Some(property) = statement.predicate.strip_prefix(super::vocabulary::NG) {
            read_words(&mut lexicon, subject, property, statement)
                .map_err(|problem| statements.invalid(subject, statement, problem))?;
            check_class(statements, subject, property, statement)?;
        }
    }
    Ok(lexicon)
}

fn check_class(
    statements: &Statements,
    subject: &str,
    property: &str,
    statement: &Statement,
) -> Result<(), OntologyError> {
    let of_classes = [
        "organisationNoun",
        "personNoun",
        "placeNoun",
        "eventNoun",
        "thingNoun",
        "pairNoun",
    ];
    if of_classes.contains(&property) && !statements.is_a(subject, CLASS) {
        let class = statements.short(subject, subject);
        return Err(statements.invalid(
            subject,
            statement,
            format!("ng:{property} belongs to a class, and {class} is not declared as owl:Class"),
        ));
    }
    Ok(())
}

fn read_words(
    lexicon: &mut Lexicon,
    subject: &str,
    property: &str,
    statement: &Statement,
) -> Result<(), String> {
    let text = statement.text().unwrap_or_default().trim();
    let name = local_name(subject);
    let key = || text.to_lowercase();
    if let Some(list) = WordList::of_property(property) {
        if text.is_empty() {
            return Err(format!("ng:{property} takes a word in quotation marks"));
        }
        lexicon.word_lists.add(list, key());
        return Ok(());
    }
    match property {
        "office" => {
            let (words, label) = parse_office(text)?;
            lexicon.offices.insert(
                words,
                Office {
                    label,
                    rank: rank(name)?,
                },
            );
        }
        "officeModifier" => {
            lexicon.office_modifiers.insert(key(), modifier(name)?);
        }
        "genderedNoun" => {
            lexicon.gendered_nouns.insert(key(), gender(name)?);
        }
        "metonym" => {
            let (words, referent) = parse_pair(text, property, "Kremlin = Russia")?;
            lexicon.metonyms.insert(words, referent);
        }
        "nationalOffice" => {
            let (words, state) = parse_pair(text, property, "taoiseach = Ireland")?;
            lexicon.national_offices.insert(words, state);
        }
        "electiveAdjective" => {
            let (words, office) = parse_pair(text, property, "presidential = President")?;
            lexicon.elective_adjectives.insert(words, office);
        }
        "partyLetters" => {
            let (letters, party) = split_pair(text, property, "D = Democratic Party")?;
            lexicon
                .party_letters
                .insert(letters.to_owned(), party.to_owned());
        }
        "shipPrefix" => {
            lexicon.ship_prefixes.insert(text.to_owned());
        }
        "organisationNoun" => insert(&mut lexicon.organisation_nouns, key(), name),
        "personNoun" => insert(&mut lexicon.person_nouns, key(), name),
        "placeNoun" => insert(&mut lexicon.place_nouns, key(), name),
        "eventNoun" => insert(&mut lexicon.event_nouns, key(), name),
        "thingNoun" => insert(&mut lexicon.thing_nouns, key(), name),
        "pairNoun" => insert(&mut lexicon.pair_nouns, key(), name),
        "honorific" => lexicon
            .honorifics
            .push(text.trim_end_matches('.').to_owned()),
        _ => {}
    }
    Ok(())
}

fn insert(map: &mut rustc_hash::FxHashMap<String, String>, words: String, class: &str) {
    map.insert(words, class.to_owned());
}

/// `WORDS = NAME`; the words in lower case.
fn parse_pair(text: &str, property: &str, example: &str) -> Result<(String, String), String> {
    let (words, name) = split_pair(text, property, example)?;
    Ok((words.to_lowercase(), name.to_owned()))
}

/// `WORDS = NAME`, both as they are written.
fn split_pair<'t>(
    text: &'t str,
    property: &str,
    example: &str,
) -> Result<(&'t str, &'t str), String> {
    text.split_once(" = ")
        .ok_or_else(|| format!("{property} \"{text}\": expected WORDS = NAME, as in \"{example}\""))
}

/// `WORDS`, or `WORDS = Label` where the post is written otherwise than in the words' own capitals.
fn parse_office(text: &str) -> Result<(String, String), String> {
    let (words, label) = match text.split_once(" = ") {
        Some((words, label)) => (words, label.to_owned()),
        None => (text, title_case(text)),
    };
    if words.is_empty() || label.is_empty() {
        return Err(format!(
            "office \"{text}\": expected WORDS or WORDS = LABEL"
        ));
    }
    Ok((words.to_lowercase(), label))
}

/// Each word with a capital, but for the small ones between; words with capitals of their own ("CEO") stay.
fn title_case(words: &str) -> String {
    let small = ["of", "for", "the", "and", "to", "in", "on", "at", "de"];
    let capitalise = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !small.contains(&word) => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    };
    let words: Vec<String> = words.split(' ').map(capitalise).collect();
    words.join(" ")
}

fn rank(name: &str) -> Result<OfficeRank, String> {
    Ok(match name {
        "HeadRank" => OfficeRank::Head,
        "OfficialRank" => OfficeRank::Official,
        "StaffRank" => OfficeRank::Staff,
        "MemberRank" => OfficeRank::Member,
        "TitleRank" => OfficeRank::Title,
        _ => {
            return Err(format!(
                "ng:office belongs to ng:HeadRank, ng:OfficialRank, ng:StaffRank, ng:MemberRank or \
                 ng:TitleRank, not to {name}"
            ));
        }
    })
}

fn modifier(name: &str) -> Result<OfficeModifier, String> {
    Ok(match name {
        "FormerHolder" => OfficeModifier::Former,
        "FutureHolder" => OfficeModifier::Future,
        "CurrentHolder" => OfficeModifier::Current,
        "OfOffice" => OfficeModifier::OfOffice,
        _ => {
            return Err(format!(
                "ng:officeModifier belongs to ng:FormerHolder, ng:FutureHolder, ng:CurrentHolder or \
                 ng:OfOffice, not to {name}"
            ));
        }
    })
}

fn gender(name: &str) -> Result<Gender, String> {
    Ok(match name {
        "Female" => Gender::Female,
        "Male" => Gender::Male,
        _ => {
            return Err(format!(
                "ng:genderedNoun belongs to ng:Female or ng:Male, not to {name}"
            ));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_labelled_as_a_post_is_written() {
        let office = |text| parse_office(text).unwrap();
        assert_eq!(
            office("secretary of state"),
            (
                "secretary of state".to_owned(),
                "Secretary of State".to_owned()
            )
        );
        assert_eq!(office("CEO"), ("ceo".to_owned(), "CEO".to_owned()));
        assert_eq!(
            office("PM = Prime Minister"),
            ("pm".to_owned(), "Prime Minister".to_owned())
        );
    }
}
