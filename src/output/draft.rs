//! A file under a temporary name until it is whole.

use crate::error::Error;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// A file that bears its name only when it is whole; dropped before, it leaves nothing behind.
pub(super) struct Draft {
    path: PathBuf,
    file: BufWriter<NamedTempFile>,
}

impl Draft {
    /// Begins a file that will be called `name` in `folder`.
    pub(super) fn create(folder: &Path, name: &str) -> Result<Self, Error> {
        let path = folder.join(name);
        match builder().tempfile_in(folder) {
            Ok(file) => Ok(Self { path, file: BufWriter::with_capacity(64 << 10, file) }),
            Err(source) => Err(Error::Output { path, source }),
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).map_err(|source| self.error(source))
    }

    pub(super) fn flush(&mut self) -> Result<(), Error> {
        self.file.flush().map_err(|source| self.error(source))
    }

    /// Where the file lies until it is whole, for a library that opens it by name.
    pub(super) fn hidden_path(&self) -> &Path {
        self.file.get_ref().path()
    }

    /// Gives the file its name, over one that bore it before; the path.
    pub(super) fn place(self) -> Result<PathBuf, Error> {
        let Self { path, file } = self;
        let error = |source| Error::Output { path: path.clone(), source };
        let file = file.into_inner().map_err(|broken| error(broken.into_error()))?;
        file.persist(&path).map_err(|broken| error(broken.error))?;
        Ok(path)
    }

    /// The error of this file.
    pub(super) fn error(&self, source: io::Error) -> Error {
        Error::Output { path: self.path.clone(), source }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Draft {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// Temporary files are hidden, and readable as any other file that the user makes.
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".solieu-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::Draft;
    use std::fs;

    fn names(folder: &std::path::Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_is_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.csv"), "old").unwrap();
        let mut draft = Draft::create(folder.path(), "a.csv").unwrap();
        draft.write(b"new").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.csv")).unwrap(), "old");
        draft.place().unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.csv")).unwrap(), "new");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn a_dropped_draft_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        drop(Draft::create(folder.path(), "a.csv").unwrap());
        assert!(names(folder.path()).is_empty());
    }
}
