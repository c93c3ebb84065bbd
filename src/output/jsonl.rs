//! Documents as lines of JSON.

use super::{Sheet, json};
use crate::record::{Document, Record};
use std::io;

/// One line for each document.
pub(super) struct Lines;

impl Sheet for Lines {
    fn file(&self) -> String {
        "facts.jsonl".to_owned()
    }

    fn open(&self) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn encode(&self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        json::document(record, out)?;
        out.push(b'\n');
        Ok(())
    }

    fn mark(&self, document: &Document, part: &mut Vec<u8>) -> io::Result<()> {
        json::repeated(document, part)
    }
}
