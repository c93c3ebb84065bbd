//! One event: a mention in its frame, with all that the sentence and the passage say of it.

use super::frame::{self, Verb, Voice};
use super::mention::Mention;
use super::reason::{self, Reason};
use super::recipient::Recipient;
use super::sheet::Sheet;
use super::time::{self, Years};
use super::{general, giver, govern, grid, lead, receiver, when};
use crate::fact::{Date, RecipientUnit, Status};
use crate::lexicon::Role;
use crate::span::Span;
use rust_decimal::Decimal;

/// An honour given, proposed or planned: what all its ranks, years and recipients share.
#[derive(Debug, Default)]
pub(super) struct Event {
    pub grantor: String,
    pub recipients: Vec<Recipient>,
    pub years: Years,
    pub reason: Reason,
    /// A range that stands beside the award itself: "Cờ thi đua năm học 2020-2021".
    pub period: Option<String>,
    pub status: Status,
    pub rule: &'static str,
}

/// What is carried from one award to the next in a passage.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Subject of the passage.
    pub subject: String,
    /// Years of the last heading line.
    pub years: Years,
    /// Dates behind earlier awards of the sentence that are theirs.
    pub owned: Vec<Span>,
    /// Dates of the sentences in which earlier awards stand, that are theirs.
    pub told: Vec<Span>,
    /// Where the last mention ended, taken or not.
    pub last_end: Option<usize>,
    /// Where the last mention ended that spoke of awards in general.
    vague: Option<usize>,
    /// The last award of the sentence that was taken.
    taken: Option<Taken>,
}

/// How many dates of awards are kept in mind.
const TOLD: usize = 40;

/// What the last award that was taken leaves to the list that goes on after it.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    sentence: Span,
    pub end: usize,
    verb: Option<usize>,
    grantor: String,
    status: Status,
}

/// The event of a table's row.
pub(super) fn of_row(row: grid::Row, carried: &Carried) -> Event {
    let mut recipients = row.recipients;
    if recipients.is_empty() {
        recipients.push(Recipient { name: carried.subject.clone(), ..Recipient::default() });
    }
    let years = row.year.map(|y| (y, Span::new(0, 0))).into_iter().collect();
    Event { grantor: row.giver, recipients, years, rule: "award/table", ..Event::default() }
}

/// Reads the event of a mention; `None` where it is none. `next` is where the next mention begins.
pub(super) fn read(
    sheet: &Sheet<'_>,
    dates: &[Date],
    mention: &Mention,
    next: usize,
    carried: &mut Carried,
) -> Option<Event> {
    if sheet.page.grids.iter().any(|g| g.head.iter().any(|c| c.contains(mention.span))) {
        return None;
    }
    let sentence = sheet.sentence(mention.span);
    let clause = sheet.clause(sentence, mention.span);
    let last = carried.last_end.filter(|end| *end > sentence.start);
    let verb = frame::verb(sheet, sentence, mention, last);
    let taken = carried.taken.take().filter(|t| t.sentence.overlaps(sentence) && t.end <= mention.span.start);
    if is_vague(sheet, sentence, mention, verb, carried) {
        carried.vague = Some(mention.tail);
        carried.taken = taken;
        return None;
    }
    let lead = lead::above(sheet, sentence, mention, verb);
    if lead.is_none() && !govern::governed(sheet, mention, verb, taken.as_ref(), &carried.years) {
        carried.taken = taken;
        return None;
    }
    let from = if verb.is_some_and(|v| v.start < clause.start) { sentence.start } else { clause.start };
    let limit = clause.end.min(next.max(mention.tail));
    let same_verb = taken.as_ref().is_some_and(|t| verb.is_none_or(|v| t.verb == Some(v.start)));
    let elided = verb.is_some_and(|v| v.voice == Voice::Gives && giver::elided(sheet, sentence, v));
    let same = taken.as_ref().filter(|_| same_verb || elided);
    let status =
        frame::status(sheet, from, verb.map_or(mention.span.start, |v| v.start), same.map(|t| t.status));
    let status = if let Some(own) = verb.and_then(|v| v.status) {
        own
    } else if let Some(lead) = lead.as_ref().filter(|l| l.status != Status::Granted) {
        lead.status
    } else if verb.is_none() {
        same.map_or(status, |t| t.status)
    } else {
        status
    };
    if let Some(lead) = lead.as_ref().filter(|l| !l.receiver.is_empty()) {
        carried.subject.clone_from(&lead.receiver);
    }
    let hosted = verb.is_some_and(|v| giver::hosts(sheet, mention, from, v));
    let by_verb = giver::by_verb(sheet, Span::new(from, sentence.end), verb)
        .filter(|_| !hosted)
        .or_else(|| same.map(|t| t.grantor.clone()).filter(|g| !g.is_empty()))
        .or_else(|| lead.map(|l| l.giver).filter(|g| !g.is_empty()))
        .or_else(|| verb.filter(|_| elided).and_then(|v| giver::earlier(sheet, sentence, v)))
        .or_else(|| decision(sheet, sentence, verb));
    let asked =
        || (status == Status::Proposed).then(|| giver::asked(sheet, from, mention.span.start)).flatten();
    let passed_on = by_verb.clone().unwrap_or_default();
    let grantor = giver::own(sheet, mention)
        .or(by_verb)
        .or_else(|| ahead(sheet, mention, verb))
        .or_else(asked)
        .unwrap_or_default();
    let (mut recipients, end) =
        receiver::receivers(sheet, sentence, Span::new(from, clause.end), mention, verb, next, carried);
    if let [only] = recipients.as_mut_slice()
        && only.name.is_empty()
        && only.unit.is_none_or(|u| u == RecipientUnit::Award)
    {
        only.name = lead::owner(sheet, sentence.start).unwrap_or_default();
    }
    if is_rule(sheet, sentence, &recipients, verb) {
        carried.taken = taken;
        return None;
    }
    let grantor = if grantor.is_empty() {
        giver::decided_behind(sheet, end, clause.end).unwrap_or_default()
    } else {
        grantor
    };
    let reason = reason::read(sheet, dates, mention.tail.max(end), limit, clause.end);
    let years = if verb.is_none() && govern::work(sheet, mention).is_some() {
        time::later(sheet, dates, Span::new(mention.span.start, limit), mention)
    } else {
        when::when(
            sheet,
            dates,
            sentence,
            clause,
            mention,
            (limit, end),
            &reason,
            carried,
            verb_start(mention, verb),
        )
    };
    // "02 Huân chương … (1995, 2001)": one each year
    if mention.counted == Some(Decimal::from(years.len())) && years.len() > 1 {
        recipients.iter_mut().filter(|r| r.unit == Some(RecipientUnit::Award)).for_each(|r| {
            (r.quantity, r.unit) = (None, None);
        });
    }
    carried.told.extend(years.iter().map(|y| y.1).filter(|date| sentence.contains(*date)));
    let far = carried.told.len().saturating_sub(TOLD);
    carried.told.drain(..far);
    carried.owned.retain(|date| sentence.contains(*date));
    carried.owned.extend(years.iter().map(|y| y.1).filter(|date| date.start >= mention.tail));
    let period = when::beside(sheet, dates, mention.tail, limit);
    carried.taken =
        Some(Taken { sentence, end: mention.tail, verb: verb.map(|v| v.start), grantor: passed_on, status });
    Some(Event { grantor, recipients, years, reason, period, status, rule: "award/frame" })
}

/// "Cá nhân được tặng Bằng khen phải …": anyone, not someone.
fn is_rule(sheet: &Sheet<'_>, sentence: Span, recipients: &[Recipient], verb: Option<Verb>) -> bool {
    let [only] = recipients else { return false };
    let first = only.quantity.is_none() && sheet.is_role(Role::Anyone, &only.name.to_lowercase());
    let opens = verb
        .and_then(|v| v.passive.map(|p| p.start).or_else(|| (v.voice == Voice::Receives).then_some(v.start)));
    first && opens.is_some_and(|at| sheet.words(sentence.start, at).trim().len() <= only.name.len() + 8)
}

/// "Điều 1. Tặng Bằng khen cho …" in a decision: its issuer gives.
fn decision(sheet: &Sheet<'_>, sentence: Span, verb: Option<Verb>) -> Option<String> {
    let info = sheet.page.info;
    let first =
        verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none() && v.start == sentence.start);
    let decided = info.kind.as_str() == "decision" && !info.issuer.is_empty();
    (first && decided).then(|| info.issuer.clone())
}

/// A mention that is no event, for what it is or for what stands before it.
fn is_vague(
    sheet: &Sheet<'_>,
    sentence: Span,
    mention: &Mention,
    verb: Option<Verb>,
    carried: &Carried,
) -> bool {
    let info = sheet.page.info;
    let titled = info.title_span.is_some_and(|t| t.contains(mention.span)) && !info.number.is_empty();
    let along = || {
        carried.vague.is_some_and(|end| general::coordinated(sheet, end, mention.span.start))
            && mention.counted.is_none()
    };
    titled
        || mention.bare && (mention.counted.is_none() || mention.prize)
        || mention.prize && general::rules(sheet, sentence.start, mention.span.start)
        || general::priced(sheet, mention)
        || general::honorific(sheet, mention)
        || general::is_ground(sheet, mention)
        || general::is_general(sheet, mention, verb, sentence.start)
        || along()
}

/// The giver after the last award of a coordination holds for all: "Cờ thi đua và Bằng khen của UBND tỉnh".
fn ahead(sheet: &Sheet<'_>, mention: &Mention, verb: Option<Verb>) -> Option<String> {
    let order = sheet.flat()[mention.span.start..].starts_with("huân chương") || mention.rank.is_some();
    if verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none())
        || mention.chain == mention.tail
        || order
        || mention.counted.is_some()
    {
        return None;
    }
    giver::after(sheet, mention.chain).map(|(_, of)| of)
}

/// Where the verb of a mention begins with its passive, or else the mention.
fn verb_start(mention: &Mention, verb: Option<Verb>) -> usize {
    verb.map_or(mention.span.start, |v| v.passive.map_or(v.start, |p| p.start)).min(mention.span.start)
}
