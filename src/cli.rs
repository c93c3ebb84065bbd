//! The command line: from arguments to a [`Plan`](crate::batch::Plan); the only place that prints.

mod compare;
mod config;
mod explain;
mod extract;
mod language;
mod log;
mod mark;
mod reading;
mod shell;
mod tabulate;

use crate::document::typed_date;
use crate::fact::Edtf;
use crate::lexicon::Lexicon;
use crate::table;
use anstream::ColorChoice;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// The code of a run that is done, though with errors about some documents.
const WITH_PROBLEMS: u8 = 1;

/// The code of a run that could not be done.
const NOT_RUN: u8 = 2;

/// Turns archives of raw Vietnamese reports into tables of counts, dates, awards and citations.
#[derive(Debug, Parser)]
#[command(name = "solieu", version, max_term_width = 100)]
#[command(
    after_help = "Examples:\n  solieu extract reports/ -o output\n  solieu tabulate awards --rows year --columns award\n  \
    solieu explain report.txt\n\nExit codes: 0 done; 1 done, with errors about some documents; 2 could not run."
)]
struct Args {
    #[command(subcommand)]
    command: Command,
    /// When to colour: auto colours a terminal, and nothing where `NO_COLOR` is set.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    color: Color,
    /// File with options by their names; without it, solieu.toml where it lies in the working folder.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// When output is coloured.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Decides for all that is printed from now on.
    fn choose(self) {
        let choice = match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        };
        choice.write_global();
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(Box<extract::Extract>),
    Evaluate(compare::Evaluate),
    Diff(compare::Diff),
    Sample(compare::Sample),
    Explain(explain::Explain),
    Tabulate(tabulate::Tabulate),
    /// Print the data dictionary: every table and column that `extract` writes, or the keys in them.
    #[command(
        after_help = "Examples:\n  solieu schema > data-dictionary.md\n  solieu schema json > facts.schema.json"
    )]
    Schema {
        /// What to print: the tables and their columns, the keys of bodies or of provinces, or the JSON Schema of facts.jsonl.
        #[arg(value_enum, default_value_t)]
        what: Schema,
    },
    Completions(shell::Completions),
    Man(shell::Man),
}

/// A page of the data dictionary.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Schema {
    #[default]
    Tables,
    Bodies,
    Provinces,
    /// The JSON Schema of a line of facts.jsonl.
    Json,
}

/// Runs the program with the given arguments, the first of which is its name.
///
/// The code is 0 when all is done, 1 when it is done with errors about some documents, and 2 when it could not
/// be done. A reader of the output that goes away is no error.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    // What is wrong with the arguments is told in the right colours, too.
    let color =
        config::value_of(&args, "color").and_then(|color| Color::from_str(color.to_str()?, false).ok());
    color.unwrap_or_default().choose();
    let mut lang = config::value_of(&args, "lang");
    let done = config::completed(args, &Args::command()).and_then(|args| {
        lang = config::value_of(&args, "lang");
        match Args::try_parse_from(args) {
            Ok(Args { command, color, .. }) => {
                color.choose();
                obey(command)
            }
            Err(told) => Ok(refuse(&told)),
        }
    });
    done.unwrap_or_else(|error| {
        let language = lang.and_then(|code| language::named(code.to_str()?).ok()).unwrap_or_default();
        let said = format!("error: {error:#}");
        // Where even this cannot be said, the code says it.
        let _ = writeln!(anstream::stderr().lock(), "{}", language.message(&said));
        ExitCode::from(NOT_RUN)
    })
}

fn obey(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Extract(extract) => extract.run(),
        Command::Evaluate(evaluate) => evaluate.run(),
        Command::Diff(diff) => diff.run(),
        Command::Sample(sample) => sample.run(),
        Command::Explain(explain) => explain.run(),
        Command::Tabulate(tabulate) => tabulate.run(),
        Command::Completions(completions) => completions.run(Args::command()),
        Command::Man(man) => man.run(Args::command()),
        Command::Schema { what: Schema::Tables } => say(table::dictionary()),
        Command::Schema { what: Schema::Bodies } => say(table::bodies(&Lexicon::new())),
        Command::Schema { what: Schema::Provinces } => say(table::provinces(&Lexicon::new())),
        Command::Schema { what: Schema::Json } => say(format!("{:#}\n", table::json_schema())),
    }
}

/// Help and version are no errors; anything else is a mistake in the arguments.
fn refuse(told: &clap::Error) -> ExitCode {
    let _ = told.print();
    if told.use_stderr() { ExitCode::from(NOT_RUN) } else { ExitCode::SUCCESS }
}

/// A date that was typed as an argument.
fn date(words: &str) -> Result<Edtf, String> {
    typed_date(words).ok_or_else(|| "a date is 2020-06-30, 2020-06, 2020 or 30/6/2020".to_owned())
}

/// Prints to the standard output, without colours where it is no terminal.
fn say(what: impl Display) -> anyhow::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    let said = write!(out, "{what}").and_then(|()| out.flush());
    quietly(said)?;
    Ok(ExitCode::SUCCESS)
}

/// Takes a broken pipe for the end of what was wanted.
fn quietly(said: io::Result<()>) -> io::Result<()> {
    match said {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        said => said,
    }
}

#[cfg(test)]
mod tests {
    use super::{Args, quietly};
    use clap::CommandFactory;
    use std::io::{Error, ErrorKind};

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn only_a_broken_pipe_is_quiet() {
        assert!(quietly(Err(Error::from(ErrorKind::BrokenPipe))).is_ok());
        assert!(quietly(Err(Error::from(ErrorKind::StorageFull))).is_err());
    }
}
