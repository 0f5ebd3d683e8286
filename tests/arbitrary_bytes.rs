//! No bytes make anything panic that reads them: arbitrary ones, and real input that is damaged. The functions are
//! those of the fuzz targets; see `fuzz/README.md`.

#[path = "../fuzz/src/lib.rs"]
pub mod readers;

use proptest::prelude::*;

const ARTICLE: &[u8] = include_bytes!("../examples/articles/crimea.txt");
const METADATA: &[u8] = b"id,published,source\ncrimea,2014-03-18,The Daily\nbrexit,2020-01-31,\n";
const GAZETTEER: &[u8] =
    b"label,alias,type,id,country\nPort Vell,Vell|Old Port,City,Q1,ES\nHarbour Watch,,Organisation,,\n";
const ONTOLOGY: &[u8] = br#"@prefix ng: <https://w3id.org/newsgraph/ns#> .
@prefix my: <https://example.org/vocabulary#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
my:smuggles a ng:RelationType , owl:ObjectProperty ; rdfs:label "smuggles"@en ;
    skos:definition "Brings across a border in secret."@en ; rdfs:domain ng:Actor ; rdfs:range ng:Entity ;
    ng:pattern "smuggle|run in(v): subj -> obj|of:Place [ended]" ; ng:example "The crew smuggled ivory."@en .
ng:HeadRank ng:office "grand vizier = Vizier" . ng:Country ng:metonym "Topkapi = Turkey" .
"#;

/// Arbitrary bytes, or the sample with up to eight of its stretches overwritten, doubled or cut out.
fn damaged(sample: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    let stretch = (
        any::<prop::sample::Index>(),
        0..40_usize,
        0..3_u8,
        any::<u8>(),
    );
    let harmed = prop::collection::vec(stretch, 0..8).prop_map(move |stretches| {
        let mut bytes = sample.to_vec();
        for (start, length, harm, byte) in stretches {
            if bytes.is_empty() {
                break;
            }
            let start = start.index(bytes.len());
            let end = (start + length).min(bytes.len());
            match harm {
                0 => bytes[start..end].fill(byte),
                1 => drop(bytes.drain(start..end)),
                _ => bytes.extend_from_within(start..end),
            }
        }
        bytes
    });
    prop_oneof![
        1 => prop::collection::vec(any::<u8>(), 0..200),
        3 => harmed,
    ]
}

proptest! {
    #[test]
    fn no_article_panics(data in damaged(ARTICLE)) {
        readers::article(&data);
    }

    #[test]
    fn no_metadata_panics(data in damaged(METADATA)) {
        readers::metadata(&data);
    }
}

proptest! {
    // Each of these loads or runs whole parts of the program.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_extraction_panics(data in damaged(ARTICLE)) {
        readers::extraction(&data);
    }

    #[test]
    fn no_ontology_panics(data in damaged(ONTOLOGY)) {
        readers::ontology(&data);
    }

    #[test]
    fn no_gazetteer_panics(data in damaged(GAZETTEER)) {
        readers::gazetteer(&data);
    }

    #[test]
    fn no_model_file_panics(data in damaged(&ARTICLE[..64])) {
        readers::model_file(&data);
    }
}
