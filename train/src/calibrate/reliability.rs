use super::fit::{Example, Model};

/// Lower ends of the bins of stated confidence.
const BINS: [f64; 5] = [0.0, 0.6, 0.7, 0.8, 0.9];

/// Stated against measured: claims in bins of their confidence.
#[derive(Clone, Debug, Default)]
pub(super) struct Reliability {
    bins: [Bin; BINS.len()],
}

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    claims: usize,
    right: usize,
    stated: f64,
}

impl Reliability {
    pub(super) fn of(model: &Model, examples: &[Example]) -> Self {
        let mut reliability = Self::default();
        reliability.add(model, examples);
        reliability
    }

    /// Counts further claims by what another model states of them.
    pub(super) fn add(&mut self, model: &Model, examples: &[Example]) {
        for example in examples {
            let stated = model.probability(example.signals);
            let at = BINS.iter().rposition(|&low| stated >= low).unwrap_or(0);
            let bin = &mut self.bins[at];
            bin.claims += 1;
            bin.right += usize::from(example.right);
            bin.stated += stated;
        }
    }

    /// One line a bin, and the mean distance of stated and measured, each bin by its size.
    pub(super) fn table(&self, name: &str) -> String {
        let claims: usize = self.bins.iter().map(|bin| bin.claims).sum();
        let mut text = format!("{name}: {claims} claims\n");
        let mut error = 0.0;
        for (at, bin) in self
            .bins
            .iter()
            .enumerate()
            .filter(|(_, bin)| bin.claims > 0)
        {
            let high = BINS.get(at + 1).copied().unwrap_or(1.0);
            let count = bin.claims as f64;
            let (stated, measured) = (bin.stated / count, bin.right as f64 / count);
            error += (stated - measured).abs() * count / claims as f64;
            text.push_str(&format!(
                "  {:.1} to {high:.1}   stated {stated:.3}   measured {measured:.3}   {:>5} claims\n",
                BINS[at], bin.claims
            ));
        }
        text.push_str(&format!("  expected calibration error {error:.3}\n"));
        text
    }
}
