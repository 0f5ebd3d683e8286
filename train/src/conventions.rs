//! How each corpus's labels of names are understood: the one place where conventions meet.
//!
//! A corpus that marks fewer kinds of names than we do, or lumps some together, gives *partial* labels: a
//! marked name may be of several classes, and an unmarked word may still belong to a class the corpus does not
//! mark. The learner settles what is open (Fernandes and Brefeld 2011, "Learning from partially annotated
//! sequences").

use newsgraph_language::{
    NameClass::{self, Event, Facility, Nationality, Organisation, Person, Place, Product},
    linear::bilou::{self, LabelSet, OUTSIDE},
};

/// A set of classes, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClassSet(u8);

impl ClassSet {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ANY: Self = Self((1 << NameClass::ALL.len()) - 1);

    pub(crate) fn of(classes: &[NameClass]) -> Self {
        Self(
            classes
                .iter()
                .fold(0, |bits, &class| bits | 1 << class as u8),
        )
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn first(self) -> Option<NameClass> {
        self.iter().next()
    }

    fn iter(self) -> impl Iterator<Item = NameClass> {
        NameClass::ALL
            .iter()
            .copied()
            .filter(move |&class| self.0 >> class as u8 & 1 == 1)
    }

    /// The labels of a word that stands at `place` in a name of one of these classes.
    pub(crate) fn labels_at(self, place: bilou::Place) -> LabelSet {
        self.iter()
            .fold(0, |labels, class| labels | 1 << bilou::label(class, place))
    }

    /// The labels of a word that lies outside, or anywhere in an unmarked name of one of these classes.
    pub(crate) fn background_labels(self) -> LabelSet {
        use bilou::Place::{Begin, Inside, Last, Unit};
        [Begin, Inside, Last, Unit]
            .iter()
            .fold(1 << OUTSIDE, |labels, &place| {
                labels | self.labels_at(place)
            })
    }
}

/// What a corpus leaves unmarked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Convention {
    /// The classes of a marked name, by its label; none when it is no name to us.
    pub(crate) classes: fn(&str) -> ClassSet,
    /// The classes whose names the corpus does not mark.
    pub(crate) unmarked: &'static [NameClass],
}

/// Wikigold, after CoNLL 2003: MISC holds events, works and peoples.
pub(crate) const WIKIGOLD: Convention = Convention {
    classes: |label| match label {
        "PER" => ClassSet::of(&[Person]),
        "ORG" => ClassSet::of(&[Organisation]),
        "LOC" => ClassSet::of(&[Place, Facility]),
        "MISC" => ClassSet::of(&[Event, Product, Nationality]),
        _ => ClassSet::NONE,
    },
    unmarked: &[],
};

/// Universal NER and the Broad Twitter Corpus: three kinds only.
pub(crate) const THREE_KINDS: Convention = Convention {
    classes: |label| match label {
        "PER" => ClassSet::of(&[Person]),
        "ORG" => ClassSet::of(&[Organisation]),
        "LOC" => ClassSet::of(&[Place, Facility]),
        _ => ClassSet::NONE,
    },
    unmarked: &[Event, Product, Nationality],
};

/// WNUT 2017: a group is a band, team or body without being a company; peoples and events are unmarked.
pub(crate) const WNUT17: Convention = Convention {
    classes: |label| match label {
        "person" => ClassSet::of(&[Person]),
        "corporation" | "group" => ClassSet::of(&[Organisation]),
        "location" => ClassSet::of(&[Place, Facility]),
        "product" | "creative-work" => ClassSet::of(&[Product]),
        _ => ClassSet::NONE,
    },
    unmarked: &[Event, Nationality],
};

/// GUM's entity types, of entities that a proper noun heads. Works are objects or abstract; so are languages
/// and citations, which are no names to us, hence abstract ones stay open.
pub(crate) const GUM: Convention = Convention {
    classes: |label| match label {
        "person" => ClassSet::of(&[Person]),
        "organization" => ClassSet::of(&[Organisation]),
        "place" => ClassSet::of(&[Place]),
        "event" => ClassSet::of(&[Event]),
        "object" => ClassSet::of(&[Product]),
        _ => ClassSet::NONE,
    },
    unmarked: &[],
};

/// Links of Wikipedia's news items mark some names of any kind, once each.
pub(crate) const NEWS_LINKS: Convention = Convention {
    classes: |_| ClassSet::ANY,
    unmarked: NameClass::ALL,
};

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
pub(crate) fn gum_place(last_word: &str) -> ClassSet {
    ClassSet::of(&[if FACILITY_HEADS.contains(&last_word) {
        Facility
    } else {
        Place
    }])
}

/// The class of a gazetteer entry; empty where the entry's class says too little.
pub(crate) fn gazetteer_class(class: &str) -> ClassSet {
    match class {
        "Country" | "City" | "Territory" | "NaturalFeature" => ClassSet::of(&[Place]),
        "Facility" => ClassSet::of(&[Facility]),
        "Company"
        | "NewsOrganisation"
        | "GovernmentAgency"
        | "PoliticalOrganisation"
        | "Organisation"
        | "IntergovernmentalOrganisation"
        | "ArmedGroup"
        | "ArmedForce"
        | "Government" => ClassSet::of(&[Organisation]),
        _ => ClassSet::NONE,
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
