//! Where sentences and clauses begin and end.

use crate::span::Span;
use crate::text::Text;
use crate::text::space::{floor, word_start};

/// Longest sentence that is quoted, in bytes on either side of the fact.
const REACH: usize = 800;

/// About how long a sentence is, in bytes.
const LENGTH: usize = 80;

/// The ends of all sentences of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentences {
    ends: Vec<usize>,
}

impl Sentences {
    /// Finds the ends: a line end, or `. ! ?` before a blank where no abbreviation or initial stands.
    pub fn new(text: &Text) -> Self {
        let folded = text.folded().as_bytes();
        let mut ends = Vec::with_capacity(folded.len() / LENGTH + 1);
        let lines = memchr::memchr_iter(b'\n', folded).map(|at| at + 1);
        let stops =
            memchr::memchr3_iter(b'.', b'!', b'?', folded).filter(|&at| closes(text, at)).map(|at| at + 1);
        ends.extend(lines);
        ends.extend(stops);
        ends.sort_unstable();
        ends.push(folded.len());
        Self { ends }
    }

    /// Whether a sentence ends at byte `at`.
    pub fn breaks(&self, at: usize) -> bool {
        self.ends.binary_search(&at).is_ok()
    }

    /// The sentence in which a span stands, without blanks around it.
    pub fn around(&self, text: &Text, span: Span) -> Span {
        let at = self.ends.partition_point(|&end| end <= span.start);
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        let last = self.ends.partition_point(|&end| end < span.end);
        let end = self.ends.get(last).copied().unwrap_or(text.shown().len()).max(span.end);
        let start = start.max(floor(text.shown(), span.start.saturating_sub(REACH)));
        let end = end.min(floor(text.shown(), span.end + REACH)).max(span.end);
        let words = &text.shown()[start..end];
        let lead = words.len() - words.trim_start().len();
        let start = (start + lead).min(span.start);
        Span::new(start, (start + text.shown()[start..end].trim_end().len()).max(span.end))
    }
}

/// Whether a full stop, at `at`, ends a sentence.
fn closes(text: &Text, at: usize) -> bool {
    let shown = text.shown();
    let after = &shown[at + 1..];
    let next = after.trim_start_matches(['"', '”', '’', ')', '»']).chars().next();
    if !next.is_none_or(char::is_whitespace) {
        return false;
    }
    if shown.as_bytes()[at] != b'.' {
        return true;
    }
    let start = word_start(shown, at);
    let word = &shown[start..at];
    let letters = word.chars().count();
    let number = word.bytes().all(|b| b.is_ascii_digit());
    // initials, "TP.", "Tp.", "TS.", list numbers at the start of a line; "hạng Ba.", "ông An." end one
    let syllable = letters == 2 && word.chars().any(char::is_lowercase) && word.chars().any(is_vowel);
    let short = letters <= 2 && word.chars().next().is_some_and(char::is_uppercase) && !number && !syllable;
    let list = number && letters <= 2 && (start == 0 || shown[..start].ends_with('\n'));
    !(short || list)
}

/// Whether a letter is none of the consonants that abbreviations are made of.
fn is_vowel(c: char) -> bool {
    !"bcdđfghjklmnpqrstvwxz".contains(|consonant: char| c.to_lowercase().eq([consonant]))
}

#[cfg(test)]
mod tests {
    use super::{Sentences, Span, Text};

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        let text = Text::new("UBND Tp. Biên Hòa có 3 tổ. Xã của ông An. Bản có 2.500 hộ.\nHết".to_owned());
        let sentences = Sentences::new(&text);
        let of = |needle: &str| {
            let at = text.shown().find(needle).unwrap();
            text.slice(sentences.around(&text, Span::new(at, at + needle.len()))).to_owned()
        };
        assert_eq!(of("3"), "UBND Tp. Biên Hòa có 3 tổ.");
        assert_eq!(of("2.500"), "Bản có 2.500 hộ.");
        assert_eq!(of("Hết"), "Hết");
    }
}
