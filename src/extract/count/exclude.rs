//! Numbers that count nothing: ordinals, names, list numbers, scores, telephones. Each rule has an id.

use super::glued::glued;
use super::{Page, shape};
use crate::extract::Rule;
use crate::grammar::name::is_capital;
use crate::grammar::numeral;
use crate::span::Span;
use crate::text::space::{back, back_inline, ends_with, floor, skip_inline, starts_with, word_before};

/// The rule by which a number in digits is no count, whatever follows it.
pub(super) fn excluded(page: Page<'_>, number: Span) -> Option<Rule> {
    if !currency_before(page, number.start) && glued(page, number) {
        return Some("pass/glued".into());
    }
    named(page, number)
        .or_else(|| address(page, number).then(|| "pass/address".into()))
        .or_else(|| shape::rule(page, number))
        .or_else(|| numbered(page, number))
}

/// "số 75 đường Trần Phú", "trú tại 3/67 đường Lê Lợi": a house, and the name of its street.
fn address(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let rest = &text[number.end..];
    let more = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/').len();
    let street = starts_with(text, number.end + more, &["đường", "phố", "đại lộ"]);
    let lone = text[number.range()].len() <= 4 && !text[number.range()].contains(['.', ',']);
    lone && street.is_some_and(|end| titled(page, end))
}

/// Whether a sign of money touches the number or stands before it: "USD1,23", "$10".
pub(super) fn currency_before(page: Page<'_>, start: usize) -> bool {
    super::measured::currency_before(page, start).is_some()
}

/// Words of the lexicon beside the number: "Điều 5", "lần thứ 7", "Quốc lộ 6", "4 tại chỗ".
pub(super) fn named(page: Page<'_>, number: Span) -> Option<Rule> {
    let (text, shown) = (page.folded(), page.shown());
    let here = back(text, number.start);
    if here != back_inline(text, number.start) {
        return None;
    }
    let lexicon = page.lexicon;
    let after = lexicon.trailing_names.at(text, shown, skip_inline(text, number.end));
    let after = after.filter(|(end, _)| {
        text[..here].ends_with(['“', '"', '\'', '‘', ','])
            || lexicon.context.motto.before(text, here).is_some()
            || closes(text, *end) && !text[..here].ends_with('(')
    });
    if let Some((_, i)) = after {
        return Some(rule(&lexicon.exclusions[i].id));
    }
    if plate(page, here) {
        return Some("pass/plate".into());
    }
    // "nghị định 86 sửa đổi": the number of an act, where nothing is counted
    if lexicon.document_names.before(text, shown, here).is_some_and(|(start, _)| start < here)
        && !followed(page, number.end)
        && !text[number.end..].starts_with('/')
    {
        return Some("pass/document".into());
    }
    let before = lexicon.exclusion_names.before(text, shown, here);
    let (start, i) = before.or_else(|| {
        let number_word = ends_with(text, here, &["số"])?;
        lexicon.exclusion_names.before(text, shown, back(text, number_word))
    })?;
    // "mỗi phần 500.000 đồng": one of many, no name
    // "tỷ lệ lên lớp 99,1%": no name is a share
    let percent = text[skip_inline(text, number.end)..].starts_with('%');
    let longer = percent || lexicon.context.compound.before(text, here).is_some_and(|at| at < start);
    if longer || ends_with(text, start, &["mỗi", "từng"]).is_some() {
        return None;
    }
    let entry = &lexicon.exclusions[i];
    if entry.unless == "noun" && inside_name(page, here) {
        return None;
    }
    let counted = match entry.unless.as_str() {
        "noun" => {
            followed(page, number.end)
                || matches!(&*entry.id, "round" | "street") && partner_follows(page, number.end)
        }
        "person" => {
            person_follows(page, number.end) && !titled(page, number.end) || measure_follows(page, number.end)
        }
        "measure" => measure_follows(page, number.end),
        "plain_noun" => followed(page, number.end) && !titled(page, number.end),
        "money" => money_follows(page, number.end),
        _ => false,
    };
    // "Trung ương 4 khóa XII"
    let counted = counted && starts_with(text, number.end, &["khóa", "khoá"]).is_none();
    (!counted).then(|| rule(&entry.id))
}

/// "Tiểu đoàn 406 Đặc công", "lớp 12 Anh": the word after the number begins with a capital, and goes on a name.
fn titled(page: Page<'_>, end: usize) -> bool {
    let next = skip_inline(page.folded(), end);
    let mixed = page.shown()[next..].chars().nth(1).is_some_and(char::is_lowercase);
    mixed && is_capital(page.shown(), next)
}

/// "đại hội 45/45 chi bộ", "vùng 1.240 – 1.275 điểm": a noun behind the whole of a share or the upper end of a range.
fn partner_follows(page: Page<'_>, end: usize) -> bool {
    let text = page.folded();
    let slash = text[end..].starts_with('/').then_some(end + 1);
    let dash = || {
        let at = skip_inline(text, end);
        let sign = text[at..].chars().next().filter(|c| matches!(c, '-' | '–' | '—'))?;
        Some(skip_inline(text, at + sign.len_utf8()))
    };
    let second = slash.or_else(dash).and_then(|at| numeral::figure(text, at));
    second.is_some_and(|n| followed(page, n.end))
}

/// "thửa đất 500 m2", "phòng 20 m2": a size or a sum; "m" and "g" alone may be letters of a name.
fn measure_follows(page: Page<'_>, end: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip_inline(text, end);
    let unit = page.lexicon.measure_names.at(text, shown, at);
    let size = unit.is_some_and(|(stop, i)| page.lexicon.measures[i].measure == "physical" && stop > at + 1);
    size || money_follows(page, end)
}

/// "khoản 2 tỷ đồng": a sum.
fn money_follows(page: Page<'_>, end: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let money = page.lexicon.measure_names.at(text, shown, skip_inline(text, end));
    money.is_some_and(|(_, i)| page.lexicon.measures[i].measure == "money")
        || numeral::scale_word(text, end).is_some()
}

/// "43C 186.36": the series of a number plate before its number.
fn plate(page: Page<'_>, here: usize) -> bool {
    let Some(w) = word_before(page.folded(), here).filter(|w| w.end == here) else { return false };
    let series = page.shown()[w.range()].as_bytes();
    matches!(series, [a, b, c, ..] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_uppercase())
        && series.len() <= 4
}

/// Whether a clause or a quotation ends here.
fn closes(text: &str, at: usize) -> bool {
    let next = text[skip_inline(text, at)..].chars().next();
    matches!(next, None | Some(',' | ';' | '.' | '”' | '"' | ')' | '\n'))
}

/// "Nhật Bản 65": the word before the number is the end of a name.
fn inside_name(page: Page<'_>, here: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let Some(last) = word_before(text, here).filter(|w| w.end == here) else { return false };
    let Some(first) = word_before(text, last.start) else { return false };
    let name = is_capital(shown, last.start) && is_capital(shown, first.start);
    name && shown[last.range()].chars().nth(1).is_some_and(char::is_lowercase)
}

/// The rule of an entry of the table.
fn rule(id: &str) -> Rule {
    format!("pass/{id}").into()
}

/// "số 1", and a capitalised name directly before: "Masters 1000".
fn numbered(page: Page<'_>, number: Span) -> Option<Rule> {
    let text = page.folded();
    if back(text, number.start) != back_inline(text, number.start) {
        return None;
    }
    let ordinal = ends_with(text, number.start, &["số"]).is_some_and(|start| {
        page.lexicon.context.number_of.precedes(text, start).is_none() && !followed(page, number.end)
            || page.lexicon.context.numbered.precedes(text, start).is_some()
    });
    if ordinal {
        return Some("pass/number".into());
    }
    if edition(page, number) {
        return Some("pass/edition".into());
    }
    if shape::broken_down(page.folded(), number) {
        return None;
    }
    (proper(page, number) || class(page, number) || title(page, number.start)).then(|| "pass/name".into())
}

/// "lớp 12 Anh 1": a class with its subject.
fn class(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let Some(subject) = word_before(text, number.start).filter(|w| is_capital(page.shown(), w.start)) else {
        return false;
    };
    let year =
        word_before(text, subject.start).filter(|w| text[w.range()].bytes().all(|b| b.is_ascii_digit()));
    year.is_some_and(|year| ends_with(text, year.start, &["lớp", "khối"]).is_some())
}

/// "phim “Hai người lính”", "Ba phút (truyện, 2006)": a number that opens the name of a work.
pub(super) fn title(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let quote = text[..at].trim_end_matches(' ').strip_suffix(['“', '"', '«']);
    if let Some(before) = quote {
        return page.lexicon.context.work.precedes(text, before.len()).is_some();
    }
    let line = text[at..floor(text, at + 80)].split('\n').next().unwrap_or_default();
    let bracket = line.split_once(" (").and_then(|(_, rest)| rest.split_once(", "));
    let year = bracket.and_then(|(genre, rest)| {
        let plain = genre.chars().all(|c| c.is_alphabetic() || c == ' ');
        crate::grammar::calendar::plain_year(rest, 0)
            .filter(|(end, _)| plain && rest[*end..].starts_with(')'))
    });
    year.is_some() && (at == 0 || text[..at].ends_with('\n'))
}

/// "Tết Bính Thân 2016 đường hoa …": a year after a name, where no sign of a unit follows.
fn edition(page: Page<'_>, number: Span) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let year =
        crate::grammar::calendar::plain_year(text, number.start).is_some_and(|(end, _)| end == number.end);
    let named = word_before(text, number.start).is_some_and(|w| is_capital(shown, w.start));
    let unit = page.lexicon.measure_names.at(text, shown, skip_inline(text, number.end)).is_some();
    let lead = || word_before(text, number.start).and_then(|w| word_before(text, w.start)).is_some();
    year && named && !unit && lead()
}

/// A capitalised name directly before, and no counted noun after: "Masters 1000".
fn proper(page: Page<'_>, number: Span) -> bool {
    let Some(w) = word_before(page.folded(), number.start) else { return false };
    let lead =
        word_before(page.folded(), w.start).is_some() || page.folded()[..w.start].ends_with(['(', '“', '"']);
    is_capital(page.shown(), w.start)
        && lead
        && !followed(page, number.end)
        && !share_of_place(page, w, number)
        && !page.folded()[number.end..].starts_with('%')
        && !currency_before(page, number.start)
}

/// "xã Tây 37/57 chỉ tiêu": the name is that of a place, and its share follows.
fn share_of_place(page: Page<'_>, name: Span, number: Span) -> bool {
    let text = page.folded();
    let place = page.lexicon.context.place_kind.precedes(text, name.start);
    place.is_some() && partner_follows(page, number.end)
}

/// Whether a noun or unit that the lexicon knows follows.
pub(super) fn followed(page: Page<'_>, end: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip_inline(text, end);
    // "đợt 2 năm 2021": the year begins a date
    let year = starts_with(text, at, &["năm"]).map(|e| skip_inline(text, e));
    let span = |end: usize| text[skip_inline(text, end)..].starts_with(['-', '–', '—']);
    let year = year.and_then(|e| crate::grammar::calendar::plain_year(text, e));
    // but "kế hoạch 5 năm 2021-2025" is five years long
    if year.is_some_and(|(end, _)| !span(end)) {
        return false;
    }
    page.lexicon.unit_names.at(text, shown, at).is_some()
        || page.lexicon.measure_names.at(text, shown, at).is_some()
        || page.lexicon.document_names.at(text, shown, at).is_some()
        || numeral::scale_word(text, end).is_some()
}

pub(super) fn person_follows(page: Page<'_>, end: usize) -> bool {
    let at = skip_inline(page.folded(), end);
    let unit = page.lexicon.unit_names.at(page.folded(), page.shown(), at);
    // "bé lớp 1 tử vong": what happened to somebody, and nobody that is counted
    let verb = page.lexicon.context.fate.follows(page.folded(), at).is_some();
    unit.is_some_and(|(_, i)| page.lexicon.units[i].unit == "person") && !verb
}
