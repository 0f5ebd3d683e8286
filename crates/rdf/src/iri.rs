use crate::vocabulary::DOC;
use newsgraph_model::Span;
use oxigraph::model::NamedNode;
use std::borrow::Cow;
use std::fmt::Write;

/// The IRI of an article and of the graph that holds what it says; characters that an IRI cannot hold are
/// percent-encoded (RFC 3987, section 2.2).
pub fn document_iri(id: &str) -> String {
    format!("{DOC}{}", escaped(id))
}

/// A node inside an article: `#c1`, `#v2`, `#text`.
pub(crate) fn fragment(article: &NamedNode, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}#{}", article.as_str(), escaped(name)))
}

/// A stretch of an article's text as RFC 5147 writes it, in characters, half-open.
pub(crate) fn span(article: &NamedNode, span: Span) -> NamedNode {
    NamedNode::new_unchecked(format!(
        "{}#char={},{}",
        article.as_str(),
        span.start(),
        span.end()
    ))
}

/// `name` with everything but letters, digits and `-._~` percent-encoded.
pub(crate) fn escaped(name: &str) -> Cow<'_, str> {
    let plain = |character: char| character.is_alphanumeric() || "-._~".contains(character);
    if name.chars().all(plain) {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        if plain(character) {
            out.push(character);
        } else {
            push_encoded(&mut out, character);
        }
    }
    Cow::Owned(out)
}

/// An IRI given from outside; characters that no IRI can hold are percent-encoded, the others kept.
///
/// # Errors
/// When it is not absolute or is broken in another way.
pub(crate) fn absolute(text: &str) -> Result<NamedNode, String> {
    if let Ok(iri) = NamedNode::new(text) {
        return Ok(iri);
    }
    let mut encoded = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if character.is_control() || character.is_whitespace() || "<>\"{}|\\^`".contains(character)
        {
            push_encoded(&mut encoded, character);
        } else {
            encoded.push(character);
        }
    }
    NamedNode::new(encoded).map_err(|error| error.to_string())
}

fn push_encoded(out: &mut String, character: char) {
    let mut bytes = [0; 4];
    for byte in character.encode_utf8(&mut bytes).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_id_with_spaces_and_slashes_stays_one_segment() {
        assert_eq!(
            document_iri("2024/05 flood #2"),
            "https://w3id.org/newsgraph/doc/2024%2F05%20flood%20%232"
        );
        assert_eq!(
            document_iri("são-paulo"),
            "https://w3id.org/newsgraph/doc/são-paulo"
        );
    }

    #[test]
    fn a_given_iri_keeps_what_it_may_hold() {
        assert_eq!(
            absolute("https://example.org/a b#c").unwrap().as_str(),
            "https://example.org/a%20b#c"
        );
        assert!(absolute("no scheme").is_err());
    }

    proptest! {
        #[test]
        fn every_id_makes_a_valid_iri(id in "\\PC{1,40}") {
            prop_assert!(NamedNode::new(document_iri(&id)).is_ok());
        }

        #[test]
        fn different_ids_make_different_iris(a in "[a %/#é]{0,6}", b in "[a %/#é]{0,6}") {
            prop_assert_eq!(a == b, document_iri(&a) == document_iri(&b));
        }
    }
}
