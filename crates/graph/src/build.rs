use crate::entity::Description;
use crate::knowledge_graph::Contents;
use crate::{
    ArticleNode, ClaimRecord, ClaimRef, ClassKind, EntityNode, EventNode, EventRef, GraphError,
    Relation, RelationKey, RelationKind,
};
use newsgraph_model::{Claim, Document, EntityId, Event};
use newsgraph_ontology::Ontology;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one document contributes to a graph.
pub(crate) fn document_contents(
    document: &Document,
    ontology: &Ontology,
) -> Result<Contents, GraphError> {
    let mut reader = DocumentReader::new(document);
    reader.read_classes(ontology);
    reader.read_entities();
    for event in &document.events {
        reader.read_event(event)?;
    }
    for claim in &document.claims {
        reader.read_claim(claim, ontology)?;
    }
    Ok(reader.contents)
}

struct DocumentReader<'d> {
    document: &'d Document,
    id: Arc<str>,
    iris: BTreeMap<&'d EntityId, Arc<str>>,
    contents: Contents,
}

impl<'d> DocumentReader<'d> {
    fn new(document: &'d Document) -> Self {
        let metadata = &document.article.metadata;
        let id: Arc<str> = metadata.id.as_str().into();
        let mut contents = Contents::default();
        contents
            .articles
            .insert(Arc::clone(&id), ArticleNode::from(metadata));
        Self {
            document,
            id,
            iris: BTreeMap::new(),
            contents,
        }
    }

    fn read_classes(&mut self, ontology: &Ontology) {
        let entities = self.document.entities.iter().map(|entity| &entity.class);
        let events = self.document.events.iter().map(|event| &event.class);
        for name in entities.chain(events) {
            if let Some(class) = ontology.classes.get(name) {
                let kind = ClassKind::new(class, &ontology.classes);
                self.contents.classes.insert(name.as_str().into(), kind);
            }
        }
    }

    fn read_entities(&mut self) {
        for entity in &self.document.entities {
            let iri: Arc<str> = entity.iri.as_str().into();
            self.iris.insert(&entity.id, Arc::clone(&iri));
            let description = Description::new(Arc::clone(&self.id), entity);
            self.contents
                .entities
                .entry(Arc::clone(&iri))
                .or_insert_with(|| EntityNode {
                    iri,
                    descriptions: Default::default(),
                })
                .descriptions
                .insert(description);
        }
    }

    fn read_event(&mut self, event: &Event) -> Result<(), GraphError> {
        let part = || format!("event {}", event.id);
        let mut roles = BTreeMap::new();
        for (role, fillers) in &event.roles {
            let fillers: Result<Vec<_>, _> = fillers
                .iter()
                .map(|filler| self.iri(filler, part))
                .collect();
            roles.insert(role.as_str().into(), fillers?);
        }
        let attributed_to = self.optional_iri(event.attributed_to.as_ref(), part)?;
        let key = EventRef {
            document: Arc::clone(&self.id),
            event: event.id.clone(),
        };
        self.contents
            .events
            .insert(key, EventNode::new(event, roles, attributed_to));
        Ok(())
    }

    fn read_claim(&mut self, claim: &Claim, ontology: &Ontology) -> Result<(), GraphError> {
        let part = || format!("claim {}", claim.id);
        let kind = self.kind(claim, ontology)?;
        let (mut subject, mut object) = (
            self.iri(&claim.subject, part)?,
            self.iri(&claim.object, part)?,
        );
        if kind.symmetric && object < subject {
            std::mem::swap(&mut subject, &mut object);
        }
        let record = ClaimRecord::new(
            claim,
            self.optional_iri(claim.attributed_to.as_ref(), part)?,
            self.optional_iri(claim.place.as_ref(), part)?,
        );
        let key = RelationKey {
            subject,
            relation: claim.relation.as_str().into(),
            object,
        };
        let source = ClaimRef {
            document: Arc::clone(&self.id),
            claim: claim.id.clone(),
        };
        self.contents.kinds.insert(Arc::clone(&key.relation), kind);
        self.contents
            .relations
            .entry(key.clone())
            .or_insert_with(|| Relation {
                key,
                claims: BTreeMap::new(),
            })
            .claims
            .insert(source, record);
        Ok(())
    }

    fn kind(&self, claim: &Claim, ontology: &Ontology) -> Result<RelationKind, GraphError> {
        if let Some(known) = self.contents.kinds.get(claim.relation.as_str()) {
            return Ok(known.clone());
        }
        ontology
            .relation(&claim.relation)
            .map(RelationKind::from)
            .ok_or_else(|| GraphError::UndeclaredRelation {
                document: self.id.to_string(),
                claim: claim.id.to_string(),
                relation: claim.relation.clone(),
            })
    }

    fn iri(&self, entity: &EntityId, part: impl Fn() -> String) -> Result<Arc<str>, GraphError> {
        self.iris
            .get(entity)
            .cloned()
            .ok_or_else(|| GraphError::UnknownEntity {
                document: self.id.to_string(),
                part: part(),
                entity: entity.to_string(),
            })
    }

    fn optional_iri(
        &self,
        entity: Option<&EntityId>,
        part: impl Fn() -> String,
    ) -> Result<Option<Arc<str>>, GraphError> {
        entity.map(|entity| self.iri(entity, part)).transpose()
    }
}
