//! The file format of a trained model.
//!
//! ```text
//! magic "NGMODEL\n" · version u32 · header length u32 · checksum u64 · header · sections
//! ```
//! Numbers are little-endian. The header is UTF-8, one `key: value` a line, and ends with one
//! `section: NAME LENGTH` a section in order; the sections follow without padding. The checksum is the
//! 64-bit FNV-1a hash, taken over 8-byte words, of everything after it.

use std::fmt::Write as _;

const MAGIC: &[u8; 8] = b"NGMODEL\n";
const VERSION: u32 = 1;
const PREAMBLE: usize = 24;

/// Why a model file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Some other kind of file, or not even a whole preamble.
    #[error("this is no newsgraph model: it does not begin with the mark of one")]
    NotAModel,
    /// Written by another version of the trainer.
    #[error(
        "the model has format version {found}, this program reads version {VERSION}; train it again with newsgraph-train"
    )]
    Version {
        /// The file's version.
        found: u32,
    },
    /// Damaged on the way here.
    #[error("the model is damaged: its checksum does not match its content; fetch it again")]
    Checksum,
    /// A model of another task.
    #[error("the model is of kind {found:?} where {expected:?} is needed")]
    Kind {
        /// The file's kind.
        found: String,
        /// The kind asked for.
        expected: &'static str,
    },
    /// Whole, but its content contradicts itself or lacks a part.
    #[error("the model cannot be understood: {0}")]
    Content(String),
}

/// A model file, read or to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelFile<'b> {
    /// What the header says, in order: kind, data, licence, command, parameters.
    pub header: Vec<(String, String)>,
    /// The named parts.
    pub sections: Vec<(String, std::borrow::Cow<'b, [u8]>)>,
}

impl<'b> ModelFile<'b> {
    /// A model file of a kind with some parameters, still without sections.
    pub fn new(kind: &str, parameters: &[(&str, &str)]) -> Self {
        let kind = [("kind", kind)];
        let header = kind.iter().chain(parameters);
        Self {
            header: header
                .map(|&(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
            sections: Vec::new(),
        }
    }

    /// Reads a model file of the given kind; the sections borrow from `bytes`.
    ///
    /// # Errors
    /// When the bytes are no model, damaged, of another version or kind.
    pub fn read(bytes: &'b [u8], kind: &'static str) -> Result<Self, ModelError> {
        if bytes.len() < PREAMBLE || &bytes[..8] != MAGIC {
            return Err(ModelError::NotAModel);
        }
        let version = u32_at(bytes, 8);
        if version != VERSION {
            return Err(ModelError::Version { found: version });
        }
        let body = &bytes[PREAMBLE..];
        if checksum(body) != u64_at(bytes, 16) {
            return Err(ModelError::Checksum);
        }
        let file = Self::read_body(body, u32_at(bytes, 12) as usize)?;
        match file.value("kind")? {
            found if found == kind => Ok(file),
            found => Err(ModelError::Kind {
                found: found.to_owned(),
                expected: kind,
            }),
        }
    }

    fn read_body(body: &'b [u8], header_length: usize) -> Result<Self, ModelError> {
        let unclear = |what: &str| ModelError::Content(what.to_owned());
        let header = body
            .get(..header_length)
            .ok_or_else(|| unclear("the header is cut off"))?;
        let header = std::str::from_utf8(header).map_err(|_| unclear("the header is not UTF-8"))?;
        let mut file = Self::default();
        let mut at = header_length;
        for line in header.lines() {
            let (key, value) = line
                .split_once(": ")
                .ok_or_else(|| unclear("a header line has no colon"))?;
            if key != "section" {
                file.header.push((key.to_owned(), value.to_owned()));
                continue;
            }
            let (name, length) = value
                .split_once(' ')
                .ok_or_else(|| unclear("a section has no length"))?;
            let length: usize = length
                .parse()
                .map_err(|_| unclear("a section has no length"))?;
            let end = at
                .checked_add(length)
                .ok_or_else(|| unclear("a section is too long"))?;
            let bytes = body
                .get(at..end)
                .ok_or_else(|| unclear("a section is cut off"))?;
            file.sections.push((name.to_owned(), bytes.into()));
            at = end;
        }
        Ok(file)
    }

    /// The header's value for a key.
    ///
    /// # Errors
    /// When the header lacks the key.
    pub fn value(&self, key: &str) -> Result<&str, ModelError> {
        self.header
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
            .ok_or_else(|| ModelError::Content(format!("the header lacks {key:?}")))
    }

    /// The bytes of a section.
    ///
    /// # Errors
    /// When there is no such section.
    pub fn section(&self, name: &str) -> Result<&[u8], ModelError> {
        self.sections
            .iter()
            .find(|(section, _)| section == name)
            .map(|(_, bytes)| &**bytes)
            .ok_or_else(|| ModelError::Content(format!("the section {name:?} is missing")))
    }

    /// The bytes of a section, borrowed from the bytes that the file was read from.
    ///
    /// # Errors
    /// When there is no such section, or the file was not read.
    pub fn borrowed_section(&self, name: &str) -> Result<&'b [u8], ModelError> {
        let section = self.sections.iter().find(|(section, _)| section == name);
        match section {
            Some((_, std::borrow::Cow::Borrowed(bytes))) => Ok(bytes),
            _ => Err(ModelError::Content(format!(
                "the section {name:?} is missing"
            ))),
        }
    }

    /// The bytes of the whole file.
    pub fn write(&self) -> Vec<u8> {
        let mut header = String::new();
        for (key, value) in &self.header {
            let _ = writeln!(header, "{key}: {}", value.replace('\n', " "));
        }
        for (name, bytes) in &self.sections {
            let _ = writeln!(header, "section: {name} {}", bytes.len());
        }
        let mut body = header.clone().into_bytes();
        for (_, bytes) in &self.sections {
            body.extend_from_slice(bytes);
        }
        let mut file = MAGIC.to_vec();
        file.extend_from_slice(&VERSION.to_le_bytes());
        file.extend_from_slice(&(header.len() as u32).to_le_bytes());
        file.extend_from_slice(&checksum(&body).to_le_bytes());
        file.extend_from_slice(&body);
        file
    }
}

/// The little-endian number at `at`, which must lie inside.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

fn checksum(body: &[u8]) -> u64 {
    let words = body.chunks_exact(8);
    let tail = words.remainder();
    let hash = words.fold(0xcbf2_9ce4_8422_2325, |hash: u64, word| {
        (hash ^ u64_at(word, 0)).wrapping_mul(0x100_0000_01b3)
    });
    tail.iter().fold(hash, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        ModelFile {
            header: vec![
                ("kind".into(), "tagger".into()),
                ("licence".into(), "CC BY-SA 4.0".into()),
            ],
            sections: vec![
                ("weights".into(), vec![1, 2, 3].into()),
                ("labels".into(), b"a b".to_vec().into()),
            ],
        }
        .write()
    }

    #[test]
    fn a_file_reads_back_as_written() {
        let bytes = sample();
        let file = ModelFile::read(&bytes, "tagger").unwrap();
        assert_eq!(file.section("weights"), Ok(&[1, 2, 3][..]));
        assert_eq!(file.value("licence"), Ok("CC BY-SA 4.0"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let bytes = sample();
        assert_eq!(ModelFile::read(b"PK", "tagger"), Err(ModelError::NotAModel));
        assert!(matches!(
            ModelFile::read(&bytes, "parser"),
            Err(ModelError::Kind { .. })
        ));
        let mut damaged = bytes.clone();
        damaged[40] ^= 1;
        assert_eq!(
            ModelFile::read(&damaged, "tagger"),
            Err(ModelError::Checksum)
        );
        let mut newer = bytes;
        newer[8] = 9;
        assert_eq!(
            ModelFile::read(&newer, "tagger"),
            Err(ModelError::Version { found: 9 })
        );
    }
}
