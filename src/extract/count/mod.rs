//! Counts: every number that no other family has claimed and that a noun or unit explains.
//!
//! | file | reads |
//! |---|---|
//! | `figure` | the number itself: groups, ranges, shares, "02 (hai)" |
//! | `style` | what one comma or dot before three digits means in this document |
//! | `exclude`, `word` | numbers that count nothing: ordinals, addresses, telephones, names |
//! | `noun`, `measured`, `phrase` | what stands after the number |
//! | `elided`, `label`, `list` | what it counts where nothing stands after it |
//! | `bounds`, `change`, `per` | about, at least; rise and fall; "/người/năm" |
//! | `part`, `period` | parts of totals; the time of the clause |

mod bounds;
mod build;
mod change;
mod elided;
mod exclude;
mod figure;
mod label;
mod list;
mod measured;
mod noun;
mod part;
mod per;
mod period;
mod phrase;
mod range;
mod style;
mod word;

use super::{Claims, Extraction, Page, Passed, Rule};
use crate::fact::{Award, Count, Measure};
use crate::grammar::numeral;
use crate::scan::Cue;
use crate::span::Span;
use figure::Figure;
use noun::Counted;
use rust_decimal::Decimal;
use style::Style;

/// The rule of a number after which nothing countable stands.
const NO_NOUN: &str = "pass/no_noun";

/// Reads all counts of a page.
pub fn read(page: Page<'_>, claims: &Claims, out: &mut Extraction) {
    let text = page.folded();
    let style = Style::of(page);
    let mut counts: Vec<Count> = Vec::new();
    let mut done = 0;
    for anchor in anchors(page) {
        if anchor.start < done || claims.covers(anchor).is_some() {
            continue;
        }
        match number(page, claims, anchor, style, &counts, &out.facts.awards) {
            Ok(count) => {
                done = count.span.end;
                counts.push(count);
            }
            Err(rule) if text.as_bytes()[anchor.start].is_ascii_digit() => {
                // the rest of a number that was passed over is no number of its own
                done = numeral::figure(text, anchor.start).map_or(anchor.end, |n| n.end);
                out.passed.push(Passed { span: Span::new(anchor.start, done), rule });
            }
            Err(rule) => out.passed.push(Passed { span: anchor, rule }),
        }
    }
    change::carry(page, &mut counts);
    part::link(page, &mut counts);
    period::fill(page, &mut counts, &out.facts.dates);
    out.facts.counts = counts;
}

fn anchors(page: Page<'_>) -> Vec<Span> {
    let words = page.anchors.words.iter().filter(|a| a.cue == Cue::Number).map(|a| a.span);
    let mut all: Vec<Span> = page.anchors.digits.iter().copied().chain(words).collect();
    all.sort_unstable();
    all
}

/// Reads the number at an anchor, or says which rule passes it over.
fn number(
    page: Page<'_>,
    claims: &Claims,
    anchor: Span,
    style: Style,
    before: &[Count],
    awards: &[Award],
) -> Result<Count, Rule> {
    let text = page.folded();
    if text[anchor.range()].starts_with("gấp đôi") {
        return Ok(Count { measure: Measure::Ratio, ..build::plain(anchor, Decimal::TWO, "count/double") });
    }
    let figure = Figure::read(page, claims, anchor).ok_or(Rule::Borrowed("pass/no_number"))?;
    if figure.digits {
        let run = numeral::figure(text, anchor.start).map_or(figure.first.end, |f| f.end);
        if let Some(rule) = exclude::excluded(page, Span::new(anchor.start, run)) {
            return Err(rule);
        }
    } else if let Some(rule) = word::excluded(page, anchor, figure.first) {
        return Err(rule);
    }
    if let Some(noun) = noun::medal(awards, page, figure.after) {
        let plain =
            build::plain(Span::new(anchor.start, figure.first.end), figure.first.value, "count/award");
        return Ok(Count { unit: "award".into(), noun, ..plain });
    }
    let counted = counted(page, anchor, &figure, before).ok_or(Rule::Borrowed(NO_NOUN))?;
    let count = build::count(page, anchor, &figure, &counted, style);
    // "2 ngày 14 và 15/6" are two days and a date that shares their word; nothing else is shared
    let shared = |claim: Span| count.measure == Measure::Duration && claim.start > figure.end;
    match claims.covers(count.span) {
        Some(claim) if !shared(claim) => Err("pass/claimed".into()),
        _ => Ok(count),
    }
}

/// What the number counts: by the words after it, else by those before it.
fn counted(page: Page<'_>, anchor: Span, figure: &Figure, before: &[Count]) -> Option<Counted> {
    let first = figure.first;
    let round = first.value >= Decimal::TEN && first.scale > Decimal::ONE;
    let after = noun::counted(page, figure.after, figure.digits || round);
    let accepted = after.filter(|c| {
        // "15 triệu ủng hộ": money, whatever word follows
        let bare_money = c.rule == "count/unknown"
            && first.scale >= Decimal::from(1_000_000)
            && (first.scale >= Decimal::from(1_000_000_000) || elided::is_money(page, anchor.start));
        !bare_money && word::accepts(page, c, anchor, figure)
    });
    accepted.or_else(|| elided::counted(page, Span::new(anchor.start, figure.after), figure, before))
}
