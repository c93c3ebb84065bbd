//! The line that announces a list: "UBND tỉnh đã quyết định:", "Hội đồng thống nhất đề nghị Chủ tịch nước:".

use super::frame::{Verb, Voice};
use super::giver;
use super::heading::is_item;
use super::sheet::Sheet;
use super::subject;
use crate::fact::Status;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{floor, skip};

/// How far above an item its lead is looked for, in bytes.
const ABOVE: usize = 1500;

/// What the lead of a list says of its items.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub giver: String,
    pub status: Status,
}

/// The lead above the sentence that begins with the verb of giving.
pub(super) fn above(sheet: &Sheet<'_>, sentence: Span, verb: Verb) -> Option<Lead> {
    let gives = verb.voice == Voice::Gives && verb.passive.is_none();
    let own = sheet.words(sentence.start, verb.start.min(sentence.end));
    let label = own.trim_matches(|c: char| !c.is_alphabetic());
    if !gives || label.chars().count() > 1 {
        return None;
    }
    let flat = sheet.flat();
    let from = floor(flat, sentence.start.saturating_sub(ABOVE));
    let mut end = sentence.start;
    for line in flat[from..sentence.start].split('\n').rev() {
        let start = end - line.len();
        let words = line.trim();
        if words.ends_with(':') {
            return read(sheet, Span::new(start, start + line.trim_end().len() - 1));
        }
        let goes_on = words.is_empty() || is_item(words) || words.ends_with([';', ',']);
        if !goes_on || start == from {
            return None;
        }
        end = start - 1;
    }
    None
}

/// Who is asked, or who gives, in the words before the colon.
fn read(sheet: &Sheet<'_>, line: Span) -> Option<Lead> {
    let cue = sheet
        .cues(line.start, line.end)
        .iter()
        .rev()
        .find(|c| matches!(c.role, Role::Proposes | Role::Gives));
    if let Some(cue) = cue.filter(|c| c.role == Role::Proposes) {
        let at = skip(sheet.flat(), cue.end);
        let asked = sheet.name_end(at).filter(|end| *end <= line.end);
        let giver = asked.map(|end| giver::written(sheet, Span::new(at, end))).unwrap_or_default();
        return Some(Lead { giver, status: Status::Proposed });
    }
    let giver = subject::before(sheet, line.start, cue.map_or(line.end, |c| c.start))?;
    giver::giver_like(sheet, giver)
        .then(|| Lead { giver: giver::written(sheet, giver), status: Status::Granted })
}
