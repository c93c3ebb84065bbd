//! Objects of JSON: one in a line, or in an array.

use super::capped::Cap;
use super::columns::{Columns, Table, find_text};
use crate::error::Code;
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::seen::Seen;
use crate::intake::stream::Stream;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;
use std::io::{BufRead, BufReader, Read};

type Object = Map<String, Value>;

/// Hands over the document of every line.
pub(crate) fn lines(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let mut reader = BufReader::with_capacity(64 << 10, stream.reader());
    let limit = opener.reading.limits.document.saturating_mul(2).saturating_add(4 << 20);
    let (mut records, mut line, mut number) = (Records::default(), Vec::new(), 0_u64);
    loop {
        line.clear();
        let read = (&mut reader).take(limit).read_until(b'\n', &mut line);
        number += 1;
        match read {
            Err(error) => return Err(broken(&error)),
            Ok(0) => return Ok(()),
            Ok(length) if length as u64 == limit => {
                reader.skip_until(b'\n').map_err(|error| broken(&error))?;
                let what = format!("line {number} is longer than {limit} bytes");
                records.failed(opener, at, number, Code::MemberTooLarge, what)?;
            }
            Ok(_) if number == 1 && line == b"\xEF\xBB\xBF\n" => {}
            Ok(_) => one_line(opener, at, &mut records, &line, number)?,
        }
        if line.capacity() > 1 << 20 {
            line = Vec::new();
        }
    }
}

fn one_line(opener: &mut Opener<'_>, at: &At, records: &mut Records, line: &[u8], number: u64) -> Step {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| number == 1).unwrap_or(line).trim_ascii();
    if line.is_empty() {
        return Ok(());
    }
    let error = match serde_json::from_slice::<Object>(line) {
        Ok(object) => return records.object(opener, at, number, &object),
        Err(error) => error,
    };
    let Ok(object) = serde_json::from_str::<Object>(&mended(line)) else {
        let what = format!("line {number} is no object of JSON: {error}");
        return records.failed(opener, at, number, Code::BrokenRecord, what);
    };
    records.object(opener, at, number, &object)?;
    let what = format!("line {number} has broken characters, which were read as U+FFFD: {error}");
    opener.problem(
        &At { place: format!("{}, record {number}", at.place), ..at.clone() },
        Code::BrokenRecord,
        what,
    )
}

/// The line with U+FFFD for bytes that are no UTF-8 and for halves of surrogate pairs.
fn mended(line: &[u8]) -> String {
    let line = String::from_utf8_lossy(line);
    let mut out = String::with_capacity(line.len());
    let mut rest = &*line;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let unit = |text: &str| {
            let digits = text.strip_prefix("\\u")?.get(..4)?;
            u16::from_str_radix(digits, 16).ok()
        };
        let length = match (unit(rest), rest.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                out.push('\u{FFFD}');
                rest = &rest[6..];
                continue;
            }
            _ => rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out + rest
}

/// Hands over the document of every object in an array, or of a single object.
pub(crate) fn json(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let cap = Cap::new(opener.reading.limits.document);
    let mut reader = BufReader::with_capacity(64 << 10, cap.over(stream.reader()));
    let mut array = false;
    loop {
        let buffer = reader.fill_buf().map_err(|error| broken(&error))?;
        let Some(&byte) = buffer.first() else { break };
        if !byte.is_ascii_whitespace() && !b"\xEF\xBB\xBF".contains(&byte) {
            array = byte == b'[';
            break;
        }
        reader.consume(1);
    }
    let mut source = serde_json::Deserializer::from_reader(reader);
    if array {
        let (mut end, mut records) = (Ok(()), Records::default());
        let number = 0;
        let walk = Walk { opener, at, cap: &cap, records: &mut records, end: &mut end, number };
        let done = source.deserialize_seq(walk);
        end?;
        return done.map_err(|error| broken(&error));
    }
    let mut records = Records::default();
    for (value, number) in source.into_iter::<Object>().zip(1..) {
        cap.renew();
        let object = value.map_err(|error| broken(&error))?;
        let names: Vec<String> = object.keys().cloned().collect();
        if number == 1 && !find_text(&names, &opener.reading.columns) {
            // Settings, notes of another program: an object alone is rarely a report.
            opener.pass_over(at, "of JSON that hold no text".to_owned());
            return Ok(());
        }
        records.object(opener, at, number, &object)?;
    }
    Ok(())
}

fn broken(error: &dyn fmt::Display) -> End {
    End::Broken(Code::BrokenCollection, format!("the collection cannot be read on: {error}"))
}

/// Walks through an array without keeping it.
struct Walk<'w, 'o> {
    opener: &'w mut Opener<'o>,
    at: &'w At,
    cap: &'w Cap,
    records: &'w mut Records,
    end: &'w mut Step,
    number: u64,
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element_seed(Any)? {
            self.cap.renew();
            self.number += 1;
            let number = self.number;
            *self.end = if let Value::Object(object) = value {
                self.records.object(self.opener, self.at, number, &object)
            } else {
                let what = format!("element {number} is no object");
                self.records.failed(self.opener, self.at, number, Code::BrokenRecord, what)
            };
            if self.end.is_err() {
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

/// Reads any value.
struct Any;

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        serde::Deserialize::deserialize(source)
    }
}

/// The columns of the first object serve for all.
#[derive(Default)]
struct Records {
    table: Option<(Table, Vec<String>)>,
    /// The names given before the first object.
    seen: Seen,
}

impl Records {
    fn object(&mut self, opener: &mut Opener<'_>, at: &At, number: u64, object: &Object) -> Step {
        if self.table.is_none() {
            let columns = &opener.reading.columns;
            let mut names: Vec<String> = object.keys().cloned().collect();
            let Columns { text, id, date, keep } = columns;
            let asked =
                [text, id, date].into_iter().flatten().chain(keep).filter(|name| !object.contains_key(*name));
            names.extend(asked.cloned());
            let mut table = Table::new(&names, columns)?;
            table.seen = std::mem::take(&mut self.seen);
            self.table = Some((table, names));
        }
        let Some((table, names)) = &mut self.table else { return Ok(()) };
        table.row(opener, at, number, &|column| object.get(&names[column]).and_then(words))
    }

    /// A record that gives no document.
    fn failed(&mut self, opener: &mut Opener<'_>, at: &At, number: u64, code: Code, what: String) -> Step {
        let seen = self.table.as_mut().map_or(&mut self.seen, |(table, _)| &mut table.seen);
        let name = seen.unique(number.to_string())?;
        let (id, place) = (format!("{}!{name}", at.id), format!("{}, record {number}", at.place));
        opener.failed(&At { id, place, ..at.clone() }, code, what)
    }
}

/// A value as words; the paragraphs of an array stand on lines of their own.
fn words(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone().into_bytes()),
        Value::Array(values) if values.iter().all(Value::is_string) => {
            let lines: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            Some(lines.join("\n").into_bytes())
        }
        other => Some(other.to_string().into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::{mended, words};
    use serde_json::json;

    #[test]
    fn halves_of_pairs_are_replaced_and_pairs_are_not() {
        assert_eq!(mended(br#""a\ud800b""#), "\"a\u{FFFD}b\"");
        assert_eq!(mended(br#""\ud83d\ude00""#), r#""\ud83d\ude00""#);
        assert_eq!(mended(br#""\\ud800 \u1ea5""#), r#""\\ud800 \u1ea5""#);
        assert_eq!(mended(b"\"n\xFFm\""), "\"n\u{FFFD}m\"");
        assert_eq!(mended(b"\"x\\"), "\"x\\");
    }

    #[test]
    fn paragraphs_become_lines() {
        assert_eq!(words(&json!(["a", "b"])).unwrap(), b"a\nb");
        assert_eq!(words(&json!(12)).unwrap(), b"12");
        assert_eq!(words(&json!(null)), None);
    }
}
