//! Expressions that lean on the document's date: "năm ngoái", "cuối tháng này", "chiều nay", "thứ năm tuần tới".

use super::lead::Lead;
use super::{Page, Parsed};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Lean, Point};
use crate::grammar::calendar as figures;
use crate::lexicon::{Time, TimeRole};
use crate::text::space::{ends_with, skip, skip_inline, starts_with};

const RULE: &str = "date/relative";

/// The rule of "năm qua", which is said of the year that ends.
pub(crate) const PAST_YEAR: &str = "date/past_year";

/// Reads an expression without digits that leans on a date.
pub(super) fn read(page: Page<'_>, at: usize) -> Option<Parsed> {
    part_of_day(page, at).or_else(|| weekday(page, at)).or_else(|| unit(page, at))
}

/// "tháng 10 năm ngoái", "quý I năm nay": a point whose year leans on the document's.
pub(super) fn in_leaning_year(page: Page<'_>, p: Parsed) -> Parsed {
    let text = page.folded();
    let open = matches!(p.value, Edtf::Point(point) if point.year.is_none());
    let year = page.lexicon.calendar.at(TimeRole::Relative, text, skip(text, p.end));
    match year.filter(|(end, t)| open && t.unit == "year" && !idle(page, skip(text, p.end), *end, t)) {
        Some((end, t)) => Parsed { end, kind: DateKind::Relative, lean: Some(lean(t)), ..p },
        None => p,
    }
}

/// "chiều nay, 1/3", "hôm nay 20-2": the day that stands right behind a relative one.
pub(super) fn with_day(page: Page<'_>, p: Parsed) -> Vec<Parsed> {
    let text = page.folded();
    let by_day = matches!(p.lean, Some(Lean::Day(_) | Lean::Nearest(..) | Lean::Weekday(..)));
    let next = skip_inline(text, p.end);
    let next = if text[next..].starts_with(',') { skip_inline(text, next + 1) } else { next };
    let digits = by_day && text[next..].starts_with(|c: char| c.is_ascii_digit());
    let told = Lead { part_of_day: true, ..Lead::default() };
    let day = digits.then(|| super::day::read(page, next, told)).flatten().filter(|d| {
        let share = page.lexicon.calendar.at(TimeRole::Fraction, text, skip(text, d.end)).is_some();
        !share && matches!(d.value, Edtf::Point(point) if matches!(point.part, Part::Day(..)))
    });
    [p].into_iter().chain(day).collect()
}

/// "chiều nay", "tối qua", "sáng mai", "chiều cùng ngày".
fn part_of_day(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let (end, _) = page.lexicon.calendar.at(TimeRole::DayPart, text, at)?;
    let here = skip(text, end);
    let (end, turn) = page.lexicon.calendar.at(TimeRole::Turn, text, here)?;
    // "sáng qua cầu", "tối mai châu": a verb, or a name
    let name =
        crate::grammar::name::is_capital(page.shown(), here) && matches!(&text[here..end], "mai" | "qua");
    let way = &text[here..end] == "qua" && page.lexicon.context.way.follows(text, end).is_some();
    (!name && !way).then(|| Parsed::leaning(at, end, lean(turn), RULE))
}

/// "thứ năm tuần tới", "thứ ba vừa rồi", "hôm thứ Hai", "sáng chủ nhật".
fn weekday(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let calendar = &page.lexicon.calendar;
    let part = calendar.at(TimeRole::DayPart, text, at).map(|(end, _)| skip(text, end));
    let here = part.unwrap_or(at);
    let (end, day) = calendar.at(TimeRole::Weekday, text, here)?;
    let number = u8::try_from(day.shift).ok()?;
    let of = starts_with(text, end, &["của"]).unwrap_or(end);
    if let Some((stop, week)) =
        calendar.at(TimeRole::Relative, text, skip(text, of)).filter(|(_, t)| t.unit == "week")
    {
        return Some(Parsed::leaning(at, stop, Lean::Weekday(number, week.shift), RULE));
    }
    let recurs = calendar.at(TimeRole::Every, text, skip(text, end)).is_some()
        || page.lexicon.context.each.precedes(text, at).is_some();
    let last = starts_with(text, end, &["vừa rồi", "vừa qua"]).is_some();
    let next = starts_with(text, end, &["tới"]);
    let stop = next
        .is_some_and(|e| text[e..].trim_start().is_empty() || text[e..].starts_with([',', '.', ' ', ')']));
    let next = next.is_some();
    let ordinal = page.lexicon.context.ordinal_before.precedes(text, at).is_some();
    // "lần thứ hai", "ngày thứ ba": an ordinal; a weekday stands after a part of the day or "hôm"
    let told = part.is_some() && !ordinal
        || ends_with(text, at, &["hôm"]).is_some()
        || (last || next && stop) && !ordinal;
    // "thứ tư (24/6)": the day in brackets says that it is one
    let bracket = text[skip_inline(text, end)..].starts_with('(')
        && figures::day_month(text, skip_day(text, skip_inline(text, end) + 1)).is_some();
    let told = told || bracket && !ordinal;
    let night = part.is_some() && matches!(text[at..here].trim_end(), "đêm" | "khuya");
    (told && !night && !recurs).then(|| Parsed::leaning(at, end, Lean::Nearest(number, next), RULE))
}

/// The place after "ngày".
fn skip_day(text: &str, at: usize) -> usize {
    starts_with(text, at, &["ngày"]).map_or(at, |end| skip(text, end))
}

/// "năm ngoái", also with "đầu", "giữa", "cuối" or a part of the day before it.
fn unit(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let calendar = &page.lexicon.calendar;
    // "lần đầu năm 2013"
    if text[at..].starts_with("đầu") && ends_with(text, at, &["lần"]).is_some() {
        return None;
    }
    let plain = calendar.at(TimeRole::Relative, text, at).map(|(end, t)| (at, end, t));
    let edge = calendar.at(TimeRole::Edge, text, at).and_then(|(end, _)| {
        let here = skip(text, end);
        let (end, t) =
            calendar.at(TimeRole::Relative, text, here).filter(|(_, t)| !t.unit.starts_with("part"))?;
        Some((here, end, t))
    });
    let (body, end, entry) = match (plain, edge) {
        (Some(a), Some(b)) => {
            if a.1 >= b.1 {
                a
            } else {
                b
            }
        }
        (a, b) => a.or(b)?,
    };
    let edged = body > at;
    if idle(page, at, end, entry) || !edged && counted_unit(page, at, entry) {
        return None;
    }
    // "những tháng cuối năm 2017" names its year
    if entry.unit == "part"
        && let Some((end, year)) = figures::plain_year(text, skip(text, end))
    {
        return Some(Parsed::new(at, end, DateKind::Year, Point::year(year).into(), "date/year"));
    }
    let rule = if entry.unit == "past_year" && !edged { PAST_YEAR } else { RULE };
    Some(Parsed::leaning(at, end, lean(entry), rule))
}

/// Whether the words mean no time of their own here: "đầu năm học", "vì một ngày mai", "năm sau khi".
fn idle(page: Page<'_>, at: usize, end: usize, entry: &Time) -> bool {
    let text = page.folded();
    let turned = text[at..end].ends_with("trước") || text[at..end].ends_with("sau");
    if turned && page.lexicon.context.clause_after.follows(text, end).is_some() {
        return true;
    }
    let words = &text[at..end];
    // "tôi chờ ngày này": an object, and no time
    if words == "ngày này" {
        let before = text[..at].trim_end_matches(' ');
        let opens = before.is_empty() || before.ends_with(['.', ',', ';', ':', '\n', '(', '“', '"']);
        return !opens && page.lexicon.context.time_prep.precedes(text, at).is_none();
    }
    match entry.unit.as_str() {
        "part" => page.lexicon.context.part_on.follows(text, end).is_some(),
        "part_month" | "week" if !words.contains(' ') || words.starts_with(['c', 'đ', 'g']) => {
            page.lexicon.context.week_on.follows(text, end).is_some()
                || starts_with(text, end, &["tháng"]).is_some()
                || text[skip(text, end)..].starts_with(|c: char| c.is_ascii_digit())
        }
        "quarter" => page.lexicon.context.dear.precedes(text, at).is_some(),
        "day" => words.ends_with("mai") && ends_with(text, at, &["một", "vì", "cho"]).is_some(),
        _ if words.ends_with("sau") || words.ends_with("trước") => {
            page.lexicon.context.clause_after.follows(text, end).is_some()
        }
        _ => false,
    }
}

/// "10 năm qua", "những ngày này": a length of time, or no certain time.
fn counted_unit(page: Page<'_>, at: usize, entry: &Time) -> bool {
    let text = page.folded();
    let unit = ["year", "past_year", "month", "week", "quarter", "school_year", "other"]
        .contains(&entry.unit.as_str());
    let bare = page.lexicon.context.date_unit.follows(text, at).is_some();
    unit && bare && counted(page, at)
}

/// Whether a number, or a word for an unknown number, stands before the unit: "10 năm qua".
pub(super) fn counted(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let before = text[..at].trim_end_matches(' ');
    before.ends_with(|c: char| c.is_ascii_digit()) || page.lexicon.context.some.precedes(text, at).is_some()
}

fn lean(entry: &Time) -> Lean {
    let years = i16::try_from(entry.shift).unwrap_or_default();
    match entry.unit.as_str() {
        "year" | "past_year" | "part" => Lean::Year(years),
        "school_year" => Lean::SchoolYear(years),
        "quarter" => Lean::Quarter(entry.shift),
        "month" | "part_month" => Lean::Month(entry.shift),
        "week" => Lean::Week(entry.shift),
        "day" => Lean::Day(entry.shift),
        "since" => Lean::Since,
        _ => Lean::Other,
    }
}
