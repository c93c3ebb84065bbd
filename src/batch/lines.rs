//! Results as lines of JSON, while the run goes on.

use super::Progress;
use super::flow::Sink;
use super::work::Done;
use crate::error::{Error, Problem};
use crate::report::Report;
use std::io::{self, Write};

/// Writes a line for each document; what waits is flushed when nothing more is ready.
pub(super) struct Lines<'a> {
    out: io::BufWriter<&'a mut dyn Write>,
    report: Report,
    progress: &'a (dyn Fn(Progress) + Sync),
}

impl<'a> Lines<'a> {
    pub(super) fn new(out: &'a mut dyn Write, progress: &'a (dyn Fn(Progress) + Sync)) -> Self {
        let out = io::BufWriter::with_capacity(64 << 10, out);
        Self { out, report: Report::default(), progress }
    }

    /// Problems that are about no document.
    pub(super) fn note(&mut self, problems: &[Problem]) {
        for problem in problems {
            self.report.totals.problem(problem.severity);
        }
        self.report.note(problems);
    }

    pub(super) fn finish(self) -> Report {
        self.report
    }
}

impl Sink for Lines<'_> {
    fn write(&mut self, done: Done) -> Result<(), Error> {
        match done {
            Done::Line(line, totals, errors) => {
                self.out.write_all(&line).map_err(failed)?;
                self.report.totals.add(*totals);
                self.report.note(&errors);
            }
            Done::Problem(problem) => {
                self.note(&[problem]);
                return Ok(());
            }
            Done::Document(..) | Done::Closed => {}
        }
        (self.progress)(Progress::Done);
        Ok(())
    }

    fn idle(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(failed)
    }
}

fn failed(source: io::Error) -> Error {
    Error::Output { path: "-".into(), source }
}
