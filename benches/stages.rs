//! How fast each stage is, over all example articles, on one core. Throughput is in sentences a second, and in
//! tokens a second for the language analysis. Extraction is timed apart, on analyses made before.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsgraph_article::{Input, read_article};
use newsgraph_extract::Extractor;
use newsgraph_graph::KnowledgeGraph;
use newsgraph_language::{Analysis, Analyzer};
use newsgraph_model::{Article, Document};
use newsgraph_ontology::Ontology;
use std::hint::black_box;
use std::path::Path;

struct Material<'o> {
    ontology: &'o Ontology,
    analyzer: Analyzer<'o>,
    extractor: Extractor<'o>,
    files: Vec<(String, Vec<u8>)>,
    articles: Vec<Article>,
    analyses: Vec<Analysis>,
    documents: Vec<Document>,
}

impl<'o> Material<'o> {
    fn load(ontology: &'o Ontology) -> Self {
        let analyzer = Analyzer::embedded(&ontology.gazetteer).expect("the models");
        let extractor = Extractor::new(ontology);
        let files = example_files();
        let articles: Vec<_> = files.iter().map(|(id, bytes)| article(id, bytes)).collect();
        let analyses: Vec<_> = articles
            .iter()
            .map(|article| analyzer.analyze(article))
            .collect();
        let documents = articles
            .iter()
            .zip(&analyses)
            .map(|(article, analysis)| extractor.extract(article, analysis))
            .collect();
        Self {
            ontology,
            analyzer,
            extractor,
            files,
            articles,
            analyses,
            documents,
        }
    }

    fn sentences(&self) -> Throughput {
        Throughput::Elements(
            self.analyses
                .iter()
                .map(|it| it.sentences.len() as u64)
                .sum(),
        )
    }

    fn tokens(&self) -> Throughput {
        let sentences = self
            .analyses
            .iter()
            .flat_map(|analysis| &analysis.sentences);
        Throughput::Elements(sentences.map(|sentence| sentence.tokens.len() as u64).sum())
    }
}

fn example_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            (
                newsgraph_article::id_of(&path),
                std::fs::read(&path).expect("an article"),
            )
        })
        .collect();
    files.sort();
    files
}

fn article(id: &str, bytes: &[u8]) -> Article {
    read_article(
        bytes,
        Input {
            id,
            metadata: None,
            date: None,
        },
    )
    .expect("a readable article")
}

fn stages(criterion: &mut Criterion) {
    let ontology = Ontology::embedded().expect("the ontology");
    let material = Material::load(&ontology);
    let mut group = criterion.benchmark_group("stages");
    group.throughput(material.sentences());
    group.bench_function("read", |bench| {
        bench.iter(|| {
            for (id, bytes) in &material.files {
                black_box(article(id, bytes));
            }
        });
    });
    group.bench_function("graph", |bench| {
        bench.iter(|| KnowledgeGraph::from_documents(&material.documents, material.ontology));
    });
    group.throughput(material.tokens());
    group.bench_function("analyze", |bench| {
        bench.iter(|| {
            for article in &material.articles {
                black_box(material.analyzer.analyze(article));
            }
        });
    });
    group.finish();
}

/// Extraction alone. What it costs may not grow faster than the article: the second text is all examples in one.
fn extraction(criterion: &mut Criterion) {
    let ontology = Ontology::embedded().expect("the ontology");
    let material = Material::load(&ontology);
    let long = all_in_one(&material);
    let mut group = criterion.benchmark_group("extraction");
    group.throughput(material.sentences());
    group.bench_function("example articles", |bench| {
        bench.iter(|| {
            for (article, analysis) in material.articles.iter().zip(&material.analyses) {
                black_box(material.extractor.extract(article, analysis));
            }
        });
    });
    let analysis = material.analyzer.analyze(&long);
    group.throughput(Throughput::Elements(analysis.sentences.len() as u64));
    group.bench_function("one long article", |bench| {
        bench.iter(|| black_box(material.extractor.extract(&long, &analysis)));
    });
    group.finish();
}

fn all_in_one(material: &Material<'_>) -> Article {
    let texts: Vec<&str> = material
        .articles
        .iter()
        .map(|article| article.text.as_str())
        .collect();
    article("long", texts.join("\n\n").as_bytes())
}

fn start_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start-up");
    group.sample_size(20);
    group.bench_function("ontology", |bench| bench.iter(Ontology::embedded));
    let ontology = Ontology::embedded().expect("the ontology");
    group.bench_function("models", |bench| {
        bench.iter(|| {
            Analyzer::embedded(&ontology.gazetteer)
                .map(|_| ())
                .map_err(|_| ())
        })
    });
    group.bench_function("patterns", |bench| bench.iter(|| Extractor::new(&ontology)));
    group.finish();
}

criterion_group!(benches, stages, extraction, start_up);
criterion_main!(benches);
