//! Dates: every form is read forward from the first word that can belong to it.

mod body;
mod bound;
mod range;
mod relative;
mod role;

use super::{Claims, Extraction, Note, Page};
use crate::fact::edtf::Part;
use crate::fact::{Date, DateKind, Edtf, Lean};
use crate::grammar::calendar;
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::{back, ends_with, skip_inline, word_before};

/// A form as it was read, before its role and its resolution.
#[derive(Clone, Copy, Debug)]
struct Parsed {
    start: usize,
    end: usize,
    kind: DateKind,
    value: Edtf,
    lean: Option<Lean>,
    rule: &'static str,
}

impl Parsed {
    const fn new(start: usize, end: usize, kind: DateKind, value: Edtf, rule: &'static str) -> Self {
        Self { start, end, kind, value, lean: None, rule }
    }
}

/// Words that may stand before the digits of a date, as single syllables.
const BEFORE: [&str; 52] = [
    "ngày",
    "hôm",
    "mùng",
    "mồng",
    "tháng",
    "năm",
    "quý",
    "quí",
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "đêm",
    "khuya",
    "rạng",
    "sớm",
    "thứ",
    "hai",
    "ba",
    "tư",
    "sáu",
    "bảy",
    "chủ",
    "nhật",
    "đầu",
    "giữa",
    "cuối",
    "nửa",
    "giai",
    "đoạn",
    "nhiệm",
    "kỳ",
    "học",
    "niên",
    "khóa",
    "khoá",
    "vụ",
    "hết",
    "các",
    "những",
    "thập",
    "kỷ",
    "kỉ",
    "giờ",
    "phút",
    "h",
    "tuần",
    "trung",
    "hạ",
    "thượng",
    "thời",
    "cn",
];

/// Reads all dates of a page; the spans of times of day are claimed too.
pub fn read(page: Page<'_>, claims: &mut Claims, out: &mut Extraction) {
    let text = page.folded();
    let mut found: Vec<Parsed> = Vec::new();
    let mut times = Vec::new();
    let mut done = 0;
    for anchor in anchors(page) {
        if anchor.start < done || claims.covers(anchor).is_some() {
            continue;
        }
        let read = at(text, anchor, done);
        if let Some(last) = read.iter().map(|p| p.end).max() {
            done = last;
            found.extend(read);
        } else if let Some((end, _)) =
            calendar::time(text, anchor.start).filter(|(end, _)| clock(text, anchor, *end))
        {
            done = end;
            times.push(Span::new(anchor.start, end));
        } else if let Some(span) = body::named(text, anchor.start) {
            times.push(span);
            done = span.end;
        } else if let Some(span) = impossible(text, anchor) {
            times.push(span);
            done = span.end;
            out.notes.push(Note {
                what: format!("“{}” is no day of the calendar", page.text.slice(span)),
                span: Some(span),
            });
        }
    }
    let found: Vec<Parsed> = found.into_iter().map(|p| bound::bounded(page, p)).collect();
    let found = recurring(page, found)
        .into_iter()
        .filter(|p| p.rule != EDITION || named(page, p))
        .collect::<Vec<_>>();
    claims.extend(found.iter().map(|p| Span::new(p.start, p.end)).chain(times));
    out.facts.dates = found.into_iter().map(|p| date(page, p)).collect();
}

/// Whether a capitalised name, or a contest, stands before a bare year.
fn named(page: Page<'_>, p: &Parsed) -> bool {
    let text = page.folded();
    let Some(w) = word_before(text, p.start) else { return false };
    let contest =
        ends_with(text, p.start, &["mùa giải", "world cup", "sea games", "toàn quốc", "quốc gia", "euro"])
            .is_some();
    let context = &text[crate::text::space::floor(text, p.start.saturating_sub(70))..p.start];
    let context = context.rsplit(['.', ';', '\n']).next().unwrap_or_default();
    let contest = contest
        || [
            "giải ",
            "giải thưởng",
            "cuộc thi",
            "kỳ thi",
            "hội thi",
            "liên hoan",
            "hội chợ",
            "triển lãm",
            "lễ hội",
            "danh hiệu",
            "hoa hậu",
            "olympic",
        ]
        .iter()
        .any(|w| context.contains(w));
    let law = ends_with(text, p.start, &["sự", "luật", "đất đai", "lao động"]).is_some()
        && text[..p.start].rsplit(['.', ',', ';', '\n']).next().is_some_and(|c| c.contains("luật"));
    let kind = page.lexicon.document_names.before(text, page.shown(), w.end).is_some() && !law;
    let unit = page.lexicon.unit_names.at(text, page.shown(), skip_inline(text, p.end)).is_some();
    let capital = capital_near(page, w);
    (capital || contest || law) && !kind && !unit
}

/// Whether one of the last words before a year, inside a sentence, begins with a capital.
fn capital_near(page: Page<'_>, last: Span) -> bool {
    let text = page.folded();
    let mut w = last;
    for _ in 0..3 {
        let before = word_before(text, w.start).filter(|v| text[v.end..w.start].trim().is_empty());
        if crate::grammar::name::is_capital(page.shown(), w.start)
            && (before.is_some() || text[..w.start].trim_end().ends_with(['“', '"', '(', '-', '–']))
        {
            return true;
        }
        let Some(v) = before else { return false };
        w = v;
    }
    false
}

/// "Hằng năm … nhiệm vụ năm sau": what recurs does not lean on the document's date.
fn recurring(page: Page<'_>, found: Vec<Parsed>) -> Vec<Parsed> {
    let mut set = 0..0;
    found
        .into_iter()
        .filter(|p| {
            if p.kind == DateKind::Set {
                set = page.sentences.around(page.text, Span::new(p.start, p.end)).range();
            }
            let leans = matches!(p.lean, Some(Lean::Year(1 | -1) | Lean::Month(1 | -1)));
            !(leans && set.contains(&p.start))
        })
        .collect()
}

fn date(page: Page<'_>, p: Parsed) -> Date {
    let role = role::of(page, &p);
    Date {
        span: Span::new(p.start, p.end),
        kind: p.kind,
        value: p.value,
        resolved: p.value,
        role,
        lean: p.lean,
        rule: p.rule,
    }
}

/// Digit runs and date words in the order of the text.
fn anchors(page: Page<'_>) -> Vec<Span> {
    let words =
        page.anchors.words.iter().filter(|a| a.cue == Cue::Date || a.cue == Cue::Number).map(|a| a.span);
    let mut all: Vec<Span> = page.anchors.digits.iter().copied().chain(words).collect();
    all.sort_unstable();
    all
}

/// Reads the date that covers an anchor, from the leftmost word that can belong to it.
fn at(text: &str, anchor: Span, floor: usize) -> Vec<Parsed> {
    let mut starts = vec![anchor.start];
    let mut here = anchor.start;
    while starts.len() < 8 {
        let bare = back(text, here);
        let bare = if text[..bare].ends_with([',', '(']) && starts.len() > 1 { bare - 1 } else { bare };
        let Some(w) = word_before(text, bare).filter(|w| w.start >= floor) else { break };
        let word = &text[w.range()];
        if !(BEFORE.contains(&word)
            || word.bytes().all(|b| b.is_ascii_digit()) && starts.len() > 1
            || clock_word(word))
        {
            break;
        }
        here = w.start;
        starts.push(here);
    }
    starts
        .iter()
        .rev()
        .find_map(|&start| expression(text, start).filter(|all| covers(all, anchor)))
        .unwrap_or_default()
}

fn clock_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(['h', 'g'])
}

fn covers(all: &[Parsed], anchor: Span) -> bool {
    all.first().is_some_and(|p| p.start <= anchor.start) && all.iter().any(|p| p.end >= anchor.end)
}

/// Any date expression that begins at `start`.
fn expression(text: &str, start: usize) -> Option<Vec<Parsed>> {
    let one = relative::set(text, start)
        .or_else(|| range::months(text, start))
        .or_else(|| range::years(text, start))
        .or_else(|| range::decade(text, start));
    if let Some(p) = one {
        return Some(if p.rule == "date/years" { vec![p] } else { with_list(text, p) });
    }
    if let Some(days) = range::days(text, start).filter(|d| d.len() > 1 || d[0].kind == DateKind::Range) {
        return Some(days);
    }
    let listed = (ends_with_years(text, start)).then(|| range::years_list(text, start)).flatten();
    if listed.is_some() {
        return listed;
    }
    let (here, lead) = body::lead(text, start);
    if let Some(p) = body::point(text, here, lead) {
        let p = Parsed { start, ..p };
        if let Some(joined) = range::join(text, &p) {
            return Some(vec![joined]);
        }
        return Some(with_list(text, p));
    }
    relative::relative(text, start)
        .map(|p| vec![p])
        .or_else(|| bare_year(text, start).map(|p| with_list(text, p)))
}

fn ends_with_years(text: &str, start: usize) -> bool {
    text[start..].starts_with("các năm")
}

fn with_list(text: &str, p: Parsed) -> Vec<Parsed> {
    let mut all = vec![p];
    if p.kind == DateKind::Year {
        all.extend(range::more(text, &p));
    }
    all
}

/// A year without its word: in brackets, at the head of a list line, after a name or a law.
fn bare_year(text: &str, at: usize) -> Option<Parsed> {
    let (end, year) = calendar::plain_year(text, at)?;
    let before = text[..at].trim_end_matches([' ', '\t']);
    let after = text[skip_inline(text, end)..].chars().next();
    let bracket = before.ends_with(['(', '“', '"']) && matches!(after, Some(')' | ',' | ';'))
        || before.ends_with(',') && after == Some(')');
    let head = before.chars().next_back().is_none_or(|c| matches!(c, '\n' | '-' | '+' | '*' | '•' | '|'))
        && (matches!(after, Some(':' | '|')) || text[end..].starts_with('\t') || listed_head(text, end));
    let birth = ends_with(text, at, &["sn", "sinh", "so với", "cùng kỳ", "đầu", "cuối"]).is_some();
    if edition(text, at, end) {
        return Some(Parsed::new(at, end, DateKind::Year, crate::fact::Point::year(year).into(), EDITION));
    }
    (bracket || head || birth).then(|| {
        Parsed::new(at, end, DateKind::Year, crate::fact::Point::year(year).into(), "date/bare_year")
    })
}

/// "1968 và 1971:", "2014, 2016, 2018:": more years, then a colon.
fn listed_head(text: &str, end: usize) -> bool {
    let rest: String =
        text[end..crate::text::space::floor(text, end + 80)].chars().take_while(|c| *c != '\n').collect();
    let head = rest.split(':').next().unwrap_or_default();
    rest.contains(':')
        && head.chars().any(|c| c.is_ascii_digit())
        && head.replace("và", "").chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' '))
}

/// The rule of a year that follows a name; whether the name is one, the page decides.
const EDITION: &str = "date/edition";

/// A year that may be a part of a name: no noun or sign that it counts follows.
fn edition(text: &str, at: usize, end: usize) -> bool {
    let glued = text[end..].starts_with(['/', '-', '%', '.', ','])
        && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    let unit = crate::text::space::starts_with(
        text,
        end,
        &["đồng", "người", "tỷ", "triệu", "nghìn", "ha", "km", "m2", "tấn", "hộ", "usd", "lượt", "m"],
    )
    .is_some();
    word_before(text, at).is_some_and(|w| text[w.end..at].bytes().all(|b| b == b' ' || b == b'\n'))
        && !glued
        && !unit
}

/// "17h30", "8h sáng", "20 giờ 15": a time of day; "72 giờ" and "8 giờ" alone may be lengths.
fn clock(text: &str, anchor: Span, end: usize) -> bool {
    let form = &text[anchor.start..end];
    let told =
        ends_with(text, anchor.start, &["lúc", "vào", "khoảng", "từ", "đến", "trước", "hồi", "vào lúc"])
            .is_some()
            || crate::text::space::starts_with(
                text,
                end,
                &["sáng", "trưa", "chiều", "tối", "đêm", "ngày", "cùng ngày", "hôm", "rưỡi", "kém"],
            )
            .is_some();
    let score = form.contains(':') && !(told || form.len() == 5);
    form.contains([':', 'h', 'g']) && !form.contains("giờ") && !score
        || told && !form.contains(':')
        || form.matches(|c: char| c.is_ascii_digit()).count() > 2
}

/// A full date that the calendar does not have, as "31/02/2020".
fn impossible(text: &str, anchor: Span) -> Option<Span> {
    let rest = &text[anchor.start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '/' && c != '-').unwrap_or(rest.len());
    let parts: Vec<&str> = rest[..end].split(['/', '-']).collect();
    let [d, m, y] = parts.as_slice() else { return None };
    let shaped =
        (1..=2).contains(&d.len()) && (1..=2).contains(&m.len()) && y.len() == 4 && y.starts_with(['1', '2']);
    let day_word = ends_with(text, anchor.start, &["ngày", "hôm", "sáng", "chiều", "tối"]).is_some();
    (shaped && day_word).then(|| Span::new(anchor.start, anchor.start + end))
}

/// Whether a point is a whole year.
fn is_year(value: Edtf) -> bool {
    matches!(value, Edtf::Point(p) if p.part == Part::Whole)
}
