//! `summary.csv`: its columns of awards are known only at the end, so the rows wait on disk until then.

use super::csv;
use super::draft::Draft;
use crate::error::Error;
use crate::record::Summary;
use crate::table::{AWARD_PREFIX, SUMMARY};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// One row without its end, and the numbers of its awards.
#[derive(Debug)]
pub(super) struct Line {
    cells: Vec<u8>,
    awards: Vec<(String, u64)>,
}

impl Line {
    pub(super) fn new(summary: Summary) -> io::Result<Self> {
        let mut cells = Vec::new();
        csv::rows(&SUMMARY, std::slice::from_ref(&summary), &mut cells)?;
        cells.pop();
        Ok(Self { cells, awards: summary.awards })
    }
}

/// The rows that wait.
pub(super) struct Spool {
    folder: PathBuf,
    file: BufWriter<File>,
    rows: Vec<Waiting>,
    /// Every kind of award so far, with its number.
    awards: BTreeMap<String, usize>,
}

/// What is kept in memory of a row: the length of its cells, and its awards by the number of their kind.
struct Waiting {
    length: usize,
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
        self.rows.push(Waiting { length: line.cells.len(), awards });
        let written = self.file.write_all(&line.cells);
        written.map_err(|source| Error::Output { path: self.folder.clone(), source })
    }

    /// Writes the whole table.
    pub(super) fn write(self, bom: bool, out: &mut Draft) -> Result<(), Error> {
        let Self { folder, file, rows, awards } = self;
        let error = |source| Error::Output { path: folder.clone(), source };
        let columns: Vec<String> = awards.keys().map(|award| format!("{AWARD_PREFIX}{award}")).collect();
        let names = SUMMARY.fields().map(|field| field.name).chain(columns.iter().map(String::as_str));
        let head = csv::head(names, bom).map_err(|source| out.error(source))?;
        out.write(&head)?;
        let mut file = file.into_inner().map_err(|broken| error(broken.into_error()))?;
        file.rewind().map_err(error)?;
        let mut file = BufReader::with_capacity(64 << 10, file);
        let mut line = Vec::new();
        for row in rows {
            line.resize(row.length, 0);
            file.read_exact(&mut line).map_err(error)?;
            for kind in awards.values() {
                line.push(b',');
                if let Some((_, number)) = row.awards.iter().find(|(known, _)| known == kind) {
                    line.extend_from_slice(number.to_string().as_bytes());
                }
            }
            line.push(b'\n');
            out.write(&line)?;
        }
        Ok(())
    }
}
