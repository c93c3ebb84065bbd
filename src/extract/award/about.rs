//! Who receives by the verb's subject, or else the one that the passage is about.

use super::event::Carried;
use super::frame::{Verb, Voice};
use super::listing;
use super::recipient::{self, Recipient};
use super::sheet::Sheet;
use super::subject;
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{skip, starts_with, words};

/// The subjects of "được tặng", "đạt", or else the subject that the passage is about.
pub(super) fn subjects(
    sheet: &Sheet<'_>,
    sentence: Span,
    clause: Span,
    verb: Option<Verb>,
    carried: &mut Carried,
) -> Vec<Recipient> {
    let flat = sheet.flat();
    let at = verb
        .and_then(|v| if v.voice == Voice::Receives { Some(v.start) } else { v.passive.map(|p| p.start) });
    if let Some(all) =
        at.and_then(|at| one_of(sheet, sentence, at).or_else(|| presented(sheet, sentence, at)))
    {
        return all;
    }
    let own = at.and_then(|at| subject::before(sheet, clause.start, at));
    let own = own
        .map(|s| from_list(sheet, s))
        .filter(|s| sheet.words(s.start, s.end).split_whitespace().count() <= 30);
    // "Anh Sơn - Bí thư Đoàn xã, người vừa được": who is spoken of
    let own = own.map(|s| antecedent(sheet, clause, s).unwrap_or(s));
    // "các danh hiệu đạt được" are no one
    let own = own
        .filter(|s| starts_with(flat, s.start, &["các danh hiệu", "danh hiệu", "những danh hiệu"]).is_none());
    if let Some(span) = own {
        if let Some(all) = members(sheet, span) {
            return all;
        }
        let span = Span::new(span.start, bare_end(sheet, span));
        let all = recipient::groups(sheet, span.start, span.end);
        let whole = recipient::group(sheet, span).into_iter().collect();
        let all = if all.len() > 1
            && (all.last().is_some_and(|r| r.end + 2 >= span.end) || all.iter().all(|r| r.quantity.is_some()))
        {
            all
        } else {
            whole
        };
        if let ([only], false) = (all.as_slice(), carried.subject.is_empty())
            && only.quantity.is_none()
            && sheet.is_role(Role::Pronouns, &only.name.to_lowercase())
        {
            return vec![Recipient { name: carried.subject.clone(), ..Recipient::default() }];
        }
        if let [only] = all.as_slice()
            && only.quantity.is_none()
            && (only.name.starts_with(char::is_uppercase)
                || carried.subject.is_empty() && is_unit(sheet, span.start))
        {
            carried.subject.clone_from(&only.name);
        }
        if all.iter().all(|r: &Recipient| !r.name.is_empty()) && !all.is_empty() {
            return all;
        }
    }
    if let Some(asking) = asking(sheet, clause, verb) {
        return vec![asking];
    }
    lead(sheet, sentence, verb, carried);
    vec![Recipient { name: carried.subject.clone(), ..Recipient::default() }]
}

/// The name that opens the clause, for "người" behind a comma.
fn antecedent(sheet: &Sheet<'_>, clause: Span, own: Span) -> Option<Span> {
    let flat = sheet.flat();
    let relative = matches!(sheet.words(own.start, own.end).trim(), "người" | "đơn vị" | "nơi");
    let behind = flat[..own.start].trim_end().ends_with(',');
    let start = subject::strip(sheet, clause.start, own.start);
    let words = sheet.words(start, own.start);
    let stop = [",", " - ", " – ", " ("].iter().filter_map(|mark| words.find(mark)).min()?;
    let named = name::is_capital(sheet.page.shown(), start) && words[..stop].contains(' ');
    (relative && behind && named).then(|| Span::new(start, start + stop))
}

/// "Chị Mây, Trạm Y tế Nà Hạ, là một trong 85 thầy thuốc được": the group, and the one of it that is named.
fn one_of(sheet: &Sheet<'_>, sentence: Span, at: usize) -> Option<Vec<Recipient>> {
    let words = sheet.words(sentence.start, at);
    let (i, len) =
        [", là một trong ", ", là 1 trong "].iter().find_map(|w| Some((words.rfind(w)?, w.len())))?;
    let group = chosen_from(sheet, sentence.start + i + len, at)?;
    let start = subject::strip(sheet, sentence.start, sentence.start + i);
    let stop =
        sheet.words(start, sentence.start + i).find([',', '(']).map_or(sentence.start + i, |i| start + i);
    let named = name::is_capital(sheet.page.shown(), start) || sheet.starts(Role::Persons, start).is_some();
    let who = recipient::group(sheet, Span::new(start, stop)).filter(|_| named)?;
    Some(vec![group, who])
}

/// "một trong số 85 thầy thuốc": the group with its number, from behind "trong" to `end`.
fn chosen_from(sheet: &Sheet<'_>, at: usize, end: usize) -> Option<Recipient> {
    let flat = sheet.flat();
    let at = starts_with(flat, at, &["số", "những", "tổng số"]).map_or(at, |e| skip(flat, e));
    recipient::group(sheet, Span::new(at, end)).filter(|group| group.quantity.is_some())
}

/// "Bà A; bà B; ông C là ba gương mặt được tặng": the names, then how many they are.
fn presented(sheet: &Sheet<'_>, sentence: Span, at: usize) -> Option<Vec<Recipient>> {
    let flat = sheet.flat();
    let words = sheet.words(sentence.start, at);
    let is = sentence.start + words.rfind(" là ")?;
    let group = skip(flat, is + " là".len());
    recipient::counted(sheet, group).filter(|_| sheet.words(group, at).split_whitespace().count() <= 6)?;
    let label = words.find(':').filter(|i| *i < 30 && sentence.start + i < is);
    let start = label.map_or(sentence.start, |i| skip(flat, sentence.start + i + 1));
    let names = listing::names(sheet, start, is);
    let mut all = vec![recipient::group(sheet, Span::new(group, at))?];
    all.extend(names);
    (all.len() > 2).then_some(all)
}

/// "Công ty đề nghị Chủ tịch nước tặng Huân chương": who asks for it, or hopes for it, is to get it.
fn asking(sheet: &Sheet<'_>, clause: Span, verb: Option<Verb>) -> Option<Recipient> {
    let verb = verb.filter(|v| v.voice == Voice::Gives && v.passive.is_none())?;
    let cues = sheet.cues(clause.start, verb.start);
    let cue = cues.last().filter(|c| matches!(c.role, Role::Proposes | Role::Plans))?;
    let who = subject::before(sheet, clause.start, cue.start)?;
    let named = name::is_capital(sheet.page.shown(), who.start) || is_unit(sheet, who.start);
    recipient::group(sheet, who)
        .filter(|r| named && r.quantity.is_none() && !sheet.is_role(Role::Pronouns, &r.name.to_lowercase()))
}

/// "Chị Hoa là một trong 85 thầy thuốc được …", "Hai phó giám đốc là ông A và ông B được …": a group and who of it is named.
fn members(sheet: &Sheet<'_>, span: Span) -> Option<Vec<Recipient>> {
    let words = sheet.words(span.start, span.end);
    let one = [" là một trong ", " là 1 trong "].iter().find_map(|w| Some((words.find(w)?, w.len())));
    if let Some((i, len)) = one {
        let group = chosen_from(sheet, span.start + i + len, span.end)?;
        let stop = sheet.before_adverbs(span.start, span.start + i);
        let stop = sheet.words(span.start, stop).find([',', '(']).map_or(stop, |i| span.start + i);
        return Some(vec![group, recipient::group(sheet, Span::new(span.start, stop))?]);
    }
    recipient::counted(sheet, span.start)?;
    if let Some(all) = listing::named_directly(sheet, span) {
        return Some(all);
    }
    let at = [" gồm ", " là "].iter().filter_map(|w| words.find(w)).min().map(|i| span.start + i)?;
    let names = listing::named(sheet, at, span.end);
    let mut all = vec![recipient::group(sheet, Span::new(span.start, at))?];
    all.extend(names);
    (all.len() > 1).then_some(all)
}

/// "Xã Yên là đơn vị được …", "bà Mơ (huyện Định)", "đoàn Yên với 12 vận động viên": the end of a name without what
/// is said of it.
fn bare_end(sheet: &Sheet<'_>, span: Span) -> usize {
    let words = sheet.words(span.start, span.end);
    let is = words.find(" là ").filter(|_| name::is_capital(sheet.page.shown(), span.start));
    let note = words.rfind(" (").filter(|_| words.ends_with(')'));
    let with = words.find(" với ").filter(|i| {
        !words.starts_with(|c: char| c.is_ascii_digit())
            && recipient::counted(sheet, skip(sheet.flat(), span.start + i + " với".len())).is_some()
    });
    // "cô Mây - người dạy giỏi", not "nhiệm kỳ 2020 – 2025"
    let aside = [" - ", " – "].iter().filter_map(|dash| words.find(dash)).min();
    let aside = aside.filter(|i| !words[..*i].ends_with(|c: char| c.is_ascii_digit()));
    let acts = acting(sheet, span).map(|at| at - span.start);
    let run = sheet.last_run(span.start, span.end).map(|at| at - span.start).filter(|i| *i > 0);
    let end =
        [is, note, with, run, aside, acts].into_iter().flatten().min().map_or(span.end, |i| span.start + i);
    crate::text::space::back(sheet.flat(), end)
}

/// "Trường A tổ chức …", "ông B giữ chức …", "bà C 7 năm": where what a named subject does begins.
fn acting(sheet: &Sheet<'_>, span: Span) -> Option<usize> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let named = name::is_capital(shown, span.start) || sheet.starts(Role::Persons, span.start).is_some();
    let mut later = words(sheet.words(span.start, span.end)).skip(1).map(|w| span.start + w.start);
    let verb = later.find(|&at| {
        let years = || {
            numeral::number(flat, at).is_some_and(|n| starts_with(flat, n.end, &["năm"]) == Some(span.end))
        };
        !name::is_capital(shown, at) && sheet.starts(Role::Acts, at).is_some() || years()
    });
    verb.filter(|_| named)
}

/// "trường", "chi bộ", "ông": a noun in lower case that the passage can be about.
fn is_unit(sheet: &Sheet<'_>, at: usize) -> bool {
    let flat = sheet.flat();
    sheet.starts(Role::Pronouns, at).is_some()
        || sheet.page.lexicon.unit_names.at(flat, sheet.page.shown(), at).is_some()
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
