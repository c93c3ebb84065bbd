//! Words around a number: qualifier, direction of a change, what a rate is per.

use super::Page;
use crate::fact::{Direction, Measure, Qualifier};
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip, skip_inline, starts_with, word};

/// The qualifier, and where the number's phrase begins with it.
pub(super) fn qualifier(page: Page<'_>, start: usize, end: usize) -> (Qualifier, usize) {
    let (text, shown) = (page.folded(), page.shown());
    let after = page.lexicon.quantifier_names.at(text, shown, skip_inline(text, end));
    if let Some((_, i)) = after.filter(|(_, i)| page.lexicon.quantifiers[*i].after) {
        let least = page.lexicon.quantifiers[i].id.starts_with("at_least");
        return (if least { Qualifier::AtLeast } else { Qualifier::AtMost }, start);
    }
    if let Some(kind) = trailing(text, end) {
        return (kind, start);
    }
    let here = back(text, start);
    let here = ends_with(text, here, &["là", "đạt", "có", "được", "tới", "đến", "khoảng"])
        .filter(|s| word_is_bound(page, *s))
        .map_or(here, |s| back(text, s));
    let Some((begin, i)) = page.lexicon.quantifier_names.before(text, shown, here) else {
        return (Qualifier::Exact, start);
    };
    let entry = &page.lexicon.quantifiers[i];
    let words = &text[begin..here];
    if entry.after || spatial(text, begin, words) {
        return (Qualifier::Exact, start);
    }
    let kind = match entry.id.as_str() {
        "approximate" => Qualifier::Approximate,
        "more_than" => Qualifier::MoreThan,
        "at_least" => Qualifier::AtLeast,
        "less_than" => Qualifier::LessThan,
        "at_most" => Qualifier::AtMost,
        _ => Qualifier::Exact,
    };
    (kind, begin)
}

/// "từ 3 mô hình trở lên", "5 lần trúng thưởng hoặc ít hơn": a bound after the noun.
fn trailing(text: &str, end: usize) -> Option<Qualifier> {
    let rest = &text[end..floor(text, end + 60)];
    let clause = rest.split([',', ';', '.', ':', '\n', '(', ')']).next().unwrap_or_default();
    let before = |mark: &str| {
        clause.find(mark).filter(|i| {
            !clause[..*i].contains(|c: char| c.is_ascii_digit())
                && clause[..*i].split_whitespace().count() <= 4
        })
    };
    if before("trở lên").or(before("hoặc nhiều hơn")).is_some() {
        return Some(Qualifier::AtLeast);
    }
    before("trở xuống").or(before("hoặc ít hơn")).map(|_| Qualifier::AtMost)
}

/// Before "đạt" and its like a quantifier still bounds the number: "ước đạt 285 tỷ".
fn word_is_bound(page: Page<'_>, at: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    page.lexicon.quantifier_names.before(text, shown, back(text, at)).is_some_and(|(s, i)| {
        page.lexicon.quantifiers[i].id == "approximate"
            && matches!(&text[s..back(text, at)], "ước" | "ước tính")
            || page.lexicon.quantifiers[i].id == "at_most" && text[s..at].contains("cao")
    })
}

/// "cao hơn 3 lần", "phát huy tối đa 3": words that bound nothing here.
fn spatial(text: &str, begin: usize, words: &str) -> bool {
    let compared = words == "hơn"
        && ends_with(
            text,
            begin,
            &["cao", "thấp", "lớn", "nhỏ", "dài", "ngắn", "sớm", "muộn", "nhanh", "tốt"],
        )
        .is_some();
    let extent = matches!(words, "trên" | "dưới" | "gần")
        && ends_with(text, begin, &["ở", "nằm", "đứng", "diễn ra", "tính"]).is_some();
    let of = words == "trên" && text[..begin].trim_end().ends_with(|c: char| c.is_ascii_digit());
    let fully = words == "tối đa"
        && ends_with(text, begin, &["phát huy", "huy động", "tận dụng", "khai thác"]).is_some();
    compared || extent || of || fully
}

/// "tăng 12%", "giảm 47 vụ", "cao hơn 0,4 điểm": a change, not a level.
pub(super) fn direction(text: &str, start: usize) -> Option<Direction> {
    const UP: [&str; 12] = [
        "tăng",
        "tăng thêm",
        "tăng trưởng",
        "cao hơn",
        "nhiều hơn",
        "vượt",
        "nâng thêm",
        "tăng lên thêm",
        "bổ sung thêm",
        "lớn hơn",
        "tăng bình quân",
        "tăng trên",
    ];
    const DOWN: [&str; 10] = [
        "giảm",
        "thấp hơn",
        "ít hơn",
        "rút ngắn",
        "cắt giảm",
        "giảm bớt",
        "giảm đi",
        "tiết giảm",
        "giảm thêm",
        "sụt giảm",
    ];
    let here = ends_with(
        text,
        start,
        &[
            "được",
            "khoảng",
            "hơn",
            "gần",
            "trên",
            "tới",
            "đến",
            "thêm",
            "lần lượt",
            "từ",
            "đã",
            "ước",
            "dưới",
        ],
    )
    .map_or(start, |s| back(text, s));
    let here =
        if ends_with(text, start, &["cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "tăng thêm"])
            .is_some()
        {
            start
        } else {
            here
        };
    // "tăng từ 3 lên 5" and "tăng đến 15%" state levels
    let levels = ends_with(text, start, &["từ", "đến", "tới", "lên", "còn", "xuống"]).is_some()
        && ends_with(text, here, &["tăng", "giảm"]).is_some();
    if levels && ends_with(text, start, &["từ"]).is_some() {
        return None;
    }
    if ends_with(text, here, &UP).is_some() {
        return (ends_with(text, here, &["gia tăng dân số"]).is_none()).then_some(Direction::Increase);
    }
    ends_with(text, here, &DOWN).map(|_| Direction::Decrease)
}

/// What a rate is per: "/người/năm" after the unit, "mỗi xã" or "bình quân" before it.
pub(super) fn per(page: Page<'_>, start: usize, end: usize, measure: Measure) -> String {
    let text = page.folded();
    let here = skip_inline(text, end);
    if text[here..].starts_with('/') {
        let mut stop = here;
        while text[stop..].starts_with('/') {
            let next = skip_inline(text, stop + 1);
            let found = page
                .lexicon
                .unit_names
                .at(text, page.shown(), next)
                .or_else(|| page.lexicon.measure_names.at(text, page.shown(), next));
            let Some(end) =
                found.map(|(e, _)| e).or_else(|| word(text, next).filter(|w| w.start == next).map(|w| w.end))
            else {
                break;
            };
            stop = end;
        }
        return text[here..stop].trim_start_matches('/').trim().to_owned();
    }
    if let Some(e) = starts_with(text, end, &["mỗi", "một"]).filter(|_| measure == Measure::Money) {
        return word(text, e).map_or_else(String::new, |w| text[w.range()].to_owned());
    }
    each(page, start)
}

/// "mỗi xã xây dựng 5-7 mô hình": the noun after "mỗi" in the same clause.
fn each(page: Page<'_>, start: usize) -> String {
    let (text, shown) = (page.folded(), page.shown());
    let from = floor(text, start.saturating_sub(60));
    let clause = from + text[from..start].rfind([',', ';', '.', ':', '\n']).map_or(0, |i| i + 1);
    let Some(at) = text[clause..start].rfind("mỗi ") else { return String::new() };
    let here = skip(text, clause + at + "mỗi".len());
    let found = page
        .lexicon
        .unit_names
        .at(text, shown, here)
        .or_else(|| page.lexicon.measure_names.at(text, shown, here));
    let digits_between = text[here..start].contains(|c: char| c.is_ascii_digit());
    match found {
        Some((end, _)) if end <= start && !digits_between => text[Span::new(here, end).range()].to_owned(),
        _ => String::new(),
    }
}
