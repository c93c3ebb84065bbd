//! Bytes: which documents there are, and reading them.

mod source;
mod walk;

pub use source::{LIMIT, Source, first_nul};
pub use walk::{Listing, list};
