//! The innermost product, once for each instruction set.
//!
//! This is the one module of the crate with `unsafe` code: instructions that not every machine has can't be called
//! without it, and sums of byte products carry most of the cost of the analysis
//! (`cargo bench -p newsgraph-language` compares the kernels).
#![expect(
    unsafe_code,
    reason = "vector instructions for byte products; the benchmark compares them with portable code"
)]

/// Outputs that a panel of weights holds.
pub(super) const OUTPUTS: usize = 64;
/// Rows that one call multiplies.
pub(super) const ROWS: usize = 6;

/// The sums of one call.
#[repr(align(64))]
pub(super) struct Tile(pub(super) [[i32; OUTPUTS]; ROWS]);

impl Default for Tile {
    fn default() -> Self {
        Self([[0; OUTPUTS]; ROWS])
    }
}

/// An instruction set to multiply with. All give the same sums.
pub(super) trait Kernel {
    /// Sums of `rows` (bytes from 0 to 255, [`ROWS`] rows of one length, a multiple of four) times a
    /// panel of `weights` (signed, as [`super::linear::Linear`] packs them). `sums` are the sums of the weights of
    /// each output.
    fn multiply(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile);
}

/// Which instruction set runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instructions {
    /// 512-bit registers with byte products (AVX-512 VNNI).
    Avx512Vnni,
    /// 256-bit registers (AVX2).
    Avx2,
    /// What every machine has.
    Portable,
}

impl Instructions {
    /// Those of this machine, best first.
    pub fn available() -> Vec<Self> {
        let mut found = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx512f")
                && is_x86_feature_detected!("avx512bw")
                && is_x86_feature_detected!("avx512vl")
                && is_x86_feature_detected!("avx512dq")
                && is_x86_feature_detected!("avx512vnni")
            {
                found.push(Self::Avx512Vnni);
            }
            if is_x86_feature_detected!("avx2") {
                found.push(Self::Avx2);
            }
        }
        found.push(Self::Portable);
        found
    }
}

/// Work that is the same with every kernel.
pub(super) trait Work {
    /// Runs with a kernel. Inlined, so that all of it uses the kernel's instruction set.
    fn run<K: Kernel>(self);
}

/// Does the work with these instructions, or with what the machine has instead.
pub(super) fn run_with<W: Work>(instructions: Instructions, work: W) {
    #[cfg(target_arch = "x86_64")]
    {
        let available = Instructions::available();
        if instructions == Instructions::Avx512Vnni && available.contains(&instructions) {
            // SAFETY: the machine has just been found to have the features.
            return unsafe { x86::run_avx512(work) };
        }
        if instructions == Instructions::Avx2 && available.contains(&instructions) {
            // SAFETY: as above.
            return unsafe { x86::run_avx2(work) };
        }
    }
    let _ = instructions;
    work.run::<Portable>();
}

/// Weights of one panel for four inputs.
const STEP: usize = 4 * OUTPUTS;

/// The rows in steps of four values. All have the same length, that of the panel in steps.
#[inline(always)]
fn steps(rows: &[u8], count: usize) -> [&[[u8; 4]]; ROWS] {
    let (steps, _) = rows.as_chunks::<4>();
    std::array::from_fn(|row| &steps[row * count..(row + 1) * count])
}

/// Plain Rust, in a form that compilers turn into vector instructions.
pub(super) struct Portable;

impl Kernel for Portable {
    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], _sums: &[i32], out: &mut Tile) {
        let (panel, _) = weights.as_chunks::<STEP>();
        let rows = steps(rows, panel.len());
        for (step, weights) in panel.iter().enumerate() {
            let weights = widened(weights);
            for (row, sums) in rows.iter().zip(&mut out.0) {
                add_products(row[step].map(i16::from), &weights, sums);
            }
        }
    }
}

/// The weights of one step, all outputs of an input side by side.
#[inline(always)]
fn widened(weights: &[u8; STEP]) -> [[i16; OUTPUTS]; 4] {
    let mut wide = [[0; OUTPUTS]; 4];
    for output in 0..OUTPUTS {
        for input in 0..4 {
            wide[input][output] = i16::from(weights[output * 4 + input] as i8);
        }
    }
    wide
}

/// Adds four products to each sum. A product fits into 16 bits: 255 * 127 = 32,385.
#[inline(always)]
fn add_products(values: [i16; 4], weights: &[[i16; OUTPUTS]; 4], sums: &mut [i32; OUTPUTS]) {
    for output in 0..OUTPUTS {
        let product = |input: usize| i32::from(values[input].wrapping_mul(weights[input][output]));
        sums[output] = sums[output]
            .wrapping_add(product(0))
            .wrapping_add(product(1))
            .wrapping_add(product(2))
            .wrapping_add(product(3));
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{Kernel, OUTPUTS, ROWS, STEP, Tile, Work, steps};
    use std::arch::x86_64::*;

    #[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
    pub(super) fn run_avx512<W: Work>(work: W) {
        work.run::<Avx512Vnni>();
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn run_avx2<W: Work>(work: W) {
        work.run::<Avx2>();
    }

    /// Private to this module, and named only in the entry points above: where it runs, the features are.
    struct Avx512Vnni;

    struct Avx2;

    impl Kernel for Avx512Vnni {
        #[inline(always)]
        fn multiply(rows: &[u8], weights: &[u8], _sums: &[i32], out: &mut Tile) {
            // SAFETY: reached through `run_avx512` only.
            unsafe { multiply_avx512(rows, weights, out) }
        }
    }

    impl Kernel for Avx2 {
        #[inline(always)]
        fn multiply(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
            // SAFETY: reached through `run_avx2` only.
            unsafe { multiply_avx2(rows, weights, sums, out) }
        }
    }

    /// Six rows times four registers of sixteen outputs: 24 sums stay in registers.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
    fn multiply_avx512(rows: &[u8], weights: &[u8], out: &mut Tile) {
        let (panel, _) = weights.as_chunks::<STEP>();
        let rows = steps(rows, panel.len());
        let mut sums = [[_mm512_setzero_si512(); 4]; ROWS];
        for (step, weights) in panel.iter().enumerate() {
            // SAFETY: plain bytes of the same size; any bytes are a valid register.
            let weights: [__m512i; 4] = unsafe { std::mem::transmute(*weights) };
            for (sums, row) in sums.iter_mut().zip(rows) {
                let values = _mm512_set1_epi32(i32::from_le_bytes(row[step]));
                sums[0] = _mm512_dpbusd_epi32(sums[0], values, weights[0]);
                sums[1] = _mm512_dpbusd_epi32(sums[1], values, weights[1]);
                sums[2] = _mm512_dpbusd_epi32(sums[2], values, weights[2]);
                sums[3] = _mm512_dpbusd_epi32(sums[3], values, weights[3]);
            }
        }
        // SAFETY: numbers of the same size, in the order of the registers.
        out.0 =
            unsafe { std::mem::transmute::<[[__m512i; 4]; ROWS], [[i32; OUTPUTS]; ROWS]>(sums) };
    }

    /// Two rows times 32 outputs at a time: eight sums and four weights stay in registers.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn multiply_avx2(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
        let (panel, _) = weights.as_chunks::<{ STEP / 2 }>();
        let rows = steps(rows, panel.len() / 2);
        for half in 0..2 {
            for pair in 0..ROWS / 2 {
                let rows = [rows[2 * pair], rows[2 * pair + 1]];
                let found = pair_avx2(rows, panel, half);
                for (row, found) in found.iter().enumerate() {
                    let outputs = half * 32..(half + 1) * 32;
                    let out = &mut out.0[2 * pair + row][outputs.clone()];
                    // What subtracting 128 from each value took away.
                    for ((out, found), sum) in out.iter_mut().zip(found).zip(&sums[outputs]) {
                        *out = found + 128 * sum;
                    }
                }
            }
        }
    }

    /// Sums of the values, 128 less each, times one half of the outputs.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn pair_avx2(rows: [&[[u8; 4]]; 2], panel: &[[u8; STEP / 2]], half: usize) -> [[i32; 32]; 2] {
        let mut sums = [[_mm256_setzero_si256(); 4]; 2];
        let values = rows[0].iter().zip(rows[1]);
        for (weights, (first, second)) in panel.iter().skip(half).step_by(2).zip(values) {
            // SAFETY: plain bytes of the same size; any bytes are a valid register.
            let weights: [__m256i; 4] = unsafe { std::mem::transmute(*weights) };
            for (sums, values) in sums.iter_mut().zip([first, second]) {
                let values = u32::from_le_bytes(*values) ^ 0x8080_8080;
                let values = _mm256_set1_epi32(values as i32);
                sums[0] = add_products_avx2(sums[0], values, weights[0]);
                sums[1] = add_products_avx2(sums[1], values, weights[1]);
                sums[2] = add_products_avx2(sums[2], values, weights[2]);
                sums[3] = add_products_avx2(sums[3], values, weights[3]);
            }
        }
        // SAFETY: numbers of the same size, in the order of the registers.
        unsafe { std::mem::transmute::<[[__m256i; 4]; 2], [[i32; 32]; 2]>(sums) }
    }

    /// Adds sums of four products of signed bytes. `maddubs` adds pairs of products in 16 bits and saturates: with values
    /// from -128 to 127, their sign moved to the weights (-127 to 127), no pair goes beyond 2 * 128 * 127 = 32,512.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn add_products_avx2(sums: __m256i, values: __m256i, weights: __m256i) -> __m256i {
        let signed = _mm256_sign_epi8(weights, values);
        let pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(values), signed);
        _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Product<'a> {
        rows: &'a [u8],
        weights: &'a [u8],
        sums: &'a [i32],
        out: &'a mut Tile,
    }

    impl Work for Product<'_> {
        #[inline(always)]
        fn run<K: Kernel>(self) {
            K::multiply(self.rows, self.weights, self.sums, self.out);
        }
    }

    fn numbers(count: usize, mut seed: u32) -> impl Iterator<Item = u8> {
        (0..count).map(move |_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        })
    }

    fn sums(weights: &[u8]) -> Vec<i32> {
        let mut sums = vec![0; OUTPUTS];
        for four in weights.chunks_exact(4 * OUTPUTS) {
            for (sum, weights) in sums.iter_mut().zip(four.chunks_exact(4)) {
                *sum += weights.iter().map(|&w| i32::from(w as i8)).sum::<i32>();
            }
        }
        sums
    }

    fn product(instructions: Instructions, rows: &[u8], weights: &[u8]) -> Tile {
        let mut out = Tile::default();
        run_with(
            instructions,
            Product {
                rows,
                weights,
                sums: &sums(weights),
                out: &mut out,
            },
        );
        out
    }

    #[test]
    fn every_kernel_gives_the_same_sums() {
        for (seed, depth) in [(1, 4), (2, 64), (3, 384), (4, 1536)] {
            let rows: Vec<u8> = numbers(ROWS * depth, seed).collect();
            let weights: Vec<u8> = numbers(depth * OUTPUTS, seed + 100)
                .map(|w| (w as i8).max(-127) as u8)
                .collect();
            let expected = product(Instructions::Portable, &rows, &weights);
            for instructions in Instructions::available() {
                let found = product(instructions, &rows, &weights);
                assert!(
                    found.0 == expected.0,
                    "{instructions:?} differs at depth {depth}"
                );
            }
        }
    }

    #[test]
    fn extreme_values_do_not_saturate() {
        let depth = 1536;
        for (value, weight) in [(0u8, -127i8), (0, 127), (255, 127), (255, -127)] {
            let rows = vec![value; ROWS * depth];
            let weights = vec![weight as u8; depth * OUTPUTS];
            let expected = i32::from(value) * i32::from(weight) * depth as i32;
            for instructions in Instructions::available() {
                let found = product(instructions, &rows, &weights);
                assert!(found.0.iter().flatten().all(|&sum| sum == expected));
            }
        }
    }
}
