use crate::{Gender, Offices};
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
    /// Offices that belong to a state unless the text names another body: "prime minister", "foreign secretary".
    pub state_offices: FxHashSet<String>,
    /// Offices whose "to" names the receiving side, never the body they belong to: "ambassador".
    pub envoy_offices: FxHashSet<String>,
    /// Offices whose holder is a state's top diplomat: "foreign minister", "secretary of state".
    pub chief_diplomats: FxHashSet<String>,
    /// Verbs whose object does or undergoes something as an actor, never as a place: "accuse", "urge".
    pub actor_verbs: FxHashSet<String>,
    /// Verbs by which something passes from its giver or seller to the subject: "buy", "obtain".
    pub transfer_verbs: FxHashSet<String>,
    /// Letters before the name of a ship: "USS", "HMS".
    pub ship_prefixes: FxHashSet<String>,
    /// Words before, after or joined to an office by a hyphen: "former", "elect", "deputy".
    pub office_modifiers: FxHashMap<String, OfficeModifier>,
    /// Nouns that name a kind of agreement, plan, artefact or topic: "treaty" → `Agreement`.
    pub thing_nouns: FxHashMap<String, String>,
    /// Nouns for forces and envoys that act for the state or body whose they are: "troops", "envoys".
    pub force_nouns: FxHashSet<String>,
    /// Nouns for weapons and means that act for their owner: "missile", "warplane".
    pub instrument_nouns: FxHashSet<String>,
    /// Verbs that leave the meaning to their object: "hold (talks)", "launch (an attack)".
    pub light_verbs: FxHashSet<String>,
    /// Nouns and titles that tell a person's gender: "spokeswoman", "king", "Mrs".
    pub gendered_nouns: FxHashMap<String, Gender>,
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
