//! Which count is a stated part of which: "2.833 mô hình …, trong đó có 468 mô hình …".

use super::{Count, Page};
use crate::fact::Measure;
use crate::grammar::name::is_capital;
use crate::text::space::{ends_with, is_word, skip_inline, words};
use rust_decimal::Decimal;

/// A whole whose parts are being listed.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// Index of the whole.
    whole: usize,
    /// What is left of it after the parts so far.
    left: Decimal,
    /// Brackets that were open when it was announced.
    depth: usize,
    /// Whether a colon announced it, so that semicolons and bullets separate its parts.
    colon: bool,
}

/// Links every part to its whole, by the index of the whole.
pub(super) fn link(page: Page<'_>, counts: &mut [Count]) {
    let text = page.folded();
    let mut open: Vec<Open> = Vec::new();
    let mut depth = 0_usize;
    for i in 1..counts.len() {
        let from = counts[i - 1].span.end.min(counts[i].span.start);
        let between = &text[from..counts[i].span.start];
        let inside = inside_of(between) && fits(&counts[i], &counts[i - 1]);
        if inside {
            counts[i - 1].part_of = Some(i);
        }
        close(between, &mut open, &mut depth);
        if !inside && announces(page, from, between, counts[i].rule) {
            let whole = whole_before(text, counts, i);
            let colon = between.trim_end().ends_with(':') || between.contains(":\n");
            let left = |w: usize| counts[w].value_max.unwrap_or(counts[w].value);
            open.extend(whole.map(|whole| Open { whole, left: left(whole), depth, colon }));
        }
        if let Some(whole) = enclosing(counts, i, &mut open).filter(|_| !inside) {
            counts[i].part_of = Some(whole);
        }
    }
}

/// The innermost open whole that a count fits into; wholes that it does not fit are full and closed.
fn enclosing(counts: &[Count], i: usize, open: &mut Vec<Open>) -> Option<usize> {
    if counts[i].direction.is_some() {
        return None;
    }
    while let Some(last) = open.last_mut() {
        let whole = &counts[last.whole];
        if counts[i].measure == Measure::Percent {
            return None; // "148 trạm (98,0%)" says the same in another way
        }
        if fits(whole, &counts[i]) {
            let same = whole.unit == counts[i].unit && whole.noun == counts[i].noun;
            // parts whose noun is left out may overlap: "97 nữ, 331 dân tộc thiểu số"
            if !same || counts[i].value <= last.left || counts[i].rule == "count/elided" {
                last.left -= if same { counts[i].value.min(last.left) } else { Decimal::ZERO };
                return Some(last.whole);
            }
        } else if kind(counts[i].measure) != kind(whole.measure) {
            // money or a length of time beside the parts
            return None;
        }
        open.pop();
    }
    None
}

/// "215 đảng viên, đạt 107% kế hoạch; trong đó có 98 …": the nearest count of the sentence that can be the whole.
fn whole_before(text: &str, counts: &[Count], i: usize) -> Option<usize> {
    let near = (0..i).rev().take(4).take_while(|w| {
        let next = counts[w + 1].span.start;
        *w + 1 == i
            || text.get(counts[*w].span.end..next).is_some_and(|b| !b.contains('\n') && !b.contains(". "))
    });
    // "giảm 673 ha so cùng kỳ. Trong đó, lúa 6.194 ha": of a difference only what fits into it is a part
    let level = |w: &usize| {
        let whole = &counts[*w];
        countable(whole)
            && whole.value.is_sign_positive()
            && (whole.direction.is_none() || fits(whole, &counts[i]))
    };
    near.into_iter().find(|w| level(w) && (*w + 1 == i || fits(&counts[*w], &counts[i])))
}

/// Whether `part` can be a part of `whole`.
fn fits(whole: &Count, part: &Count) -> bool {
    countable(whole)
        && part.value.is_sign_positive()
        && part.value <= whole.value
        && kind(part.measure) == kind(whole.measure)
}

/// A share of things is a number of things.
fn kind(measure: Measure) -> Measure {
    if measure == Measure::Ratio { Measure::Count } else { measure }
}

fn countable(count: &Count) -> bool {
    matches!(count.measure, Measure::Count | Measure::Money | Measure::Physical | Measure::Ratio)
}

/// Whether the words between two counts announce parts of the first.
fn announces(page: Page<'_>, from: usize, between: &str, rule: &str) -> bool {
    let text = page.folded();
    // a new sentence lists the parts of the one before only where it begins so: "Trong đó, …"
    let fresh = fresh(between);
    let part = |at: usize| {
        let found = page.lexicon.context.part.at(text, from + at);
        found.is_some_and(|end| end <= from + between.len()) && !new_subject(page, from, from + at)
    };
    let told = if fresh > 0 {
        between[fresh..].find(is_word).is_some_and(|at| part(fresh + at))
    } else {
        words(between).any(|word| part(word.start))
    };
    // "Cờ thi đua: 12; Bằng khen: 135" are two labels
    let colon = between.trim_end().ends_with(':')
        && !between.contains([';', ',', '\n'])
        && fresh == 0
        && rule != "count/label";
    // "312 bằng khen (105 tập thể, 207 cá nhân)"
    // and "56 đơn (khiếu nại 12, tố cáo 8)", where the noun is left out
    let elided = rule == "count/elided" && !between.contains([';', '\n']) && fresh == 0;
    let row = elided && between.contains(')') && between.ends_with('('); // "(7 giải), Nam Định (5)"
    let bracket = between.trim_end().ends_with('(') && !between.contains([';', ',', '\n']) && !row
        || elided && !row && between.contains(['(', ':']);
    told || colon || bracket
}

/// "15 đồng chí, Ban Thường vụ gồm 5 đồng chí": a name after the comma has the parts, and not the count before it.
fn new_subject(page: Page<'_>, from: usize, at: usize) -> bool {
    let text = page.folded();
    let comma = text[from..at].rfind(',').map(|i| skip_inline(text, from + i + 1));
    text[at..].starts_with("gồm") && comma.is_some_and(|name| name < at && is_capital(page.shown(), name))
}

/// Where the last sentence between two counts begins; 0 where none does.
fn fresh(between: &str) -> usize {
    let line = between.rfind('\n').map_or(0, |i| i + 1);
    let stop = between.match_indices('.').rfind(|(i, _)| sentence_ends(between, *i));
    line.max(stop.map_or(0, |(i, _)| i + 1))
}

/// "3 trong số nhóm 6 người": the first is a part of the second.
fn inside_of(between: &str) -> bool {
    let between = between.trim();
    ["trong số", "trong tổng số", "trong nhóm"]
        .iter()
        .any(|w| between.starts_with(w) && !between.contains([',', ';', '.', ':', '\n']))
}

/// Closes what ends between two counts: brackets, lists without a colon at ";", everything at a sentence's end.
fn close(between: &str, open: &mut Vec<Open>, depth: &mut usize) {
    let bytes = between.as_bytes();
    if open.is_empty() {
        for at in memchr::memchr2_iter(b'(', b')', bytes) {
            *depth = if bytes[at] == b'(' { *depth + 1 } else { depth.saturating_sub(1) };
        }
    }
    // where nothing is open, nothing else is closed
    let rest = if open.is_empty() { &[] } else { bytes };
    for (at, &byte) in rest.iter().enumerate() {
        match byte {
            b'(' => *depth += 1,
            b')' => {
                *depth = depth.saturating_sub(1);
                open.retain(|o| o.depth <= *depth);
            }
            // in brackets it parts the items: "(Yên Thành 1; 3 thuyền viên)"
            b';' => open.retain(|o| o.colon || o.depth > 0),
            b'\n' if !item(&between[at + 1..]) => open.clear(),
            b'\n' => open.retain(|o| o.colon),
            b'.' if sentence_ends(between, at) => open.clear(),
            _ => {}
        }
    }
    if between.contains("\n\n") {
        *depth = 0;
    }
}

/// Whether a line is an item of a list.
fn item(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).starts_with(['-', '+', '*', '•', '–', '·'])
}

fn sentence_ends(between: &str, at: usize) -> bool {
    let rest = &between[at + 1..];
    rest.starts_with([' ', '\n'])
        && !rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
        && ends_with(between, at, &["tp", "đ", "tr", "ths", "ts", "gs", "pgs"]).is_none()
}
