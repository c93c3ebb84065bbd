//! Compares two runs, fact by fact.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde_json::Value;

use super::Table;
use super::diff::{Change, Diff, Difference, FieldChange};
use super::load::{EvaluateError, Fact, Row, facts, for_each_row};
use super::value::{is_blank, number, plain, same};

/// Fields that may differ between two runs though the fact is the same.
const IGNORED: [&str; 2] = ["fact_id", "quote"];

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
