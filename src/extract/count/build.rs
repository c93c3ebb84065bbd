//! Makes a count of a number and what it counts.

use super::figure::Figure;
use super::noun::Counted;
use super::style::Style;
use super::{Page, bounds, change, measured, per, phrase};
use crate::fact::{Count, Measure, Qualifier};
use crate::grammar::numeral;
use crate::span::Span;
use crate::text::space::{back, ends_with, is_edge, lookahead, skip_inline, squeezed, starts_with, word};
use rust_decimal::Decimal;

/// A count with nothing but its place, value and rule.
pub(super) fn plain(span: Span, value: Decimal, rule: &'static str) -> Count {
    Count {
        span,
        value,
        value_max: None,
        total: None,
        qualifier: Qualifier::Exact,
        measure: Measure::Count,
        unit: "other".into(),
        noun: String::new(),
        per: String::new(),
        phrase: String::new(),
        direction: None,
        part_of: None,
        period: None,
        rule,
    }
}

/// The count that a number and what stands beside it make.
pub(super) fn count(page: Page<'_>, anchor: Span, figure: &Figure, counted: &Counted, style: Style) -> Count {
    let text = page.folded();
    let scale = Decimal::from(counted.scale.unwrap_or(1));
    let whole = whole(text, counted, figure);
    let settled = |n| style.settle(n, whole).saturating_mul(scale);
    let span = Span::new(anchor.start, counted.sign_end.unwrap_or(figure.end));
    let mut count = plain(span, settled(figure.first), counted.rule);
    count.value_max = figure.upper.map(settled);
    count.total = figure.total.map(settled);
    count.measure = counted.measure;
    count.unit.clone_from(&counted.unit);
    count.noun = squeezed(&text[counted.noun.range()]);
    half(text, &mut count);
    cents(page, counted, &mut count);
    contest(page, &mut count);
    ratio(page, &mut count);
    if let Some((begin, i)) = measured::currency_before(page, count.span.start) {
        prefix(page, &mut count, begin, i);
    }
    if let Some(start) = sign(text, count.span.start) {
        count.value = -count.value;
        count.span.start = start;
    }
    around(page, anchor, counted, &mut count);
    count
}

/// What the words around the number say: bounds, change, rate and phrase.
fn around(page: Page<'_>, anchor: Span, counted: &Counted, count: &mut Count) {
    let text = page.folded();
    let (qualifier, mut begin) = bounds::qualifier(page, count.span.start, count.span.end);
    count.qualifier = qualifier;
    from(page, count);
    if count.qualifier == Qualifier::Exact && count.span.start < begin {
        (count.qualifier, begin) = bounds::qualifier(page, count.span.start, count.span.end);
    }
    // "ước tăng 7%": the change stands between the bound and the number
    count.direction = change::direction(page, begin, count.measure).or_else(|| {
        change::direction(page, count.span.start, count.measure).filter(|_| estimated(text, begin))
    });
    let after = if counted.noun.end > counted.noun.start && counted.noun.start >= count.span.end {
        counted.noun.end
    } else {
        count.span.end
    };
    count.per = per::per(page, anchor.start, after, count.measure);
    if counted.noun.end > counted.noun.start {
        let span = Span::new(counted.noun.start, phrase::phrase_end(page, counted.noun));
        let words = crate::grammar::name::tidy(page.text, span);
        count.phrase = lower_first(&words, &count.noun);
    }
}

/// Whether nothing tells if the comma of "36,570" groups thousands.
pub(super) fn doubtful(text: &str, figure: &Figure, counted: &Counted, style: Style) -> bool {
    style == Style::Unknown && figure.first.grouped.is_some() && !whole(text, counted, figure)
}

/// Things and single đồng have no fractions, so that "1,580 mô hình" are more than a thousand.
fn whole(text: &str, counted: &Counted, figure: &Figure) -> bool {
    let noun = &text[counted.noun.range()];
    match counted.measure {
        Measure::Count => !matches!(noun, "lần" | "điểm" | "đợt"),
        Measure::Money => {
            counted.unit == "VND" && counted.scale.is_none() && figure.first.scale == Decimal::ONE
        }
        _ => false,
    }
}

/// "tham dự 8 giải": contests, no prizes.
fn contest(page: Page<'_>, count: &mut Count) {
    let text = page.folded();
    if count.noun == "giải" && page.lexicon.context.taking_part.precedes(text, count.span.start).is_some() {
        count.unit = "other".into();
        count.rule = "count/noun";
    }
}

/// "2 năm rưỡi": half of the last unit.
fn half(text: &str, count: &mut Count) {
    let unit = matches!(count.measure, Measure::Duration | Measure::Physical | Measure::Money);
    let next = skip_inline(text, count.span.end);
    let half = word(text, next).filter(|w| w.start == next && matches!(&text[w.range()], "rưỡi" | "rưởi"));
    if let Some(w) = half.filter(|_| unit && count.noun.is_empty()) {
        count.value = count.value.saturating_add(Decimal::new(5, 1));
        count.span.end = w.end;
    }
}

/// "2 đô la và 23 xen": hundredths of the same sum.
fn cents(page: Page<'_>, counted: &Counted, count: &mut Count) {
    let text = page.folded();
    let whole = count.measure == Measure::Money && counted.scale.is_none() && count.unit != "VND";
    let at = starts_with(text, count.span.end, &["và"]).unwrap_or(count.span.end);
    let tail =
        numeral::number(text, skip_inline(text, at)).filter(|n| whole && n.value < Decimal::ONE_HUNDRED);
    let end = tail.and_then(|n| page.lexicon.context.cent.follows(text, n.end));
    if let Some((n, end)) = tail.zip(end).filter(|(n, _)| n.scale == Decimal::ONE) {
        count.value = count.value.saturating_add(n.value / Decimal::ONE_HUNDRED);
        count.span.end = end;
    }
}

/// "$10", "USD 1,23": the sign before the number belongs to the span.
fn prefix(page: Page<'_>, count: &mut Count, begin: usize, entry: usize) {
    if count.measure == Measure::Money && !count.rule.contains("elided") {
        return;
    }
    count.measure = Measure::Money;
    count.unit = page.lexicon.measures[entry].unit.clone().into();
    count.noun.clear();
    count.span.start = begin;
    count.rule = "count/money";
}

/// The phrase begins with its noun, in lower case as the noun.
fn lower_first(phrase: &str, noun: &str) -> String {
    phrase
        .get(noun.len()..)
        .filter(|_| phrase.is_char_boundary(noun.len()))
        .map_or_else(|| phrase.to_owned(), |rest| format!("{noun}{rest}"))
}

/// "gấp 4,4 lần", "28/30 xã": shares and multiples.
fn ratio(page: Page<'_>, count: &mut Count) {
    let text = page.folded();
    let told = page.lexicon.context.times.before(text, back(text, count.span.start)).is_some();
    let broken = |n: Decimal| !n.fract().is_zero();
    let times = count.noun == "lần" && (told || broken(count.value) || count.value_max.is_some_and(broken));
    if times {
        "other".clone_into(count.unit.to_mut());
    }
    if times || count.total.is_some() {
        count.measure = Measure::Ratio;
    }
}

/// A minus before the number, or "âm": where the number then begins.
fn sign(text: &str, start: usize) -> Option<usize> {
    if let Some(at) = ends_with(text, start, &["âm"]) {
        return (ends_with(text, at, &["nhiệt độ"]).is_none()).then_some(at);
    }
    let before = text[..start].strip_suffix("- ").map_or(&text[..start], |b| &text[..=b.len()]);
    let apart = before.len() < start;
    let head = before.strip_suffix('-').or_else(|| before.strip_suffix('−'))?;
    let told = head.trim_end().ends_with([':', '(', '|']) || head.is_empty();
    let minus = if apart {
        told && !head.is_empty() && !head.ends_with('\n')
    } else {
        (told || head.ends_with([' ', '\t']))
            && !head.trim_end().ends_with(|c: char| c.is_alphanumeric())
            && !head.trim_end_matches(' ').ends_with('\n')
    };
    (minus && is_edge(text, start)).then_some(head.len())
}

/// "ước tăng", "ước giảm".
fn estimated(text: &str, at: usize) -> bool {
    starts_with(text, at, &["ước tăng", "ước giảm", "ước tính tăng", "ước tính giảm"]).is_some()
}

/// "từ 38 triệu đồng/người năm 2020 lên gần 46 triệu đồng": a second number to which the first one changed.
fn rises(ahead: &str) -> bool {
    let sentence = ahead.split_once(". ").map_or(ahead, |(sentence, _)| sentence);
    let clause = sentence.split([';', '\n']).next().unwrap_or_default();
    [" lên ", " xuống ", " còn "].iter().any(|word| {
        let to = clause.split_once(word).map(|(_, to)| to.split(' ').take(2));
        to.is_some_and(|mut words| words.any(|w| w.starts_with(|c: char| c.is_ascii_digit())))
    })
}

/// "từ" before a range belongs to it; alone it makes "at least".
fn from(page: Page<'_>, count: &mut Count) {
    let text = page.folded();
    let Some(start) = ends_with(text, count.span.start, &["từ", "giữa"]) else { return };
    let between = text[start..].starts_with("giữa");
    // "Từ 2 ha vườn tạp, ông chuyển …": where something begins, and no bound
    let opens = matches!(text[..start].trim_end_matches(' ').chars().next_back(), None | Some('.' | '\n'));
    let change = page.lexicon.context.shift.precedes(text, start).is_some()
        || page.lexicon.context.level_after.follows(text, skip_inline(text, count.span.end)).is_some()
        || rises(lookahead(text, count.span.end));
    if count.value_max.is_some() {
        count.span.start = start;
    } else if matches!(count.measure, Measure::Money | Measure::Percent | Measure::Physical)
        && !change
        && !between
        && !opens
        && count.qualifier == Qualifier::Exact
        && starts_with(text, count.span.end, &["đến", "tới"]).is_none()
    {
        count.qualifier = Qualifier::AtLeast;
    }
}
