//! What the guides show is what the program does: the sample run, and the example of the README.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test may break")]

use assert_cmd::Command;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs `extract` from the root of the project.
fn extract(input: &str, out: &Path) {
    let mut solieu = Command::cargo_bin("solieu").unwrap();
    solieu.current_dir(root()).args(["extract", input, "--output"]).arg(out).assert().code(0);
}

fn names(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap());
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|file| file.path().strip_prefix(folder).unwrap().to_owned()).collect()
}

/// Files that are too large for a sample, or differ with the settings of the machine.
const LEFT_OUT: [&str; 1] = ["report.html"];

#[test]
fn the_sample_is_what_the_main_job_writes() {
    let (sample, out) = (root().join("output/sample"), tempfile::tempdir().unwrap());
    extract("fixtures/documents", out.path());
    let mut written = names(out.path());
    written.retain(|name| !LEFT_OUT.iter().any(|left_out| name.ends_with(left_out)));
    assert_eq!(names(&sample), written);
    for name in written {
        let (kept, new) = (fs::read(sample.join(&name)).unwrap(), fs::read(out.path().join(&name)).unwrap());
        assert!(kept == new, "output/sample/{} differs from a run", name.display());
    }
}

/// The blocks of the README that are fenced with a word, without the fences.
fn fenced(readme: &str, word: &str) -> Vec<String> {
    let fence = format!("```{word}\n");
    let opened = readme.split(&fence).skip(1);
    opened.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// A table cut down to some columns, as lines of CSV.
fn cut(path: &Path, columns: &[&str]) -> String {
    let bytes = fs::read(path).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
    let head = reader.headers().unwrap().clone();
    let places: Vec<usize> =
        columns.iter().map(|column| head.iter().position(|name| name == *column).unwrap()).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).unwrap();
    for row in reader.records().map(|row| row.unwrap()) {
        writer.write_record(places.iter().map(|&place| &row[place])).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn the_example_of_the_readme_is_real() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let shown = fenced(&readme, "text");
    let [document] = &shown[..] else { panic!("one document is shown") };
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("bao-cao-2020.txt");
    fs::write(&input, document).unwrap();
    extract(input.to_str().unwrap(), &folder.path().join("out"));
    let shown = fenced(&readme, "csv");
    assert_eq!(shown.len(), 2);
    for (table, expected) in ["counts.csv", "awards.csv"].iter().zip(shown) {
        let columns: Vec<&str> = expected.lines().next().unwrap().split(',').collect();
        assert_eq!(cut(&folder.path().join("out").join(table), &columns), expected, "{table}");
    }
}
