//! Scaled dot-product attention (Vaswani et al. 2017) within each sentence.

use super::float::softmax;
use std::ops::Range;

/// Heads of each layer.
pub(super) const HEADS: usize = 12;
/// Width of a head.
pub(super) const HEAD_WIDTH: usize = 32;
const WIDTH: usize = HEADS * HEAD_WIDTH;
/// Sums that are kept in registers together.
const LANES: usize = 16;

/// Memory that attention keeps between calls.
#[derive(Default)]
pub(super) struct Room {
    /// The keys of one head and sentence, one row for each number of the key, padded with zeros to whole [`LANES`].
    keys: Vec<f32>,
    /// The weights of one query, padded likewise.
    weights: Vec<f32>,
}

impl Room {
    /// Reads queries, keys and values, side by side in the rows of `projected`, and writes what each row
    /// gathers from its sentence into `out`.
    #[inline(always)]
    pub(super) fn attend(
        &mut self,
        projected: &[f32],
        sentences: &[Range<usize>],
        out: &mut [f32],
    ) {
        for rows in sentences {
            let stride = rows.len().next_multiple_of(LANES);
            self.keys.clear();
            self.keys.resize(HEAD_WIDTH * stride, 0.0);
            self.weights.resize(stride, 0.0);
            let (keys, weights) = (&mut self.keys[..], &mut self.weights[..]);
            for head in 0..HEADS {
                turn_keys(projected, rows, head, stride, keys);
                for row in rows.clone() {
                    let at = head * HEAD_WIDTH;
                    let query = &projected[row * 3 * WIDTH + at..][..HEAD_WIDTH];
                    weigh(query, keys, stride, weights);
                    softmax(&mut weights[..rows.len()]);
                    let out = &mut out[row * WIDTH + at..][..HEAD_WIDTH];
                    gather(&weights[..rows.len()], projected, rows.start, head, out);
                }
            }
        }
    }
}

#[inline(always)]
fn turn_keys(projected: &[f32], rows: &Range<usize>, head: usize, stride: usize, keys: &mut [f32]) {
    for (column, row) in rows.clone().enumerate() {
        let key = &projected[row * 3 * WIDTH + WIDTH + head * HEAD_WIDTH..][..HEAD_WIDTH];
        for (value, keys) in key.iter().zip(keys.chunks_exact_mut(stride)) {
            keys[column] = *value;
        }
    }
}

#[inline(always)]
fn weigh(query: &[f32], keys: &[f32], stride: usize, weights: &mut [f32]) {
    for (block, weights) in weights.chunks_exact_mut(LANES).enumerate() {
        let mut sums = [0.0f32; LANES];
        for (value, keys) in query.iter().zip(keys.chunks_exact(stride)) {
            if let Some(keys) = keys[block * LANES..].first_chunk() {
                add_multiple(&mut sums, *value, keys);
            }
        }
        for lane in 0..LANES {
            // 1 / sqrt(HEAD_WIDTH)
            weights[lane] = sums[lane] * 0.176_776_7;
        }
    }
}

#[inline(always)]
fn gather(weights: &[f32], projected: &[f32], first: usize, head: usize, out: &mut [f32]) {
    for (block, out) in out.chunks_exact_mut(LANES).enumerate() {
        let at = 2 * WIDTH + head * HEAD_WIDTH + block * LANES;
        let rows = projected[first * 3 * WIDTH + at..].chunks(3 * WIDTH);
        let mut sums = [0.0f32; LANES];
        for (weight, row) in weights.iter().zip(rows) {
            if let Some(values) = row.first_chunk() {
                add_multiple(&mut sums, *weight, values);
            }
        }
        out.copy_from_slice(&sums);
    }
}

#[inline(always)]
fn add_multiple(sums: &mut [f32; LANES], factor: f32, values: &[f32; LANES]) {
    *sums = std::array::from_fn(|lane| sums[lane] + factor * values[lane]);
}
