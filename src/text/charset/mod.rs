//! Bytes to text: UTF-8 first, then what the words say.

mod detect;
mod encoding;
mod page;
mod score;
mod syllable;
mod vni;

pub use encoding::Encoding;

use rust_decimal::Decimal;

/// A decoded document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text without its byte order mark.
    pub text: String,
    /// Its encoding; where paragraphs differ, that of most.
    pub encoding: Encoding,
    /// How far the encoding was ahead of the next, as a share of the words; `None` where the form of the bytes left no choice.
    pub margin: Option<Decimal>,
    /// The encoding that fits about as well, where the choice is not certain.
    pub rival: Option<Encoding>,
    /// How many bytes or sequences stood for no character and became U+FFFD.
    pub replaced: usize,
    /// How many paragraphs were in another encoding than the document.
    pub mixed: usize,
}

/// Decodes bytes in the encoding that they are in.
///
/// A byte order mark decides, then whether the bytes are UTF-8, then the share of legal syllables. A text that is UTF-8
/// is looked at again only where it holds characters that Vietnamese has no use for.
///
/// ```
/// use solieu::text::{Encoding, decode};
/// let decoded = decode("\u{feff}năm 2020".as_bytes().to_vec());
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("năm 2020", Encoding::Utf8Sig));
/// let decoded = decode(b"Ban h\xB5nh ngh\xDE quy\xD5t, \xAE\xD2 \xB8n".to_vec());
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("Ban hành nghị quyết, đề án", Encoding::Tcvn3));
/// ```
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some((encoding, length)) = marked(&bytes) {
        return decode_as(&bytes[length..], encoding);
    }
    if let Some(encoding) = utf16(&bytes) {
        return decode_as(&bytes, encoding);
    }
    match into_utf8(bytes) {
        Ok(text) => decode_text(text),
        Err(bytes) => {
            let decoded = detect::settle(&bytes, &Encoding::OF_BYTES);
            // a few bad bytes that no encoding explains are damage
            let damaged =
                || Some(decode_as(&bytes, Encoding::Utf8)).filter(|d| d.replaced <= 3 + bytes.len() / 1000);
            decoded.rival.and_then(|_| damaged()).unwrap_or(decoded)
        }
    }
}

/// Decodes bytes in a given encoding; no doubt is raised.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded {
    let bytes = marked(bytes).filter(|(found, _)| *found == encoding).map_or(bytes, |(_, n)| &bytes[n..]);
    let (text, replaced) = page::decode(bytes, encoding);
    Decoded { text, encoding, replaced, ..Decoded::default() }
}

/// Reads again a text that is Unicode already but may carry another encoding inside: "Céng hoµ".
///
/// ```
/// use solieu::text::{Encoding, decode_text};
/// let decoded = decode_text("Coäng hoøa xaõ hoäi chuû nghóa".to_owned());
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("Cộng hòa xã hội chủ nghĩa", Encoding::VniAsWindows1252));
/// assert_eq!(decode_text("Cộng hòa, 20 °C".to_owned()).margin, None);
/// ```
pub fn decode_text(text: String) -> Decoded {
    if !suspicious(text.as_bytes()) {
        return Decoded { text, ..Decoded::default() };
    }
    let mut decoded = detect::settle(text.as_bytes(), &Encoding::OF_TEXT);
    if decoded.encoding == Encoding::Utf8 {
        if decoded.mixed == 0 {
            decoded.text = text;
        }
        decoded.rival = None;
        decoded.margin = None;
    }
    decoded
}

/// The encoding that a byte order mark tells, and the length of the mark.
fn marked(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8Sig, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

/// The bytes as a text, or the bytes; to copy them costs less than a second look at each character.
fn into_utf8(bytes: Vec<u8>) -> Result<String, Vec<u8>> {
    match simdutf8::basic::from_utf8(&bytes).map(str::to_owned) {
        Ok(text) => Ok(text),
        Err(_) => Err(bytes),
    }
}

/// UTF-16 without a mark: every second byte of most characters is zero, and hardly any other.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(8 << 10)];
    memchr::memchr(0, head).filter(|_| head.len() >= 8)?;
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match (even * 20 <= odd, odd * 20 <= even) {
        (true, false) if odd * 3 > half => Some(Encoding::Utf16Le),
        (false, true) if even * 3 > half => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether a text holds characters of Latin-1 that Vietnamese has no use for, as the code pages do when they are
/// read as western.
fn suspicious(text: &[u8]) -> bool {
    let own = ["ạ", "ọ"].iter().any(|toned| memchr::memmem::find(text, &toned.as_bytes()[..2]).is_some());
    if !own && memchr::memchr(0xC3, text).is_some() {
        // letters with marks, and none of those that only Vietnamese has
        return true;
    }
    memchr::memchr2_iter(0xC2, 0xC3, text).any(|at| match (text[at], text.get(at + 1)) {
        (0xC2, Some(second)) => !matches!(second, 0xA0 | 0xAB | 0xB0 | 0xB2 | 0xB3 | 0xB7 | 0xBB | 0xBD),
        // ÀÁÂÃ ÈÉÊ ÌÍ Ð ÒÓÔÕ × ÙÚ Ý, and the small ones
        (_, Some(0x97)) => false,
        (_, Some(second)) => !matches!(second & 0x1F, 0..=3 | 8..=10 | 12 | 13 | 16 | 18..=21 | 25 | 26 | 29),
        _ => false,
    })
}
