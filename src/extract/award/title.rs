//! The title that belongs to an award's name: “Vì sự nghiệp …”, "30 năm tuổi Đảng", "Oscar", "tình nguyện quốc gia".

use super::sheet::Sheet;
use crate::grammar::name::is_capital;
use crate::grammar::{calendar, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{skip, skip_inline, starts_with, word, words};

/// Where the title after a name ends, and where the shown words of a quoted title stand.
pub(super) struct Title {
    pub end: usize,
    /// The words between the quotes, where there are any.
    pub quoted: Option<Span>,
}

/// The title that follows a name that ends at `end`; `None` where none does.
pub(super) fn after(sheet: &Sheet<'_>, start: usize, end: usize) -> Option<Title> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let next = skip_inline(flat, end);
    if next == end {
        return None;
    }
    if let Some(title) = quoted(flat, next) {
        return Some(title);
    }
    if flat[start..].starts_with("huy hiệu")
        && let Some(stop) = grades(flat, next)
    {
        return Some(Title { end: stop, quoted: None });
    }
    let prize = flat[start..end].starts_with("giải");
    if starts_with(flat, next, &["vì"]).is_some_and(|_| is_capital(shown, next)) {
        return Some(Title { end: run(sheet, next, 14), quoted: None });
    }
    let stop = whole(sheet, next);
    if stop > next {
        let stop = sheet.starts(Role::Praises, stop).filter(|_| prize).unwrap_or(stop);
        return Some(Title { end: stop, quoted: None });
    }
    (prize && end - start > "giải".len())
        .then(|| edition(sheet, next))
        .flatten()
        .map(|stop| Title { end: stop, quoted: None })
}

/// Whether a word plays a part.
fn is(sheet: &Sheet<'_>, role: Role, word: Span) -> bool {
    sheet.starts(role, word.start) == Some(word.end)
}

/// A title in quotes that opens at `at`.
pub(super) fn quoted(flat: &str, at: usize) -> Option<Title> {
    let open = flat[at..].chars().next().filter(|c| matches!(c, '“' | '"' | '«' | '‘' | '\''))?;
    let close: &[char] = match open {
        '“' => &['”', '"'],
        '«' => &['»'],
        '‘' => &['’'],
        '"' => &['"', '”'],
        _ => &['\''],
    };
    let body = at + open.len_utf8();
    let len = flat[body..].find(close).filter(|len| *len < 160 && *len > 0)?;
    if flat[body..body + len].contains('\n') {
        return None;
    }
    let close = flat[body + len..].chars().next().map_or(1, char::len_utf8);
    Some(Title { end: body + len + close, quoted: Some(Span::new(body, body + len)) })
}

/// "75 năm tuổi Đảng", "60, 55, 50 năm tuổi Đảng", "Đảng 30 năm".
fn grades(flat: &str, at: usize) -> Option<usize> {
    let mut here = starts_with(flat, at, &["đảng"]).map_or(at, |e| skip(flat, e));
    loop {
        let n = numeral::number(flat, here).filter(|n| n.digits)?;
        if let Some(stop) = starts_with(flat, n.end, &["năm tuổi đảng", "tuổi đảng", "năm"]) {
            return Some(stop);
        }
        let next = skip_inline(flat, n.end);
        here = if flat[next..].starts_with(',') {
            skip(flat, next + 1)
        } else {
            starts_with(flat, next, &["và"]).map(|e| skip(flat, e))?
        };
    }
}

/// A run of words from `at` to a stop word or a mark.
fn run(sheet: &Sheet<'_>, at: usize, most: usize) -> usize {
    let flat = sheet.flat();
    let mut stop = at;
    for i in 0..most {
        let Some(w) = word(flat, stop).filter(|w| i == 0 || flat[stop..w.start].bytes().all(|b| b == b' '))
        else {
            break;
        };
        if i > 0 && is(sheet, Role::EndsTitle, w) && !matches!(&flat[w.range()], "của")
            || flat[w.range()].starts_with("cho") && i > 0
        {
            break;
        }
        let number = flat[w.range()].bytes().all(|b| b.is_ascii_digit());
        if number
            || &flat[w.range()] == "của"
                && sheet.page.lexicon.body_names.at(flat, sheet.page.shown(), skip(flat, w.end)).is_some()
        {
            break;
        }
        stop = w.end;
    }
    stop
}

/// Where a title with capitals ends; one with a single capital goes on in lower case.
pub(super) fn whole(sheet: &Sheet<'_>, at: usize) -> usize {
    let stop = capitals(sheet, at);
    if let Some(end) = last_syllable(sheet, stop).filter(|_| stop > at) {
        return end;
    }
    if stop == at || sheet.words(at, stop).contains(' ') { stop } else { lower(sheet, stop) }
}

/// "Văn học Thiếu nhi của": one syllable in lower case, with "của" behind it, ends the name before it.
fn last_syllable(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let flat = sheet.flat();
    let w = word(flat, at).filter(|w| flat[at..w.start].bytes().all(|b| b == b' ') && w.start > at)?;
    let plain = !is(sheet, Role::EndsTitle, w) && flat[w.range()].chars().all(char::is_alphabetic);
    let closed = starts_with(flat, w.end, &["của"]).is_some()
        || calendar::plain_year(flat, skip(flat, w.end)).is_some()
        || calendar::year(flat, starts_with(flat, w.end, &["năm"]).map_or(at, |e| skip(flat, e))).is_some();
    (plain && closed && sheet.cues(w.start, w.end).is_empty()).then_some(w.end)
}

/// Capitalised words, with one or two in lower case between capitals: "Quả bóng vàng Việt Nam".
pub(super) fn capitals(sheet: &Sheet<'_>, at: usize) -> usize {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let mut stop = at;
    let mut here = at;
    let mut low = 0;
    while let Some(w) = word(flat, here).filter(|w| {
        here == at || w.start > here && flat[here..w.start].trim_matches([' ', '-', '–', '&']).is_empty()
    }) {
        let words = &flat[w.range()];
        if is_capital(shown, w.start) && words != "đợt" {
            (stop, low) = (w.end, 0);
        } else if stop == at
            || low == 3
            || is(sheet, Role::EndsTitle, w)
            || words.bytes().any(|b| b.is_ascii_digit())
        {
            break;
        } else {
            low += 1;
        }
        if matches!(words, "vàng" | "bạc") && stop > at {
            stop = w.end;
        }
        here = w.end;
        if stop - at > 90 {
            break;
        }
    }
    stop
}

/// "Thanh niên xung phong", "Nữ diễn viên chính": a name with one capital goes on in lower case up to a word that ends it.
fn lower(sheet: &Sheet<'_>, at: usize) -> usize {
    let flat = sheet.flat();
    let mut stop = at;
    for i in 0..8 {
        let Some(w) = word(flat, stop).filter(|w| flat[stop..w.start].bytes().all(|b| b == b' ')) else {
            break;
        };
        let words = &flat[w.range()];
        if let Some(end) = sheet.starts(Role::Praises, stop) {
            return end;
        }
        if is(sheet, Role::EndsTitle, w) {
            return stop;
        }
        // "Á hậu 1"
        if i > 0 && words.len() == 1 && words.bytes().all(|b| b.is_ascii_digit()) {
            return w.end;
        }
        if i == 0 && is(sheet, Role::Plain, w)
            || !words.chars().all(char::is_alphabetic)
            || sheet.starts(Role::Reasons, w.start).is_some()
        {
            return at;
        }
        stop = w.end;
    }
    let closed = flat[stop..].trim_start_matches(' ').starts_with([',', '.', ';', ':', '(', ')', '\n', '”']);
    if closed || stop == flat.len() { stop } else { at }
}

/// "vững mạnh", "vận động viên tiêu biểu": words in lower case up to the last that can end a title; `at` where none can.
pub(super) fn quality(sheet: &Sheet<'_>, at: usize) -> usize {
    let flat = sheet.flat();
    let (mut here, mut stop) = (at, at);
    for _ in 0..7 {
        let Some(w) = word(flat, here).filter(|w| flat[here..w.start].bytes().all(|b| b == b' ')) else {
            break;
        };
        let words = &flat[w.range()];
        if let Some(end) = sheet.starts(Role::Qualities, w.start) {
            (here, stop) = (end, end);
        } else if is(sheet, Role::EndsTitle, w) || !words.chars().all(char::is_alphabetic) {
            break;
        } else {
            here = w.end;
        }
    }
    stop
}

/// A prize in lower case is named where its edition follows: "tình nguyện quốc gia 2018".
fn edition(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let flat = sheet.flat();
    let first = word(flat, at)?;
    let stop = if is(sheet, Role::EndsTitle, first) { at } else { run(sheet, at, 9) };
    let own =
        words(sheet.words(at, stop)).filter(|w| !is(sheet, Role::Plain, Span::new(at + w.start, at + w.end)));
    let named = own.count() > 1;
    let next = starts_with(flat, stop, &["năm"]).map_or(skip(flat, stop), |e| skip(flat, e));
    let dated = calendar::year(flat, next).is_some()
        || calendar::plain_year(flat, next).is_some()
        || starts_with(flat, stop, &["lần thứ"]).is_some();
    (stop > at && named && dated).then_some(stop)
}

/// A year at the end of a title: "Sản phẩm ngân hàng sáng tạo 2015", "tiêu biểu của năm 2015 và 2016".
pub(super) fn without_year(flat: &str, title: Span) -> Span {
    let words = &flat[title.range()];
    let mut len = words.len();
    loop {
        let cut = words[..len].trim_end_matches([' ', ',', '-', '–', '/']);
        let digits = cut.trim_end_matches(|c: char| c.is_ascii_digit());
        let year = cut.len() - digits.len() == 4 && calendar::plain_year(cut, digits.len()).is_some();
        let next =
            if year { digits.trim_end().len() } else { cut.strip_suffix(" và").map_or(len, str::len) };
        if next == len || next == 0 {
            break;
        }
        len = next;
    }
    // "năm" goes with its year, save in "của năm"
    let rest = words[..len].trim_end();
    let cut = rest
        .strip_suffix(" năm")
        .filter(|r| len < words.len() && !r.ends_with("của"))
        .map_or(rest.len(), str::len);
    Span::new(title.start, title.start + cut)
}
