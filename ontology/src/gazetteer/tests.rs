use super::*;

fn embedded() -> Gazetteer {
    Gazetteer::embedded().unwrap()
}

fn labels<'a>(gazetteer: &'a Gazetteer, name: &str) -> Vec<&'a str> {
    let ids = gazetteer.lookup(name).iter();
    ids.map(|&id| gazetteer.entry(id).label.as_str()).collect()
}

fn present_countries(gazetteer: &Gazetteer) -> impl Iterator<Item = &GazetteerEntry> {
    let entries = gazetteer.iter().map(|(_, entry)| entry);
    entries.filter(|entry| entry.class == "Country" && entry.country.is_some())
}

#[test]
fn a_country_is_found_by_each_of_its_names() {
    let gazetteer = embedded();
    for name in [
        "US",
        "U.S.",
        "U.S",
        "USA",
        "America",
        "United States of America",
    ] {
        assert_eq!(labels(&gazetteer, name)[0], "United States", "{name}");
    }
    for name in ["UK", "Britain", "Great Britain"] {
        assert_eq!(labels(&gazetteer, name)[0], "United Kingdom", "{name}");
    }
    assert_eq!(labels(&gazetteer, "Türkiye"), ["Turkey"]);
    assert_eq!(labels(&gazetteer, "Turkiye"), ["Turkey"]);
    assert_eq!(labels(&gazetteer, "Cote d’Ivoire"), ["Ivory Coast"]);
    assert!(gazetteer.lookup("us").is_empty());
}

#[test]
fn a_name_of_two_countries_lists_the_larger_one_first() {
    assert_eq!(
        labels(&embedded(), "Congo"),
        ["Democratic Republic of the Congo", "Republic of the Congo"]
    );
}

#[test]
fn the_longest_name_wins_however_it_is_tokenised() {
    let gazetteer = embedded();
    let longest = |words: &[&str]| {
        gazetteer
            .longest_match(words)
            .map(|(count, ids)| (count, gazetteer.entry(ids[0]).label.as_str()))
    };
    assert_eq!(
        longest(&["South", "Sudan", "fell"]),
        Some((2, "South Sudan"))
    );
    assert_eq!(
        longest(&["Guinea", "-", "Bissau"]),
        Some((3, "Guinea-Bissau"))
    );
    assert_eq!(longest(&["Guinea", "'s", "army"]), Some((1, "Guinea")));
    assert_eq!(longest(&["U.S", ".", "troops"]), Some((2, "United States")));
    assert_eq!(longest(&["I", "ran"]), None);
    assert_eq!(longest(&[]), None);
}

#[test]
fn a_search_reads_no_further_than_any_name_from_its_first_word() {
    let gazetteer = embedded();
    assert_eq!(gazetteer.longest_from("ran"), 0);
    for words in [&["South", "Sudan"][..], &["Guinea", "-", "Bissau"]] {
        assert!(gazetteer.longest_from(words[0]) >= words.len());
    }
}

#[test]
fn demonyms_lead_to_their_country() {
    let gazetteer = embedded();
    let country = |word: &str| {
        gazetteer
            .demonym(word)
            .map(|id| gazetteer.entry(id).label.as_str())
    };
    for (word, label) in [
        ("Russian", "Russia"),
        ("Britons", "United Kingdom"),
        ("Swiss", "Switzerland"),
        ("Philippine", "Philippines"),
        ("South Korean", "South Korea"),
        ("Congolese", "Democratic Republic of the Congo"),
    ] {
        assert_eq!(country(word), Some(label), "{word}");
    }
    assert_eq!(country("Frank"), None);
    let words = ["North", "Korean", "troops"];
    let (count, id) = gazetteer.longest_demonym(&words).unwrap();
    assert_eq!(
        (count, gazetteer.entry(id).label.as_str()),
        (2, "North Korea")
    );
}

#[test]
fn each_country_has_code_id_and_capital() {
    let gazetteer = embedded();
    let id = gazetteer.country("PL").unwrap();
    let poland = gazetteer.entry(id);
    assert_eq!(poland.label, "Poland");
    assert_eq!(poland.wikidata.as_deref(), Some("Q36"));
    assert_eq!(poland.capital.as_deref(), Some("Warsaw"));
    let mut countries = present_countries(&gazetteer);
    assert!(countries.all(|entry| entry.wikidata.is_some() && entry.capital.is_some()));
}

#[test]
fn cities_of_one_name_are_listed_by_size_with_their_region() {
    let gazetteer = embedded();
    let paris = gazetteer.entry(gazetteer.lookup("Paris")[0]);
    assert_eq!(
        (paris.class.as_str(), paris.country.as_deref()),
        ("City", Some("FR"))
    );
    let regions: Vec<_> = gazetteer
        .lookup("Portland")
        .iter()
        .filter_map(|&id| gazetteer.entry(id).region.as_deref())
        .collect();
    assert_eq!(regions, ["Oregon", "Maine"]);
}

#[test]
fn a_city_is_found_by_its_older_and_english_names() {
    let gazetteer = embedded();
    for (name, label) in [
        ("Kiev", "Kyiv"),
        ("Bombay", "Mumbai"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Raqqa", "Raqqa"),
        ("Bogota", "Bogotá"),
    ] {
        assert_eq!(labels(&gazetteer, name)[0], label, "{name}");
    }
}

#[test]
fn a_name_is_found_with_more_accents_than_it_is_known_by() {
    let gazetteer = embedded();
    assert_eq!(labels(&gazetteer, "Khánh Hòa")[0], "Khanh Hoa");
    let found = gazetteer.longest_match(&["Khánh", "Hòa", "province", ","]);
    assert_eq!(found.map(|(words, _)| words), Some(3));
    assert_eq!(
        gazetteer.longest_from("Khánh"),
        gazetteer.longest_from("Khanh")
    );
}

#[test]
fn a_first_level_territory_is_known_by_its_bare_name_unless_that_is_a_town() {
    let gazetteer = embedded();
    let class = |name: &str| {
        let first = gazetteer.lookup(name).first()?;
        Some(gazetteer.entry(*first).class.as_str())
    };
    for territory in [
        "Drenthe",
        "Mpumalanga",
        "Antioquia Department",
        "Tehran Province",
    ] {
        assert_eq!(class(territory), Some("Territory"), "{territory}");
    }
    for town in ["Tehran", "Raqqa", "Sofia", "Lima"] {
        assert_eq!(class(town), Some("City"), "{town}");
    }
}

#[test]
fn each_capital_is_a_city_of_its_country() {
    let gazetteer = embedded();
    for country in present_countries(&gazetteer) {
        let capital = country.capital.as_deref().unwrap();
        let found = gazetteer.lookup(capital).iter().any(|&id| {
            let entry = gazetteer.entry(id);
            entry.class == "City" && entry.country == country.country
        });
        assert!(found, "{capital}, {}", country.label);
    }
}

#[test]
fn given_names_of_many_cultures_have_a_gender() {
    let gazetteer = embedded();
    for (name, gender) in [
        ("SERGEY", Gender::Male),
        ("Volodymyr", Gender::Male),
        ("Ayşe", Gender::Female),
        ("Narendra", Gender::Male),
        ("Aishwarya", Gender::Female),
        ("Robin", Gender::Either),
    ] {
        assert_eq!(gazetteer.given_name(name), Some(gender), "{name}");
    }
    assert_eq!(gazetteer.given_name("table"), None);
}

#[test]
fn what_a_name_of_several_kinds_most_likely_means_comes_first() {
    let gazetteer = embedded();
    let first = |name: &str| {
        let entry = gazetteer.entry(gazetteer.lookup(name)[0]);
        (entry.class.as_str(), entry.country.as_deref())
    };
    assert_eq!(first("Georgia"), ("Country", Some("GE")));
    assert_eq!(first("Washington"), ("City", Some("US")));
    assert_eq!(first("New York"), ("City", Some("US")));
    assert_eq!(first("Gaza"), ("Territory", Some("PS")));
    assert_eq!(first("Tripoli"), ("City", Some("LY")));
    assert_eq!(first("Amazon"), ("Company", Some("US")));
    assert_eq!(first("Congress"), ("GovernmentAgency", Some("US")));
    assert_eq!(first("Victoria"), ("Territory", Some("AU")));
    assert_eq!(gazetteer.lookup("Georgia").len(), 2);
}

#[test]
fn organisations_are_found_by_their_short_names() {
    let gazetteer = embedded();
    for (name, label) in [
        ("U.N.", "United Nations"),
        ("Isil", "Islamic State"),
        ("al-Qaida", "Al-Qaeda"),
        ("State Department", "U.S. Department of State"),
        ("AT&T", "AT&T"),
        ("McDonald’s", "McDonald's"),
        ("AP", "Associated Press"),
    ] {
        assert_eq!(labels(&gazetteer, name)[0], label, "{name}");
    }
    let words = ["Standard", "&", "Poor", "'s", "cut", "its", "rating"];
    let (count, ids) = gazetteer.longest_match(&words).unwrap();
    assert_eq!(
        (count, gazetteer.entry(ids[0]).label.as_str()),
        (4, "Standard & Poor's")
    );
}

#[test]
fn no_wikidata_id_names_two_entries() {
    let gazetteer = embedded();
    let mut labels = FxHashMap::default();
    for (_, entry) in gazetteer.iter() {
        if let Some(id) = &entry.wikidata {
            assert_eq!(
                labels.insert(id, &entry.label),
                None,
                "{id}: {}",
                entry.label
            );
        }
    }
}

#[test]
fn every_entry_is_of_a_class_of_the_vocabulary() {
    let ontology = crate::Ontology::embedded().unwrap();
    for (_, entry) in ontology.gazetteer.iter() {
        assert!(ontology.classes.get(&entry.class).is_some(), "{entry:?}");
    }
}

#[test]
fn names_that_are_words_or_peoples_names_are_marked() {
    let gazetteer = embedded();
    for name in [
        "Reading", "Nice", "Mobile", "Bath", "Target", "Split", "Time", "The Left",
    ] {
        assert!(!gazetteer.lookup(name).is_empty(), "{name}");
        assert_eq!(gazetteer.risk(name), Some(NameRisk::CommonWord), "{name}");
    }
    assert_eq!(gazetteer.risk("Madison"), Some(NameRisk::PersonName));
    for name in ["China", "Jordan", "London", "Congress", "Reuters"] {
        assert_eq!(gazetteer.risk(name), None, "{name}");
    }
}

#[test]
fn surnames_are_known_in_any_case() {
    let gazetteer = embedded();
    assert!(gazetteer.is_surname("Nakamura") && gazetteer.is_surname("O'BRIEN"));
    assert!(!gazetteer.is_surname("yesterday"));
}
