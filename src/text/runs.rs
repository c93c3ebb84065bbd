//! Words and runs of digits of a whole text, found by blocks of bytes: each byte is one bit of a mask, and a run begins
//! and ends where the mask changes.

use super::space::is_word;
use crate::span::Span;

/// The runs of one kind that were found so far.
#[derive(Default)]
struct Runs {
    found: Vec<Span>,
    /// Where the run began that goes on, if one does.
    open: Option<usize>,
}

impl Runs {
    /// Takes the mask of the block that begins at `at`.
    fn take(&mut self, at: usize, mask: u64) {
        let mut edges = mask ^ (mask << 1 | u64::from(self.open.is_some()));
        while edges != 0 {
            let edge = at + edges.trailing_zeros() as usize;
            edges &= edges - 1;
            match self.open.take() {
                Some(start) => self.found.push(Span::new(start, edge)),
                None => self.open = Some(edge),
            }
        }
    }
}

/// Bytes of a block; the one after it is looked at too.
const BLOCK: usize = 64;

/// About how many bytes there are to a word.
const WORD: usize = 5;

/// Every run of letters and digits, and every run of ASCII digits.
pub(super) fn words_and_digits(text: &str) -> (Vec<Span>, Vec<Span>) {
    let bytes = text.as_bytes();
    let (mut words, mut digits) = (Runs::default(), Runs::default());
    words.found.reserve(bytes.len() / WORD);
    // the rest of a character that is no letter and goes on into the next block
    let mut rest = 0;
    // one byte more than there is, so that a run at the end ends in a block
    for at in (0..=bytes.len()).step_by(BLOCK) {
        let block = block(bytes, at);
        let (letters, others) = signs(text, at, &block);
        words.take(at, letters & !(others as u64 | rest));
        rest = (others >> BLOCK) as u64;
        digits.take(at, mask(&block, |byte, _| byte.is_ascii_digit()));
    }
    (words.found, digits.found)
}

/// The bytes from `at` on, with blanks after the last.
fn block(bytes: &[u8], at: usize) -> [u8; BLOCK + 1] {
    let rest = &bytes[at..];
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut block = [b' '; BLOCK + 1];
        block[..rest.len()].copy_from_slice(rest);
        block
    })
}

/// The bytes of a block that belong to letters and digits or lie outside ASCII, and the bytes of characters of a block
/// that are neither letters nor digits though they do.
fn signs(text: &str, at: usize, block: &[u8; BLOCK + 1]) -> (u64, u128) {
    let letters = mask(block, |byte, _| is_letter(byte));
    let mut odd = mask(block, is_odd);
    let mut others = 0;
    while odd != 0 {
        let place = odd.trailing_zeros();
        odd &= odd - 1;
        if let Some(c) = text[at + place as usize..].chars().next().filter(|&c| !is_word(c)) {
            others |= ((1 << c.len_utf8()) - 1) << place;
        }
    }
    (letters, others)
}

/// Whether a byte belongs to a letter or digit, or lies outside ASCII.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "without branches, so that many bytes are looked at together"
)]
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() | (byte >= 0x80)
}

/// Whether a character begins, by its first byte and the next, that has to be looked up: none of the letters of
/// Vietnamese and its neighbours.
#[allow(
    clippy::needless_bitwise_bool,
    clippy::manual_range_contains,
    reason = "without branches, so that many bytes are looked at together"
)]
fn is_odd(byte: u8, next: u8) -> bool {
    let toned = (byte == 0xE1) & ((next < 0xB8) | (next > 0xBB));
    let crossed = (byte == 0xC3) & ((next == 0x97) | (next == 0xB7));
    let western = (byte == 0xC2) | ((byte >= 0xCA) & (byte <= 0xE0));
    western | (byte >= 0xE2) | toned | crossed
}

/// A bit for each byte of a block of which something is true, told by it and the next.
#[inline]
fn mask(block: &[u8; BLOCK + 1], is: impl Fn(u8, u8) -> bool) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, (&byte, &next)) in flags.iter_mut().zip(block.iter().zip(&block[1..])) {
        *flag = u8::from(is(byte, next));
    }
    let (eights, _) = flags.as_chunks();
    // gathers the lowest bits of eight bytes
    let gathered = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    eights.iter().rev().fold(0, |mask, eight| mask << 8 | gathered(eight))
}

#[cfg(test)]
mod tests {
    use super::super::space::words;
    use super::{Span, words_and_digits};

    #[test]
    fn words_are_those_of_a_walk_from_character_to_character() {
        let odd = "số 25-NQ/TW “Đổi mới” – 20 °C × ½ trong 3…5 ngày, ﬁ 国家 ŋ\u{300} 𝟙 Ⅳ_a";
        for shift in 0..70 {
            let text = format!("{}{odd}{}", "x ".repeat(shift), "ặ".repeat(shift));
            assert_eq!(words_and_digits(&text).0, words(&text).collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(words_and_digits("").0, []);
        for c in (0..0x3100).filter_map(char::from_u32) {
            let text = format!("a{c}b {c}");
            assert_eq!(words_and_digits(&text).0, words(&text).collect::<Vec<_>>(), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn runs_of_digits_stand_inside_words_and_across_blocks() {
        let text = format!("a12b {} ٣ 3.4", "7".repeat(150));
        let (_, digits) = words_and_digits(&text);
        let lengths: Vec<usize> = digits.iter().map(|run| run.end - run.start).collect();
        assert_eq!(lengths, [2, 150, 1, 1]);
        assert_eq!(digits[0], Span::new(1, 3));
        assert_eq!(words_and_digits(&"9".repeat(64)).1, [Span::new(0, 64)]);
    }
}
