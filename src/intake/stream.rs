//! Bytes that are read once, or that can be gone back in.

use super::sniff::HEAD;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use tempfile::SpooledTempFile;

/// A stream that had to be kept stays in memory up to this length, in bytes.
const KEPT: usize = 8 << 20;

/// Where the bytes come from.
pub(super) enum Stream<'a> {
    /// A file from its beginning.
    File(File),
    /// Anything else.
    Read(Box<dyn Read + 'a>),
}

/// A reader that can go back.
pub(super) trait ReadSeek: Read + Seek {}

impl<R: Read + Seek> ReadSeek for R {}

impl<'a> Stream<'a> {
    pub(super) fn from(reader: impl Read + 'a) -> Self {
        Self::Read(Box::new(reader))
    }

    /// The first bytes, which stay in the stream; fewer where it breaks before.
    pub(super) fn peek(self) -> (Vec<u8>, Self) {
        let mut head = Vec::new();
        match self {
            Self::File(mut file) => {
                // What cannot be read now cannot be read later, and is reported there.
                let _ = (&file).take(HEAD as u64).read_to_end(&mut head);
                let _ = file.rewind();
                (head, Self::File(file))
            }
            Self::Read(mut reader) => {
                let failed = (&mut reader).take(HEAD as u64).read_to_end(&mut head).err();
                let rest: Box<dyn Read + 'a> = match failed {
                    Some(error) => Box::new(Failing(Some(error))),
                    None => reader,
                };
                (head.clone(), Self::from(Cursor::new(head).chain(rest)))
            }
        }
    }

    /// The bytes in their order, without a buffer of their own where they come from memory.
    pub(super) fn reader(self) -> Box<dyn Read + 'a> {
        match self {
            Self::File(file) => Box::new(BufReader::with_capacity(64 << 10, file)),
            Self::Read(reader) => reader,
        }
    }

    /// The bytes so that one can go back in them.
    pub(super) fn seekable(self) -> io::Result<Box<dyn ReadSeek>> {
        match self {
            Self::File(file) => Ok(Box::new(BufReader::new(file))),
            Self::Read(mut reader) => {
                let mut spool = SpooledTempFile::new(KEPT);
                io::copy(&mut reader, &mut spool)?;
                spool.rewind()?;
                Ok(Box::new(spool))
            }
        }
    }

    /// The bytes as a file, for a reader that needs one.
    #[cfg(feature = "parquet")]
    pub(super) fn file(self) -> io::Result<File> {
        match self {
            Self::File(file) => Ok(file),
            Self::Read(mut reader) => {
                let mut file = tempfile::tempfile()?;
                io::copy(&mut reader, &mut file)?;
                file.rewind()?;
                Ok(file)
            }
        }
    }
}

/// Gives the error that was met when the head was read.
struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}
