//! One document where it lies, and its bytes.

use crate::error::{Code, Problem, Severity, Stage};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

/// How much of a document is looked at to tell text from something else.
const HEAD: usize = 8 << 10;

/// One document that is to be read: a file, or the standard input.
#[derive(Clone, Debug)]
pub struct Source {
    pub(super) root: Arc<Root>,
    /// `None` is the standard input.
    pub(super) relative: Option<Box<Path>>,
}

/// What the documents below one given path have in common.
#[derive(Debug, Default)]
pub(super) struct Root {
    /// The folder as given.
    pub(super) folder: PathBuf,
    /// Stands before the identity of each document where it would not be unique without.
    pub(super) prefix: Option<String>,
}

impl Source {
    /// Identity in a run: the path below the given folder with `/` between its parts, as `2020/a.txt`.
    pub fn doc_id(&self) -> String {
        self.relative
            .as_deref()
            .map_or_else(|| "stdin".to_owned(), |path| identity(self.root.prefix.as_deref(), path))
    }

    /// Where the document lies, for people: the path as given, or `-`.
    pub fn place(&self) -> String {
        self.path().map_or_else(|| "-".to_owned(), |path| spelled(&path))
    }

    /// Reads the whole document.
    ///
    /// # Errors
    /// When the document cannot be opened or read, or holds more than `limit` bytes; the problem is a row of
    /// the report.
    pub fn read(&self, limit: u64) -> Result<Vec<u8>, Problem> {
        let most = limit.saturating_add(1);
        let mut bytes = Vec::new();
        let read = match self.path() {
            Some(path) => File::open(path).and_then(|file| whole(&file, most, &mut bytes)),
            None => io::stdin().lock().take(most).read_to_end(&mut bytes),
        };
        let (code, what) = match read {
            Ok(length) if length as u64 > limit => {
                (Code::DocumentTooLarge, format!("larger than {limit} bytes"))
            }
            Ok(_) => return Ok(bytes),
            Err(error) => (Code::Unreadable, format!("cannot be read: {error}")),
        };
        Err(self.problem(code, what))
    }

    /// An error about this document.
    pub(super) fn problem(&self, code: Code, what: String) -> Problem {
        let (doc_id, place) = (self.doc_id(), self.place());
        Problem { doc_id, stage: Stage::Read, severity: Severity::Error, code, what, place }
    }

    /// The name of the file.
    pub(super) fn name(&self) -> String {
        let name = self.relative.as_deref().and_then(Path::file_name);
        name.map_or_else(|| "stdin".to_owned(), |name| spelled(name.as_ref()))
    }

    /// Its length in bytes as far as the system knows it.
    pub(super) fn length(&self) -> u64 {
        self.path().and_then(|path| fs::metadata(path).ok()).map_or(0, |meta| meta.len())
    }

    /// Where the file lies; `None` for the standard input.
    pub(super) fn path(&self) -> Option<PathBuf> {
        self.relative.as_deref().map(|path| self.root.folder.join(path))
    }
}

/// Reads a file into room of its own size.
fn whole(file: &File, most: u64, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let length = file.metadata().map_or(0, |meta| meta.len()).min(most);
    bytes.reserve(length as usize + 1);
    file.take(most).read_to_end(bytes)
}

/// Where the first NUL stands among the first bytes of a document; text has none.
///
/// ```
/// use solieu::intake::first_nul;
/// assert_eq!(first_nul("năm 2020".as_bytes()), None);
/// assert_eq!(first_nul(b"\xFF\xFEn\0"), Some(3));
/// ```
pub fn first_nul(bytes: &[u8]) -> Option<usize> {
    memchr::memchr(0, &bytes[..bytes.len().min(HEAD)])
}

/// The identity of a document below a folder.
pub(super) fn identity(prefix: Option<&str>, relative: &Path) -> String {
    let path = spelled(relative);
    prefix.map_or_else(|| path.clone(), |prefix| format!("{prefix}/{path}"))
}

/// A path with `/` between its parts; a byte that is no UTF-8 as `%FF`.
pub(super) fn spelled(path: &Path) -> String {
    let mut out = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        out.push_str(chunk.valid());
        out.extend(chunk.invalid().iter().map(|byte| format!("%{byte:02X}")));
    }
    if MAIN_SEPARATOR == '/' { out } else { out.replace(MAIN_SEPARATOR, "/") }
}

#[cfg(test)]
mod tests {
    use super::{Root, Source, identity, spelled};
    use std::path::Path;
    use std::sync::Arc;

    fn source(folder: &Path, name: &str) -> Source {
        let root = Arc::new(Root { folder: folder.to_owned(), prefix: None });
        Source { root, relative: Some(Path::new(name).into()) }
    }

    #[test]
    fn a_prefix_stands_before_the_path() {
        assert_eq!(identity(None, Path::new("2020/a.txt")), "2020/a.txt");
        assert_eq!(identity(Some("north"), Path::new("a.txt")), "north/a.txt");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_utf8_is_escaped() {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(spelled(Path::new(std::ffi::OsStr::from_bytes(b"a\xFF.txt"))), "a%FF.txt");
    }

    #[test]
    fn the_limit_is_the_last_length_that_is_read() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.txt"), "12345").unwrap();
        let source = source(folder.path(), "a.txt");
        assert_eq!(source.read(5).unwrap(), b"12345");
        let problem = source.read(4).unwrap_err();
        assert_eq!((problem.doc_id.as_str(), problem.what.as_str()), ("a.txt", "larger than 4 bytes"));
    }

    #[test]
    fn a_missing_file_is_a_problem() {
        let folder = tempfile::tempdir().unwrap();
        let problem = source(folder.path(), "none.txt").read(9).unwrap_err();
        assert!(problem.what.starts_with("cannot be read: "), "{problem:?}");
    }
}
