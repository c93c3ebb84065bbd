//! Plain-text tables: lines of cells between pipes, between tabs, or aligned by blanks.

use crate::span::Span;
use crate::text::Text;

/// A table in the text: the cells of its head, and of its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Cells of the first row.
    pub head: Vec<Span>,
    /// Cells of every further row.
    pub rows: Vec<Vec<Span>>,
    /// The line above that states a unit for all of it: "ĐVT: triệu đồng".
    pub caption: Option<Span>,
}

impl Grid {
    /// Where its first row begins.
    fn start(&self) -> usize {
        self.rows.first().and_then(|row| row.first()).map_or(usize::MAX, |cell| cell.start)
    }
}

/// The table, row and column of a place, among tables in the order of the text.
///
/// ```
/// use solieu::{document::{cell, grids}, text::Text};
/// let text = Text::new("| Năm | Tập thể |\n|---|---|\n| 2016 | 4 |\n".to_owned());
/// let grids = grids(&text);
/// let (_, row, column) = cell(&grids, text.shown().find('4').unwrap()).unwrap();
/// assert_eq!((row.len(), column), (2, 1));
/// assert!(cell(&grids, 0).is_none());
/// ```
pub fn cell(grids: &[Grid], at: usize) -> Option<(&Grid, &[Span], usize)> {
    let grid = grids.partition_point(|grid| grid.start() <= at).checked_sub(1).map(|i| &grids[i])?;
    let next = grid.rows.partition_point(|row| row.first().is_some_and(|cell| cell.start <= at));
    let row = grid.rows.get(next.checked_sub(1)?)?;
    let column = row.iter().position(|c| c.start <= at && at < c.end.max(c.start + 1))?;
    Some((grid, row, column))
}

/// Finds the tables of a text: two or more lines of three or more cells.
///
/// ```
/// use solieu::{document::grids, text::Text};
/// let text = Text::new("| Năm | Tập thể |\n|---|---|\n| 2016 | 4 |\n".to_owned());
/// assert_eq!(grids(&text)[0].rows.len(), 1);
/// ```
pub fn grids(text: &Text) -> Vec<Grid> {
    let mut found: Vec<Grid> = Vec::new();
    if memchr::memchr2(b'|', b'\t', text.folded().as_bytes()).is_none() {
        return found;
    }
    let mut open: Option<(Grid, char)> = None;
    let mut caption: Option<(Span, usize)> = None;
    for (at, line) in text.lines().enumerate() {
        let words = &text.folded()[line.range()];
        let mark = if words.contains('|') { '|' } else { '\t' };
        let cells = cells(text, line, mark);
        let ruled =
            !words.is_empty() && words.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=' | ' '));
        match &mut open {
            Some(_) if ruled => {}
            Some((grid, kind)) if *kind == mark && cells.len() >= 2 => grid.rows.push(cells),
            _ => {
                found.extend(open.take().map(|(g, _)| g).filter(|g| !g.rows.is_empty()));
                if states_unit(&text.folded()[line.range()]) && cells.len() < 3 {
                    caption = Some((line, at));
                } else if cells.len() >= 2 {
                    let above = caption.filter(|(_, row)| at - row <= CAPTION).map(|(line, _)| line);
                    open = Some((Grid { head: cells, rows: Vec::new(), caption: above }, mark));
                }
            }
        }
    }
    found.extend(open.map(|(g, _)| g).filter(|g| !g.rows.is_empty()));
    found.iter_mut().for_each(even);
    found
}

/// Leaves out the empty cells of a table that was typed with as many tabs as its columns needed to look straight:
/// its lines differ in cells, and agree in those that hold something.
fn even(grid: &mut Grid) {
    let filled = |row: &[Span]| row.iter().filter(|cell| cell.end > cell.start).count();
    let full = filled(&grid.head);
    let uneven = |row: &Vec<Span>, head: &[Span]| row.len() != head.len() && filled(row) == full;
    if grid.rows.iter().any(|row| uneven(row, &grid.head)) {
        let rows = grid.rows.iter_mut().filter(|row| filled(row) == full);
        rows.chain([&mut grid.head]).for_each(|row| row.retain(|cell| cell.end > cell.start));
    }
}

/// How many lines above its head a table's unit may stand.
const CAPTION: usize = 2;

/// "ĐVT: triệu đồng", "Kết quả thu (Đơn vị tính: người)": a short line that states the unit of a table.
fn states_unit(line: &str) -> bool {
    let words = line.trim_start_matches([' ', '\t', '(', '|', '*']);
    let opens = ["đvt", "đơn vị tính", "đơn vị:"].iter().any(|w| words.starts_with(w));
    line.len() < 120 && (opens || ["(đvt:", "(đơn vị tính:", "(đơn vị:"].iter().any(|w| line.contains(w)))
}

/// The cells of a line; the first and the last mark of a piped line enclose them.
fn cells(text: &Text, line: Span, mark: char) -> Vec<Span> {
    let words = &text.folded()[line.range()];
    if !words.contains(mark) {
        return Vec::new();
    }
    let trimmed = if mark == '|' { words.trim().trim_start_matches('|') } else { words };
    let offset = line.start + words.find(trimmed).unwrap_or(0);
    let body = if mark == '|' { trimmed.strip_suffix('|').unwrap_or(trimmed) } else { trimmed };
    let mut at = offset;
    body.split(mark)
        .map(|cell| {
            let lead = cell.len() - cell.trim_start().len();
            let span = Span::new(at + lead, at + lead + cell.trim().len());
            at += cell.len() + mark.len_utf8();
            span
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{cell, grids};
    use crate::text::Text;

    #[test]
    fn tabs_typed_to_look_straight_make_no_columns() {
        let text =
            Text::new("Năm\t\tThành lập\t\tGiải thể\n2021\t\t\t104\t\t12\n2022\t\t\t98\t\t7\n".to_owned());
        let grids = grids(&text);
        let column = |words: &str| cell(&grids, text.shown().find(words).unwrap()).map(|(.., column)| column);
        assert_eq!(
            [column("104"), column("12"), column("98"), column("7")],
            [Some(1), Some(2), Some(1), Some(2)]
        );
    }

    #[test]
    fn an_empty_cell_keeps_its_column() {
        let text = Text::new("Năm\tThành lập\tGiải thể\n2021\t\t12\n2022\t98\t7\n".to_owned());
        let grids = grids(&text);
        assert_eq!(cell(&grids, text.shown().find("12").unwrap()).map(|(.., column)| column), Some(2));
    }
}
