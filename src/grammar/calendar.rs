//! Calendar shapes in digits, validated: D/M/YYYY, D/M, M/YYYY, YYYY, times of day.

use crate::fact::Point;
use crate::fact::edtf::Part;
use crate::text::space::skip_inline;
use nom::bytes::complete::take_while;
use nom::character::complete::one_of;
use nom::combinator::{map_opt, opt};
use nom::{IResult, Parser};

/// Years that a report can name.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2199;

/// A run of `min` to `max` digits, which may be no more than four; a longer run is another number.
fn number(input: &str, min: usize, max: usize) -> IResult<&str, i16> {
    let digits = input.bytes().take(max + 1).take_while(u8::is_ascii_digit).count();
    if digits < min || digits > max {
        return Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Digit)));
    }
    let value = input.bytes().take(digits).fold(0, |value, digit| value * 10 + i16::from(digit - b'0'));
    Ok((&input[digits..], value))
}

fn blank(input: &str) -> IResult<&str, &str> {
    take_while(|c| c == ' ').parse(input)
}

/// One of `/ - .` or a long dash, with or without spaces around it.
fn mark(input: &str) -> IResult<&str, char> {
    let (rest, (_, sign, _)) = (blank, one_of("/-.–"), blank).parse(input)?;
    Ok((rest, sign))
}

fn small(value: i16, most: i16) -> Option<u8> {
    u8::try_from(value).ok().filter(|v| (1..=most).contains(&i16::from(*v)))
}

/// Whether the day exists in the month; without a year, February has 29 days.
pub fn valid_day(year: Option<i16>, month: u8, day: u8) -> bool {
    Point::day(Some(year.unwrap_or(2020)), month, day).first().is_some()
}

fn end_of(text: &str, rest: &str) -> usize {
    text.len() - rest.len()
}

/// A year of four digits.
pub fn year(text: &str, at: usize) -> Option<(usize, i16)> {
    let (rest, value) = number(text.get(at..)?, 4, 4).ok()?;
    YEARS.contains(&value).then_some((end_of(text, rest), value))
}

/// A year that stands without the word "năm": 1900 to 2099.
pub fn plain_year(text: &str, at: usize) -> Option<(usize, i16)> {
    year(text, at).filter(|(_, y)| (1900..2100).contains(y))
}

/// D/M/YYYY or D/M/YY: day first; both marks are the same.
pub fn day_month_year(text: &str, at: usize) -> Option<(usize, Point)> {
    let (rest, (d, first, m, second, y)) =
        (|i| number(i, 1, 2), mark, |i| number(i, 1, 2), mark, |i| number(i, 2, 4))
            .parse(text.get(at..)?)
            .ok()?;
    // "5 - 10/10" are days of one month, "5-10/2010" is one day
    let short = y < 100;
    let y = if short { if y < 50 { 2000 + y } else { 1900 + y } } else { y };
    let (day, month) = (small(d, 31)?, small(m, 12)?);
    let ok = (first == second || (first == '-' && second == '/' && !short))
        && YEARS.contains(&y)
        && valid_day(Some(y), month, day);
    ok.then(|| (end_of(text, rest), Point::day(Some(y), month, day)))
}

/// M/D/YYYY, as spreadsheets of another country write it: only where the second number can be no month.
pub fn month_day_year(text: &str, at: usize) -> Option<(usize, Point)> {
    let (rest, (m, first, d, second, y)) =
        (|i| number(i, 1, 2), mark, |i| number(i, 1, 2), mark, |i| number(i, 4, 4))
            .parse(text.get(at..)?)
            .ok()?;
    let (month, day) = (small(m, 12)?, small(d, 31).filter(|d| *d > 12)?);
    let ok = first == '/' && second == '/' && (1900..2100).contains(&y) && valid_day(Some(y), month, day);
    ok.then(|| (end_of(text, rest), Point::day(Some(y), month, day)))
}

/// YYYY-MM-DD.
pub fn iso(text: &str, at: usize) -> Option<(usize, Point)> {
    let (rest, (y, first, m, second, d)) =
        (|i| number(i, 4, 4), one_of("-/"), |i| number(i, 2, 2), one_of("-/"), |i| number(i, 2, 2))
            .parse(text.get(at..)?)
            .ok()?;
    let (day, month) = (small(d, 31)?, small(m, 12)?);
    (first == second && YEARS.contains(&y) && valid_day(Some(y), month, day))
        .then(|| (end_of(text, rest), Point::day(Some(y), month, day)))
}

/// D/M or D-M, without a year; nothing numeric may follow.
pub fn day_month(text: &str, at: usize) -> Option<(usize, Point)> {
    let (rest, (d, _, m)) = (|i| number(i, 1, 2), mark, |i| number(i, 1, 2)).parse(text.get(at..)?).ok()?;
    let (day, month) = (small(d, 31)?, small(m, 12)?);
    let digit = |r: &str| r.starts_with(|c: char| c.is_ascii_digit());
    // "28/2-5/3/2022": the last day of a span is glued to the first
    let spans = |r: &str| day_month_year(r, 0).is_some() || day_month(r, 0).is_some();
    let glued = rest.strip_prefix(['/', '.', ',']).is_some_and(digit)
        || rest.strip_prefix('-').is_some_and(|r| digit(r) && !spans(r));
    (!glued && valid_day(None, month, day)).then(|| (end_of(text, rest), Point::day(None, month, day)))
}

/// M/YYYY or M-YYYY.
pub fn month_year(text: &str, at: usize) -> Option<(usize, Point)> {
    let (rest, (m, _, y)) = (|i| number(i, 1, 2), mark, |i| number(i, 4, 4)).parse(text.get(at..)?).ok()?;
    let month = small(m, 12)?;
    (1900..2100).contains(&y).then(|| (end_of(text, rest), Point::month(Some(y), month)))
}

/// A number of one or two digits, as a day or a month.
pub fn two_digits(text: &str, at: usize, most: i16) -> Option<(usize, u8)> {
    let (rest, value) = number(text.get(at..)?, 1, 2).ok()?;
    Some((end_of(text, rest), small(value, most)?))
}

/// A time of day: "17h30", "17:30", "17g30", "17 giờ 30 (phút)", "8h".
pub fn time(text: &str, at: usize) -> Option<(usize, (u8, u8))> {
    let (rest, hour) = number(text.get(at..)?, 1, 2).ok()?;
    let hour = u8::try_from(hour).ok().filter(|h| *h <= 24)?;
    let minute = |i| map_opt(|i| number(i, 1, 2), |m| u8::try_from(m).ok().filter(|m| *m < 60)).parse(i);
    let (rest, minutes) = if let Some(tail) = rest.strip_prefix(':') {
        let (rest, m) = minute(tail).ok()?;
        let seconds = rest.strip_prefix(':').and_then(|t| minute(t).ok());
        (seconds.map_or(rest, |(r, _)| r), m)
    } else {
        let tail =
            rest.strip_prefix(['h', 'g']).or_else(|| rest.trim_start_matches(' ').strip_prefix("giờ"))?;
        let (rest, found) = opt((blank, minute)).parse(tail).ok()?;
        let word =
            rest.trim_start_matches(' ').strip_prefix("phút").or_else(|| rest.strip_prefix(['\'', 'p']));
        match found {
            Some((_, m))
                if word.is_some()
                    || tail.starts_with(|c: char| c.is_ascii_digit())
                    || !date_follows(rest) =>
            {
                (word.unwrap_or(rest), m)
            }
            _ if tail.starts_with(char::is_alphabetic) => return None,
            _ => (tail, 0),
        }
    };
    Some((end_of(text, rest), (hour % 24, minutes)))
}

/// The place past "AM" or "PM" behind a time that ends at `end`, and the time by the clock of 24 hours.
///
/// ```
/// use solieu::grammar::calendar::in_half;
/// assert_eq!(in_half("03:12 pm", 5, (3, 12)), (8, (15, 12)));
/// assert_eq!(in_half("12:05 am", 5, (12, 5)), (8, (0, 5)));
/// assert_eq!(in_half("03:12", 5, (3, 12)), (5, (3, 12)));
/// ```
pub fn in_half(text: &str, end: usize, (hour, minute): (u8, u8)) -> (usize, (u8, u8)) {
    let mark = |word| crate::text::space::starts_with(text, end, &[word]);
    match (mark("pm"), mark("am")) {
        (Some(end), _) => (end, (if hour < 12 { hour + 12 } else { hour }, minute)),
        (_, Some(end)) => (end, (if hour == 12 { 0 } else { hour }, minute)),
        _ => (end, (hour, minute)),
    }
}

/// After "20 giờ 26/7" the 26 is a day, no minute.
fn date_follows(rest: &str) -> bool {
    rest.starts_with(['/', '-'])
}

/// A quarter: I to IV, 1 to 4, or a word.
pub fn quarter(text: &str, at: usize) -> Option<(usize, u8)> {
    const NAMES: [(&str, u8); 16] = [
        ("iii", 3),
        ("ii", 2),
        ("iv", 4),
        ("i", 1),
        ("1", 1),
        ("2", 2),
        ("3", 3),
        ("4", 4),
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("tư", 4),
        ("nhất", 1),
        ("đầu", 1),
        ("cuối", 4),
    ];
    let start = skip_inline(text, at);
    NAMES.iter().find_map(|(name, q)| {
        let end = start + name.len();
        (text[start..].starts_with(name) && crate::text::space::is_edge(text, end)).then_some((end, *q))
    })
}

/// "năm 2020", "của năm 2020", "/2020", "-2020" or ", 2020" after a month or a quarter: the end and the year.
pub fn year_after(text: &str, end: usize) -> (usize, Option<i16>) {
    let next = skip_inline(text, end);
    let next = if text[next..].starts_with([',', '.']) { next + 1 } else { next };
    let worded = crate::text::space::starts_with(text, next, &["của năm"])
        .or_else(|| crate::text::space::starts_glued(text, next, "năm"))
        .and_then(|e| year(text, crate::text::space::skip(text, e)));
    let joined = || {
        let here = skip_inline(text, end);
        let sign = text[here..].starts_with(['/', '-', '.']).then_some(here + 1)?;
        plain_year(text, skip_inline(text, sign)).filter(|(e, _)| !text[*e..].starts_with(['/', '%']))
    };
    worded.or_else(joined).map_or((end, None), |(e, y)| (e, Some(y)))
}

/// The month that a word names: "giêng", "tư", "mười hai", "chạp".
pub fn month_word(text: &str, at: usize) -> Option<(usize, u8)> {
    const NAMES: [(&str, u8); 14] = [
        ("giêng", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười một", 11),
        ("mười hai", 12),
        ("mười", 10),
        ("mươi", 10),
        ("chạp", 12),
    ];
    NAMES.iter().find_map(|(name, m)| Some((crate::text::space::starts_with(text, at, &[name])?, *m)))
}

/// The last `months` months' worth of a year counted from its start: 6 is the first half.
pub fn first_months(year: i16, months: u8) -> (crate::fact::DateKind, crate::fact::Edtf) {
    use crate::fact::{DateKind, Edtf};
    match months {
        6 => (DateKind::Half, Point { year: Some(year), part: Part::Half(1), time: None }.into()),
        3 => (DateKind::Quarter, Point { year: Some(year), part: Part::Quarter(1), time: None }.into()),
        _ => (
            DateKind::Range,
            Edtf::Interval(Some(Point::month(Some(year), 1)), Some(Point::month(Some(year), months))),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{day_month, day_month_year, month_year, time};

    fn full(text: &str) -> String {
        day_month_year(text, 0).map_or_else(String::new, |(end, p)| format!("{p}|{end}"))
    }

    #[test]
    fn days() {
        assert_eq!(full("30/06/2020 17:00"), "2020-06-30|10");
        assert_eq!(full("15-6-2020"), "2020-06-15|9");
        assert_eq!(full("15.6.2020"), "2020-06-15|9");
        assert_eq!(full("31/02/2020"), "");
        assert_eq!(full("30/2020/20"), "");
        assert!(day_month("28/30 xã", 0).is_none());
        assert!(day_month("5/10/2020", 0).is_none());
        assert!(month_year("13/2020", 0).is_none());
    }

    #[test]
    fn times() {
        let read = |text: &str| time(text, 0).map(|(end, t)| (end, t.0, t.1));
        assert_eq!(read("17h30"), Some((5, 17, 30)));
        assert_eq!(read("17:00"), Some((5, 17, 0)));
        assert_eq!(read("0 giờ 30 ngày"), Some(("0 giờ 30".len(), 0, 30)));
        assert_eq!(read("7h sáng"), Some((2, 7, 0)));
        assert_eq!(read("25:00"), None);
        assert_eq!(read("8ha"), None);
    }
}
