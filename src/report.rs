//! What happened in a run, for whoever started it.

use crate::error::{Problem, Severity};
use crate::record::Totals;
use crate::table::Language;
use std::fmt;
use std::path::PathBuf;

/// Errors that a report holds in full; all of them stand in `problems.csv`.
const SHOWN: usize = 10;

/// What happened in a run.
///
/// It prints as the closing lines of a run: documents, facts, problems, files.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What was found, in numbers.
    pub totals: Totals,
    /// The first errors.
    pub errors: Vec<Problem>,
    /// The files that were written.
    pub files: Vec<PathBuf>,
}

impl Report {
    /// Notes problems; the first few errors are kept.
    pub fn note(&mut self, problems: &[Problem]) {
        let room = SHOWN.saturating_sub(self.errors.len());
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
        self.errors.extend(errors.take(room).cloned());
    }

    /// The closing lines of a run in a language.
    ///
    /// ```
    /// use solieu::{report::Report, table::Language};
    /// assert!(Report::default().lines(Language::Vietnamese).starts_with("văn bản              0 đã đọc"));
    /// ```
    pub fn lines(&self, language: Language) -> String {
        let said = self.to_string();
        said.lines().map(|line| language.message(line).into_owned() + "\n").collect()
    }

    /// Whether no problem was an error.
    pub fn is_clean(&self) -> bool {
        self.totals.errors == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Totals { read, partial, failed, warnings, errors, facts, repeated, .. } = &self.totals;
        let [counts, dates, awards, citations] = facts;
        let again = repeated.documents;
        writeln!(
            f,
            "documents  {read:>9} read, {partial} of them in part; {failed} not read; {again} repeat another"
        )?;
        writeln!(f, "counts     {counts:>9}")?;
        writeln!(f, "dates      {dates:>9}")?;
        writeln!(f, "awards     {awards:>9}")?;
        writeln!(f, "citations  {citations:>9}")?;
        writeln!(f, "problems   {:>9} ({errors} errors, {warnings} warnings)", errors + warnings)?;
        write!(f, "written to")?;
        for file in &self.files {
            write!(f, " {}", file.display())?;
        }
        writeln!(f)
    }
}
