//! What a document says about itself, and how its text is divided.

mod dateline;
mod grid;
mod header;
mod official;
mod outside;
mod sentence;

pub use dateline::is_place_and_day;
pub use grid::{Grid, cell, grids};
pub use header::read;
pub use outside::{Outside, date_of_name, typed_date};
pub use sentence::Sentences;

use crate::fact::Edtf;
use crate::span::Span;

/// Identity of a document as its own text states it; every field empty where it does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// Headline or subject.
    pub title: String,
    /// Rubric above the title, as "Chính trị".
    pub section: String,
    /// Dateline.
    pub published: Option<Edtf>,
    /// Who wrote it.
    pub author: String,
    /// Affiliation in the byline, as "BDVTU".
    pub agency: String,
    /// Kind of an official document, as `decision`.
    pub kind: String,
    /// Number of an official document, as "25-NQ/TW".
    pub number: String,
    /// Body that issued it.
    pub issuer: String,
    /// Place of signing.
    pub place: String,
    /// Day of signing.
    pub signed: Option<Edtf>,
    /// The date from which other dates are completed: its own, else one known from outside the text.
    pub dated: Option<Edtf>,
    /// Where the dateline stands.
    pub published_span: Option<Span>,
    /// Where the title stands.
    pub title_span: Option<Span>,
    /// Where the document's own number stands; it is no citation.
    pub number_span: Option<Span>,
}
