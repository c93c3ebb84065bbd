//! Archives of 7-Zip.

use crate::error::Code;
use crate::intake::meter::{Count, Guard};
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::seen::Seen;
use crate::intake::stream::Stream;
use sevenz_rust2::{ArchiveReader, EntryDecision, Error, Password};
use std::cell::Cell;
use std::io::{Read, Seek, SeekFrom};
use std::rc::Rc;

/// Memory that an archive may ask for, in KiB.
const MEMORY: usize = 256 << 10;

/// Opens the members in the order of the archive.
pub(crate) fn seven(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let mut bytes = stream.seekable().map_err(|error| broken(&error.into()))?;
    let length = bytes.seek(SeekFrom::End(0)).and_then(|length| bytes.rewind().map(|()| length));
    let length = length.map_err(|error| broken(&error.into()))?;
    let reader = ArchiveReader::new_with_memory_limit(bytes, Password::empty(), MEMORY);
    let mut reader = reader.map_err(|error| broken(&error))?;
    reader.set_thread_count(1);
    let mut seen = Seen::default();
    let locked = encrypted(opener, &reader, at, &mut seen)?;
    let (consumed, produced): (Count, Count) = (Rc::new(Cell::new(length)), Count::default());
    let mut end = Ok(());
    let done = reader.for_each_entries_with_decision(|entry, bytes| {
        if entry.is_directory() {
            return Ok(EntryDecision::Continue);
        }
        let (consumed, produced) = (Rc::clone(&consumed), Rc::clone(&produced));
        let mut guard = Guard { inner: bytes, meter: Rc::clone(&opener.meter), consumed, produced };
        end = member(opener, &mut guard, entry.name(), at, &mut seen);
        Ok(if end.is_ok() { EntryDecision::Continue } else { EntryDecision::Stop })
    });
    end?;
    match done {
        Err(Error::PasswordRequired | Error::MaybeBadPassword(_)) if locked => Ok(()),
        done => done.map_err(|error| broken(&error)),
    }
}

fn member(opener: &mut Opener<'_>, bytes: &mut dyn Read, name: &str, at: &At, seen: &mut Seen) -> Step {
    match opener.member(at, name.as_bytes(), seen)? {
        Some(member) => opener.open(Stream::from(bytes), &member),
        None => Ok(()),
    }
}

/// Tells of every member that is encrypted; whether there is one.
fn encrypted<R: Read + Seek>(
    opener: &mut Opener<'_>,
    reader: &ArchiveReader<R>,
    at: &At,
    seen: &mut Seen,
) -> Result<bool, End> {
    let archive = reader.archive();
    let mut some = false;
    for (index, file) in archive.files.iter().enumerate() {
        if archive.is_file_encrypted(index)
            && let Some(member) = opener.member(at, file.name().as_bytes(), seen)?
        {
            some = true;
            opener.failed(&member, Code::Encrypted, "it is encrypted".to_owned())?;
        }
    }
    Ok(some)
}

fn broken(error: &Error) -> End {
    let code = match error {
        Error::PasswordRequired | Error::MaybeBadPassword(_) => Code::Encrypted,
        Error::UnsupportedCompressionMethod(_)
        | Error::Unsupported(_)
        | Error::UnsupportedVersion { .. }
        | Error::ExternalUnsupported
        | Error::MaxMemLimited { .. } => Code::Unsupported,
        _ => Code::BrokenArchive,
    };
    End::Broken(code, format!("the archive cannot be read: {error}"))
}
