//! Finds the places worth looking at: digit runs, and the words that begin a fact without digits.

use crate::lexicon::{Calendar, Lexicon, TimeRole};
use crate::span::Span;
use crate::text::space::is_edge;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

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

/// The automaton over all cue words; built once.
#[derive(Debug)]
pub struct Scanner {
    words: AhoCorasick,
    cues: Vec<Cue>,
}

impl Scanner {
    /// Builds the automaton from the lexicon: of an award, its first two words are a cue.
    ///
    /// # Panics
    ///
    /// Never with the words as tested: the automaton fits its limits by far.
    #[allow(clippy::expect_used, reason = "the words are part of the program")]
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
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::DFA))
            .build(words.iter().map(|(w, _)| w));
        Self {
            words: automaton.expect("the cue words make an automaton"),
            cues: words.into_iter().map(|(_, cue)| cue).collect(),
        }
    }

    /// Finds all anchors of a folded text, in time linear in its length.
    ///
    /// ```
    /// use solieu::{lexicon::Lexicon, scan::Scanner};
    /// let anchors = Scanner::new(&Lexicon::new()).scan("năm 2019 có hai mô hình");
    /// assert_eq!(anchors.digits.len(), 1);
    /// ```
    pub fn scan(&self, folded: &str) -> Anchors {
        Anchors { digits: digit_runs(folded.as_bytes()), words: self.cue_words(folded) }
    }

    fn cue_words(&self, folded: &str) -> Vec<Anchor> {
        let mut found = Vec::new();
        for hit in self.words.find_iter(folded) {
            // "02Bằng khen": a number typed onto the name of an award
            let award = self.cues[hit.pattern().as_usize()] == Cue::Award;
            let glued = award && folded.as_bytes()[..hit.start()].last().is_some_and(u8::is_ascii_digit);
            if (glued || is_edge(folded, hit.start())) && is_edge(folded, hit.end()) {
                found.push(Anchor {
                    span: Span::new(hit.start(), hit.end()),
                    cue: self.cues[hit.pattern().as_usize()],
                });
            }
        }
        found
    }
}

fn digit_runs(bytes: &[u8]) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + next;
        let len = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + len;
        runs.push(Span::new(start, at));
    }
    runs
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
