//! From the listed files to a stream of documents.

use super::meter::Meter;
use super::opener::{At, End, Opener, Skipped, Step};
use super::sniff::{Collection, HEAD, Kind};
use super::stream::Stream;
use super::{Columns, Content, Given, Item, Limits, Raw, Sidecar, Source};
use crate::error::{Code, Problem, Severity, Stage};
use std::fs::File;
use std::io::{self, Read, Seek};

/// How files are read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// How large and how deep things may be.
    pub limits: Limits,
    /// What every given file is, where that is not told by its content.
    pub format: Option<Collection>,
    /// The columns of collections.
    pub columns: Columns,
    /// A table with a row about each document.
    pub sidecar: Option<Sidecar>,
}

/// Reads the listed files in their order and hands over documents, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Feed<'a> {
    reading: &'a Reading,
}

impl<'a> Feed<'a> {
    /// A feed that reads as it is told.
    pub fn new(reading: &'a Reading) -> Self {
        Self { reading }
    }

    /// Hands over everything in order, until `hand` says `false`.
    ///
    /// Containers and collections are opened; documents in them come one by one. What cannot be read comes as a
    /// problem, or as a document that says why.
    pub fn run(self, sources: &[Source], hand: &mut dyn FnMut(Item) -> bool) {
        let mut skipped = Skipped::new();
        for source in sources {
            if let Err(End::Stop) = self.source(source, &mut skipped, hand) {
                return;
            }
        }
        for ((place, kind), number) in skipped {
            let what = format!("{number} files {kind} were passed over");
            let (stage, severity, code) = (Stage::Read, Severity::Warning, Code::PassedOver);
            let problem = Problem { doc_id: String::new(), stage, severity, code, what, place };
            if !hand(Item::Problem(problem)) {
                return;
            }
        }
    }

    fn source(self, source: &Source, skipped: &mut Skipped, hand: &mut dyn FnMut(Item) -> bool) -> Step {
        let at = At { id: source.doc_id(), place: source.place(), name: source.name(), depth: 0 };
        let forced = self.reading.format.map(Kind::Collection);
        let (stream, kind, length) = match source.path().map(File::open) {
            None => (Stream::from(io::stdin().lock()), forced, 0),
            Some(Ok(mut file)) => match forced.map_or_else(|| kind(&mut file, &at.name), Ok) {
                Ok(kind) if kind != Kind::Document => {
                    let length = file.metadata().map_or(0, |meta| meta.len());
                    (Stream::File(file), Some(kind), length)
                }
                _ => return plain(source, at, hand),
            },
            Some(Err(_)) => return plain(source, at, hand),
        };
        let meter = Meter::new(self.reading.limits, length);
        let mut opener = Opener { reading: self.reading, meter, skipped, hand };
        match kind {
            Some(kind) => opener.open_as(kind, stream, &at)?,
            None => opener.open(stream, &at)?,
        }
        opener.item(Item::Closed)
    }
}

/// What a file is; it is put back to its beginning.
fn kind(file: &mut File, name: &str) -> io::Result<Kind> {
    let mut head = [0; HEAD];
    let mut length = 0;
    loop {
        match file.read(&mut head[length..])? {
            0 => break,
            read => length += read,
        }
    }
    file.rewind()?;
    Ok(Kind::of(&head[..length], name))
}

/// Leaves the reading of a file to the worker.
fn plain(source: &Source, at: At, hand: &mut dyn FnMut(Item) -> bool) -> Step {
    let content = Content::File(source.clone());
    let raw = Raw { doc_id: at.id, place: at.place, name: at.name, content, given: Given::default() };
    if hand(Item::Document(Box::new(raw))) { Ok(()) } else { Err(End::Stop) }
}
