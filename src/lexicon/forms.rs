//! Anchored look-up of forms in a text: the longest one that begins, or ends, at a place.

use super::variants::variants;
use crate::text::space::{back, is_edge, is_word, skip};
use rustc_hash::FxHashMap;

/// The words of a form and its value, under one of its words.
type Index<T> = FxHashMap<Box<str>, Vec<(Box<[Box<str>]>, T)>>;

/// Forms of several words with a value each, found by their first or by their last word.
#[derive(Clone, Debug)]
pub struct Forms<T> {
    by_first: Index<T>,
    by_last: Index<T>,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default(), by_last: FxHashMap::default() }
    }
}

impl<T: Copy> Forms<T> {
    /// Builds a look-up from forms in lower case; every spelling variant is added.
    pub fn new<'a>(forms: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut built = Self::default();
        for (form, value) in forms {
            for spelling in variants(form) {
                built.insert(&spelling, value);
            }
        }
        built.sort();
        built
    }

    /// Builds a look-up from forms that are matched exactly as they stand.
    pub fn exact<'a>(forms: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut built = Self::default();
        for (form, value) in forms {
            built.insert(form, value);
        }
        built.sort();
        built
    }

    fn insert(&mut self, form: &str, value: T) {
        let words: Box<[Box<str>]> = form.split(' ').map(Into::into).collect();
        if let (Some(first), Some(last)) = (words.first().cloned(), words.last().cloned()) {
            let rows = self.by_first.entry(key(&first)).or_default();
            if !rows.iter().any(|(known, _)| *known == words) {
                rows.push((words.clone(), value));
                self.by_last.entry(key(&last)).or_default().push((words, value));
            }
        }
    }

    fn sort(&mut self) {
        for rows in self.by_first.values_mut().chain(self.by_last.values_mut()) {
            rows.sort_by_key(|(words, _)| {
                std::cmp::Reverse(words.iter().map(|w| w.len() + 1).sum::<usize>())
            });
        }
    }

    /// The longest form that begins at byte `at`: its end and its value. Nothing begins inside a character, as the
    /// blanks that stand for one in the folded view would have it.
    pub fn at(&self, text: &str, at: usize) -> Option<(usize, T)> {
        let rows = self.by_first.get(first_letters(text.get(at..)?))?;
        rows.iter().find_map(|(words, value)| Some((forward(text, at, words)?, *value)))
    }

    /// The longest form that ends at byte `end`: its start and its value.
    pub fn before(&self, text: &str, end: usize) -> Option<(usize, T)> {
        let rows = self.by_last.get(last_letters(text.get(..end)?))?;
        rows.iter().find_map(|(words, value)| Some((backward(text, end, words)?, *value)))
    }
}

/// Forms are filed under the letters and digits with which their first or last word begins or ends.
fn key(word: &str) -> Box<str> {
    let letters = first_letters(word);
    if letters.len() == word.len() { word.into() } else { letters.into() }
}

fn first_letters(text: &str) -> &str {
    let end = text.char_indices().find(|&(_, c)| !is_word(c)).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn last_letters(text: &str) -> &str {
    let start = text.char_indices().rev().find(|&(_, c)| !is_word(c)).map_or(0, |(at, c)| at + c.len_utf8());
    &text[start..]
}

fn forward(text: &str, at: usize, words: &[Box<str>]) -> Option<usize> {
    let mut here = at;
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            let next = skip(text, here);
            if next == here {
                return None;
            }
            here = next;
        }
        here = text[here..].starts_with(&**word).then(|| here + word.len())?;
    }
    is_edge(text, here).then_some(here)
}

fn backward(text: &str, end: usize, words: &[Box<str>]) -> Option<usize> {
    let mut here = end;
    for (i, word) in words.iter().rev().enumerate() {
        if i > 0 {
            let next = back(text, here);
            if next == here {
                return None;
            }
            here = next;
        }
        here = text[..here].ends_with(&**word).then(|| here - word.len())?;
    }
    is_edge(text, here).then_some(here)
}

#[cfg(test)]
mod tests {
    use super::Forms;

    #[test]
    fn the_longest_form_wins_in_both_directions() {
        let forms = Forms::new([("mô hình", 1), ("mô hình điểm", 2), ("tổ", 3)]);
        let text = "468 mô  hình điểm";
        assert_eq!(forms.at(text, 4), Some((text.len(), 2)));
        assert_eq!(forms.before(text, text.len()), Some((4, 2)));
    }

    #[test]
    fn a_form_ends_where_a_word_ends() {
        let forms = Forms::new([("tổ", 3), ("ủy ban", 4)]);
        assert_eq!(forms.at("tổng", 0), None);
        assert_eq!(forms.at("uỷ ban nhân dân", 0), Some(("uỷ ban".len(), 4)));
    }
}
