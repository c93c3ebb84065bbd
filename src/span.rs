//! Half-open ranges of bytes in a document's text.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, into [`Text::shown`](crate::text::Text::shown).
///
/// The folded view has the same length, so one span serves both views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether the two spans share a byte.
    ///
    /// ```
    /// use solieu::span::Span;
    /// assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    /// assert!(!Span::new(0, 4).overlaps(Span::new(4, 5)));
    /// ```
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The range for slicing.
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
