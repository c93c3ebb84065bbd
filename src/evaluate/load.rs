//! Reads gold annotations and predictions.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::value::NULL;
use super::{Half, Table};

/// Why two sets of facts could not be compared.
#[derive(Debug, thiserror::Error)]
pub enum EvaluateError {
    /// A file or folder is missing or unreadable.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file, or a line of it, is not a JSON object.
    #[error("{}, line {line}: expected a JSON object", path.display())]
    Json {
        /// The file.
        path: PathBuf,
        /// Line in the file, from 1.
        line: usize,
        /// What the parser said; where it names a line, that is a line of the object.
        source: serde_json::Error,
    },
    /// A line of predictions does not say which document it is about.
    #[error("{}, line {line}: expected a string in doc_id", path.display())]
    DocId {
        /// The file.
        path: PathBuf,
        /// Line in the file, from 1.
        line: usize,
    },
    /// A fact lacks what every fact must have.
    #[error("{document}: {table}: {problem}")]
    Fact {
        /// The document that holds the fact.
        document: String,
        /// The table that holds the fact.
        table: Table,
        /// What was expected.
        problem: String,
    },
    /// The gold folder holds no annotations.
    #[error("no gold documents (NAME.json) in {}", path.display())]
    NoGold {
        /// The gold folder.
        path: PathBuf,
    },
}

/// The tables of one document.
pub(super) type Row = Map<String, Value>;

/// One fact with its span in code points.
#[derive(Clone, Copy)]
pub(super) struct Fact<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) fields: &'a Map<String, Value>,
}

impl<'a> Fact<'a> {
    /// The field's value, null where the fact has no such field.
    pub(super) fn get(&self, field: &str) -> &'a Value {
        self.fields.get(field).unwrap_or(&NULL)
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.end.min(other.end) > self.start.max(other.start)
    }
}

/// The facts of one table; a document without the table has none.
pub(super) fn facts<'a>(row: &'a Row, table: Table, document: &str) -> Result<Vec<Fact<'a>>, EvaluateError> {
    let failed = |problem: String| EvaluateError::Fact { document: document.to_owned(), table, problem };
    let Some(value) = row.get(table.as_str()) else { return Ok(Vec::new()) };
    let items = value.as_array().ok_or_else(|| failed("expected an array".to_owned()))?;
    let fact = |(at, item): (usize, &'a Value)| {
        let offset =
            |name: &str| item.get(name).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        match (item.as_object(), offset("start"), offset("end")) {
            (Some(fields), Some(start), Some(end)) => Ok(Fact { start, end, fields }),
            _ => Err(failed(format!("expected start and end, two whole numbers, in fact {}", at + 1))),
        }
    };
    items.iter().enumerate().map(fact).collect()
}

/// One annotated document.
pub(super) struct Gold {
    pub(super) name: String,
    pub(super) row: Row,
    /// The text beside the annotation; empty where it is absent or was not asked for.
    pub(super) text: String,
}

/// Reads every `NAME.json` of a folder, or of a half of it, by name, with `NAME.txt` where texts are wanted.
pub(super) fn load_gold(folder: &Path, half: Option<Half>, texts: bool) -> Result<Vec<Gold>, EvaluateError> {
    let failed = |source| EvaluateError::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let wanted = half.is_none_or(|half| Half::of(&name(&path)) == half);
        if wanted && path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(EvaluateError::NoGold { path: folder.to_owned() });
    }
    files.iter().map(|path| gold(path, texts)).collect()
}

fn gold(path: &Path, texts: bool) -> Result<Gold, EvaluateError> {
    let json = read(path)?;
    let row = serde_json::from_str(&json).map_err(|source| EvaluateError::Json {
        path: path.to_owned(),
        line: source.line(),
        source,
    })?;
    let text = path.with_extension("txt");
    let text = if texts && text.exists() { read(&text)? } else { String::new() };
    Ok(Gold { name: name(path), row, text })
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<String, EvaluateError> {
    fs::read_to_string(path).map_err(|source| EvaluateError::Read { path: path.to_owned(), source })
}

/// The name that a document's annotation goes by: its identifier without folder, archive and ending.
///
/// ```
/// use solieu::evaluate::document_name;
/// assert_eq!(document_name("2020/june.zip!reports/012.v2.txt"), "012.v2");
/// assert_eq!(document_name("012"), "012");
/// ```
pub fn document_name(doc_id: &str) -> &str {
    let name = doc_id.rsplit(['/', '!', '\\']).next().unwrap_or(doc_id);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Reads the predictions for the documents that are annotated; of two rows with one name the later holds.
pub(super) fn load_predictions(path: &Path, gold: &[Gold]) -> Result<HashMap<String, Row>, EvaluateError> {
    let wanted: HashSet<&str> = gold.iter().map(|document| document.name.as_str()).collect();
    let mut found = HashMap::new();
    for_each_row(path, |doc_id, row| {
        let name = document_name(&doc_id);
        if wanted.contains(name) {
            found.insert(name.to_owned(), row);
        }
    })?;
    Ok(found)
}

/// Calls `take` with each document of a `facts.jsonl`, or of the one that a folder holds.
pub(super) fn for_each_row(path: &Path, mut take: impl FnMut(String, Row)) -> Result<(), EvaluateError> {
    let path = if path.is_dir() { path.join("facts.jsonl") } else { path.to_owned() };
    let failed = |source| EvaluateError::Read { path: path.clone(), source };
    let lines = BufReader::new(File::open(&path).map_err(failed)?).lines();
    for (line, text) in (1..).zip(lines) {
        let text = text.map_err(failed)?;
        if text.trim().is_empty() {
            continue;
        }
        let row: Row = serde_json::from_str(&text).map_err(|source| EvaluateError::Json {
            path: path.clone(),
            line,
            source,
        })?;
        let Some(Value::String(doc_id)) = row.get("doc_id") else {
            return Err(EvaluateError::DocId { path, line });
        };
        take(doc_id.clone(), row);
    }
    Ok(())
}
