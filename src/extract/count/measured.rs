//! Units of measure after a number, or a sign of money before it; what is shared, and the stuff that is measured.

use super::Page;
use super::noun::Counted;
use super::phrase::{abbreviation, noun_words};
use crate::fact::Measure;
use crate::span::Span;
use crate::text::space::{back_inline, lookback, skip, skip_inline};

/// What a unit of measure makes of the number before it.
pub(super) fn measured(page: Page<'_>, entry: &crate::lexicon::Measure, span: Span) -> Counted {
    let text = page.folded();
    let measure = match entry.measure.as_str() {
        "percent" => Measure::Percent,
        "money" => Measure::Money,
        "duration" => Measure::Duration,
        "ratio" => Measure::Count,
        _ => Measure::Physical,
    };
    let none = Span::new(span.end, span.end);
    let noun = match measure {
        Measure::Duration => text[span.range()].find("tuổi").map_or(none, |at| {
            let start = span.start + at;
            Span::new(start, start + "tuổi".len())
        }),
        Measure::Count => span,
        Measure::Percent => share(page, span.end).unwrap_or(none),
        Measure::Physical => stuff(page, span).unwrap_or(none),
        _ => none,
    };
    let sign_end = if measure == Measure::Count { None } else { Some(span.end) };
    let rule = match measure {
        Measure::Percent => "count/percent",
        Measure::Money => "count/money",
        Measure::Duration => "count/duration",
        Measure::Count => "count/times",
        _ => "count/physical",
    };
    Counted { measure, unit: entry.unit.clone().into(), noun, sign_end, scale: entry.scale, rule }
}

/// A sign or code of money before the number, "$10" or "USD 20": where it begins, and its entry.
pub(super) fn currency_before(page: Page<'_>, start: usize) -> Option<(usize, usize)> {
    let (text, shown) = (page.folded(), page.shown());
    let end = back_inline(text, start);
    let (begin, i) = page.lexicon.measure_names.before(text, shown, end)?;
    let entry = &page.lexicon.measures[i];
    let sign = shown.get(begin..end).is_some_and(|sign| {
        // "đ" is a letter of words, too
        entry.signs.iter().any(|s| s == sign)
            && (sign.chars().count() > 1 || !sign.starts_with(char::is_alphabetic))
    });
    let touches = end == start || start - end <= 3;
    // "12 USD 15": the sign belongs to the number before it
    let taken = text[..begin].trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit());
    (entry.measure == "money" && entry.scale.is_none() && sign && touches && !taken).then_some((begin, i))
}

/// The place after the words for a whole: "tổng số", "số".
pub(super) fn skip_whole(page: Page<'_>, at: usize) -> usize {
    let text = page.folded();
    let mut here = skip_inline(text, at);
    // "2/3 tổng thu": both words are the noun
    while page.lexicon.unit_names.at(text, page.shown(), here).is_none()
        && let Some(end) = page.lexicon.context.whole_word.follows(text, here)
    {
        here = skip(text, end);
    }
    here
}

/// What a percentage is a share of, where a noun follows at once.
fn share(page: Page<'_>, at: usize) -> Option<Span> {
    let (text, shown) = (page.folded(), page.shown());
    let here = skip_whole(page, at);
    let found = page.lexicon.unit_names.at(text, shown, here);
    let found = found.or_else(|| page.lexicon.document_names.at(text, shown, here));
    if let Some((end, _)) = found {
        return Some(Span::new(here, end));
    }
    if let Some(name) = abbreviation(page, here) {
        return Some(name); // "100% CĐ cơ sở"
    }
    // "87% tổng số đăng ký": the words for the whole are the noun
    if here > skip_inline(text, at) {
        let start = skip_inline(text, at);
        let end = start + text[start..here].trim_end().len();
        // "50% tổng kinh phí": "tổng" alone is no noun
        let noun = noun_words(page, here).filter(|_| &text[start..end] == "tổng");
        return Some(Span::new(start, noun.map_or(end, |n| n.end)));
    }
    noun_words(page, here).filter(|n| page.lexicon.context.time_unit.at(text, n.start).is_none())
}

/// "10,5 tấn vàng", "215 km đường": what is measured.
fn stuff(page: Page<'_>, unit: Span) -> Option<Span> {
    let (text, shown) = (page.folded(), page.shown());
    let here = skip_inline(text, unit.end);
    // "đi bộ 6 km tiễn con": the way, and then a verb
    let number = lookback(text, unit.start)
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.'));
    if here == unit.end || page.lexicon.context.motion.precedes(number, number.len()).is_some() {
        return None;
    }
    if let Some((end, _)) = page.lexicon.unit_names.at(text, shown, here) {
        return Some(Span::new(here, end));
    }
    noun_words(page, here).filter(|n| page.lexicon.context.time_unit.at(text, n.start).is_none())
}
