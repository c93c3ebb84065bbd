//! Rows between the thread that made them and the one that writes them: cells packed into bytes.

use crate::record::Record;
use crate::table::{AWARDS, CITATIONS, COUNTS, Cell, DATES, DOCUMENTS, PROBLEMS, Table};
use rust_decimal::Decimal;
use std::borrow::Cow;

const TEXT: u8 = 1;
const INTEGER: u8 = 2;
const DECIMAL: u8 = 3;

/// The rows of a record for each table in the order of [`shapes`](crate::table::shapes); the summary is no part of them.
pub(super) fn packed(record: &Record) -> Vec<Vec<u8>> {
    vec![
        pack(&DOCUMENTS, std::slice::from_ref(&record.document)),
        pack(&COUNTS, &record.counts),
        pack(&DATES, &record.dates),
        pack(&AWARDS, &record.awards),
        pack(&CITATIONS, &record.citations),
        pack(&PROBLEMS, &record.problems),
    ]
}

/// So many cells has a row of each of these tables.
pub(super) static WIDTHS: [usize; 6] = [
    DOCUMENTS.columns.len(),
    COUNTS.columns.len(),
    DATES.columns.len(),
    AWARDS.columns.len(),
    CITATIONS.columns.len(),
    PROBLEMS.columns.len(),
];

/// The place of `problems` among the tables.
pub(super) const PROBLEM_ROWS: usize = 5;

/// The cells of all rows, one after the other.
pub(super) fn pack<R>(table: &Table<R>, rows: &[R]) -> Vec<u8> {
    let mut out = Vec::new();
    for (_, cell) in rows.iter().flat_map(|row| table.cells(row)) {
        put(&cell, &mut out);
    }
    out
}

fn put(cell: &Cell<'_>, out: &mut Vec<u8>) {
    match cell {
        Cell::Empty => out.push(0),
        Cell::Text(text) => {
            // A document is smaller than 4 GiB by the limit on its size, so any cell is.
            let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
            out.push(TEXT);
            out.extend_from_slice(&length.to_le_bytes());
            out.extend_from_slice(&text.as_bytes()[..length as usize]);
        }
        Cell::Integer(number) => {
            out.push(INTEGER);
            out.extend_from_slice(&number.to_le_bytes());
        }
        Cell::Decimal(number) => {
            out.push(DECIMAL);
            out.extend_from_slice(&number.serialize());
        }
    }
}

/// The cells that were packed, one after the other.
pub(super) struct Cells<'a>(pub(super) &'a [u8]);

impl<'a> Cells<'a> {
    /// Fills `row` with the next cells, so many as a row has; false at the end.
    pub(super) fn row(&mut self, width: usize, row: &mut Vec<Cell<'a>>) -> bool {
        row.clear();
        row.extend(self.by_ref().take(width));
        width > 0 && row.len() == width
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    fn next(&mut self) -> Option<Cell<'a>> {
        let [tag] = Self::bytes(self)?;
        Some(match tag {
            TEXT => {
                let length = u32::from_le_bytes(Self::bytes(self)?) as usize;
                let (text, rest) = self.0.split_at_checked(length)?;
                self.0 = rest;
                Cell::Text(Cow::Borrowed(std::str::from_utf8(text).ok()?))
            }
            INTEGER => Cell::Integer(i64::from_le_bytes(Self::bytes(self)?)),
            DECIMAL => Cell::Decimal(Decimal::deserialize(Self::bytes(self)?)),
            _ => Cell::Empty,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, put};
    use crate::table::Cell;
    use rust_decimal::Decimal;

    #[test]
    fn cells_come_back() {
        let big: Decimal = "-79228162514264337593543950335".parse().unwrap();
        let cells: Vec<Cell<'_>> = vec![
            "“a”\n".into(),
            Cell::Empty,
            7_usize.into(),
            big.into(),
            Cell::Integer(i64::MIN),
            "b".into(),
        ];
        let mut out = Vec::new();
        for cell in &cells {
            put(cell, &mut out);
        }
        let (mut packed, mut row) = (Cells(&out), Vec::new());
        assert!(packed.row(4, &mut row));
        assert_eq!(row, cells[..4]);
        assert!(packed.row(2, &mut row));
        assert_eq!(row, cells[4..]);
        assert!(!packed.row(4, &mut row));
    }

    #[test]
    fn a_cut_row_is_no_row() {
        let mut out = Vec::new();
        put(&"abc".into(), &mut out);
        out.pop();
        assert!(!Cells(&out).row(1, &mut Vec::new()));
    }
}
