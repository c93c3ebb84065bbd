//! Awards in tables: a column each for the year, the giver and the recipients.

use super::Page;
use super::mention::Mention;
use super::recipient::{Recipient, unit_at};
use crate::fact::RecipientUnit;
use crate::grammar::{calendar, name, numeral};
use crate::span::Span;
use rust_decimal::Decimal;

/// The recipients in the row of a mention, each with year and giver; `None` outside a table.
pub(super) fn read(page: Page<'_>, mention: &Mention) -> Option<Vec<(Recipient, Option<i16>, String)>> {
    let (grid, (row, column)) = page.grids.iter().find_map(|g| Some((g, g.cell(mention.span.start)?)))?;
    let head = |i: usize| grid.head.get(i).map_or("", |c| &page.folded()[c.range()]);
    // a cell that holds a sentence is read as prose
    if row[column].end - row[column].start > 120 {
        return None;
    }
    let mut year = None;
    let mut giver = String::new();
    let mut found = Vec::new();
    for (i, cell) in row.iter().enumerate().filter(|(i, _)| *i != column) {
        let words = &page.folded()[cell.range()];
        if head(i).contains("năm") || head(i).contains("ngày") {
            year = words.rsplit(['/', '-', ' ']).find_map(|w| calendar::plain_year(w, 0)).map(|(_, y)| y);
        } else if ["cấp", "cơ quan", "thẩm quyền", "người tặng", "đơn vị tặng", "ban hành"]
            .iter()
            .any(|w| head(i).contains(w))
        {
            giver = name::tidy(page.text, *cell);
        } else if let Some(who) = recipients(page, *cell, grid.head.get(i).copied()) {
            found.push(who);
        } else if ["tập thể", "cá nhân", "người nhận", "đơn vị được", "họ và tên", "họ tên", "được khen"]
            .iter()
            .any(|w| head(i).contains(w))
            && words.chars().any(char::is_alphabetic)
        {
            found.push(Recipient { name: name::tidy(page.text, *cell), ..Recipient::default() });
        }
    }
    let counted: Vec<_> = found.into_iter().filter(|r| r.quantity != Some(Decimal::ZERO)).collect();
    Some(counted.into_iter().map(|r| (r, year, giver.clone())).collect())
}

/// A number in a column of recipients.
fn recipients(page: Page<'_>, cell: Span, head: Option<Span>) -> Option<Recipient> {
    let head = head?;
    let title = &page.folded()[head.range()];
    let number = numeral::figure(page.folded(), cell.start)
        .filter(|n| n.end == cell.end && !cell.eq(&Span::new(cell.start, cell.start)))?;
    let at = ["tập thể", "cá nhân", "hộ", "người"].iter().find_map(|w| title.find(w)).map(|i| head.start + i);
    let unit = match at {
        Some(at) => unit_at(page, at),
        None if title.contains("số lượng") => RecipientUnit::Award,
        None => return None,
    };
    Some(Recipient {
        name: at.map_or_else(String::new, |_| name::tidy(page.text, head).to_lowercase()),
        quantity: Some(number.value),
        unit: Some(unit),
        end: cell.end,
    })
}
