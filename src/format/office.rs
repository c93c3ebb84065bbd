//! Word processors: DOCX and DOC by a library, ODT by its XML.

mod claims;
mod merged;
mod odt;

use super::draft::{Cell, Draft};
use super::font::Run;
use super::{Content, Meta, Part, Trouble};
use crate::error::Code;
use std::borrow::Cow;
use undoc::model::RevisionType;
use undoc::{Block, Document, ListType, Paragraph, Table};

pub(super) use odt::odt;

/// Tables that lie in a table deeper than this are left out.
const DEEP: usize = 8;

/// Reads a DOCX.
pub(super) fn docx(bytes: Vec<u8>) -> Result<Content, Trouble> {
    let parsed =
        undoc::docx::DocxParser::from_bytes(merged::plain(bytes)).and_then(|mut parser| parser.parse());
    content(parsed, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
}

/// Reads a document of Word 97 to 2003, or of Word 95.
pub(super) fn doc(bytes: Vec<u8>) -> Result<Content, Trouble> {
    if !claims::fit(&bytes) {
        return Err(Trouble::new(Code::BrokenDocument, "it says to hold more text than it has bytes"));
    }
    let parsed = undoc::doc::DocParser::from_bytes(bytes).and_then(|mut parser| parser.parse());
    content(parsed, "application/msword")
}

fn content(parsed: undoc::Result<Document>, media_type: &'static str) -> Result<Content, Trouble> {
    let document = parsed.map_err(|error| match error {
        undoc::Error::Encrypted => Trouble::new(Code::Encrypted, "it needs a password"),
        undoc::Error::UnsupportedFormat(what) => Trouble::new(Code::Unsupported, what),
        error => Trouble::new(Code::BrokenDocument, error.to_string()),
    })?;
    let mut draft = Draft::default();
    for section in &document.sections {
        paragraphs(section.header.as_deref().unwrap_or_default(), &mut draft);
        for block in &section.content {
            match block {
                Block::Paragraph(words) => paragraphs(std::slice::from_ref(words), &mut draft),
                Block::Table(rows) => draft.table(&table(rows, 0)),
                Block::Note { content, .. } => paragraphs(content, &mut draft),
                _ => {}
            }
        }
        paragraphs(section.footer.as_deref().unwrap_or_default(), &mut draft);
    }
    // what Word calls the author is whoever owns the machine, and what it calls created is the template's day
    let meta = Meta { title: document.metadata.title.unwrap_or_default(), ..Meta::default() };
    draft.finish(media_type, meta)
}

fn paragraphs(paragraphs: &[Paragraph], draft: &mut Draft) {
    for paragraph in paragraphs {
        draft.begin(Part::Paragraph);
        draft.runs(&runs(paragraph));
    }
}

/// The words of a paragraph by font, with the sign of its list before them.
fn runs(paragraph: &Paragraph) -> Vec<Run> {
    let sign =
        paragraph.list_info.as_ref().map_or(Cow::Borrowed(""), |list| match (list.list_type, list.number) {
            (ListType::Bullet, _) => "- ".into(),
            (ListType::Numbered, Some(number)) => format!("{number}. ").into(),
            _ => "".into(),
        });
    let mut runs = vec![Run { text: sign.into_owned(), font: String::new() }];
    for run in paragraph.runs.iter().filter(|run| run.revision != RevisionType::Deleted) {
        let end = if run.line_break || run.page_break { "\n" } else { "" };
        let font = run.style.font.clone().unwrap_or_default();
        runs.push(Run { text: format!("{}{end}", run.text), font });
    }
    runs
}

fn table(table: &Table, depth: usize) -> Vec<Vec<Cell>> {
    let cell = |cell: &undoc::Cell| {
        let mut inner = Draft::default();
        for paragraph in &cell.content {
            inner.runs(&runs(paragraph));
        }
        for nested in cell.nested_tables.iter().filter(|_| depth < DEEP) {
            inner.table(&self::table(nested, depth + 1));
        }
        Cell { lines: inner.lines(), columns: cell.col_span as usize, rows: cell.row_span as usize }
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}
