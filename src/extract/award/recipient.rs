//! Who gets an award: groups after "cho", the subject of a passive clause, or the passage's subject.

use super::Page;
use crate::fact::RecipientUnit;
use crate::grammar::{name, numeral};
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

/// Words that end the recipients.
const END: [&str; 25] = [
    " vì ",
    " đã có ",
    " do có ",
    " có thành tích",
    " có nhiều thành tích",
    " có ",
    " về thành tích",
    " trong ",
    " đạt ",
    " hoàn thành ",
    " tại ",
    " nhân dịp ",
    " với thành tích",
    " làm tốt",
    " tiêu biểu ",
    " được ",
    " về việc",
    " là ",
    " xuất sắc ",
    " theo ",
    " thuộc ",
    " từ ",
    " đã ",
    " nhằm ",
    " vào ",
];

/// Groups after "cho": "28 tập thể và 12 cá nhân", "đồng chí A, đồng chí B".
pub(super) fn after(page: Page<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let text = page.folded();
    let Some(end) = starts_with(text, at, &["cho", "tới", "đến"]).filter(|e| *e < limit) else {
        return Vec::new();
    };
    groups(page, skip(text, end), limit)
}

/// Reads a list of groups that begins at `at`.
pub(super) fn groups(page: Page<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let text = page.folded();
    let mut all = Vec::new();
    let mut here = at;
    while all.len() < 40 {
        let here_end = group_end(page, here, limit);
        let Some(group) = group(page, Span::new(here, here_end)) else { break };
        let counted = group.quantity.is_some();
        all.push(group);
        let next = skip_inline(text, here_end);
        let next = if text[next..].starts_with(',') {
            skip(text, next + 1)
        } else {
            match starts_with(text, next, &["và", "cùng"]) {
                Some(e) => skip(text, e),
                None => break,
            }
        };
        let next = starts_with(text, next, &["và", "cho"]).map_or(next, |e| skip(text, e));
        if next >= limit || !group_begins(page, next, counted) {
            break;
        }
        here = next;
    }
    all
}

/// A further group begins with a number after a counted one, with a name after a named one.
fn group_begins(page: Page<'_>, at: usize, counted: bool) -> bool {
    let text = page.folded();
    let award = page.lexicon.award_names.at(text, page.shown(), at).is_some();
    let number = numeral::number(text, at);
    let of_awards =
        number.is_some_and(|n| page.lexicon.award_names.at(text, page.shown(), skip(text, n.end)).is_some());
    if award || of_awards {
        return false;
    }
    if counted {
        return number.is_some_and(|n| {
            n.digits || page.lexicon.unit_names.at(text, page.shown(), skip(text, n.end)).is_some()
        });
    }
    let person = starts_with(text, at, &["đồng chí", "ông", "bà", "anh", "chị", "em", "đ/c"]).is_some();
    let place = page
        .lexicon
        .unit_names
        .at(text, page.shown(), at)
        .is_some_and(|(e, _)| name::is_capital(page.shown(), skip(text, e)));
    let group = counted_noun(page, at);
    person
        || place
        || group
        || name::is_capital(page.shown(), at)
            && page.lexicon.body_names.at(text, page.shown(), at).is_none_or(|_| true)
            && starts_with(text, at, &["ủy ban", "ubnd", "thủ tướng", "chủ tịch"]).is_none()
}

/// Where one group ends: at a comma, "và" before another group, or a word of reason.
fn group_end(page: Page<'_>, at: usize, limit: usize) -> usize {
    let text = page.folded();
    let stop = text[at..limit].find([';', '.', '(', ':', ',']).map_or(limit, |i| at + i);
    // the noun itself may hold such a word: "12 người có công"
    let noun =
        counted(page, at).and_then(|n| page.lexicon.unit_names.at(text, page.shown(), skip(text, n.end)));
    let after = noun.map_or(at, |(e, _)| e).min(stop);
    let cut = END.iter().filter_map(|w| text[after..stop].find(w)).min().map_or(stop, |i| after + i);
    let numbered = numeral::number(text, at).is_some();
    let and = text[at..cut].match_indices(" và ").map(|(i, _)| at + i).find(|i| {
        let next = i + " và ".len();
        numbered && numeral::number(text, next).is_some()
            || !numbered && group_begins(page, next, false)
            || page.lexicon.award_names.at(text, page.shown(), next).is_some()
    });
    and.unwrap_or(cut)
}

/// One group: a number with its noun, or a name.
pub(super) fn group(page: Page<'_>, span: Span) -> Option<Recipient> {
    let (text, shown) = (page.folded(), page.shown());
    let at = skip(text, span.start);
    if at >= span.end {
        return None;
    }
    let at = starts_with(text, at, &["các", "những", "toàn thể", "hơn", "gần", "khoảng", "trên"])
        .map_or(at, |e| skip(text, e));
    let number = counted(page, at).filter(|n| n.end <= span.end);
    let Some(n) = number else {
        let person = starts_with(text, at, &["đồng chí", "đ/c", "ông", "bà", "anh", "em"])
            .map_or(at, |e| if name::is_capital(shown, skip(text, e)) { skip(text, e) } else { at });
        let name = name::tidy(page.text, Span::new(person, span.end));
        return (!name.is_empty()).then(|| Recipient { name, quantity: None, unit: None, end: span.end });
    };
    let upper = text[n.end..].trim_start().strip_prefix(['-', '–']).is_some();
    let after = if upper {
        numeral::number(text, text.len() - text[n.end..].trim_start_matches([' ', '-', '–']).len())
            .map_or(n.end, |m| m.end)
    } else {
        n.end
    };
    let percent = text[skip_inline(text, after)..].starts_with('%');
    let noun = skip(text, if percent { skip_inline(text, after) + 1 } else { after });
    let unit = if percent { RecipientUnit::Percent } else { unit_at(page, noun) };
    let first = word(text, noun).map_or(noun, |w| w.start);
    let name = name::tidy(page.text, Span::new(first.min(span.end), span.end));
    Some(Recipient { name, quantity: Some(n.value), unit: Some(unit), end: span.end })
}

/// A number in digits with a noun that the lexicon knows.
fn counted_noun(page: Page<'_>, at: usize) -> bool {
    counted(page, at).is_some_and(|n| {
        n.digits
            && page.lexicon.unit_names.at(page.folded(), page.shown(), skip(page.folded(), n.end)).is_some()
    })
}

/// "tặng Giấy khen và tiền thưởng cho 2 quần chúng": "cho" a little further on in the clause.
pub(super) fn further(page: Page<'_>, at: usize, limit: usize) -> Vec<Recipient> {
    let text = page.folded();
    let limit = limit.min(crate::text::space::floor(text, at + 110)).max(at);
    let Some(i) = text[at..limit].find(" cho ") else { return Vec::new() };
    let with = text[at..at + i].trim_start_matches([' ', ',', '”', '"']);
    if !["và", "cùng", "kèm", "với"].iter().any(|w| with.starts_with(w)) {
        return Vec::new();
    }
    groups(page, skip(text, at + i + " cho".len()), limit.max(at + i + " cho ".len()))
}

/// The names in the lines of a list that "gồm:" or "sau:" announces after a group.
pub(super) fn named_lines(page: Page<'_>, at: usize, sentence: Span) -> Vec<Recipient> {
    let text = page.folded();
    let rest = text[at.min(sentence.end)..sentence.end].trim_end();
    let announced = rest.ends_with(':') && ["gồm", "sau", "tên"].iter().any(|w| rest.contains(w));
    let mut all = Vec::new();
    if !announced {
        return all;
    }
    let mut here = sentence.end;
    for line in text[here..].split_inclusive('\n').take(200) {
        let start = here;
        here += line.len();
        let words = line.trim();
        if words.is_empty() && all.is_empty() {
            continue;
        }
        let mark = words
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '+' | '•' | '*' | ' ')))
            .unwrap_or(0);
        if mark == 0 {
            break;
        }
        let begin = start + line.find(words).unwrap_or(0) + mark;
        let stop = words[mark..].find([',', ';', '(']).map_or(words.len(), |i| mark + i);
        let name = name::tidy(page.text, Span::new(begin, begin + stop - mark));
        if !name::is_capital(page.shown(), begin) {
            break;
        }
        let person = ["ông ", "bà ", "đồng chí "]
            .iter()
            .find_map(|p| name.to_lowercase().starts_with(p).then_some(p.len()));
        all.push(Recipient {
            name: name[person.unwrap_or(0)..].to_owned(),
            quantity: None,
            unit: None,
            end: at,
        });
    }
    all
}

/// A number of recipients: in digits, or in words before a noun; "năm" is a year.
fn counted(page: Page<'_>, at: usize) -> Option<numeral::Number> {
    let text = page.folded();
    let n = numeral::number(text, at)?;
    let noun = || page.lexicon.unit_names.at(text, page.shown(), skip(text, n.end)).is_some();
    let year = text[at..n.end] == *"năm";
    (n.digits || noun() && !year).then_some(n)
}

/// The unit of the noun that a number of recipients has.
pub(super) fn unit_at(page: Page<'_>, noun: usize) -> RecipientUnit {
    let Some((_, i)) = page.lexicon.unit_names.at(page.folded(), page.shown(), noun) else {
        return RecipientUnit::Other;
    };
    match page.lexicon.units[i].unit.as_str() {
        "collective" => RecipientUnit::Collective,
        "individual" => RecipientUnit::Individual,
        "household" => RecipientUnit::Household,
        "person" => RecipientUnit::Person,
        _ => RecipientUnit::Other,
    }
}
