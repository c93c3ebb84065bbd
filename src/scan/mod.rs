//! Finds the places worth looking at: digit runs, and the words that begin a fact without digits.

use crate::lexicon::{Calendar, Lexicon, TimeRole};
use crate::span::Span;
use crate::text::space::{is_edge, word_end, words};
use rustc_hash::FxHashMap;

/// What kind of word an anchor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// The first word of a number: "hai", "mười".
    Number,
    /// A word that may begin a date without digits: "hằng năm", "quý".
    Date,
    /// The first words of an award.
    Award,
}

/// A place in the text to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The cue word.
    pub span: Span,
    /// What it may begin.
    pub cue: Cue,
}

/// The places of one document, each list in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// Runs of ASCII digits.
    pub digits: Vec<Span>,
    /// Cue words.
    pub words: Vec<Anchor>,
}

const NUMBERS: [&str; 13] =
    ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "hăm", "gấp đôi"];

/// Words that begin a date without digits, besides those of the calendar's table.
const DATES: [&str; 12] = [
    "quý",
    "quí",
    "tháng",
    "thế kỷ",
    "thế kỉ",
    "nửa đầu năm",
    "nửa cuối năm",
    "nửa đầu của năm",
    "nửa cuối của năm",
    "hàng giờ",
    "mỗi giờ",
    "năm học",
];

/// Every word that is a date, or begins one: "năm ngoái", "hằng năm", "chiều nay", "thứ hai".
fn dates(calendar: &Calendar) -> impl Iterator<Item = String> {
    let whole = [TimeRole::Every, TimeRole::Relative, TimeRole::Weekday];
    let whole = whole.into_iter().flat_map(|role| calendar.forms(role)).map(str::to_owned);
    let parts = calendar.forms(TimeRole::DayPart);
    let turns =
        parts.flat_map(|part| calendar.forms(TimeRole::Turn).map(move |turn| format!("{part} {turn}")));
    let fixed = DATES.into_iter().map(str::to_owned);
    fixed.chain(whole.chain(turns).flat_map(|form| crate::lexicon::variants(&form)))
}

/// The look-up of all cue words by the first of their words; built once.
#[derive(Debug)]
pub struct Scanner {
    words: FxHashMap<Box<str>, Vec<(Box<str>, Cue)>>,
    sieve: Sieve,
}

impl Scanner {
    /// Builds the look-up from the lexicon: of an award, its first two words are a cue.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut words: Vec<(String, Cue)> = Vec::new();
        words.extend(NUMBERS.iter().map(|w| ((*w).to_owned(), Cue::Number)));
        words.extend(dates(&lexicon.calendar).map(|w| (w, Cue::Date)));
        for award in &lexicon.awards {
            for form in &award.forms {
                let stem = form.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
                let spellings = crate::lexicon::variants(&stem);
                // a line may break between the two words
                words.extend(
                    spellings.iter().filter(|w| w.contains(' ')).map(|w| (w.replace(' ', "\n"), Cue::Award)),
                );
                words.extend(spellings.into_iter().map(|w| (w, Cue::Award)));
            }
            words.extend(award.abbreviations.iter().map(|a| (a.to_lowercase(), Cue::Award)));
        }
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup_by(|a, b| a.0 == b.0);
        // "giải b" would hide "giải" in "giải bông sen": the shorter stem stands for both
        let award: std::collections::HashSet<String> =
            words.iter().filter(|(_, cue)| *cue == Cue::Award).map(|(w, _)| w.clone()).collect();
        let first = |w: &str| w.split([' ', '\n']).next().unwrap_or_default().to_owned();
        words.retain(|(w, cue)| *cue != Cue::Award || !w.contains([' ', '\n']) || !award.contains(&first(w)));
        let mut built = Self { words: FxHashMap::default(), sieve: Sieve::default() };
        for (word, cue) in words {
            let first = word_end(&word, 0);
            built.sieve.add(&word, Span::new(0, first));
            built.words.entry(word[..first].into()).or_default().push((word.into(), cue));
        }
        for forms in built.words.values_mut() {
            forms.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        built
    }

    /// Finds all anchors of a folded text, in time linear in its length.
    ///
    /// ```
    /// use solieu::{lexicon::Lexicon, scan::Scanner};
    /// let anchors = Scanner::new(&Lexicon::new()).scan("năm 2019 có hai mô hình");
    /// assert_eq!(anchors.digits.len(), 1);
    /// ```
    pub fn scan(&self, folded: &str) -> Anchors {
        let digits = digit_runs(folded.as_bytes());
        let words = self.cue_words(folded, &digits);
        Anchors { digits, words }
    }

    fn cue_words(&self, folded: &str, digits: &[Span]) -> Vec<Anchor> {
        let mut found = Vec::new();
        let mut digits = digits.iter().map(|run| run.end).peekable();
        let mut done = 0;
        for word in words(folded) {
            let mut look = |start: usize, glued: bool| {
                if start < done || !self.sieve.has(folded, Span::new(start, word.end)) {
                    return;
                }
                if let Some((end, cue)) = self.at(folded, Span::new(start, word.end)) {
                    done = end;
                    if (!glued || cue == Cue::Award) && is_edge(folded, end) {
                        found.push(Anchor { span: Span::new(start, end), cue });
                    }
                }
            };
            look(word.start, false);
            // "02Bằng khen": a number typed onto the name of an award
            while let Some(end) = digits.next_if(|&end| end <= word.end) {
                look(end, true);
            }
        }
        found
    }

    /// The longest cue that begins with a word: its end and what it is.
    fn at(&self, folded: &str, word: Span) -> Option<(usize, Cue)> {
        let forms = self.words.get(&folded[word.range()])?;
        let (form, cue) = forms.iter().find(|(form, _)| folded[word.start..].starts_with(&**form))?;
        Some((word.start + form.len(), *cue))
    }
}

/// What a word has to pass before it is looked up, which nearly none does that begins no cue.
#[derive(Debug)]
struct Sieve(Box<[u64; 64]>);

impl Default for Sieve {
    fn default() -> Self {
        Self(Box::new([0; 64]))
    }
}

impl Sieve {
    fn add(&mut self, text: &str, word: Span) {
        let (at, bit) = Self::place(text, word);
        self.0[at] |= bit;
    }

    fn has(&self, text: &str, word: Span) -> bool {
        let (at, bit) = Self::place(text, word);
        self.0[at] & bit != 0
    }

    /// A bit for the first eight bytes of a word.
    fn place(text: &str, word: Span) -> (usize, u64) {
        let (bytes, length) = (text.as_bytes(), word.end - word.start);
        let whole = bytes.get(word.start..word.start + 8).and_then(|eight| eight.try_into().ok());
        let eight = whole.map_or_else(|| last(&bytes[word.range()]), u64::from_le_bytes);
        let own = if length < 8 { eight & ((1 << (length * 8)) - 1) } else { eight };
        let mixed = own.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52;
        (mixed as usize >> 6, 1 << (mixed & 63))
    }
}

/// The bytes of a word near the end of a text.
fn last(word: &[u8]) -> u64 {
    word.iter().take(8).rev().fold(0, |value, &byte| value << 8 | u64::from(byte))
}

fn digit_runs(bytes: &[u8]) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digit(bytes, at) {
        let len = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + len;
        runs.push(Span::new(start, at));
    }
    runs
}

/// The first digit from `at` on; blocks of bytes without one are passed over as a whole.
fn next_digit(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(block) = bytes.get(at..at + 32) {
        if block.iter().fold(false, |any, byte| any | byte.is_ascii_digit()) {
            break;
        }
        at += 32;
    }
    bytes[at..].iter().position(u8::is_ascii_digit).map(|next| at + next)
}

#[cfg(test)]
mod tests {
    use super::{Cue, Scanner};
    use crate::lexicon::Lexicon;

    #[test]
    fn cues_are_whole_words() {
        let text = "hai mươi, khai hội, tặng bằng khen năm 2019";
        let anchors = Scanner::new(&Lexicon::new()).scan(text);
        let found: Vec<_> = anchors.words.iter().map(|a| (&text[a.span.range()], a.cue)).collect();
        assert_eq!(found, [("hai", Cue::Number), ("bằng khen", Cue::Award), ("năm", Cue::Number)]);
        assert_eq!(&text[anchors.digits[0].range()], "2019");
    }
}
