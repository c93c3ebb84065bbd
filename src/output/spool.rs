//! `summary.csv`: its columns of awards and those that are kept are known only at the end, so the rows wait on disk
//! until then.

use super::book::{Book, Heading, Label};
use super::csv;
use super::draft::Draft;
use super::rows::{self, Cells};
use crate::error::Error;
use crate::record::Summary;
use crate::table::{AWARD_PREFIX, Cell, KEPT_PREFIX, Kind, SUMMARY, shapes};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// One row without its awards, packed, the numbers of its awards, and an object of JSON with what is kept beside it.
#[derive(Debug)]
pub(super) struct Line {
    cells: Vec<u8>,
    awards: Vec<(String, u64)>,
    kept: String,
}

impl Line {
    pub(super) fn new(summary: Summary, kept: String) -> Self {
        let cells = rows::pack(&SUMMARY, std::slice::from_ref(&summary));
        Self { cells, awards: summary.awards, kept }
    }
}

/// The columns that are kept beside a document, by their names in small letters, which no two of a database share.
fn kept(object: &[u8]) -> BTreeMap<String, (String, String)> {
    let object: Map<String, Value> = serde_json::from_slice(object).unwrap_or_default();
    let mut columns = BTreeMap::new();
    for (name, value) in object {
        let words = value.as_str().unwrap_or_default().to_owned();
        columns.entry(name.to_lowercase()).or_insert((name, words));
    }
    columns
}

/// The rows that wait.
pub(super) struct Spool {
    folder: PathBuf,
    file: BufWriter<File>,
    rows: Vec<Waiting>,
    /// Every kind of award so far, with its number.
    awards: BTreeMap<String, usize>,
    /// Every column that is kept so far, by its name in small letters.
    kept: BTreeMap<String, String>,
}

/// What is kept in memory of a row: the lengths of its cells and of its object, and its awards by the number of their kind.
struct Waiting {
    length: usize,
    kept: usize,
    awards: Box<[(usize, u64)]>,
}

impl Spool {
    pub(super) fn create(folder: &Path) -> Result<Self, Error> {
        match tempfile::tempfile_in(folder) {
            Ok(file) => Ok(Self {
                folder: folder.to_owned(),
                file: BufWriter::with_capacity(64 << 10, file),
                rows: Vec::new(),
                awards: BTreeMap::new(),
                kept: BTreeMap::new(),
            }),
            Err(source) => Err(Error::Output { path: folder.to_owned(), source }),
        }
    }

    pub(super) fn push(&mut self, line: Line) -> Result<(), Error> {
        let number = |(award, number)| {
            let next = self.awards.len();
            (*self.awards.entry(award).or_insert(next), number)
        };
        let awards = line.awards.into_iter().map(number).collect();
        for (key, (name, _)) in kept(line.kept.as_bytes()) {
            self.kept.entry(key).or_insert(name);
        }
        self.rows.push(Waiting { length: line.cells.len(), kept: line.kept.len(), awards });
        let written =
            self.file.write_all(&line.cells).and_then(|()| self.file.write_all(line.kept.as_bytes()));
        written.map_err(|source| Error::Output { path: self.folder.clone(), source })
    }

    /// Writes the whole table, to the file and to every book; its columns.
    pub(super) fn write(
        &mut self,
        style: csv::Style,
        out: &mut Draft,
        books: &mut [Box<dyn Book>],
    ) -> Result<Heading, Error> {
        let heading = heading(self.kept.values(), self.awards.keys());
        let head = csv::head(heading.columns.iter().map(|column| column.name.as_str()), style);
        out.write(&head)?;
        let table = shapes().iter().take_while(|shape| shape.name != heading.name).count();
        books.iter_mut().try_for_each(|book| book.begin(heading.clone()))?;
        let rows = std::mem::take(&mut self.rows);
        let width = SUMMARY.columns.len();
        let folder = self.folder.clone();
        let error = |source| Error::Output { path: folder.clone(), source };
        self.file.flush().and_then(|()| self.file.rewind()).map_err(error)?;
        let mut file = BufReader::with_capacity(64 << 10, self.file.get_mut());
        let (mut packed, mut object, mut line) = (Vec::new(), Vec::new(), Vec::new());
        for waiting in rows {
            packed.resize(waiting.length, 0);
            object.resize(waiting.kept, 0);
            file.read_exact(&mut packed).and_then(|()| file.read_exact(&mut object)).map_err(error)?;
            let beside = kept(&object);
            let mut row = Vec::with_capacity(heading.columns.len());
            Cells(&packed).row(width, &mut row);
            let words = |key| beside.get(key).map_or(Cell::Empty, |(_, words)| Cell::from(words.as_str()));
            row.extend(self.kept.keys().map(words));
            row.extend(self.awards.values().map(|kind| waiting.number(*kind)));
            line.clear();
            csv::row(heading.columns.iter().zip(&row), style, &mut line)
                .map_err(|source| out.error(source))?;
            out.write(&line)?;
            books.iter_mut().try_for_each(|book| book.push(table, &row))?;
        }
        Ok(heading)
    }
}

impl Waiting {
    /// The cell of a kind of award; empty where the document has none.
    fn number(&self, kind: usize) -> Cell<'static> {
        let found = self.awards.iter().find(|(known, _)| *known == kind);
        found.map_or(Cell::Empty, |(_, number)| Cell::Integer(number.cast_signed()))
    }
}

/// The columns of the schema, then those that are kept, then those of the awards that occur.
fn heading<'a>(kept: impl Iterator<Item = &'a String>, awards: impl Iterator<Item = &'a String>) -> Heading {
    let fields = SUMMARY.fields().map(Label::from);
    let kept = kept.map(|name| Label {
        name: format!("{KEPT_PREFIX}{name}"),
        kind: Kind::Text,
        doc: format!("The column `{name}`, carried along by `--keep` or `--metadata`."),
    });
    let more = awards.map(|award| Label {
        name: format!("{AWARD_PREFIX}{award}"),
        kind: Kind::Integer,
        doc: format!("Number of awards of the kind `{award}`."),
    });
    let columns = fields.chain(kept).chain(more).collect();
    Heading { name: SUMMARY.name.to_owned(), doc: SUMMARY.doc.to_owned(), columns }
}
