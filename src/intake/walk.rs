//! From the given paths to a list of documents in a stable order.

use super::names;
use super::source::{Root, Source, identity, spelled};
use crate::error::{Code, Problem, Severity, Stage};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The documents of a run, and what could not become one.
#[derive(Debug, Default)]
pub struct Listing {
    /// Documents: given paths in their order, below each by the bytes of the relative path.
    pub sources: Vec<Source>,
    /// Paths that cannot be read (errors), and files that were passed over (warnings).
    pub problems: Vec<Problem>,
}

/// Lists the documents below the given paths; `-` is the standard input.
///
/// From a folder comes, recursively, every file that is not hidden; those whose ending tells that they hold no report are
/// counted in a warning. A file that is named is always taken. `out` are the folders that are written to: nothing is taken
/// from them, nor from the output of an earlier run. Whatever fails becomes a problem, never the end of the run.
pub fn list(paths: &[PathBuf], out: &[&Path]) -> Listing {
    let out = out.iter().filter_map(|out| out.canonicalize().ok()).collect();
    let mut walk = Walk { out, ..Walk::default() };
    for path in paths {
        walk.add(path);
    }
    walk.finish()
}

/// One folder and the files below it that are taken.
struct Found {
    folder: PathBuf,
    /// Tells folders apart that are spelled differently; empty for the standard input.
    canonical: PathBuf,
    prefix: Option<String>,
    files: Vec<Box<Path>>,
}

#[derive(Default)]
struct Walk {
    /// The folders that are written to.
    out: Vec<PathBuf>,
    found: Vec<Found>,
    stdin: bool,
    problems: Vec<Problem>,
    skipped: BTreeMap<(String, String), usize>,
}

impl Walk {
    fn add(&mut self, path: &Path) {
        if path == Path::new("-") {
            self.stdin = true;
            return;
        }
        let added = fs::metadata(path)
            .and_then(|meta| if meta.is_dir() { self.folder(path) } else { self.file(path) });
        if let Err(error) = added {
            self.note(Severity::Error, code(&error), format!("cannot be read: {error}"), spelled(path));
        }
    }

    fn file(&mut self, path: &Path) -> io::Result<()> {
        let Some(name) = path.file_name() else { return Err(io::ErrorKind::InvalidInput.into()) };
        let folder = path.parent().unwrap_or(Path::new(""));
        let lies_in = if folder == Path::new("") { Path::new(".") } else { folder };
        let canonical = lies_in.canonicalize()?;
        self.at(folder, canonical).push(Path::new(name).into());
        Ok(())
    }

    fn folder(&mut self, path: &Path) -> io::Result<()> {
        let canonical = path.canonicalize()?;
        let mut files = Vec::new();
        let entries = WalkDir::new(path).follow_links(true).into_iter();
        let out = self.out.clone();
        for entry in
            entries.filter_entry(|entry| entry.depth() == 0 || !hidden(entry) && !is_out(&out, entry))
        {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => files.extend(self.taken(path, &entry)),
                Err(error) => {
                    let place = error.path().map_or_else(|| spelled(path), spelled);
                    let (code, what) = error.into_io_error().map_or_else(
                        || (Code::LinkLoop, "a loop of links".to_owned()),
                        |error| (code(&error), error.to_string()),
                    );
                    self.note(Severity::Error, code, format!("cannot be read: {what}"), place);
                }
            }
        }
        self.at(path, canonical).append(&mut files);
        Ok(())
    }

    /// The relative path of a file that is read; one that is not is counted, or is a problem.
    fn taken(&mut self, root: &Path, entry: &DirEntry) -> Option<Box<Path>> {
        let path = entry.path();
        if !entry.file_type().is_file() {
            let what = "it is a pipe, a socket or a device, and is not opened".to_owned();
            self.note(Severity::Error, Code::NotARegularFile, what, spelled(path));
            return None;
        }
        if let Some(ending) = names::passed_over(&entry.file_name().to_string_lossy()) {
            *self.skipped.entry((spelled(root), format!("ending in .{ending}"))).or_default() += 1;
            return None;
        }
        path.strip_prefix(root).ok().map(Into::into)
    }

    /// The files of a folder, however it was spelled before.
    fn at(&mut self, folder: &Path, canonical: PathBuf) -> &mut Vec<Box<Path>> {
        let known = self.found.iter().position(|found| found.canonical == canonical);
        let index = known.unwrap_or_else(|| {
            self.found.push(Found { folder: folder.to_owned(), canonical, prefix: None, files: Vec::new() });
            self.found.len() - 1
        });
        &mut self.found[index].files
    }

    fn note(&mut self, severity: Severity, code: Code, what: String, place: String) {
        self.problems.push(Problem {
            doc_id: String::new(),
            stage: Stage::Read,
            severity,
            code,
            what,
            place,
        });
    }

    fn finish(mut self) -> Listing {
        for ((place, kind), number) in std::mem::take(&mut self.skipped) {
            let what = format!("{number} files {kind} were passed over");
            self.note(Severity::Warning, Code::PassedOver, what, place);
        }
        for (place, number) in drop_repeats(&mut self.found) {
            let what = format!("{number} documents were named more than once and are read once");
            self.note(Severity::Warning, Code::Repeated, what, place);
        }
        separate(&mut self.found);
        self.problems.sort_by(|a, b| (&a.place, &a.what).cmp(&(&b.place, &b.what)));
        let mut sources = Vec::with_capacity(self.found.iter().map(|found| found.files.len()).sum());
        if self.stdin {
            sources.push(Source { root: Arc::default(), relative: None });
        }
        for Found { folder, prefix, files, .. } in self.found {
            let root = Arc::new(Root { folder, prefix });
            sources.extend(
                files.into_iter().map(|path| Source { root: Arc::clone(&root), relative: Some(path) }),
            );
        }
        Listing { sources, problems: self.problems }
    }
}

/// The code of what the system said.
fn code(error: &io::Error) -> Code {
    match error.kind() {
        io::ErrorKind::NotFound => Code::NotFound,
        _ if is_loop(error) => Code::LinkLoop,
        _ => Code::Unreadable,
    }
}

/// Whether links lead in a circle; the kind of such an error has no stable name yet.
fn is_loop(error: &io::Error) -> bool {
    cfg!(unix) && error.raw_os_error().is_some_and(|number| [40, 62].contains(&number))
}

/// Names with which the files of a run begin.
const WRITTEN: [&str; 10] = [
    "facts",
    "documents",
    "counts",
    "dates",
    "awards",
    "citations",
    "problems",
    "summary",
    "datapackage",
    "report",
];

/// Whether an entry is the folder that is written to or that an earlier run wrote; or a file that a run wrote, where the
/// folder that is written to is itself being read.
fn is_out(out: &[PathBuf], entry: &DirEntry) -> bool {
    let path = entry.path();
    let same = |path: &Path| path.canonicalize().is_ok_and(|path| out.contains(&path));
    if entry.file_type().is_dir() {
        let written =
            ["problems.csv", "summary.json", "summary.csv"].iter().all(|name| path.join(name).is_file());
        let named = out.iter().any(|out| path.file_name() == out.file_name());
        return written || named && same(path);
    }
    let written =
        |name: &str| name.starts_with("by_") || WRITTEN.contains(&name.split('.').next().unwrap_or_default());
    entry.depth() == 1 && entry.file_name().to_str().is_some_and(written) && path.parent().is_some_and(same)
}

fn hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}

/// Sorts the files of every folder and drops those that were reached twice; the folders where that happened.
fn drop_repeats(found: &mut [Found]) -> Vec<(String, usize)> {
    let mut repeats = Vec::new();
    let before: Vec<usize> = found.iter().map(|folder| folder.files.len()).collect();
    for folder in found.iter_mut() {
        folder.files.sort_by(|a, b| bytes(a).cmp(bytes(b)));
        folder.files.dedup();
    }
    for inner in 0..found.len() {
        let mut files = std::mem::take(&mut found[inner].files);
        for outer in found.iter().filter(|outer| outer.canonical != found[inner].canonical) {
            let Ok(between) = found[inner].canonical.strip_prefix(&outer.canonical) else { continue };
            files.retain(|file| {
                let path = between.join(file);
                outer.files.binary_search_by(|known| bytes(known).cmp(bytes(&path))).is_err()
            });
        }
        if files.len() < before[inner] {
            repeats.push((spelled(&found[inner].folder), before[inner] - files.len()));
        }
        found[inner].files = files;
    }
    repeats
}

/// Puts the name of its folder before the identities of a folder that shares one with another.
fn separate(found: &mut [Found]) {
    if found.len() < 2 {
        return;
    }
    loop {
        let clashing: Vec<usize> =
            clashes(found).into_iter().filter(|&at| found[at].prefix.is_none()).collect();
        if clashing.is_empty() {
            return;
        }
        for at in clashing {
            let name = found[at]
                .canonical
                .file_name()
                .map_or_else(|| "root".to_owned(), |name| spelled(name.as_ref()));
            let free = |prefix: &String| found.iter().all(|other| other.prefix.as_ref() != Some(prefix));
            let numbered = (2_usize..).map(|number| format!("{name}~{number}"));
            found[at].prefix = std::iter::once(name.clone()).chain(numbered).find(free);
        }
    }
}

/// The folders that hold a document whose identity another folder has too, in order.
fn clashes(found: &[Found]) -> Vec<usize> {
    let mut owners: HashMap<String, usize> = HashMap::new();
    let mut clashing = vec![false; found.len()];
    for (at, folder) in found.iter().enumerate() {
        for file in &folder.files {
            let owner = *owners.entry(identity(folder.prefix.as_deref(), file)).or_insert(at);
            if owner != at {
                (clashing[owner], clashing[at]) = (true, true);
            }
        }
    }
    (0..found.len()).filter(|&at| clashing[at]).collect()
}

#[cfg(test)]
#[path = "walk_tests.rs"]
mod tests;
