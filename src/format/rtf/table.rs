//! The table that is open while RTF is read.

use crate::format::draft::Cell;

/// Rows so far, and the row and the cell that are open.
#[derive(Default)]
pub(super) struct Table {
    /// Whether paragraphs stand in it.
    pub(super) within: bool,
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// The lines of the open cell.
    cell: Vec<String>,
    /// For each cell of the row whether it continues the one above.
    continues: Vec<bool>,
    continued: bool,
}

impl Table {
    /// The definition of a row begins.
    pub(super) fn define(&mut self) {
        self.continues.clear();
    }

    /// The cell that is being defined continues the one above.
    pub(super) fn merge(&mut self) {
        self.continued = true;
    }

    /// The definition of a cell ends.
    pub(super) fn defined(&mut self) {
        self.continues.push(std::mem::take(&mut self.continued));
    }

    /// Puts lines into the open cell.
    pub(super) fn lines(&mut self, lines: Vec<String>) {
        self.cell.extend(lines);
    }

    /// Closes the cell.
    pub(super) fn cell(&mut self) {
        let lines = std::mem::take(&mut self.cell);
        let at = self.row.len();
        let above = self.rows.last().and_then(|row| row.get(at));
        let continues = self.continues.get(at).is_some_and(|&continues| continues);
        let lines =
            above.filter(|_| continues && lines.is_empty()).map_or(lines, |above| above.lines.clone());
        self.row.push(Cell { lines, columns: 1, rows: 1 });
    }

    /// Whether the cell holds lines.
    pub(super) fn is_open(&self) -> bool {
        !self.cell.is_empty()
    }

    /// Closes the row.
    pub(super) fn row(&mut self) {
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }

    /// Closes the table and gives its rows.
    pub(super) fn end(&mut self) -> Vec<Vec<Cell>> {
        self.row();
        std::mem::take(&mut self.rows)
    }
}
