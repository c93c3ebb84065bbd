//! Canonical composition and plain blanks, by exception: most text has both already and passes untouched.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{compose, is_combining_mark};

/// For each character shown, its first code point in the source and the one after its last.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins(Vec<(u32, u32)>);

impl Origins {
    /// The code point of the source at which a character begins.
    pub(super) fn start(&self, char: usize) -> usize {
        let past = || self.0.last().map_or(char, |&(_, end)| end as usize);
        self.0.get(char).map_or_else(past, |&(start, _)| start as usize)
    }

    /// The code point of the source after the last of a character.
    pub(super) fn end(&self, char: usize) -> usize {
        self.0.get(char).or(self.0.last()).map_or(char + 1, |&(_, end)| end as usize)
    }
}

/// The text in NFC with plain digits, blanks and `Đ`, without characters that nobody sees, and with one blank where
/// two were typed; and where each character comes from, empty where that is its own place.
pub(super) fn normalize(source: String) -> (String, Origins) {
    if !is_suspicious(source.as_bytes()) {
        return (source, Origins::default());
    }
    let seen: Vec<(char, u32)> =
        source.chars().zip(0..).filter(|&(c, _)| !invisible(c)).map(|(c, at)| (plain(c), at)).collect();
    let mut shown = String::with_capacity(source.len());
    let mut origins = Vec::with_capacity(seen.len());
    let mut rest = seen.as_slice();
    while !rest.is_empty() {
        let (cluster, after) = rest.split_at(cluster(rest));
        let before = shown.len();
        match cluster {
            [(' ', _), (' ', _)] => shown.push(' '),
            // nearly all characters are in NFC alone, or make one with their mark
            [(c, _)] if is_composed(*c) => shown.push(*c),
            [(c, _), (mark, _)] if compose(*c, *mark).is_some_and(is_composed) => {
                shown.extend(compose(*c, *mark));
            }
            letters => shown.extend(letters.iter().map(|&(c, _)| c).nfc()),
        }
        let columns = cluster.len() > 2 && cluster[0].0 == ' ';
        let ends = (cluster[0].1, cluster[cluster.len() - 1].1 + 1);
        let own = |at: usize| if columns { (cluster[at].1, cluster[at].1 + 1) } else { ends };
        origins.extend(shown[before..].chars().enumerate().map(|(at, _)| own(at)));
        rest = after;
    }
    let same = origins.iter().zip(0..).all(|(&origin, at)| origin == (at, at + 1));
    (shown, if same { Origins::default() } else { Origins(origins) })
}

/// How many characters are shown as one: a letter with its marks, or two blanks, since a blank typed twice says no
/// more than one; three and more set columns apart, and stay together.
fn cluster(rest: &[(char, u32)]) -> usize {
    let run = |of: fn(char) -> bool| rest[1..].iter().take_while(|&&(c, _)| of(c)).count();
    1 + if rest[0].0 == ' ' { run(|c| c == ' ') } else { run(is_combining_mark) }
}

/// Letters and signs that are no marks and are in NFC.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | 'Ḁ'..='ỿ' | '‐'..='\u{2027}')
}

/// Soft hyphens, zero-width blanks and joiners, byte order marks: whoever reads the text sees none of them.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a text may hold anything that is changed: combining marks (U+0300–U+036F), full-width digits, other
/// characters than the plain ones for blank and Đ, what is invisible, or a second blank.
fn is_suspicious(text: &[u8]) -> bool {
    let Some([last @ .., _]) = text.get(1..) else { return false };
    let last = last.len();
    let threes = text.iter().zip(&text[1..]).zip(&text[2..]);
    threes.fold(changes(text[last], text[last + 1], 0), |any, ((&first, &second), &third)| {
        any | changes(first, second, third)
    })
}

/// Whether three bytes begin with something that is changed.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "without branches, so that many bytes are looked at together"
)]
#[inline]
fn changes(first: u8, second: u8, third: u8) -> bool {
    let mark = first & 0xFE == 0xCC;
    let wide = (first == 0xEF) & ((second == 0xBB) | (second == 0xBC));
    let blank = (first == 0xC2) & ((second == 0xA0) | (second == 0xAD));
    let eth = (first == 0xC3) & (second | 0x20 == 0xB0);
    let hidden = (second == 0x80) & ((third <= 0x8D) | (third == 0xAF)) | (second == 0x81) & (third == 0xA0);
    let hidden = (first == 0xE2) & hidden;
    let ideographic = (first == 0xE3) & (second == 0x80) & (third == 0x80);
    mark | wide | blank | eth | hidden | ideographic | (first == b' ') & (second == b' ')
}

/// The character that was meant by one that looks the same.
fn plain(c: char) -> char {
    match c {
        '\u{FF10}'..='\u{FF19}' => char::from(b'0' + (c as u32 - 0xFF10) as u8),
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        // Eth, typed or decoded for the Vietnamese letter
        'Ð' => 'Đ',
        'ð' => 'đ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{invisible, is_suspicious, normalize, plain};

    fn shown(source: &str) -> String {
        normalize(source.to_owned()).0
    }

    #[test]
    fn a_blank_typed_twice_is_one_and_columns_stay() {
        assert_eq!(shown("Bằng  khen"), "Bằng khen");
        assert_eq!(shown("Bằng\u{a0} khen"), "Bằng khen");
        assert_eq!(shown("Số: 5   Hà Nội"), "Số: 5   Hà Nội");
        assert_eq!(shown("a\t\tb\n\nc"), "a\t\tb\n\nc");
    }

    #[test]
    fn only_what_changes_is_looked_at() {
        let changed = |c: &char| invisible(*c) || plain(*c) != *c || ('\u{300}'..='\u{36F}').contains(c);
        for c in ('\0'..='\u{FFFF}').filter(changed) {
            for text in [format!("{c}"), format!("ặ{c}b"), format!("a {c}")] {
                assert!(is_suspicious(text.as_bytes()), "U+{:04X}", c as u32);
            }
        }
        for same in ["", "a", " ", "ặ", "Đỗ “Ơ” – 20 °C ½, ×…\t\t\n\n a"] {
            assert!(!is_suspicious(same.as_bytes()), "{same}");
        }
        for text in ["  ", "a  ", "a\u{300}", "\u{a0}", "x\u{feff}", "\u{2009}", "\u{3000}", "５", "ð"] {
            assert!(is_suspicious(text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn each_character_knows_its_source() {
        // blank twice, a mark apart, a soft hyphen
        let (shown, origins) = normalize("a  tô\u{309}i\u{ad} b".to_owned());
        assert_eq!(shown, "a tổi b");
        let places: Vec<(usize, usize)> = (0..7).map(|at| (origins.start(at), origins.end(at))).collect();
        assert_eq!(places, [(0, 1), (1, 3), (3, 4), (4, 6), (6, 7), (8, 9), (9, 10)]);
        assert_eq!(origins.start(7), 10);
    }

    #[test]
    fn what_only_looks_different_keeps_its_place() {
        let (shown, origins) = normalize("QÐ số\u{a0}５".to_owned());
        assert_eq!(shown, "QĐ số 5");
        assert_eq!((origins.start(6), origins.end(6)), (6, 7));
    }
}
