//! Formats that take typed rows, table by table, rather than bytes.

use super::draft::Draft;
use crate::error::{Error, Problem};
use crate::table::{Cell, Field, Kind, Shape};

/// A table as a file needs it: with the columns that only the run knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Name of the table.
    pub(super) name: String,
    /// What one row is.
    pub(super) doc: String,
    /// The columns in their order.
    pub(super) columns: Vec<Label>,
}

/// A column of a [`Heading`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) doc: String,
}

impl From<&Field> for Label {
    fn from(field: &Field) -> Self {
        Self { name: field.name.to_owned(), kind: field.kind, doc: field.doc.to_owned() }
    }
}

impl From<&Shape> for Heading {
    fn from(shape: &Shape) -> Self {
        let columns = shape.fields.iter().map(Label::from).collect();
        Self { name: shape.name.to_owned(), doc: shape.doc.to_owned(), columns }
    }
}

/// Files that take the rows of several tables in any order of the tables.
pub(super) trait Book: Send {
    /// Begins a table; its number is the number of those begun before.
    fn begin(&mut self, heading: Heading) -> Result<(), Error>;

    /// Appends a row to the table of that number.
    fn push(&mut self, table: usize, cells: &[Cell<'_>]) -> Result<(), Error>;

    /// What a reader must know that was noticed since it was last asked.
    fn problems(&mut self) -> Vec<Problem> {
        Vec::new()
    }

    /// Ends the files; they are not put in place yet.
    fn finish(self: Box<Self>) -> Result<Vec<Draft>, Error>;
}

/// A column of a table by its name, as the name of a file or a list of them says it.
pub(super) fn place(heading: &Heading, name: &str) -> Option<usize> {
    heading.columns.iter().position(|column| column.name == name)
}
