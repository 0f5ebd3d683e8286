use crate::{
    Analysis, Deprel, ModelError, ModelFile, Sentence, Token, Upos, Xpos,
    encoder::EncoderModel,
    linear::{
        form::forms,
        lemma::Lemmatizer,
        names::NameFinder,
        parser::{self, Parser},
        tagger::{self, Tag, Tagger},
    },
    segment::{RawSentence, Segmenter},
};
use newsgraph_model::Article;
use newsgraph_ontology::Gazetteer;

/// How an article is analysed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Linear models.
    Fast,
    /// A pretrained encoder.
    #[default]
    Accurate,
}

/// Analyses articles; loaded once, used from any number of threads.
#[derive(Debug)]
pub struct Analyzer<'g> {
    segmenter: Segmenter<'g>,
    gazetteer: &'g Gazetteer,
    lemmatizer: Lemmatizer,
    models: Models<'g>,
}

/// What finds tags, trees and names.
#[derive(Debug)]
enum Models<'g> {
    Linear(Box<Linear>),
    Encoder(Box<EncoderModel<'g>>),
}

#[derive(Debug)]
struct Linear {
    tagger: Tagger,
    parser: Parser,
    names: NameFinder,
}

/// The model files of the fast analyser.
#[derive(Clone, Copy, Debug)]
pub struct LinearModels<'b> {
    /// Tagger and lemma rules.
    pub tagger: &'b [u8],
    /// Parser.
    pub parser: &'b [u8],
    /// Names.
    pub names: &'b [u8],
}

impl<'g> Analyzer<'g> {
    /// The analyser with the models that come with the program.
    ///
    /// # Errors
    /// When a model cannot be understood, which only a broken build does.
    pub fn embedded(gazetteer: &'g Gazetteer) -> Result<Self, ModelError> {
        Self::with_method(Method::default(), gazetteer)
    }

    /// The analyser of one method, with the model that comes with the program.
    ///
    /// # Errors
    /// As [`Analyzer::embedded`].
    pub fn with_method(method: Method, gazetteer: &'g Gazetteer) -> Result<Self, ModelError> {
        match method {
            Method::Fast => {
                let models = LinearModels {
                    tagger: newsgraph_models::LINEAR_TAGGER,
                    parser: newsgraph_models::LINEAR_PARSER,
                    names: newsgraph_models::LINEAR_NAMES,
                };
                Self::linear(models, gazetteer)
            }
            Method::Accurate => Self::encoder(
                newsgraph_models::ENCODER,
                newsgraph_models::LINEAR_TAGGER,
                gazetteer,
            ),
        }
    }

    /// The fast analyser with the given models.
    ///
    /// # Errors
    /// When a model is damaged, of another version, or of another kind.
    pub fn linear(models: LinearModels<'_>, gazetteer: &'g Gazetteer) -> Result<Self, ModelError> {
        let tagger_file = ModelFile::read(models.tagger, tagger::KIND)?;
        let names_file = ModelFile::read(models.names, crate::linear::names::KIND)?;
        let linear = Linear {
            tagger: Tagger::read(&tagger_file)?,
            parser: Parser::read(&ModelFile::read(models.parser, parser::KIND)?)?,
            names: NameFinder::read(&names_file)?,
        };
        Ok(Self {
            segmenter: Segmenter::embedded()?,
            gazetteer,
            lemmatizer: Lemmatizer::read(&tagger_file)?,
            models: Models::Linear(Box::new(linear)),
        })
    }

    /// The accurate analyser with the given encoder; lemma rules come from the tagger's file.
    ///
    /// # Errors
    /// As [`Analyzer::linear`].
    pub fn encoder(
        encoder: &'g [u8],
        tagger: &[u8],
        gazetteer: &'g Gazetteer,
    ) -> Result<Self, ModelError> {
        Ok(Self {
            segmenter: Segmenter::embedded()?,
            gazetteer,
            lemmatizer: Lemmatizer::read(&ModelFile::read(tagger, tagger::KIND)?)?,
            models: Models::Encoder(Box::new(EncoderModel::load(encoder)?)),
        })
    }

    /// The same analyser with another segmenter than the program's.
    pub fn with_segmenter(self, segmenter: Segmenter<'g>) -> Self {
        Self { segmenter, ..self }
    }

    /// The method this analyser uses.
    pub fn method(&self) -> Method {
        match self.models {
            Models::Linear(_) => Method::Fast,
            Models::Encoder(_) => Method::Accurate,
        }
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
        match &self.models {
            Models::Linear(linear) => linear.annotate(&mut sentences, self.gazetteer),
            Models::Encoder(encoder) => encoder.annotate(&mut sentences, self.gazetteer),
        }
        for token in sentences.iter_mut().flat_map(|s| &mut s.tokens) {
            let tag = (token.upos, token.xpos);
            token.lemma = self.lemmatizer.lemma(&token.text, tag).into();
        }
        Analysis { sentences }
    }
}

impl Linear {
    fn annotate(&self, sentences: &mut [Sentence], gazetteer: &Gazetteer) {
        for sentence in &mut *sentences {
            let forms = forms(sentence.tokens.iter().map(|token| &*token.text));
            let tags: Vec<Tag> = self.tagger.tag(&forms);
            let tree = self.parser.parse(&forms, &tags);
            for ((token, tag), (head, deprel)) in sentence.tokens.iter_mut().zip(tags).zip(tree) {
                (token.upos, token.xpos) = tag;
                (token.head, token.deprel) = (head, deprel);
            }
        }
        let names = self.names.find(sentences, gazetteer);
        for (sentence, names) in sentences.iter_mut().zip(names) {
            sentence.names = names;
        }
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
    }
}
