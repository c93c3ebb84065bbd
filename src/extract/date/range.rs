//! Spans of time, and lists whose members share a month or a year.

use super::body::{self, Lead};
use super::{Parsed, relative};
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Edtf, Lean, Point};
use crate::grammar::{calendar, numeral};
use crate::text::space::{ends_with, skip, skip_inline, starts_with};

const TERMS: [&str; 12] = [
    "giai đoạn",
    "nhiệm kỳ",
    "năm học",
    "niên khóa",
    "niên vụ",
    "khóa",
    "các nhiệm kỳ",
    "các giai đoạn",
    "kế hoạch 5 năm",
    "nhiệm kỳ công tác",
    "thời kỳ",
    "vụ đông xuân",
];
const TO: [&str; 5] = ["đến hết", "cho đến", "đến", "tới", "cho tới"];

/// A dash or "đến" between two ends: the place after it, and whether it was a word.
fn to(text: &str, at: usize) -> Option<(usize, bool)> {
    if let Some(end) = starts_with(text, at, &TO) {
        return Some((skip(text, end), true));
    }
    let here = skip_inline(text, at);
    let sign = text[here..].chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '÷'))?;
    Some((skip_inline(text, here + sign.len_utf8()), false))
}

/// "giai đoạn 2010-2015", "năm học 2019-2020", "2016 - 2020".
pub(super) fn years(text: &str, at: usize) -> Option<Parsed> {
    let term = starts_with(text, at, &TERMS);
    let worded = term.or_else(|| starts_with(text, at, &["các năm", "năm", "những năm"]));
    let here = term.map_or(at, |end| skip(text, end));
    let here =
        starts_with(text, here, &["năm", "từ năm", "từ", "các năm"]).map_or(here, |end| skip(text, end));
    let here = if term.is_none() { worded.map_or(here, |end| skip(text, end)) } else { here };
    let (end, first) = calendar::plain_year(text, here)?;
    let slash = term.is_some() && text[end..].starts_with('/');
    let (next, said) = if slash { (end + 1, false) } else { to(text, end)? };
    let next = starts_with(text, next, &["năm"]).filter(|_| said).map_or(next, |e| skip(text, e));
    let (end, last) = calendar::plain_year(text, next)
        .or_else(|| short_year(text, next, first).filter(|_| term.is_some()))?;
    let far = i32::from(last) - i32::from(first);
    let plausible = (1..=80).contains(&far) && !text[end..].starts_with(['/', '%']);
    let told = worded.is_some()
        || !said && plain_context(text, at)
        || said && ends_with(text, at, &["từ"]).is_some();
    if !plausible || !told {
        return None;
    }
    let value = Edtf::Interval(Some(Point::year(first)), Some(Point::year(last)));
    let rule = if term.is_some() { "date/term" } else { "date/years" };
    Some(Parsed::new(at, end, DateKind::Range, value, rule))
}

/// The two digits of "2020-25".
fn short_year(text: &str, at: usize, first: i16) -> Option<(usize, i16)> {
    let (end, short) = calendar::two_digits(text, at, 99)?;
    let two = end == at + 2 && !text[end..].starts_with(['/', '-', ',', '.']);
    two.then_some((end, first / 100 * 100 + i16::from(short)))
}

/// Two bare years are a span where no number or symbol stands around them.
fn plain_context(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ');
    !before.ends_with(['/', '-', '–', '.', ','])
        && ends_with(text, at, &["số", "mã", "điện thoại", "đt"]).is_none()
}

/// "6 tháng đầu năm 2020", "9 tháng năm 2021", "6 tháng cuối năm", "nửa đầu năm 2020".
pub(super) fn months(text: &str, at: usize) -> Option<Parsed> {
    let half = starts_with(text, at, &["nửa đầu năm", "nửa cuối năm"]);
    if let Some(end) = half {
        let which = if text[at..end].contains("đầu") { 1 } else { 2 };
        return half_year(text, at, end, which);
    }
    let count = numeral::number(text, at)?;
    let n = u8::try_from(count.value.try_into().unwrap_or(0_i64)).ok().filter(|n| (1..=11).contains(n))?;
    let unit = starts_with(text, count.end, &["tháng"])?;
    let first = starts_with(text, unit, &["đầu năm", "đầu của năm"]);
    let last = starts_with(text, unit, &["cuối năm", "cuối của năm"]);
    if n == 6
        && let Some(end) = last
    {
        return half_year(text, at, end, 2);
    }
    let bare = starts_with(text, unit, &["năm"])
        .filter(|end| calendar::plain_year(text, skip(text, *end)).is_some());
    let end = first.or(last).or(bare)?;
    let year = calendar::plain_year(text, skip(text, end));
    let year = year.or_else(|| starts_with(text, end, &["học"]).and(None));
    if let Some((end, y)) = year {
        let (kind, value) = if last.is_some() { last_months(y, n) } else { calendar::first_months(y, n) };
        return Some(Parsed::new(at, end, kind, value, "date/months"));
    }
    let shift = starts_with(text, end, &["nay", "ngoái", "trước", "sau", "tới"]);
    let years = shift.map_or(0, |e| {
        if text[..e].ends_with("nay") {
            0
        } else if text[..e].ends_with("ngoái") || text[..e].ends_with("trước") {
            -1
        } else {
            1
        }
    });
    let (kind, value) = if last.is_some() { last_months(2000, n) } else { calendar::first_months(2000, n) };
    let lean = Some(Lean::Months(kind, value, years));
    Some(Parsed {
        lean,
        ..Parsed::new(at, shift.unwrap_or(end), DateKind::Relative, Edtf::Unknown, "date/months")
    })
}

fn last_months(year: i16, n: u8) -> (DateKind, Edtf) {
    let ends = (Some(Point::month(Some(year), 13 - n)), Some(Point::month(Some(year), 12)));
    (DateKind::Range, Edtf::Interval(ends.0, ends.1))
}

fn half_year(text: &str, at: usize, end: usize, which: u8) -> Option<Parsed> {
    let value = |y| Edtf::from(Point { year: Some(y), part: Part::Half(which), time: None });
    if let Some((end, y)) = calendar::plain_year(text, skip(text, end)) {
        return Some(Parsed::new(at, end, DateKind::Half, value(y), "date/months"));
    }
    let end = starts_with(text, end, &["nay"]).unwrap_or(end);
    let lean = Some(Lean::Months(DateKind::Half, value(2000), 0));
    Some(Parsed { lean, ..Parsed::new(at, end, DateKind::Relative, Edtf::Unknown, "date/months") })
}

/// "những năm 1950", "thập niên 90".
pub(super) fn decade(text: &str, at: usize) -> Option<Parsed> {
    let after =
        starts_with(text, at, &["những năm", "thập niên", "thập kỷ", "thập kỉ", "những năm đầu thập niên"])?;
    let here = skip(text, after);
    let (end, year) = calendar::plain_year(text, here)
        .or_else(|| calendar::two_digits(text, here, 99).map(|(e, y)| (e, 1900 + i16::from(y))))?;
    if year % 10 != 0 {
        return None;
    }
    let value = Point { year: Some(year), part: Part::Decade, time: None };
    Some(Parsed::new(at, end, DateKind::Range, value.into(), "date/decade"))
}

/// Joins a point that was read with the end of its span: "đến nay", "- 15/6/2020", "đến tháng 6".
pub(super) fn join(text: &str, first: &Parsed) -> Option<Parsed> {
    let from = ends_with(text, first.start, &["từ", "kể từ", "từ cuối", "từ đầu", "từ giữa"]).is_some();
    let Edtf::Point(a) = first.value else { return None };
    let make = |end, value| {
        Some(Parsed { lean: None, ..Parsed::new(first.start, end, DateKind::Range, value, "date/range") })
    };
    if let Some(end) = starts_with(
        text,
        first.end,
        &["đến nay", "tới nay", "trở lại đây", "đến hiện nay", "cho đến nay", "trở đi"],
    ) {
        return make(end, Edtf::since(a)).filter(|_| from || !text[..end].ends_with("trở đi"));
    }
    if let Some(end) = starts_with(text, first.end, &["về trước", "trở về trước"]) {
        return make(end, Edtf::until(a));
    }
    let (next, said) = to(text, first.end)?;
    let (here, lead) = body::lead(text, next);
    let second = body::point(text, here, Lead { part_of_day: true, ..lead });
    let second = second.or_else(|| {
        let (end, y) = calendar::plain_year(text, here).filter(|_| a.part == Part::Whole)?;
        Some(Parsed::new(here, end, DateKind::Year, Point::year(y).into(), "date/year"))
    })?;
    let Edtf::Point(b) = second.value else { return None };
    let same = std::mem::discriminant(&a.part) == std::mem::discriminant(&b.part);
    let later = b.year.is_none_or(|y| a.year.is_none_or(|x| x <= y));
    if !same || !later || said && !from && ends_with(text, first.start, &["tăng từ", "giảm từ"]).is_some()
    {
        return None;
    }
    let a = b.year.map_or(a, |y| a.in_year(y));
    let value = Edtf::Interval(Some(Point { time: None, ..a }), Some(Point { time: None, ..b }));
    make(second.end, value)
}

/// "các ngày 3, 5 và 7/8/2019" and "ngày 12 - 13/4": days that share the month of the last.
pub(super) fn days(text: &str, at: usize) -> Option<Vec<Parsed>> {
    let after = starts_with(
        text,
        at,
        &["các ngày", "hai ngày", "ngày", "đêm ngày", "từ ngày", "sáng", "tối", "chiều", "đêm"],
    );
    let mut here = after.map_or(at, |end| skip(text, end));
    here = starts_with(text, here, &["ngày"]).map_or(here, |end| skip(text, end));
    let mut days = Vec::new();
    loop {
        let (end, day) = calendar::two_digits(text, here, 31)?;
        if let Some(last) = body::point(text, here, Lead { part_of_day: true, ..Lead::default() })
            && matches!(last.value, Edtf::Point(Point { part: Part::Day(..), .. }))
        {
            return finish(text, at, &days, last);
        }
        let (next, range) =
            if let Some((next, _)) = to(text, end) { (next, true) } else { (list_mark(text, end)?, false) };
        if range && !days.is_empty() || days.len() > 12 {
            return None;
        }
        let next = starts_with(text, next, &["ngày"]).map_or(next, |e| skip(text, e));
        days.push((here, end, day, range));
        here = next;
        if after.is_none() && !range {
            return None;
        }
    }
}

fn list_mark(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = starts_with(text, at, &["và", "hoặc", "với"]) {
        return Some(skip(text, end));
    }
    let here = skip_inline(text, at);
    text[here..].starts_with(',').then(|| skip_inline(text, here + 1))
}

fn finish(text: &str, at: usize, days: &[(usize, usize, u8, bool)], last: Parsed) -> Option<Vec<Parsed>> {
    let Edtf::Point(Point { year, part: Part::Day(month, end_day), .. }) = last.value else { return None };
    let valid = days.iter().all(|d| calendar::valid_day(year, month, d.2));
    let (&(first, _, day, range), rest) = days.split_first()?;
    if !valid {
        return None;
    }
    if range && rest.is_empty() {
        let bare = first == at && ends_with(text, at, &["ngày", "từ", "hôm", "("]).is_none();
        let a = Point::day(year, month, day);
        let b = Point::day(year, month, end_day);
        let told = !bare || text[..at].ends_with('(') || year.is_some() || day < end_day;
        return (told && day < end_day).then(|| {
            vec![Parsed::new(
                at,
                last.end,
                DateKind::Range,
                Edtf::Interval(Some(a), Some(b)),
                "date/day_range",
            )]
        });
    }
    let mut all: Vec<Parsed> = days
        .iter()
        .enumerate()
        .map(|(i, d)| {
            let start = if i == 0 { at } else { d.0 };
            Parsed::new(start, d.1, DateKind::Date, Point::day(year, month, d.2).into(), "date/day_list")
        })
        .collect();
    all.push(last);
    Some(all)
}

/// Years, quarters and months that follow a point in a list: "năm 2018 và 2019", "quý II và III/2020".
pub(super) fn more(text: &str, first: &Parsed) -> Vec<Parsed> {
    let mut all = Vec::new();
    let mut end = first.end;
    while all.len() < 20 {
        let Some(next) = list_mark(text, end) else { break };
        let word = starts_with(text, next, &["năm"]);
        let here = word.map_or(next, |e| skip(text, e));
        let Some((stop, year)) = calendar::plain_year(text, here) else { break };
        let counted = word.is_none()
            && !text[stop..].starts_with(['/', '-'])
            && relative::counted(text, stop)
            && noun_after(text, stop);
        if counted
            || text[stop..].starts_with(['/', '%', '.'])
                && text[stop + 1..].starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        all.push(Parsed::new(next, stop, DateKind::Year, Point::year(year).into(), "date/year_list"));
        end = stop;
    }
    all
}

/// "và 2000 người": a number with its noun, no year.
fn noun_after(text: &str, at: usize) -> bool {
    starts_with(
        text,
        at,
        &[
            "người",
            "hộ",
            "mô hình",
            "đồng chí",
            "tỷ",
            "triệu",
            "đồng",
            "cuộc",
            "lượt",
            "ha",
            "km",
            "học sinh",
            "đại biểu",
        ],
    )
    .is_some()
}

/// "các năm 2016, 2017 và 2018".
pub(super) fn years_list(text: &str, at: usize) -> Option<Vec<Parsed>> {
    let here = skip(text, starts_with(text, at, &["các năm"])?);
    let (end, year) = calendar::plain_year(text, here)?;
    let first = Parsed::new(at, end, DateKind::Year, Point::year(year).into(), "date/year_list");
    let mut all = vec![first];
    all.extend(more(text, &first));
    Some(all)
}
