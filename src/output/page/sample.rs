//! An even sample of a stream, within a number of bytes.

use std::collections::BinaryHeap;

/// What is kept of one document.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    /// A number that has nothing to do with the document's place or content.
    pub(super) rank: u64,
    /// The document's place in the run, from 0.
    pub(super) at: u64,
    /// What the page says of it.
    pub(super) bytes: Vec<u8>,
}

/// The documents of the lowest ranks that fit; all of them where all fit.
pub(super) struct Sample {
    kept: BinaryHeap<Kept>,
    bytes: usize,
    limit: usize,
    bar: u64,
}

impl Sample {
    pub(super) fn new(limit: usize) -> Self {
        Self { kept: BinaryHeap::new(), bytes: 0, limit, bar: u64::MAX }
    }

    /// Documents of this rank and above are not kept; it only sinks.
    pub(super) fn bar(&self) -> u64 {
        self.bar
    }

    /// Offers a document. One that would take an eighth of the room for itself is refused.
    pub(super) fn offer(&mut self, document: Kept) {
        if document.rank >= self.bar || document.bytes.len() > self.limit / 8 {
            return;
        }
        self.bytes += document.bytes.len();
        self.kept.push(document);
        while self.bytes > self.limit {
            let Some(highest) = self.kept.pop() else { break };
            self.bytes -= highest.bytes.len();
            self.bar = highest.rank;
        }
    }

    /// What was kept of rank below `bar`, in the order of the run.
    pub(super) fn into_sorted(self, bar: u64) -> Vec<Kept> {
        let mut kept: Vec<Kept> = self.kept.into_iter().filter(|document| document.rank < bar).collect();
        kept.sort_unstable_by_key(|document| document.at);
        kept
    }
}

/// The rank of a document by its identity.
pub(super) fn rank(doc_id: &str) -> u64 {
    let hash = blake3::hash(doc_id.as_bytes());
    hash.as_bytes().iter().take(8).fold(0, |rank, byte| rank << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::{Kept, Sample, rank};

    fn filled(limit: usize, ranks: impl IntoIterator<Item = u64>, length: usize) -> Sample {
        let mut sample = Sample::new(limit);
        for (at, rank) in (0..).zip(ranks) {
            sample.offer(Kept { rank, at, bytes: vec![b'x'; length] });
        }
        sample
    }

    fn ranks(sample: Sample) -> Vec<u64> {
        sample.into_sorted(u64::MAX).iter().map(|kept| kept.rank).collect()
    }

    #[test]
    fn keeps_all_that_fits_in_the_order_of_the_run() {
        assert_eq!(ranks(filled(80, [5, 9, 1, 7], 10)), [5, 9, 1, 7]);
    }

    #[test]
    fn keeps_the_lowest_ranks_whatever_the_order() {
        assert_eq!(ranks(filled(80, (0..100).rev(), 10)), [7, 6, 5, 4, 3, 2, 1, 0]);
        assert_eq!(ranks(filled(80, 0..100, 10)), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(filled(80, 0..100, 10).bar(), 8);
    }

    #[test]
    fn holds_no_more_than_its_limit() {
        let sample = filled(1000, (0..10_000).map(|n| rank(&n.to_string())), 33);
        assert!(sample.bytes <= 1000 && sample.bytes > 900, "{}", sample.bytes);
        assert_eq!(sample.kept.len(), 30);
    }

    #[test]
    fn one_large_document_drives_none_out() {
        let mut sample = filled(80, 1..=8, 10);
        sample.offer(Kept { rank: 0, at: 8, bytes: vec![b'x'; 11] });
        assert_eq!(ranks(sample), [1, 2, 3, 4, 5, 6, 7, 8]);
    }

    #[test]
    fn ranks_are_spread() {
        let low = (0..1000).filter(|n| rank(&format!("2020/{n}.txt")) < u64::MAX / 2).count();
        assert!((400..600).contains(&low), "{low}");
    }
}
