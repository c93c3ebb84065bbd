//! Bytes to text.

/// A decoded document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text without its byte order mark.
    pub text: String,
    /// Name of the encoding, as `utf-8`.
    pub encoding: &'static str,
    /// How many bytes or sequences stood for no character and became U+FFFD.
    pub replaced: usize,
}

/// Decodes UTF-8, with or without a byte order mark; a broken sequence becomes U+FFFD and is counted.
///
/// ```
/// let decoded = solieu::text::decode("\u{feff}năm 2020".as_bytes().to_vec());
/// assert_eq!((decoded.text.as_str(), decoded.replaced), ("năm 2020", 0));
/// assert_eq!(solieu::text::decode(b"a\xFFb".to_vec()).replaced, 1);
/// ```
pub fn decode(mut bytes: Vec<u8>) -> Decoded {
    let marked = bytes.starts_with(b"\xEF\xBB\xBF");
    let encoding = if marked { "utf-8-sig" } else { "utf-8" };
    if marked {
        bytes.drain(..3);
    }
    if simdutf8::basic::from_utf8(&bytes).is_ok() {
        // The check above makes the lossy path unreachable; it keeps this function free of panics.
        let text =
            String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned());
        return Decoded { text, encoding, replaced: 0 };
    }
    let replaced = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    Decoded { text: String::from_utf8_lossy(&bytes).into_owned(), encoding, replaced }
}
