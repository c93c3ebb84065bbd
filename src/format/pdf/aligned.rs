//! Tables without ruled lines: rows that follow each other, with gaps between their words that go down through all.

use super::lines::{Line, Span};
use crate::format::draft::Cell;
use std::collections::VecDeque;

/// The narrowest gap that can part two columns, in ems, and in blanks beside it.
const GUTTER: f64 = 0.3;
const BLANKS: f64 = 1.3;

/// The narrowest and the widest blank between two words, in ems; a typewriter has the widest.
const BLANK: std::ops::RangeInclusive<f64> = 0.15..=0.65;

/// Blanks of a row from which they tell how far its words were stretched.
const STRETCHED: usize = 4;

/// A gap that parts two cells of a row by itself, in ems.
const WIDE: f64 = 1.0;

/// By how much the gaps of a line that was stretched differ, in ems.
const EVEN: f64 = 0.1;

/// How far down the next row of a table may begin, in ems.
const FAR: f64 = 3.5;

/// How far down the next line of a cell may begin, in ems.
const PITCH: f64 = 1.5;

/// Lines of a row's first cells over which its other cells may go back up.
const BACK: usize = 12;

/// Rows that are no table, of which a table may still begin with one that is not the first.
const AGAIN: usize = 8;

/// Fewest columns of a table, and fewest rows.
const LEAST: usize = 3;

/// Puts a table in the place of lines whose words stand in columns.
///
/// Every row has words in two columns or more, no word reaches over the gap between two, and one cell in four or more is a
/// number: so lines that are stretched to one width, letterheads and columns of prose stay as they are.
pub(super) fn tables(lines: Vec<Line>) -> Vec<Line> {
    let gutter = gutter(&lines, 1);
    let mut bands = VecDeque::from(bands(lines));
    let mut out = Vec::new();
    while let Some(first) = bands.pop_front() {
        let mut block = Block::new(first, gutter);
        while let Some((columns, cells)) = bands.front().and_then(|band| block.with(band)) {
            (block.columns, block.cells) = (columns, cells);
            block.bands.extend(bands.pop_front());
        }
        let lead = block.table().unwrap_or(if block.bands.len() > AGAIN { block.bands.len() } else { 1 });
        out.extend(block.bands.drain(..lead).flat_map(|band| band.0));
        match block.table() {
            Some(_) => out.push(block.line()),
            None => block.bands.into_iter().rev().for_each(|band| bands.push_front(band)),
        }
    }
    out
}

/// The narrowest gap between two columns of some lines, in ems: more than the blanks between their words.
fn gutter(lines: &[Line], fewest: usize) -> f64 {
    let gaps = |line: &Line| -> Vec<f64> {
        line.spans.windows(2).map(|two| (two[1].left - two[0].right) / line.size).collect()
    };
    let mut gaps: Vec<f64> = lines.iter().flat_map(gaps).filter(|gap| BLANK.contains(gap)).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 4).filter(|_| gaps.len() >= fewest);
    usual.map_or(GUTTER, |blank| (blank * BLANKS).max(GUTTER))
}

/// Lines that stand side by side: one line, or the lines of the cells of one row.
struct Band(Vec<Line>);

/// Programs draw a row cell by cell, so that after a cell of several lines the next one begins higher up.
fn bands(lines: Vec<Line>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for line in lines {
        let open = bands.last().is_some_and(|band| band.continues(&line));
        let first = if open { Some(bands.len() - 1) } else { beside(&bands, &line) };
        match first {
            Some(first) => {
                let more: Vec<Line> =
                    bands.drain(first + 1..).flat_map(|band| band.0).chain([line]).collect();
                bands[first].0.extend(more);
            }
            None => bands.push(Band(vec![line])),
        }
    }
    bands
}

/// The band at the height of a line that goes back up and stands right of all that was drawn since.
fn beside(bands: &[Band], line: &Line) -> Option<usize> {
    let near = bands.len().saturating_sub(BACK);
    let right = |band: &Band| band.0.iter().all(|before| before.right <= line.left + 0.1 * line.size);
    let level = |band: &Band| band.0.iter().any(|before| (before.y - line.y).abs() < 0.45 * line.size);
    let mut after = (near..bands.len()).rev().take_while(|&at| right(&bands[at]));
    after.find(|&at| level(&bands[at]))
}

impl Band {
    /// Whether a line is the next one of the cell that was drawn last, beside others.
    fn continues(&self, line: &Line) -> bool {
        let last = &self.0[self.0.len() - 1];
        let down = line.y - last.y;
        let under = line.left < last.right && last.spans.first().is_some_and(|span| span.left < line.right);
        let apart = self.0.iter().any(|other| other.right <= line.left + 0.1 * line.size);
        apart && under && last.cells(WIDE) == 1 && down > 0.0 && down <= PITCH * line.size
    }

    fn top(&self) -> f64 {
        self.0.iter().map(|line| line.y).fold(f64::INFINITY, f64::min)
    }

    fn bottom(&self) -> f64 {
        self.0.iter().map(|line| line.y).fold(f64::NEG_INFINITY, f64::max)
    }

    fn size(&self) -> f64 {
        self.0.iter().map(|line| line.size).fold(0.0, f64::max)
    }

    fn areas(&self) -> impl Iterator<Item = Area> {
        self.0.iter().flat_map(|line| &line.spans).map(|span| (span.left, span.right))
    }

    /// The parts between gaps that are wider than its own blanks: a line that was stretched to its width is one.
    fn parts(&self, gutter: f64) -> Vec<Area> {
        merged(self.areas(), self::gutter(&self.0, STRETCHED).max(gutter) * self.size())
    }

    /// Whether it is one line with the same gap between all its words, as one that was stretched to a width has.
    fn is_stretched(&self) -> bool {
        let [Line { spans, size, .. }] = self.0.as_slice() else { return false };
        let mut gaps: Vec<f64> = spans.windows(2).map(|two| two[1].left - two[0].right).collect();
        gaps.sort_by(f64::total_cmp);
        gaps.len() > 1 && gaps[gaps.len() - 1] - gaps[0] <= EVEN * size
    }

    /// How many cells it has for certain.
    fn cells(&self) -> usize {
        merged(self.areas(), WIDE * self.size()).len()
    }

    /// The words of each column, in lines.
    fn row(&self, columns: &[Area]) -> Vec<Cell> {
        let words = |&(left, right): &Area| {
            let mut lines: Vec<&Line> = self.0.iter().collect();
            lines.sort_by(|a, b| a.y.total_cmp(&b.y));
            let words = lines.into_iter().map(|line| {
                let own = line.spans.iter().filter(|span| left <= span.left && span.right <= right);
                own.map(|span| span.words.as_str()).collect::<Vec<_>>().join(" ")
            });
            words.filter(|words| !words.is_empty()).collect()
        };
        columns.iter().map(|column| Cell { lines: words(column), columns: 1, rows: 1 }).collect()
    }
}

impl Line {
    /// Into how many parts gaps of so many ems cut it.
    fn cells(&self, gap: f64) -> usize {
        merged(self.spans.iter().map(|span: &Span| (span.left, span.right)), gap * self.size).len()
    }
}

/// From left to right.
type Area = (f64, f64);

/// Areas, of which those that are no further apart than `gap` are one.
fn merged(areas: impl Iterator<Item = Area>, gap: f64) -> Vec<Area> {
    let mut areas: Vec<Area> = areas.collect();
    areas.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<Area> = Vec::new();
    for (left, right) in areas {
        match merged.last_mut() {
            Some(last) if left - last.1 < gap => last.1 = last.1.max(right),
            _ => merged.push((left, right)),
        }
    }
    merged
}

/// Rows that may be a table.
struct Block {
    bands: Vec<Band>,
    columns: Vec<Area>,
    /// The most cells that a row has for certain.
    cells: usize,
    /// The narrowest gap between two columns, in ems.
    gutter: f64,
}

impl Block {
    fn new(first: Band, gutter: f64) -> Self {
        Self { columns: first.parts(gutter), cells: first.cells(), bands: vec![first], gutter }
    }

    /// The columns and the most cells with one more row; `None` where it does not belong to the table.
    fn with(&self, band: &Band) -> Option<(Vec<Area>, usize)> {
        let before = self.bands.last()?;
        let size = band.size().max(before.size());
        let down = band.top() - before.bottom();
        let columns = merged(self.columns.iter().copied().chain(band.parts(self.gutter)), self.gutter * size);
        let taken = taken(band, &columns);
        let number = taken.iter().filter(|taken| **taken).count();
        let row = number > 1 && down <= FAR * size;
        let rest = number == 1 && !taken[0] && down <= PITCH * size;
        let cells = self.cells.max(band.cells());
        let fits = down > 0.0 && (row || rest) && self.columns.len() > 1 && columns.len() >= cells.max(LEAST);
        fits.then_some((columns, cells))
    }

    /// Whether it is a table, and how many rows stand before it.
    fn table(&self) -> Option<usize> {
        let words = |band: &Band| taken(band, &self.columns).into_iter().filter(|taken| *taken).count();
        let lead = self.bands.iter().take_while(|band| words(band) < 2).count();
        let bands = &self.bands[lead..];
        let whole = bands.iter().filter(|band| words(band) >= LEAST).count();
        let wide = bands.iter().filter(|band| band.cells() > 1).count();
        let cells = bands.iter().flat_map(|band| band.row(&self.columns));
        let filled: Vec<Cell> = cells.filter(|cell| !cell.lines.is_empty()).collect();
        let numbers = filled.iter().filter(|cell| cell.lines.iter().all(|line| is_number(line))).count();
        let stretched = bands.iter().filter(|band| band.is_stretched()).count();
        let rows =
            bands.len() >= LEAST && whole >= 2 && wide * 2 >= bands.len() && stretched * 2 < bands.len();
        (rows && numbers * 4 >= filled.len()).then_some(lead)
    }

    /// The line that stands for the table; a row that only goes on with the one before is added to it.
    fn line(self) -> Line {
        let mut table: Vec<Vec<Cell>> = Vec::new();
        let mut bottom = f64::NEG_INFINITY;
        for band in &self.bands {
            let row = band.row(&self.columns);
            let near = band.top() - bottom <= PITCH * band.size();
            let said = || row.iter().flat_map(|cell| &cell.lines);
            let rest = near && row[0].lines.is_empty() && !said().any(|line| is_number(line));
            match table.last_mut().filter(|_| rest) {
                Some(before) => {
                    before.iter_mut().zip(row).for_each(|(cell, more)| cell.lines.extend(more.lines));
                }
                None => table.push(row),
            }
            bottom = band.bottom();
        }
        let words = table.iter().flatten().flat_map(|cell| &cell.lines).map(String::as_str);
        let words = words.collect::<Vec<_>>().join(" ");
        let first = self.bands.into_iter().flat_map(|band| band.0).next().unwrap_or_default();
        Line { words, table: Some(table), ..first }
    }
}

/// In which columns a row has words.
fn taken(band: &Band, columns: &[Area]) -> Vec<bool> {
    let has = |(left, right): &Area| band.areas().any(|area| *left <= area.0 && area.1 <= *right);
    columns.iter().map(has).collect()
}

/// Whether words are a number, or stand for none.
fn is_number(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'%' | b'-' | b'/'))
}

#[cfg(test)]
mod tests;
