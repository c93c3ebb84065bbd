//! Two numbers that make one: ranges "10 đến 15", shares "28/30".

use super::{Page, measured};
use crate::grammar::numeral::{Number, number};
use crate::text::space::{ends_with, skip_inline, starts_with};
use rust_decimal::Decimal;

/// A second number after the first.
#[derive(Clone, Copy, Debug)]
pub(super) enum Second {
    /// Upper end of a range, and whether the lower end takes its scale word.
    Upper(Number, bool),
    /// Whole of a ratio.
    Total(Number),
}

/// Reads a second number and says what it makes of the first.
pub(super) fn second(page: Page<'_>, start: usize, first: Number) -> Option<Second> {
    ratio(page, first)
        .map(Second::Total)
        .or_else(|| range(page, start, first).map(|(n, shares)| Second::Upper(n, shares)))
}

/// "10-15", "10 – 15", "từ 10 đến 15", "từ 50 triệu đồng đến 60 triệu đồng".
fn range(page: Page<'_>, start: usize, first: Number) -> Option<(Number, bool)> {
    let text = page.folded();
    let from = ends_with(text, start, &["từ"]).is_some();
    let between = ends_with(text, start, &["giữa"]).is_some();
    let (here, unit) = unit_between(page, first.end);
    let words: &[&str] = if between { &["và", "đến"] } else { &["đến", "tới"] };
    let (next, worded) = if let Some(end) = starts_with(text, here, words) {
        let here = skip_inline(text, end);
        let bound = starts_with(text, here, &["dưới", "hơn", "gần", "khoảng"]).filter(|_| from);
        (bound.map_or(here, |e| skip_inline(text, e)), true)
    } else {
        let here = skip_inline(text, here);
        let sign = text[here..]
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '÷' | '~'))?;
        (skip_inline(text, here + sign.len_utf8()), false)
    };
    let next = currency_after(page, next);
    let second = number(text, next)?;
    // "hai đến 5" and "một đến …" are told by "từ" only
    if worded && !from && !between && !first.digits && (second.digits || first.value <= Decimal::ONE) {
        return None;
    }
    // both ends bear the same unit
    if unit.is_some() && unit_between(page, second.end).1 != unit {
        return None;
    }
    let alone = !worded && first.scale == Decimal::ONE && second.scale == Decimal::ONE;
    if alone && second.value <= first.value {
        return None; // a score
    }
    let shares = first.scale == Decimal::ONE && unit.is_none();
    let low = if shares { first.times(second.scale).value } else { first.value };
    (low < second.value || worded && from).then_some((second, shares))
}

/// A unit of measure between the two numbers: the place after it, and its key.
fn unit_between(page: Page<'_>, at: usize) -> (usize, Option<usize>) {
    let here = skip_inline(page.folded(), at);
    match page.lexicon.measure_names.at(page.folded(), page.shown(), here) {
        Some((end, i)) => (end, Some(i)),
        None => (at, None),
    }
}

/// "VND1000-VND2000": the place after a sign of money before the second number.
fn currency_after(page: Page<'_>, at: usize) -> usize {
    let found = page.lexicon.measure_names.at(page.folded(), page.shown(), at).map(|(end, _)| end);
    let glued = || {
        let letters = page.folded()[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
        at + letters
    };
    let end = found.unwrap_or_else(glued);
    if end > at && measured::currency_before(page, end).is_some() {
        skip_inline(page.folded(), end)
    } else {
        at
    }
}

/// "28/30", "12 trong tổng số 15", "28 trên 30".
fn ratio(page: Page<'_>, first: Number) -> Option<Number> {
    let text = page.folded();
    // "3.200 ha/3.000 ha": both bear the same unit
    let (after, unit) = unit_between(page, first.end);
    let shared = |n: &Number| unit.is_some() && unit_between(page, n.end).1 == unit;
    if let Some(rest) = text[after..].strip_prefix('/').filter(|_| unit.is_some()) {
        let next = skip_inline(text, text.len() - rest.len());
        return number(text, next).filter(|n| n.digits && shared(n));
    }
    let here = skip_inline(text, first.end);
    let slash = text[here..].chars().next().filter(|c| matches!(c, '/' | '⁄' | '∕' | '／'));
    if let Some(slash) = slash.filter(|_| first.scale == Decimal::ONE) {
        let next = skip_inline(text, here + slash.len_utf8());
        let second = number(text, next).filter(|n| n.digits)?;
        let more = text[second.end..].starts_with('/')
            && text[second.end + 1..].starts_with(|c: char| c.is_ascii_digit());
        return (!more).then_some(second);
    }
    // "hai phần ba"
    if let Some(end) = starts_with(text, first.end, &["phần"]).filter(|_| !first.digits) {
        let fourth = starts_with(text, end, &["tư"]).map(|end| Number {
            end,
            value: Decimal::from(4),
            ..Number { digits: false, grouped: None, fraction: None, ..first }
        });
        let whole = fourth.or_else(|| number(text, skip_inline(text, end)));
        return whole.filter(|n| !n.digits && n.value > first.value);
    }
    let here = skip_inline(text, first.end);
    // "28/tổng số 30"
    let here = text[here..].strip_prefix("/tổng").map_or(here, |_| here + 1);
    let end = page.lexicon.context.out_of.follows(text, here)?;
    let second = number(text, skip_inline(text, end)).filter(|n| n.digits && first.digits)?;
    let over = text[..end].ends_with("trên");
    (second.value >= first.value
        && (!over || page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, second.end)).is_some()))
    .then_some(second)
}
