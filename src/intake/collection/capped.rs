//! A bound on the memory that one record can take.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// Bytes that may still be read for the record at hand.
#[derive(Clone, Debug)]
pub(super) struct Cap {
    left: Rc<Cell<u64>>,
    most: u64,
}

impl Cap {
    /// A cap for records that hold a text of `document` bytes and some more beside it.
    pub(super) fn new(document: u64) -> Self {
        let most = document.saturating_mul(2).saturating_add(4 << 20);
        Self { left: Rc::new(Cell::new(most)), most }
    }

    /// The next record begins.
    pub(super) fn renew(&self) {
        self.left.set(self.most);
    }

    /// A reader that breaks where one record is longer than the cap.
    pub(super) fn over<R: Read>(&self, inner: R) -> Capped<R> {
        Capped { inner, cap: self.clone() }
    }
}

pub(super) struct Capped<R> {
    inner: R,
    cap: Cap,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.cap.left.get().checked_sub(read as u64);
        let Some(left) = left else {
            return Err(io::Error::other("one record is longer than a document may be"));
        };
        self.cap.left.set(left);
        Ok(read)
    }
}
