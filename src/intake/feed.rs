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
        let (mut skipped, mut head) = (Skipped::new(), vec![0; SMALL + 1]);
        for source in sources {
            if let Err(End::Stop) = self.source(source, &mut head, &mut skipped, hand) {
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

    fn source(
        self,
        source: &Source,
        head: &mut [u8],
        skipped: &mut Skipped,
        hand: &mut dyn FnMut(Item) -> bool,
    ) -> Step {
        let at = At { id: source.doc_id(), place: source.place(), name: source.name(), depth: 0 };
        let forced = self.reading.format.map(Kind::Collection);
        let (stream, kind, length) = match source.path().map(File::open) {
            None => (Stream::from(io::stdin().lock()), forced, 0),
            Some(Ok(mut file)) => match begin(&mut file, head) {
                Ok(read) => {
                    let kind = forced.unwrap_or_else(|| Kind::of(&head[..read.min(HEAD)], &at.name));
                    if kind == Kind::Document {
                        let whole = read <= SMALL && read as u64 <= self.reading.limits.document;
                        let content = whole.then(|| Content::Small(head[..read].to_vec()));
                        return plain(at, content.unwrap_or_else(|| Content::File(source.clone())), hand);
                    }
                    if file.rewind().is_err() {
                        return plain(at, Content::File(source.clone()), hand);
                    }
                    let length = file.metadata().map_or(0, |meta| meta.len());
                    (Stream::File(file), Some(kind), length)
                }
                Err(_) => return plain(at, Content::File(source.clone()), hand),
            },
            Some(Err(_)) => return plain(at, Content::File(source.clone()), hand),
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

/// The longest file that is handed over with its bytes, since its kind cannot be told without most of them.
const SMALL: usize = 32 << 10;

/// Reads the beginning of a file; so much of it as there is room for.
fn begin(file: &mut File, head: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < head.len() {
        match file.read(&mut head[length..])? {
            0 => break,
            read => length += read,
        }
    }
    Ok(length)
}

/// Hands over a document that is a file of its own.
fn plain(at: At, content: Content, hand: &mut dyn FnMut(Item) -> bool) -> Step {
    let (stated, given) = (String::new(), Given::default());
    let raw = Raw { doc_id: at.id, place: at.place, name: at.name, stated, content, given };
    if hand(Item::Document(Box::new(raw))) { Ok(()) } else { Err(End::Stop) }
}
