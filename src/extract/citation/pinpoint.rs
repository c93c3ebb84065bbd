//! Pinpoints before a citation: "điểm a khoản 2 Điều 54 Luật số …".

use super::Page;
use crate::grammar::name;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor};

/// How far a pinpoint may reach to the left, in bytes.
const REACH: usize = 160;

/// The words of the pinpoint that ends where a citation begins, as written; empty where there is none.
pub(super) fn before(page: Page<'_>, start: usize) -> String {
    let text = page.folded();
    let end = ends_with(text, start, &["của", "tại", "trong"]).map_or(start, |s| back(text, s));
    let from = floor(text, end.saturating_sub(REACH));
    let mut begin = None;
    let mut here = back(text, end);
    while here > from {
        let Some(part) = part_before(page, here) else { break };
        begin = Some(part);
        let next = back(text, part);
        let next = if text[..next].ends_with([',', ';']) { back(text, next - 1) } else { next };
        here = ends_with(text, next, &["và", "của", "hoặc"]).map_or(next, |s| back(text, s));
    }
    begin.map_or_else(String::new, |b| name::tidy(page.text, Span::new(b, back(text, end))))
}

/// "khoản 2", "khoản 1, 2 và 3", "điểm a": where the part that ends at `end` begins.
fn part_before(page: Page<'_>, end: usize) -> Option<usize> {
    let text = page.folded();
    let mut here = end;
    for _ in 0..8 {
        let number = number_before(text, here)?;
        if let Some(start) = page.lexicon.context.pinpoint.precedes(text, number) {
            return Some(start);
        }
        let next = back(text, number);
        here = if text[..next].ends_with(',') {
            back(text, next - 1)
        } else {
            back(text, ends_with(text, next, &["và", "hoặc"])?)
        };
    }
    None
}

/// A number, one letter or a roman number, with its start: "2", "a", "đ", "III", "5a".
fn number_before(text: &str, end: usize) -> Option<usize> {
    let start = text[..end]
        .char_indices()
        .rev()
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(0, |(i, c)| i + c.len_utf8());
    let word = &text[start..end];
    let digits = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 4;
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let roman = !word.is_empty() && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    (digits || letter || roman).then_some(start)
}
