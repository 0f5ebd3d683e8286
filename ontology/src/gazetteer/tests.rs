use super::*;

fn embedded() -> Gazetteer {
    Gazetteer::embedded().unwrap()
}

fn labels<'a>(gazetteer: &'a Gazetteer, name: &str) -> Vec<&'a str> {
    let ids = gazetteer.lookup(name).iter();
    ids.map(|&id| gazetteer.entry(id).label.as_str()).collect()
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
    let incomplete = gazetteer.iter().map(|(_, entry)| entry).find(|entry| {
        entry.class == "Country"
            && (entry.country.is_none() || entry.wikidata.is_none() || entry.capital.is_none())
    });
    assert_eq!(incomplete, None);
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
fn each_capital_is_a_city_of_its_country() {
    let gazetteer = embedded();
    for (_, country) in gazetteer
        .iter()
        .filter(|(_, entry)| entry.class == "Country")
    {
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
