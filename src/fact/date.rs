//! Dates: calendar points and spans that the text names.

use super::{Edtf, words};
use crate::span::Span;

/// One expression that names a calendar point or span.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// The whole expression without its preposition.
    pub span: Span,
    /// What it names.
    pub kind: DateKind,
    /// As the words alone give it.
    pub value: Edtf,
    /// Completed from the date of the document where that is known.
    pub resolved: Edtf,
    /// What the date does in the document.
    pub role: Role,
    /// The rule that read it, as `date/spelled`.
    pub rule: &'static str,
}

/// What a date expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// A day with a time of day.
    Datetime,
    /// A day.
    Date,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A half-year.
    Half,
    /// A year.
    Year,
    /// From one point to another, either end open.
    Range,
    /// A recurrence, as "hằng năm".
    Set,
    /// Leans on the document's date, as "năm trước".
    Relative,
}
words!(DateKind { Datetime => "datetime", Date => "date", Month => "month", Quarter => "quarter",
    Half => "half", Year => "year", Range => "range", Set => "set", Relative => "relative" });

/// What a date does in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// The dateline.
    Published,
    /// The day a document was signed.
    Signed,
    /// The time of an award.
    Award,
    /// A term, stage or reporting period.
    Period,
    /// Anything else.
    #[default]
    Event,
}
words!(Role { Published => "published", Signed => "signed", Award => "award", Period => "period", Event => "event" });
