//! How each corpus's labels of names are understood: the one place where conventions meet. Training has its own in
//! `train/encoder/names.py`.

use newsgraph_language::NameClass::{self, Event, Facility, Organisation, Person, Place, Product};

/// The class of a name that a corpus marks, by its label; none when it is no name to us.
pub(crate) type Convention = fn(&str) -> Option<NameClass>;

/// Universal NER: three kinds only; places and facilities are one.
pub(crate) fn three_kinds(label: &str) -> Option<NameClass> {
    match label {
        "PER" => Some(Person),
        "ORG" => Some(Organisation),
        "LOC" => Some(Place),
        _ => None,
    }
}

/// GUM's entity types, of entities that a proper noun heads. Works are objects or abstract; so are languages
/// and citations, which are no names to us, hence abstract ones stay open.
pub(crate) fn gum(label: &str) -> Option<NameClass> {
    match label {
        "person" => Some(Person),
        "organization" => Some(Organisation),
        "place" => Some(Place),
        "event" => Some(Event),
        "object" => Some(Product),
        _ => None,
    }
}

/// Heads of names that GUM calls places and we call facilities.
const FACILITY_HEADS: &[&str] = &[
    "Airport",
    "Arena",
    "Base",
    "Bridge",
    "Building",
    "Camp",
    "Castle",
    "Cathedral",
    "Center",
    "Centre",
    "Church",
    "Dam",
    "Hall",
    "Hospital",
    "Hotel",
    "House",
    "Library",
    "Mall",
    "Mosque",
    "Museum",
    "Palace",
    "Plant",
    "Plaza",
    "Port",
    "Prison",
    "School",
    "Stadium",
    "Station",
    "Temple",
    "Terminal",
    "Theater",
    "Theatre",
    "Tower",
    "Tunnel",
    "Museum",
    "Gallery",
    "Monument",
    "Memorial",
    "Fort",
    "Headquarters",
    "Refinery",
    "Reactor",
];

/// The class of a GUM place by the last word of its name.
pub(crate) fn gum_place(last_word: &str) -> NameClass {
    if FACILITY_HEADS.contains(&last_word) {
        Facility
    } else {
        Place
    }
}

/// Titles that head a mention without being a name: "the President of the Senate".
const TITLES: &[&str] = &[
    "president",
    "minister",
    "secretary",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "senator",
    "governor",
    "mayor",
    "chairman",
    "director",
    "ambassador",
    "general",
    "judge",
    "justice",
    "god",
    "lord",
    "sir",
    "madam",
    "mom",
    "dad",
    "mother",
    "father",
    "speaker",
    "congressman",
    "attorney",
    "officer",
    "commissioner",
    "mr.",
    "professor",
    "doctor",
    "dr.",
    "mum",
    "grandma",
    "captain",
    "emperor",
    "honor",
    "ceo",
];

/// Whether a word is a title rather than a name.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// Peoples and religions that no country's demonym covers.
const PEOPLES: &[&str] = &[
    "Muslim",
    "Muslims",
    "Christian",
    "Christians",
    "Jewish",
    "Jew",
    "Jews",
    "Islamic",
    "Islamist",
    "Hindu",
    "Hindus",
    "Buddhist",
    "Buddhists",
    "Catholic",
    "Catholics",
    "Sunni",
    "Sunnis",
    "Shia",
    "Shiite",
    "Shiites",
    "Shi'ite",
    "Orthodox",
    "Protestant",
    "Sikh",
    "Sikhs",
    "Kurdish",
    "Kurds",
    "Kurd",
    "Arab",
    "Arabs",
    "Rohingya",
    "Uyghur",
    "Uyghurs",
    "European",
    "Europeans",
    "African",
    "Africans",
    "Asian",
    "Asians",
    "Western",
    "Yazidi",
    "Druze",
    "Alawite",
    "Latino",
    "Hispanic",
    "Palestinian",
    "Palestinians",
    "Chechen",
    "Tibetan",
    "Roma",
    "Tamil",
    "Anglican",
];

/// Whether a capitalised word names a people by itself; the corpora leave such adjectives unmarked.
pub(crate) fn is_people(word: &str, is_demonym: bool) -> bool {
    is_demonym || PEOPLES.contains(&word)
}
