//! Where a further recipient or group begins.

use super::recipient::{noun_at, noun_follows};
use super::sheet::Sheet;
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::text::space::{skip, skip_inline, starts_with, word, words};

/// A further group begins with a number after a counted one, with a name after a named one.
pub(super) fn group_begins(sheet: &Sheet<'_>, at: usize, counted: bool) -> bool {
    let (flat, shown, lexicon) = (sheet.flat(), sheet.page.shown(), sheet.page.lexicon);
    let award = |at: usize| lexicon.award_names.at(flat, shown, at).is_some();
    let at = starts_with(flat, at, &["từ", "hơn", "gần", "khoảng", "trên"]).map_or(at, |e| skip(flat, e));
    let number = numeral::number(flat, at);
    if award(at)
        || number.is_some_and(|n| award(skip(flat, n.end)))
        || sheet.starts(Role::Gives, at).is_some()
    {
        return false;
    }
    let group = number.is_some_and(|n| n.digits || noun_at(sheet, skip(flat, n.end)));
    if counted {
        return group;
    }
    let person = sheet.starts(Role::Persons, at).is_some();
    let place =
        lexicon.unit_names.at(flat, shown, at).is_some_and(|(e, _)| name::is_capital(shown, skip(flat, e)));
    let giver = gives_next(sheet, at);
    if sheet.starts(Role::Posts, at).is_some() {
        return false;
    }
    // "phim “Đất lạ” và phim “Ngõ vắng”"
    let titled = word(flat, at).is_some_and(|w| flat[skip_inline(flat, w.end)..].starts_with('“'));
    (person || place || titled || group && noun_follows(sheet, at) || name::is_capital(shown, at)) && !giver
}

/// Whether a body at `at` is the giver of a clause of its own: "…, Ủy ban nhân dân tỉnh tặng".
fn gives_next(sheet: &Sheet<'_>, at: usize) -> bool {
    let flat = sheet.flat();
    let Some(end) = sheet.name_end(at) else { return false };
    let mut here = end;
    while let Some(next) = sheet.starts(Role::Adverbs, here).filter(|e| *e > here && *e < end + 60) {
        here = next;
    }
    sheet.starts(Role::Gives, skip(flat, here)).is_some()
}

/// "Đại úy Lò Văn Sơn, Bệnh viện Quân y 103 vì …": the body that ends a list of one person is where the person works.
pub(super) fn works_at(sheet: &Sheet<'_>, here: usize, next: usize, limit: usize) -> bool {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let person = sheet.starts(Role::Persons, here).is_some_and(|e| name::is_capital(shown, skip(flat, e)));
    let body = sheet.starts(Role::Heads, next).is_some()
        || sheet.page.lexicon.body_names.at(flat, shown, next).is_some();
    let end = super::extent::group_end(sheet, next, limit);
    let more = flat[end.min(flat.len())..].trim_start().starts_with([',', ';'])
        || starts_with(flat, end, &["và", "cùng"]).is_some();
    person && body && !more
}

/// "thị xã Đông Mỏ, tỉnh Lạng Hà": the place behind a comma is where the one before it lies.
pub(super) fn lies_in(sheet: &Sheet<'_>, here: usize, next: usize) -> bool {
    const LEVELS: [Role; 3] = [Role::Communes, Role::Districts, Role::Provinces];
    let level = |at: usize| LEVELS.iter().rposition(|level| sheet.starts(*level, at).is_some());
    let outer = level(next);
    let inner = words(sheet.words(here, next)).filter_map(|w| level(here + w.start)).last();
    outer.is_some() && inner < outer && inner.is_some()
}
