//! Names of products, a class that recognisers seldom know: told by the noun beside them ("Cybertruck vehicles", "its new
//! operating system, Snow Leopard"), or by the verb with which a company brings them out ("unveiled the Galaxy S24").

use super::context_class::is_one_phrase;
use super::known_names::single_model;
use super::reading::{
    Reading, head_of, is_plural, is_possessive_mark, is_subject, lower_lemma, surface,
};
use super::recognised_names::recognised_span;
use super::span::NameSpan;
use super::typing::class_of_noun;
use newsgraph_language::{Deprel, NameClass, Sentence, Token, Upos};
use newsgraph_ontology::WordList;
use std::ops::Range;

/// A capitalised sequence that nobody knows, when its context tells that it names a product; with the number of its
/// version.
pub(super) fn product_span(
    reading: Reading<'_>,
    index: usize,
    tokens: &Range<usize>,
    spans: &[NameSpan],
) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let named = with_article(sentence, tokens).start..end_of_version(sentence, tokens);
    let told = noun_behind(reading, sentence, &named)
        || noun_before(reading, sentence, &named)
        || is_brought_out(reading, sentence, tokens, spans);
    (told && stands_alone(sentence, &named)).then(|| product(reading, index, named))
}

/// Neither a piece of a longer designation ("F/A-18") nor letters that mark a name ("MV").
fn stands_alone(sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let word = &sentence.tokens[tokens.start];
    let after = sentence.tokens.get(tokens.end);
    let before = tokens
        .start
        .checked_sub(1)
        .map(|token| &sentence.tokens[token]);
    let joined = |mark: Option<&Token>, beside: usize| {
        mark.is_some_and(|mark| {
            matches!(&*mark.text, "/" | "-" | "–")
                && (mark.span.end() == beside || mark.span.start() == beside)
        })
    };
    let end = sentence.tokens[tokens.end - 1].span.end();
    let initials = tokens.len() == 1 && word.text.chars().count() < 3;
    !initials && !joined(before, word.span.start()) && !joined(after, end)
}

/// "Boeing's 787": what the gazetteer knows by its maker's name and its own.
pub(super) fn possessed_products(
    reading: Reading<'_>,
    index: usize,
    spans: &[NameSpan],
) -> Vec<NameSpan> {
    let sentence = reading.sentence(index);
    let mut found = Vec::new();
    for maker in spans.iter().filter(|span| span.class == "Company") {
        let mark = maker.tokens.end;
        let possessive = sentence.tokens.get(mark).is_some_and(is_possessive_mark);
        let last = sentence.tokens.len().min(mark + 1 + LONGEST_MODEL);
        let known = (mark + 2..=last)
            .rev()
            .filter(|_| possessive)
            .find_map(|end| {
                let model = surface(sentence, mark + 1..end);
                let full = format!("{} {model}", maker.name);
                let mut entries = reading.ontology.gazetteer.lookup(&full).iter();
                let entry = entries.find(|&&entry| reading.entry(entry).class == "Artefact")?;
                Some((mark + 1..end, *entry))
            });
        let Some((tokens, entry)) = known else {
            continue;
        };
        if !spans.iter().any(|span| span.overlaps(&tokens)) {
            found.push(NameSpan {
                gazetteer: Some(entry),
                ..product(reading, index, tokens)
            });
        }
    }
    found
}

/// The most words of a model's name behind its maker's.
const LONGEST_MODEL: usize = 3;

/// Names that were taken for another kind, and known products with a version of their own.
pub(super) fn retype_products(reading: Reading<'_>, index: usize, spans: &mut [NameSpan]) {
    for at in 0..spans.len() {
        let product = retyped(reading, index, &spans[at], spans)
            .or_else(|| with_version(reading, index, &spans[at]));
        if let Some(product) = product {
            spans[at] = product;
        }
    }
}

/// A product of the gazetteer with the number of a version behind its name is a product of its own: "Galaxy Note 7".
fn with_version(reading: Reading<'_>, index: usize, known: &NameSpan) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let end = end_of_version(sentence, &known.tokens);
    let versioned = known.class == "Artefact" && end > known.tokens.end;
    versioned.then(|| product(reading, index, known.tokens.start..end))
}

/// A name that was taken for a body's or an event's: "its new operating system, Snow Leopard", "unveiled the Galaxy S24".
fn retyped(
    reading: Reading<'_>,
    index: usize,
    known: &NameSpan,
    spans: &[NameSpan],
) -> Option<NameSpan> {
    let sentence = reading.sentence(index);
    let titled = with_article(sentence, &known.tokens);
    // Only titles have a capital article within a sentence.
    let entitled = titled != known.tokens;
    let class = known.class.as_str();
    let doubtful = entitled || matches!(class, "Organisation" | "Person" | "City" | "Event");
    let brought_out =
        || !entitled && class == "Event" && is_brought_out(reading, sentence, &known.tokens, spans);
    let told = known.gazetteer.is_none()
        && doubtful
        && (noun_before(reading, sentence, &known.tokens) || brought_out());
    told.then(|| product(reading, index, titled))
}

/// The article that a title begins with, in "the novel The Trial".
fn with_article(sentence: &Sentence, tokens: &Range<usize>) -> Range<usize> {
    let article = tokens.start > 1 && {
        let word = &sentence.tokens[tokens.start - 1];
        matches!(&*word.text, "The" | "A" | "An")
    };
    tokens.start - usize::from(article)..tokens.end
}

/// A name as a product's, whatever it was taken for.
pub(super) fn product(reading: Reading<'_>, index: usize, tokens: Range<usize>) -> NameSpan {
    let span = recognised_span(reading, index, tokens, NameClass::Product);
    let entries = &reading.ontology.gazetteer;
    let model = single_model(&span.name).and_then(|model| entries.lookup(model).first().copied());
    NameSpan {
        class: "Artefact".to_owned(),
        recognised: None,
        gazetteer: span.gazetteer.or(model),
        ..span
    }
}

/// Behind "Internet Explorer": the end of "9", when the tree hangs the number on the name.
fn end_of_version(sentence: &Sentence, tokens: &Range<usize>) -> usize {
    let is_version = |token: usize| {
        let word = &sentence.tokens[token];
        let digit = word.text.starts_with(|c: char| c.is_ascii_digit());
        let digits = word
            .text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '.');
        // "Windows 7 users", "iPhone 12 months ago": the number may count what follows.
        let counts = sentence.tokens.get(token + 1).is_some_and(|next| {
            next.upos == Upos::Noun && is_plural(next) && word.head == Some(token + 1)
        });
        let own = word.head.is_some_and(|head| {
            tokens.contains(&head) || sentence.tokens[tokens.end - 1].head == Some(head)
        });
        digit && digits && own && !counts
    };
    match tokens.end < sentence.tokens.len() && is_version(tokens.end) {
        true => tokens.end + 1,
        false => tokens.end,
    }
}

/// "Cybertruck vehicles", "the Firefox browser"
fn noun_behind(reading: Reading<'_>, sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let modified = sentence.tokens[head_of(sentence, tokens)].head;
    let Some(noun) = modified.filter(|&noun| noun >= tokens.end) else {
        return false;
    };
    let compound = sentence.tokens[head_of(sentence, tokens)].deprel == Deprel::Compound;
    let adjacent = (tokens.end..=noun).all(|token| sentence.tokens[token].upos == Upos::Noun);
    let is_product = reading.of_noun(&sentence.tokens[noun], |lemma| {
        let lexicon = &reading.ontology.lexicon;
        lexicon.has(WordList::ProductNoun, lemma).then_some(())
    });
    compound && adjacent && is_product.is_some()
}

/// "the smartphone Aurora", "its new operating system, Snow Leopard"
fn noun_before(reading: Reading<'_>, sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let tokens = &with_article(sentence, tokens);
    let comma = tokens.start > 0 && &*sentence.tokens[tokens.start - 1].text == ",";
    let Some(noun) = tokens.start.checked_sub(1 + usize::from(comma)) else {
        return false;
    };
    let word = &sentence.tokens[noun];
    word.upos == Upos::Noun
        && !is_plural(word)
        && is_one_phrase(sentence, noun, tokens)
        && names_product(reading, sentence, noun)
}

/// Whether a noun, or the two words that end in it ("operating system"), is called a product.
fn names_product(reading: Reading<'_>, sentence: &Sentence, noun: usize) -> bool {
    let first = noun.saturating_sub(1);
    [noun..noun + 1, first..noun + 1].into_iter().any(|words| {
        let words = surface(sentence, words).to_lowercase();
        class_of_noun(reading, &words).is_some_and(|class| class == "Artefact")
    })
}

/// "Samsung unveiled the Galaxy S24", "the Galaxy S24 was unveiled by Samsung"
fn is_brought_out(
    reading: Reading<'_>,
    sentence: &Sentence,
    tokens: &Range<usize>,
    spans: &[NameSpan],
) -> bool {
    let object = &sentence.tokens[head_of(sentence, tokens)];
    let Some(verb) = object.head else {
        return false;
    };
    let maker = |role: fn(&Token) -> bool| {
        sentence
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.head == Some(verb) && role(token))
            .any(|(token, _)| is_maker(token, spans))
    };
    let word = &sentence.tokens[verb];
    let releases = word.upos == Upos::Verb
        && reading
            .ontology
            .lexicon
            .has(WordList::ReleaseVerb, &lower_lemma(word));
    releases
        && match object.deprel {
            Deprel::Obj => maker(is_subject),
            Deprel::NsubjPass => maker(|token| token.deprel == Deprel::OblAgent),
            _ => false,
        }
}

/// Companies bring out products; a state body that launches a capitalised thing more often begins an operation.
fn is_maker(token: usize, spans: &[NameSpan]) -> bool {
    spans.iter().any(|span| {
        span.tokens.contains(&token) && matches!(span.class.as_str(), "Company" | "Organisation")
    })
}
