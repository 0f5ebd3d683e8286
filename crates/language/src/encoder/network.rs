//! The encoder: embeddings and six transformer layers (Vaswani et al. 2017; MiniLM, Wang et al. 2020).
//! `train/encoder/network.py` is the same network in training.

use super::attention::{self, HEAD_WIDTH, HEADS};
use super::float::{Norm, gelu};
use super::kernel::Kernel;
use super::linear::{Linear, Rounded};
use super::weights::{floats, other_size, read_linear, read_norm};
use super::wordpiece::SHAPES;
use crate::{ModelError, ModelFile};
use std::ops::Range;

/// Numbers that stand for a piece.
pub(super) const WIDTH: usize = HEADS * HEAD_WIDTH;
const INNER: usize = 4 * WIDTH;
const LAYERS: usize = 6;
/// Pieces that a sentence can have, its two marks included.
pub(super) const MAX_ROWS: usize = 256;

/// Rows of bytes, each with its scale.
struct Embedding<'m> {
    values: &'m [u8],
    scales: Vec<f32>,
}

impl<'m> Embedding<'m> {
    fn read(file: &ModelFile<'m>, name: &str, rows: usize) -> Result<Self, ModelError> {
        let values = file.borrowed_section(&format!("{name}.weight"))?;
        let scales = floats(file, &format!("{name}.scale"))?;
        if scales.len() != rows || values.len() != rows * WIDTH {
            return Err(other_size(name));
        }
        Ok(Self { values, scales })
    }

    #[inline(always)]
    fn add(&self, row: usize, out: &mut [f32]) {
        let values = &self.values[row * WIDTH..(row + 1) * WIDTH];
        for (out, &value) in out.iter_mut().zip(values) {
            *out += f32::from(value as i8) * self.scales[row];
        }
    }
}

struct Layer<'m> {
    /// Queries, keys and values, side by side.
    project: Linear<'m>,
    gather: Linear<'m>,
    after_attention: Norm,
    widen: Linear<'m>,
    narrow: Linear<'m>,
    after_widening: Norm,
}

/// The encoder's weights.
pub(super) struct Encoder<'m> {
    words: Embedding<'m>,
    positions: Embedding<'m>,
    shapes: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer<'m>>,
}

/// Several sentences as pieces, one after the other.
#[derive(Default)]
pub(super) struct Pieces {
    /// The piece and the shape of each row.
    pub(super) rows: Vec<(u32, u8)>,
    /// The rows of each sentence.
    pub(super) sentences: Vec<Range<usize>>,
}

/// Memory that the encoder keeps between batches.
#[derive(Default)]
pub(super) struct Room {
    /// [`WIDTH`] numbers for each row: the result.
    pub(super) state: Vec<f32>,
    wide: Vec<f32>,
    change: Vec<f32>,
    rounded: Rounded,
    attention: attention::Room,
}

impl<'m> Encoder<'m> {
    pub(super) fn read(file: &ModelFile<'m>, vocabulary: usize) -> Result<Self, ModelError> {
        let layers = (0..LAYERS).map(|layer| Layer::read(file, layer));
        let encoder = Self {
            words: Embedding::read(file, "words", vocabulary)?,
            positions: Embedding::read(file, "positions", MAX_ROWS)?,
            shapes: floats(file, "shapes")?,
            norm: read_norm(file, "norm")?,
            layers: layers.collect::<Result<_, _>>()?,
        };
        if encoder.shapes.len() != SHAPES.len() * WIDTH {
            return Err(other_size("shapes"));
        }
        Ok(encoder)
    }

    /// Fills `room.state`.
    #[inline(always)]
    pub(super) fn run<K: Kernel>(&self, pieces: &Pieces, room: &mut Room) {
        let rows = pieces.rows.len();
        room.state.resize(rows * WIDTH, 0.0);
        room.change.resize(rows * WIDTH, 0.0);
        room.wide.resize(rows * INNER, 0.0);
        self.embed(pieces, &mut room.state);
        for layer in &self.layers {
            layer.run::<K>(pieces, room);
        }
    }

    #[inline(always)]
    fn embed(&self, pieces: &Pieces, state: &mut [f32]) {
        for sentence in &pieces.sentences {
            for (position, row) in sentence.clone().enumerate() {
                let (piece, shape) = pieces.rows[row];
                let out = &mut state[row * WIDTH..(row + 1) * WIDTH];
                out.copy_from_slice(&self.shapes[usize::from(shape) * WIDTH..][..WIDTH]);
                self.words.add(piece as usize, out);
                self.positions.add(position, out);
                self.norm.apply(out);
            }
        }
    }
}

impl<'m> Layer<'m> {
    fn read(file: &ModelFile<'m>, layer: usize) -> Result<Self, ModelError> {
        let name = |part: &str| format!("layers.{layer}.{part}");
        Ok(Self {
            project: read_linear(file, &name("qkv"), WIDTH, 3 * WIDTH)?,
            gather: read_linear(file, &name("out"), WIDTH, WIDTH)?,
            after_attention: read_norm(file, &name("norm1"))?,
            widen: read_linear(file, &name("inner"), WIDTH, INNER)?,
            narrow: read_linear(file, &name("outer"), INNER, WIDTH)?,
            after_widening: read_norm(file, &name("norm2"))?,
        })
    }

    #[inline(always)]
    fn run<K: Kernel>(&self, pieces: &Pieces, room: &mut Room) {
        let projected = &mut room.wide[..pieces.rows.len() * 3 * WIDTH];
        room.rounded.fill(&room.state, WIDTH);
        self.project.multiply::<K>(&room.rounded, projected);
        room.attention
            .attend(projected, &pieces.sentences, &mut room.change);
        room.rounded.fill(&room.change, WIDTH);
        self.gather.multiply::<K>(&room.rounded, &mut room.change);
        add_and_normalise(&mut room.state, &room.change, &self.after_attention);

        room.rounded.fill(&room.state, WIDTH);
        self.widen.multiply::<K>(&room.rounded, &mut room.wide);
        room.rounded.resize(pieces.rows.len(), INNER);
        for (row, values) in room.wide.chunks_exact_mut(INNER).enumerate() {
            for value in values.iter_mut() {
                *value = gelu(*value);
            }
            room.rounded.set(row, values);
        }
        self.narrow.multiply::<K>(&room.rounded, &mut room.change);
        add_and_normalise(&mut room.state, &room.change, &self.after_widening);
    }
}

#[inline(always)]
fn add_and_normalise(state: &mut [f32], change: &[f32], norm: &Norm) {
    for (state, change) in state
        .chunks_exact_mut(WIDTH)
        .zip(change.chunks_exact(WIDTH))
    {
        for (state, change) in state.iter_mut().zip(change) {
            *state += change;
        }
        norm.apply(state);
    }
}
