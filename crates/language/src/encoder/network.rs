//! The encoder: embeddings and transformer layers (Vaswani et al. 2017; MiniLM, Wang et al. 2020), as many and as
//! wide inside as the model file has them. `train/encoder/network.py` is the same network in training.

use super::attention::{self, HEAD_WIDTH, HEADS};
use super::float::{Norm, gelu};
use super::kernel::Kernel;
use super::linear::{Linear, Rounded};
use super::numbers::Numbers;
use super::weights::{floats, other_size, read_linear, read_norm};
use super::wordpiece::SHAPES;
use crate::{ModelError, ModelFile};
use std::ops::Range;

/// Numbers that stand for a piece.
pub(super) const WIDTH: usize = HEADS * HEAD_WIDTH;
/// Rows that a sentence can have, its marks included.
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
    /// Numbers between widening and narrowing.
    inner: usize,
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

/// Several sentences as rows, one after the other.
#[derive(Default)]
pub(super) struct Rows {
    pieces: Vec<u32>,
    /// The end of each row's pieces, and its shape.
    rows: Vec<(usize, u8)>,
    /// The rows of each sentence.
    pub(super) sentences: Vec<Range<usize>>,
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Adds a row that stands for these pieces together.
    pub(super) fn push(&mut self, pieces: &[u32], shape: u8) {
        self.pieces.extend_from_slice(pieces);
        self.rows.push((self.pieces.len(), shape));
    }

    fn pieces(&self, row: usize) -> &[u32] {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].0);
        &self.pieces[start..self.rows[row].0]
    }
}

/// Memory that the encoder keeps between batches.
#[derive(Default)]
pub(super) struct Room {
    /// [`WIDTH`] numbers for each row: the result.
    pub(super) state: Numbers<f32>,
    wide: Numbers<f32>,
    change: Numbers<f32>,
    rounded: Rounded,
    attention: attention::Room,
}

impl<'m> Encoder<'m> {
    pub(super) fn read(file: &ModelFile<'m>, vocabulary: usize) -> Result<Self, ModelError> {
        let layers = (0..)
            .take_while(|layer| file.section(&format!("layers.{layer}.qkv.weight")).is_ok())
            .map(|layer| Layer::read(file, layer));
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
    pub(super) fn run<K: Kernel>(&self, rows: &Rows, room: &mut Room) {
        room.state.resize(rows.len() * WIDTH);
        room.change.resize(rows.len() * WIDTH);
        self.embed(rows, &mut room.state);
        for layer in &self.layers {
            layer.run::<K>(rows, room);
        }
    }

    #[inline(always)]
    fn embed(&self, rows: &Rows, state: &mut [f32]) {
        for sentence in &rows.sentences {
            for (position, row) in sentence.clone().enumerate() {
                let shape = usize::from(rows.rows[row].1);
                let out = &mut state[row * WIDTH..(row + 1) * WIDTH];
                out.copy_from_slice(&self.shapes[shape * WIDTH..][..WIDTH]);
                for &piece in rows.pieces(row) {
                    self.words.add(piece as usize, out);
                }
                self.positions.add(position, out);
                self.norm.apply(out);
            }
        }
    }
}

impl<'m> Layer<'m> {
    fn read(file: &ModelFile<'m>, layer: usize) -> Result<Self, ModelError> {
        let name = |part: &str| format!("layers.{layer}.{part}");
        let inner = floats(file, &name("inner.scale"))?.len();
        Ok(Self {
            project: read_linear(file, &name("qkv"), WIDTH, 3 * WIDTH)?,
            gather: read_linear(file, &name("out"), WIDTH, WIDTH)?,
            after_attention: read_norm(file, &name("norm1"))?,
            widen: read_linear(file, &name("inner"), WIDTH, inner)?,
            narrow: read_linear(file, &name("outer"), inner, WIDTH)?,
            after_widening: read_norm(file, &name("norm2"))?,
            inner,
        })
    }

    #[inline(always)]
    fn run<K: Kernel>(&self, rows: &Rows, room: &mut Room) {
        room.wide.resize(rows.len() * 3 * WIDTH);
        let projected = &mut room.wide[..];
        room.rounded.fill(&room.state, WIDTH);
        self.project.multiply::<K>(&room.rounded, projected);
        room.attention
            .attend(projected, &rows.sentences, &mut room.change);
        room.rounded.fill(&room.change, WIDTH);
        self.gather.multiply::<K>(&room.rounded, &mut room.change);
        add_and_normalise(&mut room.state, &room.change, &self.after_attention);

        room.rounded.fill(&room.state, WIDTH);
        room.wide.resize(rows.len() * self.inner);
        self.widen.multiply::<K>(&room.rounded, &mut room.wide);
        room.rounded.resize(rows.len(), self.inner);
        for (row, values) in room.wide.chunks_exact_mut(self.inner).enumerate() {
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
