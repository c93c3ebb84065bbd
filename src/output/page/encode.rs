//! Rows as arrays of JSON that may stand inside a page: nothing in them can end a script or begin a tag.

use super::place::Place;
use crate::record::Row;
use crate::table::{Cell, Field, Kind, Table};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Columns of a fact that the page knows from its document and its text.
pub(super) const IMPLIED: [&str; 3] = ["doc_id", "words", "quote_at"];

/// Columns that name a fact; of a fact of the same document, only what follows its document's identity is kept.
const NAMING: [&str; 2] = ["fact_id", "part_of"];

/// Writes the signs that mean something to HTML or to old scripts as `\u` escapes.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            let (before, from) = rest.split_at(at);
            let mut signs = from.chars();
            let sign = signs.next().map_or(0, u32::from);
            write!(writer, "{before}\\u{sign:04x}")?;
            rest = signs.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

/// Appends any value.
pub(super) fn json(value: &(impl Serialize + ?Sized), out: &mut Vec<u8>) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Harmless)).map_err(io::Error::from)
}

/// Appends one cell: a word by its number in the list of its column, a decimal as a string of its digits.
pub(super) fn cell(field: &Field, cell: &Cell<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    match (field.kind, cell) {
        (_, Cell::Empty) => out.extend_from_slice(b"null"),
        (_, Cell::Integer(number)) => write!(out, "{number}")?,
        (Kind::Word(words), Cell::Text(text)) => match words.iter().position(|word| word == text) {
            Some(at) => write!(out, "{at}")?,
            None => json(text, out)?,
        },
        (_, Cell::Text(text)) => json(text, out)?,
        (_, other) => json(&other.to_string(), out)?,
    }
    Ok(())
}

/// Appends a row of the columns that `wanted` lets through, as an array.
pub(super) fn row<R>(
    table: &Table<R>,
    row: &R,
    wanted: impl Fn(&str) -> bool,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    array(table.cells(row).filter(|(field, _)| wanted(field.name)), out, |(field, value), out| {
        cell(field, &value, out)
    })
}

/// Appends the facts of one table of a document, as an array of arrays.
pub(super) fn facts<F>(
    table: &Table<Row<F>>,
    rows: &[Row<F>],
    place: &mut Place<'_>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    array(rows.iter(), out, |row, out| {
        let cells = table.cells(row).filter(|(field, _)| !IMPLIED.contains(&field.name));
        array(cells, out, |(field, value), out| match &value {
            Cell::Text(name) if NAMING.contains(&field.name) => {
                let own = name.strip_prefix(&*row.doc_id).filter(|rest| rest.starts_with('#'));
                json(own.unwrap_or(name), out)
            }
            Cell::Text(quote) if field.name == "quote" => match place.of(row.start, row.end, quote) {
                Some((start, end)) => Ok(write!(out, "[{start},{end}]")?),
                // The text has other signs there: the sentence itself, and where the words begin in it.
                None => json(&(quote, row.quote_at), out),
            },
            _ => cell(field, &value, out),
        })
    })
}

/// Appends an array, each of whose items `write` appends.
pub(super) fn array<T>(
    items: impl Iterator<Item = T>,
    out: &mut Vec<u8>,
    mut write: impl FnMut(T, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    out.push(b'[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(item, out)?;
    }
    out.push(b']');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{cell, json};
    use crate::table::{Cell, Field, Kind};
    use rust_decimal::Decimal;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        json(text, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_text_can_end_a_script() {
        let hostile =
            "</script><script>alert(1)</script><!--<img onerror=x>]]>{{x}}&lt;\u{2028}\u{2029}\0\"\\";
        let safe = written(hostile);
        for sign in ['<', '>', '&', '\u{2028}', '\u{2029}', '\0'] {
            assert!(!safe.contains(sign), "{sign:?} in {safe}");
        }
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), hostile);
    }

    #[test]
    fn other_text_stands_as_it_is() {
        assert_eq!(written("Ủy ban 25-NQ/TW 😀"), "\"Ủy ban 25-NQ/TW 😀\"");
    }

    #[test]
    fn words_are_numbers_and_decimals_keep_their_digits() {
        let shown = |kind, value: &Cell<'_>| {
            let mut out = Vec::new();
            cell(&Field { name: "x", kind, doc: "" }, value, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let words = Kind::Word(&["exact", "approximate"]);
        assert_eq!(shown(words, &"approximate".into()), "1");
        assert_eq!(shown(words, &"new".into()), "\"new\"");
        let long: Decimal = "79228162514264337593543950335".parse().unwrap();
        assert_eq!(shown(Kind::Decimal, &long.into()), "\"79228162514264337593543950335\"");
        assert_eq!(shown(Kind::Integer, &Cell::Integer(-3)), "-3");
        assert_eq!(shown(Kind::Text, &Cell::Empty), "null");
    }
}
