//! When an event was: the places where a year can stand, the nearest first.

use super::event::Carried;
use super::mention::Mention;
use super::reason::{self, Reason};
use super::sheet::Sheet;
use super::time::{self, Years};
use super::{occasion, years};
use crate::fact::{Date, DateKind};
use crate::span::Span;
use crate::text::space::back;

/// The years of an event, nearest source first.
#[allow(
    clippy::too_many_arguments,
    reason = "the places where a year can stand, gathered by the only caller"
)]
pub(super) fn when(
    sheet: &Sheet<'_>,
    dates: &[Date],
    sentence: Span,
    clause: Span,
    mention: &Mention,
    (limit, end): (usize, usize),
    reason: &Reason,
    carried: &Carried,
    verb_start: usize,
) -> Years {
    let run = years::run_of_years(sheet, dates, mention.tail, clause, verb_start);
    if !run.is_empty() {
        return run;
    }
    let own = time::years(
        sheet,
        dates,
        sentence,
        clause,
        mention,
        limit,
        (carried.last_end.filter(|end| *end > sentence.start), &carried.owned),
    );
    if !own.is_empty() {
        return own;
    }
    let behind = time::behind(sheet, dates, end, clause.end);
    if !behind.is_empty() {
        return behind;
    }
    if !carried.years.is_empty() {
        return carried.years.clone();
    }
    let decided = occasion::decided(sheet, dates, sentence, mention, limit.max(end));
    if !decided.is_empty() {
        return decided;
    }
    if let Some(year) = reason::year(sheet, dates, reason) {
        return vec![year];
    }
    // "HCV biểu diễn và HCB quyền thuật tại giải vô địch năm 1996": the contest is that of both
    let shared = sheet.words(mention.tail, limit).trim();
    let shared = mention.prize
        && shared.ends_with("và")
        && !shared.contains([',', '('])
        && shared.split(' ').count() <= 7;
    let outside = reason.span.map_or(clause.end, |s| s.start);
    let to = if mention.prize && mention.chain > mention.tail || shared { clause.end } else { limit };
    let later =
        time::later(sheet, dates, Span::new(clause.start, to.min(outside.max(mention.tail))), mention);
    if later.is_empty() {
        occasion::occasion(sheet, dates, sentence, mention, (&carried.owned, &carried.told))
    } else {
        later
    }
}

/// A range directly beside the award: "Cờ thi đua năm học 2020-2021".
pub(super) fn beside(sheet: &Sheet<'_>, dates: &[Date], at: usize, limit: usize) -> Option<String> {
    let first = dates.partition_point(|d| d.span.start < at);
    let date = dates.get(first).filter(|d| d.kind == DateKind::Range && d.span.end <= limit.max(at))?;
    let gap = sheet.words(back(sheet.flat(), at), date.span.start).trim_matches([' ', '(', ',']);
    gap.is_empty().then(|| date.value.to_string())
}
