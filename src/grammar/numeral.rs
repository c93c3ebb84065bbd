//! Numbers in digits, with their scale words: "2.833", "1,2 triệu", "12 nghìn tỷ", "5 tỷ 200 triệu".

pub use super::spaced::spaced;
use super::spelled;
use crate::text::space::{is_edge, skip_inline, word};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::preceded;
use nom::{IResult, Parser};
use rust_decimal::Decimal;
use std::str::FromStr as _;

/// A number as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// One past its last byte, scale words included.
    pub end: usize,
    /// In full.
    pub value: Decimal,
    /// What its last scale word multiplied by; 1 without one.
    pub scale: Decimal,
    /// Whether it was written in digits.
    pub digits: bool,
    /// What it would be if its comma grouped thousands: "1,250".
    pub grouped: Option<Decimal>,
    /// What it would be if its dot were a decimal mark: "1.250".
    pub fraction: Option<Decimal>,
}

impl Number {
    /// The number times a scale word that a partner in a range bears.
    #[must_use]
    pub fn times(self, scale: Decimal) -> Self {
        let times = |value: Decimal| value.saturating_mul(scale);
        Self {
            value: times(self.value),
            scale,
            grouped: self.grouped.map(times),
            fraction: self.fraction.map(times),
            ..self
        }
    }
}

/// Reads a number in digits or in words at `at`, with the scale words after it.
///
/// ```
/// use solieu::grammar::numeral::number;
/// let read = |text: &str| number(text, 0).map(|n| n.value.normalize().to_string());
/// assert_eq!(read("2.833 mô hình").as_deref(), Some("2833"));
/// assert_eq!(read("5 tỷ 200 triệu đồng").as_deref(), Some("5200000000"));
/// assert_eq!(read("2 nghìn 500 hộ").as_deref(), Some("2500"));
/// assert_eq!(read("2 nghìn 500 triệu").as_deref(), Some("2000"));
/// assert_eq!(read("hai mươi lăm đồng chí").as_deref(), Some("25"));
/// assert_eq!(read("tỷ lệ"), None);
/// ```
pub fn number(text: &str, at: usize) -> Option<Number> {
    if !text.as_bytes().get(at)?.is_ascii_digit() {
        return spelled::number(text, at);
    }
    let mut first = figure(text, at)?;
    if let Some((end, value)) = spelled::decimals(text, first.end, first.value) {
        first = Number { end, value, ..first };
    }
    let mut total = scaled(text, first);
    // "5 tỷ 200 triệu": the next figure has a smaller scale word of its own
    while total.scale > Decimal::ONE {
        let next = skip_inline(text, total.end);
        let Some(part) = figure(text, next).map(|f| scaled(text, f)) else { break };
        if next == total.end
            || part.scale <= Decimal::ONE
            || part.scale >= total.scale
            || part.value >= total.scale
        {
            break;
        }
        total = Number {
            end: part.end,
            value: total.value.saturating_add(part.value),
            scale: part.scale,
            ..total
        };
    }
    Some(tenth(text, hundreds(text, total)))
}

/// "2 nghìn 500 hộ": three digits without a mark or a scale word behind thousands.
fn hundreds(text: &str, total: Number) -> Number {
    let next = skip_inline(text, total.end);
    let three = text
        .get(next..next + 3)
        .filter(|d| next > total.end && total.scale == Decimal::ONE_THOUSAND && !d.starts_with('0'));
    let rest = three.filter(|d| d.bytes().all(|b| b.is_ascii_digit())).and_then(|d| d.parse().ok());
    let lone = || {
        let tail = &text.as_bytes()[next + 3..];
        matches!(tail, [b' ', b, ..] if !b.is_ascii_digit()) && scale_word(text, next + 3).is_none()
    };
    match rest.map(|rest: i64| Decimal::from(rest)) {
        Some(rest) if lone() => Number { end: next + 3, value: total.value.saturating_add(rest), ..total },
        _ => total,
    }
}

/// "5 tỷ 2" at the end of a clause: the bare digit is of the next lower power, 5.2 billion.
fn tenth(text: &str, total: Number) -> Number {
    let next = skip_inline(text, total.end);
    let bytes = text.as_bytes();
    let digit = bytes.get(next).filter(|b| b.is_ascii_digit() && next > total.end);
    let closed = || {
        let at = skip_inline(text, next + 1);
        match bytes.get(at) {
            None | Some(b';' | b'\n' | b')') => true,
            Some(b'.' | b',') => !bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
            _ => false,
        }
    };
    match digit {
        Some(digit) if total.scale >= Decimal::ONE_THOUSAND && closed() => {
            let tenth = total.scale / Decimal::TEN * Decimal::from(digit - b'0');
            Number { end: next + 1, value: total.value.saturating_add(tenth), ..total }
        }
        _ => total,
    }
}

/// Reads the digits of a number without its scale words.
pub fn figure(text: &str, at: usize) -> Option<Number> {
    let input = text.get(at..)?;
    if let Some((end, value)) = plain(text.as_bytes(), at) {
        return Some(whole(end, Decimal::from(value)));
    }
    let end = |rest: &str| text.len() - rest.len();
    if let Ok((rest, body)) = grouped_by(input, ".", ",") {
        let lone = body.matches('.').count() == 1 && !body.contains(',');
        let number = number_of(&body.replace('.', "").replace(',', "."), end(rest), None)?;
        let fraction = lone.then(|| Decimal::from_str(body).ok()).flatten();
        return Some(Number { fraction, ..number });
    }
    if let Ok((rest, body)) =
        verify(|i| grouped_by(i, ",", "."), |b: &str| b.matches(',').count() > 1 || b.contains('.'))
            .parse(input)
    {
        return number_of(&body.replace(',', ""), end(rest), None);
    }
    if let Ok((rest, body)) =
        verify(|i| grouped_by(i, " ", ","), |b: &str| b.matches(' ').count() > 1).parse(input)
    {
        return number_of(&body.replace(' ', "").replace(',', "."), end(rest), None);
    }
    let (rest, body) = decimal(input).ok()?;
    let grouped = body
        .split_once(',')
        .filter(|(head, tail)| tail.len() == 3 && head.len() <= 3 && !head.starts_with('0'));
    let grouped = grouped.and_then(|(head, tail)| Decimal::from_str(&format!("{head}{tail}")).ok());
    number_of(&body.replace(',', "."), end(rest), grouped)
}

/// Whether a value is 10, 100, 1000 …: what a rate is stated for.
#[must_use]
pub fn power_of_ten(value: Decimal) -> bool {
    let mut rest = value;
    while rest >= Decimal::TEN && (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
    }
    rest == Decimal::ONE && value > Decimal::ONE
}

/// Digits alone, which most numbers are: no mark or blank with a further digit follows.
fn plain(bytes: &[u8], at: usize) -> Option<(usize, u64)> {
    let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + digits;
    let goes_on = matches!(bytes[end..], [b'.' | b',' | b' ', b'0'..=b'9', ..]);
    let value = || bytes[at..end].iter().fold(0, |value, digit| value * 10 + u64::from(digit - b'0'));
    (1..=18).contains(&digits).then_some(())?;
    (!goes_on).then(|| (end, value()))
}

fn number_of(plain: &str, end: usize, grouped: Option<Decimal>) -> Option<Number> {
    Some(Number { grouped, ..whole(end, Decimal::from_str(plain).ok()?) })
}

fn whole(end: usize, value: Decimal) -> Number {
    Number { end, value, scale: Decimal::ONE, digits: true, grouped: None, fraction: None }
}

fn digits(input: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_digit()).parse(input)
}

/// "2.833", "1.234.567,8": groups of three after one to three digits that do not begin with 0.
fn grouped_by<'a>(input: &'a str, group: &'static str, mark: &'static str) -> IResult<&'a str, &'a str> {
    let three = || take_while_m_n(3, 3, |c: char| c.is_ascii_digit());
    let lone = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit());
    let groups = many1_count(preceded(tag(group), three()));
    let head = verify(take_while_m_n(1, 3, |c: char| c.is_ascii_digit()), |h: &str| !h.starts_with('0'));
    let (rest, body) = recognize((head, groups, opt((tag(mark), digits)))).parse(input)?;
    if lone(rest) {
        Ok((rest, body))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Verify)))
    }
}

/// "12", "12,5", "4.0": a mark needs a digit on both sides, and "2016, 2017" has none behind it.
fn decimal(input: &str) -> IResult<&str, &str> {
    recognize((digits, opt((alt((tag(","), tag("."))), digits)))).parse(input)
}

/// Adds the scale words after a figure: nghìn, triệu, tỷ, rưỡi; "1tr5".
fn scaled(text: &str, figure: Number) -> Number {
    let mut number = figure;
    if let Some(glued) = short_scale(text, figure) {
        return glued;
    }
    while let Some((end, scale)) = scale_word(text, number.end) {
        let Some(product) = number.scale.checked_mul(scale) else { break };
        number = Number { end, scale: product, ..number.times(scale) };
    }
    if number.scale > Decimal::ONE
        && let Some(half) = word(text, number.end).filter(|w| matches!(&text[w.range()], "rưỡi" | "rưởi"))
    {
        number.value = number.value.saturating_add(number.scale / Decimal::TWO);
        number.end = half.end;
    }
    number
}

/// "1tr5", "200k" and "3tr": short scale words glued to the figure.
fn short_scale(text: &str, figure: Number) -> Option<Number> {
    let rest = &text[figure.end..];
    let (scale, len) = if rest.starts_with("tr") {
        (1_000_000, 2)
    } else if rest.starts_with('k') {
        (1000, 1)
    } else {
        return None;
    };
    let scale = Decimal::from(scale);
    let end = figure.end + len;
    if is_edge(text, end) {
        return Some(Number { end, value: figure.value.saturating_mul(scale), scale, ..figure });
    }
    let tail = self::figure(text, end).filter(|t| t.end == end + 1 && is_edge(text, t.end))?;
    Some(Number {
        end: tail.end,
        value: figure.value.saturating_mul(scale).saturating_add(tail.value * scale / Decimal::TEN),
        scale,
        ..figure
    })
}

/// A scale word after a number and the power it stands for; "tỷ lệ" and its like are other words.
pub fn scale_word(text: &str, at: usize) -> Option<(usize, Decimal)> {
    let start = skip_inline(text, at);
    let found = word(text, start).filter(|w| w.start == start)?;
    let scale: i64 = match &text[found.range()] {
        "chục" => 10,
        "trăm" => 100,
        "nghìn" | "ngàn" => 1000,
        "vạn" => 10_000,
        "triệu" => 1_000_000,
        "tỷ" | "tỉ" => 1_000_000_000,
        _ => return None,
    };
    let other = word(text, found.end).is_some_and(|next| {
        matches!(
            &text[next.range()],
            "lệ" | "trọng" | "số" | "giá" | "suất" | "phú" | "mỉ" | "lê" | "đô" | "muội"
        ) && !text[found.end..next.end].contains("tỷ")
            && !(matches!(&text[next.range()], "đô") && starts_dollar(text, next.end))
    });
    (!other).then_some((found.end, Decimal::from(scale)))
}

fn starts_dollar(text: &str, at: usize) -> bool {
    text[at..].trim_start_matches([' ', '-']).starts_with("la")
}

#[cfg(test)]
mod tests {
    use super::number;

    fn read(text: &str) -> String {
        number(text, 0).map_or_else(String::new, |n| format!("{}|{}", n.value.normalize(), &text[..n.end]))
    }

    #[test]
    fn marks() {
        assert_eq!(read("2.525,5 ha"), "2525.5|2.525,5");
        assert_eq!(read("19,777.07 điểm"), "19777.07|19,777.07");
        assert_eq!(read("1 250 000 người"), "1250000|1 250 000");
        assert_eq!(read("0,518"), "0.518|0,518");
        assert_eq!(read("2016, 2017"), "2016|2016");
        assert_eq!(read("10.5%"), "10.5|10.5");
        assert_eq!(read("02 nghị quyết"), "2|02");
    }

    #[test]
    fn a_comma_before_three_digits_is_left_open() {
        let n = number("1,250 người", 0).unwrap();
        assert_eq!((n.value.to_string(), n.grouped.unwrap().to_string()), ("1.250".into(), "1250".into()));
        assert_eq!(number("0,250 ha", 0).unwrap().grouped, None);
    }

    #[test]
    fn scales() {
        assert_eq!(read("1,2 triệu đồng"), "1200000|1,2 triệu");
        assert_eq!(read("12 nghìn tỷ đồng"), "12000000000000|12 nghìn tỷ");
        assert_eq!(read("2 tỷ rưỡi"), "2500000000|2 tỷ rưỡi");
        assert_eq!(read("1tr5"), "1500000|1tr5");
        assert_eq!(read("12 tỷ lệ"), "12|12");
        assert_eq!(read("5 tỷ 200 triệu"), "5200000000|5 tỷ 200 triệu");
        assert_eq!(read("5 tỷ 200 người"), "5000000000|5 tỷ");
        assert_eq!(read("5 tỷ 2; 1 tỷ rưỡi"), "5200000000|5 tỷ 2");
        assert_eq!(read("5 tỷ 2 người"), "5000000000|5 tỷ");
        assert_eq!(read("100k"), "100000|100k");
        assert_eq!(read("2 phẩy 5 triệu"), "2500000|2 phẩy 5 triệu");
        assert_eq!(read("30 tỷ phú"), "30|30");
    }
}
