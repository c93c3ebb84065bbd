//! The time that governs a count: a date in the same clause.

use super::{Count, Page};
use crate::fact::{Date, DateKind, Role};

/// How far a date may stand from the number, in bytes.
const NEAR: usize = 400;

/// Fills `period` from the nearest date before the number in its clause, or directly after its phrase.
pub(super) fn fill(page: Page<'_>, counts: &mut [Count], dates: &[Date]) {
    let text = page.folded();
    for count in counts {
        let at = dates.partition_point(|d| d.span.start < count.span.start);
        let before = dates[..at].iter().rev().take(3).find(|d| governs(d) && !birth(page, d)).filter(|d| {
            d.span.end <= count.span.start
                && count.span.start - d.span.end < NEAR
                && same_clause(&text[d.span.end..count.span.start])
        });
        let end = count.span.end + count.phrase.len();
        let after = dates[at..]
            .first()
            .filter(|d| governs(d) && d.span.start >= count.span.end && d.span.start <= end + 12);
        let after =
            after.filter(|d| !text[count.span.end..d.span.start].contains([',', ';', '.', ':', '\n']));
        count.period = after.or(before).map(|d| d.resolved.to_string());
    }
}

fn governs(date: &Date) -> bool {
    date.role != Role::Published
        && date.role != Role::Signed
        && date.kind != DateKind::Set
        && date.kind != DateKind::Relative
}

/// "sinh năm 1975" says when somebody was born, and nothing of what follows.
fn birth(page: Page<'_>, date: &Date) -> bool {
    page.lexicon.context.born.precedes(page.folded(), date.span.start).is_some()
}

fn same_clause(between: &str) -> bool {
    !between.contains([';', '\n'])
        && !between.match_indices('.').any(|(i, _)| between[i + 1..].starts_with(' '))
}
