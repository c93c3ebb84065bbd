//! Several years of one award: lists of them, and runs of years.

use super::sheet::Sheet;
use super::time::{Years, is_year};
use crate::fact::{Date, DateKind, Edtf};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::skip_inline;

/// "3 năm liền (2016 - 2018)" after a title, or before the verb: one year each.
pub(super) fn run_of_years(sheet: &Sheet<'_>, dates: &[Date], at: usize, clause: Span, verb: usize) -> Years {
    let after = run_at(sheet, dates, at);
    if !after.is_empty() {
        return after;
    }
    let Some(number) = sheet.last_run(clause.start, verb) else { return Vec::new() };
    let years = run_at(sheet, dates, number);
    // "5 năm liền (2018 - 2022) và trao Huy hiệu": the run stands right before the verb that it tells of
    let gap = years.last().map_or("", |y| sheet.words(y.1.end, verb)).trim_matches([' ', ')', ',']);
    let beside = gap.split_whitespace().count() <= 2 && !gap.starts_with("và");
    if beside { years } else { Vec::new() }
}

fn run_at(sheet: &Sheet<'_>, dates: &[Date], at: usize) -> Years {
    let flat = sheet.flat();
    let here = skip_inline(flat, at);
    let Some(n) = crate::grammar::numeral::number(flat, here) else { return Vec::new() };
    let Some(end) = sheet.starts(Role::Runs, n.end) else {
        return Vec::new();
    };
    let beside = |d: &&Date| {
        let gap = sheet.words(end, d.span.start).trim_matches([' ', '(', ',', ':']);
        d.span.start >= end && matches!(gap, "" | "từ" | "các") && d.kind == DateKind::Range
    };
    let range = dates.iter().find(beside);
    let Some((d, Edtf::Interval(Some(a), Some(b)))) = range.map(|d| (d, d.value)) else { return Vec::new() };
    let (Some(first), Some(last)) = (a.year, b.year) else { return Vec::new() };
    let whole = n.value == rust_decimal::Decimal::from(last - first + 1) && last - first < 12;
    if whole { (first..=last).map(|y| (y, d.span)).collect() } else { Vec::new() }
}

/// The year with its neighbours in an enumeration: "năm 2018 và 2019", "(1985, 1996)".
pub(super) fn enumeration(sheet: &Sheet<'_>, dates: &[Date], d: &Date) -> Years {
    let Some(place) = dates.iter().position(|x| x.span == d.span).filter(|_| is_year(d)) else {
        return d.value.year().map(|y| (y, d.span)).into_iter().collect();
    };
    let (mut first, mut last) = (place, place);
    while first > 0 && listed(sheet, &dates[first - 1], &dates[first]) {
        first -= 1;
    }
    while last + 1 < dates.len() && listed(sheet, &dates[last], &dates[last + 1]) {
        last += 1;
    }
    dates[first..=last].iter().filter_map(|d| Some((d.value.year()?, d.span))).collect()
}

/// Whether two years are neighbours in a list: "2018 và 2019", "1985, 1996", "năm 2001 và năm 2008".
fn listed(sheet: &Sheet<'_>, a: &Date, b: &Date) -> bool {
    let gap = sheet.words(a.span.end, b.span.start).trim();
    let bare = sheet.words(b.span.start, b.span.end).starts_with(|c: char| c.is_ascii_digit());
    is_year(a) && is_year(b) && (matches!(gap, "và" | ", và") || bare && matches!(gap, "," | ";"))
}
