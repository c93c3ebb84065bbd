//! Finds the names of provinces in a text.

use super::entry::Province;
use super::variants::variants;
use crate::span::Span;
use crate::text::space::is_edge;
use aho_corasick::{AhoCorasick, MatchKind};

/// An automaton of the names of all provinces; the longest name at a place is taken.
#[derive(Debug)]
pub struct Places {
    names: AhoCorasick,
    owner: Vec<usize>,
}

impl Places {
    /// Builds the automaton; every spelling variant of a name is added.
    #[allow(clippy::expect_used, reason = "the names are part of the program, and few")]
    pub(super) fn new(provinces: &[Province]) -> Self {
        let (mut names, mut owner) = (Vec::new(), Vec::new());
        for (index, province) in provinces.iter().enumerate() {
            for form in &province.forms {
                for spelling in variants(form) {
                    names.push(spelling);
                    owner.push(index);
                }
            }
        }
        let names = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names);
        Self { names: names.expect("the names of provinces fit an automaton"), owner }
    }

    /// The names in a text, each word of them with a capital, with the index of the province.
    ///
    /// ```
    /// use solieu::{lexicon::Lexicon, text::Text};
    /// let (lexicon, text) = (Lexicon::new(), Text::new("Tỉnh Hà Giang mong hòa bình.".to_owned()));
    /// let found: Vec<_> = lexicon.places.find(text.folded(), text.shown()).collect();
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(lexicon.provinces[found[0].1].name, "Hà Giang");
    /// ```
    pub fn find<'a>(&'a self, folded: &'a str, shown: &'a str) -> impl Iterator<Item = (Span, usize)> {
        let found = self
            .names
            .find_iter(folded)
            .map(|m| (Span::new(m.start(), m.end()), self.owner[m.pattern().as_usize()]));
        found.filter(|(span, _)| {
            is_edge(folded, span.start)
                && is_edge(folded, span.end)
                && is_written_as_name(&shown[span.range()])
        })
    }
}

/// Whether every word begins with a capital.
fn is_written_as_name(words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| word.starts_with(char::is_uppercase))
}
