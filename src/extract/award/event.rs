//! One event: a mention in its frame, with all that the sentence and the passage say of it.

use super::frame::{self, Verb, Voice};
use super::mention::Mention;
use super::reason::{self, Reason};
use super::recipient::{self, Recipient};
use super::sheet::Sheet;
use super::time::{self, Years};
use super::{general, giver, grid, subject};
use crate::fact::{Date, DateKind, RecipientUnit, Status};
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, ends_with, skip, skip_inline, starts_with};

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
    /// Where the last mention ended, taken or not.
    pub last_end: Option<usize>,
    /// Where the last mention ended that spoke of awards in general.
    vague: Option<usize>,
    /// The last award of the sentence that was taken.
    taken: Option<Taken>,
}

/// What the last award that was taken leaves to the list that goes on after it.
#[derive(Clone, Debug)]
struct Taken {
    sentence: Span,
    end: usize,
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
    let clause = clause(sheet, sentence, mention.span);
    let last = carried.last_end.filter(|end| *end > sentence.start);
    let verb = frame::verb(sheet, sentence, mention, last);
    let taken = carried.taken.take().filter(|t| t.sentence.overlaps(sentence) && t.end <= mention.span.start);
    if is_vague(sheet, sentence, mention, verb, carried) {
        carried.vague = Some(mention.tail);
        carried.taken = taken;
        return None;
    }
    if !governed(sheet, mention, verb, taken.as_ref(), &carried.years) {
        carried.taken = taken;
        return None;
    }
    let from = if verb.is_some_and(|v| v.start < clause.start) { sentence.start } else { clause.start };
    let limit = clause.end.min(next.max(mention.tail));
    let same_verb = taken.as_ref().is_some_and(|t| verb.is_none_or(|v| t.verb == Some(v.start)));
    let elided = verb.is_some_and(|v| giver::elided(sheet, sentence, v));
    let same = taken.as_ref().filter(|_| same_verb || elided);
    let status =
        frame::status(sheet, from, verb.map_or(mention.span.start, |v| v.start), same.map(|t| t.status));
    let status = if let Some(own) = verb.and_then(|v| v.status) {
        own
    } else if verb.is_none() {
        same.map_or(status, |t| t.status)
    } else {
        status
    };
    let by_verb = giver::by_verb(sheet, Span::new(from, sentence.end), verb)
        .or_else(|| same.map(|t| t.grantor.clone()).filter(|g| !g.is_empty()))
        .or_else(|| decision(sheet, sentence, verb));
    let asked =
        || (status == Status::Proposed).then(|| giver::asked(sheet, from, mention.span.start)).flatten();
    let passed_on = by_verb.clone().unwrap_or_default();
    let grantor = giver::own(sheet, mention)
        .or(by_verb)
        .or_else(|| ahead(sheet, mention, verb))
        .or_else(asked)
        .unwrap_or_default();
    let (recipients, end) =
        receivers(sheet, sentence, Span::new(from, clause.end), mention, verb, limit, carried);
    let reason = reason::read(sheet, dates, mention.tail.max(end), limit, clause.end);
    let years = when(sheet, dates, sentence, clause, mention, (limit, end), &reason, carried);
    let period = beside(sheet, dates, mention.tail, limit);
    carried.taken =
        Some(Taken { sentence, end: mention.tail, verb: verb.map(|v| v.start), grantor: passed_on, status });
    Some(Event { grantor, recipients, years, reason, period, status, rule: "award/frame" })
}

/// "Điều 1. Tặng Bằng khen cho …" in a decision: its issuer gives.
fn decision(sheet: &Sheet<'_>, sentence: Span, verb: Option<Verb>) -> Option<String> {
    let info = sheet.page.info;
    let first =
        verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none() && v.start == sentence.start);
    let decided = info.kind.as_str() == "decision" && !info.issuer.is_empty();
    (first && decided).then(|| info.issuer.clone())
}

/// The clause of a mention: between semicolons.
fn clause(sheet: &Sheet<'_>, sentence: Span, at: Span) -> Span {
    let start =
        sheet.words(sentence.start, at.start).rfind(';').map_or(sentence.start, |i| sentence.start + i + 1);
    let end = sheet.words(at.end, sentence.end).find(';').map_or(sentence.end, |i| at.end + i);
    Span::new(start, end.max(at.end))
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
        || mention.prize && general::rules(sheet.words(sentence.start, mention.span.start))
        || general::priced(sheet, mention)
        || general::honorific(sheet, mention)
        || general::is_general(sheet, mention, verb, sentence.start)
        || along()
}

/// Whether a frame makes the mention an event.
fn governed(
    sheet: &Sheet<'_>,
    mention: &Mention,
    verb: Option<Verb>,
    taken: Option<&Taken>,
    years: &Years,
) -> bool {
    let entry = &sheet.page.lexicon.awards[mention.entry];
    let listed = taken.is_some_and(|t| !sheet.words(t.end, mention.span.start).contains('\n'))
        && frame::follows_list(sheet, mention.span.start);
    if entry.weak {
        return verb.is_some_and(|v| confers(sheet, v, mention));
    }
    let headed = !years.is_empty() || heading_in_sentence(sheet, mention);
    let label = labelled(sheet, mention);
    if mention.prize {
        return prize_won(sheet, mention, verb, listed) || label && !years.is_empty();
    }
    if matches!(
        entry.key.as_str(),
        "people_title" | "meritorious_title" | "labour_hero" | "armed_forces_hero" | "heroic_mother"
    ) || entry.id == "title-named"
    {
        let named = verb.is_some_and(|v| {
            v.voice == Voice::Gives
                || !v.held && (v.direct || sheet.words(v.end, mention.span.start).contains("danh hiệu"))
        });
        return named || listed || label || headed && list_line(sheet, mention) || dated_item(sheet, mention);
    }
    if time::yearly(sheet, mention.tail) {
        return true;
    }
    verb.is_some()
        || listed && (mention.counted.is_some() || mention.span.start - taken.map_or(0, |t| t.end) < 400)
        || label
        || headed && list_line(sheet, mention)
        || (mention.counted.is_some() || list_start(sheet, mention))
            && giver::after(sheet, mention.tail).is_some()
        || dated_item(sheet, mention)
}

/// "- Huân chương Lao động hạng Ba (năm 1995)": an item that begins with an award and dates it.
fn dated_item(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let here = skip_inline(flat, sheet.after_quote(mention.tail));
    let here = if flat[here..].starts_with(['(', ',', ':', '-', '–']) {
        skip_inline(flat, here + flat[here..].chars().next().map_or(1, char::len_utf8))
    } else {
        here
    };
    let here =
        starts_with(flat, here, &["năm", "vào năm", "tháng", "ngày"]).map_or(here, |e| skip_inline(flat, e));
    let year = crate::grammar::calendar::year(flat, here).is_some()
        || crate::grammar::calendar::plain_year(flat, here).is_some();
    list_start(sheet, mention) && year
}

/// A status is an award only where a verb confers it: "công nhận 5 xã đạt chuẩn", "đạt danh hiệu".
fn confers(sheet: &Sheet<'_>, verb: Verb, mention: &Mention) -> bool {
    let between = sheet.words(verb.end, mention.span.start);
    let said = between.contains("danh hiệu") || sheet.words(verb.start, verb.end).contains("danh hiệu");
    let near =
        between.len() < if verb.voice == Voice::Gives { 160 } else { 40 } && !between.contains([';', ':']);
    let status = sheet
        .cues(verb.end, mention.span.start)
        .iter()
        .all(|c| c.role == Role::Gets || c.role == Role::Holds);
    near && !verb.held
        && (said
            || verb.voice == Voice::Gives
                && status
                && (verb.passive.is_some() || !gift(sheet, verb) || verb.direct))
}

/// A verb of gifts confers no status unless "danh hiệu" is said.
fn gift(sheet: &Sheet<'_>, verb: Verb) -> bool {
    !matches!(sheet.words(verb.end.saturating_sub("công nhận".len()), verb.end), "công nhận")
}

/// A prize is won directly, or stands in the list that breaks a total down.
fn prize_won(sheet: &Sheet<'_>, mention: &Mention, verb: Option<Verb>, listed: bool) -> bool {
    let flat = sheet.flat();
    let before = sheet.before_name(mention.span.start);
    let broken = mention.counted.is_some()
        && (flat[..before].ends_with([':', '('])
            || ends_with(flat, before, &["gồm", "trong đó có", "trong đó"]).is_some());
    let called = sheet.page.lexicon.awards[mention.entry].id == "prize-called";
    let near = verb.is_some_and(|v| v.direct || !called && mention.span.start.saturating_sub(v.end) < 200);
    let standing = sheet.page.lexicon.awards[mention.entry].key == "medal"
        && !verb.is_some_and(|v| v.direct)
        && general::standing(sheet, mention);
    !standing && (near && !anonymous(sheet, mention, verb) || broken || listed)
}

/// "26 đơn vị có học sinh đoạt giải Nhất", "nhiều học sinh đoạt giải": nobody in particular, and no number.
fn anonymous(sheet: &Sheet<'_>, mention: &Mention, verb: Option<Verb>) -> bool {
    let Some(verb) = verb.filter(|v| v.voice == Voice::Receives && mention.counted.is_none()) else {
        return false;
    };
    let flat = sheet.flat();
    let head = sheet.before_adverbs(0, verb.start);
    let from = crate::text::space::floor(flat, head.saturating_sub(60));
    let words = sheet.words(from, head);
    let noun = words.rsplit([',', '.', ':', ';']).next().unwrap_or_default().trim();
    let Some(group) = noun.rsplit(" có ").next().filter(|g| g.len() < noun.len()) else {
        return noun.contains("nhiều ") && !noun.contains(|c: char| c.is_ascii_digit());
    };
    let at = head - group.len();
    !group.contains(|c: char| c.is_ascii_digit())
        && numeral::number(group, 0).is_none()
        && !name::is_capital(sheet.page.shown(), at)
        && group.split(' ').count() <= 4
}

/// "Cờ thi đua: 12", "Cờ thi đua của UBND tỉnh: 54 tập thể": a label with its number.
fn labelled(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let at = giver::after(sheet, mention.tail).map_or(sheet.after_quote(mention.tail), |(end, _)| end);
    let at = skip_inline(flat, at);
    flat[at..].starts_with(':') && numeral::number(flat, skip_inline(flat, at + 1)).is_some()
}

fn heading_in_sentence(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let from = crate::text::space::floor(sheet.flat(), mention.span.start.saturating_sub(160));
    let line = sheet.words(from, mention.span.start).rsplit('\n').next().unwrap_or_default();
    line.contains(':') && line.contains("năm ")
}

/// Only list marks, a year or a label stand before the mention in its part of the line.
fn list_line(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let from = crate::text::space::floor(sheet.flat(), mention.span.start.saturating_sub(160));
    let line =
        sheet.words(from, mention.span.start).rsplit(['\n', ':', ';', '|', ',']).next().unwrap_or_default();
    let line = line.rsplit(". ").next().unwrap_or_default();
    let words = line.trim_matches(|c: char| !c.is_alphabetic());
    words.is_empty() || matches!(words, "danh hiệu" | "và")
}

/// The mention begins its line, after a list mark or a number of awards.
fn list_start(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let line = flat[..mention.span.start].rfind('\n').map_or(0, |i| i + 1);
    let lead = &flat[line..mention.span.start];
    !lead.is_empty() && lead.len() < 24 && !lead.contains(char::is_alphabetic)
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

/// Who receives, and where the words about them end.
fn receivers(
    sheet: &Sheet<'_>,
    sentence: Span,
    clause: Span,
    mention: &Mention,
    verb: Option<Verb>,
    limit: usize,
    carried: &mut Carried,
) -> (Vec<Recipient>, usize) {
    let flat = sheet.flat();
    let at = past_giver(sheet, mention);
    let limit = limit.max(at);
    let mut found = beside_name(sheet, at, limit);
    if let Some(v) = verb.filter(|v| found.is_empty() && v.start >= mention.tail) {
        let start = starts_with(flat, v.end, &["cho"]).unwrap_or(v.end);
        found = recipient::groups(sheet, skip(flat, start), limit.max(start));
    }
    if found.is_empty()
        && let Some(v) = verb
    {
        found = between(sheet, v, mention);
    }
    if found.is_empty() && verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none()) {
        found = recipient::bare(sheet, at, limit);
    }
    if found.is_empty() {
        found = recipient::further(sheet, at, limit);
    }
    let told = found.is_empty();
    let end = found.last().map_or(at, |r| r.end);
    found.extend(recipient::named_lines(sheet, end, sentence));
    if found.is_empty() {
        found = subjects(sheet, sentence, clause, verb, carried);
        if let Some(last) = found.last().filter(|r| {
            r.quantity.is_some() && verb.is_some_and(|v| v.passive.is_some() || v.voice == Voice::Receives)
        }) {
            let _ = last;
            found.extend(recipient::gapped(sheet, skip_inline(flat, at), limit));
        }
    }
    if let (Some(n), [only]) = (mention.counted, found.as_mut_slice())
        && (only.quantity.is_none() || told)
    {
        (only.quantity, only.unit) = (Some(n), Some(RecipientUnit::Award));
    }
    (found, end)
}

/// Past the giver and the year that stand between an award and its recipients.
fn past_giver(sheet: &Sheet<'_>, mention: &Mention) -> usize {
    let flat = sheet.flat();
    let at = sheet.after_quote(mention.tail);
    let at = giver::after(sheet, at).map_or(at, |(end, _)| end);
    starts_with(flat, at, &["năm"])
        .and_then(|e| crate::grammar::calendar::year(flat, skip_inline(flat, e)))
        .map_or(at, |(e, _)| e)
}

/// "(105 tập thể, 207 cá nhân)", ": 54 tập thể", "cho 3 tập thể".
fn beside_name(sheet: &Sheet<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let flat = sheet.flat();
    let here = skip_inline(flat, at);
    let counted = |at: usize| {
        numeral::number(flat, at).is_some_and(|n| {
            n.digits
                && sheet
                    .page
                    .lexicon
                    .unit_names
                    .at(flat, sheet.page.shown(), skip_inline(flat, n.end))
                    .is_some()
        })
    };
    if flat[here..].starts_with('(') && counted(here + 1) {
        return recipient::groups(sheet, here + 1, limit.max(here + 1));
    }
    if flat[here..].starts_with(':') {
        let groups = recipient::groups(sheet, skip_inline(flat, here + 1), limit.max(here + 1));
        let mut counted: Vec<Recipient> = groups.into_iter().filter(|r| r.quantity.is_some()).collect();
        for group in counted.iter_mut().filter(|r| r.name.is_empty()) {
            group.unit = Some(RecipientUnit::Award);
        }
        return counted;
    }
    recipient::after(sheet, at, limit)
}

/// "tặng cho 5 tập thể Bằng khen", "công nhận 5 xã đạt chuẩn", "công nhận xã A danh hiệu".
fn between(sheet: &Sheet<'_>, verb: Verb, mention: &Mention) -> Vec<Recipient> {
    let flat = sheet.flat();
    let end = sheet.before_name(mention.span.start);
    if verb.voice != Voice::Gives || end <= verb.end || verb.passive.is_some() {
        return Vec::new();
    }
    let start = starts_with(flat, verb.end, &["cho"]).unwrap_or(verb.end);
    let end = ends_with(flat, end, &["đạt", "là", "danh hiệu", "đạt danh hiệu", "nhận"])
        .filter(|s| *s > start)
        .unwrap_or(end);
    let words = sheet.words(start, end);
    if words.contains([';', ':'])
        || words.len() > 200
        || end <= skip(flat, start)
        || sheet.page.lexicon.award_names.at(flat, sheet.page.shown(), skip(flat, start)).is_some()
    {
        return Vec::new();
    }
    let money = ["đồng", "triệu", "suất quà", "phần quà"].iter().any(|w| words.contains(w));
    if money { Vec::new() } else { recipient::groups(sheet, skip(flat, start), end) }
}

/// Words that stand for the one the passage is about.
const PRONOUNS: [&str; 13] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "cô",
    "thầy",
    "đơn vị",
    "nhà trường",
    "cơ quan",
    "bản thân",
    "đồng chí",
    "tôi",
];

/// The subjects of "được tặng", "đạt", or else the subject that the passage is about.
fn subjects(
    sheet: &Sheet<'_>,
    sentence: Span,
    clause: Span,
    verb: Option<Verb>,
    carried: &mut Carried,
) -> Vec<Recipient> {
    let at = verb
        .and_then(|v| if v.voice == Voice::Receives { Some(v.start) } else { v.passive.map(|p| p.start) });
    let own = at.and_then(|at| subject::before(sheet, clause.start, at));
    let own = own
        .map(|s| from_list(sheet, s))
        .filter(|s| sheet.words(s.start, s.end).split_whitespace().count() <= 30);
    if let Some(span) = own {
        let all = recipient::groups(sheet, span.start, span.end);
        let whole = recipient::group(sheet, span).into_iter().collect();
        let all =
            if all.len() > 1 && all.last().is_some_and(|r| r.end + 2 >= span.end) { all } else { whole };
        if let ([only], false) = (all.as_slice(), carried.subject.is_empty())
            && only.quantity.is_none()
            && PRONOUNS.contains(&only.name.to_lowercase().as_str())
        {
            return vec![Recipient { name: carried.subject.clone(), ..Recipient::default() }];
        }
        if let [only] = all.as_slice()
            && only.quantity.is_none()
            && only.name.starts_with(char::is_uppercase)
        {
            carried.subject.clone_from(&only.name);
        }
        if all.iter().all(|r: &Recipient| !r.name.is_empty()) && !all.is_empty() {
            return all;
        }
    }
    lead(sheet, sentence, verb, carried);
    vec![Recipient { name: carried.subject.clone(), ..Recipient::default() }]
}

/// "Danh sách 84 cá nhân được …": those in the list receive.
fn from_list(sheet: &Sheet<'_>, span: Span) -> Span {
    let flat = sheet.flat();
    // "toàn ngành có 45 tập thể được …": the number after "có" tells who
    let words = sheet.words(span.start, span.end);
    if let Some(i) = words.rfind(" có ").filter(|i| !words[..*i].starts_with(|c: char| c.is_ascii_digit())) {
        let at = skip(flat, span.start + i + " có".len());
        if at < span.end && recipient::counted(sheet, at).is_some() {
            return Span::new(at, span.end);
        }
    }
    let at = sheet
        .words(span.start, span.end)
        .find("danh sách")
        .map(|i| skip(flat, span.start + i + "danh sách".len()));
    at.filter(|at| *at < span.end && numeral::number(flat, *at).is_some())
        .map_or(span, |at| Span::new(at, span.end))
}

/// "… đã được ghi nhận và tặng thưởng …: A tặng …": the sentence's lead names its subject.
fn lead(sheet: &Sheet<'_>, sentence: Span, verb: Option<Verb>, carried: &mut Carried) {
    let to = verb.map_or(sentence.end, |v| v.start);
    let cue = sheet
        .cues(sentence.start, to)
        .iter()
        .find(|c| c.role == Role::Holds && sheet.words(c.start, c.end) == "được");
    if let Some(span) = cue.and_then(|c| subject::before(sheet, sentence.start, c.start))
        && sheet.page.text.slice(span).contains(char::is_uppercase)
        && sheet.words(span.start, span.end).split_whitespace().count() <= 24
    {
        carried.subject = name::tidy(sheet.page.text, span);
    }
}

/// The years of an event, nearest source first.
#[allow(
    clippy::too_many_arguments,
    reason = "the places where a year can stand, gathered by the only caller"
)]
fn when(
    sheet: &Sheet<'_>,
    dates: &[Date],
    sentence: Span,
    clause: Span,
    mention: &Mention,
    (limit, end): (usize, usize),
    reason: &Reason,
    carried: &Carried,
) -> Years {
    let run = time::run_of_years(sheet, dates, mention.tail);
    if !run.is_empty() {
        return run;
    }
    let own = time::years(sheet, dates, sentence, clause, mention, limit);
    if !own.is_empty() {
        return own;
    }
    let behind = time::behind(sheet, dates, end, clause.end);
    if !behind.is_empty() {
        return behind;
    }
    if !carried.years.is_empty() {
        return carried.years.clone();
    }
    if let Some(year) = reason::year(dates, reason) {
        return vec![year];
    }
    let outside = reason.span.map_or(clause.end, |s| s.start);
    let to = if mention.prize { clause.end } else { limit };
    let later = time::later(dates, Span::new(clause.start, to.min(outside.max(mention.tail))), mention);
    if later.is_empty() { time::occasion(sheet, dates, sentence, mention) } else { later }
}

/// A range directly beside the award: "Cờ thi đua năm học 2020-2021".
fn beside(sheet: &Sheet<'_>, dates: &[Date], at: usize, limit: usize) -> Option<String> {
    let first = dates.partition_point(|d| d.span.start < at);
    let date = dates.get(first).filter(|d| d.kind == DateKind::Range && d.span.end <= limit.max(at))?;
    let gap = sheet.words(back(sheet.flat(), at), date.span.start).trim_matches([' ', '(', ',']);
    gap.is_empty().then(|| date.value.to_string())
}
