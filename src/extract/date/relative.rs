//! Recurrences ("hằng năm") and expressions that lean on the document's date ("năm trước").

use super::Parsed;
use crate::fact::{DateKind, Edtf, Lean};
use crate::text::space::{ends_with, starts_with};

const SETS: [(&str, char); 21] = [
    ("hằng năm", 'Y'),
    ("hàng năm", 'Y'),
    ("mỗi năm", 'Y'),
    ("từng năm", 'Y'),
    ("thường niên", 'Y'),
    ("hằng quý", 'Q'),
    ("hàng quý", 'Q'),
    ("mỗi quý", 'Q'),
    ("hằng tháng", 'M'),
    ("hàng tháng", 'M'),
    ("mỗi tháng", 'M'),
    ("từng tháng", 'M'),
    ("hằng tuần", 'W'),
    ("hàng tuần", 'W'),
    ("mỗi tuần", 'W'),
    ("cuối tuần hằng tuần", 'W'),
    ("hằng ngày", 'D'),
    ("hàng ngày", 'D'),
    ("mỗi ngày", 'D'),
    ("từng ngày", 'D'),
    ("từng tuần", 'W'),
];

/// "hằng năm", "mỗi tháng".
pub(super) fn set(text: &str, at: usize) -> Option<Parsed> {
    let (end, unit) = SETS.iter().find_map(|(form, unit)| Some((starts_with(text, at, &[form])?, *unit)))?;
    if unit == 'Q' {
        return None; // a quarterly recurrence has no value in the tables
    }
    // "mỗi năm học" recurs yearly too; "hàng năm trời" is idle
    if starts_with(text, end, &["trời"]).is_some() {
        return None;
    }
    Some(Parsed::new(at, end, DateKind::Set, Edtf::Set(unit), "date/set"))
}

const FORMS: [(&str, Lean); 69] = [
    ("năm nay", Lean::Year(0)),
    ("năm này", Lean::Other),
    ("năm ngoái", Lean::Year(-1)),
    ("năm qua", Lean::Year(-1)),
    ("năm trước", Lean::Year(-1)),
    ("năm vừa qua", Lean::Year(-1)),
    ("năm vừa rồi", Lean::Year(-1)),
    ("tháng vừa qua", Lean::Month(-1)),
    ("năm kia", Lean::Year(-2)),
    ("năm sau", Lean::Year(1)),
    ("năm tới", Lean::Year(1)),
    ("năm trước đó", Lean::Other),
    ("năm học này", Lean::SchoolYear(0)),
    ("năm học trước", Lean::SchoolYear(-1)),
    ("năm học tới", Lean::SchoolYear(1)),
    ("năm học vừa qua", Lean::SchoolYear(0)),
    ("năm học mới", Lean::SchoolYear(1)),
    ("cuối năm nay", Lean::Year(0)),
    ("đầu năm nay", Lean::Year(0)),
    ("giữa năm nay", Lean::Year(0)),
    ("cuối năm ngoái", Lean::Year(-1)),
    ("đầu năm ngoái", Lean::Year(-1)),
    ("đầu năm sau", Lean::Year(1)),
    ("cuối năm sau", Lean::Year(1)),
    ("đầu năm tới", Lean::Year(1)),
    ("giữa năm ngoái", Lean::Year(-1)),
    ("cuối năm trước", Lean::Year(-1)),
    ("cuối năm", Lean::Year(0)),
    ("đầu năm", Lean::Year(0)),
    ("giữa năm", Lean::Year(0)),
    ("quý này", Lean::Quarter(0)),
    ("quý trước", Lean::Quarter(-1)),
    ("quý sau", Lean::Quarter(1)),
    ("quý tới", Lean::Quarter(1)),
    ("quý qua", Lean::Quarter(-1)),
    ("tháng này", Lean::Month(0)),
    ("tháng trước", Lean::Month(-1)),
    ("tháng qua", Lean::Month(-1)),
    ("tháng sau", Lean::Month(1)),
    ("tháng tới", Lean::Month(1)),
    ("cuối tháng này", Lean::Month(0)),
    ("đầu tháng này", Lean::Month(0)),
    ("giữa tháng này", Lean::Month(0)),
    ("đầu tháng tới", Lean::Month(1)),
    ("cuối tháng trước", Lean::Month(-1)),
    ("tuần này", Lean::Week(0)),
    ("tuần trước", Lean::Week(-1)),
    ("tuần qua", Lean::Week(-1)),
    ("tuần sau", Lean::Week(1)),
    ("tuần tới", Lean::Week(1)),
    ("cuối tuần này", Lean::Week(0)),
    ("cuối tuần trước", Lean::Week(-1)),
    ("cuối tuần qua", Lean::Week(-1)),
    ("đầu tuần này", Lean::Week(0)),
    ("đầu tuần tới", Lean::Week(1)),
    ("cuối tuần", Lean::Week(0)),
    ("đầu tuần", Lean::Week(0)),
    ("hôm nay", Lean::Day(0)),
    ("ngày hôm nay", Lean::Day(0)),
    ("hôm qua", Lean::Day(-1)),
    ("ngày hôm qua", Lean::Day(-1)),
    ("hôm kia", Lean::Day(-2)),
    ("ngày mai", Lean::Day(1)),
    ("hôm sau", Lean::Other),
    ("ngày hôm sau", Lean::Other),
    ("cùng ngày", Lean::Other),
    ("ngày này", Lean::Other),
    ("ngày kia", Lean::Day(2)),
    ("hôm trước", Lean::Other),
];

const PARTS: [&str; 9] =
    ["rạng sáng", "sáng sớm", "sáng", "trưa", "chiều tối", "chiều", "tối", "đêm", "khuya"];

/// Expressions without digits that lean on a date.
pub(super) fn relative(text: &str, at: usize) -> Option<Parsed> {
    if let Some((end, days)) = day_part(text, at) {
        return Some(lean(at, end, days.map_or(Lean::Other, Lean::Day)));
    }
    let mut found: Option<(usize, Lean)> = None;
    for (form, how) in FORMS {
        if let Some(end) =
            starts_with(text, at, &[form]).filter(|end| found.is_none_or(|(best, _)| *end > best))
        {
            found = Some((end, how));
        }
    }
    let (end, how) = found?;
    let bare = matches!(how, Lean::Year(0)) && text[at..end].ends_with("năm");
    if bare
        && (starts_with(text, at, &["đầu năm"]).is_some()
            && starts_with(text, end, &["đến nay", "tới nay"]).is_some())
    {
        let end = starts_with(text, end, &["đến nay", "tới nay"])?;
        return Some(lean(at, end, Lean::Since));
    }
    if bare && starts_with(text, end, &["học", "một", "hai", "ba", "nhiệm", "mươi"]).is_some() {
        return None;
    }
    let idle = match text[at..end].split(' ').next() {
        Some("quý") => ends_with(text, at, &["cao", "kính", "đáng", "phú"]).is_some(),
        Some("ngày") => ends_with(text, at, &["một", "vì"]).is_some() && text[at..end].ends_with("mai"),
        Some("cuối" | "đầu" | "giữa") => starts_with(text, end, &["lớp", "thứ", "cấp"]).is_some(),
        _ => false,
    };
    if idle {
        return None;
    }
    // "trong năm qua", but "những năm qua" and "10 năm qua" are no dates
    let plain = text[at..].starts_with("năm ")
        || text[at..].starts_with("tháng ")
        || text[at..].starts_with("tuần ")
        || text[at..].starts_with("ngày này");
    if plain && counted(text, at) {
        return None;
    }
    if matches!(&text[at..end], "năm sau" | "năm trước" | "tuần sau" | "tháng sau")
        && starts_with(text, end, &["khi", "đó", "này", "ngày"]).is_some()
    {
        return None;
    }
    let rule = if &text[at..end] == "năm qua" { "date/past_year" } else { "date/relative" };
    Some(Parsed { rule, ..lean(at, end, how) })
}

fn lean(start: usize, end: usize, how: Lean) -> Parsed {
    Parsed { lean: Some(how), ..Parsed::new(start, end, DateKind::Relative, Edtf::Unknown, "date/relative") }
}

/// "chiều nay", "tối qua", "sáng mai", "chiều cùng ngày".
fn day_part(text: &str, at: usize) -> Option<(usize, Option<i32>)> {
    let end = starts_with(text, at, &PARTS)?;
    let days = [
        ("nay", Some(0)),
        ("qua", Some(-1)),
        ("mai", Some(1)),
        ("cùng ngày", None),
        ("hôm nay", Some(0)),
        ("hôm qua", Some(-1)),
        ("ngày hôm nay", Some(0)),
        ("ngày hôm qua", Some(-1)),
        ("hôm sau", None),
        ("hôm trước", None),
        ("ngày hôm sau", None),
        ("ngày mai", Some(1)),
    ];
    days.iter().find_map(|(form, days)| Some((starts_with(text, end, &[form])?, *days)))
}

/// Whether a number, or a word for an unknown number, stands before the unit: "10 năm qua".
pub(super) fn counted(text: &str, at: usize) -> bool {
    const VAGUE: [&str; 28] = [
        "những",
        "các",
        "nhiều",
        "mấy",
        "vài",
        "một",
        "hai",
        "ba",
        "bốn",
        "năm",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "mươi",
        "chục",
        "trăm",
        "nửa",
        "lăm",
        "suốt những",
        "hàng chục",
        "bao",
        "từng",
        "mốt",
        "tư",
        "rưỡi",
        "thập",
    ];
    let before = text[..at].trim_end_matches(' ');
    before.ends_with(|c: char| c.is_ascii_digit()) || ends_with(text, at, &VAGUE).is_some()
}
