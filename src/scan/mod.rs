//! Finds the places worth looking at: digit runs, and the words that begin a fact without digits.

use crate::lexicon::{Calendar, Lexicon, Sieve, TimeRole};
use crate::span::Span;
use crate::text::Text;
use crate::text::space::{is_edge, word_end};
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

/// Every word that is a date, or begins one: "năm ngoái", "hằng năm", "chiều nay", "thứ hai".
fn dates(calendar: &Calendar) -> impl Iterator<Item = String> {
    let whole = [TimeRole::Every, TimeRole::Relative, TimeRole::Weekday, TimeRole::Cue];
    let whole = whole.into_iter().flat_map(|role| calendar.forms(role)).map(str::to_owned);
    let parts = calendar.forms(TimeRole::DayPart);
    let turns =
        parts.flat_map(|part| calendar.forms(TimeRole::Turn).map(move |turn| format!("{part} {turn}")));
    whole.chain(turns).flat_map(|form| crate::lexicon::variants(&form))
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
        let mut forms: FxHashMap<Box<str>, Vec<(Box<str>, Cue)>> = FxHashMap::default();
        for (word, cue) in words {
            let first = word_end(&word, 0);
            forms.entry(word[..first].into()).or_default().push((word.into(), cue));
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self { sieve: Sieve::new(forms.keys().map(|first| &**first)), words: forms }
    }

    /// Finds all anchors of a text, in time linear in its length.
    ///
    /// ```
    /// use solieu::{lexicon::Lexicon, scan::Scanner, text::Text};
    /// let text = Text::new("Năm 2019 có hai chi bộ".to_owned());
    /// let anchors = Scanner::new(&Lexicon::new()).scan(&text);
    /// assert_eq!((anchors.digits.len(), anchors.words.len()), (1, 2));
    /// ```
    pub fn scan(&self, text: &Text) -> Anchors {
        Anchors { digits: text.digits().to_vec(), words: self.cue_words(text) }
    }

    fn cue_words(&self, text: &Text) -> Vec<Anchor> {
        let folded = text.folded();
        let mut found = Vec::new();
        let mut digits = text.digits().iter().map(|run| run.end).peekable();
        let mut done = 0;
        let mut look = |word: Span, glued: bool| {
            if word.start < done || !self.sieve.has(folded, word) {
                return;
            }
            if let Some((end, cue)) = self.at(folded, word) {
                done = end;
                if (!glued || cue == Cue::Award) && is_edge(folded, end) {
                    found.push(Anchor { span: Span::new(word.start, end), cue });
                }
            }
        };
        for &word in text.words() {
            look(word, false);
            // "02Bằng khen": a number typed onto the name of an award
            while let Some(end) = digits.next_if(|&end| end <= word.end) {
                look(Span::new(end, word.end), true);
            }
        }
        found
    }

    /// The longest cue that begins with a word: its end and what it is.
    fn at(&self, folded: &str, word: Span) -> Option<(usize, Cue)> {
        let forms = self.words.get(&folded[word.range()])?;
        let rest = &folded.as_bytes()[word.start..];
        // nearly all are settled by their last byte
        let last = |form: &[u8]| form.len() <= rest.len() && form.last() == rest[..form.len()].last();
        let mut alike = forms.iter().filter(|(form, _)| last(form.as_bytes()));
        let (form, cue) = alike.find(|(form, _)| rest.starts_with(form.as_bytes()))?;
        Some((word.start + form.len(), *cue))
    }
}

#[cfg(test)]
mod tests {
    use super::{Cue, Scanner, Text};
    use crate::lexicon::Lexicon;

    #[test]
    fn cues_are_whole_words() {
        let text = Text::new("hai mươi, khai hội, tặng bằng khen năm 2019".to_owned());
        let anchors = Scanner::new(&Lexicon::new()).scan(&text);
        let found: Vec<_> = anchors.words.iter().map(|a| (text.slice(a.span), a.cue)).collect();
        assert_eq!(found, [("hai", Cue::Number), ("bằng khen", Cue::Award), ("năm", Cue::Number)]);
        assert_eq!(text.slice(anchors.digits[0]), "2019");
    }
}
