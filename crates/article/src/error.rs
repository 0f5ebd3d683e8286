use std::fmt;

/// Why the bytes of an input are not an article that can be read.
///
/// The messages name what is wrong, where in the file, and what to do; the file itself is named by the
/// caller, who knows its path.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArticleError {
    /// No characters but white space.
    #[error("the file is empty; an article needs at least a headline or a sentence")]
    Empty,
    /// More bytes than any article has.
    #[error(
        "{} in one article, more than the {} that are read; if this is a collection, split it into one file an article",
        Size(*bytes),
        Size(*limit)
    )]
    TooLarge {
        /// Size of the input.
        bytes: usize,
        /// The largest size that is read.
        limit: usize,
    },
    /// Another file format than plain text.
    #[error("this is {format}, not plain text; save the article's text as a .txt file in UTF-8")]
    OtherFormat {
        /// The format with its article: "a PDF file".
        format: &'static str,
    },
    /// A zero byte, which no text has.
    #[error(
        "byte {offset} is zero, so this is a binary file or UTF-16 without a byte order mark; save the article as UTF-8 text"
    )]
    Binary {
        /// Offset of the first zero byte.
        offset: usize,
    },
    /// Bytes that are not UTF-8.
    #[error(
        "invalid UTF-8 at byte {offset} (line {line}): {byte:#04x}; convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
    )]
    InvalidUtf8 {
        /// Offset of the first byte that cannot be decoded.
        offset: usize,
        /// Line of that byte, counted from 1.
        line: usize,
        /// The byte.
        byte: u8,
    },
    /// A UTF-16 file that breaks off inside a character.
    #[error("invalid UTF-16 at byte {offset}: half a character; save the article as UTF-8 text")]
    InvalidUtf16 {
        /// Offset of the code unit that cannot be decoded.
        offset: usize,
    },
    /// A text that is not English.
    #[error("the text is not English (it looks like {language}); only English is read")]
    OtherLanguage {
        /// English name of the most similar language that is known.
        language: &'static str,
    },
}

/// A number of bytes as people write it.
struct Size(usize);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KB: usize = 1_000;
        const MB: usize = 1_000_000;
        match self.0 {
            bytes if bytes >= MB => write!(f, "{}.{} MB", bytes / MB, bytes % MB / (MB / 10)),
            bytes if bytes >= KB => write!(f, "{} kB", bytes / KB),
            bytes => write!(f, "{bytes} bytes"),
        }
    }
}
