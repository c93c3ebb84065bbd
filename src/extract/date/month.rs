//! Months and quarters: "tháng 6 năm 2020", "6/2020", "tháng tư", "quý III/2019".

use super::{Page, Parsed, named};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Point};
use crate::grammar::{calendar, name};
use crate::text::space::{ends_with, skip, starts_with, word_before};

/// Reads a month or a quarter.
pub(super) fn read(page: Page<'_>, at: usize) -> Option<Parsed> {
    month(page, at).or_else(|| quarter(page, at))
}

fn made(at: usize, end: usize, p: Point, rule: &'static str) -> Parsed {
    Parsed::new(at, end, DateKind::Month, p.into(), rule)
}

fn month(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let Some(after) = starts_with(text, at, &["tháng"]) else {
        let (end, p) = calendar::month_year(text, at)?;
        let symbol =
            text[end..].starts_with(['/', '-']) && text[end + 1..].starts_with(char::is_alphanumeric);
        let street = page.lexicon.context.house.precedes(text, at).is_some();
        // "NQ 8/2019": the number of a document and its year
        let act = word_before(text, at).is_some_and(|w| {
            let code = &page.shown()[w.range()];
            code.chars().all(char::is_uppercase) && page.lexicon.symbol(code).is_some()
        });
        return (!symbol && !street && !act).then(|| made(at, end, p, "date/month"));
    };
    if named::before(page, at) {
        return None;
    }
    let here = skip(text, after);
    if let Some((end, p)) = calendar::month_year(text, here) {
        return Some(made(at, end, p, "date/month"));
    }
    if let Some((end, m)) = calendar::two_digits(text, here, 12) {
        let digit = |c: char| c.is_ascii_digit();
        let decimal = text[end..].starts_with([',', '.']) && text[end + 1..].starts_with(digit);
        if decimal || text[end..].starts_with(['%', '/']) || named::lunar_after(page, end) {
            return None;
        }
        let (end, year) = calendar::year_after(text, end);
        return Some(made(at, end, Point::month(year, m), "date/month"));
    }
    worded(page, at, here)
}

/// "tháng tư năm 2021"; "tháng năm 2018" is no May, "tháng hai lần" no February.
fn worded(page: Page<'_>, at: usize, here: usize) -> Option<Parsed> {
    let text = page.folded();
    let january = || {
        starts_with(text, here, &["một"])
            .filter(|_| page.lexicon.context.month_lead.precedes(text, at).is_some())
            .map(|e| (e, 1))
    };
    let (end, m) = calendar::month_word(text, here).or_else(january)?;
    let lunar = matches!(&text[here..end], "giêng" | "chạp")
        || named::lunar_after(page, end)
        || ends_with(text, at, &["rằm"]).is_some();
    let counted = page.lexicon.context.month_unit.follows(text, end).is_some();
    if lunar || counted || &text[here..end] == "năm" && !may(page, at, here, end) {
        return None;
    }
    let (end, year) = calendar::year_after(text, end);
    Some(made(at, end, Point::month(year, m), "date/month_word"))
}

/// "tháng Năm", "hồi tháng năm.": the month by its capital, or between a preposition and the end of its clause; else the
/// words are "month" and "year": "ngày, tháng, năm sinh", "những tháng năm ấy".
fn may(page: Page<'_>, at: usize, here: usize, end: usize) -> bool {
    let text = page.folded();
    let mixed = page.shown()[here..end].chars().nth(1).is_some_and(char::is_lowercase);
    if mixed && name::is_capital(page.shown(), here) {
        return true;
    }
    let before = text[..at].trim_end_matches(' ');
    let led = before.is_empty()
        || before.ends_with(['.', ';', ':', '\n', '('])
        || page.lexicon.context.month_lead.precedes(text, at).is_some();
    let rest = text[end..].trim_start_matches(' ');
    let ends = rest.is_empty() || rest.starts_with(['.', ',', ';', ')', '\n']);
    led && (ends || calendar::year_after(text, end).1.is_some() && starts_with(text, end, &["năm"]).is_some())
}

/// "quý III/2020", "quý I", "quý 4 của năm 2018".
fn quarter(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let after = starts_with(text, at, &["quý", "quí"])?;
    let here = skip(text, after);
    let (end, q) = calendar::quarter(text, here)?;
    if text[end..].starts_with(',') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (end, year) = calendar::year_after(text, end);
    // "điều bà quý nhất" tells of no quarter
    if year.is_none() && starts_with(text, here, &["nhất"]).is_some() {
        return None;
    }
    let value = Point { year, part: Part::Quarter(q), time: None };
    Some(Parsed::new(at, end, DateKind::Quarter, value.into(), "date/quarter"))
}
