//! Averaged perceptron over hashed features, in whole numbers so that training is reproducible bit for bit.

use newsgraph_language::linear::weights::{LARGEST, stored, write_rows};

/// Averaged weights as they are stored.
pub(crate) struct Finished {
    /// The rows in the model file's form.
    pub(crate) rows: Vec<u8>,
    /// Stored weight = average · scale.
    pub(crate) scale: f64,
}

/// Weights while they are learnt.
///
/// An open-addressing table of features points at rows of cells in one arena; what scoring reads lies apart from
/// what averaging needs, because scoring is nearly all the work.
pub(crate) struct Learner {
    slots: Vec<Slot>,
    features: usize,
    /// `weight << 8 | class` of every cell.
    weights: Vec<i32>,
    sums: Vec<Sum>,
    /// Number of decisions so far: the clock of the average.
    now: u32,
}

/// Where a feature's row lies; free while the row has no room.
#[derive(Clone, Copy, Default)]
struct Slot {
    feature: u32,
    start: u32,
    length: u16,
    room: u16,
}

/// Sum of a weight over all decisions up to `stamp`.
#[derive(Clone, Copy, Default)]
struct Sum {
    total: i64,
    stamp: u32,
}

impl Default for Learner {
    fn default() -> Self {
        Self {
            slots: vec![Slot::default(); 1 << 16],
            features: 0,
            weights: Vec::new(),
            sums: Vec::new(),
            now: 0,
        }
    }
}

impl Learner {
    /// Adds the weights of every feature to the classes' scores.
    pub(crate) fn add_scores(&self, features: &[u32], scores: &mut [i32]) {
        for &feature in features {
            let slot = &self.slots[self.find(feature)];
            for &cell in
                &self.weights[slot.start as usize..slot.start as usize + usize::from(slot.length)]
            {
                scores[(cell & 0xff) as usize] += cell >> 8;
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
            let cell = self.cell(feature, class as i32);
            let sum = &mut self.sums[cell];
            sum.total += i64::from(self.now - sum.stamp) * i64::from(self.weights[cell] >> 8);
            sum.stamp = self.now;
            self.weights[cell] += change << 8;
        }
    }

    /// Index of the feature's slot, or of the free one where it belongs.
    #[inline]
    fn find(&self, feature: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        while self.slots[at].room != 0 && self.slots[at].feature != feature {
            at = (at + 1) & mask;
        }
        at
    }

    /// Index of the cell of a feature and class; it is made when there is none.
    fn cell(&mut self, feature: u32, class: i32) -> usize {
        let mut slot = self.find(feature);
        if self.slots[slot].room == 0 {
            if self.features * 2 >= self.slots.len() {
                self.grow();
                slot = self.find(feature);
            }
            self.features += 1;
            self.slots[slot].feature = feature;
            self.move_row(slot, 2);
        }
        let row = self.row(&self.slots[slot]);
        if let Some(at) = row.clone().find(|&at| self.weights[at] & 0xff == class) {
            return at;
        }
        if self.slots[slot].length == self.slots[slot].room {
            self.move_row(slot, self.slots[slot].room * 2);
        }
        let at = self.row(&self.slots[slot]).end;
        self.slots[slot].length += 1;
        self.weights[at] = class;
        self.sums[at] = Sum {
            total: 0,
            stamp: self.now,
        };
        at
    }

    fn row(&self, slot: &Slot) -> std::ops::Range<usize> {
        slot.start as usize..slot.start as usize + usize::from(slot.length)
    }

    /// Moves a row to the end of the arena, where it has more room.
    fn move_row(&mut self, slot: usize, room: u16) {
        let row = self.row(&self.slots[slot]);
        let start = self.weights.len();
        self.weights.extend_from_within(row.clone());
        self.sums.extend_from_within(row);
        self.weights.resize(start + usize::from(room), 0);
        self.sums.resize(start + usize::from(room), Sum::default());
        self.slots[slot].start = start as u32;
        self.slots[slot].room = room;
    }

    fn grow(&mut self) {
        let larger = vec![Slot::default(); self.slots.len() * 2];
        let slots = std::mem::replace(&mut self.slots, larger);
        for slot in slots.into_iter().filter(|slot| slot.room != 0) {
            let at = self.find(slot.feature);
            self.slots[at] = slot;
        }
    }

    /// The averaged weights, one byte each; averages below `prune` are dropped.
    pub(crate) fn finish(&self, prune: f64) -> Finished {
        let scale = self.scale();
        let mut used: Vec<&Slot> = self.slots.iter().filter(|slot| slot.room != 0).collect();
        used.sort_unstable_by_key(|slot| slot.feature);
        let rows = used.into_iter().filter_map(|slot| {
            let mut cells: Vec<(u8, i8)> = self
                .row(slot)
                .map(|at| ((self.weights[at] & 0xff) as u8, self.average_at(at)))
                .filter(|(_, average)| average.abs() >= prune)
                .map(|(class, average)| (class, stored(average * scale)))
                .filter(|&(_, weight)| weight != 0)
                .collect();
            cells.sort_unstable();
            (!cells.is_empty()).then_some((slot.feature, cells))
        });
        Finished {
            rows: write_rows(rows),
            scale,
        }
    }

    /// Makes the largest average the largest weight that can be stored.
    fn scale(&self) -> f64 {
        let rows = self
            .slots
            .iter()
            .filter(|slot| slot.room != 0)
            .flat_map(|slot| self.row(slot));
        f64::from(LARGEST) / rows.map(|at| self.average_at(at).abs()).fold(1.0, f64::max)
    }

    fn average_at(&self, at: usize) -> f64 {
        let Sum { total, stamp } = self.sums[at];
        let total = total + i64::from(self.now - stamp) * i64::from(self.weights[at] >> 8);
        total as f64 / f64::from(self.now.max(1))
    }

    /// The averaged weight of one feature for a class.
    pub(crate) fn average(&self, feature: u32, class: usize) -> f64 {
        let slot = &self.slots[self.find(feature)];
        let cell = self
            .row(slot)
            .find(|&at| self.weights[at] & 0xff == class as i32);
        cell.map_or(0.0, |at| self.average_at(at))
    }

    /// Number of features with a weight.
    pub(crate) fn features(&self) -> usize {
        self.features
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
