//! Tables as CSV that opens rightly in spreadsheets.

use super::Sheet;
use crate::record::{Document, Record};
use crate::table::{Cell, DOCUMENTS, Kind, Table};
use csv::{Writer, WriterBuilder};
use std::fmt::Write as _;
use std::io::{self, Write};

/// By this mark spreadsheets know UTF-8.
pub const BOM: &[u8] = "\u{feff}".as_bytes();

/// A table in a file of its own.
pub(super) struct CsvSheet<R: 'static> {
    pub(super) table: &'static Table<R>,
    pub(super) rows: fn(&Record) -> &[R],
    pub(super) bom: bool,
}

impl<R> Sheet for CsvSheet<R> {
    fn file(&self) -> String {
        format!("{}.csv", self.table.name)
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        head(self.table.fields().map(|field| field.name), self.bom)
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        rows(self.table, (self.rows)(record), out)
    }
}

/// The table of documents, whose rows can be written anew.
pub(super) struct DocumentSheet {
    pub(super) bom: bool,
}

impl Sheet for DocumentSheet {
    fn file(&self) -> String {
        format!("{}.csv", DOCUMENTS.name)
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        head(DOCUMENTS.fields().map(|field| field.name), self.bom)
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        rows(&DOCUMENTS, std::slice::from_ref(&record.document), out)
    }

    fn mark(&self, document: &Document, part: &mut Vec<u8>) -> io::Result<()> {
        part.clear();
        rows(&DOCUMENTS, std::slice::from_ref(document), part)
    }
}

/// The first row, with the names of the columns.
pub(super) fn head<'a>(names: impl Iterator<Item = &'a str>, bom: bool) -> io::Result<Vec<u8>> {
    let mut out = if bom { BOM.to_vec() } else { Vec::new() };
    let mut writer = WriterBuilder::new().from_writer(&mut out);
    writer.write_record(names)?;
    writer.flush()?;
    drop(writer);
    Ok(out)
}

/// Appends rows of a table.
pub(super) fn rows<R>(table: &Table<R>, rows: &[R], out: &mut Vec<u8>) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut writer = WriterBuilder::new().buffer_capacity(4 << 10).from_writer(out);
    let mut scratch = String::new();
    for row in rows {
        for (field, cell) in table.cells(row) {
            write_cell(&mut writer, field.kind, &cell, &mut scratch)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

fn write_cell<W: Write>(
    writer: &mut Writer<W>,
    kind: Kind,
    cell: &Cell<'_>,
    scratch: &mut String,
) -> io::Result<()> {
    scratch.clear();
    match cell {
        Cell::Text(text) if kind == Kind::Text && runs(text) => {
            scratch.push('\'');
            scratch.push_str(text);
        }
        Cell::Text(text) => return Ok(writer.write_field(text.as_bytes())?),
        other => write!(scratch, "{other}").map_err(io::Error::other)?,
    }
    Ok(writer.write_field(scratch.as_bytes())?)
}

/// Appends one row whose cells have these types.
pub(super) fn row<'a, 'b: 'a>(
    cells: impl Iterator<Item = (Kind, &'a Cell<'b>)>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().buffer_capacity(1 << 10).from_writer(out);
    let mut scratch = String::new();
    for (kind, cell) in cells {
        write_cell(&mut writer, kind, cell, &mut scratch)?;
    }
    writer.write_record(None::<&[u8]>)?;
    writer.flush()
}

/// Whether a spreadsheet would take the text for a formula.
fn runs(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::{head, rows};
    use crate::error::{Code, Problem, Severity, Stage};
    use crate::table::PROBLEMS;

    fn written(what: &str) -> String {
        let problem = Problem {
            doc_id: "a.txt".into(),
            stage: Stage::Read,
            severity: Severity::Error,
            code: Code::Unreadable,
            what: what.into(),
            place: String::new(),
        };
        let mut out = Vec::new();
        rows(&PROBLEMS, &[problem], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn formulas_are_made_harmless() {
        for what in ["=1+1", "+84", "-5 độ", "@SUM(A1)", "\tx"] {
            assert_eq!(written(what), format!("a.txt,read,error,unreadable,'{what},\n"));
        }
        assert_eq!(written("\r=1"), "a.txt,read,error,unreadable,\"'\r=1\",\n");
    }

    #[test]
    fn other_text_stands_as_it_is() {
        for what in ["1-2", "a=b", "'", "–5", " =1", "%"] {
            assert_eq!(written(what), format!("a.txt,read,error,unreadable,{what},\n"));
        }
        assert_eq!(written("a,\"b\"\nc"), "a.txt,read,error,unreadable,\"a,\"\"b\"\"\nc\",\n");
    }

    #[test]
    fn the_mark_is_asked_for() {
        assert_eq!(head(["a", "b"].into_iter(), true).unwrap(), "\u{feff}a,b\n".as_bytes());
        assert_eq!(head(["a", "b"].into_iter(), false).unwrap(), b"a,b\n");
    }
}
