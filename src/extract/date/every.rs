//! Recurrences: "hằng năm", "mỗi tháng".

use super::{Page, Parsed};
use crate::fact::{DateKind, Edtf, Lean};
use crate::grammar::name::is_capital;
use crate::lexicon::TimeRole;
use crate::text::space::{starts_with, word_before};

/// Reads a recurrence.
pub(super) fn read(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let (end, entry) = page.lexicon.calendar.at(TimeRole::Every, text, at)?;
    // "hàng năm trời" is idle
    let idle = starts_with(text, end, &["trời", "lễ liền", "liền"]).is_some();
    // "diện tích cây hàng năm": plants that live for a year
    let crop = page.lexicon.context.annual.precedes(text, at).is_some();
    // "bà Lê Thị Hằng ngày 4/7 cho biết": a name
    let name = word_before(text, at).is_some_and(|w| {
        text[w.end..at] == *" " && is_capital(page.shown(), w.start) && is_capital(page.shown(), at)
    });
    let unit = entry.unit.chars().next().filter(|_| !idle && !crop && !name)?;
    Some(Parsed::new(at, end, DateKind::Set, Edtf::Set(unit), "date/set"))
}

/// "Hằng năm … nhiệm vụ năm sau": what recurs does not lean on the document's date.
pub(super) fn without_leaning(page: Page<'_>, found: Vec<Parsed>) -> Vec<Parsed> {
    let mut sentence = 0..0;
    let mut kept = found;
    kept.retain(|p| {
        if p.kind == DateKind::Set {
            sentence = page.sentences.around(page.text, p.span()).range();
        }
        let leans = matches!(p.lean, Some(Lean::Year(1 | -1) | Lean::Month(1 | -1)));
        !(leans && sentence.contains(&p.start))
    });
    kept
}
