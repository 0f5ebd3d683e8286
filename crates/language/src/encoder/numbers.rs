//! Memory whose first number stands at an address that vector loads like, kept between batches.

use std::ops::{Deref, DerefMut};

/// Bytes of a line of the cache, and of the widest register.
const LINE: usize = 64;

/// A row of numbers that begins with a line of the cache.
#[derive(Default)]
pub(super) struct Numbers<T> {
    /// With room before the first number and after the last.
    values: Vec<T>,
    start: usize,
    length: usize,
}

impl<T: Copy + Default> Numbers<T> {
    /// Makes it so long; what stands in it is undefined.
    pub(super) fn resize(&mut self, length: usize) {
        if self.start + length > self.values.len() {
            self.values = vec![T::default(); length + LINE / size_of::<T>()];
            self.start = self.values.as_ptr().align_offset(LINE);
            self.start = self.start.min(self.values.len() - length);
        }
        self.length = length;
    }
}

impl<T> Deref for Numbers<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.values[self.start..self.start + self.length]
    }
}

impl<T> DerefMut for Numbers<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.values[self.start..self.start + self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_stands_at_the_start_of_a_line() {
        let mut numbers = Numbers::<f32>::default();
        for length in [5, 1000, 3] {
            numbers.resize(length);
            assert_eq!(numbers.len(), length);
            assert_eq!(numbers.as_ptr().align_offset(LINE), 0);
        }
    }
}
