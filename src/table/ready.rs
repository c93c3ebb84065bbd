//! Tables that are sums over a run: what they are made of.

use super::{Field, Kind, Shape};

/// A table with one row for each value of a key.
#[derive(Debug)]
pub struct Ready {
    /// Name, and the name of its file without the ending.
    pub name: &'static str,
    /// What one row is.
    pub doc: &'static str,
    /// The first column.
    pub key: Field,
    /// The other columns.
    pub measures: &'static [Measure],
}

/// A column of sums.
#[derive(Debug)]
pub struct Measure {
    /// Name, type and meaning.
    pub field: Field,
    /// The table whose rows it takes.
    pub table: &'static str,
    /// Where the key of a row stands.
    pub key: Key,
    /// What it takes of a row.
    pub take: Take,
    /// It takes only rows with these words in these columns.
    pub only: &'static [(&'static str, &'static str)],
}

/// Where the key of a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// In the first of these columns that is not empty.
    Columns(&'static [&'static str]),
    /// It is the year in which the date of a column lies or ends.
    Year(&'static str),
}

/// What is taken of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The row: one.
    Rows,
    /// Its document: one, however many rows it has.
    Documents,
    /// The number in a column, where it may be added.
    Sum(&'static str),
}

const fn field(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, doc }
}

macro_rules! measure {
    ($name:literal, $table:literal, $key:expr, $take:expr, [$($column:literal = $word:literal),*], $doc:literal) => {
        Measure {
            field: field($name, match $take { Take::Sum(_) => Kind::Decimal, _ => Kind::Integer }, $doc),
            table: $table,
            key: $key,
            take: $take,
            only: &[$(($column, $word)),*],
        }
    };
}

const QUANTITY: Take = Take::Sum("quantity");

/// The ready tables of a run.
pub static READY: [Ready; 4] = [
    Ready {
        name: "by_year",
        doc: "a year that documents or facts lie in",
        key: field("year", Kind::Integer, "The year."),
        measures: &[
            measure!(
                "documents",
                "documents",
                Key::Year("published"),
                Take::Rows,
                [],
                "Documents of that year, by their dateline."
            ),
            measure!(
                "counts",
                "counts",
                Key::Year("period"),
                Take::Rows,
                [],
                "Counts whose time lies or ends in it."
            ),
            measure!("dates", "dates", Key::Year("resolved"), Take::Rows, [], "Dates that lie or end in it."),
            measure!(
                "awards",
                "awards",
                Key::Columns(&["year"]),
                Take::Rows,
                ["status" = "granted"],
                "Awards that were given in it."
            ),
            measure!(
                "collectives",
                "awards",
                Key::Columns(&["year"]),
                QUANTITY,
                ["status" = "granted", "recipient_unit" = "collective"],
                "Collectives that were given them, where the text states how many."
            ),
            measure!(
                "individuals",
                "awards",
                Key::Columns(&["year"]),
                QUANTITY,
                ["status" = "granted", "recipient_unit" = "individual"],
                "Individuals that were given them, where the text states how many."
            ),
            measure!(
                "citations",
                "citations",
                Key::Year("date"),
                Take::Rows,
                [],
                "Citations of documents that were signed in it."
            ),
        ],
    },
    Ready {
        name: "by_unit",
        doc: "a unit that is counted",
        key: field("unit", Kind::Text, "The unit, as in `counts.unit`."),
        measures: &[
            measure!("facts", "counts", Key::Columns(&["unit"]), Take::Rows, [], "Counts of the unit."),
            measure!(
                "documents",
                "counts",
                Key::Columns(&["unit"]),
                Take::Documents,
                [],
                "Documents that count it."
            ),
            measure!(
                "sum",
                "counts",
                Key::Columns(&["unit"]),
                Take::Sum("value"),
                [],
                "Sum of those that may be added: things, money and measures; no part of another count, no change, no rate."
            ),
        ],
    },
    Ready {
        name: "by_award",
        doc: "a kind of award",
        key: field("award", Kind::Text, "The kind, as in `awards.award`."),
        measures: &[
            measure!(
                "granted",
                "awards",
                Key::Columns(&["award"]),
                Take::Rows,
                ["status" = "granted"],
                "Awards that were given."
            ),
            measure!(
                "proposed",
                "awards",
                Key::Columns(&["award"]),
                Take::Rows,
                ["status" = "proposed"],
                "Awards that were proposed."
            ),
            measure!(
                "planned",
                "awards",
                Key::Columns(&["award"]),
                Take::Rows,
                ["status" = "planned"],
                "Awards that were planned."
            ),
            measure!(
                "documents",
                "awards",
                Key::Columns(&["award"]),
                Take::Documents,
                [],
                "Documents that report it."
            ),
            measure!(
                "collectives",
                "awards",
                Key::Columns(&["award"]),
                QUANTITY,
                ["status" = "granted", "recipient_unit" = "collective"],
                "Collectives that were given it, where the text states how many."
            ),
            measure!(
                "individuals",
                "awards",
                Key::Columns(&["award"]),
                QUANTITY,
                ["status" = "granted", "recipient_unit" = "individual"],
                "Individuals that were given it, where the text states how many."
            ),
        ],
    },
    Ready {
        name: "by_grantor",
        doc: "who gives awards",
        key: field(
            "grantor",
            Kind::Text,
            "The grantor: its key as in `awards.grantor_body`, or its name as written where it has none.",
        ),
        measures: &[
            measure!(
                "granted",
                "awards",
                Key::Columns(&["grantor_body", "grantor"]),
                Take::Rows,
                ["status" = "granted"],
                "Awards that it gave."
            ),
            measure!(
                "proposed",
                "awards",
                Key::Columns(&["grantor_body", "grantor"]),
                Take::Rows,
                ["status" = "proposed"],
                "Awards for which it was asked."
            ),
            measure!(
                "documents",
                "awards",
                Key::Columns(&["grantor_body", "grantor"]),
                Take::Documents,
                [],
                "Documents that report them."
            ),
            measure!(
                "collectives",
                "awards",
                Key::Columns(&["grantor_body", "grantor"]),
                QUANTITY,
                ["status" = "granted", "recipient_unit" = "collective"],
                "Collectives to which it gave, where the text states how many."
            ),
            measure!(
                "individuals",
                "awards",
                Key::Columns(&["grantor_body", "grantor"]),
                QUANTITY,
                ["status" = "granted", "recipient_unit" = "individual"],
                "Individuals to which it gave, where the text states how many."
            ),
        ],
    },
];

impl Ready {
    /// The table without its rows.
    pub fn shape(&self) -> Shape {
        let measures = self.measures.iter().map(|measure| measure.field);
        Shape { name: self.name, doc: self.doc, fields: std::iter::once(self.key).chain(measures).collect() }
    }
}
