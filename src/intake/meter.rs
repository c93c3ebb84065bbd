//! Keeps what is expanded within the limits, whatever the archive says of itself.

use super::Limits;
use crate::error::Code;
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// A stream may expand to this much whatever its ratio, in bytes.
const FREE: u64 = 16 << 20;

/// Bombs in one given file whose bytes are not counted for the whole.
const FORGIVEN: u64 = 16;

/// What one given file has expanded to so far.
#[derive(Debug)]
pub(super) struct Meter {
    limits: Limits,
    /// Length of the given file; 0 where it is not known.
    given: u64,
    expanded: Cell<u64>,
    members: Cell<u64>,
    tripped: Cell<Option<Code>>,
    bombs: Cell<u64>,
}

impl Meter {
    pub(super) fn new(limits: Limits, given: u64) -> Rc<Self> {
        let (expanded, members) = (Cell::new(0), Cell::new(0));
        Rc::new(Self { limits, given, expanded, members, tripped: Cell::new(None), bombs: Cell::new(0) })
    }

    /// Counts one more member; `false` where there are too many.
    pub(super) fn member(&self) -> bool {
        self.members.set(self.members.get() + 1);
        self.members.get() <= self.limits.members
    }

    /// The limit that was passed last, which is forgotten.
    pub(super) fn tripped(&self) -> Option<Code> {
        self.tripped.take()
    }

    fn count(&self, bytes: u64, consumed: u64, produced: u64) -> io::Result<()> {
        let all = self.expanded.get() + bytes;
        self.expanded.set(all);
        let ratio = |whole: u64, part: u64| whole > FREE && whole / self.limits.ratio.max(1) > part;
        let code = if all > self.limits.expanded {
            Code::ArchiveTooLarge
        } else if ratio(produced, consumed) {
            // A few bombs are not held against the members beside them.
            self.bombs.set(self.bombs.get() + 1);
            if self.bombs.get() <= FORGIVEN {
                self.expanded.set(all.saturating_sub(produced));
            }
            Code::RatioTooHigh
        } else if self.given > 0 && ratio(all, self.given) {
            Code::RatioTooHigh
        } else {
            return Ok(());
        };
        self.tripped.set(Some(code));
        Err(io::Error::other(code.meaning()))
    }
}

/// How many bytes went through one reader.
pub(super) type Count = Rc<Cell<u64>>;

/// Counts what is read.
pub(super) struct Counted<R> {
    pub(super) inner: R,
    pub(super) count: Count,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Stops a stream that expands beyond the limits.
pub(super) struct Guard<R> {
    pub(super) inner: R,
    pub(super) meter: Rc<Meter>,
    /// Compressed bytes that were read for it.
    pub(super) consumed: Count,
    /// Bytes that it gave.
    pub(super) produced: Count,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.produced.set(self.produced.get() + read as u64);
        self.meter.count(read as u64, self.consumed.get(), self.produced.get())?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Guard, Limits, Meter};
    use std::cell::Cell;
    use std::io::{self, Read};
    use std::rc::Rc;

    fn read(limits: Limits, consumed: u64, length: u64) -> (bool, Option<Code>) {
        let meter = Meter::new(limits, 0);
        let (consumed, produced) = (Rc::new(Cell::new(consumed)), Rc::default());
        let mut guard =
            Guard { inner: io::repeat(b'a').take(length), meter: Rc::clone(&meter), consumed, produced };
        (io::copy(&mut guard, &mut io::sink()).is_ok(), meter.tripped())
    }

    #[test]
    fn a_bomb_is_stopped_and_a_text_is_not() {
        assert_eq!(read(Limits::default(), 1000, 20 << 20), (false, Some(Code::RatioTooHigh)));
        assert_eq!(read(Limits::default(), 1 << 20, 20 << 20), (true, None));
        assert_eq!(read(Limits::default(), 10, 1 << 20), (true, None));
        let limits = Limits { expanded: 100, ..Limits::default() };
        assert_eq!(read(limits, 100, 101), (false, Some(Code::ArchiveTooLarge)));
    }
}
