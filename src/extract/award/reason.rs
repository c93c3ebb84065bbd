//! What an award was given for, and the period, year and place that the reason names.

use super::rank;
use super::sheet::Sheet;
use super::time;
use crate::fact::{Date, DateKind, Edtf};
use crate::grammar::name;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{skip, starts_with};

/// The words of a reason and where they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Reason {
    pub words: String,
    pub span: Option<Span>,
    pub period: Option<String>,
}

/// Reads the reason that begins at `at`, after an award and its recipients.
pub(super) fn read(sheet: &Sheet<'_>, dates: &[Date], at: usize, limit: usize, clause: usize) -> Reason {
    let flat = sheet.flat();
    let (limit, clause) = (limit.max(at), clause.max(at));
    let mut here = skip(flat, sheet.after_quote(at));
    if flat[here..].starts_with(',') {
        here = skip(flat, here + 1);
    }
    let near = sheet.starts(Role::Reasons, here).filter(|e| *e <= clause).map(|e| Span::new(here, e));
    let Some(lead) = near.or_else(|| far(sheet, at, limit)) else { return Reason::default() };
    let start = match starts_with(flat, lead.start, &["vì", "do"]) {
        Some(end) => skip(flat, end),
        None => lead.start,
    };
    let stop = cut(sheet, start, limit.max(start), clause.max(start));
    let span = Span::new(start, stop.max(start));
    let period = dates
        .iter()
        .find(|d| span.contains(d.span) && d.kind == DateKind::Range)
        .map(|d| d.value.to_string());
    Reason { words: name::tidy(sheet.page.text, span), span: Some(span), period }
}

fn far(sheet: &Sheet<'_>, at: usize, limit: usize) -> Option<Span> {
    let words = sheet.words(at, limit);
    let stop = words.find([';', ':', '\n']).unwrap_or(words.len());
    sheet.first(Role::FarReasons, at, at + stop)
}

/// The reason ends where another giver or award begins: ", Ủy ban nhân dân tỉnh tặng", " và Thủ tướng Chính phủ tặng".
fn cut(sheet: &Sheet<'_>, start: usize, limit: usize, clause: usize) -> usize {
    let (flat, page) = (sheet.flat(), sheet.page);
    let listed = |i: usize| {
        flat[i + 1..].trim_start().starts_with("gồm") || flat[i + 1..].trim_start().starts_with("cụ thể")
    };
    let stop = |end: usize| {
        let words = sheet.words(start, end);
        let full = words.find(". ").map(|i| start + i);
        let list = words.match_indices(',').map(|(i, _)| start + i).find(|i| listed(*i));
        let aside = [", ngoài ra", ", riêng ", ", đồng thời"].iter().filter_map(|w| words.find(w)).min();
        let note = words.find(" (có danh sách").map(|i| start + i);
        let giver = words.rfind(" do ").filter(|i| {
            let at = start + i + " do ".len();
            page.lexicon.body_names.at(flat, page.shown(), at).is_some()
        });
        [full, list, note, giver.map(|i| start + i), aside.map(|i| start + i)]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(end)
    };
    if limit >= clause {
        return stop(clause);
    }
    let words = sheet.words(start, limit);
    let marks = words
        .match_indices(", ")
        .map(|(i, m)| (i, i + m.len()))
        .chain(words.match_indices(" và ").map(|(i, m)| (i, i + m.len())));
    let own = marks.filter(|(_, next)| {
        let at = start + next;
        page.lexicon.body_names.at(flat, page.shown(), at).is_some()
            || page.lexicon.award_names.at(flat, page.shown(), at).is_some()
            || flat[at..].starts_with(|c: char| c.is_ascii_digit())
            || sheet.starts(Role::Gives, at).is_some()
    });
    stop(own.map(|(i, _)| i).max().map_or(limit, |i| start + i))
}

/// The year that a reason names, for an award that has none of its own.
pub(super) fn year(sheet: &Sheet<'_>, dates: &[Date], reason: &Reason) -> Option<(i16, Span)> {
    let span = reason.span?;
    let mut inside = dates.iter().filter(|d| span.contains(d.span));
    inside
        .find(|d| d.kind == DateKind::Year && matches!(d.value, Edtf::Point(_)) && !time::compares(sheet, d))
        .and_then(|d| Some((d.value.year()?, d.span)))
}

/// "xếp thứ Nhì": a place that the reason states.
pub(super) fn place(reason: &str) -> Option<u8> {
    let at = reason.find("xếp thứ").map(|i| i + "xếp thứ".len())?;
    let word = reason[at..].split_whitespace().next()?.trim_matches(|c: char| !c.is_alphanumeric());
    rank::of_word(word)
}
