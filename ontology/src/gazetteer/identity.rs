const WIKIDATA: [&str; 4] = [
    "http://www.wikidata.org/entity/",
    "https://www.wikidata.org/entity/",
    "https://www.wikidata.org/wiki/",
    "wd:",
];

/// What a gazetteer says of which thing in the world an entry is: a Wikidata id or an IRI of the user's.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) wikidata: Option<String>,
    pub(super) iri: Option<String>,
}

impl Identity {
    /// Reads `Q42`, the IRI of a Wikidata item, or any other absolute IRI.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let id = WIKIDATA
            .iter()
            .find_map(|prefix| text.strip_prefix(prefix))
            .unwrap_or(text);
        if is_wikidata_id(id) {
            Ok(Self {
                wikidata: Some(id.to_owned()),
                iri: None,
            })
        } else if text.contains(':') && !text.contains(char::is_whitespace) {
            Ok(Self {
                wikidata: None,
                iri: Some(text.to_owned()),
            })
        } else {
            Err(format!(
                "{text:?} is neither a Wikidata id, such as Q42, nor an IRI"
            ))
        }
    }
}

fn is_wikidata_id(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wikidata_item_is_known_in_each_of_its_forms() {
        for text in [
            "Q42",
            "http://www.wikidata.org/entity/Q42",
            "https://www.wikidata.org/wiki/Q42",
        ] {
            assert_eq!(
                Identity::parse(text).unwrap().wikidata.as_deref(),
                Some("Q42")
            );
        }
        let own = Identity::parse("https://desk.example/mine").unwrap();
        assert_eq!(own.iri.as_deref(), Some("https://desk.example/mine"));
        assert!(Identity::parse("the mine").is_err());
    }
}
