//! Recipients in the lines of a list that the sentence announces.

use super::listing::names;
use super::recipient::{self, Recipient};
use super::sheet::Sheet;
use crate::grammar::name;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{lookahead, skip_inline, starts_with};
use rust_decimal::prelude::ToPrimitive as _;

/// The names, and after "cho" the groups, in the lines of a list that "gồm:" or "cho:" announces.
pub(super) fn named_lines(sheet: &Sheet<'_>, at: usize, sentence: Span, told: bool) -> Vec<Recipient> {
    let flat = sheet.flat();
    let rest = sheet.words(at.min(sentence.end), sentence.end).trim_end();
    let given = rest.contains("cho");
    let announced = rest.ends_with(':')
        && (rest.len() < 4 || given || ["gồm", "sau", "tên", "là"].iter().any(|w| rest.contains(w)));
    let mut all = Vec::new();
    if !announced {
        return all;
    }
    let mut here = sentence.end;
    for line in flat[here..].split_inclusive('\n').take(200) {
        let start = here;
        here += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let found = listed(sheet, start, line, given && told);
        if found.is_empty() {
            break;
        }
        all.extend(found.into_iter().map(|who| Recipient { end: at, ..who }));
    }
    all
}

/// "tặng Huân chương …: 02 tập thể" and two lines with the same mark below it: the names of just so many.
pub(super) fn counted_lines(sheet: &Sheet<'_>, group: &Recipient, sentence: Span) -> Vec<Recipient> {
    let flat = sheet.flat();
    let rest = sheet.words(group.end.min(sentence.end), sentence.end);
    let Some(n) = group.quantity.and_then(|n| n.to_usize()).filter(|n| (1..=200).contains(n)) else {
        return Vec::new();
    };
    if !rest.trim_matches([' ', '.', ';', '\n']).is_empty() {
        return Vec::new();
    }
    let sort =
        |line: &str| line.trim_start().chars().next().map(|c| if c.is_ascii_digit() { '1' } else { c });
    let mut here = sentence.end;
    // a line that goes on far is no item
    let near = lookahead(flat, here);
    if !near.contains('\n') && here + near.len() < flat.len() {
        return Vec::new();
    }
    let mut lines = flat[here..].split_inclusive('\n').filter_map(|line| {
        let start = here;
        here += line.len();
        (!line.trim().is_empty()).then_some((start, line))
    });
    let own: Vec<(usize, &str)> = lines.by_ref().take(n).collect();
    let mark = own.first().and_then(|(_, line)| sort(line));
    let more = lines.next().is_some_and(|(_, line)| sort(line) == mark);
    // the next line of one list is no part of this one
    let above = || {
        let lead = flat[..sentence.start].rsplit('\n').next().filter(|lead| !lead.trim().is_empty());
        sort(lead.unwrap_or(sheet.words(sentence.start, sentence.end)))
    };
    if own.len() < n || !own.iter().all(|(_, line)| sort(line) == mark) || more || above() == mark {
        return Vec::new();
    }
    let member = |(start, line): &(usize, &str)| {
        let mark = past_mark(line).filter(|mark| is_named(sheet, start + mark, start + line.len()));
        let found = mark.map(|_| listed(sheet, *start, line, false)).filter(|found| found.len() == 1)?;
        found.into_iter().next().map(|who| Recipient { end: group.end, ..who })
    };
    own.iter().map(member).collect::<Option<_>>().unwrap_or_default()
}

/// Whether words name someone: a body, also by its level alone ("Thanh tra tỉnh"), or more capitals than the first.
fn is_named(sheet: &Sheet<'_>, at: usize, end: usize) -> bool {
    let shown = sheet.page.shown();
    let words = sheet.words(at, end).trim_end_matches([' ', '.', ';', ',', '\n', '\r']);
    let capitals = shown[at..end].split(' ').filter(|w| w.starts_with(char::is_uppercase)).count();
    capitals > 1
        || [Role::Communes, Role::Districts, Role::Provinces]
            .iter()
            .any(|l| sheet.ends(*l, at + words.len()).is_some())
        || sheet.page.lexicon.body_names.at(sheet.flat(), shown, at).is_some()
}

/// Who stands in a line that begins with a list mark: a name, a group with its number, or the names after a label.
fn listed(sheet: &Sheet<'_>, start: usize, line: &str, counted: bool) -> Vec<Recipient> {
    let (flat, end) = (sheet.flat(), start + line.trim_end().len());
    let Some(opens) = past_mark(line).map(|mark| start + mark) else { return Vec::new() };
    // "- Tập thể: A; B", "b) Cá nhân: ông C"
    let label = starts_with(flat, opens, &["tập thể", "cá nhân", "về tập thể", "về cá nhân"])
        .map(|e| skip_inline(flat, e))
        .filter(|e| flat[*e..].starts_with(':'));
    if let Some(colon) = label {
        return names(sheet, skip_inline(flat, colon + 1), end);
    }
    if counted && recipient::counted_noun(sheet, opens) {
        return recipient::groups(sheet, opens, end);
    }
    let words = &flat[opens..end];
    let dash = [" - ", " – "].iter().filter_map(|mark| words.find(mark)).min();
    let stop = words.find([',', ';', '(', ':']).into_iter().chain(dash).min().map_or(end, |i| opens + i);
    let name = name::tidy(sheet.page.text, Span::new(opens, stop));
    if !name::is_capital(sheet.page.shown(), opens) || name.split(' ').count() > 18 {
        return Vec::new();
    }
    let person = ["ông ", "bà ", "đồng chí ", "đ/c "]
        .iter()
        .find_map(|p| name.to_lowercase().starts_with(p).then_some(p.len()));
    vec![Recipient { name: name[person.unwrap_or(0)..].to_owned(), end, ..Recipient::default() }]
}

/// Past the mark of a list's line: "- ", "1. ", "a) ".
fn past_mark(line: &str) -> Option<usize> {
    let lead = line.len() - line.trim_start().len();
    let words = &line[lead..];
    let letter = words.chars().next().filter(|c| c.is_alphabetic());
    let lettered = letter.filter(|c| words[c.len_utf8()..].starts_with([')', '.']));
    let from = lettered.map_or(0, |c| c.len_utf8() + 1);
    let mark = words[from..].find(|c: char| {
        !(c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '–' | '+' | '•' | '*' | ' ' | '\t'))
    })?;
    // the number of a group is no list mark
    let digits = words[from..from + mark].trim_end().ends_with(|c: char| c.is_ascii_digit());
    let mark = if digits {
        words[from..from + mark].trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).len()
    } else {
        mark
    };
    (from + mark > 0).then_some(lead + from + mark)
}
