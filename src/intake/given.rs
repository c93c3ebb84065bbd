//! What is known of a document from beside its text: from its collection, or from a table of metadata.

use super::collection::{AUTHOR, DATE, TITLE, find, plain};
use crate::error::Error;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a row says of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Columns of `documents` with what is said for them, as written; none is empty.
    pub fields: Vec<(&'static str, String)>,
    /// Other columns that are kept, with their cells.
    pub kept: Vec<(Arc<str>, String)>,
}

/// Columns of `documents` that can be given, with the names by which a table has them.
const FIELDS: [(&str, &[&str]); 9] = [
    ("title", &TITLE),
    ("published", &DATE),
    ("author", &AUTHOR),
    ("section", &["section", "rubric", "category", "chuyen_muc", "chu_de"]),
    ("agency", &["agency", "co_quan", "don_vi"]),
    ("number", &["number", "so_hieu", "so_ky_hieu", "so_van_ban"]),
    ("issuer", &["issuer", "co_quan_ban_hanh", "noi_ban_hanh"]),
    ("place", &["place", "noi_ky"]),
    ("signed", &["signed", "date_signed", "ngay_ky"]),
];

/// Names of the column that says which document a row is about.
const KEYS: [&str; 13] = [
    "doc_id",
    "docid",
    "file",
    "filename",
    "file_name",
    "name",
    "path",
    "ten_file",
    "ten_tep",
    "tep",
    "id",
    "url",
    "source",
];

/// A table with a row about each document, held whole.
#[derive(Debug, Default)]
pub struct Metadata {
    rows: Vec<Row>,
    by_key: HashMap<String, usize>,
}

#[derive(Debug)]
struct Row {
    key: String,
    given: Given,
    used: AtomicBool,
}

impl Metadata {
    /// Reads a table in CSV; its key column is called `doc_id`, `file` or the like.
    ///
    /// # Errors
    /// When it cannot be read, or has no key column.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let error = |source| Error::Input { path: path.to_owned(), source };
        let bytes = fs::read(path).map_err(error)?;
        let mut records = super::collection::table(&bytes).map_err(error)?.into_iter();
        let names = records.next().unwrap_or_default();
        let plains: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let Some(key) = find(&plains, &KEYS) else {
            let what = "no column doc_id or file says which document a row is about";
            return Err(error(std::io::Error::other(what)));
        };
        let fields = FIELDS
            .iter()
            .filter_map(|(field, names)| find(&plains, names).filter(|&at| at != key).map(|at| (at, *field)));
        let fields: HashMap<usize, &'static str> = fields.collect();
        let names: Vec<Arc<str>> = names.iter().map(|name| name.trim().into()).collect();
        let mut metadata = Self::default();
        for record in records {
            let mut given = Given::default();
            for (at, cell) in
                record.iter().enumerate().filter(|(at, cell)| *at != key && !cell.trim().is_empty())
            {
                let cell = cell.trim().to_owned();
                match (fields.get(&at), names.get(at)) {
                    (Some(field), _) => given.fields.push((field, cell)),
                    (None, Some(name)) => given.kept.push((Arc::clone(name), cell)),
                    (None, None) => {}
                }
            }
            metadata.push(record.get(key).map(|key| key.trim()).unwrap_or_default(), given);
        }
        Ok(metadata)
    }

    fn push(&mut self, key: &str, given: Given) {
        if !key.is_empty() {
            self.by_key.entry(key.replace('\\', "/")).or_insert(self.rows.len());
            self.rows.push(Row { key: key.to_owned(), given, used: AtomicBool::new(false) });
        }
    }

    /// What is said of a document: by its identity, else by the name of its file, with or without its ending.
    pub fn of(&self, doc_id: &str) -> Option<&Given> {
        let name = doc_id.rsplit(['/', '!']).next().unwrap_or(doc_id);
        let stem = name.rsplit_once('.').map(|(stem, _)| stem);
        let keys = [Some(doc_id), doc_id.rsplit('!').next(), Some(name), stem];
        let row = keys.into_iter().flatten().find_map(|key| self.rows.get(*self.by_key.get(key)?))?;
        row.used.store(true, Ordering::Relaxed);
        Some(&row.given)
    }

    /// The keys of rows that no document asked for.
    pub fn unmatched(&self) -> Vec<&str> {
        let unused = self.rows.iter().filter(|row| !row.used.load(Ordering::Relaxed));
        unused.map(|row| row.key.as_str()).collect()
    }
}

/// A table of metadata, and where it lies.
#[derive(Clone, Debug)]
pub struct Sidecar {
    /// Its path as given.
    pub path: PathBuf,
    /// Its rows.
    pub table: Arc<Metadata>,
}

#[cfg(test)]
mod tests {
    use super::Metadata;

    fn read(text: &str) -> Metadata {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("m.csv");
        std::fs::write(&path, text).unwrap();
        Metadata::read(&path).unwrap()
    }

    #[test]
    fn rows_are_found_by_identity_or_by_the_name_of_the_file() {
        let table =
            read("sep=;\nTên file;Ngày đăng;Tỉnh\n2020/a.txt;30/06/2020;Nghệ An\nb;;\nc.txt;1/2/2021;\n");
        let a = table.of("2020/a.txt").unwrap();
        assert_eq!(a.fields, [("published", "30/06/2020".to_owned())]);
        assert_eq!((&*a.kept[0].0, a.kept[0].1.as_str()), ("Tỉnh", "Nghệ An"));
        assert!(table.of("x.zip!y/c.txt").is_some());
        assert_eq!(table.unmatched(), ["b"]);
        assert!(table.of("z/b.html").is_some() && table.of("2021/a.txt").is_none());
        assert!(table.unmatched().is_empty());
    }

    #[test]
    fn a_table_without_a_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("m.csv");
        std::fs::write(&path, "province,year\nx,2020\n").unwrap();
        assert!(Metadata::read(&path).is_err());
    }
}
