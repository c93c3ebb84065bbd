//! Decoded text in two views of equal length, with the way back to the source's offsets.

mod decode;
mod fold;
mod normalize;
pub mod space;

pub use decode::{Decoded, decode};
pub use fold::fold;

use crate::span::Span;

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
    /// For each character shown, its offset in code points in the source; empty where both are equal.
    source: Vec<u32>,
    /// Byte offset of every 256th character shown.
    marks: Vec<usize>,
    /// Byte offsets at which lines begin.
    lines: Vec<usize>,
}

const STRIDE: usize = 256;

impl Text {
    /// Builds both views of a decoded text.
    pub fn new(decoded: String) -> Self {
        let (shown, source) = normalize::normalize(decoded);
        let folded = fold(&shown);
        let mut marks = Vec::new();
        let mut chars = 0_usize;
        for (at, byte) in shown.bytes().enumerate() {
            if byte & 0xC0 != 0x80 {
                if chars.is_multiple_of(STRIDE) {
                    marks.push(at);
                }
                chars += 1;
            }
        }
        let lines =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', shown.as_bytes()).map(|at| at + 1)).collect();
        Self { shown, folded, source, marks, lines }
    }

    /// The text as shown: NFC, otherwise untouched.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Lower case, blanks made plain; the same length as [`Text::shown`].
    pub fn folded(&self) -> &str {
        &self.folded
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
        let mark = self.marks.partition_point(|&at| at <= byte).saturating_sub(1);
        let from = self.marks.get(mark).copied().unwrap_or(0);
        let chars = mark * STRIDE + self.shown[from..byte].chars().count();
        if self.source.is_empty() { chars } else { self.source[chars.min(self.source.len() - 1)] as usize }
    }

    /// Line, from 1, and column in characters, from 1, of a byte of the text.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&at| at <= byte);
        let start = self.lines[line.saturating_sub(1)];
        (line, self.shown[start..byte].chars().count() + 1)
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
    fn lines_have_no_ends() {
        let text = Text::new("a\r\nb\n".to_owned());
        let lines: Vec<&str> = text.lines().map(|l| text.slice(l)).collect();
        assert_eq!(lines, ["a", "b", ""]);
        assert_eq!(text.line_column(3), (2, 1));
        assert_eq!(text.slice(Span::new(0, 1)), "a");
    }
}
