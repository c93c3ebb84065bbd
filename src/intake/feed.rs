//! From the listed files to a stream of documents.

use super::{Content, Item, Limits, Raw, Source};

/// Reads the listed files in their order and hands over documents, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    limits: Limits,
}

impl Feed {
    /// A feed that keeps to the limits.
    pub fn new(limits: Limits) -> Self {
        Self { limits }
    }

    /// Hands over everything in order, until `hand` says `false`.
    pub fn run(&self, sources: &[Source], hand: &mut dyn FnMut(Item) -> bool) {
        for source in sources {
            let raw = Raw {
                doc_id: source.doc_id(),
                place: source.place(),
                name: source.name(),
                content: Content::File(source.clone()),
            };
            if !hand(Item::Document(Box::new(raw))) {
                return;
            }
        }
    }
}
