//! Opens what lies in what: archives, compressed streams and collections, down to single documents.

use super::meter::Meter;
use super::seen::Seen;
use super::sniff::{Collection, Kind};
use super::stream::Stream;
use super::{Content, Given, Item, Raw, Reading, archive, collection, names};
use crate::error::{Code, Problem, Severity, Stage};
use std::collections::BTreeMap;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// Why something was not read to its end.
#[derive(Debug)]
pub(super) enum End {
    /// Nobody takes documents any more.
    Stop,
    /// It is broken, or beyond a limit.
    Broken(Code, String),
}

/// A library that panics on what it reads has read something broken.
fn guarded(read: impl FnOnce() -> Step) -> Step {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(End::Broken(Code::Internal, "the program broke on it; what came before was read".to_owned()))
    })
}

/// What reading something comes to.
pub(super) type Step = Result<(), End>;

/// Where something lies.
#[derive(Clone, Debug)]
pub(super) struct At {
    /// Identity in the run.
    pub(super) id: String,
    /// The way to it, for people.
    pub(super) place: String,
    /// Its own name, as a hint.
    pub(super) name: String,
    /// In how many archives it lies.
    pub(super) depth: usize,
}

impl At {
    /// A member of this.
    pub(super) fn member(&self, name: &str) -> Self {
        Self {
            id: format!("{}!{name}", self.id),
            place: format!("{}!{name}", self.place),
            name: name.rsplit('/').next().unwrap_or(name).to_owned(),
            depth: self.depth + 1,
        }
    }
}

/// Files that were passed over, by where they lie and what they are.
pub(super) type Skipped = BTreeMap<(String, String), usize>;

/// Opens one given file.
pub(super) struct Opener<'a> {
    pub(super) reading: &'a Reading,
    pub(super) meter: Rc<Meter>,
    pub(super) skipped: &'a mut Skipped,
    pub(super) hand: &'a mut dyn FnMut(Item) -> bool,
}

impl Opener<'_> {
    /// Reads whatever the stream holds; only `Stop` is an error.
    pub(super) fn open(&mut self, stream: Stream<'_>, at: &At) -> Step {
        let (head, stream) = stream.peek();
        self.open_as(Kind::of(&head, &at.name), stream, at)
    }

    /// Reads a stream of a known kind; what breaks it becomes a problem.
    pub(super) fn open_as(&mut self, kind: Kind, stream: Stream<'_>, at: &At) -> Step {
        let nested = matches!(kind, Kind::Packed(_) | Kind::Tar | Kind::Zip | Kind::SevenZip);
        if nested && at.depth >= self.reading.limits.depth {
            let what = format!("it lies in {} archives, and no deeper is read", at.depth);
            return self.failed(at, Code::ArchiveTooDeep, what);
        }
        let done = guarded(|| self.read(kind, stream, at));
        self.settle(done, at)
    }

    fn read(&mut self, kind: Kind, stream: Stream<'_>, at: &At) -> Step {
        match kind {
            Kind::Packed(packing) => archive::packed(self, packing, stream, at),
            Kind::Tar => archive::tar(self, stream, at),
            Kind::Zip => archive::zip(self, stream, at),
            Kind::SevenZip => archive::seven(self, stream, at),
            Kind::Collection(kind) => self.collection(kind, stream, at),
            Kind::Foreign(name) => self.failed(at, Code::Unsupported, format!("{name} are not read")),
            Kind::Document => self.document(stream, at),
        }
    }

    fn collection(&mut self, kind: Collection, stream: Stream<'_>, at: &At) -> Step {
        match kind {
            Collection::Jsonl => collection::lines(self, stream, at),
            Collection::Json => collection::json(self, stream, at),
            Collection::Csv => collection::delimited(self, stream, at),
            Collection::Parquet => collection::parquet(self, stream, at),
            Collection::Warc => collection::warc(self, stream, at),
        }
    }

    /// Makes a row of what broke at this place, and goes on.
    fn settle(&mut self, done: Step, at: &At) -> Step {
        let Err(End::Broken(code, what)) = done else { return done };
        let code = self.meter.tripped().unwrap_or(code);
        self.problem(at, code, what)
    }

    /// Hands over one document.
    pub(super) fn document(&mut self, stream: Stream<'_>, at: &At) -> Step {
        let limit = self.reading.limits.document;
        let mut bytes = Vec::new();
        let read = stream.reader().take(limit.saturating_add(1)).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            let code = if at.depth == 0 { Code::DocumentTooLarge } else { Code::MemberTooLarge };
            return self.failed(at, code, format!("larger than {limit} bytes"));
        }
        let Err(error) = read else { return self.raw(at, Content::Bytes(bytes)) };
        let unsupported = error.kind() == std::io::ErrorKind::Unsupported;
        let code = if unsupported { Code::Unsupported } else { Code::BrokenMember };
        let code = self.meter.tripped().unwrap_or(code);
        let what = format!("cannot be read to its end: {error}");
        if bytes.is_empty() || code != Code::BrokenMember {
            return self.failed(at, code, what);
        }
        self.raw(at, Content::Bytes(bytes))?;
        self.problem(at, code, what)
    }

    /// Hands over a document that cannot be read.
    pub(super) fn failed(&mut self, at: &At, code: Code, what: String) -> Step {
        self.raw(at, Content::Failed(code, what))
    }

    /// Hands over what was read of a document.
    pub(super) fn raw(&mut self, at: &At, content: Content) -> Step {
        let (doc_id, place, name) = (at.id.clone(), at.place.clone(), at.name.clone());
        let (stated, given) = (String::new(), Given::default());
        self.item(Item::Document(Box::new(Raw { doc_id, place, name, stated, content, given })))
    }

    /// Tells of an error that is about something with documents in it.
    pub(super) fn problem(&mut self, at: &At, code: Code, what: String) -> Step {
        let (doc_id, place) = (at.id.clone(), at.place.clone());
        let (stage, severity) = (Stage::Read, Severity::Error);
        self.item(Item::Problem(Problem { doc_id, stage, severity, code, what, place }))
    }

    pub(super) fn item(&mut self, item: Item) -> Step {
        if (self.hand)(item) { Ok(()) } else { Err(End::Stop) }
    }

    /// Counts something that holds no report.
    pub(super) fn pass_over(&mut self, at: &At, kind: String) {
        *self.skipped.entry((at.place.clone(), kind)).or_default() += 1;
    }

    /// Where a member of an archive lies; `None` where it is passed over.
    pub(super) fn member(&mut self, at: &At, name: &[u8], seen: &mut Seen) -> Result<Option<At>, End> {
        if !self.meter.member() {
            let most = self.reading.limits.members;
            return Err(End::Broken(
                Code::TooManyMembers,
                format!("only the first {most} members were read"),
            ));
        }
        let name = names::spelled(name);
        if names::is_hidden(&name) {
            return Ok(None);
        }
        if let Some(ending) = names::passed_over(&name) {
            self.pass_over(at, format!("ending in .{ending}"));
            return Ok(None);
        }
        Ok(Some(at.member(&seen.unique(name)?)))
    }
}
