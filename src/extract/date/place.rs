//! The places where a date may stand, and the order in which its forms are tried there.

use super::{Page, Parsed, day, days, decade, every, join, lead, list, month, months, relative, term, year};
use crate::fact::DateKind;
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{back, word_before};

/// How many words a date may have before its digits.
const WORDS: usize = 10;

/// Digit runs and date words in the order of the text.
pub(super) fn anchors(page: Page<'_>) -> Vec<Span> {
    let words =
        page.anchors.words.iter().filter(|a| a.cue == Cue::Date || a.cue == Cue::Number).map(|a| a.span);
    let mut all: Vec<Span> = page.anchors.digits.iter().copied().chain(words).collect();
    all.sort_unstable();
    all
}

/// Reads the date that covers an anchor, from the leftmost word that can belong to it.
pub(super) fn at(page: Page<'_>, anchor: Span, floor: usize) -> Vec<Parsed> {
    let text = page.folded();
    let mut starts = vec![anchor.start];
    let mut here = anchor.start;
    while starts.len() < WORDS {
        let bare = back(text, here);
        let bare = if text[..bare].ends_with([',', '(']) && starts.len() > 1 { bare - 1 } else { bare };
        let Some(w) = word_before(text, bare).filter(|w| w.start >= floor) else { break };
        let word = &text[w.range()];
        let digits = word.bytes().all(|b| b.is_ascii_digit()) && starts.len() > 1;
        let clock = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['h', 'g']);
        if !(page.lexicon.calendar.leads(word) || digits || clock) {
            break;
        }
        here = w.start;
        starts.push(here);
    }
    starts
        .iter()
        .rev()
        .find_map(|&start| expression(page, start).filter(|all| covers(all, anchor)))
        .unwrap_or_default()
}

fn covers(all: &[Parsed], anchor: Span) -> bool {
    all.first().is_some_and(|p| p.start <= anchor.start) && all.iter().any(|p| p.end >= anchor.end)
}

/// Any date expression that begins at `start`.
fn expression(page: Page<'_>, start: usize) -> Option<Vec<Parsed>> {
    if let Some(p) = every::read(page, start).or_else(|| months::read(page, start)) {
        return Some(list::with_more(page, p));
    }
    if let Some(p) = term::years(page, start) {
        return Some(if p.rule == term::PLAIN { vec![p] } else { list::with_more(page, p) });
    }
    if let Some(days) = days::read(page, start).filter(|d| d.len() > 1 || d[0].kind == DateKind::Range) {
        return Some(days);
    }
    if let Some(years) = list::years(page, start) {
        return Some(years);
    }
    let (here, lead) = lead::read(page, start);
    let point = day::read(page, here, lead)
        .or_else(|| month::read(page, here))
        .or_else(|| decade::read(page, here))
        .or_else(|| year::worded(page, here));
    if let Some(p) = point {
        let p = day::with_time(page, Parsed { start, ..p }, lead);
        let p = relative::in_leaning_year(page, term::without_duration(page, p));
        return Some(
            join::with_end(page, &p).map_or_else(|| list::with_more(page, p), |joined| vec![joined]),
        );
    }
    relative::read(page, start).map(|p| relative::with_day(page, p)).or_else(|| {
        let p = year::bare(page, start)?;
        Some(join::with_end(page, &p).map_or_else(|| list::with_more(page, p), |joined| vec![joined]))
    })
}
