//! Two numbers that make one: ranges "10 đến 15", ratios "28/30".

use super::Page;
use crate::grammar::numeral::{Number, number};
use crate::text::space::{ends_with, skip_inline, starts_with};
use rust_decimal::Decimal;

/// A second number after the first.
#[derive(Clone, Copy, Debug)]
pub(super) enum Second {
    /// Upper end of a range.
    Upper(Number),
    /// Whole of a ratio.
    Total(Number),
}

/// Reads a second number and says what it makes of the first.
pub(super) fn second(page: Page<'_>, start: usize, first: Number) -> Option<Second> {
    let text = page.folded();
    ratio(page, first).map(Second::Total).or_else(|| range(text, start, first).map(Second::Upper))
}

/// "10-15", "10 – 15", "từ 10 đến 15"; "từ 12% lên 15%" are two levels.
fn range(text: &str, start: usize, first: Number) -> Option<Number> {
    let worded = starts_with(text, first.end, &["đến", "tới"]);
    let mut here = skip_inline(text, first.end);
    let unit_between = text[here..].starts_with('%');
    if unit_between {
        here = skip_inline(text, here + 1);
    }
    let from = ends_with(text, start, &["từ"]).is_some();
    let next = if let Some(end) =
        worded.or_else(|| unit_between.then(|| starts_with(text, here, &["đến", "tới"])).flatten())
    {
        if !from && !first.digits {
            return None;
        }
        let here = skip_inline(text, end);
        starts_with(text, here, &["dưới", "hơn", "gần", "khoảng"])
            .filter(|_| from)
            .map_or(here, |e| skip_inline(text, e))
    } else {
        let sign = text[here..].chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '÷'))?;
        skip_inline(text, here + sign.len_utf8())
    };
    let second = number(text, next)?;
    let score = worded.is_none()
        && first.scale == Decimal::ONE
        && second.scale == Decimal::ONE
        && second.value * first.scale <= first.value;
    let low = if first.scale == Decimal::ONE { first.value * second.scale } else { first.value };
    (!score && (low < second.value || worded.is_some() && from)).then_some(second)
}

/// "28/30", "12 trong tổng số 15", "28 trên 30".
fn ratio(page: Page<'_>, first: Number) -> Option<Number> {
    let text = page.folded();
    let here = skip_inline(text, first.end);
    if text[here..].starts_with('/') && first.scale == Decimal::ONE {
        let next = skip_inline(text, here + 1);
        let second = number(text, next).filter(|n| n.digits)?;
        let more = text[second.end..].starts_with('/')
            && text[second.end + 1..].starts_with(|c: char| c.is_ascii_digit());
        return (!more).then_some(second);
    }
    // "hai phần ba"
    if let Some(end) = starts_with(text, first.end, &["phần"]).filter(|_| !first.digits) {
        return number(text, skip_inline(text, end)).filter(|n| !n.digits && n.value > first.value);
    }
    let end = starts_with(
        text,
        first.end,
        &["trong tổng số", "trên tổng số", "/tổng số", "trong số tổng số", "trên"],
    )?;
    let second = number(text, skip_inline(text, end)).filter(|n| n.digits && first.digits)?;
    let over = text[..end].ends_with("trên");
    (second.value >= first.value
        && (!over || page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, second.end)).is_some()))
    .then_some(second)
}
