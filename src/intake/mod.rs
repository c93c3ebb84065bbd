//! Bytes: which documents there are, and reading them.

mod feed;
mod item;
mod limits;
mod source;
mod walk;

pub use feed::Feed;
pub use item::{Content, Item, Raw};
pub use limits::Limits;
pub use source::{Source, first_nul};
pub use walk::{Listing, list};
