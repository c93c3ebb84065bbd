//! Decades and centuries: "những năm 1950", "thập niên 90 của thế kỷ trước", "thế kỷ XX".

use super::{Page, Parsed};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Point};
use crate::grammar::calendar;
use crate::text::space::{is_edge, skip, starts_with};

/// The centuries from the tenth on, as they are written.
const ROMAN: [&str; 12] = ["x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"];

/// Reads a decade or a century.
pub(super) fn read(page: Page<'_>, at: usize) -> Option<Parsed> {
    decade(page, at).or_else(|| {
        let (end, first) = century(page, at)?;
        Some(made(at, end, first, Part::Century))
    })
}

fn made(at: usize, end: usize, first: i16, part: Part) -> Parsed {
    let value = Point { year: Some(first), part, time: None };
    Parsed::new(at, end, DateKind::Range, value.into(), "date/decade")
}

/// "những năm 90 (của) thế kỷ XX".
fn decade(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let here = skip(text, page.lexicon.context.decade_head.follows(text, at)?);
    if let Some((end, year)) = calendar::plain_year(text, here) {
        return (year % 10 == 0).then(|| made(at, end, year, Part::Decade));
    }
    let (end, tens) =
        calendar::two_digits(text, here, 90).filter(|(end, y)| y % 10 == 0 && *end == here + 2)?;
    let next = starts_with(text, end, &["của"]).unwrap_or(end);
    let (end, first) = century(page, skip(text, next)).unwrap_or((end, 1900));
    Some(made(at, end, first + i16::from(tens), Part::Decade))
}

/// "những năm 60, 70 của thế kỷ XX": a further decade.
pub(super) fn next(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let (end, tens) = calendar::two_digits(text, at, 90).filter(|(end, y)| y % 10 == 0 && *end == at + 2)?;
    let of = starts_with(text, end, &["của"]).unwrap_or(end);
    let told = century(page, skip(text, of));
    let ends =
        !text[end..].starts_with(['%', '/']) && text[end..].trim_start().starts_with(['.', ',', ';', ')']);
    let (stop, first) = told.or_else(|| ends.then_some((end, 1900)))?;
    Some(made(at, stop, first + i16::from(tens), Part::Decade))
}

/// "thế kỷ XX", "thế kỷ 21", "thế kỷ trước": the end and the first year of the hundred.
fn century(page: Page<'_>, at: usize) -> Option<(usize, i16)> {
    let text = page.folded();
    let here = skip(text, page.lexicon.context.century.follows(text, at)?);
    if let Some(end) = starts_with(text, here, &["trước"]) {
        return starts_with(text, at, &["thế kỷ trước", "thế kỉ trước"]).map(|_| (end, 1900));
    }
    let roman = || {
        let end = here + text[here..].bytes().take_while(|b| matches!(b, b'i' | b'v' | b'x')).count();
        let place = ROMAN.iter().position(|r| *r == &text[here..end] && is_edge(text, end))?;
        Some((end, i16::try_from(place).ok()? + 10))
    };
    let digits =
        || calendar::two_digits(text, here, 22).filter(|(_, n)| *n >= 10).map(|(e, n)| (e, i16::from(n)));
    let (end, number) = roman().or_else(digits)?;
    let plain = !text[end..].starts_with(['%', '/'])
        && starts_with(text, end, &["trước công nguyên", "tcn"]).is_none();
    plain.then_some((end, (number - 1) * 100))
}
