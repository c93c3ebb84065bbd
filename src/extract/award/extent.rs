//! How far the words about one recipient or group reach.

use super::begin::group_begins;
use super::recipient::{counted, noun_follows};
use super::sheet::Sheet;
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::text::space::{skip, skip_inline, starts_with, word};

/// Where one group ends: at a comma, "và" before another group, or a word of reason.
pub(super) fn group_end(sheet: &Sheet<'_>, at: usize, limit: usize) -> usize {
    let flat = sheet.flat();
    let limit = limit.max(at);
    let stop = mark(sheet, at, limit);
    // the noun itself may hold such a word: "12 người có công"
    let noun = counted(sheet, at)
        .and_then(|n| sheet.page.lexicon.unit_names.at(flat, sheet.page.shown(), skip(flat, n.end)));
    // "các đơn vị còn lại": the noun is no word of reason
    let plural = starts_with(flat, at, &["các", "những"]).map(|e| skip(flat, e));
    let noun = noun.or_else(|| sheet.page.lexicon.unit_names.at(flat, sheet.page.shown(), plural?));
    let after = noun.map_or_else(|| word(flat, at).map_or(at, |w| w.end), |(e, _)| e).min(stop);
    let cut = [Role::Ends, Role::Reasons]
        .into_iter()
        .filter_map(|role| sheet.first(role, after, stop))
        .map(|s| s.start)
        .chain(sheet.last_run(after, stop))
        .min()
        .unwrap_or(stop);
    // "12 tập thể xuất sắc và 3 cá nhân", "20 tập thể tiêu biểu, 5 hộ": another group goes on behind the adjective
    let praised =
        starts_with(flat, cut, &["xuất sắc", "tiêu biểu", "điển hình"]).map(|e| skip_inline(flat, e));
    let goes_on = praised.and_then(|e| {
        let next = if flat[e..].starts_with(',') { e + 1 } else { starts_with(flat, e, &["và"])? };
        (next < limit && noun_follows(sheet, skip(flat, next))).then_some(e)
    });
    if let Some(end) = goes_on {
        return end;
    }
    let cut = quoted(flat, after, cut, stop);
    let numbered = numeral::number(flat, at).is_some();
    let joints = |joint: &'static str| {
        flat[at..cut].match_indices(joint).map(move |(i, j)| (at + i, at + i + j.len()))
    };
    let and = joints(" và ").chain(joints(" cùng với ")).chain(joints(" cùng ")).filter(|&(_, next)| {
        numbered && numeral::number(flat, next).is_some()
            || !numbered && group_begins(sheet, next, false) && !one_body(sheet, at, next)
            || sheet.page.lexicon.award_names.at(flat, sheet.page.shown(), next).is_some()
            || sheet.starts(Role::Gives, next).is_some()
    });
    and.map(|(i, _)| i).min().unwrap_or(cut)
}

/// "Phòng Văn hóa và Thông tin": the name of one body, whose second part is no body or person of its own.
pub(super) fn one_body(sheet: &Sheet<'_>, at: usize, next: usize) -> bool {
    let (flat, shown, lexicon) = (sheet.flat(), sheet.page.shown(), sheet.page.lexicon);
    let head = |at: usize| {
        sheet.starts(Role::Heads, at).is_some()
            || lexicon.body_names.at(flat, shown, at).is_some()
            || lexicon.unit_names.at(flat, shown, at).is_some()
    };
    // "Ngô Thị Thềm (xã Nà Hạ) và Tạ Văn Quýnh": a bracket tells them apart, and so do capitals alone
    let left = shown[at..next].trim_end_matches([' ', 'v', 'à']);
    let person = left.split_whitespace().all(|w| w.starts_with(char::is_uppercase))
        && sheet.starts(Role::Heads, at).is_none()
        && lexicon.body_names.at(flat, shown, at).is_none();
    !left.contains('(')
        && !person
        && name::is_capital(shown, at)
        && name::is_capital(shown, next)
        && head(at)
        && !head(next)
        && sheet.starts(Role::Persons, next).is_none()
}

/// The first mark that ends a group; a full stop after an initial does not.
fn mark(sheet: &Sheet<'_>, at: usize, limit: usize) -> usize {
    let flat = sheet.flat();
    let words = sheet.words(at, limit);
    words
        .char_indices()
        .find(|&(i, c)| match c {
            ';' | '|' | '(' | ')' | ':' | '\n' | ',' | '!' | '?' => !digits_around(flat, at + i),
            '.' => {
                !digits_around(flat, at + i)
                    && (words[i + 1..].is_empty() || words[i + 1..].starts_with([' ', '\n', '/']))
                    && !words[..i].ends_with("tp")
            }
            _ => false,
        })
        .map_or(limit, |(i, _)| at + i)
}

fn digits_around(flat: &str, at: usize) -> bool {
    let digit = |b: Option<&u8>| b.is_some_and(u8::is_ascii_digit);
    at > 0 && digit(flat.as_bytes().get(at - 1)) && digit(flat.as_bytes().get(at + 1))
}

/// A word inside quotes does not end a group: dự án “Ứng dụng theo dõi …”.
fn quoted(flat: &str, at: usize, cut: usize, stop: usize) -> usize {
    let open = flat[at..cut].matches('“').count() > flat[at..cut].matches('”').count();
    if open { flat[cut..stop].find('”').map_or(cut, |i| cut + i + '”'.len_utf8()) } else { cut }
}
