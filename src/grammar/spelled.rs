//! Numbers in words: "hai mươi lăm", "một trăm linh năm", "ba nghìn rưởi", "hai phẩy không ba".

use super::numeral::{Number, figure, scale_word};
use crate::text::space::{skip_inline, word};
use rust_decimal::Decimal;

/// Value of a digit word; "năm" is also the year and is decided by the reader.
pub fn digit(word: &str) -> Option<i64> {
    Some(match word {
        "không" => 0,
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" => 4,
        "năm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    })
}

/// Reads a number in words at `at`, up to 10¹⁸.
///
/// ```
/// use solieu::grammar::spelled::number;
/// let read = |text: &str| number(text, 0).map(|n| n.value.normalize().to_string());
/// assert_eq!(read("một trăm linh năm hộ").as_deref(), Some("105"));
/// assert_eq!(read("hai nghìn không trăm hai mươi").as_deref(), Some("2020"));
/// assert_eq!(read("hai phẩy không ba").as_deref(), Some("2.03"));
/// assert_eq!(read("mười ba tỷ, năm trăm linh ba triệu đồng").as_deref(), Some("13503000000"));
/// assert_eq!(read("hai nghìn, ba trăm hộ").as_deref(), Some("2000"));
/// assert_eq!(read("ban ngày"), None);
/// ```
pub fn number(text: &str, at: usize) -> Option<Number> {
    let (end, value) = hundreds(text, at)?;
    let first = Decimal::from(value);
    if let Some((end, value)) = decimals(text, end, first) {
        let (end, scale) = scales(text, end).unwrap_or((end, Decimal::ONE));
        return Some(done(end, value.saturating_mul(scale), scale));
    }
    let Some((mut end, mut scale)) = scales(text, end) else {
        return Some(done(end, first, Decimal::ONE));
    };
    let mut total = first.saturating_mul(scale);
    loop {
        if let Some((_, half)) = word_at(text, end).filter(|(w, _)| matches!(*w, "rưỡi" | "rưởi")) {
            return Some(done(half, total.saturating_add(scale / Decimal::TWO), scale));
        }
        let Some(part) = part(text, end).or_else(|| after_comma(text, end, scale)) else { break };
        if part.bare && scales(text, part.end).is_none() {
            // "một tỷ hai" is 1.2 billion, but "một nghìn hai đồng chí" is left alone
            let alone = word_at(text, part.end).is_none();
            return Some(if alone {
                done(part.end, total.saturating_add(part.value.saturating_mul(scale) / Decimal::TEN), scale)
            } else {
                done(end, total, scale)
            });
        }
        match scales(text, part.end) {
            Some((after, lower)) if lower < scale => {
                total = total.saturating_add(part.value.saturating_mul(lower));
                (end, scale) = (after, lower);
            }
            Some(_) => break,
            None => return Some(done(part.end, total.saturating_add(part.value), scale)),
        }
    }
    Some(done(end, total, scale))
}

fn done(end: usize, value: Decimal, scale: Decimal) -> Number {
    Number { end, value, scale, digits: false, grouped: None, fraction: None }
}

/// The product of the scale words from thousand on: "nghìn tỷ".
fn scales(text: &str, at: usize) -> Option<(usize, Decimal)> {
    let thousand = Decimal::ONE_THOUSAND;
    let (mut end, mut product) = scale_word(text, at).filter(|(_, s)| *s >= thousand)?;
    while let Some((next, scale)) = scale_word(text, end).filter(|(_, s)| *s > thousand && *s >= product) {
        end = next;
        product = product.checked_mul(scale)?;
    }
    Some((end, product))
}

/// What follows a scale word: fewer than 1000 of the next lower one.
struct Part {
    end: usize,
    value: Decimal,
    /// A digit alone: "một tỷ hai".
    bare: bool,
}

fn part(text: &str, at: usize) -> Option<Part> {
    let (first, end) = word_at(text, at)?;
    let whole = |(end, value): (usize, i64)| Part { end, value: Decimal::from(value), bare: false };
    if matches!(first, "linh" | "lẻ") {
        return tens(text, end).map(whole);
    }
    if first == "không" {
        let (_, end) = word_at(text, end).filter(|(w, _)| *w == "trăm")?;
        let filler = word_at(text, end).filter(|(w, _)| matches!(*w, "linh" | "lẻ")).map_or(end, |(_, e)| e);
        return tens(text, filler).map(whole);
    }
    // "hai triệu năm 2019": the year, unless the word goes on as a number
    let goes_on = || {
        word_at(text, end).is_some_and(|(w, _)| matches!(w, "mươi" | "trăm" | "chục"))
            || scales(text, end).is_some()
    };
    if first == "năm" && !goes_on() {
        return None;
    }
    hundreds(text, at).map(|read| Part { bare: read.1 < 10, ..whole(read) })
}

/// "mười ba tỷ, năm trăm triệu": a part with a lower scale word behind a comma.
fn after_comma(text: &str, at: usize, scale: Decimal) -> Option<Part> {
    let comma = skip_inline(text, at);
    let part = part(text, text[comma..].strip_prefix(',').map(|_| comma + 1)?)?;
    scales(text, part.end).filter(|(_, lower)| *lower < scale).map(|_| part)
}

/// The decimals after "phẩy" or "chấm": "hai phẩy không ba", "hai chấm 23".
pub(super) fn decimals(text: &str, at: usize, whole: Decimal) -> Option<(usize, Decimal)> {
    let (_, mark) = word_at(text, at).filter(|(w, _)| matches!(*w, "phẩy" | "chấm"))?;
    let start = skip_inline(text, mark);
    let run = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    if run > 0 && run <= 9 {
        let tail = figure(&text[..start + run], start)?;
        return Some((tail.end, whole + shifted(tail.value, run)));
    }
    let (mut end, mut tail, mut places) = (mark, 0, 0);
    while places < 9
        && let Some((value, next)) = word_at(text, end).and_then(|(w, e)| Some((digit(w)?, e)))
    {
        (end, tail, places) = (next, tail * 10 + value, places + 1);
    }
    (places > 0).then(|| (end, whole + shifted(Decimal::from(tail), places)))
}

fn shifted(tail: Decimal, places: usize) -> Decimal {
    (0..places).fold(tail, |value, _| value / Decimal::TEN)
}

fn word_at(text: &str, at: usize) -> Option<(&str, usize)> {
    let start = skip_inline(text, at);
    word(text, start).filter(|w| w.start == start).map(|w| (&text[w.range()], w.end))
}

/// After a bare digit a word still on the line means that the digit counts it.
fn noun_follows(text: &str, at: usize) -> bool {
    word_at(text, at).is_some()
}

/// Numbers below 1000: "một trăm linh năm", "một trăm hai".
fn hundreds(text: &str, at: usize) -> Option<(usize, i64)> {
    let (first, end) = word_at(text, at)?;
    let lead = digit(first);
    if lead.is_none() && !matches!(first, "mười" | "hăm" | "băm") {
        return None;
    }
    let hundred = lead.and_then(|d| word_at(text, end).filter(|(w, _)| *w == "trăm").map(|(_, e)| (d, e)));
    let Some((count, end)) = hundred else { return tens(text, at) };
    let Some((next, after)) = word_at(text, end) else { return Some((end, count * 100)) };
    match next {
        "linh" | "lẻ" => {
            let unit =
                word_at(text, after).and_then(|(w, e)| Some((e, digit(w).or((w == "tư").then_some(4))?)));
            Some(unit.map_or((end, count * 100), |(e, d)| (e, count * 100 + d)))
        }
        "rưỡi" | "rưởi" => Some((after, count * 100 + 50)),
        _ => match tens(text, end) {
            Some((e, n)) if n >= 10 => Some((e, count * 100 + n)),
            // "một trăm hai" is 120, but "một trăm năm" are a hundred years
            Some((e, n)) if next != "năm" && !noun_follows(text, e) => Some((e, count * 100 + n * 10)),
            _ => Some((end, count * 100)),
        },
    }
}

/// Numbers below 100: "mười lăm", "hai mươi mốt", "hăm ba", "hai chục".
fn tens(text: &str, at: usize) -> Option<(usize, i64)> {
    let (first, end) = word_at(text, at)?;
    let unit = |from: usize, after_ten: bool| {
        word_at(text, from).and_then(|(w, e)| {
            let value = match w {
                "lăm" | "nhăm" => 5,
                "mốt" if !after_ten => 1,
                "tư" if !after_ten => 4,
                "năm" | "không" => return None,
                _ => digit(w)?,
            };
            Some((e, value))
        })
    };
    if first == "mười" {
        return Some(unit(end, true).map_or((end, 10), |(e, d)| (e, 10 + d)));
    }
    let contraction = match first {
        "hăm" => 20,
        "băm" => 30,
        _ => 0,
    };
    if contraction > 0 {
        return unit(end, false).map(|(e, d)| (e, contraction + d));
    }
    let lead = digit(first)?;
    match word_at(text, end) {
        Some(("mươi", e)) if lead > 0 => {
            Some(unit(e, false).map_or((e, lead * 10), |(e, d)| (e, lead * 10 + d)))
        }
        Some(("chục", e)) if lead > 0 => Some((e, lead * 10)),
        _ => Some((end, lead)),
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    fn read(text: &str) -> String {
        number(text, 0).map_or_else(String::new, |n| format!("{}|{}", n.value.normalize(), &text[..n.end]))
    }

    #[test]
    fn tens_and_hundreds() {
        assert_eq!(read("hai mươi lăm đồng chí"), "25|hai mươi lăm");
        assert_eq!(read("hai mươi năm"), "20|hai mươi");
        assert_eq!(read("mười lăm"), "15|mười lăm");
        assert_eq!(read("mười năm 2010"), "10|mười");
        assert_eq!(read("một trăm linh năm"), "105|một trăm linh năm");
        assert_eq!(read("một trăm hai"), "120|một trăm hai");
        assert_eq!(read("một trăm năm"), "100|một trăm");
        assert_eq!(read("hăm ba"), "23|hăm ba");
        assert_eq!(read("ba chục"), "30|ba chục");
    }

    #[test]
    fn scales() {
        assert_eq!(read("hai nghìn không trăm hai mươi"), "2020|hai nghìn không trăm hai mươi");
        assert_eq!(read("một triệu hai trăm nghìn"), "1200000|một triệu hai trăm nghìn");
        assert_eq!(
            read("hai mươi mốt nghìn không trăm mười một"),
            "21011|hai mươi mốt nghìn không trăm mười một"
        );
        assert_eq!(read("một nghìn lẻ một"), "1001|một nghìn lẻ một");
        assert_eq!(read("một triệu năm nghìn hộ"), "1005000|một triệu năm nghìn");
        assert_eq!(read("ba vạn rưỡi"), "35000|ba vạn rưỡi");
        assert_eq!(read("năm nghìn tỷ đồng"), "5000000000000|năm nghìn tỷ");
        assert_eq!(read("hai triệu năm 2019"), "2000000|hai triệu");
        assert_eq!(read("một nghìn hai đồng chí"), "1000|một nghìn");
        assert_eq!(read("hai nghìn không có"), "2000|hai nghìn");
        assert_eq!(read("ba nghìn rưởi"), "3500|ba nghìn rưởi");
        assert_eq!(read("một tỷ hai"), "1200000000|một tỷ hai");
        assert_eq!(read("mười hai nghìn tỷ"), "12000000000000|mười hai nghìn tỷ");
    }

    #[test]
    fn spoken_decimals() {
        assert_eq!(read("hai phẩy không ba"), "2.03|hai phẩy không ba");
        assert_eq!(read("một chấm ba đô la"), "1.3|một chấm ba");
        assert_eq!(read("hai phẩy 23 đô"), "2.23|hai phẩy 23");
        assert_eq!(read("hai chấm điểm"), "2|hai");
    }

    #[test]
    fn what_is_no_number() {
        for text in ["tư tưởng", "trăm", "hăm dọa", "bao nhiêu", "nửa", "mươi người"] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
