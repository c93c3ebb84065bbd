//! Shapes of numbers that count nothing: list numbers, telephones, scores, scales, coordinates.

use super::Page;
use crate::extract::Rule;
use crate::grammar::numeral;
use crate::span::Span;
use crate::text::space::{back_inline, floor, lookahead, lookback, skip_inline, starts_with};

/// Whether a number in a text has a shape.
type Shape = fn(Page<'_>, Span) -> bool;

/// Every shape with its rule, in the order in which they are tried.
const SHAPES: [(&str, Shape); 10] = [
    ("pass/list_number", list_number),
    ("pass/footnote", footnote),
    ("pass/phone", phone),
    ("pass/account", account),
    ("pass/score", score),
    ("pass/scale", scale),
    ("pass/lunar_day", lunar_day),
    ("pass/coordinate", coordinate),
    ("pass/badge_grade", badge_grade),
    ("pass/idiom", idiom),
];
/// The rule of the shape that a number has.
pub(super) fn rule(page: Page<'_>, number: Span) -> Option<Rule> {
    SHAPES.iter().find(|(_, applies)| applies(page, number)).map(|(rule, _)| (*rule).into())
}

/// "1.", "2)", "(3)", "a.1", "1.2." at the head of a line or in brackets.
fn list_number(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let start = back_inline(text, number.start);
    let head = start == 0 || text[..start].ends_with('\n');
    let after = &text[number.end..];
    let len = number.end - number.start;
    let mark =
        after.starts_with(['.', ')', '/', '-']) && !after[1..].starts_with(|c: char| c.is_ascii_digit());
    let blank = after.get(1..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']));
    if head && len <= 3 && mark && (after.starts_with(')') || blank) {
        return true;
    }
    let enumerated = text[..start].ends_with([':', ';', '.'])
        && len <= 2
        && after.starts_with(". ")
        && follows_in_row(text, number)
        && !text[..number.start].ends_with(|c: char| c.is_ascii_digit() || c == '.');
    if enumerated {
        return true;
    }
    let outline = head
        && len <= 6
        && text[number.range()].contains('.')
        && !text[number.range()].contains(',')
        && !after.trim_start().starts_with('%')
        && numeral::scale_word(text, number.end).is_none();
    if outline && (after.starts_with('.') || text[number.range()].split('.').all(|p| p.len() <= 2)) {
        return true;
    }
    let bracket = text[..number.start].ends_with('(') && after.starts_with(')') && len <= 2;
    let lone = || !lookback(text, number.start).rsplit(['.', '\n']).next().unwrap_or_default().contains('(');
    bracket || len <= 3 && after.starts_with(')') && lone()
}

/// Whether the number is 1, or the one before it stands as a list number shortly before.
fn follows_in_row(text: &str, number: Span) -> bool {
    let Ok(value) = text[number.range()].parse::<u8>() else { return false };
    let before = &text[floor(text, number.start.saturating_sub(600))..number.start];
    value == 1 || value > 1 && before.contains(&format!("{}. ", value - 1))
}

/// "[2]", "(1)" after a word: a note at the foot.
fn footnote(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    text[..number.start].ends_with('[') && text[number.end..].starts_with(']')
}

/// "0912 345 678", "0218.3856.123", and codes of ten digits or more.
fn phone(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let run = text[number.start..].bytes().take_while(u8::is_ascii_digit).count();
    let zero = text[number.start..].starts_with('0');
    let long = run >= 10 && !text[number.end..].trim_start().starts_with(['đ', '%']);
    let near = lookback(text, number.start);
    let before = near.trim_end_matches([' ', '.', '-']);
    let grouped = before.len() < near.len() && before.ends_with(|c: char| c.is_ascii_digit()) && {
        let head = before
            .rsplit(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' ' | '-')))
            .next()
            .unwrap_or_default();
        head.trim_start().starts_with('0') && head.bytes().filter(u8::is_ascii_digit).count() >= 3
    };
    zero && run >= 3 || long || grouped
}

/// "1002 8834 5510": three or more groups of four digits, of an account or a card.
fn account(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let group = |words: &&str| words.len() == 4 && words.bytes().all(|b| b.is_ascii_digit());
    let own = text.get(number.start..number.start + 4).is_some_and(|own| group(&own));
    let before = lookback(text, number.start).strip_suffix(' ');
    let before = before.map_or(0, |near| near.rsplit(' ').take_while(group).count());
    let after = text.get(number.start + 4..).and_then(|rest| rest.strip_prefix(' '));
    let after = after.map_or(0, |_| {
        let near = lookahead(text, number.start + 5);
        near.split([' ', '.', ',', ';', '\n']).take_while(group).count()
    });
    own && before + after >= 2
}

/// The end of the groups of digits that go on after `at`: "0912.345" and ".678".
pub(super) fn run_end(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let next = text[end..].strip_prefix(['.', ' ', '-']).unwrap_or(&text[end..]);
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return end;
        }
        end = text.len() - next.len() + digits;
    }
}

/// "10,8 độ Vĩ Bắc": a place on the globe.
fn coordinate(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let degree = starts_with(text, number.end, &["độ"])
        .or_else(|| text[number.end..].strip_prefix(['°', 'º']).map(|rest| text.len() - rest.len()));
    degree.is_some_and(|end| page.lexicon.context.globe.follows(text, end).is_some())
}

/// "ngày 27 tháng Chạp", "mùng 5 Tết", "ngày 29 tết": days of the lunar calendar.
fn lunar_day(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    page.lexicon.context.lunar_lead.precedes(text, number.start).is_some()
        && page.lexicon.context.lunar_after.follows(text, number.end).is_some()
}

/// "tỷ số 2-1", "thắng 3 - 0": goals of two sides.
fn score(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let goals = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let dash = skip_inline(text, number.end);
    let sign = text[dash..].chars().next().filter(|c| matches!(c, '-' | '–' | ':'));
    let second = sign.map(|c| skip_inline(text, dash + c.len_utf8()));
    let short = number.end - number.start <= 3;
    let told_after = || {
        let end = second.map_or(number.end, |at| at + goals(at));
        page.lexicon.context.score_after.follows(text, end).is_some()
    };
    if short && second.is_some_and(|at| goals(at) > 0) && told_after() {
        return true;
    }
    page.lexicon.context.score.precedes(text, number.start).is_some()
        && short
        && second.is_some_and(|at| goals(at) > 0)
}

/// "tỷ lệ 1:50.000", "bản đồ tỷ lệ 1/500": the scale of a map.
fn scale(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    text[number.range()] == *"1"
        && text[number.end..].starts_with(['/', ':'])
        && text[number.end + 1..].bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count() >= 3
}

/// "Huy hiệu 60, 55, 50 năm tuổi Đảng": grades of a badge.
fn badge_grade(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let row = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '/');
    let before = lookback(text, number.start).trim_end_matches(row);
    let before = before.strip_suffix("và").map_or(before, |b| b.trim_end_matches(row));
    let after = lookahead(text, number.end).trim_start_matches(row);
    let years = after.strip_prefix("và").map_or(after, |a| a.trim_start_matches(row)).starts_with("năm");
    years && ["huy hiệu", "huy hiệu đảng", "huy hiệu loại"].iter().any(|w| before.ends_with(w))
}

/// "24/7", "24/24 giờ"; "1 số"
fn idiom(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let rest = &text[number.start..];
    if text[number.range()] == *"1" && starts_with(text, number.end, &["số"]).is_some() {
        return true; // "1 số" is "một số"
    }
    ["24/24", "24/7", "24h/24", "7/7", "365/365"].iter().any(|idiom| {
        let tail = rest.strip_prefix(idiom);
        let whole = tail.filter(|r| !r.starts_with(|c: char| c.is_alphanumeric()));
        // "7/7 xã" is a share
        whole.is_some_and(|tail| {
            idiom.starts_with("24/") || starts_with(tail, 0, &["giờ", "h", "ngày"]).is_some()
        })
    })
}

/// "125 người (Nhật Bản 65, Hàn Quốc 35)": the items of the brackets end with their numbers, or begin with one.
pub(super) fn broken_down(text: &str, number: Span) -> bool {
    let from = floor(text, number.start.saturating_sub(200));
    let Some(open) = text[from..number.start].rfind('(').map(|i| from + i + 1) else { return false };
    let to = floor(text, number.end + 200);
    let Some(close) = text[number.end..to].find(')').map(|i| number.end + i) else { return false };
    let items: Vec<&str> = text[open..close].split([',', ';']).map(str::trim).collect();
    let bare = |item: &&&str| item.ends_with(|c: char| c.is_ascii_digit());
    // one of them may repeat the noun: "Nhật Bản 65, Hàn Quốc 35 người", or tell another: "Yên Lập 1; 3 thuyền viên"
    let counted = |item: &&str| {
        item.contains(|c: char| c.is_ascii_digit()) && item.contains(' ') && !item.contains('/')
    };
    let begun = |item: &&&str| item.starts_with(|c: char| c.is_ascii_digit());
    let (ends, begins) = (items.iter().filter(bare).count(), items.iter().filter(begun).count());
    let row =
        ends > 1 && ends * 2 > items.len() || ends > 0 && items.len() > 1 && ends + begins == items.len();
    row && items.iter().all(counted)
}
