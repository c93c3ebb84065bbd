//! What a number counts: the unit, the head noun and the noun phrase after it.

use super::Page;
use crate::fact::Measure;
use crate::span::Span;
use crate::text::space::{is_edge, skip, skip_inline, starts_with, word};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What stands after a number.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    pub measure: Measure,
    pub unit: Cow<'static, str>,
    /// The head noun; an empty span where there is none.
    pub noun: Span,
    /// End of the sign of a unit, which belongs to the span of the number; of a noun it does not.
    pub sign_end: Option<usize>,
    pub scale: Option<u64>,
    pub rule: &'static str,
}

/// Words that no noun phrase begins with, so that a bare number before them counts nothing.
const STOP: [&str; 145] = [
    "và", "hoặc", "là", "thì", "của", "với", "cho", "để", "vào", "ở", "tại", "trong", "ngoài", "từ", "đến",
    "tới", "được", "bị", "đã", "đang", "sẽ", "có", "không", "cũng", "này", "kia", "đó", "ấy", "ra", "lên",
    "xuống", "về", "theo", "khi", "nếu", "do", "bởi", "vì", "nên", "mà", "như", "so", "trên", "dưới", "sau",
    "trước", "giữa", "còn", "chỉ", "đạt", "tăng", "giảm", "chiếm", "thuộc", "bằng", "qua", "rồi", "nữa",
    "hơn", "nhưng", "tuy", "song", "cùng", "vẫn", "mới", "đều", "rất", "quá", "hay", "hết", "xong", "nhằm",
    "gồm", "bao", "cả", "tức", "gần", "khoảng", "ngay", "luôn", "lại", "đi", "các", "những", "mỗi", "từng",
    "một", "hai", "nghìn", "triệu", "tỷ", "phải", "cần", "muốn", "thực", "quyết", "nêu", "tiếp", "tham",
    "triển", "tổ", "phục", "nhất", "nhì", "thông", "nơi", "đây", "ai", "gì", "đâu", "sao", "thế", "vậy",
    "việt", "hoàn", "góp", "khiến", "giúp", "nay", "đủ", "trở", "kể", "đầu", "cuối", "mất", "vừa", "bắt",
    "sắp", "nhân", "cách", "phối", "đối", "xếp", "hiện", "trực", "hoạt", "ước", "bình", "toàn", "dự", "yêu",
    "sạch", "trị", "tốt", "giỏi",
];

/// Words between a number and its noun that are skipped: "3 nhiều", "30 trong tổng số".
const BETWEEN: [&str; 8] =
    ["tổng số", "số", "trong tổng số", "các", "của tổng số", "tổng", "toàn bộ", "lượng"];

/// Reads what stands after a number that ends at `end`.
pub(super) fn counted(page: Page<'_>, end: usize, digits: bool) -> Option<Counted> {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip(text, end);
    let at = text[at..].chars().next().filter(|c| matches!(c, '“' | '"')).map_or(at, |c| at + c.len_utf8());
    let lexicon = page.lexicon;
    let measure = lexicon.measure_names.at(text, shown, at);
    let unit = lexicon.unit_names.at(text, shown, at);
    let document = lexicon.document_names.at(text, shown, at).filter(|(e, _)| !verbal(text, *e));
    let award = lexicon.award_names.at(text, shown, at).filter(|(_, i)| !lexicon.awards[*i].weak);
    let longest = [measure, unit, document, award].into_iter().flatten().map(|(e, _)| e).max();
    // "ba ngày công đoàn": the last word of a longer form begins another one
    let longest =
        longest.map(|l| measure.filter(|(e, _)| *e < l && overlapping(page, at, l)).map_or(l, |(e, _)| e));
    let Some(longest) = longest else { return if digits { unknown(page, at) } else { None } };
    let span = Span::new(at, longest);
    if let Some((_, i)) = measure.filter(|(e, _)| *e == longest) {
        return Some(measured(page, &lexicon.measures[i], span));
    }
    let (unit, rule) = if let Some((_, i)) = document.filter(|(e, _)| *e == longest) {
        (document_unit(&lexicon.documents[i].id), "count/document")
    } else if let Some((_, i)) = unit.filter(|(e, _)| *e == longest) {
        (lexicon.units[i].unit.clone(), "count/noun")
    } else {
        ("award".to_owned(), "count/award")
    };
    Some(Counted {
        measure: Measure::Count,
        unit: unit.into(),
        noun: span,
        sign_end: None,
        scale: None,
        rule,
    })
}

/// Whether the last word of a form, with what follows it, is a form of its own: "công đoàn".
fn overlapping(page: Page<'_>, at: usize, end: usize) -> bool {
    let text = page.folded();
    let Some(last) = crate::text::space::word_before(text, end).filter(|w| w.start > at) else {
        return false;
    };
    page.lexicon.unit_names.at(text, page.shown(), last.start).is_some_and(|(e, _)| e > end)
}

/// Kinds that only citations know are no units of counts.
fn document_unit(id: &str) -> String {
    match id {
        "ordinance" | "order" | "official_telegram" | "party_circular" | "state_decree" => "other".to_owned(),
        _ => id.to_owned(),
    }
}

/// "quyết định điều chỉnh", "báo cáo rằng": the word is a verb here.
fn verbal(text: &str, end: usize) -> bool {
    starts_with(text, end, &["rằng", "là", "khung", "rõ", "này"]).is_some()
}

fn measured(page: Page<'_>, entry: &crate::lexicon::Measure, span: Span) -> Counted {
    let text = page.folded();
    let measure = match entry.measure.as_str() {
        "percent" => Measure::Percent,
        "money" => Measure::Money,
        "duration" => Measure::Duration,
        "ratio" => Measure::Count,
        _ => Measure::Physical,
    };
    let none = Span::new(span.end, span.end);
    let noun = match measure {
        Measure::Duration => text[span.range()].find("tuổi").map_or(none, |at| {
            let start = span.start + at;
            Span::new(start, start + "tuổi".len())
        }),
        Measure::Count => span,
        Measure::Percent => share(page, span.end).unwrap_or(none),
        Measure::Physical => stuff(page, span.end).unwrap_or(none),
        _ => none,
    };
    let sign_end = if measure == Measure::Count { None } else { Some(span.end) };
    let rule = match measure {
        Measure::Percent => "count/percent",
        Measure::Money => "count/money",
        Measure::Duration => "count/duration",
        Measure::Count => "count/times",
        _ => "count/physical",
    };
    Counted { measure, unit: entry.unit.clone().into(), noun, sign_end, scale: entry.scale, rule }
}

/// What a percentage is a share of, where a noun follows at once.
fn share(page: Page<'_>, at: usize) -> Option<Span> {
    let (text, shown) = (page.folded(), page.shown());
    let mut here = skip_inline(text, at);
    while let Some(end) = starts_with(text, here, &BETWEEN) {
        here = skip(text, end);
    }
    let found = page.lexicon.unit_names.at(text, shown, here);
    let found = found.or_else(|| page.lexicon.document_names.at(text, shown, here));
    if let Some((end, _)) = found {
        return Some(Span::new(here, end));
    }
    // "87% tổng số đăng ký": the words for the whole are the noun
    if here > skip_inline(text, at) {
        let start = skip_inline(text, at);
        return Some(Span::new(start, start + text[start..here].trim_end().len()));
    }
    noun_words(page, here).filter(|n| !time_word(&text[n.range()]))
}

fn time_word(words: &str) -> bool {
    matches!(words.split(' ').next(), Some("năm" | "tháng" | "ngày" | "quý" | "tuần" | "giờ" | "lần" | "mỗi"))
}

/// "10,5 tấn vàng", "215 km đường": what is measured.
fn stuff(page: Page<'_>, at: usize) -> Option<Span> {
    let (text, shown) = (page.folded(), page.shown());
    let here = skip_inline(text, at);
    if here == at {
        return None;
    }
    if let Some((end, _)) = page.lexicon.unit_names.at(text, shown, here) {
        return Some(Span::new(here, end));
    }
    noun_words(page, here).filter(|n| !time_word(&text[n.range()]))
}

/// A noun that the lexicon does not know, after a number in digits.
fn unknown(page: Page<'_>, at: usize) -> Option<Counted> {
    let noun = noun_words(page, at)?;
    Some(Counted {
        measure: Measure::Count,
        unit: "other".into(),
        noun,
        sign_end: None,
        scale: None,
        rule: "count/unknown",
    })
}

/// One or two lower-case words that may be a noun.
fn noun_words(page: Page<'_>, at: usize) -> Option<Span> {
    let (text, shown) = (page.folded(), page.shown());
    let first = word(text, at).filter(|w| w.start == at)?;
    let plain = |w: &Span| {
        let words = &text[w.range()];
        let lower = !crate::grammar::name::is_capital(shown, w.start);
        lower && words.chars().all(char::is_alphabetic) && !STOP.contains(&words)
    };
    if !plain(&first) || first.end - first.start < 2 && is_edge(text, first.end) {
        return None;
    }
    let next = word(text, first.end).filter(|w| w.start == first.end + 1 && plain(w));
    let follows = next.filter(|w| {
        page.lexicon.unit_names.at(text, shown, w.start).is_none()
            && page.lexicon.measure_names.at(text, shown, w.start).is_none()
    });
    Some(follows.map_or(first, |w| Span::new(first.start, w.end)))
}

/// The end of the noun phrase that begins with a noun.
pub(super) fn phrase_end(page: Page<'_>, noun: Span) -> usize {
    const END: [&str; 46] = [
        "và", "hoặc", "là", "của", "với", "cho", "để", "vào", "ở", "tại", "trong", "từ", "đến", "được", "đã",
        "đang", "sẽ", "có", "về", "theo", "khi", "do", "vì", "so", "trên", "đạt", "tăng", "giảm", "chiếm",
        "thuộc", "bằng", "qua", "gồm", "tham", "như", "nhằm", "này", "đó", "còn", "bị", "trị", "mỗi", "cùng",
        "nên", "thì", "nhưng",
    ];
    let text = page.folded();
    let mut end = noun.end;
    for _ in 0..10 {
        let next = skip_inline(text, end);
        let quote = text[next..].chars().next().filter(|c| matches!(c, '“' | '"'));
        if let Some(open) = quote {
            let close = if open == '“' { '”' } else { '"' };
            let Some(len) = text[next + open.len_utf8()..].find(close).filter(|len| *len < 120) else {
                break;
            };
            end = next + open.len_utf8() + len + close.len_utf8();
            continue;
        }
        let Some(w) = word(text, next).filter(|w| w.start == next && next > end) else { break };
        if END.contains(&&text[w.range()]) && !(text[w.range()] == *"được" && text[..end].ends_with("đã"))
            || text[w.range()].starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        end = w.end;
    }
    end
}

/// "(hai)" after "02", and a figure in brackets after words: the place after it.
pub(super) fn double_writing(text: &str, end: usize, value: Decimal) -> usize {
    let open = skip_inline(text, end);
    if !text[open..].starts_with('(') {
        return end;
    }
    let Some(inner) = crate::grammar::numeral::number(text, open + 1) else { return end };
    let close = skip_inline(text, inner.end);
    if inner.value == value && text[close..].starts_with(')') { close + 1 } else { end }
}
