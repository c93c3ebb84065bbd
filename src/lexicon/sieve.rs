//! A sieve in front of a look-up of words: what it holds back is none of them, and most words are none.

use crate::span::Span;

/// Bits for each word; one other word in so many passes.
const ROOM: usize = 32;

/// A set of words that lets some others pass too: one bit of many for the first eight bytes of each.
#[derive(Clone, Debug)]
pub struct Sieve {
    bits: Box<[u64]>,
    /// How far a product is shifted to give the number of a bit.
    shift: u32,
}

impl Default for Sieve {
    fn default() -> Self {
        Self::new(std::iter::empty())
    }
}

impl Sieve {
    /// A sieve that lets these words pass.
    ///
    /// ```
    /// use solieu::{lexicon::Sieve, span::Span};
    /// let sieve = Sieve::new(["huân"].into_iter());
    /// assert!(sieve.has("huân chương", Span::new(0, "huân".len())));
    /// assert!(!sieve.has("huy", Span::new(0, 3)));
    /// ```
    pub fn new<'a>(words: impl Iterator<Item = &'a str> + Clone) -> Self {
        let bits = (words.clone().count() * ROOM).next_power_of_two().max(64);
        let mut built = Self { bits: vec![0; bits / 64].into(), shift: 64 - bits.trailing_zeros() };
        for word in words {
            let (at, bit) = built.place(word, Span::new(0, word.len()));
            built.bits[at] |= bit;
        }
        built
    }

    /// Whether a word of a text may be one of them.
    #[inline]
    pub fn has(&self, text: &str, word: Span) -> bool {
        let (at, bit) = self.place(text, word);
        self.bits[at] & bit != 0
    }

    #[inline]
    fn place(&self, text: &str, word: Span) -> (usize, u64) {
        let mixed = first_eight(text.as_bytes(), word).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift;
        (mixed as usize >> 6, 1 << (mixed & 63))
    }
}

/// The first eight bytes of a word, with zeros after its last.
#[inline]
fn first_eight(text: &[u8], word: Span) -> u64 {
    let length = word.end - word.start;
    let rest = &text[word.start..];
    // near the end of a text are fewer than eight
    let eight = rest.first_chunk().map_or_else(
        || rest.iter().rev().fold(0, |value, &byte| value << 8 | u64::from(byte)),
        |eight| u64::from_le_bytes(*eight),
    );
    if length < 8 { eight & ((1 << (length * 8)) - 1) } else { eight }
}

#[cfg(test)]
mod tests {
    use super::{Sieve, Span};

    #[test]
    fn what_was_added_passes_wherever_it_stands() {
        let words = ["năm", "huân", "ủy", "a", "thường", "chương"];
        let sieve = Sieve::new(words.into_iter());
        for word in words {
            for text in [word.to_owned(), format!("x {word}"), format!("x {word} và các tổ chức khác")]
            {
                let start = text.find(word).unwrap();
                assert!(sieve.has(&text, Span::new(start, start + word.len())), "{text}");
            }
        }
    }

    #[test]
    fn most_others_are_held_back() {
        let sieve = Sieve::new(["năm", "huân", "ủy", "thường"].into_iter());
        let others = ["nă", "năm2", "huy", "xã", "tỉnh", "đồng", "chí", "nhân", "dân", "họp", "và", "của"];
        let passing = others.iter().filter(|word| sieve.has(word, Span::new(0, word.len()))).count();
        assert!(passing <= 3, "{passing}");
        assert!(!Sieve::default().has("năm", Span::new(0, 4)));
    }
}
