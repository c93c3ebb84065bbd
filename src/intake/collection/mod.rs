//! Collections: files with many documents, read record by record.

mod capped;
mod columns;
mod delimited;
mod json;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "warc")]
mod warc;

pub use columns::Columns;
pub(super) use columns::{AUTHOR, DATE, TITLE, find, plain};
pub(super) use delimited::delimited;
pub(super) use delimited::table;
pub(super) use json::{json, lines};
#[cfg(feature = "parquet")]
pub(super) use parquet::parquet;
#[cfg(feature = "warc")]
pub(super) use warc::warc;

#[cfg(not(feature = "parquet"))]
pub(super) fn parquet(
    opener: &mut super::opener::Opener<'_>,
    _: super::stream::Stream<'_>,
    at: &super::opener::At,
) -> super::opener::Step {
    let what = "Parquet is not read: this program was built without the feature `parquet`";
    opener.failed(at, crate::error::Code::Unsupported, what.to_owned())
}

#[cfg(not(feature = "warc"))]
pub(super) fn warc(
    opener: &mut super::opener::Opener<'_>,
    _: super::stream::Stream<'_>,
    at: &super::opener::At,
) -> super::opener::Step {
    let what = "WARC is not read: this program was built without the feature `warc`";
    opener.failed(at, crate::error::Code::Unsupported, what.to_owned())
}
