use super::reader::FactualityReader;
use crate::syntax::Tree;
use newsgraph_language::{Analysis, Sentence};
use newsgraph_model::{Article, TextIndex};

/// Which tokens stand inside quotation marks, and who speaks them when their own sentence does not say.
#[derive(Debug, Default)]
pub(crate) struct Quotations {
    /// For each sentence, whether each token is quoted.
    quoted: Vec<Vec<bool>>,
    /// For each sentence, the speech verb or phrase that its quotations are attributed to.
    speech: Vec<Option<Speech>>,
}

/// A sentence that says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Speech {
    pub(crate) sentence: usize,
    pub(crate) cue: usize,
    /// Head of the phrase that names the speaker.
    pub(crate) source: usize,
}

impl Quotations {
    /// Reads the quotation marks of the article and who speaks in each sentence.
    pub(crate) fn new(
        article: &Article,
        analysis: &Analysis,
        speech_of: impl Fn(usize, &[bool]) -> Option<Speech>,
    ) -> Self {
        let index = TextIndex::new(&article.text);
        let mut quoted = Vec::with_capacity(analysis.sentences.len());
        let mut speech: Vec<Option<Speech>> = Vec::with_capacity(analysis.sentences.len());
        let mut open = false;
        let mut end_of_last = 0;
        for (number, sentence) in analysis.sentences.iter().enumerate() {
            let gap = newsgraph_model::Span::new(end_of_last, sentence.span.start());
            let begins_paragraph = index.slice(gap).contains('\n');
            // A paragraph that goes on with a quotation opens it again.
            open &= !begins_paragraph;
            let continues = open;
            let marks = quoted_tokens(sentence, &mut open);
            end_of_last = sentence.span.end();
            let own = speech_of(number, &marks);
            let starts_quoted =
                marks.first().copied().unwrap_or(false) || starts_with_mark(sentence);
            let inherited = (own.is_none() && (continues || starts_quoted))
                .then(|| speech.last().copied().flatten())
                .flatten()
                .filter(|_| continues || !begins_paragraph || starts_quoted);
            quoted.push(marks);
            speech.push(own.or(inherited));
        }
        Self { quoted, speech }
    }

    /// Who speaks a quoted token.
    pub(crate) fn speech(&self, sentence: usize, token: usize) -> Option<Speech> {
        if *self.quoted.get(sentence)?.get(token)? {
            self.speech[sentence]
        } else {
            None
        }
    }
}

fn starts_with_mark(sentence: &Sentence) -> bool {
    sentence
        .tokens
        .first()
        .is_some_and(|token| matches!(&*token.text, "\"" | "“" | "``" | "«"))
}

fn quoted_tokens(sentence: &Sentence, open: &mut bool) -> Vec<bool> {
    sentence
        .tokens
        .iter()
        .map(|token| {
            match &*token.text {
                "“" | "``" | "«" => *open = true,
                "”" | "''" | "»" => *open = false,
                "\"" => *open = !*open,
                _ => return *open,
            }
            false
        })
        .collect()
}

/// The first speech verb of a sentence that has a subject and is not itself quoted.
pub(crate) fn speech_in(
    tree: &Tree<'_>,
    reader: &FactualityReader<'_>,
    sentence: usize,
    quoted: &[bool],
) -> Option<Speech> {
    (0..tree.len())
        .filter(|&verb| !quoted[verb] && reader.is_speech_verb(verb))
        .find_map(|cue| {
            tree.agents(cue).first().map(|&source| Speech {
                sentence,
                cue,
                source,
            })
        })
}
