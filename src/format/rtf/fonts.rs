//! The fonts of RTF: their names, and the code pages of their bytes.

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1258};
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Clone, Debug)]
struct Font {
    name: String,
    encoding: &'static Encoding,
}

/// The table of fonts.
pub(super) struct Fonts {
    known: HashMap<i32, Font>,
    /// The font of text that names none.
    pub(super) usual: i32,
    /// The code page of fonts that name none.
    encoding: &'static Encoding,
}

impl Fonts {
    pub(super) fn new() -> Self {
        Self { known: HashMap::new(), usual: 0, encoding: WINDOWS_1252 }
    }

    /// Takes the code page of the whole document.
    pub(super) fn code_page(&mut self, number: i32) {
        let label = format!("windows-{number}");
        self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
    }

    /// Takes the character set of a font.
    pub(super) fn charset(&mut self, font: i32, set: i32) {
        let encoding = match set {
            163 => WINDOWS_1258,
            0..=2 => self.encoding,
            128 => encoding_rs::SHIFT_JIS,
            134 => encoding_rs::GBK,
            204 => encoding_rs::WINDOWS_1251,
            238 => encoding_rs::WINDOWS_1250,
            _ => WINDOWS_1252,
        };
        self.known.insert(font, Font { name: String::new(), encoding });
    }

    /// Takes the name of a font, which a semicolon ends.
    pub(super) fn name(&mut self, font: i32, bytes: &[u8]) {
        let name = String::from_utf8_lossy(bytes);
        let encoding = self.encoding;
        let font = self.known.entry(font).or_insert(Font { name: String::new(), encoding });
        if font.name.is_empty() {
            name.trim().trim_end_matches(';').clone_into(&mut font.name);
        }
    }

    /// The name of a font; empty where it has none.
    pub(super) fn name_of(&self, font: i32) -> &str {
        self.known.get(&font).map_or("", |font| &font.name)
    }

    /// The characters of bytes in a font.
    pub(super) fn decode<'a>(&self, font: i32, bytes: &'a [u8]) -> Cow<'a, str> {
        let encoding = self.known.get(&font).map_or(self.encoding, |font| font.encoding);
        encoding.decode_without_bom_handling(bytes).0
    }
}
