//! Awards in tables: a column each for the year, the giver and the recipients.

use super::mention::Mention;
use super::recipient::{Recipient, unit_at};
use super::sheet::Sheet;
use crate::fact::RecipientUnit;
use crate::grammar::{calendar, name, numeral};
use crate::lexicon::Role;
use crate::span::Span;
use rust_decimal::Decimal;

/// What the row of a mention says.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub recipients: Vec<Recipient>,
    pub year: Option<i16>,
    pub giver: String,
}

/// The row in which a mention stands; `None` outside a table, and in a cell that holds a sentence.
pub(super) fn read(sheet: &Sheet<'_>, mention: &Mention) -> Option<Row> {
    let page = sheet.page;
    let (grid, cells, column) = crate::document::cell(page.grids, mention.span.start)?;
    if cells[column].end - cells[column].start > 160 {
        return None;
    }
    let head = |i: usize| grid.head.get(i).map_or("", |c| &page.folded()[c.range()]);
    let in_head =
        |role: Role, i: usize| grid.head.get(i).is_some_and(|c| sheet.first(role, c.start, c.end).is_some());
    let (mut row, mut signed) = (Row::default(), None);
    for (i, cell) in cells.iter().enumerate().filter(|(i, _)| *i != column) {
        let words = &page.folded()[cell.range()];
        let letters = words.chars().any(char::is_alphabetic);
        if head(i).contains("quyết định") {
            signed = decided(words);
            row.giver = of(sheet, *cell).unwrap_or(row.giver);
        } else if head(i).contains("năm") || head(i).contains("ngày") || head(i).contains("thời gian") {
            row.year = words
                .rsplit(['/', '-', ' ', '–'])
                .find_map(|w| calendar::plain_year(w, 0))
                .map(|(_, y)| y)
                .or(row.year);
        } else if in_head(Role::GiverHeads, i) && !head(i).contains("được") && letters {
            row.giver = name::tidy(page.text, *cell);
        } else if let Some(who) = recipients(sheet, *cell, grid.head.get(i).copied()) {
            row.recipients.push(who);
        } else if in_head(Role::ReceiverHeads, i) && letters {
            row.recipients.push(Recipient { name: name::tidy(page.text, *cell), ..Recipient::default() });
        }
    }
    if let Some((_, of)) = super::giver::after(sheet, mention.tail) {
        row.giver = of;
    }
    row.year = row.year.or_else(|| above(sheet, grid, cells)).or(signed);
    row.recipients.retain(|r| r.quantity != Some(Decimal::ZERO));
    join_number(&mut row.recipients);
    Some(row)
}

/// "| Trạm Y tế Nà Hạ | Bằng khen | 2 |" under "Số lượng": the number is that of the awards of the one who is named.
fn join_number(recipients: &mut Vec<Recipient>) {
    let number = recipients.iter().position(|r| r.name.is_empty() && r.unit == Some(RecipientUnit::Award));
    let named = recipients.iter().position(|r| !r.name.is_empty() && r.quantity.is_none());
    if let (Some(number), Some(named)) = (number, named) {
        (recipients[named].quantity, recipients[named].unit) =
            (recipients[number].quantity, recipients[number].unit);
        recipients.remove(number);
    }
}

/// The year in which a decision was signed: "2045/QĐ-UBND ngày 02/8/2019".
fn decided(words: &str) -> Option<i16> {
    words.rsplit(['/', '-', ' ', '–', '.']).find_map(|w| calendar::plain_year(w, 0)).map(|(_, y)| y)
}

/// "… của UBND tỉnh" at the end of a decision's cell.
fn of(sheet: &Sheet<'_>, cell: Span) -> Option<String> {
    let at = sheet.words(cell.start, cell.end).find(" của ")?;
    Some(name::tidy(sheet.page.text, Span::new(cell.start + at + " của ".len(), cell.end)))
}

/// A number in a column of recipients.
fn recipients(sheet: &Sheet<'_>, cell: Span, head: Option<Span>) -> Option<Recipient> {
    let head = head?;
    let folded = sheet.page.folded();
    let title = &folded[head.range()];
    let number =
        numeral::figure(folded, cell.start).filter(|n| n.end == cell.end && cell.end > cell.start)?;
    let at = ["tập thể", "cá nhân", "hộ", "người"].iter().find_map(|w| title.find(w)).map(|i| head.start + i);
    let unit = match at {
        Some(at) => unit_at(sheet, at),
        None if title.contains("số lượng") => RecipientUnit::Award,
        None => return None,
    };
    Some(Recipient {
        name: at.map_or_else(String::new, |_| name::tidy(sheet.page.text, head).to_lowercase()),
        quantity: Some(number.value),
        unit: Some(unit),
        end: cell.end,
    })
}

/// The year of a cell that stands for the rows below it too, which leave theirs empty.
fn above(sheet: &Sheet<'_>, grid: &crate::document::Grid, cells: &[Span]) -> Option<i16> {
    let folded = sheet.page.folded();
    let column = grid
        .head
        .iter()
        .position(|c| folded[c.range()].contains("năm") && !folded[c.range()].contains("quyết định"))?;
    let empty = cells.get(column).is_some_and(|c| c.end <= c.start);
    let rows = grid
        .rows
        .iter()
        .take_while(|r| r.first().is_some_and(|c| cells.first().is_some_and(|own| c.start < own.start)));
    let last = rows.filter_map(|r| decided(&folded[r.get(column)?.range()])).last();
    last.filter(|_| empty)
}
