//! How large and how deep things may be.

/// The limits of a run; whatever lies beyond them is a problem, and the rest is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest document, in bytes.
    pub document: u64,
    /// How many archives may lie in each other.
    pub depth: usize,
    /// Members of one given file, those of archives in it among them.
    pub members: u64,
    /// Bytes to which one given file may expand.
    pub expanded: u64,
    /// How many times its own size a compressed stream may expand to; small ones are free.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { document: 64 << 20, depth: 6, members: 1_000_000, expanded: 256 << 30, ratio: 500 }
    }
}
