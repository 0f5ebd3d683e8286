use crate::load::{
    SourceFile, Statements, check_properties, read_classes, read_cues, read_lexicon, read_relations,
};
use crate::{
    ClassTree, ConfidenceTable, Cues, Gazetteer, Lexicon, ONTOLOGY_FILES, OntologyError,
    RelationType,
};
use std::path::PathBuf;

/// Everything that is declared: classes, relation types, cues, lexicon, gazetteer.
#[derive(Clone, Debug, Default)]
pub struct Ontology {
    /// The classes and their hierarchy.
    pub classes: ClassTree,
    /// The relation types in order of their names.
    pub relations: Vec<RelationType>,
    /// Words that decide modality, polarity and attribution.
    pub cues: Cues,
    /// Offices, kinds of bodies and places, honorifics, metonyms.
    pub lexicon: Lexicon,
    /// Known names.
    pub gazetteer: Gazetteer,
    /// What the signs of how a claim was found are worth.
    pub confidence: ConfidenceTable,
}

impl Ontology {
    /// The embedded ontology and gazetteer.
    ///
    /// # Errors
    /// When an embedded file is broken, which the crate's tests rule out.
    pub fn embedded() -> Result<Self, OntologyError> {
        Self::with_files(&[], &[])
    }

    /// The embedded ontology with a user's files: `ontologies` (Turtle) add relation types, classes, cues and
    /// lexicon or override those of the same IRI; `gazetteers` (Turtle or CSV) add names.
    ///
    /// # Errors
    /// When a file cannot be read or says something the vocabulary does not allow; names file, line and
    /// relation.
    pub fn with_files(
        ontologies: &[PathBuf],
        gazetteers: &[PathBuf],
    ) -> Result<Self, OntologyError> {
        // Half of the time of loading goes into the embedded names, half into the statements. A user's names need the
        // classes first.
        let (names, statements) = std::thread::scope(|scope| {
            let names = scope.spawn(|| gazetteers.is_empty().then(Gazetteer::embedded));
            let statements = read_statements(ontologies);
            let names = names.join();
            let names = names.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (names, statements)
        });
        let statements = statements?;
        let classes = read_classes(&statements)?;
        let relations = read_relations(&statements, &classes)?;
        Ok(Self {
            gazetteer: match names {
                Some(names) => names?,
                None => Gazetteer::with_files(gazetteers, &classes)?,
            },
            classes,
            relations,
            cues: read_cues(&statements)?,
            lexicon: read_lexicon(&statements)?,
            confidence: ConfidenceTable::embedded()?,
        })
    }

    /// The relation type with this local name.
    pub fn relation(&self, name: &str) -> Option<&RelationType> {
        self.relations.iter().find(|relation| relation.name == name)
    }
}

fn read_statements(ontologies: &[PathBuf]) -> Result<Statements, OntologyError> {
    let mut statements = Statements::default();
    for file in ONTOLOGY_FILES {
        statements.add(SourceFile::embedded(file))?;
    }
    for path in ontologies {
        statements.add(SourceFile::read(path)?)?;
    }
    check_properties(&statements)?;
    Ok(statements)
}
