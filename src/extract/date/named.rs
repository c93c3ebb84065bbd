//! What looks like a day and is none: names ("đường 30/4", "dịp 2/9"), lunar days, days that no calendar has.

use super::Page;
use crate::grammar::calendar;
use crate::lexicon::TimeRole;
use crate::span::Span;
use crate::text::space::{back, ends_with, skip, skip_inline, starts_with};

/// Whether a word stands before `at` that makes the day after it a name.
pub(super) fn before(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    page.lexicon.calendar.before(TimeRole::Name, text, back(text, at)).is_some()
}

/// Whether a word after `at` says that the day is of the lunar calendar.
pub(super) fn lunar_after(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let here = skip(text, at);
    let here = if text[here..].starts_with('(') { here + 1 } else { here };
    page.lexicon.context.lunar.at(text, here).is_some()
}

/// The digits of a day that is a name or of the lunar calendar: they count nothing.
pub(super) fn read(page: Page<'_>, anchor: Span) -> Option<Span> {
    let text = page.folded();
    let at = anchor.start;
    // "Nghị quyết Trung ương 4": the number of a plenum
    if let Some(start) = ends_with(text, at, &["trung ương"])
        && page.lexicon.document_names.before(text, page.shown(), back(text, start)).is_some()
        && starts_with(text, anchor.end, &["khóa", "khoá", "(khóa", "(khoá"]).is_some()
    {
        return Some(anchor);
    }
    if let Some(end) = spelled(page, at) {
        return Some(Span::new(at, end));
    }
    let (end, _) = calendar::day_month_year(text, at).or_else(|| calendar::day_month(text, at))?;
    if lunar_after(page, end) {
        return Some(Span::new(at, end));
    }
    let plain = !text[at..end].contains(' ')
        && page.lexicon.calendar.at(TimeRole::Fraction, text, skip(text, end)).is_none();
    (plain && (before(page, at) || listed(page, at))).then(|| Span::new(at, end))
}

/// "đường 2 tháng 9", "23 tháng Chạp": the end of a day in words that is a name or of the lunar calendar.
fn spelled(page: Page<'_>, at: usize) -> Option<usize> {
    let text = page.folded();
    let (end, _) = calendar::two_digits(text, at, 31)?;
    let month = skip(text, starts_with(text, end, &["tháng"])?);
    if let Some(end) = starts_with(text, month, &["giêng", "chạp"]) {
        return Some(end);
    }
    let (end, _) = calendar::two_digits(text, month, 12).filter(|_| before(page, at))?;
    crate::text::space::is_edge(text, end).then_some(end)
}

/// "dịp 30-4, 1-5": a further day of a name.
fn listed(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let here = text[..at].trim_end_matches([' ', ',']);
    let here = here.strip_suffix("và").unwrap_or(here).trim_end();
    let start = here
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-')))
        .map_or(0, |i| i + here[i..].chars().next().map_or(1, char::len_utf8));
    start < here.len() && here.len() < at && calendar::day_month(here, start).is_some() && before(page, start)
}

/// A full date that the calendar does not have, as "31/02/2020" or "ngày 31 tháng 4 năm 2021".
pub(super) fn impossible(page: Page<'_>, anchor: Span) -> Option<Span> {
    let text = page.folded();
    let word = page.lexicon.context.day_lead.precedes(text, anchor.start);
    let rest = &text[anchor.start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '-' | '.')).unwrap_or(rest.len());
    let form = rest[..end].trim_end_matches(['/', '-', '.']);
    let marked = form.bytes().any(|byte| !byte.is_ascii_digit());
    let parts: Vec<&str> = if marked { form.split(['/', '-', '.']).collect() } else { Vec::new() };
    let short = |s: &str| (1..=2).contains(&s.len());
    let shaped = match parts.as_slice() {
        [d, m, y] => {
            short(d)
                && short(m)
                && y.len() == 4
                && y.starts_with(['1', '2'])
                && (word.is_some() || form.contains('/'))
        }
        [d, m] => {
            short(d)
                && short(m)
                && form.contains('/')
                && word.is_some()
                && calendar::two_digits(d, 0, 99).is_some()
        }
        _ => false,
    };
    if shaped && !exists(&parts) {
        return Some(Span::new(word.unwrap_or(anchor.start), anchor.start + form.len()));
    }
    let (end, _) = calendar::two_digits(text, anchor.start, 99).filter(|_| word.is_some())?;
    let month = starts_with(text, end, &["tháng"])?;
    let (end, _) = calendar::two_digits(text, skip_inline(text, month), 99)?;
    Some(Span::new(word?, calendar::year_after(text, end).0))
}

/// Whether the calendar has the day that a day, a month and perhaps a year name.
fn exists(parts: &[&str]) -> bool {
    let [day, month, year @ ..] = parts else { return false };
    let year = year.first().and_then(|year| year.parse().ok());
    let (day, month) = (day.parse(), month.parse());
    matches!((day, month), (Ok(day), Ok(month)) if calendar::valid_day(year, month, day))
}
