//! Records: one flat row for each line of the tables.

mod repeat;
mod row;
mod summary;
mod totals;

pub use repeat::{Repeats, Trace};
pub use row::{Fact, Row, fact_id};
pub use summary::Summary;
pub use totals::{Repeated, Totals, UnitTotal, YearTotal};

use crate::canon::{self, Canon};
use crate::document::Info;
use crate::error::{Code, Problem, Severity, Stage};
use crate::extract::Extraction;
use crate::fact::{Award, Citation, Confidence, Count, Date, Identity, words};
use crate::format::Mark;
use crate::lexicon::Lexicon;
use crate::text::Text;
use row::{Frame, place};
use rust_decimal::Decimal;
use std::collections::HashSet;
use std::sync::Arc;

/// Everything that the tables say about one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The row of the document itself.
    pub document: Document,
    /// Rows of `counts`, in the order of the text.
    pub counts: Vec<Row<Count>>,
    /// Rows of `dates`.
    pub dates: Vec<Row<Date>>,
    /// Rows of `awards`.
    pub awards: Vec<Row<Award>>,
    /// Rows of `citations`.
    pub citations: Vec<Row<Citation>>,
    /// Rows of `problems`.
    pub problems: Vec<Problem>,
    /// The decoded text before normalisation, which the offsets of the rows count in; `None` unless a format asks for it.
    pub text: Option<String>,
    /// By which the document is known again; `None` where it was not read.
    pub trace: Option<Trace>,
}

/// Where a document comes from and how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Identity in the run.
    pub doc_id: Arc<str>,
    /// Where it lies, as given.
    pub source: String,
    /// SHA-256 of its bytes; empty where they could not be read.
    pub sha256: String,
    /// Media type, as `text/plain`.
    pub media_type: &'static str,
    /// Name of the encoding; empty where the bytes were not decoded.
    pub encoding: &'static str,
    /// How far the encoding was ahead of the next; `None` where there was no choice.
    pub margin: Option<Decimal>,
    /// How many broken sequences of bytes became U+FFFD.
    pub replaced: usize,
    /// Names of the columns that were taken from beside the text, with a blank between them.
    pub given: String,
    /// Where its text was saved, below the folder for texts; empty where it was not.
    pub text_file: String,
    /// Columns that were kept from beside the text, as an object of JSON; empty where there are none.
    pub kept: String,
}

/// One row of `documents`.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Where it comes from.
    pub origin: Origin,
    /// Length of the text in code points; `None` where it could not be read.
    pub chars: Option<usize>,
    /// What it says about itself.
    pub info: Info,
    /// Who issued it, beside the words of [`Info::issuer`].
    pub issuer: Identity,
    /// Code and era of the province that it is of.
    pub province: String,
    /// How far it was read.
    pub state: State,
    /// Number of rows of each fact table: counts, dates, awards, citations.
    pub facts: [usize; 4],
    /// Number of warnings among its problems.
    pub warnings: usize,
    /// The document before it that says the same.
    pub duplicate_of: Option<Arc<str>>,
}

/// How far a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Wholly.
    Ok,
    /// Read, but some of its bytes stood for no character.
    Partial,
    /// Not at all; a row of `problems` says why.
    Failed,
}
words!(State { Ok => "ok", Partial => "partial", Failed => "failed" });

impl Record {
    /// The record of a document that was read.
    pub fn new(origin: Origin, text: &Text, lexicon: &Lexicon, extraction: Extraction) -> Self {
        let Canon { province, issuer, awards: givers, citations: issuers } =
            canon::read(lexicon, text, &extraction);
        let problems = problems(&origin, text, &extraction);
        let Extraction { info, facts, sentences, .. } = extraction;
        let has_date = info.dated.is_some();
        let frame = Frame { doc_id: &origin.doc_id, text, sentences, has_date };
        let numbers = [facts.counts.len(), facts.dates.len(), facts.awards.len(), facts.citations.len()];
        let counts = frame.rows(facts.counts, std::iter::empty());
        let dates = frame.rows(facts.dates, std::iter::empty());
        let awards = frame.rows(facts.awards, givers.into_iter().map(Vec::from));
        let citations = frame.rows(facts.citations, issuers.into_iter().map(|issuer| vec![issuer]));
        let document = Document {
            chars: Some(text.chars()),
            info,
            issuer,
            province,
            state: if origin.replaced > 0 { State::Partial } else { State::Ok },
            facts: numbers,
            warnings: problems.len(),
            origin,
            duplicate_of: None,
        };
        let trace = Some(Trace::of(text, &counts, &awards, &citations));
        Self { document, counts, dates, awards, citations, problems, text: None, trace }
    }

    /// Says for each fact on which page and in which paragraph of its format it stands.
    pub fn place(&mut self, marks: &[Mark]) {
        place(&mut self.counts, marks);
        place(&mut self.dates, marks);
        place(&mut self.awards, marks);
        place(&mut self.citations, marks);
    }

    /// Leaves out the facts below a class, save a total of which a count that stays is a part.
    pub fn keep(&mut self, least: Confidence) {
        let stays = |row: &Row<Count>| row.confidence >= least;
        let wholes: HashSet<usize> =
            self.counts.iter().filter(|row| stays(row)).filter_map(|row| row.fact.part_of).collect();
        let mut index = 0..;
        self.counts.retain(|row| stays(row) | index.next().is_some_and(|at| wholes.contains(&at)));
        self.dates.retain(|row| row.confidence >= least);
        self.awards.retain(|row| row.confidence >= least);
        self.citations.retain(|row| row.confidence >= least);
        let Self { counts, dates, awards, citations, .. } = self;
        self.document.facts = [counts.len(), dates.len(), awards.len(), citations.len()];
    }

    /// Puts warnings before those that the text gave.
    pub fn warn(&mut self, mut warnings: Vec<Problem>) {
        self.document.warnings += warnings.len();
        warnings.append(&mut self.problems);
        self.problems = warnings;
    }

    /// The record of a document that could not be read.
    pub fn failed(origin: Origin, problem: Problem) -> Self {
        let (info, state) = (Info::default(), State::Failed);
        let document = Document {
            origin,
            chars: None,
            info,
            issuer: Identity::default(),
            province: String::new(),
            state,
            facts: [0; 4],
            warnings: 0,
            duplicate_of: None,
        };
        let (counts, dates, awards, citations) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { document, counts, dates, awards, citations, problems: vec![problem], text: None, trace: None }
    }
}

/// The warnings about a document that was read.
fn problems(origin: &Origin, text: &Text, extraction: &Extraction) -> Vec<Problem> {
    let warning = |stage, code, what: String, place: String| Problem {
        doc_id: origin.doc_id.to_string(),
        stage,
        severity: Severity::Warning,
        code,
        what,
        place,
    };
    let broken = (origin.replaced > 0).then(|| {
        let what = format!("{} broken sequences of bytes were read as U+FFFD", origin.replaced);
        warning(Stage::Decode, Code::EncodingBroken, what, origin.source.clone())
    });
    let notes = extraction.notes.iter().map(|note| {
        let place = note.span.map_or_else(String::new, |span| {
            let (line, column) = text.line_column(span.start);
            format!("line {line}, column {column}")
        });
        warning(Stage::Extract, Code::ReadingUncertain, note.what.clone(), place)
    });
    broken.into_iter().chain(notes).collect()
}
