//! Annotations in the Web Annotation Data Model: <https://www.w3.org/TR/annotation-model/>.

use super::Sheet;
use super::marks::{Mark, Places, marks};
use crate::record::Record;
use crate::table::Cell;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::io;

/// All facts as the items of one page of annotations.
pub(super) struct Annotations;

/// Characters before and after a fact by which it can be found again.
const AROUND: usize = 32;

impl Sheet for Annotations {
    fn file(&self) -> String {
        "annotations.jsonld".to_owned()
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        let context = "http://www.w3.org/ns/anno.jsonld";
        let head = format!(
            "{{\"@context\":\"{context}\",\"id\":\"urn:solieu:facts\",\"type\":\"AnnotationPage\",\"items\":[\n"
        );
        Ok(head.into_bytes())
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        let Some(text) = &record.text else { return Ok(()) };
        let places = Places::new(text);
        let source = escaped(&record.document.origin.doc_id);
        for (at, mark) in marks(record).iter().enumerate() {
            if at > 0 {
                out.extend_from_slice(self.joint());
            }
            serde_json::to_writer(&mut *out, &annotation(mark, &source, &places))?;
        }
        Ok(())
    }

    fn wants_text(&self) -> bool {
        true
    }

    fn joint(&self) -> &'static [u8] {
        b",\n"
    }

    fn close(&self) -> &'static [u8] {
        b"\n]}\n"
    }
}

/// Positions count code points, as the model asks; the quote finds the words where the text was changed.
fn annotation(mark: &Mark<'_>, source: &str, places: &Places<'_>) -> Value {
    let (start, end) = (mark.place.start, mark.place.end);
    let fields: Map<String, Value> =
        mark.cells.iter().map(|(field, cell)| (field.name.to_owned(), value(cell))).collect();
    json!({
        "id": format!("urn:solieu:fact:{}", escaped(mark.fact_id)),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "value": mark.label },
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": Value::Object(fields).to_string(),
            },
        ],
        "target": {
            "source": source,
            "selector": [
                { "type": "TextPositionSelector", "start": start, "end": end },
                {
                    "type": "TextQuoteSelector",
                    "exact": places.slice(start..end),
                    "prefix": places.slice(start.saturating_sub(AROUND)..start),
                    "suffix": places.slice(end..end + AROUND),
                },
            ],
        },
    })
}

fn value(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(text.as_ref()),
        Cell::Integer(number) => Value::from(*number),
        // Exact digits: the numbers of this parser keep them.
        Cell::Decimal(number) => number.to_string().parse().map_or(Value::Null, Value::Number),
    }
}

/// A path as part of an IRI.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte.into());
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_path_is_part_of_an_iri() {
        assert_eq!(escaped("2020/a b#c1.txt"), "2020/a%20b%23c1.txt");
        assert_eq!(escaped("ư:%"), "%C6%B0%3A%25");
    }
}
