//! A page as the frames of awards see it: with the cue words found.

use super::Page;
use crate::grammar::name::is_capital;
use crate::grammar::numeral;
use crate::lexicon::Role;
use crate::span::Span;
use crate::text::space::{back, floor, is_edge, lookback, skip, skip_inline, word_before, words};

/// How far a sentence is looked through, in bytes on either side of a mention.
pub(super) const REACH: usize = 1200;

/// A word that plays a part in a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub start: usize,
    pub end: usize,
    pub role: Role,
}

/// The text of a page and its cue words near the mentions of awards.
pub(super) struct Sheet<'a> {
    pub page: Page<'a>,
    flat: &'a str,
    cues: Vec<Cue>,
}

/// The parts that are looked for everywhere near a mention, those that win first.
const SCANNED: [Role; 5] = [Role::Proposes, Role::Gives, Role::Gets, Role::Plans, Role::Holds];

impl<'a> Sheet<'a> {
    pub(super) fn new(page: Page<'a>) -> Self {
        Self { page, flat: page.folded(), cues: Vec::new() }
    }

    /// The folded text.
    pub(super) fn flat(&self) -> &str {
        self.flat
    }

    /// Finds the cue words around mentions, which stand in the order of the text.
    pub(super) fn find_cues(&mut self, mentions: impl Iterator<Item = Span>) {
        let mut done = 0;
        for span in mentions {
            let from = floor(self.flat, span.start.saturating_sub(REACH)).max(done);
            let to = floor(self.flat, span.end + 200);
            self.scan(from, to);
            done = done.max(to);
        }
    }

    fn scan(&mut self, from: usize, to: usize) {
        let mut free = from.max(self.cues.last().map_or(0, |c| c.end));
        for word in words(self.flat.get(from..to.max(from)).unwrap_or_default()) {
            let at = from + word.start;
            if at < free || !is_edge(self.flat, at) || self.in_name(at) {
                continue;
            }
            let frames = &self.page.lexicon.frames;
            // the longest word wins; among equals the role that stands first
            let longest = SCANNED
                .iter()
                .filter_map(|role| Some((frames.at(*role, self.flat, at)?, *role)))
                .reduce(|a, b| if b.0 > a.0 { b } else { a });
            if let Some((end, role)) = longest {
                self.cues.push(Cue { start: at, end, role });
                free = end;
            }
        }
    }

    /// "Trường THPT Lạc Phong", "bà Lò Thị Nhận": a word with a capital behind another one is a part of a name; in a
    /// line of capitals it is not.
    fn in_name(&self, at: usize) -> bool {
        let shown = self.page.shown();
        let upper = |at: usize| is_capital(shown, at);
        let second = shown[at..].chars().nth(1);
        let glued = at > 0 && self.flat.as_bytes()[at - 1] == b' ';
        glued
            && upper(at)
            && second.is_some_and(char::is_lowercase)
            && word_before(self.flat, at).is_some_and(|w| w.end + 1 == at && upper(w.start))
    }

    /// The cue words that lie wholly in `from..to`.
    pub(super) fn cues(&self, from: usize, to: usize) -> &[Cue] {
        let first = self.cues.partition_point(|c| c.start < from);
        let last = self.cues.partition_point(|c| c.end <= to).max(first);
        &self.cues[first..last]
    }

    /// The sentence around a span, clipped to what is looked through.
    pub(super) fn sentence(&self, at: Span) -> Span {
        let whole = self.continued(self.page.sentences.around(self.page.text, at));
        let start = whole.start.max(floor(self.flat, at.start.saturating_sub(REACH)));
        Span::new(start.min(at.start), whole.end.min(floor(self.flat, at.end + REACH)).max(at.end))
    }

    /// "trao Bằng khen cho các ông:⏎An - trưởng khoa, Bình": a sentence goes on below a colon after "cho", where no list begins.
    fn continued(&self, whole: Span) -> Span {
        let (mut start, mut end) = (whole.start, whole.end);
        let around = |from: usize, to: usize| self.page.sentences.around(self.page.text, Span::new(from, to));
        if gives_on(self.words(start, end)) {
            let stop = start + self.words(start, end).trim_end().len();
            let next = skip(self.flat, stop);
            let line = self.flat[next..].split('\n').next().unwrap_or_default();
            if next > stop && !line.trim().is_empty() && !super::heading::is_item(line) {
                end = around(next, next + line.trim_end().len()).end;
            }
        }
        let before = back(self.flat, start);
        let head = lookback(self.flat, before);
        let item = super::heading::is_item(self.flat[start..end].trim_start());
        if before < start && self.flat[before..start].contains('\n') && gives_on(head) && !item {
            start = around(before - 1, before).start;
        }
        Span::new(start, end)
    }

    /// The clause of a mention in its sentence: between semicolons; those inside brackets beside it do not part it.
    pub(super) fn clause(&self, sentence: Span, at: Span) -> Span {
        let (before, after) = (self.words(sentence.start, at.start), self.words(at.end, sentence.end));
        let start = outer(before.char_indices().rev(), ')', '(');
        let start = start.map_or(sentence.start, |i| sentence.start + i + 1);
        let end = outer(after.char_indices(), '(', ')').map_or(sentence.end, |i| at.end + i);
        Span::new(start, end.max(at.end))
    }

    /// The words of a span in the folded view; empty where it ends before it begins.
    pub(super) fn words(&self, from: usize, to: usize) -> &str {
        self.flat.get(from..to).unwrap_or_default()
    }

    /// Whether a word with this part begins at `at`: its end.
    pub(super) fn starts(&self, role: Role, at: usize) -> Option<usize> {
        self.page.lexicon.frames.at(role, self.flat, skip(self.flat, at))
    }

    /// Whether a word with this part ends at `end`: its start.
    pub(super) fn ends(&self, role: Role, end: usize) -> Option<usize> {
        self.page.lexicon.frames.before(role, self.flat, end)
    }

    /// Whether some words, in lower case, play a part as a whole.
    pub(super) fn is_role(&self, role: Role, words: &str) -> bool {
        self.page.lexicon.frames.at(role, words, 0) == Some(words.len())
    }

    /// Where the name that begins at `at` ends, on its own line.
    pub(super) fn name_end(&self, at: usize) -> Option<usize> {
        let end = crate::grammar::name::end(self.page.text, self.page.lexicon, at)?;
        Some(self.words(at, end).find('\n').map_or(end, |i| at + i)).filter(|end| *end > at)
    }

    /// The first place in `from..to` where a word with this part begins.
    pub(super) fn first(&self, role: Role, from: usize, to: usize) -> Option<Span> {
        words(self.words(from, to))
            .map(|word| from + word.start)
            .filter(|&at| is_edge(self.flat, at))
            .find_map(|at| Some(Span::new(at, self.page.lexicon.frames.at(role, self.flat, at)?)))
    }

    /// The place before adverbs that end at `end`, at or after `from`.
    pub(super) fn before_adverbs(&self, from: usize, end: usize) -> usize {
        let mut end = back(self.flat, end);
        while let Some(start) = self.run(end).or_else(|| self.ends(Role::Adverbs, end)).filter(|s| *s >= from)
        {
            end = back(self.flat, start);
        }
        end.max(from)
    }

    /// "5 năm liền", "hai lần" that ends at `end`: where it begins.
    fn run(&self, end: usize) -> Option<usize> {
        let noun = self.ends(Role::Runs, end).or_else(|| self.ends(Role::Times, end))?;
        word_before(self.flat, noun).map(|w| w.start)
    }

    /// Where the last "5 năm liền" in `from..to` begins.
    pub(super) fn last_run(&self, from: usize, to: usize) -> Option<usize> {
        let runs = words(self.words(from, to)).map(|w| from + w.start);
        let year = runs.filter(|&at| self.starts(Role::Runs, at).is_some()).last()?;
        word_before(self.flat, year).map(|w| w.start).filter(|start| *start >= from)
    }

    /// The place before quotes, "danh hiệu", "giải thưởng" and numbers that lead up to a name.
    pub(super) fn before_name(&self, at: usize) -> usize {
        let mut here = back(self.flat, at);
        loop {
            let quoted = self.flat[..here].trim_end_matches(['“', '"', '«', '‘', '\'']).len();
            let lead = self.ends(Role::LeadsUp, quoted).or_else(|| self.number_word(quoted));
            let digits = self.flat[..quoted].trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let next = lead.unwrap_or(if is_edge(self.flat, digits) { digits } else { quoted });
            let next = back(self.flat, next);
            if next == here {
                return here;
            }
            here = next;
        }
    }

    /// "một giải Nhì", "(…, năm giải Ba": a number in words that ends at `end`; "năm" is one behind a mark alone.
    fn number_word(&self, end: usize) -> Option<usize> {
        let word = word_before(self.flat, end)?;
        let marked = self.flat[..back(self.flat, word.start)].ends_with(['(', ',', ';', ':']);
        let number = numeral::number(self.flat, word.start).filter(|n| !n.digits && n.end == word.end)?;
        (marked && number.end > word.start).then_some(word.start)
    }

    /// The place after a closing quote at `at`.
    pub(super) fn after_quote(&self, at: usize) -> usize {
        let here = skip_inline(self.flat, at);
        match self.flat[here..].chars().next() {
            Some(c @ ('”' | '"' | '»' | '’')) => here + c.len_utf8(),
            _ => at,
        }
    }
}

/// Whether words end in "cho:" or "cho các ông:".
fn gives_on(words: &str) -> bool {
    let Some(head) = words.trim_end().strip_suffix(':') else { return false };
    let last = head.rsplit([',', ';', '.', '\n']).next().unwrap_or_default();
    let at = last.rfind(" cho").map(|i| last[i + " cho".len()..].trim());
    at.is_some_and(|group| group.is_empty() || group.starts_with("các ") && group.len() < 40)
}

/// The first semicolon outside brackets that are closed, or the first of all where a bracket stays open.
fn outer(chars: impl Iterator<Item = (usize, char)>, open: char, close: char) -> Option<usize> {
    let (mut inside, mut depth) = (None, 0_u32);
    for (i, c) in chars {
        match c {
            ';' if depth == 0 => return Some(i),
            ';' => inside = inside.or(Some(i)),
            c if c == open => depth += 1,
            c if c == close => {
                depth = depth.saturating_sub(1);
                inside = inside.filter(|_| depth > 0);
            }
            _ => {}
        }
    }
    inside
}
