//! Floating-point operations with one order of evaluation and no library calls, so that they give the
//! same bits on every machine and with every width of vector registers.
//!
//! Sums run over [`LANES`] accumulators that are added up pairwise; nothing is fused. Everything is
//! inlined into the kernels' entry points and vectorised there.

/// Accumulators of a sum.
const LANES: usize = 16;

/// The sum of products of two slices of one length, a multiple of [`LANES`].
#[inline(always)]
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for lane in 0..LANES {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    add_up(lanes)
}

/// The sums of products with several slices, each as [`dot`] gives it: they do not wait for each other.
#[inline(always)]
pub(super) fn dots<const N: usize>(a: &[f32], b: [&[f32]; N]) -> [f32; N] {
    let mut lanes = [[0.0f32; LANES]; N];
    let (a, _) = a.as_chunks::<LANES>();
    let b = b.map(|b| &b.as_chunks::<LANES>().0[..a.len()]);
    for (at, a) in a.iter().enumerate() {
        for n in 0..N {
            let b = &b[n][at];
            lanes[n] = std::array::from_fn(|lane| lanes[n][lane] + a[lane] * b[lane]);
        }
    }
    lanes.map(add_up)
}

#[inline(always)]
fn sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let chunks = values.chunks_exact(LANES);
    for (lane, value) in lanes.iter_mut().zip(chunks.remainder()) {
        *lane += value;
    }
    for chunk in chunks {
        for lane in 0..LANES {
            lanes[lane] += chunk[lane];
        }
    }
    add_up(lanes)
}

#[inline(always)]
fn add_up(mut lanes: [f32; LANES]) -> f32 {
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] += lanes[lane + width];
        }
        width /= 2;
    }
    lanes[0]
}

#[inline(always)]
pub(super) fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

#[inline(always)]
pub(super) fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// The smallest and the largest value.
#[inline(always)]
pub(super) fn bounds(values: &[f32]) -> (f32, f32) {
    let (mut low, mut high) = ([f32::MAX; LANES], [f32::MIN; LANES]);
    let chunks = values.chunks_exact(LANES);
    for (lane, &value) in chunks.remainder().iter().enumerate() {
        low[lane] = smaller(low[lane], value);
        high[lane] = larger(high[lane], value);
    }
    for chunk in chunks {
        for lane in 0..LANES {
            low[lane] = smaller(low[lane], chunk[lane]);
            high[lane] = larger(high[lane], chunk[lane]);
        }
    }
    (fold(low, smaller), fold(high, larger))
}

/// Folds halves onto each other.
#[inline(always)]
fn fold(mut lanes: [f32; LANES], better: impl Fn(f32, f32) -> f32) -> f32 {
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] = better(lanes[lane], lanes[lane + width]);
        }
        width /= 2;
    }
    lanes[0]
}

/// Adding and taking away 1.5 * 2^23 rounds to the nearest integer, ties to even.
const ROUNDER: f32 = 12_582_912.0;

/// The nearest integer, ties to even, of a value below 2^22 in magnitude.
#[inline(always)]
pub(super) fn round(x: f32) -> f32 {
    (x + ROUNDER) - ROUNDER
}

/// The nearest integer of a value below 2^22 in magnitude, as an integer.
#[inline(always)]
pub(super) fn round_to_int(x: f32) -> i32 {
    (x + ROUNDER).to_bits().wrapping_sub(ROUNDER.to_bits()) as i32
}

/// e^x for x <= 0; a polynomial after range reduction by ln 2 (Cephes `expf`), exact to 2 ulp.
#[inline(always)]
fn exp(x: f32) -> f32 {
    let x = larger(x, -87.0);
    let power = round(x * std::f32::consts::LOG2_E);
    let rest = (x - power * 0.693_359_4) - power * -2.121_944_4e-4;
    let mut series = 1.987_569_1e-4;
    for coefficient in [
        1.398_2e-3,
        8.333_452e-3,
        4.166_579_6e-2,
        1.666_666_5e-1,
        0.5,
    ] {
        series = series * rest + coefficient;
    }
    let value = series * (rest * rest) + rest + 1.0;
    let exponent = round_to_int(x * std::f32::consts::LOG2_E).wrapping_add(127) as u32;
    value * f32::from_bits(exponent << 23)
}

/// tanh by the rational approximation of Eigen (`ptanh_float`), exact to a few ulp.
#[inline(always)]
fn tanh(x: f32) -> f32 {
    let x = smaller(larger(x, -7.905_311), 7.905_311);
    let square = x * x;
    let mut upper = -2.760_768_5e-16;
    for coefficient in [
        2.000_188e-13,
        -8.604_672e-11,
        5.122_297e-8,
        1.485_722_4e-5,
        6.372_619_3e-4,
        4.893_525_5e-3,
    ] {
        upper = upper * square + coefficient;
    }
    let mut lower = 1.198_258_4e-6;
    for coefficient in [1.185_347_1e-4, 2.268_434_6e-3, 4.893_525e-3] {
        lower = lower * square + coefficient;
    }
    x * upper / lower
}

/// The Gaussian error linear unit in its tanh form (Hendrycks and Gimpel 2016).
#[inline(always)]
pub(super) fn gelu(x: f32) -> f32 {
    0.5 * x * (1.0 + tanh(0.797_884_6 * (x + 0.044_715 * x * x * x)))
}

/// The first `count` scores to probabilities, what follows to zeros; the number of all is a multiple of [`LANES`],
/// so that no step needs another way for the rest.
#[inline(always)]
pub(super) fn softmax(scores: &mut [f32], count: usize) {
    scores[count..].fill(f32::MIN);
    let (_, highest) = bounds(scores);
    for score in scores.iter_mut() {
        *score = exp(*score - highest);
    }
    scores[count..].fill(0.0);
    let factor = 1.0 / sum_from_end(scores, count);
    for score in scores {
        *score *= factor;
    }
}

/// As [`sum`] of the first `count` values, which other values do not follow but zeros: the ragged end comes first.
#[inline(always)]
fn sum_from_end(values: &[f32], count: usize) -> f32 {
    let (chunks, _) = values.as_chunks::<LANES>();
    let (whole, ragged) = chunks.split_at(count / LANES);
    let mut lanes = [0.0f32; LANES];
    for chunk in ragged.iter().take(1).chain(whole) {
        for lane in 0..LANES {
            lanes[lane] += chunk[lane];
        }
    }
    add_up(lanes)
}

/// Scale and offset of a layer normalisation (Ba et al. 2016).
pub(super) struct Norm {
    pub(super) weight: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

impl Norm {
    #[inline(always)]
    pub(super) fn apply(&self, row: &mut [f32]) {
        let share = 1.0 / row.len() as f32;
        let mean = sum(row) * share;
        for value in row.iter_mut() {
            *value -= mean;
        }
        let factor = 1.0 / (dot(row, row) * share + 1e-12).sqrt();
        for ((value, weight), bias) in row.iter_mut().zip(&self.weight).zip(&self.bias) {
            *value = *value * factor * weight + bias;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponential_is_close_to_the_library() {
        for step in 0..8700 {
            let x = -(step as f32) / 100.0;
            let expected = f64::from(x).exp();
            let error = (f64::from(exp(x)) - expected).abs() / expected;
            assert!(error < 3e-7, "exp({x}) is off by {error}");
        }
    }

    #[test]
    fn tanh_and_gelu_are_close_to_the_library() {
        for step in -1000..1000 {
            let x = step as f32 / 100.0;
            assert!((f64::from(tanh(x)) - f64::from(x).tanh()).abs() < 1e-6);
            let inner = 0.797_884_560_8 * (f64::from(x) + 0.044_715 * f64::from(x).powi(3));
            let expected = 0.5 * f64::from(x) * (1.0 + inner.tanh());
            assert!((f64::from(gelu(x)) - expected).abs() < 2e-6);
        }
    }

    #[test]
    fn rounding_takes_ties_to_even() {
        for (x, rounded) in [
            (0.5, 0),
            (1.5, 2),
            (2.5, 2),
            (-0.5, 0),
            (-1.5, -2),
            (254.7, 255),
        ] {
            assert_eq!(round_to_int(x), rounded);
            assert_eq!(round(x) as i32, rounded);
        }
    }

    #[test]
    fn sums_include_a_ragged_end() {
        let values: Vec<f32> = (1..=37).map(|v| v as f32).collect();
        assert_eq!(sum(&values), 703.0);
        assert_eq!(bounds(&values), (1.0, 37.0));
    }

    #[test]
    fn probabilities_add_up_to_one() {
        let mut scores = vec![1.0, -3.0, 2.0, 0.5, 88.0, -120.0];
        scores.resize(LANES, 500.0);
        softmax(&mut scores, 6);
        assert!((scores.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert!(scores[4] > 0.999 && scores[6..] == [0.0; LANES - 6]);
    }
}
