//! Matrix products of 8-bit numbers with integer sums: exact, so the same with every kernel.
//!
//! Weights have one scale for each output; inputs are rounded row by row, with a scale and a zero point
//! of the row (dynamic affine quantisation; Jacob et al. 2018, section 2.1).

use super::float::{bounds, larger, round_to_int, smaller};
use super::kernel::{Kernel, MOST_ROWS, OUTPUTS, Tile};
use super::numbers::Numbers;

/// A matrix and its bias.
pub(super) struct Linear<'m> {
    inputs: usize,
    outputs: usize,
    /// For each panel of [`OUTPUTS`] outputs, for each four inputs: four weights of each output.
    weights: &'m [u8],
    scales: Vec<f32>,
    bias: Vec<f32>,
    /// The sum of the weights of each output: what a zero point of one adds to its product.
    sums: Vec<i32>,
}

impl<'m> Linear<'m> {
    /// Takes packed weights; the number of outputs is that of the scales, a multiple of [`OUTPUTS`].
    pub(super) fn new(
        inputs: usize,
        weights: &'m [u8],
        scales: Vec<f32>,
        bias: Vec<f32>,
    ) -> Option<Self> {
        let outputs = scales.len();
        let fits = inputs.is_multiple_of(4)
            && outputs.is_multiple_of(OUTPUTS)
            && bias.len() == outputs
            && weights.len() == inputs * outputs;
        let sums = fits.then(|| sums(inputs, weights))?;
        Some(Self {
            inputs,
            outputs,
            weights,
            scales,
            bias,
            sums,
        })
    }

    pub(super) fn outputs(&self) -> usize {
        self.outputs
    }

    /// The product of each row with the matrix, into the rows of `out`.
    #[inline(always)]
    pub(super) fn multiply<K: Kernel>(&self, rows: &Rounded, out: &mut [f32]) {
        debug_assert_eq!(rows.width, self.inputs);
        let tiles = rows.count.div_ceil(K::ROWS);
        let mut products = Tile::default();
        for panel in 0..self.outputs / OUTPUTS {
            let columns = panel * OUTPUTS..(panel + 1) * OUTPUTS;
            let weights = &self.weights[columns.start * self.inputs..columns.end * self.inputs];
            let sums = &self.sums[columns.clone()];
            for tile in 0..tiles {
                let first = tile * K::ROWS;
                let values = &rows.values[first * self.inputs..(first + K::ROWS) * self.inputs];
                K::multiply(values, weights, sums, &mut products);
                for row in first..(first + K::ROWS).min(rows.count) {
                    let out = &mut out[row * self.outputs..][columns.clone()];
                    self.rescale(&products, row - first, rows.rounding[row], panel, out);
                }
            }
        }
    }

    #[inline(always)]
    fn rescale(&self, products: &Tile, row: usize, by: Rounding, panel: usize, out: &mut [f32]) {
        let columns = panel * OUTPUTS..(panel + 1) * OUTPUTS;
        let (sums, scales, bias) = (
            &self.sums[columns.clone()],
            &self.scales[columns.clone()],
            &self.bias[columns],
        );
        let products = &products.0[row];
        for column in 0..OUTPUTS {
            let exact = products[column].wrapping_sub(by.zero.wrapping_mul(sums[column]));
            out[column] = exact as f32 * (by.scale * scales[column]) + bias[column];
        }
    }
}

fn sums(inputs: usize, weights: &[u8]) -> Vec<i32> {
    weights
        .chunks_exact(inputs * OUTPUTS)
        .flat_map(|panel| {
            let mut sums = [0i32; OUTPUTS];
            for four in panel.chunks_exact(4 * OUTPUTS) {
                for (sum, weights) in sums.iter_mut().zip(four.chunks_exact(4)) {
                    *sum += weights.iter().map(|&w| i32::from(w as i8)).sum::<i32>();
                }
            }
            sums
        })
        .collect()
}

/// How the values of a row were rounded: value = scale * (byte - zero).
#[derive(Clone, Copy, Default)]
struct Rounding {
    scale: f32,
    zero: i32,
}

/// Rows of numbers as bytes; kept between products, so that it grows but once.
#[derive(Default)]
pub(super) struct Rounded {
    values: Numbers<u8>,
    rounding: Vec<Rounding>,
    count: usize,
    width: usize,
}

impl Rounded {
    /// Rounds rows of this width.
    #[inline(always)]
    pub(super) fn fill(&mut self, rows: &[f32], width: usize) {
        self.resize(rows.len() / width, width);
        for (row, values) in rows.chunks_exact(width).enumerate() {
            self.set(row, values);
        }
    }

    /// Makes room for so many rows; what stands in them is undefined.
    pub(super) fn resize(&mut self, count: usize, width: usize) {
        self.count = count;
        self.width = width;
        // Room for the rows that any kernel multiplies with the last one.
        let padded = count + MOST_ROWS - 1;
        self.values.resize(padded * width);
        if self.rounding.len() < padded {
            self.rounding.resize(padded, Rounding::default());
        }
    }

    /// Rounds one row.
    #[inline(always)]
    pub(super) fn set(&mut self, row: usize, values: &[f32]) {
        let (low, high) = bounds(values);
        let (low, high) = (smaller(low, 0.0), larger(high, 1e-6));
        let scale = (high - low) * (1.0 / 255.0);
        let factor = 1.0 / scale;
        let zero = round_to_int(-low * factor);
        let out = &mut self.values[row * self.width..(row + 1) * self.width];
        for (out, value) in out.iter_mut().zip(values) {
            *out = round_to_int(value * factor)
                .wrapping_add(zero)
                .clamp(0, 255) as u8;
        }
        self.rounding[row] = Rounding { scale, zero };
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::kernel::Portable;
    use super::*;

    /// Weights in the order of the model file, from `weights[output][input]`.
    pub(crate) fn pack(weights: &[Vec<i8>]) -> Vec<u8> {
        let inputs = weights[0].len();
        let mut packed = Vec::new();
        for panel in weights.chunks_exact(OUTPUTS) {
            for four in (0..inputs).step_by(4) {
                for row in panel {
                    packed.extend(row[four..four + 4].iter().map(|&w| w as u8));
                }
            }
        }
        packed
    }

    #[test]
    fn product_is_that_of_the_rounded_numbers() {
        let weights: Vec<Vec<i8>> = (0..128)
            .map(|o| {
                (0..8)
                    .map(|i| ((o * 37 + i * 11) % 255 - 127) as i8)
                    .collect()
            })
            .collect();
        let packed = pack(&weights);
        let linear = Linear::new(8, &packed, vec![0.5; 128], vec![1.0; 128]).unwrap();
        let rows: Vec<f32> = (0..24).map(|v| v as f32 / 7.0 - 1.3).collect();
        let mut rounded = Rounded::default();
        rounded.fill(&rows, 8);
        let mut out = vec![0.0; 3 * 128];
        linear.multiply::<Portable>(&rounded, &mut out);
        for row in 0..3 {
            for output in 0..128 {
                let expected: f32 = (0..8)
                    .map(|i| rows[row * 8 + i] * f32::from(weights[output][i]) * 0.5)
                    .sum::<f32>()
                    + 1.0;
                let error = (out[row * 128 + output] - expected).abs();
                assert!(error < 2.5, "off by {error} of {expected}");
            }
        }
    }

    #[test]
    fn zero_stays_zero() {
        let mut rounded = Rounded::default();
        rounded.fill(&[0.0, 3.0, -1.0, 0.5], 4);
        assert_eq!(i32::from(rounded.values[0]), rounded.rounding[0].zero);
    }

    #[test]
    fn weights_of_another_size_are_refused() {
        assert!(Linear::new(8, &[0; 100], vec![1.0; 64], vec![0.0; 64]).is_none());
        assert!(Linear::new(8, &[0; 8 * 60], vec![1.0; 60], vec![0.0; 60]).is_none());
    }
}
