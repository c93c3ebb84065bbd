//! The places where a date may stand, and the order in which its forms are tried there.

use super::{Page, Parsed, day, days, decade, every, join, lead, list, month, months, relative, term, year};
use crate::fact::DateKind;
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{back, skip_inline, word_before, word_end};

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
///
/// `barren` holds places at which no date begins, as far as they were tried before; a place is tried once.
pub(super) fn at(page: Page<'_>, anchor: Span, floor: usize, barren: &mut Vec<usize>) -> Vec<Parsed> {
    let text = page.folded();
    let (mut starts, mut number) = ([anchor.start; WORDS], 1);
    let mut here = anchor.start;
    while number < WORDS {
        let bare = back(text, here);
        let bare = if text[..bare].ends_with([',', '(']) && number > 1 { bare - 1 } else { bare };
        let Some(w) = word_before(text, bare).filter(|w| w.start >= floor) else { break };
        let word = &text[w.range()];
        let digits = word.bytes().all(|b| b.is_ascii_digit()) && number > 1;
        let clock = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['h', 'g']);
        if !(page.lexicon.calendar.leads(word) || digits || clock) {
            break;
        }
        here = w.start;
        starts[number] = here;
        number += 1;
    }
    if number == 1 && is_plain(page, anchor) {
        return Vec::new();
    }
    starts[..number]
        .iter()
        .rev()
        .find_map(|&start| {
            let tried = barren.iter().rev().take(2 * WORDS).any(|&known| known == start);
            let read = if tried { None } else { expression(page, start) };
            if read.is_none() && !tried {
                barren.push(start);
            }
            read.filter(|all| covers(all, anchor))
        })
        .unwrap_or_default()
}

/// Whether a number with nothing of a date before it begins none, by the word after it: "12 mô hình", "hai con".
fn is_plain(page: Page<'_>, anchor: Span) -> bool {
    let text = page.folded();
    let bytes = text.as_bytes();
    let digits = bytes[anchor.start].is_ascii_digit();
    // a year, and words that begin dates of their own
    if digits && anchor.end - anchor.start == 4 || !digits && !is_number(&text[anchor.range()]) {
        return false;
    }
    let next = skip_inline(text, anchor.end);
    let end = word_end(text, next);
    next > anchor.end
        && end > next
        && !bytes[next].is_ascii_digit()
        && !page.lexicon.context.date_on.is(&text[next..end])
}

/// Whether a word is one that a date can only begin with as a number.
fn is_number(word: &str) -> bool {
    matches!(word, "một" | "hai" | "ba" | "bốn" | "sáu" | "bảy" | "bẩy" | "tám" | "chín" | "mười" | "hăm")
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
        return Some(match p.rule {
            term::PLAIN => vec![p],
            _ => list::with_more(page, join::spans(page, p)),
        });
    }
    if let Some(days) = days::read(page, start).filter(|d| d.len() > 1 || d[0].kind == DateKind::Range) {
        return Some(days);
    }
    if let Some(years) = list::years(page, start) {
        return Some(years);
    }
    let (here, lead) = lead::read(page, start);
    // "cuối năm học 2019 - 2020"
    if let Some(p) = term::years(page, here).filter(|p| lead.edge && p.rule == term::TERM) {
        return Some(vec![Parsed { start, ..p }]);
    }
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
