//! How far a claim can be trusted: the signs of how it was found, and what each of them is worth.

mod calibration;
mod signal;

pub(crate) use calibration::Calibration;
pub use signal::{Signal, Signals};
