//! Reads gold annotations and predictions.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::Table;
use super::gold::Gold;
use super::value::NULL;

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
    /// The gold folder or zip file holds no annotations.
    #[error("no gold documents (NAME.json) in {}", path.display())]
    NoGold {
        /// The gold folder or zip file.
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

/// Reads the predictions for the documents that are annotated, each under the name of its annotation: the document
/// that the annotation names, else one of its name; of two of them the later holds.
pub(super) fn load_predictions(path: &Path, gold: &[Gold]) -> Result<HashMap<String, Row>, EvaluateError> {
    let named: HashMap<&str, &str> =
        gold.iter().filter_map(|doc| Some((doc.doc_id()?, &*doc.name))).collect();
    let wanted: HashSet<&str> = gold.iter().map(|document| document.name.as_str()).collect();
    let mut exact = HashMap::new();
    let mut found = HashMap::new();
    for_each_row(path, |doc_id, row| {
        let name = document_name(&doc_id);
        if let Some(name) = named.get(doc_id.as_str()) {
            exact.insert((*name).to_owned(), row);
        } else if wanted.contains(name) {
            found.insert(name.to_owned(), row);
        }
    })?;
    found.extend(exact);
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
