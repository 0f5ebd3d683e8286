use crate::{
    Analysis, Deprel, ModelError, ModelFile, Name, Sentence, Token,
    linear::{
        form::forms,
        lemma::Lemmatizer,
        names::NameFinder,
        parser::{self, Parser},
        tagger::{self, Tag, Tagger},
    },
    segment::{RawSentence, segment},
};
use newsgraph_model::Article;
use newsgraph_ontology::Gazetteer;

/// How an article is analysed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Linear models.
    #[default]
    Fast,
}

/// Analyses articles; loaded once, used from any number of threads.
#[derive(Debug)]
pub struct Analyzer<'g> {
    gazetteer: &'g Gazetteer,
    tagger: Tagger,
    lemmatizer: Lemmatizer,
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
        let models = LinearModels {
            tagger: newsgraph_models::LINEAR_TAGGER,
            parser: newsgraph_models::LINEAR_PARSER,
            names: newsgraph_models::LINEAR_NAMES,
        };
        Self::linear(models, gazetteer)
    }

    /// The fast analyser with the given models.
    ///
    /// # Errors
    /// When a model is damaged, of another version, or of another kind.
    pub fn linear(models: LinearModels<'_>, gazetteer: &'g Gazetteer) -> Result<Self, ModelError> {
        let tagger_file = ModelFile::read(models.tagger, tagger::KIND)?;
        Ok(Self {
            gazetteer,
            tagger: Tagger::read(&tagger_file)?,
            lemmatizer: Lemmatizer::read(&tagger_file)?,
            parser: Parser::read(&ModelFile::read(models.parser, parser::KIND)?)?,
            names: NameFinder::read(&ModelFile::read(models.names, crate::linear::names::KIND)?)?,
        })
    }

    /// The method this analyser uses.
    pub fn method(&self) -> Method {
        Method::Fast
    }

    /// Sentences, tokens, tags, lemmas, trees and names of an article.
    pub fn analyze(&self, article: &Article) -> Analysis {
        self.annotate(segment(article))
    }

    /// The analysis of sentences that are already cut into words, as one document.
    pub fn annotate(&self, sentences: Vec<RawSentence>) -> Analysis {
        let mut sentences: Vec<Sentence> = sentences
            .into_iter()
            .filter(|raw| !raw.tokens.is_empty())
            .map(|raw| self.sentence(raw))
            .collect();
        for (sentence, names) in self
            .names
            .find(&sentences, self.gazetteer)
            .into_iter()
            .enumerate()
        {
            sentences[sentence].names = names;
        }
        Analysis { sentences }
    }

    fn sentence(&self, raw: RawSentence) -> Sentence {
        let forms = forms(raw.tokens.iter().map(|token| &*token.text));
        let tags = self.tagger.tag(&forms);
        let tree = self.parser.parse(&forms, &tags);
        let span = raw.tokens[0]
            .span
            .cover(raw.tokens[raw.tokens.len() - 1].span);
        let tokens = raw
            .tokens
            .into_iter()
            .zip(tags)
            .zip(tree)
            .map(|((token, tag), (head, deprel))| self.token(token, tag, head, deprel))
            .collect();
        Sentence {
            span,
            region: raw.region,
            tokens,
            names: Vec::<Name>::new(),
        }
    }

    fn token(
        &self,
        raw: crate::segment::RawToken,
        tag: Tag,
        head: Option<usize>,
        deprel: Deprel,
    ) -> Token {
        Token {
            lemma: self.lemmatizer.lemma(&raw.text, tag).into(),
            span: raw.span,
            text: raw.text,
            upos: tag.0,
            xpos: tag.1,
            head,
            deprel,
        }
    }
}
