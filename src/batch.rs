//! Whole runs: documents in parallel, their rows in order, memory bounded.

mod flow;
mod work;

use crate::error::{Error, Problem, Severity};
use crate::extract::Extractor;
use crate::fact::{Confidence, Edtf};
use crate::intake::{self, Feed, Listing, Reading};
use crate::output::{Encoder, Format, Outputs, Settings};
use crate::report::Report;
use std::io;
use std::path::PathBuf;
use work::{Done, Shop};

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
    /// How files are read: limits, and the columns of collections.
    pub reading: Reading,
    /// The date by which dates without a year are completed where a document states none of its own.
    pub date: Option<Edtf>,
    /// The least confidence of a fact that is written.
    pub least: Confidence,
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
            reading: Reading::default(),
            date: None,
            least: Confidence::Weak,
        }
    }

    fn settings(&self) -> Settings {
        let asked = Format::ALL.iter().filter(|format| self.formats.contains(format));
        let formats = asked.map(|format| format.as_str()).collect();
        Settings {
            formats,
            bom: self.bom,
            max_bytes: self.reading.limits.document,
            document_date: self.date.map(|d| d.to_string()),
            min_confidence: self.least.as_str(),
        }
    }
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many more files, or members of a container, were found.
    Found(usize),
    /// One of them is done; told from any thread.
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
    let shop = Shop { extractor: Extractor::new(), encoder: &encoder, plan };
    let mut outputs = Outputs::create(&plan.out, &encoder)?;
    outputs.note(&problems)?;
    let mut report = Report::default();
    report.note(&problems);
    let feed = Feed::new(&plan.reading);
    let produce = |hand: &mut dyn FnMut(intake::Item) -> bool| {
        feed.run(&sources, &mut |item| {
            if item.is_member() {
                progress(Progress::Found(1));
            }
            hand(item)
        });
    };
    flow::carry(
        &pool,
        produce,
        |item| shop.work(item),
        |done| append(done, &mut outputs, &mut report, progress),
    )?;
    (report.totals, report.files) = outputs.finish(shop.extractor.lexicon().hash(), &plan.settings())?;
    Ok(report)
}

/// The documents of the plan.
fn found(plan: &Plan) -> Result<Listing, Error> {
    let listing = intake::list(&plan.paths, Some(&plan.out));
    if !listing.sources.is_empty() {
        return Ok(listing);
    }
    let failed = listing.problems.into_iter().find(|problem| problem.severity == Severity::Error);
    Err(failed.map_or(Error::NoInput, |Problem { what, place, .. }| {
        let said = what.strip_prefix("cannot be read: ").unwrap_or(&what).to_owned();
        Error::Input { path: place.into(), source: io::Error::other(said) }
    }))
}

/// Writes what is done.
fn append(
    done: Done,
    outputs: &mut Outputs<'_>,
    report: &mut Report,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<(), Error> {
    match done {
        Done::Document(encoded, errors) => {
            outputs.append(encoded)?;
            report.note(&errors);
        }
        Done::Problem(problem) => {
            outputs.note(std::slice::from_ref(&problem))?;
            report.note(&[problem]);
            return Ok(());
        }
        Done::Closed => {}
    }
    progress(Progress::Done);
    Ok(())
}
