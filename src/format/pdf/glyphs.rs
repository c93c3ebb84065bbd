//! The glyphs of a page, in the order in which they are drawn, to lines of words and tables.

use super::aligned;
use super::lines::{Line, Margins, Span, paragraphs};
use super::rules::{self, Grid, Rule};
use crate::format::draft::Cell;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{BezPath, Point};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use std::collections::HashMap;

/// Units of a glyph's own space to one em.
const EM: f64 = 1000.0;

/// Takes the text of a page and counts its pictures.
#[derive(Default)]
pub(super) struct Glyphs {
    drawn: Vec<Drawn>,
    rules: Vec<Rule>,
    pub(super) count: usize,
    pub(super) pictures: usize,
}

/// A glyph where it stands.
#[derive(Clone, Debug)]
struct Drawn {
    words: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

impl Glyphs {
    /// The lines in the order in which they were drawn, each from left to right; a ruled table stands where its first
    /// glyph does.
    pub(super) fn lines(self) -> Vec<Line> {
        let grids = Grid::all(self.rules);
        let mut cells: HashMap<(usize, usize), Vec<Drawn>> = HashMap::new();
        let mut runs: Vec<(Vec<Drawn>, Option<usize>)> = vec![(Vec::new(), None)];
        let mut begun = vec![false; grids.len()];
        for glyph in self.drawn {
            let (x, y) = (f64::midpoint(glyph.left, glyph.right), glyph.y - 0.25 * glyph.size);
            let found = grids.iter().enumerate().find_map(|(at, grid)| Some((at, grid.cell(x, y)?)));
            let Some(place) = found else {
                runs.last_mut().expect("there is a first").0.push(glyph);
                continue;
            };
            if !std::mem::replace(&mut begun[place.0], true) {
                runs.push((Vec::new(), Some(place.0)));
            }
            cells.entry(place).or_default().push(glyph);
        }
        let mut lines = Vec::new();
        for (run, table) in runs {
            lines.extend(
                table.map(|at| tabled(&grids[at], |cell| cells.remove(&(at, cell)).unwrap_or_default())),
            );
            let run = grouped(run).filter(|line| !line.words.trim().is_empty());
            lines.extend(aligned::tables(run.collect()));
        }
        lines.retain(|line| !line.words.trim().is_empty());
        lines
    }
}

/// Glyphs as lines. Programs draw letters that the font lacks after the others, so the order within a line is not that of
/// reading.
fn grouped(glyphs: Vec<Drawn>) -> impl Iterator<Item = Line> {
    let mut rows: Vec<Vec<Drawn>> = Vec::new();
    for glyph in glyphs {
        let row = rows.last_mut().filter(|row| {
            row.last().is_some_and(|last| (glyph.y - last.y).abs() < 0.45 * glyph.size.max(last.size))
        });
        match row {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    rows.into_iter().map(line)
}

/// A table, given the glyphs of each cell.
fn tabled(grid: &Grid, mut glyphs: impl FnMut(usize) -> Vec<Drawn>) -> Line {
    let mut table = Line::default();
    let mut cell = |(cell, columns, rows)| {
        let lines: Vec<Line> = grouped(glyphs(cell)).filter(|line| !line.words.trim().is_empty()).collect();
        if let Some(first) = lines.first().filter(|_| table.words.is_empty()) {
            (table.left, table.right, table.y, table.size) = (first.left, first.right, first.y, first.size);
        }
        let lines = paragraphs(&lines, Margins::of(&lines));
        table.words.extend(lines.iter().flat_map(|line| [line.as_str(), " "]));
        Cell { lines, columns, rows }
    };
    let rows = grid.rows().into_iter().map(|row| row.into_iter().map(&mut cell).collect()).collect();
    table.table = Some(rows);
    table
}

/// The words of glyphs at one height, from left to right.
fn line(mut row: Vec<Drawn>) -> Line {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    // a letter that is drawn twice for a bold look
    row.dedup_by(|b, a| a.words == b.words && b.left - a.left < 0.1 * a.size && !a.words.trim().is_empty());
    let mut line = Line::default();
    let mut end = f64::NAN;
    for Drawn { words, left, right, y, size } in row {
        if line.words.is_empty() {
            (line.left, line.right, line.y) = (left, right, y);
        }
        let gap = if end.is_nan() { 0.0 } else { left - end };
        let blank =
            line.words.is_empty() || line.words.ends_with([' ', '\t', '\u{A0}']) || words.starts_with(' ');
        if gap > 2.0 * size && !line.words.is_empty() {
            line.words.truncate(line.words.trim_end_matches(' ').len());
            line.words.push('\t');
        } else if gap > 0.18 * size && !blank {
            line.words.push(' ');
        }
        let begins = line.words.is_empty() || line.words.ends_with([' ', '\t', '\u{A0}']);
        if !(words == " " && line.words.ends_with([' ', '\t'])) {
            line.words.push_str(&words);
        }
        if !words.trim().is_empty() {
            line.right = right;
            line.size = line.size.max(size);
            match line.spans.last_mut().filter(|_| !begins) {
                Some(span) => (span.words, span.right) = (std::mem::take(&mut span.words) + &words, right),
                None => line.spans.push(Span { words, left, right }),
            }
        }
        end = right;
    }
    line
}

impl Device<'_> for Glyphs {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let placed = props.transform * glyph.transform();
            let width = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(type3) => type3.advance_width(),
            };
            let words = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(words)) => words,
                None => char::from_u32(glyph.char_code())
                    .filter(|c| (' '..='\u{FF}').contains(c))
                    .unwrap_or('\u{FFFD}')
                    .to_string(),
            };
            let words = words.replace(['\0', '\n', '\r'], "");
            let start = placed * Point::ZERO;
            let end = placed * Point::new(f64::from(width.unwrap_or(500.0)), 0.0);
            let coefficients = placed.as_coeffs();
            let size = coefficients[2].hypot(coefficients[3]) * EM;
            let sane = [start.x, start.y, end.x, size].iter().all(|number| number.is_finite());
            if sane && !words.is_empty() {
                self.count += usize::from(words.chars().any(char::is_alphanumeric));
                self.drawn.push(Drawn { words, left: start.x, right: end.x, y: start.y, size });
            }
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.pictures += 1;
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        let stroked = matches!(mode, DrawMode::Stroke(_) | DrawMode::FillAndStroke(..));
        rules::add(path, props.transform, stroked, &mut self.rules);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
