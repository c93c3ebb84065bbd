//! Bytes to characters and back, by code page.

use super::{Encoding, vni};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Written {
    low: String,
    high: Vec<String>,
}

/// The character of each byte.
type Page = [char; 256];

static PAGES: LazyLock<HashMap<String, Page>> = LazyLock::new(|| {
    let written: HashMap<String, Written> =
        toml::from_str(include_str!("pages.toml")).expect("pages.toml is valid");
    written.into_iter().map(|(name, written)| (name, written.page())).collect()
});

/// The western code page; what it leaves out are control codes.
static WESTERN: LazyLock<Page> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0..=255).collect();
    let mut page = ['\0'; 256];
    for (place, c) in page.iter_mut().zip(WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars()) {
        *place = c;
    }
    page
});

impl Written {
    fn page(&self) -> Page {
        let mut page = *WESTERN;
        for (place, c) in page[0x80..].iter_mut().zip(self.high.iter().flat_map(|row| row.chars())) {
            *place = if c == '.' { *place } else { c };
        }
        for pair in self.low.split_whitespace().filter(|pair| pair.is_char_boundary(2)) {
            let (byte, letter) = pair.split_at(2);
            if let (Ok(byte), Some(letter)) = (u8::from_str_radix(byte, 16), letter.chars().next()) {
                page[usize::from(byte)] = letter;
            }
        }
        page
    }
}

/// Decodes bytes and counts what stood for no character, which becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> (String, usize) {
    if let Some(carried) = encoding.carried() {
        return (recode(&String::from_utf8_lossy(bytes), carried), broken(bytes));
    }
    let by_library = |library: &'static encoding_rs::Encoding| {
        let (text, _) = library.decode_without_bom_handling(bytes);
        let replaced = text.matches('\u{FFFD}').count();
        (text.into_owned(), replaced)
    };
    match encoding {
        Encoding::Utf16Le => by_library(UTF_16LE),
        Encoding::Utf16Be => by_library(UTF_16BE),
        Encoding::Windows1258 => by_library(WINDOWS_1258),
        Encoding::Tcvn3 | Encoding::Viscii | Encoding::Vps => {
            let page = &PAGES[encoding.as_str()];
            let text: String = bytes.iter().map(|&byte| page[usize::from(byte)]).collect();
            (if encoding == Encoding::Tcvn3 { with_capitals(&text) } else { text }, 0)
        }
        Encoding::Vni => {
            let mut text = String::with_capacity(bytes.len());
            vni::read(bytes.iter().map(|&byte| WESTERN[usize::from(byte)]), &mut text);
            (text, 0)
        }
        Encoding::Windows1252 => (bytes.iter().map(|&byte| WESTERN[usize::from(byte)]).collect(), 0),
        _ => (String::from_utf8_lossy(bytes).into_owned(), broken(bytes)),
    }
}

/// TCVN3 has no capitals with tones: in a word of capitals they were typed as small letters, `CéNG`, and shown by a font.
/// A capital before one of them, `Vò`, begins a word of capitals in a line that has no other words.
fn with_capitals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let words = || line.split_inclusive(|c: char| !c.is_alphabetic());
        let small = words().any(|word| word.bytes().any(|byte| byte.is_ascii_lowercase()));
        let alone = !small && words().any(is_capitals);
        for word in words() {
            let begun = alone && word.starts_with(|c: char| c.is_ascii_uppercase());
            if begun || is_capitals(word) {
                out.extend(word.chars().flat_map(char::to_uppercase));
            } else {
                out.push_str(word);
            }
        }
    }
    out
}

/// Whether a word can only have been meant in capitals.
fn is_capitals(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let small = word.bytes().any(|byte| byte.is_ascii_lowercase());
    !small && (capitals >= 2 || capitals == 1 && word.starts_with(|c: char| c.is_lowercase()))
}

/// Broken sequences of UTF-8.
fn broken(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count()
}

/// Reads again what was read as Windows-1252; characters that it does not have stay.
fn recode(text: &str, carried: Encoding) -> String {
    let mut out = String::with_capacity(text.len());
    let mut bytes = Vec::new();
    let flush = |bytes: &mut Vec<u8>, out: &mut String| {
        match carried {
            Encoding::Utf8 => unwrap_utf8(bytes, out),
            _ => out.push_str(&decode(bytes, carried).0),
        }
        bytes.clear();
    };
    for c in text.chars() {
        if let Some(byte) = western(c) {
            bytes.push(byte);
        } else {
            flush(&mut bytes, &mut out);
            out.push(c);
        }
    }
    flush(&mut bytes, &mut out);
    out
}

/// The byte of a character in Windows-1252.
fn western(c: char) -> Option<u8> {
    if c.is_ascii() {
        return Some(c as u8);
    }
    match c as u32 {
        code @ 0x80..=0xFF => Some(code as u8),
        _ => WESTERN.iter().position(|&western| western == c).map(|byte| byte as u8),
    }
}

/// Sequences of UTF-8 among bytes; a byte that is in none keeps its western character.
///
/// The second byte of "à" is a no-break space, which many programs turn into a plain one.
fn unwrap_utf8(bytes: &mut [u8], out: &mut String) {
    for at in 1..bytes.len() {
        if bytes[at - 1] == 0xC3 && bytes[at] == b' ' {
            bytes[at] = 0xA0;
        }
    }
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        out.extend(chunk.invalid().iter().map(|&byte| WESTERN[usize::from(byte)]));
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decode};

    #[test]
    fn code_pages() {
        let text = |bytes: &[u8], encoding| decode(bytes, encoding).0;
        assert_eq!(text(b"C\xE9ng ho\xB5 \xAE\xAD\xEEc", Encoding::Tcvn3), "Cộng hoà được");
        assert_eq!(text(b"\xD0\xB5c l\xA7p", Encoding::Viscii), "Độc lập");
        assert_eq!(text(b"\xF1\xB6c l\xC6p\x10", Encoding::Vps), "Độc lậpỊ");
        assert_eq!(
            text("Ñoäc".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice(), Encoding::Vni),
            "Độc"
        );
    }

    #[test]
    fn capitals_of_tcvn3() {
        let text = |words: &[u8]| decode(words, Encoding::Tcvn3).0;
        assert_eq!(text(b"\xF1Y BAN C\xE9NG Ho\xB5 X\xB7 \xF1y"), "ỦY BAN CỘNG Hoà Xã ủy");
        assert_eq!(text(b"V\xD2 VI\xD6C S\xAC K\xD5T\nS\xEB VH-TT v\xD2"), "VỀ VIỆC SƠ KẾT\nSở VH-TT về");
    }

    #[test]
    fn what_was_read_as_western() {
        let text = |text: &str, encoding| decode(text.as_bytes(), encoding).0;
        assert_eq!(text("Cá»™ng hÃ²a, hoÃ  bÃ¬nh", Encoding::Utf8AsWindows1252), "Cộng hòa, hoà bình");
        assert_eq!(text("Céng hoµ x· héi", Encoding::Tcvn3AsWindows1252), "Cộng hoà xã hội");
        assert_eq!(text("ư “Ñoäc laäp” ư", Encoding::VniAsWindows1252), "ư “Độc lập” ư");
    }
}
