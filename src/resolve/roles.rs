//! Roles that the words around a date do not tell alone: `published`, `signed`, `award`.

use crate::extract::{Extraction, Page};
use crate::fact::{DateKind, Edtf, Role};

/// The dateline is `published`; dates beside citations and in the official header are `signed`.
pub(super) fn before_awards(page: Page<'_>, out: &mut Extraction) {
    let published = out.info.published;
    let signed = out.info.signed;
    let mut dateline = false;
    for date in &mut out.facts.dates {
        let own = published.is_some_and(|p| same_day(p, date.value));
        if own && !dateline && date.span.start < 3000 && date.role == Role::Event {
            date.role = Role::Published;
            dateline = true;
        }
        let head = signed == Some(date.value) && date.span.start < 2500;
        let beside = out.facts.citations.iter().any(|c| {
            let gap = page.folded().get(c.span.end..date.span.start);
            gap.is_some_and(|g| g.len() < 40 && c.date == Some(date.value) && !g.contains(['\n', ';']))
        });
        let law =
            page.folded()[..date.span.start].trim_end().rsplit([',', '.', ';', '(']).next().is_some_and(
                |clause| {
                    let clause = clause.trim();
                    date.kind == DateKind::Year
                        && clause.len() < 60
                        && (clause.starts_with("luật ") || clause.contains("bộ luật "))
                        && !clause.contains("năm ")
                },
            );
        if head || beside || law {
            date.role = Role::Signed;
        }
    }
}

fn same_day(a: Edtf, b: Edtf) -> bool {
    match (a, b) {
        (Edtf::Point(a), Edtf::Point(b)) => a.year == b.year && a.part == b.part,
        _ => false,
    }
}

/// Dates that date an award.
pub(super) fn of_awards(_page: Page<'_>, _out: &mut Extraction) {}
