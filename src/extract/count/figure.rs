//! The number itself: its groups, its partner in a range or a share, and its doubled writing.

use super::range::{self, Second};
use super::{Claims, Page};
use crate::grammar::numeral::{self, Number};
use crate::span::Span;
use crate::text::space::skip_inline;
use rust_decimal::Decimal;

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// The number, or the lower end of a range, or the part in a share.
    pub first: Number,
    /// Upper end of a range.
    pub upper: Option<Number>,
    /// Whole of a share.
    pub total: Option<Number>,
    /// One past the last byte of all of it.
    pub end: usize,
    /// The place after its doubled writing, where a noun may stand.
    pub after: usize,
    /// Whether it is written in digits.
    pub digits: bool,
}

impl Figure {
    /// Reads the number at an anchor.
    pub(super) fn read(page: Page<'_>, claims: &Claims, anchor: Span) -> Option<Self> {
        let text = page.folded();
        let digits = text.as_bytes()[anchor.start].is_ascii_digit();
        let mut first = numeral::number(text, anchor.start)?;
        if let Some(spaced) = spaced(page, anchor.start, first) {
            first = spaced;
        }
        let second = range::second(page, anchor.start, first).filter(|s| {
            let (Second::Upper(n, _) | Second::Total(n)) = s;
            claims.covers(Span::new(first.end, n.end)).is_none()
        });
        let mut read = Self { first, upper: None, total: None, end: first.end, after: first.end, digits };
        let shares = match second {
            Some(Second::Upper(n, shares)) => {
                read.upper = Some(n);
                shares
            }
            Some(Second::Total(n)) => {
                read.total = Some(n);
                first.scale == Decimal::ONE
            }
            None => false,
        };
        if let Some(n) = read.upper.or(read.total) {
            read.end = n.end;
            read.first = if shares { first.times(n.scale) } else { first };
        }
        let value = read.upper.unwrap_or(read.first).value;
        read.after = double_writing(text, read.end, value).max(read.end);
        Some(read)
    }
}

/// "38 450 con": groups of three after one blank, where a noun shows that it is one number.
fn spaced(page: Page<'_>, at: usize, first: Number) -> Option<Number> {
    let (text, shown, lexicon) = (page.folded(), page.shown(), page.lexicon);
    numeral::spaced(shown, at, first).filter(|n| {
        let after = skip_inline(text, n.end);
        lexicon.unit_names.at(text, shown, after).is_some()
            || lexicon.measure_names.at(text, shown, after).is_some()
            || lexicon.document_names.at(text, shown, after).is_some()
    })
}

/// "(hai)" after "02", and a figure in brackets after words: the place after it.
fn double_writing(text: &str, end: usize, value: Decimal) -> usize {
    let open = skip_inline(text, end);
    if !text[open..].starts_with('(') {
        return end;
    }
    let Some(inner) = numeral::number(text, open + 1) else { return end };
    let close = skip_inline(text, inner.end);
    if inner.value == value && text[close..].starts_with(')') { close + 1 } else { end }
}
