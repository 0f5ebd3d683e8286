use crate::{
    Analysis, Deprel, ModelError, ModelFile, Sentence, Token, Upos, Xpos,
    encoder::{EncoderModel, Unit},
    expressions,
    lemma::{self, Lemmatizer},
    nested_names,
    segment::{RawSentence, Segmenter},
};
use newsgraph_model::Article;
use newsgraph_ontology::Gazetteer;

/// How an article is analysed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// A student of the accurate analyser: half its layers, over words.
    Fast,
    /// A pretrained encoder over word pieces.
    #[default]
    Accurate,
}

impl Method {
    /// What a row of the method's network stands for.
    const fn unit(self) -> Unit {
        match self {
            Self::Fast => Unit::Word,
            Self::Accurate => Unit::Piece,
        }
    }
}

/// The bytes of an analyser's model files.
#[derive(Clone, Copy, Debug)]
pub struct ModelBytes<'b> {
    /// Network and vocabulary of one method.
    pub encoder: &'b [u8],
    /// Lemma rules, for all methods.
    pub lemmas: &'b [u8],
}

impl ModelBytes<'static> {
    /// The models that come with the program.
    pub fn embedded(method: Method) -> Self {
        Self {
            encoder: match method {
                Method::Fast => newsgraph_models::WORD_ENCODER,
                Method::Accurate => newsgraph_models::ENCODER,
            },
            lemmas: newsgraph_models::LEMMAS,
        }
    }
}

/// Analyses articles; loaded once, used from any number of threads.
#[derive(Debug)]
pub struct Analyzer<'g> {
    segmenter: Segmenter<'g>,
    method: Method,
    gazetteer: &'g Gazetteer,
    encoder: EncoderModel<'g>,
    lemmatizer: Lemmatizer,
}

impl<'g> Analyzer<'g> {
    /// The analyser of the default method with the models that come with the program.
    ///
    /// # Errors
    /// When a model cannot be understood, which only a broken build does.
    pub fn embedded(gazetteer: &'g Gazetteer) -> Result<Self, ModelError> {
        Self::with_method(Method::default(), gazetteer)
    }

    /// The analyser of one method, with the models that come with the program.
    ///
    /// # Errors
    /// As [`Analyzer::embedded`].
    pub fn with_method(method: Method, gazetteer: &'g Gazetteer) -> Result<Self, ModelError> {
        Self::with_models(method, ModelBytes::embedded(method), gazetteer)
    }

    /// The analyser of one method with the given models.
    ///
    /// # Errors
    /// When a model is damaged, of another version, or of another kind.
    pub fn with_models(
        method: Method,
        models: ModelBytes<'g>,
        gazetteer: &'g Gazetteer,
    ) -> Result<Self, ModelError> {
        Ok(Self {
            method,
            segmenter: Segmenter::embedded()?,
            gazetteer,
            encoder: EncoderModel::load(method.unit(), models.encoder)?,
            lemmatizer: Lemmatizer::read(&ModelFile::read(models.lemmas, lemma::KIND)?)?,
        })
    }

    /// The same analyser with another segmenter than the program's.
    pub fn with_segmenter(self, segmenter: Segmenter<'g>) -> Self {
        Self { segmenter, ..self }
    }

    /// The method this analyser uses.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Sentences, tokens, tags, lemmas, trees and names of an article.
    pub fn analyze(&self, article: &Article) -> Analysis {
        self.annotate(self.segmenter.segment(article))
    }

    /// The analysis of sentences that are already cut into words, as one document.
    pub fn annotate(&self, sentences: Vec<RawSentence>) -> Analysis {
        let mut sentences: Vec<Sentence> = sentences
            .into_iter()
            .filter(|raw| !raw.tokens.is_empty())
            .map(unanalysed)
            .collect();
        self.encoder.annotate(&mut sentences, self.gazetteer);
        for token in sentences.iter_mut().flat_map(|s| &mut s.tokens) {
            let tag = (token.upos, token.xpos);
            token.lemma = self.lemmatizer.lemma(&token.text, tag).into();
        }
        for sentence in &mut sentences {
            nested_names::add(sentence, self.gazetteer);
            sentence.expressions = expressions::find(sentence);
        }
        Analysis { sentences }
    }
}

/// A sentence whose tokens have nothing but their text.
fn unanalysed(raw: RawSentence) -> Sentence {
    let last = raw.tokens.len() - 1;
    let span = raw.tokens[0].span.cover(raw.tokens[last].span);
    let tokens = raw.tokens.into_iter().map(|token| Token {
        span: token.span,
        lemma: token.text.clone(),
        text: token.text,
        upos: Upos::X,
        xpos: Xpos::Xx,
        head: None,
        deprel: Deprel::Dep,
    });
    Sentence {
        span,
        region: raw.region,
        tokens: tokens.collect(),
        names: Vec::new(),
        expressions: Vec::new(),
    }
}
