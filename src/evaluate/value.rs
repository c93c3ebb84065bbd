//! JSON values compared and written as the reference scorer, a Python program, does.

use std::fmt::Write as _;

use serde_json::{Number, Value};

/// A field that a fact does not have.
pub(super) static NULL: Value = Value::Null;

/// White space of Python's `str.split`, which takes the four ASCII separators along.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// The value as a number rounded to six digits, or nothing where it is no number.
pub(super) fn number(value: &Value) -> Option<f64> {
    let exact = match value {
        Value::Number(number) => as_float(number)?,
        Value::Bool(yes) => f64::from(u8::from(*yes)),
        Value::String(text) => parse_float(text)?,
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    format!("{exact:.6}").parse().ok()
}

fn as_float(number: &Number) -> Option<f64> {
    number.as_str().parse().ok()
}

/// Reads what `float` of Python reads, of digits the ASCII ones: outer blanks and an underscore between
/// digits are fine.
fn parse_float(text: &str) -> Option<f64> {
    let text = text.trim_matches(is_space);
    if !text.contains('_') {
        return text.parse().ok();
    }
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    let between = |i: usize| digit(i.checked_sub(1)) && digit(Some(i + 1));
    let sound = text.match_indices('_').all(|(i, _)| between(i));
    sound.then(|| text.replace('_', "")).and_then(|plain| plain.parse().ok())
}

/// Whether two values are equal: numbers by value, everything else as written.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    let plain = |value: &Value| match value {
        Value::Number(number) => as_float(number),
        Value::Bool(yes) => Some(f64::from(u8::from(*yes))),
        _ => None,
    };
    match (plain(a), plain(b)) {
        (None, None) => a == b,
        (a, b) => a == b,
    }
}

/// Whether nothing stands in the field.
pub(super) fn is_blank(value: &Value) -> bool {
    value.is_null() || value == ""
}

/// The value, or the other where the first is empty, zero or false.
pub(super) fn or<'a>(value: &'a Value, other: &'a Value) -> &'a Value {
    let falsy = match value {
        Value::Null => true,
        Value::Bool(yes) => !yes,
        Value::Number(number) => as_float(number) == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
    };
    if falsy { other } else { value }
}

/// The value as `str` writes it: a string bare, anything else as [`repr`].
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => repr(other),
    }
}

/// The value as `repr` writes it.
pub(super) fn repr(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => repr_number(number),
        Value::String(text) => repr_str(text),
        Value::Array(items) => format!("[{}]", items.iter().map(repr).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => repr_dict(fields.iter().map(|(key, value)| (key.as_str(), value))),
    }
}

/// Fields as a dictionary is written.
pub(super) fn repr_dict<'a>(fields: impl Iterator<Item = (&'a str, &'a Value)>) -> String {
    let items: Vec<_> = fields.map(|(key, value)| format!("{}: {}", repr_str(key), repr(value))).collect();
    format!("{{{}}}", items.join(", "))
}

fn repr_number(number: &Number) -> String {
    let text = number.as_str();
    if !text.contains(['.', 'e', 'E']) {
        return if text == "-0" { "0".to_owned() } else { text.to_owned() };
    }
    let Some(value) = as_float(number) else { return text.to_owned() };
    let shortest = format!("{value:?}");
    // Python signs an exponent and gives it two digits.
    match shortest.split_once('e') {
        None => shortest,
        Some((digits, exponent)) => match exponent.strip_prefix('-') {
            Some(below) => format!("{digits}e-{below:0>2}"),
            None => format!("{digits}e+{exponent:0>2}"),
        },
    }
}

fn repr_str(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c if is_printable(c) => out.push(c),
            c => push_escape(&mut out, u32::from(c)),
        }
    }
    out.push(quote);
    out
}

fn push_escape(out: &mut String, code: u32) {
    let written = match code {
        ..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
    debug_assert!(written.is_ok(), "a String takes every write");
}

/// Controls, blanks other than the space, and the invisible signs that occur in text are escaped.
fn is_printable(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}');
    c == ' ' || !(c.is_control() || c.is_whitespace() || invisible)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_agree_by_value_to_six_digits() {
        assert_eq!(number(&json!(2)), number(&json!("2.0")));
        assert_eq!(number(&json!(0.1 + 0.2)), number(&json!(0.3)));
        assert_eq!(number(&json!(" 1_000 ")), Some(1000.0));
        assert_ne!(number(&json!(1)), number(&json!(1.00001)));
    }

    #[test]
    fn words_are_no_numbers() {
        for word in
            [json!("2.833.000"), json!("1,5"), json!("_1"), json!("1__0"), json!(""), json!([1]), json!(null)]
        {
            assert_eq!(number(&word), None, "{word}");
        }
    }

    #[test]
    fn a_number_is_not_its_spelling_unless_asked() {
        assert!(same(&json!(2020), &json!(2020.0)));
        assert!(!same(&json!(2020), &json!("2020")));
        assert!(!same(&json!(null), &json!("")));
    }

    #[test]
    fn values_are_written_as_python_writes_them() {
        let value =
            json!({"a": null, "b": [true, 1], "c": "d'e", "f": "g\n\u{a0}'\"", "h": 1e22, "i": 0.00001});
        let wanted = r#"{'a': None, 'b': [True, 1], 'c': "d'e", 'f': 'g\n\xa0\'"', 'h': 1e+22, 'i': 1e-05}"#;
        assert_eq!(repr(&value), wanted);
        assert_eq!(plain(&json!("as it stands")), "as it stands");
    }
}
