//! Numbers that count nothing: ordinals, names, list numbers, scores, phones.

use super::Page;
use crate::grammar::name::is_capital;
use crate::span::Span;
use crate::text::space::{back, back_inline, ends_with, skip_inline, word_before};

/// Words after which a number is an ordinal or a name.
const NAMING: [&str; 84] = [
    "thứ",
    "lần thứ",
    "khóa",
    "khoá",
    "điều",
    "khoản",
    "mục",
    "chương",
    "quận",
    "phường",
    "quốc lộ",
    "tỉnh lộ",
    "hương lộ",
    "đường",
    "ql",
    "tl",
    "dt",
    "đt",
    "km",
    "tầng",
    "trang",
    "bài",
    "câu",
    "hình",
    "bảng",
    "biểu",
    "phụ lục",
    "cấp",
    "hạng",
    "loại",
    "bậc",
    "lô",
    "kênh",
    "vtv",
    "phiên bản",
    "vòng",
    "tuyến",
    "dãy",
    "ngõ",
    "hẻm",
    "ngách",
    "kiệt",
    "số nhà",
    "nhà số",
    "điện thoại",
    "tel",
    "fax",
    "hotline",
    "tài khoản",
    "stk",
    "mã",
    "mã số",
    "iso",
    "thế kỷ",
    "thế kỉ",
    "giai đoạn",
    "đợt",
    "kỳ",
    "ki ốt",
    "toa",
    "ghế",
    "cổng",
    "bến",
    "cảng",
    "lữ đoàn",
    "sư đoàn",
    "trung đoàn",
    "tiểu đoàn",
    "đại đội",
    "quân khu",
    "binh đoàn",
    "quân đoàn",
    "khu phố",
    "ấp",
    "khóm",
    "khu",
    "xóm",
    "covid",
    "đại hội",
    "top",
    "nhóm máu",
    "mẫu",
    "mức độ",
    "trung ương",
];

/// Words after which a number is a name unless persons follow it: "tổ 3", "nhóm 6 người".
const GROUPS: [&str; 9] = ["tổ", "lớp", "đội", "nhóm", "khối", "phòng", "tập", "phần", "thôn"];

/// Whether the number is not a count, whatever follows it.
pub(super) fn excluded(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    glued(text, number) || list_number(text, number) || phone(text, number) || numbered(page, number)
}

/// "U23", "12A", "Covid-19", "4:3", "V/v 12": a part of a longer sign.
fn glued(text: &str, number: Span) -> bool {
    let before = text[..number.start].chars().next_back();
    let letter_dash = || {
        let rest = text[..number.start].trim_end_matches(['-', '/', '.']);
        rest.len() < number.start && rest.ends_with(|c: char| c.is_alphanumeric())
    };
    let after = text[number.end..].chars().next();
    let tail = || text[number.end..].chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    before.is_some_and(char::is_alphabetic) && !typed_together(text, number)
        || matches!(before, Some('-' | '/' | '.' | ':' | '_' | '@' | '#'))
            && (letter_dash() || before == Some('#'))
        || matches!(after, Some(':')) && tail()
        || matches!(after, Some('_' | '@'))
}

/// "năm2019" is handled by dates; "có05" is a slip of typing that keeps the number.
fn typed_together(text: &str, number: Span) -> bool {
    word_before(text, number.start)
        .is_some_and(|w| matches!(&text[w.range()], "có" | "được" | "hành" | "và" | "gồm"))
}

/// "1.", "2)", "(3)", "a.1", "1.2." at the head of a line or in brackets.
fn list_number(text: &str, number: Span) -> bool {
    let start = back_inline(text, number.start);
    let head = start == 0 || text[..start].ends_with('\n');
    let after = &text[number.end..];
    let mark = after.starts_with(['.', ')', '/']) && !after[1..].starts_with(|c: char| c.is_ascii_digit());
    let short = number.end - number.start <= 3;
    if head
        && short
        && mark
        && (after.starts_with(')') || after[1..].starts_with([' ', '\t', '\n']) || after.starts_with("/ "))
    {
        return true;
    }
    let enumerated = text[..start].ends_with([':', ';', '.'])
        && number.end - number.start <= 2
        && after.starts_with(". ")
        && !text[..number.start].ends_with(|c: char| c.is_ascii_digit() || c == '.');
    if enumerated {
        return true;
    }
    let outline = head
        && number.end - number.start <= 6
        && text[number.range()].contains('.')
        && !text[number.range()].contains(',');
    if outline && (after.starts_with('.') || text[number.range()].split('.').all(|p| p.len() <= 2)) {
        return true;
    }
    let bracket =
        text[..number.start].ends_with('(') && after.starts_with(')') && number.end - number.start <= 2;
    bracket
        || short
            && after.starts_with(')')
            && !text[..number.start].rsplit(['.', '\n']).next().unwrap_or_default().contains('(')
}

/// "0912 345 678", "0218.3856.123", and codes of ten digits or more.
fn phone(text: &str, number: Span) -> bool {
    let run = text[number.start..].bytes().take_while(u8::is_ascii_digit).count();
    let zero = text[number.start..].starts_with('0');
    let long = run >= 10 && !text[number.end..].trim_start().starts_with(['đ', '%']);
    let before = text[..number.start].trim_end_matches([' ', '.', '-']);
    let grouped = before.len() < number.start && before.ends_with(|c: char| c.is_ascii_digit()) && {
        let head = before
            .rsplit(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' ' | '-')))
            .next()
            .unwrap_or_default();
        head.trim_start().starts_with('0') && head.bytes().filter(u8::is_ascii_digit).count() >= 3
    };
    zero && run >= 3 || long || grouped
}

/// "Điều 5", "lần thứ 7", "số 1", "ATP 500".
fn numbered(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    if back(text, number.start) != back_inline(text, number.start) {
        return false;
    }
    if ends_with(text, number.start, &NAMING).is_some() {
        // "đường 5 km", "cấp 30 suất": a noun that the lexicon knows makes it a count again for verbs
        return !(ends_with(
            text,
            number.start,
            &[
                "cấp",
                "khu",
                "đường",
                "đợt",
                "kỳ",
                "loại",
                "bài",
                "mã",
                "tuyến",
                "top",
                "mẫu",
                "ghế",
                "câu",
                "trung ương",
                "vòng",
            ],
        )
        .is_some()
            && followed(page, number.end));
    }
    if ends_with(text, number.start, &GROUPS).is_some() {
        return !person_follows(page, number.end);
    }
    let ordinal = ends_with(text, number.start, &["số"]);
    ordinal.is_some_and(|start| {
        ends_with(text, start, &["tổng", "con", "trong", "đa", "một", "chỉ", "với"]).is_none()
            && !followed(page, number.end)
            || ends_with(text, start, &["tiêu chí", "mẫu", "đề án", "nhà", "thửa", "vị trí", "đầu"]).is_some()
    }) || proper(page, number)
}

/// A capitalised name directly before, and no counted noun after: "Masters 1000".
fn proper(page: Page<'_>, number: Span) -> bool {
    let Some(w) = word_before(page.folded(), number.start) else { return false };
    let lead =
        word_before(page.folded(), w.start).is_some() || page.folded()[..w.start].ends_with(['(', '“', '"']);
    is_capital(page.shown(), w.start)
        && lead
        && !followed(page, number.end)
        && !page.folded()[number.end..].starts_with('%')
}

/// Whether a noun or unit that the lexicon knows follows.
fn followed(page: Page<'_>, end: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip_inline(text, end);
    page.lexicon.unit_names.at(text, shown, at).is_some()
        || page.lexicon.measure_names.at(text, shown, at).is_some()
        || page.lexicon.document_names.at(text, shown, at).is_some()
        || crate::grammar::numeral::scale_word(text, end).is_some()
}

fn person_follows(page: Page<'_>, end: usize) -> bool {
    let at = skip_inline(page.folded(), end);
    let unit = page.lexicon.unit_names.at(page.folded(), page.shown(), at);
    unit.is_some_and(|(_, i)| page.lexicon.units[i].unit == "person")
}
