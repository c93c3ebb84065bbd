//! `solieu tabulate`.

use super::language::Written;
use super::say;
use crate::output::{self, Style};
use crate::tabulate::{Line, Pivot, Tally, Value, read};
use anyhow::{Context, anyhow};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Add up the facts of a run: a table by rows and columns of your choice.
///
/// A part is never added to its whole, percentages, changes and rates not at all, and documents that repeat another are
/// passed over. Without a table, the ready tables (`by_year.csv` …) of the run are written anew, with the language and the
/// signs that are given here.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  solieu tabulate awards --rows year --columns award --where level=province\n  \
    solieu tabulate counts --rows doc_id --where unit=plan --sum value\n  \
    solieu tabulate citations --rows kind,number --documents -o cited.csv\n  \
    solieu tabulate --lang vi --locale vi"
)]
pub(super) struct Tabulate {
    /// Table whose rows are added up.
    #[arg(value_name = "TABLE", value_parser = ["documents", "counts", "dates", "awards", "citations"])]
    table: Option<String>,
    /// Folder of the run: its facts.jsonl is read, or else its CSV files.
    #[arg(long, value_name = "DIR", default_value = "output")]
    from: PathBuf,
    /// Columns whose values make the rows; the end of a name will do, as level for `grantor_level`.
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    rows: Vec<String>,
    /// Column whose values make the columns.
    #[arg(long, value_name = "COLUMN")]
    columns: Option<String>,
    /// Take only rows with this value in this column; may be given several times.
    #[arg(long = "where", value_name = "COLUMN=VALUE", value_parser = condition)]
    conditions: Vec<(String, String)>,
    /// Add up this column of numbers, instead of counting facts.
    #[arg(long, value_name = "COLUMN")]
    sum: Option<String>,
    /// Count documents instead of facts.
    #[arg(long, conflicts_with = "sum")]
    documents: bool,
    /// Count documents that repeat another, too.
    #[arg(long)]
    keep_duplicates: bool,
    /// File to write to, instead of the standard output.
    #[arg(short, long, value_name = "FILE", requires = "table")]
    output: Option<PathBuf>,
    #[command(flatten)]
    written: Written,
}

fn condition(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').ok_or("a condition is COLUMN=VALUE")?;
    Ok((parts.0.to_owned(), parts.1.to_owned()))
}

impl Tabulate {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let style = self.written.style();
        let Some(table) = &self.table else { return self.ready(style) };
        let value = match (&self.sum, self.documents) {
            (Some(column), _) => Value::Sum(column.clone()),
            (None, true) => Value::Documents,
            (None, false) => Value::Facts,
        };
        let pivot = Pivot::new(table, &self.rows, self.columns.as_deref(), &self.conditions, value);
        let mut pivot = pivot.map_err(|said| anyhow!(said))?;
        self.read(&mut |table, rows| pivot.add(table, rows))?;
        let (heads, rows) = pivot.finish(style.language);
        if let Some(path) = &self.output {
            return write(path, &output::laid_out(&heads, &rows, style)?);
        }
        // Programs behind a pipe want no mark.
        let text = output::laid_out(&heads, &rows, Style { bom: false, ..style })?;
        say(String::from_utf8_lossy(&text))
    }

    /// Writes the ready tables anew.
    fn ready(&self, style: Style) -> anyhow::Result<ExitCode> {
        let mut tally = Tally::default();
        self.read(&mut |table, rows| tally.rows(table, rows))?;
        let mut paths = Vec::new();
        for (ready, rows) in tally.tables() {
            let path = self.from.join(format!("{}.csv", ready.name));
            write(&path, &output::ready(ready, &rows, style)?)?;
            paths.push(path.display().to_string());
        }
        let said = format!("written to {}", paths.join(" "));
        say(format_args!("{}\n", style.language.message(&said)))
    }

    fn read(&self, take: &mut dyn FnMut(&str, &[Line<'_>])) -> anyhow::Result<()> {
        read(&self.from, self.keep_duplicates, take)
            .with_context(|| format!("cannot read a run in {}", self.from.display()))
    }
}

fn write(path: &Path, text: &[u8]) -> anyhow::Result<ExitCode> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(ExitCode::SUCCESS)
}
