use super::chosen::{chosen_people, chosen_predicates, make_object, make_passive};
use super::dated_phrase::{phrases_on_dates, raise_to_clause};
use super::misread_noun::{make_noun, misread_nouns};
use super::verbless::{make_verb, unread_verb};
use newsgraph_language::Analysis;
use newsgraph_ontology::Lexicon;
use std::borrow::Cow;

/// The analysis with what the words around show to be wrong put right, before anything is read from it. Attachments
/// that only the search for relations needs are mended in its trees.
pub(crate) fn mended<'a>(analysis: &'a Analysis, lexicon: &Lexicon) -> Cow<'a, Analysis> {
    let mut mended = Cow::Borrowed(analysis);
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        for noun in misread_nouns(sentence) {
            make_noun(&mut mended.to_mut().sentences[index], noun);
        }
        if let Some(verb) = unread_verb(sentence, lexicon) {
            make_verb(&mut mended.to_mut().sentences[index], verb);
        }
        for participle in chosen_predicates(sentence, lexicon) {
            make_passive(&mut mended.to_mut().sentences[index], participle);
        }
        for person in chosen_people(sentence, lexicon) {
            make_object(&mut mended.to_mut().sentences[index], person);
        }
        for phrase in phrases_on_dates(sentence) {
            raise_to_clause(&mut mended.to_mut().sentences[index], phrase);
        }
    }
    mended
}
