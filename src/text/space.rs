//! Blanks, word edges and steps from word to word in the folded view.

use crate::span::Span;

/// Whether no word runs across byte `at`.
pub fn is_edge(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).map(|last| bytes[last]);
    // a plain blank or mark on either side settles it, without a look at characters
    let plain = |byte: Option<u8>| byte.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
    if plain(before) || plain(bytes.get(at).copied()) {
        return true;
    }
    !(text[..at].chars().next_back().is_some_and(is_word) && text[at..].chars().next().is_some_and(is_word))
}

/// Whether a character is a letter or digit: the tables are asked only outside the scripts of the reports.
pub fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ʯ' | 'Ḁ'..='ỿ' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Bytes that belong to letters and digits whatever stands beside them. Of the letters with marks nearly all are known
/// by their lead byte; the two that are taken out here are also the second bytes of × and ÷.
const LETTERS: [bool; 256] = {
    let (mut letters, mut byte) = ([false; 256], 0);
    while byte < 256 {
        letters[byte] = matches!(byte as u8,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80..=0x96 | 0x98..=0xB6 | 0xB8..=0xBF | 0xC3..=0xC9);
        byte += 1;
    }
    letters
};

/// Where the letters and digits that begin at `at` end.
#[inline]
pub fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut here = at;
    loop {
        while here < bytes.len() && LETTERS[bytes[here] as usize] {
            here += 1;
        }
        match bytes[here..] {
            [0xE1, 0xB8..=0xBB, _, ..] => here += 3,
            [0x97 | 0xB7, ..] if here > at && bytes[here - 1] == 0xC3 => return here - 1,
            [0x97 | 0xB7, ..] if here > at => here += 1,
            [] | [0..=0x7F, ..] => return here,
            _ => match text[here..].chars().next().filter(|&c| is_word(c)) {
                Some(c) => here += c.len_utf8(),
                None => return here,
            },
        }
    }
}

/// Every word, that is run of letters and digits, of a text.
#[inline]
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(&byte) = text.as_bytes().get(at) {
            let start = at;
            at = word_end(text, start);
            if at > start {
                return Some(Span::new(start, at));
            }
            at = if byte.is_ascii() { start + 1 } else { ceil(text, start + 1) };
        }
        None
    })
}

/// Where the letters and digits that end at `end` begin.
pub fn word_start(text: &str, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut here = end;
    loop {
        here -= match bytes[..here] {
            [.., 0..=0x7F] if bytes[here - 1].is_ascii_alphanumeric() => 1,
            [] | [.., 0..=0x7F] => return here,
            [.., 0xE1, 0xB8..=0xBB, _] => 3,
            [.., 0xC4..=0xC9, _] => 2,
            _ => match text[..here].chars().next_back().filter(|&c| is_word(c)) {
                Some(c) => c.len_utf8(),
                None => return here,
            },
        };
    }
}

/// The place after the blanks at `at`; a single line end counts as a blank, an empty line does not.
pub fn skip(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut here, mut line) = (at, false);
    while let Some(b' ' | b'\t' | b'\n') = bytes.get(here) {
        if bytes[here] == b'\n' && std::mem::replace(&mut line, true) {
            return at;
        }
        here += 1;
    }
    here
}

/// The place before the blanks that end at `at`; the mirror of [`skip`].
pub fn back(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut here, mut line) = (at, false);
    while here > 0 && matches!(bytes[here - 1], b' ' | b'\t' | b'\n') {
        if bytes[here - 1] == b'\n' && std::mem::replace(&mut line, true) {
            return at;
        }
        here -= 1;
    }
    here
}

/// The place after the blanks on the same line.
pub fn skip_inline(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

/// The place before the blanks on the same line.
pub fn back_inline(text: &str, at: usize) -> usize {
    at - text.as_bytes()[..at].iter().rev().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

/// The word (letters and digits) that begins at `at`, after blanks; `None` where something else stands.
pub fn word(text: &str, at: usize) -> Option<Span> {
    let start = skip(text, at);
    let end = word_end(text, start);
    (end > start).then(|| Span::new(start, end))
}

/// The word that ends at `at`, before blanks; `None` where something else stands.
pub fn word_before(text: &str, at: usize) -> Option<Span> {
    let end = back(text, at);
    let start = word_start(text, end);
    (end > start).then(|| Span::new(start, end))
}

/// Whether one of the given words ends at `at`, before blanks: its start.
///
/// A word of several syllables is given with single spaces.
#[inline]
pub fn ends_with(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    let end = back(text, at);
    let last = text.as_bytes()[..end].last();
    // nearly all are settled by their last byte
    let mut alike = words.iter().filter(|phrase| phrase.as_bytes().last() == last);
    alike.find_map(|phrase| phrase_before(text, end, phrase).filter(|&start| is_edge(text, start)))
}

/// The start of a phrase that ends at `end`; between its words, as in the text, may stand any blanks or none.
fn phrase_before(text: &str, end: usize, phrase: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut here = end;
    for &byte in phrase.as_bytes().iter().rev() {
        if byte == b' ' {
            here = back(text, here);
        } else if here > 0 && bytes[here - 1] == byte {
            here -= 1;
        } else {
            return None;
        }
    }
    Some(here)
}

/// Whether one of the given words begins at `at`, after blanks: its end.
#[inline]
pub fn starts_with(text: &str, at: usize, words: &[&str]) -> Option<usize> {
    let start = skip(text, at);
    let first = text.as_bytes().get(start);
    // nearly all are settled by their first byte
    let mut alike = words.iter().filter(|phrase| phrase.as_bytes().first() == first);
    alike.find_map(|phrase| phrase_at(text, start, phrase).filter(|&end| is_edge(text, end)))
}

/// As [`starts_with`], also where a figure was typed directly behind: "tháng11".
pub fn starts_glued(text: &str, at: usize, word: &str) -> Option<usize> {
    let glued = || {
        phrase_at(text, skip(text, at), word)
            .filter(|&end| text.as_bytes().get(end).is_some_and(u8::is_ascii_digit))
    };
    starts_with(text, at, &[word]).or_else(glued)
}

/// The end of a phrase that begins at `start`; between its words, as in the text, may stand any blanks or none.
fn phrase_at(text: &str, start: usize, phrase: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut here = start;
    for &byte in phrase.as_bytes() {
        if byte == b' ' {
            here = skip(text, here);
        } else if bytes.get(here) == Some(&byte) {
            here += 1;
        } else {
            return None;
        }
    }
    Some(here)
}

/// The words of a text with one blank between them.
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a text holds some words; in short texts this is quicker than the search of the standard library.
pub fn contains(text: &str, words: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some()
}

/// How far a rule looks back or ahead from a place at most, in bytes, so that the time stays linear in the text.
const REACH: usize = 400;

/// The text right before `at`, as far as a rule may look back.
pub fn lookback(text: &str, at: usize) -> &str {
    &text[floor(text, at.saturating_sub(REACH))..at]
}

/// The text from `at` on, as far as a rule may look ahead.
pub fn lookahead(text: &str, at: usize) -> &str {
    &text[at..floor(text, at.saturating_add(REACH)).max(at)]
}

/// The nearest character boundary at or before `at`.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The nearest character boundary at or after `at`.
pub fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{back, ends_with, skip, starts_with, word, word_before};

    #[test]
    fn one_line_end_is_a_blank_two_are_not() {
        assert_eq!(skip("a \n b", 1), 4);
        assert_eq!(skip("a\n\nb", 1), 1);
        assert_eq!(back("a\n\nb", 3), 3);
    }

    #[test]
    fn words_on_both_sides() {
        let text = "từ ngày 5 tháng";
        let five = text.find('5').unwrap();
        assert_eq!(&text[word_before(text, five).unwrap().range()], "ngày");
        assert_eq!(&text[word(text, five + 1).unwrap().range()], "tháng");
        assert!(ends_with(text, five, &["từ ngày"]).is_some());
        assert!(ends_with(text, five, &["gày"]).is_none());
        assert!(starts_with(text, five + 1, &["thán"]).is_none());
    }
}
