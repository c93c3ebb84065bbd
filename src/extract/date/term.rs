//! Spans of years: "giai đoạn 2010-2015", "nhiệm kỳ 2015 – 2020", "năm học 2019/2020", "2016 - 2020".

use super::{Page, Parsed};
use crate::fact::{DateKind, Edtf, Point};
use crate::grammar::{calendar, spelled};
use crate::lexicon::TimeRole;
use crate::text::space::{ends_with, skip, skip_inline, starts_with, word_before};

/// The rule of a span that bears the word of a term.
pub(super) const TERM: &str = "date/term";

/// The rule of a span of bare years.
pub(super) const PLAIN: &str = "date/years";

/// A dash or "đến" between two ends: the place after it, and whether it was a word.
pub(super) fn to(page: Page<'_>, at: usize) -> Option<(usize, bool)> {
    let text = page.folded();
    if let Some(end) = page.lexicon.context.to.follows(text, at) {
        return Some((skip(text, end), true));
    }
    let here = skip_inline(text, at);
    let sign =
        text[here..].chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '‐' | '‑' | '−' | '÷'))?;
    Some((skip_inline(text, here + sign.len_utf8()), false))
}

/// Reads two years and what joins them.
pub(super) fn years(page: Page<'_>, at: usize) -> Option<Parsed> {
    let text = page.folded();
    let term = page.lexicon.calendar.at(TimeRole::Term, text, at).map(|(end, _)| end);
    let worded = term
        .or_else(|| starts_with(text, at, &["các năm", "những năm", "năm"]).filter(|_| !duration(text, at)));
    let here = worded.map_or(at, |end| skip(text, end));
    let inner = page.lexicon.context.years_word.follows(text, here).filter(|_| term.is_some());
    let here = inner.map_or(here, |end| skip(text, end));
    let from = ends_with(text, at, &["từ"]).is_some();
    // before 1900 a word must say that the number is a year
    let year = |place| {
        calendar::plain_year(text, place)
            .or_else(|| calendar::year(text, place).filter(|_| from || worded.is_some()))
    };
    let (end, first) = year(here)?;
    let slash = term.is_some() && text[end..].starts_with('/');
    let (next, said) = if slash { (end + 1, false) } else { to(page, end)? };
    let next = starts_with(text, next, &["năm"]).filter(|_| said).map_or(next, |e| skip(text, e));
    let (end, last) = year(next).or_else(|| short_year(text, next, first).filter(|_| worded.is_some()))?;
    let far = i32::from(last) - i32::from(first);
    let plausible = (1..=80).contains(&far) && !text[end..].starts_with(['/', '%']);
    let told = worded.is_some() || !said && plain_context(page, at) || from;
    if !plausible || !told {
        return None;
    }
    let value = Edtf::Interval(Some(Point::year(first)), Some(Point::year(last)));
    Some(Parsed::new(at, end, DateKind::Range, value, if term.is_some() { TERM } else { PLAIN }))
}

/// "5 năm 2016-2020", "2 năm 2016 và 2017": a year that begins a span or a list leaves its word to the number before it.
pub(super) fn without_duration(page: Page<'_>, p: Parsed) -> Parsed {
    let text = page.folded();
    let alone = to(page, p.end).is_none() && super::list::mark(text, p.end).is_none();
    let word = starts_with(text, p.start, &["năm"]).filter(|_| p.kind == DateKind::Year && !alone);
    match word {
        Some(end) if duration(text, p.start) => Parsed { start: skip(text, end), ..p },
        _ => p,
    }
}

/// "5 năm 2016-2020": the word belongs to the number before it.
pub(super) fn duration(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ');
    let ranked = ends_with(before, before.len(), &["ba", "hai", "tư", "năm"])
        .is_some_and(|word| ends_with(text, word, &["hạng", "giải", "thứ", "loại"]).is_some());
    // "hạng Ba năm 1999": a rank, and then its year
    before.ends_with(|c: char| c.is_ascii_digit()) || !ranked && number_word(text, at)
}

/// Whether a number word from two to ten ends here.
fn number_word(text: &str, at: usize) -> bool {
    let number = |word: &str| word == "mười" || spelled::digit(word).is_some_and(|d| d > 1);
    word_before(text, at).is_some_and(|w| number(&text[w.range()]))
}

/// The two digits of "2020-25".
fn short_year(text: &str, at: usize, first: i16) -> Option<(usize, i16)> {
    let (end, short) = calendar::two_digits(text, at, 99)?;
    let two = end == at + 2 && !text[end..].starts_with(['/', '-', '.']);
    two.then_some((end, first / 100 * 100 + i16::from(short)))
}

/// Two bare years are a span where no number or symbol stands around them.
fn plain_context(page: Page<'_>, at: usize) -> bool {
    let text = page.folded();
    let before = text[..at].trim_end_matches(' ');
    // "2018-2019, 2019-2020": a further span of years
    let listed = before.strip_suffix(',').is_some_and(|b| {
        let year = b.len().checked_sub(4).filter(|at| b.is_char_boundary(*at));
        year.is_some_and(|at| {
            calendar::plain_year(text, at).is_some() && b[..at].trim_end().ends_with(['-', '–', '/'])
        })
    });
    (listed || !before.ends_with(['/', '-', '–', '.', ',']))
        && page.lexicon.context.number_label.precedes(text, at).is_none()
}
