//! What ends a run, and what only becomes a row in its report.

mod code;

pub use code::{Code, reference};

use std::path::PathBuf;

/// Ends a run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A path that was named does not exist or cannot be listed.
    #[error("cannot read {path}")]
    Input {
        /// The path as given.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// An output could not be written.
    #[error("cannot write {path}")]
    Output {
        /// The file that was to be written.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Nothing to read was found.
    #[error("no document found in the given paths")]
    NoInput,
}

/// Something that went wrong with one document, or that its reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Identity of the document.
    pub doc_id: String,
    /// Where in the flow it happened.
    pub stage: Stage,
    /// How bad it is.
    pub severity: Severity,
    /// What kind of problem it is.
    pub code: Code,
    /// What happened, in a sentence.
    pub what: String,
    /// Where: a path, a line, a byte.
    pub place: String,
}

/// The stage of the flow in which a problem arose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Listing and reading files.
    Read,
    /// Bytes to text.
    Decode,
    /// Text to facts.
    Extract,
    /// Facts to files.
    Write,
}

impl Stage {
    /// The word that stands in the tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Decode => "decode",
            Self::Extract => "extract",
            Self::Write => "write",
        }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document was read; something in it was not as it should be.
    Warning,
    /// The document was not read.
    Error,
}

impl Severity {
    /// The word that stands in the tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
