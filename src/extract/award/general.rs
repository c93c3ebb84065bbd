//! Mentions that are no event: rules about an award, awards in general, what was taken back.

use super::frame::{Verb, Voice};
use super::mention::Mention;
use super::recipient;
use super::sheet::Sheet;
use crate::lexicon::Role;
use crate::text::space::{back, ends_with, skip, starts_with};

/// Whether the words before a mention, or before its verb, speak of the award as such.
pub(super) fn is_general(sheet: &Sheet<'_>, mention: &Mention, verb: Option<Verb>, from: usize) -> bool {
    let before = sheet.before_name(mention.span.start);
    // "Các danh hiệu đạt được: Chiến sĩ thi đua năm 2018": what was got, behind the colon
    let got = verb.is_some_and(|v| v.voice == Voice::Receives && !v.held && v.end <= before);
    if got && sheet.flat()[..before].ends_with(':') && sheet.ends(Role::Gets, before - 1).is_some() {
        return false;
    }
    if !super::headed::annexed(sheet, mention).is_empty() {
        return false;
    }
    // "Thực hiện Quyết định số … về việc tặng Bằng khen, …": what was decided, and is now carried out
    let decision = verb.map_or("", |v| sheet.words(from, v.start));
    if decision.contains("quyết định")
        && starts_with(sheet.flat(), from, &["thực hiện", "căn cứ", "triển khai"]).is_some()
        && [" về ", " về việc "].iter().any(|w| decision.contains(w))
        && !names_receivers(sheet, mention)
        && sheet.flat()[mention.tail..].trim_start().starts_with(',')
    {
        return true;
    }
    // "các giải Nhất thuộc về: A; B": all that there are, with their winners
    if verb.is_some_and(|v| v.start >= mention.tail && listed_behind(sheet, v)) {
        return false;
    }
    if mention.counted.is_none() && blocked(sheet, before, from) {
        return true;
    }
    let verb = verb.filter(|v| v.voice == Voice::Gives || v.direct || v.held);
    let start = verb.map_or(before, |v| v.passive.map_or(v.start, |p| p.start));
    let first = verb.filter(|v| v.passive.is_none()).map_or(start, |v| asked(sheet, from, v.start));
    start < mention.span.start
        && (blocked(sheet, first, from) || blocked(sheet, start, from))
        && !names_receivers(sheet, mention)
        && !verb.is_some_and(|v| celebrates(sheet, v))
}

/// Whether a list with a name stands behind a verb and its colon.
fn listed_behind(sheet: &Sheet<'_>, verb: Verb) -> bool {
    let flat = sheet.flat();
    let at = crate::text::space::skip_inline(flat, verb.end);
    flat[at..].starts_with(':') && crate::grammar::name::is_capital(sheet.page.shown(), skip(flat, at + 1))
}

/// "Trường tổ chức lễ đón nhận Huân chương …": a ceremony of receiving is the event itself.
fn celebrates(sheet: &Sheet<'_>, verb: Verb) -> bool {
    let flat = sheet.flat();
    let lead = ends_with(flat, verb.start, &["lễ", "buổi lễ"]);
    let held = lead.and_then(|at| ends_with(flat, at, &["tổ chức", "long trọng tổ chức", "dự"]));
    verb.voice == Voice::Receives && held.is_some()
}

/// Past "đề nghị", "xét" and the adverbs before a verb: where a rule about it would stand.
fn asked(sheet: &Sheet<'_>, from: usize, verb: usize) -> usize {
    let mut here = sheet.before_adverbs(from, verb);
    for _ in 0..3 {
        let step =
            sheet.ends(Role::Proposes, here).or_else(|| sheet.ends(Role::Gives, here)).filter(|s| *s >= from);
        let Some(start) =
            step.or_else(|| ends_with(sheet.flat(), here, &["về", "danh hiệu"]).filter(|s| *s >= from))
        else {
            break;
        };
        here = sheet.before_adverbs(from, start);
    }
    here
}

/// Whether a word that blocks ends at `at`; a comma or the sentence's beginning between frees.
fn blocked(sheet: &Sheet<'_>, at: usize, from: usize) -> bool {
    let here = back(sheet.flat(), at);
    sheet.ends(Role::Blocks, here).is_some_and(|s| s >= from)
}

/// "hồ sơ đề nghị tặng Bằng khen cho 04 tập thể": what is asked for someone is more than a rule.
fn names_receivers(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let tail = super::giver::after(sheet, mention.tail).map_or(mention.tail, |(end, _)| end);
    let to = |tail: usize| starts_with(flat, sheet.after_quote(tail), &["cho"]);
    // "giải thưởng A lần thứ XV năm 2020 cho 34 thanh niên"
    let further = || {
        let edition = starts_with(flat, tail, &["lần thứ", "lần", "năm"])?;
        let words = crate::text::space::lookahead(flat, edition);
        let i = words.find(" cho ").filter(|i| *i < 40 && !words[..*i].contains([',', '.', ';', '\n']))?;
        Some(edition + i + " cho".len())
    };
    let Some(end) = to(tail).or_else(|| to(mention.chain)).or_else(further) else {
        return !super::listing::such_as(sheet, tail, sheet.sentence(mention.span).end).is_empty();
    };
    let at = skip(flat, end);
    let past = |role: Role| sheet.starts(role, at).map(|e| skip(flat, e));
    let announced = starts_with(flat, at, &["các tập thể", "các cá nhân", "các đơn vị", "các em"]).is_some()
        && crate::text::space::lookahead(flat, at).split(['.', ';']).next().is_some_and(|w| w.contains(':'));
    // "cho đảng viên Trần Văn Sáu"
    let noun = sheet.page.lexicon.unit_names.at(flat, shown, at);
    recipient::counted(sheet, at).is_some()
        || crate::grammar::name::is_capital(shown, at)
        || noun.is_some_and(|(e, _)| crate::grammar::name::is_capital(shown, skip(flat, e)))
        || past(Role::Persons).is_some_and(|at| crate::grammar::name::is_capital(shown, at))
        || announced
}

/// "tặng Bằng khen vì là nông dân sản xuất kinh doanh giỏi": what someone is, for which something else is given.
pub(super) fn is_ground(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let is = ends_with(flat, sheet.before_name(mention.span.start), &["là"]);
    is.is_some_and(|at| ends_with(flat, at, &["vì", "do", "bởi", "vì đã", "nhờ", "với tư cách"]).is_some())
}

/// Only "và" or a comma stands between two mentions.
pub(super) fn coordinated(sheet: &Sheet<'_>, end: usize, start: usize) -> bool {
    let between = sheet.words(end, start).trim_matches([' ', '“', '”', '"']);
    let between = between.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let between = between.strip_suffix("danh hiệu").unwrap_or(between).trim_end();
    matches!(between, "và" | "," | "hoặc" | "/" | "-" | ", và" | "rồi" | ", rồi")
}

/// Money after the name, or the words of a certificate's price: "Bằng khen: 1.300.000 đồng".
pub(super) fn priced(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let flat = sheet.flat();
    let at = skip(flat, mention.tail);
    let at = if flat[at..].starts_with(':') { skip(flat, at + 1) } else { return false };
    let Some(n) = crate::grammar::numeral::number(flat, at) else { return false };
    let comrades = starts_with(flat, n.end, &["đồng chí", "đ/c", "đ/ c"]).is_some();
    let money = ["đồng", "đ", "vnđ", "triệu", "triệu đồng", "nghìn đồng", "lần mức"];
    !comrades && starts_with(flat, n.end, &money).is_some()
}

/// "NSƯT Công Lý": a title before a name is how a person is addressed.
pub(super) fn honorific(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let key = sheet.page.lexicon.awards[mention.entry].key.as_str();
    let personal = matches!(
        key,
        "people_title" | "meritorious_title" | "labour_hero" | "armed_forces_hero" | "heroic_mother"
    );
    let flat = sheet.flat();
    let named = crate::grammar::name::is_capital(sheet.page.shown(), skip(flat, mention.tail))
        && flat[mention.tail..].starts_with(' ');
    personal
        && named
        && ends_with(flat, mention.span.start, &["danh hiệu"]).is_none()
        && !flat[..mention.span.start].ends_with(['“', '"'])
}

/// Prizes of a lottery are won, not awarded.
pub(super) fn lottery(sheet: &Sheet<'_>, mentions: &[Mention]) -> bool {
    mentions.iter().any(|m| m.prize)
        && ["vietlott", "xổ số", "jackpot", "vé số", "trúng thưởng"].iter().any(|w| sheet.flat().contains(w))
}

/// Words before a prize that tell what there is to win: "cơ cấu giải thưởng gồm 1 giải Nhất".
pub(super) fn rules(sheet: &Sheet<'_>, from: usize, to: usize) -> bool {
    sheet.first(Role::Rules, from, to).is_some()
}

/// Medals that only tell how a team stands: "xếp thứ 3 với 20 huy chương vàng".
pub(super) fn standing(sheet: &Sheet<'_>, mention: &Mention) -> bool {
    let sentence = sheet.sentence(mention.span);
    sheet.first(Role::Standings, sentence.start, mention.span.start).is_some()
}
