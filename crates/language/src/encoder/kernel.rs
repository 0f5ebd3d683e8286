//! The innermost product, once for each instruction set.
//!
//! This is the one module of the crate with `unsafe` code: the vector instructions for sums of byte
//! products have no safe form, and they carry nearly all the cost of the analysis
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

/// Plain Rust.
pub(super) struct Portable;

impl Kernel for Portable {
    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], _sums: &[i32], out: &mut Tile) {
        let depth = rows.len() / ROWS;
        for (row, sums) in rows.chunks_exact(depth).zip(&mut out.0) {
            for (values, weights) in row.chunks_exact(4).zip(weights.chunks_exact(4 * OUTPUTS)) {
                let values: [i32; 4] = std::array::from_fn(|i| i32::from(values[i]));
                for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(4)) {
                    for (value, &weight) in values.iter().zip(weights) {
                        *sum += value * i32::from(weight as i8);
                    }
                }
            }
        }
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{Kernel, OUTPUTS, ROWS, Tile, Work};
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
        let depth = rows.len() / ROWS;
        assert!(depth % 4 == 0 && rows.len() == ROWS * depth && weights.len() == depth * OUTPUTS);
        let mut sums = [[_mm512_setzero_si512(); 4]; ROWS];
        for four in 0..depth / 4 {
            // SAFETY: `four * 4 * OUTPUTS + 256 <= depth * OUTPUTS`, the length of the weights, and
            // `row * depth + four * 4 + 4 <= ROWS * depth`, the length of the rows; loads unaligned.
            unsafe {
                let at = weights.as_ptr().add(four * 4 * OUTPUTS);
                let panel: [__m512i; 4] =
                    std::array::from_fn(|i| _mm512_loadu_si512(at.add(64 * i).cast()));
                for (row, sums) in sums.iter_mut().enumerate() {
                    let values = rows.as_ptr().add(row * depth + four * 4).cast::<i32>();
                    let values = _mm512_set1_epi32(values.read_unaligned());
                    for (sum, weights) in sums.iter_mut().zip(panel) {
                        *sum = _mm512_dpbusd_epi32(*sum, values, weights);
                    }
                }
            }
        }
        for (sums, out) in sums.iter().zip(&mut out.0) {
            for (sum, out) in sums.iter().zip(out.chunks_exact_mut(16)) {
                // SAFETY: the chunk holds sixteen numbers.
                unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast(), *sum) };
            }
        }
    }

    /// Registers of eight sums that one pass of `multiply_avx2` keeps for a row.
    const WIDTH: usize = 4;

    /// Two rows times 32 outputs at a time. `maddubs` adds pairs of byte products in 16 bits and saturates: with
    /// values from -128 to 127, their sign moved to the weights (-127 to 127), no pair goes beyond 2 * 128 * 127
    /// = 32,512. What subtracting 128 from each value takes away is added in the end.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn multiply_avx2(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
        let depth = rows.len() / ROWS;
        assert!(depth % 4 == 0 && rows.len() == ROWS * depth && weights.len() == depth * OUTPUTS);
        for first in (0..OUTPUTS).step_by(8 * WIDTH) {
            for pair in (0..ROWS).step_by(2) {
                let found = pair_avx2(rows, weights, depth, first, pair);
                for (row, found) in found.iter().enumerate() {
                    let out = &mut out.0[pair + row][first..first + 8 * WIDTH];
                    for (found, out) in found.iter().zip(out.chunks_exact_mut(8)) {
                        // SAFETY: the chunk holds eight numbers.
                        unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast(), *found) };
                    }
                    for (out, sum) in out.iter_mut().zip(&sums[first..]) {
                        *out += 128 * sum;
                    }
                }
            }
        }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn pair_avx2(
        rows: &[u8],
        weights: &[u8],
        depth: usize,
        first: usize,
        pair: usize,
    ) -> [[__m256i; WIDTH]; 2] {
        assert!(rows.len() == ROWS * depth && weights.len() == depth * OUTPUTS);
        assert!(depth % 4 == 0 && pair + 2 <= ROWS && first + 8 * WIDTH <= OUTPUTS);
        let mut sums = [[_mm256_setzero_si256(); WIDTH]; 2];
        let ones = _mm256_set1_epi16(1);
        for four in 0..depth / 4 {
            // SAFETY: `four * 4 * OUTPUTS + first * 4 + 32 * WIDTH <= depth * OUTPUTS`, the length of the weights,
            // and `(pair + 1) * depth + four * 4 + 4 <= ROWS * depth`, the length of the rows; loads unaligned.
            unsafe {
                let at = weights.as_ptr().add(four * 4 * OUTPUTS + first * 4);
                let panel: [__m256i; WIDTH] =
                    std::array::from_fn(|i| _mm256_loadu_si256(at.add(32 * i).cast()));
                for (row, sums) in sums.iter_mut().enumerate() {
                    let values = rows.as_ptr().add((pair + row) * depth + four * 4);
                    let values = values.cast::<u32>().read_unaligned() ^ 0x8080_8080;
                    let values = _mm256_set1_epi32(values as i32);
                    let sizes = _mm256_abs_epi8(values);
                    for (sum, weights) in sums.iter_mut().zip(panel) {
                        let signed = _mm256_sign_epi8(weights, values);
                        let pairs = _mm256_maddubs_epi16(sizes, signed);
                        *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(pairs, ones));
                    }
                }
            }
        }
        sums
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
