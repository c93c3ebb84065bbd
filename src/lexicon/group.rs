//! A group of words with its look-up.

use super::Forms;
use crate::text::space::{back, skip, words};

/// Words that tell the same.
#[derive(Clone, Debug)]
pub struct Group(Forms<()>);

impl Group {
    pub(super) const fn new(forms: Forms<()>) -> Self {
        Self(forms)
    }

    /// The end of the longest word that begins at `at`, in the folded view.
    pub fn at(&self, folded: &str, at: usize) -> Option<usize> {
        self.0.at(folded, at).map(|(end, ())| end)
    }

    /// The start of the longest word that ends at `end`.
    pub fn before(&self, folded: &str, end: usize) -> Option<usize> {
        self.0.before(folded, end).map(|(start, ())| start)
    }

    /// Whether a text is one of the words.
    pub fn is(&self, folded: &str) -> bool {
        self.at(folded, 0) == Some(folded.len())
    }

    /// Whether one of the words stands in a text.
    pub fn is_in(&self, folded: &str) -> bool {
        words(folded).any(|word| self.at(folded, word.start).is_some())
    }

    /// Where the first of the words in a text begins.
    pub fn find(&self, folded: &str) -> Option<usize> {
        words(folded).map(|word| word.start).find(|&at| self.at(folded, at).is_some())
    }

    /// As [`Group::at`], after blanks.
    pub fn follows(&self, folded: &str, at: usize) -> Option<usize> {
        self.at(folded, skip(folded, at))
    }

    /// As [`Group::before`], before blanks.
    pub fn precedes(&self, folded: &str, end: usize) -> Option<usize> {
        self.before(folded, back(folded, end))
    }
}
