//! The cells of one column between two row groups.

use super::SCALE;
use crate::table::{Cell, Kind};
use jiff::civil;
use parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int32Type, Int64Type,
};
use parquet::errors::Result;
use parquet::file::writer::SerializedColumnWriter;
use rust_decimal::Decimal;

/// The cells of a column that wait for their group: a level says whether a cell is empty, values are those that are not.
pub(super) struct Column {
    levels: Vec<i16>,
    values: Values,
}

enum Values {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Day(Vec<i32>),
    Decimal(Vec<FixedLenByteArray>),
}

impl Column {
    pub(super) fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text | Kind::Word(_) | Kind::Edtf => Values::Text(Vec::new()),
            Kind::Integer => Values::Integer(Vec::new()),
            Kind::Date => Values::Day(Vec::new()),
            Kind::Decimal => Values::Decimal(Vec::new()),
        };
        Self { levels: Vec::new(), values }
    }

    /// Takes a cell; false where its number had to be rounded.
    pub(super) fn push(&mut self, cell: &Cell<'_>) -> bool {
        let mut exact = true;
        let known = match (&mut self.values, cell) {
            (_, Cell::Empty) => false,
            (Values::Text(values), cell) => {
                values.push(cell.to_string().into_bytes().into());
                true
            }
            (Values::Integer(values), Cell::Integer(number)) => {
                values.push(*number);
                true
            }
            (Values::Day(values), Cell::Text(day)) => day.parse().map(|day| values.push(days(day))).is_ok(),
            (Values::Decimal(values), Cell::Decimal(number)) => {
                exact = number.normalize().scale() <= SCALE;
                values.push(digits(*number));
                true
            }
            (Values::Decimal(values), Cell::Integer(number)) => {
                values.push(digits(Decimal::from(*number)));
                true
            }
            _ => false,
        };
        self.levels.push(known.into());
        exact
    }

    /// Writes what waits and forgets it.
    pub(super) fn write(&mut self, writer: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let levels = Some(self.levels.as_slice());
        match &mut self.values {
            Values::Text(values) => {
                writer.typed::<ByteArrayType>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Integer(values) => {
                writer.typed::<Int64Type>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Day(values) => {
                writer.typed::<Int32Type>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Decimal(values) => {
                writer.typed::<FixedLenByteArrayType>().write_batch(values, levels, None)?;
                values.clear();
            }
        }
        self.levels.clear();
        Ok(())
    }
}

/// Days since 1970-01-01.
fn days(day: civil::Date) -> i32 {
    (day - civil::date(1970, 1, 1)).get_days()
}

/// The number in units of its last digit, in two's complement with the highest byte first.
fn digits(number: Decimal) -> FixedLenByteArray {
    let rounded = number.round_dp(SCALE).normalize();
    let scale = 10_i128.pow(SCALE.saturating_sub(rounded.scale()));
    let units = rounded.mantissa().saturating_mul(scale);
    units.to_be_bytes().to_vec().into()
}

#[cfg(test)]
mod tests {
    use super::{days, digits};
    use rust_decimal::Decimal;

    fn units(number: &str) -> i128 {
        let bytes = digits(number.parse::<Decimal>().unwrap());
        i128::from_be_bytes(bytes.data().try_into().unwrap())
    }

    #[test]
    fn decimals_are_scaled() {
        assert_eq!(units("1"), 1_000_000_000);
        assert_eq!(units("-1.5"), -1_500_000_000);
        assert_eq!(units("0.0000000004"), 0);
        assert_eq!(
            units("79228162514264337593543950335"),
            79_228_162_514_264_337_593_543_950_335_000_000_000
        );
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days("1970-01-01".parse().unwrap()), 0);
        assert_eq!(days("1969-12-31".parse().unwrap()), -1);
        assert_eq!(days("2020-06-30".parse().unwrap()), 18443);
    }
}
