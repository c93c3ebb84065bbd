//! Where the sentence of a fact stands in the text, so that the page need not hold it twice.

use memchr::memmem;

/// Finds sentences near places in one text; goes over the text about once where the places are in order.
pub(super) struct Place<'a> {
    text: &'a str,
    byte: usize,
    chars: usize,
}

impl<'a> Place<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, byte: 0, chars: 0 }
    }

    /// The code points that `quote` covers around those from `start` to `end`; `None` where the text has other
    /// signs there, as a text that was decomposed has.
    pub(super) fn of(&mut self, start: usize, end: usize, quote: &str) -> Option<(usize, usize)> {
        let first = self.seek(start)?;
        let last = first
            + self.text[first..].chars().take(end.checked_sub(start)?).map(char::len_utf8).sum::<usize>();
        let from = first.saturating_sub(quote.len());
        let to = last.saturating_add(quote.len()).min(self.text.len());
        let window = &self.text.as_bytes()[from..to];
        let mut found = memmem::find_iter(window, quote).map(|at| from + at);
        let at = found.find(|&at| at <= first && at + quote.len() >= last)?;
        let begin = start - self.text[at..first].chars().count();
        Some((begin, begin + quote.chars().count()))
    }

    /// Goes to a code point; the byte at which it begins.
    fn seek(&mut self, chars: usize) -> Option<usize> {
        while self.chars < chars {
            self.byte += self.text[self.byte..].chars().next()?.len_utf8();
            self.chars += 1;
        }
        while self.chars > chars {
            self.byte -= self.text[..self.byte].chars().next_back()?.len_utf8();
            self.chars -= 1;
        }
        Some(self.byte)
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    const TEXT: &str = "Có 5 xã. 😀 Có 5 xã đạt 5 chuẩn. Hết.";

    fn cut((start, end): (usize, usize)) -> String {
        TEXT.chars().skip(start).take(end - start).collect()
    }

    #[test]
    fn finds_the_sentence_around_a_fact() {
        let mut place = Place::new(TEXT);
        let second = "Có 5 xã đạt 5 chuẩn.";
        assert_eq!(place.of(3, 4, "Có 5 xã.").map(cut).unwrap(), "Có 5 xã.");
        assert_eq!(place.of(14, 15, second), Some((11, 31)));
        assert_eq!(place.of(23, 24, second).map(cut).unwrap(), second);
        assert_eq!(place.of(3, 4, "Có 5 xã."), Some((0, 8)), "goes back too");
    }

    #[test]
    fn leaves_what_stands_elsewhere_or_nowhere() {
        let mut place = Place::new(TEXT);
        assert_eq!(place.of(3, 4, "Hết."), None);
        assert_eq!(place.of(3, 4, "Có năm xã."), None);
        assert_eq!(place.of(900, 901, "Hết."), None);
        assert_eq!(Place::new("").of(0, 1, "x"), None);
    }
}
