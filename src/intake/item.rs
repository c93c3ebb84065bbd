//! What flows from the intake to the workers.

use super::{Given, Source};
use crate::error::{Code, Problem};
use std::path::Path;

/// One step of a run.
#[derive(Debug)]
pub enum Item {
    /// A document to be read.
    Document(Box<Raw>),
    /// A problem that is about no single document.
    Problem(Problem),
    /// A given file that was no document itself was read to its end.
    Closed,
}

/// A document before it is text.
#[derive(Debug)]
pub struct Raw {
    /// Identity in the run.
    pub doc_id: String,
    /// Where it lies, for people.
    pub place: String,
    /// Its own name, whose ending is a hint at the format.
    pub name: String,
    /// The media type that its crawl states, as `text/html; charset=utf-8`; empty where nothing does.
    pub stated: String,
    /// What is known of its content.
    pub content: Content,
    /// What is known of it from beside its text.
    pub given: Given,
}

/// The content of a document, as far as it was read already.
#[derive(Debug)]
pub enum Content {
    /// A file that the worker reads.
    File(Source),
    /// The bytes of a small file.
    Small(Vec<u8>),
    /// The bytes of a member.
    Bytes(Vec<u8>),
    /// A text that was decoded already.
    Text(String),
    /// It could not be read: why.
    Failed(Code, String),
}

impl Item {
    /// About how many bytes it holds, or will hold when it is read.
    pub fn size(&self) -> usize {
        let Self::Document(raw) = self else { return 0 };
        match &raw.content {
            Content::File(source) => source.length() as usize,
            Content::Small(bytes) | Content::Bytes(bytes) => bytes.len(),
            Content::Text(text) => text.len(),
            Content::Failed(..) => 0,
        }
    }

    /// Whether it is a document that is a file of its own.
    pub fn is_file(&self) -> bool {
        matches!(self, Self::Document(raw) if matches!(raw.content, Content::File(_) | Content::Small(_)))
    }

    /// Whether it is a document that lies in another file.
    pub fn is_member(&self) -> bool {
        matches!(self, Self::Document(_)) && !self.is_file()
    }
}

impl Raw {
    /// The media type that the ending of the name stands for.
    pub fn media_type(&self) -> &'static str {
        let ending = Path::new(&self.name).extension();
        if ending.is_some_and(|e| e.eq_ignore_ascii_case("md")) { "text/markdown" } else { "text/plain" }
    }
}
