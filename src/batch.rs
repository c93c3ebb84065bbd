//! Whole runs: documents in parallel, their rows in order, memory bounded.

mod beside;
mod flow;
mod lines;
mod work;

use crate::error::{Code, Error, Problem, Severity, Stage};
use crate::extract::Extractor;
use crate::fact::{Confidence, Edtf};
use crate::intake::{self, Feed, Item, Listing, Reading, Source};
use crate::output::{Encoder, Format, Locale, Outputs, Settings, Style};
use crate::report::Report;
use crate::table::Language;
use crate::text::Encoding;
use flow::Sink;
use lines::Lines;
use std::io;
use std::path::{Path, PathBuf};
use work::{Done, Form, Shop};

/// What a run is asked to do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Files and folders; `-` is the standard input.
    pub paths: Vec<PathBuf>,
    /// Folder of the files that are written.
    pub out: PathBuf,
    /// Folder to which the decoded text of each document is written, if any.
    pub texts: Option<PathBuf>,
    /// Formats of the facts; the summaries and the problems are always written.
    pub formats: Vec<Format>,
    /// Number of threads; 0 is one for each processor.
    pub jobs: usize,
    /// Whether CSV files begin with a byte order mark.
    pub bom: bool,
    /// The signs of numbers and between cells in CSV files.
    pub locale: Locale,
    /// The language of headings, labels and messages, where one is asked for.
    pub language: Option<Language>,
    /// How files are read: limits, and the columns of collections.
    pub reading: Reading,
    /// The encoding of every document that has none of its own, where it is not to be told from the bytes.
    pub encoding: Option<Encoding>,
    /// The date by which dates without a year are completed where a document states none of its own.
    pub date: Option<Edtf>,
    /// The least confidence of a fact that is written.
    pub least: Confidence,
    /// Whether sums count documents that repeat another.
    pub keep_duplicates: bool,
    /// The licence of the archive, by its identifier, as `CC-BY-4.0`, for the data package.
    pub licence: Option<String>,
}

impl Plan {
    /// A plan that reads `paths` and writes CSV and lines of JSON to `out`.
    pub fn new(paths: Vec<PathBuf>, out: PathBuf) -> Self {
        Self {
            paths,
            out,
            texts: None,
            formats: vec![Format::Csv, Format::Jsonl],
            jobs: 0,
            bom: true,
            locale: Locale::En,
            language: None,
            reading: Reading::default(),
            encoding: None,
            date: None,
            least: Confidence::Weak,
            keep_duplicates: false,
            licence: None,
        }
    }

    fn style(&self) -> Style {
        Style { bom: self.bom, locale: self.locale, language: self.language.unwrap_or_default() }
    }

    /// The folders that are written to.
    fn written(&self) -> Vec<&Path> {
        std::iter::once(&self.out).chain(&self.texts).map(PathBuf::as_path).collect()
    }

    fn settings(&self) -> Settings {
        let asked = Format::ALL.iter().filter(|format| self.formats.contains(format));
        let formats = asked.map(|format| format.as_str()).collect();
        Settings {
            formats,
            bom: self.bom,
            locale: self.locale.as_str(),
            lang: self.language.map(Language::as_str),
            keep_duplicates: self.keep_duplicates,
            max_bytes: self.reading.limits.document,
            document_date: self.date.map(|d| d.to_string()),
            min_confidence: self.least.as_str(),
            sources: self.paths.iter().map(|path| path.display().to_string()).collect(),
            licence: self.licence.clone(),
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
    let encoder = Encoder::new(&plan.formats, plan.style(), plan.keep_duplicates);
    let shop = Shop { extractor: Extractor::new(), form: Form::Files(&encoder), plan };
    let mut outputs = Outputs::create(&plan.out, &encoder)?;
    outputs.note(&problems)?;
    let mut report = Report::default();
    report.note(&problems);
    carry(&shop, &sources, progress, &mut Files { outputs: &mut outputs, report: &mut report, progress })?;
    let unmatched = unmatched(plan);
    outputs.note(&unmatched)?;
    report.note(&unmatched);
    (report.totals, report.files) = outputs.finish(shop.extractor.lexicon().hash(), &plan.settings())?;
    Ok(report)
}

/// Reads every document of the plan and writes a line of JSON for each to `out`, as soon as it is done and in order.
///
/// A line has what a line of `facts.jsonl` has, and after it the problems of the document. Nothing else is written.
///
/// # Errors
/// When nothing to read is found, or `out` cannot be written.
///
/// ```
/// use solieu::batch::{self, Plan};
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("a.txt"), "Ban hành 16 kế hoạch.")?;
/// let mut out = Vec::new();
/// let plan = Plan::new(vec![folder.path().join("a.txt")], "-".into());
/// batch::stream(&plan, &mut out, &|_| {})?;
/// assert!(out.starts_with(b"{\"doc_id\":\"a.txt\"") && out.ends_with(b"\"problems\":[]}\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn stream(
    plan: &Plan,
    out: &mut dyn io::Write,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, Error> {
    let Listing { sources, problems } = found(plan)?;
    progress(Progress::Found(sources.len()));
    let shop = Shop { extractor: Extractor::new(), form: Form::Lines, plan };
    let mut lines = Lines::new(out, progress);
    lines.note(&problems);
    carry(&shop, &sources, progress, &mut lines)?;
    lines.note(&unmatched(plan));
    Ok(lines.finish())
}

/// How many keys are named in a problem.
const NAMED: usize = 5;

/// A warning about rows of the metadata that belong to no document.
fn unmatched(plan: &Plan) -> Vec<Problem> {
    let Some(sidecar) = &plan.reading.sidecar else { return Vec::new() };
    let keys = sidecar.table.unmatched();
    if keys.is_empty() {
        return Vec::new();
    }
    let (number, named) = (keys.len(), keys[..keys.len().min(NAMED)].join(", "));
    let more = if number > NAMED { ", …" } else { "" };
    vec![Problem {
        doc_id: String::new(),
        stage: Stage::Read,
        severity: Severity::Warning,
        code: Code::MetadataUnmatched,
        what: format!("{number} rows belong to no document: {named}{more}"),
        place: sidecar.path.display().to_string(),
    }]
}

/// Refuses a folder for texts that holds what is read: a text could take the name of its own document.
fn apart(plan: &Plan) -> Result<(), Error> {
    let Some(texts) = &plan.texts else { return Ok(()) };
    let Ok(folder) = texts.canonicalize() else { return Ok(()) };
    let inside = |path: &PathBuf| path.canonicalize().is_ok_and(|path| path.starts_with(&folder));
    if !plan.paths.iter().any(inside) {
        return Ok(());
    }
    let source = io::Error::other("texts cannot be saved where the documents lie");
    Err(Error::Output { path: texts.clone(), source })
}

/// The documents of the plan.
fn found(plan: &Plan) -> Result<Listing, Error> {
    apart(plan)?;
    let listing = intake::list(&plan.paths, &plan.written());
    if !listing.sources.is_empty() {
        return Ok(listing);
    }
    let failed = listing.problems.into_iter().find(|problem| problem.severity == Severity::Error);
    Err(failed.map_or(Error::NoInput, |Problem { what, place, .. }| {
        let said = what.strip_prefix("cannot be read: ").unwrap_or(&what).to_owned();
        Error::Input { path: place.into(), source: io::Error::other(said) }
    }))
}

/// Carries every document of the sources through the workers to the sink.
fn carry(
    shop: &Shop<'_>,
    sources: &[Source],
    progress: &(dyn Fn(Progress) + Sync),
    sink: &mut impl Sink,
) -> Result<(), Error> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(shop.plan.jobs).build();
    let failed = |error| Error::Output { path: shop.plan.out.clone(), source: io::Error::other(error) };
    let pool = pool.map_err(failed)?;
    let feed = Feed::new(&shop.plan.reading);
    let produce = |hand: &mut dyn FnMut(Item) -> bool| {
        feed.run(sources, &mut |item| {
            if item.is_member() {
                progress(Progress::Found(1));
            }
            hand(item)
        });
    };
    flow::carry(&pool, produce, |item| shop.work(item), sink)
}

/// Results as files.
struct Files<'a, 'o> {
    outputs: &'a mut Outputs<'o>,
    report: &'a mut Report,
    progress: &'a (dyn Fn(Progress) + Sync),
}

impl Sink for Files<'_, '_> {
    fn write(&mut self, done: Done) -> Result<(), Error> {
        match done {
            Done::Document(encoded, errors) => {
                self.outputs.append(*encoded)?;
                self.report.note(&errors);
            }
            Done::Problem(problem) => {
                self.outputs.note(std::slice::from_ref(&problem))?;
                self.report.note(&[problem]);
                return Ok(());
            }
            Done::Line(..) | Done::Closed => {}
        }
        (self.progress)(Progress::Done);
        Ok(())
    }
}
