//! One document, from its bytes to what the files say of it.

use super::Plan;
use super::beside::Beside;
use crate::document::Outside;
use crate::error::{Code, Error, Problem, Severity, Stage};
use crate::extract::Extractor;
use crate::format::{self, Hint};
use crate::intake::{Content, Given, Item, Raw};
use crate::output::{Encoded, Encoder, line, save_text};
use crate::record::{Origin, Record, Summary, Totals};
use crate::resolve;
use crate::text::Text;
use sha2::{Digest, Sha256};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What became of one item.
pub(super) enum Done {
    /// A document's bytes for the files, and the errors that it met.
    Document(Box<Encoded>, Vec<Problem>),
    /// A document as a line, its part of the totals, and the errors that it met.
    Line(Vec<u8>, Box<Totals>, Vec<Problem>),
    /// A problem that is about no document.
    Problem(Problem),
    /// A container or collection was read to its end.
    Closed,
}

/// A result of the work; only what cannot be written is an error.
pub(super) type Outcome = Result<Done, Error>;

impl Done {
    /// About how many bytes it holds.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Document(encoded, _) => encoded.len(),
            Self::Line(line, ..) => line.len(),
            Self::Problem(_) | Self::Closed => 0,
        }
    }
}

/// What is made of a record.
pub(super) enum Form<'a> {
    /// Bytes for every file.
    Files(&'a Encoder),
    /// One line of JSON.
    Lines,
}

/// What all workers share.
pub(super) struct Shop<'a> {
    pub(super) extractor: Extractor,
    pub(super) form: Form<'a>,
    pub(super) plan: &'a Plan,
}

impl Shop<'_> {
    /// Works on one item.
    pub(super) fn work(&self, item: Item) -> Outcome {
        match item {
            Item::Document(raw) => self.document(*raw),
            Item::Problem(problem) => Ok(Done::Problem(problem)),
            Item::Closed => Ok(Done::Closed),
        }
    }

    fn document(&self, raw: Raw) -> Outcome {
        let record = self.record(raw)?;
        let failed = |source| Error::Output { path: self.plan.out.clone(), source };
        let errors = record.problems.iter().filter(|problem| problem.severity == Severity::Error);
        let errors = errors.cloned().collect();
        match self.form {
            Form::Files(encoder) => {
                Ok(Done::Document(Box::new(encoder.encode(record).map_err(failed)?), errors))
            }
            Form::Lines => {
                let totals = Totals::of(&record, &Summary::of(&record));
                Ok(Done::Line(line(&record).map_err(failed)?, Box::new(totals), errors))
            }
        }
    }

    /// The record of one document, whatever becomes of it.
    fn record(&self, raw: Raw) -> Result<Record, Error> {
        let mut origin = Origin {
            doc_id: raw.doc_id.as_str().into(),
            source: raw.place.clone(),
            media_type: raw.media_type(),
            ..Origin::default()
        };
        let (bytes, decoded) = match raw.content {
            Content::File(ref source) => match source.read(self.plan.reading.limits.document) {
                Ok(bytes) => (bytes, false),
                Err(problem) => return Ok(Record::failed(origin, problem)),
            },
            Content::Small(bytes) | Content::Bytes(bytes) => (bytes, false),
            Content::Text(text) => (text.into_bytes(), true),
            Content::Failed(code, what) => return Ok(failed(origin, Stage::Read, code, what)),
        };
        origin.sha256 = hexadecimal(&Sha256::digest(&bytes));
        if bytes.trim_ascii().is_empty() {
            return Ok(failed(origin, Stage::Read, Code::Empty, "it holds no text".to_owned()));
        }
        let beside = Beside::new(&raw.given, self.table(&raw.doc_id));
        let hint = Hint {
            name: &raw.place,
            media_type: Some(raw.stated.as_str()).filter(|kind| !kind.is_empty()),
            encoding: self.plan.encoding,
        };
        match guarded(|| self.read(origin.clone(), (bytes, decoded), &hint, &beside)) {
            Ok(record) => record,
            Err(said) => {
                let what = format!("the program broke on this document: {said}");
                Ok(failed(origin, Stage::Extract, Code::Internal, what))
            }
        }
    }

    /// What a table of metadata says of a document.
    fn table(&self, doc_id: &str) -> Option<&Given> {
        self.plan.reading.sidecar.as_ref()?.table.of(doc_id)
    }

    fn read(
        &self,
        origin: Origin,
        (bytes, decoded): (Vec<u8>, bool),
        hint: &Hint<'_>,
        beside: &Beside<'_>,
    ) -> Result<Record, Error> {
        let content = if decoded {
            Ok(format::from_text(String::from_utf8_lossy(&bytes).into_owned(), hint))
        } else {
            format::read(bytes, hint)
        };
        let content = match content {
            Ok(content) => content,
            Err(trouble) => return Ok(failed(origin, Stage::Decode, trouble.code, trouble.what)),
        };
        let format::Content { text, media_type, encoding, margin, replaced, meta, marks, warnings } = content;
        let saved = self.plan.texts.as_ref().map(|folder| save_text(folder, &origin.doc_id, &text));
        let text_file = saved.transpose()?.unwrap_or_default();
        let origin = Origin { media_type, encoding, margin, replaced, text_file, ..origin };
        let fields = [("published", meta.published), ("title", meta.title), ("author", meta.author)];
        let stated = fields.into_iter().filter(|(_, words)| !words.is_empty()).collect();
        let stated = Given { fields: stated, ..Given::default() };
        let beside = beside.after(&stated);
        let wanted = matches!(self.form, Form::Files(encoder) if encoder.wants_text());
        let source = wanted.then(|| text.clone());
        let text = Text::new(text);
        let outside = Outside { date: beside.date().or(self.plan.date), name: &origin.doc_id };
        let mut extraction = resolve::read_as(&self.extractor, &text, outside);
        let (given, kept) = (beside.fill(&mut extraction.info), beside.kept());
        let known = warnings.into_iter().map(|trouble| warning(&origin, trouble));
        let warnings = known.chain(beside.problems(&origin)).collect();
        let origin = Origin { given, kept, ..origin };
        let mut record =
            Record { text: source, ..Record::new(origin, &text, self.extractor.lexicon(), extraction) };
        record.warn(warnings);
        record.place(&marks);
        record.keep(self.plan.least);
        Ok(record)
    }
}

fn warning(origin: &Origin, trouble: format::Trouble) -> Problem {
    Problem {
        doc_id: origin.doc_id.to_string(),
        stage: Stage::Decode,
        severity: Severity::Warning,
        code: trouble.code,
        what: trouble.what,
        place: origin.source.clone(),
    }
}

fn failed(origin: Origin, stage: Stage, code: Code, what: String) -> Record {
    let (doc_id, place) = (origin.doc_id.to_string(), origin.source.clone());
    Record::failed(origin, Problem { doc_id, stage, severity: Severity::Error, code, what, place })
}

/// What `work` gives, or the message with which it panicked.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| message(panic.as_ref()))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a message".to_owned())
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    let mut digits = String::with_capacity(bytes.len() * 2);
    digits.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    digits
}

#[cfg(test)]
mod tests {
    use super::{guarded, hexadecimal};

    #[test]
    fn a_panic_becomes_its_message() {
        assert_eq!(guarded(|| 7), Ok(7));
        assert_eq!(guarded(|| -> u8 { panic!("at {}", 3) }), Err("at 3".to_owned()));
        assert_eq!(guarded(|| -> u8 { panic!("plain") }), Err("plain".to_owned()));
    }

    #[test]
    fn bytes_in_hexadecimal_digits() {
        assert_eq!(hexadecimal(&[0, 0xAF, 0x10]), "00af10");
    }
}
