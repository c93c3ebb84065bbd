//! The files of a run: one module for each format.
//!
//! [`Encoder::encode`] turns a record into bytes and can run on any thread; [`Outputs`] takes them in the order
//! of the documents and puts every file in place only when the last one is whole.

mod book;
#[cfg(feature = "archives")]
mod brat;
#[cfg(not(feature = "archives"))]
mod no_brat;
#[cfg(not(feature = "archives"))]
use no_brat as brat;
mod csv;
mod draft;
mod files;
mod format;
mod json;
mod jsonl;
mod label_studio;
mod marks;
mod package;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
mod spool;
#[cfg(feature = "sqlite")]
mod sqlite;
mod summary;
mod texts;
mod w3c;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use csv::{Locale, Style, laid_out, ready};
pub use files::Outputs;
pub use format::Format;
pub use summary::Settings;
pub use texts::save_text;

use crate::record::{Document, Record, Summary, Totals, Trace};
use crate::table::PROBLEMS;
use crate::tabulate::Tally;
use csv::CsvSheet;
use spool::Line;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

/// A file that grows document by document.
trait Sheet: Send + Sync {
    /// Name of the file.
    fn file(&self) -> String;

    /// What stands before the first document.
    fn open(&self) -> io::Result<Vec<u8>>;

    /// Appends what the file says of one document.
    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()>;

    /// Writes in the part of a document that it repeats another.
    fn mark(&self, _: &Document, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    /// Whether it needs [`Record::text`].
    fn wants_text(&self) -> bool {
        false
    }

    /// What stands between two documents.
    fn joint(&self) -> &'static [u8] {
        b""
    }

    /// What stands after the last document.
    fn close(&self) -> &'static [u8] {
        b""
    }
}

/// Turns records into the bytes of the files that were asked for.
pub struct Encoder {
    sheets: Vec<Box<dyn Sheet>>,
    /// Where a page is asked for: the rank from which documents need not show their text in it.
    page: Option<AtomicU64>,
    /// The formats of books, each once.
    books: Vec<Format>,
    /// Whether an archive for brat is asked for.
    brat: bool,
    style: Style,
    /// Whether sums count documents that repeat another.
    keep_duplicates: bool,
}

/// The bytes of one document for every file, and its part of the totals.
#[derive(Debug)]
pub struct Encoded {
    parts: Vec<Vec<u8>>,
    page: Option<page::Part>,
    brat: Option<brat::Part>,
    /// Packed rows of every table, where a book takes them.
    rows: Vec<Vec<u8>>,
    line: Line,
    totals: Totals,
    tally: Tally,
    document: Document,
    trace: Option<Trace>,
}

impl Encoded {
    /// How many bytes it holds.
    pub fn len(&self) -> usize {
        let bytes: usize = self.parts.iter().chain(&self.rows).map(Vec::len).sum();
        let page = self.page.as_ref().map_or(0, page::Part::len);
        bytes + page + self.brat.as_ref().map_or(0, brat::Part::len)
    }

    /// Whether no file says anything of the document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Encoder {
    /// An encoder for the given formats, each once; CSV files are written in the given style, and
    /// with `keep_duplicates` sums count documents that repeat another.
    pub fn new(formats: &[Format], style: Style, keep_duplicates: bool) -> Self {
        let mut formats = formats.to_vec();
        formats.sort_unstable();
        formats.dedup();
        let problems: Box<dyn Sheet> = Box::new(CsvSheet { table: &PROBLEMS, rows: |r| &r.problems, style });
        let page = formats.contains(&Format::Html).then(|| AtomicU64::new(u64::MAX));
        let asked = formats.iter().flat_map(|format| format.sheets(style));
        let sheets = std::iter::once(problems).chain(asked).collect();
        let brat = formats.iter().any(|format| format.as_str() == "brat");
        let books = formats.into_iter().filter(|format| format.is_book()).collect();
        Self { sheets, page, books, brat, style, keep_duplicates }
    }

    /// Whether a file holds the texts of the documents.
    pub fn wants_text(&self) -> bool {
        self.page.is_some() || self.brat || self.sheets.iter().any(|sheet| sheet.wants_text())
    }

    /// Encodes one record.
    ///
    /// # Errors
    /// When a row cannot be put into a format.
    pub fn encode(&self, record: Record) -> io::Result<Encoded> {
        let mut parts = Vec::with_capacity(self.sheets.len());
        for sheet in &self.sheets {
            let mut part = Vec::new();
            sheet.encode(&record, &mut part)?;
            parts.push(part);
        }
        let page =
            self.page.as_ref().map(|bar| page::Part::of(&record, bar.load(Ordering::Relaxed))).transpose()?;
        let brat = self.brat.then(|| brat::Part::of(&record)).flatten();
        let rows = if self.books.is_empty() { Vec::new() } else { rows::packed(&record) };
        let summary = Summary::of(&record);
        let totals = Totals::of(&record, &summary);
        Ok(Encoded {
            parts,
            page,
            brat,
            rows,
            line: Line::new(summary, record.document.origin.kept.clone()),
            totals,
            tally: Tally::of(&record),
            document: record.document,
            trace: record.trace,
        })
    }
}

/// One document as a line of JSON: what `facts.jsonl` says of it, and its problems.
///
/// # Errors
/// When a row cannot be put into JSON.
pub fn line(record: &Record) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    json::with_problems(record, &mut out)?;
    out.push(b'\n');
    Ok(out)
}
