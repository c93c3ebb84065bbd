//! Texts in the encodings of Vietnam, for tests that read them back.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use solieu::text::{Encoding, decode_as};
use std::collections::BTreeMap;
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

pub(crate) type Encode = Box<dyn Fn(&str) -> Vec<u8>>;

/// Every encoding that is told from the words or from the form of the bytes, by its name.
pub(crate) fn all() -> Vec<(&'static str, Encode)> {
    let utf16 =
        |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    vec![
        ("tcvn3", single("tcvn3", true)),
        ("viscii", single("viscii", false)),
        ("vps", single("vps", false)),
        ("vni", vni()),
        ("windows-1258", windows_1258()),
        ("utf-16le", Box::new(move |text| utf16(text, u16::to_le_bytes))),
        ("utf-16be", Box::new(move |text| utf16(text, u16::to_be_bytes))),
        ("tcvn3-as-windows-1252", carried(single("tcvn3", true))),
        ("viscii-as-windows-1252", carried(single("viscii", false))),
        ("vps-as-windows-1252", carried(single("vps", false))),
        ("vni-as-windows-1252", carried(vni())),
        ("windows-1258-as-windows-1252", carried(windows_1258())),
        ("utf-8-as-windows-1252", carried(Box::new(|text| text.as_bytes().to_vec()))),
    ]
}

/// A text without the signs that the old code pages lack, as people typed it then.
pub(crate) fn typed(text: &str) -> String {
    let plain = |c: char| match c {
        '“' | '”' => '"',
        '…' => '.',
        '‘' | '’' => '\'',
        '–' | '—' => '-',
        '²' => '2',
        '\u{200B}' | '\u{A0}' => ' ',
        c => c,
    };
    text.chars().map(plain).collect()
}

/// A code page of the program; with `small`, a capital that it lacks becomes a small letter.
fn single(name: &'static str, small: bool) -> Encode {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/charset/pages.toml");
    let pages: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let rows = pages[name]["high"].as_array().unwrap().iter();
    let high: String = rows.map(|row| row.as_str().unwrap()).collect();
    let low = pages[name]["low"].as_str().unwrap().split_whitespace();
    let low =
        low.map(|pair| (pair[2..].chars().next().unwrap(), u8::from_str_radix(&pair[..2], 16).unwrap()));
    let page: BTreeMap<char, u8> =
        high.chars().zip(0x80..=0xFF).filter(|(c, _)| *c != '.').chain(low).collect();
    Box::new(move |text| {
        let small =
            |c: char| if small && !page.contains_key(&c) { c.to_lowercase().next().unwrap() } else { c };
        let byte =
            |c: char| if c.is_ascii() { c as u8 } else { page.get(&small(c)).copied().unwrap_or(b' ') };
        text.chars().map(byte).collect()
    })
}

/// A letter, and after it that of its marks in the same case.
fn vni() -> Encode {
    let mut letters: BTreeMap<char, Vec<u8>> = BTreeMap::new();
    let mut learn = |bytes: &[u8]| {
        let text = decode_as(bytes, Encoding::Vni).text;
        let mut characters = text.chars();
        if let (Some(letter), None) = (characters.next(), characters.next()) {
            letters.entry(letter).or_insert_with(|| bytes.to_vec());
        }
    };
    // letters that stand for another one by themselves; some programs wrote an eth for Đ, which the code page does not
    for alone in b"\xD1\xF1\xD4\xF4\xD6\xF6\xC6\xE6\xD3\xF3\xD2\xF2\xCE\xEE" {
        learn(&[*alone]);
    }
    for (bases, marks) in [(b"aeiouy\xF4\xF6", 0xE0..=0xFF_u8), (b"AEIOUY\xD4\xD6", 0xC0..=0xDF)] {
        for mark in marks {
            for base in bases {
                learn(&[*base, mark]);
            }
        }
    }
    Box::new(move |text| {
        let bytes = |c: char| match letters.get(&c) {
            Some(bytes) if !c.is_ascii() => bytes.clone(),
            _ => vec![if c.is_ascii() { c as u8 } else { b' ' }],
        };
        text.chars().flat_map(bytes).collect()
    })
}

/// Letters with their tone after them.
fn windows_1258() -> Encode {
    Box::new(|text| {
        let mut out = Vec::new();
        for c in text.chars() {
            let apart: String = c.nfd().collect();
            let (rest, tone): (String, String) =
                apart.chars().partition(|sign| !"\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*sign));
            let whole = WINDOWS_1258.encode(c.encode_utf8(&mut [0; 4])).0.into_owned();
            let parted = [rest.nfc().collect::<String>(), tone].concat();
            out.extend(if whole.starts_with(b"&#") {
                WINDOWS_1258.encode(&parted).0.into_owned()
            } else {
                whole
            });
        }
        out
    })
}

/// The bytes read as Windows-1252 and saved as UTF-8.
fn carried(encode: Encode) -> Encode {
    Box::new(move |text| WINDOWS_1252.decode_without_bom_handling(&encode(text)).0.into_owned().into_bytes())
}
