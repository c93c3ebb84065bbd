//! Anchors to facts: four families, each of which reads its own forms.
//!
//! Digits are claimed in a fixed order (citations, dates, awards, counts): what an earlier family has
//! read, a later one leaves alone.

pub mod award;
pub mod citation;
pub mod count;
pub mod date;

use crate::document::{Grid, Info, Sentences};
use crate::fact::Facts;
use crate::lexicon::Lexicon;
use crate::scan::{Anchors, Scanner};
use crate::span::Span;
use crate::text::Text;

/// What is built once and shared by all documents and threads.
#[derive(Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    scanner: Scanner,
}

impl Extractor {
    /// Builds the lexicon and the automata.
    pub fn new() -> Self {
        let lexicon = Lexicon::new();
        Self { scanner: Scanner::new(&lexicon), lexicon }
    }

    /// The tables that the rules read.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Finds the anchors of a text.
    pub fn scan(&self, text: &Text) -> Anchors {
        self.scanner.scan(text)
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

/// A remark on a document: something that it says wrongly, or that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is, in a sentence.
    pub what: String,
    /// Where it stands.
    pub span: Option<Span>,
}

/// Everything that was read from one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Its identity.
    pub info: Info,
    /// Where its sentences end.
    pub sentences: Sentences,
    /// Its facts.
    pub facts: Facts,
    /// What its reader should know.
    pub notes: Vec<Note>,
    /// Numbers that were looked at and are no fact.
    pub passed: Vec<Passed>,
}

/// The name of a rule; of an entry of a table, it is made from the entry's id.
pub type Rule = std::borrow::Cow<'static, str>;

/// A number that is no fact, with the rule that says what it is instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// The number.
    pub span: Span,
    /// What it is, as `pass/phone`.
    pub rule: Rule,
}

/// What the rules of a family see of a document.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The text in both views.
    pub text: &'a Text,
    /// The tables.
    pub lexicon: &'a Lexicon,
    /// Places to be looked at.
    pub anchors: &'a Anchors,
    /// The sentences.
    pub sentences: &'a Sentences,
    /// The document's identity.
    pub info: &'a Info,
    /// Tables in the text.
    pub grids: &'a [Grid],
}

impl<'a> Page<'a> {
    /// The folded view.
    pub fn folded(&self) -> &'a str {
        self.text.folded()
    }

    /// The text as shown.
    pub fn shown(&self) -> &'a str {
        self.text.shown()
    }
}

/// Spans that have been read already, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    spans: Vec<Span>,
    passed: Vec<Passed>,
}

impl Claims {
    /// Adds spans.
    pub fn extend(&mut self, spans: impl IntoIterator<Item = Span>) {
        self.spans.extend(spans);
        self.spans.sort_unstable();
    }

    /// Adds numbers that are no facts.
    pub fn pass(&mut self, passed: impl IntoIterator<Item = Passed>) {
        let from = self.passed.len();
        self.passed.extend(passed);
        self.spans.extend(self.passed[from..].iter().map(|p| p.span));
        self.spans.sort_unstable();
    }

    /// What was read as no fact.
    pub fn passed(&self) -> &[Passed] {
        &self.passed
    }

    /// Whether a span overlaps one that has been read: its claim.
    pub fn covers(&self, span: Span) -> Option<Span> {
        // claims are short and hardly overlap each other, so a few before the place are enough
        let to = self.spans.partition_point(|s| s.start < span.end);
        self.spans[to.saturating_sub(8)..to].iter().copied().find(|s| s.overlaps(span))
    }
}
