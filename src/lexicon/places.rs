//! Finds the names of provinces in a text.

use super::entry::Province;
use super::sieve::Sieve;
use super::variants::variants;
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{is_edge, word_end};
use rustc_hash::FxHashMap;

/// The names of all provinces by their first words; the longest name at a place is taken.
#[derive(Debug)]
pub struct Places {
    by_first: FxHashMap<Box<str>, Vec<(Box<str>, usize)>>,
    firsts: Sieve,
}

impl Places {
    /// Builds the look-up; every spelling variant of a name is added.
    pub(super) fn new(provinces: &[Province]) -> Self {
        let mut by_first: FxHashMap<Box<str>, Vec<(Box<str>, usize)>> = FxHashMap::default();
        let forms = provinces.iter().enumerate().flat_map(|(i, p)| p.forms.iter().map(move |form| (i, form)));
        for (index, name) in forms.flat_map(|(i, form)| variants(form).into_iter().map(move |name| (i, name)))
        {
            let names = by_first.entry(name[..word_end(&name, 0)].into()).or_default();
            names.push((name.into(), index));
        }
        for names in by_first.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        Self { firsts: Sieve::new(by_first.keys().map(|first| &**first)), by_first }
    }

    /// The names in a text, each word of them with a capital, with the index of the province.
    ///
    /// ```
    /// use solieu::{lexicon::Lexicon, text::Text};
    /// let (lexicon, text) = (Lexicon::new(), Text::new("Tỉnh Hà Giang mong hòa bình.".to_owned()));
    /// let found: Vec<_> = lexicon.places.find(&text).collect();
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(lexicon.provinces[found[0].1].name, "Hà Giang");
    /// ```
    pub fn find<'a>(&'a self, text: &'a Text) -> impl Iterator<Item = (Span, usize)> {
        let (folded, shown) = (text.folded(), text.shown());
        let mut done = 0;
        text.words().iter().filter_map(move |&word| {
            if word.start < done || !begins_apart(folded, shown, word) || !self.firsts.has(folded, word) {
                return None;
            }
            let names = self.by_first.get(&folded[word.range()])?;
            let (name, owner) = names.iter().find(|(name, _)| folded[word.start..].starts_with(&**name))?;
            let span = Span::new(word.start, word.start + name.len());
            done = span.end;
            (is_edge(folded, span.end) && is_written_as_name(&shown[span.range()])).then_some((span, *owner))
        })
    }
}

/// Whether both views of a word differ in its first letter, as they do in a capital.
fn begins_apart(folded: &str, shown: &str, word: Span) -> bool {
    let (one, two) = (folded.as_bytes(), shown.as_bytes());
    // nearly all words are settled by their first byte: it differs, or is a whole letter
    if one[word.start] != two[word.start] || one[word.start].is_ascii() {
        return one[word.start] != two[word.start];
    }
    folded[word.range()].chars().next() != shown[word.range()].chars().next()
}

/// Whether every word begins with a capital.
fn is_written_as_name(words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| word.starts_with(char::is_uppercase))
}
