//! Documents as JSON objects; all of them in one array.

use super::Sheet;
use crate::record::{Document, Record, Row};
use crate::table::{AWARDS, CITATIONS, COUNTS, Cell, DATES, DOCUMENTS, PROBLEMS, Table};
use std::io::{self, Write};

/// All documents in one array, one line each.
pub(super) struct Array;

impl Sheet for Array {
    fn file(&self) -> String {
        "facts.json".to_owned()
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        Ok(b"[\n".to_vec())
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        document(record, out)
    }

    fn mark(&self, document: &Document, part: &mut Vec<u8>) -> io::Result<()> {
        repeated(document, part)
    }

    fn joint(&self) -> &'static [u8] {
        b",\n"
    }

    fn close(&self) -> &'static [u8] {
        b"\n]\n"
    }
}

/// Says in the object of a document which other it repeats. The member is found by its quotes, which a text would have
/// behind backslashes.
pub(super) fn repeated(document: &Document, part: &mut Vec<u8>) -> io::Result<()> {
    const MEMBER: &[u8] = b",\"duplicate_of\":";
    const NULL: &[u8] = b"null";
    let Some(at) = memchr::memmem::find(part, MEMBER).map(|at| at + MEMBER.len()) else { return Ok(()) };
    if part[at..].starts_with(NULL) {
        let id = serde_json::to_vec(&document.duplicate_of.as_deref())?;
        part.splice(at..at + NULL.len(), id);
    }
    Ok(())
}

/// Appends a document with its arrays of facts, in one line without its end.
pub(super) fn document(record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
    for (index, (field, number)) in DOCUMENTS.cells(&record.document).enumerate() {
        name(index, field.name, out);
        match field.name {
            "counts" => facts(&COUNTS, &record.counts, out)?,
            "dates" => facts(&DATES, &record.dates, out)?,
            "awards" => facts(&AWARDS, &record.awards, out)?,
            "citations" => facts(&CITATIONS, &record.citations, out)?,
            _ => value(&number, out)?,
        }
    }
    out.push(b'}');
    Ok(())
}

/// Appends a document with its arrays of facts and its problems, in one line without its end.
pub(super) fn with_problems(record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
    document(record, out)?;
    out.pop();
    out.extend_from_slice(b",\"problems\":[");
    for (at, problem) in record.problems.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let cells = PROBLEMS.cells(problem).filter(|(field, _)| field.name != "document");
        for (index, (field, cell)) in cells.enumerate() {
            name(index, field.name, out);
            value(&cell, out)?;
        }
        out.push(b'}');
    }
    out.extend_from_slice(b"]}");
    Ok(())
}

fn facts<F>(table: &Table<Row<F>>, rows: &[Row<F>], out: &mut Vec<u8>) -> io::Result<()> {
    out.push(b'[');
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let cells = table.cells(row).filter(|(field, _)| field.name != "doc_id");
        for (index, (field, cell)) in cells.enumerate() {
            name(index, field.name, out);
            value(&cell, out)?;
        }
        out.push(b'}');
    }
    out.push(b']');
    Ok(())
}

/// The name of a member, after the brace or comma that belongs before it.
fn name(index: usize, name: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(if index == 0 { b"{\"" } else { b",\"" });
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

/// A value; decimals are written digit by digit, never by way of a float.
fn value(cell: &Cell<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    match cell {
        Cell::Empty => out.extend_from_slice(b"null"),
        Cell::Text(text) => serde_json::to_writer(out, text)?,
        Cell::Integer(_) | Cell::Decimal(_) => write!(out, "{cell}")?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::value;
    use crate::table::Cell;
    use rust_decimal::Decimal;

    fn written(cell: &Cell<'_>) -> String {
        let mut out = Vec::new();
        value(cell, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_exact_and_texts_are_quoted() {
        let number = "1200000.050".parse::<Decimal>().unwrap();
        assert_eq!(written(&number.into()), "1200000.05");
        assert_eq!(written(&"“a\"\n".into()), "\"“a\\\"\\n\"");
        assert_eq!(written(&"".into()), "null");
        assert_eq!(written(&"=1".into()), "\"=1\"");
    }
}
