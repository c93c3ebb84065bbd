//! Numbers that are a part of a longer sign: "U23", "S-300", "63L-8405", "965EM"; and slips of typing that are none.

use super::Page;
use crate::grammar::numeral;
use crate::span::Span;
use crate::text::space::{back_inline, ends_with, skip_inline, word_before};

/// "U23", "12A", "Covid-19", "4:3", "V/v 12": a part of a longer sign.
pub(super) fn glued(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let before = text[..number.start].chars().next_back();
    let letter_dash = || {
        let rest = text[..number.start].trim_end_matches(['-', '/', '.']);
        rest.len() < number.start
            && (rest.ends_with(|c: char| c.is_alphanumeric()) || type_name(page, rest.len()))
    };
    let after = text[number.end..].chars().next();
    let tail = || text[number.end..].chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let misread = || {
        // "tháng 0l", "ngày 2o": letters that were read for digits
        after.is_some_and(char::is_alphabetic) && ends_with(text, number.start, &["ngày", "tháng"]).is_some()
    };
    before.is_some_and(char::is_alphabetic) && !typed_together(page, number)
        || misread()
        || registration(page, number)
        || series(page, number)
        || matches!(before, Some('-' | '/' | '.' | ':' | '_' | '@' | '#'))
            && (letter_dash() || before == Some('#'))
            && !second_of_two(page, number)
        || matches!(after, Some(':')) && tail()
        || matches!(after, Some('_' | '@'))
}

/// "63L-8405", "29A1 - 123.45": the province and the series of a number plate.
fn registration(page: Page<'_>, number: Span) -> bool {
    let shown = page.shown();
    let series = shown[number.end..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let dash = skip_inline(shown, number.end + series.len());
    let digits = shown[dash..].strip_prefix('-').map_or(0, |rest| {
        rest.trim_start_matches(' ').bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count()
    });
    number.end - number.start == 2
        && (1..=2).contains(&series.len())
        && series.starts_with(|c: char| c.is_ascii_uppercase())
        && digits >= 3
}

/// "965EM", "737MAX": capitals that touch the number and are no sign of a measure.
fn series(page: Page<'_>, number: Span) -> bool {
    let shown = page.shown();
    let letters = shown[number.end..].chars().take_while(|c| c.is_alphanumeric());
    let capitals =
        letters.clone().count() > 1 && letters.clone().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let known = || {
        page.lexicon.measure_names.at(page.folded(), shown, number.end).is_some()
            || numeral::number(page.folded(), number.start).is_some_and(|n| n.end > number.end)
    };
    // "CỨU SỐNG 12NGƯỜI" is typed together
    let person = page
        .lexicon
        .unit_names
        .at(page.folded(), shown, number.end)
        .is_some_and(|(end, _)| end > number.end + 3);
    capitals && !known() && !person
}

/// "68.452 đoàn viên/70.120 lao động": a noun on either side of the slash.
fn second_of_two(page: Page<'_>, number: Span) -> bool {
    let (text, shown) = (page.folded(), page.shown());
    let Some(head) = text[..number.start].strip_suffix('/') else { return false };
    let noun = |found: Option<(usize, usize)>| found.is_some();
    // "12 giường/10.000 dân" is a rate
    let round = numeral::figure(text, number.start).is_some_and(|n| numeral::power_of_ten(n.value));
    !round
        && noun(page.lexicon.unit_names.before(text, shown, head.len()))
        && noun(page.lexicon.unit_names.at(text, shown, skip_inline(text, number.end)))
}

/// "S -300", "IL -76": one to three capitals, a blank and the dash before the number.
fn type_name(page: Page<'_>, dash: usize) -> bool {
    let at = back_inline(page.folded(), dash);
    word_before(page.folded(), at).is_some_and(|w| {
        let name = &page.shown()[w.range()];
        w.end == at && name.chars().count() <= 3 && name.chars().all(char::is_uppercase)
    })
}

/// "có05", "hành02": a slip of typing that keeps the number; "U23" and "m2" are signs.
fn typed_together(page: Page<'_>, number: Span) -> bool {
    let text = page.folded();
    let Some(w) = word_before(text, number.start).filter(|w| w.end == number.start) else { return false };
    page.lexicon.context.run_on.is(&text[w.range()])
}
