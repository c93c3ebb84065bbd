//! A table that the user lays out: rows, columns, a condition, and what is added up.

use super::{Line, Sum};
use crate::table::{Cell, Field, Kind, Language, Shape, shapes};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in the cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// How many facts.
    Facts,
    /// How many documents.
    Documents,
    /// The sum of a column, as far as its numbers may be added.
    Sum(String),
}

/// A free table over the rows of one table of a run.
#[derive(Clone, Debug)]
pub struct Pivot {
    table: Shape,
    rows: Vec<&'static Field>,
    columns: Option<&'static Field>,
    conditions: Vec<(&'static Field, String)>,
    value: Value,
    sums: BTreeMap<(Vec<String>, String), Sum>,
}

impl Pivot {
    /// A table over `table`, with a row for each combination of `rows` and a column for each value of `columns`.
    ///
    /// A column may be named by its end where only one ends so, as `level` for `grantor_level`; of several,
    /// the first is taken.
    ///
    /// # Errors
    /// A sentence where a table or column is not known, or different units would be added.
    ///
    /// ```
    /// use solieu::tabulate::{Pivot, Value};
    /// let rows = ["year".to_owned()];
    /// assert!(Pivot::new("awards", &rows, Some("award"), &[], Value::Facts).is_ok());
    /// assert!(Pivot::new("counts", &rows, None, &[], Value::Facts).is_err(), "counts have no year");
    /// ```
    pub fn new(
        table: &str,
        rows: &[String],
        columns: Option<&str>,
        conditions: &[(String, String)],
        value: Value,
    ) -> Result<Self, String> {
        let shape = shapes().into_iter().take(5).find(|shape| shape.name == table);
        let shape = shape.ok_or_else(|| format!("no such table: {table}"))?;
        let rows = rows.iter().map(|name| field(&shape, name)).collect::<Result<Vec<_>, _>>()?;
        let columns = columns.map(|name| field(&shape, name)).transpose()?;
        let conditions = conditions.iter().map(|(name, word)| Ok((field(&shape, name)?, word.clone())));
        let conditions = conditions.collect::<Result<Vec<_>, String>>()?;
        if let Value::Sum(column) = &value {
            let own = field(&shape, column)?;
            if !matches!(own.kind, Kind::Integer | Kind::Decimal) {
                return Err(format!("{column} is no column of numbers"));
            }
            let said = rows.iter().chain(&columns).chain(conditions.iter().map(|(field, _)| field));
            let apart = match (table, own.name) {
                ("counts", _) => Some("unit"),
                ("awards", "quantity") => Some("recipient_unit"),
                _ => None,
            };
            if let Some(unit) = apart.filter(|unit| said.clone().all(|field| field.name != *unit)) {
                return Err(format!(
                    "numbers of different units cannot be added: give {unit} among --rows, --columns or --where"
                ));
            }
        }
        Ok(Self { table: shape, rows, columns, conditions, value, sums: BTreeMap::new() })
    }

    /// Adds all rows that a document has in a table; those of other tables are passed over.
    pub fn add(&mut self, table: &str, lines: &[Line<'_>]) {
        if table != self.table.name {
            return;
        }
        let column = if let Value::Sum(column) = &self.value { Some(column.as_str()) } else { None };
        let mut own: BTreeMap<(Vec<String>, String), Sum> = BTreeMap::new();
        let fits =
            |line: &&Line<'_>| self.conditions.iter().all(|(field, word)| line.text(field.name) == *word);
        for line in lines.iter().filter(fits) {
            let row = self.rows.iter().map(|field| line.text(field.name).into_owned()).collect();
            let across = self.columns.map_or_else(String::new, |field| line.text(field.name).into_owned());
            own.entry((row, across)).or_default().take(line, table, column);
        }
        for (key, mut sum) in own {
            if self.value == Value::Documents {
                sum.number = 1;
            }
            self.sums.entry(key).or_default().add(sum);
        }
    }

    /// The head of the table and its rows, in a language; a combination that does not occur has an empty cell.
    pub fn finish(&self, language: Language) -> (Vec<String>, Vec<Vec<Cell<'_>>>) {
        let across: BTreeSet<&str> = self.sums.keys().map(|(_, across)| across.as_str()).collect();
        let label = |field: &Field, text| language.label(field.name, field.kind, text).into_owned();
        let mut head: Vec<String> =
            self.rows.iter().map(|field| language.heading(field.name).into_owned()).collect();
        match self.columns {
            Some(field) => head.extend(across.iter().map(|name| label(field, name))),
            None => head.push(match &self.value {
                Value::Facts => language.heading("facts").into_owned(),
                Value::Documents => language.heading("documents").into_owned(),
                Value::Sum(column) => language.heading(column).into_owned(),
            }),
        }
        let keys: BTreeSet<&Vec<String>> = self.sums.keys().map(|(row, _)| row).collect();
        let rows = keys.into_iter().map(|key| {
            let cells = across.iter().map(|across| {
                let sum = self.sums.get(&(key.clone(), (*across).to_owned()));
                sum.map_or(Cell::Empty, |sum| self.cell(*sum))
            });
            let firsts = key.iter().zip(&self.rows).map(|(text, field)| Cell::from(label(field, text)));
            firsts.chain(cells).collect()
        });
        (head, rows.collect())
    }

    fn cell(&self, sum: Sum) -> Cell<'static> {
        match self.value {
            Value::Sum(_) => sum.sum.into(),
            Value::Facts | Value::Documents => Cell::Integer(sum.number.cast_signed()),
        }
    }
}

/// A column by its name or the end of its name.
fn field(shape: &Shape, name: &str) -> Result<&'static Field, String> {
    let found = fields(shape.name).find(|field| field.name == name);
    let end = format!("_{name}");
    found.or_else(|| fields(shape.name).find(|field| field.name.ends_with(&end))).ok_or_else(|| {
        let names: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
        format!("{} has no column {name}; it has {}", shape.name, names.join(", "))
    })
}

fn fields(table: &str) -> Box<dyn Iterator<Item = &'static Field>> {
    use crate::table::{AWARDS, CITATIONS, COUNTS, DATES, DOCUMENTS};
    match table {
        "counts" => Box::new(COUNTS.fields()),
        "dates" => Box::new(DATES.fields()),
        "awards" => Box::new(AWARDS.fields()),
        "citations" => Box::new(CITATIONS.fields()),
        _ => Box::new(DOCUMENTS.fields()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Language, Line, Pivot, Value};

    fn award(year: i64, award: &'static str, level: &'static str) -> Line<'static> {
        Line(vec![("year", Cell::Integer(year)), ("award", award.into()), ("grantor_level", level.into())])
    }

    #[test]
    fn rows_by_columns_under_a_condition() {
        let where_ = [("level".to_owned(), "province".to_owned())];
        let mut pivot =
            Pivot::new("awards", &["year".to_owned()], Some("award"), &where_, Value::Facts).unwrap();
        pivot.add(
            "awards",
            &[
                award(2020, "flag", "province"),
                award(2020, "flag", "state"),
                award(2019, "medal", "province"),
            ],
        );
        pivot.add("awards", &[award(2020, "flag", "province")]);
        pivot.add("counts", &[award(2020, "flag", "province")]);
        let (vietnamese, _) = pivot.finish(Language::Vietnamese);
        assert_eq!(vietnamese, ["Năm", "flag", "huy chương"]);
        let (head, rows) = pivot.finish(Language::English);
        assert_eq!(head, ["year", "flag", "medal"]);
        let shown: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(shown, [["2019", "", "1"], ["2020", "2", ""]]);
    }

    #[test]
    fn different_units_are_not_added() {
        let sum = || Value::Sum("value".to_owned());
        assert!(Pivot::new("counts", &["noun".to_owned()], None, &[], sum()).is_err());
        assert!(Pivot::new("counts", &["unit".to_owned()], None, &[], sum()).is_ok());
        let unit = [("unit".to_owned(), "plan".to_owned())];
        assert!(Pivot::new("counts", &["noun".to_owned()], None, &unit, sum()).is_ok());
        assert!(
            Pivot::new("counts", &["unit".to_owned()], None, &[], Value::Sum("noun".to_owned())).is_err()
        );
        assert!(Pivot::new("summary", &[], None, &[], Value::Facts).is_err());
    }
}
