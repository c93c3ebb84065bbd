//! The line that announces a list: "UBND tỉnh tặng:", "Xã được Chính phủ tặng thưởng:", "Hội đồng đề nghị Chủ tịch nước:".

use super::frame::{Verb, Voice};
use super::giver;
use super::heading::is_item;
use super::mention::Mention;
use super::sheet::{Cue, Sheet};
use super::subject;
use crate::fact::Status;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{floor, is_edge, lookback, skip, words};

/// How far above an item its lead is looked for, in bytes.
const ABOVE: usize = 1500;

/// The most words between the verb of a lead and its colon.
const BETWEEN: usize = 12;

/// What the lead of a list says of its items.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub giver: String,
    /// Who gets what the items name: "Xã được Chính phủ tặng thưởng:".
    pub receiver: String,
    pub status: Status,
}

/// The lead above the item that a mention stands in.
pub(super) fn above(
    sheet: &Sheet<'_>,
    sentence: Span,
    mention: &Mention,
    verb: Option<Verb>,
) -> Option<Lead> {
    let gives = verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none());
    let first = verb.map_or(mention.span.start, |v| v.start).min(sentence.end);
    let label = sheet.words(sentence.start, first).trim_matches(|c: char| !c.is_alphabetic());
    // "1. Đề nghị tặng …" under "… đề nghị Chủ tịch nước khen thưởng:"
    let words = sheet.words(sentence.start, first);
    let opens = sentence.start + words.find(label).unwrap_or_default();
    let asks = sheet.starts(Role::Proposes, opens).is_some_and(|end| skip(sheet.flat(), end) >= first);
    if gives && !asks && label.chars().count() > 1 || !gives && !opens_item(sheet, sentence, mention, verb) {
        return None;
    }
    let line = line_above(sheet, sentence.start)?;
    // "Xét đề nghị của Giám đốc Sở Nội vụ, QUYẾT ĐỊNH:": who decides is the issuer
    if sheet.words(line.start, line.end).trim_end().ends_with("quyết định")
        && sheet.page.info.kind.as_str() == "decision"
    {
        return None;
    }
    if gives { asking(sheet, line) } else { giving(sheet, line) }
}

/// "Trường A đã đạt được những thành tích sau:", "Phần thưởng của Công ty B:": whose honours the items of a list are.
pub(super) fn owner(sheet: &Sheet<'_>, at: usize) -> Option<String> {
    let line = line_above(sheet, at)?;
    sheet.first(Role::Topics, line.start, line.end)?;
    let verb = last(sheet, line, &[Role::Gets]);
    let subject = verb.and_then(|cue| subject::before(sheet, line.start, cue.start));
    let of = || {
        let at = line.start + sheet.words(line.start, line.end).rfind(" của ")? + " của ".len();
        Some(Span::new(at, sheet.name_end(at)?))
    };
    let named = |span: &Span| crate::grammar::name::is_capital(sheet.page.shown(), span.start);
    subject.filter(named).or_else(of).filter(named).map(|span| giver::written(sheet, span))
}

/// The line with a colon at its end that the item at `at` stands under.
fn line_above(sheet: &Sheet<'_>, at: usize) -> Option<Span> {
    let flat = sheet.flat();
    let at = at - lookback(flat, at).rsplit('\n').next().unwrap_or_default().len();
    let from = floor(flat, at.saturating_sub(ABOVE));
    let mut end = at;
    for line in flat[from..at].split('\n').rev() {
        let start = end - line.len();
        let shown = line.trim();
        if shown.ends_with(':') {
            return Some(Span::new(start, start + line.trim_end().len() - 1));
        }
        let goes_on =
            shown.is_empty() || is_item(shown) || shown.ends_with([';', ',']) || names_award(sheet, start);
        if !goes_on || start == from {
            return None;
        }
        end = start.saturating_sub(1);
    }
    None
}

/// Whether a line begins with an award, or with a number of them.
fn names_award(sheet: &Sheet<'_>, at: usize) -> bool {
    let (flat, awards) = (sheet.flat(), &sheet.page.lexicon.award_names);
    let at = skip(flat, at);
    let at = crate::grammar::numeral::number(flat, at).map_or(at, |n| skip(flat, n.end));
    awards.at(flat, sheet.page.shown(), at).is_some()
}

/// Whether an award is named in `from..to`; "danh hiệu" alone names none.
fn names_any(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    let (lexicon, flat) = (sheet.page.lexicon, sheet.flat());
    let mut named = words(sheet.words(from, to)).filter_map(|w| {
        let at = from + w.start;
        is_edge(flat, at).then(|| lexicon.award_names.at(flat, sheet.page.shown(), at)).flatten()
    });
    named.any(|(_, i)| lexicon.awards[i].id != "title-named")
}

/// Whether a line's item is an award, or a group that gets one: "– 06 Cờ thi đua", "- 14 tập thể đạt danh hiệu".
fn opens_item(sheet: &Sheet<'_>, sentence: Span, mention: &Mention, verb: Option<Verb>) -> bool {
    let lead = sheet.words(sentence.start, sheet.before_name(mention.span.start));
    let item = lead.rsplit([';', ',', ':']).next().unwrap_or_default();
    let plain = item.trim_matches(|c: char| !c.is_alphabetic());
    let bare = plain.chars().count() <= 1 || matches!(plain, "danh hiệu" | "và");
    let gets = verb.is_some_and(|v| v.voice == Voice::Receives && !v.held && v.direct);
    bare || gets
}

/// Who is asked, or who gives, in the words before the colon of a list whose items begin with the verb.
fn asking(sheet: &Sheet<'_>, line: Span) -> Option<Lead> {
    let cue = last(sheet, line, &[Role::Proposes, Role::Gives]);
    // "… về việc đề nghị Chủ tịch nước tặng, truy tặng huân chương:"
    let cue = last(sheet, line, &[Role::Proposes]).filter(|asks| asked_to(sheet, *asks, line)).or(cue);
    if let Some(cue) = cue.filter(|c| c.role == Role::Proposes) {
        let at = skip(sheet.flat(), cue.end);
        let asked = sheet.name_end(at).filter(|end| *end <= line.end);
        let giver = asked.map(|end| giver::written(sheet, Span::new(at, end))).unwrap_or_default();
        return Some(Lead { giver, receiver: String::new(), status: Status::Proposed });
    }
    let giver = subject::before(sheet, line.start, cue.map_or(line.end, |c| c.start))?;
    giver::giver_like(sheet, giver).then(|| Lead {
        giver: giver::written(sheet, giver),
        receiver: String::new(),
        status: Status::Granted,
    })
}

/// Whether the words after one of asking name a body, and then a verb of giving.
fn asked_to(sheet: &Sheet<'_>, asks: Cue, line: Span) -> bool {
    let at = skip(sheet.flat(), asks.end);
    let body = sheet.page.lexicon.body_names.at(sheet.flat(), sheet.page.shown(), at).is_some();
    let end = sheet.name_end(at).filter(|end| body && *end < line.end);
    end.is_some_and(|end| sheet.starts(Role::Gives, end).is_some())
}

/// Who gives, in a lead that holds the verb itself: "Chính phủ tặng:", "Xã được Chính phủ tặng thưởng:".
fn giving(sheet: &Sheet<'_>, line: Span) -> Option<Lead> {
    let cue = last(sheet, line, &[Role::Gives])?;
    let line = Span::new(line.start.max(sheet.sentence(Span::new(cue.start, cue.end)).start), line.end);
    if sheet.words(line.start, cue.start).contains(" do ") {
        return None;
    }
    let rest = sheet.words(cue.end, line.end);
    if rest.split_whitespace().count() > BETWEEN
        || rest.contains([';', '.', ':'])
        || names_any(sheet, cue.end, line.end)
    {
        return None;
    }
    let status = super::frame::status(sheet, line.start, cue.start, None);
    let passive = super::frame::passive(sheet, line, cue.start);
    if let Some(passive) = passive {
        let giver = giver::between(sheet, passive.end, cue.start).unwrap_or_default();
        let receiver = subject::before(sheet, line.start, passive.start)
            .map(|s| giver::written(sheet, s))
            .filter(|name| name.starts_with(char::is_uppercase))
            .unwrap_or_default();
        return Some(Lead { giver, receiver, status });
    }
    let giver = subject::before(sheet, line.start, cue.start).filter(|s| giver::giver_like(sheet, *s))?;
    if sheet.words(giver.start, giver.end).starts_with("các ") {
        return Some(Lead { giver: String::new(), receiver: String::new(), status });
    }
    // "Thành tích đáng ghi nhận:": no body
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let body = sheet.page.lexicon.body_names.at(flat, shown, giver.start).is_some()
        || [Role::Bodies, Role::Givers, Role::Posts].iter().any(|r| sheet.starts(*r, giver.start).is_some());
    body.then(|| Lead { giver: giver::written(sheet, giver), receiver: String::new(), status })
}

/// The last word of a line that plays one of the parts.
fn last(sheet: &Sheet<'_>, line: Span, roles: &[Role]) -> Option<Cue> {
    sheet.cues(line.start, line.end).iter().rev().find(|c| roles.contains(&c.role)).copied()
}
