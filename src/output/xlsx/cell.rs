//! One cell of a sheet in its type.

use crate::table::Cell;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

/// Characters of a cell, in units of UTF-16.
pub(super) const CHARS: usize = 32_767;

/// Writes a text; whether it had to be cut.
pub(super) fn text(sheet: &mut Worksheet, row: u32, at: u16, text: &str) -> Result<bool, XlsxError> {
    let (text, cut) = fitting(text);
    sheet.write_string(row, at, text)?;
    Ok(cut)
}

/// Writes a number or a day in its type; whether a text had to be cut.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell<'_>,
    days: &Format,
) -> Result<bool, XlsxError> {
    let digits = cell.to_string();
    match cell {
        Cell::Empty => return Ok(false),
        Cell::Text(words) => match day(words) {
            Some(day) => sheet.write_datetime_with_format(row, at, &day, days)?,
            None => return text(sheet, row, at, words),
        },
        _ => match exact(cell, &digits) {
            Some(number) => sheet.write_number(row, at, number)?,
            None => sheet.write_string(row, at, digits)?,
        },
    };
    Ok(false)
}

/// The number as Excel keeps it, which is with 15 digits; `None` where it would lose some.
fn exact(cell: &Cell<'_>, digits: &str) -> Option<f64> {
    let significant = digits.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let number = match cell {
        Cell::Integer(number) => number.to_f64(),
        Cell::Decimal(number) => number.to_string().parse().ok(),
        _ => None,
    };
    number.filter(|_| significant <= 15)
}

/// A day that Excel knows; its calendar begins in 1900, and its first two months are wrong.
fn day(text: &str) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(text).ok().filter(|_| text >= "1900-03-01" && text.len() == 10)
}

/// As much of the text as a cell holds.
fn fitting(text: &str) -> (&str, bool) {
    if text.len() <= CHARS {
        return (text, false);
    }
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > CHARS {
            return (&text[..at], true);
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests {
    use super::{CHARS, Cell, day, exact, fitting};
    use rust_decimal::Decimal;

    #[test]
    fn numbers_that_excel_would_round_stay_text() {
        let shown = |digits: &str| {
            let cell = Cell::from(digits.parse::<Decimal>().unwrap());
            exact(&cell, &cell.to_string())
        };
        assert_eq!(shown("1200000.05"), Some(1_200_000.05));
        assert_eq!(shown("0.000001"), Some(0.000_001));
        assert_eq!(shown("123456789012345"), Some(123_456_789_012_345.0));
        assert_eq!(shown("1234567890123456"), None);
    }

    #[test]
    fn days_before_the_calendar_of_excel_stay_text() {
        assert!(day("2020-06-30").is_some());
        for text in ["1890-01-01", "1900-02-28", "2020-06", ""] {
            assert!(day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_text_is_cut_at_the_limit_of_a_cell_and_not_before() {
        let text = "ư".repeat(CHARS);
        assert_eq!(fitting(&text), (text.as_str(), false));
        assert_eq!(fitting(&"ư".repeat(CHARS + 1)), (text.as_str(), true));
        let wide = "𝟓".repeat(CHARS);
        let (cut, _) = fitting(&wide);
        assert_eq!(cut.chars().count(), CHARS / 2);
    }
}
