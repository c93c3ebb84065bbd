//! Zip archives: by their directory, and where that is lost, from member to member.

use crate::error::Code;
use crate::intake::meter::{Count, Guard};
use crate::intake::opener::{At, End, Opener, Step};
use crate::intake::seen::Seen;
use crate::intake::stream::{ReadSeek, Stream};
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use zip::ZipArchive;
use zip::read::{ZipFile, read_zipfile_from_stream};
use zip::result::ZipError;

/// Names by which an office document is known among archives.
const OFFICE: [&str; 2] = ["[Content_Types].xml", "mimetype"];

/// Opens the members in the order of the directory.
pub(crate) fn zip(opener: &mut Opener<'_>, stream: Stream<'_>, at: &At) -> Step {
    let mut bytes = stream.seekable().map_err(|error| unreadable(&error))?;
    match ZipArchive::new(&mut bytes) {
        Ok(archive) if OFFICE.iter().any(|name| archive.index_for_name(name).is_some()) => {
            drop(archive);
            bytes.rewind().map_err(|error| unreadable(&error))?;
            opener.document(Stream::from(bytes), at)
        }
        Ok(archive) => members(opener, archive, at),
        Err(error) => {
            bytes.rewind().map_err(|error| unreadable(&error))?;
            rescued(opener, &mut bytes, at)?;
            Err(broken(&error))
        }
    }
}

fn members<R: ReadSeek>(opener: &mut Opener<'_>, mut archive: ZipArchive<R>, at: &At) -> Step {
    let mut seen = Seen::default();
    for index in 0..archive.len() {
        let (name, encrypted) = match archive.by_index_raw(index) {
            Ok(entry) if entry.is_dir() || entry.is_symlink() => continue,
            Ok(entry) => (entry.name_raw().to_vec(), entry.encrypted()),
            Err(error) => return Err(broken(&error)),
        };
        let Some(member) = opener.member(at, &name, &mut seen)? else { continue };
        if encrypted {
            opener.failed(&member, Code::Encrypted, "it is encrypted".to_owned())?;
            continue;
        }
        match archive.by_index(index) {
            Ok(entry) => one(opener, entry, &member)?,
            Err(error) => opener.failed(&member, code(&error), error.to_string())?,
        }
    }
    Ok(())
}

fn one<R: Read + ?Sized>(opener: &mut Opener<'_>, entry: ZipFile<'_, R>, member: &At) -> Step {
    let consumed: Count = Rc::new(Cell::new(entry.compressed_size().max(1)));
    let guard = Guard { inner: entry, meter: Rc::clone(&opener.meter), consumed, produced: Count::default() };
    opener.open(Stream::from(guard), member)
}

/// Reads the members of an archive whose directory is lost, as far as they are whole.
fn rescued(opener: &mut Opener<'_>, bytes: &mut dyn ReadSeek, at: &At) -> Step {
    let mut seen = Seen::default();
    while let Ok(Some(entry)) = read_zipfile_from_stream(&mut &mut *bytes) {
        if entry.is_dir() {
            continue;
        }
        let Some(member) = opener.member(at, entry.name_raw(), &mut seen)? else { continue };
        one(opener, entry, &member)?;
    }
    Ok(())
}

fn unreadable(error: &io::Error) -> End {
    End::Broken(Code::BrokenArchive, format!("the archive cannot be read: {error}"))
}

fn broken(error: &ZipError) -> End {
    End::Broken(Code::BrokenArchive, format!("the archive is damaged: {error}"))
}

fn code(error: &ZipError) -> Code {
    match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Code::Unsupported,
        ZipError::InvalidPassword => Code::Encrypted,
        _ => Code::BrokenMember,
    }
}
