//! Gold documents in two halves, so that rules written from one can be measured on the other.

use std::fmt;
use std::path::Path;

use serde::ser::{Serialize, SerializeMap, Serializer};
use sha2::{Digest, Sha256};

use super::{EvaluateError, Evaluation, Options, Table, evaluate};

/// One of two halves of a gold folder, told by the SHA-256 of a document's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// The first hexadecimal digit is even: the half to write rules from.
    A,
    /// It is odd: the half to measure on.
    B,
}

impl Half {
    /// Both halves.
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    /// The half that a document belongs to, by its name without folder and ending.
    ///
    /// ```
    /// use solieu::evaluate::Half;
    /// assert_eq!((Half::of("a"), Half::of("report-2019")), (Half::A, Half::B));
    /// ```
    pub fn of(name: &str) -> Self {
        let first = Sha256::digest(name.as_bytes())[0] >> 4;
        if first % 2 == 0 { Self::A } else { Self::B }
    }

    /// The letter by which it is asked for.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// The scores of both halves of a gold folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Halves {
    /// The half to write rules from.
    pub a: Evaluation,
    /// The half to measure on.
    pub b: Evaluation,
}

/// Scores predictions against each half of a folder of annotations.
///
/// # Errors
///
/// As [`evaluate`], and where a half holds no document.
pub fn halves(gold_dir: &Path, predictions: &Path, options: &Options) -> Result<Halves, EvaluateError> {
    let score = |half| evaluate(gold_dir, predictions, &Options { half: Some(half), ..options.clone() });
    Ok(Halves { a: score(Half::A)?, b: score(Half::B)? })
}

impl Halves {
    /// The F1 of facts and of whole records, by table, in half a and in half b.
    pub fn f1(&self) -> impl Iterator<Item = (Table, &'static str, f64, f64)> {
        self.a.tables.iter().zip(&self.b.tables).flat_map(|((table, a), (_, b))| {
            [(*table, "fact", a.fact.f1, b.fact.f1), (*table, "whole record", a.record.f1, b.record.f1)]
        })
    }
}

impl fmt::Display for Halves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "half a: {} gold documents, half b: {}", self.a.documents, self.b.documents)?;
        writeln!(f, "{:<24}{:>8}{:>8}{:>8}", "table", "F1 a", "F1 b", "a - b")?;
        for (table, what, a, b) in self.f1() {
            let label = if what == "fact" { table.to_string() } else { format!("{table} {what}") };
            writeln!(f, "{label:<24}{a:>8.3}{b:>8.3}{:>+8.3}", a - b)?;
        }
        Ok(())
    }
}

impl Serialize for Halves {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("a", &self.a)?;
        map.serialize_entry("b", &self.b)?;
        map.end()
    }
}
