//! Who receives in a frame: beside the award, between verb and award, or as the subject of the passage.

use super::event::Carried;
use super::frame::{Verb, Voice};
use super::giver;
use super::listing;
use super::mention::Mention;
use super::recipient::{self, Recipient};
use super::sheet::Sheet;
use super::subject;
use crate::fact::RecipientUnit;
use crate::grammar::{calendar, name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{ends_with, skip, skip_inline, starts_with};
use rust_decimal::Decimal;

/// Who receives, and where the words about them end.
pub(super) fn receivers(
    sheet: &Sheet<'_>,
    sentence: Span,
    clause: Span,
    mention: &Mention,
    verb: Option<Verb>,
    next: usize,
    carried: &mut Carried,
) -> (Vec<Recipient>, usize) {
    let flat = sheet.flat();
    let at = past_giver(sheet, mention);
    let limit = clause.end.min(next).max(at);
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
    let mut end = found.last().map_or(at, |r| r.end);
    let lines = listing::named_lines(sheet, end, sentence, told);
    let lines = match found.last().filter(|_| lines.is_empty()) {
        Some(group) => listing::counted_lines(sheet, group, sentence),
        None => lines,
    };
    found.extend(lines);
    if found.last().is_some_and(is_group) {
        let names = listing::named(sheet, end, sentence.end.min(next.max(end)));
        end = names.last().map_or(end, |r| r.end);
        with_names(&mut found, names);
    }
    if found.is_empty() && verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none()) {
        found = listing::such_as(sheet, at, sentence.end);
    }
    if let Some(v) = verb.filter(|v| found.is_empty() && v.voice == Voice::Gives && v.passive.is_none()) {
        let fronted = subject::fronted(sheet, clause.start, v.start);
        found.extend(fronted.and_then(|(who, _)| recipient::group(sheet, who)));
    }
    if let Some(work) = super::govern::work(sheet, mention).filter(|_| found.is_empty() && verb.is_none()) {
        found.extend(recipient::group(sheet, work));
    }
    if found.is_empty() {
        found = subjects(sheet, sentence, clause, verb, carried);
        let receives = verb.is_some_and(|v| v.passive.is_some() || v.voice == Voice::Receives);
        if let Some(noun) =
            found.last().filter(|r| receives && r.quantity.is_some()).map(|r| r.name.to_lowercase())
        {
            found.extend(listing::gapped(sheet, skip_inline(flat, at), limit, &noun));
        }
        if receives && found.last().is_some_and(is_group) {
            with_names(&mut found, listing::named(sheet, at, sentence.end.min(next.max(at))));
        }
    }
    if let Some(n) = mention.counted {
        share_number(&mut found, n, told);
    }
    (found, end)
}

/// "12 em đạt giải, gồm 02 giải Nhất": the number before an award is that of the awards, whoever and how many they are
/// that got them; groups that make up the number keep their own.
fn share_number(found: &mut Vec<Recipient>, n: Decimal, told: bool) {
    let all: Option<Decimal> = found.iter().map(|r| r.quantity).sum();
    if told && found.len() > 1 && all != Some(n) {
        found.drain(..found.len() - 1);
    }
    if let [only] = found.as_mut_slice()
        && (only.quantity.is_none() || told)
    {
        (only.quantity, only.unit) = (Some(n), Some(RecipientUnit::Award));
    }
}

/// "2 cá nhân", "các tập thể", "cá nhân": a group whose members may be named after it.
fn is_group(who: &Recipient) -> bool {
    let name = who.name.to_lowercase();
    who.quantity.is_some()
        || ["các ", "những "].iter().any(|w| name.starts_with(w))
        || matches!(name.as_str(), "tập thể" | "cá nhân")
}

/// The names of a group's members: beside a group with a number, in place of one without.
fn with_names(found: &mut Vec<Recipient>, names: Vec<Recipient>) {
    if !names.is_empty() && found.last().is_some_and(|r| r.quantity.is_none()) {
        found.pop();
    }
    found.extend(names);
}

/// Past the giver and the year that stand between an award and its recipients.
fn past_giver(sheet: &Sheet<'_>, mention: &Mention) -> usize {
    let flat = sheet.flat();
    let at = sheet.after_quote(mention.tail);
    let at = giver::after(sheet, at).map_or(at, |(end, _)| end);
    let here = skip_inline(flat, at);
    let year = starts_with(flat, at, &["năm", "trong năm", "vào năm"]).map_or(here, |e| skip_inline(flat, e));
    let named = calendar::year(flat, year).filter(|_| year > here);
    named.or_else(|| calendar::plain_year(flat, year)).map_or(at, |(e, _)| e)
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
    let here = skip_inline(flat, super::govern::label_end(sheet, here));
    // "Bằng khen: 2011, 2013" tells when
    let year = |at: usize| {
        super::rank::years(flat, at).is_some_and(|e| {
            flat[e..].trim_start_matches(' ').starts_with([';', '.', '\n', ')']) || e == flat.len()
        })
    };
    if flat[here..].starts_with(':') && year(skip_inline(flat, here + 1)) {
        return Vec::new();
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
    if verb.voice != Voice::Gives || end <= verb.end || verb.passive.is_some() || mention.counted.is_some() {
        return Vec::new();
    }
    let start = starts_with(flat, verb.end, &["cho"]).unwrap_or(verb.end);
    let end = ends_with(flat, end, &["đạt", "là", "danh hiệu", "đạt danh hiệu", "nhận"])
        .filter(|s| *s > start)
        .unwrap_or(end);
    // "phong tặng bà danh hiệu A rồi B": the words before the first
    let end = sheet.words(start, end).find(" danh hiệu ").map_or(end, |i| start + i);
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
    lead(sheet, sentence, verb, carried);
    vec![Recipient { name: carried.subject.clone(), ..Recipient::default() }]
}

/// "Chị Hoa là một trong 85 thầy thuốc được …", "Hai phó giám đốc là ông A và ông B được …": a group and who of it is named.
fn members(sheet: &Sheet<'_>, span: Span) -> Option<Vec<Recipient>> {
    let flat = sheet.flat();
    let words = sheet.words(span.start, span.end);
    let one = [" là một trong ", " là 1 trong "].iter().find_map(|w| Some((words.find(w)?, w.len())));
    if let Some((i, len)) = one {
        let begin = span.start + i + len;
        let begin = starts_with(flat, begin, &["số", "những", "tổng số"]).map_or(begin, |e| skip(flat, e));
        let group = recipient::group(sheet, Span::new(begin, span.end)).filter(|g| g.quantity.is_some())?;
        let stop = sheet.before_adverbs(span.start, span.start + i);
        let stop = sheet.words(span.start, stop).find([',', '(']).map_or(stop, |i| span.start + i);
        return Some(vec![group, recipient::group(sheet, Span::new(span.start, stop))?]);
    }
    recipient::counted(sheet, span.start)?;
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
    let run = sheet.last_run(span.start, span.end).map(|at| at - span.start).filter(|i| *i > 0);
    let end = [is, note, with, run].into_iter().flatten().min().map_or(span.end, |i| span.start + i);
    crate::text::space::back(sheet.flat(), end)
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
