use crate::assembly::{Parts, assemble};
use crate::confidence::{Calibration, Signals};
use crate::draft::{DraftClaim, Entities};
use crate::entities::{Reading, find_entities};
use crate::factuality::CueTable;
use crate::gaps::{Evidence, Gaps, find_gaps};
use crate::posts::{Kinship, date_offices, drop_displaced, find_posts, successions};
use crate::relations::{Catalogue, Context, find_claims};
use crate::syntax::mended;
use crate::times::{Times, find_times};
use newsgraph_language::Analysis;
use newsgraph_model::{Article, Document, Modality};
use newsgraph_ontology::{CueKind, Ontology, WordList};
use rustc_hash::FxHashSet;

/// Reads articles by one ontology, which is compiled once and shared by any number of threads.
#[derive(Debug)]
pub struct Extractor<'o> {
    ontology: &'o Ontology,
    catalogue: Catalogue,
    calibration: Calibration,
    cues: CueTable,
    light_verbs: FxHashSet<String>,
    kinship: Kinship,
}

/// What was found in one article.
struct Read {
    document: Document,
    signals: Vec<Signals>,
    entities: Entities,
    times: Times,
}

impl<'o> Extractor<'o> {
    /// Compiles the relation patterns and cues of an ontology.
    pub fn new(ontology: &'o Ontology) -> Self {
        Self {
            ontology,
            catalogue: Catalogue::new(ontology),
            calibration: Calibration::new(&ontology.confidence),
            cues: CueTable::new(&ontology.cues),
            light_verbs: light_verbs(ontology),
            kinship: Kinship::new(ontology),
        }
    }

    /// All that the article states, by the ontology's patterns. The same article and analysis give the same
    /// document, byte for byte.
    pub fn extract(&self, article: &Article, analysis: &Analysis) -> Document {
        let analysis = &*mended(analysis, &self.ontology.lexicon);
        self.read(article, analysis).document
    }

    /// The document, and what the article says that the ontology has no words for.
    pub fn extract_with_gaps(&self, article: &Article, analysis: &Analysis) -> (Document, Gaps) {
        let analysis = &*mended(analysis, &self.ontology.lexicon);
        let read = self.read(article, analysis);
        let gaps = find_gaps(Evidence {
            article,
            reading: Reading {
                analysis,
                ontology: self.ontology,
            },
            entities: &read.entities,
            times: &read.times.all,
            catalogue: &self.catalogue,
            document: &read.document,
        });
        (read.document, gaps)
    }

    /// The document, and for each of its claims the signs that its confidence was reckoned from.
    pub fn extract_with_signals(
        &self,
        article: &Article,
        analysis: &Analysis,
    ) -> (Document, Vec<Signals>) {
        let analysis = &*mended(analysis, &self.ontology.lexicon);
        let read = self.read(article, analysis);
        (read.document, read.signals)
    }

    fn read(&self, article: &Article, analysis: &Analysis) -> Read {
        let mut entities = find_entities(analysis, self.ontology);
        let states = find_posts(analysis, self.ontology, &self.kinship, &mut entities);
        let times = find_times(article, analysis, self.ontology, &entities);
        let (document, signals) = self.document(article, analysis, &entities, &times, states);
        Read {
            document,
            signals,
            entities,
            times,
        }
    }

    fn document(
        &self,
        article: &Article,
        analysis: &Analysis,
        entities: &Entities,
        times: &Times,
        mut states: Vec<DraftClaim>,
    ) -> (Document, Vec<Signals>) {
        let time_of = |sentence: usize, trigger: usize| {
            let lexicon = &self.ontology.lexicon;
            times.of_trigger(lexicon, sentence, &analysis.sentences[sentence], trigger)
        };
        let none_since = |sentence: usize, trigger: usize| {
            let lexicon = &self.ontology.lexicon;
            times.none_since(lexicon, sentence, &analysis.sentences[sentence], trigger)
        };
        let context = Context {
            article,
            analysis,
            entities,
            catalogue: &self.catalogue,
            cues: &self.cues,
            light_verbs: &self.light_verbs,
            lexicon: &self.ontology.lexicon,
            time_of: &time_of,
            none_since: &none_since,
        };
        let mut findings = find_claims(context, &mut states);
        let reading = Reading {
            analysis,
            ontology: self.ontology,
        };
        drop_displaced(&mut findings.claims, &states, reading, entities);
        date_offices(analysis, &self.ontology.lexicon, &mut states, &time_of);
        findings.claims.extend(states);
        let successions = successions(&findings.claims, entities, &self.ontology.lexicon);
        findings.claims.extend(successions);
        let parts = Parts {
            article,
            analysis,
            entities,
            times: &times.all,
            catalogue: &self.catalogue,
            gazetteer: &self.ontology.gazetteer,
            calibration: &self.calibration,
        };
        assemble(parts, findings)
    }
}

/// Verbs whose subject does what their object says: "launch (an attack)", and verbs that say that it is
/// planned, wanted, refused or over: "plan (a visit)", "lift (sanctions)".
pub(crate) fn light_verbs(ontology: &Ontology) -> FxHashSet<String> {
    let cues = &ontology.cues;
    let meant = cues
        .modality
        .iter()
        .filter(|(modality, _)| matches!(modality, Modality::Planned | Modality::Intended))
        .map(|(_, cue)| cue);
    meant
        .chain(&cues.ended)
        .chain(&cues.negation)
        .filter(|cue| cue.kind == CueKind::Verb)
        .map(|cue| cue.lemmas.join(" "))
        // Who prevents an attack attacks nobody.
        .filter(|verb| !ontology.lexicon.has(WordList::OthersDeedVerb, verb))
        .chain(ontology.lexicon.words(WordList::LightVerb).iter().cloned())
        .collect()
}
