//! Numbers in words: "hai mươi lăm", "một trăm linh năm", "ba nghìn rưởi".

use super::numeral::{Number, scale_word};
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

/// Reads a number in words at `at`, up to 10¹⁵.
pub fn number(text: &str, at: usize) -> Option<Number> {
    let (mut end, mut value) = hundreds(text, at)?;
    let mut total = Decimal::ZERO;
    let mut last = Decimal::ONE;
    let mut group = Decimal::from(value);
    while let Some((next, scale)) = scale_word(text, end).filter(|(_, s)| *s >= Decimal::from(1000)) {
        end = next;
        last = scale;
        group *= scale;
        if let Some(rest) = word_at(text, end).filter(|(w, _)| matches!(*w, "rưỡi" | "rưởi")) {
            return done(rest.1, total + group + scale / Decimal::TWO, scale);
        }
        if scale_word(text, end).is_some_and(|(_, s)| s > Decimal::from(1000)) {
            continue; // "mười hai nghìn tỷ"
        }
        total += group;
        group = Decimal::ZERO;
        let filler =
            word_at(text, end).filter(|(w, _)| matches!(*w, "linh" | "lẻ" | "không")).map_or(end, |(_, e)| e);
        let after =
            word_at(text, filler).filter(|(w, _)| *w != "năm" || filler > end || tens_follow(text, filler));
        let Some((next, read)) = after.and_then(|_| hundreds(text, skip_inline(text, filler))) else { break };
        value = read;
        // a bare digit after a scale word is the next lower power: "tỷ hai"
        let bare =
            value < 10 && filler == end && scale_word(text, next).is_none() && !noun_follows(text, next);
        if bare {
            return done(next, total + Decimal::from(value) * scale / Decimal::TEN, scale);
        }
        if value < 10 && filler == end && scale_word(text, next).is_none() {
            break; // "một nghìn hai đồng chí" is left alone
        }
        end = next;
        group = Decimal::from(value);
        if scale_word(text, end).is_some_and(|(_, s)| s >= scale) {
            break;
        }
    }
    done(end, total + group, last)
}

fn done(end: usize, value: Decimal, scale: Decimal) -> Option<Number> {
    Some(Number { end, value, scale, digits: false, grouped: None })
}

fn tens_follow(text: &str, at: usize) -> bool {
    word_at(text, at)
        .and_then(|(_, end)| word_at(text, end))
        .is_some_and(|(w, _)| matches!(w, "mươi" | "trăm" | "chục"))
}

/// After a bare digit a word still on the line means that the digit counts it.
fn noun_follows(text: &str, at: usize) -> bool {
    word_at(text, at).is_some()
}

fn word_at(text: &str, at: usize) -> Option<(&str, usize)> {
    let start = skip_inline(text, at);
    word(text, start).filter(|w| w.start == start).map(|w| (&text[w.range()], w.end))
}

/// Numbers below 1000: "một trăm linh năm", "một trăm hai".
fn hundreds(text: &str, at: usize) -> Option<(usize, i64)> {
    let (first, end) = word_at(text, at)?;
    let lead = digit(first).or_else(|| (first == "mấy").then_some(-1)).filter(|d| *d >= 0);
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
        assert_eq!(read("ba nghìn rưởi"), "3500|ba nghìn rưởi");
        assert_eq!(read("một tỷ hai"), "1200000000|một tỷ hai");
        assert_eq!(read("mười hai nghìn tỷ"), "12000000000000|mười hai nghìn tỷ");
    }

    #[test]
    fn what_is_no_number() {
        for text in ["tư tưởng", "trăm", "hăm dọa", "bao nhiêu"] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
