use super::judge::Verdict;
use std::collections::BTreeMap;

/// Counts over the passages of one corpus.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    kinds: BTreeMap<String, Recall>,
    right: usize,
    judged: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Recall {
    facts: usize,
    told: usize,
    named: usize,
    named_told: usize,
}

impl Recall {
    fn add(&mut self, named: bool, told: bool) {
        self.facts += 1;
        self.told += usize::from(told);
        self.named += usize::from(named);
        self.named_told += usize::from(named && told);
    }

    fn line(&self, name: &str) -> String {
        format!(
            "  {name:<24}{:>6} of {:>5}  {:>5}   named {:>5} of {:>5}  {:>5}",
            self.told,
            self.facts,
            ratio(self.told, self.facts),
            self.named_told,
            self.named,
            ratio(self.named_told, self.named)
        )
    }
}

impl Scores {
    pub(super) fn add(&mut self, verdict: &Verdict) {
        for (fact, told) in &verdict.facts {
            let recall = self.kinds.entry(fact.kind.clone()).or_default();
            recall.add(fact.named, *told);
        }
        self.judged += verdict.claims.len();
        self.right += verdict.claims.iter().filter(|(_, right)| *right).count();
    }

    /// Precision over the judged claims, recall over the facts, all and by kind.
    pub(super) fn print(&self, corpus: &str) {
        let mut all = Recall::default();
        for recall in self.kinds.values() {
            all.facts += recall.facts;
            all.told += recall.told;
            all.named += recall.named;
            all.named_told += recall.named_told;
        }
        println!(
            "{corpus}: precision {} ({} of {} judged claims)",
            ratio(self.right, self.judged),
            self.right,
            self.judged
        );
        println!("{}", all.line("recall"));
        for (kind, recall) in &self.kinds {
            println!("{}", recall.line(kind));
        }
        println!();
    }
}

fn ratio(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    format!("{:.3}", part as f64 / whole as f64)
}
