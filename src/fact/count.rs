//! Counts: how many or how much of something the text reports.

use super::words;
use crate::span::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// One stated number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// The number with its sign of unit, scale word or range.
    pub span: Span,
    /// The number in full.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// Whole of a ratio: 30 in "28/30 xã".
    pub total: Option<Decimal>,
    /// Exact, about, at least …
    pub qualifier: Qualifier,
    /// Things, money, time …
    pub measure: Measure,
    /// Canonical key of what is counted, as `resolution`, `person`, `VND`.
    pub unit: Cow<'static, str>,
    /// Head noun, lower case, as written; empty for money and durations.
    pub noun: String,
    /// What a rate is per: "người/năm".
    pub per: String,
    /// From the noun to the end of its noun phrase, as written.
    pub phrase: String,
    /// Set where the number states a change.
    pub direction: Option<Direction>,
    /// Index, among the counts of the document, of the count that this one is a part of.
    pub part_of: Option<usize>,
    /// EDTF of the time that governs it in its clause.
    pub period: Option<String>,
    /// The rule that read it, as `count/noun`.
    pub rule: &'static str,
}

/// What sort of quantity a count is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Things that are counted.
    Count,
    /// Hundredths.
    Percent,
    /// An amount of a currency.
    Money,
    /// A length of time.
    Duration,
    /// Length, area, mass, energy …
    Physical,
    /// A share "28/30" or a multiple "4,4 lần".
    Ratio,
}
words!(Measure { Count => "count", Percent => "percent", Money => "money", Duration => "duration",
    Physical => "physical", Ratio => "ratio" });

/// How the text bounds a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Qualifier {
    /// No word bounds it.
    #[default]
    Exact,
    /// khoảng, gần, xấp xỉ, ước
    Approximate,
    /// hơn, trên
    MoreThan,
    /// ít nhất, tối thiểu, từ … trở lên
    AtLeast,
    /// dưới, chưa đến
    LessThan,
    /// không quá, tối đa
    AtMost,
}
words!(Qualifier { Exact => "exact", Approximate => "approximate", MoreThan => "more_than",
    AtLeast => "at_least", LessThan => "less_than", AtMost => "at_most" });

/// Whether a stated change is up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// tăng, cao hơn
    Increase,
    /// giảm, thấp hơn
    Decrease,
}
words!(Direction { Increase => "increase", Decrease => "decrease" });
