//! Who receives in a frame: beside the award, between verb and award, or as the subject of the passage.

use super::about;
use super::event::Carried;
use super::frame::{Verb, Voice};
use super::giver;
use super::headed;
use super::lines;
use super::listing;
use super::mention::Mention;
use super::recipient::{self, Recipient};
use super::sheet::Sheet;
use super::subject;
use crate::fact::RecipientUnit;
use crate::grammar::{calendar, numeral};
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
    if let Some(group) = mention.getters.and_then(|span| recipient::group(sheet, span)) {
        return (vec![group], mention.tail);
    }
    let at = past_giver(sheet, mention);
    let annexed = headed::annexed(sheet, mention);
    if !annexed.is_empty() {
        return (annexed, at);
    }
    let limit = clause.end.min(next).max(at);
    let whole = sentence.end.min(next).max(at);
    let mut found = stated(sheet, mention, verb, at, (limit, whole));
    if found.is_empty() && verb.is_none() {
        found = listed(sheet, mention, at, sentence.end);
        if found.first().is_some_and(|r| r.unit == Some(RecipientUnit::Award)) {
            return (found, at);
        }
    }
    let gives = verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none());
    // "tặng Cờ thi đua và Bằng khen cho 3 tập thể": those behind the last award get all of them
    if found.is_empty() && gives && mention.chain > mention.tail && mention.counted.is_none() {
        let behind = sheet.after_quote(mention.chain);
        let behind = giver::after(sheet, behind).map_or(behind, |(end, _)| end);
        found = recipient::after(sheet, behind, clause.end.max(behind));
        if !found.is_empty() {
            return (found, at);
        }
    }
    let told = found.is_empty();
    let mut end = found.last().map_or(at, |r| r.end);
    let below = lines::named_lines(sheet, end, sentence, told);
    let below = match found.last().filter(|_| below.is_empty()) {
        Some(group) => lines::counted_lines(sheet, group, sentence),
        None => below,
    };
    found.extend(below);
    if found.last().is_some_and(is_group) {
        let stop = sentence.end.min(next.max(end));
        let names = listing::named(sheet, end, stop);
        let names = if names.is_empty() { listing::further(sheet, end, stop) } else { names };
        end = names.last().map_or(end, |r| r.end);
        with_names(&mut found, names);
    }
    if found.is_empty() && gives {
        found = listing::such_as(sheet, at, sentence.end);
    }
    if let Some(v) = verb.filter(|_| found.is_empty() && gives) {
        let fronted = subject::fronted(sheet, clause.start, v.start);
        found.extend(fronted.and_then(|(who, _)| recipient::group(sheet, who)));
    }
    if let Some(work) = super::govern::work(sheet, mention).filter(|_| found.is_empty() && verb.is_none()) {
        found.extend(recipient::group(sheet, work));
    }
    if found.is_empty() {
        found = about::subjects(sheet, sentence, clause, verb, carried);
        let receives = verb.is_some_and(|v| v.passive.is_some() || v.voice == Voice::Receives);
        if let Some(noun) =
            found.last().filter(|r| receives && r.quantity.is_some()).map(|r| r.name.to_lowercase())
        {
            found.extend(listing::gapped(sheet, skip_inline(flat, at), limit, &noun));
        }
        if receives && found.last().is_some_and(|r| r.quantity.is_some()) {
            found.extend(listing::chosen(sheet, sentence, at));
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

/// Those that the words around an award state: behind it, behind a verb after it, between the verb and it.
///
/// `limit` and `whole` are where the clause and the sentence end, at the next award at the latest.
fn stated(
    sheet: &Sheet<'_>,
    mention: &Mention,
    verb: Option<Verb>,
    at: usize,
    (limit, whole): (usize, usize),
) -> Vec<Recipient> {
    let flat = sheet.flat();
    let to = starts_with(flat, at, &["cho"]);
    // "cho: 12 tập thể; 30 cá nhân": the semicolons are those of the list
    let list = to.is_some_and(|e| flat[skip_inline(flat, e)..].starts_with(':'));
    // "giành HCV cho đoàn Việt Nam", "giải Oscar cho vai diễn": who wins stands before
    let won = verb.is_some_and(|v| v.voice == Voice::Receives && !v.held && mention.prize);
    let mut found = if won && to.is_some() && !list {
        Vec::new()
    } else {
        beside_name(sheet, at, if list { whole } else { limit })
    };
    if let Some(v) = verb.filter(|v| found.is_empty() && v.start >= mention.tail) {
        let start = starts_with(flat, v.end, &["cho"]).unwrap_or(v.end);
        // "các giải Nhất thuộc về: A; B; C"
        found = if flat[skip_inline(flat, start)..].starts_with(':') {
            listing::works(sheet, recipient::past_colon(flat, start), whole)
        } else {
            recipient::groups(sheet, skip(flat, start), limit.max(start))
        };
    }
    if let Some(v) = verb.filter(|_| found.is_empty()) {
        found = between(sheet, v, mention);
    }
    if found.is_empty() && verb.is_some_and(|v| v.voice == Voice::Gives && v.passive.is_none()) {
        found = recipient::bare(sheet, at, limit);
    }
    if found.is_empty() && !won { recipient::further(sheet, at, limit) } else { found }
}

/// Those that a list names without a verb: below the name of a prize, behind a number of honours; the number first.
fn listed(sheet: &Sheet<'_>, mention: &Mention, at: usize, end: usize) -> Vec<Recipient> {
    let mut found = headed::winners(sheet, mention);
    if found.is_empty() && mention.counted.is_some() {
        found = listing::named(sheet, at, end);
    }
    if let Some(n) = mention.counted.filter(|_| !found.is_empty()) {
        let unit = Some(RecipientUnit::Award);
        found.insert(0, Recipient { quantity: Some(n), unit, end: at, ..Recipient::default() });
    }
    found
}

/// "12 em đạt giải, gồm 02 giải Nhất": the number before an award is that of the awards, whoever and how many they are
/// that got them; groups that make up the number keep their own.
fn share_number(found: &mut Vec<Recipient>, n: Decimal, told: bool) {
    let all: Option<Decimal> = found.iter().map(|r| r.quantity).sum();
    if told && found.len() > 1 && all != Some(n) {
        found.drain(..found.len() - 1);
    }
    // "41 Huân chương cho 48 gia đình"
    if let [only] = found.as_mut_slice()
        && (only.quantity.is_none()
            || told
            || only.quantity != Some(n) && only.unit != Some(RecipientUnit::Percent))
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
        // "Giấy khen: 30 tập thể; 65 cá nhân": groups alone between the semicolons
        while let Some(who) = counted.last().and_then(|last| part_behind(sheet, last.end)) {
            counted.push(who);
        }
        for group in counted.iter_mut().filter(|r| r.name.is_empty()) {
            group.unit = Some(RecipientUnit::Award);
        }
        return counted;
    }
    recipient::after(sheet, at, limit)
}

/// "; 65 cá nhân.": a group that is all there is up to the next mark.
fn part_behind(sheet: &Sheet<'_>, at: usize) -> Option<Recipient> {
    let flat = sheet.flat();
    let here = skip_inline(flat, at);
    let next = skip_inline(flat, flat[here..].starts_with(';').then_some(here + 1)?);
    if !recipient::counted_noun(sheet, next) {
        return None;
    }
    let part =
        crate::text::space::lookahead(flat, next).split([';', '.', '\n', ',']).next().unwrap_or_default();
    let short = part.split_whitespace().count() <= 4 && sheet.cues(next, next + part.len()).is_empty();
    short.then(|| recipient::group(sheet, Span::new(next, next + part.trim_end().len()))).flatten()
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
    if sheet.first(Role::Gifts, start, end).is_some() {
        Vec::new()
    } else {
        recipient::groups(sheet, skip(flat, start), end)
    }
}
