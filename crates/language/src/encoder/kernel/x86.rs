//! Byte products with the vector instructions of x86.

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
    out.0 = unsafe { std::mem::transmute::<[[__m512i; 4]; ROWS], [[i32; OUTPUTS]; ROWS]>(sums) };
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
