use crate::Span;

/// Maps character offsets of a text to byte offsets and back.
///
/// Costs nothing for ASCII text; otherwise keeps one byte offset for every 64 characters.
#[derive(Clone, Debug)]
pub struct TextIndex<'t> {
    text: &'t str,
    characters: usize,
    /// Byte offset of character `64 * i`; empty for ASCII text.
    checkpoints: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'t> TextIndex<'t> {
    /// Indexes `text`.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self {
                text,
                characters: text.len(),
                checkpoints: Vec::new(),
            };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut characters = 0;
        for (byte, _) in text.char_indices() {
            if characters % STRIDE == 0 {
                checkpoints.push(byte);
            }
            characters += 1;
        }
        Self {
            text,
            characters,
            checkpoints,
        }
    }

    /// The indexed text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Number of characters (Unicode scalar values) of the text.
    pub fn characters(&self) -> usize {
        self.characters
    }

    /// The byte offset of a character offset; offsets past the end give the text's length.
    pub fn byte_of(&self, character: usize) -> usize {
        if character >= self.characters {
            return self.text.len();
        }
        if self.checkpoints.is_empty() {
            return character;
        }
        let base = self.checkpoints[character / STRIDE];
        self.text[base..]
            .char_indices()
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(byte, _)| base + byte)
    }

    /// The character offset of a byte offset that lies on a character boundary.
    pub fn char_of(&self, byte: usize) -> usize {
        if self.checkpoints.is_empty() {
            return byte.min(self.characters);
        }
        let slot = self
            .checkpoints
            .partition_point(|&start| start <= byte)
            .saturating_sub(1);
        let base = self.checkpoints[slot];
        let end = byte.min(self.text.len());
        slot * STRIDE
            + self.text[base..]
                .char_indices()
                .take_while(|(b, _)| base + b < end)
                .count()
    }

    /// The characters of a span; what lies past the end of the text is left out.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[self.byte_of(span.start())..self.byte_of(span.end())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_and_characters_map_both_ways(text in "\\PC{0,300}") {
            let index = TextIndex::new(&text);
            prop_assert_eq!(index.characters(), text.chars().count());
            for (character, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.byte_of(character), byte);
                prop_assert_eq!(index.char_of(byte), character);
            }
            prop_assert_eq!(index.char_of(text.len()), index.characters());
        }
    }
}
