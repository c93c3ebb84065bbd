//! What `extract` tells while it runs and when it is done.

use super::say;
use crate::error::Severity;
use crate::report::Report;
use crate::table::Language;
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use serde_json::json;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// How it tells.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Log {
    /// Tell nothing but errors.
    #[arg(short, long)]
    quiet: bool,
    /// How errors and the closing numbers are told: json has an object in each line.
    #[arg(long, value_enum, value_name = "FORM", default_value_t)]
    log_format: Form,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    #[default]
    Text,
    Json,
}

impl Log {
    /// A progress bar on a terminal, and none elsewhere.
    pub(super) fn bar(self, language: Language) -> ProgressBar {
        if self.quiet || self.log_format == Form::Json || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let form = language.message("{bar:40} {human_pos}/{human_len} documents, {rate}/s, {eta} left");
        let style = ProgressStyle::with_template(&form);
        let bar = ProgressBar::new(0);
        let rate = |state: &ProgressState, out: &mut dyn fmt::Write| {
            // Writing to a terminal that is gone is nobody's loss.
            let _ = write!(out, "{:.0}", state.per_sec());
        };
        style.map_or(bar.clone(), |style| bar.with_style(style.with_key("rate", rate)))
    }

    /// The first errors, to the standard error.
    pub(super) fn complain(self, report: &Report, language: Language) {
        let red = Style::new().fg_color(Some(AnsiColor::Red.into())).bold();
        let mut err = anstream::stderr().lock();
        for problem in &report.errors {
            // The same stands in problems.csv.
            let _ = if self.log_format == Form::Json {
                let line = json!({
                    "level": Severity::Error.as_str(), "code": problem.code.as_str(), "document": problem.doc_id,
                    "what": problem.what, "where": problem.place,
                });
                writeln!(err, "{line}")
            } else {
                let (error, what) = (language.message("error"), language.message(&problem.what));
                writeln!(err, "{red}{error}{red:#}: {}: {what}", problem.place)
            };
        }
        let more = report.totals.errors.saturating_sub(report.errors.len() as u64);
        if more > 0 && self.log_format == Form::Text {
            let _ = writeln!(err, "{}", language.message(&format!("and {more} more: see problems.csv")));
        }
    }

    /// The closing numbers, to the standard output.
    pub(super) fn close(self, report: &Report, language: Language) -> anyhow::Result<ExitCode> {
        let totals = &report.totals;
        match self.log_format {
            _ if self.quiet => Ok(ExitCode::SUCCESS),
            Form::Text => say(report.lines(language)),
            Form::Json => {
                let [counts, dates, awards, citations] = totals.facts;
                let whole = json!({
                    "level": "info", "read": totals.read, "partial": totals.partial, "failed": totals.failed,
                    "counts": counts, "dates": dates, "awards": awards, "citations": citations,
                    "repeated": totals.repeated.documents, "errors": totals.errors, "warnings": totals.warnings, "files": report.files,
                });
                say(format!("{whole}\n"))
            }
        }
    }
}
