//! Years: with their word, without it, and as the edition of something that has a name.

use super::{Page, Parsed};
use crate::document;
use crate::fact::{DateKind, Point};
use crate::grammar::{calendar, name, numeral};
use crate::lexicon::TimeRole;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip, skip_inline, starts_with, word_before};

/// The rule of a year that follows a name; whether the name is one, [`named`] decides.
pub(super) const EDITION: &str = "date/edition";

fn made(at: usize, end: usize, year: i16, rule: &'static str) -> Parsed {
    Parsed::new(at, end, DateKind::Year, Point::year(year).into(), rule)
}

/// "năm 2015"; also "năm2019" typed together, and "năm 75" where the century is plain.
pub(super) fn worded(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let glued =
        || text[at..].strip_prefix("năm").filter(|r| r.starts_with(['1', '2'])).map(|_| at + "năm".len());
    let after = starts_with(text, at, &["năm"]).or_else(glued)?;
    let here = skip(text, after);
    // "Phạm Văn Năm" in the cell before
    if text[after..here].contains('\t') {
        return None;
    }
    if let Some((end, y)) = calendar::year(text, here) {
        if blank_form(text, at) {
            return None;
        }
        return (!text[end..].starts_with(['/', '%'])).then(|| made(at, end, y, "date/year"));
    }
    short(page, at, here)
}

/// "ngày     tháng     năm 2020", "ngày … tháng … năm 2020": a form whose day and month are still to be filled in.
fn blank_form(text: &str, at: usize) -> bool {
    let gap = |c: char| matches!(c, ' ' | '.' | '…' | '_');
    let before = text[..at].trim_end_matches(gap);
    let Some(day) = before.strip_suffix("tháng") else { return false };
    let word = day.trim_end_matches(gap);
    before.len() < at && word.len() < day.len() && word.ends_with("ngày")
}

/// "hồi năm 75", "trước năm 86": two digits of the last century, where nothing is counted.
fn short(page: Page<'_>, at: usize, here: usize) -> Option<Parsed> {
    let text = page.folded();
    let (end, y) = calendar::two_digits(text, here, 99).filter(|(end, y)| *end == here + 2 && *y >= 45)?;
    let told = page.lexicon.context.short_year.precedes(text, at).is_some();
    let rest = text[end..].trim_start_matches([' ', '\n']);
    let plain = rest.starts_with([',', '.', ';', ')', '”'])
        && !rest[1..].starts_with(|c: char| c.is_ascii_digit())
        || rest.is_empty()
        || starts_with(text, end, &["đến", "tới"]).is_some();
    (told && plain).then(|| made(at, end, 1900 + i16::from(y), "date/short_year"))
}

/// A year without its word: in brackets, at the head of a list line, after a name or a law.
pub(super) fn bare(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let (end, year) = calendar::plain_year(text, at)?;
    if ends_with(text, at, &["năm"]).is_some_and(|word| blank_form(text, word)) {
        return None;
    }
    let before = text[..at].trim_end_matches([' ', '\t']);
    let after = text[skip_inline(text, end)..].chars().next();
    let bracket = before.ends_with(['(', '“', '"']) && matches!(after, Some(')' | ',' | ';'))
        || before.ends_with(',') && after == Some(')');
    let opens = before.chars().next_back().is_none_or(|c| matches!(c, '\n' | '-' | '+' | '*' | '•' | '|'));
    let head = opens
        && (matches!(after, Some(':' | '|')) || text[end..].starts_with('\t') || listed_head(text, end));
    // "Năm 2022: 12 mô hình; 2023: 15 mô hình"
    let head = head || before.ends_with(';') && after == Some(':') && text[end..].starts_with(": ");
    let told = page.lexicon.context.before_year.precedes(text, at).is_some() && !counts(page, end);
    if bracket || head || told || among_years(page, at, end) || in_column(page, at, end) {
        return Some(made(at, end, year, "date/bare_year"));
    }
    edition(page, at, end).then(|| made(at, end, year, EDITION))
}

/// "(2004 và 2014)", "hạng Ba: 1985, 1996": one of several years in brackets, or behind the colon of a rank.
fn among_years(page: Page<'_>, at: usize, end: usize) -> bool {
    let text = page.folded();
    let before = &text[floor(text, at.saturating_sub(YEARS))..at];
    let after = &text[end..floor(text, end + YEARS)];
    let lead = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | 'v' | 'à'));
    let tail = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | 'v' | 'à'));
    let years = |words: &str| {
        words
            .split([',', ' '])
            .all(|w| matches!(w, "" | "và") || calendar::plain_year(w, 0).is_some_and(|(e, _)| e == w.len()))
    };
    let (list, rest) = (&before[lead.len()..], &after[..after.len() - tail.len()]);
    let bracket = lead.ends_with('(') && tail.starts_with(')') && years(list) && years(rest);
    let stop = rest.starts_with([',', ' ']) || rest.is_empty();
    let rank = lead.trim_end().strip_suffix(':').and_then(|lead| lead.trim_end().rsplit_once("hạng "));
    let ranked = rank.is_some_and(|(_, rank)| matches!(rank, "nhất" | "nhì" | "ba" | "i" | "ii" | "iii"));
    let closed = tail.is_empty() || tail.starts_with([';', '.', '\n', ')']);
    bracket || ranked && years(list) && stop && (closed && years(rest))
}

/// How far the years of a list are looked for on either side, in bytes.
const YEARS: usize = 60;

/// A year that is all of its cell, under "Năm" or "Năm sinh".
fn in_column(page: Page<'_>, at: usize, end: usize) -> bool {
    let text = page.folded();
    let Some((grid, row, column)) = document::cell(page.grids, at) else { return false };
    let head = grid.head.get(column).map_or("", |head| &text[head.range()]);
    row[column] == Span::new(at, end) && starts_with(head, 0, &["năm"]).is_some()
}

/// "1968 và 1971:", "2014, 2016, 2018:": more years, then a colon.
fn listed_head(text: &str, end: usize) -> bool {
    let rest = text[end..floor(text, end + 80)].split('\n').next().unwrap_or_default();
    let Some((head, _)) = rest.split_once(':') else { return false };
    head.chars().any(|c| c.is_ascii_digit())
        && head.replace("và", "").chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' '))
}

/// Whether a number is a figure: a sign or a noun that it counts follows, or a further number: "từ 2010 đến 2500 hộ".
pub(super) fn counts(page: Page<'_>, end: usize) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let here = skip_inline(text, end);
    let to = starts_with(text, end, &["đến", "tới"]).map(|e| skip(text, e));
    let range = to.is_some_and(|e| {
        text[e..].starts_with(|c: char| c.is_ascii_digit())
            && calendar::year(text, e).is_none_or(|(_, y)| y > 2100)
    });
    range
        || glued(text, end)
        || numeral::scale_word(text, end).is_some()
        || page.lexicon.unit_names.at(text, shown, here).is_some()
        || page.lexicon.measure_names.at(text, shown, here).is_some()
}

fn glued(text: &str, end: usize) -> bool {
    text[end..].starts_with('%')
        || text[end..].starts_with(['/', '-', '.', ','])
            && text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
}

/// A year that may be a part of a name: no noun or sign that it counts follows.
fn edition(page: Page<'_>, at: usize, end: usize) -> bool {
    let text = page.folded();
    let unit = page.lexicon.context.year_counted.follows(text, end);
    word_before(text, at)
        .is_some_and(|w| w.end < at && text[w.end..at].bytes().all(|b| b == b' ' || b == b'\n'))
        && !glued(text, end)
        && unit.is_none()
        && page.lexicon.measure_names.at(text, page.shown(), skip_inline(text, end)).is_none()
}

/// Whether a capitalised name, a contest or a law stands before a bare year.
pub(super) fn named(page: Page<'_>, p: &Parsed) -> bool {
    let text = page.folded();
    let Some(w) = word_before(text, p.start) else { return false };
    let capitals = capitals_before(page, w);
    let law = page.lexicon.context.law_end.precedes(text, p.start).is_some()
        && text[..p.start].rsplit(['.', ',', ';', '\n']).next().is_some_and(|c| c.contains("luật"));
    let kind = page.lexicon.document_names.before(text, page.shown(), w.end).is_some() && !law;
    let unit = page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, p.end)).is_some();
    // a name of several capitals is no verb before a figure: "Hoa hậu Việt Nam 2019 tổ chức họp báo"
    let unit = unit && !(capitals > 1 && starts_with(text, p.end, &["tổ chức"]).is_some());
    (capitals > 0 || event(page, p) || contest(page, p.start) || law || closes_bracket(page, p))
        && !kind
        && !unit
}

/// "cuộc bầu cử 2016.": a noun, no figure, before the year, and nothing that it counts behind it.
fn event(page: Page<'_>, p: &Parsed) -> bool {
    let text = page.folded();
    let noun = page.lexicon.context.figure.precedes(text, p.start).is_none()
        && word_before(text, p.start)
            .is_some_and(|w| text[w.range()].chars().all(char::is_alphabetic) && w.end < p.start);
    let rest = text[p.end..].trim_start_matches(' ');
    let stops = rest.is_empty() || rest.starts_with([',', '.', ';', ')', '”', '\n', '\t', '|']);
    let indicator = page.lexicon.context.indicator.before(text, back(text, p.start)).is_some();
    let reported = rest.starts_with(':') || page.lexicon.context.year_reported.follows(text, p.end).is_some();
    // "vụ hè thu 2021"
    let crop = page.lexicon.calendar.before(TimeRole::Term, text, back(text, p.start)).is_some();
    if crop || indicator && (stops || reported) {
        return true;
    }
    noun && (stops || page.lexicon.context.year_on.follows(text, p.end).is_some())
}

fn contest(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let from = floor(text, at.saturating_sub(70));
    let from = text[from..at].rfind(['.', ';', '\n']).map_or(from, |i| from + i + 1);
    let opens = |i: &usize| !text[..*i].ends_with(char::is_alphanumeric);
    let mut starts = text[from..at].char_indices().map(|(i, _)| from + i).filter(opens);
    page.lexicon.context.season.precedes(text, at).is_some()
        || starts.any(|i| page.lexicon.context.contest.at(text, i).is_some_and(|end| end <= at))
}

/// "(Best retail bank 2016)": the last word of a bracket that begins with a capital.
fn closes_bracket(page: Page<'_>, p: &Parsed) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let from = floor(text, p.start.saturating_sub(70));
    let open = text[from..p.start].rfind(['(', '“', '\n']).map(|i| from + i);
    text[p.end..].starts_with([')', '”'])
        && open.is_some_and(|i| {
            !text[i..].starts_with('\n') && name::is_capital(shown, skip(text, i + sign_len(text, i)))
        })
}

fn sign_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// How many of the last four words before a year, inside a sentence, begin with a capital.
fn capitals_before(page: Page<'_>, last: Span) -> usize {
    let text = page.folded();
    let mut w = last;
    let mut found = 0;
    for _ in 0..4 {
        let before = word_before(text, w.start).filter(|v| text[v.end..w.start].trim().is_empty());
        let inside = before.is_some() || text[..w.start].trim_end().ends_with(['“', '"', '(', '-', '–']);
        found += usize::from(inside && name::is_capital(page.shown(), w.start));
        let Some(v) = before else { break };
        w = v;
    }
    found
}
