//! The files of a run: one module for each format.
//!
//! [`Encoder::encode`] turns a record into bytes and can run on any thread; [`Outputs`] takes them in the order
//! of the documents and puts every file in place only when the last one is whole.

mod book;
mod csv;
mod draft;
mod format;
mod json;
mod jsonl;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
mod spool;
#[cfg(feature = "sqlite")]
mod sqlite;
mod summary;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use format::Format;
pub use summary::Settings;

use crate::error::{Error, Problem};
use crate::record::{Record, Summary, Totals};
use crate::table::{PROBLEMS, SUMMARY, shapes};
use book::{Book, Heading};
use csv::CsvSheet;
use draft::Draft;
use page::Page;
use rows::{Cells, PROBLEM_ROWS};
use spool::{Line, Spool};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A file that grows document by document.
trait Sheet: Send + Sync {
    /// Name of the file.
    fn file(&self) -> String;

    /// What stands before the first document.
    fn open(&self) -> io::Result<Vec<u8>>;

    /// Appends what the file says of one document.
    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()>;

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
    bom: bool,
}

/// The bytes of one document for every file, and its part of the totals.
#[derive(Debug)]
pub struct Encoded {
    parts: Vec<Vec<u8>>,
    page: Option<page::Part>,
    /// Packed rows of every table, where a book takes them.
    rows: Vec<Vec<u8>>,
    line: Line,
    totals: Totals,
}

impl Encoded {
    /// How many bytes it holds.
    pub fn len(&self) -> usize {
        let bytes: usize = self.parts.iter().chain(&self.rows).map(Vec::len).sum();
        bytes + self.page.as_ref().map_or(0, page::Part::len)
    }

    /// Whether no file says anything of the document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Encoder {
    /// An encoder for the given formats, each once; `bom` puts a byte order mark before each CSV file.
    pub fn new(formats: &[Format], bom: bool) -> Self {
        let mut formats = formats.to_vec();
        formats.sort_unstable();
        formats.dedup();
        let problems: Box<dyn Sheet> = Box::new(CsvSheet { table: &PROBLEMS, rows: |r| &r.problems, bom });
        let page = formats.contains(&Format::Html).then(|| AtomicU64::new(u64::MAX));
        let asked = formats.iter().flat_map(|format| format.sheets(bom));
        let sheets = std::iter::once(problems).chain(asked).collect();
        let books = formats.into_iter().filter(|format| format.is_book()).collect();
        Self { sheets, books, page, bom }
    }

    /// Whether a file holds the texts of the documents.
    pub fn wants_text(&self) -> bool {
        self.page.is_some() || self.sheets.iter().any(|sheet| sheet.wants_text())
    }

    /// Encodes one record.
    ///
    /// # Errors
    /// When a row cannot be put into a format.
    pub fn encode(&self, record: &Record) -> io::Result<Encoded> {
        let mut parts = Vec::with_capacity(self.sheets.len());
        for sheet in &self.sheets {
            let mut part = Vec::new();
            sheet.encode(record, &mut part)?;
            parts.push(part);
        }
        let page =
            self.page.as_ref().map(|bar| page::Part::of(record, bar.load(Ordering::Relaxed))).transpose()?;
        let rows = if self.books.is_empty() { Vec::new() } else { rows::packed(record) };
        let summary = Summary::of(record);
        let totals = Totals::of(record, &summary);
        Ok(Encoded { parts, page, rows, line: Line::new(summary), totals })
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

/// The files of a run while they are written.
pub struct Outputs<'a> {
    encoder: &'a Encoder,
    folder: PathBuf,
    drafts: Vec<Draft>,
    page: Page,
    books: Vec<Box<dyn Book>>,
    spool: Spool,
    totals: Totals,
    documents: u64,
}

impl<'a> Outputs<'a> {
    /// Begins every file in `folder`, which is made where it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made or a file in it cannot be begun.
    pub fn create(folder: &Path, encoder: &'a Encoder) -> Result<Self, Error> {
        std::fs::create_dir_all(folder)
            .map_err(|source| Error::Output { path: folder.to_owned(), source })?;
        let mut drafts = Vec::new();
        for sheet in &encoder.sheets {
            let mut draft = Draft::create(folder, &sheet.file())?;
            let head = sheet.open().map_err(|source| draft.error(source))?;
            draft.write(&head)?;
            drafts.push(draft);
        }
        let books = encoder.books.iter().filter_map(|format| format.book(folder));
        let mut books = books.collect::<Result<Vec<_>, _>>()?;
        for book in &mut books {
            let facts = shapes().into_iter().filter(|shape| shape.name != SUMMARY.name);
            facts.map(|shape| Heading::from(&shape)).try_for_each(|heading| book.begin(heading))?;
        }
        let spool = Spool::create(folder)?;
        Ok(Self {
            encoder,
            folder: folder.to_owned(),
            drafts,
            page: Page::new(),
            books,
            spool,
            totals: Totals::default(),
            documents: 0,
        })
    }

    /// Writes the problems that belong to no document; they stand before those of documents.
    ///
    /// # Errors
    /// When the rows cannot be written.
    pub fn note(&mut self, problems: &[Problem]) -> Result<(), Error> {
        let Some(draft) = self.drafts.first_mut() else { return Ok(()) };
        let mut part = Vec::new();
        csv::rows(&PROBLEMS, problems, &mut part).map_err(|source| draft.error(source))?;
        self.page.note(problems).map_err(|source| draft.error(source))?;
        for problem in problems {
            self.totals.problem(problem.severity);
        }
        draft.write(&part)?;
        let packed = rows::pack(&PROBLEMS, problems);
        self.books.iter_mut().try_for_each(|book| push(book.as_mut(), PROBLEM_ROWS, &packed))
    }

    /// Appends the next document to every file.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn append(&mut self, encoded: Encoded) -> Result<(), Error> {
        for ((sheet, draft), part) in self.encoder.sheets.iter().zip(&mut self.drafts).zip(&encoded.parts) {
            if self.documents > 0 {
                draft.write(sheet.joint())?;
            }
            draft.write(part)?;
        }
        if let (Some(bar), Some(part)) = (&self.encoder.page, encoded.page) {
            self.page.push(part);
            bar.store(self.page.bar(), Ordering::Relaxed);
        }
        self.documents += 1;
        for book in &mut self.books {
            for (table, rows) in encoded.rows.iter().enumerate() {
                push(book.as_mut(), table, rows)?;
            }
        }
        self.spool.push(encoded.line)?;
        self.totals.add(encoded.totals);
        self.note_books()
    }

    /// Notes what the books found.
    fn note_books(&mut self) -> Result<(), Error> {
        let told: Vec<Problem> = self.books.iter_mut().flat_map(|book| book.problems()).collect();
        if told.is_empty() { Ok(()) } else { self.note(&told) }
    }

    /// Ends every file, adds the summaries and puts all in place; the totals and the paths of the files.
    ///
    /// # Errors
    /// When a file cannot be written; then none is put in place that was not yet.
    pub fn finish(mut self, lexicon: &str, settings: &Settings) -> Result<(Totals, Vec<PathBuf>), Error> {
        let mut wide = Draft::create(&self.folder, "summary.csv")?;
        self.spool.write(self.encoder.bom, &mut wide, &mut self.books)?;
        self.note_books()?;
        for (sheet, draft) in self.encoder.sheets.iter().zip(&mut self.drafts) {
            draft.write(sheet.close())?;
        }
        let mut whole = Draft::create(&self.folder, "summary.json")?;
        let text = summary::json(&self.totals, lexicon, settings).map_err(|source| whole.error(source))?;
        whole.write(&text)?;
        let mut drafts = vec![wide, whole];
        if self.encoder.page.is_some() {
            let mut page = Draft::create(&self.folder, page::FILE)?;
            self.page.write(&self.totals, lexicon, settings, &mut page)?;
            drafts.push(page);
        }
        drafts.append(&mut self.drafts);
        for book in self.books {
            drafts.append(&mut book.finish()?);
        }
        drafts.iter_mut().try_for_each(Draft::flush)?;
        let paths = drafts.into_iter().map(Draft::place).collect::<Result<_, _>>()?;
        Ok((self.totals, paths))
    }
}

/// Appends packed rows to a table of a book.
fn push(book: &mut dyn Book, table: usize, packed: &[u8]) -> Result<(), Error> {
    let width = rows::WIDTHS.get(table).copied().unwrap_or_default();
    let (mut cells, mut row) = (Cells(packed), Vec::with_capacity(width));
    while cells.row(width, &mut row) {
        book.push(table, &row)?;
    }
    Ok(())
}
