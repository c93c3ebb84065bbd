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
    /// How it leans on the document's date, if it does.
    pub lean: Option<Lean>,
    /// The rule that read it, as `date/spelled`.
    pub rule: &'static str,
}

/// How a relative expression leans on the date of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// So many years on: "năm ngoái" is -1.
    Year(i16),
    /// The half-year, quarter or first months of the year so many years on: "6 tháng đầu năm".
    Months(DateKind, Edtf, i16),
    /// So many quarters on.
    Quarter(i32),
    /// So many months on: "tháng trước" is -1.
    Month(i32),
    /// So many weeks on.
    Week(i32),
    /// So many days on: "hôm qua" is -1.
    Day(i32),
    /// From the point to the document's date, or from the beginning of its year: "đầu năm đến nay".
    Since,
    /// So many school years on from the last that was named.
    SchoolYear(i16),
    /// A day of the week, 1 for Monday, so many weeks on: "thứ năm tuần tới".
    Weekday(u8, i32),
    /// The last day of that name, or the next where the flag is set: "hôm thứ Ba".
    Nearest(u8, bool),
    /// Leans on what the text said last, or on nothing that is known.
    Other,
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
