//! Features as 32-bit fingerprints: the model never sees a string.

/// The features of one decision.
#[derive(Clone, Debug, Default)]
pub struct Features(pub Vec<u32>);

impl Features {
    /// Forgets all features, keeps the memory.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds the conjunction of `values` under the template's number.
    #[inline]
    pub fn add(&mut self, template: u32, values: &[u32]) {
        let mut hash = u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for &value in values {
            hash = (hash.rotate_left(23) ^ u64::from(value)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0.push(((hash >> 32) as u32).max(1));
    }
}

/// The fingerprint of a string: 32-bit FNV-1a.
pub fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
