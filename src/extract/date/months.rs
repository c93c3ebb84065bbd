//! The first or last months of a year: "6 tháng đầu năm 2020", "9 tháng năm 2021", "hai quý đầu năm", "nửa cuối năm".

use super::{Page, Parsed};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Lean, Point};
use crate::grammar::{calendar, numeral};
use crate::text::space::{skip, starts_with};

const RULE: &str = "date/months";

/// Which months of a year are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

/// Reads a number of months, or of quarters, at either end of a year.
pub(super) fn read(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    if let Some(end) = page.lexicon.context.half_year.follows(text, at) {
        let side = if text[at..end].contains("đầu") { Side::First } else { Side::Last };
        return in_year(text, at, end, 6, side);
    }
    let count = numeral::number(text, at)?;
    let n = u8::try_from(count.value.try_into().unwrap_or(0_i64)).ok()?;
    let single = starts_with(text, count.end, &["tháng"]).map(|end| (end, n));
    let quarters = || starts_with(text, count.end, &["quý", "quí"]).map(|end| (end, n.saturating_mul(3)));
    let (unit, n) = single.or_else(quarters).filter(|(_, n)| (1..=11).contains(n))?;
    let first = page.lexicon.context.first_months.follows(text, unit);
    if let Some(end) = first {
        // "6 tháng của năm" without a year says nothing
        let told = !text[unit..end].trim_start().starts_with("của")
            || calendar::plain_year(text, skip(text, end)).is_some();
        return in_year(text, at, end, n, Side::First).filter(|_| told);
    }
    if let Some(end) = page.lexicon.context.last_months.follows(text, unit) {
        return in_year(text, at, end, n, Side::Last);
    }
    // "9 tháng năm 2021", "9 tháng/2021", "6 tháng 2021"
    let end = starts_with(text, unit, &["năm"])
        .filter(|end| calendar::plain_year(text, skip(text, *end)).is_some())
        .or_else(|| text[unit..].starts_with('/').then_some(unit + 1))
        .or_else(|| Some(unit).filter(|_| n >= 3 && single.is_some() && bare_year(page, unit)))?;
    let (end, year) = calendar::plain_year(text, skip(text, end))?;
    let (kind, value) = months(year, n, Side::First);
    Some(Parsed::new(at, end, kind, value, RULE))
}

/// Whether a year stands here that counts nothing.
fn bare_year(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    calendar::plain_year(text, skip(text, at))
        .is_some_and(|(end, _)| !text[end..].starts_with(['/', '-', '–']) && !super::year::counts(page, end))
}

/// With the year that follows, the year that a word gives, or none.
fn in_year(text: &str, at: usize, end: usize, n: u8, side: Side) -> Option<Parsed> {
    if let Some((end, y)) = calendar::plain_year(text, skip(text, end)) {
        let (kind, value) = months(y, n, side);
        return Some(Parsed::new(at, end, kind, value, RULE));
    }
    // "6 tháng đầu năm học": no year of the calendar
    if starts_with(text, end, &["học"]).is_some() {
        return None;
    }
    let words = [("nay", 0), ("ngoái", -1), ("trước", -1), ("sau", 1), ("tới", 1)];
    let shift = words.iter().find_map(|(word, n)| Some((starts_with(text, end, &[word])?, *n)));
    let (end, years) = shift.unwrap_or((end, 0));
    let (kind, value) = months(2000, n, side);
    Some(Parsed::leaning(at, end, Lean::Months(kind, value, years), RULE))
}

fn months(year: i16, n: u8, side: Side) -> (DateKind, Edtf) {
    if side == Side::First {
        return calendar::first_months(year, n);
    }
    if n == 6 {
        let half = Point { year: Some(year), part: Part::Half(2), time: None };
        return (DateKind::Half, half.into());
    }
    let ends = (Point::month(Some(year), 13 - n), Point::month(Some(year), 12));
    (DateKind::Range, Edtf::Interval(Some(ends.0), Some(ends.1)))
}
