//! Numbers whose noun or unit is left out: "15 tỷ", "cảnh cáo 8", "Bằng khen: 135".

use super::noun::Counted;
use super::{Count, Number, Page};
use crate::fact::Measure;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip_inline};
use rust_decimal::Decimal;

/// Words of money in whose clause a bare scale word means đồng.
const MONEY: [&str; 48] = [
    "tiền",
    "giá",
    "kinh phí",
    "vốn",
    "doanh thu",
    "lương",
    "thu nhập",
    "thu",
    "chi",
    "nộp",
    "phạt",
    "bán",
    "mua",
    "trị giá",
    "đầu tư",
    "hỗ trợ",
    "ủng hộ",
    "vay",
    "nợ",
    "lãi",
    "lỗ",
    "trúng",
    "thưởng",
    "cát-xê",
    "cát xê",
    "quyên góp",
    "ngân sách",
    "tài trợ",
    "chi phí",
    "thuê",
    "đồng",
    "bồi thường",
    "lợi nhuận",
    "tài sản",
    "tỷ đồng",
    "doanh số",
    "hợp đồng",
    "học phí",
    "chiếm đoạt",
    "thiệt hại",
    "giải thưởng",
    "phí",
    "thuế",
    "trả",
    "dư nợ",
    "số dư",
    "quỹ",
    "tiết kiệm",
];

/// Whether the clause before a number speaks of money.
pub(super) fn is_money(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let from = floor(text, at.saturating_sub(220));
    let clause = text[from..at].rsplit(['\n', '.']).next().unwrap_or_default();
    MONEY.iter().any(|w| clause.contains(w))
}

/// What a number without a noun of its own counts, if the text tells.
pub(super) fn counted(
    page: Page<'_>,
    span: Span,
    number: Number,
    digits: bool,
    ratio: bool,
    before: &[Count],
) -> Option<Counted> {
    let text = page.folded();
    let none = Span::new(span.end, span.end);
    let make = |measure, unit: &'static str, rule| Counted {
        measure,
        unit: unit.into(),
        noun: none,
        sign_end: None,
        scale: None,
        rule,
    };
    if number.scale >= Decimal::from(1_000_000)
        && digits
        && (number.scale >= Decimal::from(1_000_000_000) || is_money(page, span.start))
    {
        return Some(make(Measure::Money, currency(page, span), "count/elided_money"));
    }
    let sum =
        ends_with(text, span.start, &["số tiền", "số tiền là", "giá", "tổng số tiền", "trị giá"]).is_some();
    if sum && digits && number.value >= Decimal::from(1000) {
        return Some(make(Measure::Money, "VND", "count/elided_money"));
    }
    if let Some(labelled) =
        cell(page, span).or_else(|| label(page, span, digits)).or_else(|| shared(page, span, digits))
    {
        return Some(labelled);
    }
    if ratio && digits && fraction_tail(text, span.end) {
        return Some(make(Measure::Ratio, "other", "count/fraction"));
    }
    listed(page, span, digits, before)
}

/// The currency that the sentence names nearest to a bare scale word; đồng where it names none.
fn currency(page: Page<'_>, span: Span) -> &'static str {
    let sentence = page.sentences.around(page.text, span);
    let text = &page.folded()[sentence.range()];
    let dollars = ["usd", "đô la", "đô-la", "$"].iter().any(|w| text.contains(w));
    let dong = text.contains("đồng") || text.contains("vnđ");
    if dollars && !dong { "USD" } else { "VND" }
}

/// "3/4 tổng tài sản" is handled as a noun; a bare "2/3" at a clause's end says nothing.
fn fraction_tail(text: &str, end: usize) -> bool {
    crate::text::space::starts_with(text, end, &["tổng", "số", "diện tích", "dân số", "quân số"]).is_some()
}

/// "Bằng khen: 135": the label before the colon is what is counted.
fn label(page: Page<'_>, span: Span, digits: bool) -> Option<Counted> {
    let (text, shown) = (page.folded(), page.shown());
    let colon = back(text, span.start);
    if !digits || !text[..colon].ends_with(':') || !ends_clause(text, span.end) {
        return None;
    }
    let end = back(text, colon - 1);
    let lexicon = page.lexicon;
    let none = |noun, unit: String| {
        Some(Counted {
            measure: Measure::Count,
            unit: unit.into(),
            noun,
            sign_end: None,
            scale: None,
            rule: "count/label",
        })
    };
    if let Some((start, _)) = lexicon.award_names.before(text, shown, end) {
        return none(Span::new(start, end), "award".to_owned());
    }
    if let Some((start, i)) = lexicon.document_names.before(text, shown, end) {
        return none(Span::new(start, end), lexicon.documents[i].id.clone());
    }
    let (start, i) = lexicon.unit_names.before(text, shown, end)?;
    none(Span::new(start, end), lexicon.units[i].unit.clone())
}

fn ends_clause(text: &str, end: usize) -> bool {
    matches!(text[skip_inline(text, end)..].chars().next(), None | Some(',' | ';' | '.' | ')' | '\n' | '|'))
}

/// "khiển trách 22, cảnh cáo 8": members of a list take the noun of the count that they break down.
fn listed(page: Page<'_>, span: Span, digits: bool, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let sentence = page.sentences.around(page.text, span);
    let whole = before
        .iter()
        .rev()
        .take(12)
        .take_while(|c| c.span.start >= sentence.start)
        .find(|c| c.measure == Measure::Count && !c.noun.is_empty())?;
    let last = before.last()?;
    let between = text.get(last.span.end..span.start)?;
    let last_word = between.split_whitespace().next_back().unwrap_or_default();
    let worded = last_word.ends_with(char::is_alphabetic)
        && !matches!(last_word, "và" | "hoặc" | "đến" | "là" | "thứ" | "số");
    let broken = between.contains([',', ':', ';', '('])
        || between.contains("trong đó")
        || between.contains("gồm")
        || between.contains(" và ");
    // "11 đại biểu chính thức, 01 dự khuyết": a padded number with an adjective alone
    let padded =
        text[span.start..].starts_with('0') && matches!(between.trim_end().chars().next_back(), Some(','));
    if padded && digits && between.len() < 60 {
        let at = text[..span.start].rfind(whole.noun.as_str())?;
        let noun = Span::new(at, at + whole.noun.len());
        return Some(Counted {
            measure: Measure::Count,
            unit: whole.unit.clone(),
            noun,
            sign_end: None,
            scale: None,
            rule: "count/elided",
        });
    }
    let closed = ends_clause(text, span.end) || text[skip_inline(text, span.end)..].starts_with(':');
    if !(between.len() < 90 && digits && closed && broken && worded) {
        return None;
    }
    let at = text[..span.start].rfind(whole.noun.as_str())?;
    let noun = Span::new(at, at + whole.noun.len());
    Some(Counted {
        measure: Measure::Count,
        unit: whole.unit.clone(),
        noun,
        sign_end: None,
        scale: None,
        rule: "count/elided",
    })
}

/// "8, 9 hoặc 10 số", "8 trong 9 giải": the noun stands after a further number.
fn shared(page: Page<'_>, span: Span, digits: bool) -> Option<Counted> {
    let text = page.folded();
    let mut here = span.end;
    for _ in 0..4 {
        let at = skip_inline(text, here);
        let comma = text[at..].starts_with(", ").then_some(at + 1);
        let word =
            || crate::text::space::starts_with(text, here, &["và", "hoặc", "hay", "trong số", "trong"]);
        let next = skip_inline(text, comma.or_else(word)?);
        let number = crate::grammar::numeral::number(text, next).filter(|n| n.digits)?;
        here = number.end;
        if let Some(found) = super::noun::counted(page, here, false)
            .filter(|c| matches!(c.measure, Measure::Count | Measure::Duration))
        {
            let one_of = text[span.start..span.end].trim_start_matches('0') == "1"
                && text[span.end..].trim_start().starts_with("trong");
            if one_of {
                return None;
            }
            return digits.then_some(Counted { rule: "count/shared", ..found });
        }
    }
    None
}

/// A number alone in a cell: the head of its column names what is counted.
fn cell(page: Page<'_>, span: Span) -> Option<Counted> {
    let (grid, (row, column)) = page.grids.iter().find_map(|g| Some((g, g.cell(span.start)?)))?;
    if row[column] != span {
        return None;
    }
    let head = *grid.head.get(column)?;
    let (text, shown) = (page.folded(), page.shown());
    let starts = std::iter::once(head.start)
        .chain(text[head.range()].match_indices(' ').map(|(i, _)| head.start + i + 1));
    let (at, end, unit) = starts.into_iter().find_map(|at| {
        let (end, i) = page.lexicon.unit_names.at(text, shown, at).filter(|(end, _)| *end <= head.end)?;
        Some((at, end, page.lexicon.units[i].unit.clone()))
    })?;
    Some(Counted {
        measure: Measure::Count,
        unit: unit.into(),
        noun: Span::new(at, end),
        sign_end: None,
        scale: None,
        rule: "count/table",
    })
}
