//! The dateline of a news page, and the line of place and day of a report that bears no number.

use super::Info;
use super::header::trimmed;
use crate::fact::{Edtf, Point};
use crate::grammar::calendar;
use crate::lexicon::Lexicon;
use crate::lexicon::TimeRole;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{contains, skip, starts_with};

/// Lines at the head that may hold the dateline.
const HEAD: usize = 12;

/// Lines at the end that may hold it.
const TAIL: usize = 4;

/// Letters that a dateline may have beside its date.
const LETTERS: usize = 28;

/// A line that is little more than a date.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    point: Point,
}

/// Reads the day of publication, or of signing where the line names a place before the day.
pub(super) fn read(text: &Text, lexicon: &Lexicon, lines: &[Span], info: &mut Info) {
    let tail = lines.len().saturating_sub(TAIL).max(HEAD.min(lines.len()));
    let head = &lines[..lines.len().min(HEAD)];
    if info.signed.is_none() {
        signed(text, head, info);
        signed(text, &lines[tail..], info);
    }
    let found: Vec<Line> = head.iter().filter_map(|&l| dated(text, lexicon, l)).collect();
    let line = best(&found)
        .or_else(|| head.iter().find_map(|&l| opening(text, l)))
        .or_else(|| lines[tail..].iter().find_map(|&l| dated(text, lexicon, l)))
        .or_else(|| head.iter().take(4).find_map(|&l| issue(text, l)));
    if let Some(Line { span, point }) = line.filter(|l| Some(Edtf::Point(l.point)) != info.signed) {
        info.published = Some(Edtf::Point(point));
        info.published_span = Some(span);
    }
}

/// Of several, that with a time of day; else the earliest, since a site's clock shows the day of the visit.
fn best(found: &[Line]) -> Option<Line> {
    let timed = found.iter().find(|l| l.point.time.is_some());
    timed.or_else(|| found.iter().min_by_key(|l| l.point.first())).copied()
}

/// The longest line that can be a dateline, in bytes.
const LONGEST: usize = 240;

/// "Thứ Sáu, 12/01/2018, 16:36 (GMT+7)", "Ngày đăng: 09/04/2021 - 03:12 PM", "Thứ ba, ngày 24 tháng 1 năm 2023 | 10:31".
fn dated(text: &Text, lexicon: &Lexicon, line: Span) -> Option<Line> {
    let folded = &text.folded()[line.range()];
    // a long line or a row of a table is no dateline, nor a line of reasons: "Luật Tổ chức Chính phủ ngày 25/12/2001;"
    if folded.ends_with(';') {
        return None;
    }
    let cells = folded.trim_end_matches(['|', ' ']);
    if text.digits_in(line).is_empty()
        || folded.len() > LONGEST
        || memchr::memchr2_iter(b'|', b'\t', cells.as_bytes()).count() > 1
    {
        return None;
    }
    let (at, end, point) = whole_day(text, line)?;
    let letters = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count();
    if letters(&folded[..at]) + letters(&folded[end..]) > LETTERS || place(text, line).is_some() {
        return None;
    }
    let rest = folded[end..].trim_start_matches([' ', ',', '-', '|', '–', '\t']);
    let time = clock(rest, 0)
        .or_else(|| clock(folded, folded.find(|c: char| c.is_ascii_digit()).filter(|first| *first < at)?));
    // "LÊ VĂN A (01.01.1934)": when somebody was born
    let bracketed = folded[..at].ends_with('(') && letters(&folded[..at]) > 0;
    let said = folded.contains("cập nhật") || folded.contains("đăng");
    // "(số liệu tính đến 30/9/2020)" is no dateline: a time, a weekday or a word must say that it is one
    let words =
        folded[..at].trim().trim_end_matches([',', ':', '-', '|', '–']).trim_end_matches("ngày").trim();
    let told = time.is_some() || words.is_empty() || said;
    let words = words.trim_end_matches([',', ' ']);
    let weekday = lexicon.calendar.before(TimeRole::Weekday, words, words.len()).is_some();
    let place = !folded.ends_with('.')
        && letters(words) <= LETTERS
        && lexicon.context.no_dateline.precedes(words, words.len()).is_none();
    (told || weekday || place && !bracketed).then_some(Line { span: line, point: Point { time, ..point } })
}

/// The time that stands at `at`, by the clock of 24 hours.
fn clock(line: &str, at: usize) -> Option<(u8, u8)> {
    calendar::time(line, at).map(|(end, time)| calendar::in_half(line, end, time).1)
}

/// The first whole day of a line: where it begins and ends in it.
fn whole_day(text: &Text, line: Span) -> Option<(usize, usize, Point)> {
    let folded = &text.folded()[line.range()];
    let starts = text.digits_in(line).iter().map(|run| run.start - line.start);
    starts.into_iter().find_map(|at| day_at(folded, at).map(|(end, p)| (at, end, p)))
}

/// "24/1/2023", "2023-01-24" or "24 tháng 1 năm 2023".
pub(super) fn day_at(line: &str, at: usize) -> Option<(usize, Point)> {
    calendar::day_month_year(line, at).or_else(|| calendar::iso(line, at)).or_else(|| {
        let (end, day) = calendar::two_digits(line, at, 31)?;
        let end = starts_with(line, end, &["tháng"])?;
        let (end, month) = calendar::two_digits(line, skip(line, end), 12)?;
        let (end, year) = calendar::year_after(line, end);
        let valid = year.is_some() && calendar::valid_day(year, month, day);
        valid.then(|| (end, Point::day(year, month, day)))
    })
}

/// "Hà Giang, ngày 05 tháng 02 năm 2020" and nothing else, in brackets or not; it may be broken over two lines.
fn signed(text: &Text, lines: &[Span], info: &mut Info) {
    if info.signed.is_some() {
        return;
    }
    let broken = |pair: &[Span]| {
        let whole = Span::new(pair[0].start, pair[1].end);
        contains(&text.folded()[pair[0].range()], ", ngày").then(|| place(text, whole))?
    };
    let found = lines.iter().find_map(|&l| place(text, l)).or_else(|| lines.windows(2).find_map(broken));
    if let Some((place, point)) = found {
        info.place = place;
        info.signed = Some(Edtf::Point(point));
    }
}

/// Whether a day stands in a line that has a place beside it and nothing else: the line under which a document is signed.
pub fn is_place_and_day(text: &Text, day: Span) -> bool {
    let shown = text.shown();
    let start = shown[..day.start].rfind('\n').map_or(0, |i| i + 1);
    let end = shown[day.end..].find('\n').map_or(shown.len(), |i| day.end + i);
    end - start < LONGEST && place(text, trimmed(text, Span::new(start, end))).is_some()
}

/// The place and the day of a line that has nothing else.
fn place(text: &Text, line: Span) -> Option<(String, Point)> {
    if text.digits_in(line).is_empty() {
        return None;
    }
    let words = text.slice(line).trim_matches(['(', ')', '*', '-', ' ', '.', '–']);
    let folded = text.folded()[line.range()].trim_matches(['(', ')', '*', '-', ' ', '.', '–']);
    let comma = folded.find(',')?;
    let here = starts_with(folded, comma + 1, &["ngày"])?;
    let (end, point) = day_at(folded, skip(folded, here))?;
    let name = words.get(..comma)?.trim();
    let capitals = name.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase()) || w == "-");
    let weekday = name.starts_with("Thứ") || name.starts_with("Chủ");
    let alone = folded[end..].trim().is_empty() && name.split_whitespace().count() <= 6 && !name.is_empty();
    (alone && capitals && !weekday).then(|| (name.to_owned(), point))
}

/// "Hong Kong, 15/03/2017 - …", "Hà Nội (TTXVN 2/1/2024) - …" and "(TTXVN) 02/01/2024 10:20 - …": the dateline that opens a
/// first paragraph.
fn opening(text: &Text, line: Span) -> Option<Line> {
    let folded = &text.folded()[line.range()];
    let head = Span::new(line.start, line.start + crate::text::space::floor(folded, 60));
    let (at, end, point) = whole_day(text, head)?;
    let lead = text.shown().get(line.start..line.start + at)?;
    let names =
        lead.trim().trim_end_matches([',', '(']).trim_end_matches("ngày").trim_end_matches([',', '(', ' ']);
    // "VĂN LĨNH (01.01.1934): …" tells of a life
    let biography = lead.trim_end().strip_suffix('(').is_some_and(|name| name.contains(char::is_alphabetic));
    let capitals = !names.is_empty()
        && !biography
        && names.split_whitespace().count() <= 5
        && names.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase() || c == '('));
    let after = folded[end..].trim_start_matches([' ', ',', '-', '|']);
    let clock = calendar::time(after, 0).map(|(e, time)| (after[e..].trim_start(), Some(time)));
    let (rest, time) = clock.unwrap_or((folded[end..].trim_start(), None));
    let end = folded.len() - rest.len();
    // "(Thứ Tư, 06/03/2024 15:47) Áp lực bán …"
    let bracketed = lead.starts_with('(') && rest.starts_with(')');
    let dash = bracketed || rest.trim_start_matches(')').trim_start().starts_with(['-', '–', '—', ':']);
    let weekday = names.starts_with("Ngày") || names.starts_with("Sáng") || names.starts_with("Chiều");
    (capitals && dash && !weekday).then_some(Line {
        span: trimmed(text, Span::new(line.start, line.start + end)),
        point: Point { time, ..point },
    })
}

/// "Số 9 – Tháng 3/2023": the month in which a bulletin came out.
fn issue(text: &Text, line: Span) -> Option<Line> {
    let folded = &text.folded()[line.range()];
    let at = starts_with(folded, 0, &["số"]).and(folded.find("tháng"))?;
    let (end, point) = calendar::month_year(folded, skip(folded, at + "tháng".len()))?;
    let alone = folded[end..].trim().is_empty() && at < 24;
    alone.then_some(Line { span: line, point })
}
