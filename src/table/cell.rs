//! One value in a table.

use crate::fact::Edtf;
use jiff::civil;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// One value in a table.
///
/// ```
/// use solieu::table::Cell;
/// assert_eq!(Cell::from(""), Cell::Empty);
/// assert_eq!(Cell::from(Some(3_usize)), Cell::Integer(3));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known: an empty cell in CSV, `null` in JSON.
    Empty,
    /// Words, a date or a key.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// An exact decimal, without zeros at its end.
    Decimal(Decimal),
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Decimal(number) => number.fmt(f),
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(Cow::Borrowed(text)) }
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(Cow::Owned(text)) }
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<Edtf> for Cell<'_> {
    fn from(date: Edtf) -> Self {
        let mut text = String::with_capacity(DAY);
        // to write to a string never fails
        let _ = write!(text, "{date}");
        text.into()
    }
}

/// Length of a day, `2020-06-30`, and of a year to another; longer ones are rare.
const DAY: usize = 10;

impl From<civil::Date> for Cell<'_> {
    fn from(day: civil::Date) -> Self {
        day.to_string().into()
    }
}

impl From<Decimal> for Cell<'_> {
    fn from(number: Decimal) -> Self {
        Self::Decimal(number.normalize())
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i16> for Cell<'_> {
    fn from(number: i16) -> Self {
        Self::Integer(number.into())
    }
}

impl From<u8> for Cell<'_> {
    fn from(number: u8) -> Self {
        Self::Integer(number.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;
    use rust_decimal::Decimal;

    #[test]
    fn decimals_are_plain_and_exact() {
        let shown = |number: &str| Cell::from(number.parse::<Decimal>().unwrap()).to_string();
        assert_eq!(shown("1200000.050"), "1200000.05");
        assert_eq!(shown("100.00"), "100");
        assert_eq!(shown("-0.0"), "0");
        assert_eq!(shown("79228162514264337593543950335"), "79228162514264337593543950335");
        assert_eq!(shown("0.0000000000000000000000000001"), "0.0000000000000000000000000001");
    }
}
