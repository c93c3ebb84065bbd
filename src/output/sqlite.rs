//! A database: tables with keys and indices, views for common questions, and a search in the quotes.

use super::book::{Book, Heading, Label, place};
use super::draft::Draft;
use crate::error::Error;
use crate::table::{Cell, Kind};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, params_from_iter};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Name of the file.
const FILE: &str = "solieu.sqlite";

/// Views and the search, made when all rows are there.
const VIEWS: &str = include_str!("sqlite.sql");

/// The database while it grows, under a temporary name.
pub(super) struct Database {
    draft: Draft,
    connection: Connection,
    tables: Vec<Insert>,
    /// Whether the views count documents that repeat another.
    keep_duplicates: bool,
}

/// How a row gets into its table.
struct Insert {
    heading: Heading,
    sql: String,
}

impl Database {
    pub(super) fn new(folder: &Path, keep_duplicates: bool) -> Result<Self, Error> {
        let draft = Draft::create(folder, FILE)?;
        let opened = Connection::open(draft.hidden_path()).and_then(|connection| {
            // Nobody else sees the file before it is whole, so neither journal nor syncing is of use.
            connection.execute_batch(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;
                 PRAGMA cache_size = -16384; PRAGMA foreign_keys = OFF; BEGIN;",
            )?;
            connection.set_prepared_statement_cache_capacity(32);
            Ok(connection)
        });
        match opened {
            Ok(connection) => Ok(Self { draft, connection, tables: Vec::new(), keep_duplicates }),
            Err(error) => Err(draft.error(io::Error::other(error))),
        }
    }

    fn prepared(&self, table: usize) -> rusqlite::Result<CachedStatement<'_>> {
        self.connection.prepare_cached(self.tables.get(table).map_or("", |insert| insert.sql.as_str()))
    }

    fn close(&self) -> rusqlite::Result<()> {
        for Insert { heading, .. } in &self.tables {
            self.connection.execute_batch(&indices(heading))?;
        }
        let kept = if self.keep_duplicates { "TRUE" } else { "FALSE" };
        self.connection.execute_batch(&VIEWS.replace("{keep_duplicates}", kept))?;
        self.connection.execute_batch("COMMIT; ANALYZE;")
    }
}

impl Book for Database {
    fn begin(&mut self, heading: Heading) -> Result<(), Error> {
        let made = self.connection.execute_batch(&created(&heading));
        made.map_err(|error| self.draft.error(io::Error::other(error)))?;
        let marks = vec!["?"; heading.columns.len()].join(", ");
        let sql = format!("INSERT INTO {} VALUES ({marks})", quoted(&heading.name));
        self.tables.push(Insert { heading, sql });
        Ok(())
    }

    fn push(&mut self, table: usize, cells: &[Cell<'_>]) -> Result<(), Error> {
        let done = self
            .prepared(table)
            .and_then(|mut statement| statement.execute(params_from_iter(cells.iter().map(Bound))));
        done.map(drop).map_err(|error| self.draft.error(io::Error::other(error)))
    }

    fn finish(self: Box<Self>) -> Result<Vec<Draft>, Error> {
        let closed = self.close();
        let Self { draft, connection, .. } = *self;
        let closed = closed.and_then(|()| connection.close().map_err(|(_, error)| error));
        match closed {
            Ok(()) => Ok(vec![draft]),
            Err(error) => Err(draft.error(io::Error::other(error))),
        }
    }
}

/// A cell as the database takes it.
struct Bound<'a>(&'a Cell<'a>);

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Cell::Empty => ToSqlOutput::Owned(Value::Null),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Cell::Decimal(number) => ToSqlOutput::Owned(decimal(*number)),
        })
    }
}

/// An integer, else a float that stands for exactly these digits, else the digits.
fn decimal(number: Decimal) -> Value {
    let digits = number.normalize();
    if let Some(whole) = digits.to_i64().filter(|_| digits.is_integer()) {
        return Value::Integer(whole);
    }
    let float = digits.to_string().parse::<f64>().ok();
    match float.filter(|float| float.to_string().parse() == Ok(digits)) {
        Some(float) => Value::Real(float),
        None => Value::Text(digits.to_string()),
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The statement that makes a table, with what its columns mean as comments, which the schema keeps.
fn created(heading: &Heading) -> String {
    let mut sql = format!("CREATE TABLE {} ( -- {}\n", quoted(&heading.name), line(&heading.doc));
    for (at, column) in heading.columns.iter().enumerate() {
        let joint = if at == 0 { "  " } else { ", " };
        // Writing to a String cannot fail.
        let _ = writeln!(
            sql,
            "{joint}{} {} -- {}",
            quoted(&column.name),
            typed(heading, column),
            line(&column.doc)
        );
    }
    sql + ") STRICT;"
}

fn line(doc: &str) -> String {
    doc.replace(['\n', '\r'], " ")
}

/// Type and keys of a column; `ANY` keeps a decimal as it is given.
fn typed(heading: &Heading, column: &Label) -> String {
    let kind = match column.kind {
        Kind::Text | Kind::Word(_) | Kind::Date | Kind::Edtf => "TEXT",
        Kind::Integer => "INTEGER",
        Kind::Decimal => "ANY",
    };
    let key = match (heading.name.as_str(), column.name.as_str()) {
        (_, "fact_id") | ("documents" | "summary", "doc_id") => " PRIMARY KEY",
        (_, "doc_id" | "duplicate_of") => " REFERENCES documents (doc_id)",
        (_, "part_of") => " REFERENCES counts (fact_id)",
        _ => "",
    };
    format!("{kind}{key}")
}

/// Indices of the columns by which facts are asked for.
fn indices(heading: &Heading) -> String {
    const ASKED: [&str; 11] = [
        "unit",
        "year",
        "award",
        "grantor",
        "grantor_body",
        "issuer_body",
        "kind",
        "number",
        "first_day",
        "part_of",
        "document",
    ];
    let facts = place(heading, "fact_id").is_some();
    let asked = heading.columns.iter().filter(|column| {
        let name = column.name.as_str();
        (facts && name == "doc_id") || (heading.name != "summary" && ASKED.contains(&name))
    });
    let table = &heading.name;
    let mut sql = String::new();
    for column in asked {
        let name = quoted(&format!("{table}_{}", column.name));
        // Writing to a String cannot fail.
        let _ = writeln!(sql, "CREATE INDEX {name} ON {} ({});", quoted(table), quoted(&column.name));
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::{decimal, quoted};
    use rusqlite::types::Value;

    #[test]
    fn decimals_are_never_rounded() {
        let stored = |digits: &str| decimal(digits.parse().unwrap());
        assert_eq!(stored("16.0"), Value::Integer(16));
        assert_eq!(stored("-0.3"), Value::Real(-0.3));
        assert_eq!(stored("1200000.05"), Value::Real(1_200_000.05));
        let long = "12345678901234567890.12";
        assert_eq!(stored(long), Value::Text(long.to_owned()));
        assert_eq!(stored("9223372036854775807"), Value::Integer(i64::MAX));
        assert_eq!(
            stored("79228162514264337593543950335"),
            Value::Text("79228162514264337593543950335".to_owned())
        );
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(quoted("where"), "\"where\"");
        assert_eq!(quoted("a\"b"), "\"a\"\"b\"");
    }
}
