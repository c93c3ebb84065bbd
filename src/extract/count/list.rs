//! Members of a list that share a noun: "khiển trách 22, cảnh cáo 8", "8, 9 hoặc 10 số".

use super::figure::Figure;
use super::label::ends_clause;
use super::noun::{self, Counted};
use super::{Count, Page};
use crate::fact::Measure;
use crate::grammar::numeral::number;
use crate::span::Span;
use crate::text::space::{ends_with, skip_inline, starts_with};

/// How many counts before a member are searched for the noun of its list.
const REACH: usize = 12;

/// "khiển trách 22, cảnh cáo 8": members of a list take the noun of the count that they break down.
pub(super) fn listed(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, span);
    let whole = before.iter().rev().take(REACH).take_while(|c| c.span.start >= sentence.start).find(|c| {
        matches!(c.measure, Measure::Count | Measure::Ratio) && !c.noun.is_empty() && c.noun != "lần"
    })?;
    let last = before.last()?;
    let between = text.get(last.span.end..span.start)?;
    if between.contains("tuổi") {
        return None; // "độ tuổi từ 18 tới 63"
    }
    // "11 đại biểu chính thức, 01 dự khuyết": a padded number with an adjective alone
    let padded =
        text[span.start..].starts_with('0') && between.trim_end().ends_with(',') && between.len() < 60;
    // "35 chi bộ hoàn thành xuất sắc, 130 hoàn thành tốt": the grade in place of the noun
    let told = ["hoàn thành", "xếp loại", "xếp", "đạt", "chưa đạt", "không đạt", "loại", "khá", "trung bình"];
    let graded = between.trim_end().ends_with(',')
        && between.len() < 60
        && starts_with(text, span.end, &told).is_some();
    let listed = between.len() < 90 && member(between) && ends_member(text, span.end);
    if !padded && !graded && !listed {
        return None;
    }
    let at = text[sentence.start..span.start].rfind(whole.noun.as_str())? + sentence.start;
    let noun = Span::new(at, at + whole.noun.len());
    Some(Counted::things(whole.unit.clone(), noun, "count/elided"))
}

/// "4/7 cơ sở xếp loại xuất sắc, 2/7 xếp loại khá": a further share of the same whole.
pub(super) fn share(page: Page<'_>, span: Span, figure: &Figure, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let last = before.iter().rev().find(|c| c.total.is_some())?;
    let total = figure.total.filter(|n| Some(n.value) == last.total)?;
    let sentence = page.sentences.around(page.text, span);
    if total.scale != rust_decimal::Decimal::ONE || last.span.start < sentence.start || last.noun.is_empty() {
        return None;
    }
    let at = text[sentence.start..span.start].rfind(last.noun.as_str())? + sentence.start;
    let noun = Span::new(at, at + last.noun.len());
    Some(Counted::things(last.unit.clone(), noun, "count/elided"))
}

/// "45 giải (05 Nhất, 10 Nhì)": ranks of prizes that were counted before.
pub(super) fn prizes(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let end = starts_with(text, span.end, &["nhất", "nhì", "ba", "tư", "khuyến khích", "kk"])?;
    let sentence = page.sentences.around(page.text, span);
    let prize = before.last().filter(|c| c.unit == "award" && c.span.start >= sentence.start)?;
    let at = text[sentence.start..span.start].rfind(prize.noun.as_str())? + sentence.start;
    let noun = Span::new(at, at + prize.noun.len());
    (ends_clause(text, end) || starts_with(text, end, &["và"]).is_some())
        .then(|| Counted::things("award", noun, "count/elided"))
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
        || starts_with(text, end, &["và"]).is_some()
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
