//! Reads the parts of the network from the sections of a model file.

use super::float::Norm;
use super::linear::Linear;
use super::network::WIDTH;
use crate::{ModelError, ModelFile};

/// A section of numbers.
pub(super) fn floats(file: &ModelFile, name: &str) -> Result<Vec<f32>, ModelError> {
    let chunks = file.section(name)?.chunks_exact(4);
    Ok(chunks
        .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect())
}

/// Why a part of another network is refused.
pub(super) fn other_size(name: &str) -> ModelError {
    ModelError::Content(format!(
        "{name:?} has another size than this program's network"
    ))
}

/// Holds a table of the model against that of the program.
pub(super) fn check_labels(
    file: &ModelFile,
    set: &str,
    expected: &[&str],
) -> Result<(), ModelError> {
    if file.value(set)?.split(' ').eq(expected.iter().copied()) {
        Ok(())
    } else {
        Err(ModelError::Content(format!(
            "it was trained with other labels of {set:?}"
        )))
    }
}

/// A layer normalisation.
pub(super) fn read_norm(file: &ModelFile, name: &str) -> Result<Norm, ModelError> {
    let norm = Norm {
        weight: floats(file, &format!("{name}.weight"))?,
        bias: floats(file, &format!("{name}.bias"))?,
    };
    if norm.weight.len() == WIDTH && norm.bias.len() == WIDTH {
        Ok(norm)
    } else {
        Err(other_size(name))
    }
}

/// Reads a matrix; its outputs are padded to a whole panel.
pub(super) fn read_linear<'m>(
    file: &ModelFile<'m>,
    name: &str,
    inputs: usize,
    outputs: usize,
) -> Result<Linear<'m>, ModelError> {
    let weights = file.borrowed_section(&format!("{name}.weight"))?;
    let scales = floats(file, &format!("{name}.scale"))?;
    let bias = floats(file, &format!("{name}.bias"))?;
    Linear::new(inputs, weights, scales, bias)
        .filter(|linear| linear.outputs() == outputs)
        .ok_or_else(|| other_size(name))
}
