//! Tables as CSV that opens rightly in spreadsheets.

use super::Sheet;
use super::book::Label;
use crate::record::{Document, Record};
use crate::table::{Cell, DOCUMENTS, Kind, Language, Ready, Table};
use std::io::{self, Write as _};

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
    /// The language of headings and labels.
    pub language: Language,
}

impl Locale {
    /// The code by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
        }
    }
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
}

/// By this mark spreadsheets know UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

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
        Ok(head(self.table.fields().map(|field| field.name), self.style))
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
        Ok(head(DOCUMENTS.fields().map(|field| field.name), self.style))
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
pub(super) fn head<'a>(names: impl Iterator<Item = &'a str>, style: Style) -> Vec<u8> {
    let mut out = if style.bom { BOM.to_vec() } else { Vec::new() };
    for name in names {
        text(&style.language.heading(name), style, &mut out);
        out.push(style.delimiter() as u8);
    }
    end(&mut out);
    out
}

/// About how many bytes a row has.
const ROW: usize = 512;

/// Appends rows of a table.
pub(super) fn rows<R>(table: &Table<R>, rows: &[R], style: Style, out: &mut Vec<u8>) -> io::Result<()> {
    out.reserve(rows.len() * ROW);
    for record in rows {
        for (field, cell) in table.cells(record) {
            write_cell((field.name, field.kind), style, &cell, out)?;
        }
        end(out);
    }
    Ok(())
}

/// Appends one row of these columns.
pub(super) fn row<'a, 'b: 'a>(
    cells: impl Iterator<Item = (&'a Label, &'a Cell<'b>)>,
    style: Style,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    for (column, cell) in cells {
        write_cell((&column.name, column.kind), style, cell, out)?;
    }
    end(out);
    Ok(())
}

/// Appends a cell and the sign after it.
fn write_cell(
    (name, kind): (&str, Kind),
    style: Style,
    cell: &Cell<'_>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    match cell {
        Cell::Empty => {}
        Cell::Text(words) if kind == Kind::Text && runs(words) => text(&format!("'{words}"), style, out),
        Cell::Text(words) => text(&style.language.label(name, kind, words), style, out),
        Cell::Integer(number) => integer(*number, out),
        Cell::Decimal(number) if style.decimal() == '.' => match i64::try_from(number.mantissa()) {
            Ok(whole) if number.scale() == 0 => integer(whole, out),
            _ => write!(out, "{number}")?,
        },
        Cell::Decimal(number) => {
            let number = number.to_string().replace('.', style.decimal().encode_utf8(&mut [0; 4]));
            text(&number, style, out);
        }
    }
    out.push(style.delimiter() as u8);
    Ok(())
}

fn integer(number: i64, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Words of so many bytes are looked through one by one, which takes less time than to begin a search.
const SHORT: usize = 24;

/// Whether words hold a sign that would part them.
fn is_parted(words: &[u8], delimiter: u8) -> bool {
    if words.len() <= SHORT {
        return words.iter().any(|&byte| matches!(byte, b'"' | b'\n' | b'\r') || byte == delimiter);
    }
    memchr::memchr3(b'"', b'\n', delimiter, words).or_else(|| memchr::memchr(b'\r', words)).is_some()
}

/// Appends words, in quotes where they hold a sign that would part them.
fn text(words: &str, style: Style, out: &mut Vec<u8>) {
    let bytes = words.as_bytes();
    if !is_parted(bytes, style.delimiter() as u8) {
        return out.extend_from_slice(bytes);
    }
    out.push(b'"');
    let mut from = 0;
    for quote in memchr::memchr_iter(b'"', bytes) {
        out.extend_from_slice(&bytes[from..=quote]);
        from = quote;
    }
    out.extend_from_slice(&bytes[from..]);
    out.push(b'"');
}

/// Ends a row: the sign after its last cell becomes the end of the line.
fn end(out: &mut [u8]) {
    if let Some(last) = out.last_mut() {
        *last = b'\n';
    }
}

/// A ready table as a file.
///
/// # Errors
/// When a row cannot be put into CSV.
pub fn ready(ready: &Ready, rows: &[Vec<Cell<'_>>], style: Style) -> io::Result<Vec<u8>> {
    let columns: Vec<Label> = ready.shape().fields.iter().map(Label::from).collect();
    let mut out = head(columns.iter().map(|column| column.name.as_str()), style);
    for cells in rows {
        row(columns.iter().zip(cells), style, &mut out)?;
    }
    Ok(out)
}

/// A table that a user laid out as a file; its heads stand as they are given.
///
/// # Errors
/// When a row cannot be put into CSV.
pub fn laid_out(heads: &[String], rows: &[Vec<Cell<'_>>], style: Style) -> io::Result<Vec<u8>> {
    let mut out = head(heads.iter().map(String::as_str), Style { language: Language::English, ..style });
    let plain = Label { name: String::new(), kind: Kind::Text, doc: String::new() };
    for cells in rows {
        row(std::iter::repeat(&plain).zip(cells), style, &mut out)?;
    }
    Ok(out)
}

/// Whether a spreadsheet would take the text for a formula.
fn runs(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::{Label, Language, Locale, Style, head, row, rows};
    use crate::error::{Code, Problem, Severity, Stage};
    use crate::table::{Cell, Kind, PROBLEMS};
    use rust_decimal::Decimal;

    const PLAIN: Style = Style { bom: false, locale: Locale::En, language: Language::English };

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
        let label = |kind| Label { name: "x".to_owned(), kind, doc: String::new() };
        let columns = [Kind::Text, Kind::Decimal, Kind::Integer].map(label);
        row(columns.iter().zip(&cells), style, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "1.5, rồi;18,4;2020\n");
    }

    #[test]
    fn headings_and_labels_are_vietnamese_where_asked_and_text_is_not_touched() {
        let style = Style { language: Language::Vietnamese, ..PLAIN };
        let mut out = head(["stage", "severity", "what"].into_iter(), style);
        let label = |name: &str, kind| Label { name: name.to_owned(), kind, doc: String::new() };
        let columns = [
            label("severity", Kind::Word(&["error"])),
            label("title", Kind::Text),
            label("unit", Kind::Text),
        ];
        let cells = ["error", "error", "plan"].map(Cell::from);
        row(columns.iter().zip(&cells), style, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Bước,Mức độ,Việc gì\nlỗi,error,kế hoạch\n");
    }

    #[test]
    fn the_mark_is_asked_for() {
        assert_eq!(head(["a", "b"].into_iter(), Style { bom: true, ..PLAIN }), "\u{feff}a,b\n".as_bytes());
        assert_eq!(head(["a", "b"].into_iter(), PLAIN), b"a,b\n");
    }
}
