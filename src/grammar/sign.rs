//! Symbols of documents: "25-NQ/TW", "1034/QĐ-UBND", "30/2020/NĐ-CP", "58/2014/QH13".

use crate::text::space::skip;

/// A symbol as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// One past its last byte.
    pub end: usize,
    /// The codes in their order, without the year: `["NQ", "TW"]`.
    pub codes: Vec<String>,
    /// The year that is a part of the symbol.
    pub year: Option<i16>,
}

/// Codes of bodies that may stand alone after the number, as in "26/CP".
const BODIES: [&str; 22] = [
    "CP", "TTg", "HĐBT", "UB", "CTN", "TW", "TU", "HU", "ĐU", "SL", "SLt", "LCT", "HĐNN", "UBTVQH", "VGNN",
    "UBND", "HĐND", "LĐLĐ", "TLĐ", "BTC", "BNV", "SGDĐT",
];

/// Reads a symbol at its number. Codes begin with a capital, so the text is read as shown.
///
/// ```
/// use solieu::grammar::sign::symbol;
/// let read = |text: &str| symbol(text, 0).map(|s| (s.end, s.codes.join(" ")));
/// assert_eq!(read("25-NQ/TW ngày"), Some((8, "NQ TW".into())));
/// assert_eq!(read("30/2020/NĐ-CP"), Some((14, "NĐ CP".into())));
/// assert_eq!(read("28/30 xã"), None);
/// ```
pub fn symbol(shown: &str, at: usize) -> Option<Symbol> {
    let bytes = shown.as_bytes();
    let mut end = at + bytes.get(at..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    if end == at || end - at > 5 {
        return None;
    }
    if matches!(bytes.get(end), Some(b'a'..=b'd')) {
        let suffix = ["bis", "a", "b", "c", "d"].iter().find(|s| {
            shown[end..].starts_with(**s)
                && shown[end + s.len()..].trim_start().starts_with(['/', '-', '–', '—'])
        });
        end += suffix.map_or(0, |s| s.len());
    }
    let (mut here, mut dash) = separator(shown, end)?;
    let mut year = None;
    if !dash && let Some((after, y)) = crate::grammar::calendar::plain_year(shown, here) {
        year = Some(y);
        (here, dash) = separator(shown, after)?;
        if dash && shown[here..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
    }
    let mut codes = Vec::new();
    let mut dashes = usize::from(dash);
    let mut slashes = usize::from(!dash);
    while let Some(stop) = code(shown, here) {
        codes.push(shown[here..stop].to_owned());
        end = stop;
        let Some((next, dash)) = separator(shown, stop) else { break };
        if code(shown, next).is_none() || (next > stop + 3 && codes.len() > 1) {
            break;
        }
        dashes += usize::from(dash);
        slashes += usize::from(!dash);
        here = next;
    }
    // "51/QH10" has its term in place of a year
    let term = |code: &str| {
        code.starts_with("QH") && code.len() > 2 && code[2..].bytes().all(|b| b.is_ascii_digit())
    };
    let lone = codes.len() == 1 && (year.is_some() || BODIES.contains(&codes[0].as_str()) || term(&codes[0]));
    let marked = slashes > 0 && slashes + dashes >= 2;
    let paired = codes.len() > 1 && (marked || year.is_some() || party(&codes));
    (lone || paired).then_some(Symbol { end, codes, year })
}

/// Party symbols typed without a slash: "72-NQ-TW", "88-KH-BTGTU".
fn party(codes: &[String]) -> bool {
    let organ = |code: &String| ["TW", "TU", "HU", "ĐU"].iter().any(|committee| code.ends_with(committee));
    codes.last().is_some_and(organ)
}

/// The separator after a part, with blanks or one line end around it: the place after it, whether it is a dash.
fn separator(shown: &str, at: usize) -> Option<(usize, bool)> {
    let here = skip(shown, at);
    if here > at + 2 {
        return None;
    }
    let sign = shown[here..]
        .chars()
        .next()
        .filter(|c| matches!(c, '/' | '⁄' | '∕' | '／' | '-' | '–' | '—' | '‐' | '‑' | '−'))?;
    let after = here + sign.len_utf8();
    let next = skip(shown, after);
    Some((if next <= after + 2 { next } else { after }, !matches!(sign, '/' | '⁄' | '∕' | '／')))
}

/// One code: a capital, then letters, `&`, `.`, digits at the end ("QH13").
fn code(shown: &str, at: usize) -> Option<usize> {
    let mut chars = shown[at..].char_indices().peekable();
    let (_, first) = chars.next()?;
    if !first.is_uppercase() {
        return None;
    }
    let mut end = at + first.len_utf8();
    for (i, c) in chars {
        if c.is_alphanumeric()
            || c == '&'
            || (c == '.' && shown[at + i + 1..].starts_with(char::is_uppercase))
        {
            end = at + i + c.len_utf8();
        } else {
            break;
        }
    }
    let word = &shown[at..end];
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // "Nam" is a name, "NQ", "QĐi", "TTg" and "CTr" are codes
    (capitals * 2 >= letters
        || matches!(word, "Ctr" | "Qyđ" | "Qđi" | "Tr" | "Ttr" | "Ttg")
        || (capitals == 1 && letters == 1))
        .then_some(end)
}

#[cfg(test)]
mod tests {
    use super::symbol;

    fn read(text: &str) -> String {
        symbol(text, 0).map_or_else(String::new, |s| text[..s.end].to_owned())
    }

    #[test]
    fn systems() {
        for whole in [
            "05-CT/TW",
            "317-QĐ/TWĐTN-TNTH",
            "1034/QĐ-UBND",
            "30/2020/NĐ-CP",
            "58/2014/QH13",
            "38/CT-TTg",
            "26/CP",
            "5512/BGDĐT-GDTrH",
            "212 — QĐ/ĐU",
            "30a/2008/NQ-CP",
            "22/CT-TW",
            "72-NQ-TW",
            "1656/NQ-UBTVQH15",
            "2544/QĐ - NHNN",
            "65/SL",
            "51/QH10",
            "202/2004-NĐ-CP",
        ] {
            assert_eq!(read(whole), whole);
        }
        assert_eq!(read("05-\nCT/TW"), "05-\nCT/TW");
    }

    #[test]
    fn what_is_no_symbol() {
        for text in [
            "28/30 xã",
            "5/2020",
            "10-15 người",
            "2-6",
            "12 NQ",
            "7/Nam-Bắc",
            "26/3",
            "15/6 TP - HCM",
            "24/7",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
