//! Members of a list that share a noun: "khiển trách 22, cảnh cáo 8", "8, 9 hoặc 10 số".

use super::figure::Figure;
use super::label::{self, ends_clause};
use super::noun::{self, Counted};
use super::{Count, Page};
use crate::fact::Measure;
use crate::grammar::numeral::number;
use crate::span::Span;
use crate::text::space::{ends_with, floor, is_edge, skip_inline, starts_with};

/// How many counts before a member are searched for the noun of its list.
const REACH: usize = 12;

/// "khiển trách 22, cảnh cáo 8": members of a list take the noun of the count that they break down.
pub(super) fn listed(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let last = before.last()?;
    let between = text.get(last.span.end..span.start)?;
    if between.contains("tuổi") {
        return None; // "độ tuổi từ 18 tới 63"
    }
    let whole = whole(page, span, before)?;
    if let Some(own) = own_label(page, span, last) {
        return Some(own);
    }
    let mark = between.trim_end();
    let opens = [" và", " có", " gồm", " là", " còn"].iter().any(|word| mark.ends_with(word));
    let short = between.len() < 60 && (mark.ends_with([',', ':', ';']) || opens);
    // "11 đại biểu chính thức, 01 dự khuyết": a padded number with an adjective alone
    let padded = text[span.start..].starts_with('0') && mark.ends_with(',') && between.len() < 60;
    // "74 mô hình về kinh tế, 21 về văn hóa", "12 giỏi": what is said of the thing stands in its place
    let told = short && page.lexicon.context.predicate.follows(text, span.end).is_some();
    // what stands before "trong đó" may be long
    let label = between.rfind("trong đó").map_or(between, |at| &between[at..]);
    let member = label.len() < 90 && member(between) && ends_member(text, span.end);
    if !padded && !told && !member {
        return None;
    }
    Some(Counted::things(whole.unit.clone(), noun_of(page, whole, span)?, "count/elided"))
}

/// The count whose noun a member of a list takes: the nearest of its sentence, or where a label with a colon opens the
/// sentence, the last of the one before.
fn whole<'a>(page: Page<'_>, span: Span, before: &'a [Count]) -> Option<&'a Count> {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, span);
    let things = |c: &&Count| {
        matches!(c.measure, Measure::Count | Measure::Ratio)
            && !c.noun.is_empty()
            && !(c.noun == "lần" && c.measure == Measure::Ratio)
    };
    let near = before.iter().rev().take(REACH).take_while(|c| c.span.start >= sentence.start).find(things);
    near.or_else(|| {
        let last = before.last().filter(things).filter(|c| c.span.start < sentence.start)?;
        let (label, items) = text.get(sentence.start..span.start)?.split_once(':')?;
        let first = !items.contains(|c: char| c.is_ascii_digit());
        let gap = text.get(last.span.end..sentence.start)?;
        (label.len() < 60 && first && !gap.contains('\n') && gap.len() < 200).then_some(last)
    })
}

/// The noun of a count, where it stood last before a place.
fn noun_of(page: Page<'_>, count: &Count, span: Span) -> Option<Span> {
    let text = page.folded();
    let from = floor(text, count.span.start.saturating_sub(REACH * 12));
    let places = text.get(from..span.start)?.rmatch_indices(&*count.noun).map(|(i, _)| from + i);
    let mut words = places.map(|at| Span::new(at, at + count.noun.len()));
    // "7.845hộ": the noun may touch its number
    let begins = |at: usize| is_edge(text, at) || text[..at].ends_with(|c: char| c.is_ascii_digit());
    words.find(|w| begins(w.start) && is_edge(text, w.end))
}

/// "số tập thể được khen tăng 3, cá nhân giảm 5": a further figure that changes, with a label of its own.
fn own_label(page: Page<'_>, span: Span, last: &Count) -> Option<Counted> {
    let (text, context) = (page.folded(), &page.lexicon.context);
    let between = text.get(last.span.end..span.start)?;
    let comma = between.rfind(',').map(|i| last.span.end + i + 1)?;
    let changes =
        context.increase.precedes(text, span.start).or_else(|| context.decrease.precedes(text, span.start));
    let label = Span::new(skip_inline(text, comma), changes?);
    (last.rule == "count/label"
        && last.direction.is_some()
        && label.start < label.end
        && ends_clause(text, span.end))
    .then(|| label::named(page, label, "count/label").filter(|c| c.noun.start == label.start))?
}

/// "Nam Định (5)" after "Hà Nam (7 huy chương)": a further number in brackets of its own takes the noun of the row.
pub(super) fn bracketed(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let last = before.last().filter(|c| c.measure == Measure::Count && !c.noun.is_empty())?;
    if !text[..span.start].ends_with('(') || !text[span.end..].starts_with(')') {
        return None;
    }
    let (close, label) = text.get(last.span.end..span.start - 1)?.split_once(')')?;
    let opened = text[..last.span.start].ends_with('(');
    let row = |mark: &str| label.starts_with(mark) || label.starts_with(&format!(" {}", mark.trim_start()));
    let named = (4..80).contains(&label.len()) && !label.contains(['(', ')', '.', '\n', ':']);
    let figures = label.contains(|c: char| c.is_ascii_digit()) || close.contains(['(', '\n', '.']);
    (opened && named && !figures && (row(",") || row(";") || row("và ")))
        .then(|| Some(Counted::things(last.unit.clone(), noun_of(page, last, span)?, "count/elided")))?
}

/// "ba phần tư trong số đó là nữ": a share of what was counted last.
pub(super) fn of_those(page: Page<'_>, span: Span, figure: &Figure, before: &[Count]) -> Option<Counted> {
    figure.total?;
    page.lexicon.context.of_those.follows(page.folded(), span.end)?;
    let sentence = page.sentences.around(page.text, span);
    let last = before.last().filter(|c| c.measure == Measure::Count && !c.noun.is_empty())?;
    let near = last.span.end + 300 > sentence.start;
    Some(Counted::things(last.unit.clone(), noun_of(page, last, span).filter(|_| near)?, "count/elided"))
}

/// "4/7 cơ sở xếp loại xuất sắc, 2/7 xếp loại khá": a further share of the same whole.
pub(super) fn share(page: Page<'_>, span: Span, figure: &Figure, before: &[Count]) -> Option<Counted> {
    let last = before.iter().rev().find(|c| c.total.is_some())?;
    let total = figure.total.filter(|n| Some(n.value) == last.total)?;
    let sentence = page.sentences.around(page.text, span);
    if total.scale != rust_decimal::Decimal::ONE || last.span.start < sentence.start || last.noun.is_empty() {
        return None;
    }
    Some(Counted::things(last.unit.clone(), noun_of(page, last, span)?, "count/elided"))
}

/// "45 giải (05 Nhất, 10 Nhì)": ranks of prizes that were counted before.
pub(super) fn prizes(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    if let Some(rank) = starts_with(text, span.end, &["hạng nhất", "hạng nhì", "hạng ba", "hạng tư"])
    {
        // "02 Huân chương hạng Nhì, 05 hạng Ba": the rank stands for the order
        let near = before.last().filter(|c| c.unit == "award" && span.start < c.span.end + 120)?;
        let noun = Span::new(skip_inline(text, span.end), rank);
        return text[near.span.end..span.start]
            .contains(',')
            .then(|| Counted::things("award", noun, "count/elided"));
    }
    let end = page.lexicon.context.prize_rank.follows(text, span.end)?;
    let sentence = page.sentences.around(page.text, span);
    let prize = before.last().filter(|c| c.unit == "award" && c.span.start >= sentence.start)?;
    let noun = noun_of(page, prize, span)?;
    (ends_clause(text, end) || starts_with(text, end, &["và"]).is_some())
        .then(|| Counted::things("award", noun, "count/elided"))
}

/// "hai huy chương vàng, hai bạc và một đồng": a metal after a number of medals stands for the medal.
pub(super) fn metal(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let end = starts_with(text, span.end, &["vàng", "bạc", "đồng"])?;
    let last = before.last().filter(|c| c.unit == "award" && c.noun.starts_with("huy chương"))?;
    let between = text.get(last.span.end..span.start)?;
    let row =
        between.len() < 60 && (between.trim_end().ends_with(',') || between.trim_end().ends_with(" và"));
    let noun = noun_of(page, last, span).filter(|_| row && (ends_member(text, end)))?;
    let head = Span::new(noun.start, noun.start + "huy chương".len());
    Some(Counted::things("award", head, "count/elided"))
}

/// Whether the words since the last count lead to a further member of its list.
fn member(between: &str) -> bool {
    let last = between.split_whitespace().next_back().unwrap_or_default().trim_end_matches(':');
    let minority = between.trim_end().ends_with("thiểu số");
    let worded = last.ends_with(char::is_alphabetic)
        && (minority || !matches!(last, "và" | "hoặc" | "đến" | "là" | "thứ" | "số"));
    let broken = between.contains([',', ':', ';', '('])
        || between.contains("trong đó")
        || between.contains("gồm")
        || between.contains("còn lại")
        || between.contains(" và ");
    worded && broken
}

fn ends_member(text: &str, end: usize) -> bool {
    ends_clause(text, end)
        || text[skip_inline(text, end)..].starts_with(':')
        // "giảm 4 so với năm trước"
        || starts_with(text, end, &["và", "so"]).is_some()
}

/// "8, 9 hoặc 10 số", "8 trong 9 giải", "từ 15 lên 18 mô hình": the noun stands after a further number.
pub(super) fn shared(page: Page<'_>, span: Span) -> Option<Counted> {
    let text = page.folded();
    let mut here = span.end;
    let from = ends_with(text, span.start, &["từ"]).is_some();
    for _ in 0..4 {
        let at = skip_inline(text, here);
        let comma = text[at..].starts_with(", ").then_some(at + 1);
        let word = || starts_with(text, here, &["và", "hoặc", "hay", "trong số", "trong"]);
        // "tăng từ 15 lên 18 mô hình"
        let change = || starts_with(text, here, &["lên", "xuống", "còn"]).filter(|_| from);
        let next = skip_inline(text, comma.or_else(word).or_else(change)?);
        // "3 trong số nhóm 6 người"
        let next = starts_with(text, next, &["nhóm"]).map_or(next, |end| skip_inline(text, end));
        here = number(text, next).filter(|n| n.digits)?.end;
        let found = noun::counted(page, here, false)
            .filter(|c| matches!(c.measure, Measure::Count | Measure::Duration | Measure::Percent));
        if let Some(found) = found {
            let one_of = text[span.start..span.end].trim_start_matches('0') == "1"
                && text[span.end..].trim_start().starts_with("trong");
            return (!one_of).then_some(Counted { rule: "count/shared", sign_end: None, ..found });
        }
    }
    None
}
