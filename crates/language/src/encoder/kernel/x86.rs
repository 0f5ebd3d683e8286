//! Byte products with the vector instructions of x86.

use super::{Kernel, OUTPUTS, Portable, ROWS, STEP, Tile, Work, steps};
use std::arch::asm;
use std::arch::x86_64::*;
use std::sync::OnceLock;

/// Runs with tiles set up, and gives them back.
///
/// # Safety
/// Only after [`has_tiles`] has said that there are some.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
pub(super) unsafe fn run_amx<W: Work>(work: W) {
    // SAFETY: the machine has tiles, and the system lets the process use them.
    unsafe { set_up_tiles() };
    work.run::<Amx>();
    // SAFETY: as above.
    unsafe { asm!("tilerelease", options(nomem, nostack, preserves_flags)) };
}

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

/// Private likewise.
struct Amx;

impl Kernel for Amx {
    const ROWS: usize = TILE_ROWS;

    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
        if !weights.len().is_multiple_of(TILE_DEPTH * OUTPUTS) {
            return multiply_ragged(rows, weights, sums, out);
        }
        // SAFETY: reached through `run_amx` only.
        unsafe { multiply_amx(rows, weights, out) }
    }
}

impl Kernel for Avx512Vnni {
    const ROWS: usize = ROWS;

    #[inline(always)]
    fn multiply(rows: &[u8], weights: &[u8], _sums: &[i32], out: &mut Tile) {
        // SAFETY: reached through `run_avx512` only.
        unsafe { multiply_avx512(rows, weights, out) }
    }
}

impl Kernel for Avx2 {
    const ROWS: usize = ROWS;

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
    let sums = unsafe { std::mem::transmute::<[[__m512i; 4]; ROWS], [[i32; OUTPUTS]; ROWS]>(sums) };
    out.0[..ROWS].copy_from_slice(&sums);
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

/// Rows of a tile; in a tile of weights, steps of four inputs.
const TILE_ROWS: usize = 16;
/// Inputs that a row of a tile holds.
const TILE_DEPTH: usize = 64;

/// Whether the processor multiplies tiles of bytes (AMX) and the system lets this process do so. It is asked once.
pub(super) fn has_tiles() -> bool {
    static FOUND: OnceLock<bool> = OnceLock::new();
    *FOUND.get_or_init(|| processor_has_tiles() && system_allows_tiles())
}

/// Intel SDM, volume 2A, CPUID: leaf 7, bits 24 (AMX-TILE) and 25 (AMX-INT8) of EDX.
fn processor_has_tiles() -> bool {
    const BOTH: u32 = 1 << 24 | 1 << 25;
    __cpuid(0).eax >= 7 && __cpuid_count(7, 0).edx & BOTH == BOTH
}

/// Linux grants the state of tiles to a process on request: `arch_prctl(ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA)`.
#[cfg(target_os = "linux")]
fn system_allows_tiles() -> bool {
    const ARCH_PRCTL: i64 = 158;
    const REQUEST_PERMISSION: i64 = 0x1023;
    const TILE_DATA: i64 = 18;
    let mut result = ARCH_PRCTL;
    // SAFETY: a system call that reads and writes no memory of the process; where it is not known it fails.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") result,
            in("rdi") REQUEST_PERMISSION,
            in("rsi") TILE_DATA,
            lateout("rcx") _,
            lateout("r11") _,
            options(nostack),
        );
    }
    result == 0
}

#[cfg(not(target_os = "linux"))]
fn system_allows_tiles() -> bool {
    false
}

/// The shape of all tiles, as `ldtilecfg` reads it (Intel SDM, volume 1, section 18.2).
#[repr(C, align(64))]
struct TileShapes {
    palette: u8,
    start_row: u8,
    reserved: [u8; 14],
    bytes: [u16; 16],
    rows: [u8; 16],
}

/// # Safety
/// The machine must have tiles, and the system allow them.
unsafe fn set_up_tiles() {
    let mut shapes = TileShapes {
        palette: 1,
        start_row: 0,
        reserved: [0; 14],
        bytes: [0; 16],
        rows: [0; 16],
    };
    shapes.bytes[..8].fill(TILE_DEPTH as u16);
    shapes.rows[..8].fill(TILE_ROWS as u8);
    // SAFETY: reads the 64 bytes of the shapes.
    unsafe {
        asm!("ldtilecfg [{}]", in(reg) &shapes, options(readonly, nostack, preserves_flags));
    }
}

/// Sixteen rows times four tiles of sixteen outputs: the weights lie in the file as tiles want them.
///
/// # Safety
/// The tiles must have been set up.
unsafe fn multiply_amx(rows: &[u8], weights: &[u8], out: &mut Tile) {
    let depth = weights.len() / OUTPUTS;
    assert!(rows.len() >= TILE_ROWS * depth && depth >= TILE_DEPTH);
    // SAFETY: in each round 16 rows of 64 bytes are read of `rows`, 16 steps of 256 bytes of `weights`, up to the
    // ends that were just checked; 16 rows of 256 bytes are written to `out`, which has as many.
    unsafe {
        asm!(
            "tilezero tmm0",
            "tilezero tmm1",
            "tilezero tmm2",
            "tilezero tmm3",
            "2:",
            "tileloadd tmm4, [{rows} + {depth}]",
            "tileloadd tmm5, [{weights} + {step}]",
            "tdpbusd tmm0, tmm4, tmm5",
            "tileloadd tmm6, [{weights} + {step} + 64]",
            "tdpbusd tmm1, tmm4, tmm6",
            "tileloadd tmm7, [{weights} + {step} + 128]",
            "tdpbusd tmm2, tmm4, tmm7",
            "tileloadd tmm5, [{weights} + {step} + 192]",
            "tdpbusd tmm3, tmm4, tmm5",
            "add {rows}, 64",
            "add {weights}, 4096",
            "dec {rounds}",
            "jnz 2b",
            "tilestored [{out} + {step}], tmm0",
            "tilestored [{out} + {step} + 64], tmm1",
            "tilestored [{out} + {step} + 128], tmm2",
            "tilestored [{out} + {step} + 192], tmm3",
            rows = inout(reg) rows.as_ptr() => _,
            weights = inout(reg) weights.as_ptr() => _,
            rounds = inout(reg) depth / TILE_DEPTH => _,
            depth = in(reg) depth,
            step = in(reg) STEP,
            out = in(reg) out.0.as_mut_ptr(),
            out("tmm0") _, out("tmm1") _, out("tmm2") _, out("tmm3") _,
            out("tmm4") _, out("tmm5") _, out("tmm6") _, out("tmm7") _,
            options(nostack),
        );
    }
}

/// Inputs that fill no whole tile, which no network of ours has.
fn multiply_ragged(rows: &[u8], weights: &[u8], sums: &[i32], out: &mut Tile) {
    let depth = weights.len() / OUTPUTS;
    let mut part = Tile::default();
    for first in (0..TILE_ROWS).step_by(ROWS) {
        let mut six = vec![0; ROWS * depth];
        let here = &rows[first * depth..rows.len().min((first + ROWS) * depth)];
        six[..here.len()].copy_from_slice(here);
        Portable::multiply(&six, weights, sums, &mut part);
        let count = ROWS.min(TILE_ROWS - first);
        out.0[first..first + count].copy_from_slice(&part.0[..count]);
    }
}
