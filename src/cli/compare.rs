//! `solieu evaluate` and `solieu diff`.

use super::say;
use crate::evaluate::{self, Half, Options, Table};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;
use std::fmt::Display;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// Score extracted facts against annotated documents: precision, recall and F1.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  solieu evaluate gold/ output\n  solieu evaluate gold-1a2b3c4d.zip output --errors 20\n  \
    solieu evaluate gold/ output --only counts,awards --json"
)]
pub(super) struct Evaluate {
    /// Folder of annotations, NAME.json with NAME.txt beside it, or a zip file of one, as report.html exports.
    gold: PathBuf,
    /// The facts.jsonl of a run, or the folder that holds it.
    facts: PathBuf,
    /// Show up to N mistakes of each table and kind.
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Score these tables only.
    #[arg(long, value_name = "TABLE", value_delimiter = ',', value_parser = table_parser())]
    only: Vec<Table>,
    /// Score one half of the gold documents only, split by the SHA-256 of their names.
    #[arg(long, value_name = "a|b", value_parser = half_parser(), conflicts_with = "halves")]
    half: Option<Half>,
    /// Show the F1 of both halves side by side: a gap means rules that fit the documents they were written from.
    #[arg(long, conflicts_with = "errors")]
    halves: bool,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Draw facts at random and show each in its sentence, to judge precision where nothing is annotated.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  solieu sample output --number 20\n  solieu sample output --only awards --seed 7 --json"
)]
pub(super) struct Sample {
    /// The facts.jsonl of a run, or the folder that holds it.
    facts: PathBuf,
    /// Draw N facts of each table.
    #[arg(short, long, value_name = "N", default_value_t = 15)]
    number: usize,
    /// Another seed draws other facts, the same seed the same.
    #[arg(short, long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Draw from these tables only.
    #[arg(long, value_name = "TABLE", value_delimiter = ',', value_parser = table_parser())]
    only: Vec<Table>,
    /// Print lines of JSON.
    #[arg(long)]
    json: bool,
}

/// List the facts gained, lost and changed from one run to another.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  solieu diff before/facts.jsonl after/facts.jsonl\n  solieu diff before after --json"
)]
pub(super) struct Diff {
    /// The facts.jsonl of the earlier run, or the folder that holds it.
    before: PathBuf,
    /// The facts.jsonl of the later run, or the folder that holds it.
    after: PathBuf,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

fn table_parser() -> impl TypedValueParser<Value = Table> {
    PossibleValuesParser::new(Table::ALL.iter().map(|table| table.as_str())).try_map(|name| {
        let known = Table::ALL.into_iter().find(|table| table.as_str() == name);
        known.ok_or_else(|| io::Error::other("no such table"))
    })
}

fn half_parser() -> impl TypedValueParser<Value = Half> {
    PossibleValuesParser::new(Half::ALL.iter().map(|half| half.as_str())).try_map(|name| {
        let known = Half::ALL.into_iter().find(|half| half.as_str() == name);
        known.ok_or_else(|| io::Error::other("no such half"))
    })
}

impl Evaluate {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let options = Options { errors: self.errors, only: self.only, half: self.half };
        if self.halves {
            return show(&evaluate::halves(&self.gold, &self.facts, &options)?, self.json);
        }
        let evaluation = evaluate::evaluate(&self.gold, &self.facts, &options)?;
        if self.json {
            return show(&evaluation, true);
        }
        let mistakes = evaluation.errors(self.errors).map(|mistake| mistake.to_string() + "\n");
        say(format_args!("{evaluation}{}", mistakes.collect::<String>()))
    }
}

impl Sample {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let options = Options { only: self.only, ..Options::default() };
        let drawn = evaluate::sample(&self.facts, self.number, self.seed, &options)?;
        let mut out = String::new();
        for sampled in &drawn {
            out += &if self.json { serde_json::to_string(sampled)? } else { sampled.to_string() };
            out.push('\n');
        }
        say(out)
    }
}

impl Diff {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        show(&evaluate::diff(&self.before, &self.after)?, self.json)
    }
}

fn show(result: &(impl Display + Serialize), json: bool) -> anyhow::Result<ExitCode> {
    if json { say(format_args!("{}\n", serde_json::to_string_pretty(result)?)) } else { say(result) }
}
