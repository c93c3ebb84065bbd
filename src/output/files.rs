//! The files of a run while they are written, in the order of the documents.

use super::book::{Book, Heading};
use super::draft::Draft;
use super::page::{self, Page};
use super::rows::{self, Cells, PROBLEM_ROWS};
use super::spool::Spool;
use super::{Encoded, Encoder, Settings, brat, csv, package, summary};
use crate::error::{Error, Problem};
use crate::record::{Repeats, Totals};
use crate::table::{DOCUMENTS, PROBLEMS, READY, shapes};
use crate::tabulate::Tally;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

/// The files of a run while they are written.
pub struct Outputs<'a> {
    encoder: &'a Encoder,
    folder: PathBuf,
    files: Vec<Growing>,
    brat: Option<brat::Archive>,
    page: Page,
    books: Vec<Box<dyn Book>>,
    spool: Spool,
    totals: Totals,
    tally: Tally,
    repeats: Repeats,
}

impl<'a> Outputs<'a> {
    /// Begins every file in `folder`, which is made where it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made or a file in it cannot be begun.
    pub fn create(folder: &Path, encoder: &'a Encoder) -> Result<Self, Error> {
        std::fs::create_dir_all(folder)
            .map_err(|source| Error::Output { path: folder.to_owned(), source })?;
        let mut files = Vec::new();
        for sheet in &encoder.sheets {
            let mut draft = Draft::create(folder, &sheet.file())?;
            let head = sheet.open().map_err(|source| draft.error(source))?;
            draft.write(&head)?;
            files.push(Growing { draft, begun: false });
        }
        let brat = encoder.brat.then(|| brat::Archive::new(folder)).transpose()?;
        let books = encoder.books.iter().filter_map(|format| format.book(folder, encoder));
        let mut books = books.collect::<Result<Vec<_>, _>>()?;
        for book in &mut books {
            let facts = shapes().into_iter().take(rows::WIDTHS.len());
            facts.map(|shape| Heading::from(&shape)).try_for_each(|heading| book.begin(heading))?;
        }
        let spool = Spool::create(folder)?;
        Ok(Self {
            encoder,
            folder: folder.to_owned(),
            files,
            brat,
            page: Page::new(),
            books,
            spool,
            totals: Totals::default(),
            tally: Tally::default(),
            repeats: Repeats::default(),
        })
    }

    /// Writes the problems that belong to no document; they stand before those of documents.
    ///
    /// # Errors
    /// When the rows cannot be written.
    pub fn note(&mut self, problems: &[Problem]) -> Result<(), Error> {
        let Some(Growing { draft, .. }) = self.files.first_mut() else { return Ok(()) };
        let mut part = Vec::new();
        csv::rows(&PROBLEMS, problems, self.encoder.style, &mut part)
            .map_err(|source| draft.error(source))?;
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
    pub fn append(&mut self, mut encoded: Encoded) -> Result<(), Error> {
        self.compare(&mut encoded)?;
        for ((sheet, file), part) in self.encoder.sheets.iter().zip(&mut self.files).zip(&encoded.parts) {
            if part.is_empty() {
                continue;
            }
            if file.begun {
                file.draft.write(sheet.joint())?;
            }
            file.begun = true;
            file.draft.write(part)?;
        }
        if let (Some(archive), Some(part)) = (&mut self.brat, &encoded.brat) {
            archive.push(&self.folder, part)?;
        }
        if let (Some(bar), Some(part)) = (&self.encoder.page, encoded.page) {
            self.page.push(part);
            bar.store(self.page.bar(), Ordering::Relaxed);
        }
        for book in &mut self.books {
            for (table, rows) in encoded.rows.iter().enumerate() {
                push(book.as_mut(), table, rows)?;
            }
        }
        self.spool.push(encoded.line)?;
        self.totals.add(encoded.totals);
        self.tally.add(encoded.tally);
        self.note_books()
    }

    /// Marks the document where it repeats one before it.
    fn compare(&mut self, encoded: &mut Encoded) -> Result<(), Error> {
        let id = &encoded.document.origin.doc_id;
        let original = encoded.trace.as_ref().and_then(|trace| self.repeats.meet(id, trace));
        if original.is_none() {
            return Ok(());
        }
        encoded.document.duplicate_of = original;
        for ((sheet, file), part) in self.encoder.sheets.iter().zip(&self.files).zip(&mut encoded.parts) {
            sheet.mark(&encoded.document, part).map_err(|source| file.draft.error(source))?;
        }
        if let Some(row) = encoded.rows.first_mut() {
            *row = rows::pack(&DOCUMENTS, std::slice::from_ref(&encoded.document));
        }
        if let Some(page) = &mut encoded.page {
            page.mark(&encoded.document, self.encoder.keep_duplicates)
                .map_err(|source| Error::Output { path: self.folder.join(page::FILE), source })?;
        }
        encoded.totals = std::mem::take(&mut encoded.totals).repeating();
        if !self.encoder.keep_duplicates {
            encoded.tally = Tally::default();
            encoded.totals = std::mem::take(&mut encoded.totals).without_sums();
        }
        Ok(())
    }

    /// Writes the ready tables, to files of their own and to every book.
    fn tabulate(&mut self) -> Result<Vec<Draft>, Error> {
        let before = shapes().len() - READY.len();
        let mut drafts = Vec::new();
        for (number, (ready, rows)) in (before..).zip(self.tally.tables()) {
            let heading = Heading::from(&ready.shape());
            let file = csv::ready(ready, &rows, self.encoder.style);
            self.books.iter_mut().try_for_each(|book| book.begin(heading.clone()))?;
            for row in &rows {
                self.books.iter_mut().try_for_each(|book| book.push(number, row))?;
            }
            drafts.push(written(&self.folder, &format!("{}.csv", ready.name), file)?);
        }
        Ok(drafts)
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
        let summary = self.spool.write(self.encoder.style, &mut wide, &mut self.books)?;
        let ready = self.tabulate()?;
        self.note_books()?;
        for (sheet, file) in self.encoder.sheets.iter().zip(&mut self.files) {
            file.draft.write(sheet.close())?;
        }
        let package = package::json(&self.tables(summary), settings, self.encoder.style);
        let whole = summary::json(&self.totals, lexicon, settings);
        let mut drafts = vec![
            wide,
            written(&self.folder, "summary.json", whole)?,
            written(&self.folder, package::FILE, package)?,
        ];
        drafts.extend(ready);
        if self.encoder.page.is_some() {
            let mut page = Draft::create(&self.folder, page::FILE)?;
            self.page.write(&self.totals, lexicon, settings, &mut page)?;
            drafts.push(page);
        }
        drafts.extend(self.files.into_iter().map(|file| file.draft));
        if let Some(archive) = self.brat {
            drafts.push(archive.finish(&self.folder)?);
        }
        for book in self.books {
            drafts.append(&mut book.finish()?);
        }
        drafts.iter_mut().try_for_each(Draft::flush)?;
        let paths = drafts.into_iter().map(Draft::place).collect::<Result<_, _>>()?;
        Ok((self.totals, paths))
    }

    /// The tables that are written as CSV, in the order of the schema.
    fn tables(&self, summary: Heading) -> Vec<Heading> {
        let written: Vec<String> = self.encoder.sheets.iter().map(|sheet| sheet.file()).collect();
        let shapes = shapes().into_iter().filter(|shape| written.contains(&format!("{}.csv", shape.name)));
        let ready = READY.iter().map(|ready| Heading::from(&ready.shape()));
        shapes.map(|shape| Heading::from(&shape)).chain([summary]).chain(ready).collect()
    }
}

/// A file that grows by bytes.
struct Growing {
    draft: Draft,
    /// Whether a document stands in it.
    begun: bool,
}

/// A whole file.
fn written(folder: &Path, name: &str, bytes: io::Result<Vec<u8>>) -> Result<Draft, Error> {
    let mut draft = Draft::create(folder, name)?;
    let bytes = bytes.map_err(|source| draft.error(source))?;
    draft.write(&bytes)?;
    Ok(draft)
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
