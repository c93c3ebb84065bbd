//! The rows of a run, read back from its folder.

use super::Line;
use crate::table::{Cell, Kind, column_named, shapes, unlabelled};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// Tables of documents and facts, by their place among all shapes.
const TABLES: usize = 5;

/// Reads a run's `facts.jsonl`, or else its CSV files; `take` gets all rows that a document has in a table.
///
/// Lines that an earlier run left in the folder are not read: `summary.json` says what the last one wrote.
///
/// Documents that repeat another are left out unless `duplicates` is set.
///
/// # Errors
/// When the folder has neither, or a file cannot be read or is not of that form.
pub fn read(folder: &Path, duplicates: bool, take: &mut dyn FnMut(&str, &[Line<'_>])) -> io::Result<()> {
    let lines = folder.join("facts.jsonl");
    if lines.exists() && writes_lines(folder) {
        return json(&lines, duplicates, take);
    }
    let repeats = repeats(folder)?;
    for shape in shapes().iter().take(TABLES) {
        let left = |id: &str| !duplicates && repeats.contains(id);
        table(folder, shape.name, &left, take)?;
    }
    Ok(())
}

/// Whether the last run in the folder wrote lines, as far as can be told.
fn writes_lines(folder: &Path) -> bool {
    let summary = std::fs::read(folder.join("summary.json")).ok();
    let summary: Option<Value> = summary.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let formats = summary.as_ref().and_then(|summary| summary["settings"]["formats"].as_array());
    formats.is_none_or(|formats| formats.iter().any(|format| format == "jsonl"))
}

fn json(path: &Path, duplicates: bool, take: &mut dyn FnMut(&str, &[Line<'_>])) -> io::Result<()> {
    for line in BufReader::new(File::open(path)?).lines() {
        let document: Map<String, Value> = serde_json::from_str(&line?)?;
        if !duplicates && document.get("duplicate_of").is_some_and(Value::is_string) {
            continue;
        }
        take("documents", &[row(&document)]);
        for shape in shapes().iter().take(TABLES).skip(1) {
            let facts = document.get(shape.name).and_then(Value::as_array);
            let id = document.get("doc_id").and_then(Value::as_str).unwrap_or_default();
            let placed = |object| {
                let mut line = row(object);
                line.0.push(("doc_id", id.into()));
                line
            };
            let rows: Vec<Line<'_>> =
                facts.into_iter().flatten().filter_map(Value::as_object).map(placed).collect();
            take(shape.name, &rows);
        }
    }
    Ok(())
}

fn row(object: &Map<String, Value>) -> Line<'_> {
    let cell = |value: &'_ Value| -> Option<Cell<'_>> {
        match value {
            Value::String(text) => Some(Cell::Text(Cow::Owned(text.clone()))),
            Value::Number(number) => Some(number_cell(&number.to_string())),
            _ => None,
        }
    };
    Line(
        object
            .iter()
            .filter_map(|(name, value)| {
                let cell = cell(value)?;
                Some((name.as_str(), own(cell)))
            })
            .collect(),
    )
}

fn own(cell: Cell<'_>) -> Cell<'static> {
    match cell {
        Cell::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
        Cell::Integer(number) => Cell::Integer(number),
        Cell::Decimal(number) => Cell::Decimal(number),
        Cell::Empty => Cell::Empty,
    }
}

fn number_cell(digits: &str) -> Cell<'static> {
    match (digits.parse::<i64>(), digits.parse()) {
        (Ok(whole), _) => Cell::Integer(whole),
        (_, Ok(number)) => Cell::Decimal(number),
        _ => Cell::Empty,
    }
}

/// The documents that repeat another.
fn repeats(folder: &Path) -> io::Result<HashSet<String>> {
    let mut found = HashSet::new();
    table(folder, "documents", &|_| false, &mut |_, rows| {
        let repeat = rows.iter().filter(|row| !row.text("duplicate_of").is_empty());
        found.extend(repeat.map(|row| row.text("doc_id").into_owned()));
    })?;
    Ok(found)
}

/// Reads one CSV file, whose rows stand document by document.
fn table(
    folder: &Path,
    name: &str,
    left: &dyn Fn(&str) -> bool,
    take: &mut dyn FnMut(&str, &[Line<'_>]),
) -> io::Result<()> {
    let path = folder.join(format!("{name}.csv"));
    let file = File::open(&path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    let mut file = BufReader::new(file);
    let mark = file.fill_buf()?.starts_with("\u{feff}".as_bytes());
    if mark {
        file.consume(3);
    }
    let semicolon =
        file.fill_buf()?.split(|byte| *byte == b'\n').next().is_some_and(|head| head.contains(&b';'));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(if semicolon { b';' } else { b',' }).from_reader(file);
    let kinds: HashMap<&str, Kind> = shapes()
        .iter()
        .filter(|shape| shape.name == name)
        .flat_map(|shape| shape.fields.iter().map(|field| (field.name, field.kind)))
        .collect();
    // Headings can be Vietnamese.
    let named = |head: &str| column_named(head, kinds.keys().copied()).unwrap_or(head).to_owned();
    let heads: Vec<String> = reader.headers()?.iter().map(named).collect();
    let (mut rows, mut document): (Vec<Line<'_>>, String) = (Vec::new(), String::new());
    for record in reader.records() {
        let record = record?;
        let cells = heads.iter().zip(&record).filter(|(_, text)| !text.is_empty());
        let line = Line(
            cells
                .map(|(head, text)| (head.as_str(), cell(head, kinds.get(head.as_str()), text, semicolon)))
                .collect(),
        );
        let id = line.text("doc_id").into_owned();
        if id != document && !rows.is_empty() {
            take(name, &rows);
            rows.clear();
        }
        if !left(&id) {
            rows.push(line);
        }
        document = id;
    }
    if !rows.is_empty() {
        take(name, &rows);
    }
    Ok(())
}

/// A cell as the schema has it; where columns are parted by `;`, decimals have a comma.
fn cell(name: &str, kind: Option<&Kind>, text: &str, comma: bool) -> Cell<'static> {
    let text = kind.map_or(text, |kind| unlabelled(name, *kind, text));
    match kind {
        Some(Kind::Integer | Kind::Decimal) if comma => number_cell(&text.replace(',', ".")),
        Some(Kind::Integer | Kind::Decimal) => number_cell(text),
        Some(Kind::Text) => {
            let guarded = text
                .strip_prefix('\'')
                .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            guarded.unwrap_or(text).to_owned().into()
        }
        _ => text.to_owned().into(),
    }
}
