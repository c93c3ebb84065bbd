//! Number words: where they are numbers, and where they are names, ordinals or other words.

use super::figure::Figure;
use super::noun::Counted;
use super::{Page, exclude};
use crate::extract::Rule;
use crate::grammar::name::is_capital;
use crate::grammar::numeral::{Number, number};
use crate::span::Span;
use crate::text::space::{ends_with, is_edge, lookback, skip_inline, starts_with};
use rust_decimal::Decimal;

/// Why a number word counts nothing, whatever follows.
pub(super) fn excluded(page: Page<'_>, anchor: Span, first: Number) -> Option<Rule> {
    let text = page.folded();
    let word = &text[anchor.range()];
    let compound = first.end > anchor.end;
    let opens = opens(text, anchor.start);
    if capital_inside(page, anchor, opens) || capitals(page, anchor, first.end) {
        return Some("pass/name".into());
    }
    if exclude::title(page, anchor.start) {
        return Some("pass/name".into());
    }
    if page.lexicon.context.before_word.precedes(text, anchor.start).is_some() {
        return Some("pass/word_name".into());
    }
    if let Some(rule) = exclude::named(page, Span::new(anchor.start, first.end)) {
        return Some(rule);
    }
    if word == "năm"
        && !compound
        && !(opens_clause(text, anchor.start, opens) && five(page, first.end))
        && page.lexicon.context.five.precedes(text, anchor.start).is_none()
    {
        return Some("pass/year_word".into());
    }
    // "mười phần" is an idiom, "mười phần trăm" a share
    let share = |end: usize| {
        starts_with(text, end, &["trăm", "nghìn", "vạn", "triệu"]).is_some() || fraction(text, end)
    };
    let shared = starts_with(text, first.end, &["phần"]).is_some_and(share);
    let idiom = !compound
        && !shared
        && page
            .lexicon
            .context
            .idiom
            .follows(text, first.end)
            .is_some_and(|end| !longer(page, first.end, end))
        && (word != "mười" || starts_with(text, first.end, &["phần"]).is_some());
    (idiom && !matches!(word, "ba" | "bốn")).then(|| "pass/idiom".into())
}

/// "mười phần quà": the word goes on as a noun.
fn longer(page: Page<'_>, at: usize, end: usize) -> bool {
    let at = skip_inline(page.folded(), at);
    page.lexicon.unit_names.at(page.folded(), page.shown(), at).is_some_and(|(stop, _)| stop > end)
}

/// "hai phần ba": a number stands after the word of a share.
fn fraction(text: &str, end: usize) -> bool {
    starts_with(text, end, &["tư"]).is_some()
        || number(text, skip_inline(text, end)).is_some_and(|n| !n.digits && n.value <= Decimal::TEN)
}

/// Whether "năm học sinh" at a place counts pupils: "năm học sinh viên đi thực tế" is a school year.
pub(super) fn pupils(text: &str, at: usize) -> bool {
    starts_with(text, at, &["năm học sinh"]).is_some()
        && starts_with(text, at, &["năm học sinh viên"]).is_none()
}

/// Whether a sentence, a list item or a quotation begins here.
fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.ends_with(['.', ':', ';', '!', '?', '“', '"', '-', '+', '•', '*', '(', '|'])
        || text[..at].trim_end_matches(' ').ends_with('\n')
        || at == 0
}

/// "Khởi nghĩa Hai Bà Trưng": a capital inside a sentence is a name.
fn capital_inside(page: Page<'_>, anchor: Span, opens: bool) -> bool {
    let shout = page.shown()[anchor.range()].chars().all(|c| c.is_uppercase() || c == ' ');
    is_capital(page.shown(), anchor.start)
        && !opens
        && page.folded()[..anchor.start].trim_end().ends_with(char::is_alphabetic)
        && !shout
}

/// "Hai Bà Trưng": a capital on the number and on the word after it, at the head of a sentence, too.
fn capitals(page: Page<'_>, anchor: Span, end: usize) -> bool {
    let shown = page.shown();
    let next = skip_inline(page.folded(), end);
    let second = shown[next..].chars().nth(1);
    is_capital(shown, anchor.start) && is_capital(shown, next) && second.is_some_and(char::is_lowercase)
}

fn opens_clause(text: &str, at: usize, opens: bool) -> bool {
    opens || text[..at].trim_end().ends_with(',') || ends_with(text, at, &["và"]).is_some()
}

/// "Năm đồng chí", "năm năm qua": five, where persons or years follow at the head of a clause.
fn five(page: Page<'_>, end: usize) -> bool {
    let text = page.folded();
    let at = skip_inline(text, end);
    exclude::person_follows(page, end) && page.lexicon.context.year_subject.follows(text, at).is_none()
        || award_follows(page, at)
            && lookback(text, at).rsplit(['(', '.', ';']).next().is_some_and(|row| row.contains("giải"))
        || page.lexicon.context.five_years.follows(text, at).is_some()
        || starts_with(text, at, &["năm"]).is_some_and(|e| {
            let rest = &text[skip_inline(text, e)..];
            rest.is_empty() || rest.starts_with(['(', ';', '.'])
        })
}

/// "một giải Nhì, năm giải Ba": a further kind in a row of prizes.
fn award_follows(page: Page<'_>, at: usize) -> bool {
    let unit = page.lexicon.unit_names.at(page.folded(), page.shown(), at);
    unit.is_some_and(|(_, i)| page.lexicon.units[i].unit == "award")
}

/// Whether what stands after the number is counted by it: "một" counts documents, awards and models only.
pub(super) fn accepts(page: Page<'_>, counted: &Counted, anchor: Span, figure: &Figure) -> bool {
    let text = page.folded();
    let word = &text[anchor.range()];
    let end = figure.first.end;
    let simple = end == anchor.end;
    if word == "một" && simple {
        let of = page.lexicon.context.one_of.follows(text, end).is_some();
        let kinds = matches!(counted.rule, "count/document" | "count/award")
            || matches!(&*counted.unit, "model" | "award");
        return kinds && !of;
    }
    // "nói với ba con về": a father, unless a noun or a clause's end follows the classifier
    if word == "ba" && simple && text[counted.noun.range()] == *"con" {
        let next = skip_inline(text, counted.noun.end);
        return page.lexicon.context.stop.at(text, next).is_none();
    }
    if word == "năm" && simple {
        // "trong năm ban hành": the noun is the first syllable of a verb
        let verb = page.lexicon.context.stop.at(text, counted.noun.start);
        return matches!(counted.rule, "count/noun" | "count/document" | "count/duration")
            && text[counted.noun.range()] != *"học"
            && verb.is_none_or(|end| end <= counted.noun.end);
    }
    // single letters after a number are signs only where they touch it or stand alone
    figure.digits || counted.rule != "count/unknown" || is_edge(text, end)
}
