//! The innermost product, once for each instruction set.
//!
//! This module and its parts for x86 and ARM are the only ones of the crate with `unsafe` code: instructions that not
//! every machine has can't be called without it, and sums of byte products carry most of the cost of the analysis
//! (`cargo bench -p newsgraph-language` compares the kernels).
#![expect(
    unsafe_code,
    reason = "vector instructions for byte products; the benchmark compares them with portable code"
)]

/// Outputs that a panel of weights holds.
pub(super) const OUTPUTS: usize = 64;
/// Rows that one call multiplies at most, with any kernel.
pub(super) const MOST_ROWS: usize = 16;
/// Rows whose sums fit into vector registers.
const ROWS: usize = 6;

/// The sums of one call.
#[repr(align(64))]
pub(super) struct Tile(pub(super) [[i32; OUTPUTS]; MOST_ROWS]);

impl Default for Tile {
    fn default() -> Self {
        Self([[0; OUTPUTS]; MOST_ROWS])
    }
}

/// An instruction set to multiply with. All give the same sums.
pub(super) trait Kernel {
    /// Rows that one call multiplies, [`MOST_ROWS`] at most.
    const ROWS: usize;

    /// Sums of `rows` (bytes from 0 to 255, [`Self::ROWS`] rows of one length, a multiple of four) times a
    /// panel of `weights` (signed, as [`super::linear::Linear`] packs them), into as many rows of `out`, of which
    /// nothing is kept. `sums` are the sums of the weights of each output.
    fn multiply(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile);
}

/// Which instruction set runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instructions {
    /// Tiles of 16 by 64 bytes (AMX), and 512-bit registers for everything else.
    Amx,
    /// 512-bit registers with byte products (AVX-512 VNNI).
    Avx512Vnni,
    /// 256-bit registers (AVX2).
    Avx2,
    /// 128-bit registers with byte products (Advanced SIMD of ARM, dot product extension).
    NeonDot,
    /// 128-bit registers (Advanced SIMD of ARM).
    Neon,
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
                if x86::has_tiles() {
                    found.push(Self::Amx);
                }
                found.push(Self::Avx512Vnni);
            }
            if is_x86_feature_detected!("avx2") {
                found.push(Self::Avx2);
            }
        }
        #[cfg(all(target_arch = "aarch64", target_endian = "little"))]
        {
            if std::arch::is_aarch64_feature_detected!("dotprod") {
                found.push(Self::NeonDot);
            }
            if std::arch::is_aarch64_feature_detected!("neon") {
                found.push(Self::Neon);
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
        if instructions == Instructions::Amx && available.contains(&instructions) {
            // SAFETY: the machine has just been found to have the features.
            return unsafe { x86::run_amx(work) };
        }
        if instructions == Instructions::Avx512Vnni && available.contains(&instructions) {
            // SAFETY: as above.
            return unsafe { x86::run_avx512(work) };
        }
        if instructions == Instructions::Avx2 && available.contains(&instructions) {
            // SAFETY: as above.
            return unsafe { x86::run_avx2(work) };
        }
    }
    #[cfg(all(target_arch = "aarch64", target_endian = "little"))]
    {
        let available = Instructions::available();
        if instructions == Instructions::NeonDot && available.contains(&instructions) {
            // SAFETY: the machine has just been found to have the feature.
            return unsafe { arm::run_dot(work) };
        }
        if instructions == Instructions::Neon && available.contains(&instructions) {
            return arm::run_neon(work);
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
    const ROWS: usize = ROWS;

    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], _sums: &[i32], out: &mut Tile) {
        let (panel, _) = weights.as_chunks::<STEP>();
        let rows = steps(rows, panel.len());
        out.0[..ROWS].fill([0; OUTPUTS]);
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
mod x86;

#[cfg(all(target_arch = "aarch64", target_endian = "little"))]
mod arm;

#[cfg(test)]
mod tests {
    use super::*;

    struct Product<'a> {
        rows: &'a [u8],
        weights: &'a [u8],
        sums: &'a [i32],
        out: &'a mut [[i32; OUTPUTS]],
    }

    impl Work for Product<'_> {
        #[inline(always)]
        fn run<K: Kernel>(self) {
            let depth = self.weights.len() / OUTPUTS;
            let mut tile = Tile::default();
            let rows = self.rows.chunks_exact(K::ROWS * depth);
            for (rows, out) in rows.zip(self.out.chunks_exact_mut(K::ROWS)) {
                K::multiply(rows, self.weights, self.sums, &mut tile);
                out.copy_from_slice(&tile.0[..K::ROWS]);
            }
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

    /// So many that every kernel multiplies them all.
    const TEST_ROWS: usize = 48;

    fn product(instructions: Instructions, rows: &[u8], weights: &[u8]) -> Vec<[i32; OUTPUTS]> {
        let mut out = vec![[0; OUTPUTS]; TEST_ROWS];
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
            let rows: Vec<u8> = numbers(TEST_ROWS * depth, seed).collect();
            let weights: Vec<u8> = numbers(depth * OUTPUTS, seed + 100)
                .map(|w| (w as i8).max(-127) as u8)
                .collect();
            let expected = product(Instructions::Portable, &rows, &weights);
            for instructions in Instructions::available() {
                let found = product(instructions, &rows, &weights);
                assert!(
                    found == expected,
                    "{instructions:?} differs at depth {depth}"
                );
            }
        }
    }

    #[test]
    fn extreme_values_do_not_saturate() {
        let depth = 1536;
        for (value, weight) in [(0u8, -127i8), (0, 127), (255, 127), (255, -127)] {
            let rows = vec![value; TEST_ROWS * depth];
            let weights = vec![weight as u8; depth * OUTPUTS];
            let expected = i32::from(value) * i32::from(weight) * depth as i32;
            for instructions in Instructions::available() {
                let found = product(instructions, &rows, &weights);
                assert!(found.iter().flatten().all(|&sum| sum == expected));
            }
        }
    }
}
