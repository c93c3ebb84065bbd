//! Numbers whose thousands are set apart by blanks: "38 450".

use super::numeral::Number;
use rust_decimal::Decimal;

/// Reads the groups of three digits that go on, after one blank each, from a number of one to three digits at `at`.
///
/// Whether they are one number only a noun behind them can show: "ngày 5 120 tập thể" may be two.
///
/// ```
/// use solieu::grammar::numeral::{number, spaced};
/// let read = |text: &str| spaced(text, 0, number(text, 0)?).map(|n| n.value.to_string());
/// assert_eq!(read("38 450 con").as_deref(), Some("38450"));
/// assert_eq!(read("38 con"), None);
/// assert_eq!(read("2019 450 con"), None);
/// ```
pub fn spaced(shown: &str, at: usize, first: Number) -> Option<Number> {
    let digits = shown.get(at..first.end)?;
    let plain = digits.len() <= 3 && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    if !first.digits || !plain {
        return None;
    }
    let (mut end, mut value) = (first.end, first.value);
    while let Some((next, group)) = group(shown, end) {
        end = next;
        value = value.saturating_mul(Decimal::ONE_THOUSAND).saturating_add(group);
    }
    (end > first.end).then_some(Number { end, value, ..first })
}

/// Three digits after one blank of any width.
fn group(shown: &str, at: usize) -> Option<(usize, Decimal)> {
    let rest = shown.get(at..)?;
    let blank = rest.chars().next().filter(|c| c.is_whitespace() && !matches!(c, '\t' | '\n' | '\r'))?;
    let digits = rest.get(blank.len_utf8()..blank.len_utf8() + 3)?;
    let tail = &rest[blank.len_utf8() + 3..];
    let lone = !tail.starts_with(|c: char| c.is_ascii_digit());
    let value: i64 = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
    lone.then(|| (at + blank.len_utf8() + 3, Decimal::from(value)))
}
