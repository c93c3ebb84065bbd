//! Tables as CSV that opens rightly in spreadsheets.

use super::Sheet;
use crate::record::{Document, Record};
use crate::table::{Cell, DOCUMENTS, Kind, Table};
use csv::{Writer, WriterBuilder};
use std::fmt::Write as _;
use std::io::{self, Write};

/// How spreadsheets of a country write numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// A decimal point, and commas between cells.
    #[default]
    En,
    /// A decimal comma, and semicolons between cells, as Excel in Vietnam takes them by double click.
    Vi,
}

/// How CSV files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether a byte order mark stands before each file.
    pub bom: bool,
    /// The signs of the country.
    pub locale: Locale,
}

impl Style {
    /// The sign between cells.
    pub(super) const fn delimiter(self) -> char {
        match self.locale {
            Locale::En => ',',
            Locale::Vi => ';',
        }
    }

    /// The sign before the decimals of a number.
    pub(super) const fn decimal(self) -> char {
        match self.locale {
            Locale::En => '.',
            Locale::Vi => ',',
        }
    }

    fn builder(self) -> WriterBuilder {
        let mut builder = WriterBuilder::new();
        builder.delimiter(self.delimiter() as u8);
        builder
    }
}

/// By this mark spreadsheets know UTF-8.
pub const BOM: &[u8] = "\u{feff}".as_bytes();

/// A table in a file of its own.
pub(super) struct CsvSheet<R: 'static> {
    pub(super) table: &'static Table<R>,
    pub(super) rows: fn(&Record) -> &[R],
    pub(super) style: Style,
}

impl<R> Sheet for CsvSheet<R> {
    fn file(&self) -> String {
        format!("{}.csv", self.table.name)
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        head(self.table.fields().map(|field| field.name), self.style)
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        rows(self.table, (self.rows)(record), self.style, out)
    }
}

/// The table of documents, whose rows can be written anew.
pub(super) struct DocumentSheet {
    pub(super) style: Style,
}

impl Sheet for DocumentSheet {
    fn file(&self) -> String {
        format!("{}.csv", DOCUMENTS.name)
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        head(DOCUMENTS.fields().map(|field| field.name), self.style)
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        rows(&DOCUMENTS, std::slice::from_ref(&record.document), self.style, out)
    }

    fn mark(&self, document: &Document, part: &mut Vec<u8>) -> io::Result<()> {
        part.clear();
        rows(&DOCUMENTS, std::slice::from_ref(document), self.style, part)
    }
}

/// The first row, with the names of the columns.
pub(super) fn head<'a>(names: impl Iterator<Item = &'a str>, style: Style) -> io::Result<Vec<u8>> {
    let mut out = if style.bom { BOM.to_vec() } else { Vec::new() };
    let mut writer = style.builder().from_writer(&mut out);
    writer.write_record(names)?;
    writer.flush()?;
    drop(writer);
    Ok(out)
}

/// Appends rows of a table.
pub(super) fn rows<R>(table: &Table<R>, rows: &[R], style: Style, out: &mut Vec<u8>) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut writer = style.builder().buffer_capacity(4 << 10).from_writer(out);
    let mut scratch = String::new();
    for row in rows {
        for (field, cell) in table.cells(row) {
            write_cell(&mut writer, (field.kind, style), &cell, &mut scratch)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

fn write_cell<W: Write>(
    writer: &mut Writer<W>,
    (kind, style): (Kind, Style),
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
    if let Cell::Decimal(_) = cell
        && style.decimal() != '.'
    {
        *scratch = scratch.replace('.', style.decimal().encode_utf8(&mut [0; 4]));
    }
    Ok(writer.write_field(scratch.as_bytes())?)
}

/// Appends one row whose cells have these types.
pub(super) fn row<'a, 'b: 'a>(
    cells: impl Iterator<Item = (Kind, &'a Cell<'b>)>,
    style: Style,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let mut writer = style.builder().buffer_capacity(1 << 10).from_writer(out);
    let mut scratch = String::new();
    for (kind, cell) in cells {
        write_cell(&mut writer, (kind, style), cell, &mut scratch)?;
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
    use super::{Locale, Style, head, row, rows};
    use crate::error::{Code, Problem, Severity, Stage};
    use crate::table::{Cell, Kind, PROBLEMS};
    use rust_decimal::Decimal;

    const PLAIN: Style = Style { bom: false, locale: Locale::En };

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
        rows(&PROBLEMS, &[problem], PLAIN, &mut out).unwrap();
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
    fn in_vietnam_decimals_have_a_comma_and_cells_a_semicolon() {
        let style = Style { locale: Locale::Vi, ..PLAIN };
        let cells =
            [Cell::from("1.5, rồi"), Cell::from("18.4".parse::<Decimal>().unwrap()), Cell::Integer(2020)];
        let mut out = Vec::new();
        row([Kind::Text, Kind::Decimal, Kind::Integer].into_iter().zip(&cells), style, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "1.5, rồi;18,4;2020\n");
    }

    #[test]
    fn the_mark_is_asked_for() {
        assert_eq!(
            head(["a", "b"].into_iter(), Style { bom: true, ..PLAIN }).unwrap(),
            "\u{feff}a,b\n".as_bytes()
        );
        assert_eq!(head(["a", "b"].into_iter(), PLAIN).unwrap(), b"a,b\n");
    }
}
