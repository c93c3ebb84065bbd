//! Labels: "Bằng khen: 135", and cells of a table under a head or beside a row's first words.

use super::noun::{Counted, document_unit};
use super::{Count, Page, measured};
use crate::document::{self, Grid};
use crate::fact::Measure;
use crate::grammar::name::is_capital;
use crate::span::Span;
use crate::text::space::{back, floor, is_edge, lookback, skip_inline, starts_with};

/// How many bytes a label may have.
const LABEL: usize = 120;

/// "Bằng khen: 135": the label before the colon is what is counted.
pub(super) fn label(page: Page<'_>, span: Span, before: &[Count]) -> Option<Counted> {
    let text = page.folded();
    let colon = back(text, span.start);
    if !text[..colon].ends_with(':') || !ends_clause(text, span.end) {
        return None;
    }
    let end = back(text, colon - 1);
    let mark = |end: usize| {
        end - lookback(text, end)
            .rsplit(['\n', ';', '.', ',', ':', '(', '|', '\t'])
            .next()
            .map_or(0, str::len)
    };
    let mut start = mark(end);
    // "Bằng khen, Giấy khen các loại: 120" counts from its first noun
    while text[..start].ends_with(',') && is_name(page, Span::new(mark(start - 1), start - 1)) {
        start = mark(start - 1);
    }
    let label = Span::new(skip_inline(text, start).min(end), end);
    if label.end - label.start > LABEL {
        return None;
    }
    // "hạng Ba: 03" after "Huân chương Độc lập hạng Nhì: 01"
    let rank = ["hạng", "loại", "giải"].iter().any(|w| text[label.range()].starts_with(w));
    let same = before.last().filter(|c| {
        rank && c.unit == "award" && text.get(c.span.end..label.start).is_some_and(|b| b.trim() == ",")
    });
    if let Some(last) = same {
        let near = lookback(text, span.start);
        let at = span.start - near.len() + near.rfind(last.noun.as_str())?;
        return Some(Counted::things("award", Span::new(at, at + last.noun.len()), "count/label"));
    }
    named(page, label, "count/label")
}

/// "Tổng số phiếu phát ra 120": a clause that begins with the number of something ends with it.
pub(super) fn headed(page: Page<'_>, span: Span) -> Option<Counted> {
    let text = page.folded();
    // "Số công ty là 120: 80 nhỏ, 40 vừa"
    if !ends_clause(text, span.end) && !text[span.end..].starts_with(": ") {
        return None;
    }
    let from = floor(text, span.start.saturating_sub(LABEL));
    let start =
        text[from..span.start].rfind(['\n', ';', '.', ',', ':', '(', '|']).map_or(from, |i| from + i + 1);
    let head = Span::new(skip_inline(text, start).min(span.start), span.start);
    let noun = starts_with(text, head.start, &["tổng số", "số lượng", "số"])?;
    if text[head.range()].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let at = skip_inline(text, noun);
    let first = named(page, Span::new(at, span.start), "count/label")?;
    (first.noun.start == at).then_some(first)
}

/// The counted noun in a label: at its end, after "số", or the first that stands in it.
pub(super) fn named(page: Page<'_>, label: Span, rule: &'static str) -> Option<Counted> {
    let (text, shown) = (page.folded(), page.shown());
    let lexicon = page.lexicon;
    let words: Vec<usize> = text[label.range()]
        .char_indices()
        .map(|(i, _)| label.start + i)
        .filter(|at| is_edge(text, *at) && text[*at..].starts_with(char::is_alphanumeric))
        .take(12)
        .collect();
    words.iter().find_map(|&at| {
        // "Giải thể", "Giải ngân" are no prizes
        let verb = lexicon.context.stop.at(text, at);
        let within = |found: Option<(usize, usize)>| {
            found.filter(|(end, _)| *end <= label.end && verb.is_none_or(|stop| stop <= *end))
        };
        if let Some((end, _)) = within(lexicon.award_names.at(text, shown, at)) {
            return Some(Counted::things("award", Span::new(at, end), rule));
        }
        let document = within(lexicon.document_names.at(text, shown, at));
        let unit = within(lexicon.unit_names.at(text, shown, at));
        match (document, unit) {
            (Some((end, i)), u) if u.is_none_or(|(e, _)| e <= end) => {
                Some(Counted::things(document_unit(&lexicon.documents[i].id), Span::new(at, end), rule))
            }
            (_, Some((end, i))) => {
                Some(Counted::things(lexicon.units[i].unit.clone(), Span::new(at, end), rule))
            }
            _ => None,
        }
    })
}

/// Whether all of a place is the name of an award, a document or a counted thing.
fn is_name(page: Page<'_>, place: Span) -> bool {
    let text = page.folded();
    let (start, end) = (skip_inline(text, place.start), back(text, place.end));
    let ends = |found: Option<(usize, usize)>| found.is_some_and(|(at, _)| at == end);
    start < end
        && (ends(page.lexicon.award_names.at(text, page.shown(), start))
            || ends(page.lexicon.document_names.at(text, page.shown(), start))
            || ends(page.lexicon.unit_names.at(text, page.shown(), start)))
}

/// Whether a clause ends after the number.
pub(super) fn ends_clause(text: &str, end: usize) -> bool {
    let next = skip_inline(text, end);
    let mark = text[next..].chars().next();
    // "30.6" goes on
    let on = || text[next + 1..].starts_with(|c: char| c.is_ascii_digit());
    matches!(mark, None | Some(';' | ')' | '\n' | '|' | '(')) || matches!(mark, Some(',' | '.')) && !on()
}

/// A number alone in a cell: the head of its column, the unit of its row or table, or its row's first words.
pub(super) fn cell(page: Page<'_>, span: Span) -> Option<Counted> {
    let (grid, row, column) = document::cell(page.grids, span.start)?;
    if row[column] != span || serial(page, grid, column) {
        return None;
    }
    let head = grid.head.get(column).copied();
    let of_head = head.and_then(|h| unit_in(page, h));
    // "So sánh (%)" is no amount of what the row counts
    let share = of_head.clone().filter(|c| c.measure == Measure::Percent);
    let stated = share.or_else(|| own_unit(page, grid, row)).or(of_head);
    let named_head = || head.filter(|h| !general(page, *h)).and_then(|h| named(page, h, "count/table"));
    let label = || row.iter().take(column).find(|c| is_text(page, **c)).copied();
    stated
        .or_else(named_head)
        .or_else(|| grid.caption.and_then(|c| unit_in(page, c)))
        .or_else(|| label().and_then(|c| named(page, c, "count/table")).filter(|c| !of_a_place(page, c.noun)))
        .or_else(|| grid.caption.and_then(|c| named(page, c, "count/table")))
        .map(|c| Counted { rule: "count/table", sign_end: None, ..c })
}

/// "Xã Đông", "Huyện A": the noun is of the name of the row, and not what is counted in it.
fn of_a_place(page: Page<'_>, noun: Span) -> bool {
    let next = skip_inline(page.folded(), noun.end);
    next > noun.end && is_capital(page.shown(), next)
}

/// Heads that say nothing of what is counted: "Kết quả", "Thực hiện năm 2022".
fn general(page: Page<'_>, head: Span) -> bool {
    let (text, heads) = (page.folded(), &page.lexicon.context.table_head);
    heads.at(text, skip_inline(text, head.start)).is_some()
}

/// A column of serial numbers or of years.
fn serial(page: Page<'_>, grid: &Grid, column: usize) -> bool {
    let Some(head) = grid.head.get(column) else { return false };
    let (text, heads) = (page.folded(), &page.lexicon.context.serial_head);
    text[head.range()].trim() == "#"
        || heads.at(text, head.start).is_some_and(|end| end == back(text, head.end))
}

fn is_text(page: Page<'_>, cell: Span) -> bool {
    page.folded()[cell.range()].chars().any(char::is_alphabetic)
}

/// The unit that a row states in the column "ĐVT".
fn own_unit(page: Page<'_>, grid: &Grid, row: &[Span]) -> Option<Counted> {
    let text = page.folded();
    let column =
        grid.head.iter().position(|h| page.lexicon.context.unit_head.at(text, h.start) == Some(h.end))?;
    let cell = *row.get(column)?;
    // "Đồng chí" is no currency
    measure_at(page, cell.start, cell.end)
        .filter(|_| measure_ends(page, cell))
        .or_else(|| named(page, cell, "count/table").filter(|_| is_name(page, cell)))
}

/// Whether a unit of measure is all of a cell.
fn measure_ends(page: Page<'_>, cell: Span) -> bool {
    let found = page.lexicon.measure_names.at(page.folded(), page.shown(), cell.start);
    found.is_some_and(|(end, _)| end == cell.end)
}

/// Whether a number is all of a cell of a table, so that only the table says what it counts.
pub(super) fn fills_cell(page: Page<'_>, span: Span) -> bool {
    document::cell(page.grids, span.start).is_some_and(|(_, row, column)| row[column] == span)
}

/// A unit of measure that a head or a caption states: "Số tiền (triệu đồng)", "ĐVT: triệu đồng", "Tỷ lệ %".
fn unit_in(page: Page<'_>, head: Span) -> Option<Counted> {
    let text = page.folded();
    let stated = |at: usize| {
        let before = &text[head.start..at];
        before.ends_with('(')
            || before.trim_end().ends_with([':', ','])
            || text[at..].starts_with('%')
            || page.lexicon.context.unit_head.precedes(before, before.len()).is_some()
    };
    text[head.range()]
        .char_indices()
        .map(|(i, _)| head.start + i)
        .filter(|at| stated(*at))
        .find_map(|at| measure_at(page, at, head.end))
}

fn measure_at(page: Page<'_>, at: usize, end: usize) -> Option<Counted> {
    let at = skip_inline(page.folded(), at);
    let (stop, i) = page.lexicon.measure_names.at(page.folded(), page.shown(), at)?;
    let entry = &page.lexicon.measures[i];
    let counted = measured::measured(page, entry, Span::new(at, stop));
    let none = Span::new(at, at);
    (stop <= end && entry.measure != "ratio").then_some(Counted { noun: none, sign_end: None, ..counted })
}
