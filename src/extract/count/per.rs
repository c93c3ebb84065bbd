//! What a rate is per: "/người/năm" after the unit, "mỗi xã" before the number.

use super::Page;
use crate::fact::Measure;
use crate::grammar::numeral;
use crate::span::Span;
use crate::text::space::{floor, skip, skip_inline, starts_with, word};

/// What a rate is per: "/người/năm" after the unit, "mỗi xã" or "bình quân" before it.
pub(super) fn per(page: Page<'_>, start: usize, end: usize, measure: Measure) -> String {
    let text = page.folded();
    let here = skip_inline(text, end);
    if text[here..].starts_with('/') {
        let mut stop = here;
        while text[stop..].starts_with('/') {
            let next = skip_inline(text, stop + 1);
            // "12 giường/10.000 dân", but not the second number of a share
            // and "8,5 bác sĩ/1 vạn dân"
            let round = numeral::number(text, next).filter(|n| n.digits);
            if round.is_some_and(|n| !numeral::power_of_ten(n.value)) {
                break;
            }
            let next = round.map_or(next, |n| skip_inline(text, n.end));
            // "28,5 giường/vạn dân"
            let next = numeral::scale_word(text, next).map_or(next, |(end, _)| skip_inline(text, end));
            let found = page
                .lexicon
                .unit_names
                .at(text, page.shown(), next)
                .or_else(|| page.lexicon.measure_names.at(text, page.shown(), next));
            let Some(end) =
                found.map(|(e, _)| e).or_else(|| word(text, next).filter(|w| w.start == next).map(|w| w.end))
            else {
                break;
            };
            stop = end;
        }
        return text[here..stop].trim_start_matches('/').trim().to_owned();
    }
    if let Some(e) = starts_with(text, end, &["mỗi", "một"]).filter(|_| measure == Measure::Money) {
        let at = skip_inline(text, e);
        let time = page.lexicon.measure_names.at(text, page.shown(), at);
        // "mỗi năm" is a date that recurs
        let time = time.is_some_and(|(_, i)| page.lexicon.measures[i].measure == "duration");
        return word(text, e).filter(|_| !time).map_or_else(String::new, |w| text[w.range()].to_owned());
    }
    each(page, start)
}

/// "mỗi xã xây dựng 5-7 mô hình": the noun after "mỗi" in the same clause.
fn each(page: Page<'_>, start: usize) -> String {
    let (text, shown) = (page.folded(), page.shown());
    let from = floor(text, start.saturating_sub(60));
    let clause = from + text[from..start].rfind([',', ';', '.', ':', '\n']).map_or(0, |i| i + 1);
    let Some(at) = text[clause..start].rfind("mỗi ") else { return String::new() };
    let here = skip(text, clause + at + "mỗi".len());
    let found = page
        .lexicon
        .unit_names
        .at(text, shown, here)
        .or_else(|| page.lexicon.measure_names.at(text, shown, here));
    // "mỗi ngày" is a date that recurs
    let time = found.is_some_and(|(end, _)| {
        let unit = page.lexicon.measure_names.at(text, shown, here).filter(|(e, _)| *e == end);
        unit.is_some_and(|(_, i)| page.lexicon.measures[i].measure == "duration")
    });
    let digits_between = text[here..start].contains(|c: char| c.is_ascii_digit());
    match found {
        Some((end, _)) if end <= start && !digits_between && !time => {
            text[Span::new(here, end).range()].to_owned()
        }
        _ => String::new(),
    }
}
