//! Title, rubric, dateline, byline and the header of an official document.

use super::{Info, official};
use crate::fact::{Edtf, Point};
use crate::grammar::calendar;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::starts_with;

/// Lines at the head that may hold the title and the dateline.
const HEAD: usize = 12;

/// Lines at the end that may hold it.
const TAIL: usize = 4;

/// Reads what a document says of itself.
pub fn read(text: &Text, lexicon: &Lexicon) -> Info {
    let mut info = Info::default();
    let lines: Vec<Span> = text.lines().map(|l| trimmed(text, l)).filter(|l| l.end > l.start).collect();
    official::read(text, lexicon, &lines, &mut info);
    dateline(text, &lines, &mut info);
    if info.title.is_empty() {
        title(text, &lines, &mut info);
    }
    byline(text, &lines, &mut info);
    info
}

pub(super) fn trimmed(text: &Text, line: Span) -> Span {
    let words = text.slice(line);
    let start = line.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// The first line near the head that is little more than a date.
fn dateline(text: &Text, lines: &[Span], info: &mut Info) {
    let tail = lines.len().saturating_sub(TAIL).max(HEAD.min(lines.len()));
    for &line in lines.iter().take(HEAD).chain(&lines[tail..]) {
        let folded = &text.folded()[line.range()];
        let Some((at, end, point)) = whole_day(folded) else { continue };
        let letters = folded[..at].chars().filter(|c| c.is_alphabetic()).count()
            + folded[end..].chars().filter(|c| c.is_alphabetic()).count();
        if letters > 28 {
            continue;
        }
        let rest = folded[end..].trim_start_matches([' ', ',', '-', '|', '–', '\t']);
        let clock = folded.find(|c: char| c.is_ascii_digit()).filter(|first| *first < at);
        let time = calendar::time(rest, 0).or_else(|| calendar::time(folded, clock?)).map(|(_, t)| t);
        info.published = Some(Edtf::Point(Point { time, ..point }));
        return;
    }
}

/// The first whole day of a line: where it begins and ends.
fn whole_day(line: &str) -> Option<(usize, usize, Point)> {
    let mut starts = line
        .char_indices()
        .filter(|(i, c)| c.is_ascii_digit() && !line[..*i].ends_with(|c: char| c.is_ascii_digit()));
    starts.find_map(|(at, _)| {
        calendar::day_month_year(line, at).or_else(|| calendar::iso(line, at)).map(|(end, p)| (at, end, p))
    })
}

/// The first line that is long enough, before the dateline; a short line above it is the rubric.
fn title(text: &Text, lines: &[Span], info: &mut Info) {
    let words = |l: Span| text.slice(l).split_whitespace().count();
    let plain = |l: Span| !text.slice(l).ends_with(['.', ';', ':', ',']) || text.slice(l).ends_with("...");
    let dated = |l: Span| text.slice(l).starts_with(|c: char| c.is_ascii_digit());
    let Some((&first, rest)) = lines.split_first() else { return };
    let rubric = words(first) <= 4
        && rest.first().is_some_and(|&l| plain(l) && words(l) > 4 && words(l) <= 40 && !dated(l));
    let line = if rubric { rest[0] } else { first };
    if rubric {
        text.slice(first).clone_into(&mut info.section);
    }
    // a document that begins with its first paragraph has no title
    if words(line) <= 45 && plain(line) && !dated(line) {
        text.slice(line).clone_into(&mut info.title);
        info.title_span = Some(line);
    }
}

/// "Nguyễn Thị Phượng, BDVTU" as the last line; "Hà Công Minh (BDV Huyện ủy)".
fn byline(text: &Text, lines: &[Span], info: &mut Info) {
    if !info.number.is_empty() || lines.len() < 3 {
        return;
    }
    for &line in lines.iter().rev().take(2) {
        let words = text.slice(line);
        let folded = &text.folded()[line.range()];
        let offset = starts_with(
            folded,
            0,
            &["tác giả:", "tin, ảnh:", "bài, ảnh:", "tin bài:", "người viết:", "theo"],
        )
        .unwrap_or(0);
        let words = words[offset..].trim_start_matches([' ', ':']);
        let (name, agency) = match words.split_once(['(', ',', '-', '–']) {
            Some((name, rest)) => (name.trim(), rest.trim_matches([')', ' ', '.'])),
            None => (words.trim(), ""),
        };
        let parts: Vec<&str> = name.split_whitespace().collect();
        let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
        let person = (1..=5).contains(&parts.len())
            && parts.iter().all(capital)
            && !name.contains(|c: char| c.is_ascii_digit());
        let initials = parts.len() == 1 && !name.contains('.') && agency.is_empty();
        if person && !initials && words.len() < 80 && !agency.contains('.') {
            name.clone_into(&mut info.author);
            agency.clone_into(&mut info.agency);
            return;
        }
    }
}
