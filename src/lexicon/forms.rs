//! Anchored look-up of forms in a text: the longest one that begins, or ends, at a place.

use super::pairs::Pairs;
use super::sieve::Sieve;
use super::variants::variants;
use crate::span::Span;
use crate::text::space::{back, is_edge, skip, word_end, word_start};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// Forms that share their first word, or their first two; seen from behind, their last.
#[derive(Clone, Debug)]
struct Shelf<T> {
    /// The longest first.
    rows: Vec<(Box<str>, T)>,
    /// Whether there are further forms under this word and the next.
    goes_on: bool,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), goes_on: false }
    }
}

type Index<T> = FxHashMap<Box<str>, Shelf<T>>;

/// Forms of several words with a value each, found by their first or by their last words.
#[derive(Clone, Debug)]
pub struct Forms<T> {
    by_first: Index<T>,
    by_last: Index<T>,
    firsts: Sides,
    lasts: Sides,
}

/// What a form has to pass before it is looked up: its first or last bytes, then its first or last word.
#[derive(Clone, Debug, Default)]
struct Sides {
    pairs: Pairs,
    words: Sieve,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        let (by_first, by_last) = (Index::default(), Index::default());
        Self { by_first, by_last, firsts: Sides::default(), lasts: Sides::default() }
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
        let first = word_end(form, 0);
        let two = form[first..].starts_with(' ').then(|| word_end(form, first + 1));
        if !file(&mut self.by_first, &form[..first], two.map(|end| &form[..end]), form, value) {
            return;
        }
        let last = word_start(form, form.len());
        let two = form[..last].ends_with(' ').then(|| word_start(form, last - 1));
        file(&mut self.by_last, &form[last..], two.map(|start| &form[start..]), form, value);
        self.firsts.pairs.add(form.as_bytes());
        self.lasts.pairs.add_end(form.as_bytes());
    }

    fn sort(&mut self) {
        for shelf in self.by_first.values_mut().chain(self.by_last.values_mut()) {
            shelf.rows.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        let words =
            |index: &Index<T>| Sieve::new(index.keys().filter(|key| !key.contains(' ')).map(|key| &**key));
        (self.firsts.words, self.lasts.words) = (words(&self.by_first), words(&self.by_last));
    }

    /// The longest form that begins at byte `at`: its end and its value. Nothing begins inside a character, as the
    /// blanks that stand for one in the folded view would have it.
    pub fn at(&self, text: &str, at: usize) -> Option<(usize, T)> {
        if !self.firsts.pairs.has(text.as_bytes(), at) || !text.is_char_boundary(at) {
            return None;
        }
        let end = word_end(text, at);
        if !self.firsts.words.has(text, Span::new(at, end)) {
            return None;
        }
        let under = self.by_first.get(&text[at..end])?;
        let find = |shelf: &Shelf<T>| {
            shelf.rows.iter().find_map(|(form, value)| Some((forward(text, at, form)?, *value)))
        };
        let longer = || {
            let next = skip(text, end);
            if next == end {
                return None;
            }
            let stop = word_end(text, next);
            find(self.by_first.get(&*plain(text, at..end, next..stop))?)
        };
        under.goes_on.then(longer).flatten().or_else(|| find(under))
    }

    /// The longest form that ends at byte `end`: its start and its value.
    pub fn before(&self, text: &str, end: usize) -> Option<(usize, T)> {
        if !self.lasts.pairs.has_end(text.as_bytes(), end) || !text.is_char_boundary(end) {
            return None;
        }
        let start = word_start(text, end);
        if !self.lasts.words.has(text, Span::new(start, end)) {
            return None;
        }
        let under = self.by_last.get(&text[start..end])?;
        let find = |shelf: &Shelf<T>| {
            shelf.rows.iter().find_map(|(form, value)| Some((backward(text, end, form)?, *value)))
        };
        let longer = || {
            let next = back(text, start);
            if next == start {
                return None;
            }
            let stop = word_start(text, next);
            find(self.by_last.get(&*plain(text, stop..next, start..end))?)
        };
        under.goes_on.then(longer).flatten().or_else(|| find(under))
    }
}

/// Puts a form under its one word, or under its two where it has so many; whether it is new.
fn file<T: Copy>(index: &mut Index<T>, one: &str, two: Option<&str>, form: &str, value: T) -> bool {
    if two.is_some() {
        index.entry(one.into()).or_default().goes_on = true;
    }
    let rows = &mut index.entry(two.unwrap_or(one).into()).or_default().rows;
    let known = rows.iter().any(|(known, _)| **known == *form);
    if !known {
        rows.push((form.into(), value));
    }
    !known
}

/// Two words of a text with a plain blank between them.
fn plain(text: &str, one: Range<usize>, two: Range<usize>) -> Cow<'_, str> {
    if one.end + 1 == two.start && text.as_bytes()[one.end] == b' ' {
        return Cow::Borrowed(&text[one.start..two.end]);
    }
    Cow::Owned(format!("{} {}", &text[one], &text[two]))
}

/// Where a form that begins at `at` ends; a blank in it is any blank of the text.
fn forward(text: &str, at: usize, form: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut here = at;
    for &byte in form.as_bytes() {
        if byte == b' ' {
            let next = skip(text, here);
            if next == here {
                return None;
            }
            here = next;
        } else if bytes.get(here) == Some(&byte) {
            here += 1;
        } else {
            return None;
        }
    }
    is_edge(text, here).then_some(here)
}

/// Where a form that ends at `end` begins.
fn backward(text: &str, end: usize, form: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut here = end;
    for &byte in form.as_bytes().iter().rev() {
        if byte == b' ' {
            let next = back(text, here);
            if next == here {
                return None;
            }
            here = next;
        } else if here > 0 && bytes[here - 1] == byte {
            here -= 1;
        } else {
            return None;
        }
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
