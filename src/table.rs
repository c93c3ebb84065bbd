//! Tables: the one public schema, from which CSV, JSON and the data dictionary are made.
//!
//! A table is a name and a list of columns; a column knows its name, its type, what it means and how its cell
//! is taken from a row. Nothing else in the program names a column. What columns and their words are called in Vietnamese
//! stands beside it in `words.toml`.

mod cell;
mod counts;
mod dictionary;
mod documents;
mod facts;
mod json_schema;
mod ready;
mod reference;
mod summary;
mod words;

pub use cell::Cell;
pub use counts::COUNTS;
pub use dictionary::dictionary;
pub use documents::{DOCUMENTS, PROBLEMS};
pub use facts::{AWARDS, CITATIONS, DATES};
pub use json_schema::json_schema;
pub use ready::{Key, Measure, READY, Ready, Take};
pub use reference::{bodies, provinces};
pub use summary::{AWARD_PREFIX, KEPT_PREFIX, SUMMARY};
pub(crate) use words::all_words;
pub use words::{Language, column_named, unlabelled};

/// A table whose rows are of type `R`.
#[derive(Debug)]
pub struct Table<R: 'static> {
    /// Name, and the name of its file without the ending.
    pub name: &'static str,
    /// What one row is.
    pub doc: &'static str,
    /// The columns in their order.
    pub columns: &'static [Column<R>],
}

/// One column of a table.
#[derive(Debug)]
pub struct Column<R> {
    /// Name, type and meaning.
    pub field: Field,
    /// Takes the cell from a row.
    pub cell: for<'a> fn(&'a R) -> Cell<'a>,
}

/// What can be said of a column without its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Name in the head of the table and in JSON.
    pub name: &'static str,
    /// Type of its cells.
    pub kind: Kind,
    /// What it means.
    pub doc: &'static str,
}

/// Type of the cells of a column; any cell can be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words of the document or of the program.
    Text,
    /// One of the given words.
    Word(&'static [&'static str]),
    /// A whole number.
    Integer,
    /// An exact decimal number.
    Decimal,
    /// A calendar day, `2020-06-30`.
    Date,
    /// A date in the Extended Date/Time Format.
    Edtf,
}

impl Kind {
    /// The word that stands in the data dictionary.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word(_) => "word",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::Edtf => "edtf",
        }
    }
}

impl<R> Table<R> {
    /// The columns without their cells.
    ///
    /// ```
    /// let names: Vec<&str> = solieu::table::PROBLEMS.fields().map(|field| field.name).collect();
    /// assert_eq!(names, ["document", "stage", "severity", "code", "what", "where"]);
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.columns.iter().map(|column| &column.field)
    }

    /// The cells of one row, each with its column.
    pub fn cells<'a>(&self, row: &'a R) -> impl Iterator<Item = (&'static Field, Cell<'a>)> {
        self.columns.iter().map(|column| (&column.field, (column.cell)(row)))
    }

    fn shape(&self) -> Shape {
        Shape { name: self.name, doc: self.doc, fields: self.fields().copied().collect() }
    }
}

/// A table without its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Name, and the name of its file without the ending.
    pub name: &'static str,
    /// What one row is.
    pub doc: &'static str,
    /// The columns in their order.
    pub fields: Vec<Field>,
}

/// All tables, in the order of the data dictionary.
///
/// ```
/// let names: Vec<&str> = solieu::table::shapes().iter().map(|table| table.name).collect();
/// assert_eq!(names[..6], ["documents", "counts", "dates", "awards", "citations", "problems"]);
/// assert_eq!(names[6..], ["summary", "by_year", "by_unit", "by_award", "by_grantor"]);
/// ```
pub fn shapes() -> Vec<Shape> {
    vec![
        DOCUMENTS.shape(),
        COUNTS.shape(),
        DATES.shape(),
        AWARDS.shape(),
        CITATIONS.shape(),
        PROBLEMS.shape(),
        SUMMARY.shape(),
        READY[0].shape(),
        READY[1].shape(),
        READY[2].shape(),
        READY[3].shape(),
    ]
}

/// Writes the columns of a table: name, type, cell and meaning.
macro_rules! columns {
    ($row:ty { $($name:literal, $kind:expr, |$r:ident| $cell:expr, $doc:literal;)+ }) => {
        &[$(crate::table::Column::<$row> {
            field: crate::table::Field { name: $name, kind: $kind, doc: $doc },
            cell: |$r| crate::table::Cell::from($cell),
        }),+]
    };
}

/// Writes the columns of a table of facts, with those that all such tables have before and after.
macro_rules! fact_columns {
    ($fact:ty { $($own:tt)+ }) => {
        crate::table::columns!(crate::record::Row<$fact> {
            "fact_id", crate::table::Kind::Text, |r| &r.fact_id, "Identity of the fact: the document's, `#`, the letter of the table and the row's number in the document.";
            "doc_id", crate::table::Kind::Text, |r| &*r.doc_id, "Identity of the document; the key to `documents`.";
            $($own)+
            "confidence", crate::table::word!(crate::fact::Confidence), |r| r.confidence.as_str(), "How far the fact can be relied on, by its rule and what it says: `certain`, at least 98 of 100 are right; `likely`, at least 90; `weak`, fewer, or too few were measured.";
            "rule", crate::table::Kind::Text, |r| r.fact.rule, "The rule that read the fact.";
            "start", crate::table::Kind::Integer, |r| r.start, "First code point of the words it was read from, in the decoded text before normalisation, from 0.";
            "end", crate::table::Kind::Integer, |r| r.end, "One past the last code point.";
            "line", crate::table::Kind::Integer, |r| r.line, "Line of the first character, from 1.";
            "column", crate::table::Kind::Integer, |r| r.column, "Column of the first character in its line, from 1, in code points as `start`.";
            "page", crate::table::Kind::Integer, |r| r.page, "Page of a PDF, from 1; empty for other formats.";
            "paragraph", crate::table::Kind::Integer, |r| r.paragraph, "Paragraph of a DOCX, DOC, ODT or RTF, or row of its tables, from 1; empty for other formats.";
            "words", crate::table::Kind::Text, |r| &r.words, "The words it was read from, as written.";
            "quote", crate::table::Kind::Text, |r| &r.quote, "The sentence it stands in, as written.";
            "quote_at", crate::table::Kind::Integer, |r| r.quote_at, "Where `words` begin in `quote`, in characters from 0.";
        })
    };
}

/// The words of an enum, as a type of column.
macro_rules! word {
    ($type:ty) => {{
        const N: usize = <$type>::ALL.len();
        const WORDS: [&str; N] = {
            let mut words = [""; N];
            let mut at = 0;
            while at < N {
                words[at] = <$type>::ALL[at].as_str();
                at += 1;
            }
            words
        };
        crate::table::Kind::Word(&WORDS)
    }};
}
use {columns, fact_columns, word};
