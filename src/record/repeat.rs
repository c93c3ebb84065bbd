//! Documents that repeat another: the same report met twice in an archive, with small differences around it.
//!
//! Two documents are the same where their words are, four by four, and where one states nothing that the other does
//! not. So a report that was filed twice is found, while a form filled in for another year or place is not: its figures
//! differ, however much of the wording they share.

use super::Row;
use crate::fact::{Award, Citation, Count};
use crate::text::Text;
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::VecDeque;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Bins of a signature.
const BINS: usize = 64;

/// Equal bins from which two texts are the same but for small differences: four of five shingles.
const ALIKE: usize = 51;

/// Bins of a band; two documents meet where a band of them is equal.
const BAND: usize = 4;

/// Bands by which documents are looked up.
const BANDS: usize = 8;

/// Words of a shingle.
const SHINGLE: usize = 4;

/// Texts of fewer words are the same only where every word is.
const SHORT: usize = 24;

/// Facts whose hashes are kept, the smallest.
const FACTS: usize = 512;

/// Documents that are remembered; older ones are forgotten, so that memory is bounded.
const WINDOW: usize = 1 << 16;

/// What is kept of a document to know it again: about 400 bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    exact: u64,
    words: usize,
    bins: [u16; BINS],
    facts: Vec<u32>,
}

impl Trace {
    /// The trace of a text and what it states; dates are no part of it, since copies are filed on other days.
    pub(super) fn of(
        text: &Text,
        counts: &[Row<Count>],
        awards: &[Row<Award>],
        citations: &[Row<Citation>],
    ) -> Self {
        let mut facts: Vec<u32> = Vec::with_capacity(counts.len() + awards.len() + citations.len());
        facts.extend(counts.iter().map(|Row { fact, .. }| {
            hash((fact.value, fact.value_max, fact.total, &*fact.unit, &fact.noun, fact.period.as_deref()))
        }));
        facts.extend(awards.iter().map(|Row { fact, .. }| {
            hash((&fact.award, &fact.grantor, &fact.recipient, fact.quantity, fact.year))
        }));
        facts.extend(citations.iter().map(|Row { fact, .. }| hash((&fact.kind, &fact.number))));
        facts.sort_unstable();
        facts.truncate(FACTS);
        let (exact, words, bins) = signature(text);
        Self { exact, words, bins, facts }
    }

    /// Whether it says what `other` says, and nothing else.
    fn repeats(&self, other: &Self) -> bool {
        if self.exact == other.exact && self.words == other.words {
            return true;
        }
        let equal = self.bins.iter().zip(&other.bins).filter(|(a, b)| a == b).count();
        let long = self.words >= SHORT && other.words >= SHORT;
        long && equal >= ALIKE && self.more_than(other) * 20 <= self.facts.len()
    }

    /// How many of its facts `other` has not.
    fn more_than(&self, other: &Self) -> usize {
        let known =
            if other.facts.len() < FACTS { u32::MAX } else { other.facts.last().copied().unwrap_or(0) };
        let mut rest = other.facts.iter().peekable();
        let mut more = 0;
        for fact in self.facts.iter().take_while(|fact| **fact <= known) {
            while rest.next_if(|other| *other < fact).is_some() {}
            if rest.next_if(|other| *other == fact).is_none() {
                more += 1;
            }
        }
        more
    }

    /// The keys under which it can be met.
    fn keys(&self) -> impl Iterator<Item = u32> {
        let band = |(number, bins): (usize, &[u16])| hash((number, bins));
        let bands = self.bins.chunks(BAND).take(BANDS).enumerate().map(band);
        let stated = (self.facts.len() >= 3).then(|| hash(("facts", &self.facts)));
        bands.chain(stated).chain([self.exact as u32])
    }
}

fn wide(value: impl Hash) -> u64 {
    // The keys of this hasher are fixed, so equal runs find equal repeats.
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

fn hash(value: impl Hash) -> u32 {
    wide(value) as u32
}

/// The hash of all words, their number, and the least hash of the shingles that fall into each bin.
fn signature(text: &Text) -> (u64, usize, [u16; BINS]) {
    let (mut exact, folded) = (FxHasher::default(), text.folded().as_bytes());
    let mut shingle = [0_u64; SHINGLE];
    let mut least = [u64::MAX; BINS];
    for (at, word) in text.words().iter().enumerate() {
        let mut hasher = FxHasher::default();
        hasher.write(&folded[word.range()]);
        let own = hasher.finish();
        let [_, second, third, fourth] = shingle;
        shingle = [second, third, fourth, own];
        exact.write_u64(own);
        if at + 1 >= SHINGLE {
            let whole = mixed(shingle.iter().fold(0, |hash: u64, word| hash.rotate_left(12) ^ word));
            let bin = (whole >> 58) as usize;
            least[bin] = least[bin].min(whole << 6);
        }
    }
    (exact.finish(), text.words().len(), filled(&least))
}

/// Bits of a value in all places of another.
fn mixed(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// An empty bin takes after the next one that is not, at its distance.
fn filled(least: &[u64; BINS]) -> [u16; BINS] {
    std::array::from_fn(|at| {
        let found = (0..BINS).find_map(|far| {
            let value = least[(at + far) % BINS];
            (value != u64::MAX).then(|| mixed(value ^ far as u64))
        });
        found.map_or(0, |value| (value >> 48) as u16)
    })
}

/// The documents of a run that were met so far.
#[derive(Debug, Default)]
pub struct Repeats {
    known: VecDeque<(Arc<str>, Trace)>,
    /// Number of the first that is still known; numbers begin again behind the last.
    first: u32,
    /// The number of the newest document under each key.
    keys: FxHashMap<u32, u32>,
}

impl Repeats {
    /// The document that this one repeats; one that repeats none is remembered.
    pub fn meet(&mut self, doc_id: &Arc<str>, trace: &Trace) -> Option<Arc<str>> {
        let mut met: Vec<u32> = trace.keys().filter_map(|key| self.keys.get(&key).copied()).collect();
        for number in &mut met {
            *number = number.wrapping_sub(self.first);
        }
        met.sort_unstable();
        met.dedup();
        let known = met.into_iter().filter_map(|at| self.known.get(at as usize));
        if let Some((original, _)) = known.into_iter().find(|(_, other)| trace.repeats(other)) {
            return Some(Arc::clone(original));
        }
        self.remember(doc_id, trace);
        None
    }

    fn remember(&mut self, doc_id: &Arc<str>, trace: &Trace) {
        if self.known.len() >= WINDOW
            && let Some((_, old)) = self.known.pop_front()
        {
            for key in old.keys() {
                if self.keys.get(&key) == Some(&self.first) {
                    self.keys.remove(&key);
                }
            }
            self.first = self.first.wrapping_add(1);
        }
        let number = self.first.wrapping_add(self.known.len() as u32);
        self.known.push_back((Arc::clone(doc_id), trace.clone()));
        self.keys.extend(trace.keys().map(|key| (key, number)));
    }
}

#[cfg(test)]
mod tests {
    use super::{Repeats, Text, Trace, WINDOW, hash, signature};
    use std::sync::Arc;

    const REPORT: &str = "Sáng ngày hôm qua, tại hội trường lớn của huyện, ban thường trực đã tổ chức hội nghị sơ kết công tác \
        dân vận trong toàn huyện; các xã báo cáo kết quả xây dựng mô hình và nêu nhiều kinh nghiệm hay, nhiều cách làm tốt \
        để các đơn vị cùng học tập, nhân rộng trong thời gian tới ở từng thôn bản của mỗi xã trên địa bàn.";

    fn trace(text: &str, facts: &[u32]) -> Trace {
        let (exact, words, bins) = signature(&Text::new(text.to_owned()));
        let mut facts: Vec<u32> = facts.iter().map(hash).collect();
        facts.sort_unstable();
        Trace { exact, words, bins, facts }
    }

    fn met(traces: &[Trace]) -> Vec<Option<String>> {
        let mut repeats = Repeats::default();
        let meet = |(at, trace)| repeats.meet(&Arc::from(format!("{at}")), trace).map(|id| id.to_string());
        traces.iter().enumerate().map(meet).collect()
    }

    #[test]
    fn a_copy_with_another_frame_repeats() {
        let copy = format!("{REPORT} Tin: Ban biên tập");
        assert_eq!(met(&[trace(REPORT, &[1, 2]), trace(&copy, &[1, 2])])[1].as_deref(), Some("0"));
        assert_eq!(met(&[trace(REPORT, &[1, 2, 3]), trace(&copy, &[1, 2])])[1].as_deref(), Some("0"));
        assert_eq!(met(&[trace("a b", &[]), trace("c", &[]), trace("A, b.", &[])])[2].as_deref(), Some("0"));
    }

    #[test]
    fn a_form_with_other_figures_does_not() {
        assert_eq!(met(&[trace(REPORT, &[1, 2]), trace(&format!("{REPORT} x"), &[1, 3])]), [None, None]);
        assert_eq!(met(&[trace(REPORT, &[1]), trace(&format!("{REPORT} x"), &[1, 1])]), [None, None]);
        assert_eq!(met(&[trace(REPORT, &[1]), trace(&format!("{REPORT} x"), &[1, 2])]), [None, None]);
    }

    #[test]
    fn the_same_figures_in_other_words_do_not() {
        let other = REPORT.split(' ').rev().collect::<Vec<_>>().join(" ");
        assert_eq!(met(&[trace(REPORT, &[1, 2, 3]), trace(&other, &[1, 2, 3])]), [None, None]);
        assert_eq!(met(&[trace("a b c", &[1]), trace("a b d", &[1])]), [None, None]);
    }

    #[test]
    fn a_copy_repeats_the_first_and_not_another_copy() {
        let text = |n: usize| trace(&format!("{REPORT} {n}"), &[1]);
        assert_eq!(met(&[text(0), text(1), text(2)]), [None, Some("0".to_owned()), Some("0".to_owned())]);
    }

    #[test]
    fn only_so_many_are_remembered() {
        let mut repeats = Repeats::default();
        let text = |n: usize| trace(&format!("{n} {n}"), &[]);
        for n in 0..WINDOW + 10 {
            assert_eq!(repeats.meet(&Arc::from(n.to_string()), &text(n)), None);
        }
        assert_eq!(repeats.known.len(), WINDOW);
        assert!(repeats.keys.len() <= WINDOW * 10);
        assert_eq!(repeats.meet(&Arc::from("x"), &text(WINDOW)).as_deref(), Some(&*WINDOW.to_string()));
        assert_eq!(repeats.meet(&Arc::from("x"), &text(0)), None);
    }
}
