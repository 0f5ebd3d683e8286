//! Bytes to text: what is not UTF-8 or marked UTF-16 text is refused with its place and a way out.

use crate::ArticleError;

/// The largest input that is taken for one article.
pub(crate) const MAX_BYTES: usize = 8_000_000;

/// First bytes of formats that people hand in by mistake.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x7fELF", "a program"),
];

/// The text of a file, without its byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, ArticleError> {
    if bytes.len() > MAX_BYTES {
        return Err(ArticleError::TooLarge {
            bytes: bytes.len(),
            limit: MAX_BYTES,
        });
    }
    refuse_other_formats(bytes)?;
    let text = match bytes {
        [0xff, 0xfe, units @ ..] => decode_utf16(units, u16::from_le_bytes)?,
        [0xfe, 0xff, units @ ..] => decode_utf16(units, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => decode_utf8(rest, 3)?,
        _ => decode_utf8(bytes, 0)?,
    };
    if text.chars().all(char::is_whitespace) {
        return Err(ArticleError::Empty);
    }
    Ok(text)
}

fn refuse_other_formats(bytes: &[u8]) -> Result<(), ArticleError> {
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature));
    if let Some(&(_, format)) = known {
        return Err(ArticleError::OtherFormat { format });
    }
    let start = bytes.trim_ascii_start();
    let opening = start[..start.len().min(14)].to_ascii_lowercase();
    if opening.starts_with(b"<!doctype html") || opening.starts_with(b"<html") {
        return Err(ArticleError::OtherFormat {
            format: "an HTML page",
        });
    }
    Ok(())
}

fn decode_utf8(bytes: &[u8], skipped: usize) -> Result<String, ArticleError> {
    if let Some(zero) = bytes.iter().position(|&byte| byte == 0) {
        return Err(ArticleError::Binary {
            offset: skipped + zero,
        });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            Err(ArticleError::InvalidUtf8 {
                offset: skipped + at,
                line: 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count(),
                byte: bytes.get(at).copied().unwrap_or_default(),
            })
        }
    }
}

fn decode_utf16(bytes: &[u8], unit_of: fn([u8; 2]) -> u16) -> Result<String, ArticleError> {
    const BOM: usize = 2;
    let units = bytes.chunks_exact(2);
    if let [_] = units.remainder() {
        return Err(ArticleError::InvalidUtf16 {
            offset: BOM + bytes.len() - 1,
        });
    }
    let mut text = String::with_capacity(bytes.len() / 2);
    for decoded in char::decode_utf16(units.map(|unit| unit_of([unit[0], unit[1]]))) {
        match decoded {
            Ok('\0') | Err(_) => {
                return Err(ArticleError::InvalidUtf16 {
                    offset: BOM + 2 * text.encode_utf16().count(),
                });
            }
            Ok(character) => text.push(character),
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_are_dropped_in_every_encoding() {
        for bytes in [
            b"\xef\xbb\xbfRiga".as_slice(),
            b"\xff\xfeR\0i\0g\0a\0",
            b"\xfe\xff\0R\0i\0g\0a",
        ] {
            assert_eq!(decode(bytes).unwrap(), "Riga");
        }
    }

    #[test]
    fn the_message_tells_where_the_encoding_breaks() {
        let error = decode(b"A caf\xe9 burned.").unwrap_err();
        assert_eq!(
            error,
            ArticleError::InvalidUtf8 {
                offset: 5,
                line: 1,
                byte: 0xe9
            }
        );
        assert!(
            error.to_string().contains("byte 5 (line 1): 0xe9"),
            "{error}"
        );
    }

    #[test]
    fn files_that_are_no_text_are_refused() {
        assert_eq!(decode(b" \n\t\n"), Err(ArticleError::Empty));
        assert_eq!(decode(b""), Err(ArticleError::Empty));
        assert_eq!(decode(b"ab\0c"), Err(ArticleError::Binary { offset: 2 }));
        assert_eq!(
            decode(b"\xff\xfeR\0\x00"),
            Err(ArticleError::InvalidUtf16 { offset: 4 })
        );
        assert!(matches!(
            decode(b"%PDF-1.7 ..."),
            Err(ArticleError::OtherFormat { .. })
        ));
        assert!(matches!(
            decode(b"\n<!DOCTYPE HTML><html>"),
            Err(ArticleError::OtherFormat { .. })
        ));
    }

    #[test]
    fn a_line_of_fifty_megabytes_is_refused_with_its_size() {
        let error = decode(&vec![b'a'; 50_000_000]).unwrap_err();
        assert!(error.to_string().starts_with("50.0 MB in one article"));
    }
}
