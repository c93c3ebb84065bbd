//! `solieu extract`.

use super::language::Written;
use super::reading::ReadingArgs;
use super::{WITH_PROBLEMS, log::Log, say};
use crate::batch::{self, Plan, Progress};
use crate::error::Error;
use crate::fact::{Confidence, Edtf};
use crate::intake;
use crate::output::Format;
use crate::text::Encoding;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Read documents and write tables.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  solieu extract reports/ -o output\n  \
    solieu extract archive.zip --format csv,xlsx,sqlite --min-confidence likely\n  \
    solieu extract reports/ --dry-run\n\n\
    Options that are always the same can stand in solieu.toml: format = [\"csv\", \"parquet\"]")]
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
    /// Folder to which the decoded text of each document is written, in which `start` and `end` of its facts count characters.
    ///
    /// `documents.text_file` names its file: the identity of the document where that is a plain path, else one made of it.
    #[arg(long, value_name = "DIR")]
    save_text: Option<PathBuf>,
    /// Number of threads; one for each processor where it is not given.
    #[arg(short, long, value_name = "N")]
    jobs: Option<usize>,
    /// Encoding of all text files and pages; told from their words where it is not given.
    #[arg(long, value_name = "NAME", value_parser = encoding_parser())]
    encoding: Option<Encoding>,
    #[command(flatten)]
    written: Written,
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
    /// List what would be read, and read nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    log: Log,
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
        if self.dry_run {
            return self.list();
        }
        if self.streams() {
            return self.stream();
        }
        let (log, language) = (self.log, self.written.style().language);
        let plan = self.plan()?;
        let bar = log.bar(language);
        let report = batch::run(&plan, &|progress| match progress {
            Progress::Found(number) => bar.inc_length(number as u64),
            Progress::Done => bar.inc(1),
        });
        bar.finish_and_clear();
        let report = report?;
        log.complain(&report, language);
        log.close(&report, language)?;
        Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::from(WITH_PROBLEMS) })
    }

    /// Lists what would be read; archives and collections are not opened.
    fn list(&self) -> anyhow::Result<ExitCode> {
        let language = self.written.style().language;
        let written: Vec<&Path> = self.output.iter().chain(&self.save_text).map(PathBuf::as_path).collect();
        let listing = intake::list(&self.paths, &written);
        let mut text = String::new();
        for source in &listing.sources {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}", source.place());
        }
        for problem in &listing.problems {
            let [severity, what] =
                [problem.severity.as_str(), &problem.what].map(|said| language.message(said));
            let _ = writeln!(text, "{severity}: {}: {what}", problem.place);
        }
        say(text)
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
        let (log, language) = (self.log, self.written.style().language);
        let plan = Plan { out: "-".into(), ..self.plan()? };
        let report = match batch::stream(&plan, &mut io::stdout().lock(), &|_| {}) {
            Err(Error::Output { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => {
                return Ok(ExitCode::SUCCESS);
            }
            report => report?,
        };
        log.complain(&report, language);
        Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::from(WITH_PROBLEMS) })
    }

    fn plan(self) -> anyhow::Result<Plan> {
        Ok(Plan {
            paths: self.paths,
            out: self.output.unwrap_or_else(|| "output".into()),
            texts: self.save_text,
            formats: self.format,
            jobs: self.jobs.unwrap_or(0),
            bom: !self.written.no_bom,
            locale: self.written.locale,
            language: self.written.lang,
            reading: self.reading.reading()?,
            encoding: self.encoding,
            date: self.document_date,
            least: self.min_confidence,
            keep_duplicates: self.keep_duplicates,
            licence: self.licence,
        })
    }
}
