//! `report.html`: one file to read, check and mark a run in; it needs no server and no network.
//!
//! The page holds numbers of the whole run, an index of its documents, and texts with their facts. Index and texts
//! are limited in size: of a larger run an even sample is kept, and the page says how much it left out.

mod encode;
mod place;
mod sample;
mod shell;
mod tally;

use super::draft::Draft;
use super::summary::Settings;
use crate::error::{Error, Problem};
use crate::record::{Document, Record, Totals};
use crate::table::{
    AWARDS, CITATIONS, COUNTS, DATES, DOCUMENTS, Field, Kind, Language, PROBLEMS, SUMMARY, Shape, all_words,
    shapes,
};
use encode::{array, json};
use place::Place;
use sample::{Kept, Sample, rank};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io;
use tally::Tally;

/// The name of the file.
pub(super) const FILE: &str = "report.html";

/// Room for the index of documents, in bytes.
const INDEX: usize = 6 << 20;

/// Room for texts and facts, in bytes.
const TEXTS: usize = 12 << 20;

/// Problems that are listed; all of them stand in `problems.csv`.
const PROBLEMS_LISTED: usize = 200;

/// Columns of a document that stand with its text and not in the index.
const APART: [&str; 2] = ["source", "sha256"];

/// What the page may say of one document.
#[derive(Debug)]
pub(super) struct Part {
    rank: u64,
    index: Vec<u8>,
    body: Option<Vec<u8>>,
    problems: Vec<Vec<u8>>,
    sha256: String,
    tally: Tally,
}

impl Part {
    /// The part of a document; its text and facts are left out where its rank is not below `bar`.
    pub(super) fn of(record: &Record, bar: u64) -> io::Result<Self> {
        let origin = &record.document.origin;
        let rank = rank(&origin.doc_id);
        let text = record.text.as_deref().filter(|text| rank < bar && text.len() < TEXTS / 8);
        Ok(Self {
            rank,
            index: indexed(&record.document)?,
            body: text.map(|text| body(record, text)).transpose()?,
            problems: problems(&record.problems)?,
            sha256: origin.sha256.clone(),
            tally: Tally::of(record),
        })
    }

    /// Writes in that the document repeats another; its facts are counted again only where that is asked for.
    pub(super) fn mark(&mut self, document: &Document, keep_duplicates: bool) -> io::Result<()> {
        self.index = indexed(document)?;
        if !keep_duplicates {
            self.tally = Tally::default();
        }
        Ok(())
    }

    /// How many bytes it holds.
    pub(super) fn len(&self) -> usize {
        self.index.len() + self.body.as_ref().map_or(0, Vec::len)
    }
}

/// The row of the index: the columns of a document that do not stand with its text.
fn indexed(document: &Document) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    encode::row(&DOCUMENTS, document, |name| !APART.contains(&name), &mut out)?;
    Ok(out)
}

/// The columns apart, the text and the facts of a document, as members of an object that is still open.
fn body(record: &Record, text: &str) -> io::Result<Vec<u8>> {
    let mut out = b",\"own\":".to_vec();
    encode::row(&DOCUMENTS, &record.document, |name| APART.contains(&name), &mut out)?;
    out.extend_from_slice(b",\"facts\":[");
    encode::facts(&COUNTS, &record.counts, &mut Place::new(text), &mut out)?;
    out.push(b',');
    encode::facts(&DATES, &record.dates, &mut Place::new(text), &mut out)?;
    out.push(b',');
    encode::facts(&AWARDS, &record.awards, &mut Place::new(text), &mut out)?;
    out.push(b',');
    encode::facts(&CITATIONS, &record.citations, &mut Place::new(text), &mut out)?;
    out.extend_from_slice(b"],\"text\":");
    json(text, &mut out)?;
    Ok(out)
}

/// The rows of problems, each with what happened and where in Vietnamese behind its columns.
fn problems(problems: &[Problem]) -> io::Result<Vec<Vec<u8>>> {
    let row = |problem: &Problem| {
        let mut out = Vec::new();
        encode::row(&PROBLEMS, problem, |_| true, &mut out)?;
        out.pop();
        for sentence in [&problem.what, &problem.place] {
            out.push(b',');
            json(&Language::Vietnamese.message(sentence), &mut out)?;
        }
        out.push(b']');
        Ok(out)
    };
    problems.iter().take(PROBLEMS_LISTED).map(row).collect()
}

/// The page while its documents come in.
pub(super) struct Page {
    index: Sample,
    texts: Sample,
    problems: Vec<Vec<u8>>,
    tally: Tally,
    run: blake3::Hasher,
    documents: u64,
}

impl Page {
    pub(super) fn new() -> Self {
        Self {
            index: Sample::new(INDEX),
            texts: Sample::new(TEXTS),
            problems: Vec::new(),
            tally: Tally::default(),
            run: blake3::Hasher::new(),
            documents: 0,
        }
    }

    /// Documents of this rank and above need no body.
    pub(super) fn bar(&self) -> u64 {
        self.texts.bar()
    }

    /// Adds problems that belong to no document.
    pub(super) fn note(&mut self, found: &[Problem]) -> io::Result<()> {
        let room = PROBLEMS_LISTED.saturating_sub(self.problems.len());
        self.problems.extend(problems(found)?.into_iter().take(room));
        Ok(())
    }

    /// Adds the next document.
    pub(super) fn push(&mut self, part: Part) {
        let Part { rank, index, body, problems, sha256, tally } = part;
        let at = self.documents;
        self.documents += 1;
        self.run.update(&index).update(sha256.as_bytes());
        let room = PROBLEMS_LISTED.saturating_sub(self.problems.len());
        self.problems.extend(problems.into_iter().take(room));
        self.tally.add(tally);
        self.index.offer(Kept { rank, at, bytes: index });
        if let Some(bytes) = body {
            self.texts.offer(Kept { rank, at, bytes });
        }
    }

    /// Writes the whole page.
    pub(super) fn write(
        mut self,
        totals: &Totals,
        lexicon: &str,
        settings: &Settings,
        out: &mut Draft,
    ) -> Result<(), Error> {
        let bar = self.index.bar();
        let index = self.index.into_sorted(u64::MAX);
        let texts = self.texts.into_sorted(bar);
        self.run.update(lexicon.as_bytes()).update(env!("CARGO_PKG_VERSION").as_bytes());
        let hash = self.run.finalize().to_hex();
        let run = json!({
            "version": env!("CARGO_PKG_VERSION"),
            "lexicon": lexicon,
            "settings": settings,
            "hash": &hash[..16],
            "room": { "index": INDEX, "texts": TEXTS, "problems": PROBLEMS_LISTED },
            "held": { "index": index.len(), "texts": texts.len(), "problems": self.problems.len() },
            "tables": shapes().iter().filter(|shape| shape.name != SUMMARY.name).map(table).collect::<Vec<_>>(),
            "words": all_words().into_iter().collect::<BTreeMap<_, _>>(),
            "totals": self.tally.seal(totals),
        });
        let (head, foot) = shell::around();
        out.write(head.as_bytes())?;
        let mut part = block("run");
        json(&run, &mut part).map_err(|source| out.error(source))?;
        part.extend_from_slice(END);
        part.append(&mut block("problems"));
        array(self.problems.iter(), &mut part, |row, part| {
            part.extend_from_slice(row);
            Ok(())
        })
        .map_err(|source| out.error(source))?;
        part.extend_from_slice(END);
        out.write(&part)?;
        rows("index", &index, out)?;
        rows("texts", &texts, out)?;
        out.write(foot.as_bytes())
    }
}

const END: &[u8] = b"</script>\n";

/// Opens an element that holds data and never runs.
fn block(name: &str) -> Vec<u8> {
    format!("<script type=\"application/json\" id=\"data-{name}\">").into_bytes()
}

/// Writes what was kept of documents, one object a line.
fn rows(name: &str, kept: &[Kept], out: &mut Draft) -> Result<(), Error> {
    out.write(&block(name))?;
    for (position, document) in kept.iter().enumerate() {
        let joint = if position == 0 { "[\n" } else { ",\n" };
        let open = if document.bytes.starts_with(b"[") { ",\"row\":" } else { "" };
        out.write(format!("{joint}{{\"at\":{}{open}", document.at).as_bytes())?;
        out.write(&document.bytes)?;
        out.write(b"}")?;
    }
    out.write(if kept.is_empty() { b"[]" } else { b"\n]" })?;
    out.write(END)
}

/// A table's columns for the page's script, without those that it knows by other means.
fn table(shape: &Shape) -> Value {
    let known = |field: &&Field| {
        let is_document = shape.name == DOCUMENTS.name;
        is_document || !encode::IMPLIED.contains(&field.name)
    };
    let columns: Vec<Value> = shape.fields.iter().filter(known).map(column).collect();
    json!({ "name": shape.name, "doc": shape.doc, "columns": columns, "apart": APART })
}

fn column(field: &Field) -> Value {
    let words = match field.kind {
        Kind::Word(words) => words,
        _ => &[],
    };
    let doc = [&*Language::Vietnamese.meaning(field.doc), field.doc];
    json!({ "name": field.name, "kind": field.kind.as_str(), "words": words, "doc": doc })
}

#[cfg(test)]
mod tests;
