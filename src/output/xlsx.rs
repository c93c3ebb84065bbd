//! A workbook: a sheet for each table, and a first one that explains them.

use super::book::{Book, Heading, Label};
use super::draft::Draft;
use crate::error::{Code, Error, Problem, Severity, Stage};
use crate::table::{Cell, Kind};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::io;
use std::path::{Path, PathBuf};

/// Name of the file.
const FILE: &str = "solieu.xlsx";

/// Rows of a sheet, the head among them.
const ROWS: u32 = 1 << 20;

/// Bytes of cells from which a sheet may need an archive of the large kind.
const LARGE: u64 = 1 << 30;

/// Characters of a cell, in units of UTF-16.
const CHARS: usize = 32_767;

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
    pub(super) fn new(folder: &Path) -> Result<Self, Error> {
        Self::with_limit(folder, ROWS)
    }

    fn with_limit(folder: &Path, limit: u32) -> Result<Self, Error> {
        let mut workbook = Workbook::new();
        let made = ExcelDateTime::from_ymd(2000, 1, 1);
        let made = workbook.set_tempdir(folder).and(made).map_err(|error| broken(folder, error))?;
        workbook.set_properties(&DocProperties::new().set_author("solieu").set_creation_datetime(&made));
        let (folder, tables, problems) = (folder.to_owned(), Vec::new(), Vec::new());
        Ok(Self { folder, workbook, tables, looks: Looks::new(), problems, bytes: 0, limit })
    }

    fn split(&mut self, table: usize) -> Result<(), Error> {
        let error = |error| broken(&self.folder, error);
        let Some(sheets) = self.tables.get_mut(table) else { return Ok(()) };
        let part = sheets.parts.len() + 1;
        let name = format!("{} ({part})", sheets.heading.name);
        let sheet = self.workbook.new_worksheet_with_constant_memory().map_err(error)?;
        sheets.parts.push(begun(sheet, &name, &sheets.heading, &self.looks).map_err(error)?);
        sheets.row = 1;
        let what =
            format!("a sheet holds {} rows; those after them stand in the sheet “{name}”", self.limit - 1);
        self.problems.push(warning(Code::SheetFull, String::new(), what, FILE.to_owned()));
        Ok(())
    }
}

impl Book for Excel {
    fn begin(&mut self, heading: Heading) -> Result<(), Error> {
        let error = |error| broken(&self.folder, error);
        let sheet = self.workbook.new_worksheet_with_constant_memory().map_err(error)?;
        let sheet = begun(sheet, &heading.name, &heading, &self.looks).map_err(error)?;
        self.tables.push(Sheets { heading, parts: vec![sheet], row: 1, rows: 0 });
        Ok(())
    }

    fn push(&mut self, table: usize, cells: &[Cell<'_>]) -> Result<(), Error> {
        if self.tables.get(table).is_some_and(|sheets| sheets.row >= self.limit) {
            self.split(table)?;
        }
        let Some(sheets) = self.tables.get_mut(table) else { return Ok(()) };
        self.bytes += cells.iter().map(size).sum::<u64>();
        let cut = sheets.push(cells, &self.looks).map_err(|error| broken(&self.folder, error))?;
        if cut {
            let what = format!("a cell of the workbook holds {CHARS} characters; the text was cut");
            let doc_id = cells.get(1).map_or_else(String::new, ToString::to_string);
            self.problems.push(warning(
                Code::CellCut,
                doc_id,
                what,
                format!("{FILE}, {}", sheets.heading.name),
            ));
        }
        Ok(())
    }

    fn problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    fn finish(self: Box<Self>) -> Result<Vec<Draft>, Error> {
        let Self { folder, mut workbook, tables, looks, bytes, .. } = *self;
        let mut draft = Draft::create(&folder, FILE)?;
        let first = explained(&tables, &looks).map_err(|error| broken(&folder, error))?;
        workbook.push_worksheet(first);
        for mut sheets in tables {
            sheets.close().map_err(|error| broken(&folder, error))?;
            sheets.parts.into_iter().for_each(|sheet| workbook.push_worksheet(sheet));
        }
        // Where it is not needed it does harm: LibreOffice does not open such a file.
        workbook.use_zip_large_file(bytes > LARGE);
        workbook.save_to_writer(&mut draft).map_err(|error| broken(&folder, error))?;
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

/// The looks of cells.
struct Looks {
    head: Format,
    day: Format,
    wrap: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            head: Format::new().set_bold().set_background_color(0x00DD_E6F0).set_align(FormatAlign::Top),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            wrap: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// The sheets of one table: one, and more beyond the limit of rows.
struct Sheets {
    heading: Heading,
    parts: Vec<Worksheet>,
    /// The next row of the last sheet.
    row: u32,
    rows: u64,
}

impl Sheets {
    /// Writes a row; whether a text had to be cut.
    fn push(&mut self, cells: &[Cell<'_>], looks: &Looks) -> Result<bool, XlsxError> {
        let Some(sheet) = self.parts.last_mut() else { return Ok(false) };
        let mut cut = false;
        for ((at, cell), column) in (0_u16..).zip(cells).zip(&self.heading.columns) {
            cut |= write(sheet, self.row, at, cell, column.kind, looks)?;
        }
        self.row += 1;
        self.rows += 1;
        Ok(cut)
    }

    /// Sets the filters, which need the last row.
    fn close(&mut self) -> Result<(), XlsxError> {
        let last = u16::try_from(self.heading.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let full = self.parts.len().saturating_sub(1);
        for (at, sheet) in self.parts.iter_mut().enumerate() {
            let end = if at < full { ROWS } else { self.row };
            sheet.autofilter(0, 0, end.saturating_sub(1).max(1), last)?;
        }
        Ok(())
    }
}

/// A sheet with its head, which stays in view.
fn begun(mut sheet: Worksheet, name: &str, heading: &Heading, looks: &Looks) -> Result<Worksheet, XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(&heading.columns) {
        sheet.set_column_width(at, width(column))?;
        sheet.write_string_with_format(0, at, &column.name, &looks.head)?;
    }
    Ok(sheet)
}

/// Width of a column in characters: enough for the name, and for what usually stands below it.
fn width(column: &Label) -> f64 {
    let usual = match (column.kind, column.name.as_str()) {
        (_, "quote" | "what" | "reason") => 60,
        (_, "title" | "phrase" | "recipient" | "source") => 40,
        (Kind::Text, _) => 20,
        (Kind::Edtf | Kind::Word(_), _) => 14,
        (Kind::Date | Kind::Decimal, _) => 12,
        (Kind::Integer, _) => 9,
    };
    let name = u32::try_from(column.name.chars().count()).unwrap_or(0) + 4;
    f64::from(name.max(usual))
}

/// Writes a cell in its type; whether a text had to be cut.
fn write(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell<'_>,
    kind: Kind,
    looks: &Looks,
) -> Result<bool, XlsxError> {
    let text = match cell {
        Cell::Empty => return Ok(false),
        Cell::Text(text) => text.as_ref(),
        other => {
            let digits = other.to_string();
            match exact(other, &digits) {
                Some(number) => sheet.write_number(row, at, number)?,
                None => sheet.write_string(row, at, digits)?,
            };
            return Ok(false);
        }
    };
    if let Some(day) = (kind == Kind::Date).then(|| day(text)).flatten() {
        sheet.write_datetime_with_format(row, at, &day, &looks.day)?;
        return Ok(false);
    }
    let (text, cut) = fitting(text);
    sheet.write_string(row, at, text)?;
    Ok(cut)
}

/// The number as Excel keeps it, which is with 15 digits; `None` where it would lose some.
fn exact(cell: &Cell<'_>, digits: &str) -> Option<f64> {
    let significant = digits.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let number = match cell {
        Cell::Integer(number) => number.to_f64(),
        Cell::Decimal(number) => number.to_string().parse().ok(),
        _ => None,
    };
    number.filter(|_| significant <= 15)
}

/// A day that Excel knows; its calendar begins in 1900, and its first two months are wrong.
fn day(text: &str) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(text).ok().filter(|_| text >= "1900-03-01" && text.len() == 10)
}

/// As much of the text as a cell holds.
fn fitting(text: &str) -> (&str, bool) {
    if text.len() <= CHARS {
        return (text, false);
    }
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > CHARS {
            return (&text[..at], true);
        }
    }
    (text, false)
}

/// The first sheet: what stands in the others.
fn explained(tables: &[Sheets], looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("readme")?;
    for (at, width) in [(0, 16.0), (1, 30.0), (2, 10.0), (3, 100.0)] {
        sheet.set_column_width(at, width)?;
    }
    let mut row = 0;
    let mut line = |cells: [&str; 4], look: &Format| -> Result<(), XlsxError> {
        for (at, cell) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, at, cell, look)?;
        }
        row += 1;
        Ok(())
    };
    line(["sheet", "column", "type", "meaning"], &looks.head)?;
    for Sheets { heading, rows, .. } in tables {
        let about = format!("{rows} rows; one row: {}.", heading.doc);
        line([&heading.name, "", "", &about], &looks.head)?;
        for column in &heading.columns {
            line(["", &column.name, column.kind.as_str(), &column.doc], &looks.wrap)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::{Book, CHARS, Cell, Excel, day, exact, fitting};
    use crate::output::book::Heading;
    use crate::table::shapes;
    use rust_decimal::Decimal;

    #[test]
    fn rows_beyond_the_limit_stand_in_another_sheet() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Box::new(Excel::with_limit(folder.path(), 4).unwrap());
        book.begin(Heading::from(&shapes()[5])).unwrap();
        for at in 0..7_usize {
            book.push(0, &["a".into(), Cell::Empty, Cell::Empty, at.into()]).unwrap();
        }
        let told = book.problems();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[1].what.contains("problems (3)"), "{told:?}");
        assert_eq!(book.tables[0].parts.len(), 3);
        book.finish().unwrap().into_iter().for_each(|draft| drop(draft.place().unwrap()));
        assert!(folder.path().join("solieu.xlsx").metadata().unwrap().len() > 1000);
    }

    #[test]
    fn numbers_that_excel_would_round_stay_text() {
        let shown = |digits: &str| {
            let cell = Cell::from(digits.parse::<Decimal>().unwrap());
            exact(&cell, &cell.to_string())
        };
        assert_eq!(shown("1200000.05"), Some(1_200_000.05));
        assert_eq!(shown("0.000001"), Some(0.000_001));
        assert_eq!(shown("123456789012345"), Some(123_456_789_012_345.0));
        assert_eq!(shown("1234567890123456"), None);
    }

    #[test]
    fn days_before_the_calendar_of_excel_stay_text() {
        assert!(day("2020-06-30").is_some());
        for text in ["1890-01-01", "1900-02-28", "2020-06", ""] {
            assert!(day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_text_is_cut_at_the_limit_of_a_cell_and_not_before() {
        let text = "ư".repeat(CHARS);
        assert_eq!(fitting(&text), (text.as_str(), false));
        assert_eq!(fitting(&"ư".repeat(CHARS + 1)), (text.as_str(), true));
        let wide = "𝟓".repeat(CHARS);
        let (cut, _) = fitting(&wide);
        assert_eq!(cut.chars().count(), CHARS / 2);
    }
}
