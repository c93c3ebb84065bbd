//! The files of a run: whole, exact, as the schema says, and the same for any number of threads.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stderr, reason = "a test may break")]

mod docs;
mod exchange;
mod formats;
mod language;
mod other;
mod package;
mod page;
mod ready;
mod run;
mod summary;
mod texts;

use serde_json::Value;
use solieu::batch::{self, Plan};
use solieu::output::Format;
use solieu::report::Report;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const BOM: &[u8] = b"\xEF\xBB\xBF";

const PLANS: &[u8] = "Năm 2019, Ban đã ban hành 16 kế hoạch.\n".as_bytes();
const AWARD: &[u8] = "Năm 2020, Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 3 tập thể.\n".as_bytes();
const NOTHING: &[u8] = "Trời hôm ấy rất đẹp.\n".as_bytes();

/// A row of a table, from column to cell.
type Row = BTreeMap<String, String>;

/// A folder with documents below `in`, and the files of a run over them in `out`.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new(documents: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in documents {
            let path = folder.path().join("in").join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self { folder }
    }

    /// A plan that reads `in` on two threads and writes every format.
    fn plan(&self) -> Plan {
        let formats = Format::ALL.to_vec();
        Plan { formats, jobs: 2, ..Plan::new(vec![self.folder.path().join("in")], self.out()) }
    }

    fn run(&self) -> Report {
        batch::run(&self.plan(), &|_| {}).unwrap()
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.out().join(name)).unwrap()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap()
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&self.bytes(name)).unwrap()
    }

    /// The head of a table, and its rows.
    fn table(&self, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
        let bytes = self.bytes(&format!("{name}.csv"));
        let bytes = bytes.strip_prefix(BOM).unwrap_or(&bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let mut rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
        (rows.next().unwrap(), rows.collect())
    }

    fn rows(&self, name: &str) -> Vec<Row> {
        let (head, rows) = self.table(name);
        rows.into_iter().map(|row| head.iter().cloned().zip(row).collect()).collect()
    }
}

/// The names of what lies in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The cells of a row by their columns.
fn cells<const N: usize>(row: &Row, columns: [&str; N]) -> [String; N] {
    columns.map(|column| row[column].clone())
}
