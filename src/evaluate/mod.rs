//! Precision, recall and F1 against annotated documents, and what changed between two runs.
//!
//! [`evaluate`] scores predictions as the project's definition of a correct answer asks: a fact is found
//! where its span overlaps an annotated one and its key (value, award, number) is the same; a record is
//! right where the fields that make it whole are right too. [`diff()`] compares two runs without any
//! annotation.

mod compare;
mod diff;
mod errors;
mod gold;
mod halves;
mod load;
mod pair;
mod sample;
mod score;
mod text;
mod totals;
mod value;

use std::fmt;
use std::path::Path;

use serde::{Serialize, Serializer};

pub use compare::diff;
pub use diff::{Change, Diff, Difference, FieldChange};
pub use errors::{Mistake, MistakeKind};
pub use halves::{Half, Halves, halves};
pub use load::{EvaluateError, document_name};
pub use sample::{Sampled, sample};
pub use score::{Evaluation, Precision, Scores, TableScores};

/// A table of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// How many or how much of something.
    Counts,
    /// Calendar points and spans.
    Dates,
    /// Honours given.
    Awards,
    /// References to numbered documents.
    Citations,
}

impl Table {
    /// Every table, in the order of the report.
    pub const ALL: [Self; 4] = [Self::Counts, Self::Dates, Self::Awards, Self::Citations];

    /// The name that the table has in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Dates => "dates",
            Self::Awards => "awards",
            Self::Citations => "citations",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What to score and how many mistakes to keep.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Mistakes kept of each table and kind, with their context; none by default.
    pub errors: usize,
    /// The tables to score, in this order; every table where none is named.
    pub only: Vec<Table>,
    /// Only the documents of this half; all where none is named.
    pub half: Option<Half>,
}

/// Scores predictions, a `facts.jsonl` or a folder that holds one, against a folder of annotations or a zip file of it.
///
/// A gold document without a prediction counts as all missed; predictions for other documents are ignored.
///
/// # Errors
///
/// Where a folder or file cannot be read, a file or line is not a JSON object, a prediction has no
/// `doc_id`, a fact has no span, or the folder (or the
/// half of it) holds no `NAME.json`.
///
/// # Example
///
/// ```
/// use std::fs;
/// use solieu::evaluate::{Options, Table, evaluate};
///
/// let folder = tempfile::tempdir()?;
/// fs::write(folder.path().join("a.json"), r#"{"dates": [{"start": 0, "end": 8, "kind": "year", "value": "2019"}]}"#)?;
/// let given = folder.path().join("facts.jsonl");
/// fs::write(&given, r#"{"doc_id": "a.txt", "dates": [{"start": 4, "end": 8, "kind": "year", "value": "2019"}]}"#)?;
///
/// let evaluation = evaluate(folder.path(), &given, &Options::default())?;
/// let dates = evaluation.table(Table::Dates).ok_or("dates are scored")?;
/// assert_eq!((dates.fact.gold, dates.fact.predicted), (1, 1));
/// assert_eq!(dates.field("span"), Some(0.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn evaluate(gold_dir: &Path, predictions: &Path, options: &Options) -> Result<Evaluation, EvaluateError> {
    let gold = gold::load_gold(gold_dir, options.half, options.errors > 0)?;
    let given = load::load_predictions(predictions, &gold)?;
    let only = if options.only.is_empty() { &Table::ALL[..] } else { &options.only };
    let mut mistakes = errors::Mistakes::at_most(options.errors);
    let tables = only
        .iter()
        .map(|&table| Ok((table, totals::score(table, &gold, &given, &mut mistakes)?)))
        .collect::<Result<_, EvaluateError>>()?;
    let missing = gold.iter().filter(|document| !given.contains_key(&document.name));
    Ok(Evaluation {
        documents: gold.len(),
        without_prediction: missing.map(|document| document.name.clone()).collect(),
        tables,
        mistakes: mistakes.into_list(),
    })
}
