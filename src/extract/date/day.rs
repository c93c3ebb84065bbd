//! Days: "ngày 30 tháng 6 năm 2020", "30/06/2020 17:00", "sáng 8/7".

use super::lead::Lead;
use super::{Page, Parsed, named};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Lean, Point};
use crate::grammar::calendar;
use crate::lexicon::TimeRole;
use crate::text::space::{ends_with, is_edge, skip, skip_inline, starts_glued, starts_with};

/// Reads a day whose lead has been read.
pub(super) fn read(page: Page<'_>, at: usize, lead: Lead) -> Option<Parsed> {
    let text = page.folded();
    let word = page.lexicon.context.day_word.follows(text, at);
    let here = word.map_or(at, |end| skip(text, end));
    let numeric = calendar::iso(text, here)
        .or_else(|| calendar::day_month_year(text, here))
        .or_else(|| calendar::month_day_year(text, here).filter(|_| word.is_none()));
    if let Some((end, p)) = numeric.filter(|(end, _)| !named::lunar_after(page, *end)) {
        return Some(Parsed::new(at, end, DateKind::Date, p.into(), "date/numeric"));
    }
    if let Some((end, d)) = calendar::two_digits(text, here, 31)
        && let Some(month_at) = starts_glued(text, end, "tháng")
    {
        let street = |p: &Parsed| word.is_none() && p.value.year().is_none() && named::before(page, at);
        return spelled(text, at, d, month_at).filter(|p| !named::lunar_after(page, p.end) && !street(p));
    }
    day_month(page, at, here, lead.tells_day() || word.is_some(), lead.part_of_day || word.is_some())
}

/// D/M; `told` says that a word before it makes it a day, `plain` that no name can stand before it.
fn day_month(page: Page<'_>, at: usize, here: usize, told: bool, plain: bool) -> Option<Parsed> {
    let text = page.folded();
    let (end, p) = calendar::day_month(text, here)?;
    // "ngày 8/7 năm 2020"
    let (whole, year) = calendar::year_after(text, end);
    if let (Some(_), Point { part: Part::Day(month, day), .. }) = (year, p)
        && calendar::valid_day(year, month, day)
        && (told || told_before(page, at))
    {
        return Some(Parsed::new(
            at,
            whole,
            DateKind::Date,
            Point::day(year, month, day).into(),
            "date/numeric",
        ));
    }
    // "từ 3 - 5 năm", "1/3 số dự án": two numbers
    let years = starts_with(text, end, &["năm"]).filter(|e| calendar::year(text, skip(text, *e)).is_none());
    if let Some((stop, shift)) = years.and_then(|e| shifted(text, e)) {
        let lean = Some(Lean::Year(shift));
        return Some(Parsed {
            lean,
            ..Parsed::new(at, stop, DateKind::Relative, p.into(), "date/day_month")
        });
    }
    let noun = page.lexicon.calendar.at(TimeRole::Fraction, text, skip(text, end)).is_some()
        || page.lexicon.measure_names.at(text, page.shown(), skip_inline(text, end)).is_some();
    // "từ 1 - 3 phòng ngủ": a range of what is counted
    let range = text[at..end].contains(['-', '–'])
        && page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, end)).is_some();
    let noun = noun || range;
    // "ngày 12/8 năm ấy" is a day of a year that was told before
    let length = years.is_some_and(|e| starts_with(text, e, &["ấy", "đó", "kia"]).is_none());
    // "ngày 8/7, 12 xã": the comma parts a noun from the day
    if length || noun && !plain || text[end..].starts_with('%') || named::lunar_after(page, end) {
        return None;
    }
    // "đã trả trước 1/4": a share
    let part =
        page.lexicon.context.share.precedes(text, at).is_some() && ends_with(text, at, &["trước"]).is_some();
    // "28/2-5/3/2022"
    let span = text[end..].starts_with(['-', '–'])
        && calendar::day_month_year(
            text,
            skip_inline(text, end + text[end..].chars().next().map_or(1, char::len_utf8)),
        )
        .is_some();
    let told = told || span || told_before(page, at) && !part;
    let named = !plain && named::before(page, here);
    (told && !named).then(|| Parsed::new(at, end, DateKind::Date, p.into(), "date/day_month"))
}

/// "2/9 năm nay": the end and the shift in years.
fn shifted(text: &str, at: usize) -> Option<(usize, i16)> {
    [("nay", 0), ("ngoái", -1), ("trước", -1), ("sau", 1), ("tới", 1)]
        .iter()
        .find_map(|(w, n)| Some((starts_with(text, at, &[w])?, *n)))
}

/// Whether the place before a bare D/M says that it is a date: a bracket or a preposition.
fn told_before(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let before = text[..at].trim_end_matches(' ');
    if before.ends_with('(') {
        return text[at..].find(')').is_some_and(|i| i <= 8);
    }
    // "4-7, hệ thống trường …" at the head of a line
    let line = before.is_empty() || before.ends_with('\n');
    let head = line && calendar::day_month(text, at).is_some_and(|(end, _)| text[end..].starts_with(", "));
    head || page.lexicon.context.before_day.precedes(text, at).is_some()
}

/// "30 tháng 6", with its year if one follows.
fn spelled(text: &str, at: usize, day: u8, month_at: usize) -> Option<Parsed> {
    let here = skip(text, month_at);
    let (end, month) = calendar::two_digits(text, here, 12).or_else(|| {
        calendar::month_word(text, here).filter(|(e, _)| !matches!(&text[here..*e], "giêng" | "chạp"))
    })?;
    // "lũy kế 10 tháng 3.798 tỷ đồng": months, then a number of its own
    let decimal =
        text[end..].starts_with(['.', ',']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    let (end, year) = calendar::year_after(text, end);
    (calendar::valid_day(year, month, day) && !(decimal && year.is_none()))
        .then(|| Parsed::new(at, end, DateKind::Date, Point::day(year, month, day).into(), "date/spelled"))
}

/// Adds the time that stood before the day, or stands after it: "14/04/2020 08:35".
pub(super) fn with_time(page: Page<'_>, mut read: Parsed, lead: Lead) -> Parsed {
    let text = page.folded();
    if read.kind != DateKind::Date {
        return read;
    }
    let mut time = lead.time;
    if time.is_none() {
        let next = skip_inline(text, read.end);
        let sign = text[next..].chars().next().filter(|c| matches!(c, ',' | '-' | '|' | '–'));
        let next = sign.map_or(next, |c| skip_inline(text, next + c.len_utf8()));
        // the "T" of 2020-06-30T17:00
        let next = if text[next..].starts_with('t') && next == read.end { next + 1 } else { next };
        let clock = calendar::time(text, next).filter(|(end, _)| {
            text[next..*end].contains([':', 'h']) && is_edge(text, *end) && next > read.end
        });
        if let Some((end, t)) = clock {
            let (end, t) = calendar::in_half(text, end, t);
            (read.end, time) = (end, Some(t));
        }
    }
    if let (Some(time), Edtf::Point(point)) = (time, read.value) {
        read.value = Point { time: Some(time), ..point }.into();
        read.kind = DateKind::Datetime;
        read.rule = "date/datetime";
    }
    read
}
