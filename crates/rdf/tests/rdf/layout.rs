use super::{ask, example, graph_of, quads};
use newsgraph_rdf::{
    AnswerFormat, AnswerSummary, DatasetDescription, DefaultGraph, Detail, Export, Store,
};
use oxigraph::model::{NamedNode, Term};

#[test]
fn what_some_article_states_as_fact_is_fact_and_not_reported_too() {
    assert!(ask(
        "ASK { ent:Abdel_Fattah_el-Sisi ng:meets ent:Abdel_Fattah_al-Burhan . \
               ent:Abdel_Fattah_al-Burhan ng:meets ent:Abdel_Fattah_el-Sisi }"
    ));
    assert!(!ask("ASK { GRAPH ngg:reported { ?a ng:meets ?b } }"));
}

#[test]
fn what_is_planned_wanted_or_alleged_is_only_reported() {
    for (relation, object) in [
        ("visits", "Khartoum"),
        ("agreesWith", "Ethiopia"),
        ("attacks", "Sudan"),
    ] {
        assert!(ask(&format!(
            "ASK {{ GRAPH ngg:reported {{ ?a ng:{relation} ent:{object} }} }}"
        )));
        assert!(!ask(&format!("ASK {{ ?a ng:{relation} ent:{object} }}")));
    }
}

#[test]
fn a_denial_makes_no_direct_triple() {
    let quads = quads(&[example::minister_denies()], Detail::Full);
    let meets = NamedNode::new("https://w3id.org/newsgraph/ns#meets").unwrap();
    assert!(quads.iter().all(|quad| quad.predicate != meets));
    assert!(
        quads
            .iter()
            .any(|quad| quad.object == Term::from(meets.clone()))
    );
}

#[test]
fn no_triple_stands_in_two_graphs_and_no_node_is_blank() {
    let quads = quads(&example::documents(), Detail::Full);
    let mut triples: Vec<String> = quads
        .iter()
        .map(|quad| format!("{} {} {}", quad.subject, quad.predicate, quad.object))
        .collect();
    let count = triples.len();
    triples.sort();
    triples.dedup();
    assert_eq!(triples.len(), count);
    assert!(
        !quads
            .iter()
            .any(|quad| quad.subject.is_blank_node() || quad.object.is_blank_node())
    );
}

#[test]
fn less_detail_is_a_part_of_more_detail() {
    let documents = example::documents();
    let [facts, claims, full] =
        [Detail::Facts, Detail::Claims, Detail::Full].map(|detail| quads(&documents, detail));
    assert!(facts.len() < claims.len() && claims.len() < full.len());
    assert!(facts.iter().all(|quad| claims.contains(quad)));
    assert!(claims.iter().all(|quad| full.contains(quad)));
}

#[test]
fn a_city_that_stands_for_a_state_is_named_beside_it() {
    assert!(ask(
        "ASK { GRAPH ?article { ?m ng:refersTo ent:Sudan ; ng:literalReferent ent:Khartoum ; \
                                nif:anchorOf \"Khartoum blamed\" } }"
    ));
}

#[test]
fn spans_count_characters_of_the_text() {
    // The headline holds a character of three bytes.
    assert!(ask("ASK { GRAPH ?article { \
         <https://w3id.org/newsgraph/doc/nile-dam#char=0,17> nif:anchorOf \"Egypt’s president\" } }"));
}

#[test]
fn an_event_tells_roles_time_numbers_and_links() {
    assert!(ask(
        "ASK { GRAPH ?a { ?e a ng:Attack ; ng:killed 12 ; ng:quantifier \"atLeast\" ; ng:before ?m ; \
                             ng:when/ng:timex \"2021-03-04\" . \
                          ?m a ng:Meeting ; ng:participant ent:Abdel_Fattah_el-Sisi ; \
                             ng:atPlace ent:Khartoum ; ng:modality ng:Planned ; \
                             ng:earliestDate \"2021-03-06\"^^xsd:date } }"
    ));
}

#[test]
fn an_entity_that_happens_is_a_named_event_and_no_event_of_an_article() {
    let mut documents = example::documents();
    let entity = &mut documents[0].entities[0];
    entity.class = "Event".to_owned();
    let iri = NamedNode::new(entity.iri.clone()).unwrap();
    let said: Vec<_> = quads(&documents[..1], Detail::Full)
        .into_iter()
        .filter(|quad| quad.subject == iri.clone().into())
        .collect();
    let has = |predicate: &str, object: &str| {
        said.iter().any(|quad| {
            quad.predicate.as_str().ends_with(predicate) && quad.object.to_string().contains(object)
        })
    };
    assert!(has("type", "ns#NamedEvent>") && has("type", "ns#Event>"));
    assert!(!has("modality", ""));
}

#[test]
fn a_claim_names_the_words_that_make_it() {
    assert!(ask(
        "ASK { GRAPH ?a { ?c a ng:Claim ; rdf:predicate ng:attacks ; ng:trigger ?words . ?words nif:anchorOf ?text } }"
    ));
    assert!(!ask(
        "ASK { GRAPH ?a { ?c a ng:Claim FILTER NOT EXISTS { ?c ng:trigger ?words } } }"
    ));
}

#[test]
fn a_description_counts_what_it_describes() {
    let documents = example::documents();
    let graph = graph_of(&documents);
    let description = DatasetDescription {
        iri: NamedNode::new("https://example.org/nile").unwrap(),
        title: "The dam on the Nile".to_owned(),
        license: None,
    };
    let export = Export::new(&documents, &graph, Detail::Facts)
        .unwrap()
        .described(description);
    let store = Store::new().unwrap();
    store.load_export(&export).unwrap();
    let query = "PREFIX void: <http://rdfs.org/ns/void#>
        ASK { <https://example.org/nile> a void:Dataset ; void:documents 3 ; void:classPartition ?p .
              ?p void:class ng:Country ; void:entities 3 }";
    let answer = store.query(query, DefaultGraph::Facts).unwrap();
    assert_eq!(
        answer.write(AnswerFormat::Table, std::io::sink()).unwrap(),
        AnswerSummary::Boolean(true)
    );
}

#[test]
fn an_identity_that_is_no_iri_is_refused_with_its_entity() {
    let mut document = example::summit_over();
    document.entities[0].iri = "el-Sisi".to_owned();
    let documents = [document];
    let graph = graph_of(&documents);
    let error = Export::new(&documents, &graph, Detail::Full)
        .unwrap()
        .quads()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("“Abdel Fattah el-Sisi” of document `summit-over`"),
        "{error}"
    );
}

#[test]
fn a_document_that_the_graph_does_not_know_is_refused() {
    let graph = graph_of(&[example::summit_over()]);
    let stranger = [example::dam_dispute()];
    assert!(Export::new(&stranger, &graph, Detail::Full).is_err());
}
