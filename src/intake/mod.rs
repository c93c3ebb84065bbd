//! Bytes: which documents there are, what lies in what, and reading it.

mod archive;
mod collection;
mod feed;
mod given;
mod item;
mod limits;
mod meter;
mod names;
mod opener;
mod seen;
mod sniff;
mod source;
mod stream;
mod walk;

pub use collection::Columns;
pub use feed::{Feed, Reading};
pub use given::{Given, Metadata, Sidecar};
pub use item::{Content, Item, Raw};
pub use limits::Limits;
pub use sniff::Collection;
pub use source::{Source, first_nul};
pub use walk::{Listing, list};
