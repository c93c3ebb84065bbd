//! Counts: every number that no other family has claimed and that a noun or unit explains.
//!
//! | file | reads |
//! |---|---|
//! | `figure` | the number itself: groups, ranges, shares, "02 (hai)" |
//! | `style` | what one comma or dot before three digits means in this document |
//! | `exclude`, `glued`, `shape`, `word` | numbers that count nothing: ordinals, addresses, telephones, signs, names |
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
mod glued;
mod label;
mod list;
mod measured;
mod noun;
mod part;
mod per;
mod period;
mod phrase;
mod range;
mod shape;
mod style;
mod word;

use super::{Claims, Extraction, Note, Page, Passed, Rule};
use crate::fact::{Award, Count, Measure};
use crate::grammar::numeral;
use crate::scan::Cue;
use crate::span::Span;
use crate::text::space::ends_with;
use figure::Figure;
use noun::Counted;
use rust_decimal::Decimal;
use style::Style;

/// The rule of a number after which nothing countable stands.
const NO_NOUN: &str = "pass/no_noun";

/// Reads all counts of a page.
pub fn read(page: Page<'_>, claims: &Claims, out: &mut Extraction) {
    let reader = Reader { page, claims, style: Style::of(page), awards: &out.facts.awards };
    let text = page.folded();
    let mut counts: Vec<Count> = Vec::new();
    let mut done = 0;
    for anchor in anchors(page) {
        if anchor.start < done || claims.covers(anchor).is_some() {
            continue;
        }
        match reader.number(anchor, &counts) {
            Ok((count, doubtful)) => {
                done = count.span.end;
                out.notes.extend(doubtful.then(|| doubt(page, count.span)));
                counts.push(count);
            }
            Err(rule) if text.as_bytes()[anchor.start].is_ascii_digit() => {
                // the rest of a number that was passed over is no number of its own
                done = numeral::figure(text, anchor.start).map_or(anchor.end, |n| n.end);
                done = if rule == "pass/phone" { shape::run_end(text, done) } else { done };
                out.passed.push(Passed { span: Span::new(anchor.start, done), rule });
            }
            // "một", "năm" and "ba" are mostly no numbers at all, which needs no word
            Err(rule) if matches!(&*rule, NO_NOUN | "pass/year_word") => {}
            Err(rule) => out.passed.push(Passed { span: anchor, rule }),
        }
    }
    change::carry(page, &mut counts);
    part::link(page, &mut counts);
    period::fill(page, &mut counts, &out.facts.dates);
    out.facts.counts = counts;
}

fn anchors(page: Page<'_>) -> Vec<Span> {
    let text = page.folded();
    // "năm học sinh" are five pupils, and no school year
    let pupils = |span: Span| word::pupils(text, span.start);
    let five =
        |span: Span| if pupils(span) { Span::new(span.start, span.start + "năm".len()) } else { span };
    let words = page.anchors.words.iter().map(|a| (a, five(a.span)));
    let words = words.filter(|(a, span)| a.cue == Cue::Number || *span != a.span).map(|(_, span)| span);
    let mut all: Vec<Span> = page.anchors.digits.iter().copied().chain(words).collect();
    all.sort_unstable();
    all
}

/// What a reader of the count should know of its comma.
fn doubt(page: Page<'_>, span: Span) -> Note {
    let number = page.text.slice(span);
    Note { what: format!("the comma of “{number}” is read as a decimal mark"), span: Some(span) }
}

/// What the reading of one number needs to see.
struct Reader<'a> {
    page: Page<'a>,
    claims: &'a Claims,
    style: Style,
    awards: &'a [Award],
}

impl Reader<'_> {
    /// Reads the number at an anchor and says whether its comma is doubtful; else the rule that passes it over.
    fn number(&self, anchor: Span, before: &[Count]) -> Result<(Count, bool), Rule> {
        let (page, text) = (self.page, self.page.folded());
        if text[anchor.range()].starts_with("gấp đôi") {
            let plain = build::plain(anchor, Decimal::TWO, "count/double");
            return Ok((Count { measure: Measure::Ratio, ..plain }, false));
        }
        let figure = Figure::read(page, self.claims, anchor).ok_or(Rule::Borrowed("pass/no_number"))?;
        let cell = Span::new(anchor.start, figure.end);
        if figure.digits && label::fills_cell(page, cell) {
            let counted = label::cell(page, cell).ok_or(Rule::Borrowed("pass/cell"))?;
            let count = build::count(page, anchor, &figure, &counted, self.style);
            return Ok((count, build::doubtful(text, &figure, &counted, self.style)));
        }
        let row =
            list::bracketed(page, Span::new(anchor.start, figure.end), before).filter(|_| figure.digits);
        if let Some(counted) = row {
            return Ok((build::count(page, anchor, &figure, &counted, self.style), false));
        }
        let passed = if figure.digits {
            let run = numeral::figure(text, anchor.start).map_or(figure.first.end, |f| f.end);
            exclude::excluded(page, Span::new(anchor.start, run))
        } else {
            word::excluded(page, anchor, figure.first)
        };
        if let Some(rule) = passed {
            return Err(rule);
        }
        if let Some(noun) = noun::medal(self.awards, page, figure.after) {
            let span = Span::new(anchor.start, figure.first.end);
            let plain = build::plain(span, figure.first.value, "count/award");
            return Ok((Count { unit: "award".into(), noun, ..plain }, false));
        }
        let counted = counted(page, anchor, &figure, before).ok_or(Rule::Borrowed(NO_NOUN))?;
        let count = build::count(page, anchor, &figure, &counted, self.style);
        // "2 ngày 14 và 15/6" are two days and a date that shares their word; nothing else is shared
        let shared = |claim: Span| count.measure == Measure::Duration && claim.start > figure.end;
        match self.claims.covers(count.span) {
            Some(claim) if !shared(claim) => Err("pass/claimed".into()),
            _ => Ok((count, build::doubtful(text, &figure, &counted, self.style))),
        }
    }
}

/// What the number counts: by the words after it, else by those before it.
fn counted(page: Page<'_>, anchor: Span, figure: &Figure, before: &[Count]) -> Option<Counted> {
    let first = figure.first;
    if let Some(medals) = list::metal(page, Span::new(anchor.start, figure.after), before) {
        return Some(medals);
    }
    let round = first.value >= Decimal::TEN && first.scale > Decimal::ONE;
    // "2/3 số đại biểu": a share of persons
    let end = if figure.total.is_some() { measured::skip_whole(page, figure.after) } else { figure.after };
    let after = noun::counted(page, end, figure.digits || round);
    let accepted = after.filter(|c| {
        let unknown = c.rule == "count/unknown";
        // "15 triệu ủng hộ": money, whatever word follows
        let fund = || page.lexicon.context.fund.at(page.folded(), c.noun.start).is_some();
        let bare_money = (unknown || c.measure == Measure::Count && fund())
            && first.scale >= Decimal::from(1_000_000)
            && (first.scale >= Decimal::from(1_000_000_000) || elided::is_money(page, anchor.start));
        // "ngày 15 mon 6": a date gone wrong
        let broken_date =
            unknown && ends_with(page.folded(), anchor.start, &["ngày", "tháng", "quý"]).is_some();
        // "2/6 xã khá, 3/6 trung bình": a further share of the same whole
        let share =
            || unknown && list::share(page, Span::new(anchor.start, figure.after), figure, before).is_some();
        // "2 nhất, 6 ba"
        let share = || {
            share() || unknown && list::prizes(page, Span::new(anchor.start, figure.after), before).is_some()
        };
        !bare_money && !broken_date && !share() && word::accepts(page, c, anchor, figure)
    });
    accepted.or_else(|| elided::counted(page, Span::new(anchor.start, figure.after), figure, before))
}
