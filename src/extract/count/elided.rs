//! Numbers whose noun or unit is left out: "15 tỷ", "số tiền 500.000", "2/3 tổng …".

use super::figure::Figure;
use super::noun::Counted;
use super::{Count, Page, label, list, measured};
use crate::fact::Measure;
use crate::span::Span;
use crate::text::space::{back, ends_with, floor, skip_inline};
use rust_decimal::Decimal;

/// How far back a clause is searched for words of money, in bytes.
const NEAR: usize = 220;

/// Whether the clause before a number speaks of money.
pub(super) fn is_money(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let from = floor(text, at.saturating_sub(NEAR));
    let before = &text[from..at];
    let line = before.rfind('\n').map_or(0, |i| i + 1);
    let stops = |i: &usize| !before[i + 1..].starts_with(|c: char| c.is_ascii_digit());
    let sentence = before.rmatch_indices('.').map(|(i, _)| i).find(stops).map_or(0, |i| i + 1);
    let clause = &before[line.max(sentence)..];
    let start = at - clause.len();
    clause.char_indices().any(|(i, c)| {
        c.is_alphabetic()
            && !clause[..i].ends_with(char::is_alphanumeric)
            && (page.lexicon.context.money.at(text, start + i).is_some()
                || page.lexicon.context.money_sum.at(text, start + i).is_some())
    })
}

/// What a number without a noun of its own counts, if the text tells.
pub(super) fn counted(page: Page<'_>, span: Span, figure: &Figure, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let number = figure.first;
    let none = Span::new(span.end, span.end);
    let make = |measure, unit: &'static str, rule| Counted {
        measure,
        unit: unit.into(),
        noun: none,
        sign_end: None,
        scale: None,
        rule,
    };
    if measured::currency_before(page, span.start).is_some() {
        return Some(make(Measure::Money, "VND", "count/elided_money"));
    }
    let round = number.scale >= Decimal::from(1_000_000);
    if round
        && (number.scale >= Decimal::from(1_000_000_000)
            || rate(text, span.end)
            || is_money(page, span.start))
    {
        return Some(make(Measure::Money, currency(page, span), "count/elided_money"));
    }
    if let Some(share) = list::of_those(page, span, figure, before) {
        return Some(share);
    }
    if !figure.digits {
        return both(page, span);
    }
    if let Some(found) = both(page, span) {
        return Some(found);
    }
    let sum = page.lexicon.context.sum.before(text, back(text, span.start)).is_some();
    if sum && figure.digits && number.value >= Decimal::from(1000) {
        return Some(make(Measure::Money, "VND", "count/elided_money"));
    }
    if figure.total.is_some() && figure.digits && fraction_tail(page, span.end) {
        return Some(make(Measure::Ratio, "other", "count/fraction"));
    }
    if figure.total.is_some_and(|n| n.value <= Decimal::TEN) && told_share(page, span) {
        return Some(make(Measure::Ratio, "other", "count/fraction"));
    }
    list::share(page, span, figure, before)
        .or_else(|| label::cell(page, span))
        .or_else(|| label::label(page, span, before))
        .or_else(|| label::headed(page, span))
        .or_else(|| list::prizes(page, span, before))
        .or_else(|| list::shared(page, span))
        .or_else(|| list::listed(page, span, before))
}

/// "12 triệu/ha": a rate of money.
fn rate(text: &str, end: usize) -> bool {
    text[end..].strip_prefix('/').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// "cả hai đều là sinh viên", "cả 2 gặp lại": persons told before, where a verb follows at once.
fn both(page: Page<'_>, span: Span) -> Option<Counted> {
    let text = page.folded();
    // "cả năm vượt 10%" is the whole year
    ends_with(text, span.start, &["cả"]).filter(|_| text[span.range()] != *"năm")?;
    let next = skip_inline(text, span.end);
    let verb = next > span.end && page.lexicon.context.stop.at(text, next).is_some();
    verb.then(|| Counted::things("person", Span::new(span.end, span.end), "count/both"))
}

/// The currency that the sentence names nearest to a bare scale word; đồng where it names none.
fn currency(page: Page<'_>, span: Span) -> &'static str {
    let sentence = page.sentences.around(page.text, span);
    let text = &page.folded()[sentence.range()];
    // "bán USD … bị phạt 21 tỷ": dollars that no number bears are none of this sum
    let amount = |at: usize| {
        let before = text[..at].trim_end();
        before.ends_with(|c: char| c.is_ascii_digit())
            || ends_with(before, before.len(), &["tỷ", "tỉ", "triệu", "nghìn", "ngàn"]).is_some()
    };
    let dollars = text.contains('$')
        || ["usd", "đô la", "đô-la"].iter().any(|w| text.match_indices(w).any(|(at, _)| amount(at)));
    let dong = text.contains("đồng") || text.contains("vnđ");
    if dollars && !dong { "USD" } else { "VND" }
}

/// "đã trả trước 1/4", "mới chiếm 2/3": a share that a verb tells, at the end of its clause.
fn told_share(page: Page<'_>, span: Span) -> bool {
    label::ends_clause(page.folded(), span.end)
        && page.lexicon.context.share.precedes(page.folded(), span.start).is_some()
}

/// "3/4 tổng tài sản" is handled as a noun; a bare "2/3" at a clause's end says nothing.
fn fraction_tail(page: Page<'_>, end: usize) -> bool {
    page.lexicon.context.totals.follows(page.folded(), end).is_some()
}
