//! What governs a mention: the verb, how it places giver and receiver, and how far the award has come.

use super::mention::Mention;
use super::reach::{direct, follows_list, gives, holds, leads, near, titled, wins};
use super::recipient;
use super::sheet::{Cue, Sheet};
use crate::fact::Status;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, skip, starts_with};

/// How a verb places giver and receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// "[giver] tặng …"
    Gives,
    /// "[receiver] đạt …"
    Receives,
}

/// The verb that governs a mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    pub start: usize,
    pub end: usize,
    pub voice: Voice,
    /// "được" or "có": a weak verb that governs only what follows at once.
    pub held: bool,
    /// Nothing but a number or "danh hiệu" stands between the verb and the award.
    pub direct: bool,
    /// "đề nghị 05 Bằng khen": what the verb itself says of how far the award has come.
    pub status: Option<Status>,
    /// "được" before the verb, with no more than a giver between: its start and end.
    pub passive: Option<Span>,
}

/// The nearest verb of a sentence that governs a mention.
pub(super) fn verb(
    sheet: &Sheet<'_>,
    sentence: Span,
    mention: &Mention,
    last: Option<usize>,
) -> Option<Verb> {
    let at = mention.span.start;
    if let Some(after) = after(sheet, sentence, mention) {
        return Some(after);
    }
    let cues = sheet.cues(sentence.start, at);
    cues.iter().enumerate().rev().find_map(|(i, cue)| {
        let direct = direct(sheet, cue.end, at);
        let listed = || last.is_some_and(|end| end > cue.start) && follows_list(sheet, at);
        let governs = match cue.role {
            Role::Gives => direct || gives(sheet, *cue, at, last),
            Role::Gets => {
                direct
                    || leads(sheet, *cue, at)
                    || titled(sheet, *cue, at)
                    || wins(sheet, *cue, at, mention)
                    || listed() && near(sheet, *cue, at)
            }
            Role::Holds => holds(sheet, *cue, at),
            Role::Proposes | Role::Plans => direct && (mention.counted.is_some() || cue.role == Role::Plans),
            _ => false,
        };
        let i = match cue.role {
            Role::Holds => totalled(sheet, cues, i).unwrap_or(i),
            Role::Gets => recognised(sheet, cues, i).unwrap_or(i),
            _ => i,
        };
        governs.then(|| read(sheet, sentence, cues, i, direct))
    })
}

/// "công nhận 39 công đoàn đạt danh hiệu", "tặng thưởng 5 tập thể đạt danh hiệu": the verb of the giver before the groups.
fn recognised(sheet: &Sheet<'_>, cues: &[Cue], i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let gap = sheet.words(cues[before].end, cues[i].start).trim();
    let group = recipient::counted(sheet, skip(sheet.flat(), cues[before].end)).is_some();
    let gives =
        cues[before].role == Role::Gives && sheet.words(cues[i].start, cues[i].end).starts_with("đạt");
    (gives && group && !gap.contains([',', ';', ':', '\n']) && gap.len() < 120).then_some(before)
}

/// "đã trao 40 giải, trong đó có 3 giải Nhất": the verb of the total that the words at `i` break down.
fn totalled(sheet: &Sheet<'_>, cues: &[Cue], i: usize) -> Option<usize> {
    let part = sheet.words(cues[i].start, cues[i].end);
    if !["trong đó", "gồm", "với"].iter().any(|w| part.contains(w)) {
        return None;
    }
    let total = cues[..i].iter().rposition(|c| matches!(c.role, Role::Gives | Role::Gets))?;
    let gap = sheet.words(cues[total].end, cues[i].start);
    let whole = gap.contains("giải")
        || gap.contains("danh hiệu")
        || recipient::counted(sheet, skip(sheet.flat(), cues[total].end)).is_some();
    (whole && gap.len() < 200 && !gap.contains(';')).then_some(total)
}

/// "Giải thưởng A đã được G trao cho R", "giải Nhất thuộc về R": the award is the subject.
fn after(sheet: &Sheet<'_>, sentence: Span, mention: &Mention) -> Option<Verb> {
    let flat = sheet.flat();
    let mut here = sheet.after_quote(mention.chain);
    // "Giải A thể loại Phóng sự thuộc về …"
    let words = sheet.words(here, sentence.end.min(crate::text::space::floor(sheet.flat(), here + 80)));
    let owned = [" thuộc về ", " được trao cho "].iter().filter_map(|w| words.find(w)).min();
    if let Some(i) = owned.filter(|i| mention.prize && !words[..*i].contains([',', ';', ':', '.'])) {
        here += i;
    }
    for _ in 0..2 {
        here = sheet.starts(Role::Meanwhile, here).unwrap_or(here);
    }
    if let Some(end) = sheet.starts(Role::Owned, here) {
        let start = skip(flat, here);
        return (end <= sentence.end).then_some(Verb {
            start,
            end,
            voice: Voice::Gives,
            held: false,
            direct: true,
            status: None,
            passive: Some(Span::new(start, start)),
        });
    }
    let passive = starts_with(flat, here, &["được"])?;
    let cue = sheet.cues(passive, sentence.end.min(passive + 120)).iter().find(|c| c.role == Role::Gives)?;
    let named = sheet.words(passive, cue.start).contains([',', ';', ':', '.']);
    let to = starts_with(flat, cue.end, &["cho"]).is_some();
    (!named && to).then(|| Verb {
        start: cue.start,
        end: cue.end,
        voice: Voice::Gives,
        held: false,
        direct: true,
        status: None,
        passive: Some(Span::new(passive, passive)),
    })
}

fn read(sheet: &Sheet<'_>, sentence: Span, cues: &[Cue], i: usize, direct: bool) -> Verb {
    let cue = cues[i];
    let voice = if matches!(cue.role, Role::Gives | Role::Proposes) { Voice::Gives } else { Voice::Receives };
    let (start, considered) = chain(sheet, cues, i);
    let passive = (voice == Voice::Gives).then(|| passive(sheet, sentence, start)).flatten();
    let status = match cue.role {
        Role::Proposes => Some(Status::Proposed),
        Role::Plans => Some(Status::Planned),
        _ => considered.then_some(Status::Proposed),
    };
    Verb { start, end: cue.end, voice, held: cue.role == Role::Holds, direct, status, passive }
}

/// "phong tặng, truy tặng", "ghi nhận và tặng thưởng": where a chain of verbs begins; "xét tặng" is not given yet.
fn chain(sheet: &Sheet<'_>, cues: &[Cue], i: usize) -> (usize, bool) {
    let (mut start, mut proposed) = (cues[i].start, false);
    for cue in cues[..i].iter().rev() {
        let joint = sheet.words(cue.end, start).trim();
        // "đã xét, tặng" is done
        let done = crate::text::space::ends_with(sheet.flat(), cue.start, &["đã"]).is_some();
        let considered = cue.role == Role::Proposes && sheet.words(cue.start, cue.end).ends_with("xét");
        if cue.role != cues[i].role && !considered
            || !matches!(joint, "," | "/" | "và" | "" | "danh hiệu và" | "danh hiệu," | "hoặc")
        {
            break;
        }
        (start, proposed) = (cue.start, proposed || considered && !done);
    }
    (start, proposed)
}

/// "được" before a verb of giving, with no more than a giver between.
pub(super) fn passive(sheet: &Sheet<'_>, sentence: Span, verb: usize) -> Option<Span> {
    let flat = sheet.flat();
    for cue in sheet.cues(sentence.start, verb).iter().rev() {
        let gap = sheet.words(cue.end, verb);
        let commas = gap.matches(',').count();
        let far = gap.split_whitespace().count() > 18 || gap.contains([';', ':', '\n']) || commas > 3;
        // "được UBND tỉnh, Bộ, Ngành Trung ương tặng": bodies alone between
        let bodies = sheet
            .page
            .text
            .slice(Span::new(cue.end, verb))
            .split(", ")
            .all(|p| p.trim().starts_with(char::is_uppercase));
        let person = starts_with(flat, cue.end, &["ông", "bà", "đồng chí", "đ/c"]).is_some();
        if far || commas > 0 && !bodies && !(commas == 1 && person) {
            return None;
        }
        match cue.role {
            Role::Holds
                if flat[cue.start..cue.end].ends_with("được") || &flat[cue.start..cue.end] == "vinh dự" =>
            {
                return Some(Span::new(cue.start, cue.end));
            }
            Role::Proposes | Role::Plans => {}
            Role::Gets if flat[..cue.end].ends_with("được") => {
                return Some(Span::new(cue.end - "được".len(), cue.end));
            }
            _ => return None,
        }
    }
    None
}

/// Proposed, planned or granted, by the words before the verb; `same` is what the list before it was.
pub(super) fn status(sheet: &Sheet<'_>, from: usize, at: usize, same: Option<Status>) -> Status {
    for cue in sheet.cues(from, at).iter().rev() {
        let gap = sheet.words(cue.end, at);
        // "2.500 hộ đăng ký, trong đó 1.100 hộ đạt"
        let part = gap.contains(", trong đó ");
        match cue.role {
            Role::Proposes | Role::Plans if part => {}
            Role::Proposes if !gap.contains(';') => return Status::Proposed,
            Role::Plans if !gap.contains(';') => {
                // "đề nghị tặng … sẽ" keeps to the nearest
                return Status::Planned;
            }
            Role::Gives | Role::Gets if cue.end < back(sheet.flat(), at) => {
                return same.unwrap_or(Status::Granted);
            }
            _ => {}
        }
    }
    same.unwrap_or(Status::Granted)
}
