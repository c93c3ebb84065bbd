//! The folded view: lower case and plain blanks, byte for byte as long as the text.

/// Folds a text for matching without changing its length in bytes.
///
/// Letters become lower case, the blanks U+00A0, U+200B and the like become spaces, carriage returns
/// become spaces, and Eth (`Ð`, typed for `Đ`) becomes `đ`. A letter whose lower case has another
/// length in UTF-8, such as the Kelvin sign, is kept.
///
/// ```
/// assert_eq!(solieu::text::fold("QUYẾT\u{a0}ĐỊNH Số 5"), "quyết  định số 5");
/// ```
pub fn fold(shown: &str) -> String {
    let bytes = usual(shown.as_bytes()).unwrap_or_else(|| each(shown));
    // every change was one of characters of equal length, so this holds text
    simdutf8::basic::from_utf8(&bytes).map_or_else(|_| shown.to_owned(), str::to_owned)
}

/// Folds a text of the letters and signs that Vietnamese has, each byte by the two before it, so that many are folded
/// at once; `None` where there is any other.
fn usual(shown: &[u8]) -> Option<Vec<u8>> {
    let mut folded = vec![0; shown.len() + 2];
    folded[2..].copy_from_slice(shown);
    let padded = folded.clone();
    let mut odd = 0;
    let before = padded.iter().zip(&padded[1..]);
    for (out, ((&first, &second), &byte)) in folded[2..].iter_mut().zip(before.zip(shown)) {
        *out = byte + capital(first, second, byte);
        odd |= u8::from(is_odd(first, second, byte));
    }
    folded.drain(..2);
    (odd == 0).then_some(folded)
}

/// What makes a small letter of a capital whose last byte this is, after the two bytes before it; else 0.
#[allow(
    clippy::needless_bitwise_bool,
    clippy::manual_range_contains,
    reason = "without branches, so that many bytes are looked at together"
)]
#[inline]
fn capital(first: u8, second: u8, byte: u8) -> u8 {
    let latin = (second == 0xC3) & (byte >= 0x80) & (byte <= 0x9E) & (byte != 0x97);
    let upper = ((byte >= b'A') & (byte <= b'Z')) | latin;
    // Ạ to Ỹ: capitals are even
    let toned = (first == 0xE1)
        & (byte & 1 == 0)
        & (((second == 0xBA) & (byte >= 0xA0)) | ((second == 0xBB) & (byte <= 0xB9)));
    let barred = ((second == 0xC4) & ((byte == 0x82) | (byte == 0x90) | (byte == 0xA8)))
        | ((second == 0xC5) & (byte == 0xA8))
        | ((second == 0xC6) & ((byte == 0xA0) | (byte == 0xAF)));
    (u8::from(upper) << 5) | u8::from(toned | barred)
}

/// Whether a byte is a carriage return, or shows a character that is none of the usual ones.
#[allow(
    clippy::needless_bitwise_bool,
    clippy::manual_range_contains,
    reason = "without branches, so that many bytes are looked at together"
)]
#[inline]
fn is_odd(first: u8, second: u8, byte: u8) -> bool {
    let lead = (byte >= 0xC7) & (byte != 0xE1) & (byte != 0xE2);
    let blank = (second == 0xC2) & (byte == 0xA0);
    let eth = (second == 0xC3) & ((byte == 0x90) | (byte == 0xB0));
    // Ă ă, Đ đ, Ĩ ĩ; Ũ ũ; Ơ ơ, Ư ư
    let barred =
        ((second == 0xC4) & (byte != 0x82) & (byte != 0x83) & (byte & 0xFE != 0x90) & (byte & 0xFE != 0xA8))
            | ((second == 0xC5) & (byte & 0xFE != 0xA8))
            | ((second == 0xC6) & (byte & 0xFE != 0xA0) & (byte != 0xAF) & (byte != 0xB0));
    let toned = ((second == 0xE1) & (byte & 0xFE != 0xBA))
        | ((first == 0xE1) & (second == 0xBA) & (byte < 0xA0))
        | ((first == 0xE1) & (second == 0xBB) & (byte > 0xB9));
    let sign = ((second == 0xE2) & (byte != 0x80)) | ((first == 0xE2) & ((byte < 0x93) | (byte > 0xA6)));
    (byte == b'\r') | lead | blank | eth | barred | toned | sign
}

/// Folds a text character by character.
fn each(shown: &str) -> Vec<u8> {
    let mut bytes = shown.as_bytes().to_ascii_lowercase();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += if byte.is_ascii() && byte != b'\r' { 1 } else { fold_at(shown, at, &mut bytes) };
    }
    bytes
}

/// Folds the character at `at` in place, and gives its length.
fn fold_at(shown: &str, at: usize, bytes: &mut [u8]) -> usize {
    match bytes[at..] {
        [b'\r', ..] => {
            bytes[at] = b' ';
            1
        }
        // À to ß and à to ÿ, save Ð, ð, × and ÷
        [0xC3, second, ..] if !matches!(second, 0x90 | 0xB0 | 0x97 | 0x9F) => {
            bytes[at + 1] = second | 0x20;
            2
        }
        // Ạ to ỹ: capitals are even
        [0xE1, 0xBA, third, ..] if third >= 0xA0 => {
            bytes[at + 2] = third | 1;
            3
        }
        [0xE1, 0xBB, third, ..] if third <= 0xB9 => {
            bytes[at + 2] = third | 1;
            3
        }
        // đ, ă, ĩ, ũ, ơ, ư; dashes and quotation marks
        [0xC4, 0x83 | 0x91 | 0xA9, ..] | [0xC5, 0xA9, ..] | [0xC6, 0xA1 | 0xB0, ..] => 2,
        [0xE2, 0x80, 0x93..=0xA6, ..] => 3,
        _ => fold_char(shown, at, bytes),
    }
}

/// The rarer characters, by the tables of Unicode where those keep the length.
fn fold_char(shown: &str, at: usize, bytes: &mut [u8]) -> usize {
    let Some(c) = shown[at..].chars().next() else { return 1 };
    let place = &mut bytes[at..at + c.len_utf8()];
    match c as u32 {
        0xA0 | 0x2000..=0x200B | 0x202F | 0x3000 | 0xFEFF => place.fill(b' '),
        0xD0 | 0xF0 => {
            'đ'.encode_utf8(place);
        }
        _ => {
            let mut lower = c.to_lowercase();
            if let (Some(l), None) = (lower.next(), lower.next())
                && l.len_utf8() == c.len_utf8()
            {
                l.encode_utf8(place);
            }
        }
    }
    c.len_utf8()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn every_vietnamese_letter_keeps_its_length() {
        let upper =
            "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ";
        assert_eq!(fold(upper), upper.to_lowercase());
        assert_eq!(fold(upper).len(), upper.len());
    }

    #[test]
    fn each_character_is_folded_as_by_the_tables_of_unicode() {
        for c in (0..0x2000).filter_map(char::from_u32).filter(|c| !matches!(c, '\r' | '\u{A0}' | 'Ð' | 'ð'))
        {
            let mut lower = c.to_lowercase();
            let one = lower.next().filter(|l| lower.next().is_none() && l.len_utf8() == c.len_utf8());
            assert_eq!(fold(&format!("x{c}y")), format!("x{}y", one.unwrap_or(c)), "U+{:04X}", c as u32);
        }
        assert_eq!(fold("a\r\u{A0}Ðð"), "a   đđ");
    }

    #[test]
    fn many_at_once_are_folded_as_one_by_one() {
        for c in (0..0x3100).filter_map(char::from_u32) {
            let text = format!("Ấy {c}Ư{c}");
            if let Some(folded) = super::usual(text.as_bytes()) {
                assert_eq!(folded, super::each(&text), "U+{:04X}", c as u32);
            }
        }
        assert!(super::usual("ỦY BAN “ĐẢNG” – Ơ, Ư: 20 °C… ½".as_bytes()).is_some());
    }

    #[test]
    fn what_would_change_its_length_stays() {
        for odd in ["\u{212A}", "İ", "\u{200B}x", "ẞ"] {
            assert_eq!(fold(odd).len(), odd.len());
        }
        assert_eq!(fold("\u{212A}"), "\u{212A}");
    }
}
