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
use std::ops::Range;

/// Cells that are handed to the library at once.
const BATCH: usize = 1024;

/// The cells of a column that wait for their group: a level says whether a cell is empty, values are those that are not.
pub(super) struct Column {
    kind: Kind,
    levels: Vec<i16>,
    values: Values,
}

enum Values {
    Text(Texts),
    Integer(Vec<i64>),
    Day(Vec<i32>),
    Decimal(Vec<i128>),
}

/// Texts one behind the other, and where each ends: a value of its own would take more room than most of them.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Column {
    pub(super) fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text | Kind::Word(_) | Kind::Edtf => Values::Text(Texts::default()),
            Kind::Integer => Values::Integer(Vec::new()),
            Kind::Date => Values::Day(Vec::new()),
            Kind::Decimal => Values::Decimal(Vec::new()),
        };
        Self { kind, levels: Vec::new(), values }
    }

    /// Takes a cell; false where its number had to be rounded.
    pub(super) fn push(&mut self, cell: &Cell<'_>) -> bool {
        let mut exact = true;
        let known = match (&mut self.values, cell) {
            (_, Cell::Empty) => false,
            (Values::Text(texts), cell) => {
                texts.push(cell);
                true
            }
            (Values::Integer(values), Cell::Integer(number)) => {
                values.push(*number);
                true
            }
            (Values::Day(values), Cell::Text(day)) => day.parse().map(|day| values.push(days(day))).is_ok(),
            (Values::Decimal(values), Cell::Decimal(number)) => {
                exact = number.normalize().scale() <= SCALE;
                values.push(units(*number));
                true
            }
            (Values::Decimal(values), Cell::Integer(number)) => {
                values.push(units(Decimal::from(*number)));
                true
            }
            _ => false,
        };
        self.levels.push(known.into());
        exact
    }

    /// What waits; nothing is left.
    pub(super) fn take(&mut self) -> Self {
        std::mem::replace(self, Self::new(self.kind))
    }

    /// Writes what waits.
    pub(super) fn write(self, writer: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let mut first = 0;
        for levels in self.levels.chunks(BATCH) {
            let next = first + levels.iter().filter(|&&level| level > 0).count();
            let (levels, batch) = (Some(levels), first..next);
            match &self.values {
                Values::Text(texts) => {
                    writer.typed::<ByteArrayType>().write_batch(&texts.values(batch), levels, None)
                }
                Values::Integer(values) => {
                    writer.typed::<Int64Type>().write_batch(&values[batch], levels, None)
                }
                Values::Day(values) => writer.typed::<Int32Type>().write_batch(&values[batch], levels, None),
                Values::Decimal(values) => {
                    let values: Vec<_> = values[batch].iter().map(|units| digits(*units)).collect();
                    writer.typed::<FixedLenByteArrayType>().write_batch(&values, levels, None)
                }
            }?;
            first = next;
        }
        Ok(())
    }
}

impl Texts {
    fn push(&mut self, cell: &Cell<'_>) {
        match cell {
            Cell::Text(text) => self.bytes.extend_from_slice(text.as_bytes()),
            other => self.bytes.extend_from_slice(other.to_string().as_bytes()),
        }
        self.ends.push(self.bytes.len());
    }

    /// Some of the texts, as parts of one piece of memory.
    fn values(&self, batch: Range<usize>) -> Vec<ByteArray> {
        let start = |at: usize| at.checked_sub(1).map_or(0, |before| self.ends[before]);
        let (from, to) = (start(batch.start), start(batch.end));
        let whole = ByteArray::from(self.bytes[from..to].to_vec());
        batch.map(|at| whole.slice(start(at) - from, self.ends[at] - start(at))).collect()
    }
}

/// Days since 1970-01-01.
fn days(day: civil::Date) -> i32 {
    (day - civil::date(1970, 1, 1)).get_days()
}

/// The number in units of its last digit.
fn units(number: Decimal) -> i128 {
    let rounded = number.round_dp(SCALE).normalize();
    let scale = 10_i128.pow(SCALE.saturating_sub(rounded.scale()));
    rounded.mantissa().saturating_mul(scale)
}

/// Units in two's complement with the highest byte first.
fn digits(units: i128) -> FixedLenByteArray {
    units.to_be_bytes().to_vec().into()
}

#[cfg(test)]
mod tests {
    use super::{Texts, days, digits, units};
    use crate::table::Cell;
    use rust_decimal::Decimal;

    #[test]
    fn decimals_are_scaled() {
        let units = |number: &str| {
            let bytes = digits(units(number.parse::<Decimal>().unwrap()));
            i128::from_be_bytes(bytes.data().try_into().unwrap())
        };
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

    #[test]
    fn texts_come_out_of_their_pile() {
        let mut texts = Texts::default();
        for text in ["Ủy ban", "", "xã"] {
            texts.push(&Cell::from(text));
        }
        texts.push(&Cell::Integer(12));
        let words = |batch| -> Vec<String> {
            texts.values(batch).iter().map(|value| value.as_utf8().unwrap().to_owned()).collect()
        };
        assert_eq!(words(0..4), ["Ủy ban", "", "xã", "12"]);
        assert_eq!(words(1..3), ["", "xã"]);
        assert!(words(2..2).is_empty());
    }
}
