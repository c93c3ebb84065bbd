//! A sieve in front of a look-up.

/// The pairs of bytes with which forms begin, or end: what does not pass is no form, and most words do not.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs([u64; 16]);

impl Pairs {
    /// Lets a form pass; a blank in it may be any blank of the text.
    pub(super) fn add(&mut self, form: &[u8]) {
        self.pair(form.first(), form.get(1).filter(|&&byte| byte != b' '));
    }

    /// Lets the end of a form pass.
    pub(super) fn add_end(&mut self, form: &[u8]) {
        self.pair(form.last(), form.iter().nth_back(1).filter(|&&byte| byte != b' '));
    }

    /// Whether a form may begin at `at`.
    #[inline]
    pub(super) fn has(&self, text: &[u8], at: usize) -> bool {
        text.get(at).is_some_and(|&one| self.knows(one, text.get(at + 1).copied()))
    }

    /// Whether a form may end at `end`.
    #[inline]
    pub(super) fn has_end(&self, text: &[u8], end: usize) -> bool {
        let mut bytes = text.get(..end).unwrap_or_default().iter().rev().copied();
        bytes.next().is_some_and(|one| self.knows(one, bytes.next()))
    }

    /// Where the second byte is not known, any may stand.
    fn pair(&mut self, one: Option<&u8>, two: Option<&u8>) {
        let Some(&one) = one else { return };
        let range = two.map_or(0..=u8::MAX, |&two| two..=two);
        for (word, bit) in range.map(|two| place(one, two)) {
            self.0[word] |= bit;
        }
    }

    #[inline]
    fn knows(&self, one: u8, two: Option<u8>) -> bool {
        let (word, bit) = place(one, two.unwrap_or_default());
        self.0[word] & bit != 0
    }
}

#[inline]
const fn place(one: u8, two: u8) -> (usize, u64) {
    let mixed = ((one as u32) << 8 | two as u32).wrapping_mul(0x9E37_79B1) >> 22;
    (mixed as usize >> 6, 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn what_was_added_passes() {
        let mut pairs = Pairs::default();
        pairs.add("ban chỉ đạo".as_bytes());
        pairs.add_end("ủy ban".as_bytes());
        assert!(pairs.has(b"ban", 0) && pairs.has_end(b"ban", 3));
        for text in ["xe", "", "ô", "b", "bộ"] {
            assert!(!pairs.has(text.as_bytes(), 0), "{text}");
        }
    }

    #[test]
    fn after_a_form_of_one_byte_anything_may_stand() {
        let mut pairs = Pairs::default();
        pairs.add(b"h");
        for text in ["h", "h\n", "h,"] {
            assert!(pairs.has(text.as_bytes(), 0), "{text}");
        }
        assert!(!pairs.has(b"", 0));
    }
}
