use crate::draft::DraftEntity;
use newsgraph_model::EntityId;

const KNOWN: &str = "https://w3id.org/newsgraph/id/";
const LOCAL: &str = "https://w3id.org/newsgraph/doc/";

/// Whether the name alone tells who is meant in any article.
pub(super) fn is_known_everywhere(entity: &DraftEntity, is_a: impl Fn(&str, &str) -> bool) -> bool {
    if entity.anonymous || entity.name.is_empty() {
        return false;
    }
    let class = entity.class.as_str();
    let words = entity.name.split_whitespace().count();
    entity.gazetteer.is_some()
        || is_a(class, "Organisation")
        || (is_a(class, "Person") && words > 1)
        || (is_a(class, "Post") && entity.name.contains(" of "))
        || (is_a(class, "Agreement") && words > 1)
}

/// The IRI of an identity known across documents.
pub(super) fn known(name: &str) -> String {
    let joined: Vec<&str> = name.split_whitespace().collect();
    format!("{KNOWN}{}", percent_encoded(&joined.join("_")))
}

/// The IRI of an entity that only its article tells apart.
pub(super) fn local(article: &str, id: &EntityId) -> String {
    format!("{LOCAL}{}#{id}", percent_encoded(article))
}

/// Percent-encodes what an IRI's path segment does not allow (RFC 3987, section 2.2); letters of any script
/// stay as they are.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        let allowed = character.is_alphanumeric() || matches!(character, '-' | '.' | '_' | '~');
        if allowed {
            encoded.push(character);
        } else {
            let mut buffer = [0; 4];
            for byte in character.encode_utf8(&mut buffer).bytes() {
                encoded.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_path_segments() {
        assert_eq!(known("Ana Ruiz"), "https://w3id.org/newsgraph/id/Ana_Ruiz");
        assert_eq!(known("AT&T"), "https://w3id.org/newsgraph/id/AT%26T");
        assert_eq!(
            known("São Paulo"),
            "https://w3id.org/newsgraph/id/São_Paulo"
        );
        assert_eq!(
            local("a b", &EntityId::numbered(3)),
            "https://w3id.org/newsgraph/doc/a%20b#e3"
        );
    }
}
