//! Bytes: which documents there are, what lies in what, and reading it.

mod archive;
mod collection;
mod feed;
mod item;
mod limits;
mod meter;
mod names;
mod opener;
mod sniff;
mod source;
mod stream;
mod walk;

pub use collection::Columns;
pub use feed::{Feed, Reading};
pub use item::{Content, Given, Item, Raw};
pub use limits::Limits;
pub use sniff::Collection;
pub use source::{Source, first_nul};
pub use walk::{Listing, list};
