//! Whole runs: documents in parallel, their rows in order, memory bounded.

use crate::document::Outside;
use crate::error::{Code, Error, Problem, Severity, Stage};
use crate::extract::Extractor;
use crate::fact::Edtf;
use crate::intake::{self, LIMIT, Listing, Source, first_nul};
use crate::output::{Encoded, Encoder, Format, Outputs, Settings};
use crate::record::{Origin, Record};
use crate::report::Report;
use crate::resolve;
use crate::text::{Text, decode};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// What a run is asked to do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Files and folders; `-` is the standard input.
    pub paths: Vec<PathBuf>,
    /// Folder of the files that are written.
    pub out: PathBuf,
    /// Formats of the facts; the summaries and the problems are always written.
    pub formats: Vec<Format>,
    /// Number of threads; 0 is one for each processor.
    pub jobs: usize,
    /// Whether CSV files begin with a byte order mark.
    pub bom: bool,
    /// The largest document that is read, in bytes.
    pub limit: u64,
    /// The date by which dates without a year are completed where a document states none of its own.
    pub date: Option<Edtf>,
}

impl Plan {
    /// A plan that reads `paths` and writes CSV and lines of JSON to `out`.
    pub fn new(paths: Vec<PathBuf>, out: PathBuf) -> Self {
        Self {
            paths,
            out,
            formats: vec![Format::Csv, Format::Jsonl],
            jobs: 0,
            bom: true,
            limit: LIMIT,
            date: None,
        }
    }

    fn settings(&self) -> Settings {
        let asked = Format::ALL.iter().filter(|format| self.formats.contains(format));
        let formats = asked.map(|format| format.as_str()).collect();
        Settings {
            formats,
            bom: self.bom,
            max_bytes: self.limit,
            document_date: self.date.map(|d| d.to_string()),
        }
    }
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many documents were found.
    Found(usize),
    /// One more document is done; told from the thread that did it.
    Done,
}

/// Reads every document of the plan and writes the files; equal input gives equal bytes for any number of threads.
///
/// A document that cannot be read, or that the program breaks on, becomes a row of the problems.
///
/// # Errors
/// When nothing to read is found, or the files cannot be written; then no file is left half written.
///
/// ```
/// use solieu::batch::{self, Plan};
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("a.txt"), "Ban hành 16 kế hoạch.")?;
/// let plan = Plan::new(vec![folder.path().join("a.txt")], folder.path().join("output"));
/// let report = batch::run(&plan, &|_| {})?;
/// assert_eq!(report.totals.read, 1);
/// assert!(folder.path().join("output/summary.csv").exists());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn run(plan: &Plan, progress: &(dyn Fn(Progress) + Sync)) -> Result<Report, Error> {
    let Listing { sources, problems } = found(plan)?;
    progress(Progress::Found(sources.len()));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(plan.jobs).build();
    let pool =
        pool.map_err(|error| Error::Output { path: plan.out.clone(), source: io::Error::other(error) })?;
    let encoder = Encoder::new(&plan.formats, plan.bom);
    let shop = Shop { extractor: Extractor::new(), encoder: &encoder, plan, progress };
    let mut outputs = Outputs::create(&plan.out, &encoder)?;
    outputs.note(&problems)?;
    let mut report = Report::default();
    report.note(&problems);
    pool.install(|| shop.work(&sources, &mut outputs, &mut report))?;
    (report.totals, report.files) = outputs.finish(shop.extractor.lexicon().hash(), &plan.settings())?;
    Ok(report)
}

/// The documents of the plan.
fn found(plan: &Plan) -> Result<Listing, Error> {
    let listing = intake::list(&plan.paths);
    if !listing.sources.is_empty() {
        return Ok(listing);
    }
    let failed = listing.problems.into_iter().find(|problem| problem.severity == Severity::Error);
    Err(failed.map_or(Error::NoInput, |Problem { what, place, .. }| {
        let said = what.strip_prefix("cannot be read: ").unwrap_or(&what).to_owned();
        Error::Input { path: place.into(), source: io::Error::other(said) }
    }))
}

/// Documents that are worked on between two writes, at most.
const MOST: usize = 256;

/// Bytes of rows that should wait for a write, about.
const ROWS: usize = 4 << 20;

/// The buffer of a worker is given back to the system where a document made it larger than this.
const KEPT: usize = 1 << 20;

/// A document's bytes for the files, and the errors that it met.
type Done = (Encoded, Vec<Problem>);

/// What all workers share.
struct Shop<'a> {
    extractor: Extractor,
    encoder: &'a Encoder,
    plan: &'a Plan,
    progress: &'a (dyn Fn(Progress) + Sync),
}

impl Shop<'_> {
    /// Works through the sources chunk by chunk; while one is worked on, the one before is written.
    fn work(&self, sources: &[Source], outputs: &mut Outputs<'_>, report: &mut Report) -> Result<(), Error> {
        let mut waiting = Vec::new();
        let mut rest = sources;
        let mut length = rayon::current_num_threads() * 4;
        while !rest.is_empty() || !waiting.is_empty() {
            let (chunk, later) = rest.split_at(length.min(rest.len()));
            let before = std::mem::take(&mut waiting);
            let (written, done) = rayon::join(|| append(before, outputs, report), || self.chunk(chunk));
            written?;
            waiting = done.map_err(|source| Error::Output { path: self.plan.out.clone(), source })?;
            length = next_length(&waiting);
            rest = later;
        }
        Ok(())
    }

    fn chunk(&self, sources: &[Source]) -> io::Result<Vec<Done>> {
        sources.par_iter().map_init(Vec::new, |buffer, source| self.document(source, buffer)).collect()
    }

    fn document(&self, source: &Source, buffer: &mut Vec<u8>) -> io::Result<Done> {
        let record = self.record(source, buffer);
        if buffer.capacity() > KEPT {
            *buffer = Vec::new();
        }
        let encoded = self.encoder.encode(&record)?;
        (self.progress)(Progress::Done);
        let errors = record.problems.into_iter().filter(|problem| problem.severity == Severity::Error);
        Ok((encoded, errors.collect()))
    }

    /// The record of one document, whatever becomes of it.
    fn record(&self, source: &Source, buffer: &mut Vec<u8>) -> Record {
        let mut origin = Origin {
            doc_id: source.doc_id().into(),
            source: source.place(),
            media_type: source.media_type(),
            ..Origin::default()
        };
        if let Err(problem) = source.read(self.plan.limit, buffer) {
            return Record::failed(origin, problem);
        }
        origin.sha256 = hexadecimal(&Sha256::digest(&*buffer));
        if let Some(at) = first_nul(buffer) {
            let what = format!("no text in UTF-8: byte {at} is NUL");
            return failed(origin, Stage::Decode, Code::NotText, what);
        }
        // A large buffer becomes the text itself; of a small one, the worker keeps its own.
        let bytes = if buffer.len() > KEPT { std::mem::take(buffer) } else { buffer.clone() };
        match guarded(|| self.read(origin.clone(), bytes)) {
            Ok(record) => record,
            Err(said) => failed(
                origin,
                Stage::Extract,
                Code::Internal,
                format!("the program broke on this document: {said}"),
            ),
        }
    }

    fn read(&self, origin: Origin, bytes: Vec<u8>) -> Record {
        let decoded = decode(bytes);
        let origin = Origin { encoding: decoded.encoding, replaced: decoded.replaced, ..origin };
        let source = self.encoder.wants_text().then(|| decoded.text.clone());
        let text = Text::new(decoded.text);
        let outside = Outside { date: self.plan.date, name: &origin.doc_id };
        let extraction = resolve::read_as(&self.extractor, &text, outside);
        Record { text: source, ..Record::new(origin, &text, extraction) }
    }
}

/// Writes what is done, in order.
fn append(done: Vec<Done>, outputs: &mut Outputs<'_>, report: &mut Report) -> Result<(), Error> {
    for (encoded, errors) in done {
        outputs.append(encoded)?;
        report.note(&errors);
    }
    Ok(())
}

/// How many documents to take next, so that about [`ROWS`] bytes wait; it has no influence on the files.
fn next_length(done: &[Done]) -> usize {
    let bytes: usize = done.iter().map(|(encoded, _)| encoded.len()).sum();
    let each = bytes / done.len().max(1) + 1;
    (ROWS / each).clamp(rayon::current_num_threads(), MOST)
}

fn failed(origin: Origin, stage: Stage, code: Code, what: String) -> Record {
    let (doc_id, place) = (origin.doc_id.to_string(), origin.source.clone());
    Record::failed(origin, Problem { doc_id, stage, severity: Severity::Error, code, what, place })
}

/// What `work` gives, or the message with which it panicked.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| message(panic.as_ref()))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a message".to_owned())
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::{guarded, hexadecimal};

    #[test]
    fn a_panic_becomes_its_message() {
        assert_eq!(guarded(|| 7), Ok(7));
        assert_eq!(guarded(|| -> u8 { panic!("at {}", 3) }), Err("at 3".to_owned()));
        assert_eq!(guarded(|| -> u8 { panic!("plain") }), Err("plain".to_owned()));
    }

    #[test]
    fn bytes_in_hexadecimal_digits() {
        assert_eq!(hexadecimal(&[0, 0xAF, 0x10]), "00af10");
    }
}
