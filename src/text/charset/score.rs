//! How much of a text is Vietnamese: the share of legal syllables among words that are not plain ASCII.

use super::syllable::{common, legal};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Words with a character outside ASCII, how many of them are syllables, and how many of those are common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) words: usize,
    pub(super) legal: usize,
    pub(super) common: usize,
}

impl Tally {
    /// The share of syllables; 1 where nothing speaks against the text.
    pub(super) fn share(self) -> f64 {
        if self.words == 0 { 1.0 } else { per(self.legal, self.words) }
    }

    /// The share in which a syllable that is not common counts for less; to compare encodings by.
    pub(super) fn score(self) -> f64 {
        if self.words == 0 {
            1.0
        } else {
            per(self.legal, self.words) * 0.6 + per(self.common, self.words) * 0.4
        }
    }
}

/// One number as a share of another; neither is beyond the size of a sample.
#[expect(clippy::cast_precision_loss, reason = "numbers of words are small")]
fn per(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Counts the words of a text; symbols that stick to letters make a word that is no syllable.
pub(super) fn tally(text: &str) -> Tally {
    let composed: Cow<'_, str> = if text.contains(is_combining_mark) {
        Cow::Owned(text.nfc().map(eth).collect())
    } else {
        Cow::Borrowed(text)
    };
    let mut tally = Tally::default();
    let mut word = Word::default();
    let mut characters = composed.chars().peekable();
    let mut before = ' ';
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        match role(c, before.is_alphabetic(), after.is_alphabetic()) {
            Role::Letter => word.push(eth(c), before),
            Role::Stain => word.stained = true,
            Role::Space => word.close(&mut tally),
        }
        before = c;
    }
    word.close(&mut tally);
    tally
}

/// `Ð`, which is typed for `Đ`.
fn eth(c: char) -> char {
    match c {
        'Ð' => 'Đ',
        'ð' => 'đ',
        _ => c,
    }
}

enum Role {
    Letter,
    /// Belongs to no word of Vietnamese.
    Stain,
    Space,
}

fn role(c: char, before: bool, after: bool) -> Role {
    let stain = |when: bool| if when { Role::Stain } else { Role::Space };
    match c {
        c if c.is_alphabetic() || is_combining_mark(c) => Role::Letter,
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{A0}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => {
            Role::Space
        }
        c if c.is_ascii() => stain(c.is_ascii_control()),
        '\u{FFFD}' | '\u{80}'..='\u{9F}' => Role::Stain,
        '“' | '”' | '‘' | '’' | '«' | '»' | '–' | '—' | '…' | '•' | '·' | '°' | '²' | '³' | '½'
        | '\u{AD}' => stain(before && after),
        c if c.is_whitespace() => Role::Space,
        _ => stain(before || after),
    }
}

#[derive(Default)]
struct Word {
    letters: String,
    stained: bool,
    /// A capital outside ASCII after a small letter.
    odd: bool,
}

impl Word {
    fn push(&mut self, c: char, before: char) {
        self.odd |= !c.is_ascii() && c.is_uppercase() && before.is_lowercase();
        self.letters.push(c);
    }

    fn close(&mut self, tally: &mut Tally) {
        if self.stained || !self.letters.is_ascii() {
            tally.words += 1;
            if !self.stained && !self.odd && legal(&self.letters) {
                tally.legal += 1;
                tally.common += usize::from(common(&self.letters));
            }
        }
        self.letters.clear();
        (self.stained, self.odd) = (false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, tally};

    #[test]
    fn syllables_among_words() {
        assert_eq!(tally("Quyết định “số” 25 của Ủy ban"), Tally { words: 5, legal: 5, common: 4 });
        assert_eq!(tally("20 °C, 5 m², a – b · c"), Tally::default());
        assert_eq!(tally("mo\u{323}̂t ho\u{302}̣"), Tally { words: 2, legal: 2, common: 2 });
    }

    #[test]
    fn what_is_no_syllable() {
        assert_eq!(tally("c¸c h¹ng tr\u{AD}êng vaø ĐỀ cƯ"), Tally { words: 6, legal: 1, common: 1 });
        assert_eq!(tally("a\u{FFFD}b \u{2}x"), Tally { words: 2, legal: 0, common: 0 });
        assert!((tally("").share() - 1.0).abs() < f64::EPSILON);
    }
}
