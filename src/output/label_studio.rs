//! Tasks with predictions for Label Studio: <https://labelstud.io/guide/predictions>.

use super::Sheet;
use super::marks::{LABELS, Mark, Places, marks, plain};
use crate::record::Record;
use serde_json::{Value, json};
use std::io;

/// All documents in one array of tasks.
pub(super) struct Tasks;

impl Sheet for Tasks {
    fn file(&self) -> String {
        "label-studio.json".to_owned()
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        Ok(b"[\n".to_vec())
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        let Some(text) = &record.text else { return Ok(()) };
        let text = plain(text);
        let places = Places::new(&text);
        let result: Vec<Value> = marks(record).iter().map(|mark| region(mark, &places)).collect();
        let model = format!("solieu {}", env!("CARGO_PKG_VERSION"));
        let task = json!({
            "data": { "text": text, "doc_id": &*record.document.origin.doc_id },
            "predictions": [{ "model_version": model, "result": result }],
        });
        Ok(serde_json::to_writer(out, &task)?)
    }

    fn wants_text(&self) -> bool {
        true
    }

    fn joint(&self) -> &'static [u8] {
        b",\n"
    }

    fn close(&self) -> &'static [u8] {
        b"\n]\n"
    }
}

/// A region; the tool counts code points.
fn region(mark: &Mark<'_>, places: &Places<'_>) -> Value {
    let said: Vec<String> =
        mark.cells.iter().map(|(field, cell)| format!("{}: {cell}", field.name)).collect();
    json!({
        "id": mark.fact_id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": mark.place.start,
            "end": mark.place.end,
            "text": places.slice(mark.place.clone()),
            "labels": [mark.label],
        },
        "meta": { "text": said },
    })
}

/// The labelling interface that fits the tasks.
pub(super) struct Interface;

impl Sheet for Interface {
    fn file(&self) -> String {
        "label-studio.xml".to_owned()
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        let labels = LABELS.map(|(label, _)| format!("    <Label value=\"{label}\"/>\n")).concat();
        let text = "  <Text name=\"text\" value=\"$text\"/>\n";
        let labels = format!("  <Labels name=\"label\" toName=\"text\">\n{labels}  </Labels>\n");
        Ok(format!("<View>\n{labels}{text}</View>\n").into_bytes())
    }

    fn encode(&self, _: &Record, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}
