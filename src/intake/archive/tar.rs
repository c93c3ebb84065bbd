//! Archives of tar, read as a stream.

use crate::error::Code;
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::seen::Seen;
use crate::intake::stream::Stream;
use std::io::{self, Read};

/// Opens the members in their order.
pub(crate) fn tar(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let mut archive = ::tar::Archive::new(stream.reader());
    let mut seen = Seen::default();
    for entry in archive.entries().map_err(|error| broken(&error))? {
        let mut entry = entry.map_err(|error| broken(&error))?;
        let kind = entry.header().entry_type();
        if !kind.is_file() && !kind.is_contiguous() && !kind.is_gnu_sparse() {
            // Folders hold nothing themselves, and a link's file is a member of its own.
            continue;
        }
        let Some(member) = opener.member(at, &entry.path_bytes(), &mut seen)? else { continue };
        let whole = entry.size();
        let mut read = Whole { inner: &mut entry, left: whole };
        opener.open(Stream::from(&mut read), &member)?;
        // What the member left unread is passed; an end before it is the archive's.
        io::copy(&mut read, &mut io::sink()).map_err(|error| broken(&error))?;
    }
    Ok(())
}

fn broken(error: &io::Error) -> End {
    End::Broken(Code::BrokenArchive, format!("the archive is damaged: {error}"))
}

/// A member that must be as long as its header says.
struct Whole<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read == 0 && self.left > 0 && !buffer.is_empty() {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the archive is cut off"));
        }
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}
