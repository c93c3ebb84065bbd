//! Who gets an award: groups with a number, names, the lines of an announced list.

use super::begin::{group_begins, lies_in, works_at};
use super::extent::group_end;
use super::listing;
use super::sheet::Sheet;
use crate::fact::RecipientUnit;
use crate::grammar::{name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{skip, skip_inline, starts_with, word};
use rust_decimal::Decimal;

/// One recipient or group of recipients.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Recipient {
    pub name: String,
    pub quantity: Option<Decimal>,
    pub unit: Option<RecipientUnit>,
    pub end: usize,
}

/// Groups after "cho": "28 tập thể và 12 cá nhân", "đồng chí A, đồng chí B".
pub(super) fn after(sheet: &Sheet<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let flat = sheet.flat();
    match starts_with(flat, at, &["cho", "tới", "đến", "dành cho", "đối với"]).filter(|e| *e < limit)
    {
        Some(end) => groups(sheet, past_colon(flat, end), limit),
        // "nhận Huy hiệu 80 năm tuổi Đảng có 3 đồng chí"
        None => starts_with(flat, at, &["có"])
            .map(|end| skip(flat, end))
            .filter(|at| *at < limit && counted_noun(sheet, *at))
            .map_or_else(Vec::new, |at| groups(sheet, at, limit)),
    }
}

/// Past a colon at `at`, and the blanks.
pub(super) fn past_colon(flat: &str, at: usize) -> usize {
    let next = skip_inline(flat, at);
    skip(flat, if flat[next..].starts_with(':') { next + 1 } else { next })
}

/// Reads a list of groups that begins at `at`.
pub(super) fn groups(sheet: &Sheet<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let flat = sheet.flat();
    let mut all = Vec::new();
    let mut here = at;
    while all.len() < 40 && here < limit {
        let here_end = group_end(sheet, here, limit);
        let Some(group) = group(sheet, Span::new(here, here_end)) else { break };
        let (counted, number) = (group.quantity.is_some(), group.quantity);
        match listing::named_directly(sheet, Span::new(here, here_end)) {
            Some(named) => all.extend(named),
            None => all.push(group),
        }
        let next = skip_inline(flat, here_end);
        if let Some(note) = number.and_then(|n| Some((n, bracket(flat, next, limit)?))) {
            all.extend(listing::bracketed(sheet, note.1, note.0));
        }
        let comma = flat[next..].starts_with(',');
        let next = if flat[next..].starts_with([',', '(', ';']) {
            skip(flat, past_note(flat, next, limit))
        } else {
            match joint(sheet, next) {
                Some(e) => e,
                None => break,
            }
        };
        let next = starts_with(flat, next, &["và", "cho", "cùng"]).map_or(next, |e| skip(flat, e));
        // "chị Cẩm, thôn Đông Phú": more of the same person
        let apposes = |at: usize| sheet.starts(Role::Apposes, at).is_some();
        let more = comma && !counted && apposes(next) && !apposes(here);
        if comma && !counted && (lies_in(sheet, here, next) || works_at(sheet, here, next, limit)) {
            let end = group_end(sheet, next, limit);
            if let Some(who) = all.last_mut() {
                who.end = end;
            }
            break;
        }
        if next >= limit || more || !group_begins(sheet, next, counted) {
            break;
        }
        here = next;
    }
    all
}

/// Past "và" or "cùng"; "với" joins a further group alone: "5 tập thể với 12 cá nhân", not "với 1.200 phiếu bầu".
fn joint(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let flat = sheet.flat();
    if let Some(end) = starts_with(flat, at, &["và", "cùng với", "cùng"]) {
        return Some(skip(flat, end));
    }
    let next = skip(flat, starts_with(flat, at, &["với"])?);
    let noun = skip(flat, counted(sheet, next)?.end);
    matches!(unit_at(sheet, noun), RecipientUnit::Collective | RecipientUnit::Individual).then_some(next)
}

/// Past a comma, or past a note in brackets with the comma or "và" after it.
fn past_note(flat: &str, at: usize, limit: usize) -> usize {
    if flat[at..].starts_with([',', ';']) {
        return at + 1;
    }
    let Some(note) = bracket(flat, at, limit) else { return limit };
    let after = skip_inline(flat, note.end);
    if flat[after..].starts_with(',') {
        after + 1
    } else {
        starts_with(flat, after, &["và", "cùng"]).unwrap_or(limit)
    }
}

/// The bracket that opens at `at`, with its marks.
fn bracket(flat: &str, at: usize, limit: usize) -> Option<Span> {
    let words = flat.get(at..limit.min(crate::text::space::floor(flat, at + NOTE)))?;
    let mut depth = 0_i32;
    let close = words.char_indices().find(|&(_, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth <= 0
    });
    close.filter(|(i, _)| *i > 0).map(|(i, _)| Span::new(at, at + i + 1))
}

/// The longest bracket behind a group, in bytes.
const NOTE: usize = 900;

/// "40 Tập thể lao động xuất sắc": a number of honours.
pub(super) fn counts_awards(sheet: &Sheet<'_>, at: usize) -> bool {
    let next = numeral::number(sheet.flat(), at).map(|n| skip(sheet.flat(), n.end));
    next.is_some_and(|at| sheet.page.lexicon.award_names.at(sheet.flat(), sheet.page.shown(), at).is_some())
}

/// A number with a noun of recipients: "12 cá nhân", "hai cá nhân".
pub(super) fn noun_follows(sheet: &Sheet<'_>, at: usize) -> bool {
    counted(sheet, at).is_some_and(|n| noun_at(sheet, skip(sheet.flat(), n.end)))
}

pub(super) fn noun_at(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.page.lexicon.unit_names.at(sheet.flat(), sheet.page.shown(), at).is_some()
}

/// One group: a number with its noun, or a name.
pub(super) fn group(sheet: &Sheet<'_>, span: Span) -> Option<Recipient> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let at = skip(flat, span.start);
    if at >= span.end {
        return None;
    }
    let at = sheet
        .starts(Role::Wholes, at)
        .filter(|e| counted(sheet, skip(flat, *e)).is_some())
        .map_or(at, |e| skip(flat, e));
    let Some(n) = counted(sheet, at).filter(|n| n.end <= span.end) else {
        let person =
            starts_with(flat, at, &["đồng chí", "các đồng chí", "đ/c", "ông", "bà", "anh", "chị", "em"])
                .map(|e| skip(flat, e))
                .filter(|e| *e < span.end && name::is_capital(shown, *e))
                .unwrap_or(at);
        let name = name::tidy(sheet.page.text, Span::new(person, span.end));
        return (!name.is_empty()).then_some(Recipient { name, quantity: None, unit: None, end: span.end });
    };
    let after = range_end(flat, n.end).filter(|e| *e <= span.end).unwrap_or(n.end);
    let percent = flat[skip_inline(flat, after)..].starts_with('%');
    let noun = skip(flat, if percent { skip_inline(flat, after) + 1 } else { after });
    let award = sheet.page.lexicon.award_names.at(flat, shown, noun).filter(|_| noun < span.end);
    if award.is_some_and(|(_, i)| !sheet.page.lexicon.awards[i].weak) {
        return None;
    }
    let unit = if percent { RecipientUnit::Percent } else { unit_at(sheet, noun) };
    let first = word(flat, noun).map_or(noun, |w| w.start);
    let name = name::tidy(sheet.page.text, Span::new(first.min(span.end), span.end));
    Some(Recipient { name, quantity: Some(n.value), unit: Some(unit), end: span.end })
}

/// "03-05 tập thể", "từ 3 đến 5 tập thể": where the upper end of a range ends.
fn range_end(flat: &str, at: usize) -> Option<usize> {
    let here = skip_inline(flat, at);
    let next = match flat[here..].chars().next().filter(|c| matches!(c, '-' | '–' | '/')) {
        Some(c) => skip_inline(flat, here + c.len_utf8()),
        None => skip(flat, starts_with(flat, at, &["đến"])?),
    };
    numeral::number(flat, next).filter(|n| n.digits).map(|n| n.end)
}

/// A number in digits with a noun that the lexicon knows.
pub(super) fn counted_noun(sheet: &Sheet<'_>, at: usize) -> bool {
    counted(sheet, at).is_some_and(|n| n.digits && noun_at(sheet, skip(sheet.flat(), n.end)))
}

/// Groups that stand at `at` without "cho": "tặng Bằng khen 28 tập thể", "tặng Bằng khen ông An".
pub(super) fn bare(sheet: &Sheet<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let (flat, shown) = (sheet.flat(), sheet.page.shown());
    let here = skip(flat, at);
    let person = sheet.starts(Role::Persons, here).is_some_and(|e| name::is_capital(shown, skip(flat, e)));
    let unit = unit_at(sheet, here) != RecipientUnit::Other && sheet.starts(Role::Reasons, here).is_none();
    if here < limit && (counted_noun(sheet, here) || person || unit) {
        groups(sheet, here, limit)
    } else {
        Vec::new()
    }
}

/// "tặng Giấy khen và tiền thưởng cho 2 quần chúng": "cho" a little further on in the clause.
pub(super) fn further(sheet: &Sheet<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let flat = sheet.flat();
    let limit = limit.min(crate::text::space::floor(flat, at + 200)).max(at);
    let words = sheet.words(at, limit);
    let Some(i) = words.find(" cho ") else { return Vec::new() };
    let between = words[..i].trim_start_matches([' ', ',', '”', '"', '(']);
    let with = sheet.starts(Role::Along, at + words[..i].len() - between.len()).is_some();
    // "vì hành động trả lại tiền cho người đánh rơi"
    if sheet
        .first(Role::Reasons, at, at + i)
        .is_some_and(|r| starts_with(flat, r.start, &["vì", "do", "nhờ"]).is_some())
    {
        return Vec::new();
    }
    let near = between.split(' ').count() <= 8 && sheet.cues(at, at + i).is_empty() && !between.contains(',');
    if !(with || near) || between.contains([';', ':', '.', '\n']) && !between.contains("đồng") {
        return Vec::new();
    }
    groups(sheet, skip(flat, at + i + " cho".len()), limit.max(at + i + " cho ".len()))
}

/// A number of recipients: in digits, or in words before a noun; "năm" is a year.
pub(super) fn counted(sheet: &Sheet<'_>, at: usize) -> Option<numeral::Number> {
    let flat = sheet.flat();
    let n = numeral::number(flat, at)?;
    if let Some(spaced) =
        numeral::spaced(sheet.page.shown(), at, n).filter(|n| noun_at(sheet, skip(flat, n.end)))
    {
        return Some(spaced);
    }
    let noun = skip(flat, n.end);
    // "năm bác sĩ" are five, "năm học" is a year
    let year = || {
        let people = unit_at(sheet, noun) != RecipientUnit::Other;
        flat[at..n.end] == *"năm" && (!people || starts_with(flat, noun, &["học"]).is_some())
    };
    // "40 năm Ngày thành lập" counts no recipients
    let time = || starts_with(flat, noun, &["năm", "tháng", "ngày", "tuổi", "giờ"]).is_some();
    (n.digits && !time() || noun_at(sheet, noun) && !year()).then_some(n)
}

/// The unit of the noun that a number of recipients has.
pub(super) fn unit_at(sheet: &Sheet<'_>, noun: usize) -> RecipientUnit {
    let noun = starts_with(sheet.flat(), noun, &["lượt"]).map_or(noun, |e| skip(sheet.flat(), e));
    let Some((_, i)) = sheet.page.lexicon.unit_names.at(sheet.flat(), sheet.page.shown(), noun) else {
        return RecipientUnit::Other;
    };
    match sheet.page.lexicon.units[i].unit.as_str() {
        "collective" => RecipientUnit::Collective,
        "individual" => RecipientUnit::Individual,
        "household" => RecipientUnit::Household,
        "person" => RecipientUnit::Person,
        _ => RecipientUnit::Other,
    }
}
