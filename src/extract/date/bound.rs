//! Words before a point that open or close it: "đến hết năm 2019", "tính đến 15/6", "đến năm 2030".

use super::{Page, Parsed};
use crate::fact::{DateKind, Edtf};
use crate::lexicon::TimeRole;
use crate::text::space::{ends_with, floor};

/// The rule of a year that a plan reaches to.
pub(super) const HORIZON: &str = "date/horizon";

/// The point with what a word before it makes of it.
pub(super) fn bounded(page: Page<'_>, p: Parsed) -> Parsed {
    let text = page.folded();
    let Edtf::Point(point) = p.value else { return p };
    if p.kind == DateKind::Relative {
        return p;
    }
    let until =
        |start| Parsed { start, kind: DateKind::Range, value: Edtf::until(point), rule: "date/until", ..p };
    if let Some(start) = ends_with(text, p.start, &["hết"]) {
        return until(start);
    }
    if page.lexicon.context.as_of.precedes(text, p.start).is_some() {
        return until(p.start);
    }
    let horizon = p.kind == DateKind::Year && ends_with(text, p.start, &["đến", "tới"]).is_some();
    if horizon && planned(page, &p) {
        return Parsed { rule: HORIZON, ..until(p.start) };
    }
    p
}

/// Whether the clause speaks of a plan, or the year lies after the document's own.
fn planned(page: Page<'_>, p: &Parsed) -> bool {
    let text = page.folded();
    let own = page.info.dated.and_then(Edtf::year);
    if let (Some(own), Some(year)) = (own, p.value.year()) {
        return year > own;
    }
    let from = floor(text, p.start.saturating_sub(160));
    let clause = text[from..p.start].rsplit(['.', ';', '\n']).next().unwrap_or_default();
    let after = &text[p.end..floor(text, p.end + 60)];
    let after = after.split(['.', ';', '\n']).next().unwrap_or_default();
    page.lexicon.calendar.forms(TimeRole::Plan).any(|word| clause.contains(word))
        || page.lexicon.context.plan_after.is_in(after)
}
