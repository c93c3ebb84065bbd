//! `solieu explain`: what was found where in one document, and by which rule.

use super::mark::{Mark, marked};
use super::say;
use crate::document::Outside;
use crate::extract::{Extraction, Extractor, Passed};
use crate::fact::{Edtf, Facts};
use crate::intake::{self, Limits, Listing};
use crate::record::{Fact, Origin, Record, Row};
use crate::resolve;
use crate::table::{AWARDS, CITATIONS, COUNTS, DATES, DOCUMENTS, Table};
use crate::text::{Text, decode};
use anstyle::{AnsiColor, Style};
use anyhow::bail;
use clap::Args;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Show what is found where in one document, and by which rule.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  solieu explain report.txt\n  solieu explain report.txt --color always | less -R\n  \
    solieu explain - --document-date 2020-06-30 < report.txt"
)]
pub(super) struct Explain {
    /// The document; `-` is the standard input.
    file: PathBuf,
    /// Date by which dates without a year are completed, where the document states none: 2020-06-30.
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    document_date: Option<Edtf>,
}

/// Columns of facts that stand elsewhere in the list.
const APART: [&str; 8] = ["fact_id", "doc_id", "rule", "start", "end", "line", "column", "quote"];

/// Columns of a document that say nothing of its text.
const OUTER: [&str; 10] = [
    "doc_id",
    "source",
    "sha256",
    "media_type",
    "counts",
    "dates",
    "awards",
    "citations",
    "status",
    "warnings",
];

/// Characters of a quote that are shown.
const QUOTE: usize = 100;

impl Explain {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let Listing { sources, problems } = intake::list(&[self.file], &[]);
        let [source] = &sources[..] else {
            match problems.first() {
                Some(problem) => bail!("{}: {}", problem.place, problem.what),
                None => bail!("explain takes one document"),
            }
        };
        let bytes = match source.read(Limits::default().document) {
            Ok(bytes) => bytes,
            Err(problem) => bail!("{}: {}", problem.place, problem.what),
        };
        let decoded = decode(bytes);
        let origin = Origin {
            doc_id: source.doc_id().into(),
            encoding: decoded.encoding.as_str(),
            replaced: decoded.replaced,
            ..Origin::default()
        };
        let text = Text::new(decoded.text);
        let outside = Outside { date: self.document_date, name: &origin.doc_id };
        let extractor = Extractor::new();
        let extraction = resolve::read_as(&extractor, &text, outside);
        let marks = marks(&extraction.facts);
        let passed = passed(&text, &extraction);
        let record = Record::new(origin, &text, extractor.lexicon(), extraction);
        say(format_args!("{}\n\n{}{passed}", marked(text.shown().trim_end(), &marks), list(&record)))
    }
}

fn color<F: Fact>() -> Style {
    let color = match F::MARK {
        'c' => AnsiColor::Cyan,
        'd' => AnsiColor::Green,
        'a' => AnsiColor::Magenta,
        _ => AnsiColor::Yellow,
    };
    Style::new().fg_color(Some(color.into()))
}

fn marks(facts: &Facts) -> Vec<Mark> {
    let mut marks = Vec::new();
    add_marks(&facts.counts, &mut marks);
    add_marks(&facts.dates, &mut marks);
    add_marks(&facts.awards, &mut marks);
    add_marks(&facts.citations, &mut marks);
    marks
}

fn add_marks<F: Fact>(facts: &[F], marks: &mut Vec<Mark>) {
    let mark = |(index, fact): (usize, &F)| {
        let label = format!("{}{}", F::MARK, index + 1);
        Mark { span: fact.span(), label, style: color::<F>() }
    };
    marks.extend(facts.iter().enumerate().map(mark));
}

/// The document's own fields, its facts in the order of the text, and the problems.
fn list(record: &Record) -> String {
    let mut out = String::new();
    for (field, cell) in DOCUMENTS.cells(&record.document) {
        let cell = cell.to_string();
        if !cell.is_empty() && !OUTER.contains(&field.name) {
            push(&mut out, format_args!("{:<10} {cell}\n", field.name));
        }
    }
    out.push('\n');
    let mut entries = Vec::new();
    add_entries(&COUNTS, &record.counts, &mut entries);
    add_entries(&DATES, &record.dates, &mut entries);
    add_entries(&AWARDS, &record.awards, &mut entries);
    add_entries(&CITATIONS, &record.citations, &mut entries);
    entries.sort_by_key(|entry| entry.start);
    out.extend(entries.into_iter().map(|entry| entry.text));
    for problem in &record.problems {
        push(&mut out, format_args!("{} {}: {}\n", problem.severity.as_str(), problem.place, problem.what));
    }
    out
}

/// Every number that is no fact, with the rule that took it.
fn passed(text: &Text, extraction: &Extraction) -> String {
    let mut out = String::new();
    for Passed { span, rule } in &extraction.passed {
        let (line, column) = text.line_column(span.start);
        push(&mut out, format_args!("{line}:{column} no fact by {rule}: {}\n", short(text.slice(*span))));
    }
    if out.is_empty() { out } else { format!("\n{out}") }
}

struct Entry {
    start: usize,
    text: String,
}

fn add_entries<F: Fact>(table: &Table<Row<F>>, rows: &[Row<F>], entries: &mut Vec<Entry>) {
    entries.extend(rows.iter().map(|row| Entry { start: row.start, text: entry(table, row) }));
}

fn entry<F: Fact>(table: &Table<Row<F>>, row: &Row<F>) -> String {
    let style = color::<F>();
    let id = row.fact_id.rsplit('#').next().unwrap_or_default();
    let mut out = String::new();
    push(&mut out, format_args!("{}:{} {style}{id}{style:#} {}", row.line, row.column, table.name));
    for (field, cell) in table.cells(row) {
        let cell = cell.to_string();
        if field.name == "rule" {
            push(&mut out, format_args!(" by {cell}"));
        } else if !cell.is_empty() && !APART.contains(&field.name) {
            push(&mut out, format_args!(" {}={}", field.name, quoted(&cell)));
        }
    }
    push(&mut out, format_args!("\n      {}\n", short(&row.quote)));
    out
}

/// Words with a blank between them stand in quotation marks.
fn quoted(cell: &str) -> String {
    if cell.contains(char::is_whitespace) { format!("\"{cell}\"") } else { cell.to_owned() }
}

/// A quote on one line, cut where it is long.
fn short(quote: &str) -> String {
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE) {
        Some((at, _)) => format!("{} …", &line[..at]),
        None => line,
    }
}

fn push(out: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(what);
}

#[cfg(test)]
mod tests {
    use super::{quoted, short};

    #[test]
    fn a_quote_is_one_line_of_bounded_length() {
        assert_eq!(short("a\n  b"), "a b");
        let long = short(&"đ".repeat(500));
        assert_eq!(long.chars().count(), 102);
        assert!(long.ends_with(" …"));
    }

    #[test]
    fn only_several_words_are_quoted() {
        assert_eq!((quoted("plan").as_str(), quoted("kế hoạch").as_str()), ("plan", "\"kế hoạch\""));
    }
}
