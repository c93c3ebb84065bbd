//! What one run found that another did not, as values, as JSON and as lines.

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Table;
use super::value::is_blank;

/// Fields that a listed fact shows elsewhere or not at all.
const NOT_LISTED: [&str; 7] = ["start", "end", "fact_id", "quote", "rule", "line", "column"];

/// How a fact differs between the two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Only the second run has the fact.
    Gained,
    /// Only the first run has the fact.
    Lost,
    /// Both runs have the fact, with other fields.
    Changed,
}

/// A field that differs between the two runs; null where a run leaves it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field's name.
    pub field: String,
    /// Its value in the first run.
    pub old: Value,
    /// Its value in the second run.
    pub new: Value,
}

/// One fact that differs between the two runs; its `Display` is one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Gained, lost or changed.
    pub change: Change,
    /// The document's identifier.
    pub doc_id: String,
    /// The table of the fact.
    pub table: Table,
    /// First code point of the fact.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The fields that differ, where the fact changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
    /// The whole fact: as the second run has it, or the first where it was lost.
    pub fact: Map<String, Value>,
}

/// All differences between two runs, by document, table and place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// How many documents either run has.
    pub documents: usize,
    /// How many facts only the second run has.
    pub gained: usize,
    /// How many facts only the first run has.
    pub lost: usize,
    /// How many facts have other fields.
    pub changed: usize,
    /// How many facts are the same.
    pub unchanged: usize,
    /// The facts that were gained, lost or changed.
    pub differences: Vec<Difference>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.change {
            Change::Gained => '+',
            Change::Lost => '-',
            Change::Changed => '~',
        };
        write!(f, "{sign} {} {} {}..{}", self.table, self.doc_id, self.start, self.end)?;
        for (at, FieldChange { field, old, new }) in self.fields.iter().enumerate() {
            write!(f, "{} {field}: {} → {}", if at == 0 { "" } else { ";" }, shown(old), shown(new))?;
        }
        if self.change != Change::Changed {
            let listed =
                |(name, value): &(&String, &Value)| !NOT_LISTED.contains(&name.as_str()) && !is_blank(value);
            for (name, value) in self.fact.iter().filter(listed) {
                write!(f, " {name}={}", shown(value))?;
            }
        }
        match self.fact.get("quote").filter(|quote| !is_blank(quote)) {
            Some(quote) => write!(f, " {quote}"),
            None => Ok(()),
        }
    }
}

/// A value as it stands in a line: a word bare, words in quotes, ∅ for nothing.
fn shown(value: &Value) -> String {
    match value {
        blank if is_blank(blank) => "∅".to_owned(),
        Value::String(text) if !text.contains(|c: char| c.is_whitespace() || c == '"') => text.clone(),
        other => other.to_string(),
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for difference in &self.differences {
            writeln!(f, "{difference}")?;
        }
        let Self { documents, gained, lost, changed, unchanged, .. } = self;
        writeln!(
            f,
            "{gained} gained, {lost} lost, {changed} changed, {unchanged} unchanged in {documents} documents"
        )
    }
}
