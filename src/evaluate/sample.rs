//! Facts drawn at random, to be read against their sentences where nothing is annotated.

use std::collections::BinaryHeap;
use std::fmt;
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use super::load::{EvaluateError, facts, for_each_row};
use super::value::{is_blank, plain};
use super::{Options, Table};

/// Fields that a drawn fact shows in its head or not at all.
const NOT_LISTED: [&str; 11] = [
    "fact_id",
    "rule",
    "confidence",
    "start",
    "end",
    "line",
    "column",
    "words",
    "quote",
    "quote_at",
    "part_of",
];

/// One fact that was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sampled {
    /// The table of the fact.
    pub table: Table,
    /// The document's identity.
    pub doc_id: String,
    /// The fact with all its fields.
    pub fact: Map<String, Value>,
    #[serde(skip)]
    lot: [u8; 32],
}

impl Ord for Sampled {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.table, self.lot).cmp(&(other.table, other.lot))
    }
}

impl PartialOrd for Sampled {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Draws up to `n` facts of each table of a run, a `facts.jsonl` or a folder that holds one.
///
/// Every fact has the same chance, and the same seed draws the same facts from the same documents, in whatever order
/// they stand. Of the options only [`Options::only`] is asked.
///
/// # Errors
///
/// Where the file cannot be read, a line is not a JSON object with a `doc_id`, or a fact has no span.
pub fn sample(run: &Path, n: usize, seed: u64, options: &Options) -> Result<Vec<Sampled>, EvaluateError> {
    let only = if options.only.is_empty() { &Table::ALL[..] } else { &options.only };
    let mut drawn: Vec<BinaryHeap<Sampled>> = only.iter().map(|_| BinaryHeap::new()).collect();
    let mut failed = None;
    for_each_row(run, |doc_id, row| {
        for (&table, heap) in only.iter().zip(&mut drawn) {
            match facts(&row, table, &doc_id) {
                Ok(facts) => {
                    for (index, fact) in facts.iter().enumerate() {
                        let lot =
                            *blake3::hash(format!("{seed} {table} {doc_id} {index}").as_bytes()).as_bytes();
                        heap.push(Sampled { table, doc_id: doc_id.clone(), fact: fact.fields.clone(), lot });
                        if heap.len() > n {
                            heap.pop();
                        }
                    }
                }
                Err(error) => failed = Some(error),
            }
        }
    })?;
    match failed {
        Some(error) => Err(error),
        None => Ok(drawn.into_iter().flat_map(BinaryHeap::into_sorted_vec).collect()),
    }
}

impl Sampled {
    fn text(&self, field: &str) -> String {
        self.fact.get(field).filter(|value| !is_blank(value)).map(plain).unwrap_or_default()
    }

    /// The sentence on one line, the fact's words between ⟦ and ⟧.
    fn marked(&self) -> String {
        let (quote, words) = (self.text("quote"), self.text("words"));
        let at = self.fact.get("quote_at").and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
        let byte = at.and_then(|at| quote.char_indices().map(|(i, _)| i).nth(at));
        let marked = match byte {
            Some(start) if !words.is_empty() && quote[start..].starts_with(&words) => {
                format!("{}⟦{words}⟧{}", &quote[..start], &quote[start + words.len()..])
            }
            _ => quote,
        };
        marked.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Sampled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = format!("{}:{}:{}", self.doc_id, self.text("line"), self.text("column"));
        writeln!(f, "{} {place} by {} {}", self.table, self.text("rule"), self.text("confidence"))?;
        let listed =
            self.fact.iter().filter(|(name, value)| !NOT_LISTED.contains(&name.as_str()) && !is_blank(value));
        let fields: Vec<String> = listed.map(|(name, value)| format!("{name}={}", plain(value))).collect();
        writeln!(f, "    {}", fields.join(" | "))?;
        writeln!(f, "    {}", self.marked())
    }
}
