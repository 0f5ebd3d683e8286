//! Scaled dot-product attention (Vaswani et al. 2017) within each sentence.

use super::float::softmax;
use super::numbers::Numbers;
use std::ops::Range;

/// Heads of each layer.
pub(super) const HEADS: usize = 12;
/// Width of a head.
pub(super) const HEAD_WIDTH: usize = 32;
const WIDTH: usize = HEADS * HEAD_WIDTH;
/// Sums that a register holds.
const LANES: usize = 16;
/// Rows that are done together.
const QUERIES: usize = 4;

/// Memory that attention keeps between calls.
#[derive(Default)]
pub(super) struct Room {
    /// The keys of one head and sentence, one row for each number of the key, padded with zeros to whole [`LANES`].
    keys: Numbers<f32>,
    /// The weights of [`QUERIES`] queries, padded likewise.
    weights: Numbers<f32>,
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
            self.keys.resize(HEAD_WIDTH * stride);
            self.keys.fill(0.0);
            self.weights.resize(QUERIES * stride);
            for head in 0..HEADS {
                turn_keys(projected, rows, head, stride, &mut self.keys);
                let mut place = Place {
                    projected,
                    rows: rows.clone(),
                    head,
                    keys: &self.keys,
                    weights: &mut self.weights,
                };
                let mut row = rows.start;
                while row + QUERIES <= rows.end {
                    place.attend::<QUERIES>(row, out);
                    row += QUERIES;
                }
                while row < rows.end {
                    place.attend::<1>(row, out);
                    row += 1;
                }
            }
        }
    }
}

/// One head in one sentence.
struct Place<'a> {
    projected: &'a [f32],
    rows: Range<usize>,
    head: usize,
    keys: &'a [f32],
    weights: &'a mut [f32],
}

impl Place<'_> {
    /// Does `N` rows from `row` on. Their sums do not wait for each other, and each key is read once for all.
    #[inline(always)]
    fn attend<const N: usize>(&mut self, row: usize, out: &mut [f32]) {
        let (count, stride) = (self.rows.len(), self.keys.len() / HEAD_WIDTH);
        let at = self.head * HEAD_WIDTH;
        let queries: [&[f32; HEAD_WIDTH]; N] =
            std::array::from_fn(|n| head_of(self.projected, (row + n) * 3 * WIDTH + at));
        let weights = &mut self.weights[..N * stride];
        weigh(queries, self.keys, stride, weights);
        for weights in weights.chunks_exact_mut(stride) {
            softmax(weights, count);
        }
        let values = &self.projected[self.rows.start * 3 * WIDTH + 2 * WIDTH + at..];
        let sums = gather::<N>(weights, stride, count, values);
        for (n, sums) in sums.iter().enumerate() {
            out[(row + n) * WIDTH + at..][..HEAD_WIDTH].copy_from_slice(sums.as_flattened());
        }
    }
}

#[inline(always)]
fn head_of(numbers: &[f32], at: usize) -> &[f32; HEAD_WIDTH] {
    numbers[at..].first_chunk().unwrap_or(&[0.0; HEAD_WIDTH])
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
fn weigh<const N: usize>(
    queries: [&[f32; HEAD_WIDTH]; N],
    keys: &[f32],
    stride: usize,
    weights: &mut [f32],
) {
    for block in (0..stride).step_by(LANES) {
        let mut sums = [[0.0f32; LANES]; N];
        for (number, keys) in keys.chunks_exact(stride).take(HEAD_WIDTH).enumerate() {
            let Some(keys) = keys[block..].first_chunk() else {
                break;
            };
            for n in 0..N {
                add_multiple(&mut sums[n], queries[n][number], keys);
            }
        }
        for (sums, weights) in sums.iter().zip(weights.chunks_exact_mut(stride)) {
            for (weight, sum) in weights[block..].iter_mut().zip(sums) {
                // 1 / sqrt(HEAD_WIDTH)
                *weight = sum * 0.176_776_7;
            }
        }
    }
}

/// The values of all rows, each times its weight, added up; `values` begins with those of the first row.
#[inline(always)]
fn gather<const N: usize>(
    weights: &[f32],
    stride: usize,
    count: usize,
    values: &[f32],
) -> [[[f32; LANES]; HEAD_WIDTH / LANES]; N] {
    let mut sums = [[[0.0f32; LANES]; HEAD_WIDTH / LANES]; N];
    for (row, values) in values.chunks(3 * WIDTH).take(count).enumerate() {
        let (values, _) = head_of(values, 0).as_chunks::<LANES>();
        for n in 0..N {
            let weight = weights[n * stride + row];
            for block in 0..HEAD_WIDTH / LANES {
                add_multiple(&mut sums[n][block], weight, &values[block]);
            }
        }
    }
    sums
}

#[inline(always)]
fn add_multiple(sums: &mut [f32; LANES], factor: f32, values: &[f32; LANES]) {
    *sums = std::array::from_fn(|lane| sums[lane] + factor * values[lane]);
}
