//! What one run found that another did not.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use super::Table;
use super::load::{EvaluateError, Fact, Row, facts, for_each_row};
use super::value::{is_blank, number, plain, same};

/// Fields that may differ between two runs though the fact is the same.
const IGNORED: [&str; 2] = ["fact_id", "quote"];
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

/// Compares two runs, each a `facts.jsonl` or a folder that holds one.
///
/// A fact is the same in both where its document, table, span and key (value, award or number) are; of
/// several such facts, those that are wholly equal belong together, then the rest in order. The
/// fields `fact_id` and `quote` are not compared, and `part_of` is compared by the place it points at.
///
/// # Errors
///
/// Where a file cannot be read, a line is not a JSON object with a `doc_id`, or a fact has no span.
pub fn diff(a: &Path, b: &Path) -> Result<Diff, EvaluateError> {
    let mut rows: BTreeMap<String, [Row; 2]> = BTreeMap::new();
    for (run, path) in [a, b].into_iter().enumerate() {
        for_each_row(path, |doc_id, row| rows.entry(doc_id).or_default()[run] = row)?;
    }
    let mut diff = Diff { documents: rows.len(), ..Diff::default() };
    for (doc_id, runs) in &rows {
        for table in Table::ALL {
            diff.compare(doc_id, table, runs)?;
        }
    }
    Ok(diff)
}

impl Diff {
    fn compare(&mut self, doc_id: &str, table: Table, [old, new]: &[Row; 2]) -> Result<(), EvaluateError> {
        let (old, new) = (Run::new(old, table, doc_id)?, Run::new(new, table, doc_id)?);
        let mut left: HashMap<Key, Vec<&Fact<'_>>> = HashMap::new();
        // Taken from the back, so the first fact of a key stands last.
        for fact in old.facts.iter().rev() {
            left.entry(Key::of(table, fact)).or_default().push(fact);
        }
        let mut found = Vec::new();
        let mut unpaired = Vec::new();
        for fact in &new.facts {
            let same_key = left.get_mut(&Key::of(table, fact));
            let equal = same_key.and_then(|facts| {
                let at = facts.iter().rposition(|before| changes((&old, before), (&new, fact)).is_empty())?;
                Some(facts.remove(at))
            });
            match equal {
                Some(_) => self.unchanged += 1,
                None => unpaired.push(fact),
            }
        }
        for fact in unpaired {
            let before = left.get_mut(&Key::of(table, fact)).and_then(Vec::pop);
            let fields = before.map(|before| changes((&old, before), (&new, fact)));
            let change = if fields.is_some() { Change::Changed } else { Change::Gained };
            found.push(difference(change, doc_id, table, fact, fields.unwrap_or_default()));
        }
        let lost = left.into_values().flatten();
        found.extend(lost.map(|fact| difference(Change::Lost, doc_id, table, fact, Vec::new())));
        self.add(found);
        Ok(())
    }

    /// Adds the differences of one table of one document in the order of the text.
    fn add(&mut self, mut found: Vec<Difference>) {
        let rank = |change| match change {
            Change::Lost => 0,
            Change::Changed => 1,
            Change::Gained => 2,
        };
        found.sort_by_cached_key(|d| {
            (d.start, d.end, rank(d.change), Value::Object(d.fact.clone()).to_string())
        });
        for difference in &found {
            *match difference.change {
                Change::Gained => &mut self.gained,
                Change::Lost => &mut self.lost,
                Change::Changed => &mut self.changed,
            } += 1;
        }
        self.differences.append(&mut found);
    }
}

/// What makes a fact of one run the fact of the other.
#[derive(PartialEq, Eq, Hash)]
struct Key(usize, usize, String);

impl Key {
    fn of(table: Table, fact: &Fact<'_>) -> Self {
        let key = fact.get(table.key());
        let key = number(key).filter(|_| key.is_number()).map_or_else(|| plain(key), |n| n.to_string());
        Self(fact.start, fact.end, key)
    }
}

/// One table of one document in one run.
struct Run<'a> {
    facts: Vec<Fact<'a>>,
    /// Where each identified fact stands.
    places: HashMap<String, Value>,
}

impl<'a> Run<'a> {
    fn new(row: &'a Row, table: Table, doc_id: &str) -> Result<Self, EvaluateError> {
        let facts = facts(row, table, doc_id)?;
        let place = |fact: &Fact<'_>| format!("{}..{}", fact.start, fact.end).into();
        let ids = facts.iter().filter(|fact| !is_blank(fact.get("fact_id")));
        let places = ids.map(|fact| (plain(fact.get("fact_id")), place(fact))).collect();
        Ok(Self { facts, places })
    }

    /// The field's value; of a reference to a fact, which is numbered anew in every run, the place.
    fn value<'b>(&'b self, fact: &Fact<'b>, field: &str) -> &'b Value {
        let value = fact.get(field);
        let place = (field == "part_of").then(|| self.places.get(&plain(value))).flatten();
        place.unwrap_or(value)
    }
}

/// The fields that differ, in the order of the new fact and then of the old.
fn changes((old_run, old): (&Run<'_>, &Fact<'_>), (new_run, new): (&Run<'_>, &Fact<'_>)) -> Vec<FieldChange> {
    let gone = old.fields.keys().filter(|name| !new.fields.contains_key(name.as_str()));
    let names = new.fields.keys().chain(gone).filter(|name| !IGNORED.contains(&name.as_str()));
    let values = names.map(|name| (name, old_run.value(old, name), new_run.value(new, name)));
    let differ = |a: &Value, b: &Value| !(same(a, b) || is_blank(a) && is_blank(b));
    values
        .filter(|(_, old, new)| differ(old, new))
        .map(|(name, old, new)| FieldChange { field: name.clone(), old: old.clone(), new: new.clone() })
        .collect()
}

fn difference(
    change: Change,
    doc_id: &str,
    table: Table,
    fact: &Fact<'_>,
    fields: Vec<FieldChange>,
) -> Difference {
    let (start, end) = (fact.start, fact.end);
    Difference { change, doc_id: doc_id.to_owned(), table, start, end, fields, fact: fact.fields.clone() }
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
