//! Prints the analysis of plain-text files as CoNLL-U: `cargo run --example analyze -- FILE…`

use newsgraph_language::{Analyzer, conllu::write_document};
use newsgraph_model::{Article, ArticleMetadata, Region, RegionKind, Span};
use newsgraph_ontology::Gazetteer;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let gazetteer = Gazetteer::embedded()?;
    let analyzer = Analyzer::embedded(&gazetteer)?;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let article = article(&path, text);
        print!("{}", write_document(&article, &analyzer.analyze(&article)));
    }
    Ok(())
}

fn article(id: &str, text: String) -> Article {
    let span = Span::new(0, text.chars().count());
    Article {
        metadata: ArticleMetadata {
            id: id.to_owned(),
            title: None,
            published: None,
            published_origin: None,
            url: None,
            source: None,
            language: "en".to_owned(),
            sha256: String::new(),
        },
        text,
        regions: vec![Region {
            kind: RegionKind::Body,
            span,
        }],
    }
}
