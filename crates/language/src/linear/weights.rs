//! The weights of a linear model: sparse rows behind feature fingerprints.
//!
//! A weight is stored in one byte as the signed square root of its value: the few very large weights of
//! general features keep their size, the many small ones their precision.

use crate::model_file::{ModelError, u32_at};

/// A trained linear classifier over hashed features.
///
/// On disk a row is `fingerprint u32 · cells u8 · (class u8, weight i8)…`; in memory the rows stay as they
/// are and a hash table of fingerprints points at them.
#[derive(Clone, Debug)]
pub struct Weights {
    slots: Vec<Slot>,
    mask: u32,
    rows: Box<[u8]>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// 0 where the slot is empty: no feature has this fingerprint.
    fingerprint: u32,
    row: u32,
}

impl Weights {
    /// Reads rows as [`write_rows`] wrote them.
    ///
    /// # Errors
    /// When a row is cut off or a class is not below `classes`.
    pub fn read(bytes: &[u8], classes: usize) -> Result<Self, ModelError> {
        let features = count_rows(bytes, classes)?;
        let capacity = (features * 2).next_power_of_two().max(2);
        let mut weights = Self {
            slots: vec![Slot::default(); capacity],
            mask: capacity as u32 - 1,
            rows: bytes.into(),
        };
        let mut at = 0;
        while at < bytes.len() {
            weights.insert(u32_at(bytes, at), at as u32 + 4);
            at += 5 + 2 * usize::from(bytes[at + 4]);
        }
        Ok(weights)
    }

    fn insert(&mut self, fingerprint: u32, row: u32) {
        let mut at = fingerprint & self.mask;
        while self.slots[at as usize].fingerprint != 0 {
            at = (at + 1) & self.mask;
        }
        self.slots[at as usize] = Slot { fingerprint, row };
    }

    /// Adds the weights of every feature to the classes' scores.
    #[inline]
    pub fn add_scores(&self, features: &[u32], scores: &mut [i32]) {
        for &feature in features {
            for cell in self.row(feature).chunks_exact(2) {
                scores[usize::from(cell[0])] += expanded(cell[1] as i8);
            }
        }
    }

    #[inline]
    fn row(&self, fingerprint: u32) -> &[u8] {
        let mut at = fingerprint & self.mask;
        loop {
            let slot = self.slots[at as usize];
            if slot.fingerprint == fingerprint {
                let row = slot.row as usize;
                return &self.rows[row + 1..row + 1 + 2 * usize::from(self.rows[row])];
            }
            if slot.fingerprint == 0 {
                return &[];
            }
            at = (at + 1) & self.mask;
        }
    }
}

/// Largest weight that can be stored.
pub const LARGEST: i32 = 127 * 127;

/// The weight behind a stored byte.
#[inline]
fn expanded(stored: i8) -> i32 {
    let root = i32::from(stored);
    root * root.abs()
}

/// The byte that stores a weight between -[`LARGEST`] and [`LARGEST`] best.
pub fn stored(weight: f64) -> i8 {
    let root = weight.abs().sqrt().round().min(127.0) as i8;
    if weight < 0.0 { -root } else { root }
}

fn count_rows(bytes: &[u8], classes: usize) -> Result<usize, ModelError> {
    let (mut at, mut rows) = (0, 0);
    while at < bytes.len() {
        let cells = bytes
            .get(at + 4)
            .map_or(usize::MAX / 4, |&cells| usize::from(cells));
        let row = bytes
            .get(at + 5..at + 5 + 2 * cells)
            .ok_or_else(|| ModelError::Content("the weights are cut off".to_owned()))?;
        if row
            .chunks_exact(2)
            .any(|cell| usize::from(cell[0]) >= classes)
        {
            return Err(ModelError::Content(
                "a weight belongs to no class".to_owned(),
            ));
        }
        if u32_at(bytes, at) == 0 {
            return Err(ModelError::Content(
                "a feature has no fingerprint".to_owned(),
            ));
        }
        at += 5 + 2 * cells;
        rows += 1;
    }
    Ok(rows)
}

/// Writes rows for [`Weights::read`]; the caller gives them sorted, so that the bytes are reproducible.
pub fn write_rows(rows: impl IntoIterator<Item = (u32, Vec<(u8, i8)>)>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (fingerprint, cells) in rows {
        bytes.extend_from_slice(&fingerprint.to_le_bytes());
        bytes.push(cells.len() as u8);
        for (class, weight) in cells {
            bytes.extend_from_slice(&[class, weight as u8]);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_score_the_classes_they_name() {
        let bytes = write_rows([(7, vec![(0, 3), (2, -4)]), (8, vec![(2, 1)])]);
        let weights = Weights::read(&bytes, 3).unwrap();
        let mut scores = [0; 3];
        weights.add_scores(&[7, 8, 9], &mut scores);
        assert_eq!(scores, [9, 0, -15]);
    }

    #[test]
    fn rows_that_make_no_sense_are_refused() {
        let bytes = write_rows([(7, vec![(5, 3)])]);
        assert!(Weights::read(&bytes, 3).is_err());
        assert!(Weights::read(&bytes[..6], 9).is_err());
    }
}
