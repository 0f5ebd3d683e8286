use crate::assembly::{Parts, assemble};
use crate::draft::{DraftTime, Entities};
use crate::factuality::CueTable;
use crate::relations::{Catalogue, Context, find_claims};
use newsgraph_language::Analysis;
use newsgraph_model::{Article, Document};
use newsgraph_ontology::Ontology;
use rustc_hash::FxHashSet;

/// Reads articles by one ontology, which is compiled once and shared by any number of threads.
#[derive(Debug)]
pub struct Extractor<'o> {
    ontology: &'o Ontology,
    catalogue: Catalogue,
    cues: CueTable,
    light_verbs: FxHashSet<String>,
}

impl<'o> Extractor<'o> {
    /// Compiles the relation patterns and cues of an ontology.
    pub fn new(ontology: &'o Ontology) -> Self {
        Self {
            ontology,
            catalogue: Catalogue::new(ontology),
            cues: CueTable::new(&ontology.cues),
            light_verbs: ontology.lexicon.light_verbs.clone(),
        }
    }

    /// All that the article states, by the ontology's patterns. The same article and analysis give the same
    /// document, byte for byte.
    pub fn extract(&self, article: &Article, analysis: &Analysis) -> Document {
        let entities = Entities::default();
        let times: Vec<DraftTime> = Vec::new();
        self.document(article, analysis, &entities, &times)
    }

    fn document(
        &self,
        article: &Article,
        analysis: &Analysis,
        entities: &Entities,
        times: &[DraftTime],
    ) -> Document {
        let time_of = |_: usize, _: usize| None;
        let findings = find_claims(Context {
            article,
            analysis,
            entities,
            catalogue: &self.catalogue,
            cues: &self.cues,
            light_verbs: &self.light_verbs,
            time_of: &time_of,
        });
        let parts = Parts {
            article,
            analysis,
            entities,
            times,
            catalogue: &self.catalogue,
            gazetteer: &self.ontology.gazetteer,
        };
        assemble(parts, findings)
    }
}
