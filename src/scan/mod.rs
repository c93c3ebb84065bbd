//! Finds the places worth looking at: digit runs, and the words that begin a fact without digits.

use crate::lexicon::Lexicon;
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

/// Words that begin, or are, a date without digits.
const DATES: [&str; 54] = [
    "hằng năm",
    "hàng năm",
    "hằng tháng",
    "hàng tháng",
    "hằng quý",
    "hàng quý",
    "hằng tuần",
    "hàng tuần",
    "hằng ngày",
    "hàng ngày",
    "mỗi năm",
    "mỗi tháng",
    "mỗi quý",
    "mỗi tuần",
    "mỗi ngày",
    "hôm nay",
    "hôm qua",
    "hôm kia",
    "hôm sau",
    "ngày mai",
    "sáng nay",
    "trưa nay",
    "chiều nay",
    "tối nay",
    "đêm nay",
    "đêm qua",
    "tối qua",
    "chiều qua",
    "sáng qua",
    "sáng mai",
    "chiều mai",
    "năm nay",
    "năm ngoái",
    "năm qua",
    "năm trước",
    "năm sau",
    "năm tới",
    "năm học",
    "năm trước đó",
    "tháng này",
    "tháng trước",
    "tháng sau",
    "tháng tới",
    "tháng qua",
    "tuần này",
    "tuần trước",
    "tuần sau",
    "tuần tới",
    "tuần qua",
    "quý",
    "quí",
    "tháng",
    "đầu năm",
    "cuối năm",
];

/// More of the same, of which the first word is an ordinary one.
const DATES_TOO: [&str; 14] = [
    "giữa năm",
    "cuối tuần",
    "đầu tuần",
    "cùng ngày",
    "ngày này",
    "cuối tháng",
    "đầu tháng",
    "giữa tháng",
    "ba tháng",
    "sáu tháng",
    "chín tháng",
    "hàng giờ",
    "mỗi giờ",
    "năm tiếp theo",
];

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
        let fixed = NUMBERS
            .iter()
            .map(|w| (*w, Cue::Number))
            .chain(DATES.iter().chain(&DATES_TOO).map(|w| (*w, Cue::Date)));
        words.extend(fixed.map(|(w, cue)| (w.to_owned(), cue)));
        for award in &lexicon.awards {
            for form in &award.forms {
                let stem = form.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
                words.extend(crate::lexicon::variants(&stem).into_iter().map(|w| (w, Cue::Award)));
            }
            words.extend(award.abbreviations.iter().map(|a| (a.to_lowercase(), Cue::Award)));
        }
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup_by(|a, b| a.0 == b.0);
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
            if is_edge(folded, hit.start()) && is_edge(folded, hit.end()) {
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
