//! How far a verb reaches: over the words that lead up to a name, recipients, other awards, the items of a list.

use super::mention::Mention;
use super::sheet::{Cue, Sheet};
use crate::lexicon::Role;
use crate::text::space::{back, ends_with};

/// Whether only words that lead up to a name stand between a verb and an award.
pub(super) fn direct(sheet: &Sheet<'_>, end: usize, at: usize) -> bool {
    let here = sheet.before_name(at);
    let rest = sheet.words(end, here.max(end)).trim_matches([' ', ':']);
    here <= end
        || rest.is_empty()
        || sheet.is_role(Role::Direct, rest)
        || rest.starts_with("cho ") && rest.ends_with(" một") && rest.len() < 40
        || rest.split(' ').count() <= 3
            && crate::grammar::numeral::number(rest, 0).is_some_and(|n| n.end == rest.len())
}

/// Whether the verb opens a list that a colon announces, and the mention begins one of its items.
pub(super) fn leads(sheet: &Sheet<'_>, cue: Cue, at: usize) -> bool {
    let gap = sheet.words(cue.end, at);
    let Some(colon) = gap.find(':').filter(|i| *i < 60 && !gap[..*i].contains([',', ';'])) else {
        return false;
    };
    let item = gap[colon + 1..].rsplit([';', ':', ',']).next().unwrap_or_default();
    let item = item
        .trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '“' | '"'));
    item.is_empty() || matches!(item, "danh hiệu" | "và") || item.starts_with("năm ") && item.len() < 30
}

/// A verb of giving reaches over recipients and other awards to the items of its list.
pub(super) fn gives(sheet: &Sheet<'_>, cue: Cue, at: usize, last: Option<usize>) -> bool {
    if leads(sheet, cue, at) {
        return true;
    }
    let gap = sheet.words(cue.end, at);
    let other = last.is_some_and(|end| end > cue.start);
    if gap.contains([';', '\n']) || gap.len() > 700 {
        return false;
    }
    if other {
        return follows_list(sheet, at);
    }
    let label = gap.find(':').is_some_and(|i| i > 40);
    gap.len() < 260 && !label && !sheet.cues(cue.end, at).iter().any(|c| c.role == Role::Gets)
}

/// "đạt giải với 93 giải Nhất", "đoạt 3 giải, trong đó có 1 giải Nhì": the kinds of what was won.
pub(super) fn wins(sheet: &Sheet<'_>, cue: Cue, at: usize, mention: &Mention) -> bool {
    let gap = sheet.words(cue.end, at);
    let lead = sheet.before_name(at);
    let opened = sheet.words(cue.end, lead).ends_with(['(', ':', ','])
        || ends_with(sheet.flat(), lead, &["với", "gồm", "có", "và", "là"]).is_some_and(|s| s >= cue.end);
    mention.counted.is_some()
        && gap.len() < 200
        && !gap.contains(';')
        && opened
        && gap.trim_start().contains("giải")
        || mention.prize
            && gap.len() < 40
            && !gap.contains([',', ';', ':', '%'])
            && sheet.cues(cue.end, at).is_empty()
}

/// "đạt danh hiệu Chi bộ trong sạch vững mạnh": the title begins with whose it is.
pub(super) fn titled(sheet: &Sheet<'_>, cue: Cue, at: usize) -> bool {
    let gap = sheet.words(cue.end, at);
    sheet.words(cue.start, cue.end).ends_with("danh hiệu")
        && gap.len() < 40
        && !gap.contains([',', ';', ':', '.', '('])
        && sheet.cues(cue.end, at).is_empty()
}

pub(super) fn near(sheet: &Sheet<'_>, cue: Cue, at: usize) -> bool {
    let gap = sheet.words(cue.end, at);
    gap.len() < 400 && !gap.contains([';', '\n'])
}

/// "được" and "có" govern what follows at once: after "có" a number must stand.
pub(super) fn holds(sheet: &Sheet<'_>, cue: Cue, at: usize) -> bool {
    let here = sheet.before_name(at);
    let rest = sheet.words(cue.end, at).trim();
    let counted = rest.starts_with(|c: char| c.is_ascii_digit());
    match sheet.words(cue.start, cue.end) {
        "được" | "vinh dự" => here <= cue.end || rest.is_empty(),
        "là" | "với" | "cùng" | "về" | "kèm theo" => false,
        _ => counted && (here <= cue.end || sheet.words(cue.end, here).trim() == ":"),
    }
}

/// Whether a list goes on with the mention: "Bằng khen cho …, Giấy khen", "và danh hiệu".
pub(super) fn follows_list(sheet: &Sheet<'_>, at: usize) -> bool {
    let here = sheet.before_name(at);
    let here = sheet.ends(Role::Gives, here).map_or(here, |s| back(sheet.flat(), s));
    let text = &sheet.flat()[..here];
    text.ends_with([',', ';', '/', ':', '(', '+']) || sheet.ends(Role::Lists, here).is_some()
}
