use super::builder::{DocumentBuilder, day, year};
use newsgraph_model::MentionKind::{Demonym, Name, Nominal, Pronoun};
use newsgraph_model::{
    Casualties, Document, EventId, EventLink, EventLinkKind, Modality, Quantifier,
};

/// Sudan's and Egypt's presidents plan to meet; a dam, an old treaty, an attack laid at a militia's door.
pub(crate) fn dam_dispute() -> Document {
    let mut text = DocumentBuilder::new(
        "nile-dam",
        "2021-03-05",
        &[
            "Egypt’s president to visit Khartoum over dam on the Nile",
            "Egyptian President Abdel Fattah el-Sisi will meet Sudan's leader Abdel Fattah al-Burhan in Khartoum \
             on Saturday, the presidency in Cairo said.",
            "Egypt and Sudan signed a treaty on the river in 1959, but Ethiopia rejected it.",
            "Cairo wants an agreement with Ethiopia before the dam is filled.",
            "On Thursday at least 12 people died in an attack that Khartoum blamed on an Ethiopian militia.",
            "“We have attacked no one,” said the militia's spokesman.",
        ],
    );
    text.entity(
        "Person",
        "Abdel Fattah el-Sisi",
        &[
            ("Abdel Fattah el-Sisi", Name),
            ("Egypt’s president", Nominal),
        ],
    )
    .wikidata = Some("Q307871".to_owned());
    let burhan = text.entity(
        "Person",
        "Abdel Fattah al-Burhan",
        &[("Abdel Fattah al-Burhan", Name)],
    );
    burhan.names.push("al-Burhan".to_owned());
    text.entity(
        "Country",
        "Egypt",
        &[
            ("Egypt and", Name),
            ("Egyptian", Demonym),
            ("Cairo wants", Name),
        ],
    )
    .wikidata = Some("Q79".to_owned());
    text.entity(
        "Country",
        "Sudan",
        &[("Sudan", Name), ("Khartoum blamed", Name)],
    )
    .wikidata = Some("Q1049".to_owned());
    text.entity("Country", "Ethiopia", &[("Ethiopia ", Name)])
        .wikidata = Some("Q115".to_owned());
    text.entity("City", "Khartoum", &[("Khartoum over", Name)]);
    text.entity(
        "GovernmentAgency",
        "Presidency of Egypt",
        &[("the presidency in Cairo", Nominal)],
    );
    text.entity("Post", "President of Egypt", &[("President", Nominal)]);
    let militia = text.entity(
        "ArmedGroup",
        "an Ethiopian militia",
        &[("an Ethiopian militia", Nominal), ("We", Pronoun)],
    );
    militia.anonymous = true;
    militia.iri = "https://w3id.org/newsgraph/doc/nile-dam#e9".to_owned();
    metonymy(&mut text);
    events_of_dam_dispute(&mut text);
    claims_of_dam_dispute(&mut text);
    text.build()
}

/// "Khartoum blamed": the words name the city, the state is meant.
fn metonymy(text: &mut DocumentBuilder) {
    let city = text.id_of("Khartoum");
    let words = text.nth("Khartoum blamed", 0);
    let mention = text
        .entity_mut("Sudan")
        .mentions
        .iter_mut()
        .find(|mention| mention.span == words)
        .unwrap();
    mention.literal_referent = Some(city);
}

fn events_of_dam_dispute(text: &mut DocumentBuilder) {
    let saturday = text.time("on Saturday", "2021-03-06", true, day("2021-03-06"));
    let thursday = text.time("On Thursday", "2021-03-04", true, day("2021-03-04"));
    let treaty = text.time("in 1959", "1959", false, year(1959));
    let meeting = text.event(
        "Meeting",
        "el-Sisi to meet al-Burhan in Khartoum",
        "meet",
        &[
            ("participant", "Abdel Fattah el-Sisi"),
            ("participant", "Abdel Fattah al-Burhan"),
            ("atPlace", "Khartoum"),
        ],
    );
    meeting.modality = Modality::Planned;
    meeting.time = day("2021-03-06");
    meeting.when = Some(saturday);
    let signing = text.event(
        "AgreementEvent",
        "Egypt and Sudan signed a treaty",
        "signed",
        &[("participant", "Egypt"), ("participant", "Sudan")],
    );
    signing.time = year(1959);
    signing.when = Some(treaty);
    let attack = text.event("Attack", "attack on Thursday", "attack that", &[]);
    attack.time = day("2021-03-04");
    attack.when = Some(thursday);
    attack.casualties = Casualties {
        killed: Some(12),
        injured: None,
        quantifier: Some(Quantifier::AtLeast),
    };
    attack.links.push(EventLink {
        kind: EventLinkKind::Before,
        target: EventId::numbered(1),
    });
}

fn claims_of_dam_dispute(text: &mut DocumentBuilder) {
    let presidency = text.id_of("Presidency of Egypt");
    let sudan = text.id_of("Sudan");
    let militia = text.id_of("an Ethiopian militia");
    let khartoum = text.id_of("Khartoum");
    text.state(text.draft(
        "Abdel Fattah el-Sisi",
        "holdsPost",
        "President of Egypt",
        ("President", 0),
    ));
    text.state(text.draft("President of Egypt", "postIn", "Egypt", ("President", 0)));
    text.state(text.draft(
        "Abdel Fattah el-Sisi",
        "officialOf",
        "Egypt",
        ("President", 0),
    ));
    text.state(text.draft("Abdel Fattah al-Burhan", "leads", "Sudan", ("leader", 0)));
    text.state(
        text.draft(
            "Abdel Fattah el-Sisi",
            "meets",
            "Abdel Fattah al-Burhan",
            ("meet", 0),
        )
        .modality(Modality::Planned)
        .said_by(presidency, "said")
        .when(day("2021-03-06"))
        .event(1),
    );
    text.state(
        text.draft("Abdel Fattah el-Sisi", "visits", "Khartoum", ("visit", 0))
            .modality(Modality::Planned)
            .when(day("2021-03-06")),
    );
    text.state(
        text.draft("Egypt", "agreesWith", "Sudan", ("signed", 0))
            .when(year(1959))
            .event(2),
    );
    text.state(
        text.draft("Egypt", "agreesWith", "Ethiopia", ("agreement", 0))
            .modality(Modality::Intended),
    );
    text.state(
        text.draft("an Ethiopian militia", "attacks", "Sudan", ("blamed on", 0))
            .modality(Modality::Alleged)
            .said_by(sudan, "blamed on")
            .when(day("2021-03-04"))
            .at(khartoum.clone())
            .event(3),
    );
    text.state(
        text.draft("an Ethiopian militia", "attacks", "Sudan", ("attacked", 0))
            .denied()
            .said_by(militia, "said"),
    );
    let again = text.evidence("dam", 1);
    text.state(
        text.draft("Khartoum", "capitalOf", "Sudan", ("Khartoum", 0))
            .also(again),
    );
}

/// Another article on the same people: what was planned is now denied, and what was said is fact.
pub(crate) fn minister_denies() -> Document {
    let mut text = DocumentBuilder::new(
        "no-visit-yet",
        "2021-03-07",
        &[
            "Sudan says Sisi did not meet Burhan",
            "President Sisi of Egypt did not meet General Burhan on Saturday, a minister said.",
            "Ethiopia and Egypt held talks in Kinshasa on Friday.",
        ],
    );
    text.entity("Person", "Sisi", &[("Sisi", Name)]).iri =
        "https://w3id.org/newsgraph/id/Abdel_Fattah_el-Sisi".to_owned();
    text.entity("Person", "Burhan", &[("Burhan", Name)]).iri =
        "https://w3id.org/newsgraph/id/Abdel_Fattah_al-Burhan".to_owned();
    text.entity("Country", "Egypt", &[("Egypt", Name)]);
    text.entity("Country", "Ethiopia", &[("Ethiopia", Name)]);
    text.entity("City", "Kinshasa", &[("Kinshasa", Name)]);
    let minister = text.entity("Person", "a minister", &[("a minister", Nominal)]);
    minister.anonymous = true;
    minister.iri = "https://w3id.org/newsgraph/doc/no-visit-yet#e6".to_owned();
    let minister = text.id_of("a minister");
    text.time("on Saturday", "2021-03-06", true, day("2021-03-06"));
    let talks = text.event(
        "Talks",
        "Ethiopia and Egypt held talks in Kinshasa",
        "talks",
        &[
            ("participant", "Ethiopia"),
            ("participant", "Egypt"),
            ("atPlace", "Kinshasa"),
        ],
    );
    talks.time = day("2021-03-05");
    text.state(
        text.draft("Sisi", "meets", "Burhan", ("meet", 1))
            .denied()
            .said_by(minister, "said")
            .when(day("2021-03-06")),
    );
    text.state(
        text.draft("Ethiopia", "talksWith", "Egypt", ("talks", 0))
            .when(day("2021-03-05"))
            .event(1),
    );
    text.state(text.draft("Sisi", "officialOf", "Egypt", ("President", 0)));
    text.build()
}

/// A third article: the meeting took place.
pub(crate) fn summit_over() -> Document {
    let mut text = DocumentBuilder::new(
        "summit-over",
        "2021-03-20",
        &[
            "El-Sisi and al-Burhan meet in Khartoum",
            "Abdel Fattah el-Sisi met Abdel Fattah al-Burhan in Khartoum on 20 March.",
        ],
    );
    text.entity(
        "Person",
        "Abdel Fattah el-Sisi",
        &[("Abdel Fattah el-Sisi", Name)],
    );
    text.entity(
        "Person",
        "Abdel Fattah al-Burhan",
        &[("Abdel Fattah al-Burhan", Name)],
    );
    text.entity("City", "Khartoum", &[("Khartoum", Name)]);
    let when = text.time("on 20 March", "2021-03-20", true, day("2021-03-20"));
    let meeting = text.event(
        "Meeting",
        "el-Sisi met al-Burhan",
        "met",
        &[
            ("participant", "Abdel Fattah el-Sisi"),
            ("participant", "Abdel Fattah al-Burhan"),
            ("atPlace", "Khartoum"),
        ],
    );
    meeting.time = day("2021-03-20");
    meeting.when = Some(when);
    let headline = text.evidence("meet", 0);
    text.state(
        text.draft(
            "Abdel Fattah al-Burhan",
            "meets",
            "Abdel Fattah el-Sisi",
            ("met", 0),
        )
        .when(day("2021-03-20"))
        .event(1)
        .also(headline),
    );
    text.build()
}
