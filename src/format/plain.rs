//! Plain text: decoded, and refused where it is none.

use super::{Content, Hint, Trouble, draft};
use crate::error::Code;
use crate::text::{self, Decoded};

/// How much of a text is looked at to tell it from something else, in bytes.
const HEAD: usize = 8 << 10;

/// Decodes bytes, by the encoding that was stated or by what they say.
pub(super) fn decode(bytes: Vec<u8>, hint: &Hint<'_>) -> Result<Decoded, Trouble> {
    let decoded = match hint.encoding {
        Some(encoding) => text::decode_as(&bytes, encoding),
        None => text::decode(bytes),
    };
    match nontext(&decoded.text) {
        Some(what) => Err(Trouble::new(Code::NotText, what)),
        None => Ok(decoded),
    }
}

/// The content of a decoded text.
pub(super) fn read(decoded: Decoded, hint: &Hint<'_>) -> Result<Content, Trouble> {
    match uncertain(&decoded) {
        Some(trouble) => Err(trouble),
        None => Ok(content(decoded, hint)),
    }
}

/// Says that another encoding fits as well as the one that was chosen.
pub(super) fn uncertain(decoded: &Decoded) -> Option<Trouble> {
    let rival = decoded.rival?;
    let what = format!("{} or {rival}, or neither: both fit about equally well", decoded.encoding);
    Some(Trouble::new(Code::EncodingUncertain, what))
}

pub(super) fn content(decoded: Decoded, hint: &Hint<'_>) -> Content {
    let ending = hint.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let markdown = ending.eq_ignore_ascii_case("md");
    draft::content(decoded, if markdown { "text/markdown" } else { "text/plain" })
}

/// Whether a byte is a control code that text has no use for.
#[allow(
    clippy::needless_bitwise_bool,
    clippy::manual_range_contains,
    reason = "without branches, so that many bytes are looked at together"
)]
#[inline]
fn is_control(byte: u8) -> bool {
    (byte <= 0x8) | (byte == 0xB) | ((byte >= 0xE) & (byte <= 0x1F) & (byte != 0x1B)) | (byte == 0x7F)
}

/// Why the beginning of a text shows that it is none.
fn nontext(text: &str) -> Option<String> {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    if !head.iter().fold(false, |any, &byte| any | is_control(byte)) {
        return None;
    }
    if let Some(at) = memchr::memchr(0, head) {
        return Some(format!("no text: byte {at} is NUL"));
    }
    let controls = head.iter().filter(|&&byte| is_control(byte)).count();
    (controls * 20 > head.len()).then(|| "no text: too many control codes".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::{Hint, read};
    use crate::text::Encoding;

    fn code(bytes: &[u8]) -> &'static str {
        read(bytes.to_vec(), &Hint::default()).unwrap_err().code.as_str()
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(code(b"abc\0\x01"), "not-text");
        assert_eq!(code(b"GIF89a\0\x01"), "unsupported");
        assert_eq!(code(&[1, 2, 3, 4, 5, 6, 7, 8]), "not-text");
    }

    #[test]
    fn what_could_be_anything() {
        assert_eq!(
            code(b"caf\xE9 cr\xE8me \xE0 Gen\xE8ve, d\xE9j\xE0 vu \xE0 la carte"),
            "encoding-uncertain"
        );
    }

    #[test]
    fn a_few_bad_bytes_lose_no_document() {
        let content = read(b"16 k\xE1\xBA ho\xFFch".to_vec(), &Hint::default()).unwrap();
        assert_eq!((content.encoding, content.replaced), ("utf-8", 2));
    }

    #[test]
    fn a_stated_encoding_is_taken() {
        let hint = Hint { encoding: Some(Encoding::Windows1252), ..Hint::default() };
        let content = read(b"caf\xE9 cr\xE8me".to_vec(), &hint).unwrap();
        assert_eq!((content.text.as_str(), content.encoding), ("café crème", "windows-1252"));
    }

    #[test]
    fn utf16_without_a_mark() {
        let bytes: Vec<u8> = "Nghị quyết số 25".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let content = read(bytes, &Hint::default()).unwrap();
        assert_eq!((content.text.as_str(), content.encoding), ("Nghị quyết số 25", "utf-16le"));
    }
}
