use std::{collections::BTreeSet, fmt, ops::AddAssign};

/// Counts behind a precision and a recall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) gold: usize,
    pub(crate) system: usize,
}

impl Score {
    /// How well two sets agree.
    pub(crate) fn of_sets<T: Ord>(gold: &BTreeSet<T>, system: &BTreeSet<T>) -> Self {
        Self {
            right: gold.intersection(system).count(),
            gold: gold.len(),
            system: system.len(),
        }
    }

    /// Harmonic mean of precision and recall, in per cent; 100 when there is nothing to find and nothing found.
    pub(crate) fn f1(self) -> f64 {
        match self.gold + self.system {
            0 => 100.0,
            all => 200.0 * self.right as f64 / all as f64,
        }
    }

    pub(crate) fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.system.max(1) as f64
    }

    pub(crate) fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.gold += other.gold;
        self.system += other.system;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.f1())
    }
}
