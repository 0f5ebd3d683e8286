//! How many tokens a second each analyser reads, from the text to the names, over the example articles; by the
//! processor time of one thread where the system tells it, so that other work beside it counts less.

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsgraph_article::{Input, read_article};
use newsgraph_language::{Analyzer, Method};
use newsgraph_model::Article;
use newsgraph_ontology::Gazetteer;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The processor time of this thread on Linux, elsewhere the time on the wall.
struct ThreadTime;

impl ThreadTime {
    fn now(started: Instant) -> Duration {
        let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat")
            .ok()
            .and_then(|line| line.split(' ').next()?.parse().ok());
        nanoseconds.map_or_else(|| started.elapsed(), Duration::from_nanos)
    }
}

impl Measurement for ThreadTime {
    type Intermediate = (Instant, Duration);
    type Value = Duration;

    fn start(&self) -> Self::Intermediate {
        let now = Instant::now();
        (now, Self::now(now))
    }

    fn end(&self, (started, before): Self::Intermediate) -> Duration {
        Self::now(started).saturating_sub(before)
    }

    fn add(&self, first: &Duration, second: &Duration) -> Duration {
        *first + *second
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

fn examples() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let article = |path: &Path| {
        let bytes = std::fs::read(path).expect("an article");
        let id = newsgraph_article::id_of(path);
        let input = Input {
            id: &id,
            metadata: None,
            date: None,
        };
        read_article(&bytes, input).expect("a readable article")
    };
    paths.iter().map(|path| article(path)).collect()
}

fn analyze(criterion: &mut Criterion<ThreadTime>) {
    let articles = examples();
    let gazetteer = Gazetteer::embedded().expect("the embedded names are sound");
    let mut group = criterion.benchmark_group("analysis");
    for method in [Method::Fast, Method::Accurate] {
        let analyzer = Analyzer::with_method(method, &gazetteer).expect("the models");
        let tokens: usize = articles
            .iter()
            .flat_map(|article| analyzer.analyze(article).sentences)
            .map(|sentence| sentence.tokens.len())
            .sum();
        group.throughput(Throughput::Elements(tokens as u64));
        group.bench_function(format!("{method:?}"), |bench| {
            bench.iter(|| {
                for article in &articles {
                    black_box(analyzer.analyze(article));
                }
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(ThreadTime);
    targets = analyze
}
criterion_main!(benches);
