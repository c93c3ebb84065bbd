//! The glyphs of a page, in the order in which they are drawn, to lines of words.

use super::lines::Line;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{BezPath, Point};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

/// Units of a glyph's own space to one em.
const EM: f64 = 1000.0;

/// Takes the text of a page and counts its pictures.
#[derive(Default)]
pub(super) struct Glyphs {
    /// Glyphs that were drawn one after the other at one height.
    rows: Vec<Vec<Drawn>>,
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
    /// The lines in the order in which they were drawn, each from left to right.
    pub(super) fn lines(self) -> Vec<Line> {
        self.rows.into_iter().map(line).filter(|line| !line.words.trim().is_empty()).collect()
    }

    /// Adds a glyph. Programs draw letters that the font lacks after the others, so the order within a line is not that
    /// of reading.
    fn add(&mut self, drawn: Drawn) {
        let row = self.rows.last_mut().filter(|row| {
            row.last().is_some_and(|last| (drawn.y - last.y).abs() < 0.45 * drawn.size.max(last.size))
        });
        match row {
            Some(row) => row.push(drawn),
            None => self.rows.push(vec![drawn]),
        }
    }
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
        if !(words == " " && line.words.ends_with([' ', '\t'])) {
            line.words.push_str(&words);
        }
        if !words.trim().is_empty() {
            line.right = right;
            line.size = line.size.max(size);
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
                self.add(Drawn { words, left: start.x, right: end.x, y: start.y, size });
            }
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
