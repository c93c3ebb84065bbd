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
    lines: Vec<Line>,
    /// Where the last glyph ended.
    end: Point,
    pub(super) count: usize,
    pub(super) pictures: usize,
}

impl Glyphs {
    /// The lines in the order of reading.
    pub(super) fn lines(mut self) -> Vec<Line> {
        self.lines.retain(|line| !line.words.trim().is_empty());
        self.lines
    }

    /// Adds the words of a glyph that begins and ends at places of the page.
    fn add(&mut self, words: &str, start: Point, end: Point, size: f64) {
        let gap = start.x - self.end.x;
        let same = self.lines.last().filter(|line| {
            let level = (start.y - line.y).abs() < 0.45 * size.max(line.size);
            level && gap > -0.6 * size
        });
        if same.is_none() {
            self.lines.push(Line { words: String::new(), left: start.x, right: end.x, y: start.y, size });
        }
        let Some(line) = self.lines.last_mut() else { return };
        let blank =
            line.words.is_empty() || line.words.ends_with([' ', '\t', '\u{A0}']) || words.starts_with(' ');
        if gap > 2.0 * size && !line.words.is_empty() {
            line.words.truncate(line.words.trim_end_matches(' ').len());
            line.words.push('\t');
        } else if gap > 0.18 * size && !blank {
            line.words.push(' ');
        }
        if !(words == " " && line.words.ends_with([' ', '\t'])) {
            line.words.push_str(words);
        }
        if !words.trim().is_empty() {
            line.right = end.x;
            line.size = line.size.max(size);
        }
        self.end = end;
    }
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
                self.add(&words, start, end, size);
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
