//! `solieu extract`.

use super::reading::ReadingArgs;
use super::{WITH_PROBLEMS, say};
use crate::batch::{self, Plan, Progress};
use crate::error::Error;
use crate::fact::{Confidence, Edtf};
use crate::output::Format;
use crate::report::Report;
use crate::text::Encoding;
use anstyle::{AnsiColor, Style};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Read documents and write tables.
#[derive(Args, Debug)]
pub(super) struct Extract {
    /// Files and folders to read; `-` is the standard input.
    ///
    /// From folders comes, recursively, whatever is not hidden; pictures, sound, films and programs are counted and passed over.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Folder to write to, made where it is missing; `-` writes a line of JSON for each document to the standard output.
    ///
    /// Without it, it is `output`; where `-` alone is read with --input-format and --format jsonl, the standard output.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Formats of the facts; summary and problems are always written.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', default_value = "csv,jsonl,html", value_parser = format_parser())]
    format: Vec<Format>,
    /// Number of threads; one for each processor where it is not given.
    #[arg(short, long, value_name = "N")]
    jobs: Option<usize>,
    /// Encoding of all text files and pages; told from their words where it is not given.
    #[arg(long, value_name = "NAME", value_parser = encoding_parser())]
    encoding: Option<Encoding>,
    /// Write CSV without a byte order mark.
    #[arg(long)]
    no_bom: bool,
    /// Date by which dates without a year are completed where a document states none: 2020-06-30.
    ///
    /// A date in the document's own text goes before it; it goes before one in the name of the file.
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    document_date: Option<Edtf>,
    /// Leave out facts below this confidence: certain, at least 98 of 100 are right; likely, at least 90.
    ///
    /// A total stays where a count that is a part of it stays.
    #[arg(long, value_name = "CLASS", default_value = "weak", value_parser = confidence_parser())]
    min_confidence: Confidence,
    /// Count documents that repeat another in the sums, too; they are marked either way.
    #[arg(long)]
    keep_duplicates: bool,
    /// Licence of what is read, by its identifier, as CC-BY-4.0; it stands in datapackage.json.
    #[arg(long, value_name = "ID")]
    licence: Option<String>,
    #[command(flatten)]
    reading: ReadingArgs,
}

fn confidence_parser() -> impl TypedValueParser<Value = Confidence> {
    PossibleValuesParser::new(Confidence::ALL.iter().map(|class| class.as_str())).try_map(|name| {
        let known = Confidence::ALL.iter().find(|class| class.as_str() == name);
        known.copied().ok_or_else(|| io::Error::other("no such class"))
    })
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.as_str()))
        .try_map(|name| name.parse::<Format>().map_err(io::Error::other))
}

fn encoding_parser() -> impl TypedValueParser<Value = Encoding> {
    PossibleValuesParser::new(Encoding::ALL.iter().map(|encoding| encoding.as_str()))
        .try_map(|name| name.parse::<Encoding>().map_err(io::Error::other))
}

impl Extract {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        if self.streams() {
            return self.stream();
        }
        let plan = self.plan()?;
        let bar = bar();
        let report = batch::run(&plan, &|progress| match progress {
            Progress::Found(number) => bar.inc_length(number as u64),
            Progress::Done => bar.inc(1),
        });
        bar.finish_and_clear();
        let report = report?;
        complain(&report);
        say(&report)?;
        Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::from(WITH_PROBLEMS) })
    }

    /// Whether lines are asked for in place of files.
    fn streams(&self) -> bool {
        let dash = Path::new("-");
        match &self.output {
            Some(folder) => folder == dash,
            None => self.paths == [dash] && self.reading.is_told() && self.format == [Format::Jsonl],
        }
    }

    fn stream(self) -> anyhow::Result<ExitCode> {
        let plan = Plan { out: "-".into(), ..self.plan()? };
        let report = match batch::stream(&plan, &mut io::stdout().lock(), &|_| {}) {
            Err(Error::Output { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => {
                return Ok(ExitCode::SUCCESS);
            }
            report => report?,
        };
        complain(&report);
        Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::from(WITH_PROBLEMS) })
    }

    fn plan(self) -> anyhow::Result<Plan> {
        Ok(Plan {
            paths: self.paths,
            out: self.output.unwrap_or_else(|| "output".into()),
            formats: self.format,
            jobs: self.jobs.unwrap_or(0),
            bom: !self.no_bom,
            reading: self.reading.reading()?,
            encoding: self.encoding,
            date: self.document_date,
            least: self.min_confidence,
            keep_duplicates: self.keep_duplicates,
            licence: self.licence,
        })
    }
}

/// A progress bar on a terminal, and none elsewhere.
fn bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style =
        ProgressStyle::with_template("{bar:40} {human_pos}/{human_len} documents, {per_sec}, {eta} left");
    let bar = ProgressBar::new(0);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

/// The first errors, to the standard error.
fn complain(report: &Report) {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into())).bold();
    let mut err = anstream::stderr().lock();
    for problem in &report.errors {
        // The same stands in problems.csv.
        let _ = writeln!(err, "{red}error{red:#}: {}: {}", problem.place, problem.what);
    }
    let more = report.totals.errors.saturating_sub(report.errors.len() as u64);
    if more > 0 {
        let _ = writeln!(err, "and {more} more: see problems.csv");
    }
}
