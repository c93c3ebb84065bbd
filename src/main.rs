//! The program: see `solieu --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    solieu::cli::run(std::env::args_os())
}
