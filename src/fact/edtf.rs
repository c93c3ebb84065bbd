//! Values of dates in the Extended Date/Time Format (ISO 8601-2).

use jiff::civil::Date as Day;
use std::fmt;

/// A calendar point, as precise as the text is: a minute, a day, a month, a quarter, a year …
///
/// Parts that the text leaves out are `None`; a day without a year prints as `XXXX-07-08`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Point {
    /// Calendar year.
    pub year: Option<i16>,
    /// How much of the year is named.
    pub part: Part,
    /// Hour and minute.
    pub time: Option<(u8, u8)>,
}

/// The part of a year that a [`Point`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Part {
    /// The year as a whole.
    #[default]
    Whole,
    /// Ten years, from the year on: `195X`.
    Decade,
    /// A hundred years, from the year on: `19XX`.
    Century,
    /// A half-year, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A month and a day.
    Day(u8, u8),
}

impl Point {
    /// A whole year.
    pub const fn year(year: i16) -> Self {
        Self { year: Some(year), part: Part::Whole, time: None }
    }

    /// A month, in a year if one is known.
    pub const fn month(year: Option<i16>, month: u8) -> Self {
        Self { year, part: Part::Month(month), time: None }
    }

    /// A day, in a year if one is known.
    pub const fn day(year: Option<i16>, month: u8, day: u8) -> Self {
        Self { year, part: Part::Day(month, day), time: None }
    }

    /// The same part of the given year, where no year is known yet.
    #[must_use]
    pub fn in_year(self, year: i16) -> Self {
        Self { year: self.year.or(Some(year)), ..self }
    }

    /// First calendar day; `None` without a year.
    pub fn first(self) -> Option<Day> {
        let year = self.year?;
        let (month, day) = match self.part {
            Part::Whole | Part::Decade | Part::Century => (1, 1),
            Part::Half(h) => (if h == 1 { 1 } else { 7 }, 1),
            Part::Quarter(q) => (q * 3 - 2, 1),
            Part::Month(m) => (m, 1),
            Part::Day(m, d) => (m, d),
        };
        Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// Last calendar day; `None` without a year.
    pub fn last(self) -> Option<Day> {
        let first = self.first()?;
        let month = match self.part {
            Part::Whole => 12,
            Part::Decade => return Day::new(first.year() + 9, 12, 31).ok(),
            Part::Century => return Day::new(first.year() + 99, 12, 31).ok(),
            Part::Half(h) => h * 6,
            Part::Quarter(q) => q * 3,
            Part::Month(m) => m,
            Part::Day(..) => return Some(first),
        };
        Day::new(first.year(), i8::try_from(month).ok()?, 1).ok().map(Day::last_of_month)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.part) {
            (Some(year), Part::Decade) => return write!(f, "{:03}X", year / 10),
            (Some(year), Part::Century) => return write!(f, "{:02}XX", year / 100),
            (Some(year @ 0..=9999), _) => {
                pair(f, "", (year / 100).unsigned_abs())?;
                pair(f, "", (year % 100).unsigned_abs())?;
            }
            (Some(year), _) => write!(f, "{year:04}")?,
            (None, _) => f.write_str("XXXX")?,
        }
        match self.part {
            Part::Whole | Part::Decade | Part::Century => {}
            Part::Half(h) => pair(f, "-", 39 + u16::from(h))?,
            Part::Quarter(q) => pair(f, "-", 32 + u16::from(q))?,
            Part::Month(m) => pair(f, "-", m.into())?,
            Part::Day(m, d) => {
                pair(f, "-", m.into())?;
                pair(f, "-", d.into())?;
            }
        }
        let Some((hour, minute)) = self.time else { return Ok(()) };
        pair(f, "T", hour.into())?;
        pair(f, ":", minute.into())
    }
}

/// Every number of two digits, one after the other: most cells of a table of dates are made of them.
const PAIRS: &str = "00010203040506070809101112131415161718192021222324\
    25262728293031323334353637383940414243444546474849\
    50515253545556575859606162636465666768697071727374\
    75767778798081828384858687888990919293949596979899";

/// Writes a sign and a number of two digits.
fn pair(f: &mut fmt::Formatter<'_>, sign: &str, number: u16) -> fmt::Result {
    let at = usize::from(number) * 2;
    f.write_str(sign)?;
    match PAIRS.get(at..at + 2) {
        Some(pair) => f.write_str(pair),
        None => write!(f, "{number}"),
    }
}

/// The value of a date expression.
///
/// ```
/// use solieu::fact::{Edtf, Point};
/// assert_eq!(Edtf::until(Point::year(2019)).to_string(), "../2019");
/// assert_eq!(Edtf::from(Point::day(None, 7, 8)).to_string(), "XXXX-07-08");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One point.
    Point(Point),
    /// From a point to a point; `None` is an open end.
    Interval(Option<Point>, Option<Point>),
    /// Every year, month, week or day: `P1Y` …
    Set(char),
    /// Leans on a date that is not known.
    Unknown,
}

impl Edtf {
    /// The interval that ends with `point`.
    pub const fn until(point: Point) -> Self {
        Self::Interval(None, Some(point))
    }

    /// The interval that begins with `point` and has no end.
    pub const fn since(point: Point) -> Self {
        Self::Interval(Some(point), None)
    }

    /// First and last calendar day, each `None` where open or unknown.
    pub fn days(self) -> (Option<Day>, Option<Day>) {
        match self {
            Self::Point(p) => (p.first(), p.last()),
            Self::Interval(a, b) => (a.and_then(Point::first), b.and_then(Point::last)),
            Self::Set(_) | Self::Unknown => (None, None),
        }
    }

    /// The year of the point, or of the last point of an interval.
    pub fn year(self) -> Option<i16> {
        match self {
            Self::Point(p) => p.year,
            Self::Interval(a, b) => b.or(a).and_then(|p| p.year),
            Self::Set(_) | Self::Unknown => None,
        }
    }

    /// The value with its points changed.
    #[must_use]
    pub fn map(self, change: impl Fn(Point) -> Point) -> Self {
        match self {
            Self::Point(p) => Self::Point(change(p)),
            Self::Interval(a, b) => Self::Interval(a.map(&change), b.map(&change)),
            other => other,
        }
    }
}

impl From<Point> for Edtf {
    fn from(point: Point) -> Self {
        Self::Point(point)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |point: &Option<Point>, f: &mut fmt::Formatter<'_>| match point {
            Some(point) => point.fmt(f),
            None => f.write_str(".."),
        };
        match self {
            Self::Point(p) => p.fmt(f),
            Self::Interval(a, b) => {
                end(a, f)?;
                f.write_str("/")?;
                end(b, f)
            }
            Self::Set(unit) => write!(f, "P1{unit}"),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edtf, Part, Point};

    #[test]
    fn prints_every_part() {
        let at = |part| Point { year: Some(2020), part, time: None }.to_string();
        assert_eq!(at(Part::Whole), "2020");
        assert_eq!(at(Part::Decade), "202X");
        assert_eq!(at(Part::Century), "20XX");
        assert_eq!(at(Part::Half(2)), "2020-41");
        assert_eq!(at(Part::Quarter(1)), "2020-33");
        assert_eq!(at(Part::Day(6, 30)), "2020-06-30");
        assert_eq!(
            Point { time: Some((17, 0)), ..Point::day(Some(2020), 6, 30) }.to_string(),
            "2020-06-30T17:00"
        );
    }

    #[test]
    fn an_impossible_day_has_no_first_day() {
        assert_eq!(Point::day(Some(2021), 2, 29).first(), None);
        assert!(Point::day(Some(2020), 2, 29).first().is_some());
    }

    #[test]
    fn ends_of_parts() {
        let half = Point { year: Some(2020), part: Part::Half(1), time: None };
        let (first, last) = Edtf::from(half).days();
        assert_eq!(
            (first.unwrap().to_string(), last.unwrap().to_string()),
            ("2020-01-01".into(), "2020-06-30".into())
        );
        assert_eq!(Edtf::until(Point::year(2019)).days().0, None);
    }
}
