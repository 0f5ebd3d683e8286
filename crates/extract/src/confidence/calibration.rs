use super::signal::{Signal, Signals};
use newsgraph_ontology::ConfidenceTable;

/// The table of the ontology, ready for use: a logistic model over the signs of a claim.
#[derive(Clone, Debug)]
pub(crate) struct Calibration {
    base: f64,
    weights: Vec<f64>,
}

impl Calibration {
    pub(crate) fn new(table: &ConfidenceTable) -> Self {
        Self {
            base: table.log_odds(ConfidenceTable::BASE),
            weights: Signal::ALL
                .iter()
                .map(|signal| table.log_odds(signal.as_str()))
                .collect(),
        }
    }

    /// What the signs speak for, in log-odds.
    pub(crate) fn log_odds(&self, signals: Signals) -> f64 {
        let weights = signals.iter().map(|signal| self.weights[signal as usize]);
        self.base + weights.sum::<f64>()
    }

    /// The probability that a claim with these signs is right, to three digits; never quite 0 or 1.
    pub(crate) fn confidence(&self, signals: Signals) -> f64 {
        let probability = 1.0 / (1.0 + (-self.log_odds(signals)).exp());
        ((probability * 1000.0).round() / 1000.0).clamp(0.01, 0.99)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_the_base_and_for_every_sign_and_no_other() {
        let table = ConfidenceTable::embedded().expect("the table");
        let mut wanted: Vec<&str> = Signal::ALL.iter().map(|signal| signal.as_str()).collect();
        wanted.push(ConfidenceTable::BASE);
        wanted.sort_unstable();
        assert!(table.signals().eq(wanted));
    }

    #[test]
    fn signs_of_doubt_lower_the_confidence() {
        let table = ConfidenceTable::embedded().expect("the table");
        let calibration = Calibration::new(&table);
        let plain = calibration.confidence(Signals::default());
        let doubtful = Signals::from_iter([Signal::EndActsFor, Signal::LongSentence]);
        assert!(calibration.confidence(doubtful) < plain);
        assert!((0.01..=0.99).contains(&plain));
    }
}
