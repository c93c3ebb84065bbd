//! Decoded text in two views of equal length, with the way back to the source's offsets.

mod charset;
mod columns;
mod fold;
mod normalize;
mod runs;
pub mod space;
mod wrap;

pub use charset::{Decoded, Encoding, decode, decode_as, decode_text};
pub use fold::fold;

use crate::span::Span;
use std::ops::Range;

/// One document's text: as shown (NFC), and folded for matching.
///
/// Both views have the same length in bytes, so a [`Span`] found in one is valid in the other.
///
/// ```
/// let text = solieu::text::Text::new("ỦY BAN tặng Bằng khen".to_owned());
/// assert_eq!(text.folded(), "ủy ban tặng bằng khen");
/// assert_eq!(text.shown().len(), text.folded().len());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Text {
    shown: String,
    folded: String,
    /// Where the characters shown stand in the source.
    origins: normalize::Origins,
    /// How many characters begin before each block of bytes.
    marks: Vec<usize>,
    /// Byte offsets at which lines begin.
    lines: Vec<usize>,
    /// Runs of letters and digits of the folded view.
    words: Vec<Span>,
    /// Runs of ASCII digits.
    digits: Vec<Span>,
}

/// Length of a block, in bytes; its characters are counted in one byte.
const BLOCK: usize = 128;

impl Text {
    /// Builds both views of a decoded text.
    pub fn new(decoded: String) -> Self {
        let (shown, origins) = normalize::normalize(decoded);
        let folded = columns::mark(&shown, wrap::join(&shown, fold(&shown)));
        let mut chars = 0;
        let mut marks = Vec::with_capacity(shown.len() / BLOCK + 1);
        for block in shown.as_bytes().chunks(BLOCK) {
            marks.push(chars);
            chars += begun(block);
        }
        let lines =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', shown.as_bytes()).map(|at| at + 1)).collect();
        let (words, digits) = runs::words_and_digits(&folded);
        Self { shown, folded, origins, marks, lines, words, digits }
    }

    /// The text as shown: NFC, with plain blanks, digits and `Đ`, otherwise untouched.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Lower case, with plain blanks, also for the line ends and tabs inside sentences, and with tabs between the cells of a table aligned by blanks; the same length as [`Text::shown`].
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Every word of the folded view, that is run of letters and digits, in their order.
    ///
    /// ```
    /// let text = solieu::text::Text::new("Ban hành 16 kế hoạch, “5S”.".to_owned());
    /// let words: Vec<&str> = text.words().iter().map(|&word| text.slice(word)).collect();
    /// assert_eq!(words, ["Ban", "hành", "16", "kế", "hoạch", "5S"]);
    /// assert_eq!(text.digits().len(), 2);
    /// ```
    pub fn words(&self) -> &[Span] {
        &self.words
    }

    /// Every run of ASCII digits, in their order.
    pub fn digits(&self) -> &[Span] {
        &self.digits
    }

    /// The runs of ASCII digits that begin in a span.
    pub fn digits_in(&self, span: Span) -> &[Span] {
        let first = self.digits.partition_point(|run| run.start < span.start);
        let rest = &self.digits[first..];
        &rest[..rest.partition_point(|run| run.start < span.end)]
    }

    /// The words of a span as shown.
    pub fn slice(&self, span: Span) -> &str {
        &self.shown[span.range()]
    }

    /// Length in code points of the source.
    pub fn chars(&self) -> usize {
        self.source_offset(self.shown.len())
    }

    /// Offset in code points, in the source before normalisation, of a byte of the text.
    pub fn source_offset(&self, byte: usize) -> usize {
        self.origins.start(self.chars_before(byte))
    }

    /// The span in code points, in the source before normalisation, of words of the text: without characters beside
    /// them that are not shown.
    pub fn source_span(&self, span: Span) -> Range<usize> {
        let start = self.source_offset(span.start);
        let end = self.chars_before(span.end).checked_sub(1).map_or(0, |last| self.origins.end(last));
        start..end.max(start)
    }

    /// Line, from 1, and column in code points of the source, from 1, of a byte of the text.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&at| at <= byte);
        let start = self.lines[line.saturating_sub(1)];
        (line, self.source_offset(byte) - self.source_offset(start) + 1)
    }

    /// How many characters are shown before a byte, in bounded time.
    fn chars_before(&self, byte: usize) -> usize {
        let block = (byte / BLOCK).min(self.marks.len().saturating_sub(1));
        let before = self.marks.get(block).copied().unwrap_or(0);
        before + begun(&self.shown.as_bytes()[block * BLOCK..byte])
    }

    /// The lines without their ends, each with its offset in bytes.
    pub fn lines(&self) -> impl Iterator<Item = Span> + '_ {
        self.lines.iter().enumerate().map(|(i, &start)| {
            let end = self.lines.get(i + 1).map_or(self.shown.len(), |&next| next - 1);
            let end = if self.shown[start..end].ends_with('\r') { end - 1 } else { end };
            Span::new(start, end)
        })
    }
}

/// How many characters begin in a block of UTF-8, or a part of one.
fn begun(block: &[u8]) -> usize {
    block.iter().map(|&byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>().into()
}

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::span::Span;

    #[test]
    fn offsets_lead_back_to_the_source() {
        // "tuổi 5" with the tone mark apart: 7 code points in the source, 6 shown
        let text = Text::new("tu\u{f4}\u{309}i 5".to_owned());
        assert_eq!(text.shown(), "tuổi 5");
        let five = text.shown().find('5').unwrap();
        assert_eq!(text.source_offset(five), 6);
        assert_eq!(text.source_offset(text.shown().len()), 7);
    }

    #[test]
    fn offsets_are_counted_over_many_blocks() {
        let text = Text::new("số liệu ".repeat(200));
        for (chars, (byte, _)) in text.shown().char_indices().enumerate() {
            assert_eq!(text.source_offset(byte), chars);
        }
        assert_eq!(text.chars(), 1600);
        assert_eq!(Text::new(String::new()).chars(), 0);
    }

    #[test]
    fn lines_have_no_ends() {
        let text = Text::new("a\r\nb\n".to_owned());
        let lines: Vec<&str> = text.lines().map(|l| text.slice(l)).collect();
        assert_eq!(lines, ["a", "b", ""]);
        assert_eq!(text.line_column(3), (2, 1));
        assert_eq!(text.slice(Span::new(0, 1)), "a");
    }
}
