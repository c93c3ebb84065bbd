//! PDF with a text layer: glyphs to lines, lines to paragraphs, page by page.

mod aligned;
mod glyphs;
mod lines;
mod rules;

use super::draft::{Cell, Draft};
use super::{Content, Meta, Part, Trouble};
use crate::error::Code;
use glyphs::Glyphs;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use lines::{Line, Margins, paragraphs, without_repeated};

/// Pages beyond this are not read, and it is said.
const PAGES: usize = 5000;

/// Reads a PDF.
pub(super) fn read(bytes: Vec<u8>) -> Result<Content, Trouble> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Trouble::new(Code::Encrypted, "it needs a password")
        }
        LoadPdfError::Decryption(_) => Trouble::new(Code::Encrypted, "its encryption is not known"),
        LoadPdfError::Invalid => Trouble::new(Code::BrokenDocument, "it is no whole PDF"),
    })?;
    let pages: Vec<Page> = pages(&pdf);
    let glyphs: usize = pages.iter().map(|page| page.glyphs).sum();
    if glyphs == 0 {
        let pictures = pages.iter().map(|page| page.pictures).sum::<usize>();
        let what = format!("{} pages with {pictures} pictures and no text", pages.len());
        return Err(Trouble::new(Code::PdfNoTextLayer, what));
    }
    let mut draft = Draft::default();
    let lines: Vec<&[Line]> = pages.iter().map(|page| page.lines.as_slice()).collect();
    let mut head = None;
    for mut page in without_repeated(&lines) {
        head = carried_on(head, &mut page);
        draft.begin(Part::Page);
        let margins = Margins::of(&page);
        for lines in page.chunk_by(|line, next| line.table.is_none() && next.table.is_none()) {
            match &lines[0].table {
                Some(rows) => draft.table(rows),
                None => paragraphs(lines, margins).iter().for_each(|words| draft.paragraph(words)),
            }
        }
    }
    let title = pdf.metadata().title.as_deref().map(string).unwrap_or_default();
    let mut content = draft.finish("application/pdf", Meta { title, ..Meta::default() })?;
    if pdf.pages().len() > PAGES {
        let what = format!("only the first {PAGES} pages were read");
        content.warnings.push(Trouble::new(Code::BrokenDocument, what));
    }
    let bare = pages.iter().filter(|page| page.glyphs == 0 && page.pictures > 0).count();
    if bare > 0 {
        let what = format!("{bare} of {} pages are pictures without text", pages.len());
        content.warnings.push(Trouble::new(Code::PdfNoTextLayer, what));
    }
    Ok(content)
}

/// Takes from a page the head of the table that goes on from the page before, whose head is given; the head of the
/// table with which this page ends.
fn carried_on(before: Option<Vec<Cell>>, page: &mut [Line]) -> Option<Vec<Cell>> {
    let whole = page.len() == 1;
    let rows = page.first_mut().and_then(|line| line.table.as_mut());
    if let Some(rows) = rows.filter(|rows| before.is_some() && rows.first() == before.as_ref()) {
        rows.remove(0);
        if whole {
            return before;
        }
    }
    page.last()?.table.as_ref()?.first().cloned()
}

/// What a page holds.
struct Page {
    lines: Vec<Line>,
    glyphs: usize,
    pictures: usize,
}

fn pages(pdf: &Pdf) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let mut pages = Vec::new();
    for page in pdf.pages().iter().take(PAGES) {
        let mut glyphs = Glyphs::default();
        let transform: Affine = page.initial_transform(true).to_kurbo();
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, area, &cache, pdf.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut glyphs);
        pages.push(Page { glyphs: glyphs.count, pictures: glyphs.pictures, lines: glyphs.lines() });
    }
    pages
}

/// A string of a PDF's properties.
fn string(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xFE\xFF") {
        return encoding_rs::UTF_16BE.decode(bytes).0.into_owned();
    }
    String::from_utf8_lossy(bytes).into_owned()
}
