//! `solieu completions` and `solieu man`: made from the arguments themselves.

use super::say;
use anyhow::Context;
use clap::{Args, Command};
use clap_complete::Shell;
use std::path::PathBuf;
use std::process::ExitCode;

/// Print the completions of a shell: `source <(solieu completions bash)`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  solieu completions bash > ~/.local/share/bash-completion/completions/solieu\n  \
    solieu completions fish > ~/.config/fish/completions/solieu.fish"
)]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, mut program: Command) -> anyhow::Result<ExitCode> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut program, "solieu", &mut text);
        say(String::from_utf8_lossy(&text))
    }
}

/// Print the manual page, or write one for each command into a folder.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  solieu man | man -l -\n  solieu man -o ~/.local/share/man/man1")]
pub(super) struct Man {
    /// Folder to write to.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(&self, program: Command) -> anyhow::Result<ExitCode> {
        let Some(folder) = &self.output else {
            let mut text = Vec::new();
            clap_mangen::Man::new(program).render(&mut text)?;
            return say(String::from_utf8_lossy(&text));
        };
        let written =
            std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(program, folder));
        written.with_context(|| format!("cannot write to {}", folder.display()))?;
        Ok(ExitCode::SUCCESS)
    }
}
