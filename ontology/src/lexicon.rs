use crate::word_list::WordLists;
use crate::{Gender, Offices, WordList};
use rustc_hash::{FxHashMap, FxHashSet};

/// Words about offices, speech and metonymy that are no relation patterns.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Offices and titles by their lower-case words: "prime minister", "secretary of state".
    pub offices: Offices,
    /// Nouns that name a kind of body, with the class it has: "ministry" → `GovernmentAgency`.
    pub organisation_nouns: FxHashMap<String, String>,
    /// Nouns that name people in a role, never a name: "spokesman", "aides", "protesters" → class.
    pub person_nouns: FxHashMap<String, String>,
    /// Nouns that name a kind of place: "province", "river", "airport" → class.
    pub place_nouns: FxHashMap<String, String>,
    /// Nouns that name a kind of event: "summit", "election" → class.
    pub event_nouns: FxHashMap<String, String>,
    /// Courtesy titles that are part of no name, without full stop: "Mr", "Dr", "Sir".
    pub honorifics: Vec<String>,
    /// Phrases that stand for another entity when they act: "kremlin" → label of its gazetteer entry.
    pub metonyms: FxHashMap<String, String>,
    /// Offices that one state alone has by this name: "secretary of state" → label of its gazetteer entry.
    pub national_offices: FxHashMap<String, String>,
    /// Adjectives of votes that fill an office: "presidential" → label of the post, "President".
    pub elective_adjectives: FxHashMap<String, String>,
    /// Letters beside a politician's name, in their capitals: "D" → label of the party's gazetteer entry.
    pub party_letters: FxHashMap<String, String>,
    /// Letters before the name of a ship: "USS", "HMS".
    pub ship_prefixes: FxHashSet<String>,
    /// Words before, after or joined to an office by a hyphen: "former", "elect", "deputy".
    pub office_modifiers: FxHashMap<String, OfficeModifier>,
    /// Nouns that name a kind of agreement, plan, artefact or topic: "treaty" → `Agreement`.
    pub thing_nouns: FxHashMap<String, String>,
    /// Plurals that with "both" or "two" mean the two of a kind that the text is about → the class they have:
    /// "governments" → `Country`, "leaders" → `Person`.
    pub pair_nouns: FxHashMap<String, String>,
    /// Nouns and titles that tell a person's gender: "spokeswoman", "king", "Mrs".
    pub gendered_nouns: FxHashMap<String, Gender>,
    pub(crate) word_lists: WordLists,
}

impl Lexicon {
    /// Whether a list has a word: in lower case, verbs and nouns as their lemma.
    pub fn has(&self, list: WordList, word: &str) -> bool {
        self.words(list).contains(word)
    }

    /// The words of a list.
    pub fn words(&self, list: WordList) -> &FxHashSet<String> {
        self.word_lists.of(list)
    }
}

/// What a word beside an office says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeModifier {
    /// The holder has left the office: "former", "ex".
    Former,
    /// The holder has not taken it yet: "elect", "incoming".
    Future,
    /// The holder has it, perhaps for a time: "acting", "outgoing", "incumbent".
    Current,
    /// The word is part of the office's name and makes it another office: "deputy", "vice".
    OfOffice,
}
