//! What an award was given for, and the period and place that the reason names.

use super::Page;
use crate::fact::{Date, DateKind, Edtf};
use crate::grammar::name;
use crate::span::Span;
use crate::text::space::{skip, starts_with};

/// The words of a reason and where they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Reason {
    pub words: String,
    span: Option<Span>,
}

const LEADS: [&str; 16] = [
    "vì đã có",
    "vì đã",
    "vì có",
    "vì",
    "do đã có",
    "do có",
    "về thành tích",
    "đã có",
    "có thành tích",
    "có nhiều thành tích",
    "đơn vị",
    "tập thể có",
    "trong",
    "hoàn thành",
    "làm tốt",
    "xuất sắc",
];

/// Reads the reason that begins after an award and its recipients.
pub(super) fn read(
    page: Page<'_>,
    dates: &[Date],
    at: usize,
    limit: usize,
    clause: usize,
) -> (Reason, Option<String>) {
    let text = page.folded();
    let mut here = skip(text, at);
    if text[here..].starts_with(['”', '"', ',']) {
        here = skip(text, here + text[here..].chars().next().map_or(1, char::len_utf8));
    }
    let Some(end) = LEADS.iter().find_map(|l| starts_with(text, here, &[l])) else {
        return (Reason::default(), None);
    };
    let lead = &text[here..end];
    let start = if lead.starts_with("vì") || lead.starts_with("do") {
        skip(text, here + lead.split(' ').next().map_or(0, str::len))
    } else {
        here
    };
    let stop = cut(page, start, limit.max(start), clause.max(start));
    let span = Span::new(start, stop.max(start));
    let period = dates
        .iter()
        .find(|d| span.contains(d.span) && d.kind == DateKind::Range)
        .map(|d| d.value.to_string());
    (Reason { words: name::tidy(page.text, span), span: Some(span) }, period)
}

/// The reason ends where another giver begins: ", Ủy ban nhân dân tỉnh tặng", " và Thủ tướng Chính phủ tặng".
fn cut(page: Page<'_>, start: usize, limit: usize, clause: usize) -> usize {
    let text = page.folded();
    if limit >= clause {
        return clause.min(text[start..clause].find(". ").map_or(clause, |i| start + i)).max(start);
    }
    let words = &text[start..limit];
    let marks = words
        .match_indices(", ")
        .map(|(i, m)| (i, i + m.len()))
        .chain(words.match_indices(" và ").map(|(i, m)| (i, i + m.len())));
    let own = marks.filter(|(_, next)| {
        let at = start + next;
        page.lexicon.body_names.at(text, page.shown(), at).is_some()
            || page.lexicon.award_names.at(text, page.shown(), at).is_some()
            || text[at..].starts_with(|c: char| c.is_ascii_digit())
    });
    own.map(|(i, _)| i).max().map_or(limit, |i| start + i)
}

/// The year that a reason names, for an award that has none of its own.
pub(super) fn year(dates: &[Date], reason: &Reason) -> Option<i16> {
    let span = reason.span?;
    let mut inside = dates.iter().filter(|d| span.contains(d.span));
    inside
        .find(|d| d.kind == DateKind::Year && matches!(d.value, Edtf::Point(_)))
        .and_then(|d| d.value.year())
}

/// "xếp thứ Nhì": a place that the reason states.
pub(super) fn place(reason: &str) -> Option<u8> {
    const PLACES: [(&str, u8); 9] =
        [("nhất", 1), ("nhì", 2), ("hai", 2), ("ba", 3), ("i", 1), ("ii", 2), ("iii", 3), ("2", 2), ("3", 3)];
    let at = reason.find("xếp thứ").map(|i| i + "xếp thứ".len())?;
    let word = reason[at..].split_whitespace().next()?.trim_matches(|c: char| !c.is_alphanumeric());
    PLACES.iter().find(|(w, _)| *w == word).map(|(_, rank)| *rank)
}
