//! Years that a line gives to itself or to the lines below it: "Năm 2018:", "Khen thưởng năm 2021", "Năm 2020, đơn vị được tặng:".

use super::mention::Mention;
use super::sheet::Sheet;
use super::time::{self, Years};
use super::years;
use crate::fact::{Date, DateKind};
use crate::lexicon::Role;
use crate::span::Span;
use std::collections::HashMap;

/// How far the year of a line reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// "Năm 2017: …": the line itself.
    Line,
    /// "Năm 2020, đơn vị được tặng:": the items of the list below.
    Items,
    /// "Năm 2018" alone, "Kết quả khen thưởng năm 2021": the lines below.
    Section,
}

/// The longest heading, in bytes.
const LONGEST: usize = 110;

/// For each mention that has one, the years of the heading above it.
pub(super) fn all(sheet: &Sheet<'_>, dates: &[Date], mentions: &[Mention]) -> HashMap<usize, Years> {
    let mut found = HashMap::new();
    if dates.is_empty() {
        return found;
    }
    let mut current: Option<(Years, Reach)> = None;
    // nothing but blank lines has followed the heading; a blank line stands before; the line before goes on
    let (mut fresh, mut gap, mut open) = (false, false, false);
    let mut next = 0;
    for line in sheet.page.text.lines() {
        let mention = mentions.get(next).map_or(usize::MAX, |m| m.span.start);
        let named = mention < line.end;
        let goes_on = line.start > 0 && !sheet.page.sentences.breaks(line.start);
        if let Some(heading) = (!goes_on).then(|| of_line(sheet, dates, line, mention)).flatten() {
            (current, fresh) = (Some(heading), true);
        } else if !goes_on && let Some((_, reach)) = &current {
            let words = sheet.words(line.start, line.end).trim();
            let keeps = words.is_empty()
                || keeps(*reach, words, named, (fresh, gap, open)) && !opens_anew(dates, line, words);
            fresh = fresh && words.is_empty();
            if !keeps {
                current = None;
            }
        }
        let words = sheet.words(line.start, line.end).trim();
        gap = words.is_empty();
        open = words.ends_with([';', ',']) || open && gap;
        while let Some(mention) = mentions.get(next).filter(|m| m.span.start < line.end) {
            let below = |reach: Reach| !(reach == Reach::Items && fresh);
            if let Some((years, _)) = current.as_ref().filter(|(_, reach)| below(*reach)) {
                found.insert(mention.span.start, years.clone());
            }
            next += 1;
        }
    }
    found
}

/// Whether a heading still holds at a line that is not blank.
fn keeps(reach: Reach, words: &str, named: bool, (fresh, gap, open): (bool, bool, bool)) -> bool {
    let item = is_item(words);
    match reach {
        Reach::Line => open,
        Reach::Items => item,
        Reach::Section if gap && !fresh => item,
        Reach::Section => item || named || words.len() <= 60,
    }
}

/// A line that opens with a time of its own ends the scope of a heading.
fn opens_anew(dates: &[Date], line: Span, words: &str) -> bool {
    let first = time::near_dates(dates, line).iter().find(|d| line.contains(d.span));
    !words.is_empty() && first.is_some_and(|d| d.span.start < line.start + 24)
}

/// "- …", "+ …", "a) …", "1. …".
pub(super) fn is_item(words: &str) -> bool {
    let label = words.split(' ').next().unwrap_or_default();
    words.starts_with(['-', '–', '+', '*', '•']) || label.ends_with(['.', ')']) && label.chars().count() <= 3
}

/// "+ 22/12/1979: danh hiệu …": a day or month that labels its line.
fn label(sheet: &Sheet<'_>, dates: &[Date], line: Span) -> Option<(Years, Reach)> {
    let first = dates.iter().find(|d| line.contains(d.span))?;
    let lead = sheet.words(line.start, first.span.start).trim_matches(|c: char| !c.is_alphabetic());
    let labels = lead.is_empty() && sheet.words(first.span.end, line.end).trim_start().starts_with(':');
    let point = matches!(first.kind, DateKind::Date | DateKind::Month);
    let year = first.value.year().filter(|_| labels && point)?;
    Some((vec![(year, first.span)], Reach::Line))
}

/// "6/ Thi đua, khen thưởng năm 2022. Sở Y tế được tặng …": a heading that the first sentence of a line is.
fn runs_in(sheet: &Sheet<'_>, line: Span, year: Span) -> bool {
    let head = sheet.words(line.start, year.end);
    let rest = sheet.words(year.end, line.end);
    let topic = sheet.first(Role::Topics, line.start, year.end).is_some();
    let one = head.len() <= LONGEST && !head.contains(". ");
    topic && one && [". ", ": "].iter().any(|mark| rest.starts_with(mark)) && rest.len() > 2
}

/// The years that a line states for others, and how far they reach.
fn of_line(sheet: &Sheet<'_>, dates: &[Date], line: Span, mention: usize) -> Option<(Years, Reach)> {
    let dates = time::near_dates(dates, line);
    let inside = || dates.iter().filter(|d| line.contains(d.span) && time::is_year(d));
    let Some(first) = inside().next() else { return label(sheet, dates, line) };
    let named = mention < line.end;
    let words = sheet.words(line.start, line.end).trim();
    let lead = sheet.words(line.start, first.span.start).trim_matches(|c: char| !c.is_alphabetic());
    let run = inside().take_while(|d| d.span.start < first.span.end + 40).last().unwrap_or(first);
    let rest = sheet.words(run.span.end, line.end).trim();
    let bare = lead.chars().count() <= 3 || matches!(lead, "trong" | "kết quả" | "thành tích" | "riêng");
    let title = sheet.page.info.title_span.is_some_and(|t| t.overlaps(line));
    if bare && rest.starts_with([':', '.']) && rest.len() > 1 && rest.starts_with(':') {
        return Some((years::enumeration(sheet, dates, run), Reach::Line));
    }
    if bare && matches!(rest, "" | ":" | ".") {
        return Some((years::enumeration(sheet, dates, run), Reach::Section));
    }
    if !title && mention > run.span.end && runs_in(sheet, line, run.span) {
        return Some((years::enumeration(sheet, dates, run), Reach::Line));
    }
    let last = inside().next_back().unwrap_or(first);
    let topic = sheet.first(Role::Topics, line.start, line.end).is_some();
    let end = sheet.words(last.span.end, line.end).trim();
    if !title
        && !named
        && topic
        && words.len() <= LONGEST
        && matches!(end, "" | ":" | ".")
        && !words.ends_with('.')
    {
        return Some((years::enumeration(sheet, dates, last), Reach::Section));
    }
    let told = last.role != crate::fact::Role::Signed;
    (words.ends_with(':') && !title && told).then(|| (years::enumeration(sheet, dates, last), Reach::Items))
}
