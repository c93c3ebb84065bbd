//! Records: one flat row for each line of the tables.

mod repeat;
mod summary;
mod totals;

pub use repeat::{Repeats, Trace};
pub use summary::Summary;
pub use totals::{Repeated, Totals, UnitTotal, YearTotal};

use crate::canon::{self, Canon};
use crate::confidence::{Judged, Seen};
use crate::document::{Info, Sentences};
use crate::error::{Code, Problem, Severity, Stage};
use crate::extract::Extraction;
use crate::fact::{Award, Citation, Confidence, Count, Date, Identity, words};
use crate::format::{Mark, Part};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Text;
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

/// A fact with its place in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<F> {
    /// Identity of the fact, as `2020/a.txt#c12`.
    pub fact_id: String,
    /// Identity of its document.
    pub doc_id: Arc<str>,
    /// The fact itself.
    pub fact: F,
    /// First code point, in the decoded text before normalisation.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Line of the first character, from 1.
    pub line: usize,
    /// Column of the first character, from 1.
    pub column: usize,
    /// Page of a format that has pages, from 1.
    pub page: Option<usize>,
    /// Paragraph of a format that has paragraphs, or row of its tables, from 1.
    pub paragraph: Option<usize>,
    /// The words it was read from, as written.
    pub words: String,
    /// The sentence it stands in.
    pub quote: String,
    /// Where its words begin in the sentence, in characters from 0.
    pub quote_at: usize,
    /// How far it can be relied on.
    pub confidence: Confidence,
    /// The bodies and places that it names: grantor and recipient of an award, issuer of a citation.
    pub names: Vec<Identity>,
}

impl<F> Row<F> {
    /// The body or place that stands at `index` among those of the fact.
    pub fn name(&self, index: usize) -> &Identity {
        static NOTHING: Identity = Identity { body: String::new(), level: None, province: String::new() };
        self.names.get(index).unwrap_or(&NOTHING)
    }
}

/// What every kind of fact has.
pub trait Fact: Judged {
    /// The letter of its identities: `c` in `a.txt#c12`.
    const MARK: char;

    /// Where it stands.
    fn span(&self) -> Span;
}

impl Fact for Count {
    const MARK: char = 'c';
    fn span(&self) -> Span {
        self.span
    }
}

impl Fact for Date {
    const MARK: char = 'd';
    fn span(&self) -> Span {
        self.span
    }
}

impl Fact for Award {
    const MARK: char = 'a';
    fn span(&self) -> Span {
        self.span
    }
}

impl Fact for Citation {
    const MARK: char = 'n';
    fn span(&self) -> Span {
        self.span
    }
}

/// The identity of a fact by its place in its table, from 0.
///
/// ```
/// use solieu::{fact::Count, record::fact_id};
/// assert_eq!(fact_id::<Count>("a.txt", 11), "a.txt#c12");
/// ```
pub fn fact_id<F: Fact>(doc_id: &str, index: usize) -> String {
    format!("{doc_id}#{}{}", F::MARK, index + 1)
}

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

fn place<F>(rows: &mut [Row<F>], marks: &[Mark]) {
    for row in rows {
        let last = |part| {
            let before = &marks[..marks.partition_point(|mark| mark.at <= row.start)];
            before.iter().rev().find(|mark| mark.part == part).map(|mark| mark.number as usize)
        };
        (row.page, row.paragraph) = (last(Part::Page), last(Part::Paragraph));
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

/// What places the facts of one document.
struct Frame<'a> {
    doc_id: &'a Arc<str>,
    text: &'a Text,
    sentences: Sentences,
    /// Whether the document has a date of its own.
    has_date: bool,
}

impl Frame<'_> {
    /// The rows of some facts, each with the names that belong to it, where there are any.
    fn rows<F: Fact>(&self, facts: Vec<F>, names: impl Iterator<Item = Vec<Identity>>) -> Vec<Row<F>> {
        let names = names.chain(std::iter::repeat_with(Vec::new));
        facts
            .into_iter()
            .zip(names)
            .enumerate()
            .map(|(at, (fact, names))| self.row(at, fact, names))
            .collect()
    }

    fn row<F: Fact>(&self, index: usize, fact: F, names: Vec<Identity>) -> Row<F> {
        let span = fact.span();
        let (line, column) = self.text.line_column(span.start);
        let source = self.text.source_span(span);
        let around = self.sentences.around(self.text, span);
        Row {
            fact_id: fact_id::<F>(self.doc_id, index),
            doc_id: Arc::clone(self.doc_id),
            start: source.start,
            end: source.end,
            line,
            column,
            page: None,
            paragraph: None,
            words: self.text.slice(span).to_owned(),
            quote: self.text.slice(around).to_owned(),
            quote_at: self.text.slice(Span::new(around.start, span.start.max(around.start))).chars().count(),
            confidence: fact.confidence(Seen { words: self.text.slice(span), dated: self.has_date }),
            names,
            fact,
        }
    }
}
