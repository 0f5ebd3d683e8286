use newsgraph_model::{
    ArticleMetadata, ArticleRecord, Casualties, Claim, ClaimId, Date, Document, Entity, EntityId,
    Event, EventId, EventLink, Evidence, Mention, MentionKind, Modality, Precision,
    PublishedOrigin, Region, RegionKind, SchemaVersion, SentenceRecord, Span, TimeBounds,
    TimeExpression,
};
use std::collections::BTreeMap;

/// Builds a document from its sentences; every span is found by its words, so offsets are always right.
pub(crate) struct DocumentBuilder {
    document: Document,
    text: String,
}

/// A claim in the making: `draft(..).planned().said_by("Ana Reyes")`.
pub(crate) struct ClaimDraft {
    claim: Claim,
}

pub(crate) fn day(text: &str) -> TimeBounds {
    TimeBounds::day(text.parse().unwrap())
}

pub(crate) fn year(year: i16) -> TimeBounds {
    TimeBounds {
        earliest: Some(Date::new(year, 1, 1).unwrap()),
        latest: Some(Date::new(year, 12, 31).unwrap()),
        precision: Some(Precision::Year),
    }
}

impl DocumentBuilder {
    /// The first sentence is the headline.
    pub(crate) fn new(id: &str, published: &str, sentences: &[&str]) -> Self {
        let text = sentences.join("\n\n");
        let mut records = Vec::new();
        let mut start = 0;
        for (index, sentence) in sentences.iter().enumerate() {
            let end = start + sentence.chars().count();
            let region = if index == 0 {
                RegionKind::Headline
            } else {
                RegionKind::Body
            };
            records.push(SentenceRecord {
                span: Span::new(start, end),
                region,
            });
            start = end + 2;
        }
        let regions = records
            .iter()
            .map(|record| Region {
                kind: record.region,
                span: record.span,
            })
            .collect();
        let metadata = ArticleMetadata {
            id: id.to_owned(),
            title: Some(sentences[0].to_owned()),
            published: Some(published.parse().unwrap()),
            published_origin: Some(PublishedOrigin::Metadata),
            url: Some(format!("https://news.example.org/{id}")),
            source: Some("Example Wire".to_owned()),
            language: "en".to_owned(),
            sha256: format!("{:0>64}", text.len()),
        };
        let article = ArticleRecord {
            metadata,
            characters: text.chars().count(),
            regions,
            text: Some(text.clone()),
        };
        let document = Document {
            schema: SchemaVersion::V1,
            article,
            sentences: records,
            entities: Vec::new(),
            times: Vec::new(),
            events: Vec::new(),
            claims: Vec::new(),
        };
        Self { document, text }
    }

    pub(crate) fn build(self) -> Document {
        self.document
    }

    /// The n-th place of these words, counted from 0.
    pub(crate) fn nth(&self, words: &str, n: usize) -> Span {
        let (byte, _) =
            self.text.match_indices(words).nth(n).unwrap_or_else(|| {
                panic!("“{words}” stands fewer than {} times in the text", n + 1)
            });
        let start = self.text[..byte].chars().count();
        Span::new(start, start + words.chars().count())
    }

    pub(crate) fn entity(
        &mut self,
        class: &str,
        name: &str,
        mentions: &[(&str, MentionKind)],
    ) -> &mut Entity {
        let number = self.document.entities.len() + 1;
        let mut mentions: Vec<Mention> = mentions
            .iter()
            .flat_map(|(words, kind)| {
                let count = self.text.matches(words).count();
                (0..count).map(|n| Mention {
                    span: self.nth(words, n),
                    kind: *kind,
                    literal_referent: None,
                    reason: None,
                })
            })
            .collect();
        mentions.sort_by_key(|mention| mention.span);
        self.document.entities.push(Entity {
            id: EntityId::numbered(number),
            class: class.to_owned(),
            name: name.to_owned(),
            names: Vec::new(),
            iri: format!("https://w3id.org/newsgraph/id/{}", name.replace(' ', "_")),
            wikidata: None,
            anonymous: false,
            mentions,
        });
        self.document.entities.last_mut().unwrap()
    }

    pub(crate) fn entity_mut(&mut self, name: &str) -> &mut Entity {
        let entities = &mut self.document.entities;
        entities
            .iter_mut()
            .find(|entity| entity.name == name)
            .unwrap()
    }

    pub(crate) fn id_of(&self, name: &str) -> EntityId {
        let found = self
            .document
            .entities
            .iter()
            .find(|entity| entity.name == name);
        found
            .unwrap_or_else(|| panic!("no entity {name}"))
            .id
            .clone()
    }

    pub(crate) fn time(
        &mut self,
        words: &str,
        timex: &str,
        relative: bool,
        bounds: TimeBounds,
    ) -> Span {
        let span = self.nth(words, 0);
        self.document.times.push(TimeExpression {
            span,
            timex: timex.to_owned(),
            relative,
            bounds,
        });
        span
    }

    /// An event named by `trigger`; gives its id and the event for further changes.
    pub(crate) fn event(
        &mut self,
        class: &str,
        label: &str,
        trigger: &str,
        roles: &[(&str, &str)],
    ) -> &mut Event {
        let trigger = self.nth(trigger, 0);
        let mut filled: BTreeMap<String, Vec<EntityId>> = BTreeMap::new();
        for (role, name) in roles {
            filled
                .entry((*role).to_owned())
                .or_default()
                .push(self.id_of(name));
        }
        self.document.events.push(Event {
            id: EventId::numbered(self.document.events.len() + 1),
            class: class.to_owned(),
            label: label.to_owned(),
            roles: filled,
            modality: Modality::Actual,
            negated: false,
            attributed_to: None,
            time: TimeBounds::UNKNOWN,
            when: None,
            sentence: self.sentence_of(trigger),
            trigger,
            further_evidence: Vec::new(),
            pattern: "own(v): subj -> obj".to_owned(),
            casualties: Casualties::default(),
            links: Vec::<EventLink>::new(),
        });
        self.document.events.last_mut().unwrap()
    }

    /// A claim whose words are the n-th place of `trigger`.
    pub(crate) fn draft(
        &self,
        subject: &str,
        relation: &str,
        object: &str,
        trigger: (&str, usize),
    ) -> ClaimDraft {
        let span = self.nth(trigger.0, trigger.1);
        ClaimDraft {
            claim: Claim {
                id: ClaimId::numbered(self.document.claims.len() + 1),
                subject: self.id_of(subject),
                relation: relation.to_owned(),
                object: self.id_of(object),
                event: None,
                modality: Modality::Actual,
                negated: false,
                attributed_to: None,
                attribution_cue: None,
                time: TimeBounds::UNKNOWN,
                place: None,
                sentence: self.sentence_of(span),
                trigger: span,
                further_evidence: Vec::new(),
                pattern: format!("{}(v): subj -> obj", trigger.0),
                confidence: 0.9,
            },
        }
    }

    pub(crate) fn state(&mut self, draft: ClaimDraft) {
        self.document.claims.push(draft.claim);
    }

    pub(crate) fn evidence(&self, trigger: &str, n: usize) -> Evidence {
        let trigger = self.nth(trigger, n);
        Evidence {
            sentence: self.sentence_of(trigger),
            trigger,
        }
    }

    fn sentence_of(&self, span: Span) -> Span {
        let sentences = &self.document.sentences;
        sentences
            .iter()
            .find(|sentence| sentence.span.contains(span))
            .unwrap()
            .span
    }
}

impl ClaimDraft {
    pub(crate) fn modality(mut self, modality: Modality) -> Self {
        self.claim.modality = modality;
        self
    }

    pub(crate) fn denied(mut self) -> Self {
        self.claim.negated = true;
        self
    }

    pub(crate) fn said_by(mut self, source: EntityId, cue: &str) -> Self {
        self.claim.attributed_to = Some(source);
        self.claim.attribution_cue = Some(cue.to_owned());
        self
    }

    pub(crate) fn when(mut self, time: TimeBounds) -> Self {
        self.claim.time = time;
        self
    }

    pub(crate) fn at(mut self, place: EntityId) -> Self {
        self.claim.place = Some(place);
        self
    }

    pub(crate) fn event(mut self, number: usize) -> Self {
        self.claim.event = Some(EventId::numbered(number));
        self
    }

    pub(crate) fn also(mut self, evidence: Evidence) -> Self {
        self.claim.further_evidence.push(evidence);
        self
    }
}
