//! The noun phrase before a verb: who gives, or who is given.

use super::sheet::Sheet;
use crate::grammar::{calendar, name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, skip, starts_with};

/// Titles of office that stand after a person's name, or before it.
pub(super) const POSTS: [&str; 22] = [
    "chủ tịch",
    "phó chủ tịch",
    "bí thư",
    "phó bí thư",
    "giám đốc",
    "phó giám đốc",
    "trưởng",
    "phó trưởng",
    "ủy viên",
    "uỷ viên",
    "bộ trưởng",
    "thứ trưởng",
    "hiệu trưởng",
    "tổng giám đốc",
    "thủ tướng",
    "phó thủ tướng",
    "chánh",
    "phó chánh",
    "chỉ huy",
    "chính ủy",
    "tổng thư ký",
    "viện trưởng",
];

/// Words that address a person.
pub(super) const PERSONS: [&str; 18] = [
    "đồng chí",
    "các đồng chí",
    "đ/c",
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "thầy",
    "cô",
    "nhà giáo",
    "bác sĩ",
    "đại tá",
    "thượng tá",
    "trung tá",
    "thiếu tướng",
    "trung tướng",
    "thiếu tá",
];

/// Words that open a phrase of time, place or manner before the subject.
const ADVERBIALS: [&str; 48] = [
    "tại",
    "trong",
    "nhân",
    "dịp",
    "ngày",
    "năm",
    "sau",
    "trước",
    "từ",
    "với",
    "theo",
    "bên cạnh",
    "ngoài",
    "ngoài ra",
    "cùng với",
    "cùng",
    "đồng thời",
    "kết thúc",
    "qua",
    "để",
    "nhằm",
    "vì",
    "hằng năm",
    "hàng năm",
    "ở",
    "đến",
    "sáng",
    "chiều",
    "tối",
    "vừa qua",
    "mới đây",
    "kết quả",
    "ghi nhận",
    "căn cứ",
    "trước đó",
    "riêng",
    "đặc biệt",
    "cụ thể",
    "cuối",
    "đầu",
    "giai đoạn",
    "nhiệm kỳ",
    "trên cơ sở",
    "nhờ",
    "thực hiện",
    "xét",
    "về",
    "hưởng ứng",
];

/// Words that join a clause to the one before it.
const JOINTS: [&str; 16] = [
    "và",
    "đồng thời",
    "trong đó",
    "trong đó có",
    "ngoài ra",
    "có",
    "đã có",
    "riêng",
    "cùng với đó",
    "bên cạnh đó",
    "theo đó",
    "hiện có",
    "còn",
    "nhưng",
    "song",
    "mà",
];

/// The noun phrase that ends before the verb at `at`; `None` where the clause leaves it out.
pub(super) fn before(sheet: &Sheet<'_>, from: usize, at: usize) -> Option<Span> {
    let flat = sheet.flat();
    let from = clause(sheet, from, at);
    let end = sheet.before_adverbs(from, at);
    if end <= from {
        return None;
    }
    let (from, end) = (from, apposed(sheet, from, end));
    let asked = sheet
        .cues(from, end)
        .iter()
        .rev()
        .find(|c| matches!(c.role, Role::Proposes | Role::Plans | Role::Gives | Role::Gets));
    if let Some(cue) = asked.filter(|c| matches!(c.role, Role::Proposes | Role::Plans)) {
        let start = skip(flat, cue.end);
        return (start < end).then(|| Span::new(start, end));
    }
    // an earlier verb of the clause: its subject holds where nothing stands after it
    let earlier = sheet.cues(from, end).iter().rev().find(|c| matches!(c.role, Role::Gives | Role::Gets));
    let mut start = from;
    if let Some(cue) = earlier {
        let rest = sheet.words(cue.end, end);
        let joint = rest.rfind(", ").map(|i| i + 2).max(rest.rfind(" và ").map(|i| i + " và ".len()));
        let own = joint.map(|i| strip(sheet, cue.end + i, end)).filter(|s| *s < end && begins(sheet, *s));
        match own {
            Some(own) => start = own,
            None => return before(sheet, from, cue.start),
        }
    }
    let start = pieces(sheet, start, end);
    let start = strip(sheet, start, end);
    let start = after_and(sheet, start, end);
    // "lãnh đạo tỉnh đã thưởng …": an adverb inside ends the subject
    let inner = [" đã ", " vừa ", " cũng đã "].iter().filter_map(|w| sheet.words(start, end).find(w)).min();
    let end = inner.map_or(end, |i| start + i);
    let adverbial = starts_with(flat, start, &ADVERBIALS).is_some()
        && !name::is_capital(sheet.page.shown(), start)
        || starts_with(
            flat,
            start,
            &["sau", "theo", "tại", "trong", "nhân dịp", "với", "từ", "để", "ngoài", "bên cạnh"],
        )
        .is_some();
    (start < end && !adverbial && flat[start..end].chars().any(char::is_alphabetic))
        .then(|| Span::new(start, end))
}

/// "bà Nhạn, giáo viên trường làng, được tặng": the words between two commas only say more of the one before.
fn apposed(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let words = sheet.words(from, end);
    if !words.ends_with(',') {
        return end;
    }
    let inner = words[..words.len() - 1].rfind(", ").map(|i| from + i);
    let before = inner.map(|at| pieces(sheet, from, at));
    match (inner, before) {
        (Some(at), Some(start))
            if begins(sheet, strip(sheet, start, at))
                && !(sheet.flat()[start..at].starts_with(|c: char| c.is_ascii_digit())) =>
        {
            at
        }
        _ => end - 1,
    }
}

/// Whether a noun phrase of its own begins at `at`: a body, a capital, a number.
fn begins(sheet: &Sheet<'_>, at: usize) -> bool {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    name::is_capital(shown, at)
        || sheet.page.lexicon.body_names.at(flat, shown, at).is_some()
        || flat[at..].starts_with(|c: char| c.is_ascii_digit())
        || starts_with(flat, at, &PERSONS).is_some()
}

/// Where the clause begins: after a colon, a semicolon, a list mark.
fn clause(sheet: &Sheet<'_>, from: usize, at: usize) -> usize {
    let words = sheet.words(from, at);
    let mut start = from;
    for (i, c) in words.char_indices() {
        let dash = matches!(c, '-' | '–' | '+' | '•' | '*')
            && words[..i].trim_end_matches(' ').len() < i.max(1)
            && (i == 0 || words[..i].ends_with([' ', '\n']));
        let list = dash && words[..i].trim().len() < 3;
        if matches!(c, ':' | ';' | '\n') || c == '(' && !words[i..].contains(')') || list {
            start = from + i + c.len_utf8();
        }
    }
    let start = skip(sheet.flat(), start);
    numbered(sheet.flat(), start)
}

/// "1. ", "a) " at the beginning of a line.
fn numbered(flat: &str, at: usize) -> usize {
    let label: String = flat[at..].chars().take_while(|c| !c.is_whitespace()).take(5).collect();
    let mark = label.ends_with(['.', ')'])
        && label.chars().count() <= 4
        && label[..label.len() - 1].chars().all(|c| c.is_ascii_digit() || c.is_alphabetic());
    if mark { skip(flat, at + label.len()) } else { at }
}

/// From the last comma on, with the commas that stand inside a noun phrase.
fn pieces(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let flat = sheet.flat();
    let depth = |at: usize| flat[from..at].matches('(').count() > flat[from..at].matches(')').count();
    let commas: Vec<usize> =
        flat[from..end].match_indices(", ").map(|(i, _)| from + i).filter(|at| !depth(*at)).collect();
    let mut start = commas.last().map_or(from, |c| skip(flat, c + 1));
    for i in (0..commas.len()).rev() {
        let left = if i == 0 { from } else { skip(flat, commas[i - 1] + 1) };
        if !joined(sheet, left, start, end) {
            break;
        }
        start = left;
    }
    start
}

/// Whether the piece before a comma and the one after it make one noun phrase.
fn joined(sheet: &Sheet<'_>, left: usize, right: usize, end: usize) -> bool {
    let flat = sheet.flat();
    let shown = sheet.page.shown();
    let left = strip(sheet, left, right);
    let post = starts_with(flat, right, &POSTS).is_some();
    let person = starts_with(flat, left, &PERSONS).is_some() || starts_with(flat, left, &POSTS).is_some();
    let unit = |at: usize| sheet.page.lexicon.unit_names.at(flat, shown, at).is_some();
    let counted = numeral::number(flat, left)
        .is_some_and(|n| n.digits && (unit(skip(flat, n.end)) || flat[n.end..].starts_with('%')));
    let noun = sheet.page.lexicon.unit_names.at(flat, shown, right).is_some()
        || numeral::number(flat, right).is_some_and(|n| n.digits);
    let item = |at: usize| begins(sheet, at) || sheet.page.lexicon.unit_names.at(flat, shown, at).is_some();
    let listed = sheet.words(right, end).contains(" và ") && item(left) && item(right);
    let adverbial = starts_with(flat, left, &ADVERBIALS).is_some();
    post && (person || name::is_capital(shown, left)) && !adverbial
        || counted && noun && !adverbial
        || listed && !adverbial
}

/// Past joints and phrases of time before a subject.
fn strip(sheet: &Sheet<'_>, at: usize, end: usize) -> usize {
    const TIMES: [&str; 14] = [
        "hằng năm",
        "hàng năm",
        "mỗi năm",
        "hằng quý",
        "hằng tháng",
        "trước đó",
        "kết thúc năm học",
        "cuối năm",
        "năm học",
        "trong năm",
        "năm qua",
        "dịp này",
        "cùng ngày",
        "trong dịp này",
    ];
    let flat = sheet.flat();
    let year = starts_with(flat, at, &["năm", "trong năm", "đến năm", "từ năm"])
        .and_then(|e| calendar::year(flat, skip(flat, e)))
        .map(|(e, _)| e);
    let run = numeral::number(flat, at)
        .and_then(|n| starts_with(flat, n.end, &["năm liền", "năm liên tục", "năm liên tiếp"]))
        .map(|e| {
            let noted = flat[skip(flat, e)..].starts_with('(');
            let close = flat[e..end.max(e)].find(')').filter(|_| noted);
            close.map_or(e, |i| e + i + 1)
        });
    let Some(next) = run.or(year).or_else(|| starts_with(flat, at, &TIMES)).or_else(|| joint(sheet, at))
    else {
        return at;
    };
    let next = skip(flat, next);
    let next = if flat[next..].starts_with(',') { skip(flat, next + 1) } else { next };
    if next >= end { end } else { strip(sheet, next, end) }
}

/// A joint at `at`; "Riêng" is one, "Có" before a name too.
fn joint(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    starts_with(sheet.flat(), at, &JOINTS)
}

/// "… và Thủ tướng Chính phủ tặng": a clause that "và" begins has its own giver.
fn after_and(sheet: &Sheet<'_>, start: usize, end: usize) -> usize {
    let (flat, shown, lexicon) = (sheet.flat(), sheet.page.shown(), sheet.page.lexicon);
    let Some(at) = sheet.words(start, end).rfind(" và ") else { return start };
    let next = start + at + " và ".len();
    let body = |at: usize| lexicon.body_names.at(flat, shown, at).is_some();
    let whole = (body(start) || name::is_capital(shown, start))
        && sheet.name_end(start).is_some_and(|e| e + 1 >= start + at);
    let own = body(next) && sheet.name_end(next).is_some_and(|e| e >= back(flat, end));
    if own && !whole { next } else { start }
}
