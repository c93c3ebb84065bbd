//! One fact with its place: a row of its table.

use crate::confidence::{Judged, Seen};
use crate::document::Sentences;
use crate::fact::{Award, Citation, Confidence, Count, Date, Identity};
use crate::format::{Mark, Part};
use crate::span::Span;
use crate::text::Text;
use std::sync::Arc;

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
    let mut number = itoa::Buffer::new();
    [doc_id, "#", F::MARK.encode_utf8(&mut [0; 4]), number.format(index + 1)].concat()
}

/// Says for each fact on which page and in which paragraph of its format it stands.
pub(super) fn place<F>(rows: &mut [Row<F>], marks: &[Mark]) {
    for row in rows {
        let last = |part| {
            let before = &marks[..marks.partition_point(|mark| mark.at <= row.start)];
            before.iter().rev().find(|mark| mark.part == part).map(|mark| mark.number as usize)
        };
        (row.page, row.paragraph) = (last(Part::Page), last(Part::Paragraph));
    }
}

/// What places the facts of one document.
pub(super) struct Frame<'a> {
    pub(super) doc_id: &'a Arc<str>,
    pub(super) text: &'a Text,
    pub(super) sentences: Sentences,
    /// Whether the document has a date of its own.
    pub(super) has_date: bool,
}

impl Frame<'_> {
    /// The rows of some facts, each with the names that belong to it, where there are any.
    pub(super) fn rows<F: Fact>(
        &self,
        facts: Vec<F>,
        names: impl Iterator<Item = Vec<Identity>>,
    ) -> Vec<Row<F>> {
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
