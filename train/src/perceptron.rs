//! Averaged perceptron over hashed features, in whole numbers so that training is reproducible bit for bit.

use newsgraph_language::linear::weights::{LARGEST, stored, write_rows};
use rustc_hash::FxHashMap;

/// Averaged weights as they are stored.
pub(crate) struct Finished {
    /// The rows in the model file's form.
    pub(crate) rows: Vec<u8>,
    /// Stored weight = average · scale.
    pub(crate) scale: f64,
}

/// Weights while they are learnt.
#[derive(Default)]
pub(crate) struct Learner {
    rows: FxHashMap<u32, u32>,
    cells: Vec<Vec<Cell>>,
    /// Number of decisions so far: the clock of the average.
    now: u32,
}

#[derive(Clone, Copy)]
struct Cell {
    class: u8,
    stamp: u32,
    weight: i32,
    /// Sum of the weight over all decisions up to `stamp`.
    total: i64,
}

impl Learner {
    /// Adds the weights of every feature to the classes' scores.
    pub(crate) fn add_scores(&self, features: &[u32], scores: &mut [i32]) {
        for feature in features {
            if let Some(&row) = self.rows.get(feature) {
                for cell in &self.cells[row as usize] {
                    scores[usize::from(cell.class)] += cell.weight;
                }
            }
        }
    }

    /// Counts one decision.
    pub(crate) fn tick(&mut self) {
        self.now += 1;
    }

    /// Changes the weight of every feature for a class.
    pub(crate) fn update(&mut self, features: &[u32], class: usize, change: i32) {
        for &feature in features {
            let next = self.cells.len() as u32;
            let row = *self.rows.entry(feature).or_insert(next);
            if row == next {
                self.cells.push(Vec::new());
            }
            self.cells[row as usize].update(class as u8, change, self.now);
        }
    }

    /// The averaged weights, one byte each; averages below `prune` are dropped.
    pub(crate) fn finish(&self, prune: f64) -> Finished {
        let scale = self.scale();
        let mut rows: Vec<(u32, Vec<(u8, i8)>)> = Vec::new();
        let mut features: Vec<(u32, u32)> = self
            .rows
            .iter()
            .map(|(&feature, &row)| (feature, row))
            .collect();
        features.sort_unstable();
        for (feature, row) in features {
            let mut cells: Vec<(u8, i8)> = self.cells[row as usize]
                .iter()
                .map(|cell| (cell.class, cell.average(self.now)))
                .filter(|(_, average)| average.abs() >= prune)
                .map(|(class, average)| (class, stored(average * scale)))
                .filter(|&(_, weight)| weight != 0)
                .collect();
            cells.sort_unstable();
            if !cells.is_empty() {
                rows.push((feature, cells));
            }
        }
        Finished {
            rows: write_rows(rows),
            scale,
        }
    }

    /// Makes the largest average the largest weight that can be stored.
    fn scale(&self) -> f64 {
        let averages = self
            .cells
            .iter()
            .flatten()
            .map(|cell| cell.average(self.now).abs());
        f64::from(LARGEST) / averages.fold(1.0, f64::max)
    }

    /// The averaged weight of one feature for a class.
    pub(crate) fn average(&self, feature: u32, class: usize) -> f64 {
        let cells = self
            .rows
            .get(&feature)
            .map_or(&[][..], |&row| &self.cells[row as usize]);
        cells
            .iter()
            .find(|cell| usize::from(cell.class) == class)
            .map_or(0.0, |cell| cell.average(self.now))
    }

    /// Number of features with a weight.
    pub(crate) fn features(&self) -> usize {
        self.cells.len()
    }
}

impl Cell {
    fn average(&self, now: u32) -> f64 {
        let total = self.total + i64::from(now - self.stamp) * i64::from(self.weight);
        total as f64 / f64::from(now.max(1))
    }
}

trait Row {
    fn update(&mut self, class: u8, change: i32, now: u32);
}

impl Row for Vec<Cell> {
    fn update(&mut self, class: u8, change: i32, now: u32) {
        match self.iter_mut().find(|cell| cell.class == class) {
            Some(cell) => {
                cell.total += i64::from(now - cell.stamp) * i64::from(cell.weight);
                cell.stamp = now;
                cell.weight += change;
            }
            None => self.push(Cell {
                class,
                stamp: now,
                weight: change,
                total: 0,
            }),
        }
    }
}

/// Which features occur at least twice; the others would only be learnt by heart.
pub(crate) struct Census {
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Census {
    const BITS: u32 = 28;

    pub(crate) fn new() -> Self {
        let words = 1 << (Self::BITS - 6);
        Self {
            once: vec![0; words],
            twice: vec![0; words],
        }
    }

    fn slot(feature: u32) -> (usize, u64) {
        let bit = feature >> (32 - Self::BITS);
        ((bit >> 6) as usize, 1 << (bit & 63))
    }

    /// Counts one occurrence of each feature.
    pub(crate) fn count(&mut self, features: &[u32]) {
        for &feature in features {
            let (word, bit) = Self::slot(feature);
            if self.once[word] & bit != 0 {
                self.twice[word] |= bit;
            }
            self.once[word] |= bit;
        }
    }

    /// Drops the features seen less than twice.
    pub(crate) fn keep_common(&self, features: &mut Vec<u32>) {
        features.retain(|&feature| {
            let (word, bit) = Self::slot(feature);
            self.twice[word] & bit != 0
        });
    }
}

/// Reproducible random numbers: SplitMix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// True with the given probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        ((self.next() >> 11) as f64) < probability * (1u64 << 53) as f64
    }

    /// Puts the items in random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
    }
}
