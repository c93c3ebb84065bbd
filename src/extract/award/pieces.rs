//! The commas of a subject: those inside one noun phrase, and the one before it.

use super::recipient;
use super::sheet::Sheet;
use super::subject::{begins, counts_people, strip};
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::text::space::skip;

/// From the last comma on, with the commas that stand inside a noun phrase.
pub(super) fn pieces(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let flat = sheet.flat();
    let depth = |at: usize| flat[from..at].matches('(').count() > flat[from..at].matches(')').count();
    let commas: Vec<usize> =
        flat[from..end].match_indices(", ").map(|(i, _)| from + i).filter(|at| !depth(*at)).collect();
    let mut start = commas.last().map_or(from, |c| skip(flat, c + 1));
    for i in (0..commas.len()).rev() {
        let left = if i == 0 { from } else { skip(flat, commas[i - 1] + 1) };
        if !joined(sheet, left, start, end) {
            break;
        }
        start = left;
    }
    start
}

/// Whether the piece before a comma and the one after it make one noun phrase.
fn joined(sheet: &Sheet<'_>, left: usize, right: usize, end: usize) -> bool {
    let flat = sheet.flat();
    let shown = sheet.page.shown();
    let left = strip(sheet, left, right);
    let post = sheet.starts(Role::Posts, right).is_some();
    let person = sheet.starts(Role::Persons, left).is_some() || sheet.starts(Role::Posts, left).is_some();
    let unit = |at: usize| sheet.page.lexicon.unit_names.at(flat, shown, at).is_some();
    // "toàn huyện có 12 tập thể, 30 cá nhân"
    let number = flat[left..right].rfind(" có ").map_or(left, |i| skip(flat, left + i + " có".len()));
    // "13 em dự thi, 9 em đạt giải": who only takes part gets nothing
    let partakes = sheet.first(Role::Partakes, left, right).is_some();
    let counted = recipient::counted(sheet, number)
        .is_some_and(|n| unit(skip(flat, n.end)) || flat[n.end..].starts_with('%'))
        // "18 cán bộ quản lý, giáo viên, nhân viên": nouns alone share the number before the first
        || unit(left) && right - left < 40;
    let noun = sheet.page.lexicon.unit_names.at(flat, shown, right).is_some()
        || numeral::number(flat, right).is_some_and(|n| n.digits);
    let item = |at: usize| begins(sheet, at) || sheet.page.lexicon.unit_names.at(flat, shown, at).is_some();
    let listed = sheet.words(right, end).contains(" và ") && item(left) && item(right);
    let adverbial = sheet.starts(Role::Openers, left).is_some();
    // "2 đồng chí gồm A, B"
    let listed = listed || counted_list(sheet, number, right);
    if partakes {
        return false;
    }
    post && (person || name::is_capital(shown, left)) && !adverbial
        || counted && noun && !adverbial
        || listed && !adverbial
}

/// "2 đồng chí gồm A": a number of people whose names have begun.
fn counted_list(sheet: &Sheet<'_>, at: usize, end: usize) -> bool {
    counts_people(sheet, at) && [" gồm ", " là "].iter().any(|w| sheet.words(at, end).contains(w))
}
