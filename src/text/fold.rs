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
    let mut folded = String::with_capacity(shown.len());
    let mut rest = shown;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
        let (plain, tail) = rest.split_at(ascii);
        for b in plain.bytes() {
            folded.push(if b == b'\r' { ' ' } else { char::from(b.to_ascii_lowercase()) });
        }
        rest = tail;
        while let Some(c) = rest.chars().next().filter(|c| !c.is_ascii()) {
            fold_char(c, &mut folded);
            rest = &rest[c.len_utf8()..];
        }
    }
    folded
}

fn fold_char(c: char, out: &mut String) {
    let code = c as u32;
    match code {
        // Latin Extended Additional holds the toned vowels in pairs, capital first
        0x1EA0..=0x1EF9 => out.push(if code & 1 == 0 { char::from_u32(code + 1).unwrap_or(c) } else { c }),
        0xA0 => out.push_str("  "),
        0xAD => out.push(c),
        0x2000..=0x200B | 0x202F | 0x3000 | 0xFEFF => out.push_str("   "),
        0xD0 | 0xF0 => out.push('đ'),
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(l), None) if l.len_utf8() == c.len_utf8() => out.push(l),
                _ => out.push(c),
            }
        }
    }
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
    fn what_would_change_its_length_stays() {
        for odd in ["\u{212A}", "İ", "\u{200B}x", "ẞ"] {
            assert_eq!(fold(odd).len(), odd.len());
        }
        assert_eq!(fold("\u{212A}"), "\u{212A}");
    }
}
