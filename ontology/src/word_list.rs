use rustc_hash::FxHashSet;

/// What extraction asks of a word that is no name, no office and no relation pattern: each list is a property of
/// `lexicon.ttl`, and any file adds words to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordList {
    /// Offices that belong to a state unless the text names another body: "prime minister", "foreign secretary".
    StateOffice,
    /// Offices whose "to" names the receiving side, never the body they belong to: "ambassador".
    EnvoyOffice,
    /// Offices whose holder is a state's top diplomat: "foreign minister", "secretary of state".
    ChiefDiplomat,
    /// Words of the offices of a deliberative body; its other members hold no post: "senator".
    SeatOffice,
    /// Offices by description: who has one leads or serves a body, but holds no post of that name: "strongman",
    /// "official".
    UntitledOffice,
    /// Offices that no state has: beside its adjective they tell where somebody is from: "director", "bishop".
    PrivateOffice,
    /// Verbs whose "it" is what was said or done before: "deny".
    StatementVerb,
    /// Verbs whose "until" lies ahead even when they stand in the past: "extend".
    ProlongingVerb,
    /// Nouns for bodies that towns have: "police".
    MunicipalNoun,
    /// Pasts of verbs that look like their presents: "beat".
    UnmarkedPast,
    /// Verbs of wishing, whose infinitive is not said to have happened: "call on her to resign".
    WishVerb,
    /// Fighters and others who act against a state or beside it: "rebels".
    IrregularNoun,
    /// Nouns for firms: "the Chicago company".
    FirmNoun,
    /// Nouns for deeds, whose "of" names who suffers them: "killing".
    DeedNoun,
    /// Adjectives and nouns that stand before the name of a party: "ruling", "opposition".
    PartyAdjective,
    /// Nouns for any kind of body: "group", "institution".
    AnyBodyNoun,
    /// Words in the names of bodies whose members are elected: "assembly", "council".
    ChamberNoun,
    /// Legal forms at the end of a firm's name: "Inc.", "PLC".
    FirmForm,
    /// What stands behind the "&" of a firm's name: "Co.", "Sons".
    FirmPartner,
    /// Offices that firms and associations have as well as states: "president", "secretary".
    BoardOffice,
    /// Offices of firms and associations alone: "chief executive".
    FirmOffice,
    /// Who set up the body, not who holds an office of it: "founder".
    FounderOffice,
    /// Words of staff that serve a state rather than come from it: "US spokesman", but "Kenyan researcher".
    StateStaff,
    /// Nouns whose "of" phrase is an office: "the post of governor".
    PostNoun,
    /// Modifiers that make the head of a body one of its officials: "deputy".
    JuniorModifier,
    /// Modifiers of a present holder that belong to what the office is called: "acting".
    TenureInTitle,
    /// Adjectives that belong to the name of an office: "foreign", "executive".
    OfficeAdjective,
    /// Adjectives that put someone at the head of their kind: "top", "chief".
    ChiefAdjective,
    /// Offices at the head of a group or gang, which lead no state that stands beside them: "gang leader".
    GroupOffice,
    /// Verbs of deciding, whose infinitive is what is decided: "voted 60 to 40 to expel".
    BallotVerb,
    /// Modifiers that turn what a noun says of somebody into the past: "former".
    PastModifier,
    /// Verbs whose object loses an office: "dismiss".
    RemovalVerb,
    /// Verbs whose subject leaves an office: "resign".
    DepartureVerb,
    /// Words for giving up or taking up an office that need not be named: "resign", "resignation", "swear in".
    OwnOfficeWord,
    /// Verbs whose complement is an office: "appoint".
    AppointmentVerb,
    /// Verbs of contests and successions, which in a participle behind an appointment tell what the one chosen did:
    /// "elected Sy, defeating Ruiz".
    ContestVerb,
    /// Verbs of coming together: who does so "for talks" takes part in them: "travel to Rome for talks".
    ComingVerb,
    /// Nouns for what someone means to do, told by an infinitive: "an attempt by rebels to seize Homs".
    IntentNoun,
    /// Verbs whose "as" names the subject's office: "serve".
    ServiceVerb,
    SuccessionVerb,
    SufferingNoun,
    /// Nouns that say what someone is to another; a country before them is their side: "counterpart".
    RelationalNoun,
    /// Nouns that can mean a country though they name another kind of place: "state".
    CountryNoun,
    /// Last words of names that take the article: "the Netherlands", "the Solomon Islands".
    ArticleNoun,
    /// Bodies that are called after who leads them: "the Kenya-led mission".
    CoalitionNoun,
    /// Adjectives that describe a body and are no part of what it is called: "entire".
    DescribingAdjective,
    /// Words that make a region of a country: "eastern Ghana".
    CompassAdjective,
    /// Words between "in" and a place that narrow it: "in downtown Oslo".
    RegionAdjective,
    /// Words of an article on a vote, where what stands behind candidates is their party: "ballot".
    VoteNoun,
    /// Nouns for a part, amount or kind: what they are parts of stands after "of".
    PartitiveNoun,
    /// Nouns for what can be hit and lies in a place, beside the nouns for places: "school", "convoy".
    SiteNoun,
    /// Words in the names of waters, which are no target: "a strike on a ship in the Red Sea".
    WaterNoun,
    /// Verbs for the use of a weapon, which then acts for whoever uses it: "fired rockets that hit Homs".
    LaunchVerb,
    /// Nouns for roads, which are called by their own name before the noun: "the BR-101 highway".
    RoadNoun,
    /// Nouns that "at" makes an occasion of what somebody does: "at the request of Chad".
    OccasionNoun,
    /// Verbs that find somebody guilty of a deed: "convicted of the murder of".
    ConvictionVerb,
    /// Verbs whose participle says whom a deed or measure is against: "airstrikes targeting rebels".
    AimingVerb,
    /// Verbs of answering with a deed: "responded with strikes".
    AnsweringVerb,
    /// Nouns for a run of events, each of which is one: "a round of talks".
    SeriesNoun,
    /// Nouns for what stands for its owner: domains ("India's economy"), words and deeds ("his remarks").
    PossessionNoun,
    /// Nouns for forces and envoys that act for the state or body whose they are: "troops", "envoys".
    ForceNoun,
    /// Nouns for weapons and means that act for their owner: "missile", "warplane".
    InstrumentNoun,
    /// Verbs whose object does or undergoes something as an actor, never as a place: "accuse", "urge".
    ActorVerb,
    /// Verbs whose subject can be a place as a place: "host".
    PlaceVerb,
    /// Verbs by which something passes from its giver or seller to the subject: "buy", "obtain".
    TransferVerb,
    /// Verbs that leave the meaning to their object: "hold (talks)", "launch (an attack)".
    LightVerb,
    /// Verbs that add only phase or setting to the event that their subject or object names, so that their time
    /// is its time: "the talks resumed on Monday".
    AspectVerb,
    /// Verbs that say of the event their subject names only that it takes place: "occur".
    OccurrenceVerb,
    /// Verbs whose subject, not object, does what the infinitive says: "promised them to leave".
    SubjectControlVerb,
    /// Words whose infinitive lies ahead of them even when they stand in the past: "agreed to meet on Friday".
    ProspectiveWord,
    /// People who act for themselves, although what bears on them bears on their country: "a ban on Kenyan athletes".
    CivilianNoun,
    /// Members of an armed group: what is done to them is done to the group: "operatives".
    MemberNoun,
    /// Deeds, sites and goods: what bears on them bears on whose they are: "condemned the Kenyan blockade".
    BelongingNoun,
    /// Storms, whose own name stands behind the noun: "Hurricane Ida".
    StormNoun,
    /// Who is for or against a state: a capital with one stands for its state: "Beijing's ally".
    BondNoun,
    /// Words with the name of a town after "of": "the outskirts of Homs".
    TownWord,
    /// Nouns for the parts of a larger body: "United Nations agencies, including the World Food Programme".
    UnitNoun,
    /// Bodies of citizens, which are none of the state that their name begins with: "association".
    CitizensBody,
    /// Sites and parts of places that are bodies or activities as often, and tell no class of a name: "center".
    AreaNoun,
    /// Words of heads of states and places, who need not lead the party beside them: "Labour mayor".
    StateHeadWord,
    /// Adjectives before a head of the whole state: "supreme leader", unlike "far-right leader".
    RulerAdjective,
    /// Verbs of appointment that put nobody into an office yet: "nominate".
    OpenChoiceVerb,
    /// Words that tell of a line above a list that the list names winners: "successful".
    WinningWord,
    /// Verbs of winning a vote: "clinch".
    WinningVerb,
    /// Verbs of harm, which happens when that does in which it happens: "killed in a raid on Friday".
    HarmVerb,
    /// Verbs that put a deed on somebody: "blamed Mali for the raid", "a raid attributed to Mali".
    BlamingVerb,
    /// Verbs whose object is what others do or plan: "foiled a plot to bomb the palace".
    OthersDeedVerb,
    /// Titles that people are named with: "Prince Karl".
    NameTitle,
    /// Ships, whose name stands behind the noun: "the frigate Castor".
    VesselNoun,
    /// Makers and families of aircraft, whose models follow: "Cessna 441".
    VehicleMaker,
    /// Verbs of taking and attacking, right before the name of a town: "besieged Homs".
    SiegeVerb,
    /// Verbs whose infinitive tells what the one behind "on" or "to" is to do: "called on Chad to withdraw".
    ObliqueControlVerb,
    /// Adjectives before the state in the name of one of its bodies: "Royal Thai Army".
    NationalAdjective,
    /// Goods that are called by their own name before the noun: "Cybertruck vehicles".
    ProductNoun,
    /// Verbs with which a company brings out a product: "unveil".
    ReleaseVerb,
}

impl WordList {
    /// Every list with the local name of its property.
    pub const PROPERTIES: [(Self, &'static str); 95] = [
        (Self::StateOffice, "stateOffice"),
        (Self::EnvoyOffice, "envoyOffice"),
        (Self::ChiefDiplomat, "chiefDiplomat"),
        (Self::SeatOffice, "seatOffice"),
        (Self::UntitledOffice, "untitledOffice"),
        (Self::BoardOffice, "boardOffice"),
        (Self::FirmOffice, "firmOffice"),
        (Self::PartyAdjective, "partyAdjective"),
        (Self::WishVerb, "wishVerb"),
        (Self::PrivateOffice, "privateOffice"),
        (Self::StatementVerb, "statementVerb"),
        (Self::ProlongingVerb, "prolongingVerb"),
        (Self::MunicipalNoun, "municipalNoun"),
        (Self::UnmarkedPast, "unmarkedPast"),
        (Self::IrregularNoun, "irregularNoun"),
        (Self::FirmNoun, "firmNoun"),
        (Self::DeedNoun, "deedNoun"),
        (Self::AnyBodyNoun, "anyBodyNoun"),
        (Self::ChamberNoun, "chamberNoun"),
        (Self::FirmForm, "firmForm"),
        (Self::FirmPartner, "firmPartner"),
        (Self::FounderOffice, "founderOffice"),
        (Self::StateStaff, "stateStaff"),
        (Self::PostNoun, "postNoun"),
        (Self::JuniorModifier, "juniorModifier"),
        (Self::TenureInTitle, "tenureInTitle"),
        (Self::OfficeAdjective, "officeAdjective"),
        (Self::ChiefAdjective, "chiefAdjective"),
        (Self::GroupOffice, "groupOffice"),
        (Self::BallotVerb, "ballotVerb"),
        (Self::PastModifier, "pastModifier"),
        (Self::RemovalVerb, "removalVerb"),
        (Self::DepartureVerb, "departureVerb"),
        (Self::OwnOfficeWord, "ownOfficeWord"),
        (Self::AppointmentVerb, "appointmentVerb"),
        (Self::ServiceVerb, "serviceVerb"),
        (Self::SuccessionVerb, "successionVerb"),
        (Self::SufferingNoun, "sufferingNoun"),
        (Self::RelationalNoun, "relationalNoun"),
        (Self::CountryNoun, "countryNoun"),
        (Self::ArticleNoun, "articleNoun"),
        (Self::CoalitionNoun, "coalitionNoun"),
        (Self::DescribingAdjective, "describingAdjective"),
        (Self::CompassAdjective, "compassAdjective"),
        (Self::RegionAdjective, "regionAdjective"),
        (Self::VoteNoun, "voteNoun"),
        (Self::PartitiveNoun, "partitiveNoun"),
        (Self::SiteNoun, "siteNoun"),
        (Self::WaterNoun, "waterNoun"),
        (Self::LaunchVerb, "launchVerb"),
        (Self::RoadNoun, "roadNoun"),
        (Self::OccasionNoun, "occasionNoun"),
        (Self::ConvictionVerb, "convictionVerb"),
        (Self::AimingVerb, "aimingVerb"),
        (Self::AnsweringVerb, "answeringVerb"),
        (Self::ContestVerb, "contestVerb"),
        (Self::ComingVerb, "comingVerb"),
        (Self::IntentNoun, "intentNoun"),
        (Self::SeriesNoun, "seriesNoun"),
        (Self::PossessionNoun, "possessionNoun"),
        (Self::ForceNoun, "forceNoun"),
        (Self::InstrumentNoun, "instrumentNoun"),
        (Self::ActorVerb, "actorVerb"),
        (Self::PlaceVerb, "placeVerb"),
        (Self::TransferVerb, "transferVerb"),
        (Self::LightVerb, "lightVerb"),
        (Self::AspectVerb, "aspectVerb"),
        (Self::OccurrenceVerb, "occurrenceVerb"),
        (Self::SubjectControlVerb, "subjectControlVerb"),
        (Self::ProspectiveWord, "prospectiveWord"),
        (Self::CivilianNoun, "civilianNoun"),
        (Self::MemberNoun, "memberNoun"),
        (Self::BelongingNoun, "belongingNoun"),
        (Self::StormNoun, "stormNoun"),
        (Self::BondNoun, "bondNoun"),
        (Self::TownWord, "townWord"),
        (Self::UnitNoun, "unitNoun"),
        (Self::CitizensBody, "citizensBody"),
        (Self::AreaNoun, "areaNoun"),
        (Self::StateHeadWord, "stateHeadWord"),
        (Self::RulerAdjective, "rulerAdjective"),
        (Self::OpenChoiceVerb, "openChoiceVerb"),
        (Self::WinningWord, "winningWord"),
        (Self::WinningVerb, "winningVerb"),
        (Self::HarmVerb, "harmVerb"),
        (Self::BlamingVerb, "blamingVerb"),
        (Self::OthersDeedVerb, "othersDeedVerb"),
        (Self::NameTitle, "nameTitle"),
        (Self::VesselNoun, "vesselNoun"),
        (Self::VehicleMaker, "vehicleMaker"),
        (Self::SiegeVerb, "siegeVerb"),
        (Self::ObliqueControlVerb, "obliqueControlVerb"),
        (Self::NationalAdjective, "nationalAdjective"),
        (Self::ProductNoun, "productNoun"),
        (Self::ReleaseVerb, "releaseVerb"),
    ];

    /// The list with this property.
    pub(crate) fn of_property(property: &str) -> Option<Self> {
        Self::PROPERTIES
            .iter()
            .find(|(_, name)| *name == property)
            .map(|(list, _)| *list)
    }
}

/// The words of every list, in lower case; verbs and nouns by their lemma.
#[derive(Clone, Debug)]
pub(crate) struct WordLists([FxHashSet<String>; WordList::PROPERTIES.len()]);

impl Default for WordLists {
    fn default() -> Self {
        Self(std::array::from_fn(|_| FxHashSet::default()))
    }
}

impl WordLists {
    pub(crate) fn add(&mut self, list: WordList, words: String) {
        self.0[list as usize].insert(words);
    }

    pub(crate) fn of(&self, list: WordList) -> &FxHashSet<String> {
        &self.0[list as usize]
    }
}
