//! Byte products with the vector instructions of 64-bit ARM.

use super::{Kernel, OUTPUTS, ROWS, STEP, Tile, Work, steps};
use std::arch::{aarch64::*, asm};

/// Rows and registers of four outputs that are summed at a time: 24 sums stay in registers.
const BLOCK_ROWS: usize = 3;
const BLOCK: usize = 8;

#[target_feature(enable = "dotprod")]
pub(super) fn run_dot<W: Work>(work: W) {
    work.run::<NeonDot>();
}

pub(super) fn run_neon<W: Work>(work: W) {
    work.run::<Neon>();
}

/// Private to this module, and named only in the entry points above: where it runs, the features are.
struct NeonDot;

struct Neon;

impl Kernel for NeonDot {
    const ROWS: usize = ROWS;

    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
        // SAFETY: reached through `run_dot` only.
        unsafe { multiply_dot(rows, weights, sums, out) }
    }
}

impl Kernel for Neon {
    const ROWS: usize = ROWS;

    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
        multiply_with(rows, weights, sums, out, add_products);
    }
}

#[inline]
#[target_feature(enable = "dotprod")]
fn multiply_dot(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
    multiply_with(rows, weights, sums, out, |sums, values, weights| {
        dot_products(sums, values, weights)
    });
}

#[inline(always)]
fn multiply_with(
    rows: &[u8],
    weights: &[u8],
    sums: &[i32],
    out: &mut Tile,
    add: impl Fn(int32x4_t, int8x16_t, int8x16_t) -> int32x4_t,
) {
    let (panel, _) = weights.as_chunks::<{ STEP / 2 }>();
    let rows = steps(rows, panel.len() / 2);
    for half in 0..2 {
        let outputs = half * OUTPUTS / 2..(half + 1) * OUTPUTS / 2;
        for first in (0..ROWS).step_by(BLOCK_ROWS) {
            let rows = std::array::from_fn(|row| rows[first + row]);
            let found = block(rows, panel, half, &add);
            for (row, found) in found.iter().enumerate() {
                let out = &mut out.0[first + row][outputs.clone()];
                // What subtracting 128 from each value took away.
                for ((out, found), sum) in out.iter_mut().zip(found).zip(&sums[outputs.clone()]) {
                    *out = found + 128 * sum;
                }
            }
        }
    }
}

/// Sums of the values, 128 less each, times one half of the outputs.
#[inline(always)]
fn block(
    rows: [&[[u8; 4]]; BLOCK_ROWS],
    panel: &[[u8; STEP / 2]],
    half: usize,
    add: impl Fn(int32x4_t, int8x16_t, int8x16_t) -> int32x4_t,
) -> [[i32; 4 * BLOCK]; BLOCK_ROWS] {
    // SAFETY: zeros are a valid register.
    let mut sums: [[int32x4_t; BLOCK]; BLOCK_ROWS] = unsafe { std::mem::zeroed() };
    for (step, weights) in panel.iter().skip(half).step_by(2).enumerate() {
        // SAFETY: plain bytes of the same size; any bytes are a valid register.
        let weights: [int8x16_t; BLOCK] = unsafe { std::mem::transmute(*weights) };
        for (sums, row) in sums.iter_mut().zip(rows) {
            let values = [u32::from_le_bytes(row[step]) ^ 0x8080_8080; 4];
            // SAFETY: as above.
            let values: int8x16_t = unsafe { std::mem::transmute(values) };
            for (sums, weights) in sums.iter_mut().zip(weights) {
                *sums = add(*sums, values, weights);
            }
        }
    }
    // SAFETY: numbers of the same size, in the order of the registers.
    unsafe { std::mem::transmute(sums) }
}

/// Adds four sums of four products of signed bytes. Two products fit into 16 bits: 2 * 128 * 127 = 32,512.
#[inline(always)]
fn add_products(sums: int32x4_t, values: int8x16_t, weights: int8x16_t) -> int32x4_t {
    // SAFETY: every 64-bit ARM that Rust's standard library runs on has these instructions.
    unsafe {
        let low = vmull_s8(vget_low_s8(values), vget_low_s8(weights));
        let high = vmull_high_s8(values, weights);
        vpadalq_s16(sums, vpaddq_s16(low, high))
    }
}

/// The same with one instruction, for which the standard library has no stable function yet.
#[inline]
#[target_feature(enable = "dotprod")]
fn dot_products(mut sums: int32x4_t, values: int8x16_t, weights: int8x16_t) -> int32x4_t {
    // SAFETY: this function has the feature; the instruction reads and writes registers only.
    unsafe {
        asm!(
            "sdot {sums:v}.4s, {values:v}.16b, {weights:v}.16b",
            sums = inout(vreg) sums,
            values = in(vreg) values,
            weights = in(vreg) weights,
            options(pure, nomem, nostack, preserves_flags),
        );
    }
    sums
}
