//! A workbook: a sheet for each table, and a first one that explains them.

mod cell;
mod sheet;

use super::book::{Book, Heading};
use super::draft::Draft;
use crate::error::{Code, Error, Problem, Severity, Stage};
use crate::table::{Cell, Language};
use cell::CHARS;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet::{Looks, Sheets, explained};
use std::io;
use std::path::{Path, PathBuf};

/// Name of the file.
const FILE: &str = "solieu.xlsx";

/// Rows of a sheet, the head among them.
const ROWS: u32 = 1 << 20;

/// Bytes of cells from which a sheet may need an archive of the large kind.
const LARGE: u64 = 1 << 30;

/// The workbook while its sheets grow; their rows wait in temporary files.
pub(super) struct Excel {
    folder: PathBuf,
    workbook: Workbook,
    tables: Vec<Sheets>,
    looks: Looks,
    problems: Vec<Problem>,
    /// Bytes of the cells, about.
    bytes: u64,
    /// Rows of a sheet, the head among them.
    limit: u32,
}

impl Excel {
    pub(super) fn new(folder: &Path, language: Language) -> Result<Self, Error> {
        Self::with_limit(folder, language, ROWS)
    }

    fn with_limit(folder: &Path, language: Language, limit: u32) -> Result<Self, Error> {
        let mut workbook = Workbook::new();
        let made = ExcelDateTime::from_ymd(2000, 1, 1);
        let made = workbook.set_tempdir(folder).and(made).map_err(|error| broken(folder, error))?;
        workbook.set_properties(&DocProperties::new().set_author("solieu").set_creation_datetime(&made));
        let (folder, tables, problems) = (folder.to_owned(), Vec::new(), Vec::new());
        Ok(Self { folder, workbook, tables, looks: Looks::new(language), problems, bytes: 0, limit })
    }
}

impl Book for Excel {
    fn begin(&mut self, heading: Heading) -> Result<(), Error> {
        let begun = Sheets::new(&mut self.workbook, heading, &self.looks, self.limit);
        self.tables.push(begun.map_err(|error| broken(&self.folder, error))?);
        Ok(())
    }

    fn push(&mut self, table: usize, cells: &[Cell<'_>]) -> Result<(), Error> {
        let Some(sheets) = self.tables.get_mut(table) else { return Ok(()) };
        let error = |error| broken(&self.folder, error);
        if sheets.is_full() {
            let name = sheets.grow(&mut self.workbook, &self.looks).map_err(error)?;
            let rows = self.limit - 1;
            let what = format!("a sheet holds {rows} rows; those after them stand in the sheet “{name}”");
            self.problems.push(warning(Code::SheetFull, String::new(), what, FILE.to_owned()));
        }
        self.bytes += cells.iter().map(size).sum::<u64>();
        if sheets.push(cells, &self.looks).map_err(error)? {
            let what = format!("a cell of the workbook holds {CHARS} characters; the text was cut");
            let doc_id = cells.get(1).map_or_else(String::new, ToString::to_string);
            let place = format!("{FILE}, {}", sheets.heading.name);
            self.problems.push(warning(Code::CellCut, doc_id, what, place));
        }
        Ok(())
    }

    fn problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    fn finish(self: Box<Self>) -> Result<Vec<Draft>, Error> {
        let Self { folder, mut workbook, tables, looks, bytes, .. } = *self;
        let error = |error| broken(&folder, error);
        let mut draft = Draft::create(&folder, FILE)?;
        workbook.push_worksheet(explained(&tables, &looks).map_err(error)?);
        tables.into_iter().try_for_each(|sheets| sheets.close(&mut workbook)).map_err(error)?;
        // Where it is not needed it does harm: LibreOffice does not open such a file.
        workbook.use_zip_large_file(bytes > LARGE);
        workbook.save_to_writer(&mut draft).map_err(error)?;
        Ok(vec![draft])
    }
}

fn broken(folder: &Path, error: XlsxError) -> Error {
    Error::Output { path: folder.join(FILE), source: io::Error::other(error) }
}

fn warning(code: Code, doc_id: String, what: String, place: String) -> Problem {
    Problem { doc_id, stage: Stage::Write, severity: Severity::Warning, code, what, place }
}

/// Bytes of a cell in its sheet, about.
fn size(cell: &Cell<'_>) -> u64 {
    64 + if let Cell::Text(text) = cell { text.len() as u64 } else { 0 }
}

#[cfg(all(test, feature = "archives"))]
mod tests {
    use super::{Book, Cell, Code, Excel, Problem, Severity, Stage};
    use crate::output::book::Heading;
    use crate::table::{Language, shapes};
    use std::fs::File;
    use std::io::Read;

    #[test]
    fn rows_beyond_the_limit_stand_in_another_sheet() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Box::new(Excel::with_limit(folder.path(), Language::English, 4).unwrap());
        book.begin(Heading::from(&shapes()[5])).unwrap();
        for at in 0..7_usize {
            book.push(0, &["a".into(), Cell::Empty, Cell::Empty, at.into()]).unwrap();
        }
        let told = book.problems();
        assert_eq!(told.len(), 2, "{told:?}");
        let full = |problem: &Problem| {
            (problem.code, problem.severity, problem.stage)
                == (Code::SheetFull, Severity::Warning, Stage::Write)
        };
        assert!(told.iter().all(full), "{told:?}");
        assert!(told[1].what.contains("problems (3)"), "{told:?}");
        book.finish().unwrap().into_iter().for_each(|draft| drop(draft.place().unwrap()));
        let mut file = zip::ZipArchive::new(File::open(folder.path().join("solieu.xlsx")).unwrap()).unwrap();
        let mut sheet = |number: usize| {
            let mut text = String::new();
            let mut part = file.by_name(&format!("xl/worksheets/sheet{number}.xml")).unwrap();
            part.read_to_string(&mut text).unwrap();
            text
        };
        // The first sheet explains; each other has a head and at most three rows, all under its filter.
        for (number, rows) in [(2, 4), (3, 4), (4, 2)] {
            let text = sheet(number);
            assert_eq!(text.matches("<row ").count(), rows, "{text}");
            assert!(text.contains(&format!("<autoFilter ref=\"A1:F{rows}\"/>")), "{text}");
            assert!(text.contains("state=\"frozen\""), "{text}");
        }
    }
}
