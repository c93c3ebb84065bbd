//! Sums over the rows of the tables, which never add what may not be added.
//!
//! A part is not added to its whole, and neither percentages nor changes nor rates are added at all.

mod pivot;
mod read;

pub use pivot::{Pivot, Value};
pub use read::read;

use crate::record::Record;
use crate::table::{
    AWARDS, CITATIONS, COUNTS, Cell, DATES, DOCUMENTS, Key, Measure, READY, Ready, Shape, Table, Take, shapes,
};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// Columns that say whether a number may be added to others.
const ADDS: [&str; 5] = ["measure", "part_of", "direction", "per", "recipient_unit"];

/// The cells of one row by the names of their columns; empty ones may be left out.
#[derive(Clone, Debug, Default)]
pub struct Line<'a>(pub Vec<(&'a str, Cell<'a>)>);

impl Line<'_> {
    /// The text of a cell; empty where it is empty or there is no such column.
    pub fn text(&self, column: &str) -> Cow<'_, str> {
        match self.cell(column) {
            None | Some(Cell::Empty) => Cow::Borrowed(""),
            Some(Cell::Text(text)) => Cow::Borrowed(text),
            Some(number) => Cow::Owned(number.to_string()),
        }
    }

    fn cell(&self, column: &str) -> Option<&Cell<'_>> {
        self.0.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell)
    }

    fn is(&self, column: &str, word: &str) -> bool {
        matches!(self.cell(column), Some(Cell::Text(text)) if text == word)
    }

    fn is_empty(&self, column: &str) -> bool {
        self.cell(column).is_none_or(|cell| *cell == Cell::Empty)
    }

    /// The number in a column, where it may be added to others; that depends on the columns of [`ADDS`].
    fn addend(&self, table: &str, column: &str) -> Option<Decimal> {
        let counted = ["count", "money", "physical"].iter().any(|measure| self.is("measure", measure));
        let may = match (table, column) {
            ("counts", _) => {
                counted && ["part_of", "direction", "per"].iter().all(|column| self.is_empty(column))
            }
            ("awards", "quantity") => !self.is("recipient_unit", "percent"),
            _ => true,
        };
        match self.cell(column).filter(|_| may)? {
            Cell::Decimal(number) => Some(*number),
            Cell::Integer(number) => Some(Decimal::from(*number)),
            Cell::Empty | Cell::Text(_) => None,
        }
    }

    fn key(&self, key: Key) -> Option<Cow<'_, str>> {
        match key {
            Key::Columns(columns) => {
                columns.iter().map(|column| self.text(column)).find(|text| !text.is_empty())
            }
            Key::Year(column) => match self.text(column) {
                Cow::Borrowed(date) => year(date).map(Cow::Borrowed),
                Cow::Owned(date) => year(&date).map(|year| Cow::Owned(year.to_owned())),
            },
        }
    }
}

/// The year in which a date lies or ends: `2020` of `2015/2020`, `2019` of `../2019`.
fn year(date: &str) -> Option<&str> {
    let is_year = |part: &&str| part.len() >= 4 && part.bytes().take(4).all(|byte| byte.is_ascii_digit());
    date.split('/').rev().find(is_year).map(|part| &part[..4])
}

/// What was added up in one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sum {
    number: u64,
    sum: Option<Decimal>,
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.number += other.number;
        self.sum = match (self.sum, other.sum) {
            (Some(a), Some(b)) => Some(a.saturating_add(b)),
            (a, b) => a.or(b),
        };
    }

    fn take(&mut self, line: &Line<'_>, table: &str, column: Option<&str>) {
        let sum = column.and_then(|column| line.addend(table, column));
        self.add(Self { number: 1, sum });
    }

    fn cell(self, take: Take) -> Cell<'static> {
        match take {
            Take::Sum(_) => self.sum.into(),
            Take::Rows | Take::Documents => Cell::Integer(self.number.cast_signed()),
        }
    }
}

/// The ready tables while they are added up; the order of documents does not matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    tables: Vec<BTreeMap<String, Vec<Sum>>>,
}

impl Default for Tally {
    fn default() -> Self {
        Self { tables: vec![BTreeMap::new(); READY.len()] }
    }
}

impl Tally {
    /// The tally of one document.
    pub fn of(record: &Record) -> Self {
        let mut tally = Self::default();
        tally.rows(DOCUMENTS.name, &lines(&DOCUMENTS, std::slice::from_ref(&record.document)));
        tally.rows(COUNTS.name, &lines(&COUNTS, &record.counts));
        tally.rows(DATES.name, &lines(&DATES, &record.dates));
        tally.rows(AWARDS.name, &lines(&AWARDS, &record.awards));
        tally.rows(CITATIONS.name, &lines(&CITATIONS, &record.citations));
        tally
    }

    /// Adds all rows that a document has in a table.
    pub fn rows(&mut self, table: &str, lines: &[Line<'_>]) {
        if lines.is_empty() {
            return;
        }
        for (ready, sums) in READY.iter().zip(&mut self.tables) {
            let width = ready.measures.len();
            for (at, measure) in ready.measures.iter().enumerate().filter(|(_, m)| m.table == table) {
                let mut own: BTreeMap<Cow<'_, str>, Sum> = BTreeMap::new();
                for line in lines.iter().filter(|line| measure.only.iter().all(|(c, w)| line.is(c, w))) {
                    let Some(key) = line.key(measure.key) else { continue };
                    let column = if let Take::Sum(column) = measure.take { Some(column) } else { None };
                    own.entry(key).or_default().take(line, table, column);
                }
                for (key, mut sum) in own {
                    if measure.take == Take::Documents {
                        sum.number = 1;
                    }
                    sums.entry(key.into_owned()).or_insert_with(|| vec![Sum::default(); width])[at].add(sum);
                }
            }
        }
    }

    /// Adds the tally of other documents.
    pub fn add(&mut self, other: Self) {
        for (sums, more) in self.tables.iter_mut().zip(other.tables) {
            for (key, row) in more {
                let own = sums.entry(key).or_insert_with(|| vec![Sum::default(); row.len()]);
                own.iter_mut().zip(row).for_each(|(sum, more)| sum.add(more));
            }
        }
    }

    /// The rows of each ready table, in the order of their keys.
    pub fn tables(&self) -> impl Iterator<Item = (&'static Ready, Vec<Vec<Cell<'_>>>)> {
        READY.iter().zip(&self.tables).map(|(ready, sums)| {
            let rows = sums.iter().map(|(key, row)| {
                let number = key.parse().ok().filter(|_| ready.key.kind == crate::table::Kind::Integer);
                let first = number.map_or_else(|| Cell::from(key), Cell::Integer);
                let cells = row.iter().zip(ready.measures).map(|(sum, measure)| sum.cell(measure.take));
                std::iter::once(first).chain(cells).collect()
            });
            (ready, rows.collect())
        })
    }
}

fn lines<'a, R>(table: &Table<R>, rows: &'a [R]) -> Vec<Line<'a>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let used = USED.get(table.name).map_or(&[][..], Vec::as_slice);
    let columns = used.iter().filter_map(|&at| table.columns.get(at));
    let line = |row| Line(columns.clone().map(|c| (c.field.name, (c.cell)(row))).collect());
    rows.iter().map(line).collect()
}

/// For each table the places of the columns that some sum needs.
static USED: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let used = |shape: Shape| {
        let measures = || READY.iter().flat_map(|ready| ready.measures).filter(|m| m.table == shape.name);
        let wanted = |name| ADDS.contains(&name) || measures().any(|measure| needs(measure, name));
        let columns = shape.fields.iter().enumerate().filter(|(_, field)| wanted(field.name));
        (shape.name, columns.map(|(at, _)| at).collect())
    };
    shapes().into_iter().map(used).collect()
});

/// Whether a sum looks at a column, beside those of [`ADDS`].
fn needs(measure: &Measure, name: &'static str) -> bool {
    let key = match measure.key {
        Key::Columns(columns) => columns.contains(&name),
        Key::Year(column) => column == name,
    };
    key || measure.take == Take::Sum(name) || measure.only.iter().any(|(column, _)| *column == name)
}

#[cfg(test)]
mod tests {
    use super::{Cell, Line, Tally, year};

    fn count(value: i64, more: &[(&'static str, &'static str)]) -> Line<'static> {
        let mut cells = vec![("unit", Cell::from("model")), ("value", Cell::Integer(value))];
        if more.iter().all(|(column, _)| *column != "measure") {
            cells.push(("measure", "count".into()));
        }
        cells.extend(more.iter().map(|(column, word)| (*column, Cell::from(*word))));
        Line(cells)
    }

    fn by_unit(lines: &[Line<'_>]) -> Vec<String> {
        let mut tally = Tally::default();
        tally.rows("counts", lines);
        let tables: Vec<_> = tally.tables().collect();
        tables[1].1[0].iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_may_not_be_added_is_not() {
        let lines = [
            count(2833, &[]),
            count(468, &[("part_of", "a#c1")]),
            count(47, &[("direction", "decrease")]),
            count(65, &[("per", "người/năm")]),
            count(12, &[("measure", "percent")]),
            count(3, &[("measure", "ratio")]),
            count(7, &[]),
        ];
        assert_eq!(by_unit(&lines), ["model", "7", "1", "2840"]);
    }

    #[test]
    fn nothing_to_add_is_no_zero() {
        assert_eq!(by_unit(&[count(12, &[("measure", "percent")])]), ["model", "1", "1", ""]);
    }

    #[test]
    fn documents_are_counted_once_for_all_their_rows() {
        let mut all = Tally::default();
        for _ in 0..2 {
            let mut one = Tally::default();
            one.rows("counts", &[count(1, &[]), count(2, &[])]);
            all.add(one);
        }
        let tables: Vec<_> = all.tables().collect();
        let row: Vec<String> = tables[1].1[0].iter().map(ToString::to_string).collect();
        assert_eq!(row, ["model", "4", "2", "6"]);
    }

    #[test]
    fn a_date_lies_in_the_year_in_which_it_ends() {
        for (date, expected) in
            [("2020-06-30", "2020"), ("2015/2020", "2020"), ("../2019", "2019"), ("2018/..", "2018")]
        {
            assert_eq!(year(date), Some(expected));
        }
        for date in ["", "unknown", "195X", "XXXX-07-08", "P1Y"] {
            assert_eq!(year(date), None, "{date}");
        }
    }
}
