//! Finds the names of provinces in a text.

use super::entry::Province;
use super::sieve::Sieve;
use super::variants::variants;
use crate::span::Span;
use crate::text::space::{floor, is_edge, word_end};
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
    /// let found: Vec<_> = lexicon.places.find(text.folded(), text.shown()).collect();
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(lexicon.provinces[found[0].1].name, "Hà Giang");
    /// ```
    pub fn find<'a>(&'a self, folded: &'a str, shown: &'a str) -> impl Iterator<Item = (Span, usize)> {
        let (mut at, mut done) = (0, 0);
        let capitals = std::iter::from_fn(move || {
            let next = difference(folded.as_bytes(), shown.as_bytes(), at)?;
            at = next + 1;
            Some(floor(folded, next))
        });
        capitals.filter_map(move |start| {
            if start < done || !is_edge(folded, start) {
                return None;
            }
            let word = Span::new(start, word_end(folded, start));
            if !self.firsts.has(folded, word) {
                return None;
            }
            let names = self.by_first.get(&folded[word.range()])?;
            let (name, owner) = names.iter().find(|(name, _)| folded[start..].starts_with(&**name))?;
            let span = Span::new(start, start + name.len());
            done = span.end;
            (is_edge(folded, span.end) && is_written_as_name(&shown[span.range()])).then_some((span, *owner))
        })
    }
}

/// The first place from `at` on in which both views differ, as they do in capitals.
fn difference(folded: &[u8], shown: &[u8], mut at: usize) -> Option<usize> {
    let block = |text: &[u8], at: usize| text.get(at..at + 16).and_then(|block| block.try_into().ok());
    while let (Some(one), Some(two)) = (block(folded, at), block(shown, at)) {
        let (one, two): ([u8; 16], [u8; 16]) = (one, two);
        if one != two {
            break;
        }
        at += 16;
    }
    let rest = folded[at.min(folded.len())..].iter().zip(&shown[at.min(shown.len())..]);
    rest.into_iter().position(|(one, two)| one != two).map(|next| at + next)
}

/// Whether every word begins with a capital.
fn is_written_as_name(words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| word.starts_with(char::is_uppercase))
}
