//! Calendar points: what stands before the number, the number, and what completes it.

use super::Parsed;
use crate::fact::edtf::Part;
use crate::fact::{DateKind, Point};
use crate::grammar::calendar;
use crate::text::space::{ends_with, is_edge, skip, skip_inline, starts_with};

/// What stood before the body of a date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lead {
    /// "sáng", "chiều" …
    pub part_of_day: bool,
    /// "thứ Ba", "chủ nhật"
    pub weekday: bool,
    /// "đầu", "giữa", "cuối"
    pub fuzzy: bool,
    /// "17h05"
    pub time: Option<(u8, u8)>,
}

const DAY_PARTS: [&str; 10] =
    ["rạng sáng", "sáng sớm", "sáng", "trưa", "chiều tối", "chiều", "tối", "đêm", "khuya", "nửa đêm"];
const FUZZY: [&str; 10] = [
    "đầu",
    "giữa",
    "cuối",
    "nửa đầu",
    "nửa cuối",
    "trung tuần",
    "thượng tuần",
    "hạ tuần",
    "những ngày đầu",
    "những ngày cuối",
];
const WEEKDAYS: [&str; 14] = [
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "thứ 2",
    "thứ 3",
    "thứ 4",
    "thứ 5",
    "thứ 6",
    "thứ 7",
    "chủ nhật",
    "cn",
];

/// Reads the words before a date's body: the place of the body, and what was read.
pub(super) fn lead(text: &str, at: usize) -> (usize, Lead) {
    let mut here = at;
    let mut lead = Lead::default();
    for _ in 0..4 {
        if let Some(end) = starts_with(text, here, &FUZZY).filter(|_| !lead.fuzzy && lead.time.is_none()) {
            (here, lead.fuzzy) = (skip(text, end), true);
        } else if let Some(end) = starts_with(text, here, &DAY_PARTS).filter(|_| !lead.part_of_day) {
            (here, lead.part_of_day) = (skip(text, end), true);
        } else if let Some(end) = starts_with(text, here, &WEEKDAYS).filter(|_| !lead.weekday) {
            let next = skip_inline(text, end);
            let next =
                if text[next..].starts_with([',', '-', '(']) { skip_inline(text, next + 1) } else { next };
            (here, lead.weekday) = (skip(text, next), true);
        } else if let Some((end, time)) = calendar::time(text, here).filter(|_| lead.time.is_none()) {
            let next = skip_inline(text, end);
            let next =
                if text[next..].starts_with([',', '-', '|']) { skip_inline(text, next + 1) } else { next };
            (here, lead.time) = (skip(text, next), Some(time));
        } else {
            break;
        }
    }
    (here, lead)
}

/// Reads one calendar point whose lead has been read.
pub(super) fn point(text: &str, at: usize, lead: Lead) -> Option<Parsed> {
    let read = day(text, at, lead)
        .or_else(|| month(text, at))
        .or_else(|| quarter(text, at))
        .or_else(|| year(text, at))?;
    Some(with_time(text, read, lead))
}

/// Adds the time that stood before the day, or stands after it: "14/04/2020 08:35".
fn with_time(text: &str, mut read: Parsed, lead: Lead) -> Parsed {
    if read.kind != DateKind::Date {
        return read;
    }
    let mut time = lead.time;
    if time.is_none() {
        let next = skip_inline(text, read.end);
        let next = if text[next..].starts_with([',', '-', '|', '–']) {
            skip_inline(text, next + text[next..].chars().next().map_or(1, char::len_utf8))
        } else {
            next
        };
        let clock = calendar::time(text, next)
            .filter(|(end, _)| text[next..*end].contains(':') && is_edge(text, *end));
        if let Some((end, t)) = clock {
            read.end = end;
            time = Some(afternoon(text, &mut read.end, t));
        }
    }
    if let (Some(time), crate::fact::Edtf::Point(point)) = (time, read.value) {
        read.value = Point { time: Some(time), ..point }.into();
        read.kind = DateKind::Datetime;
        read.rule = "date/datetime";
    }
    read
}

/// "03:12 PM" is 15:12; the mark belongs to the span.
fn afternoon(text: &str, end: &mut usize, time: (u8, u8)) -> (u8, u8) {
    let Some(after) = starts_with(text, *end, &["pm", "am"]) else { return time };
    let noon = text[..after].ends_with("pm");
    *end = after;
    if noon && time.0 < 12 { (time.0 + 12, time.1) } else { time }
}

/// "ngày 30 tháng 6 năm 2020", "30/06/2020", "sáng 8/7".
fn day(text: &str, at: usize, lead: Lead) -> Option<Parsed> {
    let word = starts_with(text, at, &["ngày", "hôm", "ngày mùng", "mùng", "mồng", "ngày mồng"]);
    let here = word.map_or(at, |end| skip(text, end));
    let here = starts_with(text, here, &["mùng", "mồng"])
        .filter(|_| word.is_some())
        .map_or(here, |end| skip(text, end));
    if let Some((end, p)) = calendar::iso(text, here).or_else(|| calendar::day_month_year(text, here)) {
        return Some(Parsed::new(at, end, DateKind::Date, p.into(), "date/numeric"));
    }
    if let Some((end, d)) = calendar::two_digits(text, here, 31)
        && let Some(month_at) = starts_with(text, end, &["tháng"])
    {
        return spelled(text, at, d, month_at);
    }
    let lunar = |end| starts_with(text, end, &["âm lịch", "âl", "(âm lịch)"]).is_some();
    let (end, p) = calendar::day_month(text, here)?;
    // "từ 3 - 5 năm", "1/3 số dự án": two numbers
    let years = starts_with(text, end, &["năm"]).filter(|e| calendar::year(text, skip(text, *e)).is_none());
    if let Some((stop, shift)) = years.and_then(|e| shifted(text, e)) {
        let lean = Some(crate::fact::Lean::Year(shift));
        return Some(Parsed {
            lean,
            ..Parsed::new(at, stop, DateKind::Relative, p.into(), "date/day_month")
        });
    }
    let counted = [
        "tháng",
        "ngày",
        "tuần",
        "giờ",
        "phút",
        "lần",
        "tuổi",
        "triệu",
        "tỷ",
        "nghìn",
        "người",
        "tổng số",
        "số",
        "điểm",
        "tiết",
        "buổi",
        "km",
        "ha",
    ];
    // "ngày 15/8 người dân …" is a day all the same
    let day_word = word.is_some() && text[here..end].contains('/');
    if years.is_some()
        || starts_with(text, end, &counted).is_some() && !day_word
        || text[end..].starts_with('%')
    {
        return None;
    }
    let told =
        word.is_some() || lead.part_of_day || lead.weekday || lead.time.is_some() || told_before(text, at);
    let named = word.is_none() && !lead.part_of_day && named_day(text, here);
    (told && !named && !lunar(end)).then(|| Parsed::new(at, end, DateKind::Date, p.into(), "date/day_month"))
}

/// "2/9 năm nay": the end and the shift in years.
fn shifted(text: &str, at: usize) -> Option<(usize, i16)> {
    [("nay", 0), ("ngoái", -1), ("trước", -1), ("sau", 1), ("tới", 1)]
        .iter()
        .find_map(|(w, n)| Some((starts_with(text, at, &[w])?, *n)))
}

/// Whether the place before a bare D/M says that it is a date: a bracket, a preposition, a list of dates.
fn told_before(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ');
    if before.ends_with('(') {
        return text[at..].find(')').is_some_and(|i| i <= 8);
    }
    ends_with(
        text,
        at,
        &["từ", "đến", "trước", "sau", "tới", "hết", "ngày", "kể từ", "đến hết", "tính đến", "vào", "hôm"],
    )
    .is_some()
}

/// A day that names a street, a movement or a holiday: "đường 30/4", "dịp 2/9".
fn named_day(text: &str, at: usize) -> bool {
    const NAMES: [&str; 30] = [
        "đường",
        "phố",
        "công viên",
        "phong trào",
        "cầu",
        "sân",
        "quảng trường",
        "dịp",
        "lễ",
        "nghỉ lễ",
        "tết",
        "mừng",
        "chào mừng",
        "kỷ niệm",
        "quốc khánh",
        "giải",
        "giải thưởng",
        "trường",
        "xã",
        "phường",
        "nhà máy",
        "khu",
        "đoàn",
        "tỉnh lộ",
        "hẻm",
        "ngõ",
        "số nhà",
        "phụ nữ",
        "nhà giáo",
        "liệt sĩ",
    ];
    ends_with(text, at, &NAMES).is_some()
}

/// "30 tháng 6", with its year if one follows.
fn spelled(text: &str, at: usize, day: u8, month_at: usize) -> Option<Parsed> {
    let here = skip(text, month_at);
    let (end, month) = calendar::two_digits(text, here, 12).or_else(|| calendar::month_word(text, here))?;
    let (end, year) = year_after(text, end);
    calendar::valid_day(year, month, day)
        .then(|| Parsed::new(at, end, DateKind::Date, Point::day(year, month, day).into(), "date/spelled"))
}

/// "năm 2020", "/2020", "-2020" or ", 2020" after a month.
fn year_after(text: &str, end: usize) -> (usize, Option<i16>) {
    let next = skip_inline(text, end);
    let next = if text[next..].starts_with([',', '.']) { next + 1 } else { next };
    let worded = starts_with(text, next, &["năm"]).and_then(|e| calendar::year(text, skip(text, e)));
    let joined = || {
        let here = skip_inline(text, end);
        let sign = text[here..].starts_with(['/', '-']).then_some(here + 1)?;
        calendar::plain_year(text, skip_inline(text, sign))
    };
    worded.or_else(joined).map_or((end, None), |(e, y)| (e, Some(y)))
}

/// "tháng 6 năm 2020", "tháng 6/2020", "6/2020".
fn month(text: &str, at: usize) -> Option<Parsed> {
    let make = |end, p: Point, rule| Some(Parsed::new(at, end, DateKind::Month, p.into(), rule));
    let Some(after) = starts_with(text, at, &["tháng"]) else {
        let (end, p) = calendar::month_year(text, at)?;
        let symbol = text[end..].starts_with(['/', '-']) && text[end + 1..].starts_with(char::is_alphabetic);
        return if symbol { None } else { make(end, p, "date/month") };
    };
    let here = skip(text, after);
    if let Some((end, p)) = calendar::month_year(text, here) {
        return make(end, p, "date/month");
    }
    if let Some((end, m)) = calendar::two_digits(text, here, 12) {
        let decimal =
            text[end..].starts_with([',', '.']) && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
        if decimal || text[end..].starts_with(['%', '/']) {
            return None;
        }
        let (end, year) = year_after(text, end);
        return make(end, Point::month(year, m), "date/month");
    }
    let january = || {
        starts_with(text, here, &["một"])
            .filter(|_| ends_with(text, at, &["hồi", "vào", "từ", "đến", "đầu", "cuối"]).is_some())
            .map(|e| (e, 1))
    };
    let (end, m) = calendar::month_word(text, here).or_else(january)?;
    if starts_with(text, end, &["âm lịch"]).is_some() || matches!(&text[here..end], "giêng" | "chạp") {
        return None;
    }
    // "tháng năm 2018" is no May; "tháng hai lần" no February
    if &text[here..end] == "năm"
        || starts_with(text, end, &["lần", "kỳ", "buổi", "mươi", "tuần", "ngày"]).is_some()
    {
        return None;
    }
    let (end, year) = year_after(text, end);
    make(end, Point::month(year, m), "date/month_word")
}

/// "quý III/2020", "quý I".
fn quarter(text: &str, at: usize) -> Option<Parsed> {
    let after = starts_with(text, at, &["quý", "quí"])?;
    let (end, q) = calendar::quarter(text, skip(text, after))?;
    if text[end..].starts_with(',') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (end, year) = year_after(text, end);
    let value = Point { year, part: Part::Quarter(q), time: None };
    Some(Parsed::new(at, end, DateKind::Quarter, value.into(), "date/quarter"))
}

/// "năm 2015"; also "năm2019" typed together.
fn year(text: &str, at: usize) -> Option<Parsed> {
    let after = starts_with(text, at, &["năm"]).or_else(|| {
        text[at..].strip_prefix("năm").filter(|r| r.starts_with(['1', '2'])).map(|_| at + "năm".len())
    })?;
    let (end, y) = calendar::year(text, skip(text, after))?;
    if text[end..].starts_with(['/', '%']) {
        return None;
    }
    Some(Parsed::new(at, end, DateKind::Year, Point::year(y).into(), "date/year"))
}

/// "dịp 2/9", "đường 30/4": a day that is a name, whose digits count nothing either.
pub(super) fn named(text: &str, at: usize) -> Option<crate::span::Span> {
    let (end, _) = calendar::day_month(text, at)?;
    let plain = !text[at..end].contains(' ')
        && starts_with(text, end, &["xã", "số", "tổng số", "hộ", "thôn", "người", "đại biểu", "huyện"])
            .is_none();
    (plain && named_day(text, at)).then(|| crate::span::Span::new(at, end))
}
