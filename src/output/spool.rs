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
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
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
    rows: u64,
    /// Every kind of award so far, with its number.
    awards: BTreeMap<String, usize>,
    /// Every column that is kept so far, by its name in small letters.
    kept: BTreeMap<String, String>,
}

impl Spool {
    pub(super) fn create(folder: &Path) -> Result<Self, Error> {
        match tempfile::tempfile_in(folder) {
            Ok(file) => Ok(Self {
                folder: folder.to_owned(),
                file: BufWriter::with_capacity(64 << 10, file),
                rows: 0,
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
        let awards: Vec<(usize, u64)> = line.awards.into_iter().map(number).collect();
        for (key, (name, _)) in kept(line.kept.as_bytes()) {
            self.kept.entry(key).or_insert(name);
        }
        self.rows += 1;
        let waiting = Waiting { cells: line.cells, kept: line.kept.into_bytes(), awards };
        waiting.write(&mut self.file).map_err(|source| Error::Output { path: self.folder.clone(), source })
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
        let folder = self.folder.clone();
        let error = |source| Error::Output { path: folder.clone(), source };
        self.file.flush().and_then(|()| self.file.rewind()).map_err(error)?;
        let mut file = BufReader::with_capacity(64 << 10, self.file.get_mut());
        let (mut waiting, mut line) = (Waiting::default(), Vec::new());
        for _ in 0..self.rows {
            waiting.read(&mut file).map_err(error)?;
            let beside = kept(&waiting.kept);
            let mut row = Vec::with_capacity(heading.columns.len());
            Cells(&waiting.cells).row(SUMMARY.columns.len(), &mut row);
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

/// A row on disk: its packed cells, its object, and its awards by the number of their kind.
#[derive(Debug, Default, PartialEq, Eq)]
struct Waiting {
    cells: Vec<u8>,
    kept: Vec<u8>,
    awards: Vec<(usize, u64)>,
}

impl Waiting {
    /// Writes the three lengths, then the parts.
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        for length in [self.cells.len(), self.kept.len(), self.awards.len()] {
            out.write_all(&(length as u64).to_le_bytes())?;
        }
        out.write_all(&self.cells)?;
        out.write_all(&self.kept)?;
        for (kind, number) in &self.awards {
            out.write_all(&(*kind as u64).to_le_bytes())?;
            out.write_all(&number.to_le_bytes())?;
        }
        Ok(())
    }

    /// Reads the next row in place of this one.
    fn read(&mut self, from: &mut impl Read) -> io::Result<()> {
        let [cells, kept, awards] = [number(from)?, number(from)?, number(from)?];
        self.cells.resize(cells as usize, 0);
        self.kept.resize(kept as usize, 0);
        from.read_exact(&mut self.cells)?;
        from.read_exact(&mut self.kept)?;
        self.awards.clear();
        for _ in 0..awards {
            self.awards.push((number(from)? as usize, number(from)?));
        }
        Ok(())
    }

    /// The cell of a kind of award; empty where the document has none.
    fn number(&self, kind: usize) -> Cell<'static> {
        let found = self.awards.iter().find(|(known, _)| *known == kind);
        found.map_or(Cell::Empty, |(_, number)| Cell::Integer(number.cast_signed()))
    }
}

/// The next number.
fn number(from: &mut impl Read) -> io::Result<u64> {
    let mut bytes = [0; 8];
    from.read_exact(&mut bytes)?;
    Ok(u64::from_le_bytes(bytes))
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

#[cfg(test)]
mod tests {
    use super::Waiting;

    #[test]
    fn rows_come_back_in_their_order() {
        let row = |text: &str, awards: &[(usize, u64)]| Waiting {
            cells: text.as_bytes().to_vec(),
            kept: text.bytes().rev().collect(),
            awards: awards.to_vec(),
        };
        let rows = [row("one", &[(0, 2), (7, 1)]), row("", &[]), row("another", &[(1, u64::MAX)])];
        let mut bytes = Vec::new();
        for row in &rows {
            row.write(&mut bytes).unwrap();
        }
        let (mut from, mut read) = (bytes.as_slice(), Waiting::default());
        for row in &rows {
            read.read(&mut from).unwrap();
            assert_eq!(&read, row);
        }
        assert!(read.read(&mut from).is_err());
        assert_eq!(read.number(7), crate::table::Cell::Empty);
    }
}
