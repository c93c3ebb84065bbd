//! Who gives an award: after "của", before an active verb, between "được" and the verb, or carried along a list.

use super::frame::{Verb, Voice};
use super::mention::Mention;
use super::sheet::Sheet;
use super::subject;
use crate::grammar::name;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, ends_with, skip, starts_with};

/// The giver that stands with the award itself: after "của", or in the decision behind it.
pub(super) fn own(sheet: &Sheet<'_>, mention: &Mention) -> Option<String> {
    after(sheet, mention.tail)
        .map(|(_, of)| of)
        .or_else(|| decided(sheet, mention.tail))
        .or_else(|| stated(sheet, mention.tail))
}

/// "… do Thủ tướng Chính phủ khen tặng", "Giấy khen …, UBND xã tặng vì …", a little behind the award: the giver.
pub(super) fn stated(sheet: &Sheet<'_>, at: usize) -> Option<String> {
    let flat = sheet.flat();
    let near = &flat[at..crate::text::space::floor(flat, at + 200).max(at)];
    let words = near.split(['.', ';', '\n']).next().unwrap_or_default();
    let by = words.rfind(" do ").map(|i| at + i + " do ".len());
    let giver = by.and_then(|start| {
        let stop = long_name(sheet, start)?;
        sheet.starts(Role::Gives, stop)?;
        Some(written(sheet, Span::new(start, stop)))
    });
    giver.or_else(|| given_behind(sheet, at, words))
}

/// "tấm Giấy khen treo đầu giường, UBND xã tặng vì …", "Bằng khen mà Bộ Y tế tặng năm 2015": a body and a verb whose
/// object is the award before them.
fn given_behind(sheet: &Sheet<'_>, at: usize, words: &str) -> Option<String> {
    let (flat, lexicon) = (sheet.flat(), sheet.page.lexicon);
    let (i, joint) = [", ", " mà ", ", do "].iter().filter_map(|j| Some((words.find(j)?, *j))).min()?;
    let start = at + i + joint.len();
    lexicon.body_names.at(flat, sheet.page.shown(), start)?;
    let stop = sheet.name_end(start)?;
    let here = starts_with(flat, stop, &["đã", "vừa", "từng"]).unwrap_or(stop);
    let end = sheet.starts(Role::Gives, here)?;
    let rest = &flat[end..];
    let ends = rest.trim_start_matches(' ').starts_with([',', '.', ')', ';', '\n']) || rest.trim().is_empty();
    let plain =
        ends || starts_with(flat, end, &["vì", "năm", "hồi", "từ", "do", "nhân", "khi", "sau"]).is_some();
    (sheet.cues(at, at + i).is_empty() && plain).then(|| written(sheet, Span::new(start, stop)))
}

/// The giver that the verb states: its subject, or the words between "được" and the verb.
pub(super) fn by_verb(sheet: &Sheet<'_>, sentence: Span, verb: Option<Verb>) -> Option<String> {
    let verb = verb.filter(|v| v.voice == Voice::Gives)?;
    if let Some(passive) = verb.passive {
        return between(sheet, passive.end, verb.start)
            .or_else(|| issued(sheet, sentence.start, passive.start));
    }
    if let Some(issuer) = issued(sheet, sentence.start, verb.start).or_else(|| empowering(sheet, sentence)) {
        return Some(issuer);
    }
    if let Some(mark) = sheet.first(Role::Represents, sentence.start, verb.start) {
        return represented(sheet, mark);
    }
    if let Some((_, giver)) = subject::fronted(sheet, sentence.start, verb.start) {
        return Some(written(sheet, giver));
    }
    if let Some(giver) = labelled(sheet, sentence.start, verb.start) {
        return Some(giver);
    }
    let given = |subject: Span| giver_like(sheet, subject).then(|| written(sheet, subject));
    subject::before(sheet, sentence.start, verb.start).and_then(given).or_else(|| {
        subject::before(sheet, sentence.start, deciding(sheet, sentence.start, verb.start)?).and_then(given)
    })
}

/// "UBND huyện tổ chức lễ truy tặng danh hiệu Bà mẹ Việt Nam anh hùng": who holds the ceremony of an honour of the State
/// does not give it.
pub(super) fn hosts(sheet: &Sheet<'_>, mention: &Mention, from: usize, verb: Verb) -> bool {
    let key = sheet.page.lexicon.awards[mention.entry].key.as_str();
    let of_state = key.ends_with("_order")
        || key.ends_with("_hero")
        || matches!(
            key,
            "heroic_mother" | "people_title" | "meritorious_title" | "state_prize" | "ho_chi_minh_prize"
        );
    let words = sheet.words(from, verb.start);
    of_state && verb.passive.is_none() && words.rfind("tổ chức").is_some_and(|i| words.len() - i < 60)
}

/// "- Tỉnh đoàn: tặng 01 Cờ": a body, and a colon before its verb.
fn labelled(sheet: &Sheet<'_>, from: usize, verb: usize) -> Option<String> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let head = sheet.words(from, verb).trim_end().strip_suffix(':')?.trim_end();
    let line = head.rsplit(['\n', ';']).next()?;
    let start = from + head.len() - line.trim_start_matches(|c: char| !c.is_alphabetic()).len();
    sheet.page.lexicon.body_names.at(flat, shown, start)?;
    let whole = sheet.name_end(start)? >= from + head.len();
    whole.then(|| written(sheet, Span::new(start, from + head.len())))
}

/// A name as it is written.
pub(super) fn written(sheet: &Sheet<'_>, span: Span) -> String {
    name::tidy(sheet.page.text, span)
}

/// "Quyết định số 12 ngày … của Chủ tịch nước về việc tặng …": the issuer of the decision that a verb stands behind.
fn issued(sheet: &Sheet<'_>, from: usize, verb: usize) -> Option<String> {
    let decision = sheet.words(from, verb).rfind("quyết định")?;
    let at = from + decision + sheet.words(from + decision, verb).find(" của ")? + " của ".len();
    let stop = sheet.name_end(at).filter(|stop| *stop <= verb)?;
    let known = sheet.page.lexicon.body_names.at(sheet.flat(), sheet.page.shown(), at).is_some();
    let rest = sheet.words(stop, verb).trim();
    let direct = matches!(rest, "" | "về" | "về việc" | "việc" | "v/v" | ",")
        || rest.starts_with(',') && rest.len() < 160;
    let named = name::is_capital(sheet.page.shown(), at) && rest.contains("việc");
    ((known || named) && direct).then(|| written(sheet, Span::new(at, stop)))
}

/// "Được Chủ tịch nước ủy quyền, lãnh đạo huyện trao …": who empowered gives.
fn empowering(sheet: &Sheet<'_>, sentence: Span) -> Option<String> {
    let flat = sheet.flat();
    let at = skip(flat, starts_with(flat, sentence.start, &["được"])?);
    let stop = sheet.name_end(at)?;
    starts_with(flat, stop, &["ủy quyền", "uỷ quyền"])?;
    Some(written(sheet, Span::new(at, stop)))
}

/// "Chủ tịch nước đã ký các Quyết định số … về việc tặng": where the verb begins that makes the decision.
fn deciding(sheet: &Sheet<'_>, from: usize, verb: usize) -> Option<usize> {
    let flat = sheet.flat();
    let decision = from + sheet.words(from, verb).find("quyết định")?;
    let decision = ends_with(flat, decision, &["các", "một số"]).unwrap_or(decision);
    ends_with(flat, decision, &["ký ban hành", "ban hành", "ký", "ra", "có"])
}

/// The giver of an earlier verb of the sentence, where the clause of `verb` leaves its subject out.
pub(super) fn earlier(sheet: &Sheet<'_>, sentence: Span, verb: Verb) -> Option<String> {
    let cue = sheet.cues(sentence.start, verb.start).iter().rev().find(|c| c.role == Role::Gives)?;
    let subject = subject::before(sheet, sentence.start, cue.start)?;
    giver_like(sheet, subject).then(|| written(sheet, subject))
}

/// "của Chính phủ", "do UBND tỉnh tặng" after the award: the end and the name.
pub(super) fn after(sheet: &Sheet<'_>, at: usize) -> Option<(usize, String)> {
    let flat = sheet.flat();
    let at = sheet.after_quote(at);
    let year = starts_with(flat, at, &["năm"])
        .and_then(|e| crate::grammar::calendar::year(flat, skip(flat, e)))
        .map_or(at, |(e, _)| e);
    // "hạng Nhì lần thứ 2 của Chủ tịch nước"
    let year = starts_with(flat, year, &["lần thứ", "lần"])
        .and_then(|e| crate::text::space::word(flat, e))
        .filter(|w| w.end - w.start <= "nhất".len())
        .map_or(year, |w| w.end);
    let Some(end) = starts_with(flat, year, &["của", "do", "từ"]) else { return beside(sheet, at) };
    let start = skip(flat, end);
    let stop = long_name(sheet, start)?;
    (stop > start).then(|| (stop, written(sheet, Span::new(start, stop))))
}

/// "Bằng khen Thủ tướng Chính phủ", "Bằng khen UBND tỉnh: 30": a body directly after the award.
fn beside(sheet: &Sheet<'_>, at: usize) -> Option<(usize, String)> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let start = crate::text::space::skip_inline(flat, at);
    let level = starts_with(flat, start, &["bộ", "sở", "ủy ban", "tỉnh"]);
    let lower = level.is_some_and(|e| name::is_capital(shown, skip(flat, e)));
    let known = start > at
        && (name::is_capital(shown, start) || lower)
        && (lower
            || sheet.starts(Role::Posts, start).is_some()
            || sheet.page.lexicon.body_names.at(flat, shown, start).is_some());
    let stop = sheet.name_end(start).filter(|_| known)?;
    let closed =
        flat[stop..].trim_start_matches(' ').starts_with([':', ';', ',', '.', '(', '\n', ')', '|', '\t'])
            || stop == flat.len();
    (closed || starts_with(flat, stop, &["cho", "năm", "và"]).is_some())
        .then(|| (stop, written(sheet, Span::new(start, stop))))
}

/// A name, also one that begins with a lower-case head: "tạp chí The Banker, Financial Times".
fn long_name(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let flat = sheet.flat();
    if let Some(stop) = starts_with(flat, at, &["nhà trường", "nhà nước"]).or_else(|| sheet.name_end(at))
    {
        return Some(stop);
    }
    let head = sheet.starts(Role::Givers, at)?;
    let words = sheet.words(head, crate::text::space::floor(flat, head + 90));
    let stop = words.find([',', ';', '.', '(', '\n', ':']).unwrap_or(words.len());
    let verb = [" tặng", " trao", " bình chọn", " tổ chức", " cho ", " vì ", " công bố", " phong", " cấp"]
        .iter()
        .filter_map(|w| words[..stop].find(w))
        .min();
    Some(head + verb.unwrap_or(stop))
}

/// The words between "được" and its verb: a body or a person.
pub(super) fn between(sheet: &Sheet<'_>, start: usize, verb: usize) -> Option<String> {
    let asked =
        sheet.cues(start, verb).iter().rev().find(|c| c.role == Role::Proposes).map_or(start, |c| c.end);
    let begin = skip(sheet.flat(), asked);
    let end = sheet.before_adverbs(begin, verb);
    let short = sheet.words(begin, end).split_whitespace().count() <= 18;
    (end > begin && short).then(|| written(sheet, Span::new(begin, end))).filter(|n| !n.is_empty())
}

/// Whether a subject can give: a body or a person by name, not a group or a thing.
pub(super) fn giver_like(sheet: &Sheet<'_>, span: Span) -> bool {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let known = sheet.page.lexicon.body_names.at(flat, shown, span.start).is_some();
    let words = sheet.page.text.slice(span).split_whitespace().count();
    let adverbial = sheet.starts(Role::Unable, span.start).is_some();
    let person =
        sheet.starts(Role::Persons, span.start).is_some_and(|e| name::is_capital(shown, skip(flat, e)));
    let capital = name::is_capital(shown, span.start);
    let award = sheet.page.lexicon.award_names.at(flat, shown, span.start).is_some();
    words <= 24
        && !sheet.words(span.start, span.end).contains(" được ")
        && !adverbial
        && !award
        && (known || capital || person || sheet.starts(Role::Bodies, span.start).is_some())
}

/// "Thay mặt UBND tỉnh, đồng chí … trao": the body represented gives.
fn represented(sheet: &Sheet<'_>, mark: Span) -> Option<String> {
    let flat = sheet.flat();
    let start = skip(flat, mark.end);
    let start = starts_with(flat, start, &["của"]).map_or(start, |e| skip(flat, e));
    let start =
        starts_with(flat, start, &["lãnh đạo", "các đồng chí lãnh đạo"]).map_or(start, |e| skip(flat, e));
    let stop = sheet.name_end(start)?;
    Some(written(sheet, Span::new(start, stop)))
}

/// Whether the clause of a verb leaves its subject out: ", tặng …", "; truy tặng …".
pub(super) fn elided(sheet: &Sheet<'_>, sentence: Span, verb: Verb) -> bool {
    let flat = sheet.flat();
    let here = sheet.before_adverbs(sentence.start, verb.start);
    let here = back(flat, here);
    let joined = ends_with(flat, verb.start, &["và", "đồng thời", "cũng như"]).is_some();
    verb.passive.is_none()
        && (joined || here <= sentence.start || flat[..here].ends_with([',', ';', ':', '/']))
}

/// "Tờ trình gửi Chủ tịch nước về việc đề nghị tặng": the body asked, where the proposal is sent to it.
pub(super) fn asked(sheet: &Sheet<'_>, from: usize, to: usize) -> Option<String> {
    let words = sheet.words(from, to);
    let at = [" gửi ", " trình ", " gửi lên "]
        .iter()
        .filter_map(|w| words.rfind(w).map(|i| from + i + w.len()))
        .max()?;
    let stop = sheet.name_end(at)?;
    let known = sheet.page.lexicon.body_names.at(sheet.flat(), sheet.page.shown(), at).is_some();
    known.then(|| written(sheet, Span::new(at, stop)))
}

/// "cho 498 cá nhân tại Quyết định số 13/QĐ-CTN của Chủ tịch nước": the decision stands behind the recipients.
pub(super) fn decided_behind(sheet: &Sheet<'_>, at: usize, end: usize) -> Option<String> {
    let words = sheet.words(at, end);
    let near = ["tại quyết định", "theo quyết định"].iter().filter_map(|w| words.find(w)).min()?;
    let plain = near < 120 && !words[..near].contains([',', ';', ':']);
    plain.then(|| decided(sheet, at + near)).flatten()
}

/// "(Quyết định số 12/QĐ-CTN ngày … của Chủ tịch nước)": who signed the decision gives.
fn decided(sheet: &Sheet<'_>, at: usize) -> Option<String> {
    let flat = sheet.flat();
    let here = skip(flat, sheet.after_quote(at));
    let here = if flat[here..].starts_with(['(', ',']) { skip(flat, here + 1) } else { here };
    let here = starts_with(flat, here, &["theo", "tại"]).map_or(here, |e| skip(flat, e));
    let from = starts_with(flat, here, &["quyết định", "qđ"])?;
    let words = sheet.words(from, crate::text::space::floor(flat, from + 120));
    let stop = words.find([';', ')', '\n']).unwrap_or(words.len());
    let of = from + words[..stop].find(" của ")? + " của ".len();
    let end = sheet.name_end(of)?;
    Some(written(sheet, Span::new(of, end)))
}
